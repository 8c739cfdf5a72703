import { stemmer } from 'stemmer';

/** The English names of the months, in small letters, from January on. */
export const MONTHS =
  'january february march april may june july august september october november december'.split(' ');
const MONTH = `(?:${MONTHS.join('|')})`;
/** Their first three letters. */
export const SHORT_MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const CHINESE_ONES = '一二三四五六七八九';

/** Ordinals from 1, as far as the days of a month go. */
const ONES = 'first second third fourth fifth sixth seventh eighth ninth'.split(' ');
const ORDINALS: readonly string[] = [
  ...ONES,
  ...`tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth`.split(
    ' ',
  ),
  ...ONES.map((one) => `twenty-${one}`),
  'thirtieth',
  'thirty-first',
];
const ORDINAL = `(?:${[...ORDINALS]
  .sort((a, b) => b.length - a.length)
  .join('|')
  .replaceAll('-', '[- ]')})`;

/** How a date or a quarter in English words may begin, as a regular expression; `calendarAt` says whether it is one. */
export const CALENDAR_START = `(?:${ORDINAL}|${SHORT_MONTHS.join('|')}|sept)(?![a-z\\d_])`;

/** A month, a quarter or a day of a month in a text: what stands for it in all its forms, and where it ends. */
export interface CalendarPart {
  /** The English stem of a month; "q3" for a quarter; the number of a day. */
  token: string;
  end: number;
}

const MONTH_IN_FIGURES = /(?:(1[0-2]|[1-9])|(十[一二]?|[一二三四五六七八九])) ?月(?![球饼亮光])/y;
const NO_MONTH_BEFORE = /[\d.,十百每第个几数零〇]$/u;
const SHORT_MONTH = new RegExp(`(${SHORT_MONTHS.join('|')})t?\\.?(?![a-z])`, 'y');
const DAY_OR_YEAR_AFTER = /^[ ']{0,2}(?:the )?\d/;
const DAY_BEFORE_MONTH = /\d(?:st|nd|rd|th)? (?:of )?$/;
const DAY = new RegExp(`(${ORDINAL})(?![a-z-])`, 'y');
const MONTH_AFTER = new RegExp(`^ (?:day )?(?:of )?${MONTH}(?![a-z])`);
const MONTH_BEFORE = new RegExp(`${MONTH},? (?:the )?$`);
const QUARTER = /(?:(first|1st)|(second|2nd)|(third|3rd)|(?:fourth|4th))[- ]quarter(?![a-z]|[- ]finals?)/y;
const CHINESE_QUARTER = /(?:第 ?([一二三四1-4]) ?季度?|([一二三四1-4]) ?季度)(?![赛节])/y;
/** Characters of context that are looked at. */
const CONTEXT = 18;

/**
 * Reads a month ("6月", "Oct" beside a day or year), a quarter ("third quarter", 三季度) or an ordinal that is the day of a
 * month ("the seventh of March").
 * @returns null if there is none
 */
export function calendarAt(text: string, start: number): CalendarPart | null {
  const before = text.slice(Math.max(0, start - CONTEXT), start);
  const quarter = matchAt(QUARTER, text, start);
  if (quarter) {
    const number = [1, 2, 3].find((at) => quarter[at] !== undefined) ?? 4;
    return { token: `q${number}`, end: start + quarter[0].length };
  }
  const inChinese = matchAt(CHINESE_QUARTER, text, start);
  if (inChinese && !/[\d.第上前后]$/u.test(before)) {
    const written = inChinese[1] ?? inChinese[2] ?? '';
    return { token: `q${CHINESE_ONES.indexOf(written) + 1 || written}`, end: start + inChinese[0].length };
  }
  const figures = matchAt(MONTH_IN_FIGURES, text, start);
  if (figures && !NO_MONTH_BEFORE.test(before))
    return { token: stemOfMonth(monthNumber(figures)), end: start + figures[0].length };
  const short = matchAt(SHORT_MONTH, text, start);
  if (short) {
    const end = start + short[0].length;
    if (!DAY_OR_YEAR_AFTER.test(text.slice(end, end + CONTEXT)) && !DAY_BEFORE_MONTH.test(before))
      return null;
    return { token: stemOfMonth(SHORT_MONTHS.indexOf(short[1] ?? '') + 1), end };
  }
  const day = matchAt(DAY, text, start);
  if (!day) return null;
  const end = start + day[0].length;
  if (!MONTH_AFTER.test(text.slice(end, end + CONTEXT + CONTEXT)) && !MONTH_BEFORE.test(before)) return null;
  return { token: String(ORDINALS.indexOf(day[0].replace(' ', '-')) + 1), end };
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}

function monthNumber([, digits, characters = '']: RegExpExecArray): number {
  if (digits) return Number(digits);
  const ones = CHINESE_ONES.indexOf(characters.slice(-1)) + 1;
  return characters.startsWith('十') ? 10 + ones : ones;
}

function stemOfMonth(month: number): string {
  return stemmer(MONTHS[month - 1] ?? '');
}
