import { type Logger, pino } from 'pino';
import { visibleJson, visibleLines } from './core/language/visible.ts';

/**
 * The log: one line of JSON for each event, on standard error, so that standard output is left to the answers.
 * Tokens are removed wherever an event has one; what people ask is never given to it. Whatever form a line then takes, no
 * name or message of another program gives orders to the terminal that shows it.
 * @param level error, warn, info or debug
 */
export function createLog(level: string): Logger {
  const redact = {
    paths: ['token', '*.token', 'headers.authorization', '*.headers.authorization'],
    censor: '[taken out]',
  };
  const hooks = { streamWrite: withNothingHidden };
  return pino({ level, base: null, redact, hooks }, pino.destination({ dest: 2, sync: true }));
}

/** A line of the log with the same event, whose texts show all that they say. Line breaks in them stay, for stacks. */
function withNothingHidden(line: string): string {
  const event: unknown = JSON.parse(line);
  const clean = (_: string, value: unknown) => (typeof value === 'string' ? visibleLines(value) : value);
  return `${visibleJson(JSON.stringify(event, clean))}\n`;
}
