import type { Conversation } from '../indexing/conversation.ts';
import type { SearchDocument } from '../indexing/document.ts';
import type { SearchIndex } from '../indexing/search-index.ts';
import { CONVERSATION, SETTINGS, type Settings } from '../tuning.ts';
import { findCandidates } from './candidates.ts';
import { coverage } from './coverage.ts';
import type { Candidate, Hit, PassageFilter } from './query.ts';
import type { Question } from './question.ts';
import { bestSentence, likenessTo, passageShare } from './reranking.ts';
import { hintScores, scorerFor } from './scoring.ts';
import type { WeightedQuestion } from './weighted-question.ts';

/** Which passages to search, and whose to prefer. */
export interface SearchOptions extends PassageFilter {
  /** Canonical names of speakers whose turns rank higher; only a conversation takes note of them. */
  preferredSpeakers?: readonly string[] | undefined;
}

/**
 * Ranks passages for a question, best first: those of speakers, then the publisher's commentary. Whether the
 * best is good enough to be shown is for `rank` to decide.
 * @param question weighted for this index
 * @returns at most `settings.reranked` hits; none if the question consists of stop words
 */
export function search(
  index: SearchIndex,
  question: WeightedQuestion,
  options: SearchOptions = {},
  settings: Settings = SETTINGS,
): Hit[] {
  const candidates = scoredCandidates(index, question, options, settings);
  // In a conversation the scores of candidates are relative already.
  const best = index.conversation ? 1 : (candidates[0]?.score ?? 1);
  const sentenceWeight = index.conversation ? CONVERSATION.sentenceShare : settings.sentenceShare;
  const likeness = likenessTo(question, index);
  const hits = candidates
    .slice(0, settings.reranked)
    .map((candidate) => {
      const { position, document, score } = candidate;
      const sentence = bestSentence(question, candidate);
      const { cueTerms } = index.hints(position);
      const cueLikeness = Math.max(0, ...cueTerms.map(likeness));
      const closeness =
        sentenceWeight * sentence.share +
        settings.passageShare * passageShare(question, candidate) +
        settings.cueShare * cueLikeness;
      const factor = document.moderatorQuestion ? settings.moderatorQuestion : 1;
      return {
        position,
        document,
        score: (score / best + closeness) * factor,
        coverage: coverage(index, question, candidate, cueLikeness),
        sentence: sentence.index,
      };
    })
    .sort((a, b) => editorialLast(a) - editorialLast(b) || b.score - a.score);
  const ordered = index.conversation ? index.conversation.diversify(hits) : hits;
  return ordered.map(({ document, score, coverage, sentence }) => ({ document, score, coverage, sentence }));
}

/** A sort key that puts the publisher's words after everybody else's. */
function editorialLast({ document }: Pick<Hit, 'document'>): number {
  return document.editorial ? 1 : 0;
}

/**
 * The candidates for a question, scored by all of it, best first. Occurrences are counted in the passages'
 * term texts; only those in cues and preceding questions come from MiniSearch.
 */
function scoredCandidates(
  index: SearchIndex,
  question: WeightedQuestion,
  options: SearchOptions,
  settings: Settings,
): Candidate[] {
  const hints = hintScores(index, question, settings);
  const { positions, correctedWords } = findCandidates(index, question, options, settings, hints);
  const scoreOf = scorerFor(index, question, correctedWords, settings);
  const asksInChinese = question.bigrams.length > 0;
  const candidates = positions.map((position): Candidate => {
    const document = index.passages[position] as SearchDocument;
    const termText = index.stats.termTexts[position] ?? '';
    const isCrossLanguage = Boolean(document.translation) || asksInChinese !== index.isChinese(position);
    const candidate = { position, document, termText, isCrossLanguage };
    return { ...candidate, score: scoreOf(candidate) + (hints.get(position) ?? 0) };
  });
  // A passage may contain one word of a translation but not the whole translation.
  const matching = candidates.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
  return index.conversation
    ? scoredInContext(matching, index.conversation, question, options.preferredSpeakers ?? [])
    : matching;
}

/** The best turns of a conversation, scored again with the turns around them and a bonus for preferred speakers. */
function scoredInContext(
  candidates: readonly Candidate[],
  conversation: Conversation,
  { words }: Question,
  preferredSpeakers: readonly string[],
): Candidate[] {
  const scored = candidates.slice(0, CONVERSATION.contextTop).map((candidate) => ({
    ...candidate,
    score:
      candidate.score + CONVERSATION.contextWeight * conversation.contextScore(candidate.position, words),
  }));
  const best = Math.max(...scored.map(({ score }) => score), 0) || 1;
  return scored
    .map((candidate) => ({
      ...candidate,
      score:
        candidate.score / best +
        (preferredSpeakers.includes(candidate.document.speaker ?? '') ? CONVERSATION.speaker : 0),
    }))
    .sort((a, b) => b.score - a.score);
}
