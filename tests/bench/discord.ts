import type { Command } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { loadLibrary } from '../../src/library.ts';
import { startBotWorld } from '../bot/bot-world.ts';
import type { Guild, StandIn, User } from '../discord/stand-in.ts';
import { contextOf } from '../fixtures.ts';

/** How many commands are measured, one after the other. */
const COMMANDS = 500;
/** The first ones compile code and open connections. */
const WARM_UP = 50;

/** A handler that does nothing: what the client, the connection and the stand-in cost by themselves. */
const nothing: Command = {
  name: 'nothing',
  localName: 'command.help.name',
  description: 'command.help.description',
  options: [],
  run: () => ({ outcome: 'shown', blocks: [{ kind: 'text', message: { key: 'help.heading' } }] }),
};

const QUESTIONS = [
  'How long did it take the US to build its chip industry?',
  '“小院高墙”是基于哪两个误解?',
  '中國的AI晶片企業為什麼很難出口晶片?',
  'What does Miller think about inference?',
  'Who won the Oscar for best picture?',
];

/** Prints how long it takes from a command to its callback over loopback, beside a handler that does nothing. */
export async function benchDiscord(): Promise<void> {
  const library = await loadLibrary('corpus');
  const world = await startBotWorld({ context: { ...contextOf(library), commands: [...commands, nothing] } });
  const guild = world.standIn.addGuild();
  const user = world.standIn.addUser({ name: 'Ada' });
  const place = { standIn: world.standIn, guild, user };
  const idle = await callbackTimes(place, () => ({ command: 'nothing', options: {} }));
  const asked = await callbackTimes(place, (at) => ({
    command: 'ask',
    options: { question: QUESTIONS[at % QUESTIONS.length] ?? '' },
  }));
  await world.close();
  console.log(`Command to callback over loopback, ${COMMANDS} each, one after the other:`);
  console.log(`  a handler that does nothing: ${describe(idle)}`);
  console.log(`  /ask on the shipped corpus:  ${describe(asked)}`);
  console.log(
    `  ratio at p99: ${(percentile(asked, 0.99) / percentile(idle, 0.99)).toFixed(1)} (at most 10)`,
  );
}

async function callbackTimes(
  { standIn, guild, user }: { standIn: StandIn; guild: Guild; user: User },
  invocation: (at: number) => { command: string; options: Record<string, string> },
): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < COMMANDS + WARM_UP; at++) {
    const start = performance.now();
    await standIn.invoke({ ...invocation(at), guild, user }).acknowledged();
    if (at >= WARM_UP) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b);
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}

function describe(sorted: readonly number[]): string {
  return `p50 ${percentile(sorted, 0.5).toFixed(2)} ms, p99 ${percentile(sorted, 0.99).toFixed(2)} ms`;
}
