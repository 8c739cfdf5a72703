import { UNNAMED } from '../../src/core/digest/digest.ts';
import { readDays, readTime, readTimeZone, timeZones } from '../../src/core/digest/typed-schedule.ts';
import type { Locale } from '../../src/core/language/locale.ts';
import { format, inEachLanguage } from '../../src/messages/message.ts';
import type { Caller, Context, Suggestion } from '../command.ts';
import { containing, suggestSpeakers } from '../shared/choose.ts';
import { dayNames, NAMED_DAYS } from './status.ts';

/** Suggests usual times, or what was typed as the bot understands it. */
export function suggestTimes(typed: string): Suggestion[] {
  if (typed.trim() === '') return ['08:00', '09:00', '12:00', '18:00'].map(asSuggestion);
  const time = readTime(typed);
  return time ? [asSuggestion(time)] : [];
}

function asSuggestion(value: string): Suggestion {
  return { name: value, value };
}

/**
 * Suggests the time zones whose name contains what was typed, first those in which a part of it begins so. If nothing
 * was typed, it suggests those that readers of a language are likely to live in.
 */
export function suggestZones(typed: string, _: Context, locale: Locale): Suggestion[] {
  const wanted = typed.trim().toLowerCase().replace(/\s+/g, '_');
  const near = NEAR_ZONES[locale];
  if (wanted === '') return near.map(asSuggestion);
  const found = timeZones().filter((zone) => zone.toLowerCase().includes(wanted));
  const begins = (zone: string) =>
    zone
      .toLowerCase()
      .split('/')
      .some((part) => part.startsWith(wanted));
  const sorted = [...found.filter(begins), ...found.filter((zone) => !begins(zone))];
  const exact = readTimeZone(typed);
  return [...new Set([...(exact ? [exact] : []), ...sorted])].map(asSuggestion);
}

const NEAR_ZONES: Readonly<Record<Locale, readonly string[]>> = {
  en: ['America/New_York', 'America/Los_Angeles', 'Europe/London', 'Europe/Berlin', 'Asia/Shanghai', 'UTC'],
  'zh-CN': ['Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Singapore', 'America/New_York', 'Europe/London', 'UTC'],
  'zh-TW': [
    'Asia/Taipei',
    'Asia/Hong_Kong',
    'America/New_York',
    'America/Los_Angeles',
    'Europe/London',
    'UTC',
  ],
};

/** Suggests usual sets of days, or what was typed as the bot understands it. */
export function suggestDays(typed: string, _: Context, locale: Locale): Suggestion[] {
  const days = typed.trim() === '' ? null : readDays(typed);
  const offered = days ? [days] : typed.trim() === '' ? NAMED_DAYS.map(([each]) => each) : [];
  return offered.map((each) => {
    const name = dayNames(each)[locale];
    // The shown names can be read again, so they serve as the value too.
    return { name, value: name };
  });
}

/** Suggests the topics whose name, in any language, contains what was typed. */
export function suggestTopics(typed: string, { library }: Context, locale: Locale): Suggestion[] {
  return library.transcripts
    .flatMap(({ topics }) => topics)
    .filter((topic) => Object.values(topic).some(containing(typed)))
    .map((topic) => asSuggestion(topic[locale]));
}

/** Suggests speakers, and the passages whose speaker is not named. */
export function suggestSpeakersOrNobody(typed: string, context: Context, locale: Locale): Suggestion[] {
  const unnamed = inEachLanguage({ key: 'speaker.unnamed' });
  const isMeant = Object.values(unnamed).some(containing(typed));
  return [
    ...suggestSpeakers(typed, context, locale),
    ...(isMeant ? [{ name: unnamed[locale], value: UNNAMED }] : []),
  ];
}

/** Suggests the digests of a server to members who may manage it. */
export async function suggestDigests(
  typed: string,
  { digests }: Context,
  { server, locale }: Caller,
): Promise<Suggestion[]> {
  if (!server?.mayManage || !digests) return [];
  return (await digests.list(server.id))
    .filter(({ number }) => String(number).startsWith(typed.trim()))
    .map(({ number, days, time, zone }) => ({
      name: format(
        { key: 'digest.suggestion', values: { number, days: dayNames(days), time, zone } },
        locale,
      ),
      value: String(number),
    }));
}
