import { answer } from '../src/core/answer.ts';
import { displayName, findSpeakers, nameForms } from '../src/core/speakers.ts';
import type { Locale } from '../src/core/transcript.ts';
import { QUESTION_WORDS } from '../src/core/tuning.ts';
import { type Block, failure, joined, type Reply } from '../src/render/reply.ts';
import type { Command, Context, Suggestion } from './command.ts';

/** How many excerpts a reply has unless asked otherwise. */
export const DEFAULT_EXCERPTS = 3;
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
}

/** Answers one question: excerpts with their speakers, a refusal with a way on, or what was wrong with it. */
export function ask(input: AskInput, { library }: Context): Reply {
  const transcripts = input.seminar
    ? library.transcripts.filter(({ id }) => id === input.seminar)
    : library.transcripts;
  const [first] = transcripts;
  if (!first) {
    const seminars = joined(library.transcripts.map(({ id }) => id));
    return failure({ key: 'failure.seminar-unknown', values: { name: input.seminar ?? '', seminars } });
  }
  const example = first.examples[0] ?? first.title;
  if (input.question.trim() === '') return failure({ key: 'failure.question-missing', values: { example } });

  const speakers = transcripts.flatMap(({ speakers }) => speakers);
  const speakerNames = joined([
    ...new Map(speakers.map((speaker) => [speaker.name, displayName(speaker)])).values(),
  ]);
  const found = input.speaker === undefined ? [] : findSpeakers(library.speakers, input.speaker);
  if (input.speaker !== undefined && found.length === 0) {
    return failure({
      key: 'failure.speaker-unknown',
      values: { name: input.speaker, speakers: speakerNames },
    });
  }
  if (found.length > 1) {
    const values = { name: input.speaker ?? '', speakers: joined(found.map(displayName)) };
    return failure({ key: 'failure.speaker-ambiguous', values });
  }

  const question = input.question.trim();
  const speaker = found[0];
  const query = { question: input.question, speaker: speaker?.name, seminar: input.seminar };
  const result = answer(library, query, input.limit ?? DEFAULT_EXCERPTS);
  const cut: Block[] = result.questionCut
    ? [{ kind: 'note', message: { key: 'answer.question-cut', values: { count: QUESTION_WORDS } } }]
    : [];

  if (result.kind === 'answered') {
    const excerpts = result.excerpts.map((excerpt): Block => ({ kind: 'excerpt', excerpt }));
    return {
      outcome: 'answered',
      question,
      blocks: [{ kind: 'text', message: { key: 'answer.found' } }, ...excerpts, ...cut],
    };
  }
  if (result.reason === 'blank') {
    return {
      outcome: 'refused',
      question,
      blocks: [{ kind: 'text', message: { key: 'answer.blank', values: { example } } }, ...cut],
    };
  }
  const topics = transcripts.flatMap(({ topics }) => topics).slice(0, REFUSAL_TOPICS);
  return {
    outcome: 'refused',
    question,
    blocks: [
      speaker
        ? {
            kind: 'text',
            message: { key: 'answer.refused.speaker', values: { speaker: displayName(speaker) } },
          }
        : { kind: 'text', message: { key: 'answer.refused' } },
      { kind: 'text', message: { key: 'answer.speakers', values: { speakers: speakerNames } } },
      { kind: 'text', message: { key: 'answer.topics' } },
      { kind: 'list', items: topics.map((item) => ({ key: 'list.item', values: { item } })) },
      ...cut,
    ],
  };
}

/** Speakers of whose name any form holds what was typed, shown as the reader's language writes them. */
function suggestSpeakers(typed: string, { library }: Context, locale: Locale): Suggestion[] {
  const wanted = typed.trim().toLowerCase();
  return library.speakers
    .filter((speaker) => nameForms(speaker).some((form) => form.toLowerCase().includes(wanted)))
    .map(({ name, names }) => ({ name: names[locale], value: name }));
}

function suggestSeminars(typed: string, { library }: Context, locale: Locale): Suggestion[] {
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
  run: ({ question, speaker, seminar }, context) =>
    ask(
      {
        question: String(question ?? ''),
        speaker: speaker === undefined ? undefined : String(speaker),
        seminar: seminar === undefined ? undefined : String(seminar),
      },
      context,
    ),
} satisfies Command;
