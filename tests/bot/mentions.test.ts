import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../src/bot/client.ts';
import { mentionsOf } from '../../src/bot/mentions.ts';
import { idOf } from '../discord/buttons.ts';
import { intents } from '../discord/gateway.ts';
import {
  type Channel,
  isEphemeral,
  type Message,
  refusal,
  type User,
  visibleText,
} from '../discord/stand-in.ts';
import { FORBIDDEN } from '../hostile-text.ts';
import { ANSWER, type MentionWorld, QUESTION, startMentionWorld, type Words } from './mention-world.ts';

let world: MentionWorld;
beforeAll(async () => {
  world = await startMentionWorld();
});
afterAll(() => world.close());

const headingOf = (answer: Message) => visibleText(answer).split('\n')[0];
const withDefaults = () => ({ channel: world.place(), person: world.person() });

describe('a message to the bot', () => {
  it('is answered as a reply that pings nobody', async () => {
    const { channel, person } = withDefaults();
    const answer = await world.answered(world.say(channel, person, `${world.name} ${QUESTION}`));
    expect(visibleText(answer)).toContain(ANSWER);
    expect(headingOf(answer)).toBe(`-# 问题：${QUESTION}`);
    expect(answer.pings).toEqual({ users: [], roles: [], everyone: false });
  });

  it.each([
    ['by another form of its name', (id: string) => `<@!${id}> ${QUESTION}`],
    ['in the middle of the words', (id: string) => `钢桥耐用吗 <@${id}> ?`],
    ['on several lines', (id: string) => `<@${id}>\n\n钢桥\n耐用吗?`],
  ])('is answered if it mentions it %s', async (_how, content) => {
    const { channel, person } = withDefaults();
    const answer = await world.answered(world.say(channel, person, content(world.standIn.bot.id)));
    expect(visibleText(answer)).toContain(ANSWER);
    expect(visibleText(answer)).not.toContain('\uFFFD');
  });

  it('is answered in a direct message, without its name', async () => {
    const person = world.person();
    const channel = world.standIn.directMessages(person);
    const answer = await world.answered(world.say(channel, person, QUESTION));
    expect(visibleText(answer)).toContain(ANSWER);
  });

  it("has buttons that work, and are its author's", async () => {
    const { channel, person } = withDefaults();
    const question = world.say(channel, person, `${world.name} ${QUESTION}`);
    const message = await world.answered(question);
    const guild = channel.guild ?? undefined;
    const press = (user: User, name: string) =>
      world.standIn.click({ message, customId: idOf(message, name), user, channel, ...(guild && { guild }) });
    expect(visibleText(await press(world.person(), 'context').reply())).toContain(ANSWER);
    expect(visibleText(await press(world.person(), 'remove').reply())).toContain('can remove this answer');
    press(person, 'remove');
    await world.standIn.until(() => message.deleted || undefined, 'the answer to be removed');
  });

  it('that says nothing gets one line of help', async () => {
    for (const [at, content] of [world.name, `${world.name} <:wave:123456789012345678>`].entries()) {
      const { channel, person } = withDefaults();
      const help = visibleText(await world.answered(world.say(channel, person, content)));
      const [line = '', ...buttons] = help.split('\n');
      expect([at, line]).toEqual([
        at,
        'Ask a question (/help says how), for example: Does a steel bridge last?',
      ]);
      expect(buttons).toEqual(['Remove']);
    }
  });
});

describe('an answer to a message', () => {
  it.each([
    ['of its words', 'en-US', '桥', '问题：桥'],
    ['of its words', 'zh-TW', 'Does a steel bridge last?', 'Question: Does a steel bridge last?'],
    ['of its words, in their script', 'en-US', '鋼橋耐用嗎?', '問題：鋼橋耐用嗎?'],
    ['of the server, if the words have none', 'zh-TW', 'Jo Lee', '問題：Jo Lee'],
    ['of the server, if the words have none', 'en-US', 'Jo Lee', 'Question: Jo Lee'],
  ])('is in the language %s: %s, %s', async (_which, locale, words, heading) => {
    const question = world.say(world.place({}, { locale }), world.person(), `${world.name} ${words}`);
    expect(headingOf(await world.answered(question))).toBe(`-# ${heading}`);
  });

  it('without words is a line of help in the language of the server', async () => {
    const question = world.say(world.place({}, { locale: 'zh-CN' }), world.person(), world.name);
    expect(headingOf(await world.answered(question))).toContain('请直接提问');
  });
});

