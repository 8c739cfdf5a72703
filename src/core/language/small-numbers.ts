const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const ENGLISH: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['one', 'first'],
    ['two', 'second'],
    ['three', 'third'],
    ['four', 'fourth'],
    ['five', 'fifth'],
    ['six', 'sixth'],
    ['seven', 'seventh'],
    ['eight', 'eighth'],
    ['nine', 'ninth'],
    ['ten', 'tenth'],
    ['eleven', 'eleventh'],
    ['twelve', 'twelfth'],
    ['thirteen', 'thirteenth'],
    ['fourteen', 'fourteenth'],
    ['fifteen', 'fifteenth'],
    ['sixteen', 'sixteenth'],
    ['seventeen', 'seventeenth'],
    ['eighteen', 'eighteenth'],
    ['nineteen', 'nineteenth'],
  ].flatMap((words, at) => words.map((word) => [word, at + 1])),
);
const TENS: Readonly<Record<string, number>> = Object.fromEntries(
  ['twen', 'thir', 'for', 'fif', 'six', 'seven', 'eigh', 'nine'].flatMap((stem, at) =>
    ['ty', 'tieth'].map((ending) => [stem + ending, 10 * (at + 2)]),
  ),
);

/** A numeral in words, at the start of a text: Chinese up to 9999, or English up to 99, cardinal or ordinal. */
export const NUMERAL =
  /[零〇一二两兩三四五六七八九十百千]{1,7}|\b(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))?|(?:twen|thir|for|fif|six|seven|eigh|nine)tieth|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen(?:th)?|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)\b/u;

/** The number that digits, or a numeral as `NUMERAL` matches it, stand for. */
export function numberOf(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  const [tens = '', ones] = written.split(/[- ]/);
  if (tens in TENS) return (TENS[tens] ?? 0) + (ENGLISH[ones ?? ''] ?? 0);
  return ENGLISH[written] ?? chineseNumber(written);
}

/** 二十一 is 21, and so is 二一, as some write line numbers. */
function chineseNumber(written: string): number {
  const characters = Array.from(written);
  if (characters.every((character) => character in DIGITS)) {
    return characters.reduce((number, character) => 10 * number + (DIGITS[character] ?? 0), 0);
  }
  let sum = 0;
  let digit: number | null = null;
  for (const character of characters) {
    const unit = UNITS[character];
    if (unit === undefined) {
      digit = DIGITS[character] ?? 0;
    } else {
      sum += (digit ?? 1) * unit;
      digit = null;
    }
  }
  return sum + (digit ?? 0);
}
