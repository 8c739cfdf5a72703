import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { request } from './clients.ts';
import { intents } from './gateway.ts';
import {
  type Channel,
  type Guild,
  manualClock,
  permissions,
  type StandIn,
  startStandIn,
} from './stand-in.ts';

let clock: ReturnType<typeof manualClock>;
let standIn: StandIn;
let guild: Guild;
let channel: Channel;

beforeEach(async () => {
  clock = manualClock();
  standIn = await startStandIn({
    clock,
    nonceMemoryMs: 60_000,
    // For the tests of the history, which tell what people said by its words.
    privilegedIntents: intents.messageContent,
  });
  guild = standIn.addGuild({ channels: ['general', 'other'] });
  channel = guild.channels[0] as Channel;
});
afterEach(() => standIn.close());

const post = (body: object, { id } = channel) =>
  request(standIn, 'POST', `/channels/${id}/messages`, { content: 'Hi', ...body });

test('messages are listed newest first, edited and deleted', async () => {
  const path = `/channels/${channel.id}/messages`;
  const [one, two] = [
    await request(standIn, 'POST', path, { content: '1' }),
    await request(standIn, 'POST', path, { content: '2' }),
  ];
  expect((await request(standIn, 'GET', path)).body).toMatchObject([{ content: '2' }, { content: '1' }]);
  expect((await request(standIn, 'PATCH', `${path}/${one.body.id}`, { content: '1b' })).status).toBe(200);
  expect((await request(standIn, 'DELETE', `${path}/${two.body.id}`)).status).toBe(204);
  expect(standIn.messagesIn(channel).map(({ content }) => content)).toEqual(['1b']);
  expect(await request(standIn, 'GET', `${path}/${two.body.id}`)).toMatchObject({
    status: 404,
    body: { code: 10008 },
  });
});

describe('an enforced nonce', () => {
  const once = { nonce: '7', enforce_nonce: true };

  test('gives the first message again, and makes no other', async () => {
    const first = await post(once);
    expect(await post({ ...once, content: 'Ho' })).toEqual(first);
    expect(standIn.messagesIn(channel)).toHaveLength(1);
  });

  test('is remembered for as long as the stand-in was set to', async () => {
    const first = await post(once);
    clock.advance(60_000);
    expect((await post(once)).body.id).toBe(first.body.id);
    clock.advance(1);
    expect((await post(once)).body.id).not.toBe(first.body.id);
  });

  test('counts in all channels', async () => {
    const first = await post(once);
    expect((await post(once, guild.channels[1])).body.id).toBe(first.body.id);
  });

  test('counts for each author alone', async () => {
    standIn.say({ channel, author: standIn.addUser({ name: 'Ada' }), content: 'Hi', nonce: '7' });
    const { id } = (await post(once)).body;
    expect(standIn.sentByBot.map((message) => message.id)).toEqual([id]);
  });

  test('does not make a deleted message anew', async () => {
    const { body } = await post(once);
    await request(standIn, 'DELETE', `/channels/${channel.id}/messages/${body.id}`);
    expect(await post(once)).toMatchObject({ status: 404, body: { code: 10008 } });
  });

  test('that is not enforced makes another message', async () => {
    const first = await post({ nonce: '7' });
    expect((await post({ nonce: '7' })).body.id).not.toBe(first.body.id);
  });
});

