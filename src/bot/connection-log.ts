import { type Client, Events, type REST, RESTEvents } from 'discord.js';
import type { Logger } from 'pino';
import { withoutRequest } from './interaction-error.ts';
import { ProxyError } from './proxy.ts';
import { inWords } from './rate-limits.ts';

/** Logs the connection to Discord: one line when it is lost, one when it is back, and one for each delay. */
export function logConnection(client: Client, log: Logger): void {
  client.on(Events.Error, (error) =>
    log.error({ err: withoutRequest(error) }, 'The Discord client reports an error.'),
  );
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'The Discord client warns.'));
  logGateway(client, log);
  logRateLimits(client.rest, log);
}

/** Says that the bot waits for Discord at its start: `WaitingRest` calls it. */
export function tellWait(log: Logger): (status: number, waitMs: number) => void {
  return (status, waitMs) =>
    log.warn(
      { status },
      `Discord itself fails (${status}) and cannot say where its gateway is; asking again in ${inWords(waitMs)}. See https://discordstatus.com.`,
    );
}

function logGateway(client: Client, log: Logger): void {
  let isLost = false;
  let proxyFault: string | undefined;
  client.on(Events.ShardError, (error) => {
    // Also this comes at every attempt.
    if (error instanceof ProxyError && error.message !== proxyFault) log.warn(error.message);
    else log.debug({ reason: error.message }, 'A connection failed.');
    if (error instanceof ProxyError) proxyFault = error.message;
  });
  // The event comes at every attempt, but one line in the log is enough.
  client.on(Events.ShardReconnecting, () => {
    if (!isLost) log.warn('The connection to Discord was lost; connecting again.');
    isLost = true;
  });
  const isBack = (line: string) => {
    isLost = false;
    proxyFault = undefined;
    log.info(line);
  };
  client.on(Events.ShardResume, (_shard, replayed) =>
    isBack(`The connection to Discord is back; caught up on ${replayed} missed events.`),
  );
  client.on(Events.ShardReady, () => {
    if (isLost) isBack('The connection to Discord is back, as a new session.');
  });
}

/** Logs requests that Discord accepted late. Whoever made a request reports it if Discord never accepts it. */
export function logRateLimits(rest: REST, log: Logger): void {
  rest.on(RESTEvents.Response, ({ method, route, retries }, { status, ok, headers }) => {
    const about = { method, route };
    if (status === 429) {
      const scope = headers.get('x-ratelimit-scope');
      const wait = inWords(Number(headers.get('retry-after')) * 1000);
      log.warn({ ...about, scope }, `The bot has reached a rate limit of Discord and waits ${wait}.`);
    } else if (ok && retries > 0) {
      log.warn(about, `Discord accepted a request only at attempt ${retries + 1}; nothing is lost.`);
    }
  });
}
