import { CALENDAR_START, calendarAt } from './calendar.ts';
import {
  type Decimal,
  decimalOf,
  greatestCommonDivisor,
  sumOf,
  timesTen,
  writtenDecimal,
  writtenFraction,
} from './decimals.ts';
import { ENGLISH_START, englishNumeral, englishScale } from './numerals-en.ts';
import {
  CHINESE_START,
  chineseCoins,
  chineseNumeral,
  chineseScale,
  withFurtherParts,
} from './numerals-zh.ts';

/** A number in a text, as UTF-16 offsets: `start` inclusive, `end` exclusive. */
export interface NumberInText {
  start: number;
  end: number;
  /**
   * One and the same for a number in all its usual forms: `1240` for 1,240 and 1 240, `70%` for seventy
   * percent and 七成, `20950000` for 20.95 million and 2095万, `2/3` for two-thirds and 三分之二, `75%` for three
   * quarters; the English stem for a month in figures, 6月, and `q3` for the third quarter.
   */
  token: string;
}

/** After `normalise` the letters that may stand before a number are plain. */
const START = new RegExp(
  `[${CHINESE_START}第]|(?=[\\da-z])(?<![a-z\\d_]|\\d\\.)(?:\\d|${ENGLISH_START}|${CALENDAR_START})`,
  'gu',
);
/** No number of more digits is read. */
const LONGEST = 40;
const NUMBER_TOKEN = /^-?\d[\d.]*(?:\/\d+)?%?$/;

/** Whether a term is a number: the token of one, or digits. */
export function isNumber(term: string): boolean {
  return NUMBER_TOKEN.test(term);
}

/** The numbers in a normalised text, and its months in figures, in order. */
export function numbersIn(normalised: string): NumberInText[] {
  const found: Read[] = [];
  START.lastIndex = 0;
  for (let match = START.exec(normalised); match !== null; match = START.exec(normalised)) {
    const read = numberAt(normalised, match.index);
    START.lastIndex = read.end;
    if (read.value === null) continue;
    const last = found.at(-1);
    found.push(last ? inRange(normalised, last, read) : read);
    START.lastIndex = read.end;
  }
  return found.map(({ start, end, value, isPercent }, at) => {
    const plain =
      (typeof value === 'string' ? value : writtenDecimal(value as Decimal)) + (isPercent ? '%' : '');
    const sign = isNumber(plain) ? signAround(normalised, found[at - 1]?.end ?? 0, start, end) : null;
    return sign ? { ...sign, token: `-${plain}` } : { start, end, token: plain };
  });
}

const SIGN_BEFORE = /(?:(?<![^\s(:\u2248])-|(?<![a-z])minus |零下 ?|(?<![欠抱肩自胜担])负)$/;
const BELOW_ZERO = /(?: degrees?)?(?: celsius| fahrenheit)? below(?: zero| freezing)(?![a-z])/y;
/** In characters. */
const LONGEST_SIGN = 8;

/** Where a number starts and ends with what says that it is below zero; null if nothing does. */
function signAround(
  text: string,
  from: number,
  start: number,
  end: number,
): Pick<NumberInText, 'start' | 'end'> | null {
  const before = SIGN_BEFORE.exec(text.slice(Math.max(0, start - LONGEST_SIGN), start))?.[0];
  if (before !== undefined && start - before.length >= from) return { start: start - before.length, end };
  const below = matchAt(BELOW_ZERO, text, end);
  return below === null ? null : { start, end: end + below.length };
}

/** A normalised text with a space in place of each number. */
export function withoutNumbers(normalised: string): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of numbersIn(normalised)) {
    rest += `${normalised.slice(at, start)} `;
    at = end;
  }
  return rest + normalised.slice(at);
}

/** What is read from a place in a text. */
interface Read {
  start: number;
  end: number;
  /** A fraction without an end is a string; null if there is no number. */
  value: Decimal | string | null;
  isPercent: boolean;
  /** Whether 百分之 comes before it. */
  isPrefixed: boolean;
  /** How many zeros a word or character for a multiple has added. */
  zeros: number;
}

