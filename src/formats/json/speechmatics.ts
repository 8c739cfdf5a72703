import { z } from 'zod';
import { languageFacts } from '../facts.ts';
import { anything, isRecord, labelField, listOf, partOf, secondsField, textField } from './fields.ts';
import type { JsonKind } from './kind.ts';
import { utterancesOf } from './utterances.ts';

const schema = z.object({
  results: listOf({
    type: textField,
    start_time: secondsField,
    end_time: secondsField,
    attaches_to: textField,
    channel: labelField,
    alternatives: listOf({ content: textField, speaker: labelField }),
  }),
  metadata: partOf({ transcription_config: partOf({ language: anything }) }),
});

/** Speechmatics: words and punctuation; `UU` is its sign for a voice that it cannot tell. */
export const speechmatics: JsonKind = {
  id: 'speechmatics',
  name: 'Speechmatics (JSON)',
  read(value) {
    if (!isRecord(value) || !Array.isArray(value.results)) return null;
    if (!value.results.some((each) => isRecord(each) && 'type' in each && 'alternatives' in each))
      return null;
    const { results, metadata } = schema.parse(value);
    const words = results.map(
      ({ type, start_time, end_time, attaches_to, channel, alternatives: [best] }) => ({
        text: best?.content ?? '',
        label: channel ?? (best?.speaker === 'UU' ? null : (best?.speaker ?? null)),
        time: start_time,
        end: end_time,
        isGlued: type === 'punctuation' && attaches_to !== 'next' && attaches_to !== 'none',
      }),
    );
    return { utterances: utterancesOf(words), facts: languageFacts(metadata.transcription_config.language) };
  },
};
