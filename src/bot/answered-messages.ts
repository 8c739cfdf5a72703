import type { Said } from './said.ts';

/** A message that speaks to the bot, or did, and what the bot has posted for it. */
export interface Question {
  id: string;
  channel: string;
  /** Null for direct messages. */
  server: string | null;
  author: string;
  /**
   * What is still to be done for it: to answer these words, or to take away what stands. The words are dropped with that.
   */
  wanted?: Said | 'nothing' | undefined;
  /** Whether it is being seen to, or waits for that. */
  isInHand: boolean;
  /** The last edit that was heard of, in milliseconds since 1970; null if there was none. */
  editedAt: number | null;
  posted: Posted | null;
  /** How many of its answers were taken away. */
  removed: number;
}

/** The bot's message for a question. */
export interface Posted {
  id: string;
  /** It only offers to answer. */
  isOffer: boolean;
}

/** Which answer belongs to which question: by their ids, in memory, and for a limited time. */
export interface AnsweredMessages {
  /** The question that a message is; null if it is none, or is forgotten. */
  get(id: string): Question | null;
  /** The question that a message is; remembered from now on if it was not known. */
  remember(said: Said): Question;
  forget(question: Question): void;
  /** Notes what was posted for a question, or that it stands no more. */
  note(question: Question, posted: Posted | null): void;
  /** The question that a message of the bot stands under; null if that is not known. */
  answeredBy(message: string): Question | null;
}

/** At 200 bytes each, 2 MB; a bot that gives more answers than that in a day is busy everywhere, all of the time. */
export const MOST_QUESTIONS = 10_000;
/** People delete what they have just written. Who deletes an older question can press Remove under its answer. */
export const REMEMBERED_MS = 24 * 60 * 60 * 1000;

/** @param now milliseconds of a clock that nobody sets */
export function answeredMessages(now: () => number): AnsweredMessages {
  // In the order in which they were heard.
  const questions = new Map<string, { question: Question; since: number }>();
  const byAnswer = new Map<string, Question>();
  const note = (question: Question, posted: Posted | null) => {
    if (question.posted) byAnswer.delete(question.posted.id);
    question.posted = posted;
    if (posted) byAnswer.set(posted.id, question);
  };
  const forget = (question: Question) => {
    questions.delete(question.id);
    if (question.posted) byAnswer.delete(question.posted.id);
  };
  const forgetOld = () => {
    for (const { question, since } of questions.values()) {
      if (questions.size <= MOST_QUESTIONS && now() - since < REMEMBERED_MS) return;
      forget(question);
    }
  };
  return {
    get: (id) => questions.get(id)?.question ?? null,
    remember: ({ id, channel, server, author }) => {
      const known = questions.get(id)?.question;
      if (known) return known;
      const idle = { isInHand: false, editedAt: null, posted: null, removed: 0 };
      const question: Question = { id, channel, server, author, ...idle };
      questions.set(id, { question, since: now() });
      forgetOld();
      return question;
    },
    forget,
    note,
    answeredBy: (message) => byAnswer.get(message) ?? null,
  };
}
