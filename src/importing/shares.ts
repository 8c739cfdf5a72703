import type { Draft } from './draft.ts';
import { isPerhapsSeveral } from './names.ts';

/** How much one speaker says. */
export interface Share {
  name: string;
  turns: number;
  /** Of all words, in per cent. */
  share: number;
}

/** Words, and each Chinese character by itself. */
const WORD = /\p{Script=Han}|[^\P{L}\p{Script=Han}]+|\p{N}+/gu;

/** The words of a text; a Chinese character counts as one. */
export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** How much each speaker says, the most first, and what part of the words nobody is named for, in per cent. */
export function sharesOf({ segments, speakers }: Draft): { shares: Share[]; unnamed: number } {
  const several = new Set(
    speakers.filter(({ anonymous }) => isPerhapsSeveral(anonymous)).map(({ name }) => name),
  );
  const found = new Map(speakers.map(({ name }) => [name, { turns: 0, words: 0 }]));
  let [total, named] = [0, 0];
  let last: string | null = null;
  for (const { speaker, basis, text, label } of segments) {
    const words = wordsOf(text).length;
    if (basis !== 'editorial') total += words;
    const counts = speaker === null ? undefined : found.get(speaker);
    if (speaker !== null && counts) {
      named += words;
      counts.words += words;
      if (speaker !== last || (label !== null && several.has(speaker))) counts.turns++;
    }
    if (basis !== 'editorial') last = speaker;
  }
  const percent = (words: number) => (total === 0 ? 0 : Math.round((words / total) * 100));
  return {
    shares: Array.from(found, ([name, { turns, words }]) => ({ name, turns, words, share: percent(words) }))
      .sort((a, b) => b.words - a.words)
      .map(({ name, turns, share }) => ({ name, turns, share })),
    unnamed: percent(total - named),
  };
}
