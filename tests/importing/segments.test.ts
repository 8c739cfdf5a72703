import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imported, type Line, recordingWith } from './recordings.ts';

/** Segments as a person would write them down. */
function segmentsOf(lines: readonly Line[]): string[] {
  const { draft, problems } = imported(recordingWith(lines));
  expect(problems).toEqual([]);
  return draft.segments.map(({ id, speaker, basis, text }) => `${id} ${speaker ?? '-'} ${basis}: ${text}`);
}

const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
/** So many sentences of 50 characters. */
const long = (count: number) =>
  Array.from({ length: count }, (_, at) => `Sentence ${at + 10} is as long as all of the others.`);

describe('a paragraph is a segment', () => {
  it('with its label, and what goes on without one', () => {
    expect(
      segmentsOf([
        { name: 'Mira Holt', words: 'One.' },
        { of: 'Mira Holt', words: 'Two.' },
      ]),
    ).toEqual(['p1 Mira Holt labelled: One.', 'p2 Mira Holt continued: Two.']);
  });

  it('over several lines', () => {
    const lines = [
      { name: 'Mira Holt', words: 'One line' },
      { of: 'Mira Holt', words: 'and the next.', goesOn: true },
    ];
    expect(segmentsOf(lines)).toEqual(['p1 Mira Holt labelled: One line and the next.']);
  });

  it('over what is left out in its middle', () => {
    const lines: Line[] = [
      { name: 'Mira Holt', words: 'One line' },
      { words: 'Page 3', leftOut: 'page-head' },
      { of: 'Mira Holt', words: 'and the next.', goesOn: true },
    ];
    expect(segmentsOf(lines)).toEqual(['p1 Mira Holt labelled: One line and the next.']);
  });

  it('that is divided at sentence ends if it is long and has many lines', () => {
    const [first = '', ...rest] = long(60);
    const segments = segmentsOf([
      { name: 'Mira Holt', words: first },
      ...rest.map((words) => ({ of: 'Mira Holt', words, goesOn: true })),
    ]);
    expect(segments.length).toBeGreaterThan(3);
    expect(segments.filter((segment) => !segment.endsWith('.') || segment.length > 800)).toEqual([]);
  });
});

describe('captions', () => {
  it('of one turn are joined at sentence ends', () => {
    const segments = segmentsOf(
      long(40).map((words, at) =>
        at === 0 ? { name: 'Mira Holt', words, time: at } : { of: 'Mira Holt', words, time: 5 * at },
      ),
    );
    expect(segments.length).toBeGreaterThan(2);
    expect(segments.length).toBeLessThan(6);
    expect(segments.filter((segment) => !segment.endsWith('.'))).toEqual([]);
  });

  it('of one voice are joined, though each has its tag', () => {
    const lines = [
      { voice: 'Mira Holt', words: 'One', time: 1 },
      { voice: 'Mira Holt', words: 'two.', time: 2 },
      { voice: 'Ole Berg', words: 'Three.', time: 3 },
    ];
    expect(segmentsOf(lines)).toEqual(['p1 Mira Holt labelled: One two.', 'p3 Ole Berg labelled: Three.']);
  });

  it('are not joined across a long silence, nor across a reporter’s next label', () => {
    const silence = [
      { voice: 'Mira Holt', words: 'One.', time: 1 },
      { voice: 'Mira Holt', words: 'Two.', time: 60 },
    ];
    expect(segmentsOf(silence)).toHaveLength(2);
    const reporters = [
      { voice: 'Q', words: 'One?', time: 1 },
      { voice: 'Q', words: 'Two?', time: 2 },
    ];
    expect(segmentsOf(reporters)).toHaveLength(2);
  });

  it('that each are a whole utterance of nobody named stay apart', () => {
    expect(
      segmentsOf([
        { words: 'Good morning all.', time: 1 },
        { words: 'Morning.', time: 3 },
      ]),
    ).toHaveLength(2);
  });

  it('of nobody named are joined where they break a sentence', () => {
    const lines = ['so the bridge', 'is open now', 'since Monday. And', 'it will stay open'];
    expect(segmentsOf(lines.map((words, at) => ({ words, time: at })))).toEqual([
      `p1 - unknown: ${lines.join(' ')}`,
    ]);
  });

  it('of nobody named are joined after an abbreviation, where others end sentences', () => {
    const lines = [
      { name: 'Mira Holt', words: 'It opens.', time: 1 },
      { words: 'It was built in the U.S.', time: 2 },
      { words: 'Senate yard.', time: 3 },
      { words: 'They sold it.', time: 4 },
    ];
    expect(segmentsOf(lines).slice(1)).toEqual([
      'p2 - unknown: It was built in the U.S. Senate yard.',
      'p4 - unknown: They sold it.',
    ]);
  });

  it('without punctuation are divided where one begins', () => {
    const segments = segmentsOf(
      Array.from({ length: 90 }, (_, at) => ({ words: `so and so many words ${at}`, time: at })),
    );
    expect(segments.length).toBeGreaterThan(2);
    expect(Math.max(...segments.map(({ length }) => length))).toBeLessThan(800);
  });
});

