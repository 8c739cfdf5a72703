import type { Steps } from '../../core/steps.ts';
import type { LabelLayout } from '../format.ts';
import { clockAt } from './clock.ts';
import { type Evidence, isCommon } from './evidence.ts';
import { isProse } from './head.ts';
import { addInitials, addTogether } from './initials.ts';
import { formOf } from './name-form.ts';
import { TITLES } from './name-words.ts';
import type { Candidate, Reading } from './reading.ts';
import {
  besideLines,
  isLabelLike,
  isLowered,
  isSetLike,
  type Label,
  sumOf,
  type Verdict,
  type Within,
  withGivenNames,
  withinOf,
} from './within.ts';

/** A layout in a file: what it finds, and what each of its labels is. */
export interface Judged {
  layout: LabelLayout;
  candidates: readonly Candidate[];
  verdicts: ReadonlyMap<string, Verdict>;
  /** How many labels name somebody, or mark a change. */
  count: number;
  /** Where in a paragraph its labels may stand. */
  within: Within;
}

/** `SENIOR OFFICIAL`: several words in capitals are no common words, though each of them is one. */
const SEVERAL_CAPITALS = /^\p{Lu}[\p{Lu}’'.-]{1,30}(?: \p{Lu}[\p{Lu}’'.-]{1,30}){1,4}$/u;

/** So many labels make it certain that a file has labels of a kind. */
const ESTABLISHED = 2;
/** A label with a time is a name in spite of its form if it comes so often. */
const SURE_COUNT = 3;
/** A label that is a common word in its file is a name if it stands this often… */
const COMMON_COUNT = 4;
/** …and is this share of all labels. */
const COMMON_SHARE = 0.05;
/** So much of what lies between labels begins with one, where single words may be names. */
const DENSE = 0.4;
/** So much, where each has one: whatever stands before a colon there is a label. */
const FULL = 0.9;
/** So much, where all captions have one; and of so many and such a share of them, their looks show that they are names. */
const EACH = 0.97;
const LEAST_EACH = 4;
const MOST_NAMES = 0.5;
/** So many lines may stand above a file's only label. */
const MOST_ABOVE = 5;
/** In a file of no more parts, one label with a time is enough. */
const FEW_PARTS = 8;

const PAUSE_EVERY = 200;

/** Decides over the whole file which of a layout's labels are names. */
export function* judgeSteps(
  layout: LabelLayout,
  candidates: readonly Candidate[],
  reading: Reading,
  evidence: Evidence,
): Steps<Judged> {
  const labels = yield* labelSteps(candidates, evidence, reading);
  const shape = shapeOf(layout, labels, candidates, reading);
  yield;
  const verdicts = new Map<string, Verdict>();
  for (const label of labels) {
    if (isWrapped(label, shape)) verdicts.set(label.key, 'words');
  }
  for (const label of labels) {
    if (verdicts.has(label.key)) continue;
    const isPresent = evidence.present.has(label.key) && label.form !== 'structure';
    const verdict = isPresent ? 'name' : surely(label, shape);
    if (verdict !== null) verdicts.set(label.key, verdict);
  }
  yield;
  const names = labels.filter(({ key }) => verdicts.get(key) === 'name');
  const isEstablished = sumOf(names) >= ESTABLISHED;
  const within = withinOf(names);
  for (const label of labels) {
    if (verdicts.has(label.key)) continue;
    const isInside = label.atStart < label.count && !/^\P{Ll}+$/u.test(label.printed);
    const isBeside = isInside && within !== 'nowhere' && label.form !== 'lower' && label.form !== 'role';
    const verdict = isBeside
      ? besideLines(label, names, within)
      : besides(label, isEstablished, shape, names);
    verdicts.set(label.key, verdict);
  }
  yield;
  addInitials(labels, names, verdicts, evidence);
  addTogether(labels, verdicts, evidence);
  keepLists(labels, names, verdicts);
  if (isEmptyList(candidates, verdicts, reading)) for (const { key } of labels) verdicts.set(key, 'words');
  const count = candidates.filter(
    ({ key, label }) => label.leftOut === undefined && (key === '' || verdicts.get(key) === 'name'),
  ).length;
  return { layout, candidates, verdicts, count, within };
}

