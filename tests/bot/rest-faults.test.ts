import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { connect } from '../../src/bot/client.ts';
import { main as deploy } from '../../src/bot/deploy.ts';
import { checkConfig } from '../../src/config.ts';
import { idOf } from '../discord/buttons.ts';
import { firstOf, isCallback, isEdit, isPost } from '../discord/requests.ts';
import {
  type Channel,
  type Guild,
  isEphemeral,
  type Message,
  page,
  type RequestRecord,
  rateLimited,
  refusal,
  type StandIn,
  startStandIn,
  type User,
  visibleText,
} from '../discord/stand-in.ts';
import { bridges } from '../fixtures.ts';
import { runHere } from '../programs.ts';
import { type BotWorld, startBotWorld } from './bot-world.ts';

const QUESTION = '钢桥耐用吗?';
const TWO_HOURS = 7200;

const isGateway = ({ path }: RequestRecord) => path === '/gateway/bot';

describe('what Discord, or something before it, refuses', () => {
  let world: BotWorld;
  let guild: Guild;
  let channel: Channel;
  let user: User;

  beforeEach(async () => {
    world = await startBotWorld({ context: bridges() });
    guild = world.standIn.addGuild();
    channel = guild.channels[0] as Channel;
    user = world.standIn.addUser({ name: 'Ada' });
  });
  afterEach(() => world.close());

  const ask = () => world.standIn.invoke({ command: 'ask', options: { question: QUESTION }, user, guild });
  const found = () => {
    const target = world.standIn.say({ channel, author: user, content: QUESTION });
    return world.standIn.messageCommand({ command: 'Find in transcript', target, user }).reply();
  };
  const share = (message: Message) =>
    world.standIn.click({ message, customId: idOf(message, 'sharereply'), user, guild }).reply();
  const lines = () => world.log.map((line) => JSON.parse(line).msg);
  const logged = (words: RegExp) =>
    vi.waitFor(() => expect(lines()).toContainEqual(expect.stringMatching(words)), {
      timeout: 20_000,
      interval: 10,
    });

  it('once with a 401 keeps nobody from sharing after that', async () => {
    const message = await found();
    world.standIn.fault(firstOf(isPost, refusal(401, 0, '401: Unauthorized')));
    expect(visibleText(await share(message))).toContain('went wrong');
    expect(visibleText(await share(message))).toContain('Shared');
  });

  it('because the interaction is gone is too late, and not tried again', async () => {
    world.standIn.fault(firstOf(isCallback, refusal(404, 10015, 'Unknown Webhook')));
    const conversation = ask();
    await logged(/too late: Discord no longer knows the interaction/);
    const about = world.standIn.requests.filter(({ path }) => path.includes(conversation.interaction.token));
    expect(about).toHaveLength(1);
  });

  it('because of AutoMod is told to who shared it', async () => {
    const message = await found();
    world.standIn.fault(firstOf(isPost, refusal(400, 200000, 'Message was blocked by automatic moderation')));
    const said = await share(message);
    expect(isEphemeral(said)).toBe(true);
    expect(visibleText(said)).toContain('AutoMod');
    await logged(/AutoMod of the server/);
  });

  it('because of AutoMod is told to who asked, alone', async () => {
    world.standIn.fault(
      firstOf(isCallback, refusal(400, 200000, 'Message was blocked by automatic moderation')),
    );
    const said = await ask().reply();
    expect(isEphemeral(said)).toBe(true);
    expect(visibleText(said)).toContain('AutoMod');
  });

  it.each([
    ['Cloudflare', refusal(403, 40333, 'internal network error')],
    ['a page with 403', page(403)],
    ['a page with 400', page(400)],
  ])('in Discord’s place is named as that: %s', async (_name, fault) => {
    world.standIn.fault(firstOf(isCallback, fault));
    const said = await ask().reply();
    expect(visibleText(said)).toContain('went wrong');
    await logged(/Something between this machine and Discord refuses requests \(40[03]\)/);
  });

  it('with a page and 502 four times is a failure of Discord', async () => {
    world.standIn.fault(firstOf(isCallback, page(502), 4));
    await ask().reply();
    await logged(/Discord itself failed \(502\)/);
  });

  it('with a 429 that does not say how long is waited for, a second at first', async () => {
    world.standIn.fault(firstOf(isCallback, page(429)));
    expect(visibleText(await ask().reply())).toContain('Jo Lee');
    await logged(/reached a rate limit of Discord and waits 1 s/);
  });

  it('for two hours is not waited for, and the next question is answered', async () => {
    world.standIn.fault(firstOf(isCallback, rateLimited({ retryAfter: TWO_HOURS })));
    ask();
    await logged(/accepts no reply for 2 h/);
    expect(visibleText(await ask().reply())).toContain('Jo Lee');
  });

  it.each([
    ['Discord', rateLimited({ retryAfter: TWO_HOURS })],
    ['Cloudflare', page(429, { 'retry-after': String(TWO_HOURS) })],
  ])('for two hours is told to who shares: by %s', async (_name, fault) => {
    const message = await found();
    world.standIn.fault(firstOf(isPost, fault));
    const said = await share(message);
    expect(isEphemeral(said)).toBe(true);
    expect(visibleText(said)).toContain('Discord accepts nothing more from the bot for now');
  });

  it('after a deferral is told in a message of its own', async () => {
    const message = await found();
    world.standIn.fault(firstOf(isEdit, page(403)));
    expect(isEphemeral(await share(message))).toBe(true);
    await logged(/Something between this machine and Discord/);
  });
});