describe('nothing is said', () => {
  const answer = async (channel: Channel, person: User) =>
    world.answered(world.say(channel, person, `${world.name} ${QUESTION}`));
  const help = async (channel: Channel, person: User) =>
    world.answered(world.say(channel, person, world.name));
  const CASES: [string, (channel: Channel, person: User) => Promise<Words> | Words][] = [
    ['to what people say to each other', () => ({ content: QUESTION })],
    ['to everybody', () => ({ content: `@everyone ${world.name} ${QUESTION}` })],
    ['to a role', () => ({ content: `<@&123456789012345678> ${QUESTION}` })],
    ['to a webhook', () => ({ content: `${world.name} ${QUESTION}`, webhook: true })],
    ['to a notice of Discord', () => ({ content: `${world.name} ${QUESTION}`, type: 6 })],
    [
      'to a reply to somebody else',
      (channel) => ({ content: QUESTION, repliesTo: world.say(channel, world.person(), 'Hello!') }),
    ],
    [
      'to a reply to the answer that pings nobody',
      async (channel, person) => ({
        content: QUESTION,
        repliesTo: await answer(channel, person),
        pingsReplied: false,
      }),
    ],
    [
      'to a reply to the answer without words',
      async (channel, person) => ({ content: '\u200B', repliesTo: await answer(channel, person) }),
    ],
    ...[
      'wrong, it never burnt',
      'he is wrong',
      'is that true?',
      'I don\u2019t think Jo Lee is right',
      '真的吗',
      '我觉得木桥不便宜',
      'lol',
      'haha yes, exactly!',
      'I agree with that',
      '好的',
      '确實只是',
      '说得太对了！',
    ].map((content): (typeof CASES)[number] => [
      `to talk under the answer: ${content}`,
      async (channel, person) => ({ content, repliesTo: await answer(channel, person) }),
    ]),
    [
      'to a reply to the line of help that asks nothing',
      async (channel, person) => ({ content: '木桥便宜', repliesTo: await help(channel, person) }),
    ],
    [
      'to a reply to the line of help that only doubts it',
      async (channel, person) => ({ content: 'really?', repliesTo: await help(channel, person) }),
    ],
  ];

  it.each(CASES)('%s', async (_name, words) => {
    const { channel, person } = withDefaults();
    const given = await words(channel, person);
    const before = world.posts(channel).length;
    world.say(channel, person, given);
    await world.isDone(person);
    expect(world.posts(channel)).toHaveLength(before);
  });

  it('to a bot', async () => {
    const { channel, person } = withDefaults();
    world.say(channel, world.standIn.addUser({ name: 'Other', isBot: true }), `${world.name} ${QUESTION}`);
    await world.isDone(person);
    expect(world.posts(channel)).toEqual([]);
  });
});

describe('a reply to an answer', () => {
  it.each([
    ['a question that goes on with it', '木桥呢?', '**木桥：**'],
    ['a question of its own', '木桥怕什么?', '-# 问题：木桥怕什么?'],
    ['other words that find something', '木桥便宜', '-# 问题：木桥便宜'],
    ['a question that finds nothing', 'What about penguins?', '**penguins:**'],
    ['a name and words that find nothing', 'NAME lol', '-# Question: lol'],
    ['a name and a remark', 'NAME he is wrong', '-# Question: he is wrong'],
    ['words that name a speaker, and find nothing', 'Lee on penguins', '-# Question: Lee on penguins'],
    ['a request that finds nothing', 'show me penguins', '-# Question: show me penguins'],
  ])('is answered if it is %s', async (_kind, content, heading) => {
    const { channel, person } = withDefaults();
    const repliesTo = await world.answered(world.say(channel, person, `${world.name} ${QUESTION}`));
    const other = world.person();
    const reply = world.say(channel, other, { content: content.replace('NAME', world.name), repliesTo });
    expect(headingOf(await world.answered(reply))).toBe(heading);
  });
});

describe('a reply to the line of help', () => {
  it('is answered if it asks, as a question of its own', async () => {
    const { channel, person } = withDefaults();
    const repliesTo = await world.answered(world.say(channel, person, world.name));
    const answer = await world.answered(world.say(channel, world.person(), { content: QUESTION, repliesTo }));
    expect(headingOf(answer)).toBe(`-# 问题：${QUESTION}`);
  });
});

