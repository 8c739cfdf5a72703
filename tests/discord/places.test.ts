import { ChannelType, type Client, Events, type GuildChannel, PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connected, dial, request } from './clients.ts';
import {
  type Channel,
  channelTypes,
  type Guild,
  manualClock,
  permissions,
  type StandIn,
  startStandIn,
} from './stand-in.ts';

const READ = permissions.viewChannel | permissions.readMessageHistory;
const WRITE = READ | permissions.sendMessages | permissions.sendMessagesInThreads;

let standIn: StandIn;
let guild: Guild;
let channel: Channel;
let client: Client<true> | undefined;

beforeEach(async () => {
  standIn = await startStandIn({ clock: manualClock() });
  guild = standIn.addGuild({ name: 'Team' });
  channel = guild.channels[0] as Channel;
});
afterEach(async () => {
  await client?.destroy();
  client = undefined;
  await standIn.close();
});

const post = ({ id }: Channel, content = 'Hi') =>
  request(standIn, 'POST', `/channels/${id}/messages`, { content });
const get = ({ id }: Channel) => request(standIn, 'GET', `/channels/${id}`);
const threadIn = (
  parent: Channel,
  rest: { archived?: boolean; locked?: boolean; hasJoined?: boolean } = {},
) => standIn.addChannel(guild, { name: 'a thread', type: channelTypes.publicThread, parent, ...rest });
const refused = (status: number, code: number) => ({ status, body: { code } });

/** The next event of this kind that discord.js emits, by the name or id of what it is about. */
const nextEvent = (event: Events): Promise<string> =>
  new Promise((resolve) => {
    client?.once(event as string, (...about: { name?: string; id: string }[]) => {
      const last = about.at(-1);
      resolve(typeof last === 'object' ? (last.name ?? last.id) : (about[0]?.name ?? ''));
    });
  });
/** What discord.js knows about a channel. */
const cached = ({ id }: Channel) => client?.channels.cache.get(id) as GuildChannel | undefined;
const mayBot = (where: Channel, permission: bigint) =>
  cached(where)
    ?.permissionsFor(client?.user.id ?? '')
    ?.has(permission);

/** The threads of the first GUILD_CREATE, as sent. */
async function threadsTold(): Promise<Record<string, unknown>[]> {
  const line = await dial(standIn);
  line.send({ op: 2, d: { token: standIn.token, intents: 1, properties: {} } });
  const { d } = await line.nextOf('GUILD_CREATE');
  return (d as { threads: Record<string, unknown>[] }).threads;
}

describe('threads', () => {
  test('are sent in a list of their own, with their parent and their state', async () => {
    const thread = threadIn(channel, { locked: true });
    const [told, ...others] = await threadsTold();
    expect(told).toMatchObject({
      id: thread.id,
      type: 11,
      parent_id: channel.id,
      owner_id: '1',
      thread_metadata: { archived: false, locked: true, auto_archive_duration: 1440 },
    });
    expect(others).toEqual([]);
    expect(guild.channels).toEqual([channel]);
  });

  test('have the bot as a member only if it has joined', async () => {
    threadIn(channel);
    threadIn(channel, { hasJoined: true });
    expect((await threadsTold()).map((told) => 'member' in told)).toEqual([false, true]);
  });

  test('are not sent if they are archived, hidden with their parent, or private without the bot', async () => {
    threadIn(channel, { archived: true });
    threadIn(standIn.addChannel(guild, { name: 'hidden', appPermissions: 0n }));
    standIn.addChannel(guild, { name: 'private', type: channelTypes.privateThread, parent: channel });
    expect(await threadsTold()).toEqual([]);
  });

  test('have the permissions of their parent, for discord.js too', async () => {
    const parent = standIn.addChannel(guild, {
      name: 'parent',
      appPermissions: READ | permissions.sendMessages,
    });
    const thread = threadIn(parent);
    client = await connected(standIn);
    expect(mayBot(thread, PermissionFlagsBits.SendMessages)).toBe(true);
    expect(mayBot(thread, PermissionFlagsBits.SendMessagesInThreads)).toBe(false);
    expect(await post(thread)).toMatchObject(refused(403, 50013));
    standIn.setPermissions(parent, READ | permissions.sendMessagesInThreads);
    expect((await post(thread)).status).toBe(200);
  });

  test('need a parent, and take no permissions of their own', () => {
    const thread = { name: 'a thread', type: channelTypes.publicThread };
    expect(() => standIn.addChannel(guild, thread)).toThrow('needs a parent');
    expect(() => standIn.addChannel(guild, { ...thread, parent: channel, appPermissions: READ })).toThrow(
      'has its permissions',
    );
  });

  test('are given by id like channels', async () => {
    const thread = threadIn(channel);
    expect(await get(thread)).toMatchObject({ status: 200, body: { id: thread.id, parent_id: channel.id } });
  });

  test('are opened again by a message, unless they are locked', async () => {
    const open = threadIn(channel, { archived: true });
    const locked = threadIn(channel, { archived: true, locked: true });
    expect((await post(open)).status).toBe(200);
    expect((await get(open)).body.thread_metadata).toMatchObject({ archived: false });
    expect(await post(locked)).toMatchObject(refused(400, 50083));
    expect((await get(locked)).body.thread_metadata).toMatchObject({ archived: true });
  });

  test('take no messages when locked, but from who may manage threads', async () => {
    const locked = threadIn(channel, { locked: true });
    expect(await post(locked)).toMatchObject(refused(400, 160005));
    standIn.setPermissions(channel, WRITE | permissions.manageThreads);
    expect((await post(locked)).status).toBe(200);
  });

  test('let nobody edit when archived, and nobody delete when locked besides', async () => {
    const thread = threadIn(channel);
    const path = `/channels/${thread.id}/messages/${(await post(thread)).body.id}`;
    standIn.setThread(thread, { archived: true });
    expect(await request(standIn, 'PATCH', path, { content: 'Ho' })).toMatchObject(refused(400, 50083));
    standIn.setThread(thread, { locked: true });
    expect(await request(standIn, 'DELETE', path)).toMatchObject(refused(400, 50083));
    standIn.setThread(thread, { archived: false });
    expect((await request(standIn, 'DELETE', path)).status).toBe(204);
  });

  test('that are private are out of reach until the bot has joined', async () => {
    const privately = { name: 'private', type: channelTypes.privateThread, parent: channel };
    expect(await get(standIn.addChannel(guild, privately))).toMatchObject(refused(403, 50001));
    expect((await get(standIn.addChannel(guild, { ...privately, hasJoined: true }))).status).toBe(200);
  });
});

