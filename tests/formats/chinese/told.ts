import { runToEnd } from '../../../src/core/steps.ts';
import { type SourcePart, sourceOf } from '../../../src/core/transcript/source.ts';
import type { OpenedSource, Recording } from '../../../src/formats/format.ts';
import { labelSteps } from '../../../src/formats/labels.ts';
import { plainText } from '../../../src/formats/plain-text.ts';

/** A Chinese text, read as the importer reads a file of text. */
export async function recordingOf(text: string): Promise<Recording> {
  const opened = await plainText.read({ bytes: new TextEncoder().encode(text), text });
  return recordingOfOpened(opened);
}

/** Captions, one line each, a second long. */
export function recordingOfCaptions(lines: readonly string[]): Recording {
  const parts = lines.map((text, at): SourcePart => ({ place: at * 4 + 3, text, label: null, time: at }));
  return recordingOfOpened({ source: sourceOf('line', parts, ' '), facts: {}, notes: [] });
}

function recordingOfOpened(opened: OpenedSource): Recording {
  return runToEnd(labelSteps(plainText, opened));
}

/** Who says what, a line for each piece and each part that is left out: "3 labelled 张三 第一句". Words are cut. */
export function told({ opened, pieces, leftOut }: Recording): string[] {
  const { parts } = opened.source;
  const lines = pieces.map((piece): [number, string] => {
    const part = parts[piece.part];
    const words = part?.text.slice(piece.start, piece.end).slice(0, 6);
    return [piece.part, [part?.place, piece.basis, piece.name ?? '-', words].join(' ')];
  });
  for (const [at, reason] of leftOut) lines.push([at, `${parts[at]?.place} left out: ${reason}`]);
  return lines.sort(([one], [other]) => one - other).map(([, line]) => line);
}

/** The names that are given to words, once each. */
export function namesIn({ pieces }: Recording): string[] {
  return [...new Set(pieces.flatMap(({ name }) => name ?? []))];
}

/**
 * What of the letters and digits of a source is in no piece, in no label and in no part that is left out, or in two of them.
 */
export function lostOrTwice({ opened: { source }, pieces, leftOut }: Recording): string[] {
  const wrong: string[] = [];
  for (const [at, { text }] of source.parts.entries()) {
    const own = pieces.filter(({ part }) => part === at);
    const isLabel = pieces.some(({ printedIn }) => printedIn === at);
    if (leftOut.has(at) || isLabel) {
      if (own.length > 0 || (leftOut.has(at) && isLabel)) wrong.push(`twice: ${text}`);
      continue;
    }
    let end = 0;
    for (const { start, end: next, printed, printedIn } of own) {
      const between = text.slice(end, start).trim();
      const label = printedIn === undefined ? (printed ?? '') : '';
      if (start < end || !between.endsWith(label)) wrong.push(`twice: ${text}`);
      if (/[\p{L}\p{N}]/u.test(between.slice(0, between.length - label.length)))
        wrong.push(`lost: ${between}`);
      end = next;
    }
    if (/[\p{L}\p{N}]/u.test(text.slice(end))) wrong.push(`lost: ${text.slice(end)}`);
  }
  return wrong;
}