const PERCENT = /[- ]?(?:%|\u2030|per[- ]?cent(?![a-z])|pct(?![a-z]))/y;
/** "Half a percent", "a quarter of a percentage point". */
const PERCENT_OF_PART = / (?:of )?(?:an?|one|1) per(?:[- ]?cent|centage point)(?![a-z])/y;
/** 25°C is 25 degrees, and what scale they are on is seldom said. */
const DEGREES = / ?\u00b0(?: ?[cf](?![a-z]))?/y;
const TENTHS = / ?成(?![为功立员本果长熟就都人语见品效绩交])([一二三四五六七八九半](?!个))?/y;
const PER = /([百千万])分之/y;

function numberAt(text: string, start: number): Read {
  const none = (end: number): Read => ({
    start,
    end,
    value: null,
    isPercent: false,
    isPrefixed: false,
    zeros: 0,
  });
  PER.lastIndex = start;
  const per = PER.exec(text);
  if (per) {
    if (text.startsWith('百分之百', start))
      return { ...none(start + 4), value: decimalOf('100'), isPercent: true, isPrefixed: true };
    const part = amountAt(text, start + per[0].length, true);
    if (part.value === null || typeof part.value === 'string') return none(start + per[0].length);
    const value = timesTenth(part.value, per[1] === '百' ? 0 : per[1] === '千' ? 1 : 2);
    return { ...part, start, value, isPercent: true, isPrefixed: per[1] === '百' };
  }
  const calendar = calendarAt(text, start);
  if (calendar) return { ...none(calendar.end), value: calendar.token };
  if (text.startsWith('第', start)) return none(start + 1);
  const amount = amountAt(text, start, false);
  if (amount.value === null) return none(amount.end);
  const ratio = ratioAt(text, amount);
  if (ratio) return asShare({ ...none(ratio.end), ...ratio });
  const percent = matchAt(amount.isPart ? PERCENT_OF_PART : PERCENT, text, amount.end);
  if (percent !== null) {
    const { value } = amount;
    const isTenth = percent.endsWith('\u2030') && typeof value === 'object';
    return {
      ...none(amount.end + percent.length),
      value: isTenth ? timesTenth(value, 1) : value,
      isPercent: true,
    };
  }
  if (amount.isPart) return asShare({ ...none(amount.end), ...amount });
  const end = amount.end + (matchAt(DEGREES, text, amount.end) ?? '').length;
  const coins = typeof amount.value === 'object' ? chineseCoins(text, amount.value, end) : null;
  if (coins) return { ...none(coins.end), value: coins.value };
  if (end > amount.end) return { ...none(end), value: amount.value };
  if (typeof amount.value === 'string') return { ...amount, start, isPercent: false, isPrefixed: false };
  return (
    tenthsAt(text, start, amount) ??
    partsAt(text, start, amount) ?? { ...amount, start, isPercent: false, isPrefixed: false }
  );
}

interface Amount extends Pick<Read, 'end' | 'value' | 'zeros'> {
  /** Whether it is a part of a whole: 1/5, three quarters, 一半. */
  isPart?: boolean;
}

/** A part of a whole as a percentage, if that has an end: three quarters are 75%, two thirds 2/3. */
function asShare(read: Read): Read {
  const { value } = read;
  if (typeof value !== 'string' || value.includes('/'))
    return typeof value === 'object' && value !== null
      ? { ...read, value: timesTen(value, 2), isPercent: true }
      : read;
  return { ...read, value: timesTen(decimalOf(value), 2), isPercent: true };
}

const RATIO = / (?:in|out of)(?: every)? /y;
/** After a number these show that "in" and a number say when, or how much. */
const NO_WHOLE =
  /^(?:[- ]?(?:%|per ?cent|percent|years?|months?|weeks?|days?|hours?|minutes?|seconds?|nights?|decades?|quarters?|cases?|places?|steps?|km|miles?|metres?|meters?)(?![a-z])| ?[年月天日周号个小分秒])/u;
