import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { Command, Context } from '../../commands/command.ts';
import { chat, complete } from '../../src/cli/chat.ts';
import { libraryOf } from '../../src/core/library.ts';
import { bridges, changed, contextOf, soundSeminar, TRANSCRIPT } from '../fixtures.ts';

const ENGLISH = { LANG: 'en_GB.UTF-8' };

/**
 * A chat that has been started, with what it has written so far.
 * @param columns the width of its terminal; by default it has none
 */
function startChat(context: Context = bridges(), env: NodeJS.ProcessEnv = ENGLISH, columns?: number) {
  const input = new PassThrough();
  const terminal = columns === undefined ? {} : { isTTY: true, columns, hasColors: () => true };
  const output = Object.assign(new PassThrough({ encoding: 'utf8' }), terminal);
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
  return { input, output, ended, says, written: () => written };
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

  it('goes on with the last answer', async () => {
    const text = await afterTyping('木桥便宜\nwhere is this from\n');
    expect(text).toContain('Where the excerpts are from:');
  });

  it('goes on in the language that is asked for', async () => {
    const text = await afterTyping('木桥便宜\nin Traditional Chinese\n');
    expect(text).toContain('同樣的摘錄：');
  });

  it.each([
    ['「木橋」便宜', 'source?', '這些摘錄的出處：'],
    ['「木橋」便宜', '全文', '完整段落：'],
    ['木桥便宜', 'source?', '这些摘录的出处：'],
  ])('goes on from "%s" with "%s" in the language of the question', async (question, line, heading) => {
    expect(await afterTyping(`${question}\n${line}\n`)).toContain(heading);
  });

  it.each(['longer', 'source?', 'and Lee?'])(
    'takes "%s" for a question if there is no answer to go on with',
    async (line) => {
      expect(await afterTyping(`${line}\n`)).toBe(await afterTyping(`/ask ${line}\n`));
    },
  );

  it('goes on with the last answer after a mistake', async () => {
    const text = await afterTyping('木桥便宜\n/nonsense\nwhere is this from\n');
    expect(text).toContain('Where the excerpts are from:');
  });

  it('takes a name alone for a question of its own', async () => {
    const text = await afterTyping('木桥便宜\nMoe?\n');
    expect(text).toBe(await afterTyping('木桥便宜\n/ask Moe?\n'));
  });

  it('reads CRLF line ends', async () => {
    expect(await afterTyping('/help\r\n')).toContain('Commands:');
  });

  it('answers in the script of the question', async () => {
    expect(await afterTyping('「木橋」便宜\n')).toContain('莫依達');
  });

  const TRADITIONAL = { LANG: 'zh_TW.UTF-8' };

  it.each([
    ['an English question in English', 'Does a steel bridge last?', 'Speakers: Max Roy'],
    [
      'a question after a command in its own language',
      '/ask question:Does a steel bridge last?',
      'Speakers: Max Roy',
    ],
    ['a name in the language of the system', 'JoLee', '李喬'],
    ['a command that asks nothing in the language of the system', '/speakers', '李喬'],
  ])('answers %s, on a Chinese system', async (_, typed, expected) => {
    expect(await afterTyping(`${typed}\n`, TRADITIONAL)).toContain(expected);
  });

  it('answers a command with a Chinese name in Chinese', async () => {
    expect(await afterTyping('/发言人\n')).toContain('李乔');
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

  it.each(['/help', 'help'])(
    'says at "%s" how to leave, and what works there and what does not',
    async (typed) => {
      const text = await afterTyping(`${typed}\n`);
      expect(text).toContain('  - /ask question:… speaker:… seminar:… from:… until:… –');
      expect(text).toContain('/quit leaves');
      expect(text).toContain('Only in Discord: Find in transcript and /digest.');
      expect(text.match(/digest|menu|private/g)).toEqual(['digest']);
    },
  );

  it('says what works there if there is no such command', async () => {
    const text = await afterTyping('/nonsense\n');
    expect(text).toContain('/transcript');
    expect(text).not.toContain('/digest');
  });

  it('says at a command for servers how to do without', async () => {
    expect(await afterTyping('/digest start\n')).toContain('npm run digest');
  });

  it('takes an option that changes nothing there', async () => {
    expect(await afterTyping('/ask 木桥便宜 private:true\n')).toContain('莫依达');
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

describe('chat in a terminal', () => {
  const widest = (text: string) => Math.max(...text.split(/\r?\n/).map((line) => stringWidth(line)));
  /** What was written, without what moves the cursor or turns on a style. */
  const shown = stripVTControlCharacters;

  it.each([20, 40, 72])('breaks all that it says at words, in %i columns', async (columns) => {
    const { input, ended, written } = startChat(bridges(), ENGLISH, columns);
    input.end('/help\n木桥便宜\n火锅\n/nonsense\n/ask\n/digest\n');
    await ended;
    const text = shown(written());
    expect(text).toContain('no command');
    expect(widest(text.replaceAll('> ', ''))).toBeLessThanOrEqual(columns);
    expect(text).toMatch(/Rostrum answers\b[\s\S]*\bDigests can\b/);
  });

  it('is as wide as the terminal is now', async () => {
    const { input, output, ended, says, written } = startChat(bridges(), ENGLISH, 400);
    input.write('木桥便宜\n');
    await says('可能是莫依达');
    const before = written().length;
    expect(widest(shown(written()))).toBeGreaterThan(60);
    Object.assign(output, { columns: 30 });
    input.end('木桥便宜\n');
    await ended;
    expect(widest(shown(written().slice(before)))).toBeLessThanOrEqual(30);
  });

  it.each([
    ['Ctrl-D', '\u0004'],
    ['Ctrl-C', '\u0003'],
    ['Ctrl-C in a line', '木桥\u0003'],
    ['/quit', '/quit\r'],
    ['quit', 'quit\r'],
    ['退出', '退出\r'],
  ])('leaves at %s, at the beginning of a line', async (_, keys) => {
    const { input, ended, says, written } = startChat(bridges(), ENGLISH, 80);
    await says('> ');
    input.write(keys);
    await ended;
    expect(written()).toMatch(/[^\n]\r?\n$/);
  });

  it('completes a value at Tab, cleaned', async () => {
    const { input, ended, says, written } = startChat(bridges(), ENGLISH, 80);
    await says('> ');
    input.write('/ask speaker:Id\t');
    await says('Ida Moe');
    input.write('\u0004\u0003');
    await ended;
    expect(shown(written())).toContain('/ask speaker:Ida Moe');
  });
});

describe('complete', () => {
  const context = bridges();
  const of = (line: string) => complete(line, context, 'en');

  it.each([
    ['a command', '/as', [['/ask'], '/as']],
    [
      'every command that works there',
      '/',
      [
        [
          '/ask',
          '/compare',
          '/quote',
          '/find',
          '/seminars',
          '/speakers',
          '/transcript',
          '/about',
          '/help',
          '/quit',
        ],
        '/',
      ],
    ],
    ['a command in capitals', '/AS', [['/ask'], '/AS']],
    ['a command in Chinese', '/提', [['/提问', '/提問'], '/提']],
    ['no command for servers', '/digest st', [[], '/digest st']],
    ['every option that changes something there', '/transcript ', [['seminar:', 'from:'], '']],
    ['no option twice', '/ask question:cheap? speaker:Ida Moe ', [['seminar:', 'from:', 'until:'], '']],
    ['an option in Chinese', '/提问 桥 发', [['发言人:'], '发']],
    ['a value after an option in Chinese', '/提问 发言人\uFF1AId', [['Ida Moe'], 'Id']],
    ['a value without the name of its option', '/speakers Id', [['Ida Moe'], 'Id']],
    ['an option after a value', '/ask speaker:Ida Moe se', [['seminar:'], 'se']],
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
    ['a date of a seminar', '/ask cheap? from:2024', [['2024-05-01'], '2024']],
    ['a seminar by its title', '/ask seminar:panel', [['bridges'], 'panel']],
  ])('completes %s', async (_, line, completion) => {
    expect(await of(line)).toEqual(completion);
  });

  it('shows a passage by speaker and words, and what it shows can be read', async () => {
    const [[first = '']] = await of('/quote passage:木桥便宜');
    expect(first).toMatch(/Moe.*木桥便宜/);
    const { input, ended, written } = startChat();
    input.end(`/quote ${first}\n`);
    await ended;
    expect(written()).toContain('木桥便宜');
  });

  it('shows what is called the same once, and no code of a name', async () => {
    const hostile = changed(TRANSCRIPT, 'A panel on bridges', '"\\e[2Jbridges"');
    const own = contextOf(libraryOf([soundSeminar({ transcript: hostile })]));
    const [passages] = await complete('/quote passage:', own, 'en');
    expect(new Set(passages).size).toBe(passages.length);
    for (const line of ['/quote passage:', '/ask seminar:', '/ask speaker:'])
      expect((await complete(line, own, 'en'))[0].join()).not.toMatch(/\p{Cc}/u);
  });

  it('gives what can be read again', async () => {
    const [[speaker]] = await of('/ask 桥 speaker:Id');
    expect((await complete(`/ask 桥 speaker:${speaker}`, context, 'zh-TW'))[0]).toEqual([speaker]);
  });
});
