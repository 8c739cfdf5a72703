import type { Steps } from '../../core/steps.ts';
import type { SourcePart } from '../../core/transcript/source.ts';
import type { Candidate, LabelStyle } from './candidates.ts';
import { calledIn } from './lists.ts';
import { comparable, mayBeCalled } from './names.ts';
import { endsAsQuestion } from './reported.ts';
import { PARTS_PER_STEP } from './steps.ts';
import { ASKER, simplified } from './vocabulary.ts';

/** How often something that may be a label stands in a file, and before what. */
interface Use {
  candidate: Candidate;
  count: number;
  /** How often words follow that may be said. */
  before: number;
  /** How often it stands in a line of its own, with its colon. */
  apart: number;
  longest: number;
  /** How often it stands right after a question that somebody asks whose part it is to ask. */
  answers: number;
  /** Whether what follows it once has the end of a sentence, or is as long as one. */
  isSpoken: boolean;
}

/** A word that may be anything is a label if it stands so often, and is such a share of all of them. */
const OFTEN = { count: 4, share: 0.15 };
const SENTENCE_END = /[。！？!?…；;”」』~～)）.]$/;
const NAMED = /(?:我是|我叫|有请|请|感谢|谢谢|請|感謝|謝謝|嘉宾|嘉賓)(?<name>\p{Script=Han}{2,4})/gu;
const UNUSED = { count: 0, before: 0, apart: 0, longest: 0, answers: 0, isSpoken: false };
/** So long is a sentence, in characters. */
const SENTENCE = 25;

/** What of a file is looked at. */
export interface Headed {
  parts: readonly SourcePart[];
  /** What may be a label at the start of each part, as the file prints them. */
  heads: readonly (Candidate | null)[];
  style: LabelStyle;
  /** How many parts are somebody's words. */
  said: number;
  /** Names that the file lists. */
  listed: ReadonlySet<string>;
}

/** The labels that are names, or somebody's part in the talk, by how the file uses them. */
export function* acceptedSteps(headed: Headed): Steps<ReadonlySet<string>> {
  const { parts, listed } = headed;
  const uses = yield* useSteps(headed);
  const attested = new Set([...listed].map(comparable));
  const called = new Set<string>();
  for (const [at, { text }] of parts.entries()) {
    if (at % PARTS_PER_STEP === PARTS_PER_STEP - 1) yield;
    for (const { groups } of text.matchAll(NAMED)) {
      const name = groups?.name ?? '';
      for (let length = 2; length <= name.length; length++) attested.add(name.slice(0, length));
    }
    for (const name of calledIn(text)) called.add(name);
  }
  const accepted = yield* byUseSteps(headed, uses, attested);
  for (const name of called) if (uses.has(name)) accepted.add(name);
  if (headed.style === 'before' && accepted.size > 0) yield* exchangeSteps(headed, uses, accepted);
  const keys = new Set<string>();
  let looked = 0;
  for (const name of accepted) {
    if (looked++ % PARTS_PER_STEP === PARTS_PER_STEP - 1) yield;
    keys.add(comparable(name));
  }
  for (const [name, { before }] of uses) {
    if (looked++ % PARTS_PER_STEP === PARTS_PER_STEP - 1) yield;
    if (before > 0 && keys.has(comparable(name))) accepted.add(name);
  }
  return accepted;
}

