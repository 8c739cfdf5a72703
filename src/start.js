import './node-version.js';
import { spawnSync } from 'node:child_process';

// What `npm start` runs: the build, then the bot, in one process. In a script `build && bot` the shell would stand
// between npm and the bot, and a signal to npm would end the shell alone. `prestart` would not do either: npm leaves it out
// where ignore-scripts is set.

const { npm_execpath: npm } = process.env;
const [program, ...args] = npm === undefined ? ['npm'] : [process.execPath, npm];
const build = spawnSync(program, [...args, 'run', '--silent', 'build'], { stdio: 'inherit' });
if (build.status === 0) await import(new URL('../dist/src/main.js', import.meta.url).href);
else process.exitCode = 1;
