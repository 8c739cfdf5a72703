import type { CommandOption, TextOption } from '../command.ts';
import { suggestSpeakers } from './choose.ts';
import { suggestDates } from './dates.ts';
import { suggestSeminars } from './seminar-suggestions.ts';

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

/** The first date of the seminars that are meant, as people type dates. */
export const FROM = {
  name: 'from',
  localName: 'option.since.name',
  description: 'option.since',
  type: 'string',
  maxLength: 100,
  suggest: suggestDates,
} as const satisfies CommandOption;

/** The last date of the seminars that are meant; a month or a year is meant whole. */
export const UNTIL = {
  ...FROM,
  name: 'until',
  localName: 'option.until.name',
  description: 'option.until',
} as const satisfies CommandOption;

/** Whether the reply is for the caller alone. */
export const PRIVATE = {
  name: 'private',
  localName: 'option.private.name',
  description: 'option.private',
  type: 'boolean',
  inDiscordOnly: true,
} as const satisfies CommandOption;
