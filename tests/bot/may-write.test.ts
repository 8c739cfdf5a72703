import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DigestWorld, startDigestWorld } from '../digest/digest-world.ts';
import { idOf } from '../discord/buttons.ts';
import { usualMemberPermissions } from '../discord/permissions.ts';
import {
  type Channel,
  channelTypes,
  type Guild,
  isEphemeral,
  type Message,
  managerPermissions,
  permissions,
  type User,
  visibleText,
} from '../discord/stand-in.ts';
import { bridges } from '../fixtures.ts';
import { type BotWorld, startBotWorld } from './bot-world.ts';

const QUESTION = '钢桥耐用吗?';
const FORBIDDEN = 'You cannot send messages here';
const mute = usualMemberPermissions & ~permissions.sendMessages;
const muteInThreads = usualMemberPermissions & ~permissions.sendMessagesInThreads;

describe('a person who may not send messages', () => {
  let world: BotWorld;
  let guild: Guild;
  let channel: Channel;
  let thread: Channel;
  let locked: Channel;
  let elsewhere: Guild;
  let user: User;

  beforeAll(async () => {
    world = await startBotWorld({ context: bridges() });
    guild = world.standIn.addGuild();
    channel = guild.channels[0] as Channel;
    const part = { type: channelTypes.publicThread, parent: channel };
    thread = world.standIn.addChannel(guild, { name: 'talk', ...part });
    locked = world.standIn.addChannel(guild, { name: 'locked', ...part, locked: true });
    elsewhere = world.standIn.addGuild({ hasBot: false });
    user = world.standIn.addUser({ name: 'Ada' });
  });
  afterAll(() => world.close());

  interface Where {
    at: Channel;
    memberPermissions: bigint;
    isTimedOut?: boolean;
  }
  const place = ({ at, ...where }: Where) => ({
    user,
    ...where,
    channel: at,
    ...(at.guild && { guild: at.guild }),
  });
  const ask = (where: Where, options = {}) =>
    world.standIn
      .invoke({ command: 'ask', options: { question: QUESTION, ...options }, ...place(where) })
      .reply();
  const press = (message: Message, name: string, where: Where) =>
    world.standIn.click({ message, customId: idOf(message, name), ...place(where) }).reply();
  const found = (where: Where) => {
    const target = world.standIn.say({ channel: where.at, author: user, content: QUESTION });
    return world.standIn.messageCommand({ command: 'Find in transcript', target, ...place(where) }).reply();
  };
  const posts = (at: Channel) =>
    world.standIn.messagesIn(at).filter(({ author }) => author === world.standIn.bot);

  const MUTE: [string, () => Where][] = [
    ['in a channel', () => ({ at: channel, memberPermissions: mute })],
    ['in a thread', () => ({ at: thread, memberPermissions: muteInThreads })],
    ['in a locked thread', () => ({ at: locked, memberPermissions: usualMemberPermissions })],
    ['for a time', () => ({ at: channel, memberPermissions: usualMemberPermissions, isTimedOut: true })],
    [
      'in a server that only they brought the bot to',
      () => ({ at: elsewhere.channels[0] as Channel, memberPermissions: mute }),
    ],
  ];

  it.each(MUTE)('%s is answered alone', async (_name, where) => {
    const before = posts(where().at).length;
    const reply = await ask(where());
    expect(visibleText(reply)).toContain('Jo Lee');
    expect(isEphemeral(reply)).toBe(true);
    expect(posts(where().at)).toHaveLength(before);
  });

  it.each(MUTE)('%s cannot share an answer, and is told so', async (_name, where) => {
    const before = posts(where().at).length;
    const reply = await press(await ask(where(), { private: true }), 'share', where());
    expect(isEphemeral(reply)).toBe(true);
    expect(visibleText(reply)).toContain(FORBIDDEN);
    expect(posts(where().at)).toHaveLength(before);
  });

  it.each(MUTE)('%s cannot share what they found, and is told so', async (_name, where) => {
    const before = posts(where().at).length;
    const reply = await press(await found(where()), 'sharereply', where());
    expect(isEphemeral(reply)).toBe(true);
    expect(visibleText(reply)).toContain(FORBIDDEN);
    expect(posts(where().at)).toHaveLength(before);
  });

  it.each([
    ['in a channel', () => ({ at: channel, memberPermissions: muteInThreads })],
    ['in a thread', () => ({ at: thread, memberPermissions: mute })],
    [
      'in a locked thread',
      () => ({ at: locked, memberPermissions: usualMemberPermissions | permissions.manageThreads }),
    ],
    ['everywhere', () => ({ at: channel, memberPermissions: permissions.administrator })],
    ['in a direct message', () => ({ at: world.standIn.addPrivateChannel([user]), memberPermissions: 0n })],
  ] satisfies [string, () => Where][])(
    'elsewhere, but may %s, is answered in public',
    async (_name, where) => {
      expect(isEphemeral(await ask(where()))).toBe(false);
    },
  );
});

describe('a manager who may not send messages in a channel', () => {
  let world: DigestWorld;
  let other: Channel;

  beforeEach(async () => {
    world = await startDigestWorld();
    other = world.standIn.addChannel(world.guild, { name: 'announcements' });
    world.standIn.denyMember(other, world.manager, permissions.sendMessages);
  });
  afterEach(() => world.close());

  it('sets up no digest there', async () => {
    expect(await world.start({ channel: other.id })).toContain(`You cannot send messages in <#${other.id}>`);
    expect(await world.store.active()).toEqual([]);
  });

  it('sets up none where they are either', async () => {
    const options = { channel: world.channel.id, time: '13:00', timezone: 'UTC' };
    const { manager: user, guild } = world;
    const memberPermissions = managerPermissions & ~permissions.sendMessages;
    const reply = await world.standIn
      .invoke({ command: 'digest start', options, user, guild, memberPermissions })
      .reply();
    expect(visibleText(reply)).toContain('You cannot send messages in');
  });

  it('posts none there now', async () => {
    const third = world.standIn.addChannel(world.guild, { name: 'third' });
    expect(await world.start({ channel: third.id })).toContain('is set up');
    world.standIn.denyMember(third, world.manager, permissions.sendMessages);
    expect(await world.digest('now')).toContain(`You cannot send messages in <#${third.id}>`);
    expect(world.standIn.messagesIn(third)).toEqual([]);
  });
});
