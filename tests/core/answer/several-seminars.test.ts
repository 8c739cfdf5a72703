import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankFor } from '../../../src/core/answer/ranking.ts';
import { ofSeveralSeminars, seminarsToAskSteps } from '../../../src/core/answer/several-seminars.ts';
import { type Library, libraryOf } from '../../../src/core/library.ts';
import type { Hit, Query } from '../../../src/core/search/query.ts';
import type { SearchOptions } from '../../../src/core/search/search.ts';
import { weightedSteps } from '../../../src/core/search/weighted-question.ts';
import { SETTINGS } from '../../../src/core/tuning.ts';
import { readDictionary } from '../../../src/corpus/dictionary.ts';
import { atOnce } from '../../at-once.ts';
import { anyText, corpus, soundSeminar } from '../../fixtures.ts';
import { ferry } from '../../light-seminars.ts';
import { manySeminars, SAME_WORDS } from '../../many-seminars.ts';
import { talks } from '../../short-turns.ts';

/** Hits as plain values, and what is claimed of them. */
function rankingFor(library: Library, query: Query) {
  const { hits, claim, best } = rankFor(library, query);
  return {
    hits: hits.map(({ document, ...rest }) => ({ id: document.id, ...rest })),
    claim,
    best: best?.document.id,
  };
}

const shipped = await corpus();
const { transcripts: talked } = talks('harbour', 'orchard');
const all = [...shipped.transcripts, soundSeminar(), ferry(), ...talked];
const together = libraryOf(all, readDictionary);
const alone = new Map(all.map((transcript) => [transcript.id, libraryOf([transcript], readDictionary)]));

/** Questions in the words of the seminars themselves, about one of them or two. */
const askedWords = fc
  .array(fc.constantFrom(...all.flatMap(({ segments }) => segments.map(({ text }) => text))), {
    minLength: 1,
    maxLength: 2,
  })
  .chain((texts) =>
    fc.tuple(...texts.map((text) => fc.nat(text.length - 1).map((start) => text.slice(start, start + 40)))),
  )
  .map((parts) => parts.join(' '));
const examples = all.flatMap(({ examples }) => examples.flatMap((example) => Object.values(example)));
const anyQuestion = fc.oneof(askedWords, fc.constantFrom(...examples), anyText);

describe('a question about one seminar', () => {
  it('has the same hits and the same claim whatever stands beside that seminar', () => {
    fc.assert(
      fc.property(anyQuestion, fc.constantFrom(...alone.keys()), (question, seminar) => {
        const own = rankingFor(alone.get(seminar) as Library, { question, seminar });
        expect(rankingFor(together, { question, seminar })).toEqual(own);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a question about all seminars', () => {
  it('has the hits of each that a question about that one has, in the same order', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        fc.pre(together.findNames(question).names.length === 0);
        const { hits } = rankingFor(together, { question });
        for (const [id, library] of alone) {
          const own = hits.filter((hit) => hit.id.startsWith(`${id}/`));
          expect(own).toEqual(rankingFor(library, { question }).hits.slice(0, own.length));
        }
      }),
      { numRuns: 20 },
    );
  });

  it.each(all.flatMap(({ id, examples }) => examples.map(({ en }) => ({ id, question: en }))))(
    'puts the passage of $id first that answers $question',
    ({ id, question }) => {
      const own = rankingFor(alone.get(id) as Library, { question });
      const { hits, claim } = rankingFor(together, { question });
      expect([hits[0]?.id, claim]).toEqual([own.hits[0]?.id, own.claim]);
    },
  );

  it('who speaks in one seminar alone is asked as if that seminar had been named', () => {
    for (const speaker of together.speakers) {
      const spoken = all.filter(({ speakers }) => speakers.some(({ id }) => id === speaker.id));
      if (spoken.length > 1) continue;
      const filter = { question: 'Which bridges, chips, ferries, eels and levies?', speakers: [speaker.id] };
      const named = rankingFor(together, { ...filter, seminar: spoken[0]?.id });
      expect(rankingFor(together, filter)).toEqual(named);
    }
  });
});

const seminarsToAsk = atOnce(seminarsToAskSteps);
const weightedQuestion = atOnce(weightedSteps);

describe('of many seminars', () => {
  const library = manySeminars();
  const asked = (question: string, options: SearchOptions = {}) =>
    seminarsToAsk(library.index, weightedQuestion(library.index, question), options, SETTINGS);

  it('those six are asked in which most is found', () => {
    const found = asked('Why does item 1005 wait for the county?');
    expect(found).toHaveLength(6);
    expect(found[0]).toBe('week-006');
    expect(rankingFor(library, { question: 'Why does item 1005 wait for the county?' })).toMatchObject({
      claim: 'answer',
      best: 'week-006/p2',
    });
  });

  it('all of those are asked in which somebody speaks who is asked, if they are no more than six', () => {
    const [qiao] = library.speakers.filter(({ name }) => name === '李乔');
    expect(asked(SAME_WORDS, { speakers: [qiao?.id ?? ''] })).toEqual(['qiao']);
  });

  it('none is asked that a filter leaves out', () => {
    const few = ['week-003', 'week-007', 'qiao'];
    expect(asked(SAME_WORDS, { seminars: new Set(few) })).toEqual(few);
    const many = Array.from({ length: 9 }, (_, at) => `week-01${at}`);
    const found = asked('Why does item 1005 wait for the county?', { seminars: new Set(many) });
    expect(found.length).toBeGreaterThan(0);
    expect(many).toEqual(expect.arrayContaining([...found]));
  });
});

describe('hits of several seminars', () => {
  const hit = (id: string, share: number): Hit => ({
    document: { id, text: '' },
    ...{ score: 1, coverage: share, sentence: null, share },
  });
  const joined = (...found: Hit[][]) => ofSeveralSeminars(found).map(({ document }) => document.id);

  it('are joined by the share of the question in their own words, those of each seminar in their order', () => {
    expect(joined([hit('a1', 0.5), hit('a2', 0.4)], [hit('b1', 0.6), hit('b2', 0.45)])).toEqual([
      'b1',
      'a1',
      'b2',
      'a2',
    ]);
  });

  it('wait for no better one that is further than the third', () => {
    const low = [hit('a1', 0.1), hit('a2', 0.1), hit('a3', 0.9), hit('a4', 0)];
    expect(joined(low, [hit('b1', 0.5)])).toEqual(['a1', 'a2', 'a3', 'b1', 'a4']);
    const lower = [hit('a1', 0.1), hit('a2', 0.1), hit('a3', 0.1), hit('a4', 0.9)];
    expect(joined(lower, [hit('b1', 0.5)])).toEqual(['b1', 'a1', 'a2', 'a3', 'a4']);
  });

  it('come from the first of the seminars that have equally much', () => {
    expect(joined([hit('a1', 0.5)], [hit('b1', 0.5)], [])).toEqual(['a1', 'b1']);
  });
});
