import readline from 'node:readline';
import { type Context, isSlash } from '../../commands/command.ts';
import type { Locale } from '../core/language/locale.ts';
import { visible } from '../core/language/visible.ts';
import { format, someOf } from '../messages/message.ts';
import { print, printStyled, type Terminal } from '../program.ts';
import { renderTerminal } from '../render/terminal.ts';
import { failure, note, type Reply } from '../reply/reply.ts';
import { readCommandLine } from './command-line.ts';
import { terminalLocale } from './locale.ts';

/** How many seminars the welcome names; /about and completion have the others. */
const NAMED_SEMINARS = 3;

/**
 * Answers what is typed, line by line, until `/quit` or the end of input. A real terminal also gets a prompt, history,
 * completion and colour.
 */
export async function chat(
  given: Context,
  { stdin, stdout, env }: Pick<Terminal, 'stdin' | 'stdout' | 'env'>,
): Promise<void> {
  // A terminal has no messages, so no menus on them either, and /help lists none. Made again for each line, because the
  // corpus may have been replaced.
  const contextNow = () => ({ ...given, commands: given.commands.filter(isSlash) });
  const terminal = stdout.isTTY === true;
  const colour = terminal && (stdout.hasColors?.() ?? false);
  const systemLocale = terminalLocale('', env);

  const lines = readline.promises.createInterface({
    input: stdin,
    output: terminal ? stdout : undefined,
    terminal,
    prompt: '> ',
    completer: (line: string) => complete(line, contextNow(), systemLocale),
  });
  const titles = given.library.transcripts.map(({ title }) => title);
  const seminars = someOf(titles, NAMED_SEMINARS, 'some.seminars');
  const wording = { clean: visible, names: 'typed' } as const;
  print(stdout, format({ key: 'chat.welcome', values: { seminars } }, systemLocale, wording));
  if (terminal) lines.prompt();
  for await (const line of lines) {
    const typed = line.trim();
    if (/^[/\uFF0F]?(?:quit|exit|退出)$/iu.test(typed)) break;
    if (typed !== '') {
      const locale = terminalLocale(typed, env);
      printStyled(stdout, renderTerminal(await replyTo(typed, contextNow()), { locale, colour }));
    }
    if (terminal) lines.prompt();
  }
  lines.close();
}

async function replyTo(line: string, context: Context): Promise<Reply> {
  const typed = readCommandLine(line, context.commands);
  if ('reply' in typed) return typed.reply;
  try {
    const reply = await typed.command.run(typed.input, context);
    if (typed.command.name !== 'help') return reply;
    return { ...reply, blocks: [...reply.blocks, note({ key: 'help.chat' })] };
  } catch {
    return failure({ key: 'failure.unexpected' });
  }
}

/**
 * Completes a command's name, then its options' names and values.
 * @returns the candidates and the part of the line that each replaces, as readline wants them
 */
export async function complete(line: string, context: Context, locale: Locale): Promise<[string[], string]> {
  const commands = context.commands.filter(isSlash);
  const names = [...commands.map(({ name }) => `/${name}`), '/quit'];
  const command = commands.find(({ name }) => line.startsWith(`/${name} `));
  if (!command) return [names.filter((name) => name.startsWith(line)), line];

  const value = /(?:^|\s)([a-z]+)[:\uFF1A]([^:\uFF1A]*)$/.exec(line);
  const option = command.options.find(({ name }) => name === value?.[1]);
  if (option?.type === 'string' && option.suggest) {
    const typed = value?.[2] ?? '';
    const suggestions = await option.suggest(typed.trim(), context, locale);
    // Readline writes them as they are. Names are compared without what is hidden in them.
    return [suggestions.map((suggestion) => visible(suggestion.value)), typed];
  }
  const word = line.split(/\s/).at(-1) ?? '';
  return [command.options.map(({ name }) => `${name}:`).filter((name) => name.startsWith(word)), word];
}
