import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dictionary, NO_DICTIONARY } from '../../../src/core/language/dictionary.ts';
import { termsOf } from '../../../src/core/language/notions.ts';
import { normalise, words } from '../../../src/core/language/text.ts';
import { understand } from '../../../src/core/search/question.ts';
import { anyText } from '../../fixtures.ts';

const NO_TERMS = termsOf([]);
const plain = (question: string, dictionary: Dictionary = NO_DICTIONARY) =>
  understand(question, { terms: NO_TERMS, dictionary });
const wordsOf = (text: string) => words(normalise(text));

describe('understand', () => {
  it('leaves out the English words that only ask', () => {
    expect(plain('What did they say about chips?').words).toEqual(wordsOf('chips'));
  });

  it('leaves out the Chinese phrases that only ask, and no pair spans what stands around them', () => {
    expect(plain('盟友为什么合作').bigrams).toEqual(['盟友', '合作']);
  });

  it('names each term once', () => {
    expect(plain('政府 政府').words).toEqual(['政府']);
  });

  it('takes characters side by side that the dictionary does not know for one notion', () => {
    expect(plain('台积电').askedTerms.map(({ term }) => term)).toEqual(['台积电']);
  });

  it('asks the same in either script', () => {
    expect(plain('晶片戰爭')).toEqual(plain('芯片战争'));
  });

  it('takes a word with a digit, and one with a capital inside the sentence, for a name', () => {
    const names = plain('Where did Oracle buy an h800 chip?').askedTerms.filter(({ isName }) => isName);
    expect(names.map(({ term }) => term)).toEqual([...wordsOf('Oracle'), 'h800']);
  });

  it('does not take the first word of a sentence for a name', () => {
    expect(plain('Chips are cheap').askedTerms.filter(({ isName }) => isName)).toEqual([]);
  });

  it('takes the forms of a declared notion for the same', () => {
    const terms = termsOf([['Nvidia', '英伟达']]);
    const askedTerms = (question: string) =>
      understand(question, { terms, dictionary: NO_DICTIONARY }).askedTerms;
    expect(askedTerms('英伟达')).toEqual(askedTerms('nvidia'));
    expect(askedTerms('英伟达')).toHaveLength(1);
  });

  it.each([
    ['有多少许可证?', ['number']],
    ['How many licences are there?', ['number']],
    ['什么时候发布?', ['time']],
    ['When does it end?', ['time']],
    ['On what date does it end?', ['date']],
    ['哪一天生效?', ['date']],
    ['补贴多少钱?', ['number', 'money']],
    ['为什么?', []],
  ])('knows what kind of answer %s asks for', (question, kinds) => {
    expect(plain(question).answerKinds).toEqual(kinds);
  });

  it.each([
    ['In which newspaper did he say so?', ['newspap']],
    ['哪位大法官写的?', ['大法官']],
    ['What did he say?', []],
    ['为什么很难?', []],
    ['有什么影响?', []],
  ])('knows of what %s asks which one', (question, focus) => {
    expect(plain(question).focus).toEqual(focus);
  });

  it.each(['', ' \n', '?!…', '\u{1F600}\u{1F389}', 'what is it', '是什么呢', '\u200F\u202E', '\uD800'])(
    'finds nothing in %j',
    (question) => {
      expect(plain(question)).toMatchObject({ words: [], bigrams: [], askedTerms: [] });
    },
  );

  it('never throws, and no term holds white space or an invisible character', () => {
    fc.assert(
      fc.property(anyText, (question) => {
        const { words, bigrams, askedTerms } = plain(question);
        for (const term of [...words, ...bigrams, ...askedTerms.map((asked) => asked.term)])
          expect(term).not.toMatch(/[\s\p{Cc}\p{Cs}]|^$/u);
      }),
    );
  });
});
