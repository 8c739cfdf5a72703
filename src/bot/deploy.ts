import { commands } from '../../commands/index.ts';
import { ConfigError, readConfig } from '../config.ts';
import { runProgram } from '../program.ts';
import { register } from './registration.ts';
import { explain } from './startup-error.ts';

/** Registers the commands with Discord and says what changed. */
async function main(): Promise<number> {
  const config = readConfig();
  if (!config.DISCORD_TOKEN) {
    throw new ConfigError(
      'DISCORD_TOKEN is not set. Put the bot token into .env; README.md shows where to find it.',
    );
  }
  try {
    const result = await register(commands, config);
    console.log(
      config.DISCORD_GUILD_ID ? `Commands in the server ${config.DISCORD_GUILD_ID}:` : 'Commands everywhere:',
    );
    for (const [what, names] of Object.entries(result)) {
      if (names.length > 0) console.log(`  ${what}: ${names.map(shown).join(', ')}`);
    }
    return 0;
  } catch (error) {
    throw explain(error, config);
  }
}

/** Slash commands have neither capitals nor spaces in their names; names in menus are shown as they are. */
function shown(name: string): string {
  return /[\s\p{Lu}]/u.test(name) ? name : `/${name}`;
}

await runProgram(main, 1);
