import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { libraryOf } from '../../src/core/library.ts';
import { type Channel, channelTypes, type Message, type User, visibleText } from '../discord/stand-in.ts';
import { changed, SOURCE, soundSeminar, TRANSCRIPT } from '../fixtures.ts';
import { AT_ONCE } from './bot-world.ts';
import { ANSWER, type MentionWorld, QUESTION, startMentionWorld } from './mention-world.ts';

const OTHER_QUESTION = '木桥怕什么?';
const OTHER_ANSWER = '火灾';
/** The longest message that Discord takes, from those who pay for it. */
const LONGEST = 4_000;

let world: MentionWorld;
beforeAll(async () => {
  world = await startMentionWorld({ connection: { discord: { ws: AT_ONCE } } });
});
afterAll(() => world.close());

const headingOf = (message: Message) => visibleText(message).split('\n')[0];
const requestsTo = (channel: Channel, method = 'POST') =>
  world.standIn.requests.filter((each) => each.method === method && each.path.includes(channel.id)).length;
/** An event as Discord tells of a message, whether the bot has heard of it or not. */
const eventOf = (message: Message, author: User, changes: object = {}) => ({
  id: message.id,
  channel_id: message.channel.id,
  guild_id: message.channel.guild?.id,
  type: 0,
  author: { id: author.id, username: author.name },
  content: `${world.name} ${QUESTION}`,
  mention_everyone: false,
  mentions: [],
  timestamp: new Date().toISOString(),
  edited_timestamp: null,
  ...changes,
});
const tell = (event: string, data: object, { guild }: Channel) =>
  world.standIn.gateway.dispatch(event, data, guild?.id ?? null);
/** Sends the bot once more all that it was told of a message. */
const tellAgain = ({ id, channel }: Message) => {
  const sent = world.standIn.gateway.sessions.flatMap((session) => session.sent);
  const events = sent.filter(({ d: data }) => Object(data).id === id);
  expect(events.length).toBeGreaterThan(0);
  for (const { t: event, d: data } of events) tell(String(event), Object(data), channel);
};

describe('events in another order', () => {
  it('an edit before the message is answered by its words alone', async () => {
    const [channel, person] = [world.place(), world.person()];
    // The bot is not asked anything yet.
    const message = world.say(channel, person, QUESTION);
    const edited = {
      content: `${world.name} ${OTHER_QUESTION}`,
      edited_timestamp: new Date(Date.now() + 1000).toISOString(),
    };
    tell('MESSAGE_UPDATE', eventOf(message, person, edited), channel);
    tell('MESSAGE_CREATE', eventOf(message, person), channel);
    expect(visibleText(await world.answered(message))).toContain(OTHER_ANSWER);
    await world.isDone(person);
    expect([requestsTo(channel), requestsTo(channel, 'PATCH')]).toEqual([1, 0]);
  });

  it('an older edit after a newer one changes nothing', async () => {
    const [channel, person] = [world.place(), world.person()];
    const message = world.say(channel, person, QUESTION);
    const at = (seconds: number, words: string) => ({
      content: `${world.name} ${words}`,
      edited_timestamp: new Date(Date.now() + seconds * 1000).toISOString(),
    });
    tell('MESSAGE_UPDATE', eventOf(message, person, at(2, OTHER_QUESTION)), channel);
    const answer = await world.answered(message);
    tell('MESSAGE_UPDATE', eventOf(message, person, at(1, QUESTION)), channel);
    await world.isDone(person);
    expect(visibleText(answer)).toContain(OTHER_ANSWER);
    expect(requestsTo(channel, 'PATCH')).toBe(0);
  });

  it('a deletion before the message leaves no answer', async () => {
    const [channel, person] = [world.place(), world.person()];
    const message = world.say(channel, person, QUESTION);
    world.standIn.remove(message);
    tell('MESSAGE_CREATE', eventOf(message, person), channel);
    await world.isDone(person);
    expect(world.posts(channel)).toEqual([]);
  });
});

