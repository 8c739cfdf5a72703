import MiniSearch, { type Options } from 'minisearch';
import type { NotionFinder } from '../language/notions.ts';
import type { Steps } from '../steps.ts';
import { type AnalysedHint, analyseHint, joinHints, type SearchHints, searchHintsOf } from './analyse.ts';
import type { SearchDocument } from './document.ts';

const FIELDS = ['cues', 'precedingQuestion'] as const;
type HintField = (typeof FIELDS)[number];

/** The cues of passages, and the moderator's questions that they answer. */
export interface HintIndex {
  /** Finds passages by their positions. */
  mini: MiniSearch;
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
  const mini = new PlacedMiniSearch();
  const postings = new Map<string, Map<number, Map<number, number>>>();
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
    mini.place(
      position,
      { cues: joinHints(ofCues), precedingQuestion: joinHints(question ? [question] : []) },
      postings,
    );
    yield;
  }
  yield* mini.finishSteps(documents.length, postings);
  return { mini, hints, analysed };
}

const OPTIONS: Options = { fields: [...FIELDS], tokenize: () => [], processTerm: (term: string) => term };

/** How often a term is in the fields of passages: by the field's number and the passage's position. */
type Postings = Map<string, Map<number, Map<number, number>>>;

/**
 * MiniSearch over passages that are given by their positions, ascending, and have few fields. Each term goes into its tree
 * once, and not once for each passage.
 */
class PlacedMiniSearch extends MiniSearch {
  constructor() {
    super(OPTIONS);
  }

  /** Adds the fields of a passage, and its terms to the postings. */
  place(position: number, fields: Readonly<Record<HintField, readonly string[]>>, postings: Postings): void {
    this._documentIds.set(position, position);
    this._idToShortId.set(position, position);
    this._nextId = position + 1;
    const lengths: number[] = [];
    for (const [field, name] of FIELDS.entries()) {
      const terms = fields[name];
      if (terms.length === 0) continue;
      for (const term of terms) {
        const byField = postings.get(term) ?? new Map<number, Map<number, number>>();
        const counts = byField.get(field) ?? new Map<number, number>();
        postings.set(term, byField.set(field, counts.set(position, (counts.get(position) ?? 0) + 1)));
      }
      lengths[field] = new Set(terms).size;
      // As MiniSearch has it, passages without the field count as those of mean length.
      const before = (this._avgFieldLength[field] ?? 0) * position;
      this._avgFieldLength[field] = (before + (lengths[field] ?? 0)) / (position + 1);
    }
    this._fieldLength.set(position, lengths);
  }

  /** Takes over the postings, pausing after some terms. */
  *finishSteps(size: number, postings: Postings): Steps<void> {
    this._documentCount = size;
    let count = 0;
    for (const [term, byField] of postings) {
      this._index.set(term, byField);
      if (++count % 100 === 0) yield;
    }
  }
}
