import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { ask } from '../../commands/ask.ts';
import { endQuietlyWithoutReader, runProgram, start } from '../program.ts';
import { renderJson } from '../render/json.ts';
import { renderTerminal } from '../render/terminal.ts';
import { answerLines, MAX_EXCERPTS } from './batch.ts';
import { terminalLocale } from './locale.ts';

const USAGE = `Usage:
  npm run ask -- "question" [--speaker NAME] [--seminar ID] [--limit 1-${MAX_EXCERPTS}] [--json]
  npm run --silent ask -- --jsonl < questions.jsonl
Exit status: 0 answered, 1 the transcript does not answer, 2 bad usage.`;

const ANSWERED = 0;
const REFUSED = 1;
const BAD_USAGE = 2;

async function main(): Promise<number> {
  const options = readArguments();
  if (typeof options === 'string') return badUsage(options);
  const { context } = await start();
  if (options.jsonl) {
    for await (const line of answerLines(process.stdin, context)) {
      if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
    }
    return ANSWERED;
  }
  const { question, speaker, seminar, limit, json } = options;
  const reply = await ask({ question, speaker, seminar, limit }, context);
  const locale = terminalLocale(question);
  if (json) console.log(JSON.stringify(renderJson(reply, locale)));
  else if (reply.outcome === 'failed') console.error(renderTerminal(reply, { locale, colour: false }));
  else console.log(renderTerminal(reply, { locale, colour: process.stdout.hasColors?.() ?? false }));
  return { answered: ANSWERED, shown: ANSWERED, refused: REFUSED, failed: BAD_USAGE }[reply.outcome];
}

/** The options, or what is wrong with them. */
function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        speaker: { type: 'string' },
        seminar: { type: 'string' },
        limit: { type: 'string' },
        json: { type: 'boolean', default: false },
        jsonl: { type: 'boolean', default: false },
      },
    });
    const limit = values.limit === undefined ? undefined : Number(values.limit);
    if (limit !== undefined && !(Number.isInteger(limit) && limit >= 1 && limit <= MAX_EXCERPTS)) {
      return `--limit is "${values.limit}" and must be a whole number from 1 to ${MAX_EXCERPTS}.`;
    }
    if (!values.jsonl && positionals.length === 0) return 'There is no question.';
    return { ...values, limit, question: positionals.join(' ') };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function badUsage(what: string): number {
  console.error(`${what}\n${USAGE}`);
  return BAD_USAGE;
}

endQuietlyWithoutReader(process.stdout, BAD_USAGE);
await runProgram(main, BAD_USAGE);
