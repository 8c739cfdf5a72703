import type { LabelLayout } from '../format.ts';
import { clockAt } from '../labels/clock.ts';
import { formOf, type NameForm } from '../labels/name-form.ts';

/** What is heard, and not who speaks. */
const SOUND = /(?:ing|ed)$|^(?:laughs|sighs|cheers|coughs|chuckles|gasps|groans|sobs|sniffs|whispers)$/iu;
const BRACKETS =
  /^(?:[-–—]\s{0,2})?(?:\[([^[\]]{1,40})\]|【([^【】]{1,40})】|\{([^{}]{1,40})\})\s{0,4}[:：]?\s{0,4}(?=\S)/u;

/** `[Mira] words`, `- [Mira] words`. What is heard stands in brackets as well: `[laughter]`. */
export const bracketed: LabelLayout = {
  name: '[Name] words',
  labelsIn(parts, at) {
    const found = BRACKETS.exec(parts[at]?.text.slice(0, 60) ?? '');
    const name = (found?.[1] ?? found?.[2] ?? found?.[3] ?? '').trim();
    if (!found || clockAt(name, 0) !== null) return [];
    const form = formOf(name);
    return form === 'structure' || form === 'sentence' || form === 'lower' || SOUND.test(name)
      ? []
      : [{ start: 0, end: found[0].length, name, time: null }];
  },
};

const TIMED = /^\[([^[\]]{1,80})\]\s{1,4}/u;

/** `[Mira Holt] 10:30:05` in a line of its own, then the words: what Zoom saves of its captions. */
export const bracketedTime: LabelLayout = {
  name: '[Name] 10:30:05, then the words (Zoom)',
  certain: true,
  labelsIn(parts, at) {
    const text = parts[at]?.text ?? '';
    const found = TIMED.exec(text.slice(0, 120));
    const name = (found?.[1] ?? '').trim();
    if (!found || name === '' || clockAt(name, 0) !== null) return [];
    const clock = clockAt(text.slice(0, 160), found[0].length);
    if (clock === null || text.slice(clock.end).trim() !== '') return [];
    return [{ start: 0, end: text.length, name, time: clock.seconds }];
  },
};

const ALONE = /^\(([^()]{2,60})\)$/u;
const NAMES: ReadonlySet<NameForm> = new Set(['full', 'single', 'role']);

/** `(Mira Holt)` in a line of its own in a caption, with the words below: Google Meet. */
export const nameInBrackets: LabelLayout = {
  name: '(Name), then the words (Google Meet)',
  labelsIn(parts, at) {
    const part = parts[at];
    const name = (ALONE.exec(part?.text.slice(0, 70) ?? '')?.[1] ?? '').trim();
    const next = parts[at + 1];
    // In a caption of its own it is what is heard.
    const isFollowed = part?.time != null && next?.time === part.time && !ALONE.test(next.text.slice(0, 70));
    if (!isFollowed || SOUND.test(name) || !NAMES.has(formOf(name))) return [];
    return [{ start: 0, end: part.text.length, name, time: null }];
  },
};
