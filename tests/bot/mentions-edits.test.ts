import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Channel, type Message, manualClock, type User, visibleText } from '../discord/stand-in.ts';
import { ANSWER, type MentionWorld, QUESTION, startMentionWorld } from './mention-world.ts';

const OTHER_QUESTION = '木桥怕什么?';
const OTHER_ANSWER = '火灾';
const MINUTE = 60_000;

const clock = manualClock();
let world: MentionWorld;
beforeAll(async () => {
  world = await startMentionWorld({ clock });
});
afterAll(() => world.close());

/** A question by the bot's name, and the answer to it. */
async function asked(): Promise<{ channel: Channel; person: User; question: Message; answer: Message }> {
  const [channel, person] = [world.place(), world.person()];
  const question = world.say(channel, person, `${world.name} ${QUESTION}`);
  return { channel, person, question, answer: await world.answered(question) };
}

const shows = (message: Message, words: string) =>
  world.standIn.until(() => visibleText(message).includes(words) || undefined, `"${words}"`);
const isGone = (message: Message) =>
  world.standIn.until(() => message.deleted || undefined, 'an answer to be taken away');
const held = (method: string, channel: Channel) =>
  world.standIn.hold((request) => request.method === method && request.path.includes(channel.id));
const requestsTo = (channel: Channel) =>
  world.standIn.requests.filter(({ path }) => path.includes(channel.id)).length;

describe('an edit within two minutes', () => {
  it('changes the answer in its place', async () => {
    const { channel, question, answer } = await asked();
    clock.advance(2 * MINUTE);
    world.standIn.edit(question, `${world.name} ${OTHER_QUESTION}`);
    await shows(answer, OTHER_ANSWER);
    expect(visibleText(answer)).not.toContain(ANSWER);
    expect(answer.pings).toEqual({ users: [], roles: [], everyone: false });
    expect(world.posts(channel)).toEqual([answer]);
  });

  it('in a direct message as well', async () => {
    const person = world.person();
    const question = world.say(world.standIn.directMessages(person), person, QUESTION);
    const answer = await world.answered(question);
    clock.advance(1);
    world.standIn.edit(question, OTHER_QUESTION);
    await shows(answer, OTHER_ANSWER);
  });

  it('that mentions the bot is answered', async () => {
    const [channel, person] = [world.place(), world.person()];
    const question = world.say(channel, person, QUESTION);
    clock.advance(MINUTE);
    world.standIn.edit(question, `${QUESTION} ${world.name}`);
    expect(visibleText(await world.answered(question))).toContain(ANSWER);
  });

  it('that takes the mention away takes the answer away, and one that brings it back is answered', async () => {
    const { question, answer } = await asked();
    for (const [at, before] of [answer, null].entries()) {
      clock.advance(1000);
      world.standIn.edit(question, QUESTION);
      await isGone(before ?? ((await world.answered(question)) as Message));
      clock.advance(1000);
      world.standIn.edit(question, `${world.name} ${QUESTION}`);
      expect([at, visibleText(await world.answered(question))]).toEqual([
        at,
        expect.stringContaining(ANSWER),
      ]);
    }
  });

  it('in which the bot is asked nothing any more leaves a line of help', async () => {
    const { question, answer } = await asked();
    clock.advance(1000);
    world.standIn.edit(question, world.name);
    await shows(answer, 'Ask a question');
  });

  it('while the answer is made is answered alone', async () => {
    const [channel, person] = [world.place(), world.person()];
    const hold = held('POST', channel);
    const question = world.say(channel, person, `${world.name} ${QUESTION}`);
    await hold.arrived();
    for (const words of ['one', 'two', OTHER_QUESTION]) {
      clock.advance(1000);
      world.standIn.edit(question, `${world.name} ${words}`);
    }
    hold.release();
    await shows(await world.answered(question), OTHER_ANSWER);
    expect(requestsTo(channel)).toBe(2);
  });
});

describe('while a place is looked up', () => {
  const posts = (channel: Channel) =>
    world.standIn.requests.filter(({ method, path }) => method === 'POST' && path.includes(channel.id))
      .length;
  /** A question in a thread that the bot has to look up, which takes until the hold is released. */
  const asking = async () => {
    const channel = await world.unknownThread();
    const person = world.person();
    const hold = held('GET', channel);
    const question = world.say(channel, person, `${world.name} ${QUESTION}`);
    await hold.arrived();
    return { channel, person, hold, question };
  };

  it('a question that is edited is answered by its new words alone', async () => {
    const { channel, hold, question } = await asking();
    clock.advance(1000);
    world.standIn.edit(question, `${world.name} ${OTHER_QUESTION}`);
    hold.release();
    expect(visibleText(await world.answered(question))).toContain(OTHER_ANSWER);
    expect(posts(channel)).toBe(1);
  });

  it('a question that is deleted is not answered', async () => {
    const { channel, person, hold, question } = await asking();
    world.standIn.remove(question);
    hold.release();
    await world.isDone(person);
    expect(posts(channel)).toBe(0);
  });
});

