import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bot, connect } from '../../src/bot/client.ts';
import { HOUR, startDigestWorld } from '../digest/digest-world.ts';
import { idOf } from '../discord/buttons.ts';
import {
  type Channel,
  channelTypes,
  type Guild,
  isEphemeral,
  type Message,
  type User,
  visibleText,
} from '../discord/stand-in.ts';
import { contextOf, corpus } from '../fixtures.ts';
import { type MentionWorld, speakingIn, startMentionWorld } from './mention-world.ts';

const QUESTION = 'What did Estevez say about unilateral action?';
const ON_MILLER = '**Chris Miller on unilateral action:**';

let world: MentionWorld;
beforeAll(async () => {
  world = await startMentionWorld({ context: contextOf(await corpus()) });
});
afterAll(() => world.close());

const headingOf = (message: Message) => visibleText(message).split('\n')[0];
/** The answer to a question by the bot's name. */
const asked = (channel = world.place(), question = QUESTION) =>
  world.answered(world.say(channel, world.person(), `${world.name} ${question}`));
/** The answer to a reply to an answer, by another person. */
const further = (repliesTo: Message, content: string) =>
  world.answered(world.say(repliesTo.channel, world.person(), { content, repliesTo }));
/** What is posted after a reply to which nothing is to be said. */
const postedAfter = async (repliesTo: Message, words: { content: string; pingsReplied?: boolean }) => {
  const person = world.person();
  const before = world.posts(repliesTo.channel);
  world.say(repliesTo.channel, person, { ...words, repliesTo });
  await world.isDone(person);
  return world.posts(repliesTo.channel).filter((post) => !before.includes(post));
};

