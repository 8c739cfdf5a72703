import { type Logger, pino } from 'pino';

/**
 * The log: one line of JSON for each event, on standard error, so that standard output stays with the answers.
 * Tokens are taken out wherever an event carries one; what people ask is never given to it.
 */
export function createLog(level: string): Logger {
  const redact = {
    paths: ['token', '*.token', 'headers.authorization', '*.headers.authorization'],
    censor: '[taken out]',
  };
  return pino({ level, base: null, redact }, pino.destination({ dest: 2, sync: true }));
}

export type { Logger };
