import type { Steps } from '../core/steps.ts';
import { chineseSteps } from './chinese/reader.ts';
import type {
  Container,
  Facts,
  LabelLayout,
  LeftOutReason,
  OpenedSource,
  Piece,
  Recording,
} from './format.ts';
import { JSON_KINDS } from './json/kinds.ts';
import { type Evidence, evidenceIn } from './labels/evidence.ts';
import { leftOutOfHead } from './labels/head.ts';
import { innerLabelSteps } from './labels/inner-labels.ts';
import { innerTimeSteps } from './labels/inner-times.ts';
import { isOpen, type Judged, judgeSteps } from './labels/judge.ts';
import { judgeNameLines } from './labels/name-lines.ts';
import { nobodysSteps } from './labels/nobody.ts';
import { notSaidSteps } from './labels/not-said.ts';
import { overPages, pageHeadSteps } from './labels/page-heads.ts';
import { type Present, presentSteps } from './labels/present.ts';
import { type Candidate, candidatesIn, isWithin, type Reading, readingOf } from './labels/reading.ts';
import { dateIn } from './labels/stated-facts.ts';
import { titleAboveDate, titleBesideDate } from './labels/stated-title.ts';
import {
  hasBareTimes,
  hasMarks,
  hasTimedLines,
  hasTimedNames,
  type Marked,
  type Plan,
  pieceSteps,
} from './labels/turns.ts';
import type { Verdict, Within } from './labels/within.ts';
import { dialogueDash } from './layouts/change-mark.ts';
import { court } from './layouts/court.ts';
import { LAYOUTS } from './layouts/index.ts';
import { irc } from './layouts/irc.ts';
import { nameColon } from './layouts/name-colon.ts';
import { boldName, nameLine } from './layouts/name-line.ts';
import { zoomChat } from './layouts/zoom-chat.ts';

const PAUSE_EVERY = 200;
/** A log has such a share of lines that are messages or commands. */
const LOG_SHARE = 0.4;

/**
 * Says whose words the parts of a file are: by the labels that its parts have, or else by those that are printed in it, in
 * the way that explains the file best. A name is one only where the file uses it as one.
 */
export function* labelSteps(container: Container, opened: OpenedSource): Steps<Recording> {
  const printed = readingOf(opened);
  yield;
  if (printed.parts.some(({ label }) => label !== null)) return structural(container, opened);
  const chinese = yield* chineseSteps(opened);
  if (chinese) return { container, opened, ...chinese };
  const pageHeads = yield* pageHeadSteps(printed.parts);
  const reading = overPages(printed, pageHeads);
  const notSaid = yield* notSaidSteps(reading);
  for (const at of pageHeads) notSaid.set(at, 'page-head');
  const listed = yield* presentSteps(reading);
  const present: Present = { ...listed, names: [...(opened.facts.names ?? []), ...listed.names] };
  const evidence = yield* evidenceIn(reading, [...present.names, ...present.fullNames.keys()]);
  const judged: Judged[] = [];
  const taken = new Set(notSaid.keys());
  for (const layout of LAYOUTS.toSorted((a, b) => Number(b.takesLines ?? 0) - Number(a.takesLines ?? 0))) {
    const one = yield* judgedLayout(layout, reading, evidence, taken);
    judged.push(one);
    const isLog = layout.takesLines && one.candidates.length >= reading.parts.length * LOG_SHARE;
    if (isLog) for (const { part } of one.candidates) taken.add(part);
  }
  const labels = yield* chosenLabels(isHeard(container) ? certainOf(judged, reading) : judged, reading);
  const leftOut = yield* leftOutSteps(reading, notSaid, labels);
  const plan: Plan = {
    reading,
    labels,
    leftOut,
    everyGroup: labelsEveryGroup(reading, labels, leftOut),
    bareTimes: hasBareTimes(reading),
    timesNames: hasTimedNames(labels),
    timesLines: hasTimedLines(labels, reading),
    marksChanges: hasMarks(labels),
  };
  const whole = yield* pieceSteps(plan);
  // In a chat, a name before a colon is of whom a message is for.
  const isChat = CHATS.has(mainOf(judged)?.layout ?? null);
  const named = isChat ? whole : yield* innerLabelSteps(whole, reading, labels);
  const timed = isChat || reading.timed ? named : yield* innerTimeSteps(named, reading);
  const pieces = withinRecording(timed);
  return {
    container,
    opened,
    pieces,
    leftOut,
    facts: factsOf(opened, present, plan),
    notes: opened.notes,
    layout: mainOf(judged)?.layout.name ?? null,
  };
}

