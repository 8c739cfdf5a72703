import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Locale } from '../../src/core/language/locale.ts';
import { sentences } from '../../src/core/language/sentences.ts';
import { excerptOf } from '../../src/core/passages/excerpt.ts';
import { type Passage, passageSteps } from '../../src/core/passages/passages.ts';
import { type Lengths, PHONE_COLUMNS, shownWords, USUAL } from '../../src/render/excerpt-forms.ts';
import { columnsOf } from '../../src/render/wrapping.ts';
import type { ExcerptForm } from '../../src/reply/reply.ts';
import { atOnce } from '../at-once.ts';
import { corpus } from '../fixtures.ts';
import { passageSaying } from '../passage-saying.ts';

const passagesOf = atOnce(passageSteps);

const FORMS = [undefined, 'short', 'sentence', 'line'] as const;
const FIVE = '第一句。第二句。第三句。第四句。第五句。';
const IN_ENGLISH = 'The first. The second. The third. The fourth. The fifth.';

interface Shown {
  form?: ExcerptForm | undefined;
  locale?: Locale;
  lengths?: Partial<Lengths>;
  place?: number;
  alone?: true;
  question?: Passage;
  opensReply?: boolean;
}

function wordsOf(
  passage: Passage,
  sentence: number | null,
  { form, locale = 'zh-CN', lengths, place, alone, question, opensReply }: Shown,
) {
  const block = {
    kind: 'excerpt',
    excerpt: { ...excerptOf(passage, sentence, 1), ...(place !== undefined && { place }) },
    ...(form && { form }),
    ...(alone && { alone }),
    ...(question && { question: excerptOf(question, null, 1) }),
    ...(opensReply && { opensReply }),
  } as const;
  return shownWords(block, { locale, lengths: { ...USUAL, ...lengths }, measure: ({ length }) => length });
}

/** A sentence that fills so many lines of a phone. */
const sentenceOf = (lines: number) => `${'桥'.repeat((lines * PHONE_COLUMNS) / 2 - 1)}。`;

const runsOf = (...shown: Parameters<typeof wordsOf>) => wordsOf(...shown).runs.map(({ text }) => text);

