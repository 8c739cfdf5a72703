import { chat } from './cli/chat.ts';
import { endQuietlyWithoutReader, runProgram, start } from './cli/start.ts';
import { watchCorpus } from './corpus-watch.ts';
import { createLog } from './log.ts';
import { correctionsIn } from './store/corrections.ts';

/** Starts Rostrum: on Discord where there is a token, else as a chat in the terminal. */
async function main(): Promise<number> {
  const { config, context: started } = await start();
  if (!config.DISCORD_TOKEN) {
    endQuietlyWithoutReader(process.stdout, 1);
    watchCorpus(config.CORPUS_DIR, started, { info: console.error, error: console.error });
    await chat(started, { input: process.stdin, output: process.stdout });
    return 0;
  }
  const log = createLog(config.LOG_LEVEL);
  // Loaded only here: discord.js takes longer to load than a question takes to answer.
  const { connect } = await import('./bot/client.ts');
  const store = correctionsIn(config.DATA_DIR);
  const corrections = { ...store, now: () => new Date() };
  // One object for the watch and the bot: the watch replaces the library in it.
  const context = { ...started, corrections };
  watchCorpus(config.CORPUS_DIR, context, log);
  const bot = await connect(config, context, log);
  const signal = await new Promise<string>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => resolve(name));
  });
  log.info(`Received ${signal}; leaving Discord.`);
  await bot.stop();
  store.close();
  return 0;
}

await runProgram(main, 1);
