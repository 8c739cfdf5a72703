import { decode } from './encoding.ts';
import { type Container, FormatError, type OpenedSource, type SourceFile } from './format.ts';
import { srt } from './srt.ts';
import { webvtt } from './webvtt.ts';

/**
 * Every kind of file that can be read, the most particular first: the first that recognises a file reads it. The last
 * takes any text.
 */
export const CONTAINERS: readonly Container[] = [webvtt, srt];

/**
 * Reads a source by the format that its transcript names.
 * @param bytes the whole file
 * @param format the id of a container, as `source.format` has it
 * @param containers those that there are; by default all
 * @throws FormatError if there is no such format, the file is not of it, or cannot be read
 */
export async function openSource(
  bytes: Uint8Array,
  format: string,
  containers: readonly Container[] = CONTAINERS,
): Promise<OpenedSource> {
  const container = containers.find(({ id }) => id === format);
  if (!container) {
    const known = containers.map(({ id }) => id).join(', ');
    throw new FormatError(`There is no format "${format}". Write one of: ${known}.`);
  }
  const file: SourceFile = { bytes, text: decode(bytes)?.text ?? null };
  if (!container.recognises(file)) {
    const seen = file.text === null ? ', or its encoding is not known for certain' : '';
    throw new FormatError(
      `This is not a file in the format ${container.name}${seen}. Put back the file that was imported, or import it again.`,
    );
  }
  return container.read(file);
}
