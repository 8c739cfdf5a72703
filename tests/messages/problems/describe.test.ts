import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '../../../src/core/language/locale.ts';
import { type Problem, problemsIn } from '../../../src/core/transcript/problem.ts';
import { BASES } from '../../../src/core/transcript/transcript.ts';
import { yamlSteps } from '../../../src/core/transcript/yaml.ts';
import {
  describeProblem,
  describeProblems,
  localisedProblem,
  problemText,
} from '../../../src/messages/problems/describe.ts';
import { en } from '../../../src/messages/problems/en.ts';
import { atOnce } from '../../at-once.ts';
import type { Reported } from '../../fixtures.ts';
import { problemsWith } from '../../problem-samples.ts';

const parseYaml = atOnce(yamlSteps);

const FILE = 'corpus/bridges/transcript.md';
function problem([kind, values]: Reported): Problem {
  return { file: FILE, line: 3, kind, values };
}
const english = (reported: Reported) => {
  const { what, remedy } = problemText(problem(reported), 'en');
  return [what, remedy];
};

describe('describeProblem', () => {
  const same: Reported = ['id-repeated', { id: 'p8', firstLine: 2 }];

  it.each<[Locale, string]>([
    ['en', `${FILE}:3: The id p8 is used twice, first on line 2. Give this segment another id.`],
    ['zh-CN', `${FILE}:3: 编号 p8 用了两次\uff0c第一次在第 2 行。请给这个段落换一个编号。`],
    ['zh-TW', `${FILE}:3: 編號 p8 用了兩次\uff0c第一次在第 2 行。請為這個段落換一個編號。`],
  ])('puts file, line, what is wrong and the remedy on one line, in %s', (locale, line) => {
    expect(describeProblem(problem(same), locale)).toBe(line);
  });
});

describe('describeProblems', () => {
  const problems = problemsIn(FILE);
  for (let line = 1; line <= 1070; line++) problems.report(line, 'text-missing', {});

  it('describes all of a few', () => {
    expect(describeProblems(problems.errors.slice(0, 2), 'en')).toEqual([
      `${FILE}:1: The segment has no text. Copy its words from the source below the heading.`,
      `${FILE}:2: The segment has no text. Copy its words from the source below the heading.`,
    ]);
  });

  it.each<[Locale, string]>([
    ['en', '1,020 more; run "npm run check" for all.'],
    ['zh-CN', '另有 1,020 处\uff0c运行“npm run check”查看全部。'],
    ['zh-TW', '另有 1,020 處\uff0c執行「npm run check」查看全部。'],
  ])('describes the first fifty and counts the others, in %s', (locale, last) => {
    const lines = describeProblems(problems.errors, locale);
    expect(lines).toHaveLength(51);
    expect(lines[50]).toBe(last);
  });
});

describe('localisedProblem', () => {
  it('has what is wrong and the remedy in every language', () => {
    expect(localisedProblem(problem(['text-missing', {}]))).toEqual({
      what: {
        en: 'The segment has no text.',
        'zh-CN': '这个段落没有正文。',
        'zh-TW': '這個段落沒有內文。',
      },
      remedy: {
        en: 'Copy its words from the source below the heading.',
        'zh-CN': '请把原文中的话复制到标题下面。',
        'zh-TW': '請將原文中的話複製到標題下方。',
      },
    });
  });
});

/** Each kind with values in Latin letters and in Chinese characters, so that a text reads well with either. */
const samples = problemsWith('JoLee').map(
  (latin, at) => [latin.kind, [latin, problemsWith('李乔')[at] ?? latin]] as const,
);
/** Every sentence that the samples of one kind become. */
const sentences = (problems: readonly Problem[], locale: Locale) =>
  problems.flatMap((each) => Object.values(problemText(each, locale)));

