import { readFileSync } from 'node:fs';
import { config as readDotenv } from 'dotenv';
import { z } from 'zod';
import { visible } from './core/language/visible.ts';
import { OperatorError } from './operator-error.ts';

/** An unset variable and one set to nothing mean the same: `.env.example` lists keys without values. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const withDefault = <T extends z.ZodType>(schema: T, fallback: z.input<T>) =>
  z.preprocess((value) => (value === '' || value === undefined ? fallback : value), schema);
const snowflake = z.string().regex(/^\d{17,20}$/, 'must be a Discord id, 17 to 20 digits');

/** Paths and addresses stand in messages and logs, where a line break would begin a line of its own. */
const place = z.string().regex(/^\P{Cc}*$/u, 'must have no control characters');

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;
/** `90m`, `6h` or `6` (hours), as milliseconds. */
const duration = z
  .string()
  .regex(/^ ?\d{1,4} ?(m|min|h)? ?$/i, 'must be a duration such as 6h or 90m')
  .transform((text) => Number.parseInt(text, 10) * (/m/i.test(text) ? MINUTE : 60 * MINUTE))
  .refine((time) => time >= MINUTE && time <= DAY, 'must be 1m to 24h');

const configSchema = z.object({
  CORPUS_DIR: withDefault(place, 'corpus'),
  DATA_DIR: withDefault(place, 'data'),
  DIGEST_CATCH_UP: withDefault(duration, '6h'),
  LOG_LEVEL: withDefault(
    z.enum(['error', 'warn', 'info', 'debug'], 'must be error, warn, info or debug'),
    'info',
  ),
  DISCORD_TOKEN: optional(
    z.string().regex(/^[!-~]+$/, 'must be a bot token: printable ASCII characters, without spaces'),
  ),
  DISCORD_APPLICATION_ID: optional(snowflake),
  DISCORD_GUILD_ID: optional(snowflake),
  DISCORD_API_URL: withDefault(
    place.pipe(z.url({ protocol: /^https?$/, error: 'must be an http or https address' })),
    'https://discord.com/api',
  ),
  SHARDS: withDefault(
    z
      .string()
      .regex(/^([1-9]\d{0,3}|auto)$/, 'must be a number of processes from 1, or auto')
      .transform((text) => (text === 'auto' ? text : Number(text))),
    '1',
  ),
});

/** The table that the build makes of CC-CEDICT; relative to the working folder, as CORPUS_DIR is. */
export const DICTIONARY_FILE = 'dist/dictionary.tsv';

/** The settings of this process, checked. README.md explains them. Times are in milliseconds. */
export type Config = z.infer<typeof configSchema>;

/** Thrown if settings cannot be used; the message names every bad key, one per line. */
export class ConfigError extends OperatorError {
  override readonly name = 'ConfigError';
}

/**
 * Reads the settings from the environment and, for what is not set there, from a `.env` file in the working
 * folder.
 * @throws ConfigError
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const environment = { ...env };
  readDotenv({ quiet: true, processEnv: environment as Record<string, string> });
  // In the processes that it starts, discord.js uses SHARDS to say which shard they are.
  if (environment.SHARDING_MANAGER) delete environment.SHARDS;
  return checkConfig(environment);
}

/** The part of package.json that shows whether it is ours, and its version. */
const packageSchema = z.object({ name: z.literal('rostrum'), version: z.string() });

/** The version of this package; "unknown" if the working folder is not ours. */
export function readVersion(): string {
  try {
    return packageSchema.parse(JSON.parse(readFileSync('package.json', 'utf8'))).version;
  } catch {
    return 'unknown';
  }
}

/**
 * Checks settings.
 * @throws ConfigError
 */
export function checkConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const result = configSchema.safeParse(environment);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => {
    const key = path.join('.');
    const value = key === 'DISCORD_TOKEN' ? '' : `, not "${visible(environment[key] ?? '')}"`;
    return `${key} ${message}${value}. Change it in the environment or in .env; see README.md, "Settings".`;
  });
  throw new ConfigError(faults.join('\n'));
}
