import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSearchIndex } from '../../../src/core/indexing/build-index.ts';
import { libraryOf } from '../../../src/core/library.ts';
import { SETTINGS } from '../../../src/core/tuning.ts';
import { anyText, changed, corpus, FILES, SOURCE, soundSeminar, TRANSCRIPT } from '../../fixtures.ts';
import { searchFor } from './search-for.ts';

const ID = 'scsp-chips-2025';
const hitsFor = async (question: string, filters: { speakers?: string[]; seminar?: string } = {}) => {
  const { index, passages } = await corpus();
  return searchFor(index, question, filters).map((hit) => {
    const passage = passages.get(hit.id);
    if (!passage) throw new Error(`No passage ${hit.id}.`);
    return { ...hit, passage };
  });
};

/** The first hit of each question, and why it must be that one. */
const expectations: { question: string; first: string; reason: string }[] = [
  {
    question: 'H800芯片还在中国卖吗?',
    first: 'p6',
    reason: 'p15 mentions the H800 too, but only p6 says how long it was sold and that it is banned',
  },
  {
    question: '“小院高墙”是基于哪两个误解?',
    first: 'p14',
    reason: 'it is the only passage with the slogan, and names the two misconceptions',
  },
  {
    question: 'BIS每年发多少许可证?',
    first: 'p16',
    reason: 'BIS is everywhere, but licences are only here',
  },
  {
    question: '甲骨文对AI扩散规则有什么意见?',
    first: 'p20',
    reason: 'a dozen passages mention the rule, and one mentions Oracle: the rare name decides',
  },
  { question: 'G42和微软怎么合作?', first: 'p27', reason: 'a Latin name with a digit is one word' },
  {
    question: '最高法院在TikTok案中说了什么?',
    first: 'p45',
    reason: 'reported speech is found as easily as direct speech',
  },
  { question: 'EUV光刻机难做吗?', first: 'p41', reason: 'p15 is about another kind of lithography (DUV)' },
  {
    question: '“寒蝉效应”是什么?',
    first: 'p38',
    reason: 'quotation marks and "what is" must not hide the only passage with the phrase',
  },
  {
    question: '盟友为什么更喜欢单边措施?',
    first: 'p48',
    reason: 'p51 mentions allies and unilateral steps, but p48 says that they prefer them',
  },
  { question: '沙特应该得到多少芯片?', first: 'p20', reason: 'only one passage mentions the country' },
  {
    question: '人造卫星时刻',
    first: 'p4',
    reason: "the moderator's question is a passage like any other",
  },
  {
    question: '中國的AI晶片企業為什麼很難出口晶片?',
    first: 'p11',
    reason: "Traditional, with Taiwan's word for chip, finds Simplified",
  },
  { question: '輝達的H800', first: 'p6', reason: "Taiwan's name for a company finds the mainland's" },
  { question: '「小院高牆」錯在哪裡?', first: 'p14', reason: 'corner brackets in place of quotation marks' },
  {
    question: '阿聯酋能成為AI市場的競爭者嗎?',
    first: 'p24',
    reason: 'four passages mention the UAE, p24 as a rival',
  },
];

describe('search', () => {
  it.each(expectations)('puts $first first for $question ($reason)', async ({ question, first }) => {
    expect((await hitsFor(question))[0]?.id).toBe(`${ID}/${first}`);
  });

  it.each([
    ['DeepSeek的CEO说了什么?', 'p5', '没有人比DeepSeek的CEO更清楚这一点'],
    ['宪法第一修正案为什么让BIS律师紧张?', 'p44', '我们的BIS律师对于触及宪法第一修正案很紧张'],
    ['应当给沙特多少芯片支持?', 'p20', '针对沙特等国'],
  ])('points at the sentence that answers %s', async (question, id, start) => {
    const hit = (await hitsFor(question)).find((each) => each.id === `${ID}/${id}`);
    const span = hit?.passage.sentences[hit.sentence ?? -1];
    expect(hit?.passage.text.slice(span?.start)).toMatch(new RegExp(`^${start}`));
  });

  it('points at the first of two sentences that answer alike', () => {
    const index = buildSearchIndex([{ id: 'a', text: '木桥好。木桥旧。' }]);
    expect(searchFor(index, '木桥')).toMatchObject([{ id: 'a', sentence: 0 }]);
  });

  it('finds the same hits for a question in Traditional Chinese', async () => {
    expect(await hitsFor('盟友與出口管制')).toEqual(await hitsFor('盟友与出口管制'));
  });

  it('finds no passage for a word of which no passage has anything like it', async () => {
    expect(await hitsFor('红烧肉')).toEqual([]);
  });

  it('finds nothing for a question of stop words', async () => {
    expect(await hitsFor('这是什么呢?')).toEqual([]);
  });

  it('scores passages of speakers above 0, in descending order', async () => {
    const scores = (await hitsFor('出口管制'))
      .filter(({ passage }) => passage.basis !== 'editorial')
      .map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(Math.min(...scores)).toBeGreaterThan(0);
  });

  it('finds each passage once, and no more than are reranked', async () => {
    const ids = (await hitsFor('中国美国芯片出口管制AI规则')).map(({ id }) => id);
    expect(new Set(ids)).toHaveLength(ids.length);
    expect(ids.length).toBeLessThanOrEqual(SETTINGS.reranked);
  });

  it.each(['全球科技竞争格局', '监管漏洞', '这种做法', '国际社会', '半导体', '技术封锁'])(
    "puts the publisher's commentary after every speaker for %s",
    async (question) => {
      const editorial = (await hitsFor(question)).map(({ passage }) => passage.basis === 'editorial');
      expect(editorial).toContain(true);
      expect(editorial).toEqual([...editorial].sort());
    },
  );

  it('reports lower coverage for a passage that contains half of the question', async () => {
    const coverageOf = async (question: string) => (await hitsFor(question))[0]?.coverage ?? 0;
    expect(await coverageOf('甲骨文和火锅')).toBeGreaterThan(0);
    expect(await coverageOf('甲骨文和火锅')).toBeLessThan(await coverageOf('甲骨文'));
  });

  it('reports full coverage for a passage that contains all of the question', async () => {
    expect((await hitsFor('寒蝉效应'))[0]?.coverage).toBeGreaterThanOrEqual(1);
  });
});

