import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../../src/core/steps.ts';
import { talks } from '../../short-turns.ts';

describe("a seminar's own index", () => {
  it('is made in steps once, and is the one that is searched', () => {
    const library = talks('harbour', 'orchard');
    expect([...library.prepareSteps('harbour')].length).toBeGreaterThan(5);
    const ready = library.indexOf('harbour');
    expect(new Set(ready.passages.map(({ seminar }) => seminar))).toEqual(new Set(['harbour']));
    expect([...library.prepareSteps('harbour')]).toEqual([]);
    expect(library.indexOf('harbour')).toBe(ready);
  });

  it('has the same words whether it was made in steps or is made at once', () => {
    const [prepared, atOnce] = [talks('harbour', 'orchard'), talks('harbour', 'orchard')];
    runToEnd(prepared.prepareSteps('orchard'));
    expect(prepared.indexOf('orchard').stats).toEqual(atOnce.indexOf('orchard').stats);
  });

  it('is the joint one if there is no other seminar, or none of that name', () => {
    const alone = talks('harbour');
    runToEnd(alone.prepareSteps('harbour'));
    expect(alone.indexOf('harbour')).toBe(alone.index);
    const two = talks('harbour', 'orchard');
    runToEnd(two.prepareSteps(undefined));
    runToEnd(two.prepareSteps('nowhere'));
    expect(two.indexOf('nowhere')).toBe(two.index);
  });
});
