import { readApart } from '../apart.ts';
import type { Container, OpenedSource, SourceFile } from '../format.ts';
import { READ_AT_ONCE } from '../limits.ts';
import { JSON_KINDS } from './kinds.ts';
import { openedJson } from './opened.ts';

/** An object, or a list of objects, lists or texts. `[00:01]` and `[Music]` begin texts. */
const START = /^\uFEFF?\s*(?:\{\s*["}]|\[\s*(?:[{"\]]|\[\s*[\d\][]))/;

/** JSON of any kind. What it reads says of which kind it is, so that a check reads it as that again. */
export const json: Container = { id: 'json', name: 'JSON', recognises: isJson, read: (file) => read(file) };

/**
 * A container for each kind, for reading a file again as what it was read before. They stand after `json` in the list, since they
 * recognise any JSON: to tell of which kind it is takes reading it whole.
 */
export const jsonContainers: readonly Container[] = JSON_KINDS.map(({ id, name }) => ({
  id,
  name,
  recognises: isJson,
  read: (file) => read(file, id),
}));

function isJson({ text }: SourceFile): boolean {
  return text !== null && START.test(text.slice(0, 10_000));
}

async function read({ text }: SourceFile, id?: string): Promise<OpenedSource> {
  const written = text ?? '';
  if (written.length > READ_AT_ONCE) return readApart({ reader: 'json', ...(id && { id }) }, written);
  return openedJson(written, id);
}