describe('a reply whose event does not have the message that it replies to', () => {
  /** Says something in reply to a message, and tells the bot of it as Discord does if it could not look that one up. */
  const sayWithout = (channel: Channel, repliesTo: Message) => {
    const author = world.person();
    const message = world.say(channel, author, { content: '木桥呢?', repliesTo, pingsReplied: false });
    const event = {
      id: message.id,
      channel_id: channel.id,
      guild_id: channel.guild?.id,
      type: 19,
      author: { id: author.id, username: author.name },
      content: message.content,
      mention_everyone: false,
      mentions: [],
      timestamp: new Date().toISOString(),
      message_reference: { message_id: repliesTo.id, channel_id: channel.id },
    };
    world.standIn.gateway.dispatch('MESSAGE_CREATE', event, channel.guild?.id ?? null);
    return { author, message };
  };

  it('is answered if Discord says that it replies to an answer', async () => {
    const { channel, person } = withDefaults();
    const answer = await world.answered(world.say(channel, person, `${world.name} ${QUESTION}`));
    const { message } = sayWithout(channel, answer);
    expect(headingOf(await world.answered(message))).toBe('**木桥：**');
  });

  it('is not answered if it replies to somebody else', async () => {
    const { channel, person } = withDefaults();
    const said = world.say(channel, person, 'Hello!');
    const { author } = sayWithout(channel, said);
    await world.isDone(author);
    expect(world.posts(channel)).toEqual([]);
  });
});

describe('what the bot hears', () => {
  it('takes no privileged intent', () => {
    const { intents: asked } = world.standIn.gateway.identifies.at(-1) ?? {};
    expect(asked).toBe(intents.guilds | intents.guildMessages | intents.directMessages);
  });

  it('is nothing of messages if MENTIONS=off', async () => {
    const silent = await startMentionWorld({ settings: { MENTIONS: 'off' } });
    expect(silent.standIn.gateway.identifies.at(-1)?.intents).toBe(intents.guilds);
    await silent.close();
  });

  it('is not stopped by events of any shape, and does not come into the log', async () => {
    const { channel, person } = withDefaults();
    const { gateway } = world.standIn;
    const guild = channel.guild?.id ?? null;
    const { length } = world.log;
    for (const event of ['MESSAGE_CREATE', 'MESSAGE_UPDATE', 'MESSAGE_DELETE', 'MESSAGE_DELETE_BULK'])
      for (const data of [
        {},
        { id: 1, channel_id: channel.id },
        { ids: 7 },
        { author: null, content: 'secret' },
      ])
        gateway.dispatch(event, data, guild);
    await world.answered(world.say(channel, person, `${world.name} ${QUESTION}`));
    const lines = world.log.slice(length).join('');
    expect(lines).not.toContain('secret');
    expect(lines).not.toContain('钢桥');
  });
});

describe('once it is stopped', () => {
  it('nothing is answered', async () => {
    const { channel, person } = withDefaults();
    const message = world.say(channel, person, QUESTION);
    const packet = {
      t: 'MESSAGE_CREATE',
      d: {
        id: message.id,
        channel_id: channel.id,
        guild_id: channel.guild?.id,
        type: 0,
        author: { id: person.id },
        content: `${world.name} ${QUESTION}`,
        mention_everyone: false,
        timestamp: new Date().toISOString(),
      },
    };
    const parts = { context: () => world.context, log: pino({ level: 'silent' }) };
    const [stopped, other] = [mentionsOf(world.bot.client, parts), mentionsOf(world.bot.client, parts)];
    stopped.stop();
    stopped.hear(packet);
    other.hear(packet);
    await world.answered(message);
    // Requests for one channel are sent one after another: one of the stopped one would have been the first.
    const sent = () =>
      world.standIn.requests.filter(({ method, path }) => method !== 'GET' && path.includes(channel.id));
    expect(sent()).toHaveLength(1);
    other.hear({ t: 'MESSAGE_DELETE', d: { id: message.id } });
    await world.standIn.until(() => world.posts(channel).length === 0 || undefined, 'the answer to go');
    expect(sent()).toHaveLength(2);
  });
});

describe('hostile words', () => {
  const HOSTILE = [
    '@everyone 桥 @here <@123456789012345678> <@&123456789012345678> <#123456789012345678>',
    '```js\n桥\n``` ||桥|| **桥** # 桥',
    '[桥](https://evil.example/桥) https://evil.example <https://evil.example>',
    '桥 \u202Eneerg\u202C \u2067桥\u2069 \u0000\u001B[31m',
    `桥${'长'.repeat(3_900)}`,
  ];

  it.each(HOSTILE)('ping nobody, case %#', async (content) => {
    const person = world.person();
    const answer = await world.answered(world.say(world.standIn.directMessages(person), person, content));
    expect(answer.pings).toEqual({ users: [], roles: [], everyone: false });
    expect(visibleText(answer)).not.toMatch(/https:\/\/evil/);
    expect(visibleText(answer).replaceAll('@\u200B', '@')).not.toMatch(FORBIDDEN);
  });
});

