import { describe, expect, it } from 'vitest';
import { type Context, type Input, isSlash, type TextOption } from '../../commands/command.ts';
import { suggestZones } from '../../commands/digest/suggestions.ts';
import { commands } from '../../commands/index.ts';
import { EVERYTHING } from '../../src/core/digest/digest.ts';
import { eligiblePassages } from '../../src/core/digest/selection.ts';
import type { Passage } from '../../src/core/passages/passages.ts';
import { contextOf } from '../fixtures.ts';
import { largeArchive, NAMES } from '../large-archive.ts';

/*
 * Work is counted here and not timed: how often the words of passages are read. An archive of hundreds of passages shows
 * what one of a hundred thousand needs: that no letter has all of them read again.
 */

const archive = largeArchive();

/** The archive, whose passages count how often their words are read. */
function counted(): { context: Context; reads: () => number } {
  let count = 0;
  const copies = Array.from(archive.passages, ([id, passage]): [string, Passage] => [
    id,
    Object.defineProperty({ ...passage }, 'text', {
      get: () => {
        count++;
        return passage.text;
      },
    }),
  ]);
  const context = contextOf({ ...archive, passages: new Map(copies) });
  return {
    context,
    reads: () => {
      const before = count;
      count = 0;
      return before;
    },
  };
}

const slash = commands.filter(isSlash);

function optionOf(command: string, name: string): TextOption {
  const option = slash
    .find((each) => each.name === command)
    ?.options.find((each): each is TextOption => each.name === name && each.type === 'string');
  if (!option) throw new Error(`There is no option ${name} of /${command}.`);
  return option;
}

async function run(name: string, input: Input, context: Context) {
  return slash.find((each) => each.name === name)?.run(input, context);
}

const { size } = archive.passages;
/** What a reply may read of the passages that it shows, several times each. */
const FEW = size / 4;

describe('in an archive, what was read once is not read again', () => {
  it('when another letter of a passage is typed', async () => {
    const { context, reads } = counted();
    const { suggest } = optionOf('quote', 'passage');
    await suggest?.('zqx', context, 'en');
    expect(reads()).toBeGreaterThanOrEqual(size);
    expect(await suggest?.('zqxw', context, 'en')).toEqual([]);
    expect(reads()).toBeLessThan(FEW);
  });

  it('when another passage is asked for', async () => {
    const { context, reads } = counted();
    await run('quote', { passage: 'penguins in the rain' }, context);
    reads();
    await run('quote', { passage: 'penguins in the snow' }, context);
    expect(reads()).toBeLessThan(FEW);
  });

  it('when another speaker is described', async () => {
    const { context, reads } = counted();
    await run('speakers', { speaker: NAMES[4] }, context);
    reads();
    await run('speakers', { speaker: NAMES[5] }, context);
    // How much is said there is counted anew: the first seminar has everybody.
    expect(reads()).toBeLessThan(2 * size);
  });

  it('when another digest draws on the same passages', () => {
    const { context, reads } = counted();
    eligiblePassages(context.library, EVERYTHING);
    reads();
    eligiblePassages(context.library, { ...EVERYTHING, excerpts: 3 });
    expect(reads()).toBe(0);
  });

  it('when another page of contents is shown', async () => {
    const { context, reads } = counted();
    await run('transcript', { seminar: 'round-1' }, context);
    reads();
    await run('transcript', { seminar: 'round-1' }, context);
    expect(reads()).toBeLessThan(FEW * 2);
  });
});

describe('everything else has its turn', () => {
  it.each([
    ['quote', { passage: 'penguins' }],
    ['transcript', { from: 'penguins' }],
    ['speakers', { speaker: NAMES[4] }],
    ['ask', { question: 'stone', speaker: NAMES[4] }],
    ['compare', { question: 'stone', seminar: 'round-3' }],
  ] as [string, Input][])('while /%s %j is answered', async (name, input) => {
    let turns = 0;
    setImmediate(() => turns++);
    await run(name, input, contextOf(archive));
    expect(turns).toBe(1);
  });

  it.each([
    ['quote', 'passage'],
    ['transcript', 'seminar'],
    ['speakers', 'speaker'],
    ['ask', 'speaker'],
    ['ask', 'seminar'],
  ])('while /%s %s: is completed', async (command, option) => {
    let turns = 0;
    setImmediate(() => turns++);
    await optionOf(command, option).suggest?.('a', contextOf(archive), 'en');
    expect(turns).toBe(1);
  });

  it('while a time zone is completed', async () => {
    let turns = 0;
    setImmediate(() => turns++);
    await suggestZones('Swaziland', contextOf(archive), 'en');
    expect(turns).toBe(1);
  });
});
