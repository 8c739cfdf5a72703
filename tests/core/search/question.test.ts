import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutChat } from '../../../src/core/language/chat.ts';
import { type Dictionary, NO_DICTIONARY } from '../../../src/core/language/dictionary.ts';
import { notionFinderOf } from '../../../src/core/language/notions.ts';
import { normalise, words } from '../../../src/core/language/text.ts';
import { understand } from '../../../src/core/search/question.ts';
import { anyText } from '../../fixtures.ts';

const understood = (question: string, dictionary: Dictionary = NO_DICTIONARY) =>
  understand(question, { notionFinder: notionFinderOf([]), dictionary });
const wordsOf = (text: string) => words(normalise(text));

describe('understand', () => {
  it('leaves out English words that only serve to ask', () => {
    expect(understood('What did they say about chips?').words).toEqual(wordsOf('chips'));
  });

  it('leaves out Chinese question phrases, and pairs no characters across them', () => {
    expect(understood('盟友为什么合作').bigrams).toEqual(['盟友', '合作']);
  });

  it.each([
    ['下一班船是啥时候', '下一班船'],
    ['渡船到底咋回事', '渡船'],
    ['是哪款渡船', '渡船'],
    ['渡船多久一次', '渡船'],
    ['请问一下渡船一共有几艘', '渡船,艘'],
    ['渡船是几月份开的', '渡船 开的'],
  ])('leaves out what asks in everyday speech: %s', (question, left) => {
    expect(understood(withoutChat(normalise(question), false)).bigrams).toEqual(understood(left).bigrams);
  });

  it.each([
    ['Ferrix 是干什么的?', 'zh'],
    ['Kelda 插件是谁写的', 'zh'],
    ['IT 部门的船', 'zh'],
    ['Ferrix 插件', 'zh'],
    ['渡船?', 'zh'],
    ['What did 高峰 say about ferries?', 'en'],
    ['Does 何立峰 like the ferry?', 'en'],
    ['what is the price of 渡船的票', 'en'],
    ['Ferries?', 'en'],
    ['渡船 ferry timetable winter', 'mixed'],
    ['渡船的票 what is the price 是多少', 'mixed'],
  ])('is in the language that asks: %s', (question, language) => {
    expect(understood(question).language).toBe(language);
  });

  it('has each term once', () => {
    expect(understood('政府 政府').words).toEqual(['政府']);
  });

  it('takes adjacent characters that ICU does not know as a word for one term', () => {
    expect(understood('台积电').askedTerms.map(({ term }) => term)).toEqual(['台积电']);
  });

  it('takes a word that only the dictionary knows for one, with a character that is a stop word by itself', () => {
    const dictionary: Dictionary = {
      ...NO_DICTIONARY,
      englishFor: (word) => (word === '储能' ? [{ text: 'energy storage', quality: 1 }] : []),
    };
    const terms = (question: string) => understood(question, dictionary).askedTerms.map(({ term }) => term);
    expect(terms('储能按多少年算')).toEqual(['储能']);
    expect(terms('五天修完储能')).toEqual(['5', '修完', '储能']);
    expect(terms('下一场是几号')).toEqual(['下一场']);
  });

  it('joins characters that stand one by one', () => {
    expect(understood('钢 桥 生 锈').askedTerms).toEqual(understood('钢桥生锈').askedTerms);
    expect(understood('捐款 人').bigrams).toEqual(['捐款', '款人']);
    expect(understood('钢桥 木桥').bigrams).toEqual(['钢桥', '木桥']);
  });

  it('asks for no word of function words alone', () => {
    expect(understood('为什么说木桥也是桥').askedTerms.map(({ term }) => term)).toEqual(['木桥']);
  });

  it('looks for what it asks for in one piece, too', () => {
    const { askedTerms, words } = understood('台积电怎么样');
    expect(words).toEqual(expect.arrayContaining(askedTerms.map(({ term }) => term)));
  });

  it('is the same in either script', () => {
    expect(understood('晶片戰爭')).toEqual(understood('芯片战争'));
  });

  it('takes a word with a digit, and one with a capital inside the sentence, for a name', () => {
    const names = understood('Where did Oracle buy an h800 chip?').askedTerms.filter(({ isName }) => isName);
    expect(names.map(({ term }) => term)).toEqual([...wordsOf('Oracle'), 'h800']);
  });

  it('does not take the first word of a sentence for a name', () => {
    expect(understood('Chips are cheap').askedTerms.filter(({ isName }) => isName)).toEqual([]);
  });

  it('takes all forms of a declared notion for the same term', () => {
    const notionFinder = notionFinderOf([['Nvidia', '英伟达']]);
    const askedTerms = (question: string) =>
      understand(question, { notionFinder, dictionary: NO_DICTIONARY }).askedTerms;
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
  ])('knows which kinds of answer %s asks for', (question, kinds) => {
    expect(understood(question).answerKinds).toEqual(kinds);
  });

  it.each([
    ['In which newspaper did he say so?', ['newspap']],
    ['哪位大法官写的?', ['大法官']],
    ['What did he say?', []],
    ['为什么很难?', []],
    ['有什么影响?', []],
  ])('knows which kind of thing %s asks for', (question, focusNouns) => {
    expect(understood(question).focusNouns).toEqual(focusNouns);
  });

  it.each(['', ' \n', '?!…', '\u{1F600}\u{1F389}', 'what is it', '是什么呢', '\u200F\u202E', '\uD800'])(
    'finds nothing in %j',
    (question) => {
      expect(understood(question)).toMatchObject({ words: [], bigrams: [], askedTerms: [] });
    },
  );

  it('never throws, and no term contains white space or an invisible character', () => {
    fc.assert(
      fc.property(anyText, (question) => {
        const { words, bigrams, askedTerms } = understood(question);
        for (const term of [...words, ...bigrams, ...askedTerms.map((asked) => asked.term)])
          expect(term).not.toMatch(/[\s\p{Cc}\p{Cs}]|^$/u);
      }),
    );
  });
});
