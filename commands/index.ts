import about from './about.ts';
import ask from './ask.ts';
import type { Command } from './command.ts';
import compare from './compare.ts';
import digest from './digest.ts';
import find from './find.ts';
import findText from './find-text.ts';
import help from './help.ts';
import quote from './quote.ts';
import seminars from './seminars.ts';
import speakers from './speakers.ts';
import transcript from './transcript.ts';

/** Every command, once. Dispatch, registration, the terminal and its help all read this list. */
export const commands: readonly Command[] = [
  ask,
  compare,
  quote,
  findText,
  find,
  seminars,
  speakers,
  transcript,
  digest,
  about,
  help,
];
