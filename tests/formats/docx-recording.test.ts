import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../src/core/steps.ts';
import { docx } from '../../src/formats/docx.ts';
import { openedDocx } from '../../src/formats/docx-html.ts';
import { labelSteps } from '../../src/formats/labels.ts';
import { paragraph, wordDocument } from './packages.ts';

/** Who says what in a document, a line per piece: name, time and words. */
async function saidIn(body: string): Promise<string[]> {
  const { pieces, opened } = runToEnd(labelSteps(docx, await openedDocx(wordDocument(body))));
  return pieces.map(({ part, start, end, name, time }) => {
    const words = opened.source.parts[part]?.text.slice(start, end);
    return `${name ?? '-'}${time === null ? '' : ` @${time}`}: ${words}`;
  });
}

const run = (inner: string) => `<w:r>${inner}</w:r>`;
const text = (words: string) => `<w:t xml:space="preserve">${words}</w:t>`;
const bold = (words: string) => `<w:r><w:rPr><w:b/></w:rPr>${text(words)}</w:r>`;

describe('who speaks in a Word document', () => {
  it('is told in the older files of Teams by a line of name and time above the words', async () => {
    const turn = (name: string, time: string, words: string) =>
      paragraph(run(text(name)), run(text(`   ${time}`)), run(`<w:br/>${text(words)}`));
    const body =
      turn('Mira Holt', '0:05', 'Shall we start?') +
      turn('Ole Berg', '0:09', 'Yes.') +
      turn('Mira Holt', '0:12', 'Good.');
    expect(await saidIn(body)).toEqual([
      'Mira Holt @5: Shall we start?',
      'Ole Berg @9: Yes.',
      'Mira Holt @12: Good.',
    ]);
  });

  it('is told in the oldest by times, a name and the words in lines of their own', async () => {
    const turn = (times: string, name: string, words: string) =>
      paragraph(run(text(times)), run(`<w:br/>${text(name)}`), run(`<w:br/>${text(words)}`));
    const body =
      turn('0:0:0.0 --&gt; 0:0:2.340', 'Holt, Mira', 'Shall we start?') +
      turn('0:0:2.500 --&gt; 0:0:5.0', 'Ole Berg (Guest)', 'Yes: now.') +
      turn('0:1:5.500 --&gt; 0:1:7.0', 'Holt, Mira', 'Good.');
    expect(await saidIn(body)).toEqual([
      'Holt, Mira @0: Shall we start?',
      'Ole Berg (Guest) @2: Yes: now.',
      'Holt, Mira @65: Good.',
    ]);
  });

  it('is not the day in its head', async () => {
    const turn = (name: string, time: string, words: string) =>
      paragraph(bold(name), run(text(`   ${time}`)), run('<w:br/>'), run(text(words)));
    const body =
      paragraph(bold('Bridge weekly')) +
      paragraph(run(text('May 1, 2024, 10:00AM'))) +
      turn('Holt, Mira', '0:05', 'Shall we start?') +
      turn('Ole Berg', '0:09', 'Yes.');
    expect(await saidIn(body)).toEqual(['Holt, Mira @5: Shall we start?', 'Ole Berg @9: Yes.']);
  });

  it('is told in the newer ones by a picture, a name in bold and a time', async () => {
    const picture = '<w:r><w:drawing/></w:r>';
    const turn = (name: string, time: string, words: string) =>
      paragraph(picture, bold(name), run(text(`   ${time}`)), run('<w:br/>'), run(text(words)));
    const body =
      turn('Holt, Mira', '0:05', 'Shall we start?') +
      turn('Ole Berg', '1:00:09', 'Yes.') +
      turn('Holt, Mira', '1:00:12', 'Good.');
    expect(await saidIn(body)).toEqual([
      'Holt, Mira @5: Shall we start?',
      'Ole Berg @3609: Yes.',
      'Holt, Mira @3612: Good.',
    ]);
  });

  it('is told by what a tab or a cell of a table sets apart', async () => {
    const tabbed = (name: string, words: string) => paragraph(run(text(name)), run(`<w:tab/>${text(words)}`));
    const tabs = tabbed('MIRA', 'Shall we start?') + tabbed('OLE', 'Yes.') + tabbed('MIRA', 'Good.');
    expect(await saidIn(tabs)).toEqual(['MIRA: Shall we start?', 'OLE: Yes.', 'MIRA: Good.']);
    const row = (name: string, words: string) =>
      `<w:tr><w:tc>${paragraph(name)}</w:tc><w:tc>${paragraph(words)}</w:tc></w:tr>`;
    const table = `<w:tbl>${row('Mira Holt', 'Shall we start?')}${row('Ole Berg', 'Yes.')}${row('Mira Holt', 'Good.')}</w:tbl>`;
    expect(await saidIn(table)).toEqual(['Mira Holt: Shall we start?', 'Ole Berg: Yes.', 'Mira Holt: Good.']);
  });

  it('is told by a name and a colon, in bold or not, with paragraphs that go on', async () => {
    const body =
      paragraph(bold('Mira Holt:'), ' Shall we start?') +
      paragraph('It is late.') +
      paragraph(bold('Ole Berg:'), ' Yes.') +
      paragraph(bold('Mira Holt:'), ' Good.');
    expect(await saidIn(body)).toEqual([
      'Mira Holt: Shall we start?',
      'Mira Holt: It is late.',
      'Ole Berg: Yes.',
      'Mira Holt: Good.',
    ]);
  });

  it('has its day and its title from the lines that Teams writes above', async () => {
    const head = ['Bridge sync-20240501_100000-Meeting Recording', 'May 1, 2024, 5:00PM', '12m 5s'];
    const turn = paragraph(
      run(text('Mira Holt')),
      run(text('   0:05')),
      run(`<w:br/>${text('Shall we start?')}`),
    );
    const body = head.map((line) => paragraph(run(text(line)))).join('') + turn + turn;
    const { facts } = runToEnd(labelSteps(docx, await openedDocx(wordDocument(body))));
    expect(facts).toEqual({ title: 'Bridge sync', date: '2024-05-01' });
  });
});
