import { parentPort, workerData } from 'node:worker_threads';
import type { ReadingAnswer, ReadingTask } from './apart.ts';
import { openedDocx } from './docx-html.ts';
import { FormatError, type OpenedSource } from './format.ts';
import { openedHtml } from './html-parts.ts';
import { openedJson } from './json/opened.ts';

/** How many parts are handed over at once: that takes about a millisecond. */
const PORTION = 1_000;

const task: ReadingTask = workerData;
const port = parentPort;
const answer = (message: ReadingAnswer) => port?.postMessage(message);

try {
  const opened = await read(task);
  const portions = portionsOf(opened);
  const { source, ...rest } = opened;
  answer({ kind: 'opened', opened: { ...rest, source: { ...source, parts: [], starts: [] } } });
  port?.on('message', () => {
    const next = portions.next();
    if (next.done) port.close();
    else answer(next.value);
  });
} catch (error) {
  answer({ kind: 'refused', reason: reasonOf(error) });
}

function read(asked: ReadingTask): OpenedSource | Promise<OpenedSource> {
  if (asked.reader === 'json') return openedJson(asked.text, asked.id);
  return asked.reader === 'html' ? openedHtml(asked.text) : openedDocx(asked.bytes);
}

function* portionsOf({ source: { parts, starts } }: OpenedSource): Generator<ReadingAnswer> {
  for (let at = 0; at === 0 || at < parts.length; at += PORTION)
    yield {
      kind: 'parts',
      parts: parts.slice(at, at + PORTION),
      starts: starts.slice(at, at + PORTION),
      isLast: at + PORTION >= parts.length,
    };
}

function reasonOf(error: unknown): string {
  if (error instanceof FormatError) return error.message;
  if (error instanceof RangeError) return 'The file is nested too deeply to be read. Save the transcript as plain text.';
  return `The file cannot be read: ${error instanceof Error ? error.message : 'it is damaged'}. Save it again, or save the transcript as plain text.`;
}
