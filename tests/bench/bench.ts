import { benchArchive } from './archive.ts';
import { benchDiscord } from './discord.ts';
import { benchStart } from './start.ts';

const SIZES = [1000, 10_000, 100_000];
const USAGE = `Usage:
  npm run bench                          all of these
  npm run bench -- discord               from a command in Discord to its answer
  npm run bench -- start                 from the start to the first answer in the terminal
  npm run bench -- archive [SIZE …]      large archives, of ${SIZES.join(', ')} passages unless said otherwise`;

const [what, ...rest] = process.argv.slice(2);
const sizes = rest.map(Number);
if (what !== undefined && !['discord', 'start', 'archive'].includes(what)) stop();
if (what !== 'archive' && rest.length > 0) stop();
if (sizes.some((size) => !Number.isInteger(size) || size < 1)) stop();
if (what === undefined || what === 'discord') await benchDiscord();
if (what === undefined || what === 'start') await benchStart();
if (what === undefined || what === 'archive') await benchArchive(sizes.length > 0 ? sizes : SIZES);

function stop(): never {
  console.error(USAGE);
  process.exit(2);
}
