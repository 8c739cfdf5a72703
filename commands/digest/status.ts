import { type Digest, type Trouble, UNNAMED } from '../../src/core/digest/digest.ts';
import { EVERY_DAY } from '../../src/core/digest/schedule.ts';
import { shownZone } from '../../src/core/digest/zone.ts';
import { type Localised, localised } from '../../src/core/language/locale.ts';
import type { Library } from '../../src/core/library.ts';
import { personWithId } from '../../src/core/transcript/people.ts';
import { isLimited, type Period } from '../../src/core/transcript/period.ts';
import { neededToPost } from '../../src/digest/permissions.ts';
import type { ChannelAccess, ChannelPermission, DigestStatus } from '../../src/digest/service.ts';
import { inEachLanguage, joined, type Message } from '../../src/messages/message.ts';
import { seminarNamed } from '../../src/reply/front-matter.ts';
import { nameAmong } from '../shared/people.ts';
import { periodWords } from '../shared/scope.ts';

/** What keeps the bot from posting in a channel, or null if nothing does. */
export function postingObstacle(channel: string, { state, missing }: ChannelAccess): Message | null {
  if (state === 'locked') return { key: 'failure.channel-locked', values: { channel } };
  if (state === 'unreachable') return { key: 'failure.channel-unreachable', values: { channel } };
  const needed = neededToPost(missing);
  if (needed.length === 0) return null;
  return { key: 'failure.channel-permissions', values: { channel, permissions: permissionNames(needed) } };
}

function permissionNames(permissions: readonly ChannelPermission[]): Localised {
  return joined(permissions.map((name) => inEachLanguage({ key: `permission.${name}` })));
}

/** Discord's codes for what AutoMod blocked: a message, and a title. */
const BLOCKED_BY_AUTOMOD: ReadonlySet<string> = new Set(['200000', '200001']);

/** Says which digest it is, and where and when it posts. */
export function scheduleLine({ number, channel, days, time, zone }: Digest): Message {
  return {
    key: 'digest.line',
    values: { number, channel, days: dayNames(days), time, zone: shownZone(zone) },
  };
}

/** Sets of days that have a name of their own. */
export const NAMED_DAYS = [
  [EVERY_DAY, 'days.every'],
  ['12345', 'days.weekdays'],
  ['67', 'days.weekend'],
] as const;

/**
 * The names of days of the week, in each language.
 * @param days the days' numbers as one text, 1 for Monday: `135`
 */
export function dayNames(days: string): Localised {
  const named = NAMED_DAYS.find(([each]) => each === days);
  return named ? inEachLanguage({ key: named[1] }) : joined([...days].map(weekdayName));
}

function weekdayName(day: string): Localised {
  // 1 January 2024 was a Monday.
  const date = new Date(Date.UTC(2024, 0, Number(day)));
  return localised((locale) =>
    date.toLocaleDateString(locale, { weekday: locale === 'en' ? 'long' : 'short', timeZone: 'UTC' }),
  );
}

/** Says what a digest is made of: how many excerpts, of what, in which language. */
export function contentLines(
  { excerpts, seminar, from, until, speaker, topic, language }: Digest,
  library: Library,
): Message[] {
  const messages: Message[] = [
    { key: 'digest.excerpts', values: { excerpts, language: { key: `language.${language}` } } },
  ];
  if (seminar !== null) {
    const known = library.transcripts.find(({ id }) => id === seminar);
    messages.push({ key: 'digest.only-seminar', values: { seminar: known ? seminarNamed(known) : seminar } });
  }
  if (isLimited({ from, until })) messages.push(...periodLines({ from, until }, library));
  if (speaker === UNNAMED) messages.push({ key: 'digest.only-unnamed' });
  else if (speaker !== null) {
    const known = personWithId(library.transcripts, speaker);
    messages.push({
      key: 'digest.only-speaker',
      values: { speaker: known ? nameAmong(known, library) : speaker },
    });
  }
  if (topic !== null) {
    const topics = library.transcripts.flatMap((transcript) => transcript.topics);
    const known = topics.find((each) => Object.values(each).includes(topic));
    messages.push({ key: 'digest.only-topic', values: { topic: known ?? topic } });
  }
  return messages;
}

function periodLines(period: Period, { transcripts }: Library): Message[] {
  const count = transcripts.filter(({ date }) => date === null).length;
  return [
    { key: 'digest.only-period', values: { period: periodWords(period) } },
    ...(count > 0 ? [{ key: 'scope.undated', values: { count } } as const] : []),
  ];
}

/** Says when a digest posts next, what it posted last, and what went wrong. */
export function postingLines({ digest, next, last, access }: DigestStatus): Message[] {
  const { trouble, server, number, channel } = digest;
  const obstacle = postingObstacle(channel, access);
  return [
    next
      ? { key: 'digest.next', values: { seconds: unixSeconds(next) } }
      : { key: 'digest.paused', values: { number } },
    ...(obstacle && next
      ? [{ key: 'digest.cannot-now', values: { trouble: currentTrouble(access) } } as const]
      : []),
    last ? { key: 'digest.last', values: { server, ...last } } : { key: 'digest.never' },
    ...(trouble
      ? [
          {
            key: 'digest.trouble',
            values: { seconds: unixSeconds(trouble.at), trouble: troubleMessage(trouble) },
          } as const,
        ]
      : []),
  ];
}

/** The same in so few words that ten digests fit one message, whatever went wrong with them. */
export function briefPostingLines({ digest, next, last }: DigestStatus): Message[] {
  return [
    next ? { key: 'digest.next', values: { seconds: unixSeconds(next) } } : { key: 'digest.paused.brief' },
    last ? { key: 'digest.last', values: { server: digest.server, ...last } } : { key: 'digest.never' },
  ];
}

function currentTrouble({ state, missing }: ChannelAccess): Message {
  if (state === 'locked') return { key: 'trouble.refused-access' };
  if (state === 'unreachable') return { key: 'trouble.unreachable' };
  return permissionTrouble(neededToPost(missing));
}

function permissionTrouble(missing: readonly ChannelPermission[]): Message {
  if (missing.length === 0) return { key: 'trouble.refused-access' };
  return { key: 'trouble.permissions', values: { permissions: permissionNames(missing) } };
}

/** Says what went wrong with a post. */
export function troubleMessage({ kind, detail }: Trouble): Message {
  switch (kind) {
    case 'permissions':
      return permissionTrouble(detail === '' ? [] : (detail.split(' ') as ChannelPermission[]));
    case 'missed':
      return { key: 'trouble.missed', values: { occasion: detail } };
    case 'unconfirmed':
      return { key: 'trouble.unconfirmed', values: { occasion: detail } };
    case 'refused':
      if (BLOCKED_BY_AUTOMOD.has(detail)) return { key: 'trouble.automod' };
      return { key: 'trouble.refused', values: { code: detail } };
    default:
      return { key: `trouble.${kind}` };
  }
}

/** A time in seconds since 1970, as Discord's time marks take it. */
export function unixSeconds(time: Date): number {
  return Math.floor(time.getTime() / 1000);
}
