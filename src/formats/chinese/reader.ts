import type { Steps } from '../../core/steps.ts';
import type { Source, SourcePart } from '../../core/transcript/source.ts';
import type { LeftOutReason, OpenedSource, Recording } from '../format.ts';
import type { LabelStyle } from './candidates.ts';
import { comparable, isPersonalName } from './names.ts';
import { factsBefore, headlineAboveByline, pageSteps } from './page.ts';
import { MAY_REPORT, reportIn, sentencesIn } from './reported.ts';
import { PARTS_PER_STEP } from './steps.ts';
import { turnSteps } from './turns.ts';
import { usedLabelSteps } from './uses.ts';
import { simplified, TITLE_AFTER } from './vocabulary.ts';

/** What a Chinese text is read as: everything of a recording but its file. */
export type ChineseReading = Omit<Recording, 'container' | 'opened'>;

/** So much of a text is looked at to see its language, in characters from its start. */
const SAMPLE = 20_000;
const HAN = /\p{Script=Han}/gu;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const SENTENCE_END = /[。！？!?…”」]$/;
const LATIN_WORD = /\p{Script=Latin}+/gu;

const LAYOUTS: Readonly<Record<LabelStyle, string>> = {
  before: 'Name: words',
  timed: 'Name and time, then words',
  alone: 'Name on a line of its own',
};

/** Whether a text is mostly Chinese: more characters of it than words in Latin letters, and no Japanese. */
function isMostlyChinese({ text }: Source): boolean {
  const sample = text.slice(0, SAMPLE);
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const han = count(HAN);
  return han > 0 && han > count(LATIN_WORD) && count(KANA) * 10 < han;
}

/**
 * Reads who says what in a Chinese text, simplified or traditional.
 * @returns null if the text is not mostly Chinese, or if its file names speakers in a field of its own
 */
export function* chineseSteps(opened: OpenedSource): Steps<ChineseReading | null> {
  const { parts } = opened.source;
  if (!isMostlyChinese(opened.source) || parts.some(({ label }) => label !== null)) return null;
  yield;
  const isCaption = parts.some(({ time }) => time !== null);
  yield;
  const page = yield* pageSteps(parts, isCaption);
  const headlineAt = isCaption ? -1 : headlineAboveByline(parts, page.leftOut);
  if (headlineAt >= 0) page.leftOut.set(headlineAt, 'heading');
  const headline = parts[headlineAt]?.text;
  const listed = new Set([...(opened.facts.names ?? []), ...(page.facts.names ?? [])]);
  const labels = yield* usedLabelSteps(parts, (at) => page.leftOut.has(at), listed);
  const first = firstKey(labels.byPart) ?? parts.length;
  const { titleAt, ...facts } = isCaption
    ? { titleAt: -1 }
    : factsBefore(parts, first, page.leftOut, mayHaveTitle(parts, first));
  if (titleAt >= 0 && titleAt < first) page.leftOut.set(titleAt, 'heading');
  if (labels.style === 'timed') leaveOutHead(parts, first, page.leftOut);
  for (const [at, { heading }] of opened.looks ?? []) {
    if (heading !== undefined && !labels.byPart.has(at)) page.leftOut.set(at, 'heading');
  }
  const known = yield* knownSteps(
    opened.source,
    new Set([...labels.names.keys(), ...[...listed].map(comparable)]),
  );
  const turns = yield* turnSteps({ opened, labels, leftOut: page.leftOut, known, isCaption, first });
  return {
    pieces: turns.pieces,
    leftOut: page.leftOut,
    facts: { ...page.facts, ...facts, ...(headline !== undefined && { title: headline }), ...opened.facts },
    notes: [...opened.notes, ...turns.notes],
    layout: labels.byPart.size > 0 ? LAYOUTS[labels.style] : null,
  };
}

/** What a program prints before the first name with a time is about the recording, unless it is sentences. */
function leaveOutHead(
  parts: readonly SourcePart[],
  first: number,
  leftOut: Map<number, LeftOutReason>,
): void {
  for (const [at, { text }] of parts.slice(0, first).entries()) {
    if (!leftOut.has(at) && !/[。！？!?]/.test(text)) leftOut.set(at, 'list');
  }
}

/** So many people at most are looked for in the text, and so many times each. */
const MOST_INTRODUCED = 100;
const MOST_MENTIONS = 20;
/** A name stands right after what its bearer is, which is so long at most. */
const LONGEST_TITLE = 8;

/** The names of a file, and those that its writer introduces with what they are: 秘书长周文重. */
function* knownSteps({ parts, text: whole }: Source, names: ReadonlySet<string>): Steps<ReadonlySet<string>> {
  const known = new Set(names);
  const subjects = new Set<string>();
  const asked = {
    has(name: string): boolean {
      if (subjects.size < MOST_INTRODUCED && isPersonalName(name)) subjects.add(name);
      return names.has(name);
    },
  };
  for (const [at, { text }] of parts.entries()) {
    if (at % PARTS_PER_STEP === PARTS_PER_STEP - 1) yield;
    if (!MAY_REPORT.test(text)) continue;
    for (const sentence of sentencesIn(text, { start: 0, end: text.length })) {
      const report = reportIn(text, sentence, asked);
      if (report) known.add(comparable(report.name));
    }
  }
  for (const name of subjects) {
    yield;
    if (!known.has(name) && isIntroduced(whole, name)) known.add(name);
  }
  return known;
}

function isIntroduced(text: string, name: string): boolean {
  let at = text.indexOf(name);
  for (let mentions = 0; at !== -1 && mentions < MOST_MENTIONS; mentions++) {
    if (TITLE_AFTER.test(simplified(text.slice(Math.max(0, at - LONGEST_TITLE), at)))) return true;
    at = text.indexOf(name, at + name.length);
  }
  return false;
}

/** A text without labels has a headline only if the rest is sentences. */
function mayHaveTitle(parts: readonly SourcePart[], first: number): boolean {
  if (first < parts.length) return true;
  const sentences = parts.filter(({ text }) => SENTENCE_END.test(text)).length;
  return sentences * 2 > parts.length && !SENTENCE_END.test(parts[0]?.text ?? '');
}

function firstKey(map: ReadonlyMap<number, unknown>): number | null {
  const [first] = map.keys();
  return first ?? null;
}
