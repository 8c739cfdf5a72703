import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { commands } from '../../commands/index.ts';
import { wholeNumber } from '../../src/arguments.ts';
import { MOST_USES } from '../../src/bot/flood-guard.ts';
import { register } from '../../src/bot/registration.ts';
import { checkConfig } from '../../src/config.ts';
import { en } from '../../src/messages/en.ts';
import { program, run } from '../../src/program.ts';
import { managerPermissions } from '../discord/permissions.ts';
import { type StandIn, startStandIn, visibleText } from '../discord/stand-in.ts';
import { takeOwnSurroundings } from '../surroundings.ts';
import { type BotProcess, startBot } from './bot.ts';
import { act, type Person } from './people.ts';
import type { Usage } from './usage.ts';

/** Discord's time for a first word. */
const LATE_MS = 3000;
/** Before anything is measured, at a quarter of the rate: code is compiled and caches fill. */
const WARM_UP_SECONDS = 20;
/** Each of the people does something every two and a half seconds. */
const PEOPLE_PER_RATE = 2.5;
/** The interactions a second with which one person floods the bot in the second half, on top of what the others do. */
const FLOOD_RATE = 50;
const DIGESTS = 2;
/** The time after which connections that a rush opened are closed again; until then they take memory. */
const SETTLING_MS = 8000;
/** Between that and measuring. */
const RUN_UP_SECONDS = 5;
/** How much what is in use may grow, in bytes: what compiled code and a few late caches take. */
const GROWTH = 8 * 2 ** 20;
const MINUTE = 60_000;
/** The most seconds, interactions a second, or servers. */
const MOST = 3600;

/** What came of many interactions. */
interface Tally {
  /** In milliseconds. */
  times: number[];
  failed: string[];
  slowed: number;
}

