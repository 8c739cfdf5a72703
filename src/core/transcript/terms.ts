import type { Notion } from '../language/notions.ts';
import { linesOf, normalise } from '../language/text.ts';
import type { Problems } from './problem.ts';

/** The first seminar has 660. Every text is searched for all of them. */
const FORMS = 5000;
/** Longer than any name. */
const FORM_LENGTH = 100;

/**
 * Reads a list of terms: one notion a line, its forms separated by ` / `; lines that start with `#` are comments.
 * @param problems those of the terms' file: a form on two lines, or too short to be distinct
 */
export function parseTerms(text: string, problems: Problems): Notion[] {
  const notions: Notion[] = [];
  const lineOf = new Map<string, number>();
  const lines = linesOf(text);
  for (const [at, written] of lines.entries()) {
    if (written.trim() === '' || written.startsWith('#')) continue;
    const line = at + 1;
    const forms = written.split(/ \/ /).map((form) => form.trim());
    for (const form of new Set(forms.map(normalise))) {
      const firstLine = lineOf.get(form);
      if (firstLine !== undefined) problems.report(line, 'term-repeated', { form, firstLine });
      if (form.length < 2) problems.report(line, 'term-too-short', { form });
      if (form.length > FORM_LENGTH) {
        problems.report(line, 'term-too-long', { form: form.slice(0, FORM_LENGTH), most: FORM_LENGTH });
      }
      lineOf.set(form, line);
    }
    if (lineOf.size > FORMS) {
      problems.report(line, 'terms-too-many', { most: FORMS });
      break;
    }
    notions.push(forms);
  }
  return notions;
}
