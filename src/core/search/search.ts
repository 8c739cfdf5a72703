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

/** Among which passages to search, and whose come first. */
export interface SearchOptions extends PassageFilter {
  /** In a conversation: the speakers whose turns come first, where several are as good. */
  prefer?: readonly string[] | undefined;
}

/**
 * Ranks passages for a question, best first: speakers' passages, then the publisher's commentary. Whether the
 * best is good enough to show is for `answer` to say.
 * @param question weighed for this index
 * @returns at most `settings.reranked` hits; none where the question is nothing but stop words
 */
export function search(
  index: SearchIndex,
  question: WeightedQuestion,
  options: SearchOptions = {},
  settings: Settings = SETTINGS,
): Hit[] {
  const candidates = scoredCandidates(index, question, options, settings);
  // In a conversation the scores of candidates are on a scale of their own already.
  const best = index.conversation ? 1 : (candidates[0]?.score ?? 1);
  const sentenceWeight = index.conversation ? CONVERSATION.sentenceShare : settings.sentenceShare;
  const likeness = likenessTo(question, index);
  const hits = candidates
    .slice(0, settings.reranked)
    .map((candidate) => {
      const { position, document, score } = candidate;
      const sentence = bestSentence(question, candidate);
      const { cueTerms } = index.hints(position);
      const cue = Math.max(0, ...cueTerms.map(likeness));
      const closeness =
        sentenceWeight * sentence.share +
        settings.passageShare * passageShare(question, candidate) +
        settings.cueShare * cue;
      const factor = document.moderatorQuestion ? settings.moderatorQuestion : 1;
      return {
        position,
        document,
        score: (score / best + closeness) * factor,
        coverage: coverage(index, question, candidate, cue),
        sentence: sentence.index,
      };
    })
    .sort((a, b) => editorialLast(a) - editorialLast(b) || b.score - a.score);
  const ordered = index.conversation ? index.conversation.diversify(hits) : hits;
  return ordered.map(({ document, score, coverage, sentence }) => ({ document, score, coverage, sentence }));
}

/** The publisher's words come after everybody else's. */
function editorialLast({ document }: Pick<Hit, 'document'>): number {
  return document.editorial ? 1 : 0;
}

/**
 * The candidates, scored by all that is asked, best first. How often the terms stand in them is counted in their
 * texts; only for cues and for the question before does MiniSearch keep it.
 */
function scoredCandidates(
  index: SearchIndex,
  question: WeightedQuestion,
  options: SearchOptions,
  settings: Settings,
): Candidate[] {
  const hints = hintScores(index, question, settings);
  const { positions, misspelt } = findCandidates(index, question, options, settings, hints);
  const scoreOf = scorerFor(index, question, misspelt, settings);
  const asksInChinese = question.bigrams.length > 0;
  const candidates = positions.map((position): Candidate => {
    const document = index.passages[position] as SearchDocument;
    const termText = index.stats.termTexts[position] ?? '';
    const isCrossLanguage = Boolean(document.translation) || asksInChinese !== index.isChinese(position);
    const candidate = { position, document, termText, isCrossLanguage };
    return { ...candidate, score: scoreOf(candidate) + (hints.get(position) ?? 0) };
  });
  // One word of a translation may stand where the translation does not.
  const holding = candidates.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
  return index.conversation
    ? inConversation(holding, index.conversation, question, options.prefer ?? [])
    : holding;
}

/** The best of a conversation's turns with the turns around them, and with the speakers who are preferred. */
function inConversation(
  candidates: readonly Candidate[],
  conversation: Conversation,
  { words }: Question,
  prefer: readonly string[],
): Candidate[] {
  const scored = candidates.slice(0, CONVERSATION.aroundTop).map((candidate) => ({
    ...candidate,
    score: candidate.score + CONVERSATION.aroundWeight * conversation.around(candidate.position, words),
  }));
  const best = Math.max(...scored.map(({ score }) => score), 0) || 1;
  return scored
    .map((candidate) => ({
      ...candidate,
      score:
        candidate.score / best +
        (prefer.includes(candidate.document.speaker ?? '') ? CONVERSATION.speaker : 0),
    }))
    .sort((a, b) => b.score - a.score);
}