const A_HUNDRED = decimalOf('100');

/** "1 in 50", "one in twelve", "nine out of ten", which are parts. */
function ratioAt(text: string, { value, end, zeros, isPart }: Amount): Amount | null {
  const joint = matchAt(RATIO, text, end);
  if (joint === null || isPart || zeros > 0) return null;
  if (typeof value !== 'object' || value === null || value.places > 0 || value.units === 0n) return null;
  const whole = amountAt(text, end + joint.length, false);
  if (typeof whole.value !== 'object' || whole.value === null || whole.value.places > 0) return null;
  if (NO_WHOLE.test(text.slice(whole.end, whole.end + LONGEST_UNIT)) || !isLess(value, whole.value))
    return null;
  const isRound = isLess(whole.value, A_HUNDRED) || String(whole.value.units).endsWith('00');
  const isSure = joint.includes('out of') || joint.includes('every');
  if (!isRound || !(isSure || (value.units === 1n && !isLikeYear(whole.value)))) return null;
  return { value: writtenFraction(value.units, whole.value.units), end: whole.end, zeros: 0 };
}

const LONGEST_UNIT = 14;

function isLikeYear({ units }: Decimal): boolean {
  return units >= 1500n && units <= 2100n;
}

function timesTenth({ units, places }: Decimal, zeros: number): Decimal {
  return { units, places: places + zeros };
}

/** 七成, 三成五: tenths, which are percentages. */
function tenthsAt(text: string, start: number, { value, end, zeros }: Amount): Read | null {
  TENTHS.lastIndex = end;
  const match = TENTHS.exec(text);
  if (
    !match ||
    value === null ||
    typeof value === 'string' ||
    value.units > 10n * 10n ** BigInt(value.places)
  )
    return null;
  const further =
    match[1] === '半' ? decimalOf('5') : match[1] ? chineseNumeral(match[1], 0, true).value : null;
  const percent = timesTen(value, 1);
  return {
    start,
    end: end + match[0].length,
    value: further ? sumOf(percent, further) : percent,
    isPercent: true,
    isPrefixed: false,
    zeros,
  };
}

/** 三分之二: the denominator comes first. */
function partsAt(text: string, start: number, { value, end }: Amount): Read | null {
  if (value === null || typeof value === 'string' || value.places > 0 || value.units === 0n) return null;
  if (!text.startsWith('分之', end)) return null;
  const part = amountAt(text, end + 2, true);
  if (part.value === null || typeof part.value === 'string' || part.value.places > 0) return null;
  return asShare({
    start,
    end: part.end,
    value: writtenFraction(part.value.units, value.units),
    isPercent: false,
    isPrefixed: false,
    zeros: 0,
  });
}

/** A number in digits, Chinese characters or English words, with the multiple that follows it. */
function amountAt(text: string, start: number, isSure: boolean): Amount {
  const first = text[start] ?? '';
  if (/\d/.test(first)) return digitsAt(text, start);
  if (/[a-z]/.test(first)) {
    const numeral = englishNumeral(text, start, (end) => {
      if (matchAt(PERCENT, text, end) !== null) return true;
      return ratioAt(text, { value: decimalOf('1'), end, zeros: 0 }) !== null;
    });
    return numeral ? { ...numeral, zeros: 0 } : { value: null, end: start + 1, zeros: 0 };
  }
  if (text.startsWith('一半', start))
    return { value: { units: 5n, places: 1 }, end: start + 2, zeros: 0, isPart: true };
  if (!CHINESE_START.includes(first) || first === '') return { value: null, end: start + 1, zeros: 0 };
  return { ...chineseNumeral(text, start, isSure), zeros: 0 };
}

