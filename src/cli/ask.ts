import '../node-version.js';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { ask } from '../../commands/ask.ts';
import { UsageError, wholeNumber } from '../arguments.ts';
import { readConfig } from '../config.ts';
import { print, printAsIs, printStyled, program, runIfMain, start } from '../program.ts';
import { jsonLine, renderJson } from '../render/json.ts';
import { renderTerminal } from '../render/terminal.ts';
import type { Reply } from '../reply/reply.ts';
import { answerLines, MAX_EXCERPTS } from './batch.ts';
import { terminalLocale } from './locale.ts';

const ANSWERED = 0;
const NOT_ANSWERED = 1;
const BAD_USAGE = 2;

/** A script that goes on after 0 must not take what only comes closest for an answer. */
const STATUSES: Readonly<Record<Reply['outcome'], number>> = {
  answered: ANSWERED,
  shown: ANSWERED,
  closest: NOT_ANSWERED,
  refused: NOT_ANSWERED,
  failed: BAD_USAGE,
};

const USAGE = `Usage:
  npm run ask -- "question" [--speaker NAME] [--seminar ID] [--from DATE] [--until DATE]
                 [--limit 1-${MAX_EXCERPTS}] [--long | --json]
  npm run --silent ask -- --jsonl < questions.jsonl
--long shows whole passages, with roles, sources and, beside a translation, the original.
--from and --until take the date of a seminar: 2024-05-01, 2024-05 or 2024.
Exit status: ${ANSWERED} answered, ${NOT_ANSWERED} not answered or only perhaps, ${BAD_USAGE} bad usage.`;

/** Answers one question, or with `--jsonl` one per line of standard input. */
export const main = program({ usage: USAGE, faultStatus: BAD_USAGE }, async (args, terminal, load) => {
  const { stdin, stdout, stderr, env } = terminal;
  const { json, jsonl, long, ...asked } = readArguments(args);
  const { question } = asked;
  const warn = (line: string) => print(stderr, line);
  const { context } = await start(readConfig(env, warn), load, warn);
  if (jsonl) {
    for await (const line of answerLines(stdin, context)) {
      if (!stdout.write(`${line}\n`)) await once(stdout, 'drain');
    }
    return ANSWERED;
  }
  const reply = await ask(asked, context);
  const locale = terminalLocale(question, env);
  const style = { locale, isWhole: long };
  if (json) printAsIs(stdout, jsonLine(renderJson(reply, locale)));
  else if (reply.outcome === 'failed') print(stderr, renderTerminal(reply, { locale, colour: false }));
  else printStyled(stdout, renderTerminal(reply, { ...style, colour: stdout.hasColors?.() ?? false }));
  return STATUSES[reply.outcome];
});

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      speaker: { type: 'string' },
      seminar: { type: 'string' },
      from: { type: 'string' },
      until: { type: 'string' },
      limit: { type: 'string' },
      json: { type: 'boolean', default: false },
      long: { type: 'boolean', default: false },
      jsonl: { type: 'boolean', default: false },
    },
  });
  if (!values.jsonl && positionals.length === 0) throw new UsageError('Give a question.');
  const limit = values.limit === undefined ? undefined : wholeNumber('--limit', values.limit, MAX_EXCERPTS);
  return { ...values, limit, question: positionals.join(' ') };
}

await runIfMain(import.meta, main);
