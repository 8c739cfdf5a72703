import { runToEnd } from '../../src/core/steps.ts';
import { attributeSteps } from '../../src/core/transcript/attribute.ts';
import { parseTranscript } from '../../src/core/transcript/parse.ts';
import { problemsIn } from '../../src/core/transcript/problem.ts';
import { type SourcePart, sourceOf } from '../../src/core/transcript/source.ts';
import type { Container, LeftOutReason, Piece, Recording } from '../../src/formats/format.ts';
import { type Drafted, draftOf, type Given } from '../../src/importing/draft-of.ts';
import { transcriptText } from '../../src/importing/transcript-text.ts';
import { describeProblems } from '../../src/messages/problems/describe.ts';

/** One part of a file, as a reader of labels has understood it. */
export interface Line {
  /** Printed before the words with a colon; by default nothing. */
  name?: string;
  /** In a field of its own, as a voice tag is. */
  voice?: string;
  /** Whose turn goes on, without a label. */
  of?: string;
  words: string;
  basis?: Piece['basis'];
  time?: number;
  leftOut?: LeftOutReason;
  /** Whether the words go on from the line before in one paragraph. */
  goesOn?: boolean;
}

const container: Container = {
  id: 'text',
  name: 'plain text',
  recognises: () => true,
  read: () => Promise.reject(new Error('nothing is read here')),
};

/** A recording made by hand. */
export function recordingWith(lines: readonly Line[]): Recording {
  const pieces: Piece[] = [];
  const parts = lines.map((line, part): SourcePart => {
    const printed = line.voice ?? (line.name === undefined ? null : `${line.name}:`);
    const start = line.name === undefined ? 0 : `${line.name}: `.length;
    const text = line.name === undefined ? line.words : `${line.name}: ${line.words}`;
    const name = line.voice ?? line.name ?? line.of ?? null;
    const basis =
      line.basis ?? (name === null ? 'unknown' : line.of === undefined ? 'labelled' : 'continued');
    if (line.leftOut === undefined) {
      const words = { start, end: text.length, startsParagraph: line.goesOn !== true };
      pieces.push({ part, ...words, printed, name, time: line.time ?? null, basis });
    }
    return { place: part + 1, text, label: line.voice ?? null, time: line.time ?? null };
  });
  const leftOut = new Map(
    lines.flatMap(({ leftOut: reason }, part) => (reason === undefined ? [] : [[part, reason] as const])),
  );
  const opened = { source: sourceOf('line', parts, ''), facts: {}, notes: [] };
  return { container, opened, pieces, leftOut, facts: {}, notes: [], layout: 'Name: words' };
}

export const FILE = { name: 'talk.txt', stored: 'source.txt', encoding: null };

/** A draft, the text of its transcript, and what the check says of it. */
export function imported(
  recording: Recording,
  given: Given = {},
): Drafted & { text: string; problems: string[] } {
  const drafted = draftOf(recording, given, FILE);
  const text = transcriptText(drafted.draft);
  return { ...drafted, text, problems: problemsOf(text, recording) };
}

/** What the check says of a transcript. */
export function problemsOf(text: string, { opened }: Recording): string[] {
  const problems = problemsIn('transcript.md');
  const parsed = parseTranscript(text, problems);
  if (parsed)
    runToEnd(attributeSteps(parsed, opened.source, { id: 'talk', sourceFile: 'source.txt' }, problems));
  return describeProblems(problems.errors, 'en');
}
