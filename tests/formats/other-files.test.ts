import { describe, expect, it } from 'vitest';
import { FormatError } from '../../src/formats/format.ts';
import { CONTAINERS } from '../../src/formats/index.ts';
import { LARGEST_FILE, refuseLarge } from '../../src/formats/limits.ts';
import { otherFiles } from '../../src/formats/other-files.ts';
import { packed, paragraph, wordDocument } from './packages.ts';

const OLD_OFFICE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const withName = (name: string) =>
  Buffer.concat([OLD_OFFICE, Buffer.alloc(512), Buffer.from(name, 'utf16le')]);
const zip = (...names: string[]) => packed(names.map((name) => ({ name, content: 'x' })));
const bytesOf = (text: string) => Buffer.from(text, 'latin1');

describe('a file that is not read', () => {
  it.each([
    ['a PDF', bytesOf('%PDF-1.7\n'), /Copy its text/],
    ['an RTF document', bytesOf('{\\rtf1\\ansi'), /\.docx/],
    ['an old Word document (.doc)', withName('WordDocument'), /\.docx/],
    ['an Office document with a password', withName('EncryptedPackage'), /without/],
    ['an old Office document, such as .doc, .xls, .ppt or .msg', withName('Workbook'), /plain text/],
    ['an OpenDocument file (.odt)', zip('mimetype', 'content.xml'), /\.docx/],
    ['a Pages document', zip('Index/Document.iwa'), /Pages/],
    ['an Excel workbook', zip('[Content_Types].xml', 'xl/workbook.xml'), /"Name: words"/],
    ['a PowerPoint presentation', zip('ppt/presentation.xml'), /Import the transcript/],
    ['a package (zip)', zip('a.txt'), /Unpack it/],
    ['a package that is damaged', bytesOf('PK\x03\x04 and no more'), /save it again/],
    ['a recording (MP4, M4A or MOV)', bytesOf('\0\0\0\x20ftypisom'), /VTT/],
    ['a recording (MP3 or AAC)', bytesOf('ID3\x04'), /VTT/],
    ['a recording (WAV or AVI)', bytesOf('RIFF\0\0\0\0WAVE'), /VTT/],
    ['a recording (WebM or Matroska)', Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), /VTT/],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47]), /no text/],
  ])('is called what it is: %s', async (is, bytes, remedy) => {
    const file = { bytes, text: null };
    expect(CONTAINERS.find((container) => container.recognises(file))).toBe(otherFiles);
    const reason = await otherFiles.read(file).catch((error: unknown) => error);
    expect(reason).toBeInstanceOf(FormatError);
    expect(String(reason)).toContain(`The file is ${is}. `);
    expect(String(reason)).toMatch(remedy);
  });

  it('is no Word document and no text', () => {
    for (const bytes of [
      wordDocument(paragraph('Hello.')),
      bytesOf('Mira: Hello.'),
      bytesOf(''),
      bytesOf('ID: 3'),
      bytesOf('PK'),
    ])
      expect(otherFiles.recognises({ bytes, text: null })).toBe(false);
  });

  it('is refused from a size on that no transcript has', () => {
    expect(() => refuseLarge(LARGEST_FILE)).not.toThrow();
    expect(() => refuseLarge(LARGEST_FILE + 1)).toThrow('The file has 51 MB, and at most 50 MB are read.');
  });
});
