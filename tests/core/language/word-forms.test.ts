import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise, words } from '../../../src/core/language/text.ts';
import { baseForm } from '../../../src/core/language/word-forms.ts';

const stemsOf = (text: string) => new Set(words(normalise(text)));

describe('forms of one word have one stem', () => {
  it.each([
    'sell sold selling',
    'spend spent spends',
    'shrink shrank shrunk',
    'teach taught',
    'policeman policemen',
    'tooth teeth',
    'phenomenon phenomena',
    'flavour flavor flavours flavored',
    'rumour rumors',
    'theatre theater theatres',
    'centimetres centimeters cm',
    'pretence pretense',
    'catalogue catalogs',
    'modernise modernize modernised modernizing',
    'privatisation privatization',
    'paralyse paralyze paralysed',
    'paediatric pediatric',
    'tonnes tons',
    'mould mold',
  ])('%s', (forms) => {
    expect(stemsOf(forms).size).toBe(1);
  });

  it.each([
    'metric meter',
    'our or',
    'flour floor',
    'precise prize',
    'specimen specialist',
    'Fed feed',
    'lives life',
    'bases basis',
  ])('and other words another: %s', (others) => {
    expect(stemsOf(others).size).toBe(others.split(' ').length);
  });

  it('and words in "-ise" that never have a z keep their other forms', () => {
    for (const forms of ['precise precisely', 'wise wisely', 'advise adviser advised', 'surprise surprised'])
      expect(stemsOf(forms).size).toBe(1);
  });

  it('a base form is its own base form', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,14}$/), (word) => {
        expect(baseForm(baseForm(word))).toBe(baseForm(word));
      }),
    );
  });
});
