import { GatewayCloseCodes, RESTJSONErrorCodes } from 'discord.js';
import type { Config } from '../config.ts';
import { visible } from '../core/language/visible.ts';
import { fieldsOf } from '../error-fields.ts';
import { OperatorError } from '../operator-error.ts';

/** An error of Discord or the network, in words for the person who runs the bot. */
export class BotError extends OperatorError {
  override readonly name = 'BotError';
}

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

/** Explains an error of Discord or of the network, and what to do about it. Never contains the token. */
export function explainDiscordError(
  error: unknown,
  { DISCORD_API_URL, DISCORD_GUILD_ID }: Pick<Config, 'DISCORD_API_URL' | 'DISCORD_GUILD_ID'>,
): BotError {
  const { code, status, message } = fieldsOf(error);
  if (code === 'TokenInvalid' || code === GatewayCloseCodes.AuthenticationFailed || status === 401) {
    return new BotError(
      'Discord does not accept DISCORD_TOKEN. Copy the token again from the Bot page of your application.',
    );
  }
  if (code === GatewayCloseCodes.DisallowedIntents || code === 'DisallowedIntents') {
    return new BotError(
      'Discord refuses the intents. Rostrum needs only the Guilds intent; is this the right application?',
    );
  }
  if (code === GatewayCloseCodes.ShardingRequired) {
    return new BotError(
      'The bot is in too many servers for one connection. Set SHARDS=auto; see README.md, "Many servers".',
    );
  }
  if (
    code === RESTJSONErrorCodes.MissingAccess ||
    code === RESTJSONErrorCodes.MissingPermissions ||
    status === 403
  ) {
    return new BotError(
      `Discord refuses access${DISCORD_GUILD_ID ? ` to the server ${DISCORD_GUILD_ID} (DISCORD_GUILD_ID)` : ''}. Invite the bot with the scopes bot and applications.commands; README.md has the link.`,
    );
  }
  if (isNetworkError(error) || (status !== undefined && status >= 500)) {
    return new BotError(
      `Discord cannot be reached at ${visible(DISCORD_API_URL)}. Check the network and DISCORD_API_URL, then start again.`,
    );
  }
  return new BotError(`Discord reported an error: ${visible(message ?? String(error))}`);
}

/** Whether an error is one of the network, rather than Discord's or ours. An AbortError is discord.js's time limit. */
export function isNetworkError(error: unknown): boolean {
  const { code, cause, name } = fieldsOf(error);
  return (
    UNREACHABLE.has(String(code)) || UNREACHABLE.has(String(fieldsOf(cause).code)) || name === 'AbortError'
  );
}
