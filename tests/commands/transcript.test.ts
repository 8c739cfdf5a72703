import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transcriptSteps } from '../../commands/transcript.ts';
import { LOCALES, type Locale } from '../../src/core/language/locale.ts';
import { libraryOf } from '../../src/core/library.ts';
import { pagesOfPassages, passagesIn } from '../../src/core/passages/pages.ts';
import { turnStarts } from '../../src/core/passages/turns.ts';
import type { Transcript } from '../../src/core/transcript/transcript.ts';
import { readCustomId } from '../../src/render/custom-id.ts';
import { renderMessage } from '../../src/render/discord.ts';
import { CUSTOM_ID, MESSAGE_TEXT } from '../../src/render/limits.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { excerptsOf } from '../../src/reply/reply.ts';
import { atOnce } from '../at-once.ts';
import { type BotWorld, startBotWorld } from '../bot/bot-world.ts';
import { everyComponent } from '../discord/components.ts';
import { MESSAGE_COMPONENTS } from '../discord/limits.ts';
import { type Guild, isEphemeral, type Message, type User, visibleText } from '../discord/stand-in.ts';
import { changed, contextOf, corpus, SOURCE, soundSeminar, TRANSCRIPT } from '../fixtures.ts';

const transcript = atOnce(transcriptSteps);

/** The custom id of the button with this label. */
function idOf({ components }: Message, label: string): string {
  const found = everyComponent(components).find(({ component }) => component.label === label);
  if (!found?.component.custom_id) throw new Error(`There is no button "${label}".`);
  return found.component.custom_id;
}
const has = (message: Message, label: string) =>
  everyComponent(message.components).some(({ component }) => component.label === label);

