import { isMap, isScalar } from 'yaml';
import { z } from 'zod';
import type { Problems } from './problem.ts';
import { checkValues } from './schema.ts';
import type { Transcript } from './transcript.ts';
import { parseYaml } from './yaml.ts';

const cuesSchema = z.record(z.string(), z.array(z.string().trim().min(1).max(300)).max(80));

/**
 * Reads a seminar's cues: short questions that a segment answers, written by its curator, by segment id. They
 * help to find the segment and are never shown.
 * @param problems those of the cues' file
 * @returns cues by segment id; none if the file cannot be used
 */
export function parseCues(
  text: string,
  transcript: Transcript,
  problems: Problems,
): Map<string, readonly string[]> {
  const read = parseYaml(text, problems);
  if (!read) return new Map();
  const { document, lineAt } = read;
  const keys = isMap(document.contents) ? document.contents.items.map(({ key }) => key) : [];
  const lineOfKey = new Map(
    keys.filter(isScalar).map(({ value, range }) => [String(value), lineAt(range?.[0] ?? 0)]),
  );
  const lineOf = (key: string) => lineOfKey.get(key) ?? 1;
  const values: unknown = document.toJS();
  const cues = checkValues(cuesSchema, values ?? {}, 'cues', ([key]) => lineOf(String(key)), problems);
  if (!cues) return new Map();
  const basisOf = new Map(transcript.segments.map(({ id, basis }) => [id, basis]));
  for (const id of Object.keys(cues)) {
    const basis = basisOf.get(id);
    if (!basis) problems.report(lineOf(id), 'cues-of-nothing', { id });
    else if (basis === 'editorial') problems.report(lineOf(id), 'cues-of-editorial', { id });
  }
  return new Map(Object.entries(cues));
}
