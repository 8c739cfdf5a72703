import { followUpIn } from '../src/core/language/follow-up.ts';
import type { Reply } from '../src/reply/reply.ts';
import type { Context, EarlierAnswer } from './command.ts';
import { askAbout, askOthers } from './follow-up/asking.ts';
import { showAgain } from './follow-up/showing-again.ts';

/**
 * Goes on with an earlier answer: "and Miller?", "longer", "source?".
 * @param words what somebody wrote in reply to it
 * @returns null if the words do not go on with it, and are a question of their own
 */
export async function followUp(
  words: string,
  earlier: EarlierAnswer,
  context: Context,
): Promise<Reply | null> {
  const asked = followUpIn(words);
  if (!asked) return null;
  switch (asked.kind) {
    case 'about':
      return askAbout(words, asked, earlier, context);
    case 'others':
    case 'agreement':
      return askOthers(words, asked.kind, earlier, context);
    default:
      return showAgain(words, asked, earlier, context);
  }
}
