/** A column: its head, of one line or more. */
export type Head = readonly string[];

/** A row: its name, and a cell for each column. */
export interface Row {
  name: string;
  cells: readonly string[];
}

/** No line is longer, so that it can be read in an ordinary window. */
const WIDTH = 120;
const LEAST_COLUMN = 5;
const BETWEEN = 2;

/**
 * The lines of a table: names on the left, figures aligned on the right. What is too wide for one table goes on in another
 * one below, with the same rows.
 */
export function tableLines(heads: readonly Head[], rows: readonly Row[]): string[] {
  const nameWidth = Math.max(0, ...rows.map(({ name }) => name.length));
  const widths = heads.map(
    (head, column) =>
      BETWEEN +
      Math.max(
        LEAST_COLUMN,
        ...head.map(({ length }) => length),
        ...rows.map(({ cells }) => cells[column]?.length ?? 0),
      ),
  );
  const lines: string[] = [];
  for (let from = 0; from < heads.length; ) {
    let to = from + 1;
    let width = nameWidth + (widths[from] ?? 0);
    while (to < heads.length && width + (widths[to] ?? 0) <= WIDTH) width += widths[to++] ?? 0;
    const line = (name: string, cells: readonly string[]) =>
      name.padEnd(nameWidth) +
      cells
        .slice(from, to)
        .map((cell, at) => cell.padStart(widths[from + at] ?? 0))
        .join('');
    const height = Math.max(...heads.slice(from, to).map(({ length }) => length));
    if (from > 0) lines.push('');
    for (let at = 0; at < height; at++)
      lines.push(
        line(
          '',
          heads.map((head) => head[at - (height - head.length)] ?? ''),
        ),
      );
    lines.push(...rows.map(({ name, cells }) => line(name, cells)));
    from = to;
  }
  return lines;
}

/** A share in per cent, with one decimal; a dash for the share of nothing. */
export function percent(share: number | null): string {
  return share === null ? '–' : (share * 100).toFixed(1);
}

/** The difference between two shares in points, with its sign; a dot if there is none to speak of. */
export function points(difference: number | null): string {
  if (difference === null) return '–';
  const written = (difference * 100).toFixed(1);
  if (Number(written) === 0) return '·';
  return difference > 0 ? `+${written}` : written;
}
