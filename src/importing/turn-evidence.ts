import { nameForm } from '../core/language/name-form.ts';
import { printedName } from './names.ts';

/** What one label stands before. */
export interface Turn {
  /** As the label prints it. */
  name: string;
  text: string;
  /** In seconds; null if nothing says. */
  time: number | null;
}

/** What the source itself says against two names being one person. */
export interface TurnEvidence {
  /** Whether the source keeps the bearers of two printed names apart. */
  areApart(one: string, other: string): boolean;
  /** Whether a turn of one printed name stands next to a turn of another. */
  areNeighbours(one: string, other: string): boolean;
}

/** Two names that follow each other so often, without a third between them, answer each other. */
const EXCHANGES = 3;

/**
 * Collects what keeps names apart: those who answer each other, speak at the same time, address each other, or are both
 * in the list of those present.
 */
export function turnEvidence(turns: readonly Turn[], present: readonly string[]): TurnEvidence {
  const exchanges = new Map<string, number>();
  const together = new Set<string>();
  for (const [at, { name, time }] of turns.entries()) {
    const before = turns[at - 1];
    if (!before || before.name === name) continue;
    const key = keyOf(before.name, name);
    exchanges.set(key, (exchanges.get(key) ?? 0) + 1);
    if (time !== null && time === before.time) together.add(key);
  }
  const listed = new Map<string, Set<string>>();
  for (const name of present) {
    const { form } = printedName(name);
    listed.set(form, (listed.get(form) ?? new Set()).add(name.trim()));
  }
  const addresses = addressFinder(turns);
  return {
    areNeighbours: (one, other) => exchanges.has(keyOf(one, other)),
    areApart(one, other) {
      const key = keyOf(one, other);
      if (together.has(key) || (exchanges.get(key) ?? 0) >= EXCHANGES) return true;
      const [a, b] = [printedName(one), printedName(other)];
      if (a.form !== b.form && listed.has(a.form) && listed.has(b.form)) return true;
      return addresses(one, b.core) || addresses(other, a.core);
    },
  };
}

function keyOf(one: string, other: string): string {
  return JSON.stringify([one, other].sort());
}

/** What is said to somebody before his or her name. */
const BEFORE =
  /(?:^|[,\uFF0C.!?。！？]\s*|\b(?:thanks|thank you|hi|hello|hey|welcome|谢谢|謝謝|你好|您好)[,\uFF0C]?\s*)$/iu;
/** What follows a name by which somebody is addressed. */
const AFTER = /^\s*[,\uFF0C.!?。！？]/u;
/** So many characters before and after a name are looked at: a greeting, and a mark. */
const LOOKED_AT = 24;

/** Finds whether the bearer of a name addresses somebody else by another name. */
function addressFinder(turns: readonly Turn[]): (by: string, name: string) => boolean {
  const words = new Map<string, string[]>();
  for (const { name, text } of turns) {
    const own = words.get(name);
    if (own) own.push(text);
    else words.set(name, [text]);
  }
  return (by, name) => {
    const [first = ''] = name.split(/\s+/u);
    if (first.length < 2 || nameForm(first) === '') return false;
    return (words.get(by) ?? []).some((text) => isAddressed(text, first));
  };
}

/** Whether a text addresses somebody by a name. */
export function isAddressed(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const before = text.slice(Math.max(0, at - LOOKED_AT), at);
    const after = text.slice(at + name.length, at + name.length + LOOKED_AT);
    if (AFTER.test(after) && isCall(before, at === 0, after)) return true;
  }
  return false;
}

function isCall(before: string, isFirst: boolean, after: string): boolean {
  // "Ann." alone introduces herself as often as it calls her.
  if (isFirst) return /^\s*[,\uFF0C?？]/u.test(after);
  return BEFORE.test(before);
}
