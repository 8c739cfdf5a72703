import { type Client, Events, GatewayIntentBits, Partials, type Message as Received } from 'discord.js';
import * as spec from 'discord-api-spec/zod';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connected, dial, promiseOf, request } from './clients.ts';
import { intents } from './gateway.ts';
import { schemaProblems } from './schemas.ts';
import {
  type Channel,
  channelTypes,
  type Guild,
  type Message,
  manualClock,
  permissions,
  type Said,
  type StandIn,
  startStandIn,
  type User,
} from './stand-in.ts';

// What a bot learns of the messages of others: by the events of the gateway, and by asking for them.

const USUAL = intents.guilds | intents.guildMessages | intents.directMessages;
const NOTHING = { content: '', embeds: [], attachments: [], components: [] };

type Fields = Record<string, unknown>;
interface Event {
  event: string | null;
  data: Fields;
}

let clock: ReturnType<typeof manualClock>;
let standIn: StandIn;
let guild: Guild;
let channel: Channel;
let ada: User;
let ben: User;
let bot: string;

beforeEach(async () => {
  clock = manualClock();
  standIn = await startStandIn({ clock, privilegedIntents: intents.messageContent });
  guild = standIn.addGuild({ roles: ['Rostrum'] });
  channel = guild.channels[0] as Channel;
  ada = standIn.addUser({ name: 'Ada' });
  ben = standIn.addUser({ name: 'Ben' });
  bot = `<@${standIn.bot.id}>`;
});
afterEach(() => standIn.close());

/** A session with these intents; it gives the events that come of what a test does. */
async function session(wanted: number): Promise<(act: () => unknown) => Promise<Event[]>> {
  const line = await dial(standIn);
  line.send({ op: 2, d: { token: standIn.token, intents: wanted, properties: {} } });
  await line.nextOf('READY');
  const end = 'THE_END';
  const untilEnd = async (events: Event[] = []): Promise<Event[]> => {
    const { t: event, d } = await line.next();
    return event === end ? events : untilEnd([...events, { event, data: d as Fields }]);
  };
  const eventsOf = async (act: () => unknown) => {
    await act();
    standIn.gateway.dispatch(end, {}, guild.id);
    return untilEnd();
  };
  await eventsOf(() => {});
  return eventsOf;
}

/** The only event of a session with the usual intents that comes of what a test does. */
async function toldOf(act: () => unknown, wanted = USUAL): Promise<Fields> {
  const events = await (await session(wanted))(act);
  expect(events.map(({ event }) => event)).toHaveLength(1);
  return events[0]?.data ?? {};
}

const say = (content: string, rest: Partial<Said> = {}): Message =>
  standIn.say({ channel, author: ada, content, ...rest });
const withAll = {
  embeds: [{ title: 'A title' }],
  components: [{ type: 1, components: [{ type: 2, style: 5, label: 'Go', url: 'https://example.org' }] }],
  files: [{ filename: 'a.txt', content: new Uint8Array(1) }],
  poll: { question: { text: 'Which?' }, answers: [{ poll_media: { text: 'This one' } }] },
};
const post = async (body: object, where = channel): Promise<Message> => {
  const { status } = await request(standIn, 'POST', `/channels/${where.id}/messages`, body);
  expect(status).toBe(200);
  return standIn.messagesIn(where).at(-1) as Message;
};
const ids = (users: unknown): unknown[] => (users as User[]).map(({ id }) => id);

