/** Gives each term a number, from 0, in the order in which they come. */
export interface TermNumbers {
  /** How many terms there are. */
  readonly size: number;
  /** Undefined if the term has none. */
  get(term: string): number | undefined;
  /** The term's number, a new one if it has none. */
  add(term: string): number;
  /** Every term with its number, in no order. */
  entries(): Generator<[term: string, number: number]>;
}

/**
 * Terms are kept in so many maps: a single one of a million terms would hold the process for 50 ms whenever it has to
 * grow.
 */
const MAPS = 64;

/** Makes a table without terms. */
export function termNumbers(): TermNumbers {
  const maps = Array.from({ length: MAPS }, () => new Map<string, number>());
  let size = 0;
  const mapOf = (term: string) => {
    const last = term.length - 1;
    return maps[(term.charCodeAt(0) * 7 + term.charCodeAt(last) * 3 + term.length) % MAPS];
  };
  return {
    get size() {
      return size;
    },
    get: (term) => mapOf(term)?.get(term),
    add: (term) => {
      const map = mapOf(term);
      const known = map?.get(term);
      if (known !== undefined) return known;
      map?.set(term, size);
      return size++;
    },
    *entries() {
      for (const map of maps) yield* map;
    },
  };
}
