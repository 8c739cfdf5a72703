import { readCorpus } from '../../corpus/read.ts';
import { publishNew, stageSeminar } from '../../corpus/write.ts';
import { describeProblems } from '../../messages/problems/describe.ts';
import { OperatorError } from '../../operator-error.ts';
import type { Target } from './target.ts';

export async function publish(directory: string, target: Target, bytes: Uint8Array) {
  const { id, transcript } = target;
  const staged = await stageSeminar(directory, {
    id,
    sourceFile: target.drafted.draft.sourceFile,
    source: bytes,
    transcript,
  });
  const { problems } = await readCorpus(staged.directory, id);
  if (problems.length > 0) {
    await staged.discard();
    throw new OperatorError(
      `This is a fault of Rostrum: it made a transcript that does not pass its own check. Nothing was written.\n${describeProblems(problems, 'en').join('\n')}`,
    );
  }
  await publishNew(directory, staged, id);
  return { transcript, backup: null };
}