describe('if Discord refuses an answer', () => {
  const postsTo = (channel: Channel, refused: ReturnType<typeof refusal>, times: number) => {
    let left = times;
    return world.standIn.fault(({ method, path }) => {
      if (method !== 'POST' || path !== `/channels/${channel.id}/messages` || left === 0) return undefined;
      left--;
      return refused;
    });
  };
  const requestsTo = (channel: Channel) =>
    world.standIn.requests.filter(({ method, path }) => method === 'POST' && path.includes(channel.id))
      .length;

  it.each([
    ['AutoMod blocks it', refusal(400, 200_000, 'Message was blocked by automatic moderation'), 'AutoMod'],
    ['it is refused for no known reason', refusal(400, 50_035, 'Invalid Form Body'), '出了点问题'],
  ])('the asker is told once: %s', async (_why, refused, words) => {
    const { channel, person } = withDefaults();
    const { length } = world.log;
    const heal = postsTo(channel, refused, 1);
    const question = world.say(channel, person, `${world.name} ${QUESTION}`);
    expect(visibleText(await world.answered(question))).toContain(words);
    heal();
    expect(world.log.slice(length).join('')).not.toContain('钢桥');
    world.standIn.remove(question);
    await world.standIn.until(() => world.posts(channel).length === 0 || undefined, 'the apology to go');
  });

  it('nothing more is tried where access is missing', async () => {
    const { channel, person } = withDefaults();
    const heal = postsTo(channel, refusal(403, 50_001, 'Missing Access'), Number.POSITIVE_INFINITY);
    world.say(channel, person, `${world.name} ${QUESTION}`);
    await world.isDone(person);
    heal();
    expect(requestsTo(channel)).toBe(1);
    expect(world.log.at(-1)).toContain('Discord refuses access to the channel');
  });
});

describe('one answer stands', () => {
  it('if the response to it was lost', async () => {
    const { channel, person } = withDefaults();
    let isLost = false;
    const heal = world.standIn.fault(({ method, path }) => {
      if (isLost || method !== 'POST' || !path.includes(channel.id)) return undefined;
      isLost = true;
      return { after: 'drop' };
    });
    world.say(channel, person, `${world.name} ${QUESTION}`);
    await world.isDone(person);
    heal();
    expect([isLost, world.posts(channel).length]).toEqual([true, 1]);
  });

  it('if two processes of the bot hear of the question, and what becomes of it', async () => {
    const { channel, person } = withDefaults();
    const log: string[] = [];
    const logger = pino({ level: 'info' }, { write: (line: string) => void log.push(line) });
    const second = await connect(world.config, world.context, logger);
    const [from, to] = [world.log.length, log.length];
    const requests = (method: string, count: number) => {
      const sent = () =>
        world.standIn.requests.filter((each) => each.method === method && each.path.includes(channel.id));
      const areDone = () => sent().filter(({ status }) => status !== 0).length === count || undefined;
      return world.standIn.until(areDone, `${count} requests: ${method}`);
    };
    const question = world.say(channel, person, `${world.name} ${QUESTION}`);
    await requests('POST', 2);
    expect(world.posts(channel)).toHaveLength(1);
    world.standIn.edit(question, `${world.name} 木桥怕什么?`);
    await requests('PATCH', 2);
    world.standIn.remove(question);
    await requests('DELETE', 2);
    expect(world.posts(channel)).toEqual([]);
    await second.stop();
    const lines = [...world.log.slice(from), ...log.slice(to)];
    expect(lines.filter((line) => /"level":[456]0/.test(line))).toEqual([]);
  });
});

describe('while an answer is posted', () => {
  it('its asker waits for it, and others do not', async () => {
    const { channel, person } = withDefaults();
    const hold = world.standIn.hold(({ method, path }) => method === 'POST' && path.includes(channel.id));
    const first = world.say(channel, person, `${world.name} ${QUESTION}`);
    await hold.arrived();
    const direct = world.standIn.directMessages(person);
    const waiting: Message[] = Array.from({ length: 7 }, () => world.say(direct, person, QUESTION));
    await world.isDone(world.person());
    expect(world.posts(direct)).toEqual([]);
    hold.release();
    await world.answered(first);
    await world.answered(waiting[4] as Message);
    await world.isDone(person);
    expect(waiting.map((each) => world.answerTo(each) !== undefined)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(world.standIn.sentByBot.some(isEphemeral)).toBe(true);
  });
});
