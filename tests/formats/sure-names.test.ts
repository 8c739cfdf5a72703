import { describe, expect, it } from 'vitest';
import { recordingOf, turnsOf } from './recordings.ts';

/** Who says what in a text, a line for each turn. */
async function saidIn(...lines: string[]): Promise<string[]> {
  const turns = turnsOf(await recordingOf(lines.join('\n')));
  return turns.map(({ name, text }) => `${name ?? '?'}: ${text}`);
}

describe('in a chat without a scribe', () => {
  it('the nick speaks, not whom it addresses', async () => {
    expect(
      await saidIn(
        '[14:02] <bob_> ann: did you see it?',
        '[14:03] <ann> yes',
        '[14:03] <bob_> ann: and the second one?',
        '[14:04] <ann> bob_: not yet',
        '[14:05] <cy> ann: it is above',
      ),
    ).toEqual([
      'bob_: ann: did you see it?',
      'ann: yes',
      'bob_: ann: and the second one?',
      'ann: bob_: not yet',
      'cy: ann: it is above',
    ]);
  });

  it('only what a scribe writes before a colon names who speaks', async () => {
    expect(
      await saidIn(
        '14:01 <ann> scribenick: ann',
        '14:02 <ann> Mira: The bridge is open.',
        '14:03 <ann> ... since May.',
        '14:04 <bob> Mira: is it painted?',
        '14:05 <ann> Mira: It is.',
      ),
    ).toEqual(['Mira: The bridge is open. since May.', 'bob: Mira: is it painted?', 'Mira: It is.']);
  });
});
