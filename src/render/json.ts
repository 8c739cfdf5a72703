import type { Claim } from '../core/answer/ranking.ts';
import type { Locale } from '../core/language/locale.ts';
import { visibleJson } from '../core/language/visible.ts';
import type { Cut, Excerpt } from '../core/passages/excerpt.ts';
import type { Passage } from '../core/passages/passages.ts';
import { anonymousName } from '../core/transcript/anonymous.ts';
import type { PlaceUnit } from '../core/transcript/source.ts';
import type { Anonymous, Speaker } from '../core/transcript/transcript.ts';
import { format } from '../messages/message.ts';
import { linkOf } from '../reply/place.ts';
import type { Block, Reply } from '../reply/reply.ts';
import { renderTerminal } from './terminal.ts';

/**
 * A reply for programs: an answer, what comes closest, a refusal (no excerpts), or an error in words. `elsewhere` is what
 * speakers say who were not asked; `reply` is what a person is told if that is more than excerpts, or than that there
 * are none.
 */
export type ReplyJson =
  | {
      answered: boolean;
      kind: Claim;
      excerpts: ExcerptJson[];
      elsewhere?: ExcerptJson[];
      reply?: string;
    }
  | { error: string };

/** What each outcome claims of its excerpts; what is merely shown is no answer to a question. */
const KINDS = {
  answered: 'answer',
  closest: 'closest',
  refused: 'none',
  shown: 'none',
  failed: 'none',
} as const;

/** docs/json.md describes the fields. */
export interface ExcerptJson {
  passage: string;
  text: string;
  truncated: boolean;
  cut: Cut;
  highlights: [number, number][];
  speaker: string | null;
  speakerId?: string;
  anonymous?: Anonymous;
  attribution: string;
  evidence: string | null;
  score: number;
  source: {
    title: string;
    date: string | null;
    line: number;
    place: number;
    unit: PlaceUnit;
    time: number | null;
    link: string | null;
  };
  translation: string | null;
  translationCut: Cut | null;
  /** The question that it replies to, if it would not be understood alone. */
  asked?: { passage: string; text: string; speaker: string | null };
}

/** A value as one line of JSON, for programs: nothing is taken out of it, but what a terminal would obey is \uXXXX. */
export function jsonLine(value: object): string {
  return visibleJson(JSON.stringify(value));
}

/** A reply as programs read it: titles, evidence and errors are in the language given. */
export function renderJson(reply: Reply, locale: Locale): ReplyJson {
  const [block] = reply.blocks;
  if (reply.outcome === 'failed' && block?.kind === 'text')
    return { error: format(block.message, locale, { names: 'typed' }) };
  const isTold = reply.outcome === 'shown' || reply.explains === true;
  const isElsewhere = (each: Block) => each.kind === 'excerpt' && each.isElsewhere === true;
  const jsonOf = (blocks: readonly Block[]) => excerptsJson({ blocks }, locale);
  const elsewhere = jsonOf(reply.blocks.filter(isElsewhere));
  return {
    answered: reply.outcome === 'answered',
    kind: KINDS[reply.outcome],
    excerpts: reply.outcome === 'refused' ? [] : jsonOf(reply.blocks.filter((each) => !isElsewhere(each))),
    ...(elsewhere.length > 0 && { elsewhere }),
    ...(isTold && { reply: renderTerminal(reply, { locale, colour: false }) }),
  };
}

function sourceJson(passage: Passage, locale: Locale): ExcerptJson['source'] {
  const { line, time, transcript } = passage;
  const { title, date, unit } = transcript;
  return { title: title[locale], date, line, place: line, unit, time, link: linkOf(passage) };
}

/** The canonical name; of somebody without one, what a reader is shown. */
function shownName(speaker: Speaker, locale: Locale): string {
  return anonymousName(speaker)?.[locale] ?? speaker.name;
}

/** The excerpts of a reply as programs read them, in order. */
export function excerptsJson({ blocks }: Pick<Reply, 'blocks'>, locale: Locale): ExcerptJson[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'excerpt') return [];
    const { excerpt, further = [], question } = block;
    return [excerptJson(excerpt, locale, question), ...further.map((each) => excerptJson(each, locale))];
  });
}

/**
 * An excerpt as programs read it, its score rounded to four decimal places.
 * @param question what is shown above it
 */
export function excerptJson(
  { passage, text, cut, highlights, score, translation }: Excerpt,
  locale: Locale,
  question?: Excerpt,
): ExcerptJson {
  const { speaker } = passage;
  // An id is the name alone if nobody else has it.
  const isNamesake = speaker !== null && speaker.id !== speaker.name;
  return {
    passage: passage.id,
    text,
    truncated: cut.before || cut.after,
    cut,
    highlights: highlights.map(({ start, end }) => [start, end]),
    speaker: speaker && shownName(speaker, locale),
    ...(isNamesake && { speakerId: speaker.id }),
    ...(speaker?.anonymous && { anonymous: speaker.anonymous }),
    attribution: passage.basis,
    evidence: passage.evidence?.[locale] ?? null,
    score: Number(score.toFixed(4)),
    source: sourceJson(passage, locale),
    translation: translation?.text ?? null,
    translationCut: translation?.cut ?? null,
    ...(question && { asked: askedJson(question, locale) }),
  };
}

function askedJson({ passage, text }: Excerpt, locale: Locale): NonNullable<ExcerptJson['asked']> {
  return { passage: passage.id, text, speaker: passage.speaker && shownName(passage.speaker, locale) };
}
