import { nameForm, nameWords } from '../../src/core/language/name-form.ts';
import { hasHan } from '../../src/core/language/text.ts';
import type { Steps } from '../../src/core/steps.ts';

/** Names that something has, as they are compared. */
interface Names {
  words: readonly string[];
  forms: readonly string[];
}

/** Made once for what is looked through at each key that somebody presses. */
const known = new WeakMap<object, Names>();

function namesOf<Item extends object>(item: Item, textsOf: (item: Item) => readonly string[]): Names {
  const found = known.get(item);
  if (found) return found;
  const words = [...new Set(textsOf(item).map(nameWords))];
  const names = { words, forms: words.map((each) => each.replaceAll(' ', '')) };
  known.set(item, names);
  return names;
}

/** Makes the names of items that they are looked for by, so that looking for one of them takes little. */
export function* nameSteps<Item extends object>(
  items: readonly Item[],
  textsOf: (item: Item) => readonly string[],
): Steps<void> {
  for (const item of items) {
    namesOf(item, textsOf);
    yield;
  }
}

/**
 * The items with a name that contains what was typed, whatever its case, accents, width, script and spaces: first those
 * with exactly this name, then those with a name, or a word of a name, that begins so.
 * @param textsOf gives all names of an item; the same ones each time
 */
export function bestMatches<Item extends object>(
  items: readonly Item[],
  typed: string,
  textsOf: (item: Item) => readonly string[],
): Item[] {
  const words = nameWords(typed);
  const form = nameForm(typed);
  // What has no letter or digit is a beginning of nothing, unless nothing was typed.
  if (form === '' && typed.trim() !== '') return [];
  const rankOf = (names: Names) => {
    if (names.forms.includes(form)) return 0;
    if (names.forms.some((each) => each.startsWith(form))) return 1;
    if (names.words.some((each) => ` ${each}`.includes(` ${words}`))) return 2;
    return names.forms.some((each) => each.includes(form)) ? 3 : Number.POSITIVE_INFINITY;
  };
  return items
    .map((item) => ({ item, rank: rankOf(namesOf(item, textsOf)) }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((one, other) => one.rank - other.rank)
    .map(({ item }) => item);
}

/**
 * The items that are called what was typed: those with exactly this name; or else those whose name was cut off
 * ("…"), as completion shows long ones; or else those with a name that has it as a part:
 * words, the beginning of a word, or a run of Chinese characters.
 */
export function called<Item extends object>(
  items: readonly Item[],
  typed: string,
  textsOf: (item: Item) => readonly string[],
): Item[] {
  const form = nameForm(typed);
  if (form === '') return [];
  const having = (fits: (name: string) => boolean) =>
    items.filter((item) => namesOf(item, textsOf).forms.some(fits));
  const exact = having((name) => name === form);
  if (exact.length > 0) return exact;
  const [start = '', end] = typed.split(/…|\.{3}/u).map(nameForm);
  const cut =
    end === undefined || start === '' ? [] : having((name) => name.startsWith(start) && name.endsWith(end));
  return cut.length > 0 ? cut : items.filter((item) => hasPart(namesOf(item, textsOf), typed));
}

/** From so many letters on, the beginning of a word is enough, or of Chinese characters, which stand in no words. */
const LEAST_LETTERS = 3;
const LEAST_CHARACTERS = 2;

function hasPart({ words, forms }: Names, typed: string): boolean {
  const part = nameWords(typed);
  const form = nameForm(typed);
  if (hasHan(form)) return form.length >= LEAST_CHARACTERS && forms.some((name) => name.includes(form));
  return words.some((name) =>
    form.length >= LEAST_LETTERS ? ` ${name}`.includes(` ${part}`) : ` ${name} `.includes(` ${part} `),
  );
}

/** Two signs are in too many names to be one of them, misspelt. */
const LEAST_PAIRS = 2;
/** Below this share of common pairs of letters, a name is not taken for a misspelt one. */
const LEAST_COMMON = 0.5;

/** The item with a name most like what was typed, or undefined if none is much like it; of equal ones the first. */
export function* nearestSteps<Item extends object>(
  items: readonly Item[],
  typed: string,
  textsOf: (item: Item) => readonly string[],
): Steps<Item | undefined> {
  return (yield* likestSteps(items, typed, textsOf))[0];
}

/** The items with a name much like what was typed, the likest first; equal ones stay in the order given. */
export function* likestSteps<Item extends object>(
  items: readonly Item[],
  typed: string,
  textsOf: (item: Item) => readonly string[],
): Steps<Item[]> {
  const wanted = pairsOf(nameForm(typed));
  const found: { item: Item; likeness: number }[] = [];
  for (const item of items) {
    const { forms } = namesOf(item, textsOf);
    const likeness = Math.max(0, ...forms.map((name) => commonShare(wanted, name)));
    if (likeness >= LEAST_COMMON) found.push({ item, likeness });
    yield;
  }
  return found.sort((one, other) => other.likeness - one.likeness).map(({ item }) => item);
}

function pairsOf(form: string): Set<string> {
  const signs = [...form];
  return new Set(signs.slice(1).map((sign, at) => `${signs[at]}${sign}`));
}

/** How many of the pairs that were typed a name has, as a share; a name may be longer than what was typed. */
function commonShare(typed: ReadonlySet<string>, name: string): number {
  if (typed.size < LEAST_PAIRS) return 0;
  return [...typed].filter((pair) => name.includes(pair)).length / typed.size;
}
