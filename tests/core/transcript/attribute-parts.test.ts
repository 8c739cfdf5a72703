import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passageSteps } from '../../../src/core/passages/passages.ts';
import { turnStarts } from '../../../src/core/passages/turns.ts';
import { attributeSteps } from '../../../src/core/transcript/attribute.ts';
import { parseTranscript } from '../../../src/core/transcript/parse.ts';
import { problemsIn } from '../../../src/core/transcript/problem.ts';
import { partAt, type Source, type SourcePart, sourceOf } from '../../../src/core/transcript/source.ts';
import { describeProblem } from '../../../src/messages/problems/describe.ts';
import { atOnce } from '../../at-once.ts';
import { FILES } from '../../fixtures.ts';

const attribute = atOnce(attributeSteps);
const passages = atOnce(passageSteps);

/** A part of a source, as tests write it. */
const part = (place: number, text: string, more: Partial<SourcePart> = {}): SourcePart => {
  return { place, text, label: null, time: null, ...more };
};

interface Written {
  id: string;
  /** The fields after the id. */
  heading: string;
  label?: string;
  text: string;
}

function transcriptOf(segments: readonly Written[], head = ''): string {
  const body = segments.map(
    ({ id, heading, label, text }) =>
      `### ${id} | ${heading}\n${label === undefined ? '' : `- label: ${label}\n`}\n${/^[#-]/.test(text) ? '\\' : ''}${text}\n`,
  );
  return `---\ntitle: Bridges\nsource:\n  format: webvtt\n${head}speakers:\n  - { name: Ann Lee, aliases: [] }\n  - Mira Holt\n---\n\n${body.join('\n')}`;
}

/** Reads a transcript against its source. */
function read(source: Source, segments: readonly Written[], head = '') {
  const problems = problemsIn(FILES.transcriptFile);
  const written = transcriptOf(segments, head);
  const parsed = parseTranscript(written, problems);
  const transcript = parsed && attribute(parsed, source, FILES, problems);
  return { transcript, problems: problems.errors, written };
}

const SOUND = sourceOf(
  'line',
  [
    part(3, '>> Ann Lee: Shall we', { time: 5 }),
    part(4, 'start? It is late.', { time: 7.6 }),
    part(7, '00:00:12', {}),
    part(9, 'Page 2 of 7'),
    part(12, 'Yes, we', { label: 'Mira Holt', time: 3723 }),
    part(13, 'should. Mira Holt: I am Mira.', { label: 'Mira Holt', time: 3725 }),
  ],
  ' ',
);
const SEGMENTS: readonly Written[] = [
  { id: 'p3', heading: 'line 3 | Ann Lee | labelled', label: 'Ann Lee:', text: 'Shall we start?' },
  { id: 'p4', heading: 'line 4, 0:08 | Ann Lee | continued', text: 'It is late.' },
  {
    id: 'p12',
    heading: 'line 12 | Mira Holt | labelled',
    label: 'Mira Holt',
    text: 'Yes, we should.',
  },
  {
    id: 'p13',
    heading: 'line 13, 1:02:06 | Mira Holt | labelled',
    label: 'Mira Holt:',
    text: 'I am Mira.',
  },
];
const LEFT_OUT = '  left-out: 9\n';

/** The sound segments with one changed, or without it. */
const changedAt = (id: string, change: Partial<Written> | null) =>
  SEGMENTS.flatMap((each) => (each.id === id ? (change === null ? [] : [{ ...each, ...change }]) : [each]));

