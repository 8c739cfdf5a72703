import type { Input } from '../command.ts';
import { QUESTION } from './options.ts';

/** The option of /find for a text on which the transcripts may say something. */
const TEXT = 'text';

/**
 * The words that somebody asks with, by whose language the reply is written; undefined if a command takes none, or none
 * were given.
 * @param input the values of a command's options, or of a form's fields, by their names
 */
export function askedIn(input: Input): string | undefined {
  const asked = input[QUESTION.name] ?? input[TEXT];
  return typeof asked === 'string' ? asked : undefined;
}