describe('a message that replies', () => {
  const reference = (rest: object = {}, body: object = {}) => ({ message_reference: rest, ...body });
  const unknown = {
    status: 400,
    body: {
      code: 50035,
      errors: {
        message_reference: {
          _errors: [{ code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', message: 'Unknown message' }],
        },
      },
    },
  };
  const asked = () => standIn.say({ channel, author: standIn.addUser({ name: 'Ada' }), content: 'Why?' });

  test('names its message, its channel and its server, and has the message', async () => {
    const { id, author } = asked();
    expect(await post(reference({ message_id: id }))).toMatchObject({
      status: 200,
      body: {
        type: 19,
        mentions: [{ id: author.id }],
        message_reference: { type: 0, message_id: id, channel_id: channel.id, guild_id: guild.id },
        referenced_message: { id, content: 'Why?' },
      },
    });
  });

  test('notifies nobody if that is switched off', async () => {
    const { id, author } = asked();
    const pings = async (allowed: object) =>
      (await post(reference({ message_id: id }, { allowed_mentions: allowed }))).body.mentions;
    expect(await pings({ parse: [] })).toEqual([]);
    expect(await pings({ parse: [], replied_user: false })).toEqual([]);
    expect(await pings({ parse: [], replied_user: true })).toMatchObject([{ id: author.id }]);
  });

  test.each<[string, () => string]>([
    ['does not exist', () => '1'],
    [
      'is deleted',
      () => {
        const message = asked();
        standIn.remove(message);
        return message.id;
      },
    ],
    [
      'is in another channel',
      () => {
        const author = standIn.addUser({ name: 'Ada' });
        return standIn.say({ channel: guild.channels[1] as Channel, author, content: 'Why?' }).id;
      },
    ],
  ])('is refused if that message %s, or is an ordinary one by request', async (_name, idOf) => {
    const id = idOf();
    expect(await post(reference({ message_id: id }))).toMatchObject(unknown);
    expect(await post(reference({ message_id: id, fail_if_not_exists: true }))).toMatchObject(unknown);
    expect(standIn.sentByBot).toEqual([]);
    const ordinary = await post(reference({ message_id: id, fail_if_not_exists: false }));
    expect(ordinary).toMatchObject({ status: 200, body: { type: 0, mentions: [] } });
    expect(ordinary.body).not.toHaveProperty('message_reference');
    expect(ordinary.body).not.toHaveProperty('referenced_message');
  });

  test.each([
    ['a channel', 'channel_id'],
    ['a server', 'guild_id'],
  ])('is refused if it names %s that is not its own', async (_name, field) => {
    const right: Record<string, string> = { channel_id: channel.id, guild_id: guild.id };
    const message_id = asked().id;
    const named = (id: string | undefined) =>
      post(reference({ message_id, [field]: id, fail_if_not_exists: false }));
    expect(await named('1')).toMatchObject({
      status: 400,
      body: { code: 50035, errors: { message_reference: { _errors: [{}] } } },
    });
    expect(await named(right[field])).toMatchObject({ status: 200, body: { type: 19 } });
  });

  test('is refused if the message is the system’s', async () => {
    const author = standIn.addUser({ name: 'Ada' });
    const { id } = standIn.say({ channel, author, content: '', type: 7 });
    expect(await post(reference({ message_id: id }))).toMatchObject({
      status: 400,
      body: {
        code: 50035,
        errors: { message_reference: { _errors: [{ message: 'Cannot reply to a system message' }] } },
      },
    });
  });

  test('is refused without the permission to read the history, as is a look at one message', async () => {
    const { viewChannel, sendMessages } = permissions;
    standIn.setPermissions(channel, viewChannel | sendMessages);
    const { id } = asked();
    for (const rest of [{}, { fail_if_not_exists: false }]) {
      expect(await post(reference({ message_id: id, ...rest }))).toMatchObject({
        status: 403,
        body: { code: 160002, message: 'Cannot reply without permission to read message history' },
      });
    }
    expect((await post({})).status).toBe(200);
    expect(await request(standIn, 'GET', `/channels/${channel.id}/messages/${id}`)).toMatchObject({
      status: 403,
      body: { code: 50001 },
    });
  });

  test('in direct messages needs no permission and names no server', async () => {
    const author = standIn.addUser({ name: 'Ada' });
    const direct = standIn.directMessages(author);
    const { id } = standIn.say({ channel: direct, author, content: 'Why?' });
    const reply = await post(reference({ message_id: id }), direct);
    expect(reply).toMatchObject({ status: 200, body: { referenced_message: { content: 'Why?' } } });
    expect(reply.body.message_reference).toEqual({ type: 0, message_id: id, channel_id: direct.id });
    expect((await post(reference({ message_id: id, guild_id: guild.id }), direct)).status).toBe(400);
  });
});

test('a sign of typing is taken where a message would be', async () => {
  const typing = ({ id } = channel) => request(standIn, 'POST', `/channels/${id}/typing`);
  expect((await typing()).status).toBe(204);
  standIn.setPermissions(channel, permissions.viewChannel);
  expect(await typing()).toMatchObject({ status: 403, body: { code: 50013 } });
});

describe('the history of a channel', () => {
  const list = async (query = '', { id } = channel) => {
    const { status, body } = await request(standIn, 'GET', `/channels/${id}/messages${query}`);
    return status === 200
      ? (body as unknown as { content: string }[]).map(({ content }) => content)
      : { status, body };
  };
  const said = (count: number) => {
    const author = standIn.addUser({ name: 'Ada' });
    return Array.from(
      { length: count },
      (_, at) => standIn.say({ channel, author, content: `${at + 1}` }).id,
    );
  };

  test('has the newest fifty messages first', async () => {
    said(51);
    const found = (await list()) as string[];
    expect([found.length, found[0], found.at(-1)]).toEqual([50, '51', '2']);
  });

  test.each([
    ['limit=2', ['5', '4']],
    ['before=3', ['2', '1']],
    ['before=3&limit=1', ['2']],
    ['after=3', ['5', '4']],
    ['after=1&limit=2', ['3', '2']],
    ['around=3&limit=3', ['4', '3', '2']],
    ['around=3&limit=1', ['3']],
    ['around=1&limit=3', ['2', '1']],
  ])('by %s', async (query, contents) => {
    const ids = said(5);
    expect(
      await list(`?${query.replace(/(?<=before=|after=|around=)\d/, (at) => ids[Number(at) - 1] ?? '')}`),
    ).toEqual(contents);
  });

  test.each([
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['limit=ten', 'limit'],
    ['before=yesterday', 'before'],
    ['before=1&after=2', 'after'],
  ])('is refused for %s', async (query, at) => {
    expect(await list(`?${query}`)).toMatchObject({
      status: 400,
      body: { code: 50035, errors: { [at]: { _errors: [{}] } } },
    });
  });

  test('is empty for who may not read it', async () => {
    const { viewChannel, sendMessages } = permissions;
    const where = standIn.addChannel(guild, {
      name: 'write-only',
      appPermissions: viewChannel | sendMessages,
    });
    await post({}, where);
    expect(await list('', where)).toEqual([]);
  });
});
