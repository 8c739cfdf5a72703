import type { Localised } from '../language/locale.ts';
import { firstWords } from '../language/text.ts';
import type { Basis } from '../transcript/transcript.ts';
import type { Passage } from './passages.ts';

/** The first words of a turn: enough to know it again. */
const OPENING_WORDS = 8;
/** A word may be as long as its writer likes. */
const OPENING_LENGTH = 80;

/**
 * What one person says until another speaks, as far as the source tells: a run of passages that it does not
 * attribute is one turn, though several may speak in it. Commentary that the publisher added inside a turn belongs
 * to its place and neither ends it nor starts another.
 */
export interface Turn {
  /** Where it starts; how its speaker is known. */
  first: Passage;
  /** Its first words: for English readers translated, where there is a translation. */
  opening: Localised;
}

/**
 * Gathers passages into turns.
 * @param passages one seminar's, in the order of the source
 */
export function turnsOf(passages: readonly Passage[]): Turn[] {
  const turns: Turn[] = [];
  let before: Passage | undefined;
  for (const passage of passages) {
    const last = turns.at(-1);
    if (!last || !before || !(isWithin(passage, before) || goesOn(passage, last.first))) {
      turns.push({ first: passage, opening: openingOf(passage) });
    }
    before = passage;
  }
  return turns;
}

/** Whether a passage is a further part of a segment, or commentary added to a paragraph. */
function isWithin({ segment, basis, line }: Passage, before: Passage): boolean {
  return segment === before.segment || (basis === 'editorial' && line === before.line);
}

/** Whether the same voice goes on, known in the same way; a printed label starts a turn. */
function goesOn({ segment, basis, speaker }: Passage, first: Passage): boolean {
  return segment.label === null && speaker === first.speaker && voice(basis) === voice(first.basis);
}

function voice(basis: Basis): Basis {
  return basis === 'continued' ? 'labelled' : basis;
}

function openingOf({ text, translation }: Passage): Localised {
  const source = cut(text);
  return { en: cut(translation ?? text), 'zh-CN': source, 'zh-TW': source };
}

function cut(text: string): string {
  const words = Array.from(firstWords(text, OPENING_WORDS)).slice(0, OPENING_LENGTH).join('');
  return words.length < text.trim().length ? `${words}…` : words;
}
