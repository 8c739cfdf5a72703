import { runYielding } from '../../src/core/steps.ts';
import { titleOf } from '../../src/reply/front-matter.ts';
import { type Form, failure } from '../../src/reply/reply.ts';
import { askSteps } from '../ask/answering.ts';
import type { ActionHandler, Context } from '../command.ts';
import { QUESTION } from '../shared/options.ts';

/** What the buttons do that ask in one seminar: for everybody to see, or for the presser alone. */
export const askInActions = {
  askin: askingIn({ isPrivate: false }),
  askalone: askingIn({ isPrivate: true }),
} as const satisfies Readonly<Record<string, ActionHandler>>;

/** Opens a form for the question, and answers what was sent with it as `/ask` does, in the seminar of the button. */
function askingIn({ isPrivate }: { isPrivate: boolean }): ActionHandler {
  return {
    pressedBy: 'anyone',
    shown: isPrivate ? 'private' : 'as-command',
    run: ([id = ''], context) => formFor(id, context) ?? failure({ key: 'failure.seminar-gone' }),
    submitted: ({ question = '' }, [id = ''], context) =>
      formFor(id, context)
        ? runYielding(askSteps({ question, seminar: id, private: isPrivate }, context))
        : failure({ key: 'failure.seminar-gone' }),
  };
}

/** The form that asks for a question to a seminar; null if there is no such seminar any more. */
function formFor(id: string, { library }: Context): Form | null {
  const seminar = library.transcripts.find((each) => each.id === id);
  if (!seminar) return null;
  return {
    title: { key: 'list.item', values: { item: seminar.title } },
    fields: [
      {
        name: 'question',
        label: 'ask-in.question',
        hint: { key: 'ask-in.hint', values: titleOf(seminar) },
        maxLength: QUESTION.maxLength,
        lines: 'several',
        required: true,
      },
    ],
  };
}
