import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DigestContent, EVERYTHING, MOST_EXCERPTS, UNNAMED } from '../../../src/core/digest/digest.ts';
import {
  type DigestOrder,
  eligiblePassages,
  nextSteps,
  orderOf,
  passagesOfDate,
  seedOf,
} from '../../../src/core/digest/selection.ts';
import { libraryOf } from '../../../src/core/library.ts';
import type { Passage } from '../../../src/core/passages/passages.ts';
import { isQuestion } from '../../../src/core/passages/questions.ts';
import { digestPost } from '../../../src/digest/post.ts';
import { excerptsOf } from '../../../src/reply/reply.ts';
import { atOnce } from '../../at-once.ts';
import { changed, corpus, SOURCE, soundSeminar, TRANSCRIPT } from '../../fixtures.ts';

const nextPassages = atOnce(nextSteps);

const SEMINAR = 'scsp-chips-2025';
const COUNTS = Array.from({ length: MOST_EXCERPTS }, (_, at) => at + 1);

const poolOf = async (content: Partial<DigestContent> = {}) =>
  eligiblePassages(await corpus(), { ...EVERYTHING, ...content });
const idsOf = (passages: readonly Passage[]) => passages.map(({ id }) => id);
const segmentsOf = (passages: readonly Passage[]) => passages.map(({ segment }) => segment.id);
const namesOf = (passages: readonly Passage[]) => passages.map(({ speaker }) => speaker?.name ?? null);

