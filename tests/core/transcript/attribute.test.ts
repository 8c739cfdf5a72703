import { describe, expect, it } from 'vitest';
import { describeProblem } from '../../../src/core/transcript/problem.ts';
import { changed, FILES, lineOf, readSeminar, SOURCE, soundSeminar, TRANSCRIPT } from '../../fixtures.ts';

const segment = (id: string) => soundSeminar().segments.find((each) => each.id === id);

describe('attribute', () => {
  it('finds every segment where it stands in the source', () => {
    for (const { id, text, start } of soundSeminar().segments)
      expect(SOURCE.slice(start, start + text.length), id).toBe(text);
  });

  it('finds the same text on its own line, where it stands on two', () => {
    const source = changed(SOURCE, '是的,我同意。', '木桥便宜。');
    const { segments } = soundSeminar({
      source,
      transcript: changed(TRANSCRIPT, '是的,我同意。', '木桥便宜。'),
    });
    expect(segments.find(({ id }) => id === 'p8')?.start).toBe(source.lastIndexOf('木桥便宜。'));
  });

  it('counts the carriage returns of a source with CRLF line ends', () => {
    const source = SOURCE.replaceAll('\n', '\r\n');
    for (const { id, text, start } of soundSeminar({ source }).segments)
      expect(source.slice(start, start + text.length), id).toBe(text);
  });

  it('reads a source with a byte order mark', () => {
    const source = `\uFEFF${SOURCE}`;
    expect(soundSeminar({ source }).segments[0]?.start).toBe(1);
  });

  it('gives a labelled segment its speaker, and its label stays out of the text', () => {
    expect(segment('p3')).toMatchObject({
      speaker: { name: 'Jo Lee' },
      label: 'JoLee:',
      text: expect.stringMatching(/^钢桥很耐用/),
    });
  });

  it('lets a speaker go on after the commentary of the publisher', () => {
    const source = changed(SOURCE, '主持人罗麦:我想请问Ida Moe,木桥呢?', '钢材好。');
    const transcript = changed(
      TRANSCRIPT,
      '### p5 | line 5 | Max Roy | labelled\n- label: 主持人罗麦:\n\n我想请问Ida Moe,木桥呢?',
      '### p5 | line 5 | Jo Lee | continued\n\n钢材好。',
    );
    const { segments } = soundSeminar({ source, transcript });
    expect(segments.find(({ id }) => id === 'p5')?.speaker?.name).toBe('Jo Lee');
  });

  it.each(['p1', 'p4b', 'p8'])('gives the nameless segment %s no speaker', (id) => {
    expect(segment(id)?.speaker).toBeNull();
  });

  it('gives an inferred segment the evidence that it refers to', () => {
    expect(segment('p7')?.evidence).toEqual(segment('p6')?.evidence);
    expect(segment('p7')?.evidence?.en).toBe('The moderator has just asked Ida Moe by name.');
  });

  it('keeps the canonical name as the English form', () => {
    expect(soundSeminar().speakers[1]?.names).toEqual({ en: 'Jo Lee', 'zh-CN': '李乔', 'zh-TW': '李喬' });
  });

  it('leaves the lines outside the seminar out', () => {
    expect(
      soundSeminar()
        .segments.map(({ text }) => text)
        .join(''),
    ).not.toContain('bridges@example.org');
  });

  it('treats an empty line of the source as no paragraph', () => {
    const source = changed(SOURCE, '\n是的,我同意。', '\n  \n是的,我同意。');
    const transcript = changed(
      changed(changed(TRANSCRIPT, 'p9 | line 9', 'p9 | line 10'), 'p8 | line 8', 'p8 | line 9'),
      'lines: 1-9',
      'lines: 1-10',
    );
    expect(readSeminar({ source, transcript }).problems).toEqual([]);
  });
});

interface Fault {
  fault: string;
  /** What is replaced in the transcript, and with what. */
  edit: [from: string, to: string];
  /** The problem is reported on the line on which this stands in the edited transcript. */
  at: string;
  what: RegExp;
}

