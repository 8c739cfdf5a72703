import { MONTHS } from '../../core/language/calendar.ts';
import { dateOf } from '../../core/language/dates.ts';
import type { SourcePart } from '../../core/transcript/source.ts';
import type { Facts } from '../format.ts';

const ISO = /\b((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})\b/u;
/** As the name of a recording has it. */
const COMPACT = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})_\d{4,6}(?!\d)/u;
const CHINESE = /((?:19|20)\d{2})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/u;
const WRITTEN = /\b([A-Z][a-z]{2,8}|[A-Z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\d{2})\b/u;
const WRITTEN_DAY_FIRST =
  /\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([A-Z][a-z]{2,8}|[A-Z]{3,9}),? ((?:19|20)\d{2})\b/u;
/** A date or a title stands at the top, or nowhere. */
const TOP = 12;

/** The date that the top of a file states with its year, if it states one only. */
export function statedFacts(parts: readonly SourcePart[]): Facts {
  const dates = new Set<string>();
  for (const { text } of parts.slice(0, TOP)) {
    const date = text.length <= 120 ? dateIn(text) : null;
    if (date !== null) dates.add(date);
  }
  const [date] = dates;
  return dates.size === 1 && date !== undefined ? { date } : {};
}

/** A date in a text, as YYYY-MM-DD; null if there is none with its year. */
export function dateIn(text: string): string | null {
  const iso = ISO.exec(text) ?? COMPACT.exec(text) ?? CHINESE.exec(text);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const written = WRITTEN.exec(text);
  if (written) return dateOf(Number(written[3]), monthOf(written[1] ?? ''), Number(written[2]));
  const dayFirst = WRITTEN_DAY_FIRST.exec(text);
  return dayFirst ? dateOf(Number(dayFirst[3]), monthOf(dayFirst[2] ?? ''), Number(dayFirst[1])) : null;
}

function monthOf(name: string): number {
  return (
    MONTHS.findIndex((month) => month === name.toLowerCase() || month.slice(0, 3) === name.toLowerCase()) + 1
  );
}
