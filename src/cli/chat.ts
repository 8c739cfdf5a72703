import readline from 'node:readline';
import {
  type Command,
  type CommandOption,
  type Context,
  type EarlierAnswer,
  isSlash,
  type SlashCommand,
} from '../../commands/command.ts';
import { followUp } from '../../commands/follow-up.ts';
import { askedIn } from '../../commands/shared/asked.ts';
import { followUpIn } from '../core/language/follow-up.ts';
import type { Locale } from '../core/language/locale.ts';
import { followUpLanguage, localeOf } from '../core/language/question-language.ts';
import { hasHan } from '../core/language/text.ts';
import { visible } from '../core/language/visible.ts';
import { format, inEachLanguage, joined, someOf } from '../messages/message.ts';
import { print, printStyled, type Terminal } from '../program.ts';
import { renderTerminal } from '../render/terminal.ts';
import { type Block, failure, note, type Reply } from '../reply/reply.ts';
import { inTerminal, namesOf, readCommandLine, type TypedLine } from './command-line.ts';
import { systemLocale, terminalLocale } from './locale.ts';

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
  const terminal = stdout.isTTY === true;
  const colour = terminal && (stdout.hasColors?.() ?? false);
  const locale = systemLocale(env);

  const lines = readline.promises.createInterface({
    input: stdin,
    output: terminal ? stdout : undefined,
    terminal,
    prompt: '> ',
    completer: (line: string) => complete(line, given, locale),
  });
  const titles = given.library.transcripts.map(({ title }) => title);
  const seminars = someOf(titles, NAMED_SEMINARS, 'some.seminars');
  const wording = { clean: visible, names: 'typed' } as const;
  print(stdout, format({ key: 'chat.welcome', values: { seminars } }, locale, wording));
  if (terminal) lines.prompt();
  let isLeft = false;
  let isClosed = false;
  /** What the next line may go on with. */
  let last: Reply | null = null;
  lines.once('close', () => {
    isClosed = true;
  });
  for await (const line of lines) {
    const typed = line.trim();
    isLeft = /^[/\uFF0F]?(?:quit|exit|退出)$/iu.test(typed);
    if (isLeft) break;
    if (typed !== '') {
      const read = readCommandLine(typed, given.commands);
      const further: Reply | null = await furtherReply(typed, read, last, given, env);
      const reply: Reply = further ?? (await replyTo(read, given));
      const locale = reply.locale ?? terminalLocale(wordsOf(typed, read), env);
      printStyled(stdout, renderTerminal(reply, { locale, colour }));
      if (reply.outcome !== 'failed') last = { ...reply, locale };
    }
    // Input may have ended while the answer was made; some versions of Node then refuse a prompt.
    if (terminal && !isClosed) lines.prompt();
  }
  lines.close();
  // After Ctrl-D and Ctrl-C the prompt still stands there, and whatever comes next would stand behind it.
  if (terminal && !isLeft) stdout.write('\n');
}

/**
 * What tells the language of a line: the words that are asked; of a command that asks nothing, what is in Chinese. Its
 * names are English for everybody.
 */
function wordsOf(line: string, typed: TypedLine): string {
  const asked = 'reply' in typed ? undefined : askedIn(typed.input);
  return asked ?? (hasHan(line) ? line.replace(/[^\p{Script=Han}]+/gu, ' ') : '');
}

/** The reply to a line that goes on with the last answer; null for any other line. */
async function furtherReply(
  line: string,
  typed: TypedLine,
  last: Reply | null,
  given: Context,
  env: NodeJS.ProcessEnv,
): Promise<Reply | null> {
  if ('reply' in typed || last === null || !goesOn(line)) return null;
  try {
    const reply = await followUp(line, earlierAnswer(last), given);
    const language = followUpLanguage(line, last.question ?? '');
    return reply && { locale: localeOf(language, [last.locale ?? systemLocale(env)]), ...reply };
  } catch {
    return failure({ key: 'failure.unexpected' });
  }
}

