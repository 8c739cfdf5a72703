import { readdir, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Context } from '../../commands/command.ts';
import type { IndexSnapshots } from '../core/indexing/index-snapshot.ts';
import { type Library, librarySteps } from '../core/library.ts';
import { describeProblems, type Problem } from '../core/transcript/problem.ts';
import type { Transcript } from '../core/transcript/transcript.ts';
import { readDictionary } from './dictionary.ts';
import { readCorpus } from './read.ts';

/**
 * How often the files are looked at. Looking works on every file system, network and container mounts too, which
 * send no events, and sees a file that was saved by renaming as it sees any other.
 */
const LOOK_MS = 1000;
/** Where the watch tells what happened: the log, or whoever sits at the terminal. */
export interface WatchLog {
  info(text: string): void;
  error(text: string): void;
}

/**
 * Keeps what is served in step with the corpus files. Once they have changed and then rested from one look to the
 * next, they are read and checked beside the library that answers, and replace it whole. While they are faulty the
 * old one goes on answering, and `served.corpusFault` says why. The watch does not keep the process alive.
 * @param served the context that answers are made from
 * @param options how often to look, in milliseconds, and where the index of a large corpus is kept
 */
export function watchCorpus(
  directory: string,
  served: Pick<Context, 'library' | 'corpusFault'>,
  log: WatchLog,
  { everyMs = LOOK_MS, kept }: { everyMs?: number; kept?: IndexSnapshots } = {},
): { stop(): Promise<void> } {
  const stopping = new AbortController();

  const watch = async () => {
    let [seen, taken] = ['', ''];
    while (!stopping.signal.aborted) {
      const state = await stateOf(directory);
      // The first time too: the files may have changed between the start and the first look.
      if (state === seen && state !== taken) {
        taken = state;
        await reload(directory, served, log, kept);
      }
      seen = state;
      await setTimeout(everyMs, undefined, { ref: false, signal: stopping.signal }).catch(() => undefined);
    }
  };
  const watching = watch();
  return {
    stop: () => {
      stopping.abort();
      return watching;
    },
  };
}

/** Reads the corpus and puts it in place of what is served, or says why not. Never throws. */
async function reload(
  directory: string,
  served: Pick<Context, 'library' | 'corpusFault'>,
  log: WatchLog,
  kept: IndexSnapshots | undefined,
): Promise<void> {
  try {
    const { transcripts, problems } = await readCorpus(directory);
    if (problems.length > 0) return refuse(directory, problems, served, log);
    const isSame = isDeepStrictEqual(transcripts, served.library.transcripts);
    const wasFaulty = served.corpusFault !== undefined;
    if (!isSame) served.library = await buildYielding(transcripts, kept);
    served.corpusFault = undefined;
    const { passages } = served.library;
    if (!isSame)
      log.info(`The corpus was read again: ${transcripts.length} seminars, ${passages.size} passages.`);
    else if (wasFaulty) log.info('The corpus is sound again, and as it was before.');
  } catch (error) {
    const what = `Reading the corpus failed: ${error instanceof Error ? error.message : String(error)}.`;
    const remedy = 'Undo the last change, or run "npm run check".';
    refuse(directory, [{ file: directory, line: 1, what, remedy }], served, log);
  }
}

function refuse(
  directory: string,
  found: readonly Problem[],
  served: Pick<Context, 'corpusFault'>,
  log: WatchLog,
): void {
  // A server's managers need not know where on the machine the corpus lies.
  const named = (file: string) => relative(dirname(directory), file);
  const problems = found.map((problem) => ({ ...problem, file: named(problem.file) }));
  const { corpusFault: before } = served;
  if (isDeepStrictEqual(before?.problems, problems)) return;
  served.corpusFault = { since: before?.since ?? new Date(), problems };
  const heading = 'The corpus has changed and is faulty; answers still come from it as it was before:';
  log.error([heading, ...describeProblems(found)].join('\n'));
}

/** The library of a changed corpus, made between the answers that are given meanwhile. */
async function buildYielding(
  transcripts: readonly Transcript[],
  kept: IndexSnapshots | undefined,
): Promise<Library> {
  const steps = librarySteps(transcripts, readDictionary, kept);
  let step = steps.next();
  while (!step.done) {
    await setImmediate();
    step = steps.next();
  }
  return step.value;
}

/** A mark of the files in the corpus' folders, which changes whenever one of them does. */
async function stateOf(directory: string): Promise<string> {
  const marks: string[] = [];
  for (const seminar of await namesIn(directory)) {
    for (const name of await namesIn(join(directory, seminar))) {
      marks.push(await markOf(join(directory, seminar, name)));
    }
    marks.push(seminar);
  }
  return marks.join('\n');
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => !name.startsWith('.')).sort();
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
