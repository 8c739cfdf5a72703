import { describe, expect, it } from 'vitest';
import { ask } from '../../commands/ask.ts';
import { comparisonSteps } from '../../commands/compare.ts';
import { findTextSteps } from '../../commands/find-text.ts';
import { quoteSteps } from '../../commands/quote.ts';
import { seminarsSteps } from '../../commands/seminars.ts';
import { seminarCalled } from '../../commands/shared/choose.ts';
import { suggestDates } from '../../commands/shared/dates.ts';
import { suggestSeminars } from '../../commands/shared/seminar-suggestions.ts';
import { rankFor } from '../../src/core/answer/ranking.ts';
import { EVERYTHING } from '../../src/core/digest/digest.ts';
import { eligiblePassages } from '../../src/core/digest/selection.ts';
import { LOCALES } from '../../src/core/language/locale.ts';
import { renderJson } from '../../src/render/json.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { excerptsOf, type Reply } from '../../src/reply/reply.ts';
import { atOnce } from '../at-once.ts';
import { contextOf } from '../fixtures.ts';
import { ferry, lightLibrary } from '../light-seminars.ts';
import { dateOfWeek, idOfWeek, manySeminars, SAME_WORDS, WEEKS } from '../many-seminars.ts';

const library = manySeminars();
const context = contextOf(library);
const compare = atOnce(comparisonSteps);
const find = atOnce(findTextSteps);
const quote = atOnce(quoteSteps);
const list = atOnce(seminarsSteps);
const words = (reply: Reply) => renderTerminal(reply, { locale: 'en', colour: false });
const whole = (reply: Reply) => renderTerminal(reply, { locale: 'en', colour: false, isWhole: true });
const seminarsIn = (reply: Reply) => excerptsOf(reply).map(({ passage }) => passage.transcript.id);
const QUESTION = 'Who agreed on the budget for the harbour bridge?';
const asked = (options: object, question = QUESTION) => ask({ question, ...options }, context);
/** The weekly calls of March 2019. */
const MARCH = [61, 62, 63, 64, 65];

describe('of what fits equally', () => {
  it('the newest comes first, though hundreds fit', () => {
    const newest = ['quays-2025', 'twin-a', 'twin-b', idOfWeek(WEEKS), idOfWeek(WEEKS - 1)];
    expect(seminarsIn(asked({ limit: 5 }))).toEqual(newest);
    expect(seminarsIn(asked({ limit: 5 }, `Who said "${SAME_WORDS}"?`))).toEqual(newest);
    expect(seminarsIn(find({ text: SAME_WORDS }, context))).toEqual(newest.slice(0, 3));
    expect(seminarsIn(compare({ question: QUESTION }, context))).toEqual(['quays-2025']);
    expect(words(quote({ passage: 'p1' }, context)).match(/quays-2025|qiao|twin-\w|week-\d+/g)?.[0]).toBe(
      'quays-2025',
    );
  });

  it('the undated comes last', () => {
    const { hits } = rankFor(library, {
      question: QUESTION,
      seminars: new Set(['open-a', 'twin-a', 'quays-2025']),
    });
    expect(hits.map(({ document }) => document.seminar)).toEqual(['quays-2025', 'twin-a', 'open-a']);
  });
});

