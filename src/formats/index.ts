import { type Container, FormatError, type OpenedSource, type SourceFile } from './format.ts';

/**
 * Every kind of file that can be read, the most particular first: the first that recognises a file reads it. The last
 * takes any text.
 */
export const CONTAINERS: readonly Container[] = [];

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
  const file = sourceFileOf(bytes);
  if (!container.recognises(file)) {
    throw new FormatError(
      `This is not a file in the format ${container.name}. Put the file back as it was imported, or import it again.`,
    );
  }
  return container.read(file);
}

/** A file's bytes with its text, if it is one. */
function sourceFileOf(bytes: Uint8Array): SourceFile {
  try {
    return { bytes, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { bytes, text: null };
  }
}