describe('other kinds of channels', () => {
  test('announcements are written like any text', async () => {
    const news = standIn.addChannel(guild, { name: 'news', type: channelTypes.announcement });
    client = await connected(standIn);
    expect(cached(news)?.type).toBe(ChannelType.GuildAnnouncement);
    expect((await post(news)).status).toBe(200);
  });

  test.each([
    ['a category', channelTypes.category, 50008],
    ['a forum', channelTypes.forum, 40058],
  ])('%s takes no messages', async (_name, type, code) => {
    expect(await post(standIn.addChannel(guild, { name: 'other', type }))).toMatchObject(refused(400, code));
  });
});

describe('what a connected bot learns', () => {
  beforeEach(async () => {
    client = await connected(standIn);
  });

  test('a new channel', async () => {
    const told = nextEvent(Events.ChannelCreate);
    const added = standIn.addChannel(guild, { name: 'new' });
    expect(await told).toBe('new');
    expect(cached(added)).toBeDefined();
  });

  test('a new thread, once it sees it', async () => {
    const told = nextEvent(Events.ThreadCreate);
    const hidden = threadIn(standIn.addChannel(guild, { name: 'hidden', appPermissions: 0n }));
    const seen = threadIn(channel);
    await told;
    expect([hidden, seen].map((thread) => cached(thread) !== undefined)).toEqual([false, true]);
  });

  test('a thread that is archived or locked', async () => {
    const thread = threadIn(channel);
    const told = nextEvent(Events.ThreadUpdate);
    standIn.setThread(thread, { archived: true, locked: true });
    await told;
    expect(cached(thread)).toMatchObject({ archived: true, locked: true });
  });

  test('a channel that is deleted with its threads, and unknown from then on', async () => {
    const thread = threadIn(channel);
    const told = nextEvent(Events.ChannelDelete);
    standIn.deleteChannel(channel);
    expect(await told).toBe('general');
    for (const gone of [channel, thread]) expect(await get(gone)).toMatchObject(refused(404, 10003));
    expect(await post(channel)).toMatchObject(refused(404, 10003));
  });

  test('a thread that is deleted', async () => {
    const thread = threadIn(channel);
    const told = nextEvent(Events.ThreadDelete);
    standIn.deleteChannel(thread);
    await told;
    expect(cached(thread)).toBeUndefined();
    expect(await get(thread)).toMatchObject(refused(404, 10003));
    expect((await get(channel)).status).toBe(200);
  });

  test('permissions that change', async () => {
    const told = nextEvent(Events.ChannelUpdate);
    standIn.setPermissions(channel, READ);
    await told;
    expect(mayBot(channel, PermissionFlagsBits.SendMessages)).toBe(false);
    expect(await post(channel)).toMatchObject(refused(403, 50013));
  });

  test('the threads of a channel that comes into sight', async () => {
    const hidden = standIn.addChannel(guild, { name: 'hidden', appPermissions: 0n });
    const thread = threadIn(hidden);
    const told = nextEvent(Events.ThreadListSync);
    standIn.setPermissions(hidden, WRITE);
    await told;
    expect(cached(thread)).toBeDefined();
  });

  test('a server that it was thrown out of, and has no access to any more', async () => {
    const thread = threadIn(channel);
    const told = nextEvent(Events.GuildDelete);
    standIn.removeFromGuild(guild);
    expect(await told).toBe('Team');
    for (const closed of [channel, thread]) expect(await get(closed)).toMatchObject(refused(403, 50001));
    const later = await connected(standIn);
    expect(later.guilds.cache.size).toBe(0);
    await later.destroy();
  });

  test('a server in an outage, and back from it', async () => {
    const away = nextEvent(Events.GuildUnavailable);
    const end = standIn.guildOutage(guild);
    expect(await away).toBe('Team');
    const back = nextEvent(Events.GuildAvailable);
    end();
    expect(await back).toBe('Team');
  });
});

test('a server in an outage is named to a bot that connects meanwhile, and no more', async () => {
  standIn.guildOutage(guild);
  const line = await dial(standIn);
  line.send({ op: 2, d: { token: standIn.token, intents: 1, properties: {} } });
  expect((await line.nextOf('READY')).d).toMatchObject({ guilds: [{ id: guild.id, unavailable: true }] });
  expect(await line.next()).toMatchObject({ t: 'GUILD_DELETE', d: { id: guild.id, unavailable: true } });
});
