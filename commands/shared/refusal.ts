import { nearestTopics, topicsOf } from '../../src/core/answer/topics.ts';
import type { Localised } from '../../src/core/language/locale.ts';
import type { Library } from '../../src/core/library.ts';
import { displayName, distinctSpeakers } from '../../src/core/transcript/speakers.ts';
import type { Speaker, Transcript } from '../../src/core/transcript/transcript.ts';
import { type Message, someOf } from '../../src/messages/message.ts';
import { type Block, text } from '../../src/reply/reply.ts';

/** A refusal suggests a few topics to go on with, not the whole programme. */
const REFUSAL_TOPICS = 4;

/** What was searched: these seminars, for the words of one speaker or of anybody. */
export interface Scope {
  transcripts: readonly Transcript[];
  speaker: Speaker | undefined;
}

/** Says that the transcript does not answer, and what people can ask about instead. */
export function refusalWithTopics(
  { transcripts, speaker: given }: Scope,
  { askedSpeaker, nearest }: { askedSpeaker: Speaker | null; nearest: readonly string[] },
  library: Library,
): Block[] {
  const speaker = given ?? askedSpeaker;
  const topics = transcripts.flatMap(({ topics }) => topics);
  const spokenOn = speaker ? topicsOf(library, topics, speaker).slice(0, REFUSAL_TOPICS) : [];
  if (speaker && spokenOn.length > 0) {
    const values = { speaker: displayName(speaker) };
    return [
      text({ key: 'answer.refused.speaker', values }),
      text({ key: 'answer.speaker-topics', values }),
      { kind: 'list', items: spokenOn.map(listItem) },
      text({ key: 'answer.rephrase' }),
    ];
  }
  return [
    speaker
      ? text({ key: 'answer.refused.speaker', values: { speaker: displayName(speaker) } })
      : text({ key: 'answer.refused' }),
    whoSpeaks(transcripts),
    text({ key: 'answer.topics' }),
    { kind: 'list', items: nearestTopics(library, topics, nearest).slice(0, REFUSAL_TOPICS).map(listItem) },
    text({ key: 'answer.rephrase' }),
  ];
}

/**
 * Says that a question has nothing in it to search for.
 * @param example a question to show instead
 */
export function nothingToSearchFor(example: string | Localised): Block {
  return text({ key: 'answer.blank', values: { example } });
}

/** A question about the first of some seminars, to show to somebody who asked nothing. */
export function exampleQuestion([first]: readonly Transcript[]): string | Localised {
  return first?.examples[0] ?? first?.title ?? '';
}

/** How many speakers are named, if there are more. */
const NAMED_SPEAKERS = 8;

/** Says who speaks in some seminars, or in many of them, who is among those who speak. */
export function whoSpeaks(transcripts: readonly Transcript[]): Block {
  const all = distinctSpeakers(transcripts);
  const speakers = someOf(all.map(displayName), NAMED_SPEAKERS, 'some.speakers');
  const isWhole = all.length <= NAMED_SPEAKERS + 1;
  return text({ key: isWhole ? 'answer.speakers' : 'answer.speakers.some', values: { speakers } });
}

function listItem(item: string | Localised): Message {
  return { key: 'list.item', values: { item } };
}
