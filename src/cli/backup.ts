import { readConfig } from '../config.ts';
import { runProgram } from '../program.ts';

/** Copies what is remembered to a new file, while the bot runs. */
async function main(): Promise<number> {
  const [target, ...rest] = process.argv.slice(2);
  if (target === undefined || target.startsWith('-') || rest.length > 0) {
    console.error('Give the file to write: npm run backup -- FILE');
    return 2;
  }
  const { backUp } = await import('../store/backup.ts');
  backUp(readConfig().DATA_DIR, target);
  console.log(`The database was copied to ${target}.`);
  return 0;
}

await runProgram(main, 1);
