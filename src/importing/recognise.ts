import { runYielding } from '../core/steps.ts';
import { type Container, FormatError, type Recording, type SourceFile } from '../formats/format.ts';
import { CONTAINERS } from '../formats/index.ts';
import { labelSteps } from '../formats/labels.ts';

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
    throw new FormatError(
      'This is no text, and no kind of file that is read. Save it as text, .vtt, .srt or .docx, and import that.',
    );
  }
  const opened = await container.read(file);
  if (!/[\p{L}\p{N}]/u.test(opened.source.text))
    throw new FormatError(`The file was read as ${container.name}, and nobody says anything in it.`);
  // JSON shows of which kind it is only as it is read.
  const exact = CONTAINERS.find(({ id }) => id === opened.format) ?? container;
  return runYielding(labelSteps(exact, opened));
}
