import type { z } from 'zod';
import { shorten } from '../language/text.ts';
import {
  type Problems,
  type ProblemValues,
  VALUE_FORMATS,
  type ValueFormat,
  type ValueType,
} from './problem.ts';
import { generalKey, keyMeant, lineWithKey, rightLine } from './right-lines.ts';
import { plain } from './yaml-lines.ts';

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
  const faults = result.error.issues.flatMap(meantIssues).map((issue): Fault => {
    const inside = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
    const path = [...under, ...inside];
    return {
      issue,
      key: shorten(path.join('.'), QUOTED),
      line: lineOf([...path, ...keyOnItsLine(issue)]),
      also: [],
    };
  });
  for (const { issue, key, line, also } of once(withoutMissing(faults))) {
    const write = part === 'front-matter' ? lineToWrite(issue, key) : undefined;
    const place = { part, key, ...(write !== undefined && { write }), ...(also.length > 0 && { also }) };
    reportIssue(issue, place, line, problems);
  }
  return null;
}

/** The first unknown key, if its value stands on the same line. */
function keyOnItsLine(issue: z.core.$ZodIssue): string[] {
  const [key = ''] = issue.code === 'unrecognized_keys' ? issue.keys : [];
  const value = key === '' ? undefined : valueIn(issue.input, key);
  return value === undefined || value === null || typeof value === 'object' ? [] : [key];
}

function valueIn(map: unknown, key: string): unknown {
  return typeof map === 'object' && map !== null ? Reflect.get(map, key) : undefined;
}

interface Fault {
  issue: z.core.$ZodIssue;
  key: string;
  line: number;
  /** The other lines with the same fault. */
  also: number[];
}

/** Whoever misspelt a key, or put a colon into a name, left out nothing. */
function withoutMissing(faults: readonly Fault[]): Fault[] {
  const unknown = faults.filter(({ issue }) => issue.code === 'unrecognized_keys');
  const isExplained = ({ issue, key }: Fault) => {
    if (issue.code !== 'invalid_type' && issue.message !== NO_LANGUAGE) return false;
    if ((issue.input ?? null) !== null && issue.message !== NO_LANGUAGE) return false;
    return unknown.some(({ issue: other, key: parent }) => {
      if (other.code !== 'unrecognized_keys') return false;
      if (parent === key) return issue.message === NO_LANGUAGE;
      const meant = other.keys.map((each) => keyMeant(parent, each));
      const isNameWithColon = /^speakers\.\d+$/.test(parent) && meant.every((each) => each === undefined);
      const child = parent === '' ? key : key.slice(parent.length + 1);
      return key.startsWith(parent) && (meant.includes(child) || (isNameWithColon && child === 'name'));
    });
  };
  return faults.filter((fault) => !isExplained(fault));
}

const NO_LANGUAGE: ValueFormat = 'no-language';

/** The same fault of several items of a list is one, with all of its lines. */
function once(faults: readonly Fault[]): Fault[] {
  const first = new Map<string, Fault>();
  for (const fault of faults) {
    const { issue, key, line } = fault;
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const id = JSON.stringify([issue.code, issue.message, generalKey(key), keys]);
    const known = first.get(id);
    // Two faults of one item are told of by themselves.
    if (known && generalKey(key) !== key) known.also.push(line);
    else first.set(known ? JSON.stringify([id, key]) : id, fault);
  }
  return [...first.values()];
}

/** How the line is written that has a fault. */
function lineToWrite(issue: z.core.$ZodIssue, key: string): string | undefined {
  if (issue.code !== 'unrecognized_keys') return rightLine(key, issue.input);
  const [unknown = ''] = issue.keys;
  const meant = keyMeant(key, unknown);
  const value = valueIn(issue.input, unknown);
  if (meant !== undefined && typeof value === 'object') return `${meant}:`;
  if (meant !== undefined) return lineWithKey(key === '' ? meant : `${key}.${meant}`, value);
  const isItem = /^speakers\.\d+$/.test(key) && (typeof value === 'string' || typeof value === 'number');
  return isItem ? `- ${plain(shorten(`${unknown}: ${value}`, QUOTED))}` : undefined;
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
