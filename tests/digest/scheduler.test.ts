import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Digest } from '../../src/core/digest/digest.ts';
import { openDatabase } from '../../src/store/database.ts';
import { DATABASE_FILE } from '../../src/store/database-name.ts';
import { rateLimited } from '../discord/faults.ts';
import { firstOf, isPost } from '../discord/requests.ts';
import { type Message, permissions, visibleText } from '../discord/stand-in.ts';
import { channelTypes } from '../discord/world.ts';
import { DAY, type DigestWorld, HOUR, MINUTE, startDigestWorld } from './digest-world.ts';

describe('a digest', () => {
  let world: DigestWorld;

  beforeEach(async ({ onTestFinished }) => {
    world = await startDigestWorld({ busyMs: 50 });
    onTestFinished(() => world.close());
  });

  const texts = () => world.posts().map(visibleText);
  const kept = async (): Promise<Digest> => {
    const [digest] = await world.store.active();
    if (!digest) throw new Error('The store has no digest.');
    return digest;
  };
  /** Waits for posts that are tried again, as long as it takes. */
  const posted = (count = 1) =>
    world.standIn.until(() => (world.posts().length >= count ? world.posts() : undefined), `${count} posts`);

  describe('on time', () => {
    it('is posted at its time and not before', async () => {
      await world.start();
      await world.pass(HOUR - 1);
      expect(world.posts()).toEqual([]);
      await world.pass(1);
      expect(world.posts()).toHaveLength(1);
    });

    it('is posted by itself, without a tick', async () => {
      const watchful = await startDigestWorld({ timing: { longestSleep: 20 } });
      await watchful.start();
      watchful.clock.advance(HOUR);
      await watchful.standIn.until(() => (watchful.posts().length > 0 ? true : undefined), 'a post');
      await watchful.close();
    });

    it('shows one excerpt with its speaker and a Context button', async () => {
      await world.start({ speaker: 'Miller' });
      await world.pass(HOUR);
      expect(texts()[0]).toMatch(/^Excerpt of the day, 2026-03-09\n[\s\S]*Chris Miller[\s\S]*\nContext$/);
    });

    it('shows several by different speakers', async () => {
      await world.start({ excerpts: 3 });
      await world.pass(HOUR);
      expect(texts()[0]).toContain('Context 3');
      const names = ['Estevez', 'Miller', 'Nikakhtar', 'Goujon'];
      const headings = (texts()[0] ?? '').match(/\*\*\d\. .*\*\*/g) ?? [];
      expect(new Set(headings.map((heading) => names.find((name) => heading.includes(name)))).size).toBe(3);
    });

    it('shows the question above the answer', async () => {
      await world.start({ topic: 'Does DeepSeek show that export controls failed?', speaker: 'Estevez' });
      await world.pass(HOUR);
      expect(texts()[0]).toMatch(/Asked by Ana Swanson[\s\S]*Absolutely not/);
    });

    it('is posted each night, though in one the clocks skip its time together with midnight', async () => {
      const north = await startDigestWorld({ start: Date.UTC(2026, 2, 27, 12) });
      await north.start({ time: '23:30', timezone: 'America/Nuuk' });
      for (let hours = 0; hours < 3 * 24; hours++) await north.pass(HOUR);
      const dates = north.posts().map((post) => /\d{4}-\d\d-\d\d/.exec(visibleText(post))?.[0]);
      expect(dates).toEqual(['2026-03-27', '2026-03-28', '2026-03-29']);
      await north.close();
    });

    it('is not posted on other days than its own', async () => {
      await world.start({ days: 'tue' });
      await world.pass(HOUR);
      expect(world.posts()).toEqual([]);
      await world.pass(DAY);
      expect(world.posts()).toHaveLength(1);
    });

    it('is posted once when the clock is set back an hour', async () => {
      await world.start();
      await world.pass(HOUR + MINUTE);
      await world.pass(-HOUR);
      await world.pass(HOUR);
      expect(world.posts()).toHaveLength(1);
      await world.pass(DAY);
      expect(world.posts()).toHaveLength(2);
    });

    it('is posted once by two processes on one database', async () => {
      await world.start();
      await world.start();
      const second = await world.second();
      for (let day = 0; day < 5; day++) {
        world.clock.advance(day === 0 ? HOUR : DAY);
        await Promise.all([world.bot.scheduler?.tick(), second.scheduler?.tick()]);
      }
      expect(world.posts()).toHaveLength(10);
    });
  });

  describe('that was missed', () => {
    it('is posted once if the bot returns within the catch-up time', async () => {
      await world.start();
      await world.pass(HOUR + 6 * HOUR);
      expect(world.posts()).toHaveLength(1);
      expect((await kept()).trouble).toBeNull();
    });

    it('is skipped after that, and status says so', async () => {
      await world.start();
      await world.pass(HOUR + 6 * HOUR + 1);
      expect(world.posts()).toEqual([]);
      expect(await world.digest('status')).toContain('The post for 2026-03-09 was skipped');
      await world.pass(DAY - 6 * HOUR);
      expect(world.posts()).toHaveLength(1);
    });

    it('for several days is posted once, for the last day', async () => {
      await world.start();
      await world.pass(HOUR + 4 * DAY);
      expect(texts()).toHaveLength(1);
      expect(texts()[0]).toContain('2026-03-13');
      expect(await world.digest('status')).toContain('The post for 2026-03-12 was skipped');
    });
  });

  describe('when Discord fails', () => {
    it.each([
      ['500', { status: 500 }, 3],
      ['502', { status: 502 }, 3],
      ['429 on the route', rateLimited({ retryAfter: 0.05 }), 3],
      // discord.js waits a whole second each time.
      ['429 everywhere', rateLimited({ retryAfter: 0.05, scope: 'global' }), 1],
      ['a dead connection', { drop: true as const }, 3],
    ])('is tried again after %s, and posted once', async (_, fault, times) => {
      await world.start();
      world.standIn.fault(firstOf(isPost, fault, times));
      await world.pass(HOUR);
      expect(await posted()).toHaveLength(1);
      expect(world.standIn.requests.filter(isPost).length).toBeGreaterThan(1);
      expect(await world.store.openPosts()).toEqual([]);
    });

    it.each([
      ['a response that is lost', { after: 'drop' as const }],
      ['a 502 although it was posted', { after: { status: 502 } }],
    ])('is posted once after %s, whether the bot may read the channel or not', async (_, fault) => {
      const unseen = world.standIn.addChannel(world.guild, {
        name: 'unseen',
        appPermissions: permissions.viewChannel | permissions.sendMessages,
      });
      await world.start();
      await world.start({ channel: unseen.id });
      const spoiled = new Set<string>();
      world.standIn.fault((request) => {
        if (!isPost(request) || spoiled.has(request.path)) return undefined;
        spoiled.add(request.path);
        return fault;
      });
      await world.pass(HOUR);
      expect(world.posts()).toHaveLength(1);
      expect(world.standIn.messagesIn(unseen)).toHaveLength(1);
      expect(await world.store.openPosts()).toEqual([]);
    });

    it('shows in status that it is being tried again', async () => {
      const slow = await startDigestWorld({ timing: { waits: [HOUR] } });
      await slow.start();
      slow.standIn.fault((request) => (isPost(request) ? { status: 503 } : undefined));
      slow.clock.advance(HOUR);
      slow.bot.scheduler?.wake();
      await slow.standIn.until(() => slow.standIn.requests.find(isPost), 'an attempt');
      let said = '';
      while (!said.includes('Last problem')) said = await slow.digest('status');
      expect(said).toContain('Discord could not be reached, or asked the bot to wait');
      await slow.close();
    });

    it('is given up when it is too late', async () => {
      await world.start();
      world.standIn.fault((request) => {
        if (!isPost(request)) return undefined;
        world.clock.advance(HOUR);
        return { status: 503 };
      });
      await world.pass(HOUR);
      expect(world.posts()).toEqual([]);
      expect((await kept()).trouble?.kind).toBe('missed');
      expect(await world.store.openPosts()).toEqual([]);
    });

    it('is not posted twice if nobody can know whether it was posted', async () => {
      world.standIn.setPermissions(world.channel, permissions.viewChannel | permissions.sendMessages);
      await world.start();
      world.standIn.fault((request) => {
        if (!isPost(request)) return undefined;
        world.clock.advance(10 * MINUTE);
        return { after: 'drop' };
      });
      await world.pass(HOUR);
      expect(world.posts()).toHaveLength(1);
      expect((await kept()).trouble).toMatchObject({ kind: 'unconfirmed', detail: '2026-03-09' });
    });

    it('is found among the messages if the bot may read them, however late', async () => {
      await world.start();
      world.standIn.fault((request) => {
        if (!isPost(request)) return undefined;
        world.clock.advance(10 * MINUTE);
        return { after: 'drop' };
      });
      await world.pass(HOUR);
      expect(world.posts()).toHaveLength(1);
      expect(await world.store.lastPost((await kept()).key)).toMatchObject({ message: world.posts()[0]?.id });
    });

    it('is found below hundreds of later messages', async () => {
      const { standIn, channel, manager } = world;
      await world.start();
      world.standIn.fault((request) => {
        if (!isPost(request)) return undefined;
        world.clock.advance(10 * MINUTE);
        // Said once the post is there, before the bot looks.
        setImmediate(() => {
          for (let count = 0; count < 250; count++) standIn.say({ channel, author: manager, content: 'Hi' });
        });
        return { after: 'drop', afterMs: 100 };
      });
      await world.pass(HOUR);
      expect(world.posts()).toHaveLength(1);
      expect((await kept()).trouble?.kind).not.toBe('unconfirmed');
    });

    it('is not mistaken for a post of another day, or for an imitation of its button', async () => {
      const { standIn, channel, manager } = world;
      await world.start();
      await world.pass(HOUR);
      const [yesterday] = world.posts();
      if (!yesterday) throw new Error('Nothing was posted.');
      const today = JSON.parse(JSON.stringify(yesterday.components).replaceAll('2026-03-09', '2026-03-10'));
      const { key } = await kept();
      expect(JSON.stringify(today)).toContain(`:${key}:2026-03-10`);
      standIn.say({ channel, author: manager, components: today, flags: yesterday.flags });
      standIn.fault(firstOf(isPost, { drop: true }));
      await world.pass(DAY);
      expect(world.posts()).toHaveLength(2);
      expect(await world.store.lastPost(key)).toMatchObject({ message: world.posts()[1]?.id });
    });

    it('is not posted again if somebody deleted it before it was recorded', async () => {
      await world.start();
      let attempts = 0;
      world.standIn.fault((request) => (isPost(request) && attempts++ === 0 ? { after: 'drop' } : undefined));
      world.standIn.fault((request) => {
        const [message] = world.posts();
        if (request.method === 'GET' && message) message.deleted = true;
        return undefined;
      });
      await world.pass(HOUR);
      expect(world.posts()).toEqual([]);
      expect((await kept()).isPaused).toBe(false);
    });

    it('pauses when its channel is deleted, while others continue', async () => {
      const other = world.standIn.addChannel(world.guild, { name: 'other' });
      await world.start();
      await world.start({ channel: other.id });
      world.standIn.deleteChannel(world.channel);
      // At once, not only when it is due.
      expect(await world.digest('status')).toContain('The channel no longer exists');
      await world.pass(HOUR);
      expect(world.standIn.messagesIn(other)).toHaveLength(1);
      const said = await world.digest('status');
      expect(said).toContain('Paused');
      expect(said).toContain('The channel no longer exists');
    });

    it('pauses when its thread is deleted', async () => {
      const kind = { type: channelTypes.publicThread, parent: world.channel };
      const thread = world.standIn.addChannel(world.guild, { name: 'talk', ...kind });
      await world.start({ channel: thread.id });
      world.standIn.deleteChannel(thread);
      await world.digest('status');
      expect((await kept()).trouble?.kind).toBe('channel-gone');
    });

    it('pauses when the bot loses a permission, names it, and continues when started again', async () => {
      await world.start();
      world.standIn.setPermissions(world.channel, permissions.viewChannel);
      await world.pass(HOUR);
      expect(await world.digest('status')).toContain('In this channel the bot is missing Send Messages.');
      await world.pass(DAY);
      expect(world.standIn.requests.filter(isPost)).toHaveLength(1);
      world.standIn.setPermissions(world.channel, permissions.viewChannel | permissions.sendMessages);
      await world.start({ id: '1' });
      await world.pass(DAY);
      expect(world.posts()).toHaveLength(1);
    });

    it('continues after an outage of its server', async () => {
      await world.start();
      const end = world.standIn.guildOutage(world.guild);
      end();
      await world.pass(HOUR);
      expect(world.posts()).toHaveLength(1);
    });

    it('ends when the bot is removed from the server, and is forgotten after 30 days', async () => {
      await world.start();
      await world.pass(HOUR);
      const { key } = await kept();
      world.standIn.removeFromGuild(world.guild);
      await expect.poll(() => world.store.active()).toEqual([]);
      await world.pass(29 * DAY);
      expect(await world.store.hasPostFor(key, '2026-03-09')).toBe(true);
      await world.pass(2 * DAY);
      expect(await world.store.hasPostFor(key, '2026-03-09')).toBe(false);
    });

    it('continues at the next start if Discord does not say that the bot was removed', async () => {
      await world.start();
      world.guild.hasBot = false;
      world.standIn.fault(({ path }) => (path.startsWith('/guilds/') ? { status: 503 } : undefined));
      await world.second();
      expect(await world.store.active()).toHaveLength(1);
    });

    it('ends at the next start when the bot was removed while it was away', async () => {
      await world.start();
      world.guild.hasBot = false;
      await world.second();
      expect(await world.store.active()).toEqual([]);
    });
  });

  describe('on a broken machine', () => {
    const question = async (): Promise<Message> =>
      world.standIn
        .invoke({
          command: 'ask',
          options: { question: 'Does DeepSeek show that export controls failed?' },
          user: world.manager,
          guild: world.guild,
        })
        .reply();

    it('logs once that the database is damaged, while the bot still answers questions', async () => {
      writeFileSync(join(world.folder, DATABASE_FILE), 'no database '.repeat(1000));
      await world.pass(HOUR);
      await world.pass(HOUR);
      expect(world.log.filter((line) => line.includes('The file is damaged'))).toHaveLength(1);
      expect(await world.start()).toContain('could not be saved');
      expect(visibleText(await question())).toContain('Estevez');
    });

    it('does not post what it cannot claim, and posts once it can', async () => {
      await world.start();
      const other = openDatabase(world.folder);
      other.exec('BEGIN IMMEDIATE');
      await world.pass(HOUR);
      expect(world.posts()).toEqual([]);
      expect(world.log.some((line) => line.includes('Another program has locked it'))).toBe(true);
      other.exec('ROLLBACK');
      other.close();
      await world.pass(MINUTE);
      expect(world.posts()).toHaveLength(1);
    });

    it('records later what could not be recorded at once, and does not post it again', async () => {
      await world.start();
      const other = openDatabase(world.folder);
      world.standIn.fault((request) => {
        if (isPost(request)) other.exec('BEGIN IMMEDIATE');
        return undefined;
      });
      await world.pass(HOUR);
      other.exec('ROLLBACK');
      other.close();
      expect(await world.store.openPosts()).toHaveLength(1);
      await world.pass(5 * MINUTE);
      expect(await world.store.openPosts()).toEqual([]);
      expect(world.posts()).toHaveLength(1);
      expect(await world.store.lastPost((await kept()).key)).toMatchObject({ message: world.posts()[0]?.id });
    });
  });

  it('logs neither questions nor tokens', async () => {
    await world.start({ topic: 'DeepSeek' });
    await world.pass(HOUR);
    expect(world.log.join()).not.toContain('DeepSeek');
    expect(world.log.join()).not.toContain(world.standIn.token);
  });
});