const IN_GROUPS = /\d{1,3}(?:(?:,\d{3})+|(?:'\d{3})+|(?: \d{3})+)(?!\d)/y;
const WHOLE = /\d+/y;
const POINT = /\.\d+/y;
/** 2,5 % and 0,75 are written so on the Continent; elsewhere a comma may stand between two numbers. */
const COMMA =
  /,\d{1,2}(?![\d,])(?= ?(?:%|\u2030|\u20AC|per ?cent|million|billion|trillion|bn|mn|euros?|eur|dollars?|usd|degrees|\u00b0|tonnes|tons|nm|mm|cm|km|kg|kw|mw|gw|kwh|mwh|gwh|twh|gb|tb|ghz|mhz)(?![a-z]))/y;
const ZERO_COMMA = /,\d{1,2}(?![\d,])/y;
const SLASH = /\/(\d+)(?![\d/])/y;
const MIXED = / (\d)\/(\d|10|12|16)(?![\d/])/y;
/** Units that are written without a space after a number; other letters make it a name: 5g, h800, 12th. */
const UNIT =
  /(?:nm|mm|cm|km|kg|mg|ml|kw|mw|gw|tw|kwh|mwh|gwh|twh|kb|mb|gb|tb|hz|khz|mhz|ghz|mph|ft|lbs?|usd|eur|gbp|cny|rmb|hkd|twd|jpy|am|pm)(?![\p{L}\p{N}_])/uy;
const OTHER_LETTER = /[\d_]|[^\P{L}\p{Script=Han}]/uy;
/** The 12th is 12 in a date: "June 12th", "the 12th of June". */
const ORDINAL = /(?:st|nd|rd|th)(?![\p{L}\p{N}_])/uy;
const LONGEST_DATE = 20;
const MONTH_NAME =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const DAY_AFTER = new RegExp(`^[a-z]{2} (?:of )?${MONTH_NAME}(?![a-z])`, 'u');
const DAY_BEFORE = new RegExp(`${MONTH_NAME} (?:the )?$`, 'u');
/** ".5" is 0.5. */
const BARE_POINT = /(?:^|[\s(])\.$/u;
const MONEY_BEFORE = /[$\u20AC\u00A3\u00A5]$/u;

function digitsAt(text: string, start: number): Amount {
  const grouped = matchAt(IN_GROUPS, text, start);
  // After a hyphen, digits belong to a name: "COVID-19 200 cases".
  const isGrouped = grouped !== null && !(text[start - 1] === '-' && grouped.includes(' '));
  const digits = isGrouped ? grouped : (matchAt(WHOLE, text, start) ?? '');
  let end = start + digits.length;
  const none = { value: null, end, zeros: 0 };
  const plain = digits.replace(/\D/g, '');
  if (plain.length > LONGEST || (plain.length > 1 && plain.startsWith('0'))) return none;
  const comma =
    isGrouped || text[start - 1] === ',' ? null : matchAt(plain === '0' ? ZERO_COMMA : COMMA, text, end);
  const fraction = (comma ?? matchAt(POINT, text, end) ?? '').replace(',', '.');
  end += fraction.length;
  // A version or a date has further points.
  if (matchAt(POINT, text, end) !== null) return { ...none, end };
  if (fraction.length > LONGEST) return { ...none, end };
  const isFraction = fraction === '' && BARE_POINT.test(text.slice(Math.max(0, start - 2), start));
  const value = decimalOf(isFraction ? `0.${plain}` : plain + fraction);
  if (fraction === '' && !isFraction) {
    const part = slashAt(text, start, end, value.units);
    if (part) return part;
  }
  const chinese = chineseScale(text, end);
  if (chinese) {
    const scaled = { value: timesTen(value, chinese.zeros), end: chinese.end };
    return { ...withFurtherParts(text, scaled, chinese.zeros), zeros: chinese.zeros };
  }
  const isMoney = MONEY_BEFORE.test(text.slice(Math.max(0, start - 1), start));
  const english = englishScale(text, end, isMoney) ?? scaleOfCounted(text, end, plain);
  if (english) return { value: timesTen(value, english.zeros), ...english };
  if (
    matchAt(ORDINAL, text, end) !== null &&
    (DAY_AFTER.test(text.slice(end, end + LONGEST_DATE)) ||
      DAY_BEFORE.test(text.slice(Math.max(0, start - LONGEST_DATE), start)))
  )
    return { value, end: end + 2, zeros: 0 };
  const isName = matchAt(OTHER_LETTER, text, end) !== null && matchAt(UNIT, text, end) === null;
  return isName ? { ...none, end } : { value, end, zeros: 0 };
}

const COUNTED =
  '(?:people|users|customers|dollars|euros|pounds|tonnes|tons|households|homes|jobs|barrels|visitors|passengers|vehicles|cars|workers|residents|citizens|voters|downloads|views|parameters|tokens|units|copies|shares|kilowatt|kwh|hectares|acres|doses|cases|deaths|members|subscribers|followers|students|children|women|men|patients|transactions|requests|chips|gpus|us dollars)';
const SCALE_OF_COUNTED = new RegExp(`k(?![\\p{L}\\p{N}_])|[mb](?= ${COUNTED}(?![a-z]))`, 'uy');

/** 48k, 1.2m people, 7b parameters; but a 401k is none. */
function scaleOfCounted(text: string, at: number, digits: string): { zeros: number; end: number } | null {
  const sign = digits === '401' || digits.length > 3 ? null : matchAt(SCALE_OF_COUNTED, text, at);
  return sign === null ? null : { zeros: sign === 'k' ? 3 : sign === 'm' ? 6 : 9, end: at + 1 };
}

/** "2/3", "2 1/2". A fraction that can be reduced is more likely a date, and one above 1 something else. */
function slashAt(text: string, start: number, end: number, whole: bigint): Amount | null {
  MIXED.lastIndex = end;
  const mixed = MIXED.exec(text);
  const isPart = (top: bigint, bottom: bigint) => top < bottom && greatestCommonDivisor(top, bottom) === 1n;
  if (mixed) {
    const [top, bottom] = [BigInt(mixed[1] ?? 0), BigInt(mixed[2] ?? 0)];
    if (isPart(top, bottom))
      return { value: writtenFraction(whole * bottom + top, bottom), end: end + mixed[0].length, zeros: 0 };
  }
  SLASH.lastIndex = end;
  const slash = SLASH.exec(text);
  const bottom = BigInt((slash?.[1] ?? '').slice(0, LONGEST) || 0);
  if (!slash || text[start - 1] === '/' || !isPart(whole, bottom)) return null;
  return { value: writtenFraction(whole, bottom), end: end + slash[0].length, zeros: 0, isPart: true };
}

function matchAt(sticky: RegExp, text: string, at: number): string | null {
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0] ?? null;
}

const BETWEEN = /^ ?(?:-|to|or|and|~|\u301C|至|到|或) ?$/;
/** In characters, with the spaces around it. */
const LONGEST_BETWEEN = 5;
const A_THOUSAND = decimalOf('1000');

/** Gives the first of two numbers in a range the percent sign or the multiple that only one of them has. */
function inRange(text: string, last: Read, read: Read): Read {
  if (read.start - last.end > LONGEST_BETWEEN || !BETWEEN.test(text.slice(last.end, read.start))) return read;
  // "In 2020 and 30 percent" is no range.
  const isSmall = typeof last.value === 'object' && last.value !== null && isLess(last.value, A_THOUSAND);
  if (read.isPercent && !read.isPrefixed && isSmall) last.isPercent = true;
  if (last.isPrefixed && !read.isPercent) return { ...read, isPercent: true };
  if (
    read.zeros > 2 &&
    last.zeros === 0 &&
    typeof last.value === 'object' &&
    last.value !== null &&
    typeof read.value === 'object' &&
    read.value !== null
  ) {
    const scaled = timesTen(last.value, read.zeros);
    if (isLess(scaled, read.value)) last.value = scaled;
  }
  return read;
}

function isLess(a: Decimal, b: Decimal): boolean {
  return a.units * 10n ** BigInt(b.places) < b.units * 10n ** BigInt(a.places);
}
