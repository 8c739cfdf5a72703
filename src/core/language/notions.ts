import { escapeRegExp, normalise } from './text.ts';

/** The forms of one notion: in English, Simplified, Traditional, abbreviated, misspelt. */
export type Notion = readonly string[];

/** Finds the notions that a text speaks of, whatever form it uses. */
export interface Terms {
  /**
   * @param normalised a text from `normalise`
   * @returns a token for each notion found, each once; no word of a text looks like a token
   */
  tokensIn(normalised: string): string[];
  /** The text with the forms found in it taken out, and their tokens. */
  take(normalised: string): { rest: string; tokens: string[] };
}

/** Makes a finder of notions. Where one form holds another, the longer is found. */
export function termsOf(notions: readonly Notion[]): Terms {
  const tokenOf = new Map<string, string>();
  for (const [number, forms] of notions.entries()) {
    const known = forms.map((form) => tokenOf.get(normalise(form))).find((token) => token !== undefined);
    for (const form of forms) tokenOf.set(normalise(form), known ?? `§${number}`);
  }
  const forms = [...tokenOf.keys()].sort((a, b) => b.length - a.length);
  const pattern = forms.length > 0 ? new RegExp(forms.map(patternOf).join('|'), 'gu') : null;

  const take = (normalised: string) => {
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
  return { take, tokensIn: (normalised) => take(normalised).tokens };
}

/** A Latin form is found as a whole word, in the plural too; a Chinese one anywhere. */
function patternOf(form: string): string {
  const escaped = escapeRegExp(form);
  const before = /^[a-z0-9]/.test(form) ? '(?<![a-z0-9])' : '';
  const after = /[a-z0-9.]$/.test(form) ? "(?:['’]?s)?(?![a-z0-9])" : '';
  return `${before}${escaped}${after}`;
}
