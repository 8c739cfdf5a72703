import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../src/core/language/locale.ts';
import { parseTranscript } from '../../../src/core/transcript/parse.ts';
import { problemsIn } from '../../../src/core/transcript/problem.ts';
import { BASES } from '../../../src/core/transcript/transcript.ts';
import { problemText } from '../../../src/messages/problems/describe.ts';
import { anyText, changed, FILES, lineOf, type Reported, TRANSCRIPT } from '../../fixtures.ts';

function parse(text: string) {
  const problems = problemsIn(FILES.transcriptFile);
  return { parsed: parseTranscript(text, problems), problems: problems.errors };
}

interface Fault {
  fault: string;
  from: string;
  to: string;
  /** The problem is to be reported on the line that has this in the faulty file. */
  at: string;
  reported: Reported;
}

const faults: Fault[] = [
  {
    fault: 'a heading without a basis',
    from: '### p8 | line 8 | unknown',
    to: '### p8 | line 8',
    at: '### p8 |',
    reported: ['heading-malformed', { heading: 'p8 | line 8' }],
  },
  {
    fault: 'a heading with a field too many',
    from: '### p8 | line 8 | unknown',
    to: '### p8 | line 8 | Jo Lee | Ida Moe | continued',
    at: '### p8 |',
    reported: ['heading-malformed', { heading: 'p8 | line 8 | Jo Lee | Ida Moe | continued' }],
  },
  {
    fault: 'an id that cannot be cited',
    from: '### p8 |',
    to: '### P 8 |',
    at: '### P 8',
    reported: ['heading-malformed', { heading: 'P 8 | line 8 | unknown' }],
  },
  {
    fault: 'a line that is no number',
    from: '### p8 | line 8',
    to: '### p8 | line eight',
    at: '### p8 |',
    reported: ['heading-malformed', { heading: 'p8 | line eight | unknown' }],
  },
  {
    fault: 'a misspelt basis',
    from: '### p8 | line 8 | unknown',
    to: '### p8 | line 8 | unknwon',
    at: '### p8 |',
    reported: ['basis-unknown', { basis: 'unknwon', known: BASES, also: [] }],
  },
  {
    fault: 'a continued segment without a speaker',
    from: '### p4 | line 4 | Jo Lee | continued',
    to: '### p4 | line 4 | continued',
    at: '### p4 |',
    reported: ['speaker-missing', { id: 'p4', basis: 'continued' }],
  },
  {
    fault: 'a reported segment with an empty speaker',
    from: '### p9 | line 9 | Jo Lee | reported',
    to: '### p9 | line 9 |  | reported',
    at: '### p9 |',
    reported: ['speaker-missing', { id: 'p9', basis: 'reported' }],
  },
  {
    fault: 'an unknown segment with a name',
    from: '### p8 | line 8 | unknown',
    to: '### p8 | line 8 | Jo Lee | unknown',
    at: '### p8 |',
    reported: ['speaker-unexpected', { id: 'p8', basis: 'unknown', name: 'Jo Lee' }],
  },
  {
    fault: "publisher's commentary with a name",
    from: '### p4b | line 4 | editorial',
    to: '### p4b | line 4 | Jo Lee | editorial',
    at: '### p4b |',
    reported: ['speaker-unexpected', { id: 'p4b', basis: 'editorial', name: 'Jo Lee' }],
  },
  {
    fault: 'evidence in a language that is none of ours',
    from: '- evidence (zh-TW):',
    to: '- evidence (zh-HK):',
    at: '### p6 |',
    reported: ['evidence-languages', { languages: LOCALES }],
  },
  {
    fault: 'evidence that is written out and taken from another segment',
    from: '- evidence: as p6',
    to: '- evidence: as p6\n- evidence (en): x\n- evidence (zh-CN): x\n- evidence (zh-TW): x',
    at: '### p7 |',
    reported: ['evidence-twofold', {}],
  },
  {
    fault: 'evidence where nobody is named',
    from: '### p8 | line 8 | unknown\n',
    to: '### p8 | line 8 | unknown\n- evidence: as p6\n',
    at: '### p8 |',
    reported: ['evidence-unexpected', { id: 'p8', basis: 'unknown' }],
  },
  {
    fault: 'an attribute given twice',
    from: '- label: JoLee:',
    to: '- label: Jo Lee:\n- label: JoLee:',
    at: '- label: JoLee:',
    reported: ['attribute-repeated', { key: 'label' }],
  },
  {
    fault: 'an attribute without a value',
    from: '- label: JoLee:',
    to: '- label:',
    at: '- label:\n',
    reported: ['attribute-empty', { key: 'label' }],
  },
  {
    fault: 'an unknown attribute',
    from: '- label: JoLee:',
    to: '- lable: JoLee:',
    at: '- lable:',
    reported: ['attribute-unknown', { found: '- lable: JoLee:' }],
  },
  {
    fault: 'a segment without text',
    from: '是的,我同意。\n',
    to: '',
    at: '### p8 |',
    reported: ['text-missing', {}],
  },
  {
    fault: 'a second line of text',
    from: '但是木桥怕火灾。',
    to: '但是\n木桥怕火灾。',
    at: '木桥怕火灾',
    reported: ['text-second-line', {}],
  },
  {
    fault: 'more text than anybody says',
    from: '但是木桥怕火灾。',
    to: '但'.repeat(1_000_001),
    at: '但但',
    reported: ['text-too-long', { characters: 1_000_001, most: 1_000_000 }],
  },
  {
    fault: 'an attribute below the text',
    from: '是的,我同意。',
    to: '是的,我同意。\n- label: 李乔',
    at: '- label: 李乔',
    reported: ['text-second-line', {}],
  },
  {
    fault: 'text before the first heading',
    from: '### p1 |',
    to: '这里\n\n### p1 |',
    at: '这里',
    reported: ['heading-expected', { found: '这里' }],
  },
  {
    fault: 'a heading of another level',
    from: '### p8 | line 8 | unknown',
    to: '## p8 | line 8 | unknown',
    at: '## p8 |',
    reported: ['heading-expected', { found: '## p8 | line 8 | unknown' }],
  },
  {
    fault: 'an id used twice',
    from: '### p9 |',
    to: '### p8 |',
    at: '### p8 | line 9',
    reported: ['id-repeated', { id: 'p8', firstLine: lineOf(TRANSCRIPT, '### p8 |') }],
  },
];

