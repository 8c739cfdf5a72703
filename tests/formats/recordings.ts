import { runToEnd } from '../../src/core/steps.ts';
import type { Recording } from '../../src/formats/format.ts';
import { labelSteps } from '../../src/formats/labels.ts';
import { markdown } from '../../src/formats/markdown.ts';
import { plainText } from '../../src/formats/plain-text.ts';

/** Reads a text as Markdown or as plain text, and finds whose words it has. */
export async function recordingOf(text: string): Promise<Recording> {
  const file = { bytes: new TextEncoder().encode(text), text };
  const container = [markdown, plainText].find((each) => each.recognises(file)) ?? plainText;
  return runToEnd(labelSteps(container, await container.read(file)));
}

/** What somebody says from one label to the next, or one paragraph of whom nobody names. */
export interface Turn {
  name: string | null;
  text: string;
  time: number | null;
}

/** The turns of a recording: each label begins one; words without a name are one for each paragraph. */
export function turnsOf({ opened, pieces }: Recording): Turn[] {
  const turns: Turn[] = [];
  for (const { basis, name, part, start, end, startsParagraph, time } of pieces) {
    // A remark of whoever wrote it down is nobody's turn.
    if (basis === 'editorial') continue;
    const text = opened.source.parts[part]?.text.slice(start, end) ?? '';
    const last = turns.at(-1);
    const goesOn = basis === 'continued' || (basis === 'unknown' && last?.name === null && !startsParagraph);
    if (goesOn && last) last.text += ` ${text}`;
    else turns.push({ name: basis === 'unknown' ? null : name, text, time });
  }
  return turns;
}
