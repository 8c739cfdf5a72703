import { describe, expect, it } from 'vitest';
import { MOST_PARTS } from '../../src/formats/limits.ts';
import { recordingOf } from '../../src/importing/recognise.ts';

describe('a file that cannot be imported is refused', () => {
  it.each([
    ['no text', null, /^The file is neither a text nor a Word document\. Save the transcript as /],
    ['no words', '---\n\n---\n', /nobody says anything in it\. Look whether it is the right one/],
  ])('with what to do: %s', async (_, text, said) => {
    await expect(recordingOf({ bytes: new Uint8Array(), text })).rejects.toThrow(said);
  });
});

it('refuses a file with more lines than the check reads, and says what to do', async () => {
  const text = 'a\n'.repeat(MOST_PARTS + 1);
  await expect(recordingOf({ bytes: new Uint8Array(), text })).rejects.toThrow(
    'The file has 200001 lines, and at most 200000 are read. Divide it',
  );
});
