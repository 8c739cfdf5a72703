import { isMap, isScalar } from 'yaml';
import { z } from 'zod';
import type { Problem } from './problem.ts';
import type { Transcript } from './transcript.ts';
import { parseYaml } from './yaml.ts';

const cuesSchema = z.record(z.string(), z.array(z.string().trim().min(1).max(300)).max(80));

/**
 * Reads a seminar's cues: short questions that a segment answers, written by its curator, by segment id. They
 * help to find the segment and are never shown.
 * @returns cues by segment id, with every problem found
 */
export function parseCues(
  text: string,
  transcript: Transcript,
  file: string,
): { cues: Map<string, readonly string[]>; problems: Problem[] } {
  const { document, faults, lineAt } = parseYaml(text);
  const problems = faults.map((fault): Problem => ({ file, ...fault }));
  if (problems.length > 0) return { cues: new Map(), problems };

  const report = (line: number, what: string, remedy: string) => problems.push({ file, line, what, remedy });
  const keys = isMap(document.contents) ? document.contents.items.map(({ key }) => key) : [];
  const lineOfKey = new Map(
    keys.filter(isScalar).map(({ value, range }) => [String(value), lineAt(range?.[0] ?? 0)]),
  );
  const lineOf = (key: unknown) => lineOfKey.get(String(key)) ?? 1;
  const remedy = 'Write a segment id and, below it, a list of short questions.';
  const values: unknown = document.toJS();
  const result = cuesSchema.safeParse(values ?? {});
  if (!result.success) {
    for (const { path, message } of result.error.issues)
      report(lineOf(path[0]), `${path.join('.') || 'The file'}: ${message}.`, remedy);
    return { cues: new Map(), problems };
  }
  const basisOf = new Map(transcript.segments.map(({ id, basis }) => [id, basis]));
  for (const id of Object.keys(result.data)) {
    const basis = basisOf.get(id);
    if (!basis)
      report(lineOf(id), `${id} is no segment of the transcript.`, 'Correct the id, or take its cues out.');
    else if (basis === 'editorial')
      report(
        lineOf(id),
        `${id} is editorial, and has cues.`,
        "Take them out: the publisher's words answer nothing.",
      );
  }
  return { cues: new Map(Object.entries(result.data)), problems };
}
