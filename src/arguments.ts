import { visible } from './core/language/visible.ts';
import { fieldsOf } from './error-fields.ts';
import { OperatorError } from './operator-error.ts';

/** What was typed after a program's name cannot be used. The message says why; the program adds how it is used. */
export class UsageError extends OperatorError {
  override readonly name = 'UsageError';
}

/** Whether an error is about what was typed: ours, or one of `util.parseArgs`. */
export function isUsageError(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return String(fieldsOf(error).code).startsWith('ERR_PARSE_ARGS_');
}

/**
 * Reads the number given to an option.
 * @param option as it is typed, such as `--limit`
 * @returns a whole number from 1 to `most`
 * @throws UsageError
 */
export function wholeNumber(option: string, text: string, most: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= most) return number;
  throw new UsageError(`${option} must be a whole number from 1 to ${most}, not "${visible(text)}".`);
}
