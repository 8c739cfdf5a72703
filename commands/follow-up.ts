import type { Reply } from '../src/reply/reply.ts';
import type { Context, EarlierAnswer } from './command.ts';

/**
 * Goes on with an earlier answer: "and Miller?", "longer", "source?".
 * @param words what somebody wrote in reply to it
 * @returns null if the words do not go on with it, and are a question of their own
 */
export function followUp(_words: string, _earlier: EarlierAnswer, _context: Context): Promise<Reply | null> {
  return Promise.resolve(null);
}
