/** A translation and how well it fits, above 0 and at most 1. */
export interface Translation {
  text: string;
  quality: number;
}

/** What a table says of one word. */
export interface DictionaryEntry {
  /** Its translations, best first. */
  translations?: readonly Translation[] | undefined;
  /** Whether it is a Chinese name. */
  isName?: boolean;
  /** As `Dictionary.vector` says, in bytes. */
  vector?: Int8Array | undefined;
  /** As `Dictionary.place` says. */
  place?: number | undefined;
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
  /**
   * How a stem or a Chinese word is used: `VECTOR_LENGTH` numbers, of length 1 together, which are alike for words that keep
   * the same company ("tariff", "duty"), in either language. Null if that is not known.
   */
  vector(word: string): Float32Array | null;
  /**
   * The place of a stem or a Chinese word among English stems by how frequent they are in news and encyclopedias, from 1 on:
   * "year" is among the first ten, "tariff" among the first 5,000. Null if that is not known.
   */
  place(word: string): number | null;
}

/** How many numbers a vector has. */
export const VECTOR_LENGTH = 64;

/** The dictionary without any words, for when none has been built. */
export const NO_DICTIONARY: Dictionary = {
  chineseFor: () => [],
  englishFor: () => [],
  isName: () => false,
  vector: () => null,
  place: () => null,
};

const NAME_MARK = '*';
const LINE_BREAK = 0x0a;
/** A quality is stored as one digit after its translation, from 1 to 9. */
const QUALITY_STEPS = 9;

/** Each word of a question is looked up several times; the longest questions have 300 words. */
const REMEMBERED = 2000;

/** The fields of a line after the word, as they stand in the table. */
interface Fields {
  mark: string;
  translations: string;
  /** In Base64. */
  vector: string;
  place: string;
}
const NO_FIELDS: Fields = { mark: '', translations: '', vector: '', place: '' };

/**
 * Reads a dictionary from its table, as `writeTable` makes it: UTF-8 lines `word<TAB>*<TAB>one9|two5|…<TAB>vector<TAB>place`
 * sorted by their bytes, with English and Chinese words mixed. The star marks a name, and the vector is in Base64.
 */
export function dictionaryOf(table: Buffer): Dictionary {
  let known = new Map<string, Fields>();
  const fieldsOf = (word: string): Fields => {
    let fields = known.get(word);
    if (!fields) {
      fields = findFields(word);
      if (known.size >= REMEMBERED) known = new Map();
      known.set(word, fields);
    }
    return fields;
  };
  const findFields = (word: string): Fields => {
    const key = Buffer.from(`${word}\t`);
    let low = 0;
    let high = table.length;
    while (low < high) {
      // By hand: a call into Node for each step takes longer than the few bytes that it looks at.
      let start = (low + high) >>> 1;
      while (start > low && table[start - 1] !== LINE_BREAK) start--;
      let same = 0;
      while (same < key.length && table[start + same] === key[same]) same++;
      if (same === key.length) return readFields(start + same);
      if ((key[same] ?? 0) < (table[start + same] ?? 0)) high = start;
      else low = table.indexOf(LINE_BREAK, start) + 1;
    }
    return NO_FIELDS;
  };
  const readFields = (start: number): Fields => {
    const end = table.indexOf(LINE_BREAK, start);
    const [mark = '', translations = '', vector = '', place = ''] = table
      .toString('utf8', start, end)
      .split('\t');
    return { mark, translations, vector, place };
  };
  const translationsOf = (word: string) => readTranslations(fieldsOf(word).translations);
  return {
    chineseFor: translationsOf,
    englishFor: translationsOf,
    isName: (word) => fieldsOf(word).mark === NAME_MARK,
    vector: (word) => readVector(fieldsOf(word).vector),
    place: (word) => Number(fieldsOf(word).place) || null,
  };
}

function readVector(field: string): Float32Array | null {
  if (field === '') return null;
  const vector = Float32Array.from(new Int8Array(Buffer.from(field, 'base64')));
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

function readTranslations(field: string): Translation[] {
  if (field === '') return [];
  return field
    .split('|')
    .map((each) => ({ text: each.slice(0, -1), quality: Number(each.slice(-1)) / QUALITY_STEPS }));
}

/**
 * Writes the table that `dictionaryOf` reads.
 * @param entries what is known of each word; no text may contain a tab, a bar or a line break
 */
export function writeTable(entries: ReadonlyMap<string, DictionaryEntry>): Buffer {
  const lines = Array.from(entries, ([word, { translations = [], isName, vector, place }]) => {
    const used = vector ? Buffer.from(vector).toString('base64') : '';
    const fields = [word, isName ? NAME_MARK : '', writeTranslations(translations), used, place ?? ''];
    return Buffer.from(`${fields.join('\t')}\n`);
  });
  return Buffer.concat(lines.sort(Buffer.compare));
}

function writeTranslations(translations: readonly Translation[]): string {
  return translations
    .map(({ text, quality }) => text + Math.max(1, Math.round(quality * QUALITY_STEPS)))
    .join('|');
}
