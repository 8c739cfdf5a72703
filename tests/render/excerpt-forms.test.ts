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
  question?: Passage;
  opensReply?: boolean;
}

function wordsOf(
  passage: Passage,
  sentence: number | null,
  { form, locale = 'zh-CN', lengths, question, opensReply }: Shown,
) {
  const block = {
    kind: 'excerpt',
    excerpt: excerptOf(passage, sentence, 1),
    ...(form && { form }),
    ...(question && { question: excerptOf(question, null, 1) }),
    ...(opensReply && { opensReply }),
  } as const;
  return shownWords(block, { locale, lengths: { ...USUAL, ...lengths }, measure: ({ length }) => length });
}

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
    ['sentence', 12],
    ['line', 2],
  ] as const)('are left out of the form %s if they are longer than %i lines of a phone', (form, lines) => {
    const fits = `${'桥'.repeat((lines * PHONE_COLUMNS) / 2 - 1)}。`;
    expect(runsOf(passageSaying(`${fits}漆。`), 0, { form })).toEqual([fits]);
    expect(runsOf(passageSaying(`桥${fits}漆。`), 0, { form })).toEqual([]);
    expect(runsOf(passageSaying(`桥${fits}漆。`), 0, { form: 'short' })).not.toEqual([]);
  });

  it('are cut inside a sentence only if it is longer than twelve lines, and marked there', () => {
    const fits = `${'桥'.repeat(6 * PHONE_COLUMNS - 1)}。`;
    expect(wordsOf(passageSaying(fits), 0, { form: 'short' }).runs).toMatchObject([
      { text: fits, cut: { before: false, after: false } },
    ]);
    expect(wordsOf(passageSaying(`桥${fits}`), 0, { form: 'short' }).runs).toMatchObject([
      { text: '桥'.repeat(6 * PHONE_COLUMNS), cut: { before: false, after: true } },
    ]);
    expect(runsOf(passageSaying(fits.slice(0, -1).repeat(5)), 0, { form: 'short' })).toEqual([
      '桥'.repeat(6 * PHONE_COLUMNS),
    ]);
    expect(runsOf(passageSaying(`桥${fits}`), 0, {})).toEqual([`桥${fits}`]);
  });

  it('are shorter where there is less room', () => {
    const passage = passageSaying(FIVE);
    expect(runsOf(passage, 2, { form: 'short', lengths: { short: 0 } })).toEqual(['第三句。']);
    expect(runsOf(passage, 2, { lengths: { whole: 8 } })).toEqual(['第三句。第四句。']);
    expect(runsOf(passage, 2, { form: 'sentence', lengths: { sentence: 0 } })).toEqual([]);
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
