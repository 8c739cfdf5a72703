import type { RequestRecord } from './request-record.ts';

/** An answer in Discord's place. */
export interface ReplacedAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/**
 * What happens to a request, in this order: it waits `delayMs`; it is cut off with `drop`, or answered with `status`
 * and never carried out; else it is carried out; the answer waits `afterMs`; and with `after` the client never sees
 * the true answer but a dead connection, or another answer.
 */
export interface Fault extends Partial<ReplacedAnswer> {
  delayMs?: number;
  drop?: true;
  afterMs?: number;
  after?: 'drop' | ReplacedAnswer;
}

/** Looks at a request before it is handled; while a promise is open, the request waits. */
export type FaultFunction = (request: RequestRecord) => Fault | undefined | Promise<Fault | undefined>;

/** The requests that are to wait at the door. */
export interface Hold {
  /** Resolves with the first request that is held, before anything is done about it. */
  arrived(): Promise<RequestRecord>;
  /** Lets every held request go on, by default to its real answer; later ones are not held. */
  release(fault?: Fault): void;
}

/**
 * Discord's answer to one request too many, for `status` and what follows it of a fault.
 * `scope` is whose limit it is: the bot's on this route, the bot's on all routes, or that of the resource itself.
 * https://discord.com/developers/docs/topics/rate-limits#exceeding-a-rate-limit
 */
export function rateLimited({
  retryAfter = 1,
  scope = 'user',
}: {
  retryAfter?: number;
  scope?: 'user' | 'global' | 'shared';
} = {}): ReplacedAnswer {
  const isGlobal = scope === 'global';
  const message = scope === 'shared' ? 'The resource is being rate limited.' : 'You are being rate limited.';
  return {
    status: 429,
    headers: {
      // Whole seconds, as in Discord's examples, although the body has fractions.
      'retry-after': String(Math.ceil(retryAfter)),
      'x-ratelimit-scope': scope,
      ...(isGlobal ? { 'x-ratelimit-global': 'true' } : routeHeaders(retryAfter, scope)),
    },
    body: { message, retry_after: retryAfter, global: isGlobal },
  };
}

/** A page in place of Discord's answer, as Cloudflare before it sends one, or a proxy on the way. */
export function page(status: number, headers: Record<string, string> = {}): ReplacedAnswer {
  const body = `<!DOCTYPE html><html><head><title>Error ${status} | discord.com</title></head></html>`;
  return { status, headers: { 'content-type': 'text/html; charset=UTF-8', ...headers }, body };
}

/** A refusal in Discord's own words. */
export function refusal(status: number, code: number, message: string): ReplacedAnswer {
  return { status, body: { message, code } };
}

/** "Normal route rate-limiting headers will also be sent in this response." */
const routeHeaders = (retryAfter: number, scope: string): Record<string, string> => ({
  'x-ratelimit-limit': '5',
  'x-ratelimit-remaining': scope === 'shared' ? '4' : '0',
  'x-ratelimit-reset': String(Date.now() / 1000 + retryAfter),
  'x-ratelimit-reset-after': String(retryAfter),
  'x-ratelimit-bucket': 'abcd1234',
});
