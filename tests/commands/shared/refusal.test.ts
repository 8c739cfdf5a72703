import { expect, it } from 'vitest';
import { refusalWithTopics } from '../../../commands/shared/refusal.ts';
import { localised } from '../../../src/core/language/locale.ts';
import { libraryOf } from '../../../src/core/library.ts';
import type { Block } from '../../../src/reply/reply.ts';
import { largeArchive } from '../../large-archive.ts';

/** As many as a seminar may have. */
const TOPICS = 30;
const transcripts = largeArchive().transcripts.map((transcript) => ({
  ...transcript,
  topics: Array.from({ length: TOPICS }, (_, at) =>
    localised(() => `year ${1900 + at} of ${transcript.title.en}`),
  ),
}));

/** What is suggested instead of an answer, and after how many pauses, in an archive of some seminars. */
function refusal(seminars: number): { words: string; pauses: number } {
  const library = libraryOf(transcripts.slice(0, seminars));
  const scope = { transcripts: library.transcripts, speakers: [] };
  const last = library.transcripts[seminars - 1]?.id;
  const steps = refusalWithTopics(scope, { nearest: [`${last}/p1`], elsewhere: [] }, library);
  let pauses = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) pauses++;
  const lists: Block[] = step.value.filter(({ kind }) => kind === 'list');
  return { words: JSON.stringify(lists), pauses };
}

it('suggests topics of the seminars that come nearest, and takes no longer for more seminars', () => {
  const [few, many] = [refusal(5), refusal(transcripts.length)];
  expect(many.words).toContain(`of Round ${transcripts.length} on`);
  expect(many.pauses).toBeLessThan(few.pauses);
});