describe('one answer stands', () => {
  it('if the bot hears of a question twice', async () => {
    const [channel, person] = [world.place(), world.person()];
    const question = world.say(channel, person, `${world.name} ${QUESTION}`);
    tellAgain(question);
    await world.answered(question);
    tellAgain(question);
    await world.isDone(person);
    expect([world.posts(channel).length, requestsTo(channel), requestsTo(channel, 'PATCH')]).toEqual([
      1, 1, 0,
    ]);
  });

  it('if the connection is lost while it is posted, and all is told again', async () => {
    const [channel, person] = [world.place(), world.person()];
    const hold = world.standIn.hold(({ method, path }) => method === 'POST' && path.includes(channel.id));
    const question = world.say(channel, person, `${world.name} ${QUESTION}`);
    await hold.arrived();
    const { resumes } = world.standIn.gateway;
    world.standIn.dropGateway({ resumable: true });
    const missed = world.say(channel, person, `${world.name} ${OTHER_QUESTION}`);
    await world.standIn.until(() => world.standIn.gateway.resumes > resumes || undefined, 'a resumption');
    tellAgain(question);
    tellAgain(missed);
    hold.release();
    expect(visibleText(await world.answered(question))).toContain(ANSWER);
    expect(visibleText(await world.answered(missed))).toContain(OTHER_ANSWER);
    tellAgain(question);
    await world.isDone(person);
    expect([world.posts(channel).length, requestsTo(channel), requestsTo(channel, 'PATCH')]).toEqual([
      2, 2, 0,
    ]);
  });

  it('if a new session begins', async () => {
    const [channel, person] = [world.place(), world.person()];
    const question = world.say(channel, person, `${world.name} ${QUESTION}`);
    const answer = await world.answered(question);
    const { identifies } = world.standIn.gateway;
    const { length } = identifies;
    world.standIn.invalidSession(false);
    await world.standIn.until(() => identifies.length > length || undefined, 'a new session');
    await world.isDone(person);
    // It still knows what stands under which question.
    world.standIn.remove(question);
    await world.standIn.until(() => answer.deleted || undefined, 'the answer to go');
    expect(requestsTo(channel)).toBe(1);
  });
});

describe('a reply to', () => {
  it('a message of another bot that looks like an answer is a question of its own', async () => {
    const [channel, person] = [world.place(), world.person()];
    const answer = await world.answered(world.say(channel, person, `${world.name} ${QUESTION}`));
    const other = world.standIn.addUser({ name: 'Other', isBot: true });
    const { components, flags } = answer;
    const repliesTo = world.say(channel, other, { components, flags });
    const message = world.say(channel, person, { content: '木桥呢?', repliesTo });
    // Discord leaves the components of other bots out; a bot that may read everything would see them.
    const asked = {
      type: 19,
      content: `${world.name} 木桥呢?`,
      message_reference: { message_id: repliesTo.id },
      referenced_message: { id: repliesTo.id, author: { id: other.id }, components },
    };
    tell('MESSAGE_CREATE', eventOf(message, person, asked), channel);
    expect(headingOf(await world.answered(message))).toBe('-# 问题：木桥呢?');
    const before = world.posts(channel).length;
    world.say(channel, person, { content: '木桥呢?', repliesTo });
    await world.isDone(person);
    expect(world.posts(channel)).toHaveLength(before);
  });

  it('an answer from a transcript that has changed since says so', async () => {
    const [channel, person] = [world.place(), world.person()];
    const repliesTo = await world.answered(world.say(channel, person, `${world.name} 木桥便宜`));
    const edit = (file: string) => changed(file, '木桥便宜。', '木桥很便宜。');
    const { library } = world.context;
    world.context.library = libraryOf([soundSeminar({ transcript: edit(TRANSCRIPT), source: edit(SOURCE) })]);
    const answer = await world.answered(world.say(channel, person, { content: '全文', repliesTo }));
    world.context.library = library;
    expect(visibleText(answer)).toContain('记录更新过，这一段已有变动');
  });

  it('an answer that is deleted meanwhile goes on with it, as it was when the reply was written', async () => {
    const [channel, person] = [world.place(), world.person()];
    const repliesTo = await world.answered(world.say(channel, person, `${world.name} ${QUESTION}`));
    const hold = world.standIn.hold(({ method, path }) => method === 'POST' && path.includes(channel.id));
    world.say(channel, person, `${world.name} ${OTHER_QUESTION}`);
    await hold.arrived();
    const waiting = world.say(channel, person, { content: '木桥呢?', repliesTo });
    world.standIn.remove(repliesTo);
    hold.release();
    expect(headingOf(await world.answered(waiting))).toBe('**木桥：**');
  });
});

