import { z } from 'zod';
import type { Steps } from '../steps.ts';
import { plainListSteps } from './plain-lists.ts';
import type { Problems } from './problem.ts';
import { checkValues } from './schema.ts';
import type { Transcript } from './transcript.ts';
import { yamlSteps } from './yaml.ts';

/** So many segments' cues are checked between two pauses. */
const TOGETHER = 50;

const cuesSchema = z.record(z.string(), z.array(z.string().trim().min(1).max(300)).max(80));

/**
 * Reads a seminar's cues: short questions that a segment answers, written by its curator, by segment id. They
 * help to find the segment and are never shown. Pauses often.
 * @param problems those of the cues' file
 * @returns cues by segment id; none if the file cannot be used
 */
export function* cuesSteps(
  text: string,
  transcript: Transcript,
  problems: Problems,
): Steps<Map<string, readonly string[]>> {
  const read = (yield* plainListSteps(text)) ?? (yield* yamlSteps(text, problems));
  if (!read) return new Map();
  const lineOf = (key: string) => read.lineOf([key]);
  const before = problems.errors.length;
  const cues = new Map<string, readonly string[]>();
  for (const some of together(read.value ?? {})) {
    const checked = checkValues(cuesSchema, some, 'cues', ([key]) => lineOf(String(key)), problems);
    for (const [id, own] of Object.entries(checked ?? {})) cues.set(id, own);
    yield;
  }
  if (problems.errors.length > before) return new Map();
  const basisOf = new Map(transcript.segments.map(({ id, basis }) => [id, basis]));
  for (const id of cues.keys()) {
    const basis = basisOf.get(id);
    if (!basis) problems.report(lineOf(id), 'cues-of-nothing', { id });
    else if (basis === 'editorial') problems.report(lineOf(id), 'cues-of-editorial', { id });
    yield;
  }
  return cues;
}

/** A map as several small ones; anything else as it is. */
function* together(value: unknown): Generator<unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return yield value;
  const entries = Object.entries(value);
  for (let from = 0; from < entries.length; from += TOGETHER) {
    yield Object.fromEntries(entries.slice(from, from + TOGETHER));
  }
}
