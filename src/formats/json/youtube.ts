import { z } from 'zod';
import { listOf, millisecondsField, requiredListOf, textField } from './fields.ts';
import type { JsonKind } from './kind.ts';

const schema = z.object({
  events: requiredListOf({ tStartMs: millisecondsField, segs: listOf({ utf8: textField }) }),
});

/** YouTube's captions as JSON (`json3`): an event per line, in pieces. Lines between are breaks. */
export const youtube: JsonKind = {
  id: 'youtube-json3',
  name: 'YouTube captions (json3)',
  read(value) {
    const parsed = schema.safeParse(value);
    if (!parsed.success || !parsed.data.events.some(({ segs }) => segs.some(({ utf8 }) => utf8 !== '')))
      return null;
    const utterances = parsed.data.events
      .map(({ tStartMs, segs }) => ({
        text: segs.map(({ utf8 }) => utf8).join(''),
        label: null,
        time: tStartMs,
      }))
      .filter(({ text }) => text.trim() !== '');
    return { utterances, facts: {} };
  },
};
