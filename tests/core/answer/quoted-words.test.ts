import fc from 'fast-check';
import * as simplifiedToTraditional from 'opencc-js/cn2t';
import { describe, expect, it } from 'vitest';
import { isTitle, passagesWithSteps, quotedWordsIn } from '../../../src/core/answer/quoted-words.ts';
import { libraryOf } from '../../../src/core/library.ts';
import { atOnce } from '../../at-once.ts';
import { anyText, bridges, changed, corpus, SOURCE, soundSeminar, TRANSCRIPT } from '../../fixtures.ts';

const passagesWith = atOnce(passagesWithSteps);

const asIs = (text: string) => text;
const stretchesIn = (question: string) => quotedWordsIn(question, asIs)?.stretches ?? [];

describe('words between quotation marks', () => {
  it.each([
    ['Why is a "steel bridge" dear?', ['steel bridge']],
    ['Why is a “steel bridge” dear?', ['steel bridge']],
    ['为什么“钢桥”和“木桥”不同?', ['钢桥', '木桥']],
    ['為什麼「鋼橋」貴?', ['鋼橋']],
    ['『木橋』呢?', ['木橋']],
    ['Pourquoi « pont de bois » ?', ['pont de bois']],
    ["Is it 'as old as the hills'?", ['as old as the hills']],
    ['Is it ‘as old as the hills’?', ['as old as the hills']],
    ["Is it 'the engineer's own bridge'?", ["the engineer's own bridge"]],
    ['他说"钢桥"吗', ['钢桥']],
    ['the word "rust," she said', ['rust']],
    ['„alte Brücke“', ['alte Brücke']],
    ['"rust" or "rust"', ['rust']],
  ])('are found in %s', (question, stretches) => {
    expect(stretchesIn(question)).toEqual(stretches);
  });

  it.each([
    "O'Brien's bridge and D'Arcy's bridge",
    "the workers' bridge and the bosses' bridge",
    "the '70s and '80s",
    "rock 'n' roll",
    'an unfinished "steel bridge',
    'a 5" beam and a 6" beam',
    'empty "" and "…" and “”',
    '"Does a steel bridge last?"',
    '“木桥怕火吗?”',
    'nothing',
  ])('are not seen in %s', (question) => {
    expect(stretchesIn(question)).toEqual([]);
  });

  it.each([
    'Who said "it will rust"?',
    'who used the exact words "it will rust"',
    'Did Jo say that "it will rust"?',
    'who called the bridge "a pile of rust"?',
    '"it will rust" - who said that?',
    '"it will rust"',
    '谁说过“会生锈”?',
    '“会生锈”这句话是谁说的',
    '誰提到「會生鏽」?',
    '有没有人说“会生锈”',
    'where does it say "it will rust"',
  ])('are what is asked for in %s', (question) => {
    expect(quotedWordsIn(question, asIs)?.areAskedFor).toBe(true);
  });

  it.each([
    'Why is the "pile of rust" still open?',
    'What did Jo say about the "pile of rust"?',
    '“生锈”是什么意思?',
    '李乔怎么看“生锈”问题',
    'How does the author of "Steel" see wood?',
  ])('are only spoken of in %s', (question) => {
    expect(quotedWordsIn(question, asIs)?.areAskedFor).toBe(false);
  });

  it('are asked for if nothing but a name is beside them', () => {
    expect(quotedWordsIn('Jo: "rust"', (text) => text.replace('Jo', ''))?.areAskedFor).toBe(true);
  });

  it('are never empty, in any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const stretch of stretchesIn(`${text} "${text}"`)) expect(stretch).toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });

  it.each([
    ['Steel and Wood', true],
    ['The Bridge', true],
    ['steel bridge', false],
    ['it Will rust', false],
    ['钢桥', false],
  ])('may be a title: %s, %s', (stretch, expected) => {
    expect(isTitle(stretch)).toBe(expected);
  });
});

describe('the passages with words', async () => {
  const { library } = bridges();
  const ids = (stretch: string, filter = {}) =>
    passagesWith(library, stretch, filter).map(({ passage }) => passage.segment.id);

  it.each([
    ['便宜', ['p6']],
    ['钢桥很耐用', ['p3']],
    ['鋼橋很耐用', ['p3']],
    ['它能用 一百年', ['p3']],
    ['jolee表示', ['p9']],
    ['JoLee 表示,石桥最贵', ['p9']],
    ['Lee', []],
    ['钢桥不耐用', []],
  ])('%s: %j', (stretch, expected) => {
    expect(ids(stretch)).toEqual(expected);
  });

  it('may begin in one and end in the next, by the same speaker alone', () => {
    expect(ids('能用一百年。定期上漆')).toEqual(['p3', 'p4']);
    expect(ids('木桥呢?木桥便宜')).toEqual([]);
  });

  it('are only those of a speaker, or of a seminar, if there is such a filter', () => {
    expect(ids('钢桥', { speakers: ['Max Roy'] })).toEqual(['p2']);
    expect(ids('钢桥', { seminar: 'tunnels' })).toEqual([]);
    expect(ids('同意', { speakers: null })).toEqual(['p8']);
  });

  it("have the publisher's own words last, and mark the sentence", () => {
    expect(ids('钢桥')).toEqual(['p2', 'p3', 'p1']);
    const [found] = passagesWith(library, '一百年');
    expect(found?.sentence).toBe(1);
  });

  it('keep to whole words, and do not mind accents, capitals, dashes and kinds of marks', () => {
    const edit = '但是木桥怕火灾。';
    const words = "Zoë's “old—new” BRIDGE isn’t cheap。";
    const seminar = soundSeminar({
      source: changed(SOURCE, edit, words),
      transcript: changed(TRANSCRIPT, edit, words),
    });
    const inEnglish = libraryOf([seminar]);
    const has = (stretch: string) => passagesWith(inEnglish, stretch).length > 0;
    for (const stretch of ["zoe's", 'old-new bridge', "“old–new” bridge isn't cheap", 'ISN’T CHEAP'])
      expect([stretch, has(stretch)]).toEqual([stretch, true]);
    for (const stretch of ['ridge', 'isn', 'new bridges', 'old new'])
      expect([stretch, has(stretch)]).toEqual([stretch, false]);
  });

  it('are found by any stretch of their own words, in either script', async () => {
    const shipped = await corpus();
    const all = [...shipped.passages.values()];
    const toTraditional = simplifiedToTraditional.Converter({ from: 'cn', to: 't' });
    const stretch = fc.tuple(fc.nat(all.length - 1), fc.nat(10_000), fc.integer({ min: 8, max: 30 }));
    fc.assert(
      fc.property(stretch, fc.boolean(), fc.boolean(), ([at, from, length], inTraditional, inSource) => {
        const passage = all[at % all.length];
        if (!passage) return;
        const text = inSource ? passage.text : (passage.translation ?? passage.text);
        // Not inside a Latin word: half of one is not looked for.
        const pieces = text.match(/[\p{Script=Latin}\p{N}]+|[^\p{Script=Latin}\p{N}]/gu) ?? [];
        const start = from % pieces.length;
        const words = pieces.slice(start, start + length).join('');
        fc.pre(/[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(words));
        const asked = inTraditional ? toTraditional(words) : words;
        const found = passagesWith(shipped, asked.trim().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''), {
          speakers: passage.speaker && [passage.speaker.id],
        });
        // Two common characters may stand in more passages than are returned.
        expect(found.length >= 30 || found.some((each) => each.passage === passage)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
