import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { visible } from './core/language/visible.ts';
import { OperatorError } from './operator-error.ts';
import { readEnvFile } from './settings/env-file.ts';
import { misread, misspelt, type Place } from './settings/misspelt.ts';
import { bareToken, tokenFault, withoutWrapping } from './settings/written-value.ts';

/** An unset variable and one set to nothing mean the same: `.env.example` lists keys without values. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const withDefault = <T extends z.ZodType>(schema: T, fallback: z.input<T>) =>
  z.preprocess((value) => (value === '' || value === undefined ? fallback : value), schema);
const snowflake = z.string().regex(/^\d{17,20}$/, 'must be a Discord id, 17 to 20 digits');

/** Paths and addresses stand in messages and logs, where a line break would begin a line of its own. */
const place = z.string().regex(/^\P{Cc}*$/u, 'must have no control characters');
/** The settings beside the environment, in the working folder. */
const ENV_FILE = '.env';
const PACKAGE_FILE = 'package.json';

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;
/** `90m`, `6h` or `6` (hours), as milliseconds. */
const duration = z
  .string()
  .regex(/^\d{1,4} ?(m|min|h)?$/i, 'must be a duration such as 6h or 90m')
  .transform((text) => Number.parseInt(text, 10) * (/m/i.test(text) ? MINUTE : 60 * MINUTE))
  .refine((time) => time >= MINUTE && time <= DAY, 'must be 1m to 24h');

const apiUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address' })
  .refine((address) => !/[?#]/.test(address), 'must be an address without "?" and "#"')
  .transform((address) => withoutSlashes(withoutSlashes(address).replace(/\/v\d{1,3}$/, '')));

/** discord.js adds a slash and the version of the interface. */
function withoutSlashes(address: string): string {
  return address.endsWith('/') ? withoutSlashes(address.slice(0, -1)) : address;
}

/** The address of a proxy; as curl reads it, one without a scheme is http. */
const proxy = optional(
  z.string().transform((written, context) => {
    const address = /^[a-z][a-z\d+.-]*:\/\//i.test(written) ? written : `http://${written}`;
    if (URL.canParse(address) && /^https?:/i.test(address)) return new URL(address);
    context.addIssue(
      'must be the address of an http or https proxy, such as http://proxy.example:3128; in its name and password, write # as %23, @ as %40 and / as %2F',
    );
    return z.NEVER;
  }),
);

const configSchema = z.object({
  CORPUS_DIR: withDefault(place, 'corpus'),
  DATA_DIR: withDefault(place, 'data'),
  DIGEST_CATCH_UP: withDefault(duration, '6h'),
  LOG_LEVEL: withDefault(
    z.enum(['error', 'warn', 'info', 'debug'], 'must be error, warn, info or debug'),
    'info',
  ),
  DISCORD_TOKEN: optional(
    z.string().superRefine((token, context) => {
      const fault = tokenFault(token);
      if (fault !== undefined) context.addIssue(fault);
    }),
  ),
  DISCORD_APPLICATION_ID: optional(snowflake),
  DISCORD_GUILD_ID: optional(snowflake),
  MENTIONS: withDefault(z.enum(['on', 'off'], 'must be on or off'), 'on'),
  DISCORD_API_URL: withDefault(place.pipe(apiUrl), 'https://discord.com/api'),
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

/**
 * The folder with package.json: this file is in `src` there, or compiled in `dist/src`. It is not the working folder where
 * Rostrum is started from elsewhere.
 */
const ROOT = join(
  import.meta.dirname,
  existsSync(join(import.meta.dirname, '..', PACKAGE_FILE)) ? '..' : '../..',
);

/** The table that the build makes of CC-CEDICT. */
export const DICTIONARY_FILE = join(ROOT, 'dist/dictionary.tsv');

/** The settings of this process, checked. README.md explains them. Times are in milliseconds. */
export type Config = z.infer<typeof configSchema>;

/** Thrown if settings cannot be used; the message names every bad key, one per line. */
export class ConfigError extends OperatorError {
  override readonly name = 'ConfigError';
}

/**
 * Reads the settings from the environment and, for what is not set there, from a `.env` file in the working
 * folder.
 * @param warn gets a line for each thing that looks wrong and stops nothing
 * @throws ConfigError which has these lines too
 */
export function readConfig(env: NodeJS.ProcessEnv, warn: (line: string) => void): Config {
  const { values, unread, fault } = readEnvFile(ENV_FILE);
  const environment = { ...values, ...env };
  const warnings = [
    ...(fault === undefined ? [] : [fault]),
    ...misspeltIn(env, values),
    ...misreadIn(unread, environment),
  ];
  // In the processes that it starts, discord.js uses SHARDS to say which shard they are.
  if (environment.SHARDING_MANAGER) delete environment.SHARDS;
  try {
    const config = checkConfig(environment);
    // The process that started this one has said it.
    if (!environment.SHARDING_MANAGER) warnings.forEach(warn);
    return config;
  } catch (error) {
    if (error instanceof ConfigError) throw new ConfigError([error.message, ...warnings].join('\n'));
    throw error;
  }
}

/** A line for each key that is nearly one of ours. */
function misspeltIn(env: NodeJS.ProcessEnv, values: Readonly<Record<string, string>>): string[] {
  const keysOf = (source: NodeJS.ProcessEnv) =>
    Object.keys(source)
      .filter((key) => source[key] !== '')
      .map(settingOf);
  const ours = Object.keys(configSchema.shape);
  const set = keysOf({ ...values, ...env }).filter((key) => ours.includes(key));
  const found = (source: NodeJS.ProcessEnv, place: Place) =>
    misspelt([...set, ...keysOf(source)], ours, place).map(
      ({ written, meant }) =>
        `${written} in ${place} is not a setting; ${meant} is probably meant. Rename it, or see README.md, "Settings".`,
    );
  return [...found(values, '.env'), ...found(env, 'the environment')];
}

/** A line for each key of ours that `.env` has in a line that says nothing. */
function misreadIn(unread: readonly string[], environment: NodeJS.ProcessEnv): string[] {
  const ours = Object.keys(configSchema.shape).filter((key) => !environment[key]);
  return misread(unread, ours).map(
    (meant) =>
      `A line of .env cannot be read; ${meant} is probably meant. Write it as ${meant}=VALUE, or see README.md, "Settings".`,
  );
}

/**
 * The error of a program that needs a token and has none.
 * @param remedy what else to do, as a sentence
 * @param warnings what reading the settings warned of, which may be the reason
 */
export function tokenMissing(remedy: string, warnings: readonly string[]): ConfigError {
  return new ConfigError([`DISCORD_TOKEN is not set. ${remedy}`, ...warnings].join('\n'));
}

/** The part of package.json that shows whether it is ours, and its version. */
const packageSchema = z.object({ name: z.literal('rostrum'), version: z.string() });

/** The version of this package; "unknown" if its package.json is not where the code is. */
export function readVersion(): string {
  try {
    return packageSchema.parse(JSON.parse(readFileSync(join(ROOT, PACKAGE_FILE), 'utf8'))).version;
  } catch {
    return 'unknown';
  }
}

const PROXY_KEYS = ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY'] as const;

/** The setting that a key sets: those of proxies may be in small letters, too. */
function settingOf(key: string): string {
  return PROXY_KEYS.find((proxyKey) => proxyKey.toLowerCase() === key) ?? key;
}

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
  const written = { ...environment, ...proxiesIn(environment) };
  const cleaned = Object.fromEntries(
    Object.keys(configSchema.shape).map((key) => {
      const value = written[key] ?? '';
      return [key, key === 'DISCORD_TOKEN' ? bareToken(value) : withoutWrapping(value)];
    }),
  );
  const result = configSchema.safeParse(cleaned);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => {
    const key = path.join('.');
    // A token, and the password in the address of a proxy, are nobody's business.
    const isSecret = key === 'DISCORD_TOKEN' || PROXY_KEYS.some((each) => each === key);
    const value = isSecret ? '' : `, not "${visible(cleaned[key] ?? '')}"`;
    const name = isSecret && environment[key.toLowerCase()] ? key.toLowerCase() : key;
    return `${name} ${message}${value}. Change it in the environment or in .env; see README.md, "Settings".`;
  });
  throw new ConfigError(faults.join('\n'));
}
