import MiniSearch, { type Options } from 'minisearch';
import { WORD_BREAK } from './analyse.ts';

/** A passage as MiniSearch gets it. Its id is its position: numbers take less memory than ids, and load faster. */
export interface PlacedDocument extends Record<Field, string> {
  id: number;
}

const FIELDS = ['words', 'cues', 'precedingQuestion'] as const;
export type Field = (typeof FIELDS)[number];

const OPTIONS: Options<PlacedDocument> = {
  fields: [...FIELDS],
  // An absent field takes no memory; an empty one does.
  extractField: (document: PlacedDocument, field: string) =>
    (field === 'id' ? document.id : document[field as Field] || undefined) as string,
  tokenize: (joined: string) => joined.split(WORD_BREAK),
  processTerm: (term: string) => term,
};

/** Where a term occurs: for each field's number, how often in each document, by the document's number. */
export type Postings = Record<string, Record<string, number>>;

/** What MiniSearch knows besides the terms and the lengths of fields. */
export interface MiniHead {
  fieldIds: Record<string, number>;
  averageFieldLength: number[];
}

/**
 * MiniSearch over passages that can be taken apart and put together again a piece at a time. Its own `toJSON` and
 * `loadJS` do all of it at a stretch, which takes seconds for 100,000 passages. Passages were added in order of their
 * ids, from 0, so that MiniSearch's own numbers for them are the same.
 */
export class PiecewiseMiniSearch extends MiniSearch<PlacedDocument> {
  constructor() {
    super(OPTIONS);
  }

  get head(): MiniHead {
    return { fieldIds: this._fieldIds, averageFieldLength: this._avgFieldLength };
  }

  set head({ fieldIds, averageFieldLength }: MiniHead) {
    this._fieldIds = fieldIds as typeof this._fieldIds;
    this._avgFieldLength = averageFieldLength;
  }

  /** How many different terms each field of a passage has, by the field's number. */
  fieldLengths(id: number): number[] {
    return this._fieldLength.get(id) ?? [];
  }

  /** Adds a passage without its terms. */
  addLengths(id: number, lengths: number[]): void {
    this._documentIds.set(id, id);
    this._idToShortId.set(id, id);
    this._fieldLength.set(id, lengths);
    this._documentCount++;
    this._nextId = Math.max(this._nextId, id + 1);
  }

  /** Every term and where it occurs. */
  *postings(): Generator<[term: string, postings: Postings]> {
    for (const [term, fields] of this._index) {
      yield [
        term,
        Object.fromEntries(Array.from(fields, ([field, counts]) => [field, Object.fromEntries(counts)])),
      ];
    }
  }

  /** Adds a term of passages that were added by `addLengths`. */
  addPostings(term: string, postings: Postings): void {
    const numbered = <From, To>(record: Record<string, From>, change: (value: From) => To) =>
      new Map(Object.entries(record).map(([number, value]) => [Number(number), change(value)]));
    this._index.set(
      term,
      numbered(postings, (counts) => numbered(counts, (count) => count)),
    );
  }
}
