import { expect, it } from 'vitest';
import { MOST_PARTS } from '../../src/formats/limits.ts';
import { recordingOf } from '../../src/importing/recognise.ts';

it('refuses a file with more lines than the check reads, and says what to do', async () => {
  const text = 'a\n'.repeat(MOST_PARTS + 1);
  await expect(recordingOf({ bytes: new Uint8Array(), text })).rejects.toThrow(
    'The file has 200001 lines, and at most 200000 are read. Divide it',
  );
});
