import '../node-version.js';
import { UsageError } from '../arguments.ts';
import { readConfig } from '../config.ts';
import { visible } from '../core/language/visible.ts';
import { print, program, runIfMain } from '../program.ts';

const USAGE = `Usage:
  npm run backup -- FILE`;

/** Copies the database to a new file, while the bot runs. */
export const main = program(
  { usage: USAGE, faultStatus: 1 },
  async ([target, ...rest], { stdout, stderr, env }) => {
    if (target === undefined || target.startsWith('-') || rest.length > 0) {
      throw new UsageError('Name the file to write.');
    }
    const { backUp } = await import('../store/backup.ts');
    const { DATA_DIR } = readConfig(env, (line) => print(stderr, line));
    backUp(DATA_DIR, target);
    print(stdout, `The database was copied to ${visible(target)}.`);
    return 0;
  },
);

await runIfMain(import.meta, main);
