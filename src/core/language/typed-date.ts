import { isDate } from './dates.ts';

/** The days that a date stands for, both YYYY-MM-DD: one day, or all of a month or a year. */
export interface DateSpan {
  first: string;
  last: string;
}

/** What a text says that is typed for a date: some days, or one of two days (01/05/2024). */
export type TypedDate = DateSpan | { either: readonly [string, string] };

const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september'],
  ...['october', 'november', 'december'],
];
/** What completion shows begins with a date. */
const SHOWN = /^(\d{4}-\d{2}-\d{2}) \u2013 /;
const YEAR_FIRST = /^([1-9]\d{3})(?: ?[-/.] ?(\d{1,2})(?: ?[-/.] ?(\d{1,2}))?)?$/;
const COMPACT = /^([1-9]\d{3})(\d{2})(\d{2})$/;
const CHINESE = /^([1-9]\d{3}) ?年 ?(?:(\d{1,2}) ?月份? ?(?:(\d{1,2}) ?[日号號]?)?)?$/u;
const MONTH_AND_YEAR = /^(\d{1,2}) ?[-/.] ?([1-9]\d{3})$/;
const YEAR_LAST = /^(\d{1,2}) ?[-/.] ?(\d{1,2}) ?[-/.] ?([1-9]\d{3})$/;
/** In characters; a date has fewer. */
const LONGEST = 100;

/**
 * Reads a date, a month or a year as people type it: 2024-05-01, 2024/5, 1 May 2024, May 2024, 2024年5月, 2024. In
 * 01/05/2024 either number may be the month: then it gives both days.
 * @returns null for anything else: a year of two digits, a day that does not exist, "last month"
 */
export function readDate(typed: string): TypedDate | null {
  const text = typed.normalize('NFKC').trim().toLowerCase().replace(/\s+/gu, ' ');
  if (text.length > LONGEST) return null;
  const shown = SHOWN.exec(text)?.[1];
  if (shown !== undefined) return spanOf(shown);
  const [, year, month, day] =
    YEAR_FIRST.exec(text) ?? COMPACT.exec(text) ?? CHINESE.exec(withFigures(text)) ?? [];
  if (year !== undefined) return spanOf(year, month, day);
  const [, ofYear, inYear] = MONTH_AND_YEAR.exec(text) ?? [];
  if (inYear !== undefined) return spanOf(inYear, ofYear);
  const [, one = '', other = '', last] = YEAR_LAST.exec(text) ?? [];
  return last === undefined ? readWords(text) : oneOf(spanOf(last, one, other), spanOf(last, other, one));
}

function oneOf(one: DateSpan | null, other: DateSpan | null): TypedDate | null {
  if (!one || !other || one.first === other.first) return one ?? other;
  return { either: [one.first, other.first] };
}

/** 1 May 2024; May 1st, 2024; May 2024; Wed, 2024 May 1. */
function readWords(text: string): DateSpan | null {
  const words = text
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'of' && word !== 'the');
  const named = words.flatMap((word) => monthCalled(word) ?? []);
  const [month, ...others] = named;
  const figures = words.filter((word) => /^\d/.test(word));
  const years = figures.filter((word) => /^[1-9]\d{3}$/.test(word));
  const days = figures.flatMap((word) => /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word)?.[1] ?? []);
  const isRead = named.length + years.length + days.length + words.filter(isWeekday).length === words.length;
  if (month === undefined || others.length > 0 || years.length !== 1 || days.length > 1 || !isRead)
    return null;
  return spanOf(years[0] ?? '', String(month), days[0]);
}

/** The number of a month by its English name, or three letters of it or more; undefined for other words. */
function monthCalled(word: string): number | undefined {
  const at = word.length < 3 ? -1 : MONTHS.findIndex((month) => month.startsWith(word));
  return at < 0 ? undefined : at + 1;
}

function isWeekday(word: string): boolean {
  return /^(?:mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur|r)?(?:day)?$/.test(word);
}

/** A Chinese date with figures for its numerals: 二〇二四年五月十二日. */
function withFigures(text: string): string {
  return text.replace(/[〇零一二三四五六七八九十]+/gu, (numeral) => {
    const [tens, ones] = numeral.split('十');
    if (ones === undefined) return figuresOf(numeral);
    return `${tens === '' ? '1' : figuresOf(tens ?? '')}${ones === '' ? '0' : figuresOf(ones)}`;
  });
}

function figuresOf(numeral: string): string {
  return Array.from(numeral, (sign) => Math.max(0, '零一二三四五六七八九'.indexOf(sign))).join('');
}

/** A day (YYYY-MM-DD), or a day, a month or a year by its numbers; null if there is none. */
function spanOf(year: string, month?: string, day?: string): DateSpan | null {
  if (year.includes('-')) return isDate(year) ? { first: year, last: year } : null;
  const two = (number: string) => number.padStart(2, '0');
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
  const first = `${year}-${two(month)}-${two(day ?? '1')}`;
  if (!isDate(first)) return null;
  if (day !== undefined) return { first, last: first };
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return { first, last: `${year}-${two(month)}-${last}` };
}
