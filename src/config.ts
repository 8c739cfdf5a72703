import { readFileSync } from 'node:fs';
import { config as readDotenv } from 'dotenv';
import { z } from 'zod';
import { OperatorError } from './operator-error.ts';

/** An unset variable and one set to nothing mean the same: `.env.example` lists keys without values. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const withDefault = <T extends z.ZodType>(schema: T, fallback: z.input<T>) =>
  z.preprocess((value) => (value === '' || value === undefined ? fallback : value), schema);
const snowflake = z.string().regex(/^\d{17,20}$/, 'must be a Discord id, 17 to 20 digits');

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;
/** `90m`, `6h` or `6` (hours), as milliseconds. */
const duration = z
  .string()
  .regex(/^ ?\d{1,4} ?(m|min|h)? ?$/i, 'must be a duration such as 6h or 90m')
  .transform((text) => Number.parseInt(text, 10) * (/m/i.test(text) ? MINUTE : 60 * MINUTE))
  .refine((time) => time >= MINUTE && time <= DAY, 'must be 1m to 24h');

/** The address of a proxy; as curl reads it, one without a scheme is http. */
const proxy = optional(
  z.string().transform((text, context) => {
    const written = text.trim();
    const address = /^[a-z][a-z\d+.-]*:\/\//i.test(written) ? written : `http://${written}`;
    if (URL.canParse(address) && /^https?:/i.test(address)) return new URL(address);
    context.addIssue(
      'must be the address of an http or https proxy, such as http://proxy.example:3128; in its name and password, write # as %23, @ as %40 and / as %2F',
    );
    return z.NEVER;
  }),
);

const configSchema = z.object({
  CORPUS_DIR: withDefault(z.string(), 'corpus'),
  DATA_DIR: withDefault(z.string(), 'data'),
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
    z.url({ protocol: /^https?$/, error: 'must be an http or https address' }),
    'https://discord.com/api',
  ),
  HTTPS_PROXY: proxy,
  HTTP_PROXY: proxy,
  NO_PROXY: optional(z.string()),
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

const PROXY_KEYS = ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY'] as const;

/** What the environment says about proxies. As curl reads it, names in small letters come first. */
function proxiesIn(environment: Readonly<Record<string, string | undefined>>) {
  // Without a token nobody is asked, and a proxy that only others can use is no fault.
  const read = (key: string) =>
    environment.DISCORD_TOKEN ? environment[key.toLowerCase()] || environment[key] : undefined;
  return Object.fromEntries(PROXY_KEYS.map((key) => [key, read(key)]));
}

/**
 * Checks settings.
 * @throws ConfigError
 */
export function checkConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const result = configSchema.safeParse({ ...environment, ...proxiesIn(environment) });
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => {
    const key = path.join('.');
    // A token, and the password in the address of a proxy, are nobody's business.
    const isSecret = key === 'DISCORD_TOKEN' || PROXY_KEYS.some((each) => each === key);
    const value = isSecret ? '' : `, not "${environment[key] ?? ''}"`;
    const name = isSecret && environment[key.toLowerCase()] ? key.toLowerCase() : key;
    return `${name} ${message}${value}. Change it in the environment or in .env; see README.md, "Settings".`;
  });
  throw new ConfigError(faults.join('\n'));
}