describe('the content of a message', () => {
  test('is empty for a bot without the intent, and whole for a session that has it', async () => {
    const act = () => say('Hello', withAll);
    expect(await toldOf(act, USUAL | intents.messageContent)).toMatchObject({
      content: 'Hello',
      embeds: withAll.embeds,
      components: [{ type: 1 }],
      attachments: [{ filename: 'a.txt' }],
      poll: { question: { text: 'Which?' } },
    });
    // The session from before is still there; what it is sent does not change what this one is sent.
    const hidden = await toldOf(act);
    expect(hidden).toMatchObject({ author: { id: ada.id }, ...NOTHING });
    expect(hidden).not.toHaveProperty('poll');
  });

  test.each<[string, (() => string) | string, boolean]>([
    ['names the bot', () => `${bot} hello`, true],
    ['names the bot as clients did before', () => `<@!${standIn.bot.id}> hello`, true],
    ['names a role of the bot', () => `<@&${guild.roles[0]?.id}> hello`, false],
    ['names everyone', '@everyone hello', false],
    ['names somebody else', () => `<@${ben.id}> hello`, false],
    ['has the name of the bot in code', () => `\`${bot}\` hello`, false],
    ['has the name of the bot in a block of code', () => `\`\`\`\n${bot}\n\`\`\` hello`, false],
    ['names the bot beside code', () => `\`code\` ${bot} hello`, true],
  ])('is there or not if the message %s', async (_name, content, isThere) => {
    const words = typeof content === 'string' ? content : content();
    expect(await toldOf(() => say(words))).toMatchObject({ content: isThere ? words : '' });
  });

  test('is there in direct messages with the bot', async () => {
    const told = await toldOf(() => say('Hello', { channel: standIn.directMessages(ada), ...withAll }));
    expect(told).toMatchObject({ content: 'Hello', embeds: withAll.embeds, poll: {} });
  });

  test('is there in what the bot itself sends', async () => {
    expect(await toldOf(() => post({ content: 'Hello' }))).toMatchObject({
      content: 'Hello',
      author: { id: standIn.bot.id },
    });
  });

  test('of a forwarded message is as empty as that of the message', async () => {
    const forwards = say('Some words');
    const told = await toldOf(() => say('', { forwards }));
    expect(told).toMatchObject({ message_snapshots: [{ message: { type: 0, ...NOTHING } }] });
  });

  test.each([
    ['without the intent', 0, ['', 'named']],
    ['with the intent switched on for the application', intents.messageContent, ['plain', 'named']],
  ])('is the same for who asks for messages, %s', async (_name, privilegedIntents, contents) => {
    await standIn.close();
    standIn = await startStandIn({ clock, privilegedIntents });
    channel = standIn.addGuild().channels[0] as Channel;
    const said = [say('plain'), say(`named <@${standIn.bot.id}>`)];
    const path = `/channels/${channel.id}/messages`;
    const alone = await Promise.all(said.map(({ id }) => request(standIn, 'GET', `${path}/${id}`)));
    const listed = (await request(standIn, 'GET', path)).body as unknown as Fields[];
    const firstWord = ({ content }: Fields) => String(content).split(' ')[0];
    expect(alone.map(({ body }) => firstWord(body))).toEqual(contents);
    expect(listed.map(firstWord).toReversed()).toEqual(contents);
  });
});

describe('a reply', () => {
  test('names the author of the message that it replies to, though its words do not', async () => {
    const answer = await post({ content: 'An answer' });
    const told = await toldOf(() => say('and Miller?', { repliesTo: answer }));
    expect(told).toMatchObject({
      type: 19,
      content: 'and Miller?',
      mentions: [{ id: standIn.bot.id, member: { roles: [] } }],
      message_reference: { type: 0, message_id: answer.id, channel_id: channel.id, guild_id: guild.id },
      referenced_message: { id: answer.id, content: 'An answer', author: { id: standIn.bot.id } },
    });
  });

  test('names nobody, and hides its content, if its author switched that off', async () => {
    const answer = await post({ content: 'An answer' });
    const told = await toldOf(() => say('and Miller?', { repliesTo: answer, pingsReplied: false }));
    expect(told).toMatchObject({ mentions: [], content: '', referenced_message: { content: 'An answer' } });
  });

  test('that names the bot shows nothing of a message that does not', async () => {
    const first = say('A secret', withAll);
    const told = await toldOf(() => say(`${bot} who said that?`, { author: ben, repliesTo: first }));
    expect(told).toMatchObject({ content: `${bot} who said that?`, referenced_message: NOTHING });
    expect(ids(told.mentions)).toEqual([standIn.bot.id, ada.id]);
    expect(told.referenced_message).not.toHaveProperty('poll');
  });

  test('to a reply contains that, and no more of the chain', async () => {
    const second = say('second', { repliesTo: await post({ content: 'first' }) });
    const { referenced_message: told } = await toldOf(() => say('third', { repliesTo: second }));
    expect(told).toMatchObject({ content: 'second', message_reference: {} });
    expect(told).not.toHaveProperty('referenced_message');
  });

  test('to a message deleted since has a reference and null', async () => {
    const answer = await post({ content: 'An answer' });
    const reply = say('and Miller?', { repliesTo: answer });
    standIn.remove(answer);
    expect(await toldOf(() => standIn.edit(reply, 'and Estevez?'))).toMatchObject({
      content: 'and Estevez?',
      message_reference: { message_id: answer.id },
      referenced_message: null,
    });
  });

  test('in direct messages has no server', async () => {
    const direct = standIn.directMessages(ada);
    const first = say('Hello', { channel: direct });
    const told = await toldOf(() => say('Hello?', { channel: direct, repliesTo: first }));
    expect(told.message_reference).toEqual({ type: 0, message_id: first.id, channel_id: direct.id });
    expect(told).toMatchObject({ referenced_message: { content: 'Hello' } });
  });

  test('is not possible to what is not there', async () => {
    const [gone, elsewhere] = [say('Hello'), say('Hello', { channel: standIn.directMessages(ada) })];
    standIn.remove(gone);
    for (const repliesTo of [gone, elsewhere]) {
      expect(() => say('Hello?', { repliesTo })).toThrow('not there');
    }
  });
});

