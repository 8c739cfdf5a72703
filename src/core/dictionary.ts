/**
 * A Chinese–English word list that stays in one buffer: nothing is unpacked before a word is asked for, so it
 * costs little to load and little to keep.
 */
export interface Dictionary {
  /** Chinese words for an English word or phrase, given as its stems with a space between, the best first. */
  chineseFor(stems: string): string[];
  /** English words and phrases for a Chinese word, each as its stems with a space between, the best first. */
  englishFor(word: string): string[];
}

/** No dictionary: for where none was built. */
export const NO_DICTIONARY: Dictionary = { chineseFor: () => [], englishFor: () => [] };

const LINE_BREAK = 0x0a;

/**
 * A dictionary over its table: UTF-8 lines `word<TAB>one|two|…`, sorted by their bytes, English and Chinese words
 * side by side. `writeTable` makes it.
 */
export function dictionaryOf(table: Buffer): Dictionary {
  const find = (word: string): string[] => {
    const key = Buffer.from(`${word}\t`);
    let low = 0;
    let high = table.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const start = table.lastIndexOf(LINE_BREAK, middle - 1) + 1;
      const end = table.indexOf(LINE_BREAK, start);
      const order = key.compare(table, start, Math.min(start + key.length, end));
      if (order === 0) return table.toString('utf8', start + key.length, end).split('|');
      if (order < 0) high = start;
      else low = end + 1;
    }
    return [];
  };
  return { chineseFor: find, englishFor: find };
}

/** Writes a table for `dictionaryOf`. */
export function writeTable(entries: ReadonlyMap<string, readonly string[]>): Buffer {
  const lines = Array.from(entries, ([word, others]) => Buffer.from(`${word}\t${others.join('|')}\n`));
  return Buffer.concat(lines.sort(Buffer.compare));
}
