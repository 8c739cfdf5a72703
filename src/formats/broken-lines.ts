/** What a sentence ends with at the end of a line. */
const CLOSED = /[.!?…。！？][\])"'”’»]{0,2}$/u;
/** A broken line is at least so long, and the longest at most so (UTF-16). */
const LONGEST_BROKEN = { least: 40, most: 140 };
/** A line that is nearly as long as the longest, and how many of all are so. */
const NEARLY = 0.75;
const MOST_LINES = 0.6;
/** Of lines that a machine broke, few end with a sentence; where so many do, each is a paragraph. */
const MOST_CLOSED = 0.7;

/**
 * Whether a machine broke a text into lines: then these are nearly as long as the longest. A paragraph that is one line
 * is of any length.
 * @param lines the lines of a text; one without letters ends a paragraph
 */
export function areBroken(lines: readonly string[]): boolean {
  const inside = insideOf(lines);
  if (inside.length < 4) return false;
  const lengths = inside.map((line) => line.trimEnd().length);
  const most = lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length * 0.9)] ?? 0;
  if (most < LONGEST_BROKEN.least || most > LONGEST_BROKEN.most) return false;
  if (lengths.filter((length) => length >= most * NEARLY).length < lengths.length * MOST_LINES) return false;
  return true;
}

/** Whether nearly all lines that others follow end as sentences do, so that each is a paragraph of its own. */
export function areSentences(lines: readonly string[]): boolean {
  const inside = insideOf(lines);
  const closed = inside.filter((line) => CLOSED.test(line.trimEnd())).length;
  return inside.length > 0 && closed >= inside.length * MOST_CLOSED;
}

/** Whether a line goes on with the sentence of the line before it. */
export function goesOn(line: string, before: string): boolean {
  return /^[^\p{L}\p{N}]{0,2}\p{Ll}/u.test(line.trimStart()) && !CLOSED.test(before.trimEnd());
}

/** The lines that another follows without a blank one between. */
function insideOf(lines: readonly string[]): string[] {
  return lines.filter((line, at) => line.trim() !== '' && (lines[at + 1] ?? '').trim() !== '');
}
