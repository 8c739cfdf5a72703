import { parse } from 'yaml';
import type { Facts } from '../format.ts';
import { dateIn } from '../labels/stated-facts.ts';

/** No front matter is longer, in lines. */
const LONGEST = 200;

/** What the lines between two `---` at the top say, and how many lines that is. They are facts and no words. */
export function frontMatterOf(lines: readonly string[]): { facts: Facts; length: number } {
  if (lines[0]?.trim() !== '---') return { facts: {}, length: 0 };
  const end = lines.slice(1, LONGEST).findIndex((line) => /^(?:---|\.\.\.)\s{0,9}$/u.test(line));
  if (end === -1) return { facts: {}, length: 0 };
  const body = lines.slice(1, end + 1);
  if (!body.some((line) => /^[\w-]{1,60}:/u.test(line))) return { facts: {}, length: 0 };
  return { facts: factsIn(body.join('\n')), length: end + 2 };
}

function factsIn(text: string): Facts {
  let value: unknown;
  try {
    value = parse(text, { maxAliasCount: 10, schema: 'failsafe' });
  } catch {
    return {};
  }
  if (typeof value !== 'object' || value === null) return {};
  const title = 'title' in value && typeof value.title === 'string' ? value.title.trim() : '';
  const date = 'date' in value && typeof value.date === 'string' ? dateIn(value.date) : null;
  return { ...(title !== '' && { title }), ...(date !== null && { date }) };
}
