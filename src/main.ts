import { chat } from './cli/chat.ts';
import { endQuietlyWithoutReader, runProgram, start } from './cli/start.ts';
import { createLog } from './log.ts';
import { correctionsIn } from './store/corrections.ts';
import { digestsIn } from './store/digests.ts';
import { storeIn } from './store/store.ts';

/** Starts Rostrum: on Discord where there is a token, else as a chat in the terminal. */
async function main(): Promise<number> {
  const { config, context } = await start();
  if (!config.DISCORD_TOKEN) {
    endQuietlyWithoutReader(process.stdout, 1);
    await chat(context, { input: process.stdin, output: process.stdout });
    return 0;
  }
  const log = createLog(config.LOG_LEVEL);
  // Loaded only here: discord.js takes longer to load than a question takes to answer.
  const { connect } = await import('./bot/client.ts');
  const { LONGEST_SLEEP, WAITS } = await import('./bot/scheduler.ts');
  const store = storeIn(config.DATA_DIR);
  const now = () => new Date();
  const corrections = { ...correctionsIn(store), now };
  const timing = { catchUp: config.DIGEST_CATCH_UP, longestSleep: LONGEST_SLEEP, waits: WAITS };
  const digests = { store: digestsIn(store), now, timing };
  // Asked for before the connection: questions are answered, and posts sent, before all of the start is done. A second
  // signal ends the process at once.
  const signalled = new Promise<string>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => resolve(name));
  });
  const bot = await connect(config, { ...context, corrections }, log, digests);
  const signal = await signalled;
  log.info(`Received ${signal}; leaving Discord.`);
  await bot.stop();
  store.close();
  return 0;
}

await runProgram(main, 1);
