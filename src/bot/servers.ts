import { type Client, DiscordAPIError, Events, RESTJSONErrorCodes, ShardClientUtil } from 'discord.js';
import type { Logger } from 'pino';
import type { DigestParts } from '../digest/parts.ts';

/** Ends the digests of servers that have removed the bot, now and from then on, and pauses those of deleted channels. */
export async function followServers(
  client: Client<true>,
  { store, now }: Pick<DigestParts, 'store' | 'now'>,
  log: Logger,
): Promise<void> {
  const guarded = (work: Promise<unknown>) =>
    work.catch((error: unknown) => log.error(error instanceof Error ? error.message : String(error)));
  const left = async (server: string) => {
    const count = await store.endServer(server, now());
    if (count > 0)
      log.info({ server, digests: count }, 'The bot was removed from a server; its digests have ended.');
  };
  client.on(Events.GuildDelete, ({ id }) => void guarded(left(id)));
  client.on(Events.ChannelDelete, ({ id }) => void guarded(store.pauseChannel(id, now())));
  client.on(Events.ThreadDelete, ({ id }) => void guarded(store.pauseChannel(id, now())));
  await guarded(
    store.active().then(async (digests) => {
      const servers = new Set(digests.map(({ server }) => server));
      for (const server of servers) {
        // The cache keeps servers in an outage too. Still, Discord is asked: a suspicion is not enough to end digests.
        const isMissing = isOfShard(client, server) && !client.guilds.cache.has(server);
        if (isMissing && (await isOutOf(client, server))) await left(server);
      }
    }),
  );
}

const NOT_A_MEMBER: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.MissingAccess,
]);

/** Whether Discord says that the bot is not in a server. If Discord does not answer, it may be. */
async function isOutOf(client: Client<true>, server: string): Promise<boolean> {
  try {
    await client.guilds.fetch(server);
    return false;
  } catch (error) {
    return error instanceof DiscordAPIError && NOT_A_MEMBER.has(error.code);
  }
}

/** Whether Discord sends the events of a server to this process: "shard_id = (guild_id >> 22) % num_shards". */
export function isOfShard({ options }: Client<true>, server: string): boolean {
  const { shards, shardCount } = options;
  if (!Array.isArray(shards) || shardCount === undefined) return true;
  return shards.includes(ShardClientUtil.shardIdForGuildId(server, shardCount));
}