const tally = (): Tally => ({ times: [], failed: [], slowed: 0 });
const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MB`;
const percentile = (times: readonly number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.min(Math.floor(times.length * share), times.length - 1)] ?? 0;

const tooFast = en['failure.too-fast'].other.split('{')[0] ?? '';
const unexpected = en['failure.unexpected'];

/** Does something `rate` times a second, whether or not what was done before is over; resolves when all of it is. */
async function pace(seconds: number, rate: number, doing: (at: number) => Promise<void>): Promise<void> {
  const start = performance.now();
  const running: Promise<void>[] = [];
  for (let at = 0; at < seconds * rate; ) {
    const due = Math.min((performance.now() - start) / 1000, seconds) * rate;
    for (; at < due; at++) running.push(doing(at));
    await sleep(2);
  }
  await Promise.all(running);
}

/** Lets a person do something and counts what came of it. */
async function count(standIn: StandIn, person: Person, at: number, into: Tally): Promise<void> {
  try {
    const { ms, message } = await act(standIn, person, at);
    into.times.push(ms);
    const text = message ? visibleText(message) : '';
    if (text.includes(tooFast)) into.slowed += 1;
    else if (text.includes(unexpected)) into.failed.push(text);
  } catch (error) {
    into.failed.push(error instanceof Error ? error.message : String(error));
  }
}

/** Sets up the digests through the bot, to be posted at a time of the day. */
async function setUpDigests(standIn: StandIn, people: readonly Person[], at: Date): Promise<void> {
  for (const { user, guild } of people.slice(0, DIGESTS)) {
    const reply = await standIn
      .invoke({
        command: 'digest start',
        options: {
          channel: guild.channels[0]?.id ?? '',
          time: at.toISOString().slice(11, 16),
          timezone: 'UTC',
        },
        user,
        guild,
        memberPermissions: managerPermissions,
      })
      .reply();
    if (!visibleText(reply).includes('UTC')) throw new Error(`No digest was set up: ${visibleText(reply)}`);
  }
}

interface Measured {
  firstHalf: Tally;
  secondHalf: Tally;
  flooder: Tally;
  before: Usage;
  after: Usage;
  rss: number[];
  /** How long this process, which plays Discord, at most kept a request waiting, in milliseconds. */
  ownDelay: number;
}

async function measure(
  standIn: StandIn,
  bot: BotProcess,
  people: readonly Person[],
  { seconds, rate }: { seconds: number; rate: number },
): Promise<Measured> {
  await sleep(SETTLING_MS);
  const before = await bot.usage('settled');
  const [firstHalf, secondHalf, flooder] = [tally(), tally(), tally()];
  const everybody = (time: number, often: number, into: Tally) =>
    pace(time, often, (at) => count(standIn, people[at % people.length] as Person, at, into));
  // Throwing away what nobody needs throws compiled code away too.
  await everybody(RUN_UP_SECONDS, rate / 4, tally());
  const rss: number[] = [];
  const delay = monitorEventLoopDelay();
  delay.enable();
  const sampling = setInterval(() => void bot.usage().then(({ rss: held }) => rss.push(held)), 1000);
  await everybody(seconds / 2, rate, firstHalf);
  const [{ guild }] = people as [Person];
  const flooding: Person = { user: standIn.addUser({ name: 'Flood' }), guild, answer: null };
  await Promise.all([
    everybody(seconds / 2, rate, secondHalf),
    pace(seconds / 2, FLOOD_RATE, (at) => count(standIn, flooding, at, flooder)),
  ]);
  clearInterval(sampling);
  const ownDelay = delay.max / 1e6;
  await sleep(SETTLING_MS);
  return { firstHalf, secondHalf, flooder, before, after: await bot.usage('settled'), rss, ownDelay };
}

/** Prints what was measured; the figures that are not as they should be. */
function report({ firstHalf, secondHalf, flooder, before, after, rss, ownDelay }: Measured): string[] {
  const others = [firstHalf, secondHalf];
  const failed = others.flatMap((each) => each.failed);
  const times = others.flatMap((each) => each.times);
  const late = [...times, ...flooder.times].filter((time) => time > LATE_MS).length;
  const slowed = others.reduce((sum, each) => sum + each.slowed, 0);
  const line = (name: string, { times: some }: Tally) =>
    console.log(
      `  ${name.padEnd(34)} ${some.length}: p50 ${percentile(some, 0.5).toFixed(0)} ms, p99 ${percentile(some, 0.99).toFixed(0)} ms, longest ${percentile(some, 1).toFixed(0)} ms`,
    );
  line('answered, nobody flooding', firstHalf);
  line('answered, one person flooding', secondHalf);
  line('the flood', flooder);
  console.log(
    `  failed ${failed.length}, late (${LATE_MS} ms) ${late}, slowed though they did not flood ${slowed}`,
  );
  console.log(`  of the flood ${flooder.slowed} slowed, ${flooder.failed.length} failed`);
  const cpu = after.cpuMs - before.cpuMs;
  console.log(
    `  processor time of the bot ${(cpu / (times.length + flooder.times.length)).toFixed(1)} ms each; this process, which plays Discord, was late itself by at most ${ownDelay.toFixed(0)} ms`,
  );
  const [first, last] = [rss.slice(0, rss.length / 3), rss.slice(-rss.length / 3)];
  console.log(
    `  memory in use ${megabytes(before.heapUsed)} before, ${megabytes(after.heapUsed)} after; of the system at most ${megabytes(Math.max(...first))} in the first third, ${megabytes(Math.max(...last))} in the last`,
  );
  return [
    ...(failed.length > 0 ? [`${failed.length} failed, the first: ${failed[0]}`] : []),
    ...(late > 0 ? [`${late} were late`] : []),
    ...(slowed > 0 ? [`${slowed} were slowed that did not flood`] : []),
    ...(flooder.failed.length > 0 ? [`of the flood failed: ${flooder.failed[0]}`] : []),
    ...(flooder.slowed === 0 && flooder.times.length > MOST_USES ? ['the flood was not slowed'] : []),
    ...(after.heapUsed - before.heapUsed > GROWTH ? ['memory in use grew'] : []),
  ];
}

/** What the bot is put under: for how long, by how many interactions a second, in how many servers. */
interface Load {
  seconds: number;
  rate: number;
  servers: number;
}

/** Puts a bot under load, prints what was measured, and says what was not as it should be. */
async function underLoad(
  standIn: StandIn,
  bot: BotProcess,
  people: readonly Person[],
  { seconds, rate, servers }: Load,
): Promise<string[]> {
  await standIn.until(() => standIn.gateway.sessions[0], 'the bot to connect');
  const idle = await bot.usage('settled');
  console.log(
    `${rate} interactions a second of ${people.length} people in ${servers} servers, for ${seconds} s after ${WARM_UP_SECONDS} s of warming up:`,
  );
  console.log(`  idle: memory in use ${megabytes(idle.heapUsed)}, of the system ${megabytes(idle.rss)}`);
  // The digests are due at a full minute, in the middle of what is measured.
  const before = (WARM_UP_SECONDS + RUN_UP_SECONDS + seconds / 2) * 1000 + SETTLING_MS;
  const due = new Date(Math.ceil((Date.now() + before + 2000) / MINUTE) * MINUTE);
  await setUpDigests(standIn, people, due);
  await sleep(due.getTime() - before - Date.now());
  await pace(WARM_UP_SECONDS, rate / 4, (at) =>
    count(standIn, people[at % people.length] as Person, at, tally()),
  );
  const faults = report(await measure(standIn, bot, people, { seconds, rate }));
  const posts = standIn.sentByBot.filter(
    ({ interaction, sentAt }) => !interaction && sentAt >= due.getTime(),
  );
  const lateness = posts.map(({ sentAt }) => sentAt - due.getTime());
  console.log(
    `  digests posted ${posts.length} of ${DIGESTS}, at most ${Math.max(...lateness)} ms after they were due`,
  );
  if (posts.length !== DIGESTS || Math.max(...lateness) > LATE_MS)
    faults.push('the digests were not posted in time');
  const status = await bot.end();
  if (status !== 0) faults.push(`the bot left with status ${status}`);
  const complaints = bot
    .log()
    .split('\n')
    .filter((line) => /"level":[456]0|^[^{]/.test(line));
  if (complaints.length > 0) faults.push(`its log complains ${complaints.length} times: ${complaints[0]}`);
  return faults;
}

const USAGE = `Usage:
  npm run load -- [--seconds 1-${MOST}] [--rate 1-${MOST}] [--servers 1-${MOST}]
