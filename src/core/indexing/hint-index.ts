import type { NotionFinder } from '../language/notions.ts';
import type { Steps } from '../steps.ts';
import { type AnalysedHint, analyseHint, joinHints, type SearchHints, searchHintsOf } from './analyse.ts';
import type { SearchDocument } from './document.ts';

export const HINT_FIELDS = ['cues', 'precedingQuestion'] as const;
export type HintField = (typeof HINT_FIELDS)[number];

/** The cues of passages, and the questions that they answer: what BM25 needs of them. */
export interface HintIndex {
  /** For each term the positions of the passages that have it in a field, ascending, each followed by how often. */
  postings: ReadonlyMap<string, Readonly<Record<HintField, readonly number[]>>>;
  /** How many different terms the field of a passage has, by position. */
  lengths: Readonly<Record<HintField, ReadonlyMap<number, number>>>;
  /** As MiniSearch has it, passages before the last that have no such field count as those of mean length. */
  meanLengths: Readonly<Record<HintField, number>>;
  /** Of the passages that have any, by position. */
  hints: ReadonlyMap<number, SearchHints>;
  /** Every cue and question, analysed. */
  analysed: ReadonlyMap<string, AnalysedHint>;
}

export const NO_HINTS = searchHintsOf([]);

/** Hints that need not be analysed again, by their text; the finder finds what has changed since. Pauses after each. */
export function* keptHintSteps(
  before: HintIndex['analysed'],
  changed: NotionFinder,
): Steps<HintIndex['analysed']> {
  if (changed.forms.size === 0) return before;
  const kept = new Map<string, AnalysedHint>();
  for (const [text, hint] of before) {
    if (!changed.isIn(hint.normalised)) kept.set(text, hint);
    yield;
  }
  return kept;
}

/**
 * Makes the index of the hints that passages have. Pauses after each passage that has any.
 * @param known hints that are analysed already
 */
export function* hintIndexSteps(
  documents: readonly SearchDocument[],
  notionFinder: NotionFinder,
  known: ReadonlyMap<string, AnalysedHint>,
): Steps<HintIndex> {
  const analysed = new Map<string, AnalysedHint>();
  const hintOf = (text: string) => {
    const hint = analysed.get(text) ?? known.get(text) ?? analyseHint(text, notionFinder);
    analysed.set(text, hint);
    return hint;
  };
  const hints = new Map<number, SearchHints>();
  const postings = new Map<string, Record<HintField, number[]>>();
  const lengths = { cues: new Map<number, number>(), precedingQuestion: new Map<number, number>() };
  const meanLengths = { cues: 0, precedingQuestion: 0 };
  const place = (position: number, field: HintField, terms: readonly string[]) => {
    for (const term of terms) {
      const found = postings.get(term) ?? { cues: [], precedingQuestion: [] };
      postings.set(term, found);
      const numbers = found[field];
      if (numbers.at(-2) === position) numbers.push((numbers.pop() ?? 0) + 1);
      else numbers.push(position, 1);
    }
    if (terms.length === 0) return;
    const length = new Set(terms).size;
    lengths[field].set(position, length);
    meanLengths[field] = (meanLengths[field] * position + length) / (position + 1);
  };
  for (const [position, { cues = [], precedingQuestion }] of documents.entries()) {
    if (cues.length === 0 && !precedingQuestion) continue;
    const ofCues = cues.map(hintOf);
    // Several passages may answer the same question.
    const question = precedingQuestion ? hintOf(precedingQuestion) : null;
    hints.set(
      position,
      searchHintsOf(
        ofCues.map(({ terms }) => terms),
        question?.terms,
      ),
    );
    place(position, 'cues', joinHints(ofCues));
    place(position, 'precedingQuestion', joinHints(question ? [question] : []));
    yield;
  }
  return { postings, lengths, meanLengths, hints, analysed };
}