describe('the seminars of some dates', () => {
  const limits = { from: '2019-03', until: 'March 2019' };
  const newestFirst = MARCH.toReversed().map(idOfWeek);

  it('have the dates of the test', () => {
    expect(MARCH.map(dateOfWeek)).toEqual([
      '2019-03-03',
      '2019-03-10',
      '2019-03-17',
      '2019-03-24',
      '2019-03-31',
    ]);
  });

  it('alone are searched', () => {
    const reply = asked({ ...limits, limit: 10 });
    expect(seminarsIn(reply)).toEqual(newestFirst);
    const { hits } = rankFor(library, { question: QUESTION, seminars: new Set(MARCH.map(idOfWeek)) });
    expect(excerptsOf(reply).map(({ score }) => score)).toEqual(
      hits.filter(({ document }) => document.text === SAME_WORDS).map(({ score }) => score),
    );
    expect(seminarsIn(asked({ ...limits, limit: 10 }, `Who said "${SAME_WORDS}"?`))).toEqual(newestFirst);
    expect(seminarsIn(asked({ ...limits, limit: 10, speaker: 'Mary Stone' }))).toEqual(newestFirst);
    expect(seminarsIn(find({ text: SAME_WORDS, ...limits }, context))).toEqual(newestFirst.slice(0, 3));
    expect(
      seminarsIn(compare({ question: 'Item on our list about the ferry', ...limits }, context)).toSorted(),
    ).toEqual(MARCH.map(idOfWeek));
  });

  it('are named in every reply, with what was left out', () => {
    const told =
      'Searched only seminars dated from 2019-03-01 to 2019-03-31: 5.\nLeft out 2 seminars without a date.';
    for (const reply of [
      asked(limits),
      asked(limits, 'zebras'),
      asked(limits, '?'),
      asked(limits, 'Who said "seven zebras ate it"?'),
      asked(limits, 'which seminars are there?'),
      asked(limits, 'Who is Mary Stone?'),
      compare({ question: QUESTION, ...limits }, context),
      compare({ question: 'zebras', ...limits }, context),
      find({ text: SAME_WORDS, ...limits }, context),
      find({ text: 'zebras', ...limits }, context),
    ])
      expect(words(reply)).toContain(told);
  });

  it('have only their own speakers, in lists, in comparisons and in refusals', () => {
    expect(words(asked({ from: '2024' }, 'zebras'))).not.toMatch(/Ada|Bela|Cleo|Dara|Emil|Faye|Gil/);
    expect(words(compare({ question: QUESTION, from: '2024' }, context))).not.toMatch(/Ada|Gil/);
    expect(words(asked({ from: '2024' }, 'What did Ada Brandt say about the ferry?'))).toContain(
      'Found nothing by Ada Brandt',
    );
    expect(words(asked({ from: '2024', speaker: 'Ada Brandt' }))).toBe(
      'Ada Brandt does not speak in the seminars of these dates (from 2024-01-01 on). Leave out the dates, or the speaker.',
    );
    expect(words(asked({ from: '2024', speaker: 'Nobody Nowhere' }))).toContain('No speaker is called');
  });

  it.each([
    [{ from: '01/05/2024' }, '"01/05/2024" can mean 2024-01-05 or 2024-05-01. Write one of these.'],
    [
      { until: 'last month' },
      '"last month" is not a date. Write for example 2024-05-01, 1 May 2024, May 2024 or 2024.',
    ],
    [
      { from: '2024-05', until: '2023' },
      'The first date (2024-05-01) is after the last one (2023-12-31). Swap "from" and "until".',
    ],
    [
      { from: '2023-09', until: '2024-04' },
      'No seminar is dated from 2023-09-01 to 2024-04-30. The nearest: Weekly call (2023-08-20) and Twin panel (twin-a) (2024-05-01).',
    ],
    [
      { seminar: 'open-a', from: '2024' },
      '"Open hour (open-a)" has no date, so it cannot be found by date. Leave out "from" and "until".',
    ],
    [
      { seminar: 'quays-2025', until: '2024' },
      '"Harbours and quays" is dated 2025-03-07, which is outside the dates you gave (up to 2024-12-31). Leave out the seminar or the dates.',
    ],
  ])('are refused with the reason: %j', (options, said) => {
    expect(words(asked(options))).toBe(said);
    expect(words(compare({ question: QUESTION, ...options }, context))).toBe(said);
    expect(words(find({ text: QUESTION, ...options }, context))).toBe(said);
  });

  it('may have the seminar that is named besides, which is then searched by itself', () => {
    const options = { seminar: idOfWeek(61), ...limits };
    expect(asked(options)).toEqual(asked({ seminar: idOfWeek(61) }));
  });

  it('make a digest', () => {
    const ids = (content: object) =>
      new Set(
        eligiblePassages(library, { ...EVERYTHING, ...content }).map(({ transcript }) => transcript.id),
      );
    const period = { from: '2019-03-01', until: '2019-03-31' };
    expect([...ids(period)]).toEqual(MARCH.map(idOfWeek));
    expect([...ids({ ...period, topic: 'the ferry and the county' })].toSorted()).toEqual(
      MARCH.map(idOfWeek),
    );
    const undated = lightLibrary(ferry());
    expect(eligiblePassages(undated, EVERYTHING)).not.toHaveLength(0);
    expect(eligiblePassages(undated, { ...EVERYTHING, from: '1900-01-01' })).toHaveLength(0);
  });

  it('are suggested with a title, newest first', async () => {
    const dates = async (typed: string) => (await suggestDates(typed, context, 'en')).map(({ name }) => name);
    expect((await dates('')).slice(0, 3)).toEqual([
      '2025-03-07 – Harbours and quays',
      '2025-02-01 – 桥梁座谈会',
      '2024-05-01 – Twin panel',
    ]);
    expect(await dates('2019-03')).toEqual(
      MARCH.toReversed().map((week) => `${dateOfWeek(week)} – Weekly call`),
    );
    expect(await dates('March 3')).toContain('2019-03-03 – Weekly call');
    expect(seminarsIn(asked({ from: '2025-03-07 – Harbours and quays' }))).toEqual(['quays-2025']);
  });
});

