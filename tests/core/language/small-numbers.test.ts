import { describe, expect, it } from 'vitest';
import { NUMERAL, numberOf } from '../../../src/core/language/small-numbers.ts';

describe('numberOf', () => {
  it.each([
    ['7', 7],
    ['one', 1],
    ['twelfth', 12],
    ['fifteen', 15],
    ['eighteenth', 18],
    ['thirty', 30],
    ['forty-six', 46],
    ['ninety second', 92],
    ['fiftieth', 50],
    ['三', 3],
    ['两', 2],
    ['兩', 2],
    ['十', 10],
    ['十六', 16],
    ['四十', 40],
    ['九十八', 98],
    ['一百零五', 105],
    ['三千二百', 3200],
    ['二〇', 20],
  ])('reads %s as %i', (written, number) => {
    expect(numberOf(written)).toBe(number);
    if (!/\d/.test(written)) expect(NUMERAL.exec(written)?.[0]).toBe(written);
  });

  it.each(['once', 'oneself', 'sevens', 'teenth', 'fortytwo', '分'])('is no number in %s', (written) => {
    expect(NUMERAL.test(written)).toBe(false);
  });
});
