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
  for (const seminar of await seminarFolders(directory).catch(() => [])) {
    const folder = join(directory, seminar);
    marks.set(folder, folder);
    const files = (await filesIn(folder).catch(() => [])).map((name) => join(folder, name));
    const found = await Promise.all(files.map(markOf));
    for (const [at, file] of files.entries()) marks.set(file, found[at] ?? '');
  }
  return marks;
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
