import { nearestTopicSteps, topicSteps } from '../../src/core/answer/topics.ts';
import type { Localised } from '../../src/core/language/locale.ts';
import type { Library } from '../../src/core/library.ts';
import type { Excerpt } from '../../src/core/passages/excerpt.ts';
import type { Steps } from '../../src/core/steps.ts';
import { isPerson } from '../../src/core/transcript/anonymous.ts';
import { newestFirst } from '../../src/core/transcript/order.ts';
import { distinctPeople } from '../../src/core/transcript/people.ts';
import { displayName } from '../../src/core/transcript/speakers.ts';
import type { Speaker, Transcript } from '../../src/core/transcript/transcript.ts';
import { inEachLanguage, type Message, someOf } from '../../src/messages/message.ts';
import { type Block, quotedAsAnswer, text } from '../../src/reply/reply.ts';
import { nameAmong, namesOf } from './people.ts';

/** A refusal suggests a few topics to go on with, not the whole programme. */
const REFUSAL_TOPICS = 3;

/** What was searched: these seminars, for the words of some speakers or of anybody. */
export interface Scope {
  transcripts: readonly Transcript[];
  /** Empty for anybody. */
  speakers: readonly Speaker[];
}

/**
 * Says that the transcript does not answer; what others say, if only some speakers were asked; and what people can ask
 * about instead.
 */
export function* refusalWithTopics(
  { transcripts, speakers }: Scope,
  { nearest, elsewhere }: { nearest: readonly string[]; elsewhere: readonly Excerpt[] },
  library: Library,
): Steps<Block[]> {
  const refused: Block =
    speakers.length > 0
      ? text({ key: 'answer.refused.speaker', values: { speaker: namesOf(speakers, library) } })
      : text({ key: 'answer.refused' });
  if (elsewhere.length > 0) return [refused, ...saidByOthers(elsewhere, library)];
  const [speaker, ...others] = speakers;
  const attended = transcripts.filter((each) => speakers.some(({ id }) => isIn(each, id)));
  const topics = topicsAmong(speaker ? attended : transcripts);
  const spokenOn =
    speaker && isPerson(speaker) && others.length === 0
      ? yield* topicSteps(library, topics, speaker, REFUSAL_TOPICS, idsOf(transcripts))
      : [];
  if (speaker && spokenOn.length > 0) {
    return [
      refused,
      text({ key: 'answer.speaker-topics', values: { speaker: nameAmong(speaker, library) } }),
      { kind: 'list', items: spokenOn.map(listItem) },
      text({ key: 'answer.rephrase' }),
    ];
  }
  return [
    refused,
    ...whoSpeaks(transcripts),
    ...(yield* nearestTopicList(transcripts, nearest, library)),
    text({ key: 'answer.rephrase' }),
  ];
}

function idsOf(transcripts: readonly Transcript[]): ReadonlySet<string> {
  return new Set(transcripts.map(({ id }) => id));
}

/**
 * Says that the excerpts after it may not answer, quotes them, and goes on with what others say, if only some speakers
 * were asked.
 */
export function closestThenOthers(
  speakers: readonly Speaker[],
  { excerpts, elsewhere }: { excerpts: readonly Excerpt[]; elsewhere: readonly Excerpt[] },
  library: Library,
): Block[] {
  return [
    text(mayNotAnswer(speakers, library)),
    ...quotedAsAnswer(excerpts, library),
    ...(elsewhere.length > 0 ? saidByOthers(elsewhere, library) : []),
  ];
}

/**
 * Says of the excerpts after it that they come closest and may not answer.
 * @param speakers whose words were searched; empty for anybody's
 */
export function mayNotAnswer(speakers: readonly Speaker[], library: Library): Message {
  return speakers.length > 0
    ? { key: 'answer.closest.speaker', values: { speaker: namesOf(speakers, library) } }
    : { key: 'answer.closest' };
}

/** What speakers who were not asked say. */
export function saidByOthers(elsewhere: readonly Excerpt[], library: Library): Block[] {
  const quoted = quotedAsAnswer(elsewhere, library);
  return [
    text({ key: 'answer.elsewhere' }),
    ...quoted.map((block): Block => ({ ...block, isElsewhere: true })),
  ];
}

/** The topics of some seminars, each once. */
function topicsAmong(transcripts: readonly Transcript[]): Localised[] {
  return distinctTopics(transcripts.flatMap((each) => each.topics));
}

function distinctTopics(topics: readonly Localised[]): Localised[] {
  const firsts = new Map<string, Localised>();
  for (const topic of topics) if (!firsts.has(topic.en)) firsts.set(topic.en, topic);
  return [...firsts.values()];
}

function isIn({ speakers }: Transcript, id: string): boolean {
  return speakers.some((each) => each.id === id);
}

/**
 * The most topics that are searched for; those of five seminars, with 30 each. To search for the 12,000 of 400 seminars
 * takes minutes.
 */
const MOST_COMPARED = 150;

/** The seminars in which some passages are, in the order of the passages. */
function nearestOf(
  transcripts: readonly Transcript[],
  nearest: readonly string[],
  { passages }: Library,
): Transcript[] {
  const found = new Set(nearest.map((id) => passages.get(id)?.transcript.id));
  return Array.from(found).flatMap((id) => transcripts.find((transcript) => transcript.id === id) ?? []);
}

function* nearestTopicList(
  transcripts: readonly Transcript[],
  nearest: readonly string[],
  library: Library,
): Steps<Block[]> {
  const all = topicsAmong(transcripts);
  if (all.length === 0) return [];
  const compared = all.length > MOST_COMPARED ? topicsAmong(nearestOf(transcripts, nearest, library)) : all;
  const found = yield* nearestTopicSteps(library, compared.slice(0, MOST_COMPARED), nearest);
  // There may be too few where the nearest passages are.
  const items = distinctTopics([...found, ...all])
    .slice(0, REFUSAL_TOPICS)
    .map(listItem);
  return [text({ key: 'answer.topics' }), { kind: 'list', items }];
}

/**
 * Says that a question has nothing in it to search for.
 * @param example a question to show instead
 */
export function nothingToSearchFor(example: string | Localised): Block {
  return text({ key: 'answer.blank', values: { example } });
}

/** A question about the newest of some seminars that has one, to show to somebody who asked nothing. */
export function exampleQuestion(transcripts: readonly Transcript[]): Localised {
  const [example] = [...transcripts].sort(newestFirst).flatMap(({ examples }) => examples);
  return example ?? inEachLanguage({ key: 'help.example' });
}

/** How many speakers are named, if there are more. */
const NAMED_SPEAKERS = 8;

/** Says who speaks in some seminars, or in many of them, who is among those who speak; nothing if nobody has a name. */
export function whoSpeaks(transcripts: readonly Transcript[]): Block[] {
  const all = distinctPeople(transcripts);
  if (all.length === 0) return [];
  const speakers = someOf(all.map(displayName), NAMED_SPEAKERS, 'some.speakers');
  const isWhole = all.length <= NAMED_SPEAKERS + 1;
  return [text({ key: isWhole ? 'answer.speakers' : 'answer.speakers.some', values: { speakers } })];
}

function listItem(item: string | Localised): Message {
  return { key: 'list.item', values: { item } };
}
