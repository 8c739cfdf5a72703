import type { TermNumbers } from './term-numbers.ts';

const FIRST = 0x4e00;
const LAST = 0x9fff;
const CHARACTERS = LAST - FIRST + 1;

/** The numbers of single Chinese characters and of pairs of them, without a string for each place where they occur. */
export interface ChineseNumbers {
  /** Gives the number of each character of a term text, and of each pair of neighbours. */
  forEach(termText: string, use: (term: number) => void): void;
}

/** Makes a table of the characters U+4E00 to U+9FFF; what is new among them gets its number from the terms. */
export function chineseNumbers(terms: TermNumbers): ChineseNumbers {
  const singles = new Int32Array(CHARACTERS).fill(-1);
  const pairs = pairTable((first, second) => terms.add(String.fromCharCode(FIRST + first, FIRST + second)));
  const single = (unit: number) => {
    const known = singles[unit] ?? -1;
    if (known >= 0) return known;
    const number = terms.add(String.fromCharCode(FIRST + unit));
    singles[unit] = number;
    return number;
  };
  return {
    forEach: (termText, use) => {
      let last = -1;
      for (let at = 0; at < termText.length; at++) {
        const unit = termText.charCodeAt(at) - FIRST;
        if (unit < 0 || unit >= CHARACTERS) {
          last = -1;
          continue;
        }
        use(single(unit));
        if (last >= 0) use(pairs(last, unit));
        last = unit;
      }
    },
  };
}

/** Pairs are kept in so many tables, so that none takes long to grow. A power of 2. */
const TABLES = 64;

/** A table of so many places, of which at most half are taken; a power of 2. */
interface Table {
  /** By place, the pair that is there, and its number; -1 if none is. */
  keys: Int32Array;
  numbers: Int32Array;
  count: number;
}

/**
 * Remembers a number for each pair. Maps would look into the memory several times for each.
 * @param make gives a pair that is new its number
 */
function pairTable(
  make: (first: number, second: number) => number,
): (first: number, second: number) => number {
  const tables = Array.from({ length: TABLES }, () => emptyTable(256));
  return (first, second) => {
    const at = first & (TABLES - 1);
    const table = tables[at] as Table;
    const key = first * CHARACTERS + second;
    const place = placeOf(table, key);
    if (table.keys[place] === key) return table.numbers[place] as number;
    const number = make(first, second);
    table.keys[place] = key;
    table.numbers[place] = number;
    table.count++;
    if (table.count * 2 > table.keys.length) tables[at] = larger(table);
    return number;
  };
}

function emptyTable(size: number): Table {
  return { keys: new Int32Array(size).fill(-1), numbers: new Int32Array(size), count: 0 };
}

/** Where a pair is, or would be. */
function placeOf({ keys }: Table, key: number): number {
  const mask = keys.length - 1;
  const mixed = Math.imul(key, 0x9e3779b1);
  let place = (mixed ^ (mixed >>> 15)) & mask;
  while (keys[place] !== key && keys[place] !== -1) place = (place + 1) & mask;
  return place;
}

function larger({ keys, numbers, count }: Table): Table {
  const table = { ...emptyTable(keys.length * 2), count };
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] ?? -1;
    if (key < 0) continue;
    const place = placeOf(table, key);
    table.keys[place] = key;
    table.numbers[place] = numbers[at] ?? 0;
  }
  return table;
}
