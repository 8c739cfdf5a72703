import { runToEnd, runYielding } from '../src/core/steps.ts';
import type { Reply } from '../src/reply/reply.ts';
import { type AskInput, askSteps } from './ask/answering.ts';
import { answerActions } from './buttons/answer.ts';
import type { Context } from './command.ts';
import { FROM, PRIVATE, QUESTION, SEMINAR, SPEAKER, UNTIL } from './shared/options.ts';
import { slashCommand } from './shared/slash-command.ts';

export default slashCommand({
  name: 'ask',
  localName: 'command.ask.name',
  description: 'command.ask.description',
  options: [
    QUESTION,
    { ...SPEAKER, description: 'command.ask.speaker' },
    { ...SEMINAR, description: 'command.ask.seminar' },
    FROM,
    UNTIL,
    PRIVATE,
  ],
  run: (input, context) => runYielding(askSteps(input, context)),
  actions: answerActions,
});

/** `askSteps` in one step, as a script needs it. */
export function ask(input: AskInput, context: Context): Reply {
  return runToEnd(askSteps(input, context));
}
