import { chat } from './cli/chat.ts';
import { runProgram, start } from './cli/start.ts';

/** Starts Rostrum: a chat in the terminal. */
async function main(): Promise<number> {
  const { context } = await start();
  await chat(context, { input: process.stdin, output: process.stdout });
  return 0;
}

await runProgram(main, 1);