describe('a source that is read through its format', () => {
  it('may have several voices on one line', () => {
    const source = sourceOf('line', [
      part(4, 'Shall we start?', { label: 'Ann Lee' }),
      part(4, 'Yes.', { label: 'Mira Holt' }),
      part(4, 'Then we do.', { label: 'Ann Lee' }),
      part(7, 'Good.', { label: 'Ann Lee' }),
    ]);
    const { transcript, problems } = read(source, [
      { id: 'p4', heading: 'line 4 | Ann Lee | labelled', label: 'Ann Lee', text: 'Shall we' },
      { id: 'p4b', heading: 'line 4 | Ann Lee | continued', text: 'start?' },
      { id: 'p4c', heading: 'line 4 | Mira Holt | labelled', label: 'Mira Holt', text: 'Yes.' },
      { id: 'p4d', heading: 'line 4 | Ann Lee | labelled', label: 'Ann Lee', text: 'Then we do. Good.' },
    ]);
    expect(problems).toEqual([]);
    expect(transcript?.segments.map(({ text }) => text)).toEqual([
      'Shall we',
      'start?',
      'Yes.',
      'Then we do. Good.',
    ]);
  });

  it('may print before a line who writes it down, though a turn goes on', () => {
    const source = sourceOf('line', [
      part(1, '13:08 <ole> Ann Lee: It rusts.'),
      part(2, '13:09 <ole> ... and is closed.'),
    ]);
    const segments: Written[] = [
      { id: 'p1', heading: 'line 1 | Ann Lee | labelled', label: '13:08 <ole> Ann Lee:', text: 'It rusts.' },
      { id: 'p2', heading: 'line 2 | Ann Lee | continued', label: '13:09 <ole> ...', text: 'and is closed.' },
    ];
    const { transcript, problems } = read(source, segments);
    expect(problems).toEqual([]);
    if (!transcript) throw new Error('The transcript is sound.');
    expect(turnStarts(passages(transcript)).map(({ segment }) => segment.id)).toEqual(['p1']);
  });

  it('has segments over several parts, with the place and the time at which each begins', () => {
    const { transcript, problems } = read(SOUND, SEGMENTS, LEFT_OUT);
    expect(problems).toEqual([]);
    expect(transcript?.unit).toBe('line');
    expect(transcript?.segments.map(({ id, line, time, text }) => [id, line, time, text])).toEqual([
      ['p3', 3, 5, 'Shall we start?'],
      ['p4', 4, 8, 'It is late.'],
      ['p12', 12, 3723, 'Yes, we should.'],
      ['p13', 13, 3726, 'I am Mira.'],
    ]);
    for (const { text, start } of transcript?.segments ?? [])
      expect(transcript?.sourceText.slice(start, start + text.length)).toBe(text);
  });

  it('has segments that go on over what is left out', () => {
    const source = sourceOf('line', [part(1, 'We build'), part(2, 'Page 2'), part(3, 'bridges.')]);
    const { transcript, problems } = read(
      source,
      [{ id: 'p1', heading: 'line 1 | unknown', text: 'We build bridges.' }],
      '  left-out: 2\n',
    );
    expect(problems).toEqual([]);
    expect(transcript?.sourceText).toBe('We build bridges.');
  });

  it('has the words of a segment after a label on a line of its own', () => {
    const source = sourceOf('line', [part(7, 'Mira Holt (Guest)   0:05'), part(8, 'Yes.')]);
    const segment = { id: 'p7', text: 'Yes.', label: 'Mira Holt (Guest)   0:05' };
    for (const line of [7, 8]) {
      const heading = `line ${line} | Mira Holt | labelled`;
      const { transcript, problems } = read(source, [{ ...segment, heading }]);
      expect(problems).toEqual([]);
      expect(transcript?.segments[0]).toMatchObject({ line, text: 'Yes.' });
    }
  });

  it('has several labels in one part', () => {
    const source = sourceOf('paragraph', [part(1, 'Ann Lee: 好吗?Mira Holt:12:31见。')]);
    const { problems } = read(source, [
      { id: 'p1', heading: 'paragraph 1 | Ann Lee | labelled', label: 'Ann Lee:', text: '好吗?' },
      { id: 'p1b', heading: 'paragraph 1 | Mira Holt | labelled', label: 'Mira Holt:', text: '12:31见。' },
    ]);
    expect(problems).toEqual([]);
  });

  it('has names with the sign that divides the fields of a heading', () => {
    const source = sourceOf('line', [part(1, 'Hello.')]);
    const { problems } = read(source, [
      { id: 'p1', heading: 'line 1 | Ann \\| Lee | reported', text: 'Hello.' },
    ]);
    expect(problems).toMatchObject([{ kind: 'speaker-undeclared', values: { name: 'Ann | Lee' } }]);
  });

  it.each<[string, readonly Written[], string, string]>([
    ['a part that is not there', changedAt('p4', { heading: 'line 5 | unknown' }), LEFT_OUT, 'place-unknown'],
    ['a part that is left out', changedAt('p4', { heading: 'line 9 | unknown' }), LEFT_OUT, 'place-left-out'],
    ['another unit', changedAt('p4', { heading: 'part 4 | Ann Lee | continued' }), LEFT_OUT, 'place-unit'],
    [
      'the wrong part',
      changedAt('p12', { heading: 'line 13 | Mira Holt | labelled' }),
      LEFT_OUT,
      'place-differs',
    ],
    [
      'the wrong order',
      [SEGMENTS[3], ...SEGMENTS.slice(0, 3)].flatMap((each) => each ?? []),
      LEFT_OUT,
      'place-order',
    ],
    [
      'another time',
      changedAt('p4', { heading: 'line 4, 0:05 | Ann Lee | continued' }),
      LEFT_OUT,
      'time-differs',
    ],
    [
      'a time of the next second',
      changedAt('p3', { heading: 'line 3, 0:06 | Ann Lee | labelled' }),
      LEFT_OUT,
      'time-differs',
    ],
    [
      'a time of the second before',
      changedAt('p3', { heading: 'line 3, 0:04 | Ann Lee | labelled' }),
      LEFT_OUT,
      'time-differs',
    ],
    ['another label', changedAt('p3', { label: 'Ann Lee -' }), LEFT_OUT, 'part-label-missing'],
    [
      'a voice of another',
      changedAt('p12', { heading: 'line 12 | Ann Lee | continued' }).map(({ label, ...each }) =>
        each.id === 'p12' || label === undefined ? each : { ...each, label },
      ),
      LEFT_OUT,
      'part-label-of-another',
    ],
    ['words that are in no segment', changedAt('p4', null), LEFT_OUT, 'text-not-covered'],
    ['a part that is neither said nor left out', SEGMENTS, '', 'parts-not-covered'],
    ['words at the end', changedAt('p13', { text: 'I am' }), LEFT_OUT, 'text-not-covered'],
    ['another text', changedAt('p4', { text: 'Bridges are built of stone.' }), LEFT_OUT, 'part-text-missing'],
    ['a text with another word', changedAt('p4', { text: 'It was late.' }), LEFT_OUT, 'text-differs'],
    ['what is left out beyond the end', SEGMENTS, '  left-out: 9, 14-20\n', 'left-out-unknown'],
  ])('is compared: %s', (_, segments, head, kind) => {
    const { transcript, problems } = read(SOUND, segments, head);
    expect(transcript).toBeNull();
    expect(problems.map((each) => each.kind)).toContain(kind);
  });

  it('reports one missing segment once, and not all that follow', () => {
    const { problems } = read(SOUND, changedAt('p12', { text: 'No, never.' }), LEFT_OUT);
    expect(problems.map(({ kind }) => kind)).toEqual(['part-text-missing']);
  });

  it.each([
    ['a letter', 'Yes. I think that wood is good, yes', 'Yes. I thing that wood is good, yes'],
    ['a sign in another form', 'Yes. The café is good, yes', 'Yes. The cafe\u0301 is good, yes'],
    ['its first letter', 'Yes. I think that wood is good, yes', 'yes. I think that wood is good, yes'],
  ])('reports what differs once, and not what follows: %s', (_, ofSource, written) => {
    const source = sourceOf('line', [part(1, `Ann Lee: ${ofSource}. Yes. It is.`), part(2, 'Then we do.')]);
    const { problems } = read(source, [
      { id: 'p1', heading: 'line 1 | Ann Lee | labelled', label: 'Ann Lee:', text: `${written}.` },
      { id: 'p1b', heading: 'line 1 | Ann Lee | continued', text: 'Yes.' },
      { id: 'p1c', heading: 'line 1 | Ann Lee | continued', text: 'It is.' },
      { id: 'p2', heading: 'line 2 | Ann Lee | continued', text: 'Then we do.' },
    ]);
    expect(problems.map(({ kind }) => kind)).toEqual(['text-differs']);
  });

  it('reports a misspelt basis once, with the other lines that have it, and not what follows', () => {
    const misspelt = SEGMENTS.map((each) => ({
      ...each,
      heading: each.heading.replace('labelled', 'labeled'),
    }));
    const { problems, written } = read(SOUND, misspelt, LEFT_OUT);
    const [first = 0, ...also] = written
      .split('\n')
      .flatMap((line, at) => (line.endsWith('labeled') ? [at + 1] : []));
    expect(also).toHaveLength(2);
    expect(problems).toMatchObject([{ kind: 'basis-unknown', line: first, values: { also } }]);
    expect(describeProblem(problems[0] ?? expect.fail(), 'en')).toContain(
      `Unknown basis "labeled"; the same on lines ${also.join(', ')}.`,
    );
  });

  it('reports many lines in no segment as one stretch, with what to write', () => {
    const parts = Array.from({ length: 3000 }, (_, at) => part(at + 1, `word${at}`));
    const { problems } = read(sourceOf('line', parts), [
      { id: 'p1', heading: 'line 1 | unknown', text: 'word0' },
      { id: 'p3000', heading: 'line 3000 | unknown', text: 'word2999' },
    ]);
    expect(problems).toMatchObject([{ kind: 'parts-not-covered', values: { first: 2, last: 2999 } }]);
    expect(describeProblem(problems[0] ?? expect.fail(), 'en')).toContain('"left-out: 2-2999"');
  });
});