describe('a reply to an answer', () => {
  it('goes on with it, and its answer shows how it was understood', async () => {
    const answer = await further(await asked(), 'and Miller?');
    expect(headingOf(answer)).toBe(ON_MILLER);
    expect(visibleText(answer)).toMatch(/\*\*1\. Chris Miller\*\*, line \d+\n> /);
    expect(visibleText(answer)).not.toContain('Alan Estevez');
  });

  it('can itself be gone on with, again and again', async () => {
    let answer = await asked();
    const headings: (string | undefined)[] = [];
    // No more than three answers stand in a channel within a minute.
    for (const words of ['and Miller?', 'and Goujon?', 'what about DeepSeek?', 'source?']) {
      answer = await further(answer, words);
      headings.push(headingOf(answer));
      world.pass(60_000);
    }
    expect(headings).toEqual([
      ON_MILLER,
      '**Reva Goujon on unilateral action:**',
      '**Reva Goujon on DeepSeek:**',
      // What is shown again may be others' words, so it is no heading above them.
      '-# Question: Reva Goujon on DeepSeek',
    ]);
  });

  const PLACES: [string, () => Channel][] = [
    [
      'a thread',
      () => {
        const parent = world.place();
        const thread = { name: 'talk', type: channelTypes.publicThread, parent };
        return world.standIn.addChannel(parent.guild as Guild, thread);
      },
    ],
    [
      'a post of a forum',
      () => {
        const forum = world.place({ type: channelTypes.forum });
        const author = world.person();
        return world.standIn.post({ forum, name: 'chips', author, content: 'Hello!' }).thread;
      },
    ],
    ['an announcement channel', () => world.place({ type: channelTypes.announcement })],
    ['the text of a voice channel', () => world.place({ type: channelTypes.voice })],
  ];
  it.each(PLACES)('goes on in %s', async (_name, place) => {
    expect(headingOf(await further(await asked(place()), 'and Miller?'))).toBe(ON_MILLER);
  });

  it('goes on in direct messages', async () => {
    const person = world.person();
    const channel = world.standIn.directMessages(person);
    const repliesTo = await world.answered(world.say(channel, person, QUESTION));
    const reply = world.say(channel, person, { content: 'and Miller?', repliesTo, pingsReplied: false });
    expect(headingOf(await world.answered(reply))).toBe(ON_MILLER);
  });

  it('in Chinese is answered in Chinese', async () => {
    const answer = await further(await asked(), '那米勒呢?');
    expect(headingOf(answer)).toBe('**克里斯·米勒谈 unilateral action：**');
    expect(visibleText(answer)).toContain('\n完整段落\n');
  });

  it.each([
    [QUESTION, 'zh-TW', 'Miller?', 'Remove'],
    [QUESTION, 'zh-TW', 'longer', 'Remove'],
    ['埃斯特维兹怎么看单边行动?', 'en-US', 'longer', '移除'],
    ['埃斯特维兹怎么看单边行动?', 'en-US', 'Miller?', '移除'],
  ])(
    'to "%s" (%s) without a language of its own is answered in that of the question: %s',
    async (question, locale, words, last) => {
      const answer = await further(await asked(world.place({}, { locale }), question), words);
      expect(visibleText(answer).split('\n').at(-1)).toBe(last);
    },
  );

  it.each(['全文', '更多', '用日文'])(
    'of either script goes on in that of the question: %s',
    async (words) => {
      const first = await asked(world.place({}, { locale: 'zh-CN' }), '米勒對單邊行動怎麼看?');
      expect(visibleText(await further(first, words))).toMatch(/摘錄|前後文/);
    },
  );

  it('that asks for more words is answered with one message, however long', async () => {
    const first = await asked(world.place(), 'Do export controls work?');
    const whole = await further(first, 'longer');
    expect(visibleText(whole).length).toBeGreaterThan(visibleText(first).length);
    expect(world.posts(first.channel)).toEqual([first, whole]);
  });

  it('goes on with the question after More', async () => {
    const turned = async (answer: Message) => {
      const [{ channel }, user] = [answer, answer.repliesTo?.author];
      const page = { user: user as User, channel, guild: channel.guild as Guild, message: answer };
      return world.standIn.click({ ...page, customId: idOf(answer, 'more') }).reply();
    };
    const second = await turned(await asked());
    expect(headingOf(second)).toBe(`-# Question: ${QUESTION}`);
    const answer = await further(second, 'and Goujon?');
    expect(headingOf(answer)).toBe('**Reva Goujon on unilateral action:**');
    // How a follow-up was understood stays as well.
    const third = await turned(await further(second, 'and Miller?'));
    expect(headingOf(third)).toBe(ON_MILLER);
    world.pass(60_000);
    expect(headingOf(await further(third, 'what about DeepSeek?'))).toBe('**Chris Miller on DeepSeek:**');
  });

  it('that is edited has another answer in the place of its own', async () => {
    const answer = await further(await asked(), 'and Miller?');
    const reply = answer.repliesTo as Message;
    world.standIn.edit(reply, 'and Goujon?');
    const heading = '**Reva Goujon on unilateral action:**';
    await world.standIn.until(() => headingOf(answer) === heading || undefined, 'the other answer');
    expect(world.posts(answer.channel)).toHaveLength(2);
  });

  it('that is edited to talk has no answer any more', async () => {
    const answer = await further(await asked(), 'and Miller?');
    world.standIn.edit(answer.repliesTo as Message, 'lol');
    await world.standIn.until(() => answer.deleted || undefined, 'the answer to go');
  });

  it('that names the bot goes on as well, without a ping', async () => {
    const repliesTo = await asked();
    const content = `${world.name} and Miller?`;
    const reply = world.say(repliesTo.channel, world.person(), { content, repliesTo, pingsReplied: false });
    expect(headingOf(await world.answered(reply))).toBe(ON_MILLER);
  });

  it('goes on with what is shown, also if the answer showed something else before', async () => {
    const question = world.say(world.place(), world.person(), `${world.name} ${QUESTION}`);
    const answer = await world.answered(question);
    world.standIn.edit(question, `${world.name} What did Estevez say about DeepSeek?`);
    const isChanged = () => visibleText(answer).includes('DeepSeek') || undefined;
    await world.standIn.until(isChanged, 'the answer to the other question');
    expect(headingOf(await further(answer, 'and Goujon?'))).toBe('**Reva Goujon on DeepSeek:**');
  });
});

describe('where three answers stand', () => {
  it('a follow-up is offered, and goes on for whoever presses that', async () => {
    const first = await asked();
    await further(first, 'and Goujon?');
    await further(first, 'source?');
    const offer = await further(first, 'and Miller?');
    const { channel } = offer;
    const place = { user: world.person(), channel, guild: channel.guild as Guild };
    const customId = idOf(offer, 'answerme');
    const own = await world.standIn.click({ ...place, message: offer, customId }).reply();
    expect([isEphemeral(own), headingOf(own)]).toEqual([true, ON_MILLER]);
    const shared = await world.standIn
      .click({ ...place, message: own, customId: idOf(own, 'share') })
      .reply();
    expect([isEphemeral(shared), visibleText(shared)]).toEqual([
      false,
      expect.stringMatching(/shared this from the transcript:\n\*\*1\. Chris Miller\*\*/),
    ]);
  });

  it('a reply to an offer is left alone', async () => {
    const first = await asked();
    await further(first, 'and Goujon?');
    await further(first, 'source?');
    const offer = await further(first, 'and Miller?');
    world.pass(60_000);
    expect(await postedAfter(offer, { content: 'and Goujon?' })).toEqual([]);
  });
});

