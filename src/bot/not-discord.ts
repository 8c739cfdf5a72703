import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';

/**
 * Whether something between us and Discord answered instead of it: a proxy, a firewall, or the protection by Cloudflare
 * that stands before it. Such a response knows nothing of what was asked for. Discord's own errors have a code, 0 among
 * them for a wrong token or an unknown path.
 */
export function isNotFromDiscord(error: unknown): boolean {
  if (!(error instanceof DiscordAPIError)) return false;
  if (error.code === RESTJSONErrorCodes.CloudflareIsBlockingYourRequest) return true;
  return typeof error.code !== 'number' || (error.code === 0 && ![401, 404, 405].includes(error.status));
}

/**
 * What such a response means, for the person who runs the bot.
 * @param status its HTTP status
 */
export function notFromDiscordLine(status: number | undefined): string {
  return `Something between this machine and Discord refuses requests (${status}): a proxy or firewall, or Cloudflare, which blocks an address for a while after too many faulty requests. Ask whoever runs the network to allow discord.com and gateway.discord.gg; if nothing blocks them, wait an hour and start again.`;
}
