import { UNNAMED } from '../../src/core/digest/digest.ts';
import { readDays } from '../../src/core/digest/typed-days.ts';
import { readTime } from '../../src/core/digest/typed-time.ts';
import { isNameOf, zoneNamesContaining, zoneSteps, zonesMeant } from '../../src/core/digest/typed-zone.ts';
import { shownZone } from '../../src/core/digest/zone.ts';
import type { Locale, Localised } from '../../src/core/language/locale.ts';
import { hasHan } from '../../src/core/language/text.ts';
import { runYielding } from '../../src/core/steps.ts';
import { format, inEachLanguage } from '../../src/messages/message.ts';
import type { Caller, Context, Suggestion } from '../command.ts';
import { containing, suggestSpeakers } from '../shared/choose.ts';
import { bestMatches, nameSteps } from '../shared/matching.ts';
import { suggestionValue } from '../shared/suggestion-value.ts';
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
 * Suggests the time zones that what was typed can mean, then those with a name that contains it. If nothing was typed, it
 * suggests those that readers of a language are likely to live in.
 */
export async function suggestZones(typed: string, _: Context, locale: Locale): Promise<Suggestion[]> {
  if (typed.trim() === '') return NEAR_ZONES[locale].map(asSuggestion);
  await runYielding(zoneSteps(typed));
  const found = new Map<string, string>();
  const meant = zonesMeant(typed).map((zone) => ({ name: typed.trim(), zone }));
  const contained = zoneNamesContaining(typed).flatMap(({ name, zones }) =>
    // Chinese names are written in one script only, which may not be the reader's.
    zones.map((zone) => ({ name: hasHan(name) ? zone : name, zone })),
  );
  for (const { name, zone } of [...meant, ...contained])
    if (!found.has(zone)) found.set(zone, isNameOf(name, zone) ? zone : bracketed(name, zone, locale));
  return Array.from(found, ([value, name]) => ({ name, value }));
}

function bracketed(name: string, zone: string, locale: Locale): string {
  return locale === 'en' ? `${name} (${zone})` : `${name}\uFF08${zone}\uFF09`;
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
export async function suggestTopics(
  typed: string,
  { library }: Context,
  locale: Locale,
): Promise<Suggestion[]> {
  const topics = library.transcripts.flatMap(({ topics }) => topics);
  const textsOf = (topic: Localised) => Object.values(topic);
  await runYielding(nameSteps(topics, textsOf));
  const names = bestMatches(topics, typed, textsOf).map((topic) => topic[locale]);
  return [...new Set(names)].map((name) => ({ name, value: suggestionValue(name) }));
}

/** Suggests speakers, and the passages whose speaker is not named. */
export async function suggestSpeakersOrNobody(
  typed: string,
  context: Context,
  locale: Locale,
): Promise<Suggestion[]> {
  const unnamed = inEachLanguage({ key: 'speaker.unnamed' });
  const isMeant = Object.values(unnamed).some(containing(typed));
  return [
    ...(await suggestSpeakers(typed, context, locale)),
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
  const all = (await digests.list(server.id)).map(({ number, days, time, zone }) => ({
    name: format(
      { key: 'digest.suggestion', values: { number, days: dayNames(days), time, zone: shownZone(zone) } },
      locale,
    ),
    value: String(number),
  }));
  return bestMatches(all, typed, ({ name }) => [name]);
}
