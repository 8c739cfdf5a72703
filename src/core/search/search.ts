import type { Conversations } from '../indexing/conversation.ts';
import type { SearchDocument } from '../indexing/document.ts';
import type { SearchIndex } from '../indexing/search-index.ts';
import type { Steps } from '../steps.ts';
import { CONVERSATION, SETTINGS, type Settings } from '../tuning.ts';
import { candidateSteps } from './candidates.ts';
import { coverage } from './coverage.ts';
import { newestFirst } from './newest.ts';
import type { Candidate, Hit, PassageFilter } from './query.ts';
import type { Question } from './question.ts';
import { bestSentence, likenessTo, passageShare } from './reranking.ts';
import { hintScoreSteps, scorerFor } from './scoring.ts';
import type { WeightedQuestion } from './weighted-question.ts';

/** Which passages to search, and whose to prefer. */
export interface SearchOptions extends PassageFilter {
  /** Ids of speakers whose turns rank higher; only conversations take note of them. */
  preferredSpeakers?: readonly string[] | undefined;
}

/** A hit, and where it is in the index. */
interface PlacedHit extends Hit {
  position: number;
  /** What it would score in a seminar that is no conversation: comparable among seminars of all kinds. */
  commonScore: number;
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
  const found: Scored[] = [];
  for (const conversations of kindsOf(index)) {
    found.push(yield* scoredSteps(index, { question, conversations }, options, settings));
  }
  const best = Math.max(0, ...found.map((each) => each.best)) || 1;
  const ordered: PlacedHit[][] = [];
  for (const each of found) {
    const hits = (yield* rerankSteps(index, each, best, settings)).sort(
      (a, b) =>
        editorialLast(a) - editorialLast(b) || b.score - a.score || newestFirst(a.document, b.document),
    );
    ordered.push(each.conversations ? each.conversations.diversify(hits) : hits);
  }
  const [first = [], second] = ordered;
  const hits = second ? merged(first, second).slice(0, settings.reranked) : first;
  return hits.map(({ document, score, coverage, sentence }) => ({ document, score, coverage, sentence }));
}

/** Joins the hits of two kinds of seminar, each in its own order, by what they would score in seminars of one kind. */
function merged(one: readonly PlacedHit[], other: readonly PlacedHit[]): PlacedHit[] {
  const [left, right] = [[...one], [...other]];
  const joined: PlacedHit[] = [];
  for (let [a, b] = [left[0], right[0]]; a || b; [a, b] = [left[0], right[0]]) {
    const isFirst = !b || (a && comparedInCommon(a, b) <= 0);
    const next = (isFirst ? left : right).shift();
    // A kind's own order may differ from that of the common scores.
    const most = joined.at(-1)?.score ?? Number.POSITIVE_INFINITY;
    if (next) joined.push({ ...next, score: Math.min(most, next.commonScore) });
  }
  return joined;
}

function comparedInCommon(a: PlacedHit, b: PlacedHit): number {
  return (
    editorialLast(a) - editorialLast(b) ||
    b.commonScore - a.commonScore ||
    newestFirst(a.document, b.document)
  );
}

/** The kinds of seminar to search one after the other: null stands for those that are no conversations. */
function kindsOf({ conversations }: SearchIndex): (Conversations | null)[] {
  if (!conversations) return [null];
  return conversations.isEverything ? [conversations] : [null, conversations];
}

/** The candidates of one kind of seminar. */
interface Scored {
  question: WeightedQuestion;
  conversations: Conversations | null;
  /** Best first. In conversations their scores are relative: the best one's words and context count 1. */
  candidates: readonly Candidate[];
  /** The score of the candidate that has most of the question, 0 if there is none. */
  best: number;
}

