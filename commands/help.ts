import { helpReply } from './shared/help-reply.ts';
import { slashCommand } from './shared/slash-command.ts';

export default slashCommand({
  name: 'help',
  localName: 'command.help.name',
  description: 'command.help.description',
  options: [],
  run: (_options, context) => helpReply(context),
});
