import { runYielding } from '../core/steps.ts';
import { type Container, FormatError, type Recording, type SourceFile } from '../formats/format.ts';
import { CONTAINERS } from '../formats/index.ts';
import { labelSteps } from '../formats/labels.ts';
import { MOST_PARTS } from '../formats/limits.ts';

/** Whether a file can be read without its text: a Word document. */
export function isReadable(file: SourceFile): boolean {
  return CONTAINERS.some((container) => container.recognises(file));
}

/**
 * Reads a file as a recording, by its content.
 * @param format the id of the container, if it is known
 * @throws FormatError if it is of no kind that is read, with what was seen
 */
export async function recordingOf(file: SourceFile, format: string | null = null): Promise<Recording> {
  const container: Container | undefined = CONTAINERS.find(
    (each) => (format === null || each.id === format) && each.recognises(file),
  );
  if (!container) {
    if (file.text?.includes('\0'))
      throw new FormatError(
        'The file has many NUL bytes, which no text has in this encoding. If it is UTF-16, say so with --encoding utf-16le or utf-16be; else save the transcript as text in UTF-8, and import that.',
      );
    throw new FormatError(
      'The file is neither a text nor a Word document. Save the transcript as text, VTT, SRT or .docx, and import that.',
    );
  }
  const opened = await container.read(file);
  const { unit, parts } = opened.source;
  if (parts.length > MOST_PARTS)
    throw new FormatError(
      `The file has ${parts.length} ${unit}s, and at most ${MOST_PARTS} are read. Divide it, and import each half.`,
    );
  if (!/[\p{L}\p{N}]/u.test(opened.source.text))
    throw new FormatError(
      `The file was read as ${container.name}, and nobody says anything in it. Look whether it is the right one, and saved whole.`,
    );
  // JSON shows of which kind it is only as it is read.
  const exact = CONTAINERS.find(({ id }) => id === opened.format) ?? container;
  return runYielding(labelSteps(exact, opened));
}
