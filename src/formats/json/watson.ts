import { z } from 'zod';
import { isRecord, labelField, listOf, secondsField, secondsIn, textField, textIn } from './fields.ts';
import type { JsonKind } from './kind.ts';
import { wordsAlone } from './segments.ts';
import type { Utterance, Word } from './utterances.ts';

const schema = z.object({
  results: listOf({ alternatives: z.array(z.object({ transcript: textField, timestamps: z.unknown() })) }),
  speaker_labels: listOf({ from: secondsField, speaker: labelField }),
});

/** IBM Watson: words as `["good", 0.1, 0.5]`, and apart from them whose voice is heard from when. */
export const watson: JsonKind = {
  id: 'watson',
  name: 'IBM Watson (JSON)',
  read(value) {
    const whole = isRecord(value) && Array.isArray(value.results) ? value.results : [];
    const [first] = whole;
    // What was asked for by a job is one level deeper.
    const outputs = isRecord(first) && Array.isArray(first.results) ? whole : [value];
    const read = outputs.map((output) => schema.safeParse(output));
    const found = read.flatMap(({ data }) => (data ? [data] : []));
    const hasTimes = found.some(({ results }) =>
      results.some(({ alternatives }) => Array.isArray(alternatives[0]?.timestamps)),
    );
    return hasTimes && found.length === read.length
      ? { utterances: found.flatMap(utterancesIn), facts: {} }
      : null;
  },
};

function utterancesIn({ results, speaker_labels }: z.output<typeof schema>): Utterance[] {
  const voices = new Map(speaker_labels.map(({ from, speaker }) => [from, speaker]));
  return results.flatMap(({ alternatives: [best] }) => {
    const timestamps: unknown[] = Array.isArray(best?.timestamps) ? best.timestamps : [];
    const words = timestamps.flatMap((each): Word[] => {
      if (!Array.isArray(each)) return [];
      const time = secondsIn(each[1]);
      const label = voices.get(time) ?? null;
      return [{ text: textIn(each[0]), label, time, end: secondsIn(each[2]), isGlued: false }];
    });
    return wordsAlone((best?.transcript ?? '').trim(), words);
  });
}