describe('what a reader of labels gets wrong', () => {
  it('loses no words', () => {
    const recording = recordingWith([
      { name: 'Mira Holt', words: 'One.' },
      { words: 'Two.' },
      { words: 'Three.' },
    ]);
    const { draft, problems } = imported({
      ...recording,
      pieces: recording.pieces.filter(({ part }) => part !== 1),
    });
    expect(problems).toEqual([]);
    expect(draft.segments.map(({ text, basis }) => [text, basis])).toEqual([
      ['One.', 'labelled'],
      ['Two.', 'unknown'],
      ['Three.', 'unknown'],
    ]);
  });

  it('makes nobody go on who has not begun', () => {
    const lines = [
      { name: 'Mira Holt', words: 'One.' },
      { words: 'Two.' },
      { of: 'Mira Holt', words: 'Three.' },
    ];
    expect(segmentsOf(lines).at(-1)).toBe('p3 - unknown: Three.');
  });
});

const NAMES = [
  'Mira Holt',
  'Ole Berg',
  'Q',
  'Speaker 1',
  'Unknown Speaker',
  'Ann | Lee',
  '# Bo',
  '- x',
  '王明',
  'O’Neill',
];
const name = fc.constantFrom(...NAMES);
const words = fc
  .array(
    fc.constantFrom('well', 'No.', '"Yes?"', '- so', '# it', '桥很好。', '12:30', 'é', '|', '\\', 'it’s'),
    { minLength: 1 },
  )
  .map((each) => `x${each.join(' ')}`);
const line: fc.Arbitrary<Line> = fc.oneof(
  fc.record({ name, words }),
  fc.record({ voice: name, words, time: fc.nat(9999) }),
  fc.record({ of: name, words, goesOn: fc.boolean() }),
  fc.record({ words }),
  fc.record({ words, basis: fc.constant('editorial' as const) }),
  fc.record({ words, leftOut: fc.constant('heading' as const) }),
);

describe('any recording', () => {
  it('becomes a transcript that the check accepts, with each word once and no other name', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), (lines) => {
        const { draft, problems } = imported(recordingWith(lines));
        expect(problems).toEqual([]);
        const said = lines.filter(({ leftOut }) => leftOut === undefined);
        expect(draft.segments.flatMap(({ text }) => wordsOf(text))).toEqual(
          said.flatMap((each) => wordsOf(each.words)),
        );
        const owner = new Map(
          draft.speakers.flatMap((each) => [each.name, ...each.aliases].map((form) => [form, each.name])),
        );
        // A name may become unknown, and never another.
        const names = said.flatMap((each) =>
          wordsOf(each.words).map(() => each.voice ?? each.name ?? each.of ?? null),
        );
        const found = draft.segments.flatMap(({ text, speaker }) => wordsOf(text).map(() => speaker));
        for (const [at, speaker] of found.entries())
          if (speaker !== null) expect(owner.get(names[at] ?? '')).toBe(speaker);
      }),
      { numRuns: 200 },
    );
  });
});
