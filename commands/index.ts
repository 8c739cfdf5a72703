import ask from './ask.ts';
import type { Command } from './command.ts';
import find from './find.ts';
import help from './help.ts';
import quote from './quote.ts';

/** Every command, once: dispatch, deployment, the terminal and its help all read this list. */
export const commands: readonly Command[] = [ask, quote, find, help];
