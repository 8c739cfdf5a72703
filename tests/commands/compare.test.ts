import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../commands/ask.ts';
import { comparisonSteps } from '../../commands/compare.ts';
import { format } from '../../src/messages/message.ts';
import { MESSAGE_TEXT } from '../../src/render/limits.ts';
import { excerptsOf } from '../../src/reply/reply.ts';
import { atOnce } from '../at-once.ts';
import { type BotWorld, startBotWorld } from '../bot/bot-world.ts';
import { idOf } from '../discord/buttons.ts';
import { everyComponent } from '../discord/components.ts';
import { type Guild, isEphemeral, type Message, type User, visibleText } from '../discord/stand-in.ts';

const compare = atOnce(comparisonSteps);

const WORKS = '出口管制有效吗?';
const OFF_TOPIC = {
  en: 'How long do penguins hatch their eggs?',
  'zh-CN': '企鹅孵蛋要多久?',
  'zh-TW': '企鵝孵蛋要多久?',
};
const buttonsOf = ({ components }: Message) =>
  everyComponent(components).flatMap(({ component }) => component.custom_id?.split(':')[0] ?? []);
/** The attributions above the excerpts, without their places. */
const headingsIn = (text: string) => Array.from(text.matchAll(/^\*\*(.+)\*\*/gm), ([, name]) => name);

