import { describe, expect, it } from 'vitest';
import {
  changed,
  FILES,
  lineOf,
  type Reported,
  readSeminar,
  SOURCE,
  soundSeminar,
  TRANSCRIPT,
} from '../../fixtures.ts';

const segment = (id: string) => soundSeminar().segments.find((each) => each.id === id);

describe('attribute', () => {
  it('finds every segment at its place in the source', () => {
    for (const { id, text, start } of soundSeminar().segments)
      expect(SOURCE.slice(start, start + text.length), id).toBe(text);
  });

  it('finds a text that is on two lines on its own line', () => {
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
  /** The problem is reported on the line that has this in the edited transcript. */
  at: string;
  reported: Reported;
}

const DECLARED = ['Max Roy', 'Jo Lee', 'Ida Moe'];

const faults: Fault[] = [
  {
    fault: 'a speaker who is not declared',
    edit: ['### p9 | line 9 | Jo Lee', '### p9 | line 9 | Jo Leee'],
    at: '### p9 |',
    reported: ['speaker-undeclared', { name: 'Jo Leee', id: 'p9', declared: DECLARED }],
  },
  {
    fault: 'a speaker given by an alias',
    edit: ['### p9 | line 9 | Jo Lee', '### p9 | line 9 | JoLee'],
    at: '### p9 |',
    reported: ['speaker-undeclared', { name: 'JoLee', id: 'p9', declared: DECLARED }],
  },
  {
    fault: 'text that differs from the source in one character',
    edit: ['是的,我同意。', '是的,我同意!'],
    at: '是的,我同意!',
    reported: [
      'text-differs',
      {
        id: 'p8',
        unit: 'line',
        place: 8,
        column: 7,
        sourceColumn: 7,
        difference: { kind: 'character', has: '!', source: '。' },
      },
    ],
  },
  {
    fault: 'text of another line',
    edit: ['是的,我同意。', '木桥便宜。木'],
    at: '### p8 |',
    reported: ['text-not-in-source', { id: 'p8', sourceLine: 8, after: null }],
  },
  {
    fault: 'left-over text before a segment',
    edit: ['\n\n定期上漆就不会生锈。', '\n\n上漆就不会生锈。'],
    at: '### p4 |',
    reported: ['text-not-covered', { text: '定期' }],
  },
  {
    fault: 'left-over text after the last segment of a paragraph',
    edit: ['它能用一百年。', '它能用'],
    at: '### p3 |',
    reported: ['text-not-covered', { text: '一百年。' }],
  },
  {
    fault: 'left-over text between two segments',
    edit: ['定期上漆就不会生锈。\n', '定期上漆\n'],
    at: '### p4b |',
    reported: ['text-not-covered', { text: '就不会生锈。' }],
  },
  {
    fault: 'two segments that overlap',
    edit: ['\n\n这反映了钢材的优点。', '\n\n生锈。 这反映了钢材的优点。'],
    at: '### p4b |',
    reported: ['text-not-in-source', { id: 'p4b', sourceLine: 4, after: 'segment' }],
  },
  {
    fault: 'text that is not in the source after its label',
    edit: ['钢桥很耐用。它能用一百年。', 'JoLee:钢桥很耐用。它能用一百年。'],
    at: '### p3 |',
    reported: ['text-not-in-source', { id: 'p3', sourceLine: 3, after: 'label' }],
  },
  {
    fault: 'a label that names somebody else besides its speaker',
    edit: ['aliases: []', 'aliases: ["Lee:"]'],
    at: '### p3 |',
    reported: ['label-of-another', { label: 'JoLee:', speaker: 'Jo Lee' }],
  },
  {
    fault: 'a label that names another person',
    edit: ['### p3 | line 3 | Jo Lee', '### p3 | line 3 | Max Roy'],
    at: '### p3 |',
    reported: ['label-without-speaker', { label: 'JoLee:', speaker: 'Max Roy' }],
  },
  {
    fault: 'a label that is printed differently',
    edit: ['- label: JoLee:', '- label: Jo Lee:'],
    at: '### p3 |',
    reported: ['label-not-in-source', { label: 'Jo Lee:', sourceLine: 3 }],
  },
  {
    fault: 'a labelled segment without a label',
    edit: ['### p8 | line 8 | unknown', '### p8 | line 8 | Jo Lee | labelled'],
    at: '### p8 |',
    reported: ['label-missing', { id: 'p8' }],
  },
  {
    fault: 'a label of a segment that is not labelled',
    edit: ['### p3 | line 3 | Jo Lee | labelled', '### p3 | line 3 | Jo Lee | reported'],
    at: '### p3 |',
    reported: ['label-unexpected', { id: 'p3', basis: 'reported' }],
  },
  {
    fault: 'a label in the middle of a paragraph',
    edit: ['### p4b | line 4 | editorial\n', '### p4b | line 4 | Jo Lee | labelled\n- label: JoLee:\n'],
    at: '### p4b |',
    reported: ['label-inside-paragraph', { id: 'p4b' }],
  },
  {
    fault: 'a speaker continued after somebody else',
    edit: ['### p8 | line 8 | unknown', '### p8 | line 8 | Jo Lee | continued'],
    at: '### p8 |',
    reported: [
      'turn-not-continued',
      { id: 'p8', speaker: 'Jo Lee', previous: { id: 'p7', speaker: 'Ida Moe', basis: 'inferred' } },
    ],
  },
  {
    fault: 'a speaker continued after an inferred turn of the same speaker',
    edit: [
      '### p7 | line 7 | Ida Moe | inferred\n- evidence: as p6',
      '### p7 | line 7 | Ida Moe | continued',
    ],
    at: '### p7 |',
    reported: [
      'turn-not-continued',
      { id: 'p7', speaker: 'Ida Moe', previous: { id: 'p6', speaker: 'Ida Moe', basis: 'inferred' } },
    ],
  },
  {
    fault: 'a speaker continued after an unknown voice',
    edit: ['### p9 | line 9 | Jo Lee | reported', '### p9 | line 9 | Jo Lee | continued'],
    at: '### p9 |',
    reported: [
      'turn-not-continued',
      { id: 'p9', speaker: 'Jo Lee', previous: { id: 'p8', speaker: null, basis: 'unknown' } },
    ],
  },
  {
    fault: 'a speaker continued where nobody has spoken',
    edit: ['### p1 | line 1 | editorial', '### p1 | line 1 | Jo Lee | continued'],
    at: '### p1 |',
    reported: ['turn-not-continued', { id: 'p1', speaker: 'Jo Lee', previous: null }],
  },
  {
    fault: 'a name inferred without evidence',
    edit: ['### p8 | line 8 | unknown', '### p8 | line 8 | Jo Lee | inferred'],
    at: '### p8 |',
    reported: ['evidence-missing', { id: 'p8' }],
  },
  {
    fault: 'evidence taken from a segment that is not there',
    edit: ['- evidence: as p6', '- evidence: as p66'],
    at: '### p7 |',
    reported: ['evidence-not-there', { id: 'p7', from: 'p66' }],
  },
  {
    fault: 'evidence taken from a segment that has none',
    edit: ['- evidence: as p6', '- evidence: as p3'],
    at: '### p7 |',
    reported: ['evidence-not-there', { id: 'p7', from: 'p3' }],
  },
  {
    fault: 'evidence taken from a segment on another speaker',
    edit: ['### p7 | line 7 | Ida Moe', '### p7 | line 7 | Jo Lee'],
    at: '### p7 |',
    reported: ['evidence-not-there', { id: 'p7', from: 'p6' }],
  },
  {
    fault: 'evidence taken from the segment itself',
    edit: ['- evidence: as p6', '- evidence: as p7'],
    at: '### p7 |',
    reported: ['evidence-not-there', { id: 'p7', from: 'p7' }],
  },
  {
    fault: 'a segment on a line outside the seminar',
    edit: ['### p9 | line 9', '### p9 | line 10'],
    at: '### p9 |',
    reported: ['segment-outside-lines', { id: 'p9', sourceLine: 10, firstLine: 1, lastLine: 9 }],
  },
  {
    fault: 'a segment on line 0',
    edit: ['### p1 | line 1', '### p1 | line 0'],
    at: '### p1 |',
    reported: ['segment-outside-lines', { id: 'p1', sourceLine: 0, firstLine: 1, lastLine: 9 }],
  },
];

describe('a faulty transcript', () => {
  it.each(faults)('is reported: $fault', ({ edit, at, reported: [kind, values] }) => {
    const transcript = changed(TRANSCRIPT, ...edit);
    const read = readSeminar({ transcript });
    expect(read.transcript).toBeNull();
    const line = lineOf(transcript, at);
    expect(read.problems).toContainEqual({ file: FILES.transcriptFile, line, kind, values });
  });

  it('is reported once if a text differs, and not for the segments that follow', () => {
    const [before, after] = ['钢桥很耐用', '刚桥很耐用'];
    const { problems } = readSeminar({ transcript: changed(TRANSCRIPT, before, after) });
    expect(problems.map(({ kind }) => kind)).toEqual(['text-differs']);
  });

  it('is reported if its segments do not keep the order of the source', () => {
    const [p8, p9] = [
      '### p8 | line 8 | unknown\n\n是的,我同意。\n',
      TRANSCRIPT.slice(TRANSCRIPT.indexOf('### p9 |')),
    ];
    const transcript = `${changed(TRANSCRIPT, `${p8}\n${p9}`, '')}${p9}\n${p8}`;
    expect(readSeminar({ transcript }).problems).toMatchObject([
      {
        line: lineOf(transcript, '### p8 |'),
        kind: 'segment-out-of-order',
        values: { id: 'p8', sourceLine: 8, previousLine: 9 },
      },
    ]);
  });

  it('is reported if a line of the source is in no segment, at that line of the source', () => {
    const transcript = changed(TRANSCRIPT, '### p8 | line 8 | unknown\n\n是的,我同意。\n', '');
    expect(readSeminar({ transcript }).problems).toEqual([
      { file: FILES.sourceFile, line: 8, kind: 'line-not-covered', values: { sourceLine: 8 } },
    ]);
  });

  it('is reported if "lines" goes beyond the source', () => {
    const { problems } = readSeminar({ transcript: changed(TRANSCRIPT, 'lines: 1-9', 'lines: 1-99') });
    expect(problems[0]).toMatchObject({
      kind: 'lines-beyond-source',
      values: { lastLine: 99, lineCount: 10, source: 'source.txt' },
    });
  });

  it('is reported if "lines" takes in the footer', () => {
    const { problems } = readSeminar({ transcript: changed(TRANSCRIPT, 'lines: 1-9', 'lines: 1-10') });
    expect(problems).toMatchObject([{ file: FILES.sourceFile, line: 10 }]);
  });

  it.each<[string, string, string, Reported]>([
    [
      'an alias',
      'aliases: []',
      'aliases: [IdaMoe]',
      ['alias-not-in-source', { alias: 'IdaMoe', name: 'Ida Moe' }],
    ],
  ])('is reported if %s is not in the source word for word', (_, from, to, [kind, values]) => {
    const { transcript, problems } = readSeminar({ transcript: changed(TRANSCRIPT, from, to) });
    expect(transcript).toBeNull();
    expect(problems[0]).toMatchObject({ kind, values });
  });

  it.each([
    ['an alias', 'aliases: []', 'aliases: [JoLee]', { form: 'JoLee', first: 'Jo Lee', second: 'Ida Moe' }],
    ['a name', 'name: Ida Moe', 'name: Jo Lee', { form: 'Jo Lee', first: 'Jo Lee', second: 'Jo Lee' }],
    [
      'what looks like a name',
      'name: Ida Moe',
      'name: "Jo\u200B Lee"',
      { form: 'Jo Lee', first: 'Jo Lee', second: 'Jo\u200B Lee' },
    ],
  ])('is reported if %s is listed for two people', (_, from, to, values) => {
    const { problems } = readSeminar({ transcript: changed(TRANSCRIPT, from, to) });
    expect(problems).toContainEqual(expect.objectContaining({ kind: 'name-shared', values }));
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
        lineOf(transcript, '\n是的。') + 1,
        lineOf(transcript, '### p9 |'),
      ]),
    );
  });
});
