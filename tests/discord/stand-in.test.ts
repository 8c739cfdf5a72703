import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  ContainerBuilder,
  type DiscordAPIError,
  Events,
  GatewayIntentBits,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  SlashCommandBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import * as spec from 'discord-api-spec/zod';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { botOf, connected, dial, promiseOf, request } from './clients.ts';
import { type RejectedPayload, rejectedPayloads } from './rejected-payloads.ts';
import { schemaProblems } from './schemas.ts';
import {
  type Channel,
  type Guild,
  isEphemeral,
  type Message,
  manualClock,
  permissions,
  type StandIn,
  type StandInOptions,
  startStandIn,
  type User,
  visibleText,
} from './stand-in.ts';

const definition = new SlashCommandBuilder()
  .setName('ask')
  .setDescription('Asks a question.')
  .addStringOption((option) =>
    option.setName('question').setDescription('What to ask.').setRequired(true).setAutocomplete(true),
  )
  .addUserOption((option) => option.setName('about').setDescription('Whom it is about.'))
  .toJSON();
const messageCommand = { type: 3, name: 'Explain this' };

const refusalOf = (promise: Promise<unknown>): Promise<DiscordAPIError> =>
  promise.then(
    () => {
      throw new Error('Nothing was refused');
    },
    (error) => error,
  );

let standIn: StandIn;
let guild: Guild;
let channel: Channel;
let user: User;
let client: Client | undefined;

async function start(options: StandInOptions = {}): Promise<void> {
  standIn = await startStandIn(options);
  guild = standIn.addGuild({ name: 'Team', locale: 'fr', roles: ['Readers'] });
  channel = guild.channels[0] as Channel;
  user = standIn.addUser({ name: 'Ada' });
  standIn.registerCommands([definition, messageCommand]);
}

async function stop(): Promise<void> {
  await client?.destroy();
  client = undefined;
  await standIn.close();
}

