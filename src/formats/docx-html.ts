import mammoth from 'mammoth';
import { titleFacts } from './facts.ts';
import { FormatError, type OpenedSource } from './format.ts';
import { htmlText, openedLines } from './html-parts.ts';
import { statedFacts } from './labels/stated-facts.ts';
import { inMegabytes, LARGEST_UNPACKED, MOST_PACKED_FILES } from './limits.ts';
import { filesIn, type PackedFile, unpackedSize } from './zip.ts';

/** The part of mammoth's document that is looked at here. */
interface WordElement {
  type: string;
  children?: WordElement[];
}

/** Pictures have no words. Without the references to them, notes and comments stay out as well. */
const PASSED_OVER: ReadonlySet<string> = new Set(['image', 'noteReference', 'commentReference']);

/**
 * Reads a Word document to its end: a part per paragraph, or per line of one where its author broke it. What is deleted in
 * tracked changes is gone, what is inserted is there; heads and feet of pages, notes and comments are nobody's words.
 * @throws FormatError if it is damaged, has a password or unpacks to too much
 */
export async function openedDocx(bytes: Uint8Array): Promise<OpenedSource> {
  refuseHarmful(bytes);
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
    {
      includeEmbeddedStyleMap: false,
      styleMap: ["p[style-name='Title'] => h1:fresh"],
      transformDocument: withoutPictures,
    },
  );
  const { lines } = htmlText(value, { keepsBlanks: true });
  const opened = openedLines(lines, titleFacts(titleIn(value)), null);
  return { ...opened, facts: { ...statedFacts(opened.source.parts), ...opened.facts } };
}

/** The texts of a package must be as large as it says, and not too large. Pictures stay packed. */
function refuseHarmful(bytes: Uint8Array): void {
  const files = filesIn(bytes, MOST_PACKED_FILES);
  if (files === null)
    throw new FormatError('The Word document is damaged. Open it in Word, save it again, and import that.');
  if (files.some(({ isEncrypted }) => isEncrypted))
    throw new FormatError('The Word document has a password. Save it without one.');
  const texts = files.filter(({ name }) => /\.(?:xml|rels)$/i.test(name) || name === 'mammoth/style-map');
  let room = LARGEST_UNPACKED;
  if (texts.reduce((sum, { size }) => sum + size, 0) > room) throw tooLarge();
  for (const file of texts) room -= sizeOf(bytes, file, room);
}

function sizeOf(bytes: Uint8Array, file: PackedFile, room: number): number {
  const size = unpackedSize(bytes, file, Math.min(room, file.size));
  if (size !== null) return size;
  throw new FormatError(
    `The Word document is damaged: "${file.name}" in it is not what the document says. Open it in Word, save it again, and import that.`,
  );
}

function tooLarge(): FormatError {
  return new FormatError(
    `The Word document unpacks to more than ${inMegabytes(LARGEST_UNPACKED)} MB of text, which no transcript has. Save the transcript as plain text.`,
  );
}

function withoutPictures(element: WordElement): WordElement {
  if (!element.children) return element;
  return {
    ...element,
    children: element.children.filter(({ type }) => !PASSED_OVER.has(type)).map(withoutPictures),
  };
}

/** The document's first heading of the first level, if it begins with it. */
function titleIn(html: string): string | undefined {
  const [, inner] = /^\s*<h1>([^\n]*?)<\/h1>/.exec(html.slice(0, 2_000)) ?? [];
  return inner === undefined
    ? undefined
    : htmlText(inner, { keepsBlanks: false })
        .lines.map(({ text }) => text)
        .join(' ');
}
