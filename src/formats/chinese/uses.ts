import type { Steps } from '../../core/steps.ts';
import type { SourcePart } from '../../core/transcript/source.ts';
import { type Candidate, candidateAtStart, candidatesInside, changeAtStart } from './candidates.ts';
import { comparable, formOf } from './names.ts';
import { endsAsQuestion } from './reported.ts';
import { PARTS_PER_STEP } from './steps.ts';
import { ASKER, simplified, UNASKED } from './vocabulary.ts';

/** How the labels of a file are printed: before the words, with a time, or as a line of their own. */
export type LabelStyle = 'before' | 'timed' | 'alone';

/** The labels that a file uses. */
export interface Labels {
  /** By the position of their part, in order. */
  byPart: ReadonlyMap<number, readonly Candidate[]>;
  style: LabelStyle;
  /** The names in use, as they are compared, with the spelling that came first. */
  names: ReadonlyMap<string, string>;
  /** The parts that begin with what may be a label, though the file does not show that it is one. */
  doubtful: ReadonlySet<number>;
}

/** How often something that may be a label stands in a file, and before what. */
interface Use {
  candidate: Candidate;
  count: number;
  /** How often words follow that may be said. */
  before: number;
  longest: number;
  /** How often it stands right after a question that somebody asks whose part it is to ask. */
  answers: number;
  /** Whether what follows it once has the end of a sentence, or is as long as one. */
  isSpoken: boolean;
}

/** In so many parts at the start of a file a list of those who were there may stand. */
export const HEAD_PARTS = 40;
/** A word that may be anything is a label if it stands so often, and is such a share of all of them. */
const OFTEN = { count: 4, share: 0.15 };
const SENTENCE_END = /[。！？!?…；;”」』~～)）.]$/;
const NAMED = /(?:我是|我叫|有请|请|感谢|谢谢|請|感謝|謝謝|嘉宾|嘉賓)(?<name>\p{Script=Han}{2,4})/gu;

/**
 * Finds the labels of a file. What may be a label is one if the file uses it so: as the part that somebody has in the talk, as
 * a name before what may be said, or again and again.
 * @param isPassedOver whether a part is nobody's words
 * @param listed names that the file lists
 */
export function* usedLabelSteps(
  parts: readonly SourcePart[],
  isPassedOver: (at: number) => boolean,
  listed: ReadonlySet<string>,
): Steps<Labels> {
  const isCaption = parts.some(({ time }) => time !== null);
  const heads: (Candidate | null)[] = [];
  for (const [at, { text }] of parts.entries()) {
    if (at % PARTS_PER_STEP === PARTS_PER_STEP - 1) yield;
    heads.push(isPassedOver(at) ? null : (changeAtStart(text, isCaption) ?? candidateAtStart(text)));
  }
  const usable = heads.map((head, at) =>
    head && at < HEAD_PARTS && isList(head, parts[at]?.text ?? '') ? null : head,
  );
  const style = styleOf(usable, parts);
  yield;
  const ofStyle = usable.map((head) => (head && isOfStyle(head, style) ? head : null));
  const uses = usesOf(ofStyle, parts);
  yield;
  const said = parts.filter((_, at) => !isPassedOver(at)).length;
  const accepted = acceptedOf(uses, style, attestedIn(parts, listed), said);
  const byPart = new Map<number, readonly Candidate[]>();
  const inner = innerNames(parts, ofStyle, accepted, isPassedOver);
  for (const [at, { text }] of parts.entries()) {
    if (at % PARTS_PER_STEP === PARTS_PER_STEP - 1) yield;
    if (isPassedOver(at)) continue;
    const head = ofStyle[at];
    const first = head && (head.printed === 'sign' || accepted.has(head.name ?? '')) ? [head] : [];
    const from = first[0]?.end ?? 0;
    const others =
      style === 'before' && inner.size > 0 ? candidatesInside(text, from, (name) => inner.has(name)) : [];
    if (first.length + others.length > 0) byPart.set(at, [...first, ...others]);
  }
  const doubtful = new Set<number>();
  for (const [at, head] of heads.entries()) {
    if (head && !byPart.has(at) && isOfStyle(head, style) && mayBeLabel(head)) doubtful.add(at);
  }
  return { byPart, style, names: namesIn(byPart), doubtful };
}