describe('at the start,', () => {
  let standIn: StandIn;
  beforeEach(async () => {
    standIn = await startStandIn();
    onTestFinished(() => standIn.close());
  });
  const log: string[] = [];
  const logger = pino({}, { write: (line: string) => void log.push(line) });
  const start = () => {
    log.length = 0;
    const config = checkConfig({ DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.api });
    return connect(config, bridges(), logger, undefined, { gatewayWaitsMs: [1, 2] });
  };

  /** What answers in place of Discord, and the words for it. */
  const NOT_FROM_DISCORD: [string, ReturnType<typeof page>, string][] = [
    ['a page with 403', page(403), 'Something between this machine and Discord refuses requests (403)'],
    ['a page with 200', page(200), 'Something between this machine and Discord refuses requests (200)'],
    ['a redirection', page(302), 'Something between this machine and Discord refuses requests (302)'],
    [
      'Cloudflare',
      refusal(403, 40333, 'internal network error'),
      'Something between this machine and Discord',
    ],
  ];

  it.each([502, 503, 504])('the bot waits for a Discord that fails: %i', async (status) => {
    standIn.fault(firstOf(isGateway, page(status), 9));
    const bot = await start();
    await bot.stop();
    expect(log.filter((line) => line.includes(`Discord itself fails (${status})`))).toHaveLength(2);
    expect(standIn.requests.filter(isGateway)).toHaveLength(10);
  });

  it.each([
    ...NOT_FROM_DISCORD,
    ['a 401', refusal(401, 0, '401: Unauthorized'), 'Discord does not accept DISCORD_TOKEN'],
  ])('the bot names what refuses it: %s', async (_name, fault, words) => {
    standIn.fault(firstOf(isGateway, fault));
    await expect(start()).rejects.toThrow(words);
  });

  it.each([
    ...NOT_FROM_DISCORD,
    ['a page with 502', page(502), 'Discord itself fails (502)'],
    ['a long rate limit', rateLimited({ retryAfter: TWO_HOURS }), 'Discord asks to wait 2 h'],
    ['a long rate limit of Cloudflare', page(429, { 'retry-after': '7200' }), 'Discord asks to wait 2 h'],
  ])('npm run deploy names what refuses it: %s', async (_name, fault, words) => {
    standIn.fault(() => fault);
    const env = { DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.api };
    const { status, stderr } = await runHere(deploy, [], { env });
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(words)]);
  });
});
