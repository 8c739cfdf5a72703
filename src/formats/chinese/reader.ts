import type { Source, SourcePart } from '../../core/transcript/source.ts';
import type { Steps } from '../../core/steps.ts';
import type { OpenedSource, Recording } from '../format.ts';
import { comparable } from './names.ts';
import { factsBefore, pageOf } from './page.ts';
import { turnSteps } from './turns.ts';
import { labelsOf, type LabelStyle } from './uses.ts';

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
  const { titleAt, ...facts } = isCaption ? { titleAt: -1 } : factsBefore(parts, titleEnd(parts, first));
  if (titleAt >= 0 && titleAt < first) page.leftOut.set(titleAt, 'heading');
  for (const at of labels.byPart.keys()) page.leftOut.delete(at);
  const known = new Set([...labels.names.keys(), ...[...listed].map(comparable)]);
  const turns = yield* turnSteps({ opened, labels, leftOut: page.leftOut, known, isCaption, first });
  return {
    pieces: turns.pieces,
    leftOut: page.leftOut,
    facts: { ...page.facts, ...facts, ...opened.facts },
    notes: [...opened.notes, ...turns.notes],
    layout: labels.byPart.size > 0 ? LAYOUTS[labels.style] : null,
  };
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
