import { setTimeout as sleep } from 'node:timers/promises';
import { HTTPError, REST, type RESTOptions, Routes } from 'discord.js';
import type { Config } from '../config.ts';
import { waitAfter } from '../digest/times.ts';
import { fromDiscordAlone } from './not-discord.ts';
import { proxiedAgent } from './proxied-agent.ts';
import { withWaits } from './rate-limits.ts';
import { safelyRepeated } from './retries.ts';

/** What can be said about how to send requests. */
export type RequestOptions = Partial<RESTOptions>;

/** How long to wait before Discord is asked again for its gateway, in milliseconds; the last one holds from then on. */
const GATEWAY_WAITS_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000] as const;

/**
 * How requests are sent with these settings: through the proxy that they name, and so that repeating them is safe.
 * @throws what loading the parts for a proxy throws
 */
export async function requestOptions(config: Config): Promise<RequestOptions> {
  const agent = await proxiedAgent(config);
  return {
    api: config.DISCORD_API_URL,
    makeRequest: withWaits(fromDiscordAlone(safelyRepeated())),
    ...(agent && { agent }),
  };
}

/**
 * Discord's REST, with a token that stays. discord.js forgets the token after one 401, which can be a passing fault of
 * Discord's, and then sends nothing any more. If the token was really reset, Discord closes the gateway.
 */
export class SteadyRest extends REST {
  override setToken(token: string | null): this {
    return token === null ? this : super.setToken(token);
  }
}

/** REST for a bot that starts: it waits for Discord, instead of ending, while that cannot say where its gateway is. */
export class WaitingRest extends SteadyRest {
  readonly #tellWait: (status: number, waitMs: number) => void;
  readonly #waitsMs: readonly number[];

  /**
   * @param tellWait hears of each wait
   * @param waitsMs how long to wait each time, in milliseconds; the last one holds from then on
   */
  constructor(
    options: RequestOptions,
    tellWait: (status: number, waitMs: number) => void,
    waitsMs: readonly number[] = GATEWAY_WAITS_MS,
  ) {
    super(options);
    this.#tellWait = tellWait;
    this.#waitsMs = waitsMs;
  }

  override async queueRequest(
    request: Parameters<REST['queueRequest']>[0],
  ): ReturnType<REST['queueRequest']> {
    for (let count = 0; ; count++) {
      try {
        return await super.queueRequest(request);
      } catch (error) {
        const isWaitedFor = request.fullRoute === Routes.gatewayBot() && error instanceof HTTPError;
        if (!isWaitedFor) throw error;
        const wait = waitAfter(count, this.#waitsMs);
        this.#tellWait(error.status, wait);
        await sleep(wait);
      }
    }
  }
}
