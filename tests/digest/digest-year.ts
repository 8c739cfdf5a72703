import { expect } from 'vitest';
import { EVERYTHING } from '../../src/core/digest/digest.ts';
import { eligiblePassages } from '../../src/core/digest/selection.ts';
import type { Message } from '../discord/stand-in.ts';
import { corpus } from '../fixtures.ts';
import { DAY, startDigestWorld } from './digest-world.ts';

const FIRST = Date.UTC(2025, 11, 31, 12);
const DAYS_OF_YEAR = 365;

/** Two digests in a zone, at times that lie in the gap or in the doubled hour, if there is one. */
export interface ZoneYear {
  /** When the digests are set up, in milliseconds since 1970, and for how many days they post; by default for all of 2026. */
  start?: number;
  days?: number;
  zone: string;
  times: readonly [string, string];
  /** When a digest posts whose time the clocks skip, by date and time. */
  unusual: Readonly<Record<string, string>>;
  /** The first of the two instants of a doubled time; null if clocks never go back. */
  firstOfTwo: string | null;
}

/** Lets two digests post for a year, or some days of it, and expects every post once, at its local time, and none again too soon. */
export async function expectYear({
  zone,
  times,
  unusual,
  firstOfTwo,
  start = FIRST,
  days = DAYS_OF_YEAR,
}: ZoneYear): Promise<void> {
  const last = start + days * DAY;
  // discord.js would send no more than 50 requests a second.
  const discord = { rest: { globalRequestsPerSecond: 100_000 } };
  const world = await startDigestWorld({ start, isHurried: true, connection: { discord } });
  const { standIn, guild, clock, bot } = world;
  const channels = times.map((time) => standIn.addChannel(guild, { name: time }));
  for (const channel of channels) {
    await world.start({ channel: channel.id, timezone: zone, time: channel.name });
  }
  for (;;) {
    const digests = await world.store.active();
    const dues = await Promise.all(digests.map(async (digest) => (await bot.scheduler?.next(digest))?.at));
    const next = Math.min(...dues.map((due) => due?.getTime() ?? Number.NaN));
    if (!(next <= last)) break;
    clock.advance(next - clock.now());
    await bot.scheduler?.tick();
  }
  await world.close();

  const pool = eligiblePassages(await corpus(), EVERYTHING).length;
  const localTime = localTimeIn(zone);
  const strange: Record<string, string> = {};
  for (const { name: wanted, posts } of channels.map((each) => ({
    ...each,
    posts: standIn.messagesIn(each),
  }))) {
    const shown = posts.map(localTime);
    expect(posts, wanted).toHaveLength(days);
    expect(new Set(shown.map(([date]) => date)).size, wanted).toBe(days);
    for (const [date, time] of shown) if (time !== wanted) strange[`${date} ${wanted}`] = time;
    const passages = posts.map(passageIn);
    expect(passages.length).toBeGreaterThanOrEqual(pool);
    for (let at = 0; at + pool <= passages.length; at += pool) {
      expect(new Set(passages.slice(at, at + pool)).size, wanted).toBe(pool);
    }
  }
  expect(strange).toEqual(unusual);
  const orders = channels.map((channel) => standIn.messagesIn(channel).slice(0, pool).map(passageIn).join());
  expect(orders[0]).not.toBe(orders[1]);
  const doubled = standIn.sentByBot.filter(({ sentAt }) => firstOfTwo && sentAt === Date.parse(firstOfTwo));
  expect(doubled).toHaveLength(firstOfTwo ? 1 : 0);
}

/** Gives the date and time of a message, local to a zone. */
function localTimeIn(timeZone: string): (message: Message) => [string, string] {
  const format = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return ({ sentAt }) => {
    const [date = '', time = ''] = format.format(sentAt).split(' ');
    return [date, time];
  };
}

/** The passage that a post shows, by the reference in its Context button. */
function passageIn({ components }: Message): string {
  return /"custom_id":"context:1:\d+:([^:]+):/.exec(JSON.stringify(components))?.[1] ?? '';
}
