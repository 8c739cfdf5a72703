import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { ask } from '../commands/ask.ts';
import { excerptsOf } from '../src/reply/reply.ts';
import { corpusFolder } from './corpus-folder.ts';
import { contextOf, corpus } from './fixtures.ts';
import { ownSettings } from './surroundings.ts';

/** What people type who have read nothing: each of these once went wrong. */
describe('a newcomer', () => {
  const reply = async (question: string) => ask({ question }, contextOf(await corpus()));
  const lines = async (question: string) =>
    excerptsOf(await reply(question)).map(({ passage }) => passage.line);

  it.each([
    '1. What is CUDA?',
    '2) What is CUDA?',
    'Q1: What is CUDA?',
    '1、什么是CUDA?',
    '第1题:什么是CUDA?',
  ])('numbers questions: %s', async (question) => {
    expect((await lines(question))[0]).toBe(36);
  });

  it.each([
    'How are you today?',
    'thanks',
    'Thank you very much',
    'When did the panel take place?',
    'Who are the speakers?',
  ])('gets no quotation for small talk or for what no passage says: %s', async (question) => {
    expect((await reply(question)).outcome).not.toBe('answered');
    expect(await lines(question)).toEqual([]);
  });

  it.each([
    'Hello Rostrum, is Malaysia building data centers?',
    'In this 2025 seminar, is Malaysia building data centers?',
  ])('greets the bot or names the year: %s', async (question) => {
    expect((await lines(question))[0]).toBe(23);
  });

  it('is answered by a loose length of time', async () => {
    expect((await lines('How long was the H800 sold in China?'))[0]).toBe(6);
  });

  it('sees no sentence marked if only a declared name found the passage', async () => {
    const [first] = excerptsOf(await reply('Liang Wenfeng'));
    expect(first?.passage.line).toBe(5);
    expect(first?.text.slice(first.highlights[0]?.start, first.highlights[0]?.end)).not.toBe('绝非如此。');
  });

  it.each(['('.repeat(100_000), 'a'.repeat(100_000), '\u{1F600}'.repeat(50_000), '. '.repeat(50_000)])(
    'is refused politely for a hundred thousand signs',
    async (question) => {
      expect((await reply(question)).outcome).toBe('refused');
    },
  );

  it('is told when the output is lost, and not when nobody reads it', () => {
    const { folder } = corpusFolder();
    const env = { ...process.env, ...ownSettings(), CORPUS_DIR: folder };
    const run = (command: string) => spawnSync('sh', ['-c', command], { encoding: 'utf8', env });
    const lost = run('node dist/src/cli/ask.js 木桥 > /dev/full');
    expect(lost.status).toBe(2);
    expect(lost.stderr).toContain('cannot be written');
    const unread = run('yes 木桥 | head -300 | node dist/src/main.js | head -1');
    expect(unread.stderr).toBe('');
    expect(unread.stdout.split('\n')).toHaveLength(2);
  });
});
