import { describe, expect, it } from 'vitest';
import { KINDS } from './label-kinds.ts';
import { recordingOf, turnsOf } from './recordings.ts';

describe('every way in which labels are printed', () => {
  it.each(KINDS.map((kind) => [kind.kind, kind] as const))('%s', async (_, { text, turns }) => {
    const found = turnsOf(await recordingOf(text));
    expect(found.map(({ name }) => name ?? '?')).toEqual(turns.map((turn) => turn.split('=')[0]));
    turns.forEach((turn, at) => {
      expect(found[at]?.text.startsWith(turn.slice(turn.indexOf('=') + 1))).toBe(true);
    });
  });
});
