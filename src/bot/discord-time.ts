import { type Client, Events, REST, RESTEvents, Routes } from 'discord.js';
import type { DiscordTime } from '../digest/delivery.ts';

/** A request without a response is given up after this time; who posts a digest now waits for ten seconds. */
const REQUEST_MS = 5_000;
/** Two clocks that differ by less than this agree. */
const AGREE_MS = 60 * 60 * 1000;

/**
 * Asks what Discord's clock shows. The ids of interactions say it too, and come straight from Discord: if the last one
 * agrees with the clock of this machine, that is right, whatever a proxy with a wrong clock writes into a response.
 */
export function discordTimeOf(client: Client): () => Promise<DiscordTime> {
  let last: { at: number; steady: number } | undefined;
  client.on(Events.InteractionCreate, ({ createdTimestamp }) => {
    last = { at: createdTimestamp, steady: performance.now() };
  });
  return async () => {
    const inResponse = await timeInResponse(client);
    const inIds = last ? last.at + performance.now() - last.steady : Number.NaN;
    return Math.abs(inIds - Date.now()) < AGREE_MS ? new Date(inIds) : inResponse;
  };
}

/** The date of a response, whatever it says, since even a refusal has one. */
async function timeInResponse({ options }: Client): Promise<DiscordTime> {
  const rest = new REST({ ...options.rest, retries: 0, timeout: REQUEST_MS });
  let date: string | null | undefined;
  rest.on(RESTEvents.Response, (_request, { headers }) => {
    date = headers.get('date');
  });
  await rest.get(Routes.gateway(), { auth: false }).catch(() => undefined);
  rest.clearHandlerSweeper();
  rest.clearHashSweeper();
  if (date === undefined) return 'unreachable';
  const time = new Date(date ?? '');
  return Number.isNaN(time.getTime()) ? 'unsaid' : time;
}