const linesOf = (message: Message) =>
  Array.from(visibleText(message).matchAll(/^-# .*, line (\d+) of the source$/gm), ([, line]) =>
    Number(line),
  );

const NEXT: Record<Locale, string> = { en: 'Next page', 'zh-CN': '下一页', 'zh-TW': '下一頁' };

describe('/transcript in Discord', () => {
  let world: BotWorld;
  let guild: Guild;
  let user: User;
  let other: User;
  let seminar: Transcript;

  beforeAll(async () => {
    world = await startBotWorld();
    guild = world.standIn.addGuild({ locale: 'en-US' });
    user = world.standIn.addUser({ name: 'Ada' });
    other = world.standIn.addUser({ name: 'Bob' });
    [seminar] = world.context.library.transcripts as [Transcript];
  });
  afterAll(() => world.close());

  const read = (options: Record<string, string | boolean> = {}, place = guild) =>
    world.standIn.invoke({ command: 'transcript', options, user, guild: place }).reply();
  const press = (message: Message, label: string, by = user, place = guild) =>
    world.standIn.click({ message, customId: idOf(message, label), user: by, guild: place }).reply();

  it('shows a table of contents, in which every turn says how its speaker is known', async () => {
    const text = visibleText(await read());
    expect(text.match(/^- line \d+, /gm)).toHaveLength(
      turnStarts(passagesIn(world.context.library, seminar)).length,
    );
    expect(text).toContain("line 1, publisher's own words:");
    expect(text).toContain('line 13, likely Nazak Nikakhtar:');
    expect(text).toContain('line 18, speaker not named in the source:');
    expect(text).toContain('line 45, Nazak Nikakhtar, as reported:');
    expect(text).toContain("not the speakers' own");
  });

  it.each([
    ['zh-CN', '第 13 行，可能是娜扎克·尼卡赫塔尔', '从根本上说'],
    ['zh-TW', '第 13 行，可能是納札克‧尼卡塔', '从根本上说'],
  ])('shows the contents in %s with the first words of the source', async (locale, who, opening) => {
    const text = visibleText(await read({}, world.standIn.addGuild({ locale })));
    expect(text).toContain(who);
    expect(text).toContain(opening);
  });

  it('opens the text at a button, and comes back to the contents', async () => {
    const contents = await read();
    const page = await press(contents, 'Read');
    expect(linesOf(page).slice(0, 3)).toEqual([1, 2, 3]);
    expect(visibleText(await press(page, 'Contents'))).toContain('contents by speaker');
  });

  it.each(LOCALES)(
    'reads every page in order in %s, without losing or repeating anything',
    async (locale) => {
      const place = world.standIn.addGuild({ locale: locale === 'en' ? 'en-US' : locale });
      const source = readFileSync(`corpus/${seminar.id}/source.txt`, 'utf8');
      const all = passagesIn(world.context.library, seminar);
      let page = await read({ from: '1' }, place);
      const texts = [visibleText(page)];
      while (has(page, NEXT[locale])) {
        page = await press(page, NEXT[locale], user, place);
        texts.push(visibleText(page));
      }
      const shown = texts.join('\n').replace(/\\([\s\S])/g, '$1');
      // Between two passages the source has only white space and printed labels.
      let at = 0;
      let seen = 0;
      for (const passage of all) {
        const { label } = passage.segment;
        const gap = source.slice(at, passage.start);
        expect(gap.trim(), passage.id).toBe(passage.start === passage.segment.start ? (label ?? '') : '');
        const words = locale === 'en' ? passage.translation : passage.text;
        const found = shown.indexOf(`> ${words}`, seen);
        expect(found, passage.id).toBeGreaterThan(-1);
        expect(shown.indexOf(`> ${words}`, found + 1), passage.id).toBe(-1);
        seen = found;
        at = passage.start + passage.text.length;
      }
      expect(source.slice(0, at)).toBe(source.split('\n').slice(0, 53).join('\n'));
      expect(shown).not.toContain('免责声明');
    },
  );

  it('goes forward and back', async () => {
    const page = await read({ from: '4' });
    const first = linesOf(page);
    const second = linesOf(await press(page, 'Next page'));
    expect(second[0]).toBeGreaterThanOrEqual(first.at(-1) ?? 0);
    await press(page, 'Previous page');
    const back = linesOf(page);
    expect(back.at(-1)).toBe(first.at(-1));
    expect(has(page, 'Previous page')).toBe(back[0] !== 1);
  });

  it('has no button before the start or after the end', async () => {
    expect(has(await read({ from: '1' }), 'Previous page')).toBe(false);
    const last = await read({ from: '53' });
    expect(has(last, 'Next page')).toBe(false);
    expect(visibleText(last)).toContain('The transcript ends here.');
  });

  it('starts at a segment', async () => {
    expect(linesOf(await read({ from: 'p35b' }))[0]).toBe(35);
    expect(visibleText(await read({ from: 'p35b' }))).toContain('1. speaker not named in the source');
  });

  it("shows the moderator's role, and marks passages without a named speaker", async () => {
    const text = visibleText(await read({ from: '35' }));
    expect(text).toContain('Ana Swanson, as reported**, moderator, reporter');
    const next = visibleText(await read({ from: 'p35b' }));
    expect(next).toContain('**1. speaker not named in the source**');
    expect(next).toContain("**2. publisher's own words**");
  });

  it('shows an English reader the translation, marked as one, and a Chinese reader the source', async () => {
    const english = visibleText(await read({ from: '14' }));
    expect(english).toContain('two misconceptions');
    expect(english).not.toContain('小院高墙');
    expect(english.match(/^-# Translated from Chinese, not their own words\.$/gm)).toHaveLength(1);
    const chinese = visibleText(await read({ from: '14' }, world.standIn.addGuild({ locale: 'zh-CN' })));
    expect(chinese).toContain('小院高墙');
    expect(chinese).not.toContain('two misconceptions');
    expect(chinese).not.toContain('译自');
  });

  it('shows the source alone at a button, without marking a sentence as an answer', async () => {
    const words = await press(await read({ from: '14' }), 'Original');
    expect(isEphemeral(words)).toBe(true);
    expect(visibleText(words)).toContain(world.context.library.passages.get('scsp-chips-2025/p14')?.text);
    expect(visibleText(words)).not.toContain('two misconceptions');
    expect(visibleText(words)).not.toMatch(/^> .*\*\*/m);
  });

  it('turns pages only for the asker', async () => {
    const page = await read({ from: '20' });
    const before = linesOf(page);
    const refusal = await press(page, 'Next page', other);
    expect(isEphemeral(refusal)).toBe(true);
    expect(visibleText(refusal)).toContain('Only the person who asked');
    expect(linesOf(page)).toEqual(before);
  });

  it('shows it to the asker alone when asked to', async () => {
    const page = await read({ from: '20', private: true });
    expect(isEphemeral(page)).toBe(true);
    expect(isEphemeral(await press(page, 'Next page'))).toBe(true);
  });

  it.each([
    'read:1:OWNER:scsp-chips-2025:AAAA-',
    'read:1:OWNER:other:MARK',
    'read:1:OWNER:scsp-chips-2025:MARKMARK',
    'read:1:OWNER:scsp-chips-2025:MARK:1',
    'read:1:OWNER:scsp-chips-2025',
    'read:1:OWNER',
    'contents:1:OWNER:scsp-chips-2025:AAAA-',
    'contents:1:OWNER:__proto__:MARK',
  ])('says politely that the button %s leads nowhere', async (pattern) => {
    const page = await read({ from: '20' });
    const before = linesOf(page);
    const mark = idOf(page, 'Next page').split(':').at(-1) ?? '';
    const forged = pattern.replace('OWNER', user.id).replaceAll('MARK', mark);
    page.components = JSON.parse(JSON.stringify(page.components).replace(idOf(page, 'Next page'), forged));
    const refusal = await world.standIn.click({ message: page, customId: forged, user, guild }).reply();
    expect(isEphemeral(refusal)).toBe(true);
    expect(visibleText(refusal)).toContain('so has this passage');
    expect(linesOf(page)).toEqual(before);
  });

  it.each(['54', '0', 'p99', 'zebras'])('says to the asker alone that there is no place %s', async (from) => {
    const message = await read({ from });
    expect(isEphemeral(message)).toBe(true);
    expect(visibleText(message)).toContain(`no line or passage "${from}"`);
    expect(visibleText(message)).toContain('from line 1 to line 53');
  });

  it('says which seminars there are', async () => {
    expect(visibleText(await read({ seminar: 'none' }))).toContain('scsp-chips-2025');
    expect(linesOf(await read({ seminar: 'scsp-chips-2025', from: '30' }))[0]).toBe(30);
  });

  it.each([
    ...['line 14', 'L14', '第14行', '#14', 'p14', 'p14-p16', 'scsp-chips-2025/line 14'],
    ...['small yard, high fence', '小院高牆', 'likely Nazak Nikakhtar · Therefore, the "small ya…'],
  ])('starts at %j as if it were 14', async (from) => {
    expect(linesOf(await read({ from }))[0]).toBe(14);
  });

  it('offers what words may mean, to the asker alone, and opens it in place', async () => {
    const message = await read({ from: 'export controls' });
    expect(isEphemeral(message)).toBe(true);
    expect(visibleText(message)).toContain('"export controls" matches several passages');
    expect(visibleText(message)).toMatch(/type its id: \/transcript from:scsp-chips-2025\/p\d+/);
    const [, id = ''] = /Read (p\w+)/.exec(visibleText(message)) ?? [];
    expect(linesOf(await press(message, `Read ${id}`))[0]).toBe(Number.parseInt(id.slice(1), 10));
  });

  it('marks in the contents which first words are not all', async () => {
    const text = visibleText(await read());
    expect(text).toMatch(/^- line 7, Chris Miller: I think one trend [^[]* \[…\]$/m);
  });

  it('works in the terminal too', () => {
    const reply = transcript({ from: '30' }, world.context);
    expect(excerptsOf(reply)[0]?.passage.line).toBe(30);
    const text = renderTerminal(reply, { locale: 'en', colour: false });
    expect(text).toMatch(/\/transcript from:p\d+/);
  });
});

describe('a place in one of several seminars', () => {
  const library = libraryOf([
    soundSeminar(),
    soundSeminar({
      source: changed(SOURCE, '木桥便宜。', '竹桥便宜。'),
      transcript: changed(TRANSCRIPT, '木桥便宜。', '竹桥便宜。'),
      files: { id: 'bamboo', transcriptFile: 'transcript.md', sourceFile: 'source.txt' },
    }),
  ]);

  it('says which seminar it is in, if only one has it', () => {
    const [excerpt] = excerptsOf(transcript({ from: '竹桥便宜' }, contextOf(library)));
    expect(excerpt?.passage.id).toBe('bamboo/p6');
    const { blocks } = transcript({ from: 'p6' }, contextOf(library));
    expect(blocks[0]).toMatchObject({ message: { key: 'failure.seminar-missing' } });
    const unknown = transcript({ from: 'wood/p6' }, contextOf(library)).blocks[0];
    expect(unknown).toMatchObject({ message: { key: 'failure.seminar-unknown' } });
  });
});

describe('every page of the transcript', () => {
  it.each(LOCALES)('fits a message with no excerpt shortened, in %s', async (locale) => {
    const library = await corpus();
    const context = contextOf(library);
    for (const seminar of library.transcripts) {
      for (const [first] of pagesOfPassages(passagesIn(library, seminar))) {
        const reply = transcript({ seminar: seminar.id, from: first?.id }, context);
        const message = renderMessage(reply, { locale, ownerId: '1'.repeat(20), isPublic: true });
        const components = everyComponent(message.components as never).map(({ component }) => component);
        const text = components.flatMap(({ content }) => content ?? []).join('');
        expect(text.length, first?.id).toBeLessThanOrEqual(MESSAGE_TEXT);
        expect(components.length, first?.id).toBeLessThanOrEqual(MESSAGE_COMPONENTS);
        for (const { passage } of excerptsOf(reply)) {
          const shown = text.replace(/\\([\s\S])/g, '$1');
          expect(shown).toContain(locale === 'en' ? passage.translation : passage.text);
        }
        expect(text).not.toContain('[…]');
      }
    }
  });
});

describe('a transcript with the longest names', () => {
  const name = `${'*'.repeat(40)}${'_'.repeat(40)}`;
  const id = 'a'.repeat(40);
  const rename = (text: string) => changed(text, '  - name: Jo Lee\n', `  - name: "${name}"\n`);
  const edited = rename(TRANSCRIPT)
    .replaceAll('| Jo Lee |', `| ${name} |`)
    .replaceAll('李乔,', `"${name}",`)
    .replaceAll('李喬 }', `"${name}" }`);
  const library = libraryOf([
    soundSeminar({
      transcript: edited,
      source: SOURCE,
      files: { id, transcriptFile: 'transcript.md', sourceFile: 'source.txt' },
    }),
    soundSeminar(),
  ]);
  const context = contextOf(library);

  it.each(LOCALES)('fits a message and its ids, in %s', (locale) => {
    for (const from of [undefined, ...(library.transcripts[0]?.segments.map((each) => each.id) ?? [])]) {
      const reply = transcript({ seminar: id, from }, context);
      expect(reply.outcome).toBe('shown');
      const message = renderMessage(reply, { locale, ownerId: '1'.repeat(20), isPublic: true });
      const components = everyComponent(message.components as never).map(({ component }) => component);
      const text = components.flatMap(({ content }) => content ?? []).join('');
      expect(text.length).toBeLessThanOrEqual(MESSAGE_TEXT);
      // The contents show first words only.
      if (from !== undefined) expect(text).not.toContain('[…]');
      const ids = components.flatMap(({ custom_id }) => custom_id ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      for (const each of ids) {
        expect(each.length).toBeLessThanOrEqual(CUSTOM_ID);
        expect(readCustomId(each)).not.toBeNull();
      }
    }
  });

  it('asks which of several seminars is meant, unless the passage says so', () => {
    expect(transcript({}, context)).toMatchObject({ outcome: 'failed' });
    expect(transcript({ from: '3' }, context)).toMatchObject({ outcome: 'failed' });
    expect(transcript({ from: 'bridges/p3' }, context)).toMatchObject({ outcome: 'shown' });
    expect(transcript({ seminar: 'bridges', from: `${id}/p3` }, context)).toMatchObject({
      outcome: 'failed',
    });
  });
});
