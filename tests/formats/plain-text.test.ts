import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/formats/plain-text.ts';

async function opened(text: string) {
  return plainText.read({ bytes: new Uint8Array(), text });
}

async function partsOf(text: string): Promise<[number, string][]> {
  return (await opened(text)).source.parts.map((part) => [part.place, part.text]);
}

describe('a text in lines', () => {
  it('has a part for each line that is not blank, whatever ends it', async () => {
    expect(await partsOf('\uFEFFone\r\n\r\n  two \rthree\u2028four\n')).toEqual([
      [1, 'one'],
      [3, 'two'],
      [4, 'three'],
      [5, 'four'],
    ]);
  });

  it('keeps the space within a line', async () => {
    expect(await partsOf('Mira Holt   0:05  \n')).toEqual([[1, 'Mira Holt   0:05']]);
  });

  it('is any text without null characters', () => {
    expect(plainText.recognises({ bytes: new Uint8Array(), text: 'anything' })).toBe(true);
    expect(plainText.recognises({ bytes: new Uint8Array(), text: 'PK\0' })).toBe(false);
    expect(plainText.recognises({ bytes: new Uint8Array(), text: null })).toBe(false);
  });

  it('begins a paragraph at each line where lines are of any length', async () => {
    expect((await opened('Mira: We begin.\nOle: Yes.\n\nMira: Good.\n')).groups).toEqual([0, 1, 2]);
  });

  it('begins a paragraph at a blank line or an indented one where lines are broken', async () => {
    const line = 'these are words that go on to the end of a line of this width and';
    const text = `   ${line}\n${line}\n${line}\n   ${line}\n${line}\n${line}\n\n${line}\n${line}\nend.\n`;
    expect((await opened(text)).groups).toEqual([0, 3, 6]);
  });

  it('begins a paragraph after a line that is not full, and at what may be a label, where no line is blank', async () => {
    const said = [
      'CHAIR HOLT. So we go on to speak of steel and of all that is made of it here in the',
      'north, where the rivers are wide and the bridges are long, and where nobody has seen',
      'the ferry for years.',
      'And that is one of those points that I would like to make today, if you allow me that',
      'again, and if the members of this committee do not object to it, as they did in March.',
      'MR. BERG. I second that.',
    ];
    const text = [...said, ...said, ...said].join('\n');
    expect((await opened(text)).groups).toEqual([0, 3, 5, 6, 9, 11, 12, 15, 17]);
  });

  it('takes off the numbers of the lines on a page', async () => {
    const lines = Array.from({ length: 12 }, (_, at) => `${String(at + 1).padStart(2)}  Line of a page.`);
    expect(await partsOf(`${lines.join('\n')}\n`)).toEqual(lines.map((_, at) => [at + 1, 'Line of a page.']));
  });

  it('keeps numbers that are said', async () => {
    const lines = ['1 is the first.', '2 is the next.', '7 is mine.', '3 is yours.', 'Then more.'];
    expect(await partsOf(lines.join('\n'))).toEqual(lines.map((line, at) => [at + 1, line]));
  });

  it.each([
    ['Meeting of 2024-05-01\nWords.', '2024-05-01'],
    ['Thursday, July 10, 2008\nWords.', '2008-07-10'],
    ['The 3rd of May 2021, 10:00\nWords.', '2021-05-03'],
    ['31 February 2021\nWords.', undefined],
    ['May 3\nWords.', undefined],
    ['2024-05-01\n2024-06-01\nWords.', undefined],
  ])('states a date only with its year, and only one: %j', async (text, date) => {
    expect((await opened(text)).facts.date).toBe(date);
  });

  it('keeps every sign that is not white space', async () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'B', ':', ' ', '\t', '.', '9', '中', '-') });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 7 }), async (lines) => {
        const parts = await partsOf(lines.join('\n'));
        const kept = parts.map(([, text]) => text).join('');
        expect(kept.replace(/\s/gu, '')).toBe(lines.join('').replace(/\s/gu, ''));
        for (const [place, text] of parts) expect(text).toBe(lines[place - 1]?.trim());
      }),
    );
  });
});
