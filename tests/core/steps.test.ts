import { describe, expect, it } from 'vitest';
import { madeByName, madeOnce, runToEnd, runYielding, type Steps } from '../../src/core/steps.ts';

/** Work of so many steps, each of which is counted and lasts until the clock has moved on. */
function* work(count: number, done: string[], name = 'step'): Steps<number> {
  for (let at = 0; at < count; at++) {
    const start = performance.now();
    while (performance.now() < start + 4);
    done.push(name);
    yield;
  }
  return count;
}

/** Notes each time that everything else has its turn, until it is stopped. */
function bystander(done: string[]): { stop(): void } {
  let stopped = false;
  const turn = () => {
    done.push('other');
    if (!stopped) setImmediate(turn);
  };
  setImmediate(turn);
  return {
    stop: () => {
      stopped = true;
    },
  };
}

describe('long work', () => {
  it('can be done without a pause', () => {
    const done: string[] = [];
    expect(runToEnd(work(3, done))).toBe(3);
    expect(done).toEqual(['step', 'step', 'step']);
  });

  it('gives everything else its turn', async () => {
    const done: string[] = [];
    const { stop } = bystander(done);
    expect(await runYielding(work(12, done))).toBe(12);
    stop();
    expect(done.join(' ')).toMatch(/step.* other .*step/);
  });

  it('shares one turn with other long work', async () => {
    const done: string[] = [];
    const { stop } = bystander(done);
    await Promise.all(['a', 'b', 'c'].map((name) => runYielding(work(6, done, name))));
    stop();
    const turns = done.join(' ').split('other');
    expect(turns.filter((turn) => new Set(turn.match(/[abc]/g)).size > 1)).toEqual([]);
    expect(done.filter((each) => each !== 'other')).toHaveLength(18);
  });

  it('fails with what a step throws, and stops nothing else', async () => {
    const done: string[] = [];
    // biome-ignore lint/correctness/useYield: it fails before
    const failing = (function* (): Steps<void> {
      throw new Error('no bridge');
    })();
    const other = runYielding(work(3, done));
    await expect(runYielding(failing)).rejects.toThrow('no bridge');
    expect(await other).toBe(3);
  });
});

describe('what is made once', () => {
  const counting = () => {
    const made: object[] = [];
    const once = madeOnce<object, number>(function* (key) {
      made.push(key);
      yield;
      return made.length;
    });
    return { made, once };
  };

  it('is made when it is first needed, for each thing', async () => {
    const { made, once } = counting();
    const [one, other] = [{}, {}];
    expect(once.now(one)).toBe(1);
    expect(await once.soon(one)).toBe(1);
    expect(once.now(other)).toBe(2);
    expect(made).toEqual([one, other]);
  });

  it('is made once for all who ask while it is being made', async () => {
    const { made, once } = counting();
    const key = {};
    expect(await Promise.all([once.soon(key), once.soon(key), once.soon(key)])).toEqual([1, 1, 1]);
    expect(made).toHaveLength(1);
  });

  it('is tried again if it could not be made', async () => {
    let isBroken = true;
    const once = madeOnce<object, string>(function* () {
      yield;
      if (isBroken) throw new Error('no bridge');
      return 'bridge';
    });
    const key = {};
    await expect(once.soon(key)).rejects.toThrow('no bridge');
    isBroken = false;
    expect(await once.soon(key)).toBe('bridge');
  });
});

describe('what is made by name', () => {
  it('is made once under each name, for each thing', () => {
    const made: string[] = [];
    const byName = madeByName<object, string[]>();
    const [one, other] = [{}, {}];
    const get = (key: object, name: string) =>
      runToEnd(
        byName(key, name, function* () {
          made.push(name);
          yield;
          return [name];
        }),
      );
    const first = get(one, 'a');
    expect(get(one, 'a')).toBe(first);
    expect(get(one, 'b')).toEqual(['b']);
    expect(get(other, 'a')).not.toBe(first);
    expect(made).toEqual(['a', 'b', 'a']);
  });

  it('is made again if others have been used since', () => {
    const made: string[] = [];
    const byName = madeByName<object, string[]>(2);
    const key = {};
    for (const name of ['a', 'b', 'a', 'c', 'a', 'b'])
      runToEnd(
        byName(key, name, function* () {
          made.push(name);
          yield;
          return [name];
        }),
      );
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });
});
