import { accessSync, constants, existsSync, lstatSync, mkdtempSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fieldsOf } from '../error-fields.ts';
import { DATABASE_FILE } from './database-name.ts';

const PROBE = '.rostrum-';

/**
 * Why nothing can be stored in a folder: a code of the system such as `EACCES`, or a few words; undefined if something
 * can. If the folder is not there yet, it is enough that it can be made. Looking leaves nothing behind.
 * @param directory DATA_DIR
 */
export function whyUnwritable(directory: string): string | undefined {
  try {
    let folder = resolve(directory);
    // A link that leads nowhere is there, and no folder can be made in its place.
    while (isMissing(folder) && dirname(folder) !== folder) folder = dirname(folder);
    if (!statSync(folder).isDirectory()) return `${folder} is a file`;
    // Permissions do not tell everything: the disk may be read-only, or belong to the system.
    rmdirSync(mkdtempSync(join(folder, PROBE)));
    // Once it is there, the database has to be writable too.
    const file = join(directory, DATABASE_FILE);
    if (existsSync(file)) accessSync(file, constants.W_OK);
    return undefined;
  } catch (error) {
    const { code, message } = fieldsOf(error);
    return String(code ?? message ?? error);
  }
}

function isMissing(path: string): boolean {
  try {
    lstatSync(path);
    return false;
  } catch {
    return true;
  }
}
