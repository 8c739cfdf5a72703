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

describe('names that are words for days, or for parts of a text', () => {
  it('are names with a time beside them', async () => {
    expect(
      await saidIn(
        'April Jones  0:01',
        'We start.',
        '',
        'Grace Note  0:05',
        'Is it open?',
        '',
        'April Jones  0:09',
        'It is.',
      ),
    ).toEqual(['April Jones: We start.', 'Grace Note: Is it open?', 'April Jones: It is.']);
  });

  it('are names before colons', async () => {
    expect(
      await saidIn('April Jones: We start.', '', 'Tom Page: Is it open?', '', 'April Jones: It is.'),
    ).toEqual(['April Jones: We start.', 'Tom Page: Is it open?', 'April Jones: It is.']);
  });

  it('are names where they come again beside others', async () => {
    expect(await saidIn('June: we start.', 'Bo: yes.', 'June: ok.')).toEqual([
      'June: we start.',
      'Bo: yes.',
      'June: ok.',
    ]);
  });

  it('order a text where several do', async () => {
    const said = await saidIn(
      'Monday: the bridge.',
      'Ann: Yes.',
      'June: the roof.',
      'Monday: ok.',
      'Ann: No.',
      'June: ok.',
    );
    expect(said.filter((turn) => /^(?:Monday|June)/.test(turn))).toEqual([]);
  });

  it.each(['April Meeting', 'Next Friday', 'Budget Update', 'Meeting Notes'])(
    '%s is no name',
    async (heading) => {
      const said = await saidIn(
        'Ann Lee: Yes.',
        '',
        `${heading}: until noon.`,
        '',
        'Bo Dahl: Is it?',
        '',
        'Ann Lee: No.',
      );
      expect(said.filter((turn) => turn.startsWith(heading))).toEqual([]);
    },
  );
});
