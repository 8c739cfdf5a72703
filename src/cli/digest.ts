import '../node-version.js';
import { parseArgs } from 'node:util';
import type { Context } from '../../commands/command.ts';
import { nothingFits } from '../../commands/digest/settings.ts';
import { seminarCalled, speakerCalled } from '../../commands/shared/choose.ts';
import { languageCalled } from '../../commands/shared/languages.ts';
import { periodOf, within } from '../../commands/shared/scope.ts';
import { UsageError, wholeNumber } from '../arguments.ts';
import { readConfig } from '../config.ts';
import { type DigestContent, MOST_EXCERPTS, UNNAMED } from '../core/digest/digest.ts';
import { eligiblePassages, orderOf, passagesOfDate, seedOf } from '../core/digest/selection.ts';
import { addDays, isDate } from '../core/language/dates.ts';
import { LOCALES, type Locale } from '../core/language/locale.ts';
import { visible } from '../core/language/visible.ts';
import { digestPost } from '../digest/post.ts';
import { print, printAsIs, printStyled, program, runIfMain, start } from '../program.ts';
import { excerptsJson, jsonLine } from '../render/json.ts';
import { renderTerminal } from '../render/terminal.ts';
import type { Reply } from '../reply/reply.ts';
import { systemLocale } from './locale.ts';

/** Ten years; a round through any transcript is shorter. */
const MOST_DAYS = 3660;

const SHOWN = 0;
const NOTHING = 1;
const BAD_USAGE = 2;

const USAGE = `Usage:
  npm run digest -- [--seminar ID] [--from DATE] [--until DATE] [--date YYYY-MM-DD] [--days 1-${MOST_DAYS}]
                    [--excerpts 1-${MOST_EXCERPTS}] [--speaker NAME] [--topic WORDS] [--language ${LOCALES.join('|')}] [--json]
Prints what a daily digest would post. --from and --until take the date of a seminar: 2024-05-01, 2024-05 or 2024.
Exit status: ${SHOWN} shown, ${NOTHING} no passage fits, ${BAD_USAGE} bad usage.`;

/** Prints what a daily digest would post, for each of some days. */
export const main = program({ usage: USAGE, faultStatus: BAD_USAGE }, async (args, terminal, load) => {
  const { stdout, stderr, env } = terminal;
  const { content: typed, date, days, locale, json } = readArguments(args, env);
  const warn = (line: string) => print(stderr, line);
  const { context } = await start(readConfig(env, warn), load, warn);
  const inWords = (reply: Reply, colour = false) => renderTerminal(reply, { locale, colour });
  const content = checked(typed, context);
  if ('outcome' in content) throw new UsageError(inWords(content));
  const pool = eligiblePassages(context.library, content);
  if (pool.length === 0) {
    print(stderr, inWords(nothingFits(content)));
    return NOTHING;
  }
  const order = orderOf(content, seedOf(content, context.library));
  for (let day = 0; day < days; day++) {
    const shown = addDays(date, day);
    const passages = passagesOfDate(pool, order, shown);
    const post = digestPost({ passages, date: shown, language: locale, mark: null }, context.library);
    if (json) {
      const excerpts = excerptsJson(post, locale);
      printAsIs(stdout, jsonLine({ date: shown, excerpts }));
    } else {
      printStyled(stdout, `${day > 0 ? '\n' : ''}${inWords(post, stdout.hasColors?.() ?? false)}`);
    }
  }
  return SHOWN;
});

interface Options {
  content: DigestContent;
  date: string;
  days: number;
  locale: Locale;
  json: boolean;
}

function readArguments(args: readonly string[], env: NodeJS.ProcessEnv): Options {
  const { values } = parseArgs({
    args,
    options: {
      seminar: { type: 'string' },
      from: { type: 'string' },
      until: { type: 'string' },
      date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
      days: { type: 'string', default: '1' },
      excerpts: { type: 'string', default: '1' },
      speaker: { type: 'string' },
      topic: { type: 'string' },
      language: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const { seminar = null, from = null, until = null, speaker = null, topic = null, date, json } = values;
  if (!isDate(date))
    throw new UsageError(`--date must be a date such as 2026-03-09, not "${visible(date)}".`);
  const days = wholeNumber('--days', values.days, MOST_DAYS);
  const excerpts = wholeNumber('--excerpts', values.excerpts, MOST_EXCERPTS);
  const language = values.language === undefined ? undefined : languageCalled(values.language);
  if (values.language !== undefined && !language)
    throw new UsageError(
      `--language must be one of ${LOCALES.join(', ')}, not "${visible(values.language)}".`,
    );
  const content = { excerpts, seminar, from, until, speaker, topic };
  return { content, date, days, json, locale: language ?? systemLocale(env) };
}

/** The content with its dates and the ids of its seminar and its speaker, or a reply that says what is wrong with it. */
function checked(content: DigestContent, { library }: Context): DigestContent | Reply {
  const found = content.seminar === null ? undefined : seminarCalled(content.seminar, library.transcripts);
  if (found && 'outcome' in found) return found;
  const period = periodOf({ from: content.from ?? undefined, until: content.until ?? undefined });
  if ('outcome' in period) return period;
  const searched = within({ named: found, period }, library.transcripts);
  if ('outcome' in searched) return searched;
  const read = { ...content, seminar: found?.id ?? null, ...period };
  if (content.speaker === null || content.speaker === UNNAMED) return read;
  const speaker = speakerCalled(content.speaker, library);
  return 'outcome' in speaker ? speaker : { ...read, speaker: speaker.id };
}

await runIfMain(import.meta, main);
