import type { Config } from '../config.ts';
import { OperatorError } from '../operator-error.ts';

/** A fault with Discord in words for the person who runs the bot. */
export class BotError extends OperatorError {
  override readonly name = 'BotError';
}

/** Network faults, by Node's and undici's codes. */
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
]);

/** What a fault of Discord's or of the network means, and what to do about it. The token is never in it. */
export function explain(
  error: unknown,
  { DISCORD_API_URL, DISCORD_GUILD_ID }: Pick<Config, 'DISCORD_API_URL' | 'DISCORD_GUILD_ID'>,
): BotError {
  const { code, status, message } = faultOf(error);
  if (code === 'TokenInvalid' || code === 4004 || status === 401) {
    return new BotError(
      'Discord does not accept DISCORD_TOKEN. Copy the token anew from the Bot page of your application.',
    );
  }
  if (code === 4014 || code === 'DisallowedIntents') {
    return new BotError(
      'Discord refuses the intents. Rostrum needs the Guilds intent alone; is this the right application?',
    );
  }
  if (code === 4011) {
    return new BotError(
      'Discord wants the servers shared among several connections. Set SHARDS=auto; README.md tells of it under "Many servers".',
    );
  }
  if (code === 50001 || code === 50013 || status === 403) {
    return new BotError(
      `Discord refuses access${DISCORD_GUILD_ID ? ` to the server ${DISCORD_GUILD_ID} (DISCORD_GUILD_ID)` : ''}. Invite the bot with the scopes bot and applications.commands; README.md has the link.`,
    );
  }
  if (isNetworkFault(error) || (status !== undefined && status >= 500)) {
    return new BotError(
      `Discord cannot be reached at ${DISCORD_API_URL}. Check the network and DISCORD_API_URL, then start again.`,
    );
  }
  return new BotError(`Discord answered with a fault: ${message}`);
}

/** Whether a fault is one of the network, rather than of Discord's or ours. An AbortError is discord.js's time limit. */
export function isNetworkFault(error: unknown): boolean {
  const { code, cause, name } = faultOf(error);
  return UNREACHABLE.has(String(code)) || UNREACHABLE.has(String(cause)) || name === 'AbortError';
}

function faultOf(error: unknown) {
  const { name, code, status, cause, message } = Object(error) as {
    name?: string;
    code?: unknown;
    status?: number;
    cause?: unknown;
    message?: string;
  };
  return { name, code, status, cause: Object(cause).code as unknown, message: message ?? String(error) };
}