function* labelSteps(
  candidates: readonly Candidate[],
  evidence: Evidence,
  { parts, setting }: Reading,
): Steps<Label[]> {
  const labels = new Map<string, Label>();
  for (const [at, { key, label, part, startsGroup, alone, listed, value }] of candidates.entries()) {
    if (at % PAUSE_EVERY === 0) yield;
    if (key === '') continue;
    const known = labels.get(key) ?? {
      key,
      form: formOf(label.name ?? ''),
      count: 0,
      atStart: 0,
      listed: 0,
      lowered: 0,
      strong: 0,
      alone: 0,
      printed: label.name ?? '',
      value,
      isCommon: isCommon(key, evidence) && !SEVERAL_CAPITALS.test(label.name ?? ''),
      unclosed: 0,
    };
    known.count++;
    if (isOpen(parts[part - 1]?.text)) known.unclosed++;
    // A dash says that somebody begins.
    if (startsGroup || /^[-–—>]/u.test(parts[part]?.text ?? '')) known.atStart++;
    if (listed) known.listed++;
    if (/^\p{Ll}/u.test(value)) known.lowered++;
    if (alone) known.alone++;
    if ((setting(part).look?.strong ?? 0) >= (label.name ?? '').length) known.strong++;
    labels.set(key, known);
  }
  return withGivenNames([...labels.values()]);
}

/** What all labels of a layout in a file show together. */
interface Shape {
  layout: LabelLayout;
  /** How many labels look like names. */
  total: number;
  /** How many of them have no capitals. */
  lower: number;
  /** How many different ones are one word. */
  singles: number;
  isDense: boolean;
  /** Whether each group has a label. */
  isFull: boolean;
  /** Whether each group begins with words and a colon, most of them names: then no such words are those of the one before. */
  isLabelled: boolean;
  /** Whether each caption begins with a word and a colon, most of them with names: then all do, whatever they look like. */
  isEach: boolean;
  /** How most labels are written. */
  capitals: Capitals;
  /** Whether words before colons order this text, as in a list of steps. */
  ordersText: boolean;
  hasQuestions: boolean;
  /** Whether several names are printed as `MR. SMITH` is, which needs no further proof. */
  hasTitledCapitals: boolean;
  isShort: boolean;
  /** Whether the file's only label may be one. */
  isWhole: boolean;
  /** Whether what follows a label begins in small letters, as it does not after labels that come again. */
  isLowered(label: Label): boolean;
  /** Whether parts are captions, in which nothing but their use shows that labels are names. */
  timed: boolean;
  /** Whether one label begins captions that have no other. */
  isSolo: boolean;
}

function shapeOf(
  layout: LabelLayout,
  labels: readonly Label[],
  candidates: readonly Candidate[],
  reading: Reading,
): Shape {
  const namelike = labels.filter(({ form }) => form !== 'sentence' && form !== 'structure');
  const total = sumOf(namelike);
  const common = layout.certain ? [] : namelike.filter((label) => isRareWord(label, total));
  const topics = labels.filter(
    ({ form, value, listed, count }) =>
      form === 'structure' && (layout.certain || isClosed(value) || listed === count),
  );
  const density = densityOf(candidates, new Set(namelike.map(({ key }) => key)), reading);
  const densest = densityOf(candidates, new Set(labels.map(({ key }) => key)), reading);
  const [only] = namelike;
  const again = namelike.filter(({ count }) => count >= ESTABLISHED);
  return {
    layout,
    total,
    lower: sumOf(namelike.filter(({ form }) => form === 'lower')),
    singles: namelike.filter(({ form }) => form === 'single').length,
    isDense: density >= DENSE,
    isFull: density >= FULL && total > 2,
    isEach: reading.timed && total > LEAST_EACH && total >= MOST_NAMES * sumOf(labels) && densest >= EACH,
    isLabelled: densest >= FULL && total >= MOST_NAMES * sumOf(labels),
    isLowered: (label) => isLowered(label, again),
    timed: reading.timed,
    capitals: mostCapitals(namelike),
    ordersText: sumOf(topics) + sumOf(common) > total - sumOf(common),
    hasQuestions: labels.some(({ key }) => key === 'q' || key === 'question'),
    hasTitledCapitals:
      layout.answersQuestions === true && labels.filter(isTitledCapitals).length >= ESTABLISHED,
    isShort: reading.parts.length <= FEW_PARTS,
    isSolo: reading.timed && labels.length === 1 && total === 1 && candidates[0]?.part === 0,
    isWhole: total > 1 || reading.timed || only === undefined || isWhole(only, candidates, reading),
  };
}

/** How a name is written: without capitals, `Mira Holt`, `MIRA HOLT`; in scripts that have none, as the second. */
type Capitals = 0 | 1 | 2;