describe('the event of a message', () => {
  test('in a server has the server and the member, without the user', async () => {
    const told = await toldOf(() => say('Hello'));
    expect(told).toMatchObject({
      guild_id: guild.id,
      channel_type: 0,
      author: { id: ada.id },
      member: { roles: [] },
    });
    expect(told.member).not.toHaveProperty('user');
  });

  test('in direct messages has neither', async () => {
    const told = await toldOf(() => say('Hello', { channel: standIn.directMessages(ada) }));
    expect(told).toMatchObject({ channel_type: 1 });
    for (const field of ['guild_id', 'member']) expect(told).not.toHaveProperty(field);
  });

  test('of a webhook has the id of that, and no member', async () => {
    const told = await toldOf(() => say(`${bot} hello`, { webhook: true }));
    expect(told).toMatchObject({ webhook_id: ada.id, author: { id: ada.id, bot: true } });
    expect(told).not.toHaveProperty('member');
  });

  test('of another bot, a silent one and one of the system say so', async () => {
    const other = standIn.addUser({ name: 'Echo', isBot: true });
    expect(await toldOf(() => say('Hello', { author: other }))).toMatchObject({ author: { bot: true } });
    expect(await toldOf(() => say('Hello', { isSilent: true }))).toMatchObject({ flags: 1 << 12 });
    expect(await toldOf(() => say('', { type: 7 }))).toMatchObject({ type: 7, author: { bot: false } });
  });

  test('is a message by the published schema', async () => {
    const { poll: _poll, ...content } = withAll;
    const reply = () => say(`${bot} hello`, { repliesTo: say('Hello'), ...content });
    const [, told] = await (await session(USUAL))(reply);
    expect(schemaProblems(spec.MessageResponseSchema, withoutPartials(told?.data ?? {}))).toEqual([]);
  });

  test.each<[string, number, string[]]>([
    ['both kinds', USUAL, ['in the server', 'in person']],
    ['messages of servers', intents.guilds | intents.guildMessages, ['in the server']],
    ['direct messages', intents.directMessages, ['in person']],
    ['servers alone', intents.guilds, []],
  ])('comes to a session that asks for %s', async (_name, wanted, contents) => {
    const direct = standIn.directMessages(ada);
    const [here, there] = [`${bot} in the server`, 'in person'];
    const events = await (await session(wanted))(async () => {
      const [one, other] = [say(here), say(there, { channel: direct })];
      for (const message of [one, other]) {
        standIn.unfurl(message);
        standIn.remove(message);
      }
      standIn.removeAll([say(here), say(here)]);
    });
    const created = events.filter(({ event }) => event === 'MESSAGE_CREATE').map(({ data }) => data.content);
    const heard = new Set(created.map((content) => String(content).replace(`${bot} `, '')));
    expect([...heard]).toEqual(contents);
    const kinds = contents.includes('in the server')
      ? ['MESSAGE_CREATE', 'MESSAGE_UPDATE', 'MESSAGE_DELETE', 'MESSAGE_DELETE_BULK']
      : contents.length > 0
        ? ['MESSAGE_CREATE', 'MESSAGE_UPDATE', 'MESSAGE_DELETE']
        : [];
    expect([...new Set(events.map(({ event }) => event))]).toEqual(kinds);
  });

  test('comes only from channels that the bot sees', async () => {
    const hidden = standIn.addChannel(guild, { name: 'hidden', appPermissions: permissions.sendMessages });
    const act = () => {
      const message = say(`${bot} hello`, { channel: hidden });
      standIn.edit(message, 'Hello');
      standIn.removeAll([message]);
      say(bot, { channel: standIn.addPrivateChannel([ada, ben]) });
    };
    expect(await (await session(USUAL))(act)).toEqual([]);
  });
});

