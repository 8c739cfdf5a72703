import { type Decimal, decimalOf, sumOf, timesTen, writtenDecimal, writtenFraction } from './decimals.ts';

/** A number in a text: what it is, and where its last word ends. */
export interface Numeral {
  value: Decimal | string;
  end: number;
  /** Whether it is a part of a whole: "three quarters", "a fifth of", "by half". */
  isPart?: boolean;
}

const SMALL = new Map(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen`
    .split(/\s+/)
    .map((word, value) => [word, value]),
);
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, at) => [word, (at + 2) * 10] as const),
);
/** How many zeros a word or a sign for a multiple adds. */
const SCALES = new Map([
  ['hundred', 2],
  ['thousand', 3],
  ['lakh', 5],
  ['million', 6],
  ['crore', 7],
  ['billion', 9],
  ['trillion', 12],
  ['mn', 6],
  ['mln', 6],
  ['bn', 9],
  ['bln', 9],
  ['tn', 12],
  ['trn', 12],
]);
/** Signs that mean a multiple only after an amount of money: 20m may be metres. */
const MONEY_SCALES = new Map([
  ['k', 3],
  ['m', 6],
  ['b', 9],
]);
const DENOMINATORS = new Map(
  'half third quarter fifth sixth seventh eighth ninth tenth'
    .split(' ')
    .map((word, at) => [word, word === 'quarter' ? 4 : at + 2] as const),
);

/** How an English number may begin, as a regular expression; `englishNumeral` says whether it is one. */
export const ENGLISH_START = `(?:${[...SMALL.keys(), ...TENS.keys()].join('|')}|half|an? (?:half|hundred|thousand|lakh|million|crore|billion|trillion|dozen|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth))(?![a-z\\d_])`;

/** The most words of one number that are read. */
const MOST_WORDS = 16;
const NEXT_WORD = /(-| (?:and )?(?:a )?)([a-z]+)(?![\p{L}\p{N}_])/uy;
/** "Twenty-first" is not twenty. */
const ORDINAL_END = /[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)(?![a-z])/y;
const FIRST_WORD = /[a-z]+/y;

interface Word {
  text: string;
  /** What stands before it: nothing, a hyphen, a space, " and ", " a ", " and a ". */
  joint: string;
  end: number;
}

function wordsFrom(text: string, start: number): Word[] {
  FIRST_WORD.lastIndex = start;
  const first = FIRST_WORD.exec(text)?.[0] ?? '';
  const found = [{ text: first, joint: '', end: start + first.length }];
  for (let end = start + first.length; found.length < MOST_WORDS; ) {
    NEXT_WORD.lastIndex = end;
    const [all, joint = '', word = ''] = NEXT_WORD.exec(text) ?? [];
    if (all === undefined || !isNumberWord(word)) break;
    end += all.length;
    found.push({ text: word, joint, end });
  }
  return found;
}

function isNumberWord(word: string): boolean {
  return (
    SMALL.has(word) ||
    TENS.has(word) ||
    SCALES.has(singular(word)) ||
    DENOMINATORS.has(singular(word)) ||
    ['halves', 'dozen', 'point'].includes(word)
  );
}

function singular(word: string): string {
  return word === 'halves' ? 'half' : word.replace(/s$/, '');
}

/**
 * Reads a number in English words: "twenty-five", "three point five billion", "two-thirds", "nineteen
 * eighty-four".
 * @param start where one begins, as `ENGLISH_START` says
 * @param isMeasured whether what follows shows that even "one" is a number
 * @returns null if the words are no number: "one" is seldom one, nor is "a third time"
 */
export function englishNumeral(
  text: string,
  start: number,
  isMeasured: (end: number) => boolean,
): Numeral | null {
  const words = wordsFrom(text, start);
  const first = words[0]?.text ?? '';
  if (first === 'half') return halfOf(text, start, words);
  const isArticle = first === 'a' || first === 'an';
  if (isArticle && DENOMINATORS.has(words[1]?.text ?? '')) return partOf(text, start, words);

  const cardinal = cardinalOf(isArticle ? [{ ...words[0], text: 'one' } as Word, ...words.slice(1)] : words);
  const { count } = cardinal;
  if (count === 0 || (isArticle && count === 1)) return null;
  const next = words[count];
  const whole = cardinal.value;
  if (whole.places === 0 && (next?.joint === ' ' || next?.joint === '-')) {
    const denominator = DENOMINATORS.get(singular(next.text));
    // "two second" is no fraction, and "one quarter" may be three months.
    if (denominator !== undefined && whole.units < BigInt(denominator))
      return { value: writtenFraction(whole.units, BigInt(denominator)), end: next.end, isPart: true };
  }
  const end = words[count - 1]?.end ?? start;
  ORDINAL_END.lastIndex = end;
  if (TENS.has(words[count - 1]?.text ?? '') && ORDINAL_END.test(text)) return null;
  if (count === 1 && (first === 'one' || first === 'zero') && !isMeasured(end)) return null;
  return { value: whole, end };
}

/** "half", "half a million". */
function halfOf(text: string, start: number, words: readonly Word[]): Numeral {
  const [half, next] = words;
  const zeros = next?.joint === ' a ' ? SCALES.get(next.text) : undefined;
  if (next && zeros !== undefined) return { value: timesTen(HALF, zeros), end: next.end };
  if (next?.joint === ' a ' && next.text === 'dozen') return { value: decimalOf('6'), end: next.end };
  const end = half?.end ?? start;
  return { value: HALF, end, isPart: isHalfOfWhole(text, start, end) };
}

/** Half a degree, a half-hour and one and a half are amounts; half of something and "by half" are parts. */
function isHalfOfWhole(text: string, start: number, end: number): boolean {
  return (
    !AMOUNT_OF_HALF.test(text.slice(end, end + LONGEST_AMOUNT)) &&
    !BEFORE_AMOUNT_OF_HALF.test(text.slice(Math.max(0, start - LONGEST_CONTEXT), start))
  );
}

const LONGEST_AMOUNT = 24;
/** The first half is a time, and one and a half an amount. */
const BEFORE_AMOUNT_OF_HALF =
  /(?:^|[^a-z])(?:and (?:a )?|(?:first|second|last|next|latter|other|this|that|each|every) )$/;
/** What follows "half" if it is no part of a whole; a percent is read after it. */
const AMOUNT_OF_HALF =
  /^(?: an? (?!per ?cent)|[- ](?:hour|day|year|month|week|century|decade|mile|degree|pint|point|time|way|past|marathon|price|life|full|empty)(?:ly|s)?(?![a-z]))/;

const HALF: Decimal = { units: 5n, places: 1 };

/** "a third of", "by a third"; but "a third time" counts, and "a quarter" may be three months. */
function partOf(text: string, start: number, [, part]: readonly Word[]): Numeral | null {
  if (!part) return null;
  const after = text.slice(part.end, part.end + LONGEST_CONTEXT);
  const isPart =
    part.text === 'half' ||
    BEFORE_PART.test(text.slice(Math.max(0, start - LONGEST_CONTEXT), start)) ||
    (part.text === 'quarter' ? /^(?: of| per ?cent| percent)(?![a-z])/ : AFTER_PART).test(after);
  const value = writtenFraction(1n, BigInt(DENOMINATORS.get(part.text) ?? 1));
  const isOfWhole = part.text !== 'half' || isHalfOfWhole(text, start, part.end);
  return isPart ? { value, end: part.end, isPart: isOfWhole } : null;
}

/** How many characters around a part are looked at. */
const LONGEST_CONTEXT = 8;
const BEFORE_PART = /(?:^|[^a-z])(?:by|than|about|almost|nearly|over) $/;
const AFTER_PART =
  /^(?:$|[^ a-z-]| (?:of|in|to|more|less|fewer|as|and|or|are|is|was|were|have|has|had)(?![a-z]))/;

/** The longest whole or decimal number that words begin with, and how many words it takes. */
function cardinalOf(words: readonly Word[]): { value: Decimal; count: number } {
  let total = 0n;
  let current = 0;
  let lastZeros = Number.POSITIVE_INFINITY;
  let count = 0;
  let isScaled = false;
  let fraction: string | null = null;
  let hasHalf = false;
  const value = (): Decimal => {
    const sum = decimalOf(String(total + BigInt(current)));
    if (hasHalf) return sumOf(sum, HALF);
    return fraction ? decimalOf(`${writtenDecimal(sum)}.${fraction}`) : sum;
  };
  for (const { text, joint } of words) {
    const small = SMALL.get(text);
    const tens = TENS.get(text);
    const zeros = SCALES.get(singular(text));
    if (joint.endsWith(' a ') && text !== 'half') break;
    if (fraction !== null && small !== undefined && small < 10 && joint === ' ') {
      fraction += small;
    } else if (hasHalf || fraction !== null) {
      if (zeros === undefined || fraction === '' || joint === ' and ') break;
      return { value: timesTen(value(), zeros), count: count + 1 };
    } else if (text === 'point' && count > 0 && SMALL.get(words[count + 1]?.text ?? '') !== undefined) {
      fraction = '';
    } else if (text === 'half' && count > 0 && joint === ' and a ' && total === 0n) {
      hasHalf = true;
    } else if (joint === ' and ' && !isScaled) {
      break;
    } else if (small !== undefined && small > 0 && fits(current, small)) {
      current =
        current >= 18 && current <= 20 && small >= 10 && total === 0n
          ? current * 100 + small
          : current + small;
      isScaled = false;
    } else if (small === 0 && count === 0) {
      current = 0;
    } else if (tens !== undefined && fits(current, tens)) {
      current = current >= 18 && current <= 20 && total === 0n ? current * 100 + tens : current + tens;
      isScaled = false;
    } else if (text === 'hundred' && current > 0 && current < 100 && joint !== ' and ') {
      current *= 100;
      isScaled = true;
    } else if (zeros !== undefined && zeros > 2 && current > 0 && zeros < lastZeros && joint !== ' and ') {
      total += BigInt(current) * 10n ** BigInt(zeros);
      current = 0;
      lastZeros = zeros;
      isScaled = true;
    } else if (text === 'dozen' && current > 0 && current < 10 && count === 1) {
      current *= 12;
      count++;
      break;
    } else break;
    count++;
  }
  return { value: value(), count };
}

/** Whether a number below a hundred may follow what has been read: "twenty five", "nineteen eighty", but not "two three". */
function fits(current: number, next: number): boolean {
  if (current % 100 === 0) return true;
  if (next < 10) return current % 10 === 0 && current % 100 >= 20;
  return current >= 18 && current <= 20;
}

const SCALE_AFTER_DIGITS = new RegExp(`[- ]?(${[...SCALES.keys()].join('|')})s?(?![\\p{L}\\p{N}_])`, 'uy');
const MONEY_SCALE = /[kmb](?![\p{L}\p{N}_])/uy;

/**
 * Reads the English multiple that may follow a number in digits: "million", "bn"; and "m" after an amount of
 * money.
 * @returns how many zeros it adds, and where it ends; null if there is none
 */
export function englishScale(
  text: string,
  at: number,
  isMoney: boolean,
): { zeros: number; end: number } | null {
  SCALE_AFTER_DIGITS.lastIndex = at;
  const match = SCALE_AFTER_DIGITS.exec(text);
  if (match) return { zeros: SCALES.get(match[1] ?? '') ?? 0, end: at + match[0].length };
  MONEY_SCALE.lastIndex = at;
  const sign = isMoney ? MONEY_SCALE.exec(text)?.[0] : undefined;
  return sign === undefined ? null : { zeros: MONEY_SCALES.get(sign) ?? 0, end: at + 1 };
}
