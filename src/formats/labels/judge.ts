import type { LabelLayout } from '../format.ts';
import { clockAt } from './clock.ts';
import { type Evidence, isCommon } from './evidence.ts';
import { isProse } from './head.ts';
import { formOf, type NameForm } from './name-form.ts';
import type { Candidate, Reading } from './reading.ts';

/**
 * What a label is in its file: a `name`; a `doubt`, which is no name, and after which nobody knows who speaks; or `words`
 * like all others, within what somebody says.
 */
export type Verdict = 'name' | 'doubt' | 'words';

/** A layout in a file: what it finds, and what each of its labels is. */
export interface Judged {
  layout: LabelLayout;
  candidates: readonly Candidate[];
  verdicts: ReadonlyMap<string, Verdict>;
  /** How many labels name somebody, or mark a change. */
  count: number;
}

interface Label {
  key: string;
  form: NameForm;
  count: number;
  /** Of them, at the start of a group. */
  atStart: number;
  /** Of them, in items of a list. */
  listed: number;
  printed: string;
  /** What follows the first of them. */
  value: string;
}

/** So many labels make it certain that a file has labels of a kind. */
const ESTABLISHED = 2;
/** A label that is a common word in its file is a name if it stands this often… */
const COMMON_COUNT = 4;
/** …and is this share of all labels. */
const COMMON_SHARE = 0.05;
/** So much of what lies between labels begins with one, where single words may be names. */
const DENSE = 0.4;
/** So many lines may stand above a file's only label. */
const MOST_ABOVE = 5;
/** In a file of no more parts, one label with a time is enough. */
const FEW_PARTS = 8;

/** Decides over the whole file which of a layout's labels are names. */
export function judge(
  layout: LabelLayout,
  candidates: readonly Candidate[],
  reading: Reading,
  evidence: Evidence,
): Judged {
  const labels = labelsOf(candidates);
  const verdicts = new Map<string, Verdict>();
  const settle = (label: Label, verdict: Verdict) => verdicts.set(label.key, verdict);
  const decide = deciderFor(layout, labels, candidates, reading, evidence);
  for (const label of labels) {
    const verdict = decide.surely(label);
    if (verdict !== null) settle(label, verdict);
  }
  const sure = labels.filter(({ key }) => verdicts.get(key) === 'name');
  for (const label of labels) {
    if (!verdicts.has(label.key)) settle(label, decide.besides(label, sure));
  }
  keepLists(labels, sure, verdicts);
  if (isEmptyList(candidates, verdicts, reading)) for (const label of labels) settle(label, 'words');
  const count = candidates.filter(
    ({ key, label }) => label.leftOut === undefined && (key === '' || verdicts.get(key) === 'name'),
  ).length;
  return { layout, candidates, verdicts, count };
}

function labelsOf(candidates: readonly Candidate[]): Label[] {
  const labels = new Map<string, Label>();
  for (const { key, label, startsGroup, listed, value } of candidates) {
    if (key === '') continue;
    const known = labels.get(key) ?? {
      key,
      form: formOf(label.name ?? ''),
      count: 0,
      atStart: 0,
      listed: 0,
      printed: label.name ?? '',
      value,
    };
    known.count++;
    if (startsGroup) known.atStart++;
    if (listed) known.listed++;
    labels.set(key, known);
  }
  return [...labels.values()];
}

/** Within what somebody says, the items of a list may begin with a word and a colon, unless the labels are items as well. */
function keepLists(labels: readonly Label[], sure: readonly Label[], verdicts: Map<string, Verdict>): void {
  const count = sure.reduce((sum, label) => sum + label.count, 0);
  const listed = sure.reduce((sum, label) => sum + label.listed, 0);
  if (count < ESTABLISHED || listed * 2 > count) return;
  for (const label of labels) {
    if (label.listed === label.count && !sure.includes(label)) verdicts.set(label.key, 'words');
  }
}