const faults: Fault[] = [
  {
    fault: 'a speaker who is not declared',
    edit: ['### p9 | line 9 | Jo Lee', '### p9 | line 9 | Jo Leee'],
    at: '### p9 |',
    what: /"Jo Leee" of segment p9 is not declared/,
  },
  {
    fault: 'a speaker given by an alias',
    edit: ['### p9 | line 9 | Jo Lee', '### p9 | line 9 | JoLee'],
    at: '### p9 |',
    what: /"JoLee" of segment p9 is not declared/,
  },
  {
    fault: 'text that differs from the source in one character',
    edit: ['是的,我同意。', '是的,我同意!'],
    at: '### p8 |',
    what: /text of segment p8 is not in line 8/,
  },
  {
    fault: 'text of another line',
    edit: ['是的,我同意。', '木桥便宜。木'],
    at: '### p8 |',
    what: /text of segment p8 is not in line 8/,
  },
  {
    fault: 'left-over text before a segment',
    edit: ['\n\n定期上漆就不会生锈。', '\n\n上漆就不会生锈。'],
    at: '### p4 |',
    what: /"定期" in the source is in no segment/,
  },
  {
    fault: 'left-over text after the last segment of a paragraph',
    edit: ['它能用一百年。', '它能用'],
    at: '### p3 |',
    what: /"一百年。" in the source is in no segment/,
  },
  {
    fault: 'left-over text between two segments',
    edit: ['定期上漆就不会生锈。\n', '定期上漆\n'],
    at: '### p4b |',
    what: /"就不会生锈。" in the source is in no segment/,
  },
  {
    fault: 'two segments that overlap',
    edit: ['\n\n这反映了钢材的优点。', '\n\n生锈。 这反映了钢材的优点。'],
    at: '### p4b |',
    what: /p4b is not in line 4 of the source after what stands before it/,
  },
  {
    fault: 'a label that names another person',
    edit: ['### p3 | line 3 | Jo Lee', '### p3 | line 3 | Max Roy'],
    at: '### p3 |',
    what: /label "JoLee:" does not name Max Roy/,
  },
  {
    fault: 'a label that is printed differently',
    edit: ['- label: JoLee:', '- label: Jo Lee:'],
    at: '### p3 |',
    what: /label "Jo Lee:" does not open line 3/,
  },
  {
    fault: 'a labelled segment without a label',
    edit: ['### p8 | line 8 | unknown', '### p8 | line 8 | Jo Lee | labelled'],
    at: '### p8 |',
    what: /p8 is labelled and has no label/,
  },
  {
    fault: 'a label of a segment that is not labelled',
    edit: ['### p3 | line 3 | Jo Lee | labelled', '### p3 | line 3 | Jo Lee | reported'],
    at: '### p3 |',
    what: /p3 has a label and is reported/,
  },
  {
    fault: 'a label in the middle of a paragraph',
    edit: ['### p4b | line 4 | editorial\n', '### p4b | line 4 | Jo Lee | labelled\n- label: JoLee:\n'],
    at: '### p4b |',
    what: /p4b has a label in the middle of a paragraph/,
  },
  {
    fault: 'a speaker continued after somebody else',
    edit: ['### p8 | line 8 | unknown', '### p8 | line 8 | Jo Lee | continued'],
    at: '### p8 |',
    what: /p8 continues Jo Lee, but the turn before it is p7, Ida Moe, inferred/,
  },
  {
    fault: 'a speaker continued after an inferred turn of the same speaker',
    edit: [
      '### p7 | line 7 | Ida Moe | inferred\n- evidence: as p6',
      '### p7 | line 7 | Ida Moe | continued',
    ],
    at: '### p7 |',
    what: /p7 continues Ida Moe, but the turn before it is p6, Ida Moe, inferred/,
  },
  {
    fault: 'a speaker continued after an unknown voice',
    edit: ['### p9 | line 9 | Jo Lee | reported', '### p9 | line 9 | Jo Lee | continued'],
    at: '### p9 |',
    what: /p9 continues Jo Lee, but the turn before it is p8, nobody named, unknown/,
  },
  {
    fault: 'a speaker continued where nobody has spoken',
    edit: ['### p1 | line 1 | editorial', '### p1 | line 1 | Jo Lee | continued'],
    at: '### p1 |',
    what: /p1 continues Jo Lee, but the turn before it is missing/,
  },
  {
    fault: 'a name inferred without evidence',
    edit: ['### p8 | line 8 | unknown', '### p8 | line 8 | Jo Lee | inferred'],
    at: '### p8 |',
    what: /p8 is inferred without evidence/,
  },
  {
    fault: 'evidence taken from a segment that is not there',
    edit: ['- evidence: as p6', '- evidence: as p66'],
    at: '### p7 |',
    what: /p7 takes its evidence from p66/,
  },
  {
    fault: 'evidence taken from a segment that has none',
    edit: ['- evidence: as p6', '- evidence: as p3'],
    at: '### p7 |',
    what: /p7 takes its evidence from p3/,
  },
  {
    fault: 'evidence taken from a segment on another speaker',
    edit: ['### p7 | line 7 | Ida Moe', '### p7 | line 7 | Jo Lee'],
    at: '### p7 |',
    what: /p7 takes its evidence from p6, which has none of its own on the same speaker/,
  },
  {
    fault: 'evidence taken from the segment itself',
    edit: ['- evidence: as p6', '- evidence: as p7'],
    at: '### p7 |',
    what: /p7 takes its evidence from p7/,
  },
  {
    fault: 'a segment on a line outside the seminar',
    edit: ['### p9 | line 9', '### p9 | line 10'],
    at: '### p9 |',
    what: /p9 is on line 10, outside 1-9/,
  },
  {
    fault: 'a segment on line 0',
    edit: ['### p1 | line 1', '### p1 | line 0'],
    at: '### p1 |',
    what: /p1 is on line 0, outside 1-9/,
  },
];