describe('payloads that Discord refuses', () => {
  beforeAll(async () => {
    await start();
    client = await connected(standIn);
  });
  afterAll(stop);

  const send = async (as: RejectedPayload['as'], payload: unknown) => {
    const { applicationId } = standIn;
    const ask = () => standIn.invoke({ command: definition, options: { question: 'Why?' }, user, guild });
    const callback = (conversation: ReturnType<typeof ask>, type: number, data: unknown) => {
      const { id, token } = conversation.interaction;
      return request(standIn, 'POST', `/interactions/${id}/${token}/callback`, { type, data });
    };
    const edit = async (before: unknown) => {
      const conversation = ask();
      expect((await callback(conversation, 4, before)).status).toBe(204);
      const { token } = conversation.interaction;
      return request(standIn, 'PATCH', `/webhooks/${applicationId}/${token}/messages/%40original`, payload);
    };
    switch (as) {
      case 'commands':
        return request(standIn, 'PUT', `/applications/${applicationId}/commands`, payload);
      case 'channel message':
        return request(standIn, 'POST', `/channels/${channel.id}/messages`, payload);
      case 'reply':
        return callback(ask(), 4, payload);
      case 'modal':
        return callback(ask(), 9, payload);
      case 'edit of a plain reply':
        return edit({ content: 'Hello' });
      case 'edit of a V2 reply':
        return edit({ flags: 32768, components: [{ type: 10, content: 'Hello' }] });
      case 'choices': {
        const typing = standIn.autocomplete({ command: definition, option: 'question', user, guild });
        typing.catch(() => {});
        const { id, token } = standIn.lastInteraction;
        return request(standIn, 'POST', `/interactions/${id}/${token}/callback`, { type: 8, data: payload });
      }
    }
  };

  test.each(rejectedPayloads)('$as: $rule', async ({ as, rejected, accepted, code, at }) => {
    const refused = await send(as, rejected);
    expect(refused).toMatchObject({ status: 400, body: { code } });
    const blamed = at
      ?.split('.')
      .reduce<unknown>((place, step) => (place as Record<string, unknown>)?.[step], refused.body.errors);
    if (at) expect(blamed, JSON.stringify(refused.body.errors)).toHaveProperty('_errors');
    const taken = await send(as, accepted);
    expect([200, 204], JSON.stringify(taken.body)).toContain(taken.status);
  });

  test('the table names each rule once for each place', () => {
    const names = rejectedPayloads.map(({ as, rule }) => `${as}: ${rule}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the REST side', () => {
  beforeEach(() => start());
  afterEach(stop);

  test('an unknown route is 404 in Discord’s shape', async () => {
    expect(await request(standIn, 'GET', '/nothing/here')).toEqual({
      status: 404,
      body: { message: '404: Not Found', code: 0 },
    });
  });

  test('a wrong token is 401 with code 0', async () => {
    const { status, body } = await request(standIn, 'GET', '/users/@me', undefined, 'Bot wrong');
    expect({ status, code: body.code }).toEqual({ status: 401, code: 0 });
    expect((await request(standIn, 'GET', '/users/@me')).status).toBe(200);
  });

  test('malformed JSON is 400 with code 50109', async () => {
    const { status, body } = await request(
      standIn,
      'POST',
      `/channels/${channel.id}/messages`,
      '{"content":',
    );
    expect({ status, code: body.code }).toEqual({ status: 400, code: 50109 });
  });

  test('requests are recorded', async () => {
    await request(standIn, 'POST', `/channels/${channel.id}/messages`, { content: 'Hi' });
    expect(standIn.requests).toMatchObject([
      { method: 'POST', path: `/channels/${channel.id}/messages`, body: { content: 'Hi' }, status: 200 },
    ]);
  });

  test('without permission to send, a message is refused, and without sight of the channel so is everything', async () => {
    const silent = standIn.addChannel(guild, { name: 'silent', appPermissions: permissions.viewChannel });
    const hidden = standIn.addChannel(guild, { name: 'hidden', appPermissions: 0n });
    const post = (at: Channel) => request(standIn, 'POST', `/channels/${at.id}/messages`, { content: 'Hi' });
    expect(await post(silent)).toMatchObject({ status: 403, body: { code: 50013 } });
    expect(await post(hidden)).toMatchObject({ status: 403, body: { code: 50001 } });
    expect((await post(channel)).status).toBe(200);
  });

  test('ids are snowflakes of the time and increase', () => {
    const ids = Array.from({ length: 100 }, (_, i) => BigInt(standIn.addUser({ name: `u${i}` }).id));
    expect(ids.every((id, index) => index === 0 || id > (ids[index - 1] as bigint))).toBe(true);
    expect(Math.abs(Number((ids[0] as bigint) >> 22n) + 1_420_070_400_000 - Date.now())).toBeLessThan(
      3_600_000,
    );
  });

  test('a registered command keeps its id when overwritten, and can be edited and deleted alone', async () => {
    const path = `/applications/${standIn.applicationId}/guilds/${guild.id}/commands`;
    const create = await request(standIn, 'POST', path, definition);
    expect(create.status).toBe(201);
    const put = await request(standIn, 'PUT', path, [definition]);
    expect(put.body).toMatchObject([{ id: create.body.id, name: 'ask', guild_id: guild.id }]);
    const patch = await request(standIn, 'PATCH', `${path}/${create.body.id}`, { description: 'Other.' });
    expect(patch.body).toMatchObject({ id: create.body.id, description: 'Other.', name: 'ask' });
    expect((await request(standIn, 'DELETE', `${path}/${create.body.id}`)).status).toBe(204);
    expect(standIn.commands(guild)).toEqual([]);
  });

  test('localisations are listed only if asked for', async () => {
    const path = `/applications/${standIn.applicationId}/commands`;
    await request(standIn, 'PUT', path, [
      { name: 'ask', description: 'Asks.', name_localizations: { fr: 'demander' } },
    ]);
    expect((await request(standIn, 'GET', path)).body).not.toHaveProperty([0, 'name_localizations']);
    expect((await request(standIn, 'GET', `${path}?with_localizations=true`)).body).toHaveProperty(
      [0, 'name_localizations', 'fr'],
      'demander',
    );
  });
});

describe('whom a message pings', () => {
  beforeEach(() => start());
  afterEach(stop);

  const sent = async (body: object): Promise<Message> => {
    expect((await request(standIn, 'POST', `/channels/${channel.id}/messages`, body)).status).toBe(200);
    return standIn.messagesIn(channel).at(-1) as Message;
  };
  const mentions = '<@11> <@!12> <@&13> @everyone';

  test.each([
    [
      'everything without allowed_mentions',
      { content: mentions },
      { users: ['11', '12'], roles: ['13'], everyone: true },
    ],
    [
      'text displays too',
      { flags: 32768, components: [{ type: 17, components: [{ type: 10, content: mentions }] }] },
      { users: ['11', '12'], roles: ['13'], everyone: true },
    ],
    [
      'nothing with an empty parse',
      { content: mentions, allowed_mentions: { parse: [] } },
      { users: [], roles: [], everyone: false },
    ],
    [
      'what is parsed',
      { content: mentions, allowed_mentions: { parse: ['roles', 'everyone'] } },
      { users: [], roles: ['13'], everyone: true },
    ],
    [
      'whoever is listed and mentioned',
      { content: mentions, allowed_mentions: { users: ['12', '99'] } },
      { users: ['12'], roles: [], everyone: false },
    ],
    [
      'nobody from embeds',
      { embeds: [{ description: mentions }] },
      { users: [], roles: [], everyone: false },
    ],
  ])('%s', async (_name, body, pings) => {
    const message = await sent(body);
    expect(message.pings).toEqual(pings);
    expect(message.allowedMentionsGiven).toBe('allowed_mentions' in body);
  });

  test('the author of a message replied to, unless that is switched off', async () => {
    const said = standIn.say({ channel, author: user, content: 'Hello' });
    const reply = { content: 'Hi', message_reference: { message_id: said.id } };
    expect((await sent(reply)).pings.users).toEqual([user.id]);
    expect((await sent({ ...reply, allowed_mentions: { parse: [] } })).pings.users).toEqual([]);
  });
});

describe('interactions with discord.js', () => {
  beforeEach(() => start());
  afterEach(stop);

  const ask = (rest: object = {}) =>
    standIn.invoke({ command: 'ask', options: { question: 'Why?' }, user, guild, ...rest });

  test('a bot logs in, sees its servers, and registers commands', async () => {
    client = await connected(standIn);
    expect(client.guilds.cache.map(({ name }) => name)).toEqual(['Team']);
    await client.application?.commands.set([definition]);
    expect(standIn.commands().map(({ name }) => name)).toEqual(['ask']);
  });

  test('a wrong token makes the login fail', async () => {
    client = botOf(standIn);
    await expect(client.login('wrong')).rejects.toThrow(/token/i);
  });

  test('a privileged intent that is not switched on ends the connection', async () => {
    client = new Client({
      intents: [GatewayIntentBits.MessageContent],
      rest: { api: standIn.api, version: '10' },
    });
    await expect(client.login(standIn.token)).rejects.toThrow(/disallowed intents/i);
    expect(standIn.gateway.identifies).toMatchObject([
      { intents: GatewayIntentBits.MessageContent, accepted: false },
    ]);
  });

  test('a command is answered with a V2 message', async () => {
    const seen: unknown[] = [];
    const { promise: replied, resolve: hasReplied } = promiseOf<string | undefined>();
    client = await connected(standIn, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      seen.push(
        interaction.options.getString('question'),
        interaction.options.getUser('about')?.username,
        interaction.locale,
        interaction.guildLocale,
        interaction.guild?.name,
        interaction.memberPermissions?.has('SendMessages'),
        interaction.appPermissions.has('EmbedLinks'),
      );
      const container = new ContainerBuilder().addTextDisplayComponents((text) =>
        text.setContent('An answer'),
      );
      const response = await interaction.reply({
        flags: MessageFlags.IsComponentsV2,
        components: [container],
        withResponse: true,
      });
      hasReplied(response.resource?.message?.id);
    });
    const conversation = ask({ options: { question: 'Why?', about: user.id }, locale: 'de' });
    const reply = await conversation.reply();
    expect(visibleText(reply)).toBe('An answer');
    expect(standIn.messagesIn(channel)).toEqual([reply]);
    expect(await replied).toBe(reply.id);
    expect(seen).toEqual(['Why?', 'Ada', 'de', 'fr', 'Team', true, true]);
    expect(conversation.errors).toEqual([]);
  });

  test('a deferral keeps its ephemeral flag through the edit and the deletion', async () => {
    const { promise: read, resolve: hasRead } = promiseOf<void>();
    client = await connected(standIn, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply({
        flags: MessageFlags.IsComponentsV2,
        components: [{ type: 10, content: 'Done' }],
      });
      await read;
      await interaction.deleteReply();
    });
    const conversation = ask();
    expect(await conversation.acknowledged()).toMatchObject({ type: 5, data: { flags: 64 } });
    const reply = await conversation.reply();
    expect({ ephemeral: isEphemeral(reply), text: visibleText(reply) }).toEqual({
      ephemeral: true,
      text: 'Done',
    });
    expect(standIn.messagesIn(channel)).toEqual([]);
    hasRead();
    expect(await standIn.until(() => reply.deleted || undefined, 'the deletion')).toBe(true);
  });

  test('a follow-up right after a deferral edits it; later ones are messages of their own', async () => {
    client = await connected(standIn, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await interaction.followUp('First');
      await interaction.followUp({ content: 'Second', flags: MessageFlags.Ephemeral });
    });
    const conversation = ask();
    expect((await conversation.reply()).content).toBe('First');
    const second = await conversation.followUp();
    expect({ content: second.content, ephemeral: isEphemeral(second) }).toEqual({
      content: 'Second',
      ephemeral: true,
    });
  });

  test('an app that only its user brought along may follow up five times', async () => {
    const elsewhere = standIn.addGuild({ name: 'Elsewhere', hasBot: false });
    const command = { ...definition, integration_types: [1], contexts: [0, 1, 2] };
    client = await connected(standIn, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply('0');
      for (const count of '123456') await interaction.followUp(count).catch(() => {});
    });
    const conversation = standIn.invoke({ command, options: { question: 'Why?' }, user, guild: elsewhere });
    expect(await conversation.refused()).toMatchObject({ status: 400, code: 40094 });
    expect(conversation.followUps).toHaveLength(5);
    expect(conversation.interaction.payload.authorizing_integration_owners).toEqual({ 1: user.id });
  });

  test('a direct message has a user and no member', async () => {
    const seen: unknown[] = [];
    client = await connected(standIn, (interaction) => {
      seen.push(interaction.user.username, interaction.member, interaction.guildId, interaction.context);
      if (interaction.isChatInputCommand()) return interaction.reply('Hi');
    });
    await standIn.invoke({ command: 'ask', options: { question: 'Why?' }, user }).reply();
    expect(seen).toEqual(['Ada', null, null, 1]);
  });

  test('typing brings up choices', async () => {
    client = await connected(standIn, (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const typed = interaction.options.getFocused();
      return interaction.respond([{ name: `${typed}?`, value: typed }]);
    });
    const choices = await standIn.autocomplete({
      command: 'ask',
      option: 'question',
      value: 'Wh',
      user,
      guild,
    });
    expect(choices).toEqual([{ name: 'Wh?', value: 'Wh' }]);
  });

  test('a button updates its message', async () => {
    const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
      new ButtonBuilder().setCustomId('next').setLabel('Next').setStyle(ButtonStyle.Primary),
    );
    client = await connected(standIn, (interaction) => {
      if (interaction.isChatInputCommand()) return interaction.reply({ content: 'One', components: [row] });
      if (interaction.isButton()) return interaction.update({ content: 'Two', components: [] });
    });
    const message = await ask().reply();
    expect(await standIn.click({ message, customId: 'next', user }).reply()).toBe(message);
    expect({ content: message.content, components: message.components }).toEqual({
      content: 'Two',
      components: [],
    });
    expect(() => standIn.click({ message, customId: 'next', user })).toThrow('no component next');
  });

  test('a select hands over what was picked, and a deferred update ends with an edit', async () => {
    const components = [
      { type: 1, components: [{ type: 3, customId: 'pick', options: [{ label: 'A', value: 'a' }] }] },
    ];
    client = await connected(standIn, async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply({ content: 'Pick', components });
      if (!interaction.isStringSelectMenu()) return;
      await interaction.deferUpdate();
      await interaction.editReply(`Picked ${interaction.values}`);
    });
    const message = await ask().reply();
    expect(() => standIn.click({ message, customId: 'pick', values: ['z'], user })).toThrow('does not let');
    const conversation = standIn.click({ message, customId: 'pick', values: ['a'], user });
    expect((await conversation.reply()).content).toBe('Picked a');
  });

  test('an ephemeral message is pressed only by the one who sees it', async () => {
    const components = [{ type: 1, components: [{ type: 2, style: 1, customId: 'x', label: 'X' }] }];
    client = await connected(standIn, (interaction) => {
      if (interaction.isChatInputCommand())
        return interaction.reply({ content: 'Hi', components, flags: MessageFlags.Ephemeral });
      if (interaction.isButton()) return interaction.update({ content: 'Pressed', components: [] });
    });
    const message = await ask().reply();
    const other = standIn.addUser({ name: 'Ben' });
    expect(() => standIn.click({ message, customId: 'x', user: other })).toThrow('not shown to Ben');
    expect((await standIn.click({ message, customId: 'x', user }).reply()).content).toBe('Pressed');
  });

  test('a modal is filled in and sent', async () => {
    const modal = new ModalBuilder()
      .setCustomId('more')
      .setTitle('More')
      .addLabelComponents(
        new LabelBuilder()
          .setLabel('Why')
          .setTextInputComponent(new TextInputBuilder().setCustomId('why').setStyle(TextInputStyle.Short)),
      );
    client = await connected(standIn, (interaction) => {
      if (interaction.isChatInputCommand()) return interaction.showModal(modal);
      if (interaction.isModalSubmit()) return interaction.reply(interaction.fields.getTextInputValue('why'));
    });
    const submitted = await standIn.submitModal({ conversation: ask(), fields: { why: 'Because' } });
    expect((await submitted.reply()).content).toBe('Because');
  });

  test('a message command carries its message', async () => {
    const target = standIn.say({ channel, author: user, content: 'Some words' });
    client = await connected(standIn, (interaction) => {
      if (!interaction.isMessageContextMenuCommand()) return;
      return interaction.reply(
        `${interaction.targetMessage.author.username}: ${interaction.targetMessage.content}`,
      );
    });
    const conversation = standIn.messageCommand({ command: 'Explain this', target, user });
    expect((await conversation.reply()).content).toBe('Ada: Some words');
  });

  test('a message command carries words that the bot sees nowhere else', async () => {
    const target = standIn.say({ channel, author: user, content: 'Some words' });
    const path = `/channels/${channel.id}/messages/${target.id}`;
    client = await connected(standIn);
    standIn.messageCommand({ command: 'Explain this', target, user });
    const { resolved } = standIn.lastInteraction.payload.data as { resolved: object };
    expect(resolved).toMatchObject({ messages: { [target.id]: { content: 'Some words' } } });
    expect((await request(standIn, 'GET', path)).body.content).toBe('');
  });

  test('a button of a reply carries where its question is, and not the question', async () => {
    const asked = standIn.say({ channel, author: user, content: `<@${standIn.bot.id}> Why?` });
    const answer = await request(standIn, 'POST', `/channels/${channel.id}/messages`, {
      content: 'Because',
      message_reference: { message_id: asked.id },
      components: [{ type: 1, components: [{ type: 2, style: 2, label: 'More', custom_id: 'more' }] }],
    });
    expect(answer.body).toMatchObject({ referenced_message: { content: asked.content } });
    client = await connected(standIn);
    const message = standIn.messagesIn(channel).at(-1) as Message;
    standIn.click({ message, customId: 'more', user });
    const sent = standIn.lastInteraction.payload.message;
    expect(sent).toMatchObject({
      type: 19,
      content: 'Because',
      message_reference: { message_id: asked.id, channel_id: channel.id, guild_id: guild.id },
    });
    expect(sent).not.toHaveProperty('referenced_message');
  });

  test('a message command carries a forwarded message and a poll as Discord publishes them', async () => {
    client = await connected(standIn, (interaction) => {
      if (interaction.isMessageContextMenuCommand()) return interaction.reply('Read.');
      return undefined;
    });
    const forwards = standIn.say({
      channel,
      author: user,
      content: 'Some words',
      embeds: [{ title: 'A title' }],
    });
    const poll = { question: { text: 'Which?' }, answers: [{ poll_media: { text: 'This one' } }] };
    const sentAlong = async (target: Message) => {
      await standIn.messageCommand({ command: 'Explain this', target, user }).reply();
      const data = standIn.lastInteraction.payload.data as { resolved: { messages: Record<string, object> } };
      return data.resolved.messages[target.id];
    };
    const forward = await sentAlong(standIn.say({ channel, author: user, forwards }));
    expect(forward).toMatchObject({
      content: '',
      flags: 1 << 14,
      message_reference: { type: 1, message_id: forwards.id, channel_id: channel.id },
      message_snapshots: [{ message: { content: 'Some words', embeds: [{ title: 'A title' }] } }],
    });
    const { message_snapshots: snapshots } = forward as { message_snapshots: { message: object }[] };
    expect(snapshots[0]?.message).not.toHaveProperty('author');
    expect(schemaProblems(spec.MessageSnapshotResponseSchema, snapshots[0])).toEqual([]);
    const asked = (await sentAlong(standIn.say({ channel, author: user, poll }))) as { poll: object };
    expect(schemaProblems(spec.PollResponseSchema, asked.poll)).toEqual([]);
  });

  test('files come through', async () => {
    client = await connected(standIn, (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      return interaction.reply({ files: [{ attachment: Buffer.from('words'), name: 'answer.txt' }] });
    });
    const [file] = (await ask().reply()).attachments;
    expect(file).toMatchObject({ filename: 'answer.txt', size: 5 });
    expect(Buffer.from(file?.content ?? []).toString()).toBe('words');
  });

  test('a second callback is refused with 40060', async () => {
    const { promise: refused, resolve } = promiseOf<DiscordAPIError>();
    client = await connected(standIn, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply('One');
      // discord.js itself keeps a bot from answering twice, until it is made to forget.
      interaction.replied = false;
      resolve(await refusalOf(interaction.reply('Two')));
    });
    const conversation = ask();
    expect(await refused).toMatchObject({ code: 40060, status: 400 });
    expect((await conversation.reply()).content).toBe('One');
  });

  test('a callback after the deadline, or to no interaction, is refused with 10062', async () => {
    const clock = manualClock();
    await standIn.close();
    await start({ clock });
    client = await connected(standIn);
    const { id, token } = ask().interaction;
    const callback = (to: string) => request(standIn, 'POST', `/interactions/${to}/callback`, { type: 5 });
    expect(await callback('1/unknown')).toMatchObject({ status: 404, body: { code: 10062 } });
    clock.advance(3_001);
    expect(await callback(`${id}/${token}`)).toMatchObject({ status: 404, body: { code: 10062 } });
    const other = ask().interaction;
    clock.advance(2_999);
    expect((await callback(`${other.id}/${other.token}`)).status).toBe(204);
  });

  test('the webhook opens with the first callback and closes after fifteen minutes', async () => {
    const clock = manualClock();
    await standIn.close();
    await start({ clock });
    client = await connected(standIn);
    const { id, token } = ask().interaction;
    const original = `/webhooks/${standIn.applicationId}/${token}/messages/@original`;
    const edit = () => request(standIn, 'PATCH', original, { content: 'Hi' });
    expect(await edit()).toMatchObject({ status: 404, body: { code: 10015 } });
    await request(standIn, 'POST', `/interactions/${id}/${token}/callback`, { type: 5 });
    expect((await edit()).status).toBe(200);
    expect((await request(standIn, 'DELETE', original)).status).toBe(204);
    expect(await edit()).toMatchObject({ status: 404, body: { code: 10008 } });
    clock.advance(15 * 60_000 + 1);
    expect(await edit()).toMatchObject({ status: 401, body: { code: 50027 } });
    expect(
      await request(standIn, 'POST', `/webhooks/${standIn.applicationId}/unknown`, { content: 'Hi' }),
    ).toMatchObject({ status: 401, body: { code: 50027 } });
  });

  test('a callback must fit its interaction', async () => {
    client = await connected(standIn);
    const { id, token } = ask().interaction;
    const callback = (type: number) =>
      request(standIn, 'POST', `/interactions/${id}/${token}/callback`, {
        type,
        data: { content: 'Hi', choices: [] },
      });
    for (const type of [1, 6, 7, 8])
      expect(await callback(type)).toMatchObject({ status: 400, body: { code: 50035 } });
    expect((await callback(4)).status).toBe(204);
  });

  test('a person cannot send what the command does not allow', async () => {
    client = await connected(standIn);
    expect(() => ask({ options: {} })).toThrow('question is required');
    expect(() => ask({ options: { question: 5 } })).toThrow('takes a string');
    expect(() => ask({ options: { question: 'Why?', other: 1 } })).toThrow('no option other');
    expect(() => ask({ command: 'unknown' })).toThrow('No command unknown');
    expect(() => ask({ command: { ...definition, contexts: [1] } })).toThrow('not offered in context 0');
  });
});

describe('an option that takes a channel', () => {
  beforeEach(() => start());
  afterEach(stop);

  const command = {
    name: 'digest',
    description: 'Posts.',
    options: [{ type: 7, name: 'where', description: 'Where.', channel_types: [0, 11] }],
  };
  const choose = (id: string, rest: object = {}) =>
    standIn.invoke({ command, options: { where: id }, user, guild, ...rest });
  const resolved = (id: string) => {
    const { data } = standIn.lastInteraction.payload as {
      data: { resolved: { channels: Record<string, object> } };
    };
    return data.resolved.channels[id];
  };

  test('takes the types that it asks for', async () => {
    client = await connected(standIn);
    const news = standIn.addChannel(guild, { name: 'news', type: 5 });
    expect(() => choose(news.id)).toThrow('cannot be a channel of type 5');
    expect(() => choose(channel.id)).not.toThrow();
  });

  test('takes channels of its own server', async () => {
    client = await connected(standIn);
    const [far] = standIn.addGuild().channels;
    expect(() => choose(far?.id ?? '')).toThrow('of another server');
  });

  test('resolves to a partial channel, with what the person may do there', async () => {
    client = await connected(standIn);
    choose(channel.id, { memberPermissions: permissions.viewChannel });
    expect(resolved(channel.id)).toMatchObject({
      id: channel.id,
      name: 'general',
      type: 0,
      permissions: '1024',
    });
    expect(resolved(channel.id)).not.toHaveProperty('permission_overwrites');
  });

  test('resolves a thread with its parent and its state', async () => {
    client = await connected(standIn);
    const thread = standIn.addChannel(guild, { name: 'thread', type: 11, parent: channel, hasJoined: true });
    choose(thread.id);
    expect(resolved(thread.id)).toMatchObject({
      parent_id: channel.id,
      thread_metadata: { archived: false },
    });
    expect(resolved(thread.id)).not.toHaveProperty('member');
  });

  test('is read by discord.js', async () => {
    const thread = standIn.addChannel(guild, { name: 'thread', type: 11, parent: channel });
    const { promise: chosen, resolve } = promiseOf<unknown>();
    client = await connected(standIn, (interaction) => {
      if (interaction.isChatInputCommand()) resolve(interaction.options.getChannel('where')?.name);
    });
    choose(thread.id);
    expect(await chosen).toBe('thread');
  });
});

describe('a command that is not offered', () => {
  beforeEach(() => start());
  afterEach(stop);

  const command = { ...definition, default_member_permissions: permissions.manageGuild.toString() };
  const ask = (rest: object) =>
    standIn.invoke({ command, options: { question: 'Why?' }, user, guild, ...rest });

  test('can be forced, to find out what the bot makes of it', async () => {
    client = await connected(standIn, (interaction) => {
      if (interaction.isChatInputCommand())
        return interaction.reply(`${interaction.memberPermissions?.has('ManageGuild')}`);
    });
    expect(() => ask({})).toThrow('not offered to members without');
    expect((await ask({ forced: true }).reply()).content).toBe('false');
  });

  test('can be forced even if its contexts leave the place out', async () => {
    client = await connected(standIn);
    const directly = { guild: undefined, command: { ...definition, contexts: [0] } };
    expect(() => ask(directly)).toThrow('not offered in context 1');
    expect(() => ask({ ...directly, forced: true })).not.toThrow();
  });
});

describe('the gateway', () => {
  beforeEach(() => start());
  afterEach(stop);

  const reply = (interaction: Interaction) =>
    interaction.isChatInputCommand() ? interaction.reply('Here') : undefined;
  const ask = () => standIn.invoke({ command: 'ask', options: { question: 'Why?' }, user, guild });
  const identify = (rest: object = {}) => ({
    op: 2,
    d: {
      token: standIn.token,
      intents: 1,
      properties: { os: 'linux', browser: 'test', device: 'test' },
      ...rest,
    },
  });
  const resumed = () => standIn.until(() => standIn.gateway.resumes || undefined, 'a resume');

  test('a dropped connection is resumed, and what was missed comes after', async () => {
    client = await connected(standIn, reply);
    standIn.dropGateway({ resumable: true });
    const conversation = ask();
    expect((await conversation.reply()).content).toBe('Here');
    expect(await resumed()).toBe(1);
    expect(standIn.gateway.identifies).toHaveLength(1);
  });

  test('a request to reconnect is followed by a resume', async () => {
    client = await connected(standIn, reply);
    standIn.requestReconnect();
    expect(await resumed()).toBe(1);
    expect((await ask().reply()).content).toBe('Here');
  });

  test('a new server is announced at once', async () => {
    client = await connected(standIn);
    const joined = new Promise<string>((resolve) =>
      client?.once(Events.GuildCreate, ({ name }) => resolve(name)),
    );
    standIn.addGuild({ name: 'New' });
    expect(await joined).toBe('New');
  });

  test('events go to the shard of their server', async () => {
    const far = standIn.addGuild({ id: String(((BigInt(guild.id) >> 22n) + 1n) << 22n), name: 'Far' });
    const shards = [0, 1];
    const seen: string[] = [];
    const clients = shards.map(
      (shard) =>
        new Client({
          intents: [GatewayIntentBits.Guilds],
          shards: shard,
          shardCount: 2,
          rest: { api: standIn.api, version: '10' },
        }),
    );
    await Promise.all(
      clients.map((each, shard) => {
        each.on(Events.InteractionCreate, (interaction) => {
          seen.push(`${shard === Number((BigInt(interaction.guildId ?? 0) >> 22n) % 2n)}`);
          if (interaction.isChatInputCommand()) interaction.reply('Here');
        });
        const ready = new Promise((resolve) => each.once(Events.ClientReady, resolve));
        return each.login(standIn.token).then(() => ready);
      }),
    );
    await ask().reply();
    await standIn.invoke({ command: 'ask', options: { question: 'Why?' }, user, guild: far }).reply();
    expect(seen).toEqual(['true', 'true']);
    await Promise.all(clients.map((each) => each.destroy()));
  });

  test('heartbeats are acknowledged and events are numbered', async () => {
    const line = await dial(standIn);
    expect(await line.next()).toMatchObject({ op: 10, d: { heartbeat_interval: 41250 } });
    line.send({ op: 1, d: null });
    expect(await line.next()).toMatchObject({ op: 11 });
    line.send(identify());
    expect(await line.next()).toMatchObject({
      op: 0,
      t: 'READY',
      s: 1,
      d: { guilds: [{ id: guild.id, unavailable: true }] },
    });
    expect(await line.next()).toMatchObject({
      op: 0,
      t: 'GUILD_CREATE',
      s: 2,
      d: { id: guild.id, name: 'Team' },
    });
  });

  test('heartbeats can be left without an answer, until discord.js takes the connection for dead', async () => {
    await standIn.close();
    await start({ heartbeatIntervalMs: 50 });
    client = await connected(standIn, reply);
    standIn.gateway.acknowledgesHeartbeats = false;
    await resumed();
    standIn.gateway.acknowledgesHeartbeats = true;
    expect((await ask().reply()).content).toBe('Here');
  });

  test('connections can be turned away for a while', async () => {
    client = await connected(standIn, reply);
    standIn.gateway.isOpen = false;
    standIn.dropGateway({ resumable: true });
    await standIn.until(() => (standIn.gateway.refusals > 1 ? true : undefined), 'a second attempt');
    standIn.gateway.isOpen = true;
    expect(await resumed()).toBe(1);
  });

  test.each([true, false])('an invalid session says whether it is resumable: %s', async (resumable) => {
    const line = await dial(standIn);
    line.send(identify({ intents: 0 }));
    const ready = (await line.nextOf('READY')) as { d: { session_id: string } };
    standIn.invalidSession(resumable);
    expect(await line.next()).toMatchObject({ op: 9, d: resumable });
    const again = await dial(standIn);
    again.send({ op: 6, d: { token: standIn.token, session_id: ready.d.session_id, seq: 1 } });
    await again.next();
    expect(await again.next()).toMatchObject(resumable ? { op: 0, t: 'RESUMED', s: 2 } : { op: 9, d: false });
  });

  test.each([
    ['a wrong token', () => identify({ token: 'wrong' }), 4004],
    ['a shard out of range', () => identify({ shard: [2, 2] }), 4010],
    ['intents that do not exist', () => identify({ intents: 2 ** 30 }), 4013],
    ['privileged intents not switched on', () => identify({ intents: GatewayIntentBits.GuildMembers }), 4014],
    ['an unknown opcode', () => ({ op: 99 }), 4001],
    ['a presence before the identification', () => ({ op: 3, d: {} }), 4003],
    ['a resume with a wrong token', () => ({ op: 6, d: { token: 'wrong' } }), 4004],
  ])('%s closes the connection', async (_name, packet, code) => {
    const line = await dial(standIn);
    line.send(packet());
    expect(await line.closed).toBe(code);
  });

  test('nobody can be asked while the bot is away', async () => {
    client = await connected(standIn);
    await client.destroy();
    await standIn.until(() => standIn.gateway.sessions.length === 0 || undefined, 'the end of the session');
    expect(ask).toThrow('not connected');
  });
});
