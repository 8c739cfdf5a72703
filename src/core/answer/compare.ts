import { type Excerpt, excerptOf } from '../passages/excerpt.ts';
import type { Hit } from '../search/query.ts';
import type { Speaker } from '../transcript/transcript.ts';
import { answer, rank, type Sources } from './answer.ts';

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
  const { isBlank, questionCut, hits } = rank(sources, { question });
  const foundAt = placesOf(sources, hits);
  const place = ({ name }: Speaker) => foundAt.get(name) ?? hits.length;
  const answering = speakers
    .flatMap((speaker) => bestOf(sources, question, speaker))
    .sort((a, b) => place(a.speaker) - place(b.speaker) || b.coverage - a.coverage);
  const heard = new Set(answering.map(({ speaker }) => speaker));
  const unattributed = answer(sources, { question, speaker: null }, unnamedLimit);
  return {
    isBlank,
    questionCut,
    answering: answering.map(({ speaker, excerpt }) => ({ speaker, excerpt })),
    silent: speakers.filter((speaker) => !heard.has(speaker)),
    unnamed:
      unattributed.kind === 'answered'
        ? unattributed.excerpts.filter(({ passage }) => passage.basis === 'unknown')
        : [],
    nearest: hits.map(({ id }) => id),
  };
}

/** Where among hits each speaker's best one stands, by the speaker's name. */
function placesOf({ passages }: Sources, hits: readonly Hit[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const [at, { id }] of hits.entries()) {
    const name = passages.get(id)?.speaker?.name;
    if (name !== undefined && !places.has(name)) places.set(name, at);
  }
  return places;
}

function bestOf(sources: Sources, question: string, speaker: Speaker) {
  const { best } = rank(sources, { question, speaker: speaker.name });
  const passage = best && sources.passages.get(best.id);
  if (!passage || sources.index.documents.get(best.id)?.moderatorQuestion) return [];
  return [{ speaker, coverage: best.coverage, excerpt: excerptOf(passage, best.sentence, best.score) }];
}
