import '../node-version.js';
import { commands } from '../../commands/index.ts';
import { readConfig, tokenMissing } from '../config.ts';
import { print, program, runIfMain } from '../program.ts';
import { register } from './registration.ts';
import { explainDiscordError } from './startup-error.ts';

/** Registers the commands with Discord and says what changed. */
export const main = program({ faultStatus: 1 }, async (_, { stdout, stderr, env }) => {
  const warnings: string[] = [];
  const config = readConfig(env, (line) => warnings.push(line));
  if (!config.DISCORD_TOKEN)
    throw tokenMissing('Put the bot token into .env; README.md shows where to find it.', warnings);
  for (const warning of warnings) print(stderr, warning);
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
