import {
  type Digest,
  type DigestContent,
  type DigestSettings,
  EVERYTHING,
  UNNAMED,
} from '../../src/core/digest/digest.ts';
import { EVERY_DAY } from '../../src/core/digest/schedule.ts';
import { readDays } from '../../src/core/digest/typed-days.ts';
import { readTime } from '../../src/core/digest/typed-time.ts';
import type { Locale, Localised } from '../../src/core/language/locale.ts';
import type { Library } from '../../src/core/library.ts';
import { joined } from '../../src/messages/message.ts';
import { failure, type Reply } from '../../src/reply/reply.ts';
import { seminarCalled, speakerCalled } from '../shared/choose.ts';
import type { ValuesOf } from '../shared/slash-command.ts';
import type { CONTENT, SETTINGS } from './options.ts';
import { zoneTyped } from './zones.ts';

/** What people type to clear the seminar, the speaker or the topic of a digest. */
const CLEAR = '-';

/** The settings that the options give on top of those of a digest that they change, or what is wrong with them. */
export function settingsFrom(
  options: ValuesOf<typeof SETTINGS>,
  { before, language, library }: { before: Digest | undefined; language: Locale; library: Library },
): DigestSettings | Reply {
  const time = readTime(options.time);
  if (!time) return failure({ key: 'failure.time', values: { value: options.time } });
  const zone = zoneTyped(options.timezone);
  if (typeof zone !== 'string') return failure(zone);
  const days = options.days === undefined ? (before?.days ?? EVERY_DAY) : readDays(options.days);
  if (!days) return failure({ key: 'failure.days', values: { value: options.days ?? '' } });
  const content = contentFrom(options, before ?? EVERYTHING, library);
  if ('outcome' in content) return content;
  return {
    channel: options.channel,
    time,
    zone,
    days,
    ...content,
    language: options.language ?? before?.language ?? language,
  };
}

/** The content that the options give on top of another one, or what is wrong with them. */
export function contentFrom(
  options: ValuesOf<typeof CONTENT>,
  before: DigestContent,
  library: Library,
): DigestContent | Reply {
  const seminar = given(options.seminar, before.seminar);
  const found = seminar === null ? null : seminarCalled(seminar, library.transcripts);
  if (found && 'outcome' in found) return found;
  const speaker = speakerNamed(given(options.speaker, before.speaker), library);
  if (speaker !== null && typeof speaker !== 'string') return speaker;
  return {
    excerpts: options.excerpts ?? before.excerpts,
    seminar: found?.id ?? null,
    speaker,
    topic: given(options.topic, before.topic) || null,
  };
}

function given(option: string | undefined, before: string | null): string | null {
  if (option === undefined) return before;
  return option.trim() === CLEAR ? null : option.trim();
}

function speakerNamed(name: string | null, { speakers }: Library): string | null | Reply {
  if (name === null || name === UNNAMED) return name;
  const found = speakerCalled(name, speakers);
  return 'outcome' in found ? found : found.name;
}

/** The digest with a number, or the only one if none was given; or a reply that asks which. */
export function digestMeant(id: string | undefined, all: readonly Digest[]): Digest | Reply {
  if (id !== undefined) return digestNumbered(id, all);
  const [only, ...others] = all;
  if (!only) return failure({ key: 'digest.no-digests' });
  return others.length === 0 ? only : failure({ key: 'failure.digest-which', values: { ids: idsOf(all) } });
}

/** The digest with a number, or a reply that says which numbers there are. */
export function digestNumbered(id: string, all: readonly Digest[]): Digest | Reply {
  if (all.length === 0) return failure({ key: 'digest.no-digests' });
  return (
    all.find(({ number }) => String(number) === id.trim()) ??
    failure({ key: 'failure.digest-unknown', values: { id, ids: idsOf(all) } })
  );
}

function idsOf(all: readonly Digest[]): Localised {
  return joined(all.map(({ number }) => String(number)));
}
