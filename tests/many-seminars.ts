import { addDays } from '../src/core/language/dates.ts';
import type { Library } from '../src/core/library.ts';
import { lightLibrary, lightSeminar } from './light-seminars.ts';

/** How many weekly calls there are, the first on 7 January 2018. */
export const WEEKS = 294;
const FIRST = '2018-01-07';
/** What somebody says in every seminar, so that all of them fit equally. */
export const SAME_WORDS = 'The budget for the harbour bridge is agreed by everybody here.';
const GUESTS = [
  'Ada Brandt',
  'Bela Castro',
  'Cleo Duarte',
  'Dara Ekholm',
  'Emil Farkas',
  'Faye Grieg',
  'Gil Hansen',
];

/** The date of a weekly call, from 1. */
export const dateOfWeek = (week: number) => addDays(FIRST, 7 * (week - 1));
export const idOfWeek = (week: number) => `week-${String(week).padStart(3, '0')}`;

/**
 * 300 small seminars: weekly calls, all of one title; two of one title and one date; two without a date, of one title; one
 * in Chinese; and one with everything that can be known. Each says `SAME_WORDS`, but the Chinese one.
 */
export function manySeminars(): Library {
  const calls = Array.from({ length: WEEKS }, (_, at) => {
    const guest = GUESTS[at % GUESTS.length] ?? '';
    const head = `title: Weekly call\ndate: ${dateOfWeek(at + 1)}\nlanguage: en\nspeakers: [Mary Stone, ${guest}]`;
    return lightSeminar(idOfWeek(at + 1), head, [
      ['Mary Stone', SAME_WORDS],
      [guest, `Item ${1000 + at} on our list is about the ferry, and it waits for the county.`],
    ]);
  });
  const small = (id: string, head: string) => lightSeminar(id, head, [['Mary Stone', SAME_WORDS]]);
  return lightLibrary(
    ...calls,
    small('twin-a', 'title: Twin panel\ndate: 2024-05-01\nlanguage: en\nspeakers: [Mary Stone]'),
    small('twin-b', 'title: Twin panel\ndate: 2024-05-01\nlanguage: en\nspeakers: [Mary Stone]'),
    small('open-a', 'title: Open hour\nlanguage: en\nspeakers: [Mary Stone]'),
    small('open-b', 'title: Open hour\nlanguage: en\nspeakers: [Mary Stone]'),
    small(
      'quays-2025',
      'title: Harbours and quays\ndate: 2025-03-07\norganiser: The Stone Club\nlanguage: en\nspeakers: [Mary Stone, Iván Peña]',
    ),
    lightSeminar('qiao', 'title: 桥梁座谈会\ndate: 2025-02-01\nlanguage: zh-CN\nspeakers: [李乔]', [
      ['李乔', '钢桥很耐用，木桥很便宜。'],
    ]),
  );
}
