import {
  type Digest,
  type DigestContent,
  type DigestSettings,
  EVERYTHING,
  UNNAMED,
} from '../../src/core/digest/digest.ts';
import { EVERY_DAY } from '../../src/core/digest/schedule.ts';
import { readDays, readTime, readTimeZone } from '../../src/core/digest/typed-schedule.ts';
import { LOCALES, type Locale, type Localised } from '../../src/core/language/locale.ts';
import type { Library } from '../../src/core/library.ts';
import { joined } from '../../src/messages/message.ts';
import { failure, type Reply } from '../../src/reply/reply.ts';
import { seminarCalled, speakerCalled } from '../ask.ts';
import type { Input } from '../command.ts';

/** What takes back a seminar, a speaker or a topic. */
const ALL = '-';

/** The settings that the options give, over those of a digest that is changed; or what is wrong with them. */
export function settingsOf(
  input: Input,
  { before, language, library }: { before: Digest | undefined; language: Locale; library: Library },
): DigestSettings | Reply {
  const time = readTime(String(input.time ?? ''));
  if (!time) return failure({ key: 'failure.time', values: { value: String(input.time ?? '') } });
  const zone = readTimeZone(String(input.timezone ?? ''));
  if (!zone) return failure({ key: 'failure.zone', values: { value: String(input.timezone ?? '') } });
  const days = input.days === undefined ? (before?.days ?? EVERY_DAY) : readDays(String(input.days));
  if (!days) return failure({ key: 'failure.days', values: { value: String(input.days) } });
  const content = contentGiven(input, before ?? EVERYTHING, library);
  if ('outcome' in content) return content;
  return {
    channel: String(input.channel ?? ''),
    time,
    zone,
    days,
    ...content,
    language: languageGiven(input) ?? before?.language ?? language,
  };
}

/** The content that the options give, over another one; or what is wrong with them. */
export function contentGiven(input: Input, before: DigestContent, library: Library): DigestContent | Reply {
  const given = (name: 'seminar' | 'speaker' | 'topic') => {
    const value = input[name];
    if (value === undefined) return before[name];
    return String(value).trim() === ALL ? null : String(value).trim();
  };
  const seminar = given('seminar');
  const found = seminar === null ? null : seminarCalled(seminar, library.transcripts);
  if (found && 'outcome' in found) return found;
  const asked = given('speaker');
  const speaker = asked === null || asked === UNNAMED ? asked : speakerCalled(asked, library.speakers);
  if (speaker !== null && typeof speaker !== 'string' && 'outcome' in speaker) return speaker;
  return {
    excerpts: input.excerpts === undefined ? before.excerpts : Number(input.excerpts),
    seminar: found?.id ?? null,
    speaker: speaker !== null && typeof speaker !== 'string' ? speaker.name : speaker,
    topic: given('topic') || null,
  };
}

/** The language that the options give. */
export function languageGiven({ language }: Input): Locale | undefined {
  return LOCALES.find((locale) => locale === language);
}

/** The digest that is meant: the one that was named, or the only one. */
export function digestMeant(id: Input[string], all: readonly Digest[]): Digest | Reply {
  if (id !== undefined) return digestCalled(id, all);
  const [only, ...others] = all;
  if (!only) return failure({ key: 'digest.no-digests' });
  return others.length === 0 ? only : failure({ key: 'failure.digest-which', values: { ids: idsOf(all) } });
}

/** The digest with a number, or what is wrong with it. */
export function digestCalled(id: NonNullable<Input[string]>, all: readonly Digest[]): Digest | Reply {
  if (all.length === 0) return failure({ key: 'digest.no-digests' });
  return (
    all.find(({ number }) => String(number) === String(id).trim()) ??
    failure({ key: 'failure.digest-unknown', values: { id: String(id), ids: idsOf(all) } })
  );
}

function idsOf(all: readonly Digest[]): Localised {
  return joined(all.map(({ number }) => String(number)));
}
