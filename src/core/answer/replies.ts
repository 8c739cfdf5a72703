import type { SearchDocument } from '../indexing/document.ts';
import type { SearchIndex } from '../indexing/search-index.ts';
import { sentencesOf } from '../indexing/term-text.ts';
import { isQuestion } from '../passages/moderator.ts';
import { shareOf } from '../search/coverage.ts';
import { type Hit, type PassageFilter, passes } from '../search/query.ts';
import type { WeightedQuestion } from '../search/weighted-question.ts';
import { ANSWER_DEPTH, REPLY } from '../tuning.ts';

/** What the reply to a question is looked for with. */
export interface Asked {
  weighted: WeightedQuestion;
  /** Whether it asks for words that somebody at the seminar may have asked for too, and not for who asked. */
  mayBeReplied: boolean;
}

/** A question, in either language. */
const QUESTION =
  /[?\uFF1F]\s*$|^(?:and |so |but )?(?:who|whose|what|which|when|where|why|how|do|does|did|is|are|was|were|can|could|should|would|will|has|have)\b|谁|什么|吗|怎么|如何|为何|哪|多少|几|是不是|有没有/u;
/** Whoever wants to know who asked, or what, wants the question. */
const ASKING = /\b(?:ask|asks|asked|question|questions)\b|问/u;

/**
 * Whether what somebody asks may have been asked at the seminar, so that they want what was replied.
 * @param normalised the question, as `normalise` returns it
 */
export function mayBeReplied(normalised: string): boolean {
  return QUESTION.test(normalised) && !ASKING.test(normalised);
}

/**
 * Puts the reply to a question before it, so that who asks what somebody at the seminar asked finds what was replied.
 * @param filter the one that the hits passed, so that no reply by anybody else comes in
 */
export function repliesFirst(
  index: SearchIndex,
  hits: readonly Hit[],
  asked: Asked,
  filter: PassageFilter,
): Hit[] {
  const ordered = [...hits];
  for (const question of hits) {
    const at = ordered.indexOf(question);
    const isSame = at < ANSWER_DEPTH && asked.mayBeReplied && asksTheSame(index, question, asked);
    const reply = isSame ? replyTo(index, question, filter) : null;
    const known = ordered.findIndex(({ document }) => document === reply);
    if (reply && (known < 0 || known > at)) {
      const hit = ordered[known] ?? { document: reply, score: 0, coverage: 0, sentence: null };
      if (known >= 0) ordered.splice(known, 1);
      // It takes over the words of the question, which it need not repeat.
      const coverage = Math.max(hit.coverage, REPLY.coverage * question.coverage);
      ordered.splice(at, 0, { ...hit, coverage, score: Math.max(hit.score, question.score) });
      continue;
    }
    const better = ordered.findIndex((hit) => repliesAsWell(hit, question));
    if (better > at) ordered.splice(at, 0, ...ordered.splice(better, 1));
  }
  return ordered;
}

/** Whether what is asked is the question with which somebody at the seminar ended, whoever it was. */
function asksTheSame(
  { passages, stats }: SearchIndex,
  { document, coverage }: Hit,
  { weighted }: Asked,
): boolean {
  if (document.editorial || !isQuestion(document) || coverage < REPLY.sameQuestion) return false;
  // A question inside a speech is rarely one to anybody.
  const last = sentencesOf(stats.termTexts[passages.indexOf(document)] ?? '').at(-1) ?? '';
  return shareOf(weighted.required, last, Boolean(document.translation)) >= REPLY.sameQuestion;
}

/** How many passages after a question are looked at for a reply to it. */
const REPLY_WITHIN = 4;

/** What the next speaker says after a question; null if that may not be shown. */
function replyTo(
  { passages }: SearchIndex,
  { document: question }: Hit,
  filter: PassageFilter,
): SearchDocument | null {
  const at = passages.indexOf(question);
  const next = passages
    .slice(at + 1, at + 1 + REPLY_WITHIN)
    .find(({ speaker, editorial }) => !editorial && (speaker ?? null) !== (question.speaker ?? null));
  if (at < 0 || !next || next.seminar !== question.seminar || next.moderatorQuestion) return null;
  return passes(filter, next) ? next : null;
}

/** Whether a hit replies to a moderator's question, and has most of what is asked itself. */
function repliesAsWell({ document, coverage, score }: Hit, question: Hit): boolean {
  const { text, seminar, moderatorQuestion } = question.document;
  return (
    moderatorQuestion === true &&
    document.seminar === seminar &&
    document.precedingQuestion?.startsWith(`${text}\n`) === true &&
    coverage >= REPLY.coverage * question.coverage &&
    score >= REPLY.score * question.score
  );
}
