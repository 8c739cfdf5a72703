import { describe, expect, it } from 'vitest';
import { EVERYTHING } from '../../src/core/digest/digest.ts';
import { eligiblePassages } from '../../src/core/digest/selection.ts';
import type { Message } from '../discord/stand-in.ts';
import { corpus } from '../fixtures.ts';
import { startDigestWorld } from './digest-world.ts';

const FIRST = Date.UTC(2025, 11, 31, 12);
const LAST = Date.UTC(2026, 11, 31, 12);

/** Two digests in each zone; the times lie in the gap or the doubled hour where there is one. */
const ZONES = [
  {
    zone: 'Europe/Berlin',
    times: ['02:30', '09:00'],
    unusual: { '2026-03-29 02:30': '03:00' },
    firstOfTwo: '2026-10-25T00:30:00.000Z',
  },
  {
    zone: 'America/New_York',
    times: ['02:30', '01:30'],
    unusual: { '2026-03-08 02:30': '03:00' },
    firstOfTwo: '2026-11-01T05:30:00.000Z',
  },
  { zone: 'Asia/Shanghai', times: ['00:00', '09:00'], unusual: {}, firstOfTwo: null },
  {
    zone: 'Australia/Lord_Howe',
    times: ['02:15', '01:45'],
    unusual: { '2026-10-04 02:15': '02:30' },
    firstOfTwo: '2026-04-04T14:45:00.000Z',
  },
] as const;

/** Date and time of a message by the clocks of a zone. */
function localTime({ sentAt }: Message, timeZone: string): [string, string] {
  const format = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const [date = '', time = ''] = format.format(sentAt).split(' ');
  return [date, time];
}

/** The passage that a post shows, by the reference in its Context button. */
function passageIn({ components }: Message): string {
  return /"custom_id":"context:1:\d+:([^:]+):/.exec(JSON.stringify(components))?.[1] ?? '';
}

describe('a year of two digests', () => {
  // Side by side: discord.js sends no more than 50 messages a second.
  it.concurrent.each(ZONES)(
    'in $zone has every post once, at the local time, and no passage again before all were shown',
    async ({ zone, times, unusual, firstOfTwo }) => {
      const world = await startDigestWorld({ start: FIRST, isHurried: true });
      const { standIn, guild, clock, bot } = world;
      const channels = times.map((time) => standIn.addChannel(guild, { name: time }));
      for (const channel of channels) {
        await world.start({ channel: channel.id, timezone: zone, time: channel.name });
      }
      for (;;) {
        const digests = await world.store.active();
        const dues = await Promise.all(
          digests.map(async (digest) => (await bot.scheduler?.next(digest))?.at),
        );
        const next = Math.min(...dues.map((due) => due?.getTime() ?? Number.NaN));
        if (!(next <= LAST)) break;
        clock.advance(next - clock.now());
        await bot.scheduler?.tick();
      }
      await world.close();

      const pool = eligiblePassages(await corpus(), EVERYTHING).length;
      const strange: Record<string, string> = {};
      for (const { name: wanted, posts } of channels.map((each) => ({
        ...each,
        posts: standIn.messagesIn(each),
      }))) {
        const shown = posts.map((post) => localTime(post, zone));
        expect(posts, wanted).toHaveLength(365);
        expect(new Set(shown.map(([date]) => date)).size, wanted).toBe(365);
        for (const [date, time] of shown) if (time !== wanted) strange[`${date} ${wanted}`] = time;
        const passages = posts.map(passageIn);
        for (let start = 0; start + pool <= passages.length; start += pool) {
          expect(new Set(passages.slice(start, start + pool)).size, wanted).toBe(pool);
        }
      }
      expect(strange).toEqual(unusual);
      const orders = channels.map((channel) =>
        standIn.messagesIn(channel).slice(0, pool).map(passageIn).join(),
      );
      expect(orders[0]).not.toBe(orders[1]);
      const doubled = standIn.sentByBot.filter(
        ({ sentAt }) => firstOfTwo && sentAt === Date.parse(firstOfTwo),
      );
      expect(doubled).toHaveLength(firstOfTwo ? 1 : 0);
    },
    180_000,
  );
});
