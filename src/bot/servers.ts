import { type Client, DiscordAPIError, Events, ShardClientUtil } from 'discord.js';
import type { DigestParts } from '../digest/scheduler.ts';
import type { Logger } from '../log.ts';

/** Ends the digests of servers that removed the bot, and pauses those whose channel is deleted, now and from then on. */
export async function followServers(
  client: Client<true>,
  { store, now }: DigestParts,
  log: Logger,
): Promise<void> {
  const guarded = (work: Promise<unknown>) =>
    work.catch((error: unknown) => log.error(error instanceof Error ? error.message : String(error)));
  const left = async (server: string) => {
    const count = await store.endServer(server, now());
    if (count > 0)
      log.info({ server, digests: count }, 'The bot was removed from a server; its digests end.');
  };
  client.on(Events.GuildDelete, ({ id }) => void guarded(left(id)));
  client.on(Events.ChannelDelete, ({ id }) => void guarded(store.pauseChannel(id, now())));
  client.on(Events.ThreadDelete, ({ id }) => void guarded(store.pauseChannel(id, now())));
  await guarded(
    store.active().then(async (digests) => {
      const servers = new Set(digests.map(({ server }) => server));
      for (const server of servers) {
        // Servers in an outage are in the cache too. Discord is asked again: digests are not ended on a suspicion.
        const isMissing = isOfShard(client, server) && !client.guilds.cache.has(server);
        if (isMissing && (await isOutOf(client, server))) await left(server);
      }
    }),
  );
}

const UNKNOWN_SERVER = 10004;
const MISSING_ACCESS = 50001;

/** Whether Discord says that the bot is not in a server; where it says nothing, it may be. */
async function isOutOf(client: Client<true>, server: string): Promise<boolean> {
  try {
    await client.guilds.fetch(server);
    return false;
  } catch (error) {
    return error instanceof DiscordAPIError && [UNKNOWN_SERVER, MISSING_ACCESS].includes(Number(error.code));
  }
}

/** "shard_id = (guild_id >> 22) % num_shards": whether this process is the one that is told of a server. */
export function isOfShard({ options }: Client<true>, server: string): boolean {
  const { shards, shardCount } = options;
  if (!Array.isArray(shards) || shardCount === undefined) return true;
  return shards.includes(ShardClientUtil.shardIdForGuildId(server, shardCount));
}
