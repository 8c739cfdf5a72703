import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests that take minutes: `npm test` leaves them out, `npm run test:long` runs them. */
const LONG = ['**/*.long.test.ts'];

/** Tests that need a process of their own, because they start others or change what all modules share. */
const ISOLATED = [
  // Start the bot or other programs, which would compete with whatever else the process does.
  '**/bot/ending.test.ts',
  '**/bot/npm-start.test.ts',
  '**/bot/process.test.ts',
  '**/bot/second-bot.test.ts',
  '**/bot/proxy-process.test.ts',
  '**/store/digests.test.ts',
  // Replace parts of the language: the segmenter, the reader of YAML, RegExp.
  '**/linear.test.ts',
  '**/regexps.test.ts',
];

export default defineConfig({
  test: {
    dir: 'tests',
    globalSetup: 'tests/surroundings.ts',
    // Many tests wait for timers, connections and processes: one worker more than there are cores keeps them busy.
    maxWorkers: availableParallelism() + 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        // A worker loads each module once for all its files, and reads the corpus once.
        test: { name: 'fast', pool: 'threads', isolate: false, exclude: [...ISOLATED, ...LONG] },
      },
      // After the fast ones: if they took turns, a worker would load all modules anew at each turn.
      { extends: true, test: { name: 'isolated', include: ISOLATED, sequence: { groupOrder: 1 } } },
      { extends: true, test: { name: 'long', include: LONG } },
    ],
  },
});
