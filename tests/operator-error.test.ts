import { expect, it } from 'vitest';
import { UsageError } from '../src/arguments.ts';
import { BotError } from '../src/bot/startup-error.ts';
import { ConfigError } from '../src/config.ts';
import { CorpusError } from '../src/corpus/read.ts';
import { OperatorError } from '../src/operator-error.ts';
import { StoreError } from '../src/store/store-error.ts';

it.each([
  ['ConfigError', new ConfigError('Set X.'), 'Set X.'],
  ['StoreError', new StoreError('Set X.', { cause: 1 }), 'Set X.'],
  ['UsageError', new UsageError('Set X.'), 'Set X.'],
  ['BotError', new BotError('Set X.'), 'Set X.'],
  [
    'CorpusError',
    new CorpusError([{ file: 'a.md', line: 3, kind: 'text-missing', values: {} }]),
    'a.md:3: The segment has no text. Copy its words from the source below the heading.',
  ],
])('%s ends a program with its message and keeps its own name', (name, error, message) => {
  expect(error).toBeInstanceOf(OperatorError);
  expect(error.name).toBe(name);
  expect(error.message).toBe(message);
});