describe('/compare in Discord', () => {
  let world: BotWorld;
  let guilds: Record<'en-US' | 'zh-CN' | 'zh-TW', Guild>;
  let user: User;

  beforeAll(async () => {
    world = await startBotWorld();
    const guild = (locale: string) => world.standIn.addGuild({ locale });
    guilds = { 'en-US': guild('en-US'), 'zh-CN': guild('zh-CN'), 'zh-TW': guild('zh-TW') };
    user = world.standIn.addUser({ name: 'Ada' });
  });
  afterAll(() => world.close());

  const put = (
    question: string,
    locale: keyof typeof guilds = 'en-US',
    options: Record<string, boolean> = {},
  ) =>
    world.standIn
      .invoke({ command: 'compare', options: { question, ...options }, user, guild: guilds[locale] })
      .reply();

  it.each([
    ['Do export controls work?', /^What speakers say on this \(\d of 5\):$/m],
    ['出口管制有效吗?', /^各位发言人的说法（共 5 位，\d 位谈到）：$/m],
    ['出口管制有效嗎?', /^各位講者的說法（共 5 位，\d 位談到）：$/m],
  ] as const)('begins with how many speakers are on it: %s', async (question, counts) => {
    const message = await put(question);
    expect(isEphemeral(message)).toBe(false);
    expect(visibleText(message)).toMatch(counts);
  });

  it('counts the speakers whom it quotes', async () => {
    const reply = compare({ question: WORKS }, world.context);
    const names = new Set(excerptsOf(reply).flatMap(({ passage }) => passage.speaker?.name ?? []));
    expect(visibleText(await put(WORKS))).toContain(`（共 5 位，${names.size} 位谈到）`);
  });

  it.each([
    ['What does the statement of Oracle say?', /^Nothing found by .+\.$/m, 'speaker not named in the source'],
    ['甲骨文公司的声明', /^没有找到.+的相关发言。$/m, '原文未注明发言人'],
    ['甲骨文公司的聲明', /^找不到.+的相關發言。$/m, '原文未註明講者'],
  ] as const)(
    'names who does not answer, and gives nobody the words of an unnamed speaker: %s',
    async (question, silent, unnamed) => {
      // Only line 20, which is unknown, speaks of Oracle.
      const text = visibleText(await put(question));
      const [names = ''] = silent.exec(text) ?? [];
      const excerpts = text.replace(silent, '');
      expect(headingsIn(text)).toEqual([unnamed]);
      const quoted = excerptsOf(compare({ question }, world.context));
      expect(quoted.map(({ passage }) => passage.speaker)).toEqual(quoted.map(() => null));
      for (const { name } of world.context.library.speakers) {
        expect(names).toContain(name);
        expect(excerpts).not.toContain(name);
      }
    },
  );

  it('quotes unnamed words after those of all who are named', async () => {
    expect(headingsIn(visibleText(await put('AI扩散规则')))).toEqual([
      '1. 娜扎克·尼卡赫塔尔（Nazak Nikakhtar）',
      '2. 艾伦·埃斯特维兹（Alan Estevez）',
      '3. 原文未注明发言人',
    ]);
  });

  it('quotes one sentence of each, and shows the whole passages at a button', async () => {
    const message = await put(WORKS);
    const passages = excerptsOf(compare({ question: WORKS }, world.context)).map(({ passage }) => passage);
    const quotes = visibleText(message).match(/^> .*$/gm) ?? [];
    // What does not fit a screen is only named.
    expect(quotes.length).toBeGreaterThan(0);
    expect(quotes.length).toBeLessThanOrEqual(passages.length);
    for (const quote of quotes) expect(quote).toMatch(/^> (?:\[…\] )?\*\*[^*]+\*\*(?: \[…\])?$/);
    const whole = await world.standIn
      .click({ message, customId: idOf(message, 'whole'), user, guild: guilds['en-US'] })
      .reply();
    const shown = visibleText(whole).replace(/\\|\*\*/g, '');
    for (const { text } of passages) expect(shown).toContain(text);
  });

  it('has buttons for the whole passages, the context of the first, and the original, in this order', async () => {
    const message = await put('Do export controls work?');
    expect(buttonsOf(message)).toEqual(['whole', 'context', 'words', 'remove']);
    const [first] = excerptsOf(compare({ question: 'Do export controls work?' }, world.context));
    const context = await world.standIn
      .click({ message, customId: idOf(message, 'context'), user, guild: guilds['en-US'] })
      .reply();
    expect(isEphemeral(context)).toBe(true);
    expect(visibleText(context).replace(/\\|\*\*/g, '')).toContain(`> ${first?.passage.translation}`);
    expect(visibleText(context).match(/ of the source$/gm)?.length).toBeGreaterThan(1);
  });

  it('has no buttons for excerpts where there are none', async () => {
    expect(buttonsOf(await put(OFF_TOPIC.en))).not.toContain('context');
  });

  it.each(['甲骨文公司的声明', WORKS, 'AI扩散规则'])('quotes verbatim: %s', async (question) => {
    const text = visibleText(await put(question, 'zh-CN')).replace(/\\|\*\*/g, '');
    const { sourceText } = world.context.library.transcripts[0] ?? { sourceText: '' };
    const quotes = Array.from(text.matchAll(/^> (?:\[…\] )?(.*?)(?: \[…\])?$/gm), ([, quote]) => quote ?? '');
    expect(quotes.length).toBeGreaterThan(0);
    expect(quotes.filter((quote) => !sourceText.includes(quote))).toEqual([]);
  });

  it('fits a message in English too, cut at sentence ends', async () => {
    for (const question of [
      'Do export controls work?',
      'What is the AI Diffusion Rule?',
      "What of China's chips?",
    ]) {
      const text = visibleText(await put(question));
      expect(text.length).toBeLessThanOrEqual(MESSAGE_TEXT + 'Remove'.length + 30);
      for (const [, quote = ''] of text.matchAll(/^> (.*)$/gm))
        expect(quote).toMatch(/[.!?。!?”"](?:\*\*)?(?: \[…\])?$/);
    }
  });

  it.each(['en', 'zh-CN', 'zh-TW'] as const)('refuses as /ask does: %s', async (locale) => {
    const question = OFF_TOPIC[locale];
    const refusal = ask({ question }, world.context);
    expect(compare({ question }, world.context)).toEqual(refusal);
    const text = visibleText(await put(question));
    expect(text).toContain(format({ key: 'answer.refused' }, locale));
    expect(text).not.toContain(format({ key: 'compare.closest' }, locale));
  });

  it('answers the asker alone when asked to', async () => {
    expect(isEphemeral(await put(WORKS, 'en-US', { private: true }))).toBe(true);
  });

  it('says to the asker alone that the question is empty', async () => {
    const message = await put(' ');
    expect(isEphemeral(message)).toBe(true);
    expect(visibleText(message)).toContain('The question is empty.');
  });
});
