import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { StandIn } from '../discord/stand-in.ts';
import { ownSettings } from '../surroundings.ts';
import type { Asked, Told, Usage } from './usage.ts';

/** The bot as a process of its own. */
export interface BotProcess {
  /** The memory that it uses at this moment; `settled`: after everything that nobody needs was thrown away. */
  usage(settled?: 'settled'): Promise<Usage>;
  /** Its log so far. */
  log(): string;
  /** Asks it to leave, if it has not; its exit status. */
  end(): Promise<number | null>;
}

/** Starts the built bot on a stand-in, as `npm start` does. */
export function startBot(standIn: StandIn, dataDirectory: string): BotProcess {
  const usage = new URL('usage.js', import.meta.url).href;
  const child = fork('dist/src/main.js', {
    execArgv: ['--expose-gc', '--import', usage],
    env: {
      PATH: process.env.PATH ?? '',
      ...ownSettings(),
      DISCORD_TOKEN: standIn.token,
      DISCORD_API_URL: standIn.api,
      DATA_DIR: dataDirectory,
    },
    silent: true,
  });
  let [log, questions] = ['', 0];
  child.stderr?.on('data', (chunk) => {
    log += chunk;
  });
  return {
    usage: (settled) => {
      const asked: Asked = { question: questions++, settled: settled !== undefined };
      return new Promise((resolve) => {
        const listen = ({ question, usage }: Told) => {
          if (question !== asked.question) return;
          child.off('message', listen);
          resolve(usage);
        };
        child.on('message', listen);
        child.send(asked);
      });
    },
    log: () => log,
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const gone = once(child, 'exit') as Promise<[number | null]>;
      child.kill('SIGTERM');
      return (await gone)[0];
    },
  };
}