async function replyTo(typed: TypedLine, given: Context): Promise<Reply> {
  if ('reply' in typed) return typed.reply;
  try {
    // Made again for each line, because the corpus may have been replaced.
    const reply = await typed.command.run(typed.input, { ...given, commands: inTerminal(given.commands) });
    return isHelp(reply) ? { ...reply, blocks: [...reply.blocks, ...helpNotes(given.commands)] } : reply;
  } catch {
    return failure({ key: 'failure.unexpected' });
  }
}

/** Whether a line only makes sense after an answer. A bare name is a question, since nothing says that it is a reply. */
function goesOn(line: string): boolean {
  const asked = followUpIn(line);
  return asked !== null && !(asked.kind === 'about' && asked.frame === 'none');
}

function earlierAnswer({ question, locale, actions = [] }: Reply): EarlierAnswer {
  return { question: question ?? null, buttons: actions, ...(locale && { locale }) };
}

/** Whether a reply lists the commands. Not only /help does: somebody may just write "help". */
function isHelp({ blocks: [first] }: Reply): boolean {
  return first?.kind === 'text' && first.message.key === 'help.heading';
}

/** How to use the chat, and which commands there are in Discord alone. */
function helpNotes(all: readonly Command[]): Block[] {
  const here = inTerminal(all).map(({ name }) => name);
  const elsewhere = all
    .filter(({ name }) => !here.includes(name))
    .map((command) => (isSlash(command) ? `/${command.name}` : inEachLanguage({ key: command.localName })));
  const chatNote = note({ key: 'help.chat' });
  if (elsewhere.length === 0) return [chatNote];
  return [note({ key: 'help.discord-only', values: { commands: joined(elsewhere) } }), chatNote];
}

/**
 * Completes a command's name, then its options' names and values, in any language. What is completed can be read again.
 * @returns the candidates, each once, and the part of the line that each replaces, as readline wants them
 */
export async function complete(line: string, context: Context, locale: Locale): Promise<[string[], string]> {
  const commands = inTerminal(context.commands);
  const command = commands.find((each) =>
    namesOf(each).some((name) => line.toLowerCase().startsWith(`/${name} `)),
  );
  if (!command) return [beginningWith(line, [...commands.map(shownNames), ['/quit']].flat()), line];

  const { options } = command;
  const named = new RegExp(`\\s(${options.flatMap(namesOf).join('|')})[:\uFF1A]`, 'giu');
  const given = options.length > 0 ? [...line.matchAll(named)] : [];
  const optionOf = (match: RegExpMatchArray) =>
    options.find((option) => namesOf(option).includes(match[1]?.toLowerCase() ?? ''));
  const last = given.at(-1);
  // What stands before the first name is for the first option.
  const option = last ? optionOf(last) : options[0];
  const value = last ? line.slice(last.index + last[0].length) : line.replace(/^\S+\s+/, '');

  const word = line.split(/\s/).at(-1) ?? '';
  const used = given.map(optionOf);
  const names = beginningWith(word, options.filter((each) => !used.includes(each)).flatMap(optionNames));
  if (!last && names.length > 0) return [names, word];
  const suggested = option?.type === 'string' && option.suggest?.(value.trim(), context, locale);
  const values = (await suggested) || [];
  // Some of it is from a corpus, and readline would write it out as it is.
  const shown = unique(values.map((each) => visible(each.typed ?? each.value)));
  const isComplete = /\s$/.test(value) && shown.includes(value.trim());
  if (names.length > 0 && (shown.length === 0 || isComplete)) return [names, word];
  return [shown, value];
}

const shownNames = (command: SlashCommand) => namesOf(command).map((name) => `/${name}`);
const optionNames = (option: CommandOption) => namesOf(option).map((name) => `${name}:`);

/** The names that begin with what was typed. Those in other languages need a first character of theirs. */
function beginningWith(typed: string, names: readonly string[]): string[] {
  const isMeant = (name: string) => !hasHan(name) || hasHan(typed);
  return unique(names.filter((name) => isMeant(name) && name.startsWith(typed.toLowerCase())));
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
