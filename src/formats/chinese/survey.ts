import type { Steps } from '../../core/steps.ts';
import { comparable } from './names.ts';
import { endsAsQuestion, MAY_REPORT, reportIn, sentencesIn } from './reported.ts';
import { PARTS_PER_STEP } from './steps.ts';
import type { Told } from './told.ts';
import { ASKER, COMMENTARY, simplified } from './vocabulary.ts';

/** How a file uses its labels, over the whole of it. */
export interface Survey {
  /** Who asks, as they are compared: by what they are called, or since they hardly do anything else. */
  askers: ReadonlySet<string>;
  /** Labels are missing: somebody is asked, and what follows has none; or the writer tells what people say, between labels. */
  isIncomplete: boolean;
  /** Every paragraph has a label, also of the same speaker: one without has lost it. */
  labelsEach: boolean;
  /** Paragraphs are sentences with an end; a short line without is a heading. */
  hasSentences: boolean;
  /** Spaces after a sentence are rare, so that one shows where something was added. */
  hasSeams: boolean;
  /** Somebody is reported somewhere: an article, and not a talk without labels. */
  hasReports: boolean;
  /**
   * The parts without a label between two of one speaker's labels, where the last of them is a question: somebody else asks,
   * or they would have no new label.
   */
  between: ReadonlySet<number>;
}

const SENTENCE_END = /[。！？!?](?=.)/g;
const SEAM = /[。！？!?”」]\s{1,4}(?=\p{Script=Han})/gu;
const ENDED = /[。！？!?…；;：:”」』)）]$/;

/** Looks over a file to see how it uses its labels. */
export function* surveySteps(told: Told, starts: ReadonlySet<number>): Steps<Survey> {
  const askers = yield* askerSteps(told);
  const unlabelled = yield* unlabelledSteps(told, starts);
  const hasReports = yield* reportSteps(told, told.labels.byPart.size > 0 ? unlabelled : [...starts]);
  const isOfArticle = !told.isCaption && told.labels.style !== 'timed';
  const isUnanswered = isOfArticle && (yield* unansweredSteps(told, starts, askers));
  const seams = yield* seamSteps(told);
  const ended = yield* endedSteps(told, starts);
  const each = yield* eachSteps(told, unlabelled.length);
  return {
    askers,
    isIncomplete: told.labels.byPart.size > 0 && isOfArticle && (isUnanswered || hasReports),
    labelsEach: isOfArticle && each,
    hasSentences: isOfArticle && ended >= 0.7,
    hasSeams: isOfArticle && seams.areRare && (isUnanswered || hasReports || seams.commentaries > 1),
    hasReports,
    between: isOfArticle ? yield* betweenSteps(told) : new Set(),
  };
}

function* askerSteps({ labels, opened: { source } }: Told): Steps<ReadonlySet<string>> {
  const counts = new Map<string, { all: number; questions: number }>();
  let all = 0;
  let questions = 0;
  let looked = 0;
  for (const [at, found] of labels.byPart) {
    if (looked++ % PARTS_PER_STEP === PARTS_PER_STEP - 1) yield;
    for (const [number, { name, end }] of found.entries()) {
      if (name === null) continue;
      const words = source.parts[at]?.text.slice(end, found[number + 1]?.start) ?? '';
      const key = comparable(name);
      const count = counts.get(key) ?? { all: 0, questions: 0 };
      const asks = endsAsQuestion(words) ? 1 : 0;
      counts.set(key, { all: count.all + 1, questions: count.questions + asks });
      all++;
      questions += asks;
    }
  }
  const askers = new Set<string>();
  for (const [name, count] of counts) {
    if (looked++ % PARTS_PER_STEP === PARTS_PER_STEP - 1) yield;
    const printed = labels.names.get(name) ?? name;
    const others = (questions - count.questions) / Math.max(1, all - count.all);
    const asksMost = count.all > 2 && count.questions >= count.all * 0.7 && others < 0.4;
    if (ASKER.test(simplified(printed)) || asksMost) askers.add(name);
  }
  return askers;
}

/** The paragraphs after the first label that have none. */
function* unlabelledSteps({ labels, leftOut, first }: Told, starts: ReadonlySet<number>): Steps<number[]> {
  const unlabelled: number[] = [];
  let looked = 0;
  for (const at of starts) {
    if (looked++ % PARTS_PER_STEP === PARTS_PER_STEP - 1) yield;
    if (at > first && !labels.byPart.has(at) && !leftOut.has(at)) unlabelled.push(at);
  }
  return unlabelled;
}