describe('a reply that pings nobody, or says nothing to the bot, is left alone', () => {
  it.each([
    ['and Miller?', false],
    ['lol', true],
    ['\u{1F44D}', true],
  ])('%s', async (content, pingsReplied) => {
    expect(await postedAfter(await asked(), { content, pingsReplied })).toEqual([]);
  });
});

describe('a reply to', () => {
  const used = (
    command: string,
    options: Record<string, string | boolean>,
    channel: Channel,
    user = world.person(),
  ) => world.standIn.invoke({ command, options, user, guild: channel.guild as Guild, channel }).reply();

  it('the answer to a command goes on with it', async () => {
    const answer = await used('ask', { question: QUESTION }, world.place());
    expect(headingOf(await further(answer, 'and Miller?'))).toBe(ON_MILLER);
  });

  it('a comparison goes on with it', async () => {
    const answer = await used('compare', { question: 'export controls' }, world.place());
    expect(headingOf(await further(answer, 'and Miller?'))).toBe('**Chris Miller on export controls:**');
    const sources = visibleText(await further(answer, 'source?'));
    expect(sources.split('\n').slice(0, 2)).toEqual([
      '-# Question: export controls',
      'Where the excerpts are from:',
    ]);
  });

  it('what somebody shared of a private answer goes on with its excerpts, and does not know its question', async () => {
    const [channel, user] = [world.place(), world.person()];
    const own = await used('ask', { question: QUESTION, private: true }, channel, user);
    expect(isEphemeral(own)).toBe(true);
    const press = { user, guild: channel.guild as Guild, channel };
    const shared = await world.standIn
      .click({ ...press, message: own, customId: idOf(own, 'share') })
      .reply();
    const sources = visibleText(await further(shared, 'source?'));
    expect(sources).toMatch(/^Where the excerpts are from:\n\*\*1\. Alan Estevez\*\*/);
    expect(sources).toContain('line 51 of the source');
    expect(visibleText(await further(shared, 'longer'))).toMatch(/^The whole passage:\n/);
  });

  it('a digest goes on with it', async () => {
    const digests = await startDigestWorld({ isHurried: true });
    const { say, person, answered } = speakingIn(digests);
    await digests.start({ excerpts: 2 });
    await digests.pass(HOUR);
    const [post] = digests.posts();
    if (!post) throw new Error('No digest was posted.');
    const speakersIn = (shown: string) =>
      Array.from(shown.matchAll(/^\*\*(?:\d\. )?([^*]+)\*\*/gm), ([, name]) => name);
    const speakers = speakersIn(visibleText(post));
    expect(speakers).toHaveLength(2);
    for (const [content, heading, quoted] of [
      ['longer', 'The whole passage:', 1],
      ['source?', 'Where the excerpts are from:', 2],
    ] as const) {
      const answer = visibleText(await answered(say(post.channel, person(), { content, repliesTo: post })));
      expect(answer.split('\n')[0]).toBe(heading);
      expect(speakersIn(answer)).toEqual(speakers.slice(0, quoted));
    }
    await digests.close();
  });
});

describe('after a restart', () => {
  let again: Bot;
  let old: Message;
  beforeAll(async () => {
    old = await further(await asked(), 'and Miller?');
    await world.bot.stop();
    const logger = pino({ level: 'debug' }, { write: (line: string) => void world.log.push(line) });
    again = await connect(world.config, world.context, logger);
  });
  afterAll(() => again.stop());

  it('a reply to an old answer goes on with it', async () => {
    expect(headingOf(await further(old, 'and Goujon?'))).toBe('**Reva Goujon on unilateral action:**');
    const shown = visibleText(await further(old, 'source?'));
    expect(shown).toContain('line 48 of the source');
  });

  it('a button of an old answer works', async () => {
    const { channel } = old;
    const place = { user: world.person(), channel, guild: channel.guild as Guild };
    const pressed = await world.standIn
      .click({ ...place, message: old, customId: idOf(old, 'whole') })
      .reply();
    expect(visibleText(pressed)).toContain('Chris Miller');
  });
});

describe('of all that was said so far', () => {
  it('nothing is in the log', () => {
    expect(world.log.length).toBeGreaterThan(0);
    expect(world.log.join('')).not.toMatch(/unilateral|Miller|Goujon|DeepSeek|export controls|米勒|lol/i);
  });

  it('no answer pings anybody, and each says so', () => {
    const sent = world.standIn.sentByBot;
    expect(sent.length).toBeGreaterThan(20);
    for (const { pings, allowedMentionsGiven } of sent)
      expect([allowedMentionsGiven, pings]).toEqual([true, { users: [], roles: [], everyone: false }]);
  });
});
