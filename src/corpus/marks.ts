import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PEOPLE, SEMINAR_FILES } from './read.ts';
import { filesIn, seminarFolders } from './seminars.ts';

/** Marks of files by their paths. A mark changes whenever its file does. A seminar's folder has one that never changes. */
export type Marks = ReadonlyMap<string, string>;

/** The marks of people.yaml, of the seminars' folders and of all files in them. */
export async function marksIn(directory: string): Promise<Marks> {
  const marks = new Map<string, string>();
  const people = join(directory, PEOPLE);
  marks.set(people, await markOf(people));
  const seminars = await seminarFolders(directory).catch(() => []);
  // All at once: each wait is one for whatever else has its turn.
  const found = await Promise.all(seminars.map((seminar) => marksOf(join(directory, seminar))));
  for (const each of found) for (const [file, mark] of each) marks.set(file, mark);
  return marks;
}

/** The marks of a seminar's folder and of the files in it. */
async function marksOf(folder: string): Promise<[file: string, mark: string][]> {
  const files = (await filesIn(folder).catch(() => [])).map((name) => join(folder, name));
  const marks = await Promise.all(files.map(markOf));
  return [[folder, folder], ...files.map((file, at): [string, string] => [file, marks[at] ?? ''])];
}

/**
 * The marks of what is read, as one text. What else is in a seminar's folder may change all the time: an editor's swap
 * file, a recording, a log.
 */
export function stateOf(marks: Marks, directory: string, sources: ReadonlySet<string>): string {
  const root = dirname(join(directory, PEOPLE));
  const isRead = (file: string) =>
    dirname(file) === root || SEMINAR_FILES.some((name) => name === basename(file)) || sources.has(file);
  return Array.from(marks, ([file, mark]) => (isRead(file) ? mark : ''))
    .filter((mark) => mark !== '')
    .sort()
    .join('\n');
}

async function markOf(file: string): Promise<string> {
  try {
    // In nanoseconds: a file can be saved twice in the same millisecond.
    const { ino, size, mtimeNs, ctimeNs } = await stat(file, { bigint: true });
    return [file, ino, size, mtimeNs, ctimeNs].join(' ');
  } catch {
    return file;
  }
}
