import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentences } from '../../../src/core/language/sentences.ts';
import { anyText } from '../../fixtures.ts';

/** A text with a stroke after each of its sentences. */
const divided = (text: string) =>
  sentences(text)
    .map(({ start, end }) => text.slice(start, end))
    .join('|');

describe('a sentence', () => {
  it.each([
    '出口管制有效。 |这反映了现实。',
    'It lasted. |Nobody knew why.',
    'Is it dear? |Yes. |No! |Perhaps.',
    '他说“好。”|然后走了。',
    'She said "no." |Then it rained.',
    'It came to 3.5 percent of 1,200.75 tons. |Fine.',
  ])('ends where it ends: %s', (text) => {
    expect(divided(text.replaceAll('|', ''))).toBe(text);
  });

  it('is not found in an empty text', () => {
    expect(sentences('')).toEqual([]);
  });
});

describe('a sentence goes on after', () => {
  it.each([
    // Initials in a row
    'The U.K. Parliament sat. |It rose.',
    'Officials in Washington, D.C. Metro trains stopped. |Nobody minded.',
    'She took her Ph.D. Later she taught.',
    'The E.U. (and the U.S.) Commission agreed.',
    'He reads “U.S.” Steel papers.',
    'U.S. In Talks With E.U. Over Steel.',
    'The U.S. I Corps left, i.e. The Corps moved.',
    'Doors open at 8 a.m. Eastern time. |Come early.',
    'The U. S. Senate met.',
    '他在美国U.S.银行工作。|很好。',
    '许多机构(N.A.S.A.)参加了。|好。',
    // Names
    'Ask J. K. Rowling. |She knows.',
    'I. M. Pei drew it.',
    'Dr. Osei and Prof. Lund met Gov. Ray in St. Paul. |They ate.',
    'Lt. Gen. Brook climbed Mt. Hood on Tues. Aug. 9. |It snowed.',
    'Brown Bros. Harriman, Fisk Corp. Chairman Low and Ames Inc. President Roy paid. |Ames Co. Limited did not.',
    'Sammy Davis Jr. Park is on 5th Ave. North of it is a pond.',
    // Numbers
    'See Fig. 3. |See vol. 2, p. 12 and Nos. 4 and 5. |Then No. 10 Downing Street.',
    'Sec. IV Part A applies.',
    // Within sentences
    'Brown v. Board was first, i.e. Topeka lost. |Kramer vs. Kramer came later.',
    'Lund et al. Report it, cf. Osei.',
    'They sell tea, rice, etc. Osaka buys most.',
    // Pauses
    'We waited... Nothing came.',
    'We waited . . . Nothing came.',
    'We waited… Nothing came.',
    '我们等了……什么也没来。',
    // Questions and exclamations inside
    '“Why not?” she asked. |Nobody knew.',
    'Yahoo! is a firm (is it?) of some age.',
    '所谓“谁来付钱？”的问题还在。|好。',
    '这座桥（谁建的？）很旧。|好。',
    '“太贵了！”他说。|她走了。',
    // Items of lists
    '1. Boards. |2. Nails.',
    'Q. Who paid? |A. The town.',
  ])('%s', (text) => {
    expect(divided(text.replaceAll('|', ''))).toBe(text);
  });
});

describe('a sentence does not go on', () => {
  it.each([
    ['after an answer', 'Did it hold? |No. |It fell.'],
    ['after a letter that is no initial', 'Take plan B. |The other is worse. |So did I. |Then we slept.'],
    ['after the time of day if another starts', 'We met at 5 p.m. |The rest came late.'],
    ['after "etc." if another starts', 'Tea, rice, etc. |They sell well.'],
    [
      'after "U.S." if another starts',
      'They came to the U.S. |The levy came later. |So did the U.K. |I think so.',
    ],
    ['after "U.S." before a clause', 'It was made in the U.S. |In 2020 it was sold.'],
    ['after a degree', 'She has a Ph.D. |He has none.'],
    ['after a firm', 'He works at Ames Inc. |They say it grew. |She left Fisk Corp. |And then it fell.'],
    ['after a day', 'The vote is on Tues. |We lost.'],
    ['after "et al."', 'That was Lund et al. |They wrote it.'],
    ['after four points', 'We waited.... |Nothing came.'],
    ['after "A/C."', 'We sell A/C. |Prices fell.'],
    ['after who says what comes next', '“好。”|她说：“不。”'],
  ])('%s: %s', (_, text) => {
    expect(divided(text.replaceAll('|', ''))).toBe(text);
  });
});

describe('quotation marks and brackets that open are with what they open', () => {
  it.each([
    '下雨了。|“伞呢？”她问。',
    '下雨了。|「傘呢？」她問。',
    '下雨了。|"伞呢？"她问。',
    '下雨了。|（笑）大家跑了。',
    '“下雨了。”|“伞呢？”|没有。',
  ])('%s', (text) => {
    expect(divided(text.replaceAll('|', ''))).toBe(text);
  });
});

const marks = fc.constantFrom('.', '。', '?', '？', '!', '“', '”', '"', '（', '）', '\n', '…', '...');
const pieces = fc.constantFrom('U.S.', 'Mr.', 'J.', '桥', 'bridge', 'The', '3', '他说', ' ', ' ', '的');

describe('a text without punctuation', () => {
  const longest = (text: string) => Math.max(...sentences(text).map(({ start, end }) => end - start));

  it('is cut between words before it is too long to be quoted', () => {
    const text = 'so we went on and talked about chips and the weather '.repeat(2000);
    expect(longest(text)).toBeLessThan(4000);
    for (const { end } of sentences(text)) expect(text.slice(end - 1, end)).toBe(' ');
    expect(longest('我们谈了芯片还有天气'.repeat(2000))).toBeLessThan(4000);
  });

  it('is never cut inside a character', () => {
    for (const lead of ['', 'a']) {
      const text = lead + '𠮷'.repeat(5000);
      for (const { start } of sentences(text))
        expect(text.slice(start, start + 1)).not.toMatch(/[\uDC00-\uDFFF]/);
    }
  });

  it.each(['Mr. A. B. ', 'Wait... ', '2. ', '“Why?” he asked, '])(
    'is cut if its points end nothing: %s',
    (words) => {
      expect(longest(words.repeat(3000))).toBeLessThan(7000);
    },
  );

  it('keeps the ends that it has', () => {
    const [one, two] = [300, 430].map((count) => `${'Word '.repeat(count).trim()}. `);
    const starts = [0, one?.length, (one?.length ?? 0) + (two?.length ?? 0)];
    expect(sentences(`${one}${two}End.`).map(({ start }) => start)).toEqual(starts);
  });
});

describe('for any text', () => {
  it('sentences are adjacent and cover it', () => {
    const text = fc.oneof(
      anyText,
      fc.array(fc.oneof(marks, pieces)).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (any) => {
        let at = 0;
        for (const { start, end } of sentences(any)) {
          expect(start).toBe(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBe(any.length);
      }),
    );
  });
});
