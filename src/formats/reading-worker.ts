import { once } from 'node:events';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { ReadingAnswer, ReadingTask, TextPortion } from './apart.ts';
import { openedDocx } from './docx-html.ts';
import { FormatError, type OpenedSource } from './format.ts';
import { openedHtml } from './html-parts.ts';
import { openedJson } from './json/opened.ts';

/** How many parts are handed over at once: that takes about a millisecond. */
const PORTION = 1_000;

if (parentPort) await answer(parentPort, workerData);

async function answer(port: MessagePort, task: ReadingTask): Promise<void> {
  const send = (message: ReadingAnswer) => port.postMessage(message);
  try {
    const opened = await read(port, task);
    const { source, looks: _, ...rest } = opened;
    send({ kind: 'opened', opened: { ...rest, source: { ...source, parts: [], starts: [], text: '' } } });
    for (const portion of portionsOf(opened)) {
      await once(port, 'message');
      send(portion);
    }
  } catch (error) {
    send({ kind: 'refused', reason: reasonOf(error) });
  }
}

async function read(port: MessagePort, task: ReadingTask): Promise<OpenedSource> {
  if (task.reader === 'docx') return openedDocx(task.bytes);
  const text = await receivedText(port);
  return task.reader === 'json' ? openedJson(text, task.id) : openedHtml(text);
}

function receivedText(port: MessagePort): Promise<string> {
  return new Promise((resolve) => {
    const portions: string[] = [];
    const take = ({ text, isLast }: TextPortion) => {
      portions.push(text);
      if (!isLast) return;
      port.off('message', take);
      resolve(portions.join(''));
    };
    port.on('message', take);
  });
}

function* portionsOf({ source: { parts, starts, text }, looks }: OpenedSource): Generator<ReadingAnswer> {
  for (let at = 0; at === 0 || at < parts.length; at += PORTION) {
    const end = at + PORTION;
    yield {
      kind: 'parts',
      parts: parts.slice(at, end),
      starts: starts.slice(at, end),
      looks: parts.slice(at, end).flatMap((_, nth) => {
        const look = looks?.get(at + nth);
        return look ? [[at + nth, look] as const] : [];
      }),
      text: text.slice(at === 0 ? 0 : starts[at], starts[end]),
      isLast: end >= parts.length,
    };
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof FormatError) return error.message;
  if (error instanceof RangeError)
    return 'The file is nested too deeply to be read. Save the transcript as plain text.';
  const reason = error instanceof Error ? error.message : 'it is damaged';
  return `The file cannot be read: ${reason}. Save it again, or save the transcript as plain text.`;
}
