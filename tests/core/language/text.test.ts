import fc from 'fast-check';
import { Converter } from 'opencc-js/t2cn';
import { describe, expect, it } from 'vitest';
import { isNumber, withoutNumbers } from '../../../src/core/language/numbers.ts';
import { sentences } from '../../../src/core/language/sentences.ts';
import { inMainlandWords } from '../../../src/core/language/taiwan-words.ts';
import {
  bigrams,
  chineseOf,
  firstWords,
  hasWords,
  normalise,
  words,
} from '../../../src/core/language/text.ts';
import { anyText, corpus } from '../../fixtures.ts';

const wordsOf = (text: string) => words(normalise(text));

describe('normalise', () => {
  it.each([
    ['capitals', 'DeepSeek', 'deepseek'],
    ['full-width letters', '\uFF21\uFF29', 'ai'],
    ['Traditional characters', '盟友與貿易夥伴', '盟友与贸易伙伴'],
    ["Taiwan's words", '輝達晶片', '英伟达芯片'],
    ['zero-width marks inside a word', 'A\u200BI', 'ai'],
    ['direction marks', '\u202EAI\u200F', 'ai'],
    ['lone surrogates', 'A\uD800I\uDC00', 'ai'],
    ['variants of a character', '葛\u{E0100}城 神\uFE00社', '葛城 神社'],
    ['what has no width', 'b\uFEFFr\u3164i\u034Fd\u{E0064}ge', 'bridge'],
    ['the sign for what was hidden', 'bri\uFFFDdge', 'bridge'],
    ['accents of Latin letters', 'Görlitz, Besançon, Đà Nẵng', 'gorlitz, besancon, da nang'],
    ['accents that are marks of their own', 'Go\u0308rlitz', 'gorlitz'],
    [
      'letters that have no accent to lose',
      'Weißenfels, Ålesund, Tromsø, Łomża',
      'weissenfels, alesund, tromso, lomza',
    ],
    [
      'curly and other apostrophes',
      'D\u2019Arcy D\u02BCArcy D\u00B4Arcy D`Arcy D\u2032Arcy',
      "d'arcy ".repeat(5).trim(),
    ],
    ['curly quotation marks', '\u201CYes\u201D', '"yes"'],
    ['other hyphens', 'Rhine\u2010Main Rhine\u2011Main Rhine\u2013Main', 'rhine-main '.repeat(3).trim()],
    ['fractions next to a digit', '4\u00BD', '4 1/2'],
  ])('converts %s', (_, text, form) => {
    expect(normalise(text)).toBe(form);
  });

  it.each(['ガギグ', '한국', 'ё й', 'ά'])('keeps the marks of other scripts, as in %s', (text) => {
    expect(normalise(text)).toBe(text);
  });

  it('changes nothing that is in this form already, but for Chinese words', () => {
    fc.assert(
      fc.property(
        anyText.filter((text) => !/\p{Script=Han}/u.test(text.normalize('NFKC'))),
        (text) => {
          expect(normalise(normalise(text))).toBe(normalise(text));
        },
      ),
    );
  });

  it('keeps words apart that are separated only by a control character', () => {
    expect(normalise('chip\twar')).toBe('chip war');
  });
});

describe('words', () => {
  it('reduces the forms of a Latin word to one stem', () => {
    expect(new Set(wordsOf('export exports exported'))).toHaveLength(1);
  });

  it('removes the possessive, with either apostrophe', () => {
    expect(wordsOf('China\u2019s')).toEqual(wordsOf("China's"));
    expect(wordsOf("China's")).toEqual(wordsOf('China'));
  });

  it('keeps "used" apart from "US"', () => {
    expect(wordsOf('used')).not.toEqual(wordsOf('US'));
  });

  it('separates a Latin abbreviation from the Chinese word next to it', () => {
    expect(wordsOf('AI政府')).toEqual(['ai', '政府']);
  });
});

describe('bigrams', () => {
  it.each([
    ['a run', '芯片外交', ['芯片', '片外', '外交']],
    ['a lone character', '芯', ['芯']],
    ['runs separated by Latin letters', '芯片AI外交', ['芯片', '外交']],
    ['characters beyond 16 bits', '\u{20BB7}野家', ['\u{20BB7}野', '野家']],
    ['a text without Chinese', 'export controls', []],
  ])('pairs adjacent characters in %s', (_, text, pairs) => {
    expect(bigrams(text)).toEqual(pairs);
  });
});