describe('the passages of a digest', () => {
  // Read one by one: each makes sense to somebody who has read nothing else.
  it('are those of the shipped corpus that make sense by themselves', async () => {
    expect(segmentsOf(await poolOf())).toEqual(
      'p5 p7 p8 p10 p13 p16 p17 p22 p28 p29 p31 p32 p36 p38 p44 p45 p46 p51'.split(' '),
    );
  });

  it.each([
    ['p2', 'is commentary'],
    ['p4', 'is the moderator'],
    ['p9', 'opens with what somebody else said'],
    ['p11', 'goes on from what was said'],
    ['p14', 'opens with a conclusion'],
    ['p15', 'proves something said before'],
    ['p18', 'has no named speaker'],
    ['p30', 'is a bare question'],
    ['p35', 'is the moderator, as reported'],
    ['p42', 'opens with restrictions that nobody has named, as its translation shows'],
    ['p43', 'takes up what somebody just said'],
  ])('leave out %s, which %s', async (segment) => {
    expect(segmentsOf(await poolOf())).not.toContain(segment);
  });

  it('all have a named speaker who is not the moderator', async () => {
    for (const { basis, speaker, id } of await poolOf()) {
      expect(['labelled', 'continued', 'reported', 'inferred'], id).toContain(basis);
      expect(speaker?.moderator, id).toBe(false);
    }
  });

  it('contain no question', async () => {
    expect((await poolOf()).filter(isQuestion)).toEqual([]);
  });

  it('are in the order of the corpus', async () => {
    const order = [...(await corpus()).passages.keys()];
    const places = idsOf(await poolOf()).map((id) => order.indexOf(id));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('are only unnamed ones if those are asked for', async () => {
    const pool = await poolOf({ speaker: UNNAMED });
    expect(pool.length).toBeGreaterThan(0);
    expect(new Set(pool.map(({ basis }) => basis))).toEqual(new Set(['unknown']));
    expect(new Set(namesOf(pool))).toEqual(new Set([null]));
  });

  it.each(['Alan Estevez', 'Nazak Nikakhtar', 'Chris Miller', 'Reva Goujon'])(
    'are by the one asked for alone: %s',
    async (speaker) => {
      const pool = await poolOf({ speaker });
      expect(new Set(namesOf(pool))).toEqual(new Set([speaker]));
    },
  );

  it('are none of the moderator, asked for by name', async () => {
    expect(await poolOf({ speaker: 'Ana Swanson' })).toEqual([]);
  });

  it('are none of a speaker or seminar that is not there', async () => {
    expect(await poolOf({ speaker: 'Jo Lee' })).toEqual([]);
    expect(await poolOf({ seminar: 'bridges' })).toEqual([]);
  });

  it('are of the seminar asked for', async () => {
    const { transcripts } = await corpus();
    const twice = libraryOf([...transcripts, ...transcripts.map((each) => ({ ...each, id: 'again' }))]);
    const pool = eligiblePassages(twice, { ...EVERYTHING, seminar: 'again' });
    expect(new Set(pool.map(({ transcript }) => transcript.id))).toEqual(new Set(['again']));
    expect(eligiblePassages(twice, EVERYTHING)).toHaveLength(pool.length * 2);
  });

  it('are on the topic asked for', async () => {
    expect(segmentsOf(await poolOf({ topic: '开源' }))).toEqual(['p22', 'p44', 'p45']);
    expect(segmentsOf(await poolOf({ topic: '开源', speaker: 'Alan Estevez' }))).toEqual(['p44']);
  });

  it('are on a topic among those without a name', async () => {
    expect(segmentsOf(await poolOf({ topic: '甲骨文', speaker: UNNAMED }))).toEqual(['p20']);
    expect(await poolOf({ topic: '甲骨文' })).toEqual([]);
  });

  it.each(['火锅', '', '?!'])('are none on a topic of which nobody speaks: "%s"', async (topic) => {
    expect(await poolOf({ topic })).toEqual([]);
  });
});

/** What a digest shows post by post. */
function postsOf(pool: readonly Passage[], order: DigestOrder, count: number): Passage[][] {
  const shown: string[] = [];
  return Array.from({ length: count }, () => {
    const post = nextPassages(pool, order, shown);
    shown.push(...post.map(({ id }) => id));
    return post;
  });
}

const seeds = fc.string({ minLength: 1, maxLength: 12 });
const contents: Partial<DigestContent>[] = [
  {},
  { speaker: 'Nazak Nikakhtar' },
  { speaker: UNNAMED },
  { topic: 'AI' },
];

describe.each(COUNTS)('a digest of %d excerpts', (excerpts) => {
  it.each(contents)('shows no passage again before it has shown all: %o', async (content) => {
    const pool = await poolOf(content);
    fc.assert(
      fc.property(seeds, (seed) => {
        const times = new Map(pool.map(({ id }) => [id, 0]));
        for (const post of postsOf(pool, orderOf({ ...EVERYTHING, ...content, excerpts }, seed), 60)) {
          expect(post.length).toBeGreaterThan(0);
          expect(post.length).toBeLessThanOrEqual(excerpts);
          const least = Math.min(...times.values());
          for (const { id } of post) {
            expect(times.get(id)).toBe(least);
            times.set(id, least + 1);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('has each excerpt of a post by another speaker', async () => {
    const pool = await poolOf();
    for (const post of postsOf(pool, orderOf({ ...EVERYTHING, excerpts }, 'seed'), 40))
      expect(new Set(namesOf(post)).size).toBe(post.length);
  });

  it.each(['Nazak Nikakhtar', UNNAMED])('is full with one speaker asked for: %s', async (speaker) => {
    const pool = await poolOf({ speaker });
    const [first] = postsOf(pool, orderOf({ ...EVERYTHING, excerpts, speaker }, 'seed'), 1);
    expect(first).toHaveLength(excerpts);
  });

  it('has as few posts in a round as its speakers allow', async () => {
    const pool = await poolOf();
    const bySpeaker = new Map<string | null, number>();
    for (const name of namesOf(pool)) bySpeaker.set(name, (bySpeaker.get(name) ?? 0) + 1);
    const fewest = Math.max(Math.ceil(pool.length / excerpts), ...bySpeaker.values());
    const posts = postsOf(pool, orderOf({ ...EVERYTHING, excerpts }, 'seed'), fewest);
    expect(idsOf(posts.flat()).toSorted()).toEqual(idsOf(pool).toSorted());
  });

  it('has the excerpts of a post in the order of the corpus', async () => {
    const pool = await poolOf();
    for (const post of postsOf(pool, orderOf({ ...EVERYTHING, excerpts }, 'seed'), 40)) {
      const places = post.map((passage) => pool.indexOf(passage));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }
  });

  it.each(contents)(
    'shows each passage once in a round of dates, whenever it begins: %o',
    async (content) => {
      const pool = await poolOf(content);
      const isoOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
      // From the year 1900 to 2100.
      fc.assert(
        fc.property(seeds, fc.integer({ min: -25_567, max: 47_481 }), (seed, first) => {
          const order = orderOf({ ...EVERYTHING, ...content, excerpts }, seed);
          const on = (day: number) => idsOf(passagesOfDate(pool, order, isoOf(day)));
          const all = new Set<string>();
          let round = 0;
          for (; all.size < pool.length && round <= pool.length; round++)
            for (const id of on(round)) all.add(id);
          const window = Array.from({ length: round }, (_, day) => on(first + day)).flat();
          expect(window.toSorted()).toEqual(idsOf(pool).toSorted());
        }),
        { numRuns: 20 },
      );
    },
  );
});

describe('the order of a digest', () => {
  const orderWith = (seed: string) => orderOf(EVERYTHING, seed);

  it('is the same every time', async () => {
    const pool = await poolOf();
    expect(postsOf(pool, orderWith('a'), 40)).toEqual(postsOf(pool, orderWith('a'), 40));
  });

  it('differs between digests', async () => {
    const pool = await poolOf();
    const seeds = Array.from({ length: 20 }, (_, at) => `digest ${at}`);
    const orders = seeds.map((seed) => postsOf(pool, orderWith(seed), pool.length).flatMap(idsOf).join(' '));
    expect(new Set(orders).size).toBe(20);
  });

  it('is not that of the corpus', async () => {
    const pool = await poolOf();
    expect(postsOf(pool, orderWith('a'), pool.length).flat()).not.toEqual(pool);
  });

  it('does not depend on the order in which passages come', async () => {
    const pool = await poolOf();
    const [first] = postsOf(pool, orderWith('a'), 1);
    expect(nextPassages(pool.toReversed(), orderWith('a'), [])).toEqual(first);
  });

  it('lets nobody be heard for a week on end', async () => {
    const pool = await poolOf();
    for (const seed of ['a', 'b', 'c', 'd', 'e']) {
      const names = postsOf(pool, orderWith(seed), 60).flatMap(namesOf);
      for (let at = 0; at + 7 <= names.length; at++)
        expect(new Set(names.slice(at, at + 7)).size, seed).toBeGreaterThan(1);
    }
  });

  it('begins with a passage that is new in the corpus', async () => {
    const pool = await poolOf();
    const [added, ...rest] = pool;
    const shown = rest.map(({ id }) => id);
    expect(nextPassages(pool, orderWith('a'), shown)).toEqual([added]);
  });

  it('does not show one that joined late again and again to make up for it', async () => {
    const [old, added] = await poolOf();
    if (!old || !added) throw new Error('The pool has no two passages.');
    const pool = [old, added];
    const shown = Array.from({ length: 5 }, () => old.id);
    const next = [];
    for (let post = 0; post < 4; post++) {
      const [passage] = nextPassages(pool, orderWith('a'), shown);
      next.push(passage?.id ?? '');
      shown.push(passage?.id ?? '');
    }
    expect(next[0]).toBe(added.id);
    expect(new Set(next.slice(0, 2)).size).toBe(2);
    expect(new Set(next.slice(2)).size).toBe(2);
  });

  it('ignores what was shown and is no longer in the corpus', async () => {
    const pool = await poolOf();
    expect(nextPassages(pool, orderWith('a'), ['gone/p1'])).toEqual(nextPassages(pool, orderWith('a'), []));
  });

  it('of nothing is empty', () => {
    expect(nextPassages([], orderWith('a'), [])).toEqual([]);
    expect(passagesOfDate([], orderWith('a'), '2026-03-09')).toEqual([]);
  });

  it('of a digest that nobody set up is that of its seminar', async () => {
    const library = await corpus();
    expect(seedOf({ ...EVERYTHING, seminar: 'x' }, library)).toBe('x');
    expect(seedOf(EVERYTHING, library)).toBe(SEMINAR);
  });
});

describe('a post', () => {
  const postFor = async (...segments: string[]) => {
    const library = await corpus();
    const passages = segments.map((segment) => {
      const passage = library.passages.get(`${SEMINAR}/${segment}`);
      if (!passage) throw new Error(`No ${segment}.`);
      return passage;
    });
    const mark = { key: 'abc', occasion: '2026-03-09' };
    return digestPost({ passages, date: '2026-03-09', language: 'zh-CN', mark }, library);
  };
  const questionsIn = (post: Awaited<ReturnType<typeof postFor>>) =>
    post.blocks.flatMap((block) => (block.kind === 'excerpt' ? [block.question?.passage.segment.id] : []));

  it('has its questions above the answers that would not be understood alone', async () => {
    expect(questionsIn(await postFor('p5', 'p7', 'p16'))).toEqual(['p4', undefined, undefined]);
  });

  it('does not count questions among its excerpts', async () => {
    const post = await postFor('p5', 'p16');
    expect(excerptsOf(post).map(({ passage }) => passage.segment.id)).toEqual(['p5', 'p16']);
  });

  it('quotes its passages whole, with no sentence marked', async () => {
    for (const { text, passage, cut, highlights } of excerptsOf(await postFor('p5', 'p16'))) {
      expect(text).toBe(passage.text);
      expect(cut).toEqual({ before: false, after: false });
      expect(highlights).toEqual([]);
    }
  });

  it('quotes the end of a question, where it asks, with no sentence marked', async () => {
    const { blocks } = await postFor('p5', 'p13', 'p31', 'p53');
    const above = blocks.filter((block) => block.kind === 'excerpt' && block.question !== undefined);
    expect(above.length).toBeGreaterThan(1);
    for (const block of above) {
      if (block.kind !== 'excerpt') continue;
      expect(block.question?.text).toMatch(/[?\uFF1F]$/);
      expect(block.question?.highlights).toEqual([]);
      expect(block.question?.translation?.highlights).toEqual([]);
    }
  });

  it('cuts a long question at its beginning', () => {
    const edit = (text: string) =>
      changed(text, '我想请问Ida Moe', `${'木桥很多。'.repeat(100)}我想请问Ida Moe`);
    const library = libraryOf([soundSeminar({ source: edit(SOURCE), transcript: edit(TRANSCRIPT) })]);
    const answer = library.passages.get('bridges/p6');
    if (!answer) throw new Error('No p6.');
    const post = digestPost({ passages: [answer], date: '2026-03-09', language: 'en', mark: null }, library);
    const question = post.blocks[1]?.kind === 'excerpt' ? post.blocks[1].question : undefined;
    expect(question?.text).toMatch(/^木桥很多。.*我想请问Ida Moe,木桥呢\?$/);
    expect(question?.text.length).toBeLessThanOrEqual(400);
    expect(question?.cut).toEqual({ before: true, after: false });
  });

  it('numbers its excerpts if it has several', async () => {
    const alone = (await postFor('p5')).blocks[1];
    const several = (await postFor('p5', 'p7')).blocks[1];
    expect(alone).toMatchObject({ alone: true });
    expect(several).not.toHaveProperty('alone');
  });

  it('has a Context button for each excerpt, with its mark', async () => {
    expect((await postFor('p5', 'p7')).actions).toMatchObject([
      { name: 'context', args: [expect.anything(), 'abc', '2026-03-09'], label: { values: { number: 1 } } },
      { name: 'context', args: [expect.anything(), 'abc', '2026-03-09'], label: { values: { number: 2 } } },
    ]);
  });

  it('is in the language of the digest, whoever reads it', async () => {
    expect((await postFor('p5')).locale).toBe('zh-CN');
  });
});
