import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../discord/buttons.ts';
import { usualAppPermissions } from '../discord/permissions.ts';
import {
  type Channel,
  channelTypes,
  type Guild,
  isEphemeral,
  type Message,
  permissions,
  refusal,
  type User,
  visibleText,
} from '../discord/stand-in.ts';
import { ANSWER, type MentionWorld, QUESTION, startMentionWorld } from './mention-world.ts';

const MINUTE = 60_000;

let world: MentionWorld;
beforeAll(async () => {
  world = await startMentionWorld();
});
afterAll(() => world.close());

const ask = (channel: Channel, person = world.person()) =>
  world.say(channel, person, `${world.name} ${QUESTION}`);
const thread = (
  parent: Channel,
  more: { type?: number; archived?: boolean; locked?: boolean; hasJoined?: boolean } = {},
) =>
  world.standIn.addChannel(parent.guild as Guild, {
    name: 'talk',
    type: channelTypes.publicThread,
    parent,
    ...more,
  });
const but = (...missing: (keyof typeof permissions)[]) =>
  missing.reduce((left, name) => left & ~permissions[name], usualAppPermissions);

describe('an answer', () => {
  const PLACES: [string, () => Channel | Promise<Channel>][] = [
    ['a thread', () => thread(world.place())],
    ['a thread of which the bot has not heard', () => world.unknownThread()],
    [
      'a thread of an announcement channel',
      () =>
        thread(world.place({ type: channelTypes.announcement }), { type: channelTypes.announcementThread }),
    ],
    [
      'a private thread of the bot',
      () => thread(world.place(), { type: channelTypes.privateThread, hasJoined: true }),
    ],
    [
      'a private thread to which the mention invites it',
      () => thread(world.place(), { type: channelTypes.privateThread }),
    ],
    ['an announcement channel', () => world.place({ type: channelTypes.announcement })],
    ['a voice channel', () => world.place({ type: channelTypes.voice })],
    ['a stage', () => world.place({ type: channelTypes.stage })],
    [
      'a thread where it may not write beside threads',
      () => thread(world.place({ appPermissions: but('sendMessages') })),
    ],
    [
      'a locked thread that it may manage',
      () =>
        thread(world.place({ appPermissions: usualAppPermissions | permissions.manageThreads }), {
          locked: true,
        }),
    ],
  ];
  it.each(PLACES)('stands in %s', async (_name, place) => {
    expect(visibleText(await world.answered(ask(await place())))).toContain(ANSWER);
  });

  it.each([channelTypes.forum, channelTypes.media])(
    'stands under a post, in channels of type %i',
    async (type) => {
      const forum = world.place({ type });
      const { message } = world.standIn.post({
        forum,
        name: 'steel',
        author: world.person(),
        content: `${world.name} ${QUESTION}`,
      });
      expect(visibleText(await world.answered(message))).toContain(ANSWER);
    },
  );

  it('stands by itself where the bot may not read what was said', async () => {
    const channel = world.place({ appPermissions: but('readMessageHistory') });
    const person = world.person();
    ask(channel, person);
    await world.isDone(person);
    const [answer] = world.posts(channel);
    expect([answer?.repliesTo, answer && visibleText(answer)]).toEqual([
      null,
      expect.stringContaining(ANSWER),
    ]);
  });
});

describe('nothing is said', () => {
  const PLACES: [string, () => Channel][] = [
    ['where the bot may not write', () => world.place({ appPermissions: but('sendMessages') })],
    [
      'where it may not write in threads',
      () => thread(world.place({ appPermissions: but('sendMessagesInThreads') })),
    ],
    ['in a locked thread', () => thread(world.place(), { locked: true })],
  ];
  it.each(PLACES)('%s', async (_name, place) => {
    const [channel, person] = [place(), world.person()];
    const { length } = world.standIn.requests;
    ask(channel, person);
    await world.isDone(person);
    const sent = world.standIn.requests
      .slice(length)
      .filter(({ path, method }) => method !== 'GET' && path.includes(channel.id));
    expect([sent, world.posts(channel)]).toEqual([[], []]);
  });

  it('in a voice channel that it may not join any more when its turn comes', async () => {
    const [channel, voice, person] = [
      world.place(),
      world.place({ type: channelTypes.voice }),
      world.person(),
    ];
    const hold = world.standIn.hold(({ method, path }) => method === 'POST' && path.includes(channel.id));
    ask(channel, person);
    await hold.arrived();
    ask(voice, person);
    const heard = once(world.bot.client, 'channelUpdate');
    world.standIn.setPermissions(voice, but('connect'));
    await heard;
    hold.release();
    await world.isDone(person);
    expect(world.standIn.requests.filter(({ path }) => path.includes(voice.id))).toEqual([]);
  });

  it('during an outage of the server', async () => {
    const [channel, person] = [world.place(), world.person()];
    const end = world.standIn.guildOutage(channel.guild as Guild);
    ask(channel, person);
    await world.isDone(person);
    end();
    expect(world.posts(channel)).toEqual([]);
  });

  it('in a private thread that it only sees because it may manage threads', async () => {
    const channel = thread(world.place({ appPermissions: usualAppPermissions | permissions.manageThreads }), {
      type: channelTypes.privateThread,
    });
    const person = world.person();
    // A new mention would invite the bot.
    const message = world.say(channel, person, QUESTION);
    world.standIn.edit(message, `${world.name} ${QUESTION}`);
    await world.isDone(person);
    expect(world.posts(channel)).toEqual([]);
  });
});

