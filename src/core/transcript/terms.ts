import type { Notion } from '../language/notions.ts';
import { normalise } from '../language/text.ts';
import type { Problem } from './problem.ts';

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
