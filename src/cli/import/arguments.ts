import { parseArgs } from 'node:util';
import { languageCalled } from '../../../commands/shared/languages.ts';
import { UsageError } from '../../arguments.ts';
import { isDate } from '../../core/language/dates.ts';
import { LOCALES } from '../../core/language/locale.ts';
import { visible } from '../../core/language/visible.ts';
import { ADDRESS_LENGTH, hasPassword, isAddress, NAME_LENGTH } from '../../core/transcript/front-matter.ts';
import type { EncodingName } from '../../formats/encoding.ts';
import type { Given } from '../../importing/draft-of.ts';
import { encodingCalled } from './encoding.ts';

/** What was typed after `npm run import --`. */
export interface ImportOptions {
  path: string;
  id: string | null;
  given: Given;
  /** Names for labels, as typed: the label may be written in another case than in the file. */
  names: readonly (readonly [label: string, name: string])[];
  encoding: EncodingName | null;
  dryRun: boolean;
}

/** A folder's name, as corpora have them. */
const ID = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** @throws UsageError with what to type instead */
export function readArguments(args: readonly string[]): ImportOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      id: { type: 'string' },
      title: { type: 'string' },
      date: { type: 'string' },
      language: { type: 'string' },
      recording: { type: 'string' },
      name: { type: 'string', multiple: true, default: [] },
      encoding: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const [path, ...more] = positionals;
  if (path === undefined || path === '') throw new UsageError('Give the file to import.');
  if (more.length > 0) {
    throw new UsageError(
      `Give one file at a time, not ${positionals.length}. A name with spaces needs quotation marks.`,
    );
  }
  const { id, title, date, recording } = values;
  if (id !== undefined && !ID.test(id)) {
    throw new UsageError(
      `--id must be small letters, digits and hyphens, at most 40, such as bridges-2024, not "${visible(id)}".`,
    );
  }
  if (title !== undefined && !isWritten(title)) {
    throw new UsageError(
      `--title must be a title, such as --title "Bridges of steel", not "${visible(title)}".`,
    );
  }
  if (date !== undefined && !isDate(date))
    throw new UsageError(`--date must be a date such as 2026-03-09, not "${visible(date)}".`);
  if (recording !== undefined && !isAddress(recording)) throw new UsageError(addressFault(recording));
  return {
    path,
    id: id ?? null,
    given: { title, date, recording, language: languageOf(values.language) },
    names: namePairs(values.name),
    encoding: values.encoding === undefined ? null : encodingCalled(values.encoding),
    dryRun: values['dry-run'],
  };
}

/** Why an address cannot be given. A password is not repeated: what is printed may end in a log. */
function addressFault(recording: string): string {
  if (hasPassword(recording)) {
    return '--recording has a name or a password in it, which everybody would see. Give the address without it.';
  }
  if (recording.length > ADDRESS_LENGTH)
    return `--recording has ${recording.length} characters; it can have ${ADDRESS_LENGTH}. Give a shorter address.`;
  return `--recording must be an address such as https://youtu.be/abc, not "${visible(recording)}".`;
}

function languageOf(name: string | undefined): Given['language'] {
  if (name === undefined) return undefined;
  const language = languageCalled(name);
  if (language) return language;
  throw new UsageError(`--language must be one of ${LOCALES.join(', ')}, not "${visible(name)}".`);
}

/** What is printed in place of a name or a title, such as `…`, is none. */
function isWritten(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function namePairs(texts: readonly string[]): ImportOptions['names'] {
  const pairs = texts.map(namePair);
  const named = new Map<string, string>();
  for (const [label, name] of pairs) {
    const other = named.get(label) ?? name;
    if (other !== name) {
      throw new UsageError(
        `--name gives "${visible(label)}" two names, "${visible(other)}" and "${visible(name)}". Give it one.`,
      );
    }
    named.set(label, name);
  }
  return pairs;
}

function namePair(text: string): [label: string, name: string] {
  const at = text.search(/[=\uFF1D]/u);
  const [label, name] = [text.slice(0, Math.max(at, 0)).trim(), text.slice(at + 1).trim()];
  if (at < 0 || label === '' || !isWritten(name)) {
    throw new UsageError(
      `--name must be a label, "=" and a name, such as --name "Speaker 1=Ann Lee", not "${visible(text)}".`,
    );
  }
  if (/[|\r\n]/u.test(name) || name.length > NAME_LENGTH) {
    throw new UsageError(
      `A name is one line of at most ${NAME_LENGTH} characters without |, not "${visible(name)}".`,
    );
  }
  return [label, name];
}
