import { z } from 'zod';
import { secondsOf } from '../../core/language/clock-time.ts';

// What recognisers write differs from version to version, and people's programs change it again. So a field that is missing or of
// another type says nothing; it is no reason to refuse a file.

/** More than any recording has, in seconds: 1,000 hours. What is larger is a date, or an error. */
const LONGEST_RECORDING = 3_600_000;
/** Written by programs that had no value. */
const NO_NAMES: ReadonlySet<string> = new Set(['null', 'undefined', 'none', 'nan']);
const CLOCK = /^(?:(\d{1,4}):)?(\d{1,4}):(\d{1,2}(?:[.,]\d{1,9})?)$/;
const DURATION = /^PT(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,9}(?:\.\d{1,12})?)S)?$/;

/** Whether a value is an object with keys. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field that may be missing; by itself zod takes one that is transformed to be there. */
export const anything = z.unknown().optional();

/** Words; empty if there are none. */
export const textField = anything.transform(textIn);

/** Words in a value: a text, or a number that stands for itself. Empty if it has none. */
export function textIn(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
}

/** Whom a field names: as it stands there, or what an object calls itself; null if it names nobody. */
export const labelField = anything.transform(labelIn);

/** Whom a value names, in one line; null if nobody. */
export function labelIn(value: unknown): string | null {
  if (isRecord(value)) {
    const { name, label, displayName, id } = value;
    return labelIn(name) ?? labelIn(label) ?? labelIn(displayName) ?? labelIn(value['@id']) ?? labelIn(id);
  }
  if (Array.isArray(value)) return null;
  const label = textIn(value)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .trim();
  return label === '' || NO_NAMES.has(label.toLowerCase()) ? null : label;
}

/** A time in seconds; null if there is none that a recording can have. */
export const secondsField = anything.transform((value) => secondsIn(value));
/** As `secondsField`, in milliseconds in the file. */
export const millisecondsField = anything.transform((value) => secondsIn(value, 1_000));

/**
 * A time in a value: `1.3`, `"1.3"`, `"1.300s"`, `"00:00:01,300"`, `"PT1.3S"` or `{ "seconds": "1", "nanos": 300000000 }`.
 * @param perSecond how many of the unit in which plain numbers are are a second
 * @returns seconds; null if there is none that a recording can have
 */
export function secondsIn(value: unknown, perSecond = 1): number | null {
  const seconds = rawSeconds(value, perSecond);
  return seconds !== null && seconds >= 0 && seconds <= LONGEST_RECORDING ? seconds : null;
}

function rawSeconds(value: unknown, perSecond: number): number | null {
  if (typeof value === 'number') return value / perSecond;
  if (isRecord(value)) {
    if (value.seconds === undefined && value.nanos === undefined) return null;
    return Number(value.seconds ?? 0) + Number(value.nanos ?? 0) / 1e9;
  }
  if (typeof value !== 'string' || value.trim() === '') return null;
  const text = value.trim();
  const clock = CLOCK.exec(text);
  if (clock) return secondsOf(clock[1], clock[2], clock[3]?.replace(',', '.'));
  const duration = DURATION.exec(text);
  if (duration) return secondsOf(duration[1], duration[2], duration[3]);
  return /^\d+(?:\.\d+)?s$/.test(text) ? Number(text.slice(0, -1)) : Number(text) / perSecond;
}

/** An array, of anything: what a kind of file is recognised by. */
export const anArray = z.array(z.unknown());

/** A list of objects. What is no list is an empty one; a plain text in it is an object with this text. */
export function listOf<Shape extends z.ZodRawShape>(shape: Shape) {
  return anything.transform(recordsIn).pipe(z.array(z.object(shape)));
}

/** As `listOf`; but what is no list is no value of this kind. */
export function requiredListOf<Shape extends z.ZodRawShape>(shape: Shape) {
  return anArray.transform(recordsIn).pipe(z.array(z.object(shape)));
}

function recordsIn(value: unknown): Record<string, unknown>[] {
  if (!Array.isArray(value)) return [];
  return value.map((each) => (isRecord(each) ? each : typeof each === 'string' ? { text: each } : {}));
}

/** An object of which some fields are read; an empty one if it is missing. */
export function partOf<Shape extends z.ZodRawShape>(shape: Shape) {
  return anything.transform((value) => (isRecord(value) ? value : {})).pipe(z.object(shape));
}