/** Questions of as many people, all answered. */
async function several(channel: Channel, count: number): Promise<Message[]> {
  const questions = Array.from({ length: count }, () => ask(channel));
  return Promise.all(questions.map((question) => world.answered(question)));
}
/** What somebody gets who presses an offer. */
const press = (message: Message, user: User) => {
  const { channel } = message;
  const customId = idOf(message, 'answerme');
  return world.standIn.click({ message, customId, user, channel, guild: channel.guild as Guild }).reply();
};
const isOffer = (message: Message) => visibleText(message).startsWith('这里刚刚回答了不少问题。');
const offers = (messages: Message[]) => messages.filter(isOffer).length;

describe('in a channel with three answers within a minute', () => {
  it('the next are offered, also if all are asked at once', async () => {
    expect(offers(await several(world.place(), 5))).toBe(2);
  });

  it('an offer is answered to whoever presses it, alone', async () => {
    const channel = world.place();
    await several(channel, 3);
    const offer = await world.answered(ask(channel));
    const reply = await press(offer, world.person());
    expect([isEphemeral(reply), visibleText(reply)]).toEqual([true, expect.stringContaining(ANSWER)]);
    expect(visibleText(reply)).toContain('问题：');
    const question = offer.repliesTo as Message;
    world.standIn.edit(question, QUESTION);
    expect(visibleText(await press(offer, world.person()))).toContain('That question is gone.');
  });

  it('an offer stays when its question is edited, and is for the new words', async () => {
    const channel = world.place();
    await several(channel, 3);
    const offer = await world.answered(ask(channel));
    const question = offer.repliesTo as Message;
    world.standIn.edit(question, `${world.name} 木桥怕什么?`);
    await world.isDone(question.author);
    expect(isOffer(offer)).toBe(true);
    expect(visibleText(await press(offer, world.person()))).toContain('火灾');
  });

  it('an offer goes with its question', async () => {
    const channel = world.place();
    await several(channel, 3);
    const offer = await world.answered(ask(channel));
    world.standIn.remove(offer.repliesTo as Message);
    await world.standIn.until(() => offer.deleted || undefined, 'the offer to go');
  });

  it('an answer that is gone leaves room for another', async () => {
    const channel = world.place();
    const [first, second] = await several(channel, 3);
    world.standIn.remove(first?.repliesTo as Message);
    await world.standIn.until(() => first?.deleted || undefined, 'the answer to go');
    world.standIn.remove(second as Message);
    expect(offers(await several(channel, 3))).toBe(1);
  });

  it('a minute later questions are answered again', async () => {
    const channel = world.place();
    await several(channel, 3);
    world.pass(MINUTE - 1);
    expect(offers(await several(channel, 1))).toBe(1);
    world.pass(1);
    expect(offers(await several(channel, 1))).toBe(0);
  });

  it('a person is offered three answers a minute, and then nothing', async () => {
    const [channel, person] = [world.place(), world.person()];
    await several(channel, 3);
    for (let count = 0; count < 5; count++) ask(channel, person);
    await world.isDone(person);
    expect(world.posts(channel)).toHaveLength(6);
    expect(offers(world.posts(channel))).toBe(3);
  });

  it('talk under an answer is not offered one', async () => {
    const [channel, person] = [world.place(), world.person()];
    const [repliesTo] = await several(channel, 3);
    world.say(channel, person, { content: 'lol', ...(repliesTo && { repliesTo }) });
    await world.isDone(person);
    expect(world.posts(channel)).toHaveLength(3);
  });

  it('what failed does not count', async () => {
    const channel = world.place();
    const heal = world.standIn.fault(({ method, path }) =>
      method === 'POST' && path.includes(channel.id) ? refusal(403, 50_001, 'Missing Access') : undefined,
    );
    const people = Array.from({ length: 4 }, () => world.person());
    for (const person of people) ask(channel, person);
    for (const person of people) await world.isDone(person);
    heal();
    expect(offers(await several(channel, 3))).toBe(0);
  });

  it('other channels and direct messages are not concerned', async () => {
    const [channel, person] = [world.place(), world.person()];
    await several(channel, 3);
    expect(offers(await several(world.place(), 1))).toBe(0);
    const direct = world.standIn.directMessages(person);
    for (let count = 0; count < 5; count++)
      expect(isOffer(await world.answered(world.say(direct, person, QUESTION)))).toBe(false);
  });
});
