import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type InputLine, linesOf } from '../../src/cli/lines.ts';

const MAX = 20;
const bytes = (text: string) => new TextEncoder().encode(text);

async function* stream(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

async function read(chunks: readonly Uint8Array[], max = MAX): Promise<InputLine[]> {
  const lines: InputLine[] = [];
  for await (const line of linesOf(stream(chunks), max)) lines.push(line);
  return lines;
}

const texts = (...lines: string[]) => lines.map((text) => ({ text }));

describe('linesOf', () => {
  it.each([
    ['lines', 'a\nb\n', texts('a', 'b')],
    ['a last line without a line break', 'a\nb', texts('a', 'b')],
    ['CRLF line ends', 'a\r\nb\r\n', texts('a', 'b')],
    ['blank lines, which are lines', 'a\n\n\nb\n', texts('a', '', '', 'b')],
    ['nothing', '', []],
    ['a line break alone', '\n', texts('')],
    ['white space around a line', ' a \n\tb\n', texts(' a ', '\tb')],
    ['a carriage return inside a line', 'a\rb\n', texts('a\rb')],
    ['separators of Unicode, which end no line', 'a\u2028b\u2029c\u0085d\n', texts('a\u2028b\u2029c\u0085d')],
  ])('reads %s', async (_, text, lines) => {
    expect(await read([bytes(text)])).toEqual(lines);
  });

  it('reads the same wherever the bytes are cut, inside a character too', async () => {
    const text = bytes('芯片\r\n\u{1F600}é\n\n末');
    for (let at = 0; at <= text.length; at++)
      expect(await read([text.slice(0, at), text.slice(at)]), `cut at ${at}`).toEqual(
        texts('芯片', '\u{1F600}é', '', '末'),
      );
  });

  it('reads the same byte by byte', async () => {
    const text = bytes('芯片\r\n\u{1F600}é\n\n末');
    expect(await read([...text].map((byte) => Uint8Array.of(byte)))).toEqual(
      texts('芯片', '\u{1F600}é', '', '末'),
    );
  });

  it('ignores empty chunks', async () => {
    expect(await read([bytes(''), bytes('a'), bytes(''), bytes('\n'), bytes('')])).toEqual(texts('a'));
  });

  it('keeps a line of exactly the most bytes', async () => {
    expect(await read([bytes(`${'x'.repeat(MAX)}\na`)])).toEqual(texts('x'.repeat(MAX), 'a'));
  });

  it('reports a line that is one byte longer, once, and goes on', async () => {
    expect(await read([bytes(`a\n${'x'.repeat(MAX + 1)}\nb\n`)])).toEqual([
      { text: 'a' },
      { tooLong: true },
      { text: 'b' },
    ]);
  });

  it('counts bytes, not characters', async () => {
    expect(await read([bytes('芯'.repeat(MAX / 2))])).toEqual([{ tooLong: true }]);
  });

  it('reports a long line that comes in many chunks once', async () => {
    const chunks = Array.from({ length: 100 }, () => bytes('xxxxxxx'));
    expect(await read([...chunks, bytes('\nb')])).toEqual([{ tooLong: true }, { text: 'b' }]);
  });

  it('reports a long last line without a line break', async () => {
    expect(await read([bytes('x'.repeat(MAX * 3))])).toEqual([{ tooLong: true }]);
  });

  it('replaces bytes that are not UTF-8', async () => {
    expect(await read([Uint8Array.of(0x61, 0xff, 0x0a, 0x62)])).toEqual(texts('a\uFFFD', 'b'));
  });

  it('gives one line for each line break, and one for what follows the last', async () => {
    const chunks = fc.array(fc.uint8Array({ maxLength: 30 }));
    await fc.assert(
      fc.asyncProperty(chunks, async (parts) => {
        const all = parts.flatMap((part) => [...part]);
        const breaks = all.filter((byte) => byte === 0x0a).length;
        const open = all.length > 0 && all.at(-1) !== 0x0a;
        expect(await read(parts)).toHaveLength(breaks + Number(open));
      }),
    );
  });
});
