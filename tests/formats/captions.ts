import type { Container, OpenedSource } from '../../src/formats/format.ts';
import { srt } from '../../src/formats/srt.ts';
import { webvtt } from '../../src/formats/webvtt.ts';

const fileOf = (text: string) => ({ bytes: Buffer.from(text), text });

/** The ids of the containers of captions that recognise a text: one, or none. */
export const kindsOf = (text: string): string[] =>
  [webvtt, srt].filter((container) => container.recognises(fileOf(text))).map(({ id }) => id);

export function read(container: Container, text: string): Promise<OpenedSource> {
  return container.read(fileOf(text));
}

/** Reads a text as what it is recognised as. */
export function readCaptions(text: string): Promise<OpenedSource> {
  const container = [webvtt, srt].find(({ id }) => kindsOf(text).includes(id));
  return container ? read(container, text) : Promise.reject(new Error(`No captions: ${text.slice(0, 100)}`));
}

/** What is said in a file, a line for each part: its line, its time, whom a field names, its words. */
export async function saidIn(text: string): Promise<string[]> {
  const { source } = await readCaptions(text);
  return source.parts.map(
    ({ place, time, label, text: words }) =>
      `${place} ${time} ${label === null ? '' : `[${label}] `}${words}`,
  );
}