describe('nothing is changed', () => {
  const unchanged = async ({ channel, person, answer }: Awaited<ReturnType<typeof asked>>) => {
    const [text, requests] = [visibleText(answer), requestsTo(channel)];
    return async () => {
      await world.isDone(person);
      expect([visibleText(answer), answer.deleted, requestsTo(channel)]).toEqual([text, false, requests]);
    };
  };

  it('by an edit after two minutes', async () => {
    const given = await asked();
    const isUnchanged = await unchanged(given);
    clock.advance(2 * MINUTE + 1);
    world.standIn.edit(given.question, `${world.name} ${OTHER_QUESTION}`);
    world.standIn.edit(given.question, OTHER_QUESTION);
    await isUnchanged();
  });

  it('by the preview of a link', async () => {
    const given = await asked();
    const isUnchanged = await unchanged(given);
    world.standIn.unfurl(given.question);
    await isUnchanged();
  });

  it('by the preview of a link after an edit', async () => {
    const given = await asked();
    clock.advance(1000);
    world.standIn.edit(given.question, `${world.name} ${OTHER_QUESTION}`);
    await shows(given.answer, OTHER_ANSWER);
    const isUnchanged = await unchanged(given);
    world.standIn.unfurl(given.question);
    await isUnchanged();
  });
});

describe('a question that is deleted', () => {
  it('takes its answer away', async () => {
    const { question, answer } = await asked();
    world.standIn.remove(question);
    await isGone(answer);
  });

  it('takes it away together with others', async () => {
    const { channel, person, question, answer } = await asked();
    const other = world.say(channel, person, `${world.name} ${OTHER_QUESTION}`);
    const otherAnswer = await world.answered(other);
    world.standIn.removeAll([question, other]);
    await Promise.all([isGone(answer), isGone(otherAnswer)]);
  });

  it('while its answer is being posted takes that away', async () => {
    const [channel, person] = [world.place(), world.person()];
    const lost = world.standIn.fault(({ method, path }) =>
      method === 'POST' && path.includes(channel.id) ? { afterMs: 50 } : undefined,
    );
    const question = world.say(channel, person, `${world.name} ${QUESTION}`);
    const answer = await world.answered(question);
    world.standIn.remove(question);
    await isGone(answer);
    lost();
  });

  it.each(['with', 'without'])('before its answer is posted gets none, %s the event', async (kind) => {
    const [channel, person] = [world.place(), world.person()];
    const hold = held('POST', channel);
    const question = world.say(channel, person, `${world.name} ${QUESTION}`);
    await hold.arrived();
    const { length } = world.log;
    if (kind === 'with') world.standIn.remove(question);
    else question.deleted = true;
    hold.release();
    await world.isDone(person);
    expect([world.posts(channel), requestsTo(channel)]).toEqual([[], 1]);
    expect(world.log.slice(length).filter((line) => !line.includes('"level":20'))).toEqual([]);
  });

  it('while it waits for its turn is not answered', async () => {
    const [channel, person] = [world.place(), world.person()];
    const hold = held('POST', channel);
    world.say(channel, person, `${world.name} ${QUESTION}`);
    await hold.arrived();
    const next = world.say(channel, person, `${world.name} ${OTHER_QUESTION}`);
    world.standIn.remove(next);
    hold.release();
    await world.isDone(person);
    expect(world.posts(channel)).toHaveLength(1);
  });
});

describe('an answer that somebody else removed', () => {
  it('is forgotten: its question can be deleted', async () => {
    const { channel, person, question, answer } = await asked();
    await world.isDone(person);
    world.standIn.remove(answer);
    const before = requestsTo(channel);
    world.standIn.remove(question);
    await world.isDone(person);
    expect(requestsTo(channel)).toBe(before);
  });

  it.each([
    ['', true],
    [', also if it was removed at once', false],
  ])('is made again for an edited question%s', async (_when, isKnown) => {
    const { channel, person, question, answer } = await asked();
    if (isKnown) await world.isDone(person);
    world.standIn.remove(answer);
    clock.advance(1000);
    world.standIn.edit(question, `${world.name} ${OTHER_QUESTION}`);
    expect(visibleText(await world.answered(question))).toContain(OTHER_ANSWER);
    expect(world.posts(channel)).toHaveLength(1);
  });
});
