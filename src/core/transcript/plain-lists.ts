import type { Steps } from '../steps.ts';
import type { ParsedYaml } from './yaml.ts';

/** A key that is a text in YAML, whatever is said of `null`, `true` and `on`, in a line of its own. */
const KEY = /^(?!(?:null|true|false|yes|no|on|off|y|n):$)([a-z][a-z\d-]{0,60}):$/;
/** A text that stands as it is: without escapes, and in one line. */
const ITEM = /^ {2}- "([^"\\\p{Cc}]*)"$/u;
/** A line that says nothing. */
const NOTHING = /^ *(?:#\P{Cc}*)?$/u;
/** A text with more lines might have more than our YAML may have. */
const MOST_LINES = 20_000;
/** So many lines are read between two pauses. */
const LINES_TOGETHER = 500;

/**
 * Reads YAML that is nothing but lists of texts, each list under a key, as cues are nearly always written: that takes a
 * tenth of the time that a reader of all YAML takes. Pauses often.
 * @returns what `yamlSteps` would; null for a text that has anything else in it, which is for that to read
 */
export function* plainListSteps(text: string): Steps<ParsedYaml | null> {
  const lines = text.split('\n');
  if (lines.length > MOST_LINES) return null;
  const lists = new Map<string, { items: string[]; lines: number[] }>();
  let list: { items: string[]; lines: number[] } | undefined;
  for (const [at, line] of lines.entries()) {
    if (at % LINES_TOGETHER === 0) yield;
    const item = ITEM.exec(line)?.[1];
    if (item !== undefined && list) {
      list.items.push(item);
      list.lines.push(at + 1);
      continue;
    }
    if (NOTHING.test(line)) continue;
    const key = KEY.exec(line)?.[1];
    if (key === undefined || lists.has(key) || list?.items.length === 0) return null;
    list = { items: [], lines: [] };
    lists.set(key, list);
  }
  if (!list || list.items.length === 0) return null;
  return {
    value: Object.fromEntries(Array.from(lists, ([key, { items }]) => [key, items])),
    lineOf: ([key, at = 0]) => {
      const found = lists.get(String(key))?.lines ?? [];
      return found[Number(at)] ?? found[0] ?? 1;
    },
  };
}
