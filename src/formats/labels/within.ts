import { isGivenName, type NameForm } from './name-form.ts';

/**
 * What a label is in its file: a `name`; a `doubt`, which is no name, and after which nobody knows who speaks; or `words`
 * like all others, within what somebody says.
 */
export type Verdict = 'name' | 'doubt' | 'words';

/** Where labels stand within paragraphs: nowhere, in lines after the end of a sentence, or in any line. */
export type Within = 'nowhere' | 'after-sentences' | 'in-any-line';

/** A label of a layout in a file, with all places where it stands. */
export interface Label {
  key: string;
  form: NameForm;
  count: number;
  /** Of them, at the start of a group. */
  atStart: number;
  /** Of them, in items of a list. */
  listed: number;
  /** Of them, before words that begin without a capital. */
  lowered: number;
  /** Of them, in bold. */
  strong: number;
  /** Of them, in a line of their own. */
  alone: number;
  printed: string;
  /** What follows the first of them. */
  value: string;
  /** Whether its words also stand in the file as common words. */
  isCommon: boolean;
  /** Of them, after a part that ends in the middle of a sentence. */
  unclosed: number;
}

/** How often labels stand in a file. */
export function sumOf(labels: readonly Label[]): number {
  return labels.reduce((sum, { count }) => sum + count, 0);
}

/** So many of the sure labels of a file within paragraphs show that a line is enough for a label to begin. */
const INSIDE = 0.25;

/** So many of those are after lines that end in no sentence only where a text has no full stops. */
const OPEN = 0.5;

/** Where the labels that are names for sure stand. */
export function withinOf(names: readonly Label[]): Within {
  const inside = names.reduce((sum, { count, atStart }) => sum + count - atStart, 0);
  if (inside === 0 || inside < INSIDE * sumOf(names)) return 'nowhere';
  const open = names.reduce((sum, { unclosed }) => sum + unclosed, 0);
  return open < OPEN * inside ? 'after-sentences' : 'in-any-line';
}

/** What a label within a paragraph is, where the sure ones stand there as well: after a whole sentence it is like them. */
export function besideLines(label: Label, names: readonly Label[], within: Within): Verdict {
  const { key, form, count, unclosed, isCommon: common } = label;
  if (isSetLike(label, names) && !isLowered(label, names)) return 'name';
  if (unclosed === count && within === 'after-sentences') return 'words';
  if (common || isLowered(label, names)) return 'doubt';
  const isPartOfName = names.some((name) => name.key.split(' ').includes(key));
  const isLikeNames = names.some((name) => name.form === form);
  return form === 'full' || isPartOfName || isLikeNames ? 'name' : 'doubt';
}

/** Whether a label is set in bold, or in lines of its own, as all sure ones are. */
export function isSetLike(label: Label, names: readonly Label[]): boolean {
  const all = [label, ...names];
  return (
    all.every(({ strong, count }) => strong === count) || all.every(({ alone, count }) => alone === count)
  );
}

/** Whether a few words before a colon may say who speaks, though they are no name: `Lady at the back: And glass?` */
export function isLabelLike({ key, printed, count, atStart, lowered }: Label): boolean {
  return (
    lowered === 0 &&
    atStart === count &&
    /^\p{Lu}/u.test(printed) &&
    key.split(' ').length <= MOST_LABEL_WORDS
  );
}

const MOST_LABEL_WORDS = 7;

/** So few of the sure labels stand before words without a capital where each turn begins with one. */
const LOWERED = 0.1;

/** Whether what follows a label begins in the middle of a sentence, and not as turns begin: `Timeline: until May.` */
export function isLowered({ lowered, count }: Label, names: readonly Label[]): boolean {
  if (lowered < count) return false;
  return names.reduce((sum, name) => sum + name.lowered, 0) < LOWERED * sumOf(names);
}

/** `June` is somebody where nobody else has the name of a month or a day, and other labels stand between hers. */
export function withGivenNames(labels: Label[]): Label[] {
  const given = labels.filter(({ form, printed }) => form === 'structure' && isGivenName(printed));
  const others = labels.some(({ form }) => form === 'single' || form === 'full' || form === 'role');
  const [only] = given;
  const isSomebody =
    given.length === 1 && only !== undefined && only.count >= 2 && only.count === only.atStart;
  if (isSomebody && others) only.form = 'single';
  return labels;
}