describe('an edit', () => {
  test('tells the new words and when it was, by whom the words name now', async () => {
    const message = say(`${bot} hello`);
    clock.advance(1000);
    const told = await toldOf(() => standIn.edit(message, `${bot} goodbye`));
    expect(told).toMatchObject({
      id: message.id,
      content: `${bot} goodbye`,
      timestamp: '2026-01-01T00:00:00.000Z',
      edited_timestamp: '2026-01-01T00:00:01.000Z',
      guild_id: guild.id,
      member: {},
      author: { id: ada.id },
    });
    expect(await toldOf(() => standIn.edit(message, 'goodbye'))).toMatchObject({ mentions: [], content: '' });
    expect(await toldOf(() => standIn.edit(message, bot))).toMatchObject({ content: bot });
  });

  test('of a reply leaves the author of the other message named or not, unless the client gets that wrong', async () => {
    const repliesTo = await post({ content: 'An answer' });
    const [loud, quiet] = [say('a', { repliesTo }), say('b', { repliesTo, pingsReplied: false })];
    expect(await toldOf(() => standIn.edit(loud, 'c'))).toMatchObject({ content: 'c' });
    expect(await toldOf(() => standIn.edit(quiet, 'd'))).toMatchObject({ content: '', mentions: [] });
    expect(await toldOf(() => standIn.edit(quiet, 'e', { pingsReplied: true }))).toMatchObject({
      content: 'e',
      mentions: [{ id: standIn.bot.id }],
    });
  });

  test('is not what the preview of a link is', async () => {
    const message = say(`${bot} https://example.org`);
    expect(await toldOf(() => standIn.unfurl(message))).toMatchObject({
      content: message.content,
      edited_timestamp: null,
      embeds: [{ type: 'link', url: 'https://example.org' }],
    });
  });

  test('or deletion of what is deleted is not possible', () => {
    const message = say('Hello');
    standIn.remove(message);
    expect(() => standIn.edit(message, 'Hi')).toThrow('deleted');
    expect(() => standIn.unfurl(message)).toThrow('deleted');
    expect(() => standIn.remove(message)).toThrow('deleted');
    expect(() => standIn.removeAll([message])).toThrow('deleted');
  });
});

describe('a deletion', () => {
  test('tells the ids, and nothing of the message', async () => {
    const message = say(`${bot} hello`);
    expect(await toldOf(() => standIn.remove(message))).toEqual({
      id: message.id,
      channel_id: channel.id,
      guild_id: guild.id,
    });
    expect(standIn.messagesIn(channel)).toEqual([]);
  });

  test('in direct messages has no server', async () => {
    const direct = standIn.directMessages(ada);
    const message = say('Hello', { channel: direct });
    expect(await toldOf(() => standIn.remove(message))).toEqual({ id: message.id, channel_id: direct.id });
  });

  test('of many messages is one event', async () => {
    const messages = [say('One'), say('Two')];
    expect(await toldOf(() => standIn.removeAll(messages))).toEqual({
      ids: messages.map(({ id }) => id),
      channel_id: channel.id,
      guild_id: guild.id,
    });
    expect(standIn.messagesIn(channel)).toEqual([]);
  });

  test('of many messages is not possible in several channels, or in direct messages', () => {
    const direct = say('Hello', { channel: standIn.directMessages(ada) });
    expect(() => standIn.removeAll([direct])).toThrow('one channel of a server');
    expect(() => standIn.removeAll([say('Hello'), direct])).toThrow('one channel of a server');
  });
});

