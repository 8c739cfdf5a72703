import { readdir, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { IndexSnapshots } from '../core/indexing/index-snapshot.ts';
import { librarySteps, type Served } from '../core/library.ts';
import { runYielding, type Steps } from '../core/steps.ts';
import { type Problem, problemsIn } from '../core/transcript/problem.ts';
import type { Transcript } from '../core/transcript/transcript.ts';
import { fieldsOf } from '../error-fields.ts';
import { describeProblems } from '../messages/problems/describe.ts';
import { readDictionary } from './dictionary.ts';
import { readCorpus } from './read.ts';

/**
 * How often the files are looked at. Looking works on every file system, network and container mounts too, which
 * send no events, and sees a file that was saved by renaming as it sees any other.
 */
const LOOK_MS = 1000;

/** Where the watch says what happened: the log, or the terminal. */
export interface WatchLog {
  info(text: string): void;
  error(text: string): void;
}

/**
 * Keeps what is served in step with the corpus files. Once they have changed and then rested from one look to the
 * next, they are read and checked while the library goes on to answer, and replace it whole. While they have errors,
 * answers come from the last good version, and `served.corpusFault` says why. The watch does not keep the process alive.
 * @param served what answers are made from; the watch replaces its library
 * @param options how often to look, in milliseconds, and where the index of a large corpus is kept
 */
export function watchCorpus(
  directory: string,
  served: Served,
  log: WatchLog,
  { everyMs = LOOK_MS, snapshots }: { everyMs?: number; snapshots?: IndexSnapshots } = {},
): { stop(): Promise<void> } {
  const stopping = new AbortController();

  const watch = async () => {
    let [seen, taken] = ['', ''];
    while (!stopping.signal.aborted) {
      const state = await stateOf(directory);
      // The first time too: the files may have changed between the start and the first look.
      if (state === seen && state !== taken) {
        taken = state;
        await reload(directory, served, log, snapshots);
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
  served: Served,
  log: WatchLog,
  snapshots: IndexSnapshots | undefined,
): Promise<void> {
  try {
    const { transcripts, problems } = await readCorpus(directory);
    if (problems.length > 0) return refuse(directory, problems, served, log);
    const isSame = await runYielding(sameSteps(transcripts, served.library.transcripts));
    const wasFaulty = served.corpusFault !== undefined;
    if (!isSame) served.library = await runYielding(librarySteps(transcripts, readDictionary, snapshots));
    served.corpusFault = undefined;
    const { passages } = served.library;
    if (!isSame)
      log.info(`The corpus was read again; seminars: ${transcripts.length}, passages: ${passages.size}.`);
    else if (wasFaulty) log.info('The corpus has no errors again; nothing changed.');
  } catch (error) {
    const problems = problemsIn(directory);
    const { code, message } = fieldsOf(error);
    problems.report(1, 'corpus-reload-failed', { reason: String(code ?? message ?? error) });
    refuse(directory, problems.errors, served, log);
  }
}

/** Whether two lists of transcripts say the same; pauses often. */
function* sameSteps(some: readonly Transcript[], others: readonly Transcript[]): Steps<boolean> {
  if (some.length !== others.length) return false;
  for (const [at, { segments, ...one }] of some.entries()) {
    const { segments: otherSegments = [], ...other } = others[at] ?? {};
    if (segments.length !== otherSegments.length || !isDeepStrictEqual(one, other)) return false;
    yield;
    for (const [place, segment] of segments.entries()) {
      if (!isDeepStrictEqual(segment, otherSegments[place])) return false;
      yield;
    }
  }
  return true;
}

function refuse(
  directory: string,
  found: readonly Problem[],
  served: Pick<Served, 'corpusFault'>,
  log: WatchLog,
): void {
  // A server's managers need not know where on the machine the corpus is.
  const named = (file: string) => relative(dirname(directory), file);
  const problems = found.map((problem) => ({ ...problem, file: named(problem.file) }));
  const { corpusFault: before } = served;
  if (isDeepStrictEqual(before?.problems, problems)) return;
  served.corpusFault = { since: before?.since ?? new Date(), problems };
  const heading = 'The corpus has changed and has errors; answers still come from the last good version:';
  log.error([heading, ...describeProblems(found, 'en')].join('\n'));
}

/** A mark of the files in the corpus' folders, which changes whenever one of them does. */
async function stateOf(directory: string): Promise<string> {
  const marks: string[] = [];
  for (const seminar of await namesIn(directory)) {
    // A file beside the seminars' folders, such as people.yaml.
    marks.push(await markOf(join(directory, seminar)));
    for (const name of await namesIn(join(directory, seminar))) {
      marks.push(await markOf(join(directory, seminar, name)));
    }
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
