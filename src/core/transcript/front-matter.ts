import { z } from 'zod';
import { isDate } from '../language/dates.ts';
import { isLanguageTag, LOCALES, type Locale, type Localised } from '../language/locale.ts';
import type { Steps } from '../steps.ts';
import type { Problems, ValueFormat } from './problem.ts';
import { checkValues } from './schema.ts';
import { ANONYMOUS, type Speaker } from './transcript.ts';
import { line, localisedSteps, shown, writtenText } from './written-text.ts';
import { yamlSteps } from './yaml.ts';

const DATE: ValueFormat = 'date';
const LANGUAGE_TAG: ValueFormat = 'language-tag';
const FILE_NAME: ValueFormat = 'file-name';
const LINE_RANGE: ValueFormat = 'line-range';
const LINE_ORDER: ValueFormat = 'line-order';
const PLACES: ValueFormat = 'places';
const ADDRESS: ValueFormat = 'address';
const FORMAT: ValueFormat = 'format';

/** From the first place to the last, both in it, from 1. */
export type Range = readonly [first: number, last: number];

/** The most characters of an address; with one far longer, a citation would fill a message. */
export const ADDRESS_LENGTH = 1000;
const RANGES_LENGTH = 20_000;
/** The most characters (UTF-16) of a name, and of a form of it: twice what the longest label with a role and a firm has. */
export const NAME_LENGTH = 100;
/** The most names that a speaker can have besides, and speakers that a seminar can have. */
export const MOST_ALIASES = 300;
export const MOST_SPEAKERS = 500;

/** Reads `1-4, 97`; null if it is anything else. */
function rangesIn(text: string): Range[] | null {
  const parts = text.split(',').map((part) => /^(\d{1,7})(?:-(\d{1,7}))?$/.exec(part.trim()));
  const ranges = parts.flatMap((part): Range[] => {
    const first = Number(part?.[1]);
    const last = Number(part?.[2] ?? part?.[1]);
    return part && first >= 1 && first <= last ? [[first, last]] : [];
  });
  return ranges.length === parts.length ? ranges : null;
}

