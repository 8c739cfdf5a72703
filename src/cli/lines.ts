/** One line of input, or the fact that it was too long to be kept. */
export type InputLine = { text: string } | { tooLong: true };

/**
 * Splits bytes into lines, holding no more than one line of at most `maxBytes` in memory. A longer line is
 * dropped and reported once. The last line needs no line break; white space around a line is kept.
 */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<InputLine> {
  const decoder = new TextDecoder();
  let pending: Uint8Array[] = [];
  let size = 0;
  let started = false;

  const take = (): InputLine => {
    const line: InputLine =
      size > maxBytes
        ? { tooLong: true }
        : { text: decoder.decode(Buffer.concat(pending)).replace(/\r$/, '') };
    pending = [];
    size = 0;
    started = false;
    return line;
  };
  const keep = (part: Uint8Array) => {
    started ||= part.length > 0;
    size += part.length;
    if (size > maxBytes) pending = [];
    else pending.push(part);
  };

  for await (const chunk of chunks) {
    let from = 0;
    for (let newline = chunk.indexOf(0x0a); newline >= 0; newline = chunk.indexOf(0x0a, from)) {
      keep(chunk.subarray(from, newline));
      yield take();
      from = newline + 1;
    }
    keep(chunk.subarray(from));
  }
  if (started) yield take();
}
