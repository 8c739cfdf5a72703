import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What systems and devices put beside people's files, in small letters: at the root of a disk (lost+found, the recycle
 * bins, System Volume Information), into archives (__MACOSX), for pictures (@eaDir, Thumbs.db) and settings (desktop.ini).
 */
const SYSTEM_FILES = new Set([
  'lost+found',
  '__macosx',
  '@eadir',
  '#recycle',
  '$recycle.bin',
  'system volume information',
  'thumbs.db',
  'desktop.ini',
]);

/** Whether a file or folder is there for people: neither hidden nor a system's own. */
function isPeoples({ name }: Dirent): boolean {
  return !name.startsWith('.') && !SYSTEM_FILES.has(name.toLowerCase());
}

/**
 * The names of the folders that should each be a seminar, sorted. Folders without any file that people put there are none.
 * @throws if the corpus folder cannot be read
 */
export async function seminarFolders(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const folders = entries.filter(
    (entry) => (entry.isDirectory() || entry.isSymbolicLink()) && isPeoples(entry),
  );
  const filled = await Promise.all(folders.map(({ name }) => isFilled(join(directory, name))));
  return folders
    .filter((_, at) => filled[at])
    .map(({ name }) => name)
    .sort();
}

/** The names of the files and folders in a folder that people put there. */
export async function filesIn(folder: string): Promise<string[]> {
  return (await entriesIn(folder)).map(({ name }) => name);
}

async function entriesIn(folder: string): Promise<Dirent[]> {
  return (await readdir(folder, { withFileTypes: true })).filter(isPeoples);
}

/** So many folders inside one another are looked into for a file. */
const DEPTH = 4;

/**
 * Whether people put a file into a folder, or into one inside of it. If one cannot be read, they may have: what is wrong
 * with it is to be told.
 */
async function isFilled(folder: string, depth = DEPTH): Promise<boolean> {
  const entries = await entriesIn(folder).catch(() => null);
  if (entries === null || entries.some((entry) => !entry.isDirectory())) return true;
  if (depth === 0) return entries.length > 0;
  const filled = entries.map(({ name }) => isFilled(join(folder, name), depth - 1));
  return (await Promise.all(filled)).includes(true);
}