/** Whether a text is an address that a reader can open, and may see: it has no password in it. */
export function isAddress(text: string): boolean {
  if (text.length > ADDRESS_LENGTH || !/^https?:\/\/[^\s<>"]+$/i.test(text)) return false;
  return URL.canParse(text) && !hasPassword(text);
}

/** Whether an address has the name of an account in it, or a password: https://ann:secret@example.org/. */
export function hasPassword(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username !== '' || password !== '';
}

const label = z.string().min(1).max(NAME_LENGTH);
const name = shown.min(1).max(NAME_LENGTH);

/** A value that need not be there; a key without a value is as good as none. */
function optional<Schema extends z.ZodType, Without>(schema: Schema, without: Without) {
  return schema.nullish().transform((value) => value ?? without);
}

const speakerSchema = z.strictObject({
  name,
  names: optional(z.strictObject({ 'zh-CN': line.optional(), 'zh-TW': line.optional() }), {}),
  role: optional(writtenText, null),
  moderator: optional(z.boolean(), false),
  aliases: optional(z.array(label).max(MOST_ALIASES), []),
  otherForms: optional(z.array(label).max(MOST_ALIASES), []),
  /** The canonical name of the same person in other seminars, if it is written differently there. */
  person: optional(z.string().trim().min(1).max(NAME_LENGTH), null),
  anonymous: optional(z.enum(ANONYMOUS), null),
});
type WrittenSpeaker = z.infer<typeof speakerSchema>;

/** A plain text is a name. */
const named = name.transform((own): WrittenSpeaker => speakerSchema.parse({ name: own }));

const sourceSchema = z.strictObject({
  /** A plain file name: the source is in the folder of its transcript and nowhere else. */
  file: optional(z.string(FILE_NAME).regex(/^[\w-][\w.-]*$/, FILE_NAME), null),
  headline: optional(line, null),
  lines: optional(
    z
      .string(LINE_RANGE)
      .regex(/^\d{1,7}-\d{1,7}$/, LINE_RANGE)
      .transform((range) => range.split('-').map(Number) as [number, number])
      .refine(([first, last]) => first >= 1 && first <= last, LINE_ORDER),
    null,
  ),
  format: optional(z.string(FORMAT).regex(/^[a-z][a-z0-9-]{0,39}$/, FORMAT), null),
  encoding: optional(z.string(FORMAT).regex(/^[a-z][a-z0-9_-]{0,39}$/, FORMAT), null),
  'left-out': optional(
    z
      .union([z.string(PLACES), z.int(PLACES)], PLACES)
      .transform(String)
      .refine((text) => text.length <= RANGES_LENGTH && rangesIn(text) !== null, PLACES)
      .transform((text) => rangesIn(text) ?? []),
    [],
  ),
});
const NO_SOURCE = sourceSchema.parse({});

const frontMatterSchema = z.strictObject({
  title: writtenText,
  date: optional(z.string(DATE).refine(isDate, DATE), null),
  organiser: optional(writtenText, null),
  language: optional(z.enum(LOCALES), null),
  spoken: optional(z.string(LANGUAGE_TAG).refine(isLanguageTag, LANGUAGE_TAG), null),
  recording: optional(z.string(ADDRESS).refine(isAddress, ADDRESS), null),
  source: optional(sourceSchema, NO_SOURCE),
  speakers: optional(z.array(z.union([named, speakerSchema])).max(MOST_SPEAKERS), []),
  topics: optional(z.array(writtenText).max(30), []),
  examples: optional(z.array(writtenText).max(10), []),
});

/** What is between the two `---` lines at the head of a transcript, with each text in every language. */
export interface FrontMatter {
  title: Localised;
  date: string | null;
  organiser: Localised | null;
  /** Null if the words of the source tell. */
  language: Locale | null;
  spoken: string | null;
  recording: string | null;
  source: {
    /** Null if it is the only file beside the transcript. */
    file: string | null;
    headline: string | null;
    /** Null for all of them. */
    lines: Range | null;
    /** How the file is read; null for plain lines. */
    format: string | null;
    /** How the text of the file is encoded; null if the file itself shows it. */
    encoding: string | null;
    /** The places that are nobody's words. */
    leftOut: readonly Range[];
  };
  speakers: readonly Omit<Speaker, 'id'>[];
  topics: readonly Localised[];
  examples: readonly Localised[];
}

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
  const written = checkValues(frontMatterSchema, value, 'front-matter', lineOf, problems);
  return written && { frontMatter: yield* completedSteps(written), lineOf };
}

function* completedSteps(written: z.infer<typeof frontMatterSchema>): Steps<FrontMatter> {
  const { title, organiser, source, speakers, topics, examples, ...rest } = written;
  return {
    ...rest,
    title: yield* localisedSteps(title),
    organiser: organiser === null ? null : yield* localisedSteps(organiser),
    source: sourceOf(source),
    speakers: yield* eachSteps(speakers, speakerSteps),
    topics: yield* eachSteps(topics, localisedSteps),
    examples: yield* eachSteps(examples, localisedSteps),
  };
}

function sourceOf({ 'left-out': leftOut, ...source }: z.infer<typeof sourceSchema>): FrontMatter['source'] {
  return { ...source, leftOut };
}

function* speakerSteps(speaker: WrittenSpeaker): Steps<Omit<Speaker, 'id'>> {
  const { name, names, role } = speaker;
  const inChinese = Object.keys(names).length > 0 ? yield* localisedSteps(names) : null;
  return {
    ...speaker,
    names: { en: name, 'zh-CN': inChinese?.['zh-CN'] ?? name, 'zh-TW': inChinese?.['zh-TW'] ?? name },
    role: role === null ? null : yield* localisedSteps(role),
  };
}

function* eachSteps<From, To>(items: readonly From[], steps: (item: From) => Steps<To>): Steps<To[]> {
  const made: To[] = [];
  for (const item of items) {
    made.push(yield* steps(item));
    yield;
  }
  return made;
}
