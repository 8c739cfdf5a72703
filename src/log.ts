import { type Logger, pino } from 'pino';

/**
 * The log: one line of JSON for each event, on standard error, so that standard output is left to the answers.
 * Tokens are removed wherever an event has one; what people ask is never given to it.
 * @param level error, warn, info or debug
 */
export function createLog(level: string): Logger {
  const redact = {
    paths: ['token', '*.token', 'headers.authorization', '*.headers.authorization'],
    censor: '[taken out]',
  };
  return pino({ level, base: null, redact }, pino.destination({ dest: 2, sync: true }));
}
