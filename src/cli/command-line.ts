import {
  type Command,
  type CommandOption,
  type Input,
  isSlash,
  type OptionValue,
  type SlashCommand,
} from '../../commands/command.ts';
import { inEachLanguage, joined, type PlainKey } from '../messages/message.ts';
import { failure, type Reply } from '../reply/reply.ts';

/** A line that was typed: a command and the values for its options, or a reply that says what is wrong. */
export type TypedLine = { command: SlashCommand; input: Input } | { reply: Reply };

/** The commands that work in a terminal, with the options that change something there: no menus, nothing about a server. */
export function inTerminal(all: readonly Command[]): SlashCommand[] {
  return all
    .filter(isSlash)
    .filter(({ subcommands }) => !subcommands)
    .map((command) => ({
      ...command,
      options: command.options.filter(({ inDiscordOnly }) => !inDiscordOnly),
    }));
}

/**
 * Reads a line as Discord's command bar would: `/ask question:… speaker:…`. A value ends where the name of another
 * option begins; text before the first name is for the command's first option. Commands and options can be named in any
 * language. A line without a slash is a question.
 */
export function readCommandLine(line: string, all: readonly Command[]): TypedLine {
  const commands = all.filter(isSlash);
  if (!/^[/\uFF0F]/u.test(line)) {
    const ask = commands.find(({ name }) => name === 'ask');
    if (ask) return { command: ask, input: { question: line } };
  }
  const name = /^.(\S*)/u.exec(line)?.[1] ?? '';
  const rest = line.slice(1 + name.length);
  const command = commands.find((known) => namesOf(known).includes(name.toLowerCase()));
  if (!command) {
    const known = joined([...inTerminal(all).map((each) => `/${each.name}`), '/quit']);
    return { reply: failure({ key: 'failure.command-unknown', values: { command: name, commands: known } }) };
  }
  // A command for servers says so itself, whatever follows its name.
  if (command.subcommands) return { command, input: {} };
  return readOptions(command, rest.trim());
}

function readOptions(command: SlashCommand, text: string): TypedLine {
  const names = command.options.filter(({ inDiscordOnly }) => !inDiscordOnly).map(({ name }) => name);
  const written = new Map(
    command.options.flatMap((option) => namesOf(option).map((each) => [each, option.name])),
  );
  if (text !== '' && names.length === 0) {
    return { reply: failure({ key: 'failure.no-options', values: { command: command.name } }) };
  }
  const [, first] = /^([a-z]{2,20})[:\uFF1A](?!\/\/)/iu.exec(text) ?? [];
  if (first !== undefined && !written.has(first.toLowerCase())) {
    const values = { command: command.name, option: first, options: joined(names) };
    return { reply: failure({ key: 'failure.option-unknown', values }) };
  }
  const texts = textsByName(text, written);
  const input: Record<string, OptionValue> = {};
  for (const option of command.options) {
    const value = texts.get(option.name);
    // A required option without a value is missing, even if its name was typed.
    if (value !== undefined && (value !== '' || !option.required))
      input[option.name] = valueFor(option, value);
  }
  return { command, input };
}

/** The names of a command or an option in all languages, as `/help` and Discord show them. */
export function namesOf({ name, localName }: { name: string; localName: PlainKey }): string[] {
  return [name, ...Object.values(inEachLanguage({ key: localName }))];
}

const TRUE = /^(?:true|yes|y|on|是|真|对|對)$/iu;
const FALSE = /^(?:false|no|n|off|否|不|不是|假)$/iu;

/** The value that a text means for an option. A text that means none stays as it is; the command then says so. */
function valueFor({ type }: CommandOption, text: string): OptionValue {
  if (type === 'boolean' && TRUE.test(text)) return true;
  if (type === 'boolean' && FALSE.test(text)) return false;
  if (type === 'integer' && /^-?\d+$/.test(text)) return Number(text);
  return text;
}

/** Cuts `a:… b:…` at the known names. Text before them is for the first name, and texts for the same name are joined. */
function textsByName(text: string, names: ReadonlyMap<string, string>): Map<string, string> {
  const [first] = names.values();
  if (first === undefined) return new Map();
  const pieces = text.split(new RegExp(`(?:^|\\s)(${[...names.keys()].join('|')})[:\uFF1A]`, 'iu'));
  const found = new Map<string, string[]>();
  const add = (name: string, value: string) => {
    const parts = found.get(name) ?? [];
    if (value !== '') parts.push(value);
    found.set(name, parts);
  };
  if (pieces[0]?.trim()) add(first, pieces[0].trim());
  for (let at = 1; at < pieces.length; at += 2) {
    const name = names.get(pieces[at]?.toLowerCase() ?? '');
    if (name !== undefined) add(name, (pieces[at + 1] ?? '').trim());
  }
  return new Map(Array.from(found, ([name, parts]) => [name, parts.join(' ')]));
}
