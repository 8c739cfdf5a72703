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
const tokenOf = (form: string) => finder.forms.get(normalise(form));
const notionsIn = (text: string) =>
  finder
    .tokensIn(normalise(text))
    .map((token) => NOTIONS.find(([form = '']) => tokenOf(form) === token)?.[0]);

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
      tokens: [tokenOf('eel'), tokenOf('tidal lagoon')],
    });
  });

  it('can be tens of thousands, more than one expression can have', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => [`Person Number ${at}`, `人物${at}号`]);
    const { tokensIn, forms } = notionFinderOf(many);
    expect(tokensIn('what does person number 19999 say, and 人物7号?')).toEqual([
      forms.get('person number 19999'),
      forms.get('person number 7'),
    ]);
    expect(new Set(forms.values()).size).toBe(many.length);
  });

  it('have tokens of their own, which stay the same whatever notions come and go beside them', () => {
    const others = notionFinderOf([['ebb'], ...NOTIONS.slice(1).reverse()]);
    for (const [form = ''] of NOTIONS.slice(1)) expect(others.forms.get(normalise(form))).toBe(tokenOf(form));
    expect(new Set(NOTIONS.map(([form = '']) => tokenOf(form))).size).toBe(NOTIONS.length);
    expect(tokenOf('潮')).toBe(tokenOf('tide'));
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
