import { beforeEach, describe, expect, it } from 'vitest';
import { EVERYTHING } from '../../src/core/digest/digest.ts';
import { openDatabase } from '../../src/store/database.ts';
import { page, rateLimited, refusal } from '../discord/faults.ts';
import { firstOf, isPost } from '../discord/requests.ts';
import { permissions, visibleText } from '../discord/stand-in.ts';
import { channelTypes } from '../discord/world.ts';
import { DAY, type DigestWorld, HOUR, MINUTE, START, startDigestWorld } from './digest-world.ts';

describe('a digest in odd circumstances', () => {
  let world: DigestWorld;
  beforeEach(async ({ onTestFinished }) => {
    world = await startDigestWorld({ timing: { waits: [10] }, busyMs: 50 });
    onTestFinished(() => world.close());
  });
  const attempt = (count: number) =>
    world.standIn.until(
      () => (world.standIn.requests.filter(isPost).length >= count ? true : undefined),
      `attempt ${count}`,
    );
  const settings = () => ({
    ...EVERYTHING,
    server: world.guild.id,
    channel: world.channel.id,
    time: '13:00',
    zone: 'UTC',
    days: '1234567',
    language: 'en' as const,
    since: new Date(START),
  });
  /** Lets the bot look, and waits until all posts that are due are posted or given up. */
  const settled = (bot = world.bot) => bot.scheduler?.tick();
  /** Leaves a post of the digest as a process does that was killed while it sent it. */
  async function leaveUnconfirmed(occasion: string): Promise<void> {
    const [digest] = await world.store.active();
    if (!digest) throw new Error('There is none.');
    const at = new Date(START);
    const post = {
      digest: digest.key,
      occasion,
      channel: world.channel.id,
      due: at,
      passages: ['scsp-chips-2025/p8'],
      owner: 'killed',
      claimedUntil: at,
      unconfirmedSince: null,
    };
    await world.store.claim(post, at, at);
    await world.store.renewClaim({ ...post, unconfirmedSince: at });
  }

  it('continues after one 401', async () => {
    await world.start();
    world.standIn.fault(firstOf(isPost, refusal(401, 0, '401: Unauthorized')));
    await world.pass(HOUR);
    expect(world.posts()).toHaveLength(1);
  });

  it.each([403, 404])('is tried again after a %i that does not come from Discord', async (status) => {
    await world.start();
    world.standIn.fault(firstOf(isPost, page(status)));
    await world.pass(HOUR);
    expect((await world.store.active())[0]?.isPaused).toBe(false);
    expect(world.posts()).toHaveLength(1);
  });

  it('says at the start that an open thread is locked', async () => {
    const thread = world.standIn.addChannel(world.guild, {
      name: 'locked',
      type: channelTypes.publicThread,
      parent: world.channel,
      locked: true,
    });
    expect(await world.start({ channel: thread.id })).toContain('is locked');
  });

  it('posts in a locked thread if it may manage threads', async () => {
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

  it('searches a busy channel to the end even if it is asked to slow down', async () => {
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
    const passed = world.pass(HOUR);
    await world.standIn.until(() => (world.posts().length === 1 ? true : undefined), 'the post');
    for (let count = 0; count < 550; count++) standIn.say({ channel, author: manager, content: 'Hi' });
    await passed;
    expect(await world.store.openPosts()).toEqual([]);
    expect((await world.store.active())[0]?.trouble?.kind).not.toBe('unconfirmed');
  });

  it('waits for the end of an outage before it gives a post up', async () => {
    await world.start();
    await leaveUnconfirmed('2026-03-09');
    world.clock.advance(10 * MINUTE);
    const end = world.standIn.guildOutage(world.guild);
    const second = await world.second();
    const trouble = async () => (await world.store.active())[0]?.trouble?.kind;
    await expect.poll(trouble, { interval: 5 }).toBe('unreachable');
    end();
    await settled(second);
    expect(await trouble()).not.toBe('unconfirmed');
    expect(world.posts()).toHaveLength(1);
  });

  it('is not posted once it is stopped, however often it was tried', async () => {
    await world.start();
    const mend = world.standIn.fault((request) => (isPost(request) ? { status: 503 } : undefined));
    const passed = world.pass(HOUR);
    await attempt(2);
    await world.digest('stop');
    mend();
    await passed;
    expect(world.posts()).toEqual([]);
  });

  it('is neither posted in its old channel nor paused because of it once it has moved', async () => {
    const other = world.standIn.addChannel(world.guild, { name: 'other' });
    await world.start();
    const mend = world.standIn.fault((request) => (isPost(request) ? { status: 503 } : undefined));
    const passed = world.pass(HOUR);
    await attempt(2);
    await world.start({ id: '1', channel: other.id });
    mend();
    world.standIn.setPermissions(world.channel, 0n);
    await passed;
    expect(world.posts()).toEqual([]);
    expect((await world.store.active())[0]).toMatchObject({ isPaused: false, trouble: null });
    expect(await world.store.openPosts()).toEqual([]);
  });

  it('is not posted twice if the clock is set back between a crash and the next start', async () => {
    world.standIn.setPermissions(world.channel, permissions.viewChannel | permissions.sendMessages);
    await world.start();
    // The post was being sent when the process was killed; Discord forgets the nonce; the machine's clock goes back.
    const [digest] = await world.store.active();
    if (!digest) throw new Error('There is none.');
    const at = START + HOUR;
    await world.store.claim(
      {
        digest: digest.key,
        occasion: '2026-03-09',
        channel: world.channel.id,
        due: new Date(at),
        passages: ['scsp-chips-2025/p8'],
        owner: 'killed',
        claimedUntil: new Date(at + MINUTE),
        unconfirmedSince: null,
      },
      new Date(at),
      new Date(at),
    );
    const [open] = await world.store.openPosts();
    if (!open) throw new Error('There is none.');
    await world.store.renewClaim({ ...open.post, unconfirmedSince: new Date(at) });
    world.clock.advance(HOUR - 30 * MINUTE);
    await settled(await world.second());
    expect(world.posts()).toEqual([]);
    expect((await world.store.active())[0]?.trouble?.kind).toBe('unconfirmed');
  });

  it('is told by its date in status if it was posted outside the schedule, and nobody knows whether', async () => {
    world.standIn.setPermissions(world.channel, permissions.viewChannel | permissions.sendMessages);
    await world.start();
    await leaveUnconfirmed('now-m8abcd');
    world.clock.advance(30 * MINUTE);
    await settled(await world.second());
    expect(await world.digest('status')).toContain('the post for 2026-03-09 went out');
  });

  it('is posted in spite of another one whose zone this machine does not know', async () => {
    await world.store.add({ ...settings(), key: 'aaaaaaaa', zone: 'Mars/Olympus' }, 10);
    await world.start();
    await world.pass(HOUR);
    expect(world.posts()).toHaveLength(1);
    expect(await world.digest('status')).toContain('2');
  });

  it('does not say that a database can be used if it cannot be written', async () => {
    await world.start();
    const other = openDatabase(world.folder);
    other.exec('BEGIN IMMEDIATE');
    await world.pass(HOUR);
    await world.pass(MINUTE);
    await world.pass(MINUTE);
    other.exec('ROLLBACK');
    other.close();
    expect(world.log.filter((line) => line.includes('can be used again'))).toEqual([]);
    expect(world.log.filter((line) => line.includes('Another program has locked it'))).toHaveLength(1);
  });

  it('answers questions while the database is locked and many digests are due', async () => {
    const patient = await startDigestWorld();
    for (let n = 0; n < 8; n++) await patient.start();
    const other = openDatabase(patient.folder);
    other.exec('BEGIN IMMEDIATE');
    const before = performance.now();
    const passed = patient.pass(HOUR);
    const reply = await patient.standIn
      .invoke({
        command: 'ask',
        options: { question: 'Does DeepSeek show that export controls failed?' },
        user: patient.manager,
        guild: patient.guild,
      })
      .reply();
    const took = performance.now() - before;
    await passed;
    other.exec('ROLLBACK');
    other.close();
    await patient.close();
    expect(visibleText(reply)).toContain('Estevez');
    expect(took).toBeLessThan(3000);
  });

  it('is not posted empty if the claimed passages are gone', async () => {
    await world.start();
    const [digest] = await world.store.active();
    if (!digest) throw new Error('There is none.');
    await world.store.claim(
      {
        digest: digest.key,
        occasion: '2026-03-09',
        channel: world.channel.id,
        due: new Date(START + HOUR),
        passages: ['gone/p1'],
        owner: 'killed',
        claimedUntil: new Date(START),
        unconfirmedSince: null,
      },
      new Date(START),
      new Date(START + HOUR),
    );
    await world.pass(HOUR);
    expect(world.posts().map(visibleText)).toEqual([]);
  });

  it('is posted twice if two people post it now', async () => {
    await world.start();
    const said = await Promise.all([world.digest('now'), world.digest('now')]);
    expect(said.join()).not.toContain('No passage fits');
    expect(new Set(world.posts().map(visibleText)).size).toBe(2);
  });

  it('is posted with many others at the same time, one after another, without a trouble', async () => {
    for (let at = 0; at < 70; at++) {
      const channel = world.standIn.addChannel(world.guild, { name: `c${at}` });
      await world.store.add({ ...settings(), key: `many${at}`, channel: channel.id }, 100);
    }
    await world.pass(HOUR);
    expect(world.standIn.sentByBot).toHaveLength(70);
    expect(world.log.filter((line) => line.includes('could not post'))).toEqual([]);
  });

  it('says at the start that the bot cannot see a private thread without an invitation', async () => {
    const kind = { type: channelTypes.privateThread, parent: world.channel };
    const hidden = world.standIn.addChannel(world.guild, { name: 'hidden', ...kind });
    expect(await world.start({ channel: hidden.id })).toContain('it is missing View Channel');
    const open = world.standIn.addChannel(world.guild, { name: 'open', ...kind, hasJoined: true });
    expect(await world.start({ channel: open.id })).toContain('is set up');
  });

  it('is posted again when it is started again after the clock was far ahead', async () => {
    await world.start();
    await world.pass(400 * DAY);
    await world.pass(MINUTE - 400 * DAY);
    await world.start({ id: '1' });
    expect(await world.digest('status')).toContain(`<t:${(START + HOUR) / 1000}:F>`);
    await world.pass(HOUR - MINUTE);
    expect(world.posts()).toHaveLength(1);
  });
});
