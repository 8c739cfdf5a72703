import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/core/language/locale.ts';
import { SUGGESTION_TEXT, SUGGESTIONS } from '../../src/render/limits.ts';
import { type BotWorld, startBotWorld } from '../bot/bot-world.ts';
import { idOf } from '../discord/buttons.ts';
import { type Guild, isEphemeral, type User, visibleText } from '../discord/stand-in.ts';

describe('/quote in Discord', () => {
  let world: BotWorld;
  let guild: Guild;
  let user: User;

  beforeAll(async () => {
    world = await startBotWorld();
    guild = world.standIn.addGuild();
    user = world.standIn.addUser({ name: 'Ada' });
  });
  afterAll(() => world.close());

  const quote = (options: Record<string, string | boolean>, place: object = {}) =>
    world.standIn.invoke({ command: 'quote', options, user, guild, ...place }).reply();
  /** The same for a reader who is shown the source. */
  const quoteInSource = (options: Record<string, string>) =>
    quote({ ...options, private: true }, { locale: 'zh-CN' });
  const suggested = (value: string, locale = 'en-US') =>
    world.standIn.autocomplete({ command: 'quote', option: 'passage', value, user, guild, locale });

  it('quotes a passage once, with speaker, role, basis, seminar, date, line and translation mark', async () => {
    const message = await quote({ passage: 'scsp-chips-2025/p14' });
    const text = visibleText(message);
    expect(isEphemeral(message)).toBe(false);
    expect(message.pings).toEqual({ users: [], roles: [], everyone: false });
    expect(text).toContain('**likely Nazak Nikakhtar**, head of BIS');
    expect(text).toContain('not named in the source; evidence:');
    expect(text).toContain("America's Strategy, 2025-03-07, line 14 of the source");
    expect(text).toContain('2025-03-07');
    expect(text.match(/^-# Translated from Chinese, not their own words\.$/gm)).toHaveLength(1);
    expect(text).not.toContain('1.');
    expect(text).not.toContain('小院高墙');
  });

  it('shows the source at a button', async () => {
    const message = await quote({ passage: 'p14' });
    const source = visibleText(
      await world.standIn.click({ message, customId: idOf(message, 'words'), user, guild }).reply(),
    );
    expect(source).toContain(world.context.library.passages.get('scsp-chips-2025/p14')?.text);
    expect(source).not.toContain('small yard');
  });

  it('quotes only the sentences that were asked for, and marks the cut', async () => {
    const translation = visibleText(await quote({ passage: 'p14', sentences: '3' }));
    expect(translation).toContain('It took us 70 or 80 years');
    expect(translation).not.toContain('two misconceptions');
    expect(translation).not.toContain('surprised');
    const source = visibleText(await quoteInSource({ passage: 'p14', sentences: '3' }));
    expect(source).toContain('我们用了七八十年的时间');
    expect(source).not.toContain('两个误解');
    expect(source).not.toContain('感到惊讶');
    for (const text of [translation, source]) expect(text.match(/\[…\]/g)).toHaveLength(2);
  });

  it.each(['1-2', '1 – 2', '1~2', '\uFF11\uFF0D\uFF12', '\uFF11\uFF5E\uFF12'])(
    'takes a run of sentences as %s',
    async (sentences) => {
      const translation = visibleText(await quote({ passage: 'p14', sentences }));
      expect(translation).toContain('two misconceptions');
      expect(translation).toContain('neither of these two assumptions holds');
      expect(translation).not.toContain('70 or 80 years');
      const source = visibleText(await quoteInSource({ passage: 'p14', sentences }));
      expect(source).toContain('两个误解');
      expect(source).toContain('都不成立');
      expect(source).not.toContain('七八十年');
    },
  );

  it.each([
    ['en-US', 'speaker not named in the source'],
    ['zh-CN', '原文未注明发言人'],
    ['zh-TW', '原文未註明講者'],
  ])('names nobody in %s if the source does not', async (locale, words) => {
    const text = visibleText(await quote({ passage: 'p19', private: true }, { locale }));
    expect(text).toContain(words);
    expect(text).not.toMatch(/Nikakhtar|Estevez|Miller|Goujon/);
  });

  it('shows it to the asker alone when asked to', async () => {
    expect(isEphemeral(await quote({ passage: 'p14', private: true }))).toBe(true);
  });

  it.each([
    ['1', /^> (?!\[…\]).*\[…\]$/m],
    ['4', /^> \[…\] .*[^\]]$/m],
    ['2-3', /^> \[…\] .*\[…\]$/m],
    ['1, 3', /^> (?!\[…\])[^[]+ \[…\] [^[]+ \[…\]$/m],
    ['2 and last', /^> \[…\] [^[]+ \[…\] [^[]+$/m],
    ['all', /^> [^[]*$/m],
  ])(
    'marks where sentences %s are cut out, in the translation and in the source',
    async (sentences, shape) => {
      const { text: source = '', translation = '' } =
        world.context.library.passages.get('scsp-chips-2025/p14') ?? {};
      const choice = { passage: 'p14', sentences };
      for (const [message, whole] of [
        [await quote(choice), translation ?? ''],
        [await quoteInSource(choice), source],
      ] as const) {
        const quotations = visibleText(message).match(/^> .*$/gm) ?? [];
        expect(quotations).toHaveLength(1);
        const [quotation = ''] = quotations;
        expect(quotation).toMatch(shape);
        const pieces = quotation
          .replace('> ', '')
          .split('[…]')
          .map((piece) => piece.trim());
        let at = 0;
        for (const piece of pieces) {
          expect(whole.indexOf(piece, at)).toBeGreaterThanOrEqual(at);
          at = whole.indexOf(piece, at) + piece.length;
        }
      }
    },
  );

  it('quotes a range of passages, each with its own speaker, and says how to go on', async () => {
    const text = visibleText(await quote({ passage: 'p7 to p12' }));
    expect(text).toContain('**1. Chris Miller**');
    expect(text).toContain("**3. publisher's own words**");
    expect(text).toContain('4 more passages. To go on: /quote passage:scsp-chips-2025/p9-p12');
    const rest = visibleText(await quote({ passage: 'scsp-chips-2025/p11-p12' }));
    expect(rest.match(/line \d+ of the source$/gm)).toEqual([
      'line 11 of the source',
      'line 12 of the source',
    ]);
    expect(rest).not.toContain('more passage');
  });

  it('quotes the best match for words, and says that it is one', async () => {
    const text = visibleText(await quote({ passage: 'what does Nikakhtar say about a fence around a yard' }));
    expect(text).toContain('likely Nazak Nikakhtar');
    expect(text).toContain('No passage has exactly these words; this one is the closest.');
    expect(visibleText(await quote({ passage: 'misconceptions: one, that we' }))).not.toContain('closest');
  });

  it.each([
    [false, false],
    [true, true],
  ])(
    'quotes a candidate by its button, for the asker alone only if asked to (private: %s)',
    async (asked, alone) => {
      const message = await quote({ passage: 'line 35', sentences: 'first', private: asked });
      const customId = /"custom_id":"(quote[^"]+)"/.exec(JSON.stringify(message.components))?.[1] ?? '';
      const quotation = await world.standIn.click({ message, customId, user, guild }).reply();
      expect(isEphemeral(quotation)).toBe(alone);
      expect(visibleText(quotation)).toContain('**Ana Swanson, as reported**');
      expect(visibleText(quotation)).not.toContain('several passages');
    },
  );

  it('has no buttons for candidates if they cannot carry the sentences', async () => {
    const message = await quote({ passage: '35', sentences: '1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13' });
    expect(JSON.stringify(message.components)).not.toContain('"custom_id":"quote');
  });

  it('shows the context', async () => {
    const message = await quote({ passage: 'p14', sentences: '3' });
    const customId = idOf(message, 'context');
    const context = await world.standIn.click({ message, customId, user, guild }).reply();
    expect(visibleText(context)).toContain('line 13 of the source');
  });

  it.each([
    ['en-US', { passage: 'p999' }, ['"p999"', 'pick from the list', 'scsp-chips-2025/p1']],
    ['zh-CN', { passage: 'p999' }, ['“p999”', '从列表中选择']],
    ['zh-TW', { passage: 'p999' }, ['「p999」', '從清單中選擇']],
    ['en-US', { passage: '35' }, ['"35"', 'several passages', 'scsp-chips-2025/p35b']],
    ['zh-CN', { passage: '35' }, ['“35”', '多个段落']],
    ['zh-TW', { passage: '35' }, ['「35」', '多個段落']],
    ['en-US', { passage: 'p14', sentences: '99' }, ['no sentence 99', 'Sentences in it: ']],
    ['en-US', { passage: 'p14', sentences: '0' }, ['no sentence 0']],
    ['en-US', { passage: 'p14', sentences: '1-99' }, ['no sentence 1-99']],
    ['zh-CN', { passage: 'p14', sentences: '99' }, ['没有第 99 句']],
    ['zh-TW', { passage: 'p14', sentences: '99' }, ['沒有第 99 句']],
    ['en-US', { passage: 'p14', sentences: 'firstly' }, ['cannot be "firstly"', 'such as 1-2']],
    ['en-US', { passage: 'p14', sentences: 'last nine' }, ['has no "last nine"', 'Sentences in it: ']],
    ['zh-CN', { passage: 'p14', sentences: '最后九句' }, ['选不出“最后九句”']],
    ['zh-TW', { passage: 'p14', sentences: '最後九句' }, ['選不出「最後九句」']],
    ['en-US', { passage: 'p7-p9', sentences: '1' }, ['one passage only', 'for example scsp-chips-2025/p7']],
    ['zh-CN', { passage: 'p7-p9', sentences: '1' }, ['只能从一个段落里选', '“句子”']],
    ['zh-TW', { passage: 'p7-p9', sentences: '1' }, ['只能從一個段落裡選', '「句子」']],
    [
      'en-US',
      { passage: '35' },
      ['scsp-chips-2025/p35b, line 35, speaker not named in the source: I think', '[…]'],
    ],
    ['en-US', { passage: '35' }, ['type its id: /quote passage:scsp-chips-2025/p35']],
    ['zh-TW', { passage: '35' }, ['p35b，第 35 行，原文未註明講者：', '/引用 段落:scsp-chips-2025/p35']],
    [
      'en-US',
      { passage: 'export controls' },
      ['"export controls"', 'several passages', 'more passages match'],
    ],
    ['en-US', { passage: 'p14', sentences: '2-1' }, ['cannot be "2-1"']],
    ['zh-CN', { passage: 'p14', sentences: 'x' }, ['“句子”', '“x”', '如 1-2']],
    ['zh-TW', { passage: 'p14', sentences: 'x' }, ['「句子」', '「x」', '如 1-2']],
  ])('says to the asker alone in %s what is wrong with %j', async (locale, options, expected) => {
    const message = await quote(options, { locale });
    expect(isEphemeral(message)).toBe(true);
    for (const words of expected) expect(visibleText(message)).toContain(words);
  });

  it.each(['@everyone <@123456789012345678>', '```js', '[a](https://evil.example)', '\u202Etxet', '\u0000'])(
    'is not harmed by %j',
    async (passage) => {
      const message = await quote({ passage, sentences: passage.slice(0, 20) });
      const text = visibleText(message).replace(/\\[\s\S]/g, '·');
      expect(message.pings).toEqual({ users: [], roles: [], everyone: false });
      expect(text).not.toMatch(/@everyone|<@|```|\]\(|https:\/\/|[\u202A-\u202E]/u);
      expect(text).not.toContain('\u0000');
      expect((await suggested(passage)).length).toBeLessThanOrEqual(SUGGESTIONS);
    },
  );

  it.each([
    ['30', 'scsp-chips-2025/p30', 0],
    ['p30', 'scsp-chips-2025/p30', 0],
    ['小院', 'scsp-chips-2025/p14', 24],
    ['estevez', 'scsp-chips-2025/p5', 0],
    ['Estev', 'scsp-chips-2025/p5', 0],
    ['埃斯特', 'scsp-chips-2025/p5', 0],
    ['deepse', 'scsp-chips-2025/p5', 24],
  ])('completes %s with %s', async (typed, id, latest) => {
    const values = (await suggested(typed)).map(({ value }) => value);
    expect(values).toContain(id);
    expect(values.indexOf(id)).toBeLessThanOrEqual(latest);
  });

  it('completes words with passages that contain them', async () => {
    const values = (await suggested('deepseek')).map(({ value }) => value);
    expect(values.length).toBeGreaterThan(1);
    const best = await quote({ passage: String(values[0]), private: true });
    expect(visibleText(best)).toMatch(/deepseek/i);
  });

  it('completes a speaker and words with what that speaker says about them', async () => {
    const [first] = await suggested('estevez deepseek');
    expect(first?.name).toMatch(/^Alan Estevez/);
  });

  it.each(LOCALES)('shows the speaker and first words within the limits in %s', async (locale) => {
    const all = [...(await suggested('', locale)), ...(await suggested('1', locale))];
    for (const { name, value } of all) {
      expect(name.length).toBeLessThanOrEqual(SUGGESTION_TEXT);
      expect(String(value).length).toBeLessThanOrEqual(SUGGESTION_TEXT);
      expect(name).toMatch(/ · \S/);
    }
    expect(await suggested('', locale)).toHaveLength(SUGGESTIONS);
  });

  it('names nobody in a completion of unnamed or editorial words, and marks likely ones', async () => {
    const nameOf = async (id: string) => (await suggested(id))[0]?.name;
    expect(await nameOf('p19')).toMatch(/^speaker not named in the source · /);
    expect(await nameOf('p8b')).toMatch(/^publisher's own words · /);
    expect(await nameOf('p14')).toMatch(/^likely Nazak Nikakhtar · /);
  });

  it('offers no passages of unnamed speakers for the name of a speaker', async () => {
    const { library } = world.context;
    const unnamed = (await suggested('Goujon'))
      .map(({ value }) => library.passages.get(String(value)))
      .filter(
        (passage) =>
          passage?.basis === 'unknown' && !/goujon|古戎/i.test(`${passage.text} ${passage.translation}`),
      );
    expect(unnamed).toEqual([]);
  });
});
