import type { Locale } from '../../src/core/language/locale.ts';
import { shorten } from '../../src/core/language/text.ts';
import { runYielding } from '../../src/core/steps.ts';
import { newestFirst, writtenDates } from '../../src/core/transcript/order.ts';
import type { Transcript } from '../../src/core/transcript/transcript.ts';
import type { Context, Suggestion } from '../command.ts';
import { bestMatches, nameSteps } from './matching.ts';

/** A date, and the seminars of that day. */
interface Day {
  date: string;
  seminars: readonly Transcript[];
}

/** Made once for the seminars of a library. */
const knownDays = new WeakMap<readonly Transcript[], readonly Day[]>();

/** The days on which there was a seminar, newest first. */
function daysOf(transcripts: readonly Transcript[]): readonly Day[] {
  const known = knownDays.get(transcripts);
  if (known) return known;
  const byDate = new Map<string, Transcript[]>();
  for (const transcript of [...transcripts].sort(newestFirst)) {
    if (transcript.date !== null)
      byDate.set(transcript.date, [...(byDate.get(transcript.date) ?? []), transcript]);
  }
  const days = Array.from(byDate, ([date, seminars]) => ({ date, seminars }));
  knownDays.set(transcripts, days);
  return days;
}

const namesOf = ({ date }: Day) => [date, ...writtenDates(date)];
/** Discord shows 100 characters of a suggestion; the date and the dash need thirteen. */
const TITLE_AFTER_DATE = 87;

/** Suggests the dates of seminars, newest first, each with the title of a seminar of that day. */
export async function suggestDates(
  typed: string,
  { library }: Context,
  locale: Locale,
): Promise<Suggestion[]> {
  const days = daysOf(library.transcripts);
  await runYielding(nameSteps(days, namesOf));
  return bestMatches(days, typed.slice(0, TITLE_AFTER_DATE), namesOf).map(({ date, seminars }) => ({
    name: `${date} \u2013 ${shorten(seminars[0]?.title[locale] ?? '', TITLE_AFTER_DATE)}`,
    value: date,
  }));
}
