import { describe, expect, it } from 'vitest';
import { recordingOf } from './recordings.ts';

describe('what the top of a document says of it', () => {
  it.each([
    [
      'a date in capitals',
      'HEARING ON BRIDGES\nTUESDAY, APRIL 14, 2026\n\nMR. HOLT: Yes.\n\nMS. BERG: No.',
      '2026-04-14',
    ],
    [
      'the first line above a day and a time',
      'Product sync\nTue, Mar 3, 2026 10:02AM • 14:33\n\nMira Holt  00:00\nYes.\n\nOle Berg  00:06\nNo.',
      '2026-03-03',
    ],
    [
      'a title with a day and a time in brackets',
      'Weekly ops (2026-02-11 at 09:01 GMT) - Transcript\n\nMira Holt: Yes.\n\nOle Berg: No.',
      '2026-02-11',
    ],
    [
      'a title beside the day of the recording',
      'Harbour heat webinar – recorded 14 October 2026\n\nMira Holt: Yes.\n\nOle Berg: No.',
      '2026-10-14',
    ],
  ])('has %s', async (_, text, date) => {
    const { facts } = await recordingOf(text);
    expect(facts.date).toBe(date);
    if (!text.startsWith('HEARING')) expect(facts.title).toBe(text.split(/\n| \(| – /u)[0]);
  });

  it('has the full names of initials where a table or a presenter gives them', async () => {
    const { facts } = await recordingOf(
      '# Notes\n\n| Mira Holt | MHT | Steel |\n| Ole Berg | OBG | Wood |\n\nPresenter: Jordan Bell (JBL)\n\nMHT: Yes.\n\nJBL: No.\n\nMHT: So.',
    );
    expect([...(facts.fullNames ?? [])]).toEqual([
      ['MHT', 'Mira Holt'],
      ['OBG', 'Ole Berg'],
      ['JBL', 'Jordan Bell'],
    ]);
  });
});
