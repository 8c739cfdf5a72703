import type { Speaker } from '../transcript/transcript.ts';
import type { Passage } from './passages.ts';

/** The moderator's question that a passage answers. */
export interface PrecedingQuestion {
  question: Passage;
  /** Whether the passage is the first to answer, so that it may open with "yes". */
  isFirst: boolean;
}

/**
 * Finds the moderator's question that each passage answers: the last one before its turn. What the moderator
 * adds before anybody has answered leaves the question open. A statement by the moderator after an answer
 * closes it, and so does another speaker.
 * @param passages in corpus order
 * @returns the questions, by the passages that answer one
 */
export function precedingQuestionsOf(passages: Iterable<Passage>): Map<Passage, PrecedingQuestion> {
  const found = new Map<Passage, PrecedingQuestion>();
  let question: Passage | null = null;
  let first: Passage | null = null;
  for (const passage of passages) {
    if (question?.transcript !== passage.transcript) question = null;
    if (passage.basis === 'editorial') continue;
    if (isModeratorQuestion(passage)) {
      question = passage;
      first = null;
    } else if (passage.speaker && asks(passage.speaker)) {
      if (first !== null) question = null;
    } else if (question) {
      // Several people may speak in a run of passages without names.
      const isSameTurn = first === null || (passage.speaker !== null && passage.speaker === first.speaker);
      if (isSameTurn) found.set(passage, { question, isFirst: first === null });
      else question = null;
      first ??= passage;
    }
  }
  return found;
}

/** Whether a passage is a question by the moderator, or by whoever asks. */
export function isModeratorQuestion(passage: Pick<Passage, 'speaker' | 'text'>): boolean {
  return passage.speaker !== null && asks(passage.speaker) && isQuestion(passage);
}

/** Whether somebody is there to ask: whoever moderates, and the reporters of a press conference. */
function asks({ moderator, anonymous }: Speaker): boolean {
  return moderator || anonymous === 'reporter';
}

/** Whether a passage is a question: whether it ends with a question mark. */
export function isQuestion({ text }: Pick<Passage, 'text'>): boolean {
  return /[?\uFF1F]["”』」]?$/u.test(text);
}
