import { parseArgs } from 'node:util';
import type { Context } from '../../commands/command.ts';
import { seminarCalled, speakerCalled } from '../../commands/shared/choose.ts';
import { type DigestContent, MOST_EXCERPTS, UNNAMED } from '../core/digest/digest.ts';
import { eligiblePassages, orderOf, passagesOfDate, seedOf } from '../core/digest/selection.ts';
import { addDays, isDate } from '../core/language/dates.ts';
import { LOCALES, type Locale } from '../core/language/locale.ts';
import { digestPost } from '../digest/post.ts';
import { endQuietlyWithoutReader, runProgram, start } from '../program.ts';
import { excerptJson } from '../render/json.ts';
import { renderTerminal } from '../render/terminal.ts';
import { excerptsOf, failure, type Reply } from '../reply/reply.ts';
import { terminalLocale } from './locale.ts';

/** Ten years; a round through any transcript is shorter. */
const MOST_DAYS = 3660;

const USAGE = `Usage:
  npm run digest -- [--seminar ID] [--date YYYY-MM-DD] [--days 1-${MOST_DAYS}] [--excerpts 1-${MOST_EXCERPTS}]
                    [--speaker NAME] [--topic WORDS] [--language ${LOCALES.join('|')}] [--json]
Prints what a digest that posts every day would show. Exit status: 0 shown, 1 no passage fits, 2 bad usage.`;

const SHOWN = 0;
const NOTHING = 1;
const BAD_USAGE = 2;

interface Options {
  content: DigestContent;
  date: string;
  days: number;
  locale: Locale;
  json: boolean;
}

async function main(): Promise<number> {
  const options = readArguments();
  if (typeof options === 'string') return badUsage(options);
  const { context } = await start();
  const { date, days, locale, json } = options;
  const content = checked(options.content, context);
  if ('outcome' in content) return badUsage(renderTerminal(content, { locale, colour: false }));
  const pool = eligiblePassages(context.library, content);
  if (pool.length === 0) {
    console.error(renderTerminal(failure({ key: 'failure.digest-empty' }), { locale, colour: false }));
    return NOTHING;
  }
  const order = orderOf(content, seedOf(content, context.library));
  for (let day = 0; day < days; day++) {
    const shown = addDays(date, day);
    const passages = passagesOfDate(pool, order, shown);
    const post = digestPost({ passages, date: shown, language: locale, mark: null }, context.library);
    if (json) {
      const excerpts = excerptsOf(post).map((excerpt) => excerptJson(excerpt, locale));
      console.log(JSON.stringify({ date: shown, excerpts }));
    } else {
      const colour = process.stdout.hasColors?.() ?? false;
      console.log(`${day > 0 ? '\n' : ''}${renderTerminal(post, { locale, colour })}`);
    }
  }
  return SHOWN;
}

/** The content with the canonical name of its speaker, or what is wrong with it. */
function checked(content: DigestContent, { library }: Context): DigestContent | Reply {
  if (content.seminar !== null) {
    const found = seminarCalled(content.seminar, library.transcripts);
    if ('outcome' in found) return found;
  }
  if (content.speaker === null || content.speaker === UNNAMED) return content;
  const speaker = speakerCalled(content.speaker, library.speakers);
  return 'outcome' in speaker ? speaker : { ...content, speaker: speaker.name };
}

/** The options, or what is wrong with them. */
function readArguments(): Options | string {
  try {
    const { values } = parseArgs({
      options: {
        seminar: { type: 'string' },
        date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
        days: { type: 'string', default: '1' },
        excerpts: { type: 'string', default: '1' },
        speaker: { type: 'string' },
        topic: { type: 'string' },
        language: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    if (!isDate(values.date)) return `--date is "${values.date}" and must be a date such as 2026-03-09.`;
    const days = numberIn(values.days, MOST_DAYS);
    if (days === null) return `--days is "${values.days}" and must be a whole number from 1 to ${MOST_DAYS}.`;
    const excerpts = numberIn(values.excerpts, MOST_EXCERPTS);
    if (excerpts === null)
      return `--excerpts is "${values.excerpts}" and must be a whole number from 1 to ${MOST_EXCERPTS}.`;
    const language = LOCALES.find((each) => each === values.language);
    if (values.language !== undefined && !language)
      return `--language is "${values.language}" and must be one of ${LOCALES.join(', ')}.`;
    const { seminar = null, speaker = null, topic = null, date, json } = values;
    const content = { excerpts, seminar, speaker, topic };
    return { content, date, days, json, locale: language ?? terminalLocale('') };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A whole number from 1 to `most`, or null. */
function numberIn(text: string, most: number): number | null {
  const number = /^\d+$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : null;
}

function badUsage(what: string): number {
  console.error(`${what}\n${USAGE}`);
  return BAD_USAGE;
}

endQuietlyWithoutReader(process.stdout, BAD_USAGE);
await runProgram(main, BAD_USAGE);
