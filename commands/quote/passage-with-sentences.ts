import type { PassagesById } from '../../src/core/passages/passages.ts';
import { passagesAt, readPlaces } from '../../src/core/passages/places.ts';
import { readSentences } from '../../src/core/passages/sentence-choice.ts';

/** A passage and some of its sentences have no more characters. */
const LONGEST = 80;
/** More than any passage has, so that only what cannot be read is refused here. */
const ANY_COUNT = 9999;
const SENTENCES = /sentence|句|^\W*s ?\d/iu;

/** What was typed for a passage, if it names sentences too. */
interface PassageWithSentences {
  passage: string;
  sentences: string;
}

/**
 * Divides a text in which a passage and its sentences stand together: `p3 sentence 2`, `第3行第2句`, `the last sentence
 * of p3`.
 * @returns null if it is anything else
 */
export function passageWithSentences(typed: string, library: PassagesById): PassageWithSentences | null {
  if (typed.length > LONGEST || !/sentence|句|\bs ?\d/iu.test(typed)) return null;
  for (let at = 1; at < typed.length; at++) {
    if (/^[a-z0-9]{2}$/i.test(typed.slice(at - 1, at + 1))) continue;
    const [before, after] = [typed.slice(0, at), typed.slice(at)];
    for (const [passage, sentences] of [
      [before, after],
      [after, before],
    ] as const) {
      if (!SENTENCES.test(sentences) || readSentences(sentences, ANY_COUNT) === 'unreadable') continue;
      const places = readPlaces(passage, library);
      if (places && passagesAt(places, library)) return { passage, sentences };
    }
  }
  return null;
}
