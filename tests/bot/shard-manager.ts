import { runShards } from '../../src/bot/shards.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';

// Runs two shards of the built bot as main.ts does, but without the seconds between their starts that Discord asks for.
const config = readConfig(process.env, () => {});
const asked = new Promise<string>((resolve) => process.once('SIGTERM', () => resolve('SIGTERM')));
process.exitCode = await runShards('dist/src/main.js', 2, config, createLog(config.LOG_LEVEL), asked, 0);
