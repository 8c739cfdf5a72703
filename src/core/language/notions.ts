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
  for (const [number, forms] of notions.entries()) {
    const known = forms.map((form) => tokenOf.get(normalise(form))).find((token) => token !== undefined);
    for (const form of forms) tokenOf.set(normalise(form), known ?? `§${number}`);
  }
  const longestFirst = [...tokenOf.keys()].sort((a, b) => b.length - a.length);
  const pattern = longestFirst.length > 0 ? new RegExp(longestFirst.map(patternOf).join('|'), 'gu') : null;

  const extract = (normalised: string) => {
    const tokens = new Set<string>();
    const rest =
      pattern === null
        ? normalised
        : normalised.replace(pattern, (found) => {
            const token = tokenOf.get(found) ?? tokenOf.get(found.replace(/['’]?s$/u, ''));
            if (token) tokens.add(token);
            return ' ';
          });
    return { rest, tokens: [...tokens] };
  };
  return { extract, tokensIn: (normalised) => extract(normalised).tokens };
}

/** Matches a Latin form as a whole word, singular or plural, and a Chinese form anywhere. */
function patternOf(form: string): string {
  const escaped = escapeRegExp(form);
  const before = /^[a-z0-9]/.test(form) ? '(?<![a-z0-9])' : '';
  const after = /[a-z0-9.]$/.test(form) ? "(?:['’]?s)?(?![a-z0-9])" : '';
  return `${before}${escaped}${after}`;
}
