import { Worker } from 'node:worker_threads';
import { fieldsOf } from '../error-fields.ts';
import { FormatError, type OpenedSource } from './format.ts';
import { READING_MEMORY_MB, READING_MS } from './limits.ts';

/** What a thread is asked to read. */
export type ReadingTask =
  | { reader: 'json'; text: string; id?: string }
  | { reader: 'html'; text: string }
  | { reader: 'docx'; bytes: Uint8Array };

/** What it answers: what was read but for its parts, then at each request some parts, or why it cannot be read. */
export type ReadingAnswer =
  | { kind: 'opened'; opened: OpenedSource }
  | { kind: 'parts'; parts: OpenedSource['source']['parts']; starts: readonly number[]; isLast: boolean }
  | { kind: 'refused'; reason: string };

const TOO_MUCH = `The file takes more than ${READING_MEMORY_MB} MB of memory to read. Divide it, or save it as plain text.`;

/**
 * Reads a file in a thread of its own, so that nothing waits meanwhile, and a file that was made to do harm ends that thread alone.
 * Parts come in portions, each at request: unpacking a hundred thousand at once would be a long wait again.
 * @throws FormatError with the reason, also if it takes too long or too much memory
 */
export function readApart(task: ReadingTask): Promise<OpenedSource> {
  const worker = new Worker(workerFile(), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: READING_MEMORY_MB, stackSizeMb: 4 },
    // What Node was started with is for the whole program; its output is ours, and the thread has nothing to say there.
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  const timer = setTimeout(() => void worker.terminate(), READING_MS);
  return received(worker).finally(() => {
    clearTimeout(timer);
    void worker.terminate();
  });
}

/** The compiled file, also if this one is run as TypeScript, as tests do. */
function workerFile(): URL {
  const isCompiled = import.meta.url.endsWith('.js');
  return new URL(isCompiled ? './reading-worker.js' : '../../dist/src/formats/reading-worker.js', import.meta.url);
}

function received(worker: Worker): Promise<OpenedSource> {
  return new Promise((resolve, reject) => {
    const parts: OpenedSource['source']['parts'][number][] = [];
    const starts: number[] = [];
    let opened: OpenedSource | undefined;
    worker.on('message', (answer: ReadingAnswer) => {
      if (answer.kind === 'refused') reject(new FormatError(answer.reason));
      else if (answer.kind === 'opened') opened = answer.opened;
      else {
        for (const part of answer.parts) parts.push(part);
        for (const start of answer.starts) starts.push(start);
        if (answer.isLast && opened) resolve({ ...opened, source: { ...opened.source, parts, starts } });
      }
      worker.postMessage('next');
    });
    worker.on('error', (error) => reject(new FormatError(reasonOf(error))));
    worker.on('exit', () => reject(new FormatError(`The file takes longer than ${READING_MS / 1_000} seconds to read. Divide it.`)));
  });
}

function reasonOf(error: unknown): string {
  const { code, message } = fieldsOf(error);
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return TOO_MUCH;
  if (code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND')
    return 'The file cannot be read, because the program is not built. Run npm run build.';
  return `The file cannot be read: ${message ?? 'the thread that reads it ended'}. It may be damaged; save it again.`;
}