/** Words without two of the same character in a row; the numbers make each one's place plain. */
const words = fc
  .array(fc.constantFrom('alpha', 'don’t', '桥梁', 'Ünal,', 'e\u0301t', '𠮷野', 'ok.', '「好」', '-'), {
    minLength: 1,
    maxLength: 12,
  })
  .chain((list) => fc.nat(9).map((seed) => list.map((word, at) => `${word}${at}q${seed}z`)));

/** Parts of a source, and the positions at which its text is divided into segments, each where a word begins. */
const divided = fc
  .record({ texts: fc.array(words, { minLength: 1, maxLength: 8 }), cuts: fc.infiniteStream(fc.boolean()) })
  .map(({ texts, cuts }) => {
    const parts = texts.map((each, at) => part(3 * at + 1, each.map((word) => `${word}${at}`).join(' ')));
    const source = sourceOf('part', parts);
    const begins = [...source.text.matchAll(/\S+/gu)].map(({ index }) => index);
    const starts = begins.filter((begin) => begin === 0 || cuts.next().value === true);
    const segments = starts.map((start, at) => {
      const text = source.text.slice(start, starts[at + 1]).trim();
      const place = source.parts[partAt(source, start)]?.place;
      return { id: `p${at}`, heading: `part ${place} | unknown`, text, start };
    });
    return { source, segments };
  });

