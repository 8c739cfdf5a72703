import { referenceSteps } from '../../src/core/passages/references.ts';
import { runYielding } from '../../src/core/steps.ts';
import type { ActionHandler } from '../command.ts';

/** The handler of a button that carries passages. They are looked up in a list of all of them, which is made first. */
export function readingReferences(handler: ActionHandler): ActionHandler {
  const { submitted } = handler;
  return {
    ...handler,
    run: async (args, context, presser) => {
      await runYielding(referenceSteps(context.library));
      return handler.run(args, context, presser);
    },
    ...(submitted && {
      submitted: async (values, args, context, presser) => {
        await runYielding(referenceSteps(context.library));
        return submitted(values, args, context, presser);
      },
    }),
  };
}