describe('a faulty transcript', () => {
  it.each(faults)('is reported: $fault', ({ edit, at, what }) => {
    const transcript = changed(TRANSCRIPT, ...edit);
    const read = readSeminar({ transcript });
    expect(read.transcript).toBeNull();
    expect(read.problems).toContainEqual({
      file: FILES.transcriptFile,
      line: lineOf(transcript, at),
      what: expect.stringMatching(what),
      remedy: expect.stringMatching(/\S.*\.$/),
    });
  });

  it('is reported where its segments do not keep the order of the source', () => {
    const [p8, p9] = [
      '### p8 | line 8 | unknown\n\n是的,我同意。\n',
      TRANSCRIPT.slice(TRANSCRIPT.indexOf('### p9 |')),
    ];
    const transcript = `${changed(TRANSCRIPT, `${p8}\n${p9}`, '')}${p9}\n${p8}`;
    expect(readSeminar({ transcript }).problems).toMatchObject([
      { line: lineOf(transcript, '### p8 |'), what: 'Segment p8 of line 8 stands after one of line 9.' },
    ]);
  });

  it('is reported where a line of the source is in no segment, at that line of the source', () => {
    const transcript = changed(TRANSCRIPT, '### p8 | line 8 | unknown\n\n是的,我同意。\n', '');
    expect(readSeminar({ transcript }).problems).toMatchObject([{ file: FILES.sourceFile, line: 8 }]);
  });

  it('is reported where "lines" goes beyond the source', () => {
    const { problems } = readSeminar({ transcript: changed(TRANSCRIPT, 'lines: 1-9', 'lines: 1-99') });
    expect(problems[0]?.what).toBe(`"lines" ends at 99, and ${FILES.sourceFile} has 10 lines.`);
  });

  it('is reported where "lines" takes in the footer', () => {
    const { problems } = readSeminar({ transcript: changed(TRANSCRIPT, 'lines: 1-9', 'lines: 1-10') });
    expect(problems).toMatchObject([{ file: FILES.sourceFile, line: 10 }]);
  });

  it.each([
    [
      'a role',
      'en: moderator of the panel, zh-CN: 主持人',
      'en: moderator of the panel, zh-CN: 会长',
      /role of Max Roy/,
    ],
    ['an alias', 'aliases: []', 'aliases: [IdaMoe]', /alias "IdaMoe" of Ida Moe is not printed/],
  ])('is reported where %s is not in the source word for word', (_, from, to, what) => {
    const { transcript, problems } = readSeminar({ transcript: changed(TRANSCRIPT, from, to) });
    expect(transcript).toBeNull();
    expect(problems[0]?.what).toMatch(what);
  });

  it.each([
    ['an alias', 'aliases: []', 'aliases: [JoLee]', '"JoLee" stands for Jo Lee and for Ida Moe.'],
    ['a name', 'name: Ida Moe', 'name: Jo Lee', '"Jo Lee" stands for Jo Lee and for Jo Lee.'],
  ])('is reported where %s stands for two people', (_, from, to, what) => {
    const { problems } = readSeminar({ transcript: changed(TRANSCRIPT, from, to) });
    expect(problems.map((problem) => problem.what)).toContain(what);
  });

  it('is reported with all its faults at once', () => {
    const transcript = changed(
      changed(
        changed(TRANSCRIPT, '### p9 | line 9 | Jo Lee', '### p9 | line 9 | Al'),
        '是的,我同意。',
        '是的。',
      ),
      'aliases: []',
      'aliases: [Moe, IM]',
    );
    const lines = readSeminar({ transcript }).problems.map(({ line }) => line);
    expect(lines).toEqual(
      expect.arrayContaining([
        lineOf(transcript, 'aliases: [Moe'),
        lineOf(transcript, '### p8 |'),
        lineOf(transcript, '### p9 |'),
      ]),
    );
  });
});

describe('describeProblem', () => {
  it('puts file, line, fault and remedy on one line', () => {
    expect(describeProblem({ file: 'a.md', line: 3, what: 'It is blue.', remedy: 'Make it red.' })).toBe(
      'a.md:3: It is blue. Make it red.',
    );
  });
});
