import { type Excerpt, excerptOf } from '../passages/excerpt.ts';
import type { Hit } from '../search/query.ts';
import type { Speaker } from '../transcript/transcript.ts';
import { answerTo, type Sources } from './answer.ts';
import { rank, type UnderstoodQuestion, understood } from './ranking.ts';

/** What everybody says on one question. */
export interface Comparison {
  /** There is nothing in the question to search for. */
  isBlank: boolean;
  /** Only the start of the question was searched. */
  questionCut: boolean;
  /** The best excerpt of each speaker who answers, in the order in which a search among everybody finds them. */
  answering: readonly { speaker: Speaker; excerpt: Excerpt }[];
  /** The other speakers, in the order given. */
  silent: readonly Speaker[];
  /** Excerpts that answer and of which the source does not say who speaks. */
  unnamed: readonly Excerpt[];
  /** The ids of the passages that come closest, best first, whoever speaks. */
  nearest: readonly string[];
}

/**
 * Puts one question to each speaker alone, by the rule that refuses questions everywhere, and to the passages without
 * a named speaker. Commentary by the publisher answers nothing, and a moderator's question neither.
 * @param unnamedLimit the most excerpts without a named speaker
 */
export function compare(
  sources: Sources,
  question: string,
  { speakers, unnamedLimit }: { speakers: readonly Speaker[]; unnamedLimit: number },
): Comparison {
  const asked = understood(sources, question);
  const { hits } = rank(sources, asked);
  const firstHits = firstHitsOf(hits);
  const firstHit = ({ name }: Speaker) => firstHits.get(name) ?? hits.length;
  const answering = speakers
    .flatMap((speaker) => bestOf(sources, asked, speaker))
    .sort((a, b) => firstHit(a.speaker) - firstHit(b.speaker) || b.coverage - a.coverage);
  const heard = new Set(answering.map(({ speaker }) => speaker));
  const unattributed = answerTo(sources, asked, { speaker: null }, unnamedLimit);
  return {
    isBlank: asked.weighted.isBlank,
    questionCut: asked.isCut,
    answering: answering.map(({ speaker, excerpt }) => ({ speaker, excerpt })),
    silent: speakers.filter((speaker) => !heard.has(speaker)),
    unnamed:
      unattributed.kind === 'answered'
        ? unattributed.excerpts.filter(({ passage }) => passage.basis === 'unknown')
        : [],
    nearest: hits.map(({ document }) => document.id),
  };
}

/** Which among hits is each speaker's first, from 0, by the speaker's name. */
function firstHitsOf(hits: readonly Hit[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const [at, { document }] of hits.entries()) {
    if (document.speaker && !first.has(document.speaker)) first.set(document.speaker, at);
  }
  return first;
}

function bestOf(sources: Sources, question: UnderstoodQuestion, speaker: Speaker) {
  const { best } = rank(sources, question, { speaker: speaker.name });
  const passage = best && sources.passages.get(best.document.id);
  if (!passage || best.document.moderatorQuestion) return [];
  return [{ speaker, coverage: best.coverage, excerpt: excerptOf(passage, best.sentence, best.score) }];
}
