import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Problem, Transcript } from './transcript.ts';

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
  const problems: Problem[] = [];
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, uniqueKeys: true });
  const report = (line: number, what: string, remedy: string) => problems.push({ file, line, what, remedy });
  for (const error of document.errors) {
    report(
      lineCounter.linePos(error.pos[0]).line,
      `Not valid YAML: ${error.message.split(/ at line |\n/)[0]}.`,
      'Put a cue with a colon in quotation marks.',
    );
  }
  if (problems.length > 0) return { cues: new Map(), problems };

  const remedy = 'Write a segment id and, below it, a list of short questions.';
  let values: unknown;
  try {
    // Cues have no use for YAML's aliases, and chains of them can grow without bound.
    values = document.toJS({ maxAliasCount: 0 });
  } catch {
    report(1, 'The cues use YAML aliases (&name, *name).', 'Write each cue out.');
    return { cues: new Map(), problems };
  }
  const result = cuesSchema.safeParse(values ?? {});
  if (!result.success) {
    for (const { path, message } of result.error.issues)
      report(lineOf(path[0]), `${path.join('.') || 'The file'}: ${message}.`, remedy);
    return { cues: new Map(), problems };
  }
  for (const id of Object.keys(result.data)) {
    const segment = transcript.segments.find((each) => each.id === id);
    if (!segment)
      report(lineOf(id), `${id} is no segment of the transcript.`, 'Correct the id, or take its cues out.');
    else if (segment.basis === 'editorial')
      report(
        lineOf(id),
        `${id} is editorial, and has cues.`,
        "Take them out: the publisher's words answer nothing.",
      );
  }
  return { cues: new Map(Object.entries(result.data)), problems };

  function lineOf(key: unknown): number {
    const node = document.getIn([key], true) as { range?: [number, number, number] } | undefined;
    return node?.range ? lineCounter.linePos(node.range[0]).line : 1;
  }
}
