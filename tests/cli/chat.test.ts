import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type Command, type Context, isSlash } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { chat, complete } from '../../src/cli/chat.ts';
import { bridges } from '../fixtures.ts';

const ENGLISH = { LANG: 'en_GB.UTF-8' };

/** A chat that has been started, with what it has written so far. */
function startChat(context: Context = bridges(), env: NodeJS.ProcessEnv = ENGLISH) {
  const input = new PassThrough();
  const output = new PassThrough({ encoding: 'utf8' });
  let written = '';
  const waiting = new Set<() => void>();
  output.on('data', (text: string) => {
    written += text;
    for (const look of waiting) look();
  });
  const ended = chat(context, { stdin: input, stdout: output, env });
  const says = (text: string) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!written.includes(text)) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  return { input, ended, says, written: () => written };
}

async function afterTyping(text: string, env?: NodeJS.ProcessEnv): Promise<string> {
  const { input, ended, written } = startChat(bridges(), env);
  input.end(text);
  await ended;
  return written();
}

describe('chat', () => {
  it('says what it is for', async () => {
    expect(await afterTyping('')).toBe(
      'Rostrum answers questions with excerpts from seminar transcripts: A panel on bridges. Type a question, or /help.\n',
    );
  });

  it('greets in the language of the system', async () => {
    expect(await afterTyping('', { LANG: 'zh_TW.UTF-8' })).toContain('研討會紀錄');
  });

  it('answers each line before the next is typed', async () => {
    const { input, ended, says } = startChat();
    input.write('木桥便宜\n');
    await says('可能是莫依达');
    input.write('石桥最贵\n');
    await says('转述');
    input.end();
    await ended;
  });

  it('answers lines that come at once, each in turn', async () => {
    const text = await afterTyping('/ask 木桥便宜\n/ask 石桥最贵\n');
    expect(text.indexOf('木桥便宜')).toBeGreaterThan(0);
    expect(text.lastIndexOf('石桥最贵')).toBeGreaterThan(text.indexOf('木桥便宜'));
  });

  it('answers a last line without a line break', async () => {
    expect(await afterTyping('木桥便宜')).toContain('莫依达');
  });

  it('reads CRLF line ends', async () => {
    expect(await afterTyping('/help\r\n')).toContain('Commands:');
  });

  it('answers in the script of the question', async () => {
    expect(await afterTyping('「木橋」便宜\n')).toContain('莫依達');
  });

  it('ignores blank lines', async () => {
    expect(await afterTyping('\n  \n\n')).toBe(await afterTyping(''));
  });

  it.each(['/quit', '/exit', '/QUIT', '  /quit  '])(
    'ends at "%s" while input is open, and answers nothing after it',
    async (quit) => {
      const { input, ended, written } = startChat();
      input.write(`${quit}\n火锅\n`);
      await ended;
      expect(written()).not.toContain('研讨会记录没有回答');
    },
  );

  it('says in /help how to leave', async () => {
    const text = await afterTyping('/help\n');
    expect(text).toContain('/ask question:…');
    expect(text).toContain('/quit leaves');
  });

  it('continues after a line that it cannot read', async () => {
    const text = await afterTyping('/nonsense\n/ask\n木桥便宜\n');
    expect(text).toContain('There is no command /nonsense');
    expect(text).toContain('/ask needs the option "question"');
    expect(text).toContain('莫依达');
  });

  it('continues after a command that fails, and does not show why', async () => {
    const broken: Command = {
      name: 'broken',
      localName: 'command.help.name',
      description: 'command.help.description',
      options: [],
      run: () => {
        throw new Error('secret');
      },
    };
    const context = bridges();
    const { input, ended, written } = startChat({ ...context, commands: [...context.commands, broken] });
    input.end('/broken\n木桥便宜\n');
    await ended;
    expect(written()).toContain('Something went wrong.');
    expect(written()).not.toContain('secret');
    expect(written()).toContain('莫依达');
  });

  it('uses neither prompt nor colour outside a terminal', async () => {
    const text = await afterTyping('木桥便宜\n');
    expect(text).not.toContain('\u001B');
    expect(text).not.toMatch(/^> /m);
  });

  it('lets no control character of a question through', async () => {
    expect(await afterTyping('/ask \u001B[2J\u0007speaker:\u009B\n')).not.toMatch(/[^\P{Cc}\n]/u);
  });
});

describe('complete', () => {
  const context = bridges();
  const of = (line: string) => complete(line, context, 'en');

  it.each([
    ['a command', '/as', [['/ask'], '/as']],
    ['every command', '/', [[...commands.filter(isSlash).map(({ name }) => `/${name}`), '/quit'], '/']],
    ['no word of a question', 'what', [[], 'what']],
    ['the name of an option', '/ask sp', [['speaker:'], 'sp']],
    ['the name of an option after another', '/ask question:cheap? se', [['seminar:'], 'se']],
    ['a speaker', '/ask speaker:Id', [['Ida Moe'], 'Id']],
    ['a speaker in small letters', '/ask speaker:ida', [['Ida Moe'], 'ida']],
    ['a speaker by another form of the name', '/ask speaker:莫', [['Ida Moe'], '莫']],
    ['a speaker by an alias', '/ask speaker:主持', [['Max Roy'], '主持']],
    ['a speaker whose name has a space', '/ask speaker:Ida M', [['Ida Moe'], 'Ida M']],
    ['every speaker', '/ask speaker:', [['Max Roy', 'Jo Lee', 'Ida Moe'], '']],
    ['no speaker that there is not', '/ask speaker:Bob', [[], 'Bob']],
    ['a seminar by its title', '/ask seminar:panel', [['bridges'], 'panel']],
  ])('completes %s', async (_, line, completion) => {
    expect(await of(line)).toEqual(completion);
  });

  it('gives what can be read again', async () => {
    const [[speaker]] = await of('/ask 桥 speaker:Id');
    expect((await complete(`/ask 桥 speaker:${speaker}`, context, 'zh-TW'))[0]).toEqual([speaker]);
  });
});
