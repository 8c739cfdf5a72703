import type { Evidence } from './evidence.ts';
import { type Label, sumOf, type Verdict } from './within.ts';

/** So many different initials show that minutes print them. */
const LEAST_INITIALS = 2;
const INITIALS = /^\p{Lu}{2,4}$/u;
/** Such a share of the names is printed as initials in minutes that print them so. */
const MOST_INITIALS = 0.6;
const ACRONYM = /^(?:API|PR|CSS|HTML|DOM|RFC|AI|UI|UX|OS|SDK|CLI|FAQ|TBD|AOB|TLDR|WIP|EU|UK|US|USA|UN)$/u;

/** In minutes with initials, other initials are names as well, and a word such as `Rationale` is none. */
export function addInitials(
  labels: readonly Label[],
  names: readonly Label[],
  verdicts: Map<string, Verdict>,
  { present }: Evidence,
): void {
  const initials = names.filter(({ printed }) => INITIALS.test(printed));
  if (initials.length < LEAST_INITIALS || sumOf(initials) < sumOf(names) * MOST_INITIALS) return;
  for (const { key, form, printed, count, atStart } of labels) {
    const verdict = verdicts.get(key);
    const isInitials = INITIALS.test(printed) && !ACRONYM.test(printed) && form === 'single';
    if (verdict === 'doubt' && isInitials && atStart === count) verdicts.set(key, 'name');
    const isWord = form === 'single' && /^\p{Lu}\p{Ll}+$/u.test(printed) && !present.has(key);
    if (verdict === 'name' && isWord) verdicts.set(key, 'doubt');
  }
}

/** `MM/SM`: several people, each of whom is named elsewhere. */
export function addTogether(
  labels: readonly Label[],
  verdicts: Map<string, Verdict>,
  { present }: Evidence,
): void {
  for (const { key } of labels) {
    const each = key.split(/\s?[/&,+]\s?|\sand\s/u);
    if (each.length > 1 && each.every((name) => verdicts.get(name) === 'name' || present.has(name)))
      verdicts.set(key, 'name');
  }
}
