import { DefaultRestOptions } from 'discord.js';

/** How discord.js sends one request. */
type MakeRequest = typeof DefaultRestOptions.makeRequest;

const CALLBACK = /\/interactions\/\d+\/[^/]+\/callback/;
const ALREADY_ACKNOWLEDGED = 40060;
/** More callbacks than can be under way at once; only so many are remembered. */
const MOST_REMEMBERED = 1_000;

/**
 * Sends requests so that trying again is safe. discord.js tries again after a 5xx and after a reset connection, but
 * not knowing whether Discord did what was asked, it takes "already acknowledged" for a refusal. Here a callback that
 * is found acknowledged after its answer was lost counts as taken. And a connection that closes without an answer
 * counts as reset, so that discord.js tries again, wherever asking twice does nothing twice.
 * @param send what sends one request
 */
export function safelyRepeated(send: MakeRequest = DefaultRestOptions.makeRequest): MakeRequest {
  const unanswered = new Set<string>();
  return async (url, init) => {
    const isCallback = CALLBACK.test(url);
    try {
      const response = await send(url, init);
      if (!isCallback) return response;
      if (response.status >= 500) {
        remember(unanswered, url);
        return response;
      }
      const wasLost = unanswered.delete(url);
      return wasLost && response.status === 400 ? taken(response) : response;
    } catch (error) {
      if (isCallback) remember(unanswered, url);
      throw isCallback || isRepeatable(init) ? reset(error) : error;
    }
  };
}

/** A success in place of "already acknowledged", any other refusal as it is. */
async function taken(response: Awaited<ReturnType<MakeRequest>>): ReturnType<MakeRequest> {
  const text = await response.text();
  if (codeIn(text) === ALREADY_ACKNOWLEDGED) return new Response(null, { status: 204 });
  return new Response(text, { status: response.status, headers: [...response.headers] });
}

function codeIn(text: string): unknown {
  try {
    return Object(JSON.parse(text)).code;
  } catch {
    return undefined;
  }
}

/** Whether a request may be sent again: every one but a POST, and a POST whose nonce Discord checks. */
function isRepeatable({ method, body }: Parameters<MakeRequest>[1]): boolean {
  return method !== 'POST' || (typeof body === 'string' && body.includes('"enforce_nonce":true'));
}

/** A connection that the other side closed, under the one code after which discord.js tries again. */
function reset(error: unknown): unknown {
  if (Object(error).code !== 'UND_ERR_SOCKET') return error;
  return Object.assign(new Error('The connection closed without an answer.', { cause: error }), {
    code: 'ECONNRESET',
  });
}

function remember(urls: Set<string>, url: string): void {
  if (urls.size >= MOST_REMEMBERED) urls.clear();
  urls.add(url);
}
