import type { Command } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { startBotWorld } from '../bot/bot-world.ts';
import { everyComponent } from '../discord/components.ts';
import type { Conversation } from '../discord/stand-in.ts';
import { contextOf, corpus } from '../fixtures.ts';

/** How many of each are measured, one after the other. */
const TIMES = 500;
/** The first ones compile code and open connections. */
const WARM_UP = 50;

/** A handler that does nothing, to measure what the client, the connection and the stand-in cost by themselves. */
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

/** Something that people do in Discord, and the bot answers with a callback. */
type Doing = (at: number) => Conversation | Promise<Conversation>;

/** Prints how long it takes from a command or a button to its callback over loopback, next to a handler that does nothing. */
export async function benchDiscord(): Promise<void> {
  const library = await corpus();
  const world = await startBotWorld({ context: { ...contextOf(library), commands: [...commands, nothing] } });
  const guild = world.standIn.addGuild();
  const user = world.standIn.addUser({ name: 'Ada' });
  const invoke = (command: string, options: Record<string, string | boolean> = {}) =>
    world.standIn.invoke({ command, options, guild, user });
  const question = (at: number) => QUESTIONS[at % QUESTIONS.length] ?? '';
  /** Presses a button under a fresh message; only the press is measured. */
  const press = (make: (at: number) => Conversation, button: string): Doing => {
    return async (at) => {
      const message = await make(at).reply();
      const ids = everyComponent(message.components).flatMap(({ component }) => component.custom_id ?? []);
      const customId = ids.find((id) => id.startsWith(`${button}:`));
      if (customId === undefined) throw new Error(`There is no button "${button}".`);
      return world.standIn.click({ message, customId, guild, user });
    };
  };
  const answered = () => invoke('ask', { question: 'export controls on AI chips to China', private: true });

  const idle = await callbackTimes(() => invoke('nothing'));
  const asked = await callbackTimes((at) => invoke('ask', { question: question(at) }));
  console.log(`From a command or button to its callback over loopback, ${TIMES} each, one after the other:`);
  print('a handler that does nothing', idle);
  print('/ask', asked);
  console.log(
    `  /ask beside nothing, at p99: ${(percentile(asked, 0.99) / percentile(idle, 0.99)).toFixed(1)} (at most 10)`,
  );
  const doings: [string, Doing][] = [
    ['/compare', (at) => invoke('compare', { question: question(at) })],
    ['/quote', (at) => invoke('quote', { passage: `p${4 + (at % 50)}` })],
    ['/speakers', () => invoke('speakers')],
    ['/speakers speaker', () => invoke('speakers', { speaker: 'Nazak' })],
    ['/transcript', () => invoke('transcript')],
    ['/transcript from', (at) => invoke('transcript', { from: String(1 + (at % 53)) })],
    ['/about', () => invoke('about')],
    ['/help', () => invoke('help')],
    ['Context', press(answered, 'context')],
    ['More', press(answered, 'more')],
    ['Original', press(answered, 'words')],
    ['Share', press(answered, 'share')],
  ];
  for (const [name, doing] of doings) print(name, await callbackTimes(doing));
  await world.close();
}

/** The times from each doing to its callback, in milliseconds, shortest first. */
async function callbackTimes(doing: Doing): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < TIMES + WARM_UP; at++) {
    const conversation = await doing(at);
    const start = performance.now();
    await conversation.acknowledged();
    if (at >= WARM_UP) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b);
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}

function print(name: string, sorted: readonly number[]): void {
  const [middle, late] = [percentile(sorted, 0.5), percentile(sorted, 0.99)];
  console.log(`  ${name.padEnd(28)} p50 ${middle.toFixed(2)} ms, p99 ${late.toFixed(2)} ms`);
}
