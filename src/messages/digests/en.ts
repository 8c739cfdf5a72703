import type { Text } from '../text.ts';

/** What is said of digests, in their posts and to those who set them up. */
export const digestsEn = {
  'digest.heading': { by: 'count', one: 'Excerpt of the day, {date}', other: 'Excerpts of the day, {date}' },
  'digest.started': 'Digest {number} is set up.',
  'digest.changed': 'Digest {number} was changed.',
  'digest.stopped': 'Digest {number} was stopped. What it has posted stays.',
  'digest.posted': 'Posted: https://discord.com/channels/{server}/{channel}/{message}',
  'digest.pending': 'Discord has not taken the post yet; the bot keeps trying. See {/digest status}.',
  'digest.line': 'Digest {number}, <#{channel}>: {days} at {time} ({zone}).',
  'digest.zone-summer': '"{value}" was read as {zone}, where clocks change for summer time.',
  'digest.zone-same': '"{value}" was read as {zone}, where clocks do not change for summer time.',
  'digest.zone-offset':
    '{zone} is the same all year. If clocks change for summer where you are, type your city instead.',
  'digest.suggestion': '{number}: {days} {time} {zone}',
  'digest.pool': 'Passages to choose from: {count}. None is repeated until all have been shown.',
  'digest.excerpts': 'Excerpts per post: {excerpts}. Language: {language}.',
  'digest.only-seminar': 'Only from {seminar}.',
  'digest.only-period': 'Only seminars dated {period}.',
  'digest.only-speaker': 'Only what {speaker} said.',
  'digest.only-unnamed': 'Only passages whose speaker the source does not name.',
  'digest.only-topic': 'Only on: {topic}',
  'digest.next': 'Next post: <t:{seconds}:F> (<t:{seconds}:R>)',
  'digest.paused': 'Paused. Once the cause is fixed, start it again with {/digest start} {:id}:{number}',
  'digest.paused.brief': 'Paused.',
  'digest.more-of-one':
    'For all of one digest, its last problem and how to resume it: {/digest status} with its {:id}.',
  'digest.last': 'Last post: https://discord.com/channels/{server}/{channel}/{message}',
  'digest.never': 'Nothing posted yet.',
  'digest.trouble': 'Last problem (<t:{seconds}:f>): {trouble}',
  'digest.cannot-now': 'Cannot post right now: {trouble}',
  'digest.no-history':
    'The bot cannot read message history there. It still posts, but if it crashes while posting it skips that day rather than post twice.',
  'digest.no-digests': 'This server has no digest yet. {/digest start} sets one up.',
  'digest.preview': 'The next post would be this. Only you see it.',

  'trouble.channel-gone': 'The channel no longer exists.',
  'trouble.permissions': 'In this channel the bot is missing {permissions}. Please ask a server admin.',
  'trouble.refused-access':
    'Discord does not let the bot post in this channel. Check its permissions there, and whether the thread is locked.',
  'trouble.missed':
    'The post for {occasion} was skipped: the bot was off, or could not reach Discord, for too long.',
  'trouble.unconfirmed':
    'The bot could not check whether the post for {occasion} went out. To avoid a duplicate it did not post again.',
  'trouble.unreachable':
    'Discord could not be reached, or asked the bot to wait. It keeps trying until the post would be too late.',
  'trouble.refused': "Discord did not accept the post (code {code}). Please tell the bot's admin.",
  'trouble.automod': "This server's AutoMod blocked the post. Please ask a server admin to exempt the bot.",
  'trouble.empty':
    'No passage fits this digest any more. Start it again with another seminar, date, speaker or topic.',

  'days.every': 'every day',
  'days.weekdays': 'Monday to Friday',
  'days.weekend': 'Saturday and Sunday',
} as const satisfies Readonly<Record<string, Text>>;