describe('parseTranscript', () => {
  it('reads the tiny seminar without a problem', () => {
    expect(parse(TRANSCRIPT).problems).toEqual([]);
  });

  it('reads every field of a segment', () => {
    const entry = parse(TRANSCRIPT).parsed?.entries.find(({ id }) => id === 'p3');
    expect(entry).toEqual({
      id: 'p3',
      sourceLine: 3,
      unit: 'line',
      time: null,
      speakerName: 'Jo Lee',
      basis: 'labelled',
      label: 'JoLee:',
      evidence: null,
      text: '钢桥很耐用。它能用一百年。',
      line: lineOf(TRANSCRIPT, '### p3 |'),
      textLine: lineOf(TRANSCRIPT, '\n钢桥很耐用。') + 1,
      textColumn: 1,
    });
  });

  it('reads evidence in each language', () => {
    const entry = parse(TRANSCRIPT).parsed?.entries.find(({ id }) => id === 'p6');
    expect(entry?.evidence).toEqual({
      en: 'The moderator has just asked Ida Moe by name.',
      'zh-CN': '主持人刚刚点名询问Ida Moe。',
      'zh-TW': '主持人剛剛點名詢問Ida Moe。',
    });
  });

  it('reads a reference to the evidence of another segment', () => {
    const entry = parse(TRANSCRIPT).parsed?.entries.find(({ id }) => id === 'p7');
    expect(entry?.evidence).toEqual({ as: 'p6' });
  });

  it.each(['# 1', '- 一', '\\一'])('takes the backslash before the text "%s" off', (text) => {
    const { parsed, problems } = parse(changed(TRANSCRIPT, '是的,我同意。', `\\${text}`));
    expect(problems).toEqual([]);
    expect(parsed?.entries.find(({ id }) => id === 'p8')?.text).toBe(text);
  });

  it('reads a file with a byte order mark and CRLF line ends as the same', () => {
    const { parsed, problems } = parse(`\uFEFF${TRANSCRIPT.replaceAll('\n', '\r\n')}`);
    expect(problems).toEqual([]);
    expect(parsed?.entries).toEqual(parse(TRANSCRIPT).parsed?.entries);
  });

  it.each(faults)('reports $fault on its line', ({ from, to, at, reported: [kind, values] }) => {
    const text = changed(TRANSCRIPT, from, to);
    const line = lineOf(text, at);
    expect(parse(text).problems).toContainEqual({ file: FILES.transcriptFile, line, kind, values });
  });

  it('says where an id that is used twice was used first', () => {
    const text = changed(TRANSCRIPT, '### p9 |', '### p8 |');
    const values = { id: 'p8', firstLine: lineOf(text, '### p8 | line 8') };
    expect(parse(text).problems).toMatchObject([{ values }]);
  });

  it('reports several faults at once, in the order of the file', () => {
    const text = changed(
      changed(changed(TRANSCRIPT, '- label: JoLee:', '- lable: JoLee:'), '是的,我同意。\n', ''),
      '### p9 | line 9',
      '### p9 | row 9',
    );
    expect(parse(text).problems.map(({ line }) => line)).toEqual([
      lineOf(text, '- lable:'),
      lineOf(text, '### p8 |'),
      lineOf(text, '### p9 |'),
    ]);
  });

  it('reports faults of the front matter and of the segments together', () => {
    const text = changed(changed(TRANSCRIPT, 'lines: 1-9', 'lines: 9-1'), '是的,我同意。\n', '');
    expect(parse(text).problems).toHaveLength(2);
  });

  it('leaves a faulty segment out and keeps the others', () => {
    const { parsed } = parse(changed(TRANSCRIPT, '是的,我同意。\n', ''));
    expect(parsed?.entries.map(({ id }) => id)).toEqual([
      'p1',
      'p2',
      'p3',
      'p4',
      'p4b',
      'p5',
      'p6',
      'p7',
      'p9',
    ]);
  });

  it.each([
    ['an empty file', ''],
    ['a file without front matter', '### p1 | line 1 | editorial\n\n桥'],
    ['front matter that is never closed', '---\ntitle: x\n'],
    ['a line of text before the front matter', `\n${TRANSCRIPT}`],
  ])('refuses %s on line 1', (_, text) => {
    const { parsed, problems } = parse(text);
    expect(parsed).toBeNull();
    expect(problems).toMatchObject([{ file: FILES.transcriptFile, line: 1 }]);
  });

  it('shows no more of a long faulty line than it takes to find it', () => {
    const { problems } = parse(changed(TRANSCRIPT, '### p1 |', `${'桥'.repeat(10_000)}\n\n### p1 |`));
    const [problem] = problems;
    expect(problem && problemText(problem, 'en').what.length).toBeLessThan(120);
  });
});

