import about from './about.ts';
import ask from './ask.ts';
import type { Command } from './command.ts';
import help from './help.ts';
import transcript from './transcript.ts';

/** Every command, once: dispatch, deployment, the terminal and its help all read this list. */
export const commands: readonly Command[] = [ask, transcript, about, help];
