import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Drafted, seminarId } from '../../importing/draft-of.ts';
import { transcriptText } from '../../importing/transcript-text.ts';
import type { ImportOptions } from './arguments.ts';

/** What is to be written, and where. */
export interface Target {
  id: string;
  drafted: Drafted;
  transcript: string;
  corrections: null;
}

export async function targetOf({
  directory,
  drafted,
  options,
}: {
  directory: string;
  drafted: Drafted;
  options: ImportOptions;
}): Promise<Target> {
  const taken = new Set(await readdir(directory).catch((): string[] => []));
  const id = options.id ?? seminarId(drafted.draft, basename(options.path), (each) => taken.has(each));
  return { id, drafted, transcript: transcriptText(drafted.draft), corrections: null };
}
