import { runYielding, type Steps } from '../core/steps.ts';
import { captionXml } from './caption-xml.ts';
import { docx } from './docx.ts';
import { decode, decodeAs, ENCODINGS } from './encoding.ts';
import { type Container, FormatError, type OpenedSource, type SourceFile } from './format.ts';
import { html } from './html.ts';
import { json, jsonContainers } from './json/containers.ts';
import { markdown } from './markdown.ts';
import { otherFiles } from './other-files.ts';
import { plainText } from './plain-text.ts';
import { srt } from './srt.ts';
import { webvtt } from './webvtt.ts';

/**
 * Every kind of file that can be read, the most particular first: the first that recognises a file reads it. The last
 * takes any text.
 */
export const CONTAINERS: readonly Container[] = [
  otherFiles,
  docx,
  json,
  ...jsonContainers,
  captionXml,
  webvtt,
  srt,
  html,
  markdown,
  plainText,
];

/**
 * Reads a source by the format that its transcript names.
 * @param bytes the whole file
 * @param format the id of a container, as `source.format` has it
 * @param containers those that there are; by default all
 * @param encoding of its text, if a person had to say it
 * @throws FormatError if there is no such format, the file is not of it, or cannot be read
 */
export async function openSource(
  bytes: Uint8Array,
  format: string,
  containers: readonly Container[] = CONTAINERS,
  encoding: string | null = null,
): Promise<OpenedSource> {
  const container = containers.find(({ id }) => id === format);
  if (!container) {
    const known = containers.map(({ id }) => id).join(', ');
    throw new FormatError(`There is no format "${format}". Write one of: ${known}.`);
  }
  const file: SourceFile = { bytes, text: await textOf(bytes, encoding) };
  if (!container.recognises(file)) {
    const seen = file.text === null ? ', or its encoding is not known for certain' : '';
    throw new FormatError(
      `This is not a file in the format ${container.name}${seen}. Put back the file that was imported, or import it again.`,
    );
  }
  return container.read(file);
}

async function textOf(bytes: Uint8Array, encoding: string | null): Promise<string | null> {
  if (encoding === null) return runYielding(textSteps(bytes));
  const known = ENCODINGS.find((name) => name === encoding);
  if (known) return decodeAs(bytes, known);
  throw new FormatError(`There is no encoding "${encoding}". Write one of: ${ENCODINGS.join(', ')}.`);
}

/** So many bytes are decoded in one step. */
const STEP_BYTES = 512 * 1024;

/** The text of a file, as `decode` reads it; nearly all are UTF-8, and are decoded in steps. */
function* textSteps(bytes: Uint8Array): Steps<string | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const texts: string[] = [];
  try {
    for (let at = 0; at < bytes.length; at += STEP_BYTES) {
      const text = decoder.decode(bytes.subarray(at, at + STEP_BYTES), { stream: true });
      if (text.includes('\0')) return decode(bytes)?.text ?? null;
      texts.push(text);
      yield;
    }
    texts.push(decoder.decode());
  } catch {
    return decode(bytes)?.text ?? null;
  }
  return texts.join('');
}
