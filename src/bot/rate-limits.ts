import { type DefaultRestOptions, type RateLimitData, Routes } from 'discord.js';
import { waitAfter } from '../digest/times.ts';

/** How discord.js sends one request. */
type MakeRequest = typeof DefaultRestOptions.makeRequest;

/** How long to wait after each 429 in a row that does not say how long, in seconds; the last one holds from then on. */
const WAITS_S = [1, 2, 4, 8, 16, 30, 60] as const;
/** No wait is longer: a timer that is set to more than 24 days ends at once. */
const LONGEST_WAIT_S = 24 * 60 * 60;
/** More routes than are limited at once; no more are remembered. */
const MOST_REMEMBERED = 1_000;

/** Discord accepts no first reply later than this. */
const CALLBACK_MS = 3_000;
/** Nobody who pressed a button or set off a command waits longer, and its place in the flood guard is needed. */
const LONGEST_WAIT_MS = 60_000;

/**
 * Gives each 429 a time to wait. discord.js takes it from `Retry-After` in seconds, and without one sends the request
 * again at once, for ever. Cloudflare, which stands before Discord, answers without it, or with a date.
 * https://discord.com/developers/docs/topics/rate-limits#exceeding-a-rate-limit
 * @param send sends one request
 */
export function withWaits(send: MakeRequest): MakeRequest {
  const inARow = new Map<string, number>();
  return async (url, init) => {
    const response = await send(url, init);
    const route = `${init.method} ${url}`;
    if (response.status !== 429) {
      inARow.delete(route);
      return response;
    }
    const count = inARow.get(route) ?? 0;
    if (inARow.size >= MOST_REMEMBERED) inARow.clear();
    inARow.set(route, count + 1);
    const asked = secondsIn(response.headers.get('retry-after'));
    const wait = asked ?? waitAfter(count, WAITS_S);
    response.headers.set('retry-after', String(Math.min(wait, LONGEST_WAIT_S)));
    return response;
  };
}

/** The seconds of a `Retry-After`, which may be a date; undefined if it says no time to come. */
function secondsIn(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = /^[\d.]+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return seconds > 0 ? seconds : undefined;
}

/** How long a rate limit lasts, in milliseconds. Which of its fields says so depends on what answered. */
export function waitOf({
  timeToReset,
  retryAfter,
  sublimitTimeout,
}: Pick<RateLimitData, 'timeToReset' | 'retryAfter' | 'sublimitTimeout'>): number {
  return Math.max(timeToReset, retryAfter, sublimitTimeout, 0);
}

/**
 * Whether a request of a connected bot is given up rather than sent after a rate limit: a reply that would come too late
 * anyway, or a wait that nobody waits for. Only the gateway is waited for as long as Discord asks.
 */
export function isTooLong(limit: RateLimitData): boolean {
  if (limit.route === Routes.gatewayBot()) return false;
  return waitOf(limit) > (limit.route.endsWith('/callback') ? CALLBACK_MS : LONGEST_WAIT_MS);
}

/** So many milliseconds in words for the operator: "40 s", "90 min", "26 h", rounded. */
export function inWords(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds <= 120) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
