import { GatewayCloseCodes, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import type { Config } from '../config.ts';
import { visible } from '../core/language/visible.ts';
import { fieldsOf } from '../error-fields.ts';
import { OperatorError } from '../operator-error.ts';
import { isNotFromDiscord, notFromDiscordLine } from './not-discord.ts';
import { ProxyError } from './proxy.ts';
import { inWords, waitOf } from './rate-limits.ts';

/** An error of Discord or the network, in words for the person who runs the bot. */
export class BotError extends OperatorError {
  override readonly name = 'BotError';
}

/** What a shard tells the process that started it when Discord has closed its connection for good. */
export const CLOSED_FOR_GOOD_MESSAGE = 'closed for good';

/** Codes of Node and undici for errors of the network. */
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

/**
 * By the codes with which Discord closes the gateway for good: why, and what to do.
 * https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
 */
const CLOSED_FOR_GOOD: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]:
    'Discord does not accept DISCORD_TOKEN. Copy the token again from the Bot page of your application.',
  [GatewayCloseCodes.InvalidShard]:
    'Discord does not accept the number of this shard. Set SHARDS=auto; see README.md, "Many servers".',
  [GatewayCloseCodes.ShardingRequired]:
    'Sharding is required: the bot is in too many servers for so few connections. Set SHARDS=auto; see README.md, "Many servers".',
  [GatewayCloseCodes.InvalidAPIVersion]:
    "Discord no longer accepts this version of its gateway's protocol. Update Rostrum, then start again.",
  [GatewayCloseCodes.InvalidIntents]:
    'Discord does not know the intents that this version of Rostrum asks for. Update Rostrum, then start again.',
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord refuses the intents. Rostrum needs no privileged intents, only those for servers, messages and direct messages; is this the right application?',
};

/**
 * Explains an error of Discord or of the network, and what to do about it. Never contains the token.
 * @param error what was thrown, or an object with the code with which Discord closed the gateway
 */
export function explainDiscordError(
  error: unknown,
  { DISCORD_API_URL, DISCORD_GUILD_ID }: Pick<Config, 'DISCORD_API_URL' | 'DISCORD_GUILD_ID'>,
): BotError {
  const { code, status, message } = fieldsOf(error);
  const isToken = status === 401 || code === 'TokenInvalid';
  const closed = CLOSED_FOR_GOOD[isToken ? GatewayCloseCodes.AuthenticationFailed : Number(code)];
  if (closed !== undefined) return new BotError(closed);
  if (error instanceof ProxyError) return new BotError(error.message);
  if (error instanceof RateLimitError) {
    return new BotError(
      `Discord asks to wait ${inWords(waitOf(error))} after too many requests. Start again then, and not more often.`,
    );
  }
  if (isNotFromDiscord(error)) return new BotError(notFromDiscordLine(status));
  if (
    code === RESTJSONErrorCodes.MissingAccess ||
    code === RESTJSONErrorCodes.MissingPermissions ||
    status === 403
  ) {
    return new BotError(
      `Discord refuses access${DISCORD_GUILD_ID ? ` to the server ${DISCORD_GUILD_ID} (DISCORD_GUILD_ID)` : ''}. Invite the bot with the scopes bot and applications.commands; README.md has the link.`,
    );
  }
  if (status !== undefined && status >= 500) {
    return new BotError(
      `Discord itself fails (${status}) at ${DISCORD_API_URL}. Look at https://discordstatus.com, and start again later.`,
    );
  }
  if (isNetworkError(error)) {
    return new BotError(
      `Discord cannot be reached at ${visible(DISCORD_API_URL)}. Check the network and DISCORD_API_URL, then start again.`,
    );
  }
  return new BotError(`Discord reported an error: ${visible(message || 'it gave no reason')}`);
}

/** Whether an error is one of the network, rather than Discord's or ours. An AbortError is discord.js's time limit. */
export function isNetworkError(error: unknown): boolean {
  const { code, cause, name } = fieldsOf(error);
  return (
    UNREACHABLE.has(String(code)) || UNREACHABLE.has(String(fieldsOf(cause).code)) || name === 'AbortError'
  );
}