function capitalsOf(printed: string): Capitals {
  if (!/\p{Ll}/u.test(printed)) return /\p{Lu}/u.test(printed) ? 2 : 1;
  return /\p{Lu}/u.test(printed) ? 1 : 0;
}

function mostCapitals(labels: readonly Label[]): Capitals {
  const counts = [0, 0, 0];
  for (const { printed, count } of labels)
    counts[capitalsOf(printed)] = (counts[capitalsOf(printed)] ?? 0) + count;
  const [none = 0, some = 0, all = 0] = counts;
  if (all > some + none) return 2;
  return none > some + all ? 0 : 1;
}

/** Whether a text goes on in the next part: it ends as no sentence does. */
export function isOpen(text: string | undefined): boolean {
  return text !== undefined && /[\p{L}\p{N},’'-]$/u.test(text.trim());
}

/**
 * Whether a word and a colon are only where a sentence was broken: `We have to ask our` and then `staff: they know`, in a
 * file whose names have more capitals.
 */
function isWrapped({ printed, count, unclosed, form }: Label, { layout, capitals, isFull }: Shape): boolean {
  if (layout.certain || isFull || unclosed < count || capitalsOf(printed) >= capitals) return false;
  return form === 'lower' || capitalsOf(printed) === 0 || count < ESTABLISHED;
}

/** Whether a label is a common word, and too rare among the labels to be a name in spite of it. */
function isRareWord({ isCommon: common, count }: Label, total: number): boolean {
  return common && (count < COMMON_COUNT || count < COMMON_SHARE * total);
}

/** What a label is by itself; null if that depends on the others. */
function surely(label: Label, shape: Shape): Verdict | null {
  const { form, key, count } = label;
  const { layout, total } = shape;
  if (layout.namesOnly) return 'name';
  if (shape.isEach) return form !== 'role' && count === 1 && shape.isLowered(label) ? 'doubt' : 'name';
  if (form === 'structure' || isEntry(label)) return 'doubt';
  if (shape.ordersText && (form === 'single' || form === 'lower')) return 'doubt';
  if (form === 'sentence') {
    if (layout.certain && count >= SURE_COUNT) return 'name';
    return shape.isLabelled && isLabelLike(label) ? 'doubt' : 'words';
  }
  if (layout.answersQuestions && (key === 'a' || key === 'answer') && !shape.hasQuestions) return 'words';
  if (layout.takesLines) return 'name';
  if (shape.hasTitledCapitals && isTitledCapitals(label)) return 'name';
  if (layout.certain) return total >= ESTABLISHED || shape.isShort ? 'name' : null;
  if (count < 2) return null;
  if (form === 'role') return 'name';
  if (form === 'lower') return shape.lower >= total / 2 && shape.isDense ? 'name' : null;
  return isRareWord(label, total) ? 'doubt' : 'name';
}

/** What a label is beside those that are names for sure. */
function besides(label: Label, isEstablished: boolean, shape: Shape, names: readonly Label[]): Verdict {
  if (label.form === 'lower') return besidesLower(label, isEstablished, shape);
  if (label.form === 'role') return isEstablished || shape.isDense ? 'name' : 'doubt';
  if (label.atStart < label.count && !/^\P{Ll}+$/u.test(label.printed)) return 'words';
  if (label.isCommon || (label.form === 'single' && isLowered(label, names))) return 'doubt';
  if (shape.isSolo && /^\p{Lu}/u.test(label.value) && !INTERJECTION.test(label.key)) return 'name';
  if (shape.timed && !isEstablished && label.form === 'single' && !mayBeNew(label, shape)) return 'doubt';
  if (isEstablished)
    return label.form === 'full' || shape.isDense || isSetLike(label, names) ? 'name' : 'doubt';
  if (!shape.isWhole) return 'doubt';
  if (!shape.isDense) return 'words';
  // Nobody is named twice: a list of topics looks the same.
  return label.form === 'full' || shape.singles <= 2 ? 'name' : 'doubt';
}

/** `Good: When do we start?` */
const INTERJECTION =
  /^(?:good|great|fine|right|true|exactly|correct|remember|imagine|gut|genau|bien|bueno)$/u;

/**
 * Whether a word that stands once before a colon in captions may be a name: each caption begins so, or another one answers,
 * and both begin sentences.
 */
function mayBeNew({ key, lowered }: Label, { singles, isDense, isLabelled }: Shape): boolean {
  return (isLabelled && !INTERJECTION.test(key)) || (lowered === 0 && singles === 2 && isDense);
}

/** Whether a sentence would have a capital there: after the end of one stands `ann lee: Yes.` */
function isLowerName({ key, count, atStart, unclosed, isCommon: common, value }: Label): boolean {
  if (common || unclosed > 0 || atStart < count || !/^[^\p{L}]{0,2}\p{Lu}/u.test(value)) return false;
  return count >= 2 || key.includes(' ');
}

function besidesLower(
  label: Label,
  isEstablished: boolean,
  { isDense, isFull, capitals, lower, total }: Shape,
): Verdict {
  if (isFull && isEstablished && label.atStart === label.count) {
    if (!label.isCommon || label.count >= SURE_COUNT) return 'name';
  }
  if (isDense && isEstablished && capitals > 0 && isLowerName(label)) return 'name';
  if (!isDense || label.atStart < label.count || label.key.includes(' ')) return 'words';
  if (isEstablished && /[\d_@]/u.test(label.key)) return 'name';
  return lower >= total / 2 && !isEstablished && total <= 3 ? 'name' : 'doubt';
}

/** `MR. SMITH`, `ASSISTANT SECRETARY TOLOUI`. */
function isTitledCapitals({ form, printed }: Label): boolean {
  const [first = '', second] = printed.split(' ');
  const isTitle = TITLES.has(first.toLocaleLowerCase('en').replace(/\.$/u, ''));
  return form === 'full' && isTitle && second !== undefined && !/\p{Ll}/u.test(printed);
}

/** Within what somebody says, the items of a list may begin with a word and a colon, unless the labels are items as well. */
function keepLists(labels: readonly Label[], names: readonly Label[], verdicts: Map<string, Verdict>): void {
  const count = sumOf(names);
  const listed = names.reduce((sum, label) => sum + label.listed, 0);
  if (count < ESTABLISHED || listed * 2 > count) return;
  const sure = new Set(names);
  for (const label of labels) {
    if (label.listed === label.count && !sure.has(label)) verdicts.set(label.key, 'words');
  }
}

/**
 * Whether a file's only label may be one: it stands near the top, what follows it is a sentence, and nothing stands below
 * it that has no label. `NEW YORK: The bridge …` says where an article was written.
 */
function isWhole(label: Label, candidates: readonly Candidate[], { parts, startsGroup }: Reading): boolean {
  const labelled = new Set(candidates.map(({ part }) => part));
  const first = candidates.find(({ key }) => key === label.key)?.part ?? 0;
  for (let part = first + 1; part < parts.length; part++) {
    if (startsGroup(part) && !labelled.has(part)) return false;
  }
  const isBelowProse = parts.slice(0, first).some(({ text }) => isProse(text));
  return !isBelowProse && isClosed(label.value) && first <= Math.max(MOST_ABOVE, parts.length / 3);
}

/** Whether a text ends as a sentence does. */
function isClosed(value: string): boolean {
  return value.length >= 80 || /[.!?]["”’)]?$/u.test(value.trim());
}

/** `Presenter: Mira Holt` says who somebody is, and is not said by a presenter. */
function isEntry({ form, count, value }: Label): boolean {
  return (
    form === 'role' &&
    count === 1 &&
    !/[.!?,…]\s*$/u.test(value) &&
    value.length < 60 &&
    formOf(value.trim()) === 'full'
  );
}

/** Which share of the groups between the first label and the end begins with a label. */
function densityOf(candidates: readonly Candidate[], keys: ReadonlySet<string>, reading: Reading): number {
  const at = new Set(candidates.filter(({ key }) => keys.has(key)).map(({ part }) => part));
  const first = Math.min(...[...at].slice(0, 1));
  let groups = 0;
  for (let part = first; part < reading.parts.length; part++) {
    if (reading.startsGroup(part) || at.has(part)) groups++;
  }
  return groups === 0 ? 0 : at.size / groups;
}

/** Names with times, one under the other and nothing between them, are a programme and no transcript. */
function isEmptyList(
  candidates: readonly Candidate[],
  verdicts: ReadonlyMap<string, Verdict>,
  { parts }: Reading,
): boolean {
  const named = candidates.filter(({ key }) => verdicts.get(key) === 'name');
  if (!named.every(({ alone }) => alone) || named.length === 0) return false;
  const followed = named.filter((candidate, at) => {
    const next = candidate.part + (candidate.label.parts ?? 1);
    const text = parts[next]?.text;
    if (text === undefined || named[at + 1]?.part === next) return false;
    return candidate.label.time === null || clockAt(text.slice(0, 40), 0) === null || isProse(text);
  });
  return followed.length * 2 <= named.length;
}
