import type { LabelLayout } from '../format.ts';
import { clockAt } from '../labels/clock.ts';
import { formOf, type NameForm } from '../labels/name-form.ts';
import { fills, found, lineLabelIn } from './found.ts';

const NAMES: ReadonlySet<NameForm> = new Set(['role', 'full', 'single']);

/** A name alone in its line, as a heading, in bold or at the start of a paragraph; the words follow. */
export const nameLine: LabelLayout = {
  name: 'a name in a line of its own',
  labelsIn(parts, at, { look, startsGroup }) {
    const label = lineLabelIn(parts[at]);
    if (!label || label.timed !== null || !fills(label, parts[at]) || label.colon || label.marker !== '')
      return [];
    const stands = startsGroup || look?.heading !== undefined;
    const isNumbered = formOf(label.name) === 'full' && /(?:^|\s)\d/u.test(label.name);
    const names = !isNumbered && label.name.length <= 60 && !/(?<!\b(?:Jr|Sr))[.!?,;…]$/u.test(label.name);
    return stands && names && NAMES.has(formOf(label.name)) ? found(label) : [];
  },
};

/** `**Mira Holt** words`: a name in bold at the start, without a colon. */
export const boldName: LabelLayout = {
  name: 'a name in bold, then the words',
  labelsIn(parts, at, { look }) {
    const text = parts[at]?.text ?? '';
    const strong = look?.strong;
    if (strong === undefined || strong >= text.length || strong > 60) return [];
    // With a colon it is "Name: words", in bold or not.
    if (/[:：]\s{0,3}$/u.test(text.slice(0, strong)) || /^\s{0,3}[:：]/u.test(text.slice(strong))) return [];
    const clock = clockAt(text, 0);
    const from = clock === null || clock.end >= strong ? 0 : clock.end;
    const name = text
      .slice(from, strong)
      .replace(/[\s:：.,–—-]{1,9}$/u, '')
      .trim();
    const end = strong + (/^[\s:：–—-]{0,5}/u.exec(text.slice(strong))?.[0].length ?? 0);
    return name === '' || !/^[\s:：–—-]/u.test(text.slice(strong))
      ? []
      : [{ start: 0, end, name, time: clock?.seconds ?? null }];
  },
};
