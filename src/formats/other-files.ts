import { type Container, FormatError } from './format.ts';
import { MOST_PACKED_FILES } from './limits.ts';
import { filesIn, isZip } from './zip.ts';

const AS_DOCX = 'Open it in Word and save it as Word document (.docx).';
const AS_TEXT = 'Open it, and save the transcript as plain text.';
const FROM_RECORDING =
  'It has no text: import the transcript that was made of it, such as its VTT, SRT or JSON file.';

/** A kind of file that is not read: what people call it, and what they can do instead. */
interface OtherKind {
  is: string;
  remedy: string;
}

/**
 * What is recognised in order to say what it is, and what to do. It stands before all others in the list: some of these look like
 * text.
 */
export const otherFiles: Container = {
  id: 'other',
  name: 'file that is not read',
  recognises: ({ bytes }) => kindOf(bytes) !== null,
  async read({ bytes }) {
    const kind = kindOf(bytes);
    throw new FormatError(`The file is ${kind?.is ?? 'of no kind that is read'}. ${kind?.remedy ?? AS_TEXT}`);
  },
};

function kindOf(bytes: Uint8Array): OtherKind | null {
  if (isZip(bytes)) return packageKind(bytes);
  // Old Office files, and new ones with a password, are both in a container of their own.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return oldOfficeKind(bytes);
  return SIGNS.find(({ signs, at = 0 }) => signs.some((sign) => startsWith(bytes, sign, at)))?.kind ?? null;
}

const sign = (text: string) => Array.from(text, (char) => char.charCodeAt(0));
const sound = (name: string): OtherKind => ({ is: `a recording (${name})`, remedy: FROM_RECORDING });
const picture: OtherKind = {
  is: 'a picture',
  remedy: 'It has no text: import the transcript as a file of text.',
};
const packed = (name: string): OtherKind => ({
  is: `a package (${name})`,
  remedy: 'Unpack it, and import the transcript that is in it.',
});

const SIGNS: readonly { signs: readonly (readonly number[])[]; at?: number; kind: OtherKind }[] = [
  {
    signs: [sign('%PDF-'), [0xef, 0xbb, 0xbf, ...sign('%PDF-')]],
    kind: {
      is: 'a PDF',
      remedy:
        'Copy its text to a text file, or save it as text: the text of a PDF is read, with its page heads.',
    },
  },
  { signs: [sign('{\\rtf')], kind: { is: 'an RTF document', remedy: AS_DOCX } },
  { signs: [sign('ftyp')], at: 4, kind: sound('MP4, M4A or MOV') },
  {
    signs: [sign('ID3'), [0xff, 0xfb], [0xff, 0xf3], [0xff, 0xf2], [0xff, 0xf1], [0xff, 0xf9]],
    kind: sound('MP3 or AAC'),
  },
  { signs: [sign('OggS'), sign('fLaC')], kind: sound('Ogg or FLAC') },
  { signs: [[0x1a, 0x45, 0xdf, 0xa3]], kind: sound('WebM or Matroska') },
  { signs: [sign('WAVE'), sign('AVI ')], at: 8, kind: sound('WAV or AVI') },
  { signs: [sign('#!AMR'), [0x30, 0x26, 0xb2, 0x75]], kind: sound('AMR, WMA or WMV') },
  { signs: [[0x89, ...sign('PNG')], [0xff, 0xd8, 0xff], sign('GIF8')], kind: picture },
  { signs: [[0x1f, 0x8b]], kind: packed('gzip') },
  { signs: [sign('7z\xbc\xaf'), sign('Rar!')], kind: packed('7z or RAR') },
  { signs: [sign('SQLite format 3')], kind: { is: 'a database (SQLite)', remedy: AS_TEXT } },
];

/** Packages by a file that only they have; one with a Word document in it is read. */
const PACKAGES: readonly { has: string; kind: OtherKind }[] = [
  {
    has: 'xl/workbook.',
    kind: {
      is: 'an Excel workbook',
      remedy: 'Copy the transcript to a text file, a line for each turn: "Name: words".',
    },
  },
  {
    has: 'ppt/presentation.',
    kind: { is: 'a PowerPoint presentation', remedy: 'Import the transcript of the talk instead.' },
  },
  {
    has: 'Index/Document.iwa',
    kind: { is: 'a Pages document', remedy: 'Open it in Pages and export it as Word document (.docx).' },
  },
  { has: 'META-INF/container.xml', kind: { is: 'an e-book (EPUB)', remedy: AS_TEXT } },
  {
    has: 'content.xml',
    kind: {
      is: 'an OpenDocument file (.odt)',
      remedy: 'Open it in LibreOffice or Word and save it as Word document (.docx).',
    },
  },
];

function packageKind(bytes: Uint8Array): OtherKind | null {
  const files = filesIn(bytes, MOST_PACKED_FILES);
  if (files === null)
    return {
      is: 'a package that is damaged',
      remedy: 'If it is a Word document, open it in Word, save it again, and import that.',
    };
  const names = files.map(({ name }) => name);
  if (names.includes('word/document.xml')) return null;
  return PACKAGES.find(({ has }) => names.some((name) => name.startsWith(has)))?.kind ?? packed('zip');
}

function oldOfficeKind(bytes: Uint8Array): OtherKind {
  if (includesWide(bytes, 'EncryptedPackage'))
    return { is: 'an Office document with a password', remedy: 'Save it without one.' };
  if (includesWide(bytes, 'WordDocument')) return { is: 'an old Word document (.doc)', remedy: AS_DOCX };
  return { is: 'an old Office document, such as .doc, .xls, .ppt or .msg', remedy: AS_TEXT };
}

/** Whether the bytes have a name as such containers write it: two bytes for a letter. */
function includesWide(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));
}

function startsWith(bytes: Uint8Array, sign: readonly number[], at = 0): boolean {
  return bytes.length >= at + sign.length && sign.every((byte, nth) => bytes[at + nth] === byte);
}