describe('firstWords', () => {
  it.each([
    ['ends after the last word that is counted', 'one two three four', 2, 'one two'],
    ['counts Chinese words', '出口管制有效', 1, '出口'],
    ['returns all of a shorter text, trimmed', '  one two! ', 5, 'one two!'],
    ['does not count punctuation', '!? one, - two three', 2, '!? one, - two'],
  ])('%s', (_, text, count, start) => {
    expect(firstWords(text, count)).toBe(start);
  });
});

describe('hasWords', () => {
  it.each(['芯', 'a', '7', 'ж'])('finds a letter or digit in %j', (text) => {
    expect(hasWords(text)).toBe(true);
  });

  it.each(['', '?!', '\u{1F600}', '\u0000\u0007', '\u202E', '\uD800'])('finds none in %j', (text) => {
    expect(hasWords(text)).toBe(false);
  });
});

describe('chineseOf', () => {
  it('is null for a text without Chinese characters', () => {
    expect(chineseOf('What is the AI diffusion rule?')).toBeNull();
  });

  it('recognises the script of each example question and topic in the corpus', async () => {
    const { transcripts } = await corpus();
    for (const { examples, topics } of transcripts) {
      for (const text of [...examples, ...topics]) {
        expect(chineseOf(text['zh-CN']), text['zh-CN']).toBe('zh-CN');
        expect(chineseOf(text['zh-TW']), text['zh-TW']).toBe('zh-TW');
      }
    }
  });
});

describe('a long text', () => {
  const PART = 3000;
  /** Everything said in the first seminar, in both languages, as one text of some 50,000 characters. */
  const wholeSeminar = async () => {
    const { transcripts } = await corpus();
    return transcripts
      .flatMap(({ sourceText, segments }) => [sourceText, ...segments.map(({ translation }) => translation)])
      .join(' ');
  };

  it('has the same sentences as if all of it were segmented at once, except after abbreviations', async () => {
    const text = await wholeSeminar();
    const unicode = Array.from(
      new Intl.Segmenter('zh', { granularity: 'sentence' }).segment(text),
      ({ index }) => index,
    );
    const starts = sentences(text).map(({ start }) => start);
    expect(starts.filter((start) => !unicode.includes(start))).toEqual([]);
    // Two of Unicode's sentences are joined only after an abbreviation.
    const joined = unicode.filter((start) => !starts.includes(start));
    for (const start of joined)
      expect(text.slice(0, start)).toMatch(/\b(?:Mr|Ms|Mrs|Dr|St|Sen|Rep|\p{Lu})\.\s+$/u);
  });

  it('has the same words as if parts of it were segmented at once', async () => {
    // Numbers are read before a text is segmented.
    const text = normalise(await wholeSeminar()).replace(/[〇零一二两三四五六七八九十百千万亿月]/gu, ' ');
    // Unicode's time grows with the square of the length; each part is still cut in three pieces or more.
    const parts = Array.from({ length: Math.ceil(text.length / PART) }, (_, at) =>
      text.slice(at * PART, (at + 1) * PART),
    );
    expect(parts.length).toBeGreaterThan(10);
    for (const part of parts) {
      const unicode = Array.from(new Intl.Segmenter('zh', { granularity: 'word' }).segment(part))
        .filter(({ isWordLike }) => isWordLike)
        .flatMap(({ segment }) => words(segment));
      expect(words(withoutNumbers(part))).toEqual(unicode.filter((word) => !isNumber(word)));
    }
  });
});

describe('for any text', () => {
  it('finding its terms never throws', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const normalised = normalise(text);
        words(normalised);
        bigrams(normalised);
        chineseOf(text);
      }),
    );
  });

  it('no word or pair contains white space or an invisible character', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const normalised = normalise(text);
        for (const term of [...words(normalised), ...bigrams(normalised)])
          expect(term).not.toMatch(/[\s\p{Cc}\p{Cs}]|^$/u);
      }),
    );
  });

  it('its first words are its start, and a higher count never returns less', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 20 }), (text, count) => {
        const start = firstWords(text, count);
        expect(text.trim().startsWith(start)).toBe(true);
        expect(firstWords(text, count + 1).startsWith(start)).toBe(true);
      }),
    );
  });
});

describe('the conversion to Simplified Chinese', () => {
  // That is why texts without one are not converted.
  it('changes nothing that has no Chinese character', () => {
    const convert = Converter({ from: 'twp', to: 'cn' });
    fc.assert(
      fc.property(
        anyText.map((text) => text.replace(/\p{Script=Han}/gu, '')),
        (text) => {
          expect(convert(text)).toBe(text);
          expect(inMainlandWords(text)).toBe(text);
        },
      ),
    );
  });
});
