import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readableLine } from '../src/readable-line.ts';

const TIME = new Date(2026, 2, 9, 8, 5, 7).getTime();
const line = (event: object) => readableLine(`${JSON.stringify({ level: 30, time: TIME, ...event })}\n`);

describe('the log on a terminal', () => {
  it('has time, level, message and fields', () => {
    expect(
      line({ level: 40, msg: 'A digest was not posted.', digest: 3, server: '12', detail: { a: 1 } }),
    ).toBe('2026-03-09 08:05:07  warn   A digest was not posted.  digest: 3  server: 12  detail: {"a":1}\n');
  });

  it('keeps the lines of a message together', () => {
    expect(line({ msg: 'Errors:\na.md:1: b' })).toBe('2026-03-09 08:05:07  info   Errors:\n    a.md:1: b\n');
  });

  it('shows an error with where it comes from', () => {
    expect(line({ msg: 'Failed.', err: { message: 'x', stack: 'Error: x\n    at y' } })).toBe(
      '2026-03-09 08:05:07  info   Failed.\n    Error: x\n        at y\n',
    );
  });

  it.each(['', 'no JSON', '[]', '{}', 'null'])('passes on what is not an event: %j', (text) => {
    expect(readableLine(`${text}\n`)).toBe(`${text}\n`);
  });

  it('never passes on what moves the cursor, reverses a text or is not seen', () => {
    const hostile = fc.string({
      unit: fc.oneof(
        fc.constantFrom(
          '\u{1b}[2J',
          '\u{9b}',
          '\u{7f}',
          '\r',
          '\n',
          '\u{202e}',
          '\u{e0041}',
          '\u{7}',
          '\u{85}',
        ),
        fc.string({ maxLength: 1 }),
      ),
    });
    fc.assert(
      fc.property(hostile, hostile, hostile, (msg, name, stack) => {
        const shown = line({ msg, [name]: name, file: name, err: { stack } });
        expect(shown.replaceAll('\n', '')).not.toMatch(
          /[\p{Cc}\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/u,
        );
      }),
    );
  });
});
