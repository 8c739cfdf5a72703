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
}

/** Makes a finder for these notions. If one form contains another, the longer one is found. */
export function notionFinderOf(notions: readonly Notion[]): NotionFinder {
  const tokenOf = new Map<string, string>();
  const normalisedForms = new Set<string>();
  for (const [number, forms] of notions.entries()) {
    const keys = forms.map((form) => keyOf(normalise(form)));
    const known = keys.map((key) => tokenOf.get(key)).find((token) => token !== undefined);
    for (const key of keys) tokenOf.set(key, known ?? `§${number}`);
    for (const form of forms) normalisedForms.add(normalise(form));
  }
  const longestFirst = [...normalisedForms].sort((a, b) => b.length - a.length);
  const pattern = longestFirst.length > 0 ? new RegExp(longestFirst.map(patternOf).join('|'), 'gu') : null;

  const extract = (normalised: string) => {
    const tokens = new Set<string>();
    const rest =
      pattern === null
        ? normalised
        : normalised.replace(pattern, (found) => {
            const key = keyOf(found);
            const token = tokenOf.get(key) ?? tokenOf.get(key.replace(/'?s$/u, ''));
            if (token) tokens.add(token);
            return ' ';
          });
    return { rest, tokens: [...tokens] };
  };
  return { extract, tokensIn: (normalised) => extract(normalised).tokens };
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
