import { type Decimal, decimalOf, sumOf, timesTen } from './decimals.ts';

const DIGITS = '零一二三四五六七八九';
/** Each multiple with its zeros. */
const SCALES = new Map([
  ['十', 1],
  ['百', 2],
  ['千', 3],
  ['万', 4],
  ['亿', 8],
]);

/** The characters a Chinese number may begin with, for a regular expression; `chineseNumeral` says whether it does. */
export const CHINESE_START = '零〇一二两三四五六七八九十百千万';
const RUN = /[零〇一二两三四五六七八九十百千万亿]+/y;
const FRACTION = /点([零〇一二三四五六七八九]+)(?![十百千万亿刻滴线])/y;
const APPROXIMATE_SCALE = /[多余]([万亿]+)/y;
/** What follows a single character that counts: 三个, but neither 三星 nor 三方. */
const COUNTED =
  /个|家|年|天|周|小时|分钟|秒|倍|次|人|名|位|种|项|款|颗|片|台|辆|架|艘|座|栋|层|条|件|所|支|套|只|场|轮|批|届|代|岁|吨|公里|公斤|公顷|克|千克|千米|千瓦|米|厘米|毫米|纳米|平方|立方|度|元|块钱?|美元|欧元|英镑|日元|万|亿|瓦|兆瓦|吉瓦|赫|伏|升|页|句|票|分之|成(?![为功立员本果长熟就都人语见])|[张号日份本级门桶斤亩笔趟班间户枚股折趴]|毛(?![病衣巾利])|英里|海里|点(?:钟|半|整|(?=[一二三四五]?十)|(?![零〇一二三四五六七八九十\d个])(?=$|[^\p{Script=Han}]|[开到前后左多钟要就才]))/uy;
/** What makes a numeral part of an order instead of an amount: 第三个, 星期三. */
const ORDINAL_BEFORE = /[第初周期拜]/u;
/** 几十万 is no exact number, nor is 二十几. */
const VAGUE = /[几数]/u;

/** A Chinese number in a text. */
export interface ChineseNumeral {
  value: Decimal;
  end: number;
}

/**
 * Reads a number in Chinese characters: 三十五亿, 两百万, 三点五, 二〇二四.
 * @param isSure whether a number is expected here, so that even a lone 一 is one
 * @returns null for what is none; `end` alone for numerals that give no exact number: 三四百, 三星
 */
export function chineseNumeral(
  text: string,
  start: number,
  isSure = false,
): ChineseNumeral | { value: null; end: number } {
  RUN.lastIndex = start;
  const run = RUN.exec(text)?.[0] ?? '';
  const end = start + run.length;
  const wholeNumber = positional(run, text.slice(end, end + 1)) ?? grouped(run);
  const none = { value: null, end: Math.max(end, start + 1) };
  if (wholeNumber === null || VAGUE.test(text.slice(Math.max(0, start - 1), start)) || text[end] === '几')
    return none;
  FRACTION.lastIndex = end;
  const fraction = FRACTION.exec(text);
  if (fraction) {
    const digits = Array.from(fraction[1] ?? '', digitOf).join('');
    const value = decimalOf(`${wholeNumber}.${digits}`);
    return scaled(text, value, end + fraction[0].length);
  }
  const value = decimalOf(String(wholeNumber));
  APPROXIMATE_SCALE.lastIndex = end;
  if (APPROXIMATE_SCALE.test(text)) return scaled(text, value, end + 1);
  if (run.length === 1 && !isSure) {
    COUNTED.lastIndex = end;
    if (run === '一' || run === '零' || run === '〇') return none;
    if (ORDINAL_BEFORE.test(text.slice(Math.max(0, start - 1), start)) || !COUNTED.test(text)) return none;
  }
  return { value, end };
}

function digitOf(character: string): number {
  if (character === '〇') return 0;
  return character === '两' ? 2 : DIGITS.indexOf(character);
}

/** A number of digits alone, as years are written: 二〇二四. 三四 is "three or four". */
function positional(run: string, after: string): bigint | null {
  const isYear = run.length === 4 && (after === '年' || /[零〇]/u.test(run));
  return isYear && /^[一二][零〇一二三四五六七八九]+$/u.test(run)
    ? BigInt(Array.from(run, digitOf).join(''))
    : null;
}

