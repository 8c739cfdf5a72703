import { type Utterance, utterancesOf, type Word } from './utterances.ts';

/** A stretch of a recording in which one voice speaks, in seconds. */
export interface Span {
  start: number;
  end: number;
  speaker: string | null;
}

/** Words, and apart from them the spans of the voices: a word is in the one that it is in for longest. */
export function inSpans(words: readonly Word[], voices: readonly Span[]): Utterance[] {
  const spans = [...voices].sort((a, b) => a.start - b.start);
  const runs: { span: Span | null; words: Word[] }[] = [];
  let at = 0;
  for (const word of words) {
    const { time } = word;
    while (time !== null && at + 1 < spans.length && (spans[at]?.end ?? 0) <= time) at++;
    const span =
      time === null || word.isGlued
        ? (runs.at(-1)?.span ?? null)
        : bestSpan(spans[at], spans[at + 1], time, word.end ?? time);
    const last = runs.at(-1);
    const labelled = { ...word, label: span?.speaker ?? null };
    if (last && last.span === span) last.words.push(labelled);
    else runs.push({ span, words: [labelled] });
  }
  return runs.flatMap((run) => utterancesOf(run.words));
}

function bestSpan(one: Span | undefined, next: Span | undefined, start: number, end: number): Span | null {
  const shared = (span: Span | undefined) =>
    span ? Math.min(span.end, end) - Math.max(span.start, start) : 0;
  const best = shared(next) > shared(one) ? next : one;
  const isInside = best !== undefined && best.start <= start && start < best.end;
  return best && (isInside || shared(best) > 0) ? best : null;
}
