import type { Localised } from '../language/locale.ts';
import { firstWords } from '../language/text.ts';
import type { Basis } from '../transcript/transcript.ts';
import { type Cut, cutOf, withMarks } from './excerpt.ts';
import type { Passage } from './passages.ts';

/** How many of its first words a turn is recognised by. */
const OPENING_WORDS = 8;
/** The most characters of these words, since a word may be of any length. */
const OPENING_LENGTH = 80;

/**
 * The passages that start a turn: what one person says until somebody else speaks, as far as the source makes that known.
 * A run of passages that it does not attribute is one turn, though several people may speak in it. Commentary by the
 * publisher in the middle of a paragraph neither ends a turn nor starts another.
 * @param passages one seminar's, in source order
 */
export function turnStarts(passages: readonly Passage[]): Passage[] {
  const starts: Passage[] = [];
  let previous: Passage | undefined;
  for (const passage of passages) {
    const last = starts.at(-1);
    const continues = last && previous && (isSameParagraph(passage, previous) || isSameVoice(passage, last));
    if (!continues) starts.push(passage);
    previous = passage;
  }
  return starts;
}

/** Whether a passage is part of the same segment as the one before it, or commentary in the same paragraph. */
function isSameParagraph({ segment, basis, line }: Passage, previous: Passage): boolean {
  return segment === previous.segment || (basis === 'editorial' && line === previous.line);
}

/** Whether the same person goes on speaking and is known in the same way. A printed label starts a new turn, unless it says that one goes on. */
function isSameVoice({ segment, basis, speaker }: Passage, first: Passage): boolean {
  if (segment.label !== null && basis !== 'continued') return false;
  return speaker === first.speaker && attribution(basis) === attribution(first.basis);
}

function attribution(basis: Basis): Basis {
  return basis === 'continued' ? 'labelled' : basis;
}

/** The first words of a passage by which it is recognised; for English readers from its translation, if there is one. */
export function openingOf(passage: Passage): Localised {
  const { text, translation } = passage;
  const cut = cutOf(passage);
  const source = firstWordsOf(text, cut);
  return { en: firstWordsOf(translation ?? text, cut), 'zh-CN': source, 'zh-TW': source };
}

/** @param cut at which ends the text is only a part of another */
function firstWordsOf(text: string, cut: Cut): string {
  const words = Array.from(firstWords(text, OPENING_WORDS)).slice(0, OPENING_LENGTH).join('');
  return withMarks(words, { ...cut, after: cut.after || words.length < text.trim().length });
}