/** A number as it is said: 三千五百, 两百五, 十二, 一百零三万. Null if the characters give none. */
function grouped(run: string): bigint | null {
  let total = 0n;
  let section = 0n;
  let digit: number | null = null;
  let lastZeros = 4;
  let [hasWan, hasYi] = [false, false];
  let before = '';
  for (const character of run) {
    const zeros = SCALES.get(character);
    if (zeros === undefined) {
      if (digit !== null) return null;
      const value = digitOf(character);
      if (value > 0 || run.length === 1) digit = value;
    } else if (zeros < 4) {
      if (zeros >= lastZeros) return null;
      // 十二 and 一百零十, but not 百 alone.
      if (digit === null && (zeros > 1 || section > 0n)) return null;
      section += BigInt(digit ?? 1) * 10n ** BigInt(zeros);
      digit = null;
      lastZeros = zeros;
    } else {
      section += BigInt(digit ?? 0);
      if (section === 0n && !(character === '亿' && before === '万')) return null;
      // 一万五千亿 and 三亿五千万, but nothing twice.
      if (character === '亿' ? hasYi : hasWan) return null;
      total = character === '亿' ? (total + section) * 10n ** 8n : total + section * 10n ** 4n;
      hasYi ||= character === '亿';
      hasWan = character === '万';
      section = 0n;
      digit = null;
      lastZeros = 4;
    }
    before = character;
  }
  if (digit === null) return total + section;
  // 两百五 is 250, and 二百零五 is 205.
  const beforeDigit = SCALES.get(Array.from(run).at(-2) ?? '') ?? 0;
  const tail = BigInt(digit) * 10n ** BigInt(Math.max(0, beforeDigit - 1));
  return total + section + tail;
}

const SCALE = /(?:[多余]| (?=[万亿]))?([十百千万亿]+)/y;
/** In 千米 and 百帕 the character belongs to the unit. */
const UNIT_PREFIX = /千[克米瓦卡焦赫帕伏]|百[帕分]|千分|万分/y;
/** Taiwan's 兆 is a million millions where money is counted, and a million elsewhere. */
const TRILLION = / ?兆(?=\p{Script=Han}{0,3}元)/uy;

/** A number with the multiple that may follow it. */
function scaled(text: string, value: Decimal, end: number): ChineseNumeral {
  const scale = chineseScale(text, end);
  return scale ? { value: timesTen(value, scale.zeros), end: scale.end } : { value, end };
}

/**
 * Reads the Chinese multiple that may follow a number in digits: 亿, 百万, 多万.
 * @returns how many zeros it adds, and where it ends; null if there is none
 */
export function chineseScale(text: string, at: number): { zeros: number; end: number } | null {
  SCALE.lastIndex = at;
  const match = SCALE.exec(text);
  if (match) {
    const scale = match[1] ?? '';
    UNIT_PREFIX.lastIndex = at + match[0].length - scale.length;
    if (scale.length === 1 && UNIT_PREFIX.test(text)) return null;
    const zeros = Array.from(scale, (character) => SCALES.get(character) ?? 0);
    return { zeros: zeros.reduce((sum, each) => sum + each, 0), end: at + match[0].length };
  }
  TRILLION.lastIndex = at;
  const trillion = TRILLION.exec(text)?.[0];
  return trillion === undefined ? null : { zeros: 12, end: at + trillion.length };
}

const FURTHER = /(\d+)([十百千万亿]+)?/y;

/** Adds what follows the first part of a number in digits and multiples: 3亿5000万, 1万2千. */
export function withFurtherParts(text: string, first: ChineseNumeral, zeros: number): ChineseNumeral {
  let { value, end } = first;
  for (let last = zeros; ; ) {
    FURTHER.lastIndex = end;
    const [all = '', digits = '', scale = ''] = FURTHER.exec(text) ?? [];
    const next = Array.from(scale, (character) => SCALES.get(character) ?? 0).reduce(
      (sum, each) => sum + each,
      0,
    );
    if (all === '' || scale === '' || next >= last || digits.length > last - next) return { value, end };
    value = sumOf(value, timesTen(decimalOf(digits), next));
    end += all.length;
    last = next;
  }
}

const YUAN_AND_JIAO =
  /块(?:钱)?([一二两三四五六七八九1-9])(?:毛|(?![零〇一二两三四五六七八九十百千万亿几多分个\d]))/y;
const JIAO_AND_FEN = /毛(?![病衣巾利])(?:([一二三四五六七八九1-9])(?![零〇十百千万亿几个\d])分?)?/y;

/**
 * Reads what follows an amount of money in everyday Chinese: 三块五 is 3.5, and 四毛五 0.45.
 * @param amount the number before it
 * @returns null if it is no such amount
 */
export function chineseCoins(text: string, amount: Decimal, at: number): ChineseNumeral | null {
  YUAN_AND_JIAO.lastIndex = at;
  const yuan = YUAN_AND_JIAO.exec(text);
  if (yuan) return { value: sumOf(amount, hundredths(yuan[1], 10n)), end: at + yuan[0].length };
  JIAO_AND_FEN.lastIndex = at;
  const jiao = JIAO_AND_FEN.exec(text);
  if (!jiao) return null;
  const whole = { units: amount.units, places: amount.places + 1 };
  return { value: jiao[1] ? sumOf(whole, hundredths(jiao[1], 1n)) : whole, end: at + jiao[0].length };
}

function hundredths(digit = '', times: bigint): Decimal {
  const units = /\d/.test(digit) ? Number(digit) : digitOf(digit);
  return { units: BigInt(units) * times, places: 2 };
}
