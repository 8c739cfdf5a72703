import { stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
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
import { PEOPLE, readCorpus, SEMINAR_FILES } from './read.ts';
import { filesIn, seminarFolders } from './seminars.ts';

/**
 * How often the files are looked at. Looking works on every file system, network and container mounts too, which
 * send no events, and sees a file that was saved by renaming as it sees any other.
 */
const LOOK_MS = 1000;
/** After so many looks, files that never rest are read as they are: a sync tool may touch one all day. */
const MOST_CHANGING = 5;

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
    let [seen, taken, changing] = ['', '', 0];
    let sources: ReadonlySet<string> = new Set();
    while (!stopping.signal.aborted) {
      const marks = await marksIn(directory);
      const state = stateOf(marks, directory, sources);
      changing = state === taken ? 0 : changing + 1;
      // The first time too: the files may have changed between the start and the first look.
      if (state !== taken && (state === seen || changing > MOST_CHANGING)) {
        sources = (await reload(directory, served, log, snapshots)) ?? sources;
        changing = 0;
        taken = stateOf(marks, directory, sources);
      }
      seen = stateOf(marks, directory, sources);
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

/**
 * Reads the corpus and puts it in place of what is served, or says why not. Never throws.
 * @returns the files that the transcripts name as their sources; null if they could not be read
 */
async function reload(
  directory: string,
  served: Served,
  log: WatchLog,
  snapshots: IndexSnapshots | undefined,
): Promise<ReadonlySet<string> | null> {
  try {
    const { transcripts, problems, sources } = await readCorpus(directory);
    if (problems.length > 0) {
      await runYielding(refusalSteps(directory, problems, served, log));
      return new Set(sources);
    }
    const isSame = await runYielding(sameSteps(transcripts, served.library.transcripts));
    const wasFaulty = served.corpusFault !== undefined;
    if (!isSame) served.library = await runYielding(librarySteps(transcripts, readDictionary, snapshots));
    served.corpusFault = undefined;
    const { passages } = served.library;
    if (!isSame)
      log.info(`The corpus was read again; seminars: ${transcripts.length}, passages: ${passages.size}.`);
    else if (wasFaulty) log.info('The corpus has no errors again; nothing changed.');
    return new Set(sources);
  } catch (error) {
    const problems = problemsIn(directory);
    const { code, message } = fieldsOf(error);
    problems.report(1, 'corpus-reload-failed', { reason: String(code ?? message ?? error) });
    await runYielding(refusalSteps(directory, problems.errors, served, log));
    return null;
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

/** Marks of files by their paths. A mark changes whenever its file does. A seminar's folder has one that never changes. */
type Marks = ReadonlyMap<string, string>;

/** The marks of people.yaml, of the seminars' folders and of all files in them. */
async function marksIn(directory: string): Promise<Marks> {
  const marks = new Map<string, string>();
  const mark = async (file: string) => marks.set(file, await markOf(file));
  await mark(join(directory, PEOPLE));
  for (const seminar of await seminarFolders(directory).catch(() => [])) {
    const folder = join(directory, seminar);
    marks.set(folder, folder);
    for (const name of await filesIn(folder).catch(() => [])) await mark(join(folder, name));
  }
  return marks;
}

/**
 * The marks of what is read, as one text. What else is in a seminar's folder may change all the time: an editor's swap
 * file, a recording, a log.
 */
function stateOf(marks: Marks, directory: string, sources: ReadonlySet<string>): string {
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
