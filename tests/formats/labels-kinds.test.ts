import { describe, expect, it } from 'vitest';
import { DOCUMENT_KINDS } from './document-kinds.ts';
import { KINDS } from './label-kinds.ts';
import { MEETING_KINDS } from './meeting-kinds.ts';
import { recordingOf, turnsOf } from './recordings.ts';

const ALL = [...KINDS, ...MEETING_KINDS, ...DOCUMENT_KINDS];

describe('every way in which labels are printed', () => {
  it.each(ALL.map((kind) => [kind.kind, kind] as const))('%s', async (_, { text, turns, leftOut }) => {
    const recording = await recordingOf(text);
    const found = turnsOf(recording);
    expect(found.map(({ name }) => name ?? '?')).toEqual(turns.map((turn) => turn.split('=')[0]));
    turns.forEach((turn, at) => {
      expect(found[at]?.text.startsWith(turn.slice(turn.indexOf('=') + 1))).toBe(true);
    });
    if (leftOut === undefined) return;
    const { parts } = recording.opened.source;
    const out = [...recording.leftOut.keys()].toSorted((a, b) => a - b).map((at) => parts[at]?.text ?? '');
    expect(out.map((words, at) => words.slice(0, leftOut[at]?.length))).toEqual(leftOut);
  });
});
