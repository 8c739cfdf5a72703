import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CUSTOM_ID } from '../../src/render/limits.ts';
import { type BotWorld, startBotWorld } from '../bot/bot-world.ts';
import { everyComponent } from '../discord/components.ts';
import {
  type Channel,
  type Guild,
  isEphemeral,
  type Message,
  permissions,
  type Said,
  type User,
  visibleText,
} from '../discord/stand-in.ts';

const SAYS = 'I doubt that H800 chips are still sold in China.';
const ALL = permissions.viewChannel | permissions.sendMessages | permissions.readMessageHistory;
const FILE = { filename: 'notes.png', content: new Uint8Array(1) };
const NOBODY = { users: [], roles: [], everyone: false };

/** What stands above each excerpt. */
const HEADINGS = /^\*\*(?:\d\. )?.+\*\*.*, line \d+$/gm;

const idsOf = ({ components }: Message) =>
  everyComponent(components).flatMap(({ component }) => component.custom_id ?? []);
const idOf = (message: Message, name: string) => {
  const id = idsOf(message).find((each) => each.startsWith(`${name}:`));
  if (id === undefined) throw new Error(`There is no button "${name}".`);
  return id;
};

describe('Find in transcript', () => {
  let world: BotWorld;
  let guild: Guild;
  let channel: Channel;
  let user: User;
  let author: User;

  beforeAll(async () => {
    world = await startBotWorld();
    guild = world.standIn.addGuild();
    channel = guild.channels[0] as Channel;
    user = world.standIn.addUser({ name: 'Ada' });
    author = world.standIn.addUser({ name: 'Bob' });
  });
  afterAll(() => world.close());

  const find = (target: Message, place: object = {}) =>
    world.standIn.messageCommand({ command: 'Find in transcript', target, user, ...place }).reply();
  const said = (content: string, where = channel) => world.standIn.say({ channel: where, author, content });
  const share = (message: Message, place: object = {}) =>
    world.standIn.click({ message, customId: idOf(message, 'sharereply'), user, ...place });
  const lastIn = (where = channel) => world.standIn.messagesIn(where).at(-1) as Message;

  it('answers the asker alone with the closest excerpts, and a button for each', async () => {
    const message = await find(said(SAYS));
    expect(isEphemeral(message)).toBe(true);
    expect(visibleText(message)).toContain('Alan Estevez');
    const excerpts = visibleText(message).match(HEADINGS) ?? [];
    expect(excerpts).toHaveLength(3);
    expect(idsOf(message).filter((id) => id.startsWith('sharereply:'))).toHaveLength(excerpts.length);
    for (const id of idsOf(message)) expect(id.length).toBeLessThanOrEqual(CUSTOM_ID);
    expect(visibleText(message)).toContain('Share 1');
  });

  it.each([
    ['en-US', 'From the transcript, on the topic of that message:'],
    ['zh-CN', '研讨会记录中与这条消息相关的摘录：'],
    ['zh-TW', '研討會紀錄中與這則訊息相關的摘錄：'],
  ])('uses the language of the asker: %s', async (locale, words) => {
    expect(visibleText(await find(said(SAYS), { locale }))).toContain(words);
  });

  it('finds what one sentence of a longer message is about', async () => {
    const target = said(`Did anybody see the match yesterday? My cat slept through all of it. ${SAYS}`);
    expect(visibleText(await find(target))).toContain('H800');
  });

  it.each([
    ['en-US', 'no words'],
    ['zh-CN', '这条消息没有文字'],
    ['zh-TW', '這則訊息沒有文字'],
  ])('refuses politely a message without words, in %s', async (locale, words) => {
    for (const content of [
      '',
      '!!! 🎉',
      '<@123456789012345678> <:wave:123456789012345678>',
      'https://x.example/chips',
    ]) {
      const message = await find(said(content), { locale });
      expect(isEphemeral(message)).toBe(true);
      expect(visibleText(message)).toContain(words);
    }
  });

  it.each([
    ['en-US', 'Found nothing in the transcript close to that message. Try /ask'],
    ['zh-CN', '没有找到与这条消息相近的内容。可以用 /提问 '],
    ['zh-TW', '找不到與這則訊息相近的內容。可以用 /提問 '],
  ])('refuses politely if nothing is found, in %s', async (locale, words) => {
    const message = await find(said('How long do penguins hatch their eggs?'), { locale });
    expect(visibleText(message)).toContain(words);
    expect(idsOf(message)).toEqual([]);
  });

  describe.each([
    ['a channel of the bot', true],
    ['a channel that only its user brought it to', false],
  ])('in %s', (_, hasBot) => {
    let where: Channel;
    const place = () => (hasBot ? {} : { userInstall: true });
    const sent = (message: Partial<Said>) => world.standIn.say({ channel: where, author, ...message });
    const text = async (message: Partial<Said>) => visibleText(await find(sent(message), place()));
    /** A bot's message made of components. */
    const made = (content: string): Partial<Said> => ({
      flags: 1 << 15,
      components: [
        {
          type: 17,
          components: [
            { type: 10, content },
            {
              type: 9,
              components: [{ type: 10, content: 'Yes.' }],
              accessory: { type: 2, style: 5, label: 'More', url: 'https://x.example' },
            },
          ],
        },
      ],
    });

    beforeAll(() => {
      where = world.standIn.addGuild({ hasBot }).channels[0] as Channel;
    });

    it.each<[string, Partial<Said>]>([
      ['the title of an embed', { embeds: [{ title: SAYS }] }],
      ['the description of an embed', { content: 'https://x.example/1', embeds: [{ description: SAYS }] }],
      ['the name of a field', { embeds: [{ fields: [{ name: SAYS, value: '–' }] }] }],
      ['the value of a field', { embeds: [{ title: 'News', fields: [{ name: 'Today', value: SAYS }] }] }],
      ['the author of an embed', { embeds: [{ author: { name: SAYS } }] }],
      ['the footer of an embed', { embeds: [{ footer: { text: SAYS } }] }],
      ['the question of a poll', { poll: { question: { text: SAYS }, answers: [] } }],
      [
        'an answer of a poll',
        { poll: { question: { text: 'Your view?' }, answers: [{ poll_media: { text: SAYS } }] } },
      ],
      ['a component', made(SAYS)],
      [
        'the description of an image',
        { files: [FILE], attachments: [{ id: '0', filename: FILE.filename, description: SAYS }] },
      ],
    ])('reads %s, forwarded or not', async (_part, message) => {
      expect(await text(message)).toContain('H800');
      if (!message.poll) expect(await text({ forwards: sent(message) })).toContain('H800');
    });

    it('reads a forwarded message as it was when it was forwarded', async () => {
      const elsewhere = world.standIn.addGuild({ hasBot: false }).channels[0] as Channel;
      const forwards = world.standIn.say({ channel: elsewhere, author, content: SAYS });
      const target = sent({ forwards });
      forwards.content = 'Never mind.';
      const found = await find(target, place());
      expect(visibleText(found)).toContain('H800');
      if (!hasBot) return;
      await share(found).reply();
      expect(lastIn(where).repliesTo).toBe(target);
    });

    it.each<[string, Partial<Said>]>([
      ['attachments', { files: [FILE] }],
      ['stickers', { stickers: ['wave'] }],
      ['voice messages', { files: [FILE], flags: 1 << 13 }],
      ['attachments and stickers', { content: '!', files: [FILE], stickers: ['wave'] }],
    ])('says that %s are not read', async (contents, message) => {
      const words = `That message has no words to search for: ${contents} are not read.`;
      expect(await text(message)).toContain(words);
      expect(await text({ forwards: sent(message) })).toContain(words);
      expect(await text({ ...message, content: SAYS })).toContain('H800');
    });
  });

  it.each([
    ['zh-CN', '这条消息没有可以查找的文字（机器人不读取附件和贴纸）'],
    ['zh-TW', '這則訊息沒有可以搜尋的文字（機器人不讀取附件和貼圖）'],
  ])('says so in %s', async (locale, words) => {
    const target = world.standIn.say({ channel, author, files: [FILE], stickers: ['wave'] });
    expect(visibleText(await find(target, { locale }))).toContain(words);
  });

  it('shares the chosen excerpt as a reply that mentions nobody and names who shared it', async () => {
    const target = said(SAYS);
    const found = await find(target);
    const told = await share(found).reply();
    expect(isEphemeral(told)).toBe(true);
    expect(visibleText(told)).toContain('Shared in this channel');
    const shared = lastIn();
    expect(shared.repliesTo).toBe(target);
    expect(visibleText(shared)).toContain('Ada shared this');
    expect(visibleText(shared).match(HEADINGS)).toHaveLength(1);
    expect(shared.pings).toEqual(NOBODY);
    expect(world.standIn.requests.at(-2)?.body).toMatchObject({
      allowed_mentions: { parse: [], replied_user: false },
      message_reference: { message_id: target.id, fail_if_not_exists: false },
    });
    for (const id of idsOf(shared)) expect(id.length).toBeLessThanOrEqual(CUSTOM_ID);
  });

  it("uses the server's language in what is shared", async () => {
    const chinese = world.standIn.addGuild({ locale: 'zh-TW' });
    const where = chinese.channels[0] as Channel;
    await share(await find(said(SAYS, where))).reply();
    expect(visibleText(lastIn(where))).toContain('Ada 分享了研討會紀錄摘錄');
  });

  it('lets the sharer remove it, and nobody else', async () => {
    await share(await find(said(SAYS))).reply();
    const shared = lastIn();
    const press = { message: shared, customId: idOf(shared, 'remove'), guild };
    const refusal = await world.standIn.click({ ...press, user: author }).reply();
    expect(isEphemeral(refusal)).toBe(true);
    expect(shared.deleted).toBe(false);
    await world.standIn.click({ ...press, user }).acknowledged();
    await world.standIn.until(() => shared.deleted || undefined, 'the removal');
  });

  it('shares only for the person who searched', async () => {
    const found = await find(said(SAYS));
    const answer = await world.standIn
      .invoke({ command: 'ask', options: { question: 'H800芯片' }, user, guild })
      .reply();
    const customId = idOf(found, 'sharereply');
    answer.components = JSON.parse(
      JSON.stringify(answer.components).replace(idOf(answer, 'context'), customId),
    );
    const before = world.standIn.messagesIn(channel).length;
    const refusal = await world.standIn.click({ message: answer, customId, user: author, guild }).reply();
    expect(isEphemeral(refusal)).toBe(true);
    expect(visibleText(refusal)).toContain('Only the person who asked');
    expect(world.standIn.messagesIn(channel)).toHaveLength(before);
  });

  it.each([
    ['View Channel', permissions.viewChannel],
    ['Send Messages', permissions.sendMessages],
  ])('says privately that the bot lacks %s', async (name, lacking) => {
    const where = world.standIn.addChannel(guild, { name: 'quiet', appPermissions: ALL & ~lacking });
    const told = await share(await find(said(SAYS, where))).reply();
    expect(isEphemeral(told)).toBe(true);
    expect(visibleText(told)).toContain(`in this channel the bot is missing ${name}.`);
    expect(world.standIn.messagesIn(where)).toHaveLength(1);
  });

  it.each([
    ['zh-CN', '查看频道、发送消息和阅读消息历史记录'],
    ['zh-TW', '檢視頻道、傳送訊息和讀取訊息歷史'],
  ])('names all that is missing in %s', async (locale, names) => {
    const where = world.standIn.addChannel(guild, { name: 'closed', appPermissions: 0n });
    const told = await share(await find(said(SAYS, where), { locale }), { locale }).reply();
    expect(visibleText(told)).toContain(names);
  });

  it('posts a link instead of a reply if the bot may not read the history', async () => {
    const appPermissions = ALL & ~permissions.readMessageHistory;
    const where = world.standIn.addChannel(guild, { name: 'no-history', appPermissions });
    const target = said(SAYS, where);
    await share(await find(target)).reply();
    const shared = lastIn(where);
    expect(shared.repliesTo).toBeNull();
    expect(visibleText(shared)).toContain(
      `About this message: https://discord.com/channels/${guild.id}/${where.id}/${target.id}`,
    );
  });

  it('asks for the permission for threads in a thread', async () => {
    const threadIn = (appPermissions: bigint) => {
      const parent = world.standIn.addChannel(guild, { name: 'a channel', appPermissions });
      return world.standIn.addChannel(guild, { name: 'a thread', type: 11, parent });
    };
    const closed = threadIn(ALL);
    const told = await share(await find(said(SAYS, closed))).reply();
    expect(visibleText(told)).toContain('Send Messages in Threads');
    const open = threadIn((ALL & ~permissions.sendMessages) | permissions.sendMessagesInThreads);
    const target = said(SAYS, open);
    await share(await find(target)).reply();
    expect(lastIn(open).repliesTo).toBe(target);
  });

  it('shares through the interaction, with a link, if only the user installed the bot', async () => {
    const elsewhere = world.standIn.addGuild({ hasBot: false });
    const where = elsewhere.channels[0] as Channel;
    const target = said(SAYS, where);
    const shared = await share(await find(target, { userInstall: true }), { userInstall: true }).reply();
    expect(isEphemeral(shared)).toBe(false);
    expect(visibleText(shared)).toContain(`/${elsewhere.id}/${where.id}/${target.id}`);
    expect(shared.pings).toEqual(NOBODY);
  });

  it('replies in a direct message', async () => {
    const hello = await world.standIn.invoke({ command: 'help', user }).reply();
    const target = world.standIn.say({ channel: hello.channel, author: user, content: SAYS });
    await share(await find(target)).reply();
    expect(lastIn(hello.channel).repliesTo).toBe(target);
  });

  it('posts it all the same if the message has been deleted meanwhile', async () => {
    const target = said(SAYS);
    const found = await find(target);
    target.deleted = true;
    await share(found).reply();
    expect(visibleText(lastIn())).toContain('Ada shared this');
  });

  it('says that a passage has changed', async () => {
    const found = await find(said(SAYS));
    const id = idOf(found, 'sharereply');
    const forged = id.replace(/:[^:]+$/, ':AAAA0');
    found.components = JSON.parse(JSON.stringify(found.components).replace(id, forged));
    const before = world.standIn.messagesIn(channel).length;
    const told = await world.standIn.click({ message: found, customId: forged, user }).reply();
    expect(visibleText(told)).toContain('so has this passage');
    expect(world.standIn.messagesIn(channel)).toHaveLength(before);
  });

  it.each([
    '@everyone H800芯片 <@&123456789012345678>',
    '```js\nH800芯片\n``` ||H800芯片||',
    '[H800芯片](https://evil.example) \u202E \u0000',
    `H800芯片 ${'😀'.repeat(900)}`,
  ])('is not harmed by a message such as %j, and repeats nothing of it', async (content) => {
    const mallory = world.standIn.addUser({ name: '@everyone **[x](https://evil.example)**' });
    const found = await find(said(content), { user: mallory });
    await share(found, { user: mallory }).reply();
    for (const message of [found, lastIn()]) {
      const text = visibleText(message).replace(/\\[\s\S]/g, '·');
      expect(message.pings).toEqual(NOBODY);
      expect(text).not.toMatch(/@everyone|<@|```|\|\||\]\(|https:\/\/evil|\u202E/);
    }
  });

  it('says that a menu from an older version no longer works', async () => {
    const message = await world.standIn
      .messageCommand({ command: { type: 3, name: 'Explain this' }, target: said(SAYS), user })
      .reply();
    expect(visibleText(message)).toContain('"Explain this" is no longer in the message menu');
  });

  it('is listed in /help with the menu that it is in', async () => {
    const help = await world.standIn.invoke({ command: 'help', user, guild }).reply();
    expect(visibleText(help)).toContain('Find in transcript (message menu, under Apps)');
  });

  it('logs a refused post without what was in it', async () => {
    const found = await find(said(SAYS));
    const mend = world.standIn.fault(({ method, path }) =>
      method === 'POST' && /\/channels\/\d+\/messages$/.test(path)
        ? { status: 403, body: { code: 50013, message: 'Missing Permissions' } }
        : undefined,
    );
    const told = await share(found).reply();
    mend();
    expect(visibleText(told)).toContain('Something went wrong');
    expect(world.log.join('\n')).toContain('Missing Permissions');
  });

  it('logs nothing of any message', () => {
    expect(world.log.join('\n')).not.toMatch(/H800|Oscar|evil/);
  });
});