describe('which seminar an excerpt is from', () => {
  it('is told by the id where title and date are those of another', () => {
    for (const [seminar, name, short] of [
      ['twin-b', 'Twin panel (twin-b), 2024-05-01', 'Twin panel (twin-b) (2024-05-01)'],
      ['open-a', 'Open hour (open-a), undated', 'Open hour (open-a)'],
      ['week-007', 'Weekly call, 2018-02-18', 'Weekly call (2018-02-18)'],
    ] as const) {
      const reply = asked({ seminar });
      expect(words(reply)).toMatch(/^.+, line 1$/m);
      expect(words(reply).split('\n')).toContain(`   ${short}`);
      expect(whole(reply)).toContain(`${name}, line 1 of the source`);
    }
  });

  it('is told once for those that follow one another', () => {
    const text = words(asked({ seminar: 'week-007', limit: 10 }, 'Item on our list, budget'));
    expect(text.match(/^(?:\d\. )?.+, line \d+$/gm)?.length).toBeGreaterThan(1);
    expect(text.match(/Weekly call \(2018-02-18\)/g)).toHaveLength(1);
  });

  it('is told by a refusal as well', () => {
    expect(words(asked({ seminar: 'week-007' }, 'zebras'))).toContain(
      'Searched only Weekly call, 2018-02-18.',
    );
    expect(words(compare({ question: 'zebras', seminar: 'twin-a' }, context))).toContain(
      'Searched only Twin panel (twin-a), 2024-05-01.',
    );
  });

  it('is known again from its citation', () => {
    for (const seminar of ['twin-b', 'week-007', 'quays-2025']) {
      const [citation = ''] = whole(asked({ seminar })).match(/^ *.*, line 1 of the source$/m) ?? [];
      expect(seminarsIn(quote({ passage: citation }, context)), citation).toEqual([seminar]);
    }
  });

  it('is in JSON', () => {
    expect(renderJson(asked({ seminar: 'twin-b' }), 'en')).toMatchObject({
      excerpts: [{ passage: 'twin-b/p1' }],
    });
  });
});

describe('completion of a seminar', () => {
  const suggested = async (typed: string) =>
    (await suggestSeminars(typed, context, 'en')).map(({ value }) => value);

  it.each([
    ['', 'quays-2025', 'qiao'],
    ['weekly', idOfWeek(WEEKS), idOfWeek(WEEKS - 1)],
    ['call', idOfWeek(WEEKS), idOfWeek(WEEKS - 1)],
    ['quays', 'quays-2025', undefined],
    ['week-00', 'week-009', 'week-008'],
    ['week-007', 'week-007', undefined],
    ['2018-02', 'week-008', 'week-007'],
    ['Feb 2018', 'week-008', 'week-007'],
    ['2018年2月', 'week-008', 'week-007'],
    ['pena', 'quays-2025', 'open-a'],
    ['Ada Br', idOfWeek(288), idOfWeek(281)],
    ['stone club', 'quays-2025', undefined],
    ['call ada', idOfWeek(288), idOfWeek(281)],
    ['桥梁', 'qiao', undefined],
    ['橋樑', 'qiao', undefined],
    ['李喬', 'qiao', undefined],
    ['Harbours and quyas', 'quays-2025', undefined],
    ['Wekly cal', idOfWeek(WEEKS), idOfWeek(WEEKS - 1)],
    ['open', 'open-a', 'open-b'],
    ['%%%', undefined, undefined],
  ])('for %j begins with the best match: %s, %s', async (typed, first, second) => {
    expect((await suggested(typed)).slice(0, 2)).toEqual([first, second].filter((id) => id !== undefined));
  });

  it('shows titles with dates that are told apart, within what Discord shows, and can be typed again', async () => {
    for (const locale of LOCALES) {
      const all = await suggestSeminars('', context, locale);
      expect(all).toHaveLength(300);
      expect(new Set(all.map(({ name }) => name)).size).toBe(300);
      for (const { name, value } of all) {
        expect(name.length).toBeLessThanOrEqual(100);
        const found = seminarCalled(name, library.transcripts);
        expect('outcome' in found ? name : found.id).toBe(value);
      }
    }
    expect((await suggestSeminars('twin', context, 'en')).map(({ name }) => name)).toEqual([
      'Twin panel (2024-05-01, twin-a)',
      'Twin panel (2024-05-01, twin-b)',
    ]);
  });
});

describe('the list of seminars', () => {
  it('has every seminar once, newest first, the undated last', () => {
    const pages = Array.from({ length: 60 }, (_, at) =>
      words(list({ page: at + 1, isPrivate: false }, library)),
    );
    const ids = pages.flatMap((page) => page.match(/(?<=id: )\S+/g) ?? []);
    expect(ids).toHaveLength(300);
    expect(ids.slice(0, 2)).toEqual(['quays-2025', 'qiao']);
    expect(ids.slice(-3)).toEqual(['week-001', 'open-a', 'open-b']);
    expect(new Set(ids).size).toBe(300);
  });

  it('says what is known of each, how to go on and how to ask', () => {
    const page = words(list({ page: 1, isPrivate: false }, library));
    expect(page).toContain('Seminars, newest first: 300 (page 1 of 60):');
    expect(page).toContain(
      '- Harbours and quays, 2025-03-07: Mary Stone and Iván Peña; English; 1 passage; id: quays-2025',
    );
    expect(page).toContain('- 桥梁座谈会, 2025-02-01: 李乔; Simplified Chinese; 1 passage; id: qiao');
    expect(page).toContain('Next page: /seminars page:2');
    expect(page).toContain('use /ask with "seminar", for example quays-2025');
    expect(words(list({ page: 60, isPrivate: false }, library))).toContain(
      '- Open hour, undated: Mary Stone;',
    );
    expect(words(list({ page: 61, isPrivate: false }, library))).toBe(
      'There is no page 61; the last one is 60.',
    );
  });
});
