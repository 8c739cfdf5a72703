import { onlyTime } from '../layouts/teams.ts';
import { type Evidence, isCommon } from './evidence.ts';
import { formOf } from './name-form.ts';
import type { Candidate, Reading } from './reading.ts';
import type { Verdict } from './within.ts';

/** So many names in lines of their own, and so many different ones, show that a file is labelled so. */
const LEAST = 3;
/** So many, if a time stands in the line above each. */
const LEAST_TIMED = 2;

/** So many names, one of them twice, are enough where nothing but names and words is below the first. */
const LEAST_REGULAR = 4;
/** Such a share of the blocks begins with a name then. */
const REGULAR = 0.9;

/**
 * Decides which lines that are alone are names: a heading looks the same, so names have to come again, or stand in
 * headings among which one speaker is named by a role.
 */
export function judgeNameLines(
  candidates: readonly Candidate[],
  reading: Reading,
  evidence: Evidence,
): Map<string, Verdict> {
  const followed = candidates.filter(
    ({ part }, at) => candidates[at + 1]?.part !== part + 1 && part + 1 < reading.parts.length,
  );
  const counts = new Map<string, number>();
  for (const { key } of followed) counts.set(key, (counts.get(key) ?? 0) + 1);
  const verdicts = new Map<string, Verdict>();
  const headed = new Set(candidates.filter(({ part }) => isHeaded(reading, part)).map(({ key }) => key));
  let sure = 0;
  let different = 0;
  for (const [key, count] of counts) {
    const form = formOf(key === '' ? '' : printedOf(followed, key));
    const named = form === 'role' || form === 'full' || form === 'single';
    const recurs = count >= 2 || (form === 'role' && headed.has(key)) || evidence.present.has(key);
    if (named && recurs && !(isCommon(key, evidence) && form !== 'role' && count < 4)) {
      verdicts.set(key, 'name');
      sure += count;
      different++;
    }
  }
  const timed = followed.filter(({ part }) => onlyTime(reading.parts[part - 1])).length * 2 > followed.length;
  const isRegular = areRegular(followed, reading);
  if (isRegular && [...counts.values()].some((count) => count >= 2)) {
    for (const key of counts.keys()) if (!isCommon(key, evidence)) verdicts.set(key, 'name');
    return verdicts;
  }
  if (sure < (timed ? LEAST_TIMED : LEAST) && ![...verdicts.keys()].some((key) => headed.has(key)))
    return new Map();
  if (different < 2 && !timed && sure < LEAST * 2 && headed.size < 2) return new Map();
  for (const key of counts.keys()) {
    if (verdicts.has(key)) continue;
    const form = formOf(printedOf(followed, key));
    if (isCommon(key, evidence) && form !== 'role') continue;
    const isLikely = headed.has(key) || timed || sure >= 4;
    verdicts.set(key, form === 'role' || (form === 'full' && isLikely) ? 'name' : 'doubt');
  }
  return verdicts;
}

/**
 * Whether nothing but names and words is below the first name: a name begins each block of lines and words follow it there,
 * or names and words are in turns, or each heading is a name.
 */
function areRegular(followed: readonly Candidate[], reading: Reading): boolean {
  const [first] = followed;
  if (!first || followed.length < LEAST_REGULAR) return false;
  if (followed.every(({ part }, at) => part === first.part + 2 * at))
    return first.part + 2 * followed.length >= reading.parts.length;
  const names = new Set(followed.map(({ part }) => part));
  let blocks = 0;
  let named = 0;
  for (let part = first.part; part < reading.parts.length; part++) {
    if (!beginsBlock(reading, part)) continue;
    blocks++;
    if (names.has(part) && !beginsBlock(reading, part + 1)) named++;
  }
  return named >= LEAST_REGULAR && named >= blocks * REGULAR;
}

/** Whether a part is a heading, or a blank line stands before it. */
function beginsBlock({ parts, opened, setting }: Reading, part: number): boolean {
  if (setting(part).look?.heading !== undefined) return true;
  if (opened.source.unit !== 'line') return false;
  return (parts[part]?.place ?? 0) > (parts[part - 1]?.place ?? 0) + 1;
}

/** Whether a part is set as a heading, or in bold as a whole. */
function isHeaded(reading: Reading, part: number): boolean {
  const { look } = reading.setting(part);
  return look?.heading !== undefined || (look?.strong ?? 0) >= (reading.parts[part]?.text.length ?? 1);
}

function printedOf(candidates: readonly Candidate[], key: string): string {
  return candidates.find((candidate) => candidate.key === key)?.label.name ?? '';
}
