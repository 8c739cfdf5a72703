import { newestFirst } from '../../src/core/transcript/order.ts';
import { type Message, typedText } from '../../src/messages/message.ts';
import { type Block, type Reply, text } from '../../src/reply/reply.ts';
import { type Context, isSlash } from '../command.ts';
import { exampleQuestion } from './refusal.ts';

/** How many example questions are shown. */
const EXAMPLES = 3;

/** Lists the commands, and questions to begin with. */
export function helpReply({
  library,
  commands,
  hearsMentions,
}: Pick<Context, 'library' | 'commands' | 'hearsMentions'>): Reply {
  const usage = commands.map((command): Message => {
    const description = { key: command.description };
    if (!isSlash(command)) {
      return { key: 'help.message-command', values: { name: { key: command.localName }, description } };
    }
    const usage = typedText((nameOf) => {
      const options = command.subcommands
        ? [command.subcommands.map(({ localName }) => nameOf(localName)).join('|')]
        : command.options.map(({ localName }) => `${nameOf(localName)}:…`);
      return [`/${nameOf(command.localName)}`, ...options].join(' ');
    });
    return { key: 'help.command', values: { usage, description } };
  });
  const newest = [...library.transcripts].sort(newestFirst);
  const written = newest.flatMap(({ examples }) => examples).slice(0, EXAMPLES);
  const examples = written.length > 0 ? written : [exampleQuestion(newest)];
  const blocks: Block[] = [
    text({ key: 'help.heading' }),
    { kind: 'list', items: usage },
    ...(hearsMentions ? [text({ key: 'help.mention' })] : []),
    text({ key: 'help.examples' }),
    { kind: 'list', items: examples.map((item) => ({ key: 'list.item', values: { item } })) },
  ];
  return { outcome: 'shown', blocks };
}
