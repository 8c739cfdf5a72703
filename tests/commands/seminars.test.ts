import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { type BotWorld, startBotWorld } from '../bot/bot-world.ts';
import { everyComponent } from '../discord/components.ts';
import {
  type Guild,
  isEphemeral,
  type Message,
  permissions,
  type User,
  visibleText,
} from '../discord/stand-in.ts';
import { contextOf, VERSIONS } from '../fixtures.ts';
import { lightLibrary, lightSeminar } from '../light-seminars.ts';
import { manySeminars, SAME_WORDS } from '../many-seminars.ts';

describe('/seminars in Discord', () => {
  let world: BotWorld;
  let guild: Guild;
  let user: User;
  const library = manySeminars();

  beforeAll(async () => {
    world = await startBotWorld({ context: contextOf(library) });
    guild = world.standIn.addGuild({ locale: 'en-US' });
    user = world.standIn.addUser({ name: 'Ada' });
  });
  afterAll(() => world.close());

  const list = (options: Record<string, number | boolean> = {}, place: object = { guild }) =>
    world.standIn.invoke({ command: 'seminars', options, user, ...place }).reply();
  const buttons = (message: Message) =>
    everyComponent(message.components).flatMap(({ component }) =>
      component.custom_id ? [{ id: component.custom_id, label: component.label ?? '' }] : [],
    );
  const idLabelled = (message: Message, label: string) => {
    const found = buttons(message).find((button) => button.label === label);
    if (!found) throw new Error(`There is no button "${label}": ${JSON.stringify(buttons(message))}`);
    return found.id;
  };
  const press = (message: Message, label: string, by = user, place: object = { guild }) =>
    world.standIn.click({ message, customId: idLabelled(message, label), user: by, ...place });
  const send = async (
    message: Message,
    label: string,
    question: string,
    by = user,
    place: object = { guild },
  ) => {
    const conversation = press(message, label, by, place);
    return (await world.standIn.submitModal({ conversation, fields: { question } })).reply();
  };
  const FERRY = 'Does the ferry wait for the county?';

  it('lists five with a button each, and turns the page in place', async () => {
    const first = await list();
    expect(isEphemeral(first)).toBe(false);
    expect(visibleText(first)).toContain('Seminars, newest first: 300 (page 1 of 60):');
    expect(buttons(first).map(({ label }) => label)).toEqual([
      'Ask in Harbours and quays (2025-03-07)',
      'Ask in 桥梁座谈会 (2025-02-01)',
      'Ask in Twin panel (2024-05-01, twin-a)',
      'Ask in Twin panel (2024-05-01, twin-b)',
      'Ask in Weekly call (2023-08-20)',
      'Older seminars',
      'Remove',
    ]);
    const second = await press(first, 'Older seminars').reply();
    expect(visibleText(second)).toContain('(page 2 of 60):');
    const again = await press(second, 'Newer seminars').reply();
    expect(visibleText(again)).toContain('(page 1 of 60):');
    expect(again.id).toBe(first.id);
  });

  it('ends with those without a date', async () => {
    const last = await list({ page: 60 });
    expect(visibleText(last)).toContain('Open hour, undated: Mary Stone');
    expect(buttons(last).map(({ label }) => label)).toContain('Ask in Open hour (open-b)');
    expect(buttons(last).map(({ label }) => label)).not.toContain('Older seminars');
  });

  it('says how many pages there are', async () => {
    expect(visibleText(await list({ page: 61 }))).toContain('There is no page 61; the last one is 60.');
  });

  it('asks in a seminar by a form, whoever presses, and answers as /ask does', async () => {
    const page = await list({ page: 2 });
    const label = 'Ask in Weekly call (2023-07-30)';
    const other = world.standIn.addUser({ name: 'Bo' });
    const { type, data } = await press(page, label, other).acknowledged();
    expect(type).toBe(9);
    expect(data.title).toBe('Weekly call');
    expect(JSON.stringify(data)).toContain('Only this seminar is searched: Weekly call, 2023-07-30');
    const answer = await send(page, label, FERRY, other);
    expect(isEphemeral(answer)).toBe(false);
    expect(visibleText(answer)).toContain(`Question: ${FERRY}`);
    expect(visibleText(answer)).toMatch(/^\*\*.+\*\*, line 2\n-# Weekly call \(2023-07-30\)$/m);
    expect(visibleText(answer)).not.toContain('2023-08-06');
    const asked = { question: FERRY, seminar: 'week-291' };
    const direct = await world.standIn.invoke({ command: 'ask', options: asked, user: other, guild }).reply();
    expect(visibleText(answer)).toBe(visibleText(direct));
  });

  it('says what was searched if nothing answers, and what is missing in an empty question', async () => {
    const page = await list({ page: 2 });
    expect(visibleText(await send(page, 'Ask in Weekly call (2023-07-30)', 'zebras?'))).toContain(
      'Searched only Weekly call, 2023-07-30.',
    );
    expect(visibleText(await send(page, 'Ask in Weekly call (2023-07-30)', '   '))).toContain(
      'question is empty',
    );
  });

  it('answers the caller alone if the list is for the caller alone, on every page', async () => {
    const page = await list({ private: true });
    expect(isEphemeral(page)).toBe(true);
    const second = await press(page, 'Older seminars').reply();
    const answer = await send(second, 'Ask in Weekly call (2023-07-30)', FERRY);
    expect(isEphemeral(answer)).toBe(true);
  });

  it('works in a direct message, and where a person may not write', async () => {
    const direct = await list({}, {});
    const answer = await send(direct, 'Ask in Twin panel (2024-05-01, twin-b)', SAME_WORDS, user, {});
    expect(visibleText(answer)).toContain('-# Twin panel (twin-b) (2024-05-01)');
    const page = await list();
    const reader = { guild, memberPermissions: permissions.viewChannel };
    const conversation = press(page, 'Ask in Twin panel (2024-05-01, twin-b)', user, reader);
    const alone = await world.standIn.submitModal({
      conversation,
      fields: { question: SAME_WORDS },
      memberPermissions: permissions.viewChannel,
    });
    expect(isEphemeral(await alone.reply())).toBe(true);
  });

  it('speaks the language of its readers', async () => {
    const page = await list({}, { guild: world.standIn.addGuild({ locale: 'zh-TW' }), locale: 'zh-TW' });
    expect(visibleText(page)).toContain('共 300 場研討會，由新到舊（第 1 頁，共 60 頁）：');
    expect(buttons(page).map(({ label }) => label)).toContain('提問：Weekly call（2023-08-20）');
  });

  it('keeps its buttons when the bot and its corpus have changed, and says if a seminar is gone', async () => {
    const page = await list({ page: 2 });
    const opened = press(page, 'Ask in Weekly call (2023-07-30)');
    await opened.acknowledged();
    const { context } = world;
    const few = lightLibrary(
      lightSeminar('zoo', 'title: Zoo\ndate: 2020-01-01\nlanguage: en\nspeakers: [Bo Park]', [
        ['Bo Park', 'A zoo is a garden.'],
      ]),
    );
    context.library = few;
    try {
      const gone = 'This seminar has been removed. /seminars lists the current ones.';
      expect(visibleText(await press(page, 'Ask in Weekly call (2023-07-30)').reply())).toContain(gone);
      const sent = await world.standIn.submitModal({ conversation: opened, fields: { question: FERRY } });
      expect(visibleText(await sent.reply())).toContain(gone);
      expect(visibleText(await press(page, 'Older seminars').reply())).toContain('Zoo, 2020-01-01: Bo Park');
    } finally {
      context.library = library;
    }
  });

  it('answers those who only know its old buttons, and forged ones', async () => {
    const handlers = commands.flatMap(({ actions }) => (actions?.seminars ? [actions.seminars] : []));
    expect(handlers).toHaveLength(1);
    for (const page of ['0', '-1', 'x', '1.5', '']) {
      const reply = await handlers[0]?.run(
        [page],
        { library, commands, versions: VERSIONS },
        { id: '1', name: 'Ada', request: '2' },
      );
      expect(reply).toMatchObject({ outcome: 'failed' });
    }
  });

  it('is offered with from and until, which complete the dates of seminars', async () => {
    for (const command of ['ask', 'compare', 'find']) {
      for (const option of ['from', 'until']) {
        const choices = await world.standIn.autocomplete({
          command,
          options: command === 'find' ? { text: 'x' } : { question: 'x' },
          option,
          value: '2024',
          user,
          guild,
        });
        expect(choices).toEqual([{ name: '2024-05-01 – Twin panel', value: '2024-05-01' }]);
      }
    }
    const options = { question: SAME_WORDS, from: '2024-05', until: '2024' };
    const answer = await world.standIn.invoke({ command: 'ask', options, user, guild }).reply();
    expect(visibleText(answer)).toContain('Searched only seminars dated from 2024-05-01 to 2024-12-31: 2.');
  });
});
