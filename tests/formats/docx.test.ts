import { describe, expect, it } from 'vitest';
import { docx } from '../../src/formats/docx.ts';
import { openedDocx } from '../../src/formats/docx-html.ts';
import { LARGEST_UNPACKED } from '../../src/formats/limits.ts';
import { packed, paragraph, wordDocument, wordFiles } from './packages.ts';

const textsOf = async (bytes: Uint8Array) => (await openedDocx(bytes)).source.parts.map(({ text }) => text);

describe('a Word document', () => {
  it('keeps a name and its time in one line, and the words after the line break in the next', async () => {
    const body = `<w:p><w:r><w:t>Mira Holt</w:t></w:r><w:r><w:t xml:space="preserve">   0:05</w:t></w:r><w:r><w:br/><w:t>Shall we start?</w:t></w:r></w:p>`;
    const { source, groups } = await openedDocx(wordDocument(body + paragraph('It is late.')));
    expect(source.parts.map(({ text, place }) => [place, text])).toEqual([
      [1, 'Mira Holt   0:05'],
      [2, 'Shall we start?'],
      [3, 'It is late.'],
    ]);
    expect(source.unit).toBe('paragraph');
    expect(groups).toEqual([0, 2]);
  });

  it('keeps what a tab sets apart', async () => {
    const body = `<w:p><w:r><w:t>MIRA</w:t></w:r><w:r><w:tab/><w:t>Shall we start?</w:t></w:r></w:p>`;
    expect(await textsOf(wordDocument(body))).toEqual(['MIRA\tShall we start?']);
  });

  it('reads a table row by row, a name beside its words', async () => {
    const cell = (...inner: string[]) => `<w:tc>${inner.join('')}</w:tc>`;
    const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
    const table = `<w:tbl>${row(cell(paragraph('Mira')), cell(paragraph('Shall we?'), paragraph('It is late.')))}${row(cell(paragraph('Ole')), cell(paragraph('Yes.')))}</w:tbl>`;
    expect(await textsOf(wordDocument(table))).toEqual(['Mira\tShall we?', 'It is late.', 'Ole\tYes.']);
  });

  it('takes what was inserted and leaves what was deleted, in tracked changes', async () => {
    const body = paragraph(
      'We build ',
      '<w:ins w:id="1"><w:r><w:t>two </w:t></w:r></w:ins>',
      '<w:del w:id="2"><w:r><w:delText>three </w:delText></w:r></w:del>',
      'bridges.',
    );
    expect(await textsOf(wordDocument(body))).toEqual(['We build two bridges.']);
  });

  it('leaves out notes and comments, and reads the words of a text box once', async () => {
    const note = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const inBox = `<w:txbxContent>${paragraph('In a box.')}</w:txbxContent>`;
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${inBox}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${inBox}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const footnotes = `<w:footnotes NAMESPACES><w:footnote w:id="2">${paragraph('A note.')}</w:footnote></w:footnotes>`;
    const bytes = wordDocument(paragraph('Said.', note) + paragraph('Before.', box), { footnotes });
    expect(await textsOf(bytes)).toEqual(['Said.', 'Before.', 'In a box.']);
  });

  it('gives its title if it begins with one', async () => {
    const title =
      '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Bridges &amp; steel</w:t></w:r></w:p>';
    expect((await openedDocx(wordDocument(title + paragraph('Mira: Hello.')))).facts).toEqual({
      title: 'Bridges & steel',
    });
    expect((await openedDocx(wordDocument(paragraph('Mira: Hello.') + title))).facts).toEqual({});
  });

  it('is read in a thread of its own, to the same', async () => {
    const body = Array.from({ length: 1_100 }, (_, at) => paragraph(`Sentence ${at}.`)).join('');
    const bytes = wordDocument(body);
    expect(docx.recognises({ bytes, text: null })).toBe(true);
    expect(await docx.read({ bytes, text: null })).toEqual(await openedDocx(bytes));
  });
});

describe('a Word document that was made to do harm', () => {
  const files = wordFiles(`<!--${'a'.repeat(100_000)}-->`);

  it('is refused if it unpacks to too much, or to more than it says', async () => {
    const honest = files.map((file) => ({ ...file, size: LARGEST_UNPACKED }));
    await expect(openedDocx(packed(honest))).rejects.toThrow(/unpacks to more than 32 MB/);
    const lying = files.map((file) => ({ ...file, size: 1_000 }));
    await expect(openedDocx(packed(lying))).rejects.toThrow(
      /"word\/document.xml" in it is not what the document says/,
    );
  });

  it('is refused if it is damaged, nested too deeply or has a password, with what to do', async () => {
    const whole = wordDocument(paragraph('Hello.'));
    await expect(openedDocx(whole.subarray(0, whole.length - 60))).rejects.toThrow(/is damaged/);
    await expect(docx.read({ bytes: wordDocument('<w:p>Hello'), text: null })).rejects.toThrow(
      /cannot be read/,
    );
    const nested = `${'<w:ins>'.repeat(20_000)}${'</w:ins>'.repeat(20_000)}`;
    await expect(docx.read({ bytes: wordDocument(paragraph(nested)), text: null })).rejects.toThrow(
      /nested too deeply/,
    );
    const [first, ...rest] = wordFiles(paragraph('Hello.'));
    const secret = [...rest, ...(first ? [{ ...first, isEncrypted: true }] : [])];
    await expect(openedDocx(packed(secret))).rejects.toThrow(/has a password/);
  });
});
