import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { fieldsOf } from '../error-fields.ts';

/** What a `.env` file says, and what is wrong with it, if anything. */
export interface EnvFile {
  values: Readonly<Record<string, string>>;
  /** What stands where a key should in the lines that say nothing, such as `DISCORD TOKEN` in `DISCORD TOKEN=…`. */
  unread: readonly string[];
  fault?: string;
}

/**
 * Reads a `.env` file, in any of the encodings in which Windows' Notepad saves. A file that cannot be read is a fault
 * but no error: the environment may have all that is needed.
 */
export function readEnvFile(file: string): EnvFile {
  try {
    const text = decoded(readFileSync(file));
    const values = parse(text);
    return { values, unread: unreadIn(text, values) };
  } catch (error) {
    const { code, message } = fieldsOf(error);
    if (code === 'ENOENT') return { values: {}, unread: [] };
    const fault = `${file} cannot be read (${code ?? message}), so what it sets has no effect. Make it a file that Rostrum may read, or remove it.`;
    return { values: {}, unread: [], fault };
  }
}

/** How a shell sets a variable; dotenv understands only `export`. */
const SETTING_WORD = /^(?:\$env:|setx?\s|export\s)/i;

function unreadIn(text: string, values: Readonly<Record<string, string>>): string[] {
  return text.split(/[\r\n]+/).flatMap((line) => {
    const said = line.trim().replace(SETTING_WORD, '').trimStart();
    // A Chinese keyboard writes wide marks. Without any mark the first word is the key.
    const [before = '', after] = said.split(/[=:\uff1d\uff1a]/, 2);
    const key = after === undefined ? (said.split(/\s/, 1)[0] ?? '') : before.trimEnd();
    return said.startsWith('#') || key === '' || Object.hasOwn(values, key) ? [] : [key];
  });
}

/** The text of a file in UTF-8 or UTF-16, with a byte order mark or without. */
function decoded(bytes: Buffer): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function encodingOf([first, second]: Buffer): string {
  // Keys are ASCII, so without a mark too one byte of the first two is zero in UTF-16.
  if ((first === 0xff && second === 0xfe) || (second === 0 && first !== 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be';
  return 'utf-8';
}
