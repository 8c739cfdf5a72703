import { Worker } from 'node:worker_threads';
import type { SourcePart } from '../core/transcript/source.ts';
import { fieldsOf } from '../error-fields.ts';
import { FormatError, type Look, type OpenedSource } from './format.ts';
import { READING_MEMORY_MB, READING_MS } from './limits.ts';

/** What a thread is asked to read: a document's bytes, or a text, which comes in portions. */
export type ReadingTask =
  | { reader: 'json'; id?: string }
  | { reader: 'html' }
  | { reader: 'docx'; bytes: Uint8Array };

/** A portion of the text that is to be read. */
export interface TextPortion {
  text: string;
  isLast: boolean;
}

/** What the thread answers: what was read, but for its parts and their text; then some parts at each request; or why it cannot be read. */
export type ReadingAnswer =
  | { kind: 'opened'; opened: OpenedSource }
  | {
      kind: 'parts';
      parts: readonly SourcePart[];
      starts: readonly number[];
      text: string;
      isLast: boolean;
      looks: readonly (readonly [number, Look])[];
    }
  | { kind: 'refused'; reason: string };

/** How much text is handed over at once (UTF-16): that takes about a millisecond. */
const TEXT_PORTION = 1_000_000;

/**
 * Reads a file in a thread of its own, so that nothing waits meanwhile, and a file that was made to do harm ends that thread alone.
 * All that is large goes to and fro in portions, since copying it at once would be a long wait again.
 * @param text what is to be read, if it is no document
 * @throws FormatError with the reason, also if it takes too long or too much memory
 */
export async function readApart(task: ReadingTask, text = ''): Promise<OpenedSource> {
  await ownTurn();
  try {
    return await readInThread(task, text);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else readings--;
  }
}

/** How many files are read at the same time: each may take much memory, and a corpus may have hundreds. */
const MOST_READINGS = 2;
let readings = 0;
const waiting: (() => void)[] = [];

async function ownTurn(): Promise<void> {
  if (readings >= MOST_READINGS) await new Promise<void>((resolve) => waiting.push(resolve));
  else readings++;
}

function readInThread(task: ReadingTask, text: string): Promise<OpenedSource> {
  const worker = new Worker(workerFile(), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: READING_MEMORY_MB, stackSizeMb: 4 },
    // What Node was started with is for the whole program; its output is ours, and the thread has nothing to say there.
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  const timer = setTimeout(() => void worker.terminate(), READING_MS);
  if (task.reader !== 'docx') send(worker, text, 0);
  return received(worker).finally(() => {
    clearTimeout(timer);
    void worker.terminate();
  });
}

/** The compiled file, also if this one is run as TypeScript, as tests do. */
function workerFile(): URL {
  const isCompiled = import.meta.url.endsWith('.js');
  return new URL(
    isCompiled ? './reading-worker.js' : '../../dist/src/formats/reading-worker.js',
    import.meta.url,
  );
}

function send(worker: Worker, text: string, from: number): void {
  const end = from + TEXT_PORTION;
  const portion: TextPortion = { text: text.slice(from, end), isLast: end >= text.length };
  worker.postMessage(portion);
  if (!portion.isLast) setImmediate(() => send(worker, text, end));
}

function received(worker: Worker): Promise<OpenedSource> {
  return new Promise((resolve, reject) => {
    const parts: SourcePart[] = [];
    const starts: number[] = [];
    const looks = new Map<number, Look>();
    let text = '';
    let opened: OpenedSource | undefined;
    worker.on('message', (answer: ReadingAnswer) => {
      if (answer.kind === 'refused') reject(new FormatError(answer.reason));
      else if (answer.kind === 'opened') opened = answer.opened;
      else {
        for (const part of answer.parts) parts.push(part);
        for (const start of answer.starts) starts.push(start);
        for (const [at, look] of answer.looks) looks.set(at, look);
        text += answer.text;
        if (answer.isLast && opened)
          resolve({
            ...opened,
            source: { ...opened.source, parts, starts, text },
            ...(looks.size > 0 && { looks }),
          });
      }
      worker.postMessage('next');
    });
    worker.on('error', (error) => reject(new FormatError(reasonOf(error))));
    worker.on('exit', () =>
      reject(new FormatError(`The file takes longer than ${READING_MS / 1_000} seconds to read. Divide it.`)),
    );
  });
}

function reasonOf(error: unknown): string {
  const { code, message } = fieldsOf(error);
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return `The file takes more than ${READING_MEMORY_MB} MB of memory to read. Divide it, or save it as plain text.`;
  if (code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND')
    return 'The file cannot be read, because the program is not built. Run npm run build.';
  return `The file cannot be read: ${message ?? 'the thread that reads it ended'}. It may be damaged; save it again.`;
}
