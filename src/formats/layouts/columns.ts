import type { LabelLayout } from '../format.ts';
import { clockAt } from '../labels/clock.ts';

const CELL = /\t\s{0,9}|\s{1,4}\|\s{1,4}/gu;
/** A number, a time and a name stand before the words at most. */
const MOST_CELLS = 3;

/** `MIRA` and what she says in two columns, with a tab between them or as a row of a table; a number or time may stand before. */
export const columns: LabelLayout = {
  name: 'Name and words in columns',
  labelsIn(parts, at) {
    const head = (parts[at]?.text ?? '').slice(0, 120);
    let start = 0;
    let name = '';
    let time: number | null = null;
    let cells = 0;
    for (const { 0: gap, index } of head.matchAll(CELL)) {
      const cell = head.slice(start, index).trim();
      const clock = clockAt(cell, 0);
      if (clock !== null && clock.end === cell.length) time = clock.seconds;
      else if (name !== '') break;
      else if (!/^[\d.]*$/.test(cell)) name = cell.replace(/[:：]$/u, '');
      start = index + gap.length;
      if (++cells >= MOST_CELLS) break;
    }
    return name === '' ? [] : [{ start: 0, end: start, name, time }];
  },
};
