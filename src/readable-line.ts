import { visibleLines } from './core/language/visible.ts';
import { fieldsOf } from './error-fields.ts';

// pino-pretty does this too, but brings a dozen packages for what we use none of, and lets control characters through.

/** pino's numbers for the levels. */
const LEVELS: Readonly<Record<number, string>> = {
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
  60: 'fatal',
};
const LONGEST_LEVEL = 5;
/** Wide enough for the time and the level, so that what belongs to a line stands below it. */
const INDENT = ' '.repeat(4);

/**
 * A line of the log for a person: time, level, message, then each further field as `name: value`; errors last, with where
 * they come from. The time is that of the machine's time zone. A line that is not pino's JSON stays as it is.
 * @param json as pino writes it, with its line break
 */
export function readableLine(json: string): string {
  const { level, time, msg, err, ...fields } = parsed(json);
  if (typeof level !== 'number' || typeof time !== 'number') return `${visibleLines(json.trimEnd())}\n`;
  const at = new Date(time).toLocaleString('sv-SE');
  const told = Object.entries(fields).map(([name, value]) => `${name}: ${inWords(value)}`);
  const [first = '', ...further] = visibleLines(inWords(msg ?? '')).split('\n');
  const head = [at, (LEVELS[level] ?? String(level)).padEnd(LONGEST_LEVEL), first, ...told.map(inOneLine)];
  const below = [...further, ...(err === undefined ? [] : visibleLines(stackOf(err)).split('\n'))];
  return [head.filter((part) => part !== '').join('  '), ...below.map((line) => INDENT + line)]
    .join('\n')
    .concat('\n');
}

function parsed(json: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(json));
  } catch {
    return {};
  }
}

function inWords(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function inOneLine(text: string): string {
  return visibleLines(text).replaceAll('\n', ' ');
}

function stackOf(error: unknown): string {
  const { message, stack } = { stack: undefined, ...fieldsOf(error), ...Object(error) };
  return String(stack ?? message ?? inWords(error));
}