describe('any source', () => {
  it('is accepted as it is, and quoted word for word', () => {
    fc.assert(
      fc.property(divided, ({ source, segments }) => {
        const { transcript, problems } = read(source, segments);
        expect(problems).toEqual([]);
        expect(transcript?.segments.map(({ text, start }) => ({ text, start }))).toEqual(
          segments.map(({ text, start }) => ({ text, start })),
        );
      }),
    );
  });

  it('differs from a transcript with one other character at its column', () => {
    const edit = fc.constantFrom<'replace' | 'insert' | 'delete'>('replace', 'insert', 'delete');
    fc.assert(
      fc.property(divided, fc.nat(), fc.nat(), edit, ({ source, segments }, which, where, kind) => {
        const segment = segments[which % segments.length] ?? expect.fail();
        const characters = Array.from(segment.text);
        const at = where % characters.length;
        fc.pre(kind !== 'delete' || (at > 0 && at < characters.length - 1));
        // White space at its ends is no part of a text.
        const now = characters
          .with(at, { replace: '§', insert: `§${characters[at]}`, delete: '' }[kind])
          .join('');
        fc.pre(now === now.trim());
        const { problems } = read(
          source,
          segments.map((each) => (each === segment ? { ...each, text: now } : each)),
        );
        const following = Array.from(source.text.slice(segment.start));
        const column = Array.from(now).findIndex((character, index) => character !== following[index]) + 1;
        expect(problems).toMatchObject([{ kind: 'text-differs', values: { id: segment.id } }]);
        expect(problems[0]?.values).toHaveProperty('column', column + (/^[#-]/.test(now) ? 1 : 0));
      }),
      { numRuns: 300 },
    );
  });
});
