import type { Steps } from '../../core/steps.ts';
import { beginsList } from './head.ts';
import { formOf, type NameForm } from './name-form.ts';
import { type InitialedRow, initialedRows, presentersIn } from './not-said.ts';
import type { Reading } from './reading.ts';

const PAUSE_EVERY = 500;
/** A list of those present has at most so many parts. */
const LONGEST_LIST = 300;
const NAMES: ReadonlySet<NameForm> = new Set(['full', 'single', 'lower']);
const INITIALS = /^\p{Lu}{2,4}$/u;
/** `Mira Holt (MHT)`, near the top. */
const PAIR = /(?<![\p{L}’'-])(\p{Lu}[\p{L}’'.-]{0,30}(?: [\p{L}’'.-]{1,30}){1,3}) \((\p{Lu}{2,4})\)/gu;
const PAIRS_WITHIN = 60;
/** So many pairs show that they explain initials. */
const LEAST_PAIRS = 3;

/** Those whom a file lists as present. */
export interface Present {
  /** As printed, without "X's Presentation". */
  names: string[];
  /** The full names for initials, where a list has both. */
  fullNames: Map<string, string>;
}

/** The names in the lists of those present. */
export function* presentSteps(reading: Reading): Steps<Present> {
  const present: Present = { names: [], fullNames: new Map() };
  const { parts } = reading;
  // What is said in captions is no list.
  if (reading.timed) return present;
  for (let at = 0; at < parts.length; at++) {
    if (at % PAUSE_EVERY === 0) yield;
    const text = parts[at]?.text ?? '';
    if (!beginsList(text)) continue;
    const same = text.replace(/^[^:：]{0,60}[:：]/u, '').trim();
    if (same !== '' && same !== text) present.names.push(...namesOf(same));
    else addBelow(reading, at, present);
  }
  addPairs(reading, present);
  for (const row of (yield* initialedRows(reading)).values()) addRow(row, present);
  for (const [at, { text }] of parts.entries()) {
    if (at % PAUSE_EVERY === 0) yield;
    for (const row of presentersIn(text)) addRow(row, present);
  }
  const fullNames = new Map([...present.fullNames].filter(([, name]) => name !== SEVERAL));
  return { names: [...new Set(present.names)], fullNames };
}

/** In the place of a name, where two people have the same initials. */
const SEVERAL = '';

function explain(fullNames: Map<string, string>, initials: string, name: string): void {
  const before = fullNames.get(initials);
  fullNames.set(initials, before === undefined || before === name ? name : SEVERAL);
}

function addRow({ name, initials }: InitialedRow, { names, fullNames }: Present): void {
  names.push(name);
  explain(fullNames, initials, name);
}

function addPairs({ parts }: Reading, { names, fullNames }: Present): void {
  const pairs: [string, string][] = [];
  for (const { text } of parts.slice(0, PAIRS_WITHIN)) {
    for (const [, name = '', initials = ''] of text.slice(0, 4000).matchAll(PAIR)) {
      if (name.charAt(0) === initials.charAt(0)) pairs.push([initials, name]);
    }
  }
  if (pairs.length < LEAST_PAIRS) return;
  for (const [initials, name] of pairs) {
    names.push(name);
    explain(fullNames, initials, name);
  }
}

function addBelow(reading: Reading, at: number, { names, fullNames }: Present): void {
  for (let next = at + 1; next < reading.parts.length && next <= at + LONGEST_LIST; next++) {
    const text = reading.parts[next]?.text ?? '';
    const cells = text.split('|').map((cell) => cell.trim());
    if (cells.length > 1) {
      const name = cells.find((cell) => formOf(cell) === 'full');
      const initials = cells.find((cell) => INITIALS.test(cell));
      if (name !== undefined) names.push(name);
      if (name !== undefined && initials !== undefined) explain(fullNames, initials, name);
      continue;
    }
    if (/[:：]|[.!?]$/u.test(text) || (text.length > 80 && !text.includes(','))) break;
    if (formOf(text.replace(/[:：]$/u, '')) === 'structure') {
      if (beginsList(text)) continue;
      break;
    }
    names.push(...namesOf(text));
    if (text.includes(',')) break;
  }
}

function namesOf(text: string): string[] {
  return text
    .split(/[,;]|\band\b/u)
    .map((name) => name.trim())
    .filter(
      (name) =>
        name.length >= 2 &&
        name.length <= 50 &&
        !/[’']s Presentation$/iu.test(name) &&
        /^\p{L}/u.test(name) &&
        NAMES.has(formOf(name)),
    );
}
