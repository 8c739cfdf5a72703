import { readDate } from '../../src/core/language/typed-date.ts';
import type { Library } from '../../src/core/library.ts';
import type { NameFinder } from '../../src/core/search/mentions.ts';
import type { PassageFilter } from '../../src/core/search/query.ts';
import type { Steps } from '../../src/core/steps.ts';
import {
  ALWAYS,
  isLimited,
  isWithin,
  nearestTo,
  type Period,
  seminarsWithin,
} from '../../src/core/transcript/period.ts';
import type { Transcript } from '../../src/core/transcript/transcript.ts';
import { inEachLanguage, joined, type Message } from '../../src/messages/message.ts';
import { seminarNamed, titleOf } from '../../src/reply/front-matter.ts';
import { type Block, failure, note, type Reply } from '../../src/reply/reply.ts';
import { seminarSteps } from './choose.ts';

/** The options that say which seminars are meant. */
export interface SeminarInput {
  /** An id, or whatever else `seminarSteps` finds a seminar by. */
  seminar?: string | undefined;
  /** The first and the last date, as people type them. */
  from?: string | undefined;
  until?: string | undefined;
}

/** Which seminars are searched. */
export interface Searched {
  /** In the order of the library. */
  transcripts: readonly Transcript[];
  /** Lets the passages of these seminars through. */
  filter: Pick<PassageFilter, 'seminar' | 'seminars'>;
  period: Period;
  /** Which dates were searched, and what was left out for it; nothing if none were given. */
  notes: readonly Block[];
  /** The same for a refusal, which quotes nothing that would show which seminar was searched. */
  refusalNotes: readonly Block[];
}

/**
 * Finds the seminars that options mean, or says what is wrong with them: one seminar, or those of a period. A
 * seminar without a date is in no period.
 */
export function* searchedSteps(input: SeminarInput, { transcripts }: Library): Steps<Searched | Reply> {
  const period = periodOf(input);
  if ('outcome' in period) return period;
  const named = input.seminar === undefined ? undefined : yield* seminarSteps(input.seminar, transcripts);
  if (named && 'outcome' in named) return named;
  return within({ named, period }, transcripts);
}

/**
 * The seminars of a period, or the one that is named if it is one of them; or says that there is none.
 * @param named a seminar that is named besides
 */
export function within(
  { named, period }: { named: Transcript | undefined; period: Period },
  transcripts: readonly Transcript[],
): Searched | Reply {
  if (named) {
    if (!isWithin(named, period)) return outside(named, period);
    const only = transcripts.length > 1 ? [note({ key: 'scope.seminar', values: titleOf(named) })] : [];
    return {
      transcripts: [named],
      filter: { seminar: named.id },
      period: ALWAYS,
      notes: [],
      refusalNotes: only,
    };
  }
  if (!isLimited(period)) return { transcripts, filter: {}, period, notes: [], refusalNotes: [] };
  const found = seminarsWithin(transcripts, period);
  if (found.length === 0) return noneThen(transcripts, period);
  const isAll = found.length === transcripts.length;
  const notes = periodNotes(found, transcripts, period);
  return {
    transcripts: found,
    filter: isAll ? {} : { seminars: new Set(found.map(({ id }) => id)) },
    period,
    notes,
    refusalNotes: notes,
  };
}

function periodNotes(found: readonly Transcript[], all: readonly Transcript[], period: Period): Block[] {
  const undated = all.filter(({ date }) => date === null).length;
  const searched = { period: periodWords(period), count: found.length };
  return [
    note({ key: 'scope.period', values: searched }),
    ...(undated > 0 ? [note({ key: 'scope.undated', values: { count: undated } })] : []),
  ];
}

/** Reads the first and the last date; a month or a year is meant whole. */
export function periodOf({ from, until }: Pick<SeminarInput, 'from' | 'until'>): Period | Reply {
  const first = from === undefined ? null : dayOf(from, 'first');
  if (first !== null && typeof first !== 'string') return first;
  const last = until === undefined ? null : dayOf(until, 'last');
  if (last !== null && typeof last !== 'string') return last;
  return orderedPeriod({ from: first, until: last });
}

/** A period whose end is not before its start; or says that it is. */
export function orderedPeriod(period: Period): Period | Reply {
  const { from, until } = period;
  if (from !== null && until !== null && from > until)
    return failure({ key: 'failure.dates-reversed', values: { from, until } });
  return period;
}

/** The first or the last day that a typed date stands for, or what is wrong with it. */
export function dayOf(typed: string, end: 'first' | 'last'): string | Reply {
  const date = readDate(typed);
  if (!date) return failure({ key: 'failure.date', values: { value: typed } });
  if (!('either' in date)) return date[end];
  const [one, other] = date.either;
  return failure({ key: 'failure.date-which', values: { value: typed, one, other } });
}

/** A period in words, after "dated"; that of a period without limits is empty of sense. */
export function periodWords({ from, until }: Period): Message {
  if (from !== null && until !== null)
    return from === until
      ? { key: 'period.day', values: { from } }
      : { key: 'period.between', values: { from, until } };
  return from === null
    ? { key: 'period.until', values: { until: until ?? '' } }
    : { key: 'period.from', values: { from } };
}

function outside(named: Transcript, period: Period): Reply {
  if (named.date === null)
    return failure({ key: 'failure.seminar-undated', values: { title: titleOf(named).title } });
  return failure({
    key: 'failure.seminar-outside',
    values: { ...titleOf(named), period: periodWords(period) },
  });
}

function noneThen(transcripts: readonly Transcript[], period: Period): Reply {
  const nearest = nearestTo(transcripts, period);
  if (nearest.length === 0) return failure({ key: 'failure.no-dates' });
  const seminars = joined(nearest.map((each) => inEachLanguage(seminarNamed(each))));
  return failure({ key: 'failure.period-empty', values: { period: periodWords(period), seminars } });
}

/**
 * Finds in a question only those of several people of one name who speak in the seminars that are searched. Somebody who
 * speaks in none of them is found all the same, so that the reply can say that they say nothing there.
 */
export function namesAmong(
  { findNames }: Pick<Library, 'findNames'>,
  { transcripts, filter }: Searched,
): NameFinder {
  if (!filter.seminars) return findNames;
  const present = new Set(transcripts.flatMap(({ speakers }) => speakers.map(({ id }) => id)));
  return (question, seminar) => {
    const found = findNames(question, seminar);
    const names = found.names.map((name) => {
      const there = name.speakers.filter(({ id }) => present.has(id));
      return there.length > 0 ? { ...name, speakers: there } : name;
    });
    return { ...found, names };
  };
}