describe('the texts of', () => {
  it('all kinds are looked at', () => {
    expect(samples.map(([kind]) => kind).sort()).toEqual(Object.keys(en.kinds).sort());
  });

  it.each(samples)('%s are whole sentences in every language', (_, problems) => {
    for (const sentence of sentences(problems, 'en')) expect(sentence).toMatch(/^["\p{L}].*\.$/u);
    for (const locale of ['zh-CN', 'zh-TW'] as const)
      for (const sentence of sentences(problems, locale)) {
        expect(sentence).toMatch(/\p{Script=Han}/u);
        expect(sentence).toMatch(/。$/);
      }
  });

  it.each(samples)('%s show every value in every language', (_, problems) => {
    for (const { kind, values } of problems)
      for (const [name, value] of Object.entries(values)) {
        if (
          typeof value !== 'string' ||
          /^(part|type|format|unit|code|after|message|reason|fault)$/.test(name)
        )
          continue;
        for (const locale of LOCALES)
          expect(
            Object.values(problemText({ file: FILE, line: 1, kind, values }, locale)).join(' '),
            name,
          ).toContain(value);
      }
  });

  it.each(samples)('%s have full-width marks in Chinese, without spaces beside them', (_, problems) => {
    for (const locale of ['zh-CN', 'zh-TW'] as const)
      for (const sentence of sentences(problems, locale)) {
        expect(sentence).not.toMatch(/\p{Script=Han}[,:;?!()]|[,:;?!()]\p{Script=Han}/u);
        expect(sentence).not.toMatch(
          / [\uff0c\uff1a\uff1b\uff1f\uff01\uff08\uff09\u3001\u3002\u201c\u201d\u300c\u300d]/,
        );
        expect(sentence).not.toMatch(
          /[\uff0c\uff1a\uff1b\uff1f\uff01\uff08\uff09\u3001\u3002\u201c\u201d\u300c\u300d] /,
        );
      }
  });

  it.each(samples)('%s have one space between Chinese and Latin letters or digits', (_, problems) => {
    for (const locale of ['zh-CN', 'zh-TW'] as const)
      for (const sentence of sentences(problems, locale)) {
        expect(sentence).not.toMatch(/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u);
        expect(sentence).not.toMatch(/\p{Script=Han} +\p{Script=Han}| {2}/u);
      }
  });

  it.each(samples)('%s quote as their language does', (_, problems) => {
    for (const sentence of sentences(problems, 'zh-CN')) expect(sentence).not.toMatch(/["「」]/);
    for (const sentence of sentences(problems, 'zh-TW')) expect(sentence).not.toMatch(/["“”]/);
    for (const sentence of sentences(problems, 'en')) expect(sentence).not.toMatch(/[“”「」]/);
  });
});

describe('the English of', () => {
  it.each<[Reported, string, string]>([
    [
      ['front-matter-missing', {}],
      'The file must begin with front matter between two "---" lines.',
      'Write `---` as the first line, then `title: Bridge meeting` and the speakers, then `---` again.',
    ],
    [
      ['evidence-unexpected', { id: 'p8', basis: 'unknown' }],
      'Segment p8 is unknown but has evidence.',
      'Remove it: evidence is for a name, and none is given.',
    ],
    [
      ['heading-malformed', { heading: 'p8 | line 8' }],
      'Malformed heading "p8 | line 8".',
      'Write id, line, speaker (if any) and basis, for example "### p8 | line 8 | Chris Miller | continued" or "### p8b | line 8 | editorial".',
    ],
    [
      ['basis-unknown', { basis: 'unknwon', known: BASES }],
      'Unknown basis "unknwon".',
      'A heading ends with one of labelled, continued, reported, inferred, unknown, editorial, for example "### p8 | line 8 | Chris Miller | continued" or "### p8b | line 8 | editorial".',
    ],
    [
      ['speaker-missing', { id: 'p4', basis: 'continued' }],
      'Segment p4 is continued but has no speaker.',
      'Put the name before the basis, or change the basis to unknown.',
    ],
    [['attribute-repeated', { key: 'label' }], '"- label:" appears twice.', 'Keep one.'],
    [['attribute-empty', { key: 'label' }], '"- label:" is empty.', 'Write its value, or delete the line.'],
    [
      ['text-second-line', {}],
      'The segment has a second line of text.',
      'A segment is one line of text: give the second its own heading.',
    ],
    [
      ['text-too-long', { characters: 15_000_000, most: 1_000_000 }],
      'The text has 15,000,000 characters; a segment may have at most 1,000,000.',
      'Divide it into several segments, each with a heading of its own.',
    ],
    [['evidence-twofold', {}], 'Evidence is both written out and taken from another segment.', 'Keep one.'],
    [
      ['line-not-covered', { sourceLine: 8 }],
      'Line 8 is not in any segment of the transcript.',
      'Add it as a segment, or narrow "lines" in the front matter if it is not part of the seminar.',
    ],
    [
      ['label-not-in-source', { label: 'JoLee:', sourceLine: 8 }],
      'Line 8 of the source does not begin with the label "JoLee:".',
      'Copy the label as printed, with its colon.',
    ],
    [
      ['text-not-in-source', { id: 'p8', sourceLine: 8, after: 'segment' }],
      'The text of segment p8 is not in line 8 of the source after the previous segment.',
      'Copy it from the source character by character; never change the source file.',
    ],
    [
      ['text-not-in-source', { id: 'p8', sourceLine: 8, after: 'label' }],
      'The text of segment p8 is not in line 8 of the source after the label.',
      'Copy it from the source character by character; never change the source file.',
    ],
    [
      ['text-not-covered', { text: '定期' }],
      '"定期" in the source is not in any segment.',
      'Add it to the segment it belongs to, or give it a segment of its own.',
    ],
    [
      ['lines-beyond-source', { lastLine: 99, lineCount: 53, source: 'source.txt' }],
      '"lines" ends at 99, but source.txt has only 53 lines.',
      'Correct "lines" in the front matter.',
    ],
    [
      ['lines-beyond-source', { lastLine: 9, lineCount: 1, source: 'source.txt' }],
      '"lines" ends at 9, but source.txt has only 1 line.',
      'Correct "lines" in the front matter.',
    ],
    [
      ['segment-out-of-order', { id: 'p8', sourceLine: 8, previousLine: 9 }],
      'Segment p8 (line 8) comes after a segment of line 9.',
      'Keep the order of the source.',
    ],
    [
      ['name-shared', { form: 'JoLee', first: 'Jo Lee', second: 'Ida Moe' }],
      '"JoLee" is listed for both Jo Lee and Ida Moe.',
      'Keep it for one of them.',
    ],
    [
      ['name-shared', { form: 'Jo Lee', first: 'Jo Lee', second: 'Jo Lee' }],
      '"Jo Lee" is listed twice.',
      'Keep one.',
    ],
    [
      ['label-missing', { id: 'p8' }],
      'Segment p8 is labelled but has no label.',
      'Add "- label:" as the source prints it, or choose another basis.',
    ],
    [
      ['label-unexpected', { id: 'p3', basis: 'reported' }],
      'Segment p3 has a label but is reported.',
      'Change the basis to labelled, or remove the label.',
    ],
    [
      ['label-of-another', { label: 'JoLee:', speaker: 'Max Roy' }],
      'The label "JoLee:" names somebody besides Max Roy.',
      "Correct the speaker, or choose another basis: reported, if one person passes on another's words.",
    ],
    [
      [
        'turn-not-continued',
        { id: 'p8', speaker: 'Jo Lee', previous: { id: 'p7', speaker: 'Ida Moe', basis: 'inferred' } },
      ],
      'Segment p8 continues Jo Lee, but the turn before it is p7 (Ida Moe, inferred).',
      'Use the speaker of that turn; after reported or inferred text, use its basis too.',
    ],
    [
      [
        'turn-not-continued',
        { id: 'p9', speaker: 'Jo Lee', previous: { id: 'p8', speaker: null, basis: 'unknown' } },
      ],
      'Segment p9 continues Jo Lee, but the turn before it is p8 (unknown).',
      'Use the speaker of that turn; after reported or inferred text, use its basis too.',
    ],
    [
      ['turn-not-continued', { id: 'p1', speaker: 'Jo Lee', previous: null }],
      'Segment p1 continues Jo Lee, but no turn comes before it.',
      'Choose another basis.',
    ],
    [
      ['evidence-not-there', { id: 'p7', from: 'p6' }],
      'Segment p7 takes its evidence from p6, which has no evidence of its own for this speaker.',
      'Name a segment whose evidence is written out.',
    ],
    [
      ['term-repeated', { form: 'trump', firstLine: 1 }],
      '"trump" is already on line 1.',
      'Keep it on one line.',
    ],
    [
      ['term-too-short', { form: '中' }],
      'The form "中" has fewer than two characters.',
      'Remove it: it would match unrelated text.',
    ],
    [
      ['term-too-long', { form: 'chip', most: 100 }],
      'The form "chip…" has more than 100 characters.',
      'Remove it: no text contains it.',
    ],
    [
      ['translation-of-nothing', { id: 'p8' }],
      'p8 is not a segment of the transcript.',
      'Correct the id, or remove the translation.',
    ],
    [
      ['translation-length', { id: 'p8', ratio: 7.123, least: 1.5, most: 6 }],
      'p8: the translation has 7.1 characters per source character; expected 1.5 to 6.',
      'Compare it with the source.',
    ],
    [
      ['cues-of-editorial', { id: 'p8b' }],
      'p8b is editorial but has cues.',
      'Remove them: editorial segments are not answers.',
    ],
    [
      ['yaml-alias-or-tag', { found: '*a' }],
      'YAML aliases and tags are not allowed here (found "*a").',
      'Write each value out; put one that starts with * or ! in quotation marks.',
    ],
    [
      ['yaml-too-deep', { most: 16 }],
      'Values are nested more than 16 levels deep.',
      'Follow the example in corpus/README.md.',
    ],
    [
      ['yaml-too-long', { most: 200_000 }],
      'The YAML has more than 200,000 tokens.',
      'Shorten it, or split the seminar into several.',
    ],
    [
      ['value-format', { part: 'front-matter', key: 'date', format: 'date' }],
      'Front matter, date: must be a date such as 2025-03-07.',
      'See the keys and the example in corpus/README.md.',
    ],
    [
      ['value-type', { part: 'front-matter', key: '', type: 'map' }],
      'The front matter must be a set of keys and values.',
      'See the keys and the example in corpus/README.md.',
    ],
    [
      ['value-too-short', { part: 'cues', key: 'p7.0', least: 1, unit: 'characters' }],
      'p7.0: must not be empty.',
      'Write a segment id and, below it, a list of short questions.',
    ],
    [
      ['key-unknown', { part: 'front-matter', key: 'speakers.0', keys: ['moderater'] }],
      'Front matter, speakers.0: must not have the key "moderater".',
      'See the keys and the example in corpus/README.md.',
    ],
    [
      ['corpus-unreadable', {}],
      'The corpus folder cannot be read.',
      'Set CORPUS_DIR to the folder with one subfolder per seminar.',
    ],
    [
      ['seminar-id-invalid', {}],
      'The folder name is not a valid seminar id.',
      'Use lower-case letters, digits and hyphens, at most 40, for example scsp-chips-2025.',
    ],
    [['file-not-regular', {}], 'This is not a regular file.', 'Replace it with a file of this name.'],
  ])('%j is what a colleague would write', (reported, what, remedy) => {
    expect(english(reported)).toEqual([what, remedy]);
  });
});

describe('what the YAML parser finds', () => {
  it.each([
    ['a value with a colon', 'title: one: two'],
    ['a quotation mark that is not closed', 'title: "one\n'],
    ['a bracket that is not closed', 'title: [one\n'],
    ['a tab before a key', 'a:\n\tb: c\n'],
    ['keys that are indented differently', 'a: b\n  c: d\n'],
    ['words after a quotation', 'a: "b" c\n'],
    ['a second document', 'a: b\n---\nc: d\n'],
  ])('is said in Chinese: %s', (_, yaml) => {
    const problems = problemsIn(FILE);
    parseYaml(yaml, problems);
    const [found] = problems.errors;
    expect(['yaml-invalid', 'yaml-line']).toContain(found?.kind);
    for (const locale of ['zh-CN', 'zh-TW'] as const)
      expect(found && problemText(found, locale).what.replace(/YAML|Tab/g, '')).not.toMatch(/[A-Za-z]/);
  });
});
