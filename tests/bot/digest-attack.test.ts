import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { rateLimited } from '../discord/faults.ts';
import { permissions } from '../discord/stand-in.ts';
import { channelTypes } from '../discord/world.ts';
import { type DigestWorld, HOUR, MINUTE, START, startDigestWorld } from './digest-world.ts';

const isPost = ({ method, path }: { method: string; path: string }) =>
  method === 'POST' && path.endsWith('/messages');

describe('a digest in odd circumstances', () => {
  let world: DigestWorld;
  beforeEach(async ({ onTestFinished }) => {
    world = await startDigestWorld({ timing: { waits: [40] } });
    onTestFinished(() => world.close());
  });
  const look = () => world.bot.scheduler?.wake();

  it('goes on after one 401', async () => {
    await world.start();
    let left = 1;
    world.standIn.fault((request) =>
      isPost(request) && left-- > 0
        ? { status: 401, body: { message: '401: Unauthorized', code: 0 } }
        : undefined,
    );
    world.clock.advance(HOUR);
    look();
    await sleep(500);
    expect(world.posts()).toHaveLength(1);
  });

  it.each([403, 404])(
    'is tried again after a %i that is not the word of Discord on the channel',
    async (status) => {
      await world.start();
      let left = 1;
      world.standIn.fault((request) =>
        isPost(request) && left-- > 0
          ? { status, headers: { 'content-type': 'text/html' }, body: '<html>error</html>' }
          : undefined,
      );
      world.clock.advance(HOUR);
      look();
      await sleep(500);
      expect((await world.store.active())[0]?.isPaused).toBe(false);
      expect(world.posts()).toHaveLength(1);
    },
  );

  it('says at the start that an open thread is locked', async () => {
    const thread = world.standIn.addChannel(world.guild, {
      name: 'locked',
      type: channelTypes.publicThread,
      parent: world.channel,
      locked: true,
    });
    expect(await world.start({ channel: thread.id })).toContain('is locked');
  });

  it('posts in a locked thread where it may manage threads', async () => {
    world.standIn.setPermissions(world.channel, world.guild.appPermissions | permissions.manageThreads);
    const thread = world.standIn.addChannel(world.guild, {
      name: 'locked',
      type: channelTypes.publicThread,
      parent: world.channel,
      locked: true,
      archived: true,
    });
    expect(await world.start({ channel: thread.id })).toContain('is set up');
    await world.pass(HOUR);
    expect(world.standIn.messagesIn(thread)).toHaveLength(1);
  });

  it('searches a busy channel to the end though it is asked to slow down', async () => {
    await world.start();
    const { standIn, channel, manager } = world;
    let first = true;
    world.standIn.fault((request) => {
      if (!isPost(request) || !first) return undefined;
      first = false;
      world.clock.advance(10 * MINUTE);
      return { after: 'drop', afterMs: 100 };
    });
    let gets = 0;
    world.standIn.fault((request) =>
      request.method === 'GET' && request.path.endsWith('/messages') && ++gets % 3 === 0
        ? rateLimited({ retryAfter: 0.05 })
        : undefined,
    );
    world.clock.advance(HOUR);
    look();
    await world.standIn.until(() => (world.posts().length === 1 ? true : undefined), 'the post');
    for (let count = 0; count < 550; count++) standIn.say({ channel, author: manager, content: 'Hi' });
    await sleep(1500);
    expect(await world.store.open()).toEqual([]);
    expect((await world.store.active())[0]?.trouble?.kind).not.toBe('unconfirmed');
  });

  it('waits for a server in an outage before it gives a post up', async () => {
    await world.start();
    const [digest] = await world.store.active();
    if (!digest) throw new Error('There is none.');
    const at = new Date(START);
    const post = {
      digest: digest.key,
      occasion: '2026-03-09',
      channel: world.channel.id,
      due: at,
      passages: ['scsp-chips-2025/p8'],
      owner: 'killed',
      heldUntil: at,
      sentSince: null,
    };
    await world.store.claim(post, at, at);
    await world.store.hold({ ...post, sentSince: at });
    world.clock.advance(10 * MINUTE);
    const end = world.standIn.guildOutage(world.guild);
    await sleep(100);
    await world.second();
    await sleep(200);
    end();
    await sleep(300);
    expect((await world.store.active())[0]?.trouble?.kind).not.toBe('unconfirmed');
  }, 60_000);
});
