import { DefaultRestOptions, RESTJSONErrorCodes } from 'discord.js';
import { fieldsOf } from '../error-fields.ts';

/** How discord.js sends one request. */
type MakeRequest = typeof DefaultRestOptions.makeRequest;

const CALLBACK = /\/interactions\/\d+\/[^/]+\/callback/;
/** More callbacks than can be in progress at once; no more are remembered. */
const MOST_REMEMBERED = 1_000;

/**
 * Sends requests so that repeating them is safe. discord.js repeats a request after a 5xx and after a reset connection.
 * It does not consider that Discord may have carried out the first one, and takes "already acknowledged" for a refusal.
 * Here, if the response to a callback was lost and the callback turns out to be acknowledged, it counts as accepted. And
 * a connection that closes without a response counts as reset, so that discord.js repeats every request that does
 * nothing twice.
 * @param send sends one request
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
      return wasLost && response.status === 400 ? acceptedIfAcknowledged(response) : response;
    } catch (error) {
      if (isCallback) remember(unanswered, url);
      throw isCallback || isRepeatable(init) ? reset(error) : error;
    }
  };
}

/** A success in place of "already acknowledged"; any other refusal as it is. */
async function acceptedIfAcknowledged(response: Awaited<ReturnType<MakeRequest>>): ReturnType<MakeRequest> {
  const text = await response.text();
  if (codeIn(text) === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)
    return new Response(null, { status: 204 });
  return new Response(text, { status: response.status, headers: [...response.headers] });
}

function codeIn(text: string): unknown {
  try {
    return Object(JSON.parse(text)).code;
  } catch {
    return undefined;
  }
}

/** Whether a request may be sent again: any but a POST, and a POST whose nonce Discord checks. */
function isRepeatable({ method, body }: Parameters<MakeRequest>[1]): boolean {
  return method !== 'POST' || (typeof body === 'string' && body.includes('"enforce_nonce":true'));
}

/** The error of a connection that the other side closed, with the one code after which discord.js tries again. */
function reset(error: unknown): unknown {
  if (fieldsOf(error).code !== 'UND_ERR_SOCKET') return error;
  return Object.assign(new Error('The connection closed without a response.', { cause: error }), {
    code: 'ECONNRESET',
  });
}

function remember(urls: Set<string>, url: string): void {
  if (urls.size >= MOST_REMEMBERED) urls.clear();
  urls.add(url);
}
