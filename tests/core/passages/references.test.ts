import { describe, expect, it } from 'vitest';
import {
  type PassageReference,
  readReferences,
  writeReferences,
} from '../../../src/core/passages/references.ts';
import { bridges } from '../../fixtures.ts';

const { library } = bridges();
const passages = [...library.passages.values()];

describe('references', () => {
  it('are read as they were written: each passage with each of its sentences, or with none', () => {
    const references = passages.flatMap((passage): PassageReference[] => [
      { passage, sentence: null },
      ...passage.sentences.map((_, sentence) => ({ passage, sentence })),
    ]);
    expect(readReferences(writeReferences(references), library)).toEqual(references);
  });

  it('to a sentence further on than can be written are read as to the last one', () => {
    const [passage] = passages;
    if (!passage) throw new Error('No passages.');
    const last = passage.sentences.length - 1;
    for (const sentence of [35, 36, 1000])
      expect(readReferences(writeReferences([{ passage, sentence }]), library)).toEqual([
        { passage, sentence: last },
      ]);
  });

  it.each(['', 'x', '----', '-----', 'abcd'])('that nobody has written are none: "%s"', (written) => {
    expect(readReferences(written, library)).toBeNull();
  });
});
