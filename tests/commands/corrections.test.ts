import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { REPORTS_AN_HOUR } from '../../commands/buttons/correction.ts';
import { commands } from '../../commands/index.ts';
import { connect } from '../../src/bot/client.ts';
import { libraryOf } from '../../src/core/library.ts';
import { PROPOSAL_LENGTH, REASON_LENGTH, revisionOf } from '../../src/core/passages/correction.ts';
import { correctionsIn } from '../../src/store/corrections.ts';
import { DATABASE_FILE } from '../../src/store/database-name.ts';
import { storeIn } from '../../src/store/store.ts';
import { type BotWorld, startBotWorld } from '../bot/bot-world.ts';
import { idOf } from '../discord/buttons.ts';
import {
  type Conversation,
  type Guild,
  isEphemeral,
  type Message,
  manualClock,
  type User,
  visibleText,
} from '../discord/stand-in.ts';
import { changed, soundSeminar, TRANSCRIPT, VERSIONS } from '../fixtures.ts';
import { temporaryFolder } from '../store/temporary.ts';

const START = Date.UTC(2026, 0, 2, 3, 4, 5);
const HOUR = 60 * 60 * 1000;

/** A bot on the tiny seminar that stores reports in a folder of its own, and whose clock does not run. */
async function startReporting(folder: string, transcript = TRANSCRIPT) {
  const clock = manualClock(START);
  const store = correctionsIn(storeIn(folder));
  const corrections = { ...store, now: () => new Date(clock.now()) };
  const library = libraryOf([soundSeminar({ transcript })]);
  const world = await startBotWorld({ context: { library, commands, corrections, versions: VERSIONS } });
  const close = async () => {
    await world.close();
    store.close();
  };
  return { world, clock, store, library, close };
}

