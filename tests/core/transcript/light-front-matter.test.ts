import { describe, expect, it } from 'vitest';
import { frontMatterSteps } from '../../../src/core/transcript/front-matter.ts';
import { problemsIn } from '../../../src/core/transcript/problem.ts';
import { problemText } from '../../../src/messages/problems/describe.ts';
import { atOnce } from '../../at-once.ts';
import { soundSeminar } from '../../fixtures.ts';
import { ferry } from '../../light-seminars.ts';

const parseFrontMatter = atOnce(frontMatterSteps);

function parse(yaml: string) {
  const problems = problemsIn('corpus/x/transcript.md');
  const frontMatter = parseFrontMatter(yaml, 2, problems)?.frontMatter;
  return { frontMatter, problems: problems.errors };
}

const all = (text: string) => ({ en: text, 'zh-CN': text, 'zh-TW': text });

describe('front matter', () => {
  it('needs nothing but a title', () => {
    const { frontMatter, problems } = parse('title: Bridges\n');
    expect(problems).toEqual([]);
    expect(frontMatter).toEqual({
      title: all('Bridges'),
      date: null,
      organiser: null,
      language: null,
      spoken: null,
      recording: null,
      source: { file: null, headline: null, lines: null, format: null, encoding: null, leftOut: [] },
      speakers: [],
      topics: [],
      examples: [],
    });
  });

  it.each([
    ['- nam: Priya Raman', '- name: Priya Raman'],
    ['- { name: Priya Raman, rol: the chair }', 'role: the chair'],
    ['- Dr: Priya Raman', '- "Dr: Priya Raman"'],
  ])('tells how a speaker is written: %s', (written, right) => {
    const { problems } = parse(`title: Bridges\nspeakers:\n  ${written}\n`);
    expect(problems.map((problem) => problemText(problem, 'en').remedy)).toEqual([
      `Write it like this: \`${right}\`.`,
    ]);
  });

  it('takes a key without a value for none', () => {
    const keys = 'date organiser language spoken recording source speakers topics examples'.split(' ');
    const empty = keys.map((key) => `${key}:\n`).join('');
    expect(parse(`title: Bridges\n${empty}`)).toEqual(parse('title: Bridges\n'));
  });

  it('takes a plain text for every language, and for a name', () => {
    const { frontMatter } = parse(
      'title: x\norganiser: Club\nspeakers:\n  - Ann Lee\n  - { name: Bo Park, role: chair }\ntopics: [steel]\n',
    );
    expect(frontMatter?.organiser).toEqual(all('Club'));
    expect(frontMatter?.topics).toEqual([all('steel')]);
    expect(frontMatter?.speakers).toEqual([
      {
        name: 'Ann Lee',
        names: all('Ann Lee'),
        role: null,
        moderator: false,
        aliases: [],
        otherForms: [],
        person: null,
        anonymous: null,
      },
      expect.objectContaining({ name: 'Bo Park', role: all('chair') }),
    ]);
  });

  it.each<[string, string, Record<string, string>]>([
    ['English alone', '{ en: Bridge }', all('Bridge')],
    [
      'Simplified',
      '{ zh-CN: 新闻发布会 }',
      { en: '新闻发布会', 'zh-CN': '新闻发布会', 'zh-TW': '新聞發佈會' },
    ],
    [
      'Traditional',
      '{ en: Talk, zh-TW: 橋樑講座 }',
      { en: 'Talk', 'zh-CN': '桥梁讲座', 'zh-TW': '橋樑講座' },
    ],
    ['all of them', '{ en: a, zh-CN: 乙, zh-TW: 丙 }', { en: 'a', 'zh-CN': '乙', 'zh-TW': '丙' }],
  ])('makes a title in each language of %s', (_, title, expected) => {
    expect(parse(`title: ${title}\n`).frontMatter?.title).toEqual(expected);
  });

  it('makes a name in one script of that in the other', () => {
    const { frontMatter } = parse('title: x\nspeakers: [{ name: Li An, names: { zh-CN: 李乔 } }]\n');
    expect(frontMatter?.speakers[0]?.names).toEqual({ en: 'Li An', 'zh-CN': '李乔', 'zh-TW': '李喬' });
  });

  it.each<[string, readonly (readonly number[])[]]>([
    ['97', [[97, 97]]],
    [
      '1-4, 97',
      [
        [1, 4],
        [97, 97],
      ],
    ],
    [
      '"1-4,6-6"',
      [
        [1, 4],
        [6, 6],
      ],
    ],
  ])('reads the places left out: %s', (written, ranges) => {
    const { frontMatter, problems } = parse(
      `title: x\nsource: { left-out: ${written.includes(',') && !written.startsWith('"') ? `"${written}"` : written} }\n`,
    );
    expect(problems).toEqual([]);
    expect(frontMatter?.source.leftOut).toEqual(ranges);
  });

  it.each([
    ['source: { left-out: 4-1 }', 'places'],
    ['source: { left-out: 0 }', 'places'],
    ['source: { left-out: some }', 'places'],
    ['source: { left-out: 1.5 }', 'places'],
    ['source: { format: Web VTT }', 'format'],
    ['recording: youtu.be/abc', 'address'],
    ['recording: javascript:alert(1)', 'address'],
    ['recording: https://', 'address'],
    ['recording: "https://a b"', 'address'],
    ['recording: https://ann:secret@example.org/talk.mp4', 'address'],
    ['recording: https://ann@example.org/talk.mp4', 'address'],
    [`recording: https://example.org/${'x'.repeat(1000)}`, 'address'],
    ['organiser: {}', 'no-language'],
  ])('refuses %s', (line, format) => {
    expect(parse(`title: x\n${line}\n`).problems).toMatchObject([
      { kind: 'value-format', values: { format } },
    ]);
  });

  it('gives a seminar the same as ever if all is written out', () => {
    const { speakers, title, organiser, date, language, spoken, topics, recording } = soundSeminar();
    expect({ title, organiser, date, language, spoken, topics, recording }).toEqual({
      title: { en: 'A panel on bridges', 'zh-CN': '桥梁座谈会', 'zh-TW': '橋樑座談會' },
      organiser: { en: 'The Bridge Club', 'zh-CN': '桥梁学会', 'zh-TW': '橋樑學會' },
      date: '2024-05-01',
      language: 'zh-CN',
      spoken: 'zh-CN',
      topics: [{ en: 'steel', 'zh-CN': '钢材', 'zh-TW': '鋼材' }],
      recording: null,
    });
    expect(speakers[1]).toEqual({
      id: 'Jo Lee',
      name: 'Jo Lee',
      names: { en: 'Jo Lee', 'zh-CN': '李乔', 'zh-TW': '李喬' },
      role: { en: 'an engineer', 'zh-CN': '工程师', 'zh-TW': '工程師' },
      moderator: false,
      aliases: ['JoLee'],
      otherForms: [],
      person: null,
      anonymous: null,
    });
  });

  it('finds the language of a seminar in its words', () => {
    expect(ferry().language).toBe('en');
  });
});

