import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { EVERY_ATTACK, FORBIDDEN } from './hostile-text.ts';

/** Logs one event in a process of its own, as the log is written to the process's standard error. */
function logged(call: string): string {
  const code = `import { createLog } from './dist/src/log.js'; const text = process.argv[1]; const log = createLog('debug'); ${call}`;
  const text = EVERY_ATTACK.replaceAll('\u0000', '');
  return spawnSync(process.execPath, ['--input-type=module', '-e', code, text], { encoding: 'utf8' }).stderr;
}

describe('the log', () => {
  it.each([
    ['a message', 'log.info(text)'],
    ['a field', "log.warn({ detail: text, deep: { list: [text], [text]: 1 } }, 'x')"],
    ['an error', "log.error({ err: new Error(text, { cause: new TypeError(text) }) }, 'x')"],
    ['an error alone', 'log.error(new Error(text))'],
    ['a child', "log.child({ of: text }).debug('x')"],
  ])('gives a terminal no orders in %s, even to whoever shows its texts', (_, call) => {
    const line = logged(call);
    expect(line).not.toMatch(FORBIDDEN);
    expect(line.split('\n')).toHaveLength(2);
    const texts: string[] = [];
    const event: object = JSON.parse(line, (_key, value: unknown) => {
      if (typeof value === 'string') texts.push(value);
      return value;
    });
    expect(texts.join('')).toContain('桥梁');
    expect(texts.join('')).not.toMatch(FORBIDDEN);
    expect(event).toHaveProperty('level');
  });

  it('keeps the lines of a report, and the words of every language', () => {
    const event: unknown = JSON.parse(logged("log.error('One:\\n\\t桥梁 می\\u200Cخواهم 👨\\u200D👩')"));
    expect(event).toMatchObject({ msg: 'One:\n\t桥梁 می\u200Cخواهم 👨\u200D👩' });
  });
});
