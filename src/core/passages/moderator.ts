import type { Passage } from './passages.ts';

/** A question of the moderator's, for a passage of the turn that answers it. */
export interface PrecedingQuestion {
  question: Passage;
  /** The passage is the first after it: then it may open with "yes". */
  isFirst: boolean;
}

/**
 * The moderator's question that each passage answers: the last one before its turn. What the moderator adds before
 * anybody has answered leaves the question open; a statement after an answer closes it, and so does another voice.
 * @param passages in the order of the corpus
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
    } else if (passage.speaker?.moderator) {
      if (first !== null) question = null;
    } else if (question) {
      // Nobody can tell that a run without names is one voice.
      const goesOn = first === null || (passage.speaker !== null && passage.speaker === first.speaker);
      if (goesOn) found.set(passage, { question, isFirst: first === null });
      else question = null;
      first ??= passage;
    }
  }
  return found;
}

/** Whether a passage is a question of the moderator's. */
export function isModeratorQuestion(passage: Pick<Passage, 'speaker' | 'text'>): boolean {
  return passage.speaker?.moderator === true && isQuestion(passage);
}

/** Whether a passage asks rather than states. */
export function isQuestion({ text }: Pick<Passage, 'text'>): boolean {
  return /[?\uFF1F]["”』」]?$/u.test(text);
}
