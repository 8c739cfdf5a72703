import './node-version.js';
import { chat } from './cli/chat.ts';
import { type Config, readConfig, tokenMissing } from './config.ts';
import { watchCorpus } from './corpus/watch.ts';
import { askedToEnd, atMost, endSoon, npmIsGone } from './ending.ts';
import { createLog } from './log.ts';
import { type LoadLibrary, print, program, run, start, type Terminal } from './program.ts';
import { correctionsIn } from './store/corrections.ts';
import { digestsIn } from './store/digests.ts';
import { storeIn } from './store/store.ts';
import { whyUnwritable } from './store/writable.ts';

type Log = ReturnType<typeof createLog>;

/** How long a connection that is being made may take once the bot is asked to end, in milliseconds: made, it is closed in order. */
const CONNECT_MS = 1000;

/** Starts Rostrum: on Discord if there is a token, else as a chat in the terminal. */
const main = program({ faultStatus: 1 }, async (_, terminal, load) => {
  const warnings: string[] = [];
  const config = readConfig(terminal.env, (line) => warnings.push(line));
  const isService = terminal.env.NODE_ENV === 'production' && !terminal.stdin.isTTY;
  if (!config.DISCORD_TOKEN && isService)
    throw tokenMissing('Set it in the environment or in .env; a chat without it needs a terminal.', warnings);
  const log = createLog(config.LOG_LEVEL);
  for (const warning of warnings) log.warn(warning);
  if (!config.DISCORD_TOKEN) return converse(config, log, terminal, load);
  warnOfDataFolder(config, log);
  try {
    return await serve(config, log, load, askedToEnd());
  } finally {
    endSoon();
  }
});

/** The chat in the terminal. */
async function converse(config: Config, log: Log, terminal: Terminal, load: LoadLibrary): Promise<number> {
  const { context, snapshots } = await start(config, load, (line) => log.warn(line));
  const tell = (line: string) => print(terminal.stderr, line);
  watchCorpus(config.CORPUS_DIR, context, { info: tell, error: tell }, { snapshots });
  // What is typed would still be waited for.
  void npmIsGone().then(() => process.exit(0));
  await chat(context, terminal);
  return 0;
}

/** The bot on Discord, until it is asked to end or has lost the connection for good. */
async function serve(config: Config, log: Log, load: LoadLibrary, asked: Promise<string>): Promise<number> {
  if (config.SHARDS !== 1) {
    const { runShards, shardCount } = await import('./bot/shards.ts');
    const count = await unlessAsked(shardCount(config, log), asked, log);
    if (count > 1) return runShards(import.meta.filename, count, config, log, asked);
  }
  const starting = start(config, load, (line) => log.warn(line));
  const { context: started, snapshots } = await unlessAsked(starting, asked, log);
  // Loaded only here: discord.js takes longer to load than a question takes to answer.
  const { connect } = await import('./bot/client.ts');
  const { lockIn } = await import('./store/lock.ts');
  const { LONGEST_SLEEP, WAITS } = await import('./digest/scheduler.ts');
  const store = storeIn(config.DATA_DIR, { report: (line) => log.error(line) });
  const now = () => new Date();
  const corrections = { ...correctionsIn(store), now };
  const timing = { catchUp: config.DIGEST_CATCH_UP, longestSleep: LONGEST_SLEEP, waits: WAITS };
  const digests = { store: digestsIn(store), now, steady: () => performance.now(), timing };
  // One object for the watch and the bot: the watch replaces the library in it.
  const context = { ...started, corrections };
  watchCorpus(config.CORPUS_DIR, context, log, { snapshots });
  const connecting = connect(config, context, log, digests, { lock: lockIn(config.DATA_DIR) });
  const bot = await unlessAsked(connecting, asked, log, CONNECT_MS);
  const ended = await Promise.race([asked, bot.lost]);
  if (typeof ended === 'string') log.info(`${ended}; leaving Discord.`);
  await bot.stop();
  store.close();
  if (ended instanceof Error) throw ended;
  return 0;
}

/**
 * The result of some work that the start needs; if the bot is asked to end first, it does so. Nothing waits to be finished
 * then, and what was begun is resumed at the next start.
 * @param graceMs how long the work may still take then, in milliseconds
 */
async function unlessAsked<T>(work: Promise<T>, asked: Promise<string>, log: Log, graceMs = 0): Promise<T> {
  const leave = async () => {
    const why = await asked;
    await atMost(graceMs, work).catch(() => undefined);
    return why;
  };
  const first = await Promise.race([work.then((result) => ({ result })), leave()]).catch(async (error) => {
    // Whoever has asked the bot to end need not know that it could not have started.
    const why = await Promise.race([asked, undefined]);
    if (why === undefined) throw error;
    return why;
  });
  if (typeof first === 'object') return first.result;
  log.info(`${first}; the start is given up.`);
  process.exit(0);
}

/** Says before anybody sets up a digest that it could not be kept. Of several shards, the first process says it. */
function warnOfDataFolder({ DATA_DIR }: Config, log: Log): void {
  if (process.env.SHARDING_MANAGER) return;
  const why = whyUnwritable(DATA_DIR);
  if (why === undefined) return;
  log.warn(
    `Nothing can be stored in ${DATA_DIR} (${why}): questions are answered, but digests and reports of a wrong speaker are not kept. Set DATA_DIR to a folder that Rostrum may write to.`,
  );
}

await run(main);
