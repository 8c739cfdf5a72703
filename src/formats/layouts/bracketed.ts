import type { LabelLayout } from '../format.ts';
import { clockAt } from '../labels/clock.ts';
import { formOf } from '../labels/name-form.ts';

const BRACKETS = /^(?:\[([^[\]]{1,40})\]|【([^【】]{1,40})】|\{([^{}]{1,40})\})\s{0,4}[:：]?\s{0,4}(?=\S)/u;

/** `[Mira] words`. What is heard stands in brackets as well: `[laughter]`. */
export const bracketed: LabelLayout = {
  name: '[Name] words',
  labelsIn(parts, at) {
    const found = BRACKETS.exec(parts[at]?.text.slice(0, 60) ?? '');
    const name = (found?.[1] ?? found?.[2] ?? found?.[3] ?? '').trim();
    if (!found || clockAt(name, 0) !== null) return [];
    const form = formOf(name);
    return form === 'structure' || form === 'sentence'
      ? []
      : [{ start: 0, end: found[0].length, name, time: null }];
  },
};