/** Whether a recogniser of speech wrote a file: what it hears has no labels, though a word may stand before a colon. */
function isHeard({ id }: Container): boolean {
  return id === 'json' || JSON_KINDS.some((kind) => kind.id === id);
}

/** Such a share of what was heard has a label where somebody wrote them into it. */
const LABELLED = 0.9;
const LEAST_LABELLED = 3;

function certainOf(judged: readonly Judged[], { parts }: Reading): readonly Judged[] {
  return judged.filter(
    ({ layout, count }) =>
      layout.namesNobody || (count >= LEAST_LABELLED && count >= parts.length * LABELLED),
  );
}

const CHATS: ReadonlySet<LabelLayout | null> = new Set([zoomChat, irc]);

/** No recording begins so late, in seconds: such times are those of a clock on the wall. */
const TIME_OF_DAY = 4 * 3600;

function withinRecording(pieces: readonly Piece[]): readonly Piece[] {
  const first = pieces.find(({ time }) => time !== null)?.time ?? 0;
  return first < TIME_OF_DAY ? pieces : pieces.map((piece) => ({ ...piece, time: null }));
}

/** A file that names speakers in a field of its own: a part without one lacks it. */
function structural(container: Container, opened: OpenedSource): Recording {
  const starts = new Set(opened.groups);
  const pieces = opened.source.parts.map(
    ({ text, label, time }, part): Piece => ({
      part,
      start: 0,
      end: text.length,
      printed: label,
      name: label,
      time,
      basis: label === null ? 'unknown' : 'labelled',
      startsParagraph: opened.groups === undefined || starts.has(part),
    }),
  );
  const { facts, notes } = opened;
  return { container, opened, pieces, leftOut: new Map(), facts, notes, layout: 'a field of the file' };
}

function* judgedLayout(
  layout: LabelLayout,
  reading: Reading,
  evidence: Evidence,
  taken: ReadonlySet<number>,
): Steps<Judged> {
  const candidates: Candidate[] = [];
  const unused = layout === dialogueDash && !reading.timed;
  for (let part = 0; part < reading.parts.length && !unused; part++) {
    if (part % PAUSE_EVERY === 0) yield;
    if (!taken.has(part)) candidates.push(...candidatesIn(reading, layout, part));
  }
  if (layout !== nameLine) return yield* judgeSteps(layout, candidates, reading, evidence);
  const verdicts = judgeNameLines(candidates, reading, evidence);
  const count = candidates.filter(({ key }) => verdicts.get(key) === 'name').length;
  return { layout, candidates, verdicts, count, within: 'nowhere' };
}

/** A label with a name explains as much as so many marks without one. */
const NAME_WEIGHT = 20;

/** The layout that explains most; of equals, the one that stands first. */
function mainOf(judged: readonly Judged[]): Judged | null {
  let main: Judged | null = null;
  const weightOf = ({ layout, count }: Judged) => count * (layout.namesNobody ? 1 : NAME_WEIGHT);
  for (const one of judged) if (weightOf(one) > (main === null ? 0 : weightOf(main))) main = one;
  return main;
}

/** A second way of printing labels has at least so many, and such a share of those of the first. */
const SECOND_COUNT = 3;
const SECOND_SHARE = 0.15;