/** What somebody writes by hand, and the line that the problem shows in its place. */
const FAULTS: readonly (readonly [fault: string, yaml: string, line: number, write: string])[] = [
  ['a tab before an item', 'title: x\nspeakers:\n\t- Ann Lee', 4, '  - Ann Lee'],
  ['no colon', 'title x\nspeakers: [Ann Lee]', 2, 'title: x'],
  ['no colon before a list', 'title: x\nspeakers\n  - Ann Lee', 3, 'speakers:'],
  ['no space after a colon', 'title:x\ndate: 2024-05-01', 2, 'title: x'],
  ['a wide colon', 'title：x\ndate: 2024-05-01', 2, 'title: x'],
  ['a colon in a title', 'title: Bridges: a history', 2, 'title: "Bridges: a history"'],
  [
    'a colon in a role',
    'title: x\nspeakers:\n  - name: A B\n    role: head: office',
    5,
    '    role: "head: office"',
  ],
  ['a colon in a name', 'title: x\nspeakers:\n  - Ann Lee: chair', 4, '- "Ann Lee: chair"'],
  ['a quotation that stays open', 'title: "x\ndate: 2024-05-01', 2, 'title: "x"'],
  ['words after a quotation', 'title: "Steel" today', 2, `title: '"Steel" today'`],
  ['a mark that YAML keeps for itself', 'title: @home', 2, 'title: "@home"'],
  ['brackets before a title', 'title: [draft] talk', 2, 'title: "[draft] talk"'],
  ['a key too far in', 'title: x\n  date: 2024-05-01', 3, 'date: 2024-05-01'],
  ['speaker for speakers', 'title: x\nspeaker:\n  - Ann Lee', 2, 'speakers:'],
  ['keys in capitals', 'Title: x', 2, 'title: x'],
  ['a misspelt key', 'title: x\norganizer: Club', 3, 'organiser: Club'],
  ['another word for a language', 'title: { english: x }', 2, 'title: { en: x }'],
  ['names in one line', 'title: x\nspeakers: Ann Lee, Bo Park', 3, 'speakers: [Ann Lee, Bo Park]'],
  ['a title that is a number', 'title: 2024', 2, 'title: "2024"'],
  ['a date that may be two', 'title: x\ndate: 1/5/2024', 3, 'date: 2024-05-01'],
  ['a date in words', 'title: x\ndate: May 25, 2024', 3, 'date: 2024-05-25'],
  ['a date with the day first', 'title: x\ndate: 25.5.2024', 3, 'date: 2024-05-25'],
  ['a Chinese date', 'title: x\ndate: 2024年5月6日', 3, 'date: 2024-05-06'],
  ['an address without its start', 'title: x\nrecording: youtu.be/abc', 3, 'recording: https://youtu.be/abc'],
  ['a source that is a name', 'title: x\nsource: talk.vtt', 3, 'source: { file: talk.vtt }'],
];

