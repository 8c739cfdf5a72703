import { commands } from '../../commands/index.ts';
import { ConfigError, readConfig } from '../config.ts';
import { print, program, runIfMain } from '../program.ts';
import { register } from './registration.ts';
import { explainDiscordError } from './startup-error.ts';

/** Registers the commands with Discord and says what changed. */
export const main = program({ faultStatus: 1 }, async (_, { stdout, env }) => {
  const config = readConfig(env);
  if (!config.DISCORD_TOKEN) {
    throw new ConfigError(
      'DISCORD_TOKEN is not set. Put the bot token into .env; README.md shows where to find it.',
    );
  }
  try {
    const result = await register(commands, config);
    const { DISCORD_GUILD_ID: server } = config;
    print(stdout, server ? `Commands in the server ${server}:` : 'Commands everywhere:');
    for (const [what, names] of Object.entries(result)) {
      if (names.length > 0) print(stdout, `  ${what}: ${names.map(shown).join(', ')}`);
    }
    return 0;
  } catch (error) {
    throw explainDiscordError(error, config);
  }
});

/** Slash commands have neither capitals nor spaces in their names; names in menus are shown as they are. */
function shown(name: string): string {
  return /[\s\p{Lu}]/u.test(name) ? name : `/${name}`;
}

await runIfMain(import.meta, main);
