import { type Command, type Input, isSlash, type SlashCommand } from '../../commands/command.ts';
import { joined } from '../messages/message.ts';
import { failure, type Reply } from '../reply/reply.ts';

/** A line typed in the chat, understood: a command with its options, or a reply that says what is wrong. */
export type TypedLine = { command: SlashCommand; input: Input } | { reply: Reply };

/**
 * Reads a line as Discord's command bar would: `/ask question:… speaker:…`. A value runs to the next option's
 * name; text before the first option is the command's first option. A line without a slash is a question.
 */
export function readCommandLine(line: string, all: readonly Command[]): TypedLine {
  const commands = all.filter(isSlash);
  if (!line.startsWith('/')) {
    const ask = commands.find(({ name }) => name === 'ask');
    if (ask) return { command: ask, input: { question: line } };
  }
  const name = /^\/(\S*)/.exec(line)?.[1] ?? '';
  const rest = line.slice(1 + name.length);
  const command = commands.find((known) => known.name === name.toLowerCase());
  if (!command) {
    const known = joined([...commands.map((each) => `/${each.name}`), '/quit']);
    return { reply: failure({ key: 'failure.command-unknown', values: { command: name, commands: known } }) };
  }
  // What belongs to servers says so itself, whatever was typed after its name.
  if (command.subcommands) return { command, input: {} };
  return readOptions(command, rest.trim());
}

function readOptions(command: SlashCommand, text: string): TypedLine {
  const names = command.options.map(({ name }) => name);
  const options = joined(names);
  const stray = /^([a-z]{2,20})[:\uFF1A](?!\/\/)/u.exec(text)?.[1];
  if (text !== '' && names.length === 0) {
    return { reply: failure({ key: 'failure.no-options', values: { command: command.name } }) };
  }
  if (stray !== undefined && !names.includes(stray)) {
    return {
      reply: failure({
        key: 'failure.option-unknown',
        values: { command: command.name, option: stray, options },
      }),
    };
  }
  const input: Record<string, string | boolean> = {};
  for (const [name, value] of valuesByName(text, names)) {
    const option = command.options.find((each) => each.name === name);
    if (!option) continue;
    if (option.type === 'string') input[name] = value;
    else if (/^(true|false)$/i.test(value)) input[name] = value.toLowerCase() === 'true';
    else {
      return {
        reply: failure({
          key: 'failure.option-value',
          values: { option: name, value, expected: 'true / false' },
        }),
      };
    }
  }
  const missing = command.options.find(
    ({ name, required }) => required && (input[name] === undefined || input[name] === ''),
  );
  if (missing) {
    const example = `/${command.name} ${missing.name}:…`;
    return {
      reply: failure({
        key: 'failure.option-missing',
        values: { command: command.name, option: missing.name, example },
      }),
    };
  }
  return { command, input };
}

/** Cuts `a:… b:…` at the known names; text before the first belongs to the first name. */
function valuesByName(text: string, names: readonly string[]): [string, string][] {
  const [first] = names;
  if (first === undefined) return [];
  const pieces = text.split(new RegExp(`(?:^|\\s)(${names.join('|')})[:\uFF1A]`, 'u'));
  const found = new Map<string, string[]>();
  const add = (name: string, value: string) => {
    const parts = found.get(name) ?? [];
    // What stands before the first option belongs to it, and nothing typed is lost.
    if (value !== '') parts.push(value);
    found.set(name, parts);
  };
  if (pieces[0]?.trim()) add(first, pieces[0].trim());
  for (let at = 1; at < pieces.length; at += 2) add(pieces[at] ?? '', (pieces[at + 1] ?? '').trim());
  return Array.from(found, ([name, parts]) => [name, parts.join(' ')]);
}