/** The labels of the layout that explains most, and those that others find besides. */
function* chosenLabels(judged: readonly Judged[], reading: Reading): Steps<Map<number, Marked>> {
  const main = mainOf(judged);
  const labels = new Map<number, Marked>();
  if (main === null) return labels;
  yield* addLabels(labels, main, reading, () => true);
  const known = new Set([...main.verdicts].filter(([, verdict]) => verdict === 'name').map(([key]) => key));
  for (const other of judged) {
    if (other === main || other.layout === nameLine) continue;
    if (other.layout === boldName && (main.layout === nameColon || main.layout === court)) {
      addNarrated(labels, other, known);
      continue;
    }
    const frequent = other.count >= Math.max(SECOND_COUNT, SECOND_SHARE * main.count);
    yield* addLabels(labels, other, reading, (key, verdict) =>
      verdict === 'name'
        ? key === '' || known.has(key) || frequent || other.layout.takesLines === true
        : verdict === 'doubt' && frequent,
    );
  }
  return labels;
}

/** Where names stand before colons, `**Mira** shows the plan` is what the writer of the minutes says of her. */
function addNarrated(
  labels: Map<number, Marked>,
  { candidates, verdicts }: Judged,
  known: ReadonlySet<string>,
): void {
  for (const candidate of candidates) {
    const isName = known.has(candidate.key) || verdicts.get(candidate.key) === 'name';
    if (!isName || labels.has(candidate.part)) continue;
    labels.set(candidate.part, { candidate, verdict: 'doubt' });
  }
}

function* addLabels(
  labels: Map<number, Marked>,
  { candidates, verdicts, layout, within }: Judged,
  { parts }: Reading,
  takes: (key: string, verdict: Verdict) => boolean,
): Steps<void> {
  for (const [at, candidate] of candidates.entries()) {
    if (at % PAUSE_EVERY === 0) yield;
    const marked = markedOf(candidate, verdicts, mayBeWithin(candidate, within, parts));
    if (marked.verdict === 'words' || labels.has(candidate.part)) continue;
    if (labels.size > 0 && layout === dialogueDash && isBroken(candidate, parts)) continue;
    if (takes(marked.candidate.key, marked.verdict)) labels.set(candidate.part, marked);
  }
}

/** Whether a label may be one where it stands. */
function mayBeWithin({ startsGroup, part }: Candidate, within: Within, parts: Reading['parts']): boolean {
  if (startsGroup || within === 'in-any-line') return true;
  return within === 'after-sentences' && !isOpen(parts[part - 1]?.text);
}