/** A label that the file does not show to be one: perhaps a person, or a question that somebody else asks. */
function mayBeLabel({ form, name, isMarked }: Candidate): boolean {
  if (isMarked && form === 'maybe') return true;
  return form === 'name' || form === 'person' || UNASKED.test(simplified(name ?? ''));
}

function namesIn(byPart: ReadonlyMap<number, readonly Candidate[]>): Map<string, string> {
  const names = new Map<string, string>();
  for (const labels of byPart.values()) {
    for (const { name } of labels) {
      if (name === null) continue;
      const key = comparable(name);
      if (!names.has(key)) names.set(key, name);
    }
  }
  return names;
}

/** Which way of printing labels has most of them. Two ways at once are one and chance. */
function styleOf(heads: readonly (Candidate | null)[], parts: readonly SourcePart[]): LabelStyle {
  let timed = 0;
  let before = 0;
  let alone = 0;
  for (const [at, head] of heads.entries()) {
    if (!head || head.form === 'none') continue;
    const weight = head.form === 'maybe' || head.form === 'person' ? 0.5 : 1;
    if (head.printed === 'time') timed += weight;
    else if (head.printed === 'alone') alone += weight < 1 || !isFollowed(heads, parts, at) ? 0 : 1;
    else if (head.printed !== 'sign') before += weight;
  }
  if (timed > 0 && timed >= before / 2) return 'timed';
  return alone > 2 && alone > before * 3 ? 'alone' : 'before';
}

/** Whether words of speech may follow a line that is nothing but a label. */
function isFollowed(heads: readonly (Candidate | null)[], parts: readonly SourcePart[], at: number): boolean {
  const next = parts[at + 1]?.text;
  const head = heads[at + 1];
  if (next === undefined) return false;
  return !(head?.form === 'name' || head?.form === 'role') && (next.length > 8 || SENTENCE_END.test(next));
}

function isOfStyle({ printed }: Candidate, style: LabelStyle): boolean {
  if (style === 'timed') return printed === 'time' || printed === 'sign';
  if (style === 'alone') return printed === 'alone' || printed === 'colon';
  return printed === 'colon' || printed === 'brackets' || printed === 'sign';
}

/** A list of those who were there is no label with words: `嘉宾：张三、李四`. */
function isList(head: Candidate, text: string): boolean {
  if (head.form !== 'role' || head.printed !== 'colon') return false;
  const rest = text.slice(head.end);
  return rest !== '' && rest.length <= 80 && namesInList(rest).length > 0;
}

/** The names in a list: `张三（某公司）、李四`; none if it is no list of names. */
export function namesInList(text: string): string[] {
  const bare = text.replace(/[（(][^（()）]{0,40}[)）]/g, '').trim();
  const items = bare.split(/[、,，；;\s/]{1,3}/).filter((item) => item !== '');
  const whole = !/[、,，；;/]/.test(bare) && formOf(bare) === 'name' ? [bare] : items;
  const named = whole.filter((item) => formOf(item) === 'name');
  return named.length > 0 && named.length * 2 >= whole.length && !/[。！？!?]/.test(bare) ? named : [];
}

const UNUSED = { count: 0, before: 0, longest: 0, answers: 0, isSpoken: false };
/** So long is a sentence, in characters. */
const SENTENCE = 25;

function usesOf(heads: readonly (Candidate | null)[], parts: readonly SourcePart[]): Map<string, Use> {
  const uses = new Map<string, Use>();
  for (const [at, head] of heads.entries()) {
    if (head?.name == null) continue;
    const rest = parts[at]?.text.slice(head.end) ?? '';
    const words = rest === '' && !heads[at + 1] ? (parts[at + 1]?.text ?? '') : rest;
    const use = uses.get(head.name) ?? { ...UNUSED, candidate: head };
    use.count++;
    if (words.length > 1) use.before++;
    if (isAsked(heads[at - 1], parts[at - 1]?.text ?? '')) use.answers++;
    use.isSpoken ||= SENTENCE_END.test(words) || words.length > SENTENCE;
    use.longest = Math.max(use.longest, words.length + (SENTENCE_END.test(words) ? 6 : 0));
    uses.set(head.name, use);
  }
  return uses;
}

