import fc from 'fast-check';
import { parseSync } from 'subtitle';
import { describe, expect, it } from 'vitest';
import { anyText } from '../fixtures.ts';
import { kindsOf, readCaptions } from './captions.ts';

const PLAIN_WORDS = ['bridge', 'Mira:', 'naïve', '桥很好。', '-', 'open?', 'a<b', 'R&D'];
/** What the library takes for something else: numbers alone on a line, comments. */
const ODD_WORDS = ['7', '12', '-->', 'NOTE'];
const cuesOf = (words: readonly string[]) => {
  const line = fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 })
    .map((said) => said.join(' '));
  const cue = fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 3 }),
    length: fc.integer({ min: 1, max: 90_000 }),
    pause: fc.integer({ min: 200, max: 9_000_000 }),
  });
  return fc.array(cue, { minLength: 1, maxLength: 8 });
};
const layout = fc.record({
  kind: fc.constantFrom('webvtt', 'srt'),
  end: fc.constantFrom('\n', '\r\n', '\r'),
  numbers: fc.boolean(),
  settings: fc.constantFrom('', ' align:start position:0%'),
  between: fc.integer({ min: 1, max: 3 }),
});

interface Layout {
  kind: string;
  end: string;
  numbers: boolean;
  settings: string;
  between: number;
}

const pad = (number: number, digits: number) => String(number).padStart(digits, '0');

function clock(ms: number, point: string): string {
  const minutes = Math.floor(ms / 60_000);
  return `${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}:${pad(Math.floor(ms / 1000) % 60, 2)}${point}${pad(ms % 1000, 3)}`;
}

/** Captions as a file has them, and the place and time of each line of words. */
function written(cues: readonly { lines: string[]; length: number; pause: number }[], how: Layout) {
  const point = how.kind === 'srt' ? ',' : '.';
  const lines = how.kind === 'srt' ? [] : ['WEBVTT', ''];
  const parts: { place: number; text: string; time: number; label: null }[] = [];
  let now = 0;
  for (const [at, { lines: said, length, pause }] of cues.entries()) {
    if (how.numbers || how.kind === 'srt') lines.push(String(at + 1));
    lines.push(`${clock(now, point)} --> ${clock(now + length, point)}${how.settings}`);
    for (const text of said) {
      lines.push(text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
      parts.push({ place: lines.length, text, time: now / 1000, label: null });
    }
    lines.push(...Array<string>(how.between).fill(''));
    now += length + pause;
  }
  return { text: lines.join(how.end), parts };
}

describe('any captions', () => {
  it('are read word for word, with the line and the time of each', async () => {
    await fc.assert(
      fc.asyncProperty(cuesOf([...PLAIN_WORDS, ...ODD_WORDS]), layout, async (cues, how) => {
        const { text, parts } = written(cues, how);
        expect(kindsOf(text)).toEqual([how.kind]);
        expect((await readCaptions(text)).source.parts).toEqual(parts);
      }),
    );
  });

  it('are what the library "subtitle" reads, where it can read a file', async () => {
    await fc.assert(
      fc.asyncProperty(cuesOf(PLAIN_WORDS), layout, async (cues, how) => {
        const { text } = written(cues, { ...how, end: '\n', between: 1, numbers: true });
        const theirs = parseSync(text).flatMap(({ type, data }) =>
          type === 'cue' && typeof data === 'object' ? [{ time: data.start / 1000, text: data.text }] : [],
        );
        const { source, groups = [] } = await readCaptions(text);
        const ours = groups.map((from, at) => {
          const parts = source.parts.slice(from, groups[at + 1]);
          return { time: parts[0]?.time, text: parts.map((part) => part.text).join('\n') };
        });
        const decoded = theirs.map(({ time, text: said }) => ({
          time,
          text: said.replaceAll('&lt;', '<').replaceAll('&amp;', '&'),
        }));
        expect(ours).toEqual(decoded);
      }),
    );
  });

  it('lose no word, whatever else is in the file', async () => {
    const noise = fc.constantFrom(
      '',
      ' ',
      '\n',
      '\r',
      'x',
      '5',
      'NOTE',
      'STYLE',
      '{',
      '<',
      '<v',
      '</',
      '&',
      '-->',
      '00:01',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(noise, anyText), { maxLength: 12 }), async (lines) => {
        const text = `WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nstart\n${lines.join('\n')}\n00:00:05.000 --> 00:00:06.000\nend\n`;
        const { source } = await readCaptions(text);
        expect(source.text).toMatch(/^start.*end$/s);
        for (const [at, part] of source.parts.entries()) {
          expect(part.text).toBe(part.text.trim());
          expect(part.text).toMatch(/^[^\r\n\u2028\u2029]+$/);
          expect(source.text.startsWith(part.text, source.starts[at])).toBe(true);
        }
      }),
    );
  });

  it('are read in turns with everything else', async () => {
    const cues = Array.from(
      { length: 20_000 },
      (_, at) => `${clock(at * 1000, '.')} --> ${clock(at * 1000 + 1000, '.')}\nword ${at}\n`,
    );
    let turns = 0;
    let isDone = false;
    const others = () => {
      turns += 1;
      if (!isDone) setImmediate(others);
    };
    setImmediate(others);
    const { source } = await readCaptions(`WEBVTT\n\n${cues.join('\n')}`);
    isDone = true;
    expect(source.parts.length).toBe(20_000);
    expect(turns).toBeGreaterThan(3);
  });
});
