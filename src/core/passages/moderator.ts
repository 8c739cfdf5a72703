import type { Passage } from './passages.ts';

/** A question of the moderator's, for a passage of the turn that answers it. */
export interface Asked {
  question: Passage;
  /** The passage is the first after it: then it may open with "yes". */
  isFirst: boolean;
}

/**
 * The moderator's question that each passage answers, where there is one: the last before its turn.
 * @param passages in the order of the corpus
 */
export function questionsBefore(passages: Iterable<Passage>): Map<Passage, Asked> {
  const asked = new Map<Passage, Asked>();
  let question: Passage | null = null;
  let first: Passage | null = null;
  for (const passage of passages) {
    if (question?.transcript !== passage.transcript) question = null;
    if (passage.basis === 'editorial') continue;
    if (passage.speaker?.moderator) {
      question = isQuestion(passage) ? passage : null;
      first = null;
    } else if (question) {
      // Nobody can tell that a run without names is one voice.
      const goesOn = first === null || (passage.speaker !== null && passage.speaker === first.speaker);
      if (goesOn) asked.set(passage, { question, isFirst: first === null });
      else question = null;
      first ??= passage;
    }
  }
  return asked;
}

/** Whether a passage asks rather than states. */
export function isQuestion({ text }: Pick<Passage, 'text'>): boolean {
  return /[?\uFF1F]["”』」]?$/u.test(text);
}
