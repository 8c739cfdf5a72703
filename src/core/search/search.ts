import type { Conversations } from '../indexing/conversation.ts';
import type { SearchDocument } from '../indexing/document.ts';
import type { SearchIndex } from '../indexing/search-index.ts';
import type { Steps } from '../steps.ts';
import { CONVERSATION, SETTINGS, type Settings } from '../tuning.ts';
import { candidateSteps } from './candidates.ts';
import { coverage, ownShare, shareOf } from './coverage.ts';
import { newestFirst } from './newest.ts';
import { type Candidate, type Hit, type PassageFilter, passes } from './query.ts';
import type { Question } from './question.ts';
import { bestSentence, cueLikenessTo, passageShare } from './reranking.ts';
import { hintScoreSteps, scorerFor } from './scoring.ts';
import { surroundedShareFor } from './surroundings.ts';
import type { WeightedQuestion } from './weighted-question.ts';

/** Which passages to search, and whose to prefer. */
export interface SearchOptions extends PassageFilter {
  /** Ids of speakers whose turns rank higher; only conversations take note of them. */
  preferredSpeakers?: readonly string[] | undefined;
}

/** A hit, and where it is in the index. */
interface PlacedHit extends Hit {
  position: number;
}

/**
 * Ranks passages for a question, best first: those of speakers, then the publisher's commentary. Whether the best is good
 * enough to be shown is for `rankSteps` to decide. Pauses after each passage that it compares: a question of 300 words takes a
 * tenth of a second.
 * @param question weighted for this index
 * @returns at most `settings.reranked` hits; none if the question consists of stop words
 */
export function* searchSteps(
  index: SearchIndex,
  question: WeightedQuestion,
  options: SearchOptions,
  settings: Settings = SETTINGS,
): Steps<Hit[]> {
  const { conversations } = index;
  const candidates = yield* candidatesSteps(index, question, options, settings);
  const ranked = (yield* rerankSteps(index, question, candidates, settings)).sort(
    (a, b) => editorialLast(a) - editorialLast(b) || b.score - a.score || newestFirst(a.document, b.document),
  );
  const hits = conversations ? conversations.diversify(ranked) : ranked;
  return hits.map(({ document, score, coverage, share, sentence }) => ({
    document,
    score,
    coverage,
    share,
    sentence,
  }));
}

/** @param candidates best first */
function* rerankSteps(
  index: SearchIndex,
  question: WeightedQuestion,
  candidates: readonly Candidate[],
  settings: Settings,
): Steps<PlacedHit[]> {
  const { conversations } = index;
  const best = Math.max(0, ...candidates.map(({ score }) => score)) || 1;
  // Spoken sentences end anywhere.
  const sentenceWeight = conversations ? 0 : settings.sentenceShare;
  const cueLikeness = cueLikenessTo(question, index);
  const surroundedShare = surroundedShareFor(question, index);
  const asksForKind = question.answerKinds.length > 0;
  const hits: PlacedHit[] = [];
  for (const candidate of candidates.slice(0, settings.reranked)) {
    yield;
    const { position, document, score } = candidate;
    const sentence = bestSentence(question, candidate);
    const hints = index.hints(position);
    const hasKind = asksForKind && index.hasAnswerKinds(position, question.answerKinds);
    // Where a curator has said what a passage answers, its surroundings only mislead.
    const isAlone = hints.cueTerms.length === 0;
    const closeness =
      settings.passageShare[isAlone ? 'withoutCues' : 'withCues'] * passageShare(question, candidate) +
      settings.cueShare * cueLikeness(hints) +
      (hasKind ? settings.answerKind : 0) +
      // Turns of a conversation have been scored with those around them.
      (isAlone && !conversations && settings.surroundings > 0
        ? settings.surroundings * surroundedShare(candidate)
        : 0);
    const factor = document.asks ? settings.asking : 1;
    // In conversations the scores of candidates are relative already.
    const relative = conversations ? score : score / best;
    const covered = Math.max(
      coverage(index, question, candidate),
      conversations ? contextCoverage(conversations, question, candidate) : 0,
    );
    hits.push({
      position,
      document,
      score: (relative + sentenceWeight * sentence.share + closeness) * factor,
      coverage: covered,
      share: ownShare(question, candidate),
      sentence: sentence.index,
    });
  }
  return hits;
}

