import { describe, expect, it } from 'vitest';
import { main as ask } from '../../src/cli/ask.ts';
import { main } from '../../src/cli/digest.ts';
import { runBuilt, runHere } from '../programs.ts';

const SEMINAR = 'scsp-chips-2025';
const DATE = ['--seminar', SEMINAR, '--date', '2026-03-09'];

const run = (...args: string[]) => runHere(main, args);

interface Day {
  date: string;
  excerpts: { passage: string; speaker: string | null; [field: string]: unknown }[];
}

/** The days that it prints as JSON, each on a line of its own. */
async function daysOf(...args: string[]): Promise<Day[]> {
  const { stdout, stderr, status } = await run(...args, '--json');
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('digest', () => {
  it('prints the excerpt of a date with its speaker and source, and ends with 0', async () => {
    const { stdout, stderr, status } = await run(...DATE, '--language', 'en');
    expect(stdout).toContain('2026-03-09');
    expect(stdout).toMatch(/^likely Nazak Nikakhtar, line \d+$/m);
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('draws on the seminars of some dates', async () => {
    expect((await run(...DATE, '--from', '2025', '--until', '2025')).stdout).toBe(
      (await run(...DATE)).stdout,
    );
    for (const [dates, fault] of [
      [['--until', '2024'], /outside the dates you gave \(up to 2024-12-31\)/],
      [['--from', 'soon'], /"soon" is not a date/],
    ] as const) {
      const { status, stderr } = await run(...DATE, ...dates);
      expect(stderr).toMatch(fault);
      expect(status).toBe(2);
    }
    expect((await run('--until', '2024')).stderr).toContain('No seminar is dated up to 2024-12-31.');
  });

  it('prints the same each time', async () => {
    expect(await run(...DATE)).toEqual(await run(...DATE));
  });

  it('prints a question above its answer', async () => {
    const args = [
      '--date',
      '2026-03-09',
      '--speaker',
      'Alan Estevez',
      '--topic',
      'DeepSeek',
      '--language',
      'en',
    ];
    const { stdout } = await run(...args);
    const asked = stdout.indexOf('Asked by Ana Swanson (line ');
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(stdout.indexOf('\nAlan Estevez, line '));
  });

  it.each([
    ['en', /^likely Nazak Nikakhtar, line \d+$/m, /^Translated from Chinese, not their own words\.$/m],
    [
      'zh-CN',
      /^可能是娜扎克·尼卡赫塔尔（Nazak Nikakhtar），第 \d+ 行$/m,
      /^研讨会用英语进行，原文为中文，不是原话。$/m,
    ],
    [
      'zh-TW',
      /^可能是納札克‧尼卡塔（Nazak Nikakhtar），第 \d+ 行$/m,
      /^研討會以英文進行，原文為簡體中文，並非原話。$/m,
    ],
  ])('prints in the language asked for: %s', async (language, attribution, note) => {
    const { stdout } = await run(...DATE, '--language', language);
    expect(stdout).toMatch(attribution);
    expect(stdout).toMatch(note);
  });

  it('prints as many days as asked for, in order', async () => {
    const { stdout } = await run(...DATE, '--days', '3', '--language', 'en');
    expect(stdout.match(/2026-03-\d\d/g)).toEqual(['2026-03-09', '2026-03-10', '2026-03-11']);
  });

  it('prints something for today', async () => {
    const { stdout, status } = await run();
    expect(stdout).toMatch(/\d{4}-\d{2}-\d{2}/);
    expect(status).toBe(0);
  });

  it('prints no colour codes outside a terminal', async () => {
    const { status, stdout, stderr } = await runBuilt('dist/src/cli/digest.js', DATE);
    expect(stderr).toBe('');
    expect(stdout).toContain('2026-03-09');
    expect(stdout).not.toContain('\u001B');
    expect(status).toBe(0);
  });

  it.each([
    [
      'a date in words',
      ['--date', 'tomorrow'],
      /^--date must be a date such as 2026-03-09, not "tomorrow"\./,
    ],
    ['a day that does not exist', ['--date', '2026-02-30'], /^--date must be .*, not "2026-02-30"/],
    ['a date without zeros', ['--date', '2026-3-9'], /^--date must be .*, not "2026-3-9"/],
    ['no days', ['--days', '0'], /^--days must be a whole number from 1 to 3660, not "0"\./],
    ['too many days', ['--days', '3661'], /^--days must be .*, not "3661"/],
    ['half a day', ['--days', '1.5'], /^--days must be .*, not "1.5"/],
    ['no excerpts', ['--excerpts', '0'], /^--excerpts must be a whole number from 1 to 5, not "0"\./],
    ['six excerpts', ['--excerpts', '6'], /^--excerpts must be .*, not "6"/],
    ['an unknown language', ['--language', 'fr'], /^--language must be one of en, zh-CN, zh-TW, not "fr"\./],
    ['an unknown seminar', ['--seminar', 'x'], /^There is no seminar "x".*scsp-chips-2025/],
    ['an unknown speaker', ['--speaker', 'Bob'], /^No speaker is called "Bob"/],
    ['an unknown option', ['--dat', 'x'], /--dat/],
    ['a word too many', ['chips'], /chips/],
  ])(
    'says on standard error what is wrong and how it is used, and ends with 2: %s',
    async (_, args, fault) => {
      const { status, stdout, stderr } = await run(...args);
      expect(stderr).toMatch(fault);
      expect(stderr).toContain('Usage:\n  npm run digest -- ');
      expect(stdout).toBe('');
      expect(status).toBe(2);
    },
  );

  it.each([
    [
      'a topic of which nobody speaks',
      ['--topic', '火锅'],
      /leaves out what only comes close to the topic.*Word the topic differently/,
    ],
    [
      'the moderator',
      ['--speaker', 'Ana Swanson'],
      /Leave out or change the seminar, dates, speaker or topic/,
    ],
  ])('says on standard error that no passage fits, and ends with 1: %s', async (_, args, how) => {
    const { status, stdout, stderr } = await run(...DATE, ...args, '--language', 'en');
    expect(stderr).toMatch(/^No passage fits\. /);
    expect(stderr).toMatch(how);
    expect(stdout).toBe('');
    expect(status).toBe(1);
  });

  it('ends with 2 if there is no corpus, without a stack trace', async () => {
    const { status, stdout, stderr } = await runBuilt('dist/src/cli/digest.js', DATE, {
      env: { CORPUS_DIR: 'no-such-folder' },
    });
    expect(stderr).toBe(
      'no-such-folder:1: The corpus folder cannot be read. Set CORPUS_DIR to the folder with one subfolder per seminar.\n',
    );
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });
});

describe('digest --json', () => {
  it('prints one object a day, and nothing else', async () => {
    const days = await daysOf(...DATE, '--days', '3');
    expect(days.map(({ date }) => date)).toEqual(['2026-03-09', '2026-03-10', '2026-03-11']);
    for (const day of days) {
      expect(Object.keys(day)).toEqual(['date', 'excerpts']);
      expect(day.excerpts).toHaveLength(1);
    }
  });

  it('has the fields of an excerpt of ask, and what they say', async () => {
    const asked = await runHere(ask, ['小院高墙', '--json']);
    // Only what replies to a question has that question.
    const fieldsOf = (excerpt: object) => Object.keys(excerpt).filter((field) => field !== 'asked');
    const [day] = await daysOf(...DATE, '--language', 'en');
    const [excerpt] = day?.excerpts ?? [];
    expect(fieldsOf(excerpt ?? {})).toEqual(fieldsOf(JSON.parse(asked.stdout).excerpts[0]));
    expect(excerpt).toMatchObject({
      passage: expect.stringMatching(`^${SEMINAR}/`),
      truncated: false,
      cut: { before: false, after: false },
      highlights: [],
      source: { line: expect.any(Number), date: expect.any(String), title: expect.any(String) },
    });
  });

  it('gives a day the same excerpts whether it comes first or second', async () => {
    const [, second] = await daysOf(...DATE, '--days', '2', '--excerpts', '2');
    const [first] = await daysOf('--seminar', SEMINAR, '--date', '2026-03-10', '--excerpts', '2');
    expect(second).toEqual(first);
  });

  it('goes over the end of a month, and to dates before 1970', async () => {
    expect((await daysOf('--date', '2024-02-28', '--days', '3')).map(({ date }) => date)).toEqual([
      '2024-02-28',
      '2024-02-29',
      '2024-03-01',
    ]);
    expect((await daysOf('--date', '1969-12-31'))[0]?.excerpts).toHaveLength(1);
  });

  it('repeats no passage within a fortnight', async () => {
    const shown = (await daysOf(...DATE, '--days', '14')).flatMap(({ excerpts }) => excerpts);
    expect(new Set(shown.map(({ passage }) => passage)).size).toBe(14);
  });

  it('has as many excerpts a day as asked for, by different speakers', async () => {
    const [day] = await daysOf(...DATE, '--excerpts', '3');
    expect(new Set(day?.excerpts.map(({ speaker }) => speaker)).size).toBe(3);
  });

  it('has one speaker alone, by any of their names', async () => {
    const days = await daysOf(...DATE, '--days', '5', '--speaker', '克里斯·米勒');
    expect(new Set(days.flatMap(({ excerpts }) => excerpts.map(({ speaker }) => speaker)))).toEqual(
      new Set(['Chris Miller']),
    );
  });

  it('has passages without a speaker if those are asked for', async () => {
    const [day] = await daysOf(...DATE, '--speaker', 'unknown');
    expect(day?.excerpts).toMatchObject([{ speaker: null, attribution: 'unknown' }]);
  });

  it('has a topic alone', async () => {
    const days = await daysOf(...DATE, '--days', '5', '--topic', '开源');
    const passages = days.flatMap(({ excerpts }) => excerpts.map(({ passage }) => passage));
    expect([...new Set(passages)].toSorted()).toEqual(['p22', 'p44', 'p45'].map((id) => `${SEMINAR}/${id}`));
  });
});
