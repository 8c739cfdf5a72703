/** An exact number with an end in the decimal system: `units` divided by 10 to the power of `places`. */
export interface Decimal {
  units: bigint;
  places: number;
}

/** The number that is written with these digits, and perhaps some after a point: "20", "20.95". */
export function decimalOf(digits: string): Decimal {
  const [whole = '', fraction = ''] = digits.split('.');
  return { units: BigInt(whole + fraction), places: fraction.length };
}

/** A number times 10 to the power of `zeros`. */
export function timesTen({ units, places }: Decimal, zeros: number): Decimal {
  return zeros <= places
    ? { units, places: places - zeros }
    : { units: units * 10n ** BigInt(zeros - places), places: 0 };
}

/** The sum of two numbers. */
export function sumOf(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(a.places, b.places);
  const unitsOf = (each: Decimal) => each.units * 10n ** BigInt(places - each.places);
  return { units: unitsOf(a) + unitsOf(b), places };
}

/** The one way to write a number: without separators, zeros at the end of a fraction or zeros in front. */
export function writtenDecimal({ units, places }: Decimal): string {
  let [digits, fractionDigits] = [units, places];
  for (; fractionDigits > 0 && digits % 10n === 0n; fractionDigits--) digits /= 10n;
  const all = String(digits).padStart(fractionDigits + 1, '0');
  const point = all.length - fractionDigits;
  return fractionDigits === 0 ? all : `${all.slice(0, point)}.${all.slice(point)}`;
}

/**
 * The one way to write a fraction: as a decimal if that has an end ("0.75"), or else in lowest terms ("2/3").
 * @param denominator above 0
 */
export function writtenFraction(numerator: bigint, denominator: bigint): string {
  const divisor = greatestCommonDivisor(numerator, denominator);
  const [top, bottom] = [numerator / divisor, denominator / divisor];
  let places = 0;
  // A denominator of twos and fives alone divides a power of ten.
  for (let power = 1n; places < 20; places++, power *= 10n)
    if (power % bottom === 0n) return writtenDecimal({ units: (top * power) / bottom, places });
  return `${top}/${bottom}`;
}

/** The largest number that divides both without a rest. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}