function* useSteps({ heads, parts }: Headed): Steps<Map<string, Use>> {
  const uses = new Map<string, Use>();
  for (const [at, head] of heads.entries()) {
    if (at % PARTS_PER_STEP === PARTS_PER_STEP - 1) yield;
    if (head?.name == null) continue;
    const rest = parts[at]?.text.slice(head.end) ?? '';
    const words = rest === '' && !heads[at + 1] ? (parts[at + 1]?.text ?? '') : rest;
    const use = uses.get(head.name) ?? { ...UNUSED, candidate: head };
    use.count++;
    if (words.length > 1) use.before++;
    if (rest === '' && words !== '') use.apart++;
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

/** By what they look like, and how often they stand before what may be said. */
function* byUseSteps(
  { style, said }: Headed,
  uses: ReadonlyMap<string, Use>,
  attested: ReadonlySet<string>,
): Steps<Set<string>> {
  const accepted = new Set<string>();
  const isKnown = (name: string) => attested.has(comparable(name)) || attested.has(name);
  const used = [...uses].filter(([, { candidate, before }]) => candidate.form !== 'none' && before > 0);
  yield;
  const all = used.reduce((sum, [, { count }]) => sum + count, 0);
  const isEach = style === 'before' && used.length > 1 && all >= said * 0.8;
  const recurs = used.length * 2 <= all || used.every(([name]) => /^\p{Script=Latin}+$/u.test(name));
  yield;
  for (const [at, [name, { candidate, count, longest, isSpoken }]] of used.entries()) {
    if (at % PARTS_PER_STEP === PARTS_PER_STEP - 1) yield;
    const isRole = candidate.form === 'role' && (isSpoken || count > 1 || style !== 'before');
    if (isRole || (candidate.form === 'name' && (longest > 12 || isKnown(name)))) accepted.add(name);
  }
  yield;
  const several = used.filter(([, { candidate }]) => candidate.form === 'name').length > 1;
  const isOnly = isEach && accepted.size === 0 && recurs;
  for (const [at, [name, { candidate, count, longest }]] of used.entries()) {
    if (at % PARTS_PER_STEP === PARTS_PER_STEP - 1) yield;
    const isName = candidate.form === 'name' && (count > 1 || several || accepted.size > 1);
    const isOften = count > 1 || (isEach && !/^\p{Script=Latin}/u.test(name));
    const isPerson = candidate.form === 'person' && isOften && style !== 'alone';
    if (isName || isPerson || candidate.isCertain || style === 'timed' || isOnly) accepted.add(name);
    else if (candidate.form !== 'name' && isKnown(name) && longest > 4) accepted.add(name);
  }
  if (style === 'before') {
    for (const [at, [name, { count, answers }]] of used.entries()) {
      if (at % PARTS_PER_STEP === PARTS_PER_STEP - 1) yield;
      const isAnswer = count > 1 && answers * 10 >= count * 6;
      if (isAnswer || (count >= OFTEN.count && count >= all * OFTEN.share)) accepted.add(name);
    }
  }
  return accepted;
}

/** How often a word stands between the labels of a file as somebody does who takes part. */
interface Exchange {
  count: number;
  /** Between two labels of others, or at an edge of the file. */
  between: number;
  /** A question, or what follows one. */
  asked: number;
}

/**
 * Words of which the form does not show that they are somebody: a medium that asks (`蜂鸟`), whoever answers (`L`), a name
 * that no list has, on a line of its own where all labels stand so. They take turns with those who are known.
 */
function* exchangeSteps(headed: Headed, uses: ReadonlyMap<string, Use>, accepted: Set<string>): Steps<void> {
  const exchanges = yield* exchangesIn(headed, accepted);
  let apart = 0;
  let all = 0;
  let looked = 0;
  for (const name of accepted) {
    if (looked++ % PARTS_PER_STEP === PARTS_PER_STEP - 1) yield;
    apart += uses.get(name)?.apart ?? 0;
    all += uses.get(name)?.count ?? 0;
  }
  for (const [name, { count, between, asked }] of exchanges) {
    if (looked++ % PARTS_PER_STEP === PARTS_PER_STEP - 1) yield;
    const isApart = apart * 10 >= all * 6 && uses.get(name)?.apart === count;
    if (count > 1 && between * 10 >= count * 7 && (isApart || asked * 2 >= count)) accepted.add(name);
  }
}

function* exchangesIn(
  { heads, parts }: Headed,
  accepted: ReadonlySet<string>,
): Steps<ReadonlyMap<string, Exchange>> {
  const exchanges = new Map<string, Exchange>();
  const taken = heads.flatMap((head, at) =>
    head?.name != null && (accepted.has(head.name) || mayBeCalled(head.name))
      ? [{ at, name: head.name }]
      : [],
  );
  yield;
  for (const [number, { at, name }] of taken.entries()) {
    if (number % PARTS_PER_STEP === PARTS_PER_STEP - 1) yield;
    if (accepted.has(name)) continue;
    const before = taken[number - 1];
    const next = taken[number + 1];
    const isOther = (one: typeof next) => one === undefined || (one.name !== name && accepted.has(one.name));
    const exchange = exchanges.get(name) ?? { count: 0, between: 0, asked: 0 };
    exchange.count++;
    if (isOther(before) && isOther(next)) exchange.between++;
    const isQuestion = endsAsQuestion(parts[(next?.at ?? parts.length) - 1]?.text ?? '');
    if (isQuestion || endsAsQuestion(parts[at - 1]?.text ?? '')) exchange.asked++;
    exchanges.set(name, exchange);
  }
  return exchanges;
}
