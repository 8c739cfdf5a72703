import { difference, type Figures, figuresOf, meanOf, type Outcome } from './figures.ts';
import { PARTS, whole } from './parts.ts';
import { outcomeOf, outcomesOf, SAMPLE, type TestSet } from './sets.ts';
import { type Head, percent, points, type Row, tableLines } from './table.ts';

/** A set, and what became of its questions. */
export interface Measured {
  set: TestSet;
  outcomes: readonly Outcome[];
}

/** Asks the questions of each set, with the whole recipe. */
export function measured(sets: readonly TestSet[]): Measured[] {
  return sets.map((set) => ({ set, outcomes: outcomesOf(set.questions, whole(set.searched)) }));
}

/** The lines of the tables of what is found, and of how far that can be relied upon. */
export function setLines(sets: readonly Measured[]): string[] {
  const figures = [...sets.map(({ set, outcomes }) => ({ name: set.name, outcomes })), ...sums(sets)].map(
    ({ name, outcomes }) => ({ name, figures: figuresOf(outcomes) }),
  );
  const rows = (cells: (each: Figures) => string[]): Row[] =>
    figures.map(({ name, figures }) => ({ name, cells: cells(figures) }));
  return [
    'WHAT IS FOUND',
    ...tableLines(FOUND_HEADS, rows(foundCells)),
    '',
    'Of the questions with an answer: "first", "three": a passage that answers is the first, or one of the first three, that',
    'are shown, as the answer or as the closest; "denied": nothing is shown; "wrongly claimed": said to be answered, and',
    'none of the first three does. Of those without: "claimed" to be answered, on other things (far) and on the same (near);',
    '"refused": not claimed.',
    '',
    'HOW FAR IT CAN BE RELIED UPON',
    ...tableLines(RELIABILITY_HEADS, rows(reliabilityCells)),
    '',
    'Of all questions, with an answer or without, for which an answer is claimed, or something is shown as the closest',
    '("close"): how many they are, and how many have a passage that answers first, or among the first three. Of far and near',
    'questions without an answer: how many get an answer, the closest, or none.',
  ];
}

const FOUND_HEADS: readonly Head[] = [
  ['with', 'answer'],
  ['first'],
  ['three'],
  ['denied'],
  ['wrongly', 'claimed'],
  ['without', 'answer'],
  ['far', 'claimed'],
  ['near', 'claimed'],
  ['refused'],
];

function foundCells(figures: Figures): string[] {
  const { answerable, first, three, denied, wrong, far, near, unanswerable } = figures;
  return [
    String(answerable),
    ...[first, three, denied, wrong].map(percent),
    String(unanswerable.count),
    ...[far.answer, near.answer, unanswerable.answer === null ? null : 1 - unanswerable.answer].map(percent),
  ];
}

const RELIABILITY_HEADS: readonly Head[] = [
  ...['answer', 'close'].flatMap((level) => [[level], [level, 'first'], [level, 'three']]),
  ...['far', 'near'].flatMap((kind) => ['answer', 'close', 'none'].map((level) => [kind, level])),
];

function reliabilityCells({ levels, far, near }: Figures): string[] {
  return [
    ...[levels.answer, levels.closest].flatMap(({ count, first, three }) => [
      String(count),
      percent(first),
      percent(three),
    ]),
    ...[far, near].flatMap(({ answer, closest, none }) => [answer, closest, none].map(percent)),
  ];
}

/** The questions of several sets as those of one, each once. */
function sums(sets: readonly Measured[]): { name: string; outcomes: readonly Outcome[] }[] {
  const counted = sets.filter(({ set }) => set.isCounted);
  const seminars = counted.filter(({ set }) => set.searched.sourcesWithoutTerms !== null);
  const outcomesIn = (some: readonly Measured[]) => some.flatMap(({ outcomes }) => outcomes);
  return [
    { name: 'ALL SEMINARS', outcomes: outcomesIn(seminars) },
    ...(seminars.length < counted.length ? [{ name: 'ALL SETS', outcomes: outcomesIn(counted) }] : []),
  ];
}

/** The lines of the tables that tell what each part is worth, by leaving it out. */
export function partLines(sets: readonly TestSet[]): string[] {
  const chosen = sets.filter(({ isForParts }) => isForParts);
  const found = chosen.map(figuresWithout);
  const [before = [], ...others] = [undefined, ...PARTS.keys()].map((part) =>
    found.map(({ complete, without }) => (part === undefined ? complete : (without[part] ?? complete))),
  );
  const rows = (sharesOf: (figures: readonly Figures[]) => readonly (number | null)[]): Row[] => {
    const whole = sharesOf(before);
    return [
      { name: 'the whole recipe', cells: whole.map(percent) },
      ...PARTS.map(({ name }, part) => ({
        name,
        cells: sharesOf(others[part] ?? []).map((share, at) => points(difference(share, whole[at] ?? null))),
      })),
    ];
  };
  const sampled = chosen.filter(({ asked, questions }) => asked.length < questions.length);
  return [
    'EACH PART LEFT OUT: MEANS OF ALL SETS',
    ...tableLines(MEAN_HEADS, rows(meanShares)),
    '',
    'EACH PART LEFT OUT: FIRST HITS IN EACH SET',
    ...tableLines(
      chosen.map(({ name }) => name.split(/,? /)),
      rows((figures) => figures.map(({ first }) => first)),
    ),
    '',
    'First row: per cent. Below: by how many points the figure changes without the part; a dot if it does not, or the set has',
    'no such part. Columns as in the first table; in the means each set of the second table counts once, however large.',
    ...(sampled.length > 0
      ? [
          `Of each of these sets ${SAMPLE} questions are asked: ${sampled.map(({ name }) => name).join(', ')}.`,
        ]
      : []),
  ];
}

const MEAN_HEADS: readonly Head[] = [
  ['first'],
  ['three'],
  ['denied'],
  ['wrongly', 'claimed'],
  ['far', 'claimed'],
  ['near', 'claimed'],
];

function meanShares(figures: readonly Figures[]): (number | null)[] {
  return [
    meanOf(figures.map(({ first }) => first)),
    meanOf(figures.map(({ three }) => three)),
    meanOf(figures.map(({ denied }) => denied)),
    meanOf(figures.map(({ wrong }) => wrong)),
    meanOf(figures.map(({ far }) => far.answer)),
    meanOf(figures.map(({ near }) => near.answer)),
  ];
}

/**
 * The figures of one set with the whole recipe, and without each part; undefined if that changes nothing. Each question is
 * asked in all the ways at once, since only some seminars' own indexes are kept.
 */
function figuresWithout({ searched, asked }: TestSet): {
  complete: Figures;
  without: (Figures | undefined)[];
} {
  const complete = whole(searched);
  const rankers = PARTS.map((part) => part.without(searched));
  const outcomes: Outcome[] = [];
  const outcomesWithout = rankers.map((): Outcome[] => []);
  for (const question of asked) {
    outcomes.push(outcomeOf(question, complete));
    for (const [part, ranker] of rankers.entries())
      if (ranker) outcomesWithout[part]?.push(outcomeOf(question, ranker));
  }
  return {
    complete: figuresOf(outcomes),
    without: outcomesWithout.map((each, part) => (rankers[part] ? figuresOf(each) : undefined)),
  };
}
