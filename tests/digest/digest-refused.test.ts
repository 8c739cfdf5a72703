import { beforeEach, describe, expect, it } from 'vitest';
import { firstOf, isPost } from '../discord/requests.ts';
import { type Fault, page, rateLimited, refusal } from '../discord/stand-in.ts';
import { type DigestWorld, HOUR, startDigestWorld } from './digest-world.ts';

describe('a digest that is refused', () => {
  let world: DigestWorld;
  beforeEach(async ({ onTestFinished }) => {
    world = await startDigestWorld({ timing: { waits: [1] } });
    onTestFinished(() => world.close());
  });
  /** Refuses so many posts. */
  const refuse = (count: number, fault: Fault) => world.standIn.fault(firstOf(isPost, fault, count));
  /** How often the bot tried. */
  const attempts = () => world.standIn.requests.filter(isPost).length;

  it('by AutoMod says so in status, and goes on with the next one', async () => {
    await world.start();
    refuse(1, refusal(400, 200000, 'Message was blocked by automatic moderation'));
    await world.pass(HOUR);
    expect(await world.digest('status')).toContain("This server's AutoMod blocked the post.");
    await world.pass(24 * HOUR);
    expect(world.posts()).toHaveLength(1);
  });

  it.each([
    ['Cloudflare', refusal(403, 40333, 'internal network error')],
    ['a page', page(403)],
    ['a page with 502', page(502)],
    ['a page with 200, on which a network asks for a login', page(200)],
    ['a redirection to it', page(302, { location: 'http://login.example/' })],
    ['a 429 without a time', page(429)],
    ['a 429 of Cloudflare', page(429, { 'retry-after': '0.2' })],
    ['a 429', rateLimited({ retryAfter: 0.2 })],
  ])('by %s is neither paused nor lost, and tried once more', async (_name, fault) => {
    await world.start();
    refuse(1, fault);
    await world.pass(HOUR);
    expect((await world.store.active())[0]?.isPaused).toBe(false);
    expect(world.posts()).toHaveLength(1);
    expect(attempts()).toBe(2);
  });

  it.each([
    [
      'Cloudflare',
      refusal(403, 40333, 'internal network error'),
      /refuses requests \(403\): a proxy or fire/,
    ],
    ['a page', page(403), /refuses requests \(403\): a proxy or fire/],
    ['a 401', refusal(401, 0, '401: Unauthorized'), /did not accept DISCORD_TOKEN for a request/],
    ['a 429 without a time', page(429), /asks to wait \d s after too many requests/],
  ])('by %s has the reason in the log', async (_name, fault, reason) => {
    await world.start();
    refuse(1, fault);
    await world.pass(HOUR);
    const lines = world.log.map((line) => JSON.parse(line));
    expect(lines.filter(({ trouble }) => trouble === 'unreachable').map(({ why }) => why)).toEqual([
      expect.stringMatching(reason),
    ]);
    expect(world.posts()).toHaveLength(1);
  });

  it('by Cloudflare, when the bot looks at the channel, is not taken for a hidden channel', async () => {
    const thread = world.standIn.addChannel(world.guild, { name: 'talk', type: 11, parent: world.channel });
    world.standIn.fault(({ path }) =>
      path === `/channels/${thread.id}` ? refusal(403, 40333, 'internal network error') : undefined,
    );
    expect(await world.start({ channel: thread.id })).toContain('is set up');
  });
});