describe('Wrong speaker?', () => {
  let folder: string;
  let reporting: Awaited<ReturnType<typeof startReporting>>;
  let world: BotWorld;
  let guild: Guild;
  let user: User;

  beforeEach(async ({ onTestFinished }) => {
    folder = temporaryFolder();
    reporting = await startReporting(folder);
    onTestFinished(reporting.close);
    world = reporting.world;
    guild = world.standIn.addGuild();
    user = world.standIn.addUser({ name: 'Ada-Secretive' });
  });

  /** The context of the passage on wooden bridges, whose speaker is inferred. */
  async function contextView(by = user, locale = 'en-US'): Promise<Message> {
    const place = { user: by, guild, locale };
    const answer = await world.standIn
      .invoke({ command: 'ask', options: { question: '木桥便宜' }, ...place })
      .reply();
    return world.standIn.click({ message: answer, customId: idOf(answer, 'context'), ...place }).reply();
  }

  function press(view: Message, by = user, locale = 'en-US'): Conversation {
    return world.standIn.click({ message: view, customId: idOf(view, 'correct'), user: by, guild, locale });
  }

  async function report(fields: { speaker: string; reason: string }, by = user): Promise<Message> {
    const conversation = press(await contextView(by), by);
    return (await world.standIn.submitModal({ conversation, fields })).reply();
  }

  it('opens a form in the language of the person who pressed', async () => {
    const { type, data } = await press(await contextView(user, 'zh-TW'), user, 'zh-TW').acknowledged();
    expect(type).toBe(9);
    expect(data.title).toBe('講者標錯了？');
    const inputs = (data.components as { component: object }[]).map(({ component }) => component);
    expect(inputs).toEqual([
      expect.objectContaining({ custom_id: 'speaker', max_length: PROPOSAL_LENGTH, required: false }),
      expect.objectContaining({ custom_id: 'reason', max_length: REASON_LENGTH, required: true }),
    ]);
  });

  it('thanks privately, says what comes next, and stores what was written', async () => {
    const thanks = await report({ speaker: 'Jo Lee', reason: 'He is the engineer.\nSee line 1.' });
    expect(isEphemeral(thanks)).toBe(true);
    expect(visibleText(thanks)).toContain('Thank you. Your report on line 6 was saved');
    expect(visibleText(thanks)).toContain('Until then the name stays as it is.');
    expect(await reporting.store.list()).toEqual([
      {
        passage: 'bridges/p6',
        line: 6,
        attribution: 'Ida Moe | inferred',
        revision: revisionOf(soundSeminar()),
        time: '2026-01-02T03:04:05Z',
        proposal: 'Jo Lee',
        reason: 'He is the engineer. See line 1.',
      },
    ]);
  });

  it('can be reported of a passage that is shown whole, if it is the only one', async () => {
    const place = { user, guild };
    const ask = (question: string) =>
      world.standIn.invoke({ command: 'ask', options: { question }, ...place }).reply();
    const whole = (message: Message) =>
      world.standIn.click({ message, customId: idOf(message, 'whole'), ...place }).reply();
    const one = await whole(await ask('木桥便宜'));
    const conversation = press(one);
    const fields = { speaker: 'Jo Lee', reason: 'He is the engineer.' };
    await (await world.standIn.submitModal({ conversation, fields })).reply();
    expect(await reporting.store.list()).toMatchObject([{ passage: 'bridges/p6', proposal: 'Jo Lee' }]);
    const several = await whole(await ask('JoLee 钢桥 石桥'));
    expect(visibleText(several)).toContain('**2. ');
    expect(() => idOf(several, 'correct')).toThrow();
  });

  it('changes nothing by itself', async () => {
    await report({ speaker: 'Jo Lee', reason: 'I say so.' });
    expect(visibleText(await contextView())).toContain('可能是莫依达（Ida Moe）');
  });

  it('stores nothing about the person who reported, in any file, and logs nothing of the report', async () => {
    await report({ speaker: '', reason: 'Nobody is named here.' });
    const files = readdirSync(folder);
    expect(files).toContain(DATABASE_FILE);
    const bytes = Buffer.concat(files.map((name) => readFileSync(join(folder, name)))).toString('latin1');
    expect(bytes).toContain('Nobody is named here.');
    expect(bytes).not.toContain(user.id);
    expect(bytes).not.toContain(user.name);
    expect(bytes).not.toContain(guild.id);
    expect(world.log.join('\n')).not.toContain('Nobody is named here.');
  });

  it(`takes ${REPORTS_AN_HOUR} reports an hour from each person`, async () => {
    for (let sent = 0; sent < REPORTS_AN_HOUR; sent++) await report({ speaker: '', reason: `No. ${sent}` });
    const refusal = await press(await contextView()).reply();
    expect(isEphemeral(refusal)).toBe(true);
    expect(visibleText(refusal)).toContain(`一小时内已提交 ${REPORTS_AN_HOUR} 次`);
    const other = world.standIn.addUser({ name: 'Bob' });
    expect(visibleText(await report({ speaker: '', reason: 'Mine.' }, other))).toContain('Thank you');
    expect(await reporting.store.list()).toHaveLength(REPORTS_AN_HOUR + 1);
    reporting.clock.advance(HOUR);
    expect(visibleText(await report({ speaker: '', reason: 'Later.' }))).toContain('Thank you');
  });

  it('keeps to the limit even if all forms were opened before it was reached', async () => {
    const view = await contextView();
    const opened = Array.from({ length: REPORTS_AN_HOUR + 1 }, () => press(view));
    const fields = { speaker: '', reason: 'Again.' };
    const replies: string[] = [];
    for (const conversation of opened) {
      const submitted = await world.standIn.submitModal({ conversation, fields });
      replies.push(visibleText(await submitted.reply()));
    }
    expect(replies.at(-1)).toContain('within an hour');
    expect(await reporting.store.list()).toHaveLength(REPORTS_AN_HOUR);
  });

  it('counts a form that is sent twice once, with the same thanks, at once or later, and against the limit', async () => {
    for (let sent = 1; sent < REPORTS_AN_HOUR; sent++) await report({ speaker: '', reason: `No. ${sent}` });
    const conversation = press(await contextView());
    const fields = { speaker: 'Jo Lee', reason: 'Twice.' };
    const send = async () =>
      visibleText(await (await world.standIn.submitModal({ conversation, fields })).reply());
    const replies = [...(await Promise.all([send(), send()])), await send()];
    expect(replies[0]).toContain('Thank you');
    expect(new Set(replies).size).toBe(1);
    const reasons = (await reporting.store.list()).map(({ reason }) => reason);
    expect(reasons.filter((reason) => reason === 'Twice.')).toHaveLength(1);
  });

  it('counts a second report on the same passage, which has the same words', async () => {
    for (let sent = 0; sent < 2; sent++) await report({ speaker: 'Jo Lee', reason: 'Honest.' });
    expect(await reporting.store.list()).toHaveLength(2);
  });

  it('stores a report once if the bot was started twice, and thanks for it', async () => {
    const other = correctionsIn(storeIn(folder));
    const context = { ...world.context, corrections: { ...other, now: () => new Date(START) } };
    const second = await connect(world.config, context, pino({ level: 'silent' }));
    const conversation = press(await contextView());
    const fields = { speaker: '', reason: 'By two.' };
    const sent = await world.standIn.submitModal({ conversation, fields });
    expect(visibleText(await sent.reply())).toContain('Thank you');
    expect(await sent.refused()).toMatchObject({ code: 40060 });
    expect(await reporting.store.list()).toHaveLength(1);
    expect(sent.followUps).toEqual([]);
    await second.stop();
    other.close();
  });

  it('takes a form that the version before opened, whose id names no press', async () => {
    const conversation = press(await contextView());
    const { data } = await conversation.acknowledged();
    data.custom_id = String(data.custom_id).replace(/:~\d+/, '');
    const fields = { speaker: '', reason: 'Old form.' };
    const sent = await world.standIn.submitModal({ conversation, fields });
    expect(visibleText(await sent.reply())).toContain('Thank you');
  });

  it.each([
    [{ speaker: 'x'.repeat(PROPOSAL_LENGTH + 1), reason: 'Long.' }, 'The name is too long'],
    [{ speaker: 'Jo', reason: 'x'.repeat(REASON_LENGTH + 1) }, 'The reason is too long'],
    [{ speaker: 'Jo', reason: '  \n ' }, 'gives no reason'],
    [{ speaker: 'Jo\u0000', reason: 'NUL.' }, 'control characters'],
    [{ speaker: 'Jo', reason: '\u001B[2J\u202Eback' }, 'control characters'],
  ])('says politely what is wrong with %j', async (fields, said) => {
    const refusal = await report(fields);
    expect(isEphemeral(refusal)).toBe(true);
    expect(visibleText(refusal)).toContain(said);
    expect(await reporting.store.list()).toEqual([]);
  });

  it.each([
    "'); DROP TABLE corrections; --",
    '@everyone <@123456789012345678> ||x|| [a](https://evil.example)',
    "{line} $& $1 $'",
    '🏴‍☠️ 𠮷 ﷽',
  ])('stores %j as it is, and repeats nothing of it', async (hostile) => {
    const thanks = await report({ speaker: hostile, reason: hostile });
    expect(visibleText(thanks)).toContain('Thank you');
    expect(visibleText(thanks)).not.toContain(hostile);
    expect(thanks.pings).toEqual({ users: [], roles: [], everyone: false });
    expect(await reporting.store.list()).toMatchObject([{ proposal: hostile, reason: hostile }]);
  });

  it.each([
    ['an unknown passage', (id: string) => id.replace(/:([^:]{5}):/, ':AAAA0:'), 'so has this passage'],
    ['another revision', (id: string) => id.replace(/:[^:]*$/, ':0123456789abcdef'), 'so has this passage'],
    ['nothing', (id: string) => id.split(':').slice(0, 3).join(':'), 'so has this passage'],
    ['a button without a form', (id: string) => id.replace('correct', 'context'), 'older version of the bot'],
    ['an unknown form', (id: string) => id.replace('correct', 'nothing'), 'older version of the bot'],
    ['another person', (id: string) => id.replace(/\d{17,20}/, '123456789012345678'), 'older version'],
    ['an id of another program', () => 'x', 'older version of the bot'],
  ])('refuses a form with the id of %s', async (_, forge, said) => {
    const conversation = press(await contextView());
    const { data } = await conversation.acknowledged();
    data.custom_id = forge(String(data.custom_id));
    const submitted = await world.standIn.submitModal({
      conversation,
      fields: { speaker: '', reason: 'Forged.' },
    });
    const refusal = await submitted.reply();
    expect(isEphemeral(refusal)).toBe(true);
    expect(visibleText(refusal)).toContain(said);
    expect(await reporting.store.list()).toEqual([]);
  });

  it('refuses a report on a passage that has been corrected meanwhile', async () => {
    const view = await contextView();
    const customId = idOf(view, 'correct');
    const heading = '### p7 | line 7 | Ida Moe | inferred\n- evidence: as p6';
    const transcript = changed(TRANSCRIPT, heading, '### p7 | line 7 | unknown');
    const corrected = await startReporting(folder, transcript);
    const { standIn } = corrected.world;
    const place = { user: standIn.addUser({ name: 'Ada' }), guild: standIn.addGuild() };
    const message = await standIn
      .invoke({ command: 'ask', options: { question: '木桥便宜' }, ...place })
      .reply();
    message.components = JSON.parse(
      JSON.stringify(message.components).replace(idOf(message, 'context'), customId),
    );
    const refusal = await standIn.click({ message, customId, ...place }).reply();
    expect(visibleText(refusal)).toContain('The transcript has changed');
    await corrected.close();
  });

  it('fails politely if the database is damaged, logs one line, and goes on answering', async () => {
    writeFileSync(join(folder, DATABASE_FILE), 'no database '.repeat(1000));
    const before = world.log.length;
    const refusal = await report({ speaker: 'Jo Lee', reason: 'A secret reason.' });
    expect(isEphemeral(refusal)).toBe(true);
    expect(visibleText(refusal)).toContain('It could not be saved');
    const logged = world.log.slice(before).map((line) => JSON.parse(line) as { level: number; msg: string });
    const faults = logged.filter(({ level }) => level >= 50);
    expect(faults.map(({ msg }) => msg)).toEqual([
      `The database ${join(folder, DATABASE_FILE)} cannot be used (SQLITE_NOTADB). The file is damaged: move it away, or restore a backup.`,
    ]);
    expect(JSON.stringify(logged)).not.toContain('A secret reason.');
    expect(visibleText(await contextView())).toContain('木桥便宜');
  });
});

describe('Wrong speaker?, if nothing can be stored,', () => {
  let world: BotWorld;

  beforeAll(async () => {
    world = await startBotWorld({
      context: { library: libraryOf([soundSeminar()]), commands, versions: VERSIONS },
    });
  });
  afterAll(() => world.close());

  it('is not offered', async () => {
    const place = { user: world.standIn.addUser({ name: 'Ada' }), guild: world.standIn.addGuild() };
    const answer = await world.standIn
      .invoke({ command: 'ask', options: { question: '木桥便宜' }, ...place })
      .reply();
    const view = await world.standIn
      .click({ message: answer, customId: idOf(answer, 'context'), ...place })
      .reply();
    expect(() => idOf(view, 'correct')).toThrow('There is no button');
  });
});
