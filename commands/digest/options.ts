import { MOST_EXCERPTS } from '../../src/core/digest/digest.ts';
import { LOCALES } from '../../src/core/language/locale.ts';
import type { CommandOption } from '../command.ts';
import { languageCalled } from '../shared/languages.ts';
import { FROM, SEMINAR, SPEAKER, UNTIL } from '../shared/options.ts';
import {
  suggestDays,
  suggestDigests,
  suggestSpeakersOrNobody,
  suggestTimes,
  suggestTopics,
  suggestZones,
} from './suggestions.ts';

/** Which digest of the server, by its number. */
export const ID = {
  name: 'id',
  localName: 'option.id.name',
  description: 'option.id',
  type: 'string',
  maxLength: 100,
  suggestStored: suggestDigests,
} as const satisfies CommandOption;

/** What a digest is made of. */
export const CONTENT = [
  {
    name: 'excerpts',
    localName: 'option.excerpts.name',
    description: 'option.excerpts',
    type: 'integer',
    range: [1, MOST_EXCERPTS],
  },
  { ...SEMINAR, description: 'option.seminar' },
  FROM,
  UNTIL,
  { ...SPEAKER, description: 'option.speaker', suggest: suggestSpeakersOrNobody },
  {
    name: 'topic',
    localName: 'option.topic.name',
    description: 'option.topic',
    type: 'string',
    maxLength: 100,
    suggest: suggestTopics,
  },
  {
    name: 'language',
    localName: 'option.language.name',
    description: 'option.language',
    type: 'string',
    choices: LOCALES.map((locale) => ({ label: `language.${locale}` as const, value: locale })),
    readChoice: languageCalled,
  },
] as const satisfies readonly CommandOption[];

/** What sets up a digest, or changes the one with an id. */
export const SETTINGS = [
  {
    name: 'channel',
    localName: 'option.channel.name',
    description: 'option.channel',
    type: 'channel',
    required: true,
  },
  {
    name: 'time',
    localName: 'option.time.name',
    description: 'option.time',
    type: 'string',
    required: true,
    maxLength: 100,
    suggest: suggestTimes,
  },
  {
    name: 'timezone',
    localName: 'option.timezone.name',
    description: 'option.timezone',
    type: 'string',
    required: true,
    maxLength: 100,
    suggest: suggestZones,
  },
  {
    name: 'days',
    localName: 'option.days.name',
    description: 'option.days',
    type: 'string',
    maxLength: 100,
    suggest: suggestDays,
  },
  ...CONTENT,
  { ...ID, description: 'option.start-id' },
] as const satisfies readonly CommandOption[];