function isAsked(head: Candidate | null | undefined, text: string): boolean {
  return (
    head?.form === 'role' && ASKER.test(simplified(head.name ?? '')) && endsAsQuestion(text.slice(head.end))
  );
}

/** Names that the text itself says are people's: in a list, or as they greet one another. Four characters at most each. */
function attestedIn(parts: readonly SourcePart[], listed: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set([...listed].map(comparable));
  for (const { text } of parts) {
    for (const { groups } of text.matchAll(NAMED)) {
      const name = groups?.name ?? '';
      for (let length = 2; length <= name.length; length++) found.add(name.slice(0, length));
    }
  }
  return found;
}

function acceptedOf(
  uses: ReadonlyMap<string, Use>,
  style: LabelStyle,
  attested: ReadonlySet<string>,
  parts: number,
): ReadonlySet<string> {
  const accepted = new Set<string>();
  const isKnown = (name: string) => attested.has(comparable(name)) || attested.has(name);
  const used = [...uses].filter(([, { candidate, before }]) => candidate.form !== 'none' && before > 0);
  const all = used.reduce((sum, [, { count }]) => sum + count, 0);
  const isEach = style === 'before' && used.length > 1 && all >= parts * 0.8;
  const recurs = used.length * 2 <= all || used.every(([name]) => /^\p{Script=Latin}+$/u.test(name));
  for (const [name, { candidate, count, longest, isSpoken }] of used) {
    const isRole = candidate.form === 'role' && (isSpoken || count > 1 || style !== 'before');
    if (isRole || (candidate.form === 'name' && (longest > 12 || isKnown(name)))) accepted.add(name);
  }
  const several = used.filter(([, { candidate }]) => candidate.form === 'name').length > 1;
  const isOnly = isEach && accepted.size === 0 && recurs;
  for (const [name, { candidate, count, longest }] of used) {
    const isName = candidate.form === 'name' && (count > 1 || several || accepted.size > 1);
    const isOften = count > 1 || (isEach && !/^\p{Script=Latin}/u.test(name));
    const isPerson = candidate.form === 'person' && isOften && style !== 'alone';
    if (isName || isPerson || candidate.isCertain || style === 'timed' || isOnly) accepted.add(name);
    else if (candidate.form !== 'name' && isKnown(name) && longest > 4) accepted.add(name);
  }
  if (style === 'before') {
    for (const [name, { count, answers }] of used) {
      const isAnswer = count > 1 && answers * 10 >= count * 6;
      if (isAnswer || (count >= OFTEN.count && count >= all * OFTEN.share)) accepted.add(name);
    }
  }
  const keys = new Set([...accepted].map(comparable));
  for (const [name] of used) if (keys.has(comparable(name))) accepted.add(name);
  return accepted;
}

/** The names that stand as labels inside of parts: those of the file, and an answer to a question on the same line. */
function innerNames(
  parts: readonly SourcePart[],
  heads: readonly (Candidate | null)[],
  accepted: ReadonlySet<string>,
  isPassedOver: (at: number) => boolean,
): ReadonlySet<string> {
  if (accepted.size === 0) return accepted;
  const found = new Map<string, number>();
  for (const [at, { text }] of parts.entries()) {
    const head = heads[at];
    if (isPassedOver(at) || head?.name == null || !accepted.has(head.name)) continue;
    const inside = candidatesInside(text, head.end, (name) => accepted.has(name) || isPartOfTalk(name));
    const isExchange = ASKER.test(simplified(head.name));
    for (const { name } of inside) {
      if (name !== null) found.set(name, (found.get(name) ?? 0) + (isExchange || accepted.has(name) ? 2 : 1));
    }
  }
  return new Set([...found].filter(([, count]) => count > 1).map(([name]) => name));
}

function isPartOfTalk(name: string): boolean {
  const form = formOf(name);
  return form === 'role' || form === 'name';
}
