import type { z } from 'zod';
import { shorten } from '../language/text.ts';
import { type Problems, type ProblemValues, VALUE_FORMATS, type ValueType } from './problem.ts';

/** So many characters of a key are quoted. */
const QUOTED = 60;
/** How many keys that we do not know one problem names. */
const KEYS = 10;

/** What Zod expects, in a curator's words. */
const TYPES: Partial<Record<string, ValueType>> = {
  string: 'text',
  boolean: 'boolean',
  array: 'list',
  object: 'map',
  record: 'map',
};

/**
 * Checks the values of a YAML file. A schema's own messages are names of `VALUE_FORMATS`.
 * @param lineOf the line, from 1, of the value that keys and list positions lead to
 * @param under keys and list positions that lead to the values themselves
 * @returns the checked values; null, with a problem for each value that does not fit
 * @throws Error if the schema checks something for which there is no kind of problem
 */
export function checkValues<Schema extends z.ZodType>(
  schema: Schema,
  values: unknown,
  part: ProblemValues['value-missing']['part'],
  lineOf: (path: readonly (string | number)[]) => number,
  problems: Problems,
  under: readonly (string | number)[] = [],
): z.output<Schema> | null {
  const result = schema.safeParse(values, { reportInput: true });
  if (result.success) return result.data;
  for (const issue of result.error.issues.flatMap(meantIssues)) {
    const inside = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
    const path = [...under, ...inside];
    reportIssue(issue, { part, key: shorten(path.join('.'), QUOTED) }, lineOf(path), problems);
  }
  return null;
}

/** What is wrong with a value that may be of two kinds: what is wrong with it as the kind that it is. */
function meantIssues(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const ofKind = issue.errors.find(([first]) => first?.code !== 'invalid_type' || first.path.length > 0);
  return (ofKind ?? issue.errors[0] ?? [])
    .map((each) => ({ ...each, path: [...issue.path, ...each.path] }))
    .flatMap(meantIssues);
}

function reportIssue(
  issue: z.core.$ZodIssue,
  place: ProblemValues['value-missing'],
  line: number,
  problems: Problems,
): void {
  const format = VALUE_FORMATS.find((name) => name === issue.message);
  const type = issue.code === 'invalid_type' ? TYPES[issue.expected] : undefined;
  if (issue.code === 'invalid_type' && (issue.input ?? null) === null && place.key !== '') {
    problems.report(line, 'value-missing', place);
  } else if (format) {
    problems.report(line, 'value-format', { ...place, format });
  } else if (type) {
    problems.report(line, 'value-type', { ...place, type });
  } else if (issue.code === 'invalid_value') {
    problems.report(line, 'value-choice', { ...place, choices: issue.values.map(String) });
  } else if (issue.code === 'too_small') {
    problems.report(line, 'value-too-short', {
      ...place,
      least: Number(issue.minimum),
      unit: unitOf(issue.origin),
    });
  } else if (issue.code === 'too_big') {
    problems.report(line, 'value-too-long', {
      ...place,
      most: Number(issue.maximum),
      unit: unitOf(issue.origin),
    });
  } else if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.slice(0, KEYS).map((key) => shorten(key, QUOTED));
    problems.report(line, 'key-unknown', { ...place, keys });
  } else {
    throw new Error(`No kind of problem for what the schema checks: ${issue.code} (${issue.message})`);
  }
}

function unitOf(origin: string): 'characters' | 'items' {
  return origin === 'string' ? 'characters' : 'items';
}