/** Whether a line that begins with a dash goes on with the sentence before it. */
function isBroken({ part, value }: Candidate, parts: Reading['parts']): boolean {
  return part > 0 && /^\p{Ll}/u.test(value) && !/[.!?…]["”’)\]]{0,2}$/u.test(parts[part - 1]?.text ?? '');
}

/** A label with what it is; the nick in a log speaks where what it wrote before a colon is no name. */
function markedOf(candidate: Candidate, verdicts: ReadonlyMap<string, Verdict>, mayBegin: boolean): Marked {
  const verdict = candidate.key === '' ? 'name' : (verdicts.get(candidate.key) ?? 'words');
  const { otherwise } = candidate.label;
  // In the middle of a broken paragraph, and in code, a word and a colon are words.
  if (verdict === 'doubt' && (!mayBegin || candidate.inCode)) return { candidate, verdict: 'words' };
  if (verdict === 'name' || otherwise === undefined) return { candidate, verdict };
  return { candidate: { ...candidate, label: { ...candidate.label, ...otherwise } }, verdict: 'name' };
}

/** A line with nothing but words and a time, which may be who speaks: what is below it is no title. */
function isTimedLine({ candidate: { alone, label, part } }: Marked, { parts }: Reading): boolean {
  return alone && label.time !== null && !/^[^\d:：]{0,100}[:：]/u.test(parts[part]?.text ?? '');
}

function* leftOutSteps(
  reading: Reading,
  notSaid: ReadonlyMap<number, LeftOutReason>,
  labels: Map<number, Marked>,
): Steps<Map<number, LeftOutReason>> {
  const leftOut = new Map(notSaid);
  for (const [at, { candidate }] of labels) {
    if (candidate.label.leftOut === undefined) continue;
    leftOut.set(at, candidate.label.leftOut);
    labels.delete(at);
  }
  let first = Number.POSITIVE_INFINITY;
  for (const [at, marked] of labels)
    if (marked.verdict === 'name' || isTimedLine(marked, reading)) first = Math.min(first, at);
  if (Number.isFinite(first)) {
    for (const [at, reason] of leftOutOfHead(reading, first, leftOut))
      if (!leftOut.has(at)) leftOut.set(at, reason);
  }
  const nobodys = yield* nobodysSteps(reading, (at) => leftOut.has(at) || labels.has(at));
  for (const [at, reason] of nobodys) leftOut.set(at, reason);
  return leftOut;
}

/** Whether a file prints a label on each paragraph, also where the same person goes on. */
function labelsEveryGroup(
  reading: Reading,
  labels: ReadonlyMap<number, Marked>,
  leftOut: ReadonlyMap<number, LeftOutReason>,
): boolean {
  let again = 0;
  let without = 0;
  let between = 0;
  /** Labels after `>>`, which stands at changes. */
  let marks = 0;
  let count = 0;
  let last = '';
  let words = false;
  for (let at = 0; at < reading.parts.length; at++) {
    const marked = labels.get(at);
    if (marked?.verdict === 'name') {
      if (marked.candidate.label.time !== null && marked.candidate.alone) return false;
      count++;
      if (reading.parts[at]?.text.startsWith('>>')) marks++;
      if (marked.candidate.key === last && (!reading.timed || between === 0)) again++;
      between = 0;
      last = marked.candidate.key;
      words = !marked.candidate.alone;
    } else if (last !== '' && !leftOut.has(at) && reading.startsGroup(at) && !isWithin(reading, at)) {
      if (words) without++;
      between++;
      words = true;
    }
  }
  // A label that comes again in the next caption is no news: captions are labelled each by itself.
  if (reading.timed && marks === 0 && again >= 1 && without * 2 <= count) return true;
  return again >= 2 && without * 4 <= count && without <= again;
}

function factsOf(
  { facts, source }: OpenedSource,
  { names, fullNames }: Present,
  { labels, leftOut }: Plan,
): Facts {
  const headings = [...leftOut].filter(([, reason]) => reason === 'heading').map(([at]) => at);
  const lines = headings.toSorted((a, b) => a - b).slice(0, 3);
  const texts = lines.map((at) => source.parts[at]?.text ?? '');
  const found =
    facts.title ??
    texts.find((text) => titleBesideDate(text) !== null) ??
    titleAboveDate(texts) ??
    texts.find(isTitle);
  const title = found === undefined ? undefined : (titleBesideDate(found) ?? found);
  const { date, ...others } = facts;
  const said =
    date === undefined ? [] : source.parts.flatMap(({ text }, at) => (dateIn(text) === date ? [at] : []));
  // What somebody says of a day is not the day on which it is said.
  const isSaid = said.length > 0 && said.every((at) => labels.get(at)?.verdict === 'name');
  return {
    ...others,
    ...(date !== undefined && !isSaid && { date }),
    ...(title !== undefined && { title }),
    ...(names.length > 0 && { names }),
    ...(fullNames.size > 0 && { fullNames }),
  };
}

/** Whether a line at the top reads as a title, and is no date, time or place. */
function isTitle(text: string): boolean {
  const words = text.split(/\s+/u).length;
  return (
    words >= 3 &&
    text.length <= 200 &&
    !/\d:\d|\b(?:19|20)\d{2}\b|^[[(]|[.:;,]$|^VIEW RECORDING\b/u.test(text)
  );
}
