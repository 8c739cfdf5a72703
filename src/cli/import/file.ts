import { open } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { visible } from '../../core/language/visible.ts';
import { WITHOUT_WAITING } from '../../corpus/file.ts';
import { fieldsOf } from '../../error-fields.ts';
import { refuseLarge } from '../../formats/limits.ts';
import { OperatorError } from '../../operator-error.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT:
    'There is no such file. Give its path as you see it in your file manager, in quotation marks if it has spaces',
  EACCES: 'It may not be read. Change its permissions, or copy it to a folder of yours',
  EPERM: 'It may not be read. Change its permissions, or copy it to a folder of yours',
  ELOOP: 'It is a link that leads to itself',
  ENAMETOOLONG: 'No file can have a name that long',
};

/**
 * Reads the file that is to be imported.
 * @throws OperatorError if it is no file, or too large, which is seen before it is read
 */
export async function readImported(path: string): Promise<Buffer> {
  const shown = visible(path);
  const refuse = (reason: string) => new OperatorError(`${shown}: ${reason}.`);
  try {
    const handle = await open(path, WITHOUT_WAITING);
    try {
      const stats = await handle.stat();
      if (stats.isDirectory()) throw refuse('This is a folder. Give one file in it');
      if (!stats.isFile())
        throw refuse('This is no file but a device or a pipe. Save its contents to a file');
      refuseLarge(stats.size);
      const bytes = await handle.readFile();
      if (bytes.length === 0) throw refuse('The file is empty');
      return bytes;
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    const { code, message } = fieldsOf(error);
    throw refuse(REASONS[String(code)] ?? String(message ?? code));
  }
}

/** The name under which a file is stored: `source` with its own extension, if that is a plain one. */
export function storedName(path: string): string {
  const extension = extname(basename(path)).toLowerCase();
  return /^\.[a-z0-9]{1,8}$/.test(extension) ? `source${extension}` : 'source.txt';
}