/** @param best the score of the best candidate of any kind */
function* rerankSteps(
  index: SearchIndex,
  { question, conversations, candidates }: Scored,
  best: number,
  settings: Settings,
): Steps<PlacedHit[]> {
  const sentenceWeight = conversations ? CONVERSATION.sentenceShare : settings.sentenceShare;
  const likeness = likenessTo(question, index);
  const hits: PlacedHit[] = [];
  for (const candidate of candidates.slice(0, settings.reranked)) {
    yield;
    const { position, document, score, ownScore = score } = candidate;
    const sentence = bestSentence(question, candidate);
    const { cueTerms } = index.hints(position);
    const cueLikeness = Math.max(0, ...cueTerms.map(likeness));
    const closeness =
      settings.passageShare * passageShare(question, candidate) + settings.cueShare * cueLikeness;
    const factor = document.asks ? settings.moderatorQuestion : 1;
    // In conversations the scores of candidates are relative already.
    const relative = conversations ? score : score / best;
    hits.push({
      position,
      document,
      score: (relative + sentenceWeight * sentence.share + closeness) * factor,
      commonScore: (ownScore / best + settings.sentenceShare * sentence.share + closeness) * factor,
      coverage: coverage(index, question, candidate, cueLikeness),
      sentence: sentence.index,
    });
  }
  return hits;
}

/** A sort key that puts the publisher's words after everybody else's. */
function editorialLast({ document }: Pick<Hit, 'document'>): number {
  return document.editorial ? 1 : 0;
}

/**
 * The candidates for a question, scored by all of it, best first. Occurrences are counted in the passages'
 * term texts; only those in cues and preceding questions come from MiniSearch.
 */
function* scoredSteps(
  index: SearchIndex,
  { question: asked, conversations }: Pick<Scored, 'question' | 'conversations'>,
  { preferredSpeakers = [], ...filter }: SearchOptions,
  settings: Settings,
): Steps<Scored> {
  const question = (conversations && asked.inConversations) ?? asked;
  const isIncluded = (position: number) =>
    (index.conversations?.includes(position) ?? false) === (conversations !== null);
  const hints = yield* hintScoreSteps(index, question, settings);
  const { positions, correctedWords } = yield* candidateSteps(
    index,
    question,
    filter,
    settings,
    hints,
    isIncluded,
  );
  const scoreOf = scorerFor(index, question, correctedWords, settings);
  const asksInChinese = question.bigrams.length > 0;
  const candidates: Candidate[] = [];
  for (const position of positions) {
    yield;
    const document = index.passages[position] as SearchDocument;
    const termText = index.stats.termTexts[position] ?? '';
    const isCrossLanguage = Boolean(document.translation) || asksInChinese !== index.isChinese(position);
    const candidate = { position, document, termText, isCrossLanguage };
    candidates.push({ ...candidate, score: scoreOf(candidate) + (hints.get(position) ?? 0) });
  }
  // A passage may contain one word of a translation but not the whole translation.
  const matching = candidates.filter(({ score }) => score > 0).sort(bestFirst);
  return {
    question,
    conversations,
    candidates: conversations
      ? yield* contextSteps(matching, conversations, question, preferredSpeakers)
      : matching,
    best: matching[0]?.score ?? 0,
  };
}

/** The best turns of a conversation, scored again with the turns around them and a bonus for preferred speakers. */
function* contextSteps(
  candidates: readonly Candidate[],
  conversations: Conversations,
  { words }: Question,
  preferredSpeakers: readonly string[],
): Steps<Candidate[]> {
  const scored: (Candidate & { ownScore: number })[] = [];
  for (const candidate of candidates.slice(0, CONVERSATION.contextTop)) {
    yield;
    const context = conversations.contextScore(candidate.position, words);
    const score = candidate.score + CONVERSATION.contextWeight * context;
    scored.push({ ...candidate, ownScore: candidate.score, score });
  }
  const best = Math.max(...scored.map(({ score }) => score), 0) || 1;
  return scored
    .map((candidate) => ({
      ...candidate,
      score:
        candidate.score / best +
        (preferredSpeakers.includes(candidate.document.speaker ?? '') ? CONVERSATION.speaker : 0),
    }))
    .sort(bestFirst);
}

/** Compares candidates for sorting: of those with equal scores, the one of the newest seminar comes first. */
function bestFirst(a: Candidate, b: Candidate): number {
  return b.score - a.score || newestFirst(a.document, b.document);
}
