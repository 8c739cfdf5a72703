import { describe, expect, it } from 'vitest';
import { EVERYTHING, eligiblePassages } from '../../src/core/digest.ts';
import type { Message } from '../discord/stand-in.ts';
import { corpus } from '../fixtures.ts';
import { startDigestWorld } from './digest-world.ts';

const FIRST = Date.UTC(2025, 11, 31, 12);
const LAST = Date.UTC(2026, 11, 31, 12);

/** Two digests in each zone; the times lie in the gap or the doubled hour where there is one. */
const DIGESTS = [
  { zone: 'Europe/Berlin', time: '02:30', unusual: { '2026-03-29': '03:00' } },
  { zone: 'Europe/Berlin', time: '09:00', unusual: {} },
  { zone: 'America/New_York', time: '02:30', unusual: { '2026-03-08': '03:00' } },
  { zone: 'America/New_York', time: '01:30', unusual: {} },
  { zone: 'Asia/Shanghai', time: '00:00', unusual: {} },
  { zone: 'Asia/Shanghai', time: '09:00', unusual: {} },
  { zone: 'Australia/Lord_Howe', time: '02:15', unusual: { '2026-10-04': '02:30' } },
  { zone: 'Australia/Lord_Howe', time: '01:45', unusual: {} },
] as const;

/** When the doubled hour comes first, by the clocks of Greenwich. */
const FIRST_OF_TWO = [
  ['Europe/Berlin', '02:30', '2026-10-25T00:30:00.000Z'],
  ['America/New_York', '01:30', '2026-11-01T05:30:00.000Z'],
  ['Australia/Lord_Howe', '01:45', '2026-04-04T14:45:00.000Z'],
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

describe('a year of digests', () => {
  it('has every post once, at the local time, and no passage again before all were shown', async () => {
    const world = await startDigestWorld({ start: FIRST, isHurried: true });
    const { standIn, guild, clock, bot } = world;
    const channels = DIGESTS.map(({ zone, time }) => standIn.addChannel(guild, { name: `${zone} ${time}` }));
    for (const [at, { zone, time }] of DIGESTS.entries()) {
      await world.start({ channel: channels[at]?.id ?? '', timezone: zone, time });
    }
    for (;;) {
      const digests = await world.store.active();
      const dues = await Promise.all(digests.map(async (digest) => (await bot.scheduler?.next(digest))?.at));
      const next = Math.min(...dues.map((due) => due?.getTime() ?? Number.NaN));
      if (!(next <= LAST)) break;
      clock.advance(next - clock.now());
      await bot.scheduler?.tick();
    }

    const pool = eligiblePassages(await corpus(), EVERYTHING).length;
    const orders = new Set<string>();
    for (const [at, { zone, time, unusual }] of DIGESTS.entries()) {
      const posts = channels[at] ? standIn.messagesIn(channels[at]) : [];
      const times = posts.map((post) => localTime(post, zone));
      expect(posts, zone).toHaveLength(365);
      expect(new Set(times.map(([date]) => date)).size).toBe(365);
      const strange = Object.fromEntries(times.filter(([, shown]) => shown !== time));
      expect(strange, zone).toEqual(unusual);
      const passages = posts.map(passageIn);
      for (let start = 0; start + pool <= passages.length; start += pool) {
        expect(new Set(passages.slice(start, start + pool)).size).toBe(pool);
      }
      orders.add(passages.slice(0, pool).join());
    }
    expect(orders.size).toBe(DIGESTS.length);
    for (const [zone, time, instant] of FIRST_OF_TWO) {
      const at = DIGESTS.findIndex((digest) => digest.zone === zone && digest.time === time);
      const sent = channels[at] ? standIn.messagesIn(channels[at]).map(({ sentAt }) => sentAt) : [];
      expect(sent.filter((each) => Math.abs(each - Date.parse(instant)) < 12 * 60 * 60 * 1000)).toEqual([
        Date.parse(instant),
      ]);
    }
    await world.close();
  }, 180_000);
});
