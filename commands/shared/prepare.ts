import type { Library } from '../../src/core/library.ts';
import { seminarCalled } from './choose.ts';

/**
 * Makes what searching one seminar needs, in turns with answers to others. What is typed wrong, the command says.
 * @param typed what names the seminar, if anything does
 */
export async function prepareSeminar(typed: string | undefined, library: Library): Promise<void> {
  const named = typed === undefined ? undefined : seminarCalled(typed, library.transcripts);
  if (named && 'id' in named) await library.prepare(named.id);
}