describe('a speaker filter', () => {
  const speakers = ['Ana Swanson', 'Alan Estevez', 'Nazak Nikakhtar', 'Chris Miller', 'Reva Goujon'];
  // Each finds passages of several speakers, of unknown speakers and of the publisher.
  const questions = ['AI芯片出口管制', '中国', '盟友', '芯片外交', '扩散规则', '技术', '我认为'];

  it.each(speakers)('finds only passages that carry the name of %s', async (speaker) => {
    const hits = (
      await Promise.all(questions.map((question) => hitsFor(question, { speakers: [speaker] })))
    ).flat();
    expect(hits.length).toBeGreaterThan(0);
    for (const { id, passage } of hits) expect(passage.speaker?.name, id).toBe(speaker);
  });

  it.each(speakers)('never finds an unknown or editorial passage for %s', async (speaker) => {
    for (const question of questions)
      for (const { passage } of await hitsFor(question, { speakers: [speaker] }))
        expect(['labelled', 'continued', 'reported', 'inferred']).toContain(passage.basis);
  });

  it('lets inferred and reported passages through', async () => {
    const hits = await hitsFor('中国的发展速度和本土化', { speakers: ['Nazak Nikakhtar'] });
    const bases = hits.map(({ passage }) => passage.basis);
    expect(bases).toEqual(expect.arrayContaining(['inferred', 'reported', 'labelled', 'continued']));
  });

  it('finds nothing for a name that no speaker has', async () => {
    expect(await hitsFor('芯片', { speakers: ['Nobody'] })).toEqual([]);
  });

  it('finds the words of an unknown speaker under nobody’s name', async () => {
    expect((await hitsFor('甲骨文公司')).map(({ id }) => id)).toContain(`${ID}/p20`);
    for (const speaker of speakers)
      expect((await hitsFor('甲骨文公司', { speakers: [speaker] })).map(({ id }) => id)).not.toContain(
        `${ID}/p20`,
      );
  });
});

describe('a seminar filter', () => {
  const other = soundSeminar({
    source: changed(SOURCE, '是的,我同意。', '是的,木桥好。'),
    transcript: changed(TRANSCRIPT, '是的,我同意。', '是的,木桥好。'),
    files: { ...FILES, id: 'bridges-again' },
  });
  const { index } = libraryOf([soundSeminar(), other]);

  it('finds passages of that seminar only', () => {
    const ids = searchFor(index, '木桥', { seminar: 'bridges-again' }).map(({ id }) => id);
    expect(ids).toContain('bridges-again/p8');
    for (const id of ids) expect(id).toMatch(/^bridges-again\//);
  });

  it('is not needed: without it, passages of both seminars are found', () => {
    const ids = searchFor(index, '木桥').map(({ id }) => id.split('/')[0]);
    expect(new Set(ids)).toEqual(new Set(['bridges', 'bridges-again']));
  });

  it('can be combined with a speaker filter', () => {
    const hits = searchFor(index, '木桥便宜', { speakers: ['Ida Moe'], seminar: 'bridges' });
    expect(hits.map(({ id }) => id).sort()).toEqual(['bridges/p6', 'bridges/p7']);
  });
});

describe('for any text', () => {
  it('search never throws, and every score and coverage is a finite number', async () => {
    const { index } = await corpus();
    fc.assert(
      fc.property(anyText, (question) => {
        for (const { score, coverage } of searchFor(index, question)) {
          expect(Number.isFinite(score)).toBe(true);
          expect(Number.isFinite(coverage)).toBe(true);
        }
      }),
    );
  });
});

describe('a question of a number and its unit', () => {
  const index = buildSearchIndex([
    { id: 'minutes', text: 'The ferry needs 35 minutes.', translation: null },
    { id: 'asked', text: 'Are the 18 kilometres of dyke safe?', translation: null },
    {
      id: 'reply',
      text: 'They are as safe as any dyke.',
      translation: null,
      precedingQuestion: 'Are the 18 kilometres of dyke safe?',
    },
    { id: 'frost', text: 'At minus 35 degrees the locks freeze.', translation: null },
    { id: 'toll', text: 'A ticket is €9 today.', translation: null },
  ]);
  const answering = (question: string) =>
    searchFor(index, question)
      .filter(({ coverage }) => coverage >= 0.4)
      .map(({ id }) => id);

  it('is answered by that number of that unit, in its own words', () => {
    expect(answering('35 minutes')).toEqual(['minutes']);
    expect(answering('35 kilometres')).toEqual([]);
    expect(answering('35 degrees')).toEqual([]);
    expect(answering('-35°C')).toEqual(['frost']);
    expect(answering('18 km')).toEqual(['asked']);
    expect(answering('9 euros')).toEqual(['toll']);
  });
});
