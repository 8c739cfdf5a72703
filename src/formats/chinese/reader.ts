import type { Steps } from '../../core/steps.ts';
import type { Source, SourcePart } from '../../core/transcript/source.ts';
import type { LeftOutReason, OpenedSource, Recording } from '../format.ts';
import { comparable } from './names.ts';
import { factsBefore, pageOf } from './page.ts';
import { reportIn, sentencesIn } from './reported.ts';
import { turnSteps } from './turns.ts';
import { type LabelStyle, labelsOf } from './uses.ts';

/** What a Chinese text is read as: everything of a recording but its file. */
export type ChineseReading = Omit<Recording, 'container' | 'opened'>;

/** So much of a text is looked at to see its language, in characters from its start. */
const SAMPLE = 20_000;
const HAN = /\p{Script=Han}/gu;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const LATIN_WORD = /\p{Script=Latin}+/gu;

const LAYOUTS: Readonly<Record<LabelStyle, string>> = {
  before: 'Name: words',
  timed: 'Name and time, then words',
  alone: 'Name on a line of its own',
};

/** Whether a text is mostly Chinese: more characters of it than words in Latin letters, and no Japanese. */
export function isMostlyChinese({ text }: Source): boolean {
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
  const isCaption = parts.some(({ time }) => time !== null);
  const page = pageOf(parts, isCaption);
  yield;
  const listed = new Set([...(opened.facts.names ?? []), ...(page.facts.names ?? [])]);
  const labels = labelsOf(parts, (at) => page.leftOut.has(at), listed);
  yield;
  const first = firstKey(labels.byPart) ?? parts.length;
  const { titleAt, ...facts } = isCaption
    ? { titleAt: -1 }
    : factsBefore(parts, titleEnd(parts, first), page.leftOut);
  if (titleAt >= 0 && titleAt < first) page.leftOut.set(titleAt, 'heading');
  if (labels.style === 'timed') leaveOutHead(parts, first, page.leftOut);
  for (const [at, { heading }] of opened.looks ?? []) {
    if (heading !== undefined && !labels.byPart.has(at)) page.leftOut.set(at, 'heading');
  }
  const known = knownIn(parts, new Set([...labels.names.keys(), ...[...listed].map(comparable)]));
  yield;
  const turns = yield* turnSteps({ opened, labels, leftOut: page.leftOut, known, isCaption, first });
  return {
    pieces: turns.pieces,
    leftOut: page.leftOut,
    facts: { ...page.facts, ...facts, ...opened.facts },
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

/** The names of a file, and those that its writer introduces with what they are. */
function knownIn(parts: readonly SourcePart[], names: ReadonlySet<string>): ReadonlySet<string> {
  const known = new Set(names);
  for (const { text } of parts) {
    for (const sentence of sentencesIn(text, { start: 0, end: text.length })) {
      const report = reportIn(text, sentence, names);
      if (report) known.add(comparable(report.name));
    }
  }
  return known;
}

/** A text without labels has a title only if the rest is sentences. */
function titleEnd(parts: readonly SourcePart[], first: number): number {
  if (first < parts.length) return first;
  const sentences = parts.filter(({ text }) => /[。！？!?…”」]$/.test(text)).length;
  return sentences * 2 > parts.length && !/[。！？!?…”」]$/.test(parts[0]?.text ?? '') ? first : 0;
}

function firstKey(map: ReadonlyMap<number, unknown>): number | null {
  const [first] = map.keys();
  return first ?? null;
}
