import { type Client, Events, RESTEvents } from 'discord.js';
import type { Logger } from '../log.ts';
import { withoutRequest } from './interaction-error.ts';

/** Logs what becomes of the connection to Discord: a line when it is lost, one when it is back, and one for each delay. */
export function logConnection(client: Client, log: Logger): void {
  client.on(Events.Error, (error) =>
    log.error({ err: withoutRequest(error) }, 'The Discord client reports an error.'),
  );
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'The Discord client warns.'));
  logGateway(client, log);
  logRequests(client, log);
}

function logGateway(client: Client, log: Logger): void {
  let isLost = false;
  client.on(Events.ShardError, (error) => log.debug({ reason: error.message }, 'A connection failed.'));
  // Told at every attempt; who reads the log wants to know it once.
  client.on(Events.ShardReconnecting, () => {
    if (!isLost) log.warn('The connection to Discord was lost; connecting again.');
    isLost = true;
  });
  const isBack = (line: string) => {
    isLost = false;
    log.info(line);
  };
  client.on(Events.ShardResume, (_shard, replayed) =>
    isBack(`The connection to Discord is back; ${replayed} missed events were made up for.`),
  );
  client.on(Events.ShardReady, () => {
    if (isLost) isBack('The connection to Discord is back, as a new session.');
  });
}

/** Requests that Discord took late. Those that it never took are told of by who made them. */
function logRequests(client: Client, log: Logger): void {
  client.rest.on(RESTEvents.Response, ({ method, route, retries }, { status, ok, headers }) => {
    const about = { method, route };
    if (status === 429) {
      const scope = headers.get('x-ratelimit-scope');
      const seconds = headers.get('retry-after');
      log.warn({ ...about, scope }, `The bot has met a rate limit of Discord's and waits ${seconds} s.`);
    } else if (ok && retries > 0) {
      log.warn(about, `Discord took a request only at attempt ${retries + 1}; nothing is lost.`);
    }
  });
}