Exit status: 0 all is well, 1 something is not as it should be, 2 bad usage.`;

function readArguments(args: readonly string[]): Load {
  const { values } = parseArgs({
    args,
    options: {
      seconds: { type: 'string', default: '60' },
      rate: { type: 'string', default: '200' },
      servers: { type: 'string', default: '50' },
    },
  });
  return {
    seconds: wholeNumber('--seconds', values.seconds, MOST),
    rate: wholeNumber('--rate', values.rate, MOST),
    servers: wholeNumber('--servers', values.servers, MOST),
  };
}

/** Puts the built bot under load over loopback and says what became of it. */
const main = program({ usage: USAGE, faultStatus: 1 }, async (args) => {
  const load = readArguments(args);
  const { rate, servers } = load;
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-load-'));
  const leave = takeOwnSurroundings();
  const standIn = await startStandIn({ patienceMs: 10_000 });
  const guilds = Array.from({ length: servers }, (_, at) => standIn.addGuild({ name: `Server ${at}` }));
  const people = Array.from({ length: Math.max(Math.ceil(rate * PEOPLE_PER_RATE), servers) }, (_, at) => ({
    user: standIn.addUser({ name: `Person ${at}` }),
    guild: guilds[at % servers] as Person['guild'],
    answer: null,
  }));
  await register(commands, checkConfig({ DISCORD_TOKEN: standIn.token, DISCORD_API_URL: standIn.api }));
  const bot = startBot(standIn, folder);
  try {
    const faults = await underLoad(standIn, bot, people, load);
    for (const fault of faults) console.log(`  NOT as it should be: ${fault}`);
    return faults.length === 0 ? 0 : 1;
  } finally {
    await bot.end();
    await standIn.close();
    rmSync(folder, { recursive: true, force: true });
    leave();
  }
});

await run(main);
