import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { attribute } from './core/attribute.ts';
import { type Library, libraryOf } from './core/library.ts';
import { parseTranscript } from './core/parse.ts';
import { describeProblem, type Problem, type Transcript } from './core/transcript.ts';

/** Thrown when a corpus cannot be used; the message lists every problem, one a line. */
export class CorpusError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(describeProblem).join('\n'));
    this.name = 'CorpusError';
    this.problems = problems;
  }
}

const TRANSCRIPT = 'transcript.md';
const SEMINAR_ID = /^[a-z0-9][a-z0-9-]{0,39}$/;
/** A transcript of a whole conference day has about 1 MB; a file beyond this is not a transcript. */
const FILE_BYTES = 16 * 1024 * 1024;

/**
 * Reads every seminar below a corpus folder.
 * @param directory the corpus folder; each folder in it is a seminar
 * @throws CorpusError with every problem of every file, when there is any
 */
export async function loadLibrary(directory: string): Promise<Library> {
  const { transcripts, problems } = await readCorpus(directory);
  if (problems.length > 0) throw new CorpusError(problems);
  return libraryOf(transcripts);
}

/** Reads and checks every seminar, without stopping at the first problem. */
export async function readCorpus(
  directory: string,
): Promise<{ transcripts: Transcript[]; problems: Problem[] }> {
  let names: string[];
  try {
    const entries = await readdir(directory, { withFileTypes: true });
    names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch {
    const what = 'The corpus folder cannot be read.';
    const remedy = 'Set CORPUS_DIR to the folder that holds a folder per seminar.';
    return { transcripts: [], problems: [{ file: directory, line: 1, what, remedy }] };
  }
  const read = await Promise.all(names.sort().map((name) => readSeminar(directory, name)));
  const transcripts = read.flatMap(({ transcript }) => transcript ?? []);
  const problems = read.flatMap(({ problems }) => problems);
  if (names.length === 0) {
    const remedy = 'Add a folder with a transcript.md and its source, as corpus/README.md shows.';
    problems.push({ file: directory, line: 1, what: 'The corpus folder has no seminar.', remedy });
  }
  return { transcripts, problems };
}

async function readSeminar(
  directory: string,
  id: string,
): Promise<{ transcript: Transcript | null; problems: Problem[] }> {
  const transcriptFile = join(directory, id, TRANSCRIPT);
  if (!SEMINAR_ID.test(id)) {
    const remedy = 'Use small letters, digits and hyphens, at most 40, for example scsp-chips-2025.';
    return {
      transcript: null,
      problems: [{ file: join(directory, id), line: 1, what: 'The folder name is no seminar id.', remedy }],
    };
  }
  const written = await readText(transcriptFile);
  if ('problem' in written) return { transcript: null, problems: [written.problem] };
  const { parsed, problems } = parseTranscript(written.text, transcriptFile);
  if (!parsed) return { transcript: null, problems };

  const sourceFile = join(directory, id, parsed.frontMatter.source.file);
  const source = await readText(sourceFile);
  if ('problem' in source) return { transcript: null, problems: [...problems, source.problem] };
  const attributed = attribute(parsed, source.text, { id, transcriptFile, sourceFile });
  const all = [...problems, ...attributed.problems];
  return { transcript: all.length > 0 ? null : attributed.transcript, problems: all };
}

/** A file's text, or why it cannot be used. */
async function readText(file: string): Promise<{ text: string } | { problem: Problem }> {
  let bytes: Buffer;
  try {
    const { size } = await stat(file);
    if (size > FILE_BYTES) {
      const what = `The file has ${size} bytes, more than the ${FILE_BYTES} that a transcript may have.`;
      return { problem: { file, line: 1, what, remedy: 'Split it into several seminars.' } };
    }
    bytes = await readFile(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    const remedy = 'Each seminar folder holds transcript.md and the source file that its front matter names.';
    return { problem: { file, line: 1, what: `The file cannot be read (${code}).`, remedy } };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    const what = 'The file is not UTF-8.';
    return {
      problem: {
        file,
        line: firstBadLine(bytes),
        what,
        remedy: 'Save it as UTF-8 (a source: convert a copy and say so in corpus/README.md).',
      },
    };
  }
}

/** The first line, from 1, that is not UTF-8. */
function firstBadLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
  }
  return line;
}
