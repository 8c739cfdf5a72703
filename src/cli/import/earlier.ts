import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ParsedTranscript, parseTranscript } from '../../core/transcript/parse.ts';
import { problemsIn } from '../../core/transcript/problem.ts';
import { TRANSCRIPT } from '../../corpus/read.ts';
import { decode, decodeAs, ENCODINGS } from '../../formats/encoding.ts';
import type { Recording } from '../../formats/format.ts';
import { recordingOf } from '../../importing/recognise.ts';
import { describeProblems } from '../../messages/problems/describe.ts';
import { OperatorError } from '../../operator-error.ts';

/** A seminar that was imported before. */
export interface Earlier {
  /** Its transcript file, whole. */
  transcript: string;
  parsed: ParsedTranscript;
  sourceFile: string;
  bytes: Uint8Array;
  recording: Recording;
}

/** So many problems of an earlier transcript are told. */
const TOLD = 3;

/**
 * Reads a seminar that is to be imported again.
 * @param shown its folder, for the person
 * @throws OperatorError if it was not made by the importer, or cannot be read
 */
export async function readEarlier(folder: string, shown: string): Promise<Earlier> {
  const refuse = (reason: string) =>
    new OperatorError(`${shown} is there already, and ${reason}. Give another --id; nothing was changed.`);
  const transcript = await readFile(join(folder, TRANSCRIPT), 'utf8').catch(() => null);
  if (transcript === null) throw refuse(`has no ${TRANSCRIPT}`);
  const problems = problemsIn(join(shown, TRANSCRIPT));
  const parsed = parseTranscript(transcript, problems);
  if (!parsed || problems.errors.length > 0) {
    const told = describeProblems(problems.errors.slice(0, TOLD), 'en').join('\n');
    throw new OperatorError(`Correct the transcript that is there first; nothing was changed.\n${told}`);
  }
  const { file, format, encoding } = parsed.frontMatter.source;
  if (format === null || file === null) throw refuse('it was not made by the importer');
  const bytes = await readFile(join(folder, file)).catch(() => null);
  if (bytes === null) throw refuse(`its source ${file} cannot be read`);
  const known = ENCODINGS.find((name) => name === encoding);
  const text = known ? decodeAs(bytes, known) : (decode(bytes)?.text ?? null);
  const recording = await recordingOf({ bytes, text }, format);
  return { transcript, parsed, sourceFile: file, bytes, recording };
}
