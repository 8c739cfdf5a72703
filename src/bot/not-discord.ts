import { type DefaultRestOptions, DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';

/** How discord.js sends one request. */
type MakeRequest = typeof DefaultRestOptions.makeRequest;

/**
 * Refuses what is no answer of Discord's API, but would be taken for one: a page with a success, such as that on which a
 * network asks for a login, and a redirection to it. Else a post counts as sent that nobody has received.
 * @param send sends one request
 */
export function fromDiscordAlone(send: MakeRequest): MakeRequest {
  return async (url, init) => {
    const response = await send(url, init);
    const { status, headers } = response;
    const isRedirection = status >= 300 && status < 400;
    const mayBePage = response.ok && headers.get('content-type')?.startsWith('text/html') === true;
    if (!isRedirection && !mayBePage) return response;
    const text = await response.text();
    if (!isRedirection && !/^\s*</.test(text))
      return new Response(text || null, { status, headers: [...headers] });
    const error = { error: 'not Discord', error_description: 'This is no answer of Discord.' };
    throw new DiscordAPIError(error, error.error, status, init.method ?? 'GET', url, {
      body: undefined,
      files: undefined,
    });
  };
}

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
