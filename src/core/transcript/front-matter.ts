import { z } from 'zod';
import { isDate } from '../language/dates.ts';
import { isLanguageTag, LOCALES } from '../language/locale.ts';
import { visible } from '../language/visible.ts';
import type { Steps } from '../steps.ts';
import type { Problems, ValueFormat } from './problem.ts';
import { checkValues } from './schema.ts';
import { yamlSteps } from './yaml.ts';

/** A text without white space at its ends; an empty one if it has nothing that a reader would see. */
const shown = z.string().overwrite((text) => (visible(text).trim() === '' ? '' : text.trim()));
const line = shown.min(1).max(400);
const localised = z.strictObject({ en: line, 'zh-CN': line, 'zh-TW': line });

const DATE: ValueFormat = 'date';
const LANGUAGE_TAG: ValueFormat = 'language-tag';
const FILE_NAME: ValueFormat = 'file-name';
const LINE_RANGE: ValueFormat = 'line-range';
const LINE_ORDER: ValueFormat = 'line-order';

const frontMatterSchema = z.strictObject({
  title: localised,
  date: z.string(DATE).refine(isDate, DATE),
  organiser: localised,
  language: z.enum(LOCALES),
  spoken: z.string(LANGUAGE_TAG).refine(isLanguageTag, LANGUAGE_TAG).optional(),
  source: z.strictObject({
    /** A plain file name: the source is in the folder of its transcript and nowhere else. */
    file: z.string(FILE_NAME).regex(/^[\w-][\w.-]*$/, FILE_NAME),
    headline: line.optional(),
    lines: z
      .string(LINE_RANGE)
      .regex(/^\d{1,7}-\d{1,7}$/, LINE_RANGE)
      .transform((range) => range.split('-').map(Number) as [number, number])
      .refine(([first, last]) => first >= 1 && first <= last, LINE_ORDER),
  }),
  speakers: z
    .array(
      z.strictObject({
        name: shown.min(1).max(80),
        names: z.strictObject({ 'zh-CN': line, 'zh-TW': line }),
        role: localised,
        moderator: z.boolean().default(false),
        aliases: z.array(z.string().min(1).max(80)).max(30).default([]),
        otherForms: z.array(z.string().min(1).max(80)).max(30).default([]),
        /** The canonical name of the same person in other seminars, if it is written differently there. */
        person: z.string().trim().min(1).max(80).nullable().default(null),
      }),
    )
    .min(1)
    .max(500),
  topics: z.array(localised).max(30).default([]),
  examples: z.array(localised).max(10).default([]),
});

/** What is between the two `---` lines at the head of a transcript. */
export type FrontMatter = z.infer<typeof frontMatterSchema>;

/** Keys and list positions that lead to a value, such as `['speakers', 0, 'name']`. */
export type FrontMatterPath = readonly (string | number)[];

/**
 * Reads a transcript's front matter. Pauses often.
 * @param yaml the text between the two `---` lines
 * @param firstLine the line of the file on which `yaml` starts, from 1
 * @param problems those of the transcript's file
 * @returns the checked values and the line of each, from 1; null if any of them cannot be used
 */
export function* frontMatterSteps(
  yaml: string,
  firstLine: number,
  problems: Problems,
): Steps<{ frontMatter: FrontMatter; lineOf: (path: FrontMatterPath) => number } | null> {
  const read = yield* yamlSteps(yaml, problems, firstLine);
  if (!read) return null;
  const { value, lineOf } = read;
  const frontMatter = checkValues(frontMatterSchema, value, 'front-matter', lineOf, problems);
  return frontMatter && { frontMatter, lineOf };
}
