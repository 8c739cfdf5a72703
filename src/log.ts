import { isatty } from 'node:tty';
import { type Logger, pino } from 'pino';
import { readableLine } from './readable-line.ts';

const STANDARD_ERROR = 2;

/**
 * The log, on standard error, so that standard output is left to the answers: a line of JSON for each event, or for a
 * person at a terminal the same in words. Tokens are removed wherever an event has one; what people ask is never given to
 * it. Where it cannot be written (the disk is full, nobody reads the pipe any more), the lines are lost and nothing else.
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
  return pino({ level, base: null, redact }, isatty(STANDARD_ERROR) ? toRead : output);
}

/** How much waits to be written, in bytes: after this, lines are dropped until there is room again. */
const MOST_WAITING = 1_000_000;