describe('for any text', () => {
  it('never throws on a file', () => {
    fc.assert(fc.property(anyText, (text) => void parse(text)));
  });

  it('never throws on front matter', () => {
    fc.assert(fc.property(anyText, (text) => void parse(`---\n${text}\n---\n`)));
  });

  it('never throws on segments, and every problem has a line of the file', () => {
    const pieces = fc.array(
      fc.oneof(
        anyText,
        fc.constantFrom(
          '### p1 | line 1 | unknown',
          '- label: x',
          '- evidence (en): x',
          '- evidence: as p1',
          '\\',
          '',
        ),
      ),
    );
    fc.assert(
      fc.property(pieces, (lines) => {
        const text = `${TRANSCRIPT}\n${lines.join('\n')}`;
        const count = text.split('\n').length;
        for (const { line } of parse(text).problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(count);
        }
      }),
    );
  });
});

describe('evidence', () => {
  const evidenceWith = (lines: string) => {
    const written = `---\ntitle: A\nspeakers: [Jo Lee]\n---\n\n### p1 | line 1 | Jo Lee | inferred\n${lines}\n\nYes.\n`;
    return parseTranscript(written, problemsIn('transcript.md'))?.entries[0]?.evidence;
  };

  it('in no language stands for all', () => {
    const text = 'The chair asks Jo.';
    expect(evidenceWith(`- evidence: ${text}`)).toEqual({ en: text, 'zh-CN': text, 'zh-TW': text });
  });

  it('in some languages stands for the others', () => {
    expect(evidenceWith('- evidence (zh-TW): 主席點名問他。')).toEqual({
      en: '主席點名問他。',
      'zh-CN': '主席点名问他。',
      'zh-TW': '主席點名問他。',
    });
  });

  it('can be that of another segment', () => {
    expect(evidenceWith('- evidence: as p3')).toEqual({ as: 'p3' });
  });
});