describe('the words of an excerpt', () => {
  it.each([
    [undefined, FIVE],
    ['short', '第二句。第三句。第四句。'],
    ['sentence', '第三句。'],
    ['line', '第三句。'],
  ] as const)('are, in the form %s, as many as it shows, with the answer marked', (form, text) => {
    const { runs, originals } = wordsOf(passageSaying(FIVE), 2, { form });
    expect(runs.map((run) => run.text)).toEqual([text]);
    const [run] = runs;
    expect(run?.highlights.map(({ start, end }) => run.text.slice(start, end))).toEqual(['第三句。']);
    expect(run?.cut).toEqual({ before: text !== FIVE, after: text !== FIVE });
    expect(originals).toEqual([]);
  });

  it.each([
    [undefined, IN_ENGLISH, [FIVE]],
    ['short', 'The second. The third. The fourth.', []],
    ['sentence', 'The third.', []],
    ['line', 'The third.', []],
  ] as const)(
    'are the translation, in the form %s with the source only if whole',
    (form, text, originals) => {
      const shown = wordsOf(passageSaying(FIVE, IN_ENGLISH), 2, { form, locale: 'en' });
      expect(shown.runs.map((run) => run.text)).toEqual([text]);
      expect(shown.originals.map((run) => run.text)).toEqual(originals);
    },
  );

  it('are five lines of a phone at most, if short', () => {
    const sentence = `${'桥'.repeat(45)}。`;
    // Each sentence is two lines long, so that there is room for two of them and not for three.
    expect(runsOf(passageSaying(sentence.repeat(4)), 1, { form: 'short' })).toEqual([sentence.repeat(2)]);
  });

  it.each([
    ['whose answering sentence is not known', { sentence: null }],
    ['that is shown alone', { sentence: 0, alone: true }],
  ] as const)('are eight lines, if short, of an excerpt %s', (_, { sentence, ...shown }) => {
    const twoLines = `${'桥'.repeat(45)}。`;
    const passage = passageSaying(twoLines.repeat(6));
    // From its first sentence on, or with one on each side.
    const most = sentence === null ? 4 : 2;
    expect(runsOf(passage, sentence, { form: 'short', ...shown })).toEqual([twoLines.repeat(most)]);
    const fourLines = `${'桥'.repeat(90)}。`;
    expect(runsOf(passageSaying(fourLines.repeat(3)), sentence, { form: 'short', ...shown })).toEqual([
      fourLines.repeat(2),
    ]);
    expect(runsOf(passageSaying(fourLines.repeat(3)), 0, { form: 'short' })).toEqual([fourLines]);
  });

  it('are left out of the form line if they are longer than four lines of a phone', () => {
    const fits = sentenceOf(4);
    expect(runsOf(passageSaying(`${fits}漆。`), 0, { form: 'line' })).toEqual([fits]);
    expect(runsOf(passageSaying(`桥${fits}漆。`), 0, { form: 'line' })).toEqual([]);
    for (const form of ['short', 'sentence'] as const)
      expect(runsOf(passageSaying(`桥${fits}`), 0, { form })).toEqual([`桥${fits}`]);
  });

  it('are left out of the form line, and of no other, if no sentence is known to answer', () => {
    expect(runsOf(passageSaying(FIVE), null, { form: 'line' })).toEqual([]);
    for (const form of [undefined, 'short', 'sentence'] as const)
      expect(runsOf(passageSaying(FIVE), null, { form })).not.toEqual([]);
  });

  it('are left out of the form line if they say little and refer to what was said before', () => {
    const little = `是的,${'桥'.repeat(30)}。`;
    const enough = `是的,${'桥'.repeat(32)}。`;
    expect([little, enough].map((words) => columnsOf(words) < 1.5 * PHONE_COLUMNS)).toEqual([true, false]);
    expect(runsOf(passageSaying(little), 0, { form: 'line' })).toEqual([]);
    expect(runsOf(passageSaying(enough), 0, { form: 'line' })).toEqual([enough]);
    expect(runsOf(passageSaying(little.slice(3)), 0, { form: 'line' })).toEqual([little.slice(3)]);
    for (const form of ['short', 'sentence'] as const)
      expect(runsOf(passageSaying(little), 0, { form })).toEqual([little]);
  });

  it.each(['short', 'sentence'] as const)(
    'are, in the form %s, cut inside a sentence to ten lines only if it is longer than sixteen, and marked there',
    (form) => {
      const fits = sentenceOf(16);
      expect(wordsOf(passageSaying(fits), 0, { form }).runs).toMatchObject([
        { text: fits, cut: { before: false, after: false } },
      ]);
      for (const longer of [`桥${fits}`, fits.slice(0, -1).repeat(5)])
        expect(wordsOf(passageSaying(longer), 0, { form }).runs).toMatchObject([
          { text: '桥'.repeat(5 * PHONE_COLUMNS), cut: { before: false, after: true } },
        ]);
      expect(runsOf(passageSaying(`桥${fits}`), 0, {})).toEqual([`桥${fits}`]);
    },
  );

  it.each(['short', 'sentence'] as const)(
    'are, in the form %s, cut around the place of a long sentence that says what was asked',
    (form) => {
      const passage = passageSaying(`${'桥'.repeat(900)}火灾${'桥'.repeat(900)}。`);
      const place = passage.text.indexOf('火灾');
      const [run] = wordsOf(passage, 0, { form, place }).runs;
      if (!run) throw new Error('No words.');
      expect(passage.text).toContain(run.text);
      expect(columnsOf(run.text)).toBe(10 * PHONE_COLUMNS);
      expect(run.cut).toEqual({ before: true, after: true });
      expect(run.text.indexOf('火灾')).toBeGreaterThan(0);
      expect(run.highlights).toEqual([{ start: 0, end: run.text.length }]);
      // A whole passage is shown from its beginning, wherever the place is.
      expect(runsOf(passage, 0, { place })).toEqual([passage.text]);
    },
  );

  it('are the beginning of a long translation, whose place is not known', () => {
    const english = `Bridges ${'are old and '.repeat(100)}burn.`;
    const passage = passageSaying(`${'桥'.repeat(900)}。`, english);
    const [run] = wordsOf(passage, 0, { form: 'short', locale: 'en', place: 800 }).runs;
    expect(run?.cut).toEqual({ before: false, after: true });
    expect(run && english.startsWith(run.text)).toBe(true);
  });

  it('are shorter where there is less room', () => {
    const passage = passageSaying(FIVE);
    expect(runsOf(passage, 2, { form: 'short', lengths: { short: 0 } })).toEqual(['第三句。']);
    expect(runsOf(passage, 2, { lengths: { whole: 8 } })).toEqual(['第三句。第四句。']);
    expect(runsOf(passage, 2, { form: 'sentence', lengths: { sentence: 0 } })).toEqual(['第三句。']);
    const block = { kind: 'excerpt', excerpt: excerptOf(passage, 2, 1), form: 'sentence' } as const;
    const later = {
      locale: 'en',
      lengths: { ...USUAL, sentence: 0 },
      isFirst: false,
      measure: columnsOf,
    } as const;
    expect(shownWords(block, later).runs).toEqual([]);
    expect(runsOf(passage, 2, { form: 'line', lengths: { line: 0 } })).toEqual([]);
    expect(runsOf(passage, 2, { lengths: { whole: 0, quotation: 2 } })).toEqual(['第三']);
  });

  it('are in the source, in order, with a mark wherever words are left out, whatever is said', () => {
    const written = fc.array(
      fc.constantFrom(
        '桥很旧。',
        'It fell. ',
        'Why? ',
        'The U.S. Navy came. ',
        '“好。”',
        '漆',
        '𠮷'.repeat(30),
      ),
      { minLength: 1, maxLength: 30 },
    );
    const room = fc.record({
      short: fc.nat(5 * PHONE_COLUMNS),
      whole: fc.nat(200),
      shortSentence: fc.integer({ min: 4, max: 100 }),
      quotation: fc.integer({ min: 4, max: 100 }),
    });
    fc.assert(
      fc.property(written, fc.nat(), fc.constantFrom(...FORMS), room, (parts, at, form, lengths) => {
        const passage = passageSaying(parts.join('').trim());
        const { runs } = wordsOf(passage, at % passage.sentences.length, { form, lengths });
        for (const { text, cut } of runs) {
          expect(text).not.toBe('');
          expect(text.length).toBeLessThanOrEqual(lengths.quotation);
          expect(columnsOf(text)).toBeLessThanOrEqual(
            form === undefined ? Number.POSITIVE_INFINITY : lengths.shortSentence,
          );
          expect(passage.text).toContain(text);
          if (!cut.before) expect(passage.text.startsWith(text)).toBe(true);
          if (!cut.after) expect(passage.text.endsWith(text)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** The words of the question that is shown above an excerpt that says something, which by default opens the reply. */
function asked(
  text: string,
  sentence: number,
  { form, opensReply = true }: { form?: ExcerptForm; opensReply?: boolean },
) {
  const passage = passageSaying(text);
  const question = passagesOf(passage.transcript).find(({ segment }) => segment.id === 'p7');
  if (!question) throw new Error('No p7.');
  return wordsOf(passage, sentence, { form, question, opensReply }).asked?.quotation.text;
}

describe('the question above an excerpt', () => {
  const QUESTION = '但是木桥怕火灾。';
  const PLAIN = '出口管制确实具有潜在的有效性,但我们在实际操作中仍需更加审慎,否则企业会受到伤害。';

  it('is always shown above a whole passage', () => {
    expect(asked('是的。', 0, {})).toBe(QUESTION);
    expect(asked(PLAIN, 0, {})).toBe(QUESTION);
  });

  it('is shown above a short excerpt that would not be understood without it', () => {
    expect(asked('是的,我同意。', 0, { form: 'short' })).toBe(QUESTION);
    expect(asked(`是的,我同意。${PLAIN}`, 1, { form: 'short' })).toBe(QUESTION);
  });

  it('is not shown above one that is understood alone, or is from further on in the reply', () => {
    expect(asked(PLAIN, 0, { form: 'short' })).toBeUndefined();
    expect(asked(`${PLAIN}${PLAIN}是的,我同意。`, 2, { form: 'short' })).toBeUndefined();
  });

  it('is not shown above a short excerpt from a later part of the reply, but above the whole of it', () => {
    expect(asked('是的,我同意。', 0, { form: 'short', opensReply: false })).toBeUndefined();
    expect(asked('是的,我同意。', 0, { opensReply: false })).toBe(QUESTION);
  });

  it.each(['sentence', 'line'] as const)('is not shown in the form %s', (form) => {
    expect(asked('是的,我同意。', 0, { form })).toBeUndefined();
  });

  it('is two lines of a phone at most, or its one sentence that asks, above each reply of the shipped seminar', async () => {
    const { passages, precedingQuestions } = await corpus();
    let shown = 0;
    for (const passage of passages.values()) {
      const preceding = precedingQuestions.get(passage);
      if (!preceding) continue;
      for (const locale of ['en', 'zh-CN'] as const) {
        const { question, isFirst: opensReply } = preceding;
        const words = wordsOf(passage, 0, { form: 'short', locale, question, opensReply });
        if (words.asked === null) continue;
        shown++;
        const { text, cut, highlights } = words.asked.quotation;
        const whole = locale === 'en' ? (question.translation ?? '') : question.text;
        expect(whole).toContain(text);
        expect(highlights).toEqual([]);
        expect(cut.before).toBe(!whole.startsWith(text));
        const isOneSentence = sentences(text).length === 1;
        if (!isOneSentence) expect(columnsOf(text)).toBeLessThanOrEqual(2 * PHONE_COLUMNS);
      }
    }
    expect(shown).toBeGreaterThan(3);
  });
});
