import { type Message, template } from '../src/messages/message.ts';
import type { Block } from '../src/reply/reply.ts';
import { isSlash } from './command.ts';
import { slashCommand } from './shared/slash-command.ts';

/** How many example questions are shown. */
const EXAMPLES = 3;

export default slashCommand({
  name: 'help',
  localName: 'command.help.name',
  description: 'command.help.description',
  options: [],
  run: (_options, { library, commands }) => {
    const usage = commands.map((command): Message => {
      const description = template(command.description);
      if (!isSlash(command)) {
        return { key: 'help.message-command', values: { name: template(command.localName), description } };
      }
      const options = command.subcommands
        ? [command.subcommands.map(({ name }) => name).join('|')]
        : command.options.map(({ name }) => `${name}:…`);
      return {
        key: 'help.command',
        values: { usage: [`/${command.name}`, ...options].join(' '), description },
      };
    });
    const examples = library.transcripts.flatMap(({ examples }) => examples).slice(0, EXAMPLES);
    const blocks: Block[] = [
      { kind: 'text', message: { key: 'help.heading' } },
      { kind: 'list', items: usage },
      { kind: 'text', message: { key: 'help.examples' } },
      { kind: 'list', items: examples.map((item) => ({ key: 'list.item', values: { item } })) },
    ];
    return { outcome: 'shown', blocks };
  },
});
