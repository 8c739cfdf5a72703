import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { request } from './clients.ts';
import {
  type Channel,
  type Fault,
  type RequestRecord,
  rateLimited,
  type StandIn,
  startStandIn,
} from './stand-in.ts';

let standIn: StandIn;
let channel: Channel;

beforeEach(async () => {
  standIn = await startStandIn();
  channel = standIn.addGuild().channels[0] as Channel;
});
afterEach(() => standIn.close());

const isPost = ({ method }: RequestRecord) => method === 'POST';
const post = () => request(standIn, 'POST', `/channels/${channel.id}/messages`, { content: 'Hi' });
const sent = () => standIn.messagesIn(channel).length;
const onPost = (fault: Fault) => standIn.fault((request) => (isPost(request) ? fault : undefined));

describe('a fault', () => {
  test('answers in Discord’s place until it is taken away', async () => {
    const takeAway = onPost({ status: 503, body: {} });
    expect((await post()).status).toBe(503);
    expect((await request(standIn, 'GET', '/users/@me')).status).toBe(200);
    takeAway();
    expect((await post()).status).toBe(200);
    expect(sent()).toBe(1);
  });

  test('can drop the connection before anything is done', async () => {
    onPost({ drop: true });
    await expect(post()).rejects.toThrow('fetch failed');
    expect(sent()).toBe(0);
    expect(standIn.requests).toMatchObject([{ status: 0, handled: false }]);
  });

  test('can lose the true answer after the request was carried out', async () => {
    onPost({ after: 'drop' });
    await expect(post()).rejects.toThrow('fetch failed');
    expect(sent()).toBe(1);
    expect(standIn.requests).toMatchObject([{ status: 0, handled: true }]);
  });

  test('can put another answer in the place of the true one', async () => {
    onPost({ after: { status: 502 } });
    expect((await post()).status).toBe(502);
    expect(sent()).toBe(1);
  });

  test('can delay the true answer after the request was carried out', async () => {
    onPost({ afterMs: 50 });
    const answer = post();
    await standIn.until(() => (sent() > 0 ? true : undefined), 'the message');
    expect(standIn.requests).toMatchObject([{ status: 0, handled: true }]);
    expect((await answer).status).toBe(200);
  });

  test('can be decided later, while the request waits', async () => {
    let decide: (fault: Fault) => void = () => {};
    const decided = new Promise<Fault>((resolve) => {
      decide = resolve;
    });
    standIn.fault(() => decided);
    const answer = post();
    await standIn.until(() => standIn.requests[0], 'the request');
    expect(sent()).toBe(0);
    decide({ status: 500, body: {} });
    expect((await answer).status).toBe(500);
  });
});

describe('a held request', () => {
  test('is announced before it is carried out, and carried out once it is released', async () => {
    const hold = standIn.hold(isPost);
    const answer = post();
    expect(await hold.arrived()).toMatchObject({ method: 'POST', body: { content: 'Hi' }, handled: false });
    expect(sent()).toBe(0);
    hold.release();
    expect((await answer).status).toBe(200);
    expect(sent()).toBe(1);
    expect((await post()).status).toBe(200);
  });

  test('can be released into a fault', async () => {
    const hold = standIn.hold(isPost);
    const answer = post();
    await hold.arrived();
    hold.release({ status: 500 });
    expect((await answer).status).toBe(500);
    expect(sent()).toBe(0);
  });

  test('does not keep others from their answers', async () => {
    const hold = standIn.hold(isPost);
    const answer = post();
    await hold.arrived();
    expect((await request(standIn, 'GET', '/users/@me')).status).toBe(200);
    hold.release();
    await answer;
  });
});

describe('a rate limit', () => {
  const limited = async (...limit: Parameters<typeof rateLimited>) => {
    onPost(rateLimited(...limit));
    const response = await fetch(`${standIn.api}/v10/channels/${channel.id}/messages`, { method: 'POST' });
    const headers = Object.fromEntries(response.headers);
    return { status: response.status, headers, body: await response.json() };
  };

  test('of a route has its headers', async () => {
    expect(await limited({ retryAfter: 64.57 })).toMatchObject({
      status: 429,
      headers: {
        'retry-after': '65',
        'x-ratelimit-limit': expect.any(String),
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': expect.any(String),
        'x-ratelimit-reset-after': '64.57',
        'x-ratelimit-bucket': expect.any(String),
        'x-ratelimit-scope': 'user',
      },
      body: { message: 'You are being rate limited.', retry_after: 64.57, global: false },
    });
  });

  test('that is global says so, and nothing of a route', async () => {
    const { status, headers, body } = await limited({ scope: 'global' });
    expect({ status, body }).toMatchObject({ status: 429, body: { retry_after: 1, global: true } });
    expect(headers).toMatchObject({ 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' });
    expect(headers).not.toHaveProperty('x-ratelimit-bucket');
  });

  test('of a resource is nobody’s own', async () => {
    expect(await limited({ scope: 'shared' })).toMatchObject({
      headers: { 'x-ratelimit-scope': 'shared' },
      body: { message: 'The resource is being rate limited.', global: false },
    });
  });
});
