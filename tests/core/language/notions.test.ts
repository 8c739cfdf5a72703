import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notionFinderOf } from '../../../src/core/language/notions.ts';
import { normalise } from '../../../src/core/language/text.ts';
import { anyText } from '../../fixtures.ts';

const NOTIONS = [
  ['tidal lagoon', '潮汐潟湖'],
  ['tide', '潮'],
  ['TL-90', '九零机'],
  ['eel', 'Anguilla'],
];
const finder = notionFinderOf(NOTIONS);
const notionsIn = (text: string) =>
  finder.tokensIn(normalise(text)).map((token) => NOTIONS[Number(token.slice(1))]?.[0]);

describe('the notions in a text', () => {
  it.each([
    ['A Tidal Lagoon is built.', ['tidal lagoon']],
    ['Two tidal-lagoons are built.', ['tidal lagoon']],
    ['The lagoon has a tide.', ['tide']],
    ['建设潮汐潟湖', ['tidal lagoon']],
    ['潮水来了', ['tide']],
    ['The TL90, the TL 90 and the TL-90', ['TL-90']],
    ["the eel's mud", ['eel']],
    ['a tidy reel', []],
    ['TL-900', []],
    ['', []],
  ])('are found in any of their forms, the longest first: %s', (text, found) => {
    expect(notionsIn(text)).toEqual(found);
  });

  it('are taken out, with a space in place of each', () => {
    expect(finder.extract('the eels need a tidal lagoon now')).toEqual({
      rest: 'the   need a   now',
      tokens: ['§3', '§0'],
    });
  });

  it('can be tens of thousands, more than one expression can have', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => [`Person Number ${at}`, `人物${at}号`]);
    const { tokensIn } = notionFinderOf(many);
    expect(tokensIn('what does person number 19999 say, and 人物7号?')).toEqual(['§19999', '§7']);
  });

  it('leave the rest of any text as it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { rest, tokens } = finder.extract(normalise(text));
        if (tokens.length === 0) expect(rest).toBe(normalise(text));
      }),
    );
  });
});
