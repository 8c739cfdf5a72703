import { chat } from './cli/chat.ts';
import { readConfig } from './config.ts';
import { watchCorpus } from './corpus/watch.ts';
import { createLog } from './log.ts';
import { print, program, run, start } from './program.ts';
import { correctionsIn } from './store/corrections.ts';
import { digestsIn } from './store/digests.ts';
import { storeIn } from './store/store.ts';

/** Starts Rostrum: on Discord if there is a token, else as a chat in the terminal. */
const main = program({ faultStatus: 1 }, async (_, terminal, load) => {
  const config = readConfig(terminal.env);
  const log = createLog(config.LOG_LEVEL);
  if (config.DISCORD_TOKEN && config.SHARDS !== 1) {
    const { runShards, shardCount } = await import('./bot/shards.ts');
    const count = await shardCount(config, log);
    if (count > 1) return runShards(import.meta.filename, count, config, log, askedToEnd());
  }
  const { context: started, snapshots } = await start(config, load, (line) => log.warn(line));
  if (!config.DISCORD_TOKEN) {
    const tell = (line: string) => print(terminal.stderr, line);
    watchCorpus(config.CORPUS_DIR, started, { info: tell, error: tell }, { snapshots });
    await chat(started, terminal);
    return 0;
  }
  // Loaded only here: discord.js takes longer to load than a question takes to answer.
  const { connect } = await import('./bot/client.ts');
  const { LONGEST_SLEEP, WAITS } = await import('./digest/scheduler.ts');
  const store = storeIn(config.DATA_DIR);
  const now = () => new Date();
  const corrections = { ...correctionsIn(store), now };
  const timing = { catchUp: config.DIGEST_CATCH_UP, longestSleep: LONGEST_SLEEP, waits: WAITS };
  const digests = { store: digestsIn(store), now, timing };
  // One object for the watch and the bot: the watch replaces the library in it.
  const context = { ...started, corrections };
  watchCorpus(config.CORPUS_DIR, context, log, { snapshots });
  const signalled = askedToEnd();
  const connecting = connect(config, context, log, digests);
  const ended = await Promise.race([
    connecting.then(({ lost }) => Promise.race([signalled, lost])),
    signalled,
  ]);
  if (typeof ended === 'string') log.info(`Received ${ended}; leaving Discord.`);
  const bot = await Promise.race([connecting, undefined]);
  // Still connecting: nothing waits to be finished, and what was begun is resumed at the next start.
  if (!bot) process.exit(0);
  await bot.stop();
  store.close();
  if (ended instanceof Error) throw ended;
  return 0;
});

/** What asks the process to end: a signal; or, if it is one of several shards, that the process that started it is gone. */
function askedToEnd(): Promise<string> {
  return new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(name, () => resolve(name));
    if (process.connected === false) resolve('disconnect');
  });
}

await run(main);
