import { answer } from '../src/core/answer/answer.ts';
import { nearestTopics, topicsOf } from '../src/core/answer/topics.ts';
import type { Locale, Localised } from '../src/core/language/locale.ts';
import type { Library } from '../src/core/library.ts';
import { displayName, findSpeakers, nameForms } from '../src/core/transcript/speakers.ts';
import type { Speaker, Transcript } from '../src/core/transcript/transcript.ts';
import { QUESTION_WORDS } from '../src/core/tuning.ts';
import { joined, type Message } from '../src/messages/message.ts';
import { type Block, failure, note, type Reply, text } from '../src/reply/reply.ts';
import { answerActions, answerPage, PAGE, referencesOf, shareButton } from './buttons/answer.ts';
import type { Command, Context, Suggestion } from './command.ts';

/** How many excerpts a reply has unless asked otherwise. */
export const DEFAULT_EXCERPTS = PAGE;
/** A refusal shows a way on, not the whole programme. */
const REFUSAL_TOPICS = 4;

export interface AskInput {
  question: string;
  /** Any form of a speaker's name. */
  speaker?: string | undefined;
  /** A seminar's id. */
  seminar?: string | undefined;
  /** The most excerpts, 1 to 10. */
  limit?: number | undefined;
  /** Only the asker sees the reply. */
  private?: boolean | undefined;
}

/** Answers one question: excerpts with their speakers, a refusal with a way on, or what was wrong with it. */
export function ask(input: AskInput, { library }: Context): Reply {
  const scope = scopeOf(input, library);
  if ('outcome' in scope) return scope;
  const question = input.question.trim();
  const example = exampleOf(scope.transcripts);
  if (question === '') return failure({ key: 'failure.question-missing', values: { example } });

  const query = { question, speaker: scope.speaker?.name, seminar: input.seminar };
  const result = answer(library, query, input.limit ?? DEFAULT_EXCERPTS);
  const notes: Block[] = [];
  if (result.questionCut) notes.push(note({ key: 'answer.question-cut', values: { count: QUESTION_WORDS } }));
  if (result.askedSpeaker) {
    notes.push(note({ key: 'answer.speaker-taken', values: { speaker: displayName(result.askedSpeaker) } }));
  }

  if (result.kind === 'answered') {
    const excerpts = result.excerpts.map((excerpt): Block => ({ kind: 'excerpt', excerpt }));
    const found: Block = { kind: 'text', message: { key: 'answer.found' } };
    const { actions } = answerPage({
      ranked: [...referencesOf(result.excerpts), ...result.further],
      from: 0,
    });
    if (input.private) actions.push(shareButton(result.excerpts));
    return { outcome: 'answered', question, blocks: [found, ...excerpts, ...notes], actions };
  }
  const refused =
    result.reason === 'blank'
      ? [blank(example), whoSpeaks(scope.transcripts)]
      : refusalWithTopics(scope, result, library);
  return { outcome: 'refused', question, blocks: [...refused, ...notes] };
}

/** A question to show to somebody who asked nothing. */
export function exampleOf([first]: readonly Transcript[]): string | Localised {
  return first?.examples[0] ?? first?.title ?? '';
}

/** Where to search: the seminars, and the speaker if one was given. */
interface Scope {
  transcripts: readonly Transcript[];
  speaker: Speaker | undefined;
}

/** Finds the seminar and speaker that were asked for, or says what is wrong with them. */
function scopeOf(
  { seminar, speaker: name }: AskInput,
  { transcripts: all, speakers }: Library,
): Scope | Reply {
  const named = seminar === undefined ? undefined : seminarCalled(seminar, all);
  if (named && 'outcome' in named) return named;
  const transcripts = named ? [named] : all;
  if (name === undefined) return { transcripts, speaker: undefined };
  const found = speakerCalled(name, speakers, speakersOf(transcripts));
  return 'outcome' in found ? found : { transcripts, speaker: found };
}

/** Finds the seminar of an id, or says which there are. */
export function seminarCalled(id: string, all: readonly Transcript[]): Transcript | Reply {
  const seminars = joined(all.map((each) => each.id));
  return (
    all.find((each) => each.id === id) ??
    failure({ key: 'failure.seminar-unknown', values: { name: id, seminars } })
  );
}

/**
 * Finds the one speaker whom a name means, or says what is wrong with it.
 * @param offered whom to name where nobody is called so
 */
export function speakerCalled(
  name: string,
  speakers: readonly Speaker[],
  offered: readonly Speaker[] = speakers,
): Speaker | Reply {
  const [found, ...others] = findSpeakers(speakers, name);
  if (!found) {
    const values = { name, speakers: joined(offered.map(displayName)) };
    return failure({ key: 'failure.speaker-unknown', values });
  }
  if (others.length > 0) {
    const values = { name, speakers: joined([found, ...others].map(displayName)) };
    return failure({ key: 'failure.speaker-ambiguous', values });
  }
  return found;
}

function speakersOf(transcripts: readonly Transcript[]): Speaker[] {
  return [
    ...new Map(
      transcripts.flatMap(({ speakers }) => speakers).map((speaker) => [speaker.name, speaker]),
    ).values(),
  ];
}

/** Says that a question has nothing to search for. */
export function blank(example: string | Localised): Block {
  return text({ key: 'answer.blank', values: { example } });
}

/** A refusal, and what can be asked instead. */
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

function whoSpeaks(transcripts: readonly Transcript[]): Block {
  return text({
    key: 'answer.speakers',
    values: { speakers: joined(speakersOf(transcripts).map(displayName)) },
  });
}

function listItem(item: Localised): Message {
  return { key: 'list.item', values: { item } };
}

/** Speakers of whose name any form holds what was typed, shown as the reader's language writes them. */
export function suggestSpeakers(typed: string, { library }: Context, locale: Locale): Suggestion[] {
  const wanted = typed.trim().toLowerCase();
  return library.speakers
    .filter((speaker) => nameForms(speaker).some((form) => form.toLowerCase().includes(wanted)))
    .map(({ name, names }) => ({ name: names[locale], value: name }));
}

/** Seminars whose id or title, in any language, holds what was typed. */
export function suggestSeminars(typed: string, { library }: Context, locale: Locale): Suggestion[] {
  const wanted = typed.trim().toLowerCase();
  return library.transcripts
    .filter(({ id, title }) =>
      [id, ...Object.values(title)].some((text) => text.toLowerCase().includes(wanted)),
    )
    .map(({ id, title }) => ({ name: title[locale], value: id }));
}

export default {
  name: 'ask',
  localName: 'command.ask.name',
  description: 'command.ask.description',
  options: [
    {
      name: 'question',
      localName: 'option.question.name',
      description: 'command.ask.question',
      type: 'string',
      required: true,
      maxLength: 300,
    },
    {
      name: 'speaker',
      localName: 'option.speaker.name',
      description: 'command.ask.speaker',
      type: 'string',
      suggest: suggestSpeakers,
    },
    {
      name: 'seminar',
      localName: 'option.seminar.name',
      description: 'command.ask.seminar',
      type: 'string',
      suggest: suggestSeminars,
    },
    { name: 'private', localName: 'option.private.name', description: 'option.private', type: 'boolean' },
  ],
  run: ({ question, speaker, seminar, private: isPrivate }, context) =>
    ask(
      {
        question: String(question ?? ''),
        speaker: speaker === undefined ? undefined : String(speaker),
        seminar: seminar === undefined ? undefined : String(seminar),
        private: isPrivate === true,
      },
      context,
    ),
  actions: answerActions,
} satisfies Command;
