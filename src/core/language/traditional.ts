import { CustomConverter, type DictLike, Trie } from 'opencc-js/core';
import { configs } from 'opencc-js/preset/cn2t';
import type { Steps } from '../steps.ts';

/** So many entries of a dictionary are put into a converter between two pauses, which takes about a millisecond. */
const ENTRIES_TOGETHER = 1000;

/** Whatever is converted needs the same converter, and making it takes two tenths of a second. */
let known: ((text: string) => string) | null = null;

/**
 * Makes a converter of Simplified Chinese to Traditional characters as Taiwan writes them. It keeps the words: of a title,
 * Taiwan's words would make another one (新闻发布会 → 新聞釋出會). Pauses often the first time; afterwards it is there.
 */
export function* traditionalSteps(): Steps<(text: string) => string> {
  if (known) return known;
  const chain: Trie[] = [];
  for (const group of configs?.s2tw?.conversionChain ?? []) {
    const trie = new Trie();
    // The first dictionary of a group counts most, and what comes later replaces what came before.
    for (const dictionary of group.toReversed()) {
      const entries = typeof dictionary === 'string' ? dictionary.split('|') : dictionary;
      for (let at = 0; at < entries.length; at += ENTRIES_TOGETHER) {
        for (const entry of entries.slice(at, at + ENTRIES_TOGETHER)) {
          const [from = '', to = ''] = typeof entry === 'string' ? entry.split(' ') : entry;
          trie.addWord(from, to);
        }
        yield;
      }
    }
    chain.push(trie);
  }
  known = (text) => chain.reduce((converted, trie) => trie.convert(converted), text);
  return known;
}

let ofCharacters: ((text: string) => string) | undefined;

/** Converts characters but no words, so Traditional text mostly stays as it is: this tells the two scripts apart. */
export function traditionalCharacters(text: string): string {
  ofCharacters ??= CustomConverter(simplifiedDictionary());
  return ofCharacters(text);
}

function simplifiedDictionary(): DictLike {
  const [characters] = configs?.s2t?.conversionChain[0]?.slice(-1) ?? [];
  return characters ?? [];
}