describe('other places', () => {
  const WRITE = permissions.viewChannel | permissions.sendMessages | permissions.readMessageHistory;

  test.each([
    ['voice', channelTypes.voice],
    ['stage', channelTypes.stage],
  ])('a %s channel has a chat of its own, for who may connect', async (_name, type) => {
    const open = standIn.addChannel(guild, { name: 'open', type });
    const closed = standIn.addChannel(guild, { name: 'closed', type, appPermissions: WRITE });
    const act = () => [closed, open].map((where) => say(bot, { channel: where }));
    expect(await toldOf(act)).toMatchObject({ channel_id: open.id, channel_type: type, content: bot });
    await post({ content: 'Hi' }, open);
    const path = `/channels/${closed.id}/messages`;
    const refused = { status: 403, body: { code: 50001 } };
    expect(await request(standIn, 'POST', path, { content: 'Hi' })).toMatchObject(refused);
    expect(await request(standIn, 'GET', path)).toMatchObject(refused);
  });

  test.each([
    ['forum', channelTypes.forum],
    ['media', channelTypes.media],
  ])('a %s channel has posts, which are threads, and no messages', async (_name, type) => {
    const forum = standIn.addChannel(guild, { name: 'forum', type, appPermissions: WRITE });
    expect(() => say('Hello', { channel: forum })).toThrow('takes no messages');
    expect(await request(standIn, 'POST', `/channels/${forum.id}/messages`, { content: 'Hi' })).toMatchObject(
      { status: 400, body: { code: 40058 } },
    );
    const start = () => standIn.post({ forum, name: 'A post', author: ada, content: `${bot} hello` });
    const [made, said, ...others] = await (await session(USUAL))(start);
    expect(made).toMatchObject({
      event: 'THREAD_CREATE',
      data: { name: 'A post', parent_id: forum.id, owner_id: ada.id, type: 11 },
    });
    expect(said).toMatchObject({
      event: 'MESSAGE_CREATE',
      data: { content: `${bot} hello`, channel_type: 11 },
    });
    expect([said?.data.id, said?.data.channel_id]).toEqual([made?.data.id, made?.data.id]);
    expect(others).toEqual([]);
    const { thread } = start();
    const answer = () => request(standIn, 'POST', `/channels/${thread.id}/messages`, { content: 'Hi' });
    expect(await answer()).toMatchObject({ status: 403, body: { code: 50013 } });
    standIn.setPermissions(forum, WRITE | permissions.sendMessagesInThreads);
    expect((await answer()).status).toBe(200);
  });

  test('posts are for forums alone', () => {
    const name = 'A post';
    expect(() => standIn.post({ forum: channel, name, author: ada, content: 'Hi' })).toThrow('no posts');
  });

  test('a message opens an archived thread again, before it is told', async () => {
    const type = channelTypes.publicThread;
    const thread = standIn.addChannel(guild, { name: 'thread', type, parent: channel, archived: true });
    const events = await (await session(USUAL))(() => say(bot, { channel: thread }));
    expect(events).toMatchObject([
      { event: 'THREAD_UPDATE', data: { thread_metadata: { archived: false } } },
      { event: 'MESSAGE_CREATE', data: { content: bot } },
    ]);
  });

  test('a bot hears of a private thread once it is named there', async () => {
    const type = channelTypes.privateThread;
    const thread = standIn.addChannel(guild, { name: 'private', type, parent: channel });
    const act = () => ['Hello', `${bot} hello`, 'Yes'].map((content) => say(content, { channel: thread }));
    expect(await (await session(USUAL))(act)).toMatchObject([
      { event: 'THREAD_CREATE', data: { id: thread.id, member: {} } },
      { event: 'MESSAGE_CREATE', data: { content: `${bot} hello` } },
      { event: 'MESSAGE_CREATE', data: { content: '' } },
    ]);
  });
});

describe('with discord.js', () => {
  let client: Client | undefined;
  afterEach(() => client?.destroy());

  const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;

  test.each([
    ['a text channel', () => channel],
    ['direct messages', () => standIn.directMessages(ada)],
    ['the chat of a voice channel', () => guild.channels[1] as Channel],
  ])('a bot replies in %s', async (_name, where) => {
    standIn.addChannel(guild, { name: 'voice', type: channelTypes.voice });
    client = await connected(standIn, undefined, {
      intents: [Guilds, GuildMessages, DirectMessages],
      partials: [Partials.Channel],
    });
    const { promise, resolve } = promiseOf<Received>();
    client.on(Events.MessageCreate, (message) => {
      if (!message.author.bot) resolve(message);
    });
    const asked = say(`${bot} hello`, { channel: where() });
    const message = await promise;
    expect(message.content).toBe(`${bot} hello`);
    expect(message.mentions.has(standIn.bot.id)).toBe(true);
    const reply = await message.reply('Hi');
    expect(standIn.messagesIn(where()).at(-1)).toMatchObject({ content: 'Hi', type: 19, repliesTo: asked });
    expect(reply.reference).toMatchObject({ messageId: asked.id, channelId: where().id });
  });
});

/** Without the members that only events have, which are no part of the published schema of a message. */
function withoutPartials({ member: _member, mentions, ...rest }: Fields): Fields {
  return { ...rest, mentions: (mentions as Fields[]).map(({ member: _partial, ...user }) => user) };
}