/** Whether paragraphs open with a report of what somebody of the file says; between labels, as only writers put it. */
function* reportSteps({ opened, known, labels }: Told, at: readonly number[]): Steps<boolean> {
  for (const [number, position] of at.entries()) {
    if (number % PARTS_PER_STEP === PARTS_PER_STEP - 1) yield;
    const text = opened.source.parts[position]?.text ?? '';
    if (!MAY_REPORT.test(text.slice(0, 400))) continue;
    const [sentence] = sentencesIn(text, { start: 0, end: Math.min(text.length, 400) });
    const report = sentence ? reportIn(text, sentence, known) : null;
    if (report !== null && (report.isWritten || labels.byPart.size === 0)) return true;
  }
  return false;
}

/** Whether somebody who asks is followed by paragraphs without a label that are no further question. */
function* unansweredSteps(
  { labels, leftOut, opened: { source } }: Told,
  starts: ReadonlySet<number>,
  askers: ReadonlySet<string>,
): Steps<boolean> {
  let asked = false;
  for (const [at, { text }] of source.parts.entries()) {
    if (at % PARTS_PER_STEP === PARTS_PER_STEP - 1) yield;
    if (leftOut.has(at)) continue;
    const last = labels.byPart.get(at)?.at(-1);
    if (last) {
      const words = text.slice(last.end);
      asked = last.name !== null && askers.has(comparable(last.name)) && endsAsQuestion(words);
    } else if (asked && starts.has(at)) {
      if (!endsAsQuestion(text) && text.length > 20) return true;
    }
  }
  return false;
}

/** Whether labels also stand where the speaker is the same, and hardly a paragraph is without. */
function* eachSteps({ labels }: Told, unlabelled: number): Steps<boolean> {
  let all = 0;
  let again = 0;
  let before: string | null = null;
  let looked = 0;
  for (const found of labels.byPart.values()) {
    if (looked++ % PARTS_PER_STEP === PARTS_PER_STEP - 1) yield;
    for (const { name } of found) {
      all++;
      if (name !== null && name === before) again++;
      before = name;
    }
  }
  return all >= 10 && again >= all * 0.2 && unlabelled <= all * 0.1;
}

function* endedSteps({ opened: { source } }: Told, starts: ReadonlySet<number>): Steps<number> {
  let long = 0;
  let ended = 0;
  for (const [at, { text }] of source.parts.entries()) {
    if (at % PARTS_PER_STEP === PARTS_PER_STEP - 1) yield;
    if (text.length <= 15 || (!starts.has(at + 1) && at + 1 < source.parts.length)) continue;
    long++;
    if (ENDED.test(text)) ended++;
  }
  return long < 2 ? 0 : ended / long;
}

/** How often a space stands between sentences, and before a commentary. */
function* seamSteps({ opened: { source } }: Told): Steps<{ areRare: boolean; commentaries: number }> {
  let ends = 0;
  let seams = 0;
  let commentaries = 0;
  for (const [at, { text }] of source.parts.entries()) {
    if (at % PARTS_PER_STEP === PARTS_PER_STEP - 1) yield;
    ends += text.match(SENTENCE_END)?.length ?? 0;
    for (const { index, 0: seam } of text.matchAll(SEAM)) {
      seams++;
      const from = index + seam.length;
      if (COMMENTARY.test(simplified(text.slice(from, from + 60)))) commentaries++;
    }
  }
  return { areRare: seams * 3 <= ends, commentaries };
}

function* betweenSteps({ labels, leftOut, opened: { source } }: Told): Steps<ReadonlySet<number>> {
  const between = new Set<number>();
  let run: number[] = [];
  let speaker: string | null = null;
  for (const [at, { text }] of source.parts.entries()) {
    if (at % PARTS_PER_STEP === PARTS_PER_STEP - 1) yield;
    const found = labels.byPart.get(at);
    if (!found) {
      if (!leftOut.has(at)) run.push(at);
      continue;
    }
    const next = found[0]?.name ?? null;
    const last = source.parts[run.at(-1) ?? -1]?.text ?? '';
    const isSame = next !== null && speaker !== null && comparable(next) === speaker;
    if (isSame && found[0]?.start === 0 && endsAsQuestion(last)) for (const one of run) between.add(one);
    run = [];
    const { name = null, end = 0 } = found.at(-1) ?? {};
    speaker = name === null || end >= text.length ? null : comparable(name);
  }
  return between;
}
