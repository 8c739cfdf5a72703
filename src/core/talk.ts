import type { IndexedDocument, SearchDocument } from './search-index.ts';
import { normalise, words } from './text.ts';
import { TALK } from './tuning.ts';

/**
 * Talks: texts of many short turns, as a meeting's minutes have them. A turn says little by itself, so the turns
 * around it count too; and a talk comes back to nothing, so that good hits lie side by side.
 */
export interface Talk {
  /** BM25 of the turns around one, taken as one text, for the words of a question. */
  around(id: string, asked: readonly string[]): number;
  /** Puts a hit down that lies near a better one, so that the first ones come from different places. */
  spread<T extends { id: string; score: number }>(hits: readonly T[]): T[];
}

interface Turn {
  id: string;
  seminar: string | undefined;
  counts: ReadonlyMap<string, number>;
  length: number;
}

/** Whether passages are the turns of a talk: spoken by somebody, and short. */
export function isTalk(passages: readonly SearchDocument[]): boolean {
  const spoken = passages.filter(({ speaker }) => speaker);
  if (spoken.length === 0) return false;
  const total = spoken.reduce((sum, { text }) => sum + words(normalise(text)).length, 0);
  return total / spoken.length < TALK.turnWords;
}

/** Prepares the turns of a talk. */
export function talkOf(
  documents: ReadonlyMap<string, IndexedDocument>,
  rarity: (term: string) => number,
  { k, b }: { k: number; b: number },
): Talk {
  const turns = Array.from(documents.values(), ({ id, seminar, text }): Turn => {
    const found = words(normalise(text));
    const counts = new Map<string, number>();
    for (const word of found) counts.set(word, (counts.get(word) ?? 0) + 1);
    return { id, seminar, counts, length: found.length };
  });
  const placeOf = new Map(turns.map(({ id }, at) => [id, at]));
  const usual = turns.reduce((sum, { length }) => sum + length, 0) / (turns.length || 1) || 1;

  const around = (id: string, asked: readonly string[]): number => {
    const place = placeOf.get(id) ?? 0;
    const near = turns
      .slice(Math.max(0, place - TALK.aroundTurns), place + TALK.aroundTurns + 1)
      .filter(({ seminar }) => seminar === turns[place]?.seminar);
    const length = near.reduce((sum, turn) => sum + turn.length, 0) / ((2 * TALK.aroundTurns + 1) * usual);
    return asked.reduce((score, word) => {
      const often = near.reduce((sum, { counts }) => sum + (counts.get(word) ?? 0), 0);
      return score + (rarity(word) * often * (k + 1)) / (often + k * (1 - b + b * length));
    }, 0);
  };

  const spread = <T extends { id: string; score: number }>(hits: readonly T[]): T[] => {
    const left = [...hits];
    const taken: T[] = [];
    const isNear = (one: string, other: string) => {
      const places = [placeOf.get(one) ?? 0, placeOf.get(other) ?? 0] as const;
      const [first, second] = [turns[places[0]], turns[places[1]]];
      return first?.seminar === second?.seminar && Math.abs(places[0] - places[1]) <= TALK.nearTurns;
    };
    while (left.length > 0) {
      const first = taken.slice(0, TALK.spreadOver);
      const worth = ({ id, score }: T) =>
        score * (first.some((better) => isNear(id, better.id)) ? TALK.nearFactor : 1);
      let best = 0;
      for (const [at, hit] of left.entries()) if (worth(hit) > worth(left[best] ?? hit)) best = at;
      taken.push(...left.splice(best, 1));
    }
    return taken;
  };
  return { around, spread };
}