interface Decider {
  /** What a label is by itself; null if that depends on the others. */
  surely(label: Label): Verdict | null;
  /** What it is beside those that are names for sure. */
  besides(label: Label, sure: readonly Label[]): Verdict;
}

function deciderFor(
  layout: LabelLayout,
  labels: readonly Label[],
  candidates: readonly Candidate[],
  reading: Reading,
  evidence: Evidence,
): Decider {
  const namelike = labels.filter(({ form }) => form !== 'sentence' && form !== 'structure');
  const total = namelike.reduce((sum, { count }) => sum + count, 0);
  const density = densityOf(candidates, new Set(namelike.map(({ key }) => key)), reading);
  const common = (label: Label) =>
    isCommon(label.key, evidence) && (label.count < COMMON_COUNT || label.count < COMMON_SHARE * total);
  const lowerCount = namelike.reduce((sum, { form, count }) => sum + (form === 'lower' ? count : 0), 0);
  const hasQuestions = labels.some(({ key }) => key === 'q' || key === 'question');

  const isTopic = (label: Label) =>
    label.form === 'structure' && (layout.certain === true || isClosed(label.value));
  const topics = labels.filter(
    (label) => isTopic(label) || (!layout.certain && label.form !== 'sentence' && common(label)),
  );
  const ordersText =
    topics.reduce((sum, { count }) => sum + count, 0) >
    total - (layout.certain ? 0 : commonCount(namelike, common));

  const surely = (label: Label): Verdict | null => {
    if (evidence.present.has(label.key)) return 'name';
    if (label.form === 'structure' || isEntry(label)) return 'doubt';
    if (ordersText && (label.form === 'single' || label.form === 'lower')) return 'doubt';
    if (label.form === 'sentence') return layout.certain && label.count >= 3 ? 'name' : 'words';
    if (layout.name.startsWith('proceedings') && /^(?:a|answer)$/.test(label.key) && !hasQuestions)
      return 'words';
    if (layout.certain) return total >= ESTABLISHED || reading.parts.length <= FEW_PARTS ? 'name' : null;
    if (label.count < 2) return null;
    if (label.form === 'role') return 'name';
    if (label.form === 'lower') return lowerCount >= total / 2 && density >= DENSE ? 'name' : null;
    return common(label) ? 'doubt' : 'name';
  };

  const lowerVerdict = (label: Label, established: boolean): Verdict => {
    if (density < DENSE || label.atStart < label.count || label.key.includes(' ')) return 'words';
    if (established && /[\d_@]/u.test(label.key)) return 'name';
    return lowerCount >= total / 2 && !established && total <= 3 ? 'name' : 'doubt';
  };

  const besides = (label: Label, sure: readonly Label[]): Verdict => {
    const established = sure.reduce((sum, { count }) => sum + count, 0) >= ESTABLISHED;
    if (label.form === 'lower') return lowerVerdict(label, established);
    if (label.form === 'role') return established || density >= DENSE ? 'name' : 'doubt';
    if (label.atStart < label.count && !/^\P{Ll}+$/u.test(label.printed)) return 'words';
    if (isCommon(label.key, evidence)) return 'doubt';
    if (established) return label.form === 'full' || density >= DENSE ? 'name' : 'doubt';
    if (total === 1 && !reading.timed && !isWhole(label, candidates, reading)) return 'doubt';
    // Nobody is named twice: a list of topics looks the same.
    const singles = namelike.filter(({ form }) => form === 'single').length;
    if (density < DENSE) return 'words';
    return label.form === 'full' || singles <= 2 ? 'name' : 'doubt';
  };
  return { surely, besides };
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

function commonCount(labels: readonly Label[], common: (label: Label) => boolean): number {
  return labels.filter(common).reduce((sum, { count }) => sum + count, 0);
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
    return candidate.label.time === null || clockAt(text.slice(0, 40), 0) === null;
  });
  return followed.length * 2 <= named.length;
}
