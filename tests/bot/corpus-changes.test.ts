import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Context } from '../../commands/command.ts';
import { loadLibrary } from '../../src/corpus/read.ts';
import { watchCorpus } from '../../src/corpus/watch.ts';
import { MESSAGE_TEXT } from '../../src/render/limits.ts';
import { corpusFolder, SOUND } from '../corpus-folder.ts';
import { idOf } from '../discord/buttons.ts';
import { managerPermissions } from '../discord/permissions.ts';
import { type Guild, isEphemeral, type Message, type User, visibleText } from '../discord/stand-in.ts';
import { changed, contextOf, SOURCE, TRANSCRIPT } from '../fixtures.ts';
import { PATIENCE } from '../patience.ts';
import { type BotWorld, startBotWorld } from './bot-world.ts';

const MANAGER = { memberPermissions: managerPermissions };

describe('a corpus that changes under a connected bot', () => {
  let parent: string;
  let world: BotWorld;
  let context: Context;
  let write: ReturnType<typeof corpusFolder>['write'];
  let stop: () => Promise<void>;
  let guild: Guild;
  let user: User;

  beforeAll(async () => {
    parent = mkdtempSync(join(tmpdir(), 'rostrum-'));
    const made = corpusFolder(SOUND, parent);
    write = made.write;
    context = contextOf(await loadLibrary(made.folder));
    world = await startBotWorld({ context });
    const log = {
      info: (line: string) => void world.log.push(line),
      error: (line: string) => void world.log.push(line),
    };
    ({ stop } = watchCorpus(made.folder, context, log, { everyMs: 10 }));
    guild = world.standIn.addGuild({ locale: 'en-US' });
    user = world.standIn.addUser({ name: 'Ada' });
  });
  afterAll(async () => {
    await stop();
    await world.close();
    rmSync(parent, { recursive: true });
  });

  const ask = (question: string) =>
    world.standIn.invoke({ command: 'ask', options: { question }, user, guild }).reply();
  const press = (message: Message, name: string) =>
    world.standIn.click({ message, customId: idOf(message, name), user, guild }).reply();
  const about = (place: object = {}) =>
    world.standIn.invoke({ command: 'about', user, guild, ...place }).reply();
  const words = (id: string) => context.library.passages.get(`bridges/${id}`)?.text;
  /** Changes a line of the source, and the segment on it. */
  const edit = (from: string, to: string) =>
    write({
      'bridges/transcript.md': changed(TRANSCRIPT, from, to),
      'bridges/source.txt': changed(SOURCE, from, to),
    });

  it('answers from the files as they are; older buttons work, or say that the passage changed', async () => {
    const [wood, stone] = [await ask('木桥便宜'), await ask('石桥最贵')];
    edit('木桥便宜。', '木桥很便宜。');
    await expect.poll(() => words('p6'), PATIENCE).toBe('木桥很便宜。');
    expect(visibleText(await ask('木桥便宜'))).toContain('木桥很便宜。');
    expect(visibleText(await press(stone, 'context'))).toContain('石桥最贵');
    const refusal = await press(wood, 'context');
    expect(isEphemeral(refusal)).toBe(true);
    expect(visibleText(refusal)).toContain('这一段已有变动');
  });

  it('shows a corrected attribution under an older button', async () => {
    const answer = await ask('我同意');
    write({
      'bridges/transcript.md': changed(
        TRANSCRIPT,
        '### p8 | line 8 | unknown',
        '### p8 | line 8 | Jo Lee | reported',
      ),
      'bridges/source.txt': SOURCE,
    });
    await expect
      .poll(() => context.library.passages.get('bridges/p8')?.speaker?.name, PATIENCE)
      .toBe('Jo Lee');
    expect(visibleText(await press(answer, 'context'))).toMatch(/转述.*Jo Lee/);
  });

  describe('while a file is faulty', () => {
    beforeAll(async () => {
      edit('木桥便宜。', '木桥好。');
      await vi.waitUntil(() => words('p6') === '木桥好。', PATIENCE);
      write({
        'bridges/transcript.md': changed(
          TRANSCRIPT,
          '是的,我同意。',
          '<@&123456789012345678> @everyone **!**',
        ),
      });
      await vi.waitUntil(() => context.corpusFault, PATIENCE);
    });

    it('answers from the last good corpus', async () => {
      expect(visibleText(await ask('木桥好'))).toContain('木桥好。');
    });

    it.each([
      ['en-US', 'line ', 'Copy it from the source', 'Manage Server'],
      ['zh-CN', '自 ', '请从原文逐字复制', '管理服务器'],
      ['zh-TW', '自 ', '請從原文逐字複製', '管理伺服器'],
    ])('tells only the managers of a server, in %s', async (locale, ...expected) => {
      const reply = await about({ ...MANAGER, locale });
      expect(isEphemeral(reply)).toBe(true);
      expect(reply.pings).toEqual({ users: [], roles: [], everyone: false });
      const text = visibleText(reply);
      expect(text.length).toBeLessThanOrEqual(MESSAGE_TEXT);
      for (const part of [...expected, 'corpus/bridges/transcript.md']) expect(text).toContain(part);
      if (locale !== 'en-US') expect(text).not.toContain('segment');
    });

    it.each([
      ['a member', {}],
      ['a manager of a server that has not installed the bot', { ...MANAGER, userInstall: true }],
    ])('says nothing about it to %s', async (_, place) => {
      const where =
        'userInstall' in place ? world.standIn.addGuild({ locale: 'en-US', hasBot: false }) : guild;
      const reply = await about({ ...place, guild: where });
      expect(isEphemeral(reply)).toBe(false);
      expect(visibleText(reply)).not.toContain('transcript.md');
    });

    it('says nothing about it in a direct message', async () => {
      const reply = await world.standIn.invoke({ command: 'about', user }).reply();
      expect(visibleText(reply)).not.toContain('transcript.md');
    });

    it('says nothing about it once it is corrected', async () => {
      edit('木桥便宜。', '木桥轻。');
      await expect.poll(() => context.corpusFault, PATIENCE).toBeUndefined();
      const reply = await about(MANAGER);
      expect(isEphemeral(reply)).toBe(false);
      expect(visibleText(reply)).not.toContain('transcript.md');
    });
  });
});
