import { z } from 'zod';
import { anything, labelField, listOf, partOf, requiredListOf, secondsField, textField } from './fields.ts';
import type { JsonKind } from './kind.ts';
import { wordsAlone } from './segments.ts';
import { type Utterance, utterancesOf, type Word } from './utterances.ts';

const segments = listOf({ start: secondsField, duration: secondsField, speaker: labelField });
const schema = z.object({
  words: requiredListOf({ word: textField, punct: textField, start: secondsField, end: secondsField }),
  segmentation: partOf({ segments }),
  punct: anything,
});

interface Span {
  start: number;
  end: number;
  speaker: string | null;
}

/** Kaldi as the BBC runs it: words, and apart from them the segments of the voices. A word is in the one that it is in for longest. */
export const kaldi: JsonKind = {
  id: 'kaldi',
  name: 'Kaldi (JSON)',
  read(value) {
    const parsed = schema.safeParse(value);
    if (!parsed.success || !parsed.data.words.some(({ punct }) => punct !== '')) return null;
    const words = parsed.data.words.map(({ word, punct, start, end }) => ({
      text: punct === '' ? word : punct,
      label: null,
      time: start,
      end,
      isGlued: false,
    }));
    return { utterances: inSegments(words, parsed.data.segmentation.segments), facts: {} };
  },
};

function inSegments(
  words: readonly Word[],
  segments: z.output<typeof schema>['segmentation']['segments'],
): Utterance[] {
  const spans = segments
    .flatMap(({ start, duration, speaker }) =>
      start === null ? [] : [{ start, end: start + (duration ?? 0), speaker }],
    )
    .sort((a, b) => a.start - b.start);
  const runs: { span: Span | null; words: Word[] }[] = [];
  let at = 0;
  for (const word of words) {
    const { time } = word;
    while (time !== null && at + 1 < spans.length && (spans[at]?.end ?? 0) <= time) at++;
    const span =
      time === null
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

const voskSchema = z.object({
  result: requiredListOf({ word: textField, start: secondsField, end: secondsField }),
  text: textField,
});

/** Vosk, which is Kaldi too: an object per stretch of speech, with its words. */
export const vosk: JsonKind = {
  id: 'vosk',
  name: 'Vosk (JSON)',
  read(value) {
    const parsed = voskSchema.safeParse(value);
    if (!parsed.success || !parsed.data.result.some(({ word }) => word !== '')) return null;
    const words = parsed.data.result.map(({ word, start, end }) => ({
      text: word,
      label: null,
      time: start,
      end,
      isGlued: false,
    }));
    return { utterances: wordsAlone(parsed.data.text, words), facts: {} };
  },
};
