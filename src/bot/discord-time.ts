import { type Client, REST, RESTEvents, Routes } from 'discord.js';
import type { DiscordTime } from '../digest/delivery.ts';

/** A request without a response is given up after this time. */
const REQUEST_MS = 15_000;

/** What Discord's clock shows: the date of a response, whatever it says, since even a refusal has one. */
export async function discordTime({ options }: Client): Promise<DiscordTime> {
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
