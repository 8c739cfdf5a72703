import { join } from 'node:path';
import type { Entry } from '../../core/transcript/parse.ts';
import type { Problem } from '../../core/transcript/problem.ts';
import { FILE_BYTES, TRANSCRIPT_LINES } from '../../corpus/file.ts';
import { readCorpus, TRANSCRIPT } from '../../corpus/read.ts';
import { publishAgain, publishNew, type Staged, stageSeminar } from '../../corpus/write.ts';
import { describeProblems } from '../../messages/problems/describe.ts';
import { OperatorError } from '../../operator-error.ts';
import type { Made, Target } from './target.ts';

/** A correction that does not fit may hide another behind it; so often it is tried again. */
const TRIES = 8;
const TOLD = 5;

/**
 * Writes a seminar, if it passes the check that the corpus reader makes; what does not pass never becomes visible.
 * Corrections of an earlier transcript that do not pass are given up.
 * @returns what was written, and the folder with a copy of what was there before, if anything was
 * @throws OperatorError if it cannot be written, is too long to be read again, or does not pass
 */
export async function publish(
  directory: string,
  target: Target,
  bytes: Uint8Array,
): Promise<{ made: Made; backup: string | null }> {
  const { id, earlier, sourceFile } = target;
  const without = new Set<Entry>();
  for (let tries = 0; ; tries++) {
    const made = target.make(without);
    refuseLong(made.transcript);
    const written = { id, sourceFile, source: bytes, transcript: made.transcript };
    const staged = await stageSeminar(directory, written, earlier && join(directory, id));
    const problems = await problemsOf(staged, id);
    if (problems.length === 0) {
      if (earlier)
        return { made, backup: await publishAgain(directory, staged, written, earlier.sourceFile) };
      await publishNew(directory, staged, id);
      return { made, backup: null };
    }
    await staged.discard();
    const unfit = correctionsAt(problems, made);
    if (unfit.length === 0 || tries === TRIES) throw unsound(problems, earlier !== null);
    for (const entry of unfit) without.add(entry);
  }
}

/**
 * Refuses a transcript that the corpus reader would not read: one of a file with tens of thousands of turns.
 * @throws OperatorError with what to do
 */
export function refuseLong(transcript: string): void {
  const lines = transcript.split('\n').length;
  const bytes = Buffer.byteLength(transcript);
  if (lines <= TRANSCRIPT_LINES && bytes <= FILE_BYTES) return;
  const [found, most] =
    lines > TRANSCRIPT_LINES ? [`${lines} lines`, TRANSCRIPT_LINES] : [`${bytes} bytes`, FILE_BYTES];
  throw new OperatorError(
    `The transcript would have ${found}, and at most ${most} are read. Divide the file, and import each part. Nothing was written.`,
  );
}

/** A file with an error that keeps the corpus from being used, though what was just written is sound; null if there is none. */
export async function faultyFile(directory: string): Promise<string | null> {
  return (await readCorpus(directory)).problems[0]?.file ?? null;
}

async function problemsOf(staged: Staged, id: string): Promise<readonly Problem[]> {
  try {
    return (await readCorpus(staged.directory, id)).problems;
  } catch (error) {
    await staged.discard();
    throw error;
  }
}

/** The corrections on whose segments there are problems. */
function correctionsAt(problems: readonly Problem[], { transcript, correctionOf }: Made): Entry[] {
  const owners: (Entry | undefined)[] = [];
  let owner: Entry | undefined;
  for (const line of transcript.split('\n')) {
    if (line.startsWith('### ')) owner = correctionOf.get(line.slice('### '.length).split(' ')[0] ?? '');
    owners.push(owner);
  }
  const found = problems.flatMap(({ file, line }) => {
    if (!file.endsWith(TRANSCRIPT)) return [];
    // What is missing between two segments is reported on either.
    return [
      owners[line - 1] ?? owners.slice(0, line - 1).findLast((each) => each !== undefined) ?? [],
    ].flat();
  });
  return [...new Set(found)];
}

function unsound(problems: readonly Problem[], isAgain: boolean): OperatorError {
  const told = describeProblems(problems.slice(0, TOLD), 'en').join('\n');
  const isBeside = problems.every(({ file }) => !file.endsWith(TRANSCRIPT));
  if (isAgain && isBeside) {
    return new OperatorError(
      `Nothing was changed: other files in the folder do not fit the new transcript. Correct them, or move them away.\n${told}`,
    );
  }
  return new OperatorError(
    `This is a fault of Rostrum, please report it: the transcript that it made does not pass its own check. Nothing was written.\n${told}`,
  );
}
