import { dirname, relative } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type IndexSnapshots, NO_SNAPSHOTS } from '../core/indexing/index-snapshot.ts';
import { type Library, librarySteps, type Served, snapshotSteps } from '../core/library.ts';
import { runYielding, type Steps } from '../core/steps.ts';
import { type Problem, problemsIn } from '../core/transcript/problem.ts';
import { fieldsOf } from '../error-fields.ts';
import { describeProblems } from '../messages/problems/describe.ts';
import { readDictionary } from './dictionary.ts';
import { type KeptReads, keptReads } from './kept-reads.ts';
import { type Marks, marksIn, stateOf } from './marks.ts';
import { readCorpus } from './read.ts';
import { sameTranscriptSteps } from './same-transcripts.ts';

/**
 * How often the files are looked at. Looking works on every file system, network and container mounts too, which
 * send no events, and sees a file that was saved by renaming as it sees any other. With the time that files have to rest
 * and that a library of 100,000 passages takes, a new seminar answers within two seconds.
 */
const LOOK_MS = 500;
/** Looking takes at most one part in so many of the time, on a slow network mount too. */
const LOOK_SHARE = 10;
/** For so long files have to rest after a change before they are read: they may be half written. */
const REST_MS = 200;
/** After so many looks, files that never rest are read as they are: a sync tool may touch one all day. */
const MOST_CHANGING = 25;

/** Where the watch says what happened: the log, or the terminal. */
export interface WatchLog {
  info(text: string): void;
  error(text: string): void;
}

/**
 * Keeps what is served in step with the corpus files. Once they have changed and then rested from one look to the next,
 * or keep changing, they are read and checked while the library goes on to answer, and replace it whole. While they have
 * errors, answers come from the last good version, and `served.corpusFault` says why. The watch does not keep the process
 * alive.
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
    const reads = keptReads(directory);
    const keeper = keeperOf(snapshots ?? NO_SNAPSHOTS, stopping.signal);
    let [seen, taken, changing] = ['', '', 0];
    let lastLookMs = Number.POSITIVE_INFINITY;
    let sources: ReadonlySet<string> = new Set();
    while (!stopping.signal.aborted) {
      const start = performance.now();
      const marks = await marksIn(directory);
      const lookMs = performance.now() - start;
      // One look may take long because everything else has its turn; on a slow mount each does.
      const usualMs = Math.min(lookMs, lastLookMs);
      lastLookMs = lookMs;
      const state = stateOf(marks, directory, sources);
      changing = state === taken ? 0 : changing + 1;
      // The first time too: the files may have changed between the start and the first look.
      if (state !== taken && (state === seen || changing > MOST_CHANGING)) {
        sources = (await reload({ directory, marks, reads, keeper }, served, log)) ?? sources;
        changing = 0;
        taken = stateOf(marks, directory, sources);
      }
      seen = stateOf(marks, directory, sources);
      const waitMs = changing > 0 ? Math.min(REST_MS, everyMs) : Math.max(everyMs, LOOK_SHARE * usualMs);
      await setTimeout(waitMs, undefined, { ref: false, signal: stopping.signal }).catch(() => undefined);
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

/** What is read again. */
interface Watched {
  directory: string;
  /** As the files were before they are read. */
  marks: Marks;
  reads: KeptReads;
  keeper: Keeper;
}

/** Keeps the index of a new library for the next start, while everything else goes on. */
interface Keeper {
  /** Has a library's index kept once nothing is read. Of those that come meanwhile, all but the last are passed over. */
  keep(library: Library): void;
  /** Breaks off while something is read: who waits for a new seminar comes first. */
  hold(): void;
  /** Begins with what is still to be kept. */
  release(): void;
}

/** @param signal after it, no more is written */
function keeperOf(snapshots: IndexSnapshots, signal: AbortSignal): Keeper {
  let next: Library | null = null;
  let isKeeping = false;
  let isHeld = false;
  /** Returns whether it came to its end. */
  function* untilStopped(steps: Steps<void>): Steps<boolean> {
    for (let step = steps.next(); !step.done; step = steps.next()) {
      yield;
      if (!isHeld && !signal.aborted) continue;
      steps.return();
      return false;
    }
    return true;
  }
  const keepAll = async () => {
    isKeeping = true;
    for (let library = next; library && !isHeld && !signal.aborted; library = next) {
      const isKept = await runYielding(untilStopped(snapshotSteps(library, snapshots)));
      if (isKept && next === library) next = null;
    }
    isKeeping = false;
  };
  return {
    keep: (library) => {
      next = library;
    },
    hold: () => {
      isHeld = true;
    },
    release: () => {
      isHeld = false;
      if (!isKeeping) void keepAll();
    },
  };
}

/**
 * Reads what has changed of the corpus and puts it in place of what is served, or says why not. Never throws.
 * @returns the files that the transcripts name as their sources; null if they could not be read
 */
async function reload(
  { directory, marks, reads, keeper }: Watched,
  served: Served,
  log: WatchLog,
): Promise<ReadonlySet<string> | null> {
  keeper.hold();
  try {
    const read = await readCorpus(directory, undefined, (id) => reads.read(id, marks));
    const { problems, sources } = read;
    if (problems.length > 0) {
      await runYielding(refusalSteps(directory, problems, served, log));
      return new Set(sources);
    }
    const { library: before } = served;
    const transcripts = await runYielding(sameTranscriptSteps(read.transcripts, before.transcripts));
    const isSame =
      transcripts.length === before.transcripts.length &&
      transcripts.every((transcript, at) => transcript === before.transcripts[at]);
    const wasFaulty = served.corpusFault !== undefined;
    const library = isSame
      ? before
      : await runYielding(librarySteps(transcripts, readDictionary, undefined, before));
    served.library = library;
    served.corpusFault = undefined;
    if (!isSame)
      log.info(
        `The corpus was read again; seminars: ${transcripts.length}, passages: ${library.passages.size}.`,
      );
    else if (wasFaulty) log.info('The corpus has no errors again; nothing changed.');
    await runYielding(reads.tidySteps(transcripts));
    if (!isSame) keeper.keep(library);
    return new Set(sources);
  } catch (error) {
    const problems = problemsIn(directory);
    const { code, message } = fieldsOf(error);
    problems.report(1, 'corpus-reload-failed', { reason: String(code ?? message ?? error) });
    await runYielding(refusalSteps(directory, problems.errors, served, log));
    return null;
  } finally {
    keeper.release();
  }
}

/** Keeps why the corpus cannot be used, and logs it if it is new. Pauses often: there can be one problem on each line. */
function* refusalSteps(
  directory: string,
  found: readonly Problem[],
  served: Pick<Served, 'corpusFault'>,
  log: WatchLog,
): Steps<void> {
  // A server's managers need not know where on the machine the corpus is.
  const named = new Map<string, string>();
  const problems: Problem[] = [];
  const { corpusFault: before } = served;
  let isSame = before?.problems.length === found.length;
  for (const [at, problem] of found.entries()) {
    const file = named.get(problem.file) ?? relative(dirname(directory), problem.file);
    named.set(problem.file, file);
    problems.push({ ...problem, file });
    isSame &&= isDeepStrictEqual(before?.problems[at], problems[at]);
    yield;
  }
  if (isSame) return;
  served.corpusFault = { since: before?.since ?? new Date(), problems };
  const heading = 'The corpus has changed and has errors; answers still come from the last good version:';
  log.error([heading, ...describeProblems(found, 'en')].join('\n'));
}
