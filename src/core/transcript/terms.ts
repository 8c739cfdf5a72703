import { normalise } from '../language/text.ts';
import type { Problem } from './transcript.ts';

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

/** The first seminar has 660. Every text is held against all of them. */
const FORMS = 5000;
/** Longer than any name. */
const FORM_LENGTH = 100;

/**
 * Reads a list of terms: one notion a line, its forms separated by ` / `; lines that start with `#` are comments.
 * @returns the notions, with a problem for each form that stands on two lines or is too short to be told apart
 */
export function parseTerms(text: string, file: string): { notions: Notion[]; problems: Problem[] } {
  const notions: Notion[] = [];
  const problems: Problem[] = [];
  const lineOf = new Map<string, number>();
  for (const [at, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const forms = line.split(/ \/ /).map((form) => form.trim());
    const report = (what: string, remedy: string) => problems.push({ file, line: at + 1, what, remedy });
    for (const form of new Set(forms.map(normalise))) {
      const before = lineOf.get(form);
      if (before !== undefined)
        report(`"${form}" also stands on line ${before}.`, 'Leave it with one notion.');
      if (form.length < 2)
        report(
          `The form "${form}" has fewer than two characters.`,
          'Take it out: it would match by accident.',
        );
      if (form.length > FORM_LENGTH)
        report(
          `The form "${form.slice(0, FORM_LENGTH)}…" has more than ${FORM_LENGTH} characters.`,
          'Take it out: no text would hold it.',
        );
      lineOf.set(form, at + 1);
    }
    if (lineOf.size > FORMS) {
      report(`There are more than ${FORMS} forms up to here.`, 'Keep those that readers ask for.');
      break;
    }
    notions.push(forms);
  }
  return { notions, problems };
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
  const escaped = form.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const before = /^[a-z0-9]/.test(form) ? '(?<![a-z0-9])' : '';
  const after = /[a-z0-9.]$/.test(form) ? "(?:['’]?s)?(?![a-z0-9])" : '';
  return `${before}${escaped}${after}`;
}