/** What a turn's context adds to its coverage: it can make the turn the closest, and never one that answers. */
function contextCoverage(
  conversations: Conversations,
  { required }: WeightedQuestion,
  { position, isCrossLanguage }: Candidate,
): number {
  return (
    CONVERSATION.contextCoverage * shareOf(required, conversations.contextText(position), isCrossLanguage)
  );
}

/** A sort key that puts the publisher's words after everybody else's. */
function editorialLast({ document }: Pick<Hit, 'document'>): number {
  return document.editorial ? 1 : 0;
}

/**
 * The candidates for a question, scored by all of it, best first. Occurrences are counted in the passages'
 * term texts; only those in cues and preceding questions come from postings of their own.
 */
function* candidatesSteps(
  index: SearchIndex,
  question: WeightedQuestion,
  { preferredSpeakers = [], ...filter }: SearchOptions,
  settings: Settings,
): Steps<readonly Candidate[]> {
  const { conversations } = index;
  const hints = yield* hintScoreSteps(index, question, settings);
  const find = (wanted: PassageFilter) => candidateSteps(index, question, wanted, settings, hints);
  const { positions: found, correctedWords } = yield* find(filter);
  // Who is asked for an opinion need not repeat what it is about.
  const anybody = conversations && filter.speakers ? yield* find({ ...filter, speakers: undefined }) : null;
  const near = new Set(
    anybody?.positions.slice(0, CONVERSATION.othersTop).flatMap((each) => conversations?.within(each) ?? []),
  );
  for (const position of near)
    if (!passes(filter, index.passages[position] as SearchDocument)) near.delete(position);
  const scoreOf = scorerFor(index, question, correctedWords, settings);
  const asksInChinese = question.language !== 'en';
  const candidates: Candidate[] = [];
  for (const position of new Set([...found, ...near])) {
    yield;
    const document = index.passages[position] as SearchDocument;
    const termText = index.stats.termTexts[position] ?? '';
    const isCrossLanguage = Boolean(document.translation) || asksInChinese !== index.isChinese(position);
    const candidate = { position, document, termText, isCrossLanguage };
    candidates.push({ ...candidate, score: scoreOf(candidate) + (hints.get(position) ?? 0) });
  }
  // A passage may contain one word of a translation but not the whole translation.
  const matching = candidates
    .filter(({ position, score }) => score > 0 || near.has(position) || isRelated(question, position))
    .sort(bestFirst);
  return conversations ? yield* contextSteps(matching, conversations, question, preferredSpeakers) : matching;
}

/**
 * The best turns of a conversation, scored again with the turns around them, by how well they suit any question, and with
 * a bonus for preferred speakers.
 */
function* contextSteps(
  candidates: readonly Candidate[],
  conversations: Conversations,
  { words }: Question,
  preferredSpeakers: readonly string[],
): Steps<Candidate[]> {
  const contextScore = conversations.contextScorer(words);
  const scored: (Candidate & { context: number })[] = [];
  for (const candidate of candidates.slice(0, CONVERSATION.contextTop)) {
    yield;
    scored.push({ ...candidate, context: contextScore(candidate.position) });
  }
  const bestOwn = Math.max(...scored.map(({ score }) => score), 0) || 1;
  const bestContext = Math.max(...scored.map(({ context }) => context), 0) || 1;
  return scored
    .map((candidate) => ({
      ...candidate,
      score:
        (1 - CONVERSATION.contextShare) * (candidate.score / bestOwn) +
        CONVERSATION.contextShare * (candidate.context / bestContext) +
        conversations.suitability(candidate.position) +
        (preferredSpeakers.includes(candidate.document.speaker ?? '') ? CONVERSATION.speaker : 0),
    }))
    .sort(bestFirst);
}

/** Whether a passage has a word that is used like one of a question. */
function isRelated({ required }: WeightedQuestion, position: number): boolean {
  return required.some(({ related }) => (related?.[position] ?? 0) > 0);
}

/** Compares candidates for sorting: of those with equal scores, the one of the newest seminar comes first. */
function bestFirst(a: Candidate, b: Candidate): number {
  return b.score - a.score || newestFirst(a.document, b.document);
}
