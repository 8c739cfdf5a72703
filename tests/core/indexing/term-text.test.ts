import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alongside,
  countOf,
  gramsOf,
  joinTermTexts,
  patternOf,
  sentencesOf,
  tokenise,
} from '../../../src/core/indexing/term-text.ts';
import { isStopWord, normalise } from '../../../src/core/language/text.ts';
import { anyText } from '../../fixtures.ts';

const contains = (termText: string, term: string) => termText.includes(patternOf(term));
const termTextOf = (text: string) => tokenise(normalise(text)).termText;

describe('a term text', () => {
  it.each([
    ['出口管制很有效', '出口'],
    ['出口管制很有效', '管制'],
    ['export controls work', 'control'],
    ['export controls work', 'export control'],
    ['the state of the art', 'state art'],
    ['H800芯片', 'h800'],
    ['H800芯片', '芯片'],
    ['芯片', '芯'],
    ['𠮷田', '𠮷'],
  ])('of %j contains %j', (text, term) => {
    expect(contains(termTextOf(text), term)).toBe(true);
  });

  it.each([
    ['出口。管制', '口管', 'there is punctuation between the two'],
    ['party', 'art', 'a stem is matched as a whole word'],
    ['export the controls', 'the', 'stop words are left out'],
    ['木桥', '桥木', 'order matters'],
  ])('of %j does not contain %j: %s', (text, term) => {
    expect(contains(termTextOf(text), term)).toBe(false);
  });

  it('contains every word, unit and pair of the text that it was made from', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { words, termText } = tokenise(normalise(text));
        const { singles, pairs } = gramsOf(termText);
        const terms = [...words.filter((word) => !isStopWord(word)), ...singles, ...pairs];
        expect(terms.filter((term) => countOf(termText, patternOf(term)) === 0)).toEqual([]);
      }),
    );
  });

  it('counts neighbours that share a space', () => {
    expect(countOf(termTextOf('chips, chips and chips'), patternOf('chip'))).toBe(3);
  });

  it('keeps a translation apart from its sentence', () => {
    const joined = alongside(termTextOf('木桥'), termTextOf('桥板'));
    expect(contains(joined, '桥桥')).toBe(false);
    expect(contains(joined, '桥板')).toBe(true);
  });

  it('can be split into its sentences again, without what belongs to none of them', () => {
    const sentences = ['木桥。', '钢桥。'].map(termTextOf);
    expect(sentencesOf(joinTermTexts(sentences, [termTextOf('Wood and steel.')]))).toEqual(sentences);
  });

  it('comes with the words that are indexed', () => {
    expect(tokenise('出口管制 of chips').words).toEqual(['出口', '管制', 'of', 'chip']);
  });

  it('can be split into single units and pairs', () => {
    expect(gramsOf(termTextOf('木桥。钢 chips'))).toEqual({
      singles: ['木', '桥', '钢', 'chip'],
      pairs: ['木桥', '钢 chip'],
    });
  });
});
