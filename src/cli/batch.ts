import { z } from 'zod';
import { ask } from '../../commands/ask.ts';
import type { Context } from '../../commands/command.ts';
import { localeOfTag } from '../core/language/locale.ts';
import { localeOf, questionLanguage } from '../core/language/question-language.ts';
import { format } from '../messages/message.ts';
import { jsonLine, renderJson } from '../render/json.ts';
import { type InputLine, linesOf } from './lines.ts';

/** A question of 6,000 characters has 18 KB; a longer line than this is not a question. */
const LINE_BYTES = 1024 * 1024;

/** The most excerpts that one question may ask for. */
export const MAX_EXCERPTS = 10;

const questionSchema = z.object({
  id: z.union([z.string(), z.number()], 'must be a string or a number'),
  question: z.string('must be a string'),
  speaker: z.string('must be a string').nullish(),
  seminar: z.string('must be a string').nullish(),
  from: z.string('must be a date such as 2024-05-01').nullish(),
  until: z.string('must be a date such as 2024-05-01').nullish(),
  locale: z.string('must be a language such as en, zh-CN or zh-TW').nullish(),
  limit: z
    .int('must be a whole number')
    .min(1, `must be 1 to ${MAX_EXCERPTS}`)
    .max(MAX_EXCERPTS, `must be 1 to ${MAX_EXCERPTS}`)
    .nullish(),
});

/**
 * Answers questions from JSON lines, one line of JSON for each, in order. A bad line gets a line with `error`, and
 * the next one is read.
 * @param input the bytes of the questions
 * @returns the answers, each without its line break; no more than one question is in memory at a time
 */
export async function* answerLines(
  input: AsyncIterable<Uint8Array>,
  context: Context,
): AsyncGenerator<string> {
  for await (const line of linesOf(input, LINE_BYTES)) yield jsonLine(answerLine(line, context));
}

function answerLine(line: InputLine, context: Context): object {
  if ('tooLong' in line)
    return { id: null, error: `The line has more than ${LINE_BYTES} bytes. Send one question per line.` };
  let value: unknown;
  try {
    value = JSON.parse(line.text);
  } catch {
    return { id: null, error: 'The line is not JSON. Send an object such as {"id": 1, "question": "…"}.' };
  }
  const id = idOf(value);
  const parsed = questionSchema.safeParse(value);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) =>
      path.length > 0 ? `"${path.join('.')}" ${message}` : 'the line is not an object',
    );
    return { id, error: `${faults.join('; ')}. Send an object such as {"id": 1, "question": "…"}.` };
  }
  const { question, speaker, seminar, from, until, locale, limit } = parsed.data;
  const answerLocale = locale ? localeOfTag(locale) : localeOf(questionLanguage(question), []);
  try {
    const reply = ask(
      {
        question,
        speaker: speaker ?? undefined,
        seminar: seminar ?? undefined,
        from: from ?? undefined,
        until: until ?? undefined,
        limit: limit ?? undefined,
      },
      context,
    );
    return { id, ...renderJson(reply, answerLocale) };
  } catch {
    // One question must never end a run of a million.
    return { id, error: format({ key: 'failure.unexpected' }, answerLocale) };
  }
}

/** The id to echo, even if the rest of the line cannot be used. */
function idOf(value: unknown): string | number | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}
