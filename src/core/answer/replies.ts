import type { SearchDocument } from '../indexing/document.ts';
import type { SearchIndex } from '../indexing/search-index.ts';
import { sentencesOf } from '../indexing/term-text.ts';
import { shareOf } from '../search/coverage.ts';
import { type Hit, type PassageFilter, passes } from '../search/query.ts';
import type { WeightedQuestion } from '../search/weighted-question.ts';
import { ANSWER_DEPTH, REPLY } from '../tuning.ts';

/** What the reply to a question is looked for with. */
export interface Asked {
  weighted: WeightedQuestion;
  /** Whether it is put as a question, so that it may have been asked in the same words. */
  mayBeReplied: boolean;
}

/** A question, in either language. */
const QUESTION =
  /[?\uFF1F]\s*$|^(?:and |so |but )?(?:who|whose|what|which|when|where|why|how|do|does|did|is|are|was|were|can|could|should|would|will|has|have)\b|谁|什么|吗|怎么|如何|为何|哪|多少|几|是不是|有没有/u;

/**
 * Whether what somebody asks may have been asked at the seminar, so that they want what was replied.
 * @param normalised the question, as `normalise` returns it
 */
export function mayBeReplied(normalised: string): boolean {
  return QUESTION.test(normalised);
}

/**
 * Puts the reply to a question before it, so that who asks what somebody at the seminar asked finds what was replied.
 * @param filter the one that the hits passed, so that no reply by anybody else comes in
 */
export function repliesFirst(
  index: SearchIndex,
  hits: readonly Hit[],
  { weighted, mayBeReplied }: Asked,
  filter: PassageFilter,
): Hit[] {
  const ordered = [...hits];
  for (const question of hits) {
    const at = ordered.indexOf(question);
    const better = ordered.findIndex((hit) => repliesAsWell(hit, question));
    if (better >= 0) {
      if (better > at) ordered.splice(at, 0, ...ordered.splice(better, 1));
      continue;
    }
    if (!mayBeReplied || at >= ANSWER_DEPTH || !asksTheSame(index, question, weighted)) continue;
    const reply = replyTo(index, question, filter);
    if (!reply) continue;
    const known = ordered.findIndex(({ document }) => document === reply);
    if (known >= 0 && known < at) continue;
    const [hit = { document: reply, score: 0, coverage: 0, share: 0, sentence: null }] =
      known < 0 ? [] : ordered.splice(known, 1);
    // It takes over the words of the question, which it need not repeat.
    const coverage = Math.max(hit.coverage, REPLY.coverage * question.coverage);
    ordered.splice(at, 0, {
      ...hit,
      coverage,
      share: Math.max(hit.share, question.share),
      score: Math.max(hit.score, question.score),
    });
  }
  return repliedLast(ordered);
}

/** Moves questions behind all else whose reply comes before them: it is shown with the question, if it needs it. */
function repliedLast(ordered: readonly Hit[]): Hit[] {
  const replied = new Set<string>();
  const [kept, moved]: [Hit[], Hit[]] = [[], []];
  for (const hit of ordered) {
    (hit.document.asks && replied.has(hit.document.id) ? moved : kept).push(hit);
    for (const id of hit.document.repliesTo ?? []) replied.add(id);
  }
  return [...kept, ...moved];
}

/**
 * Of passages that are found for who asks for a question, those that ask; all of them, if none has as much of what was asked
 * for.
 * @param most how many of them are left
 */
export function questionsFirst(hits: readonly Hit[], most: number): Hit[] {
  const best = Math.max(0, ...hits.map(({ coverage }) => coverage));
  const asks = ({ document, coverage }: Hit) => document.asks === true && coverage >= REPLY.coverage * best;
  const asking = hits.filter(asks);
  return (asking.length > 0 ? asking : hits).slice(0, most);
}

/** In so many of the last sentences of a passage somebody may ask: thanks, or a word of explanation, may follow. */
const ASKING_SENTENCES = 3;

/** Whether what is asked is a question with which somebody at the seminar ended, whoever it was. */
function asksTheSame(
  { passages, stats }: SearchIndex,
  { document, coverage }: Hit,
  weighted: WeightedQuestion,
): boolean {
  if (document.editorial || coverage < REPLY.sameQuestion) return false;
  const said = sentencesOf(stats.termTexts[passages.indexOf(document)] ?? '');
  // A question inside a speech is rarely one to anybody.
  return said
    .slice(document.asks ? -ASKING_SENTENCES : -1)
    .some((each) => shareOf(weighted.required, each, Boolean(document.translation)) >= REPLY.sameQuestion);
}

/** How many passages after a question are looked at for a reply to it. */
const REPLY_WITHIN = 12;

/** The first passage that replies to a question; null if it may not be shown. */
function replyTo(
  { passages }: SearchIndex,
  { document: question }: Hit,
  filter: PassageFilter,
): SearchDocument | null {
  const at = passages.indexOf(question);
  const next = passages.slice(at + 1, at + 1 + REPLY_WITHIN).find((each) => repliesTo(each, question));
  return at >= 0 && next && passes(filter, next) ? next : null;
}

function repliesTo({ repliesTo }: SearchDocument, question: SearchDocument): boolean {
  return repliesTo?.includes(question.id) === true;
}

/** Whether a hit replies to another one, and has most of what is asked itself. */
function repliesAsWell({ document, coverage, score }: Hit, question: Hit): boolean {
  return (
    repliesTo(document, question.document) &&
    (document.asks !== true || question.document.asks === true) &&
    coverage >= REPLY.coverage * question.coverage &&
    score >= REPLY.score * question.score
  );
}
