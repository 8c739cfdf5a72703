import { isatty } from 'node:tty';
import { type Logger, pino } from 'pino';
import { visibleJson, visibleLines } from './core/language/visible.ts';
import { readableLine } from './readable-line.ts';

const STANDARD_ERROR = 2;

/**
 * The log, on standard error, so that standard output is left to the answers: a line of JSON for each event, or for a
 * person at a terminal the same in words. Tokens are removed wherever an event has one; what people ask is never given to
 * it. Whatever form a line then takes, no name or message of another program gives orders to the terminal that shows it.
 * Where it cannot be written (the disk is full, nobody reads the pipe any more), the lines are lost and nothing else.
 * @param level error, warn, info or debug
 */
export function createLog(level: string): Logger {
  const redact = {
    paths: ['token', '*.token', 'headers.authorization', '*.headers.authorization'],
    censor: '[taken out]',
  };
  const output = pino.destination({ dest: STANDARD_ERROR, sync: true, maxLength: MOST_WAITING });
  // There is nowhere else to report it.
  output.on('error', () => {});
  const toRead = { write: (line: string) => output.write(readableLine(line)) };
  const hooks = { streamWrite: withNothingHidden };
  return pino({ level, base: null, redact, hooks }, isatty(STANDARD_ERROR) ? toRead : output);
}

/** A line of the log with the same event, whose texts show all that they say. Line breaks in them stay, for stacks. */
function withNothingHidden(line: string): string {
  const event: unknown = JSON.parse(line);
  const clean = (_: string, value: unknown) => (typeof value === 'string' ? visibleLines(value) : value);
  return `${visibleJson(JSON.stringify(event, clean))}\n`;
}

/** How much waits to be written, in bytes: after this, lines are dropped until there is room again. */
const MOST_WAITING = 1_000_000;
