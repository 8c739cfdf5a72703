import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { UsageError } from '../../arguments.ts';

/**
 * Reads a file of one JSON object per line; empty lines count for nothing.
 * @throws UsageError with the file and the line, if a line is not such an object
 */
export async function readLines<T>(file: string, schema: z.ZodType<T>): Promise<T[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, at) => {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw new UsageError(`${file}:${at + 1}: the line is not JSON.`);
    }
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new UsageError(`${file}:${at + 1}: ${issue?.path.join('.')}: ${issue?.message}`);
    }
    return parsed.data;
  });
}
