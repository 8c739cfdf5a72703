import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Command, Context } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { idOf } from '../discord/buttons.ts';
import { closeCodes } from '../discord/gateway.ts';
import { isCallback, isEdit, isPost } from '../discord/requests.ts';
import {
  type Channel,
  type Conversation,
  type Guild,
  type Invocation,
  isEphemeral,
  type Message,
  manualClock,
  type RequestRecord,
  rateLimited,
  type User,
  visibleText,
} from '../discord/stand-in.ts';
import { contextOf, corpus } from '../fixtures.ts';
import { AT_ONCE, type BotWorld, type BotWorldOptions, startBotWorld } from './bot-world.ts';

const QUESTION = 'H800芯片还在中国卖吗?';
const ANSWER = 'Alan Estevez';
const QUESTION_WORDS = /H800|芯片/;
const WARNING = 40;

interface Line {
  level: number;
  msg: string;
}

/** A command that answers when the test says so. */
function slowCommand() {
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const command: Command = {
    name: 'slow',
    localName: 'command.help.name',
    description: 'command.help.description',
    options: [],
    run: async () => {
      await answered;
      return { outcome: 'shown', blocks: [{ kind: 'text', message: { key: 'help.heading' } }] };
    },
  };
  return { command, answer: () => answer() };
}

/** Matches only the first request that `matches`. */
function first(matches: (request: RequestRecord) => boolean): (request: RequestRecord) => boolean {
  let seen = false;
  return (request) => {
    const isFirst = !seen && matches(request);
    seen ||= isFirst;
    return isFirst;
  };
}

