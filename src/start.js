import './node-version.js';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startedBy } from './started-by.js';

// What `npm start` runs: the build, then the bot, in one process. In a script `build && bot` the shell would stand
// between npm and the bot, and a signal to npm would end the shell alone, or nobody; so the script has the shell give its
// place up with `exec`. What follows `||` is for Windows, which does not know that word. `prestart` would not do either: npm
// leaves it out where ignore-scripts is set.

// Seen now: npm may end while the build runs, and the bot would take whoever is there then for npm. It reads this once.
process.env.ROSTRUM_STARTED_BY = startedBy();

const build = fileURLToPath(new URL('tools/build.js', import.meta.url));
const { status } = spawnSync(process.execPath, [build], { stdio: 'inherit' });
if (status === 0) await import(new URL('../dist/src/main.js', import.meta.url).href);
else process.exitCode = 1;
