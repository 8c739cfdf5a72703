import { UsageError, wholeNumber } from '../../src/arguments.ts';
import { program, run } from '../../src/program.ts';
import { takeOwnSurroundings } from '../surroundings.ts';
import { benchArchive } from './archive.ts';
import { benchCaptions } from './captions.ts';
import { benchDiscord } from './discord.ts';
import { benchGrow } from './grow.ts';
import { benchStall } from './stall.ts';
import { benchStart } from './start.ts';

const SIZES = [1000, 10_000, 100_000];
const MOST_PASSAGES = 10_000_000;
const USAGE = `Usage:
  npm run bench                          all of these
  npm run bench -- discord               from a command in Discord to its answer
  npm run bench -- stall                 for how long anything holds the event loop at 100,000 passages
  npm run bench -- grow                  from a new seminar's files to the first answer, at 100,000 passages
  npm run bench -- start                 from the start to the first answer in the terminal
  npm run bench -- captions              from a file of captions to its words
  npm run bench -- archive [SIZE …]      large archives, of ${SIZES.join(', ')} passages by default`;

await run(
  program({ usage: USAGE, faultStatus: 1 }, async ([what, ...rest]) => {
    if (what !== undefined && !['discord', 'stall', 'grow', 'start', 'captions', 'archive'].includes(what))
      throw new UsageError(`There is no bench "${what}".`);
    if (what !== 'archive' && rest.length > 0) throw new UsageError('Only archives have sizes.');
    const sizes = rest.map((size) => wholeNumber('SIZE', size, MOST_PASSAGES));
    const leave = takeOwnSurroundings();
    try {
      if (what === undefined || what === 'discord') await benchDiscord();
      if (what === undefined || what === 'stall') await benchStall();
      if (what === undefined || what === 'grow') await benchGrow();
      if (what === undefined || what === 'start') await benchStart();
      if (what === undefined || what === 'captions') await benchCaptions();
      if (what === undefined || what === 'archive') await benchArchive(sizes.length > 0 ? sizes : SIZES);
    } finally {
      leave();
    }
    return 0;
  }),
);
