import { beforeEach, describe, expect, it } from 'vitest';
import { DAY, type DigestWorld, HOUR, MINUTE, START, startDigestWorld } from '../digest/digest-world.ts';
import { idOf } from '../discord/buttons.ts';
import { isEphemeral, managerPermissions, permissions, visibleText } from '../discord/stand-in.ts';
import { channelTypes } from '../discord/world.ts';
import { corpus } from '../fixtures.ts';

describe('/digest', () => {
  let world: DigestWorld;

  beforeEach(async ({ onTestFinished }) => {
    world = await startDigestWorld();
    onTestFinished(world.close);
  });

  const invoke = (subcommand: string, place: Partial<Parameters<typeof world.standIn.invoke>[0]> = {}) =>
    world.standIn.invoke({
      command: `digest ${subcommand}`,
      user: world.manager,
      guild: world.guild,
      forced: true,
      ...place,
    });

  it('is offered only to members with Manage Server, only in servers', () => {
    const registered = world.standIn.commands().find(({ name }) => name === 'digest');
    expect(registered?.default_member_permissions).toBe(permissions.manageGuild.toString());
    expect(registered?.contexts).toEqual([0]);
    expect(registered?.integration_types).toEqual([0]);
  });

  it.each(['status', 'stop', 'preview', 'now'])(
    'refuses %s to a member without Manage Server',
    async (name) => {
      const reply = await invoke(name, { memberPermissions: permissions.viewChannel }).reply();
      expect(visibleText(reply)).toContain('Manage Server');
      expect(isEphemeral(reply)).toBe(true);
    },
  );

  it('refuses start to a member without Manage Server, and keeps nothing', async () => {
    const options = { channel: world.channel.id, time: '9:00', timezone: 'UTC' };
    const reply = await invoke('start', { options, memberPermissions: permissions.viewChannel }).reply();
    expect(visibleText(reply)).toContain('Manage Server');
    expect(await world.store.active()).toEqual([]);
  });

  it('says in a direct message that it belongs to servers', async () => {
    const reply = await world.standIn
      .invoke({ command: 'digest status', user: world.manager, forced: true })
      .reply();
    expect(visibleText(reply)).toContain('in a Discord server');
  });

  it('sets up a digest, and says when it posts next', async () => {
    const said = await world.start({ time: '9am', timezone: 'Berlin', days: 'weekdays', excerpts: 2 });
    expect(said).toContain('Digest 1 is set up.');
    expect(said).toContain(`<#${world.channel.id}>: Monday to Friday at 09:00 (Europe/Berlin)`);
    // 10 March 2026, 9:00 in Berlin.
    expect(said).toContain(`<t:${Date.UTC(2026, 2, 10, 8) / 1000}:F>`);
    const [digest] = await world.store.active();
    expect(digest).toMatchObject({
      time: '09:00',
      zone: 'Europe/Berlin',
      days: '12345',
      excerpts: 2,
      number: 1,
    });
  });

  it.each([
    ['EDT', '"EDT" was read as Eastern Time (America/New\\_York), where clocks change'],
    ['Nanjing', '"Nanjing" was read as China Standard Time (Asia/Shanghai), where clocks do not change'],
    ['GMT+4', 'UTC+4 is the same all year'],
    ['MEZ', 'Central European Time (Europe/Berlin), where clocks change'],
  ])('says as what zone %s was taken', async (timezone, said) => {
    expect(await world.start({ timezone })).toContain(said);
  });

  it('says nothing more about a zone that was typed by its own name', async () => {
    expect(await world.start({ timezone: 'Warsaw' })).not.toMatch(/was read as|all year/);
  });

  it.each([
    ['UTC+5:30', '19:45', '14:15', 'at 19:45 (UTC+5:30)'],
    ['西3区', '10:15', '13:15', 'at 10:15 (UTC-3)'],
    ['Kyiv', '15:00', '13:00', 'at 15:00 (Europe/Kyiv)'],
    ['asia/calcutta', 'half past six pm', '13:00', 'at 18:30 (Asia/Kolkata)'],
  ])('posts at the local time of %s', async (timezone, time, inGreenwich, line) => {
    const [hours = 0, minutes = 0] = inGreenwich.split(':').map(Number);
    expect(await world.start({ timezone, time })).toContain(line);
    expect(await world.digest('status')).toContain(line);
    await world.pass((hours - 12) * HOUR + minutes * MINUTE - 1);
    expect(world.posts()).toEqual([]);
    await world.pass(1);
    expect(world.posts()).toHaveLength(1);
  });

  it('posts in the language of the server if none is chosen', async () => {
    const taiwan = await startDigestWorld({ locale: 'zh-TW' });
    await taiwan.start();
    await taiwan.pass(HOUR);
    expect(taiwan.posts().map(visibleText).join()).toContain('今日摘錄（2026-03-09）');
    await taiwan.close();
  });

  it.each([
    [{ time: '25:00' }, '"25:00" is not a time of day'],
    [{ time: 'evening' }, '"evening" is not a time of day'],
    [{ timezone: 'UTC+25' }, '"UTC+25" is not a time zone'],
    [
      { timezone: 'CST' },
      'several time zones: Central Time (America/Chicago) and China Standard Time (Asia/Shanghai)',
    ],
    [{ days: 'someday' }, '"someday" is not a set of days'],
    [{ speaker: 'Nobody' }, 'No speaker is called "Nobody"'],
    [{ seminar: 'none' }, 'There is no seminar "none"'],
    [{ topic: 'the price of cheese in Wisconsin' }, 'No passage fits'],
    [{ id: '7' }, 'This server has no digest yet'],
  ] as [Record<string, string>, string][])('refuses %j with what to do', async (options, said) => {
    expect(await world.start(options)).toContain(said);
    expect(await world.store.active()).toEqual([]);
  });

  it.each([
    [permissions.viewChannel | permissions.readMessageHistory, 'it is missing Send Messages.'],
    [permissions.sendMessages, 'it is missing View Channel'],
    [0n, 'it is missing View Channel and Send Messages'],
  ])('names the permissions that it lacks in the channel: of %s', async (appPermissions, said) => {
    world.standIn.setPermissions(world.channel, appPermissions);
    expect(await world.start()).toContain(said);
    expect(await world.store.active()).toEqual([]);
  });

  it('needs Send Messages in Threads only for a thread', async () => {
    const { standIn, guild } = world;
    const parent = standIn.addChannel(guild, {
      name: 'closed',
      appPermissions: permissions.viewChannel | permissions.sendMessages,
    });
    const thread = standIn.addChannel(guild, { name: 'talk', type: channelTypes.publicThread, parent });
    expect(await world.start({ channel: thread.id })).toContain('Send Messages in Threads');
    standIn.setPermissions(parent, permissions.viewChannel | permissions.sendMessagesInThreads);
    expect(await world.start({ channel: thread.id })).toContain('is set up');
  });

  it.each([
    ['announcement', () => ({ type: channelTypes.announcement })],
    ['thread', (here: DigestWorld) => ({ type: channelTypes.publicThread, parent: here.channel })],
  ])('posts in an %s', async (name, kind) => {
    const place = world.standIn.addChannel(world.guild, { name, ...kind(world) });
    await world.start({ channel: place.id });
    await world.pass(HOUR);
    expect(world.standIn.messagesIn(place)).toHaveLength(1);
  });

  it('says that a thread is locked', async () => {
    const kind = { type: channelTypes.publicThread, parent: world.channel };
    const thread = world.standIn.addChannel(world.guild, {
      name: 'over',
      ...kind,
      locked: true,
      archived: true,
    });
    expect(await world.start({ channel: thread.id })).toContain('is locked');
  });

  it('says that it may not read the history of a channel, and posts all the same', async () => {
    world.standIn.setPermissions(world.channel, permissions.viewChannel | permissions.sendMessages);
    expect(await world.start()).toContain('cannot read message history');
    await world.pass(HOUR);
    expect(world.posts()).toHaveLength(1);
  });

  it('keeps at most ten digests for a server, and says so at the eleventh', async () => {
    for (let number = 1; number <= 10; number++) expect(await world.start()).toContain(`Digest ${number} is`);
    expect(await world.start()).toContain('has 10 digests, the maximum. Stop one with /digest stop');
    expect(await world.digest('stop', { id: '4' })).toContain('Digest 4 was stopped');
    expect(await world.start()).toContain('Digest 11 is set up');
  });

  it('changes the digest with an id, and keeps the settings that are left out', async () => {
    await world.start({ excerpts: 3, topic: 'DeepSeek', days: 'mon' });
    const said = await world.start({ id: '1', time: '下午3点半', timezone: 'Asia/Shanghai' });
    expect(said).toContain('Digest 1 was changed');
    expect(await world.store.active()).toMatchObject([
      { number: 1, time: '15:30', zone: 'Asia/Shanghai', days: '1', excerpts: 3, topic: 'DeepSeek' },
    ]);
  });

  it('takes only seminars of some dates, says so, and keeps them until they are removed', async () => {
    const said = await world.start({ from: '2025', until: '2025年12月' });
    expect(said).toContain('Only seminars dated from 2025-01-01 to 2025-12-31.');
    expect(await world.store.active()).toMatchObject([{ from: '2025-01-01', until: '2025-12-31' }]);
    await world.start({ id: '1', excerpts: 2 });
    expect(await world.store.active()).toMatchObject([{ from: '2025-01-01', until: '2025-12-31' }]);
    expect(await world.digest('status')).toContain('Only seminars dated from 2025-01-01 to 2025-12-31.');
    expect(await world.digest('preview')).toMatch(/^\*\*1\. .+\*\*, line \d+$/m);
    expect(await world.start({ id: '1', until: '-' })).toContain('Only seminars dated from 2025-01-01 on.');
    await world.start({ id: '1', from: 'none' });
    expect(await world.store.active()).toMatchObject([{ from: null, until: null }]);
  });

  it.each([
    [{ from: '2026' }, 'No seminar is dated from 2026-01-01 on. The nearest:'],
    [{ until: '01/05/2024' }, 'can mean 2024-01-05 or 2024-05-01'],
    [{ from: '2025-06', until: '2025-05' }, 'is after the last one'],
    [{ seminar: 'scsp-chips-2025', until: '2024' }, 'which is outside the dates you gave (up to 2024-12-31)'],
    [{ from: 'soon' }, '"soon" is not a date'],
  ])('keeps no digest of dates that make no sense: %j', async (options, said) => {
    expect(await world.start(options)).toContain(said);
    expect(await world.digest('preview', options)).toContain(said);
    expect(await world.store.active()).toEqual([]);
  });

  it('says which setting a digest keeps that does not go with a new one', async () => {
    await world.start({ seminar: 'scsp-chips-2025' });
    expect(await world.start({ id: '1', until: '2024' })).toContain(
      'is not among the seminars dated up to 2024-12-31',
    );
    expect(await world.digest('preview', { until: '2024' })).toContain('to remove the seminar, type "-"');
    expect(await world.start({ id: '1', until: '2024', seminar: '-' })).toContain('No seminar is dated');
    expect(await world.start({ id: '1', until: '2025' })).toContain('up to 2025-12-31');
    expect(await world.store.active()).toMatchObject([{ until: '2025-12-31', seminar: 'scsp-chips-2025' }]);
  });

  it('removes a filter with a hyphen', async () => {
    await world.start({ topic: 'DeepSeek', speaker: 'Estevez' });
    await world.start({ id: '1', topic: '-', speaker: '-' });
    expect(await world.store.active()).toMatchObject([{ topic: null, speaker: null }]);
  });

  it('removes a filter in words', async () => {
    await world.start({ topic: 'DeepSeek', speaker: 'Estevez' });
    await world.start({ id: '1', topic: 'None', speaker: '不限' });
    expect(await world.store.active()).toMatchObject([{ topic: null, speaker: null }]);
  });

  it.each([
    ['7:15am PST', 'Pacific time', '07:15'],
    ['北京时间早7点', '上海', '07:00'],
    ['19:00 (UTC+9)', 'UTC+9', '19:00'],
    ['Berlin 6 pm', 'Munich', '18:00'],
  ])('takes a time that repeats the zone: %s', async (time, timezone, taken) => {
    await world.start({ time, timezone });
    expect(await world.store.active()).toMatchObject([{ time: taken }]);
  });

  it('takes no time of another zone', async () => {
    const said = await world.start({ time: '7am PST', timezone: 'Tokyo' });
    expect(said).toContain('"7am PST" is not a time of day');
    expect(await world.store.active()).toEqual([]);
  });

  it('does not post twice on a day when the hour is changed after the post', async () => {
    await world.start();
    await world.pass(HOUR);
    expect(await world.start({ id: '1', time: '15:00' })).toContain(
      `<t:${(START + DAY + 3 * HOUR) / 1000}:F>`,
    );
    await world.pass(3 * HOUR);
    expect(world.posts()).toHaveLength(1);
    await world.pass(DAY);
    expect(world.posts()).toHaveLength(2);
  });

  it('asks which digest is meant if there are several', async () => {
    await world.start();
    await world.start();
    expect(await world.digest('stop')).toContain('several digests: 1 and 2');
    expect(await world.digest('stop', { id: '3' })).toContain('no digest 3 in this server');
  });

  it('knows a digest by its number, however it is written, and by what completion shows', async () => {
    const place = { user: world.manager, guild: world.guild, memberPermissions: managerPermissions };
    for (let count = 0; count < 10; count++) await world.start({ time: 'noon', timezone: 'Asia/Calcutta' });
    const shown = await world.standIn.autocomplete({
      command: 'digest stop',
      option: 'id',
      value: '10',
      ...place,
    });
    expect(shown[0]).toEqual({ name: '10: every day 12:00 Asia/Kolkata', value: '10' });
    const names = [
      '#1',
      'digest 2',
      '第3个',
      '第四個',
      'No. 5',
      '6.',
      '７',
      '8th',
      '9: every day',
      shown[0]?.name,
    ];
    for (const [at, id = ''] of names.entries())
      expect(await world.digest('stop', { id })).toContain(`Digest ${at + 1} was stopped`);
  });

  it.each(['one', '0', '第十一个', '#', '1 2', '1e0', 'every day'])('knows no digest %j', async (id) => {
    await world.start();
    expect(await world.digest('stop', { id })).toContain('There is no digest');
  });

  it.each([
    [{ seminar: 'SCSP chips 2025' }, { seminar: 'scsp-chips-2025' }],
    [{ topic: '晶圓代工的盡職調查' }, { topic: 'foundry due diligence' }],
    [{ topic: 'Foundry due…' }, { topic: 'foundry due diligence' }],
    [{ speaker: '原文未註明講者' }, { speaker: 'unknown' }],
    [{ days: '週一至週五' }, { days: '12345' }],
    [
      { days: 'Saturday and Sunday', time: '１８：００' },
      { days: '67', time: '18:00' },
    ],
  ])('takes what it shows for what it means: %j', async (options, kept) => {
    expect(await world.start(options)).toContain('is set up');
    expect(await world.store.active()).toMatchObject([kept]);
  });

  it('knows a seminar by its title, or most of it, in any language', async () => {
    const [transcript] = (await corpus()).transcripts;
    for (const title of Object.values(transcript?.title ?? {})) {
      expect(await world.start({ seminar: title.toUpperCase() })).toContain('is set up');
      expect(await world.start({ seminar: `${title.slice(0, 12)}…` })).toContain('is set up');
    }
    const misspelt = (transcript?.title.en ?? '').replaceAll('e', '');
    expect(await world.start({ seminar: misspelt })).toContain('(scsp-chips-2025)?');
  });

  it("shows a topic by its name in the reader's language", async () => {
    await world.start({ topic: 'foundry due diligence' });
    const memberPermissions = managerPermissions;
    const status = await invoke('status', { locale: 'zh-TW', memberPermissions }).reply();
    expect(visibleText(status)).toContain('晶圓代工的盡職調查');
  });

  it('stops a digest', async () => {
    await world.start();
    expect(await world.digest('stop')).toContain('Digest 1 was stopped');
    await world.pass(HOUR);
    expect(world.posts()).toEqual([]);
    expect(await world.digest('status')).toContain('This server has no digest yet');
  });

  it('does not show, stop or post the digests of another server', async () => {
    await world.start();
    const other = world.standIn.addGuild();
    const memberPermissions = managerPermissions;
    for (const name of ['status', 'stop', 'now']) {
      const options = name === 'status' ? {} : { id: '1' };
      const reply = await invoke(name, { guild: other, memberPermissions, options }).reply();
      expect(visibleText(reply)).toContain('This server has no digest yet');
    }
  });

  it('does not post into a channel of another server', async () => {
    const { standIn, guild, manager } = world;
    const [foreign] = standIn.addGuild({ channels: ['elsewhere'] }).channels;
    const digests = standIn.commands().find(({ name }) => name === 'digest');
    expect(digests).toBeDefined();
    const options = { channel: foreign?.id ?? '', time: '13:00', timezone: 'UTC' };
    const place = { user: manager, guild, memberPermissions: managerPermissions };
    const said = await Promise.resolve()
      .then(() => standIn.invoke({ command: 'digest start', options, ...place }).reply())
      .then(visibleText, String);
    expect(said).not.toContain('is set up');
    expect(await world.store.active()).toEqual([]);
  });

  it('shows the next post to the manager alone', async () => {
    await world.start();
    const said = await world.digest('preview');
    expect(said).toContain('Only you see it');
    await world.pass(HOUR);
    const [post] = world.posts();
    const shown = post ? visibleText(post).split('\n').slice(1, 4).join('\n') : 'nothing';
    expect(said).toContain(shown);
  });

  it('previews what a digest would post before there is one, in the language asked for', async () => {
    const said = await world.digest('preview', { speaker: 'Estevez', language: 'zh-CN', excerpts: 3 });
    expect(said).toContain('今日摘录');
    expect(said.match(/艾伦·埃斯特维兹/g)).toHaveLength(3);
    expect(world.posts()).toEqual([]);
  });

  it('posts at once, outside the schedule, and not the same again at the scheduled time', async () => {
    await world.start();
    const said = await world.digest('now');
    const [post] = world.posts();
    expect(said).toContain(`https://discord.com/channels/${world.guild.id}/${world.channel.id}/${post?.id}`);
    await world.pass(HOUR);
    const posts = world.posts().map(visibleText);
    expect(posts).toHaveLength(2);
    expect(posts[0]).not.toBe(posts[1]);
  });

  it('shows in status when it posts next, and the last post', async () => {
    await world.start();
    expect(await world.digest('status')).toContain('Nothing posted yet');
    await world.pass(HOUR);
    const said = await world.digest('status');
    const [post] = world.posts();
    expect(said).toContain(`<t:${(START + HOUR + DAY) / 1000}:F> (<t:${(START + HOUR + DAY) / 1000}:R>)`);
    expect(said).toContain(
      `Last post: https://discord.com/channels/${world.guild.id}/${world.channel.id}/${post?.id}`,
    );
  });

  it.each(['en-US', 'zh-CN'])(
    'shows ten digests in one message, all of them paused, in %s',
    async (locale) => {
      for (let count = 0; count < 10; count++)
        await world.start({ timezone: 'America/Argentina/Buenos_Aires' });
      for (let count = 1; count <= 10; count++) await world.digest('now', { id: String(count) });
      world.standIn.setPermissions(world.channel, permissions.viewChannel);
      await world.pass(4 * HOUR);
      const reply = await invoke('status', { locale, memberPermissions: managerPermissions }).reply();
      const said = visibleText(reply);
      expect(said.match(/discord\.com\/channels/g)).toHaveLength(10);
      expect(said.match(/Paused|已暂停/g)).toHaveLength(10);
      expect(said).toMatch(/\/digest status|\/每日摘录 状态/);
      expect(said).not.toContain('…');
    },
  );

  it('shows in status which permissions the bot lacks', async () => {
    await world.start();
    world.standIn.setPermissions(world.channel, permissions.viewChannel);
    expect(await world.digest('status')).toContain(
      'Cannot post right now: In this channel the bot is missing Send Messages.',
    );
  });

  it('opens the context of the excerpt, for anyone', async () => {
    await world.start();
    await world.pass(HOUR);
    const [message] = world.posts();
    if (!message) throw new Error('Nothing was posted.');
    const customId = idOf(message, 'context');
    const user = world.standIn.addUser({ name: 'Bo' });
    const reply = await world.standIn.click({ message, customId, user, guild: world.guild }).reply();
    expect(visibleText(reply)).toContain('Around line ');
    expect(isEphemeral(reply)).toBe(true);
  });

  it('mentions nobody', async () => {
    await world.start();
    await world.pass(HOUR);
    expect(
      world.posts().map(({ allowedMentionsGiven, pings }) => [allowedMentionsGiven, pings.everyone]),
    ).toEqual([[true, false]]);
  });

  describe('completes', () => {
    const complete = (option: string, value: string, place = {}) =>
      world.standIn
        .autocomplete({
          command: 'digest start',
          option,
          value,
          user: world.manager,
          guild: world.guild,
          memberPermissions: managerPermissions,
          ...place,
        })
        .then((choices) => choices.map((choice) => choice.value));

    it.each([
      ['timezone', 'berl', 'Europe/Berlin'],
      ['timezone', 'new york', 'America/New_York'],
      ['timezone', '', 'America/New_York'],
      ['timezone', '倫敦', 'Europe/London'],
      ['timezone', 'bangal', 'Asia/Kolkata'],
      ['timezone', 'CST', 'Asia/Shanghai'],
      ['timezone', 'gmt+8', 'UTC+8'],
      ['time', '9pm', '21:00'],
      ['days', 'mon-fri', 'Monday to Friday'],
      ['speaker', 'not named', 'unknown'],
    ])('%s from %j with %s', async (option, typed, value) => {
      expect(await complete(option, typed)).toContain(value);
    });

    it('time zones near the reader', async () => {
      expect((await complete('timezone', '', { locale: 'zh-TW' }))[0]).toBe('Asia/Taipei');
    });

    it('time zones by other names, which it shows, and which can be read again', async () => {
      const choices = await world.standIn.autocomplete({
        command: 'digest start',
        option: 'timezone',
        value: 'mumb',
        user: world.manager,
        guild: world.guild,
        memberPermissions: managerPermissions,
      });
      expect(choices).toEqual([{ name: 'Mumbai (Asia/Kolkata)', value: 'Asia/Kolkata' }]);
      await world.start({ timezone: choices[0]?.name ?? '' });
      expect(await world.store.active()).toMatchObject([{ zone: 'Asia/Kolkata' }]);
    });

    it('at most 25 time zones', async () => {
      expect(await complete('timezone', 'america')).toHaveLength(25);
    });

    it('the ids of the digests of this server, for those who may manage them', async () => {
      await world.start();
      expect(await complete('id', '')).toEqual(['1']);
      expect(await complete('id', '', { memberPermissions: permissions.viewChannel, forced: true })).toEqual(
        [],
      );
    });

    it('days in words that can be read again', async () => {
      for (const [typed, days] of [
        ['mon, wed, fri', '135'],
        ['', '1234567'],
      ] as const) {
        const [offered = ''] = await complete('days', typed);
        await world.start({ days: offered });
        expect((await world.store.active()).at(-1)?.days).toBe(days);
      }
    });
  });
});
