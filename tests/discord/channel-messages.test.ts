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
