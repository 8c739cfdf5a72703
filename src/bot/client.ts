import { Client, Events, GatewayIntentBits } from 'discord.js';
import type { Context } from '../../commands/command.ts';
import type { Config } from '../config.ts';
import type { Logger } from '../log.ts';
import { dispatch } from './dispatch.ts';
import { BotError, explain } from './explain.ts';
import { safelyRepeated } from './requests.ts';

/** A connected bot. */
export interface Bot {
  client: Client<true>;
  /** Leaves Discord; resolves when the connection is closed. */
  stop(): Promise<void>;
}

/**
 * Connects to Discord and answers from then on.
 * @throws BotError with a line for the person who runs the bot, when Discord cannot be reached or refuses
 */
export async function connect(config: Config, context: Context, log: Logger): Promise<Bot> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    rest: { api: config.DISCORD_API_URL, makeRequest: safelyRepeated() },
  });
  client.on(Events.InteractionCreate, (interaction) => void dispatch(interaction, context, log));
  client.on(Events.Error, (error) => log.error({ err: error }, 'The Discord client reports an error.'));
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'The Discord client warns.'));
  client.on(Events.ShardDisconnect, ({ code }) => log.error({ code }, explain({ code }, config).message));
  client.on(Events.ShardReconnecting, () =>
    log.warn('The connection to Discord was lost; connecting again.'),
  );
  client.on(Events.ShardResume, () => log.info('The connection to Discord is back.'));

  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  try {
    await client.login(config.DISCORD_TOKEN);
    const connected = await ready;
    log.info({ servers: connected.guilds.cache.size }, `Connected to Discord as ${connected.user.tag}.`);
    return { client: connected, stop: () => client.destroy() };
  } catch (error) {
    await client.destroy();
    throw error instanceof BotError ? error : explain(error, config);
  }
}
