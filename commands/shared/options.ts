import type { CommandOption, TextOption } from '../command.ts';
import { suggestSeminars, suggestSpeakers } from './choose.ts';

/** What to search for. */
export const QUESTION = {
  name: 'question',
  localName: 'option.question.name',
  description: 'command.ask.question',
  type: 'string',
  required: true,
  maxLength: 300,
} as const satisfies CommandOption;

/** A speaker, by any form of the name. Each command describes what it takes the speaker for. */
export const SPEAKER = {
  name: 'speaker',
  localName: 'option.speaker.name',
  type: 'string',
  suggest: suggestSpeakers,
} as const satisfies Omit<TextOption, 'description'>;

/** A seminar's id. Each command describes what it takes the seminar for. */
export const SEMINAR = {
  name: 'seminar',
  localName: 'option.seminar.name',
  type: 'string',
  suggest: suggestSeminars,
} as const satisfies Omit<TextOption, 'description'>;

/** Whether the reply is for the caller alone. */
export const PRIVATE = {
  name: 'private',
  localName: 'option.private.name',
  description: 'option.private',
  type: 'boolean',
  inDiscordOnly: true,
} as const satisfies CommandOption;
