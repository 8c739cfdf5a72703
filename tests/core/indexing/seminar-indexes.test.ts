import { describe, expect, it } from 'vitest';
import { talks } from '../../short-turns.ts';

describe("a seminar's own index", () => {
  it('is made ready once, however many ask for it at the same time, and is the one that is searched', async () => {
    const library = talks('harbour', 'orchard');
    await Promise.all([library.prepare('harbour'), library.prepare('harbour')]);
    const ready = library.indexOf('harbour');
    expect(new Set(ready.passages.map(({ seminar }) => seminar))).toEqual(new Set(['harbour']));
    await library.prepare('harbour');
    expect(library.indexOf('harbour')).toBe(ready);
  });

  it('has the same words whether it was made ready or is made at once', async () => {
    const [prepared, atOnce] = [talks('harbour', 'orchard'), talks('harbour', 'orchard')];
    await prepared.prepare('orchard');
    expect(prepared.indexOf('orchard').stats).toEqual(atOnce.indexOf('orchard').stats);
  });

  it('is the joint one if there is no other seminar, or none of that name', async () => {
    const alone = talks('harbour');
    await alone.prepare('harbour');
    expect(alone.indexOf('harbour')).toBe(alone.index);
    const two = talks('harbour', 'orchard');
    await two.prepare(undefined);
    await two.prepare('nowhere');
    expect(two.indexOf('nowhere')).toBe(two.index);
  });
});
