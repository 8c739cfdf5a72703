/** A translation and how well it fits, above 0 and at most 1. */
export interface Translation {
  text: string;
  quality: number;
}

/**
 * A Chinese–English word list in a single buffer. Nothing is unpacked until a word is looked up, so the list
 * is cheap to load and to keep in memory.
 */
export interface Dictionary {
  /** Chinese words for an English word or phrase, given as its stems separated by spaces; best first. */
  chineseFor(stems: string): Translation[];
  /** English words and phrases for a Chinese word, each as its stems separated by spaces; best first. */
  englishFor(word: string): Translation[];
  /** Whether a Chinese word is the name of a person, a place, a company and so on. */
  isName(word: string): boolean;
}

/** The dictionary without any words, for when none has been built. */
export const NO_DICTIONARY: Dictionary = { chineseFor: () => [], englishFor: () => [], isName: () => false };

/** The first entry of a Chinese word that is a name. */
const NAME_MARK = '*';
const LINE_BREAK = 0x0a;
/** A quality is stored as one digit after its translation, from 1 to 9. */
const QUALITY_STEPS = 9;

/** Each word of a question is looked up several times; the longest questions have 300 words. */
const REMEMBERED = 2000;

/**
 * Reads a dictionary from its table, as `writeTable` makes it: UTF-8 lines `word<TAB>one9|two5|…` sorted by
 * their bytes, with English and Chinese words mixed.
 */
export function dictionaryOf(table: Buffer): Dictionary {
  let known = new Map<string, readonly string[]>();
  const entriesOf = (word: string): readonly string[] => {
    const entries = known.get(word) ?? findEntries(word);
    if (known.size >= REMEMBERED) known = new Map();
    known.set(word, entries);
    return entries;
  };
  const findEntries = (word: string): string[] => {
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
  const translationsOf = (word: string): Translation[] =>
    entriesOf(word)
      .filter((entry) => entry !== NAME_MARK)
      .map((entry) => ({ text: entry.slice(0, -1), quality: Number(entry.slice(-1)) / QUALITY_STEPS }));
  return {
    chineseFor: translationsOf,
    englishFor: translationsOf,
    isName: (word) => entriesOf(word)[0] === NAME_MARK,
  };
}

/**
 * Writes the table that `dictionaryOf` reads.
 * @param words each word with its translations, best first; no text may contain a tab, a bar or a line break
 * @param names the Chinese words that are names
 */
export function writeTable(
  words: ReadonlyMap<string, readonly Translation[]>,
  names: ReadonlySet<string>,
): Buffer {
  const lines = Array.from(words, ([word, translations]) => {
    const entries = translations.map(
      ({ text, quality }) => text + Math.max(1, Math.round(quality * QUALITY_STEPS)),
    );
    return Buffer.from(`${word}\t${[...(names.has(word) ? [NAME_MARK] : []), ...entries].join('|')}\n`);
  });
  return Buffer.concat(lines.sort(Buffer.compare));
}
