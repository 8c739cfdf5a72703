import { createHash, randomBytes } from 'node:crypto';
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fieldsOf } from '../error-fields.ts';
import { OperatorError } from '../operator-error.ts';
import { TRANSCRIPT } from './read.ts';

/** A seminar's files that an import makes. */
export interface WrittenSeminar {
  id: string;
  /** The name of the source file, as the transcript has it. */
  sourceFile: string;
  source: Uint8Array;
  transcript: string;
}

/** The corpus reader passes over names that begin with a point. */
const PART = '.import-';
const BACKUP = '.before-';
/** Beside its random end, the name of a part has the process that writes it, and on which machine. */
const OWNER = /-p(?<pid>\d{1,10})-(?<host>[0-9a-f]{8})-[0-9a-f]{8}$/;
/** What was left by an import that was killed so long ago is removed, if its process is not known, in milliseconds. */
const ABANDONED_MS = 60 * 60 * 1000;

/** A folder beside the seminars, and a seminar in it that nobody reads yet. */
export interface Staged {
  /** Reads like a corpus with one seminar. */
  directory: string;
  discard(): Promise<void>;
}

/**
 * Writes a seminar where the corpus reader does not look.
 * @param beside a folder of a seminar whose other files belong to this one too; null for none
 * @throws OperatorError if it cannot be written
 */
export async function stageSeminar(
  directory: string,
  { id, sourceFile, source, transcript }: WrittenSeminar,
  beside: string | null = null,
): Promise<Staged> {
  const staged = join(directory, `${PART}${id}-p${process.pid}-${host()}-${randomBytes(4).toString('hex')}`);
  const discard = () => rm(staged, { recursive: true, force: true });
  try {
    await removeAbandoned(directory);
    const folder = join(staged, id);
    // All at once, a disk that is read-only would be called one that is not there.
    await mkdir(directory, { recursive: true });
    await mkdir(staged);
    await mkdir(folder);
    for (const name of beside === null ? [] : await readdir(beside)) {
      const isFile = (await stat(join(beside ?? '', name))).isFile();
      if (isFile && !name.startsWith('.')) await copyFile(join(beside ?? '', name), join(folder, name));
    }
    await writeSafely(join(folder, sourceFile), source);
    await writeSafely(join(folder, TRANSCRIPT), transcript);
    return { directory: staged, discard };
  } catch (error) {
    await discard().catch(() => undefined);
    throw unwritable(directory, error);
  }
}

/**
 * Makes a staged seminar a part of the corpus, whole or not at all.
 * @returns its folder
 * @throws OperatorError if there is a folder of its name already, or it cannot be moved
 */
export async function publishNew(directory: string, staged: Staged, id: string): Promise<string> {
  const folder = join(directory, id);
  try {
    // A folder is moved onto an empty one, and onto no other.
    await rename(join(staged.directory, id), folder);
    await syncFolder(directory);
    return folder;
  } catch (error) {
    throw unwritable(folder, error);
  } finally {
    await staged.discard().catch(() => undefined);
  }
}

/**
 * Replaces the transcript and the source of a seminar. Its transcript names its source, so that the moment in which the new
 * transcript takes the place of the old one changes both; before and after it, the folder is whole.
 * @param before the name of the source until now
 * @returns the folder with a copy of the earlier transcript and source
 * @throws OperatorError if anything cannot be written; then the seminar is as it was
 */
export async function publishAgain(
  directory: string,
  staged: Staged,
  { id, sourceFile }: Pick<WrittenSeminar, 'id' | 'sourceFile'>,
  before: string,
): Promise<string> {
  const folder = join(directory, id);
  const backup = join(directory, `${BACKUP}${id}`);
  const made = join(staged.directory, id);
  try {
    const fresh = join(staged.directory, 'before');
    await mkdir(fresh, { recursive: true });
    for (const name of new Set([before, TRANSCRIPT])) await copyFile(join(folder, name), join(fresh, name));
    await rm(backup, { recursive: true, force: true });
    await rename(fresh, backup);
    if (sourceFile !== before) await rename(join(made, sourceFile), join(folder, sourceFile));
    await rename(join(made, TRANSCRIPT), join(folder, TRANSCRIPT));
    await syncFolder(folder);
    if (sourceFile !== before) await rm(join(folder, before), { force: true });
    return backup;
  } catch (error) {
    throw unwritable(folder, error);
  } finally {
    await staged.discard().catch(() => undefined);
  }
}

async function writeSafely(file: string, contents: Uint8Array | string): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(contents);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A folder's entries are safe once it is written itself; some systems cannot open one, and need no help. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** What tells this machine, or container, from another that has the same folder: there, the process may be alive. */
function host(): string {
  return createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
}

async function removeAbandoned(directory: string): Promise<void> {
  for (const name of await readdir(directory).catch((): string[] => [])) {
    if (!name.startsWith(PART)) continue;
    const path = join(directory, name);
    const owner = OWNER.exec(name)?.groups;
    const isOurs = owner?.host === host();
    const changed = await stat(path).catch(() => null);
    const isOld = changed !== null && Date.now() - changed.mtimeMs > ABANDONED_MS;
    if (isOld || (isOurs && !isAlive(Number(owner.pid)))) await rm(path, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else may not be asked, and is there.
    return fieldsOf(error).code !== 'ESRCH';
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'the folder may not be written to',
  EPERM: 'the folder may not be written to',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  ENOTEMPTY: 'there is a folder of this name already',
  EEXIST: 'there is a folder of this name already',
  ENOTDIR: 'there is a file of this name already',
};

function unwritable(path: string, error: unknown): OperatorError {
  const { code, message } = fieldsOf(error);
  const reason = REASONS[String(code)] ?? String(message ?? code);
  return new OperatorError(`${path}: nothing was written, since ${reason}.`);
}