describe('an announcement channel', () => {
  it('that others follow: a question and an answer that are published are not answered again', async () => {
    const [channel, person] = [world.place({ type: channelTypes.announcement }), world.person()];
    const question = world.say(channel, person, `${world.name} ${QUESTION}`);
    const answer = await world.answered(question);
    // "This message has been published to subscribed channels".
    tell('MESSAGE_UPDATE', eventOf(question, person, { flags: 1 }), channel);
    tell('MESSAGE_UPDATE', eventOf(answer, world.standIn.bot, { flags: 1 }), channel);
    await world.isDone(person);
    expect([requestsTo(channel), requestsTo(channel, 'PATCH')]).toEqual([1, 0]);
  });

  it('is followed elsewhere by a webhook, which is not answered', async () => {
    const [channel, person] = [world.place(), world.person()];
    const webhook = world.standIn.addUser({ name: 'A server #news' });
    const message = world.say(channel, webhook, { content: `${world.name} ${QUESTION}`, webhook: true });
    const from = { message_id: '1'.repeat(18), channel_id: '2'.repeat(18), guild_id: '3'.repeat(18) };
    const crossposted = { flags: 2, webhook_id: webhook.id, message_reference: { type: 0, ...from } };
    tell('MESSAGE_CREATE', eventOf(message, webhook, crossposted), channel);
    await world.isDone(person);
    expect(world.posts(channel)).toEqual([]);
  });
});

describe('a message of the longest kind', () => {
  it.each([
    ['桥', '**李乔谈：桥桥'],
    ['木桥怕什么? ', '**李乔谈：木桥怕什么? '],
    ['bridge ', '**李乔谈：Bridge bridge '],
    ['> ', '-# 问题：李乔呢?'],
    ['`', '-# 问题：李乔呢?'],
    ['|| ', '-# 问题：李乔呢?'],
  ])('has one answer, which can be gone on with: %j', async (words, heading) => {
    const [channel, person] = [world.place(), world.person()];
    const content = `${world.name} ${words.repeat(LONGEST)}`.slice(0, LONGEST);
    const answer = await world.answered(world.say(channel, person, content));
    const next = await world.answered(world.say(channel, person, { content: '李乔呢?', repliesTo: answer }));
    expect(headingOf(next)?.slice(0, heading.length)).toBe(heading);
    expect(world.posts(channel)).toEqual([answer, next]);
    expect(answer.pings).toEqual({ users: [], roles: [], everyone: false });
  });
});

describe('two hundred questions of fifty people at once', () => {
  it('have three answers, ten offers, and nothing more', async () => {
    const channel = world.place();
    const people = Array.from({ length: 50 }, () => world.person());
    const { length } = world.log;
    for (let round = 0; round < 4; round++)
      for (const person of people) world.say(channel, person, `${world.name} ${QUESTION}`);
    await Promise.all(people.map(world.isDone));
    const shown = world.posts(channel).map(visibleText);
    expect(shown.filter((text) => text.includes(ANSWER))).toHaveLength(3);
    expect(shown.filter((text) => text.includes('私下回答'))).toHaveLength(10);
    expect(shown).toHaveLength(13);
    expect(requestsTo(channel)).toBe(13);
    expect(world.log.slice(length).filter((line) => /"level":[456]0/.test(line))).toEqual([]);
  });
});
