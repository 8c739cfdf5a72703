import { describe, expect, it } from 'vitest';
import { refuseLong } from '../../../src/cli/import/publish.ts';
import { FILE_BYTES, TRANSCRIPT_LINES } from '../../../src/corpus/file.ts';

describe('a transcript that is too long to be read again', () => {
  it.each([
    [
      'lines',
      '\n'.repeat(TRANSCRIPT_LINES),
      'The transcript would have 1000001 lines, and at most 1000000 are read.',
    ],
    [
      'bytes',
      '桥'.repeat(FILE_BYTES / 2),
      'The transcript would have 25165824 bytes, and at most 16777216 are',
    ],
  ])('is refused with what to do: %s', (_, transcript, said) => {
    expect(() => refuseLong(transcript)).toThrow(said);
    expect(() => refuseLong(transcript)).toThrow('Divide the file');
  });

  it('is no other', () => {
    expect(() => refuseLong('\n'.repeat(TRANSCRIPT_LINES - 1))).not.toThrow();
  });
});