describe('the bot, when Discord or the network fails,', () => {
  let context: Context;
  let world: BotWorld;
  let guild: Guild;
  let channel: Channel;
  let user: User;
  let slow: ReturnType<typeof slowCommand>;
  const unhandled: unknown[] = [];
  const collect = (reason: unknown) => void unhandled.push(reason);

  beforeAll(async () => {
    context = contextOf(await corpus());
    process.on('unhandledRejection', collect);
  });
  afterAll(() => void process.off('unhandledRejection', collect));

  async function start(options: BotWorldOptions = {}): Promise<void> {
    slow = slowCommand();
    world = await startBotWorld({
      context: { ...context, commands: [...commands, slow.command] },
      connection: { discord: { ws: AT_ONCE }, deferAfterMs: 100 },
      ...options,
    });
    guild = world.standIn.addGuild();
    channel = guild.channels[0] as Channel;
    user = world.standIn.addUser({ name: 'Ada' });
  }
  beforeEach(() => start());
  afterEach(() => world.close());

  const invoke = (rest: Partial<Invocation> = {}): Conversation =>
    world.standIn.invoke({ command: 'ask', options: { question: QUESTION }, user, guild, ...rest });
  const askSlowly = () => invoke({ command: 'slow', options: {} });
  const onlyOn = (matches: (request: RequestRecord) => boolean, fault: object) =>
    world.standIn.fault((request) => (matches(request) ? fault : undefined));
  const press = (message: Message, name: string) =>
    world.standIn.click({ message, customId: idOf(message, name), user, guild });

  const lines = (): Line[] => world.log.map((line) => JSON.parse(line));
  const worries = () => lines().flatMap(({ level, msg }) => (level >= WARNING ? [msg] : []));
  const told = (what: RegExp) =>
    vi.waitFor(() => expect(lines().map(({ msg }) => msg)).toContainEqual(expect.stringMatching(what)), {
      timeout: 25_000,
      interval: 10,
    });
  const callbacks = (conversation: Conversation) =>
    world.standIn.requests.filter(({ path }) => path.includes(conversation.interaction.token));

  /** What has to be true after every fault; `worry` is the one line that the log may have about it. */
  async function allIsWell(worry?: RegExp): Promise<void> {
    if (worry) await told(worry);
    expect(visibleText(await invoke().reply())).toContain(ANSWER);
    expect(worries()).toEqual(worry ? [expect.stringMatching(worry)] : []);
    const answers = world.standIn.sentByBot.flatMap(({ interaction, deleted }) =>
      interaction && !deleted ? [interaction.id] : [],
    );
    expect(answers).toEqual([...new Set(answers)]);
    expect(unhandled).toEqual([]);
    const log = world.log.join('\n');
    expect(log).not.toMatch(QUESTION_WORDS);
    for (const { path } of world.standIn.requests) {
      const token = /^\/(?:interactions|webhooks)\/\d+\/([\w-]{20,})/.exec(path)?.[1];
      if (token) expect(log).not.toContain(token);
    }
    expect(log).not.toContain(world.standIn.token);
  }

  describe('at the gateway,', () => {
    it('leaves without a warning', async () => {
      await world.bot.stop();
      expect(worries()).toEqual([]);
    });

    const back = () => told(/connection to Discord is back/);

    it('resumes a dropped connection', async () => {
      world.standIn.dropGateway({ resumable: true });
      const missed = invoke();
      expect(visibleText(await missed.reply())).toContain(ANSWER);
      await back();
      await allIsWell(/connection to Discord was lost/);
    });

    it('identifies again if the session is gone', async () => {
      world.standIn.dropGateway({ resumable: false });
      await back();
      await allIsWell(/connection to Discord was lost/);
    });

    it('identifies again if its session is declared invalid', async () => {
      world.standIn.invalidSession(false);
      await back();
      await allIsWell(/connection to Discord was lost/);
    });

    it('resumes if its session is declared invalid but resumable, without a warning', async () => {
      world.standIn.invalidSession(true);
      await back();
      await allIsWell();
    });

    it('reconnects when asked to', async () => {
      world.standIn.requestReconnect();
      await back();
      await allIsWell(/connection to Discord was lost/);
    });

    it('leaves a connection on which no heartbeat is acknowledged', async () => {
      await world.close();
      await start({ heartbeatIntervalMs: 100 });
      world.standIn.gateway.acknowledgesHeartbeats = false;
      await told(/connection to Discord was lost/);
      world.standIn.gateway.acknowledgesHeartbeats = true;
      await back();
      await allIsWell(/connection to Discord was lost/);
    });

    it.each([
      [closeCodes.authenticationFailed, 'Discord does not accept DISCORD_TOKEN'],
      [closeCodes.shardingRequired, 'Set SHARDS=auto'],
    ])('says why when Discord closes the connection for good: %i', async (code, why) => {
      world.standIn.gateway.closeForGood(code);
      expect((await world.bot.lost).message).toContain(why);
    });

    it('says once that the connection is lost, however often it has to try', async () => {
      const { gateway } = world.standIn;
      gateway.isOpen = false;
      world.standIn.dropGateway({ resumable: true });
      await world.standIn.until(() => (gateway.refusals > 2 ? true : undefined), 'a third attempt');
      gateway.isOpen = true;
      await back();
      await allIsWell(/connection to Discord was lost/);
    });
  });

  describe('in answering,', () => {
    it.each([
      ['of this route', 'user'],
      ['of all routes', 'global'],
    ] as const)('waits for a rate limit %s to pass', async (_name, scope) => {
      onlyOn(first(isCallback), rateLimited({ retryAfter: 0.5, scope }));
      expect(visibleText(await invoke().reply())).toContain(ANSWER);
      await allIsWell(/rate limit/);
    });

    it.each([500, 502, 503])('tries again after a %d', async (status) => {
      onlyOn(first(isCallback), { status });
      expect(visibleText(await invoke().reply())).toContain(ANSWER);
      await allIsWell(/at attempt 2/);
    });

    it('understands that a reply was accepted in spite of a 502', async () => {
      onlyOn(first(isCallback), { after: { status: 502 } });
      const conversation = invoke();
      expect(visibleText(await conversation.reply())).toContain(ANSWER);
      await allIsWell(/at attempt 2/);
      expect(callbacks(conversation)).toHaveLength(2);
    });

    it('understands that a deferral was accepted in spite of a 502, and replies', async () => {
      onlyOn(first(isCallback), { after: { status: 502 } });
      const conversation = askSlowly();
      await told(/at attempt 2/);
      slow.answer();
      expect(visibleText(await conversation.reply())).toContain('Commands:');
      await allIsWell(/at attempt 2/);
    });

    it('tries again when the connection closes before the reply is accepted', async () => {
      onlyOn(first(isCallback), { drop: true });
      expect(visibleText(await invoke().reply())).toContain(ANSWER);
      await allIsWell(/at attempt 2/);
    });

    it('understands that a reply was accepted although the connection closed', async () => {
      onlyOn(first(isCallback), { after: 'drop' });
      const conversation = invoke();
      expect(visibleText(await conversation.reply())).toContain(ANSWER);
      await allIsWell(/at attempt 2/);
      expect(callbacks(conversation)).toHaveLength(2);
    });

    it.each([
      ['a 502', { after: { status: 502 } }],
      ['a closed connection', { after: 'drop' }],
    ])('replies after a deferral in spite of %s', async (_name, fault) => {
      onlyOn(first(isEdit), fault);
      const conversation = askSlowly();
      await conversation.acknowledged();
      slow.answer();
      expect(visibleText(await conversation.reply())).toContain('Commands:');
      await allIsWell(/at attempt 2/);
    });

    it('gives up after four attempts, and says so', async () => {
      const takeAway = onlyOn(isCallback, { status: 500 });
      invoke();
      await told(/apology could not be sent/);
      takeAway();
      await allIsWell(/Discord itself failed \(500\)/);
    });

    it('does not reply again if Discord accepted the reply and every confirmation is lost', async () => {
      const takeAway = onlyOn(isCallback, { after: 'drop' });
      const conversation = invoke();
      await told(/apology could not be sent/);
      expect(visibleText(await conversation.reply())).toContain(ANSWER);
      takeAway();
      await allIsWell(/could not be reached/);
      expect(conversation.followUps).toEqual([]);
    });

    it('answers a command that takes four seconds', async () => {
      await world.close();
      const clock = manualClock();
      await start({ clock });
      const conversation = askSlowly();
      expect((await conversation.acknowledged()).type).toBe(5);
      clock.advance(4_000);
      slow.answer();
      expect(visibleText(await conversation.reply())).toContain('Commands:');
      await allIsWell();
    });

    it('waits if Discord is slow to confirm, and does not reply again', async () => {
      onlyOn(first(isCallback), { afterMs: 300 });
      const conversation = invoke();
      expect(visibleText(await conversation.reply())).toContain(ANSWER);
      await world.standIn.until(() => callbacks(conversation)[0]?.status || undefined, 'the confirmation');
      await allIsWell();
      expect(callbacks(conversation)).toHaveLength(1);
    });
  });

  describe('if an interaction can no longer be answered,', () => {
    it.each(['ask', 'slow'])('does not answer /%s when it is too late', async (command) => {
      await world.close();
      const clock = manualClock();
      await start({ clock });
      const hold = world.standIn.hold(isCallback);
      const conversation = command === 'ask' ? invoke() : askSlowly();
      await hold.arrived();
      clock.advance(3_500);
      hold.release();
      slow.answer();
      expect(await conversation.refused()).toMatchObject({ code: 10062 });
      await allIsWell(/too late/);
      expect(callbacks(conversation)).toHaveLength(1);
    });

    it('does not complete what is typed when it is too late', async () => {
      await world.close();
      const clock = manualClock();
      await start({ clock });
      const hold = world.standIn.hold(isCallback);
      const typing = world.standIn.autocomplete({
        command: 'ask',
        option: 'speaker',
        value: 'H800',
        user,
        guild,
      });
      // It never comes: the stand-in closes first.
      typing.catch(() => {});
      await hold.arrived();
      clock.advance(3_500);
      hold.release();
      await allIsWell(/too late/);
    });

    it('does not answer after fifteen minutes', async () => {
      await world.close();
      const clock = manualClock();
      await start({ clock });
      const conversation = askSlowly();
      await conversation.acknowledged();
      clock.advance(16 * 60_000);
      slow.answer();
      expect(await conversation.refused()).toMatchObject({ code: 50027 });
      await allIsWell(/fifteen minutes/);
      expect(callbacks(conversation)).toHaveLength(2);
    });

    it('does not answer what somebody else has answered', async () => {
      const hold = world.standIn.hold(first(isCallback));
      const conversation = invoke();
      const { path } = await hold.arrived();
      await fetch(`${world.standIn.api}/v10${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ type: 4, data: { content: 'Mine' } }),
      });
      hold.release();
      expect(await conversation.refused()).toMatchObject({ code: 40060 });
      await allIsWell(/running twice/);
      expect(callbacks(conversation)).toHaveLength(2);
      expect((await conversation.reply()).content).toBe('Mine');
    });
  });

  describe('if a message or a channel is out of reach,', () => {
    const answerOf = () => invoke().reply();
    const unknownMessage = { status: 404, body: { message: 'Unknown Message', code: 10008 } };

    it('leaves a message alone that was deleted while its button was pressed', async () => {
      const message = await invoke({ options: { question: 'export controls on AI chips to China' } }).reply();
      onlyOn(first(isCallback), unknownMessage);
      const conversation = press(message, 'more');
      await allIsWell(/message was deleted/);
      expect(callbacks(conversation)).toHaveLength(1);
    });

    it('has nothing left to do if the message to be removed is gone', async () => {
      const message = await answerOf();
      onlyOn(({ method }) => method === 'DELETE', unknownMessage);
      const conversation = press(message, 'remove');
      await allIsWell(/message was deleted/);
      expect(callbacks(conversation)).toHaveLength(2);
    });

    it('does not write an apology over an answer that it cannot remove', async () => {
      const message = await answerOf();
      const before = visibleText(message);
      const takeAway = onlyOn(({ method }) => method === 'DELETE', { status: 500 });
      const conversation = press(message, 'remove');
      expect(isEphemeral(await conversation.followUp())).toBe(true);
      expect(visibleText(message)).toBe(before);
      takeAway();
      await allIsWell(/Discord itself failed \(500\)/);
    });

    const found = () => {
      const author = world.standIn.addUser({ name: 'Ben' });
      const target = world.standIn.say({ channel, author, content: QUESTION });
      return world.standIn.messageCommand({ command: 'Find in transcript', target, user }).reply();
    };
    const shared = () =>
      world.standIn
        .messagesIn(channel)
        .filter(({ interaction, author }) => !interaction && author === world.standIn.bot);

    it.each([
      ['locked', 400, 50083, /thread that is locked/],
      ['gone', 404, 10003, /channel was deleted/],
    ])('does not try again if the place is %s', async (_name, status, code, worry) => {
      onlyOn(first(isCallback), { status, body: { message: 'Not here', code } });
      const conversation = invoke();
      await allIsWell(worry);
      expect(callbacks(conversation)).toHaveLength(1);
    });

    it('says that its token is no longer accepted', async () => {
      const message = await found();
      onlyOn(isPost, { status: 401, body: { message: '401: Unauthorized', code: 0 } });
      expect(isEphemeral(await press(message, 'sharereply').reply())).toBe(true);
      await allIsWell(/did not accept DISCORD_TOKEN/);
    });

    it('says which access it lacks in a channel', async () => {
      const message = await found();
      onlyOn(isPost, { status: 403, body: { message: 'Missing Access', code: 50001 } });
      const sorry = await press(message, 'sharereply').reply();
      expect(isEphemeral(sorry)).toBe(true);
      await allIsWell(/access to the channel/);
    });

    it.each([
      ['a 502', { after: { status: 502 } }],
      ['a closed connection', { after: 'drop' }],
    ])('posts once in a channel in spite of %s', async (_name, fault) => {
      const message = await found();
      onlyOn(first(isPost), fault);
      expect(visibleText(await press(message, 'sharereply').reply())).toContain('Shared');
      expect(shared()).toHaveLength(1);
      await allIsWell(/at attempt 2/);
    });

    it('apologises to the asker alone, even if the answer was to be public', async () => {
      const takeAway = onlyOn(isEdit, { status: 500 });
      const conversation = askSlowly();
      await conversation.acknowledged();
      slow.answer();
      const sorry = await conversation.followUp();
      expect(isEphemeral(sorry)).toBe(true);
      takeAway();
      await allIsWell(/Discord itself failed \(500\)/);
    });
  });

  describe('for a command that Discord knows from an older version,', () => {
    const older = (options: object[], values: Invocation['options'] = {}, rest: Partial<Invocation> = {}) =>
      invoke({ command: { name: 'ask', description: 'Older.', options } as never, options: values, ...rest });
    const question = { type: 3, name: 'question', description: 'What to ask.' };

    it.each([
      ['a required option is missing', () => older([])],
      ['an option is of another type', () => older([{ ...question, type: 4 }], { question: 800 })],
      [
        'another option is of another type',
        () =>
          older([question, { type: 3, name: 'private', description: 'P.' }], {
            question: QUESTION,
            private: 'yes',
          }),
      ],
      [
        'an option no longer exists',
        () =>
          older([question, { type: 3, name: 'tone', description: 'T.' }], {
            question: QUESTION,
            tone: 'H800',
          }),
      ],
      [
        'it has subcommands',
        () =>
          older(
            [{ type: 1, name: 'now', description: 'N.', options: [question] }],
            { question: QUESTION },
            {
              subcommand: 'now',
            },
          ),
      ],
    ])('says so politely when %s', async (_name, ask) => {
      const reply = await ask().reply();
      expect(isEphemeral(reply)).toBe(true);
      expect(visibleText(reply)).toContain('/ask has changed');
      await allIsWell(/npm run deploy/);
    });

    it('lists the commands if the command no longer exists', async () => {
      const reply = await invoke({ command: { name: 'older', description: 'Older.' }, options: {} }).reply();
      expect(visibleText(reply)).toContain('There is no command /older');
      await allIsWell(/npm run deploy/);
    });

    it('suggests nothing for an option that no longer exists, or takes numbers', async () => {
      const typing = (option: object, name: string, value: string | number) =>
        world.standIn.autocomplete({
          command: { name: 'ask', description: 'Older.', options: [option] } as never,
          option: name,
          value,
          user,
          guild,
        });
      expect(await typing({ ...question, autocomplete: true, name: 'tone' }, 'tone', 'x')).toEqual([]);
      expect(
        await typing({ ...question, autocomplete: true, type: 4, name: 'speaker' }, 'speaker', 8),
      ).toEqual([]);
      await allIsWell();
    });
  });
});