describe('a fault in front matter', () => {
  it.each(FAULTS)('is told once, with the line to write: %s', (_, yaml, line, write) => {
    const { problems } = parse(`${yaml}\n`);
    expect(problems).toMatchObject([{ line, values: { write } }]);
    const [problem] = problems;
    for (const locale of ['en', 'zh-CN', 'zh-TW'] as const)
      expect(problem && problemText(problem, locale).remedy).toContain(write);
  });

  it.each(FAULTS)('is gone once its line is written so: %s', (_, yaml, line, write) => {
    const lines = yaml.split('\n');
    const indent = /^ */.exec(lines[line - 2] ?? '')?.[0] ?? '';
    const isWhole = /^\s/.test(write) || !/^\s+-/.test(lines[line - 2] ?? '');
    const at = /speaker:|organizer/.test(yaml)
      ? lines.findIndex((each) => /speaker:|organizer/.test(each))
      : line - 2;
    lines[at] = isWhole ? write : indent + write;
    expect(parse(`${lines.join('\n')}\n`).problems).toEqual([]);
  });

  it('of twenty speakers is one problem, which names the first lines', () => {
    const speakers = Array.from({ length: 20 }, (_, at) => `  - role: guest ${at}\n`).join('');
    const { problems } = parse(`title: x\nspeakers:\n${speakers}`);
    expect(problems).toHaveLength(1);
    const [problem] = problems;
    expect(problem && problemText(problem, 'en')).toEqual({
      what: 'Front matter, speakers.0.name: must have a value; the same on lines 5, 6, 7 and 16 more.',
      remedy: 'Write it like this: `- name: Ann Lee`.',
    });
  });
});
