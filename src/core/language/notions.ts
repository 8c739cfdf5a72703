import { runToEnd, type Steps } from '../steps.ts';
import { escapeRegExp, normalise } from './text.ts';

/** One notion in all its forms: English, Simplified, Traditional, abbreviated, misspelt. */
export type Notion = readonly string[];

/** Recognises declared notions in a text, whichever form it uses. */
export interface NotionFinder {
  /**
   * @param normalised a text from `normalise`
   * @returns one token for each notion found, each once; no word of a text can look like a token
   */
  tokensIn(normalised: string): string[];
  /**
   * Takes the notions out of a text.
   * @param normalised a text from `normalise`
   * @returns the rest of the text, with a space in place of each form found, and the tokens as from
   *   `tokensIn`
   */
  extract(normalised: string): { rest: string; tokens: string[] };
  /** Whether a normalised text has any of the notions. */
  isIn(normalised: string): boolean;
  /** The token of each form, by the form as `normalise` returns it. */
  forms: ReadonlyMap<string, string>;
}

/** Makes a finder for these notions. If one form contains another, the longer one is found. */
export function notionFinderOf(notions: readonly Notion[]): NotionFinder {
  return runToEnd(notionFinderSteps(notions));
}

/** `notionFinderOf`, pausing after each notion. */
export function* notionFinderSteps(notions: readonly Notion[]): Steps<NotionFinder> {
  const tokenOf = new Map<string, string>();
  const normalisedForms = new Set<string>();
  for (const notion of notions) {
    const forms = notion.map(normalise).filter((form) => form !== '');
    const keys = forms.map(keyOf);
    const known = keys.map((key) => tokenOf.get(key)).find((token) => token !== undefined);
    const token = known ?? newToken(keys[0] ?? '');
    for (const key of keys) tokenOf.set(key, token);
    for (const form of forms) normalisedForms.add(form);
    yield;
  }
  const matchAt = yield* matcherSteps([...normalisedForms]);

  const extract = (normalised: string) => {
    if (normalisedForms.size === 0) return { rest: normalised, tokens: [] };
    const tokens = new Set<string>();
    let rest = '';
    let from = 0;
    for (let at = 0; at < normalised.length; ) {
      const found = matchAt(normalised, at);
      if (found === '') {
        at++;
        continue;
      }
      const key = keyOf(found);
      const token = tokenOf.get(key) ?? tokenOf.get(key.replace(/'?s$/u, ''));
      if (token) tokens.add(token);
      rest += `${normalised.slice(from, at)} `;
      at += found.length;
      from = at;
    }
    return { rest: rest + normalised.slice(from), tokens: [...tokens] };
  };
  const isIn = isInAny([...normalisedForms], matchAt);
  const forms = new Map<string, string>();
  for (const form of normalisedForms) forms.set(form, tokenOf.get(keyOf(form)) ?? '');
  return { extract, isIn, forms, tokensIn: (normalised) => extract(normalised).tokens };
}

/** So many forms are looked for at once in a fraction of the time that looking at each place takes; more are not. */
const FORMS_AT_ONCE = 100;

/** Makes a function that tells whether a text has any of the forms. */
function isInAny(
  forms: readonly string[],
  matchAt: (text: string, at: number) => string,
): NotionFinder['isIn'] {
  if (forms.length === 0) return () => false;
  if (forms.length <= FORMS_AT_ONCE) {
    const pattern = new RegExp(forms.map(patternOf).join('|'), 'u');
    return (normalised) => pattern.test(normalised);
  }
  return (normalised) => {
    for (let at = 0; at < normalised.length; at++) if (matchAt(normalised, at) !== '') return true;
    return false;
  };
}

/**
 * The token of a notion, by the key of its first form: it stays the same whatever notions come and go beside it. Two of a
 * million notions have the same one once in ten thousand corpora.
 */
function newToken(key: string): string {
  // FNV-1a twice, from two beginnings.
  let [one, other] = [0x811c9dc5, 0x9747b28c];
  for (let at = 0; at < key.length; at++) {
    one = Math.imul(one ^ key.charCodeAt(at), 0x01000193);
    other = Math.imul(other ^ key.charCodeAt(at), 0x01000193) ^ (other >>> 15);
  }
  return `§${[one, other].map((half) => (half >>> 0).toString(36).padStart(7, '0')).join('')}`;
}

/** How many characters forms are grouped by, so that a few of thousands of names are tried in one place. */
const START_LENGTH = 5;
/** V8 refuses an expression of some ten thousand forms. */
const FORMS_TOGETHER = 500;
const SAME_KIND = /^(?:[a-z]{1,5}|\d{1,3}|\p{Script=Han}{1,2}|.)/su;

/** Makes a function that gives the longest of the forms that a text has in a place, or nothing. */
function* matcherSteps(forms: readonly string[]): Steps<(text: string, at: number) => string> {
  const groups = new Map<string, string[]>();
  const firstUnits = new Set<number>();
  for (const form of forms) {
    const start = SAME_KIND.exec(form)?.[0] ?? form.slice(0, 1);
    const group = groups.get(start);
    if (group) group.push(form);
    else groups.set(start, [form]);
    firstUnits.add(form.charCodeAt(0));
    yield;
  }
  const patterns = new Map<string, RegExp[]>();
  const patternsFor = (start: string): readonly RegExp[] => {
    const known = patterns.get(start);
    const group = known ? undefined : groups.get(start);
    if (!group) return known ?? [];
    const longestFirst = group.toSorted((a, b) => b.length - a.length).map(patternOf);
    const made = Array.from(
      { length: Math.ceil(longestFirst.length / FORMS_TOGETHER) },
      (_, part) =>
        new RegExp(longestFirst.slice(part * FORMS_TOGETHER, (part + 1) * FORMS_TOGETHER).join('|'), 'uy'),
    );
    patterns.set(start, made);
    return made;
  };
  return (text, at) => {
    const unit = text.charCodeAt(at);
    // Most places begin no form; inside a Latin word or a number none begins.
    if (!firstUnits.has(unit) || (isLatin(unit) && isLatin(text.charCodeAt(at - 1)))) return '';
    let longest = '';
    for (let length = START_LENGTH; length > 0; length--) {
      for (const pattern of patternsFor(text.slice(at, at + length))) {
        pattern.lastIndex = at;
        const found = pattern.exec(text)?.[0] ?? '';
        if (found.length > longest.length) longest = found;
      }
    }
    return longest;
  };
}

/** Whether a UTF-16 unit is a small Latin letter or a digit; none is before the start of a text. */
function isLatin(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}

/** A form without the hyphens and spaces inside it, which some people write and others do not. */
function keyOf(form: string): string {
  return form.replace(/[- ]/g, '');
}

/** Where a form may have a space, and where it may have a hyphen as well: H800, H-800, H 800; AI芯片, AI 芯片. */
const SPACE_SEAM = /(?<=\p{Script=Han}) ?(?=[a-z\d])|(?<=[a-z\d]) ?(?=\p{Script=Han})/gu;
const HYPHEN_SEAM = /(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])|(?<=[a-z\d])-(?=[a-z\d])/gu;
const WORD_SEAM = /(?<=[a-z\d]) (?=[a-z\d])/gu;

/** Matches a Latin form as a whole word, singular or plural, and a Chinese form anywhere. */
function patternOf(form: string): string {
  const escaped = escapeRegExp(form)
    .replace(WORD_SEAM, '[- ]')
    .replace(HYPHEN_SEAM, '[- ]?')
    .replace(SPACE_SEAM, ' ?');
  const before = /^[a-z0-9]/.test(form) ? '(?<![a-z0-9])' : '';
  const after = /[a-z0-9.]$/.test(form) ? "(?:'?s)?(?![a-z0-9])" : '';
  return `${before}${escaped}${after}`;
}
