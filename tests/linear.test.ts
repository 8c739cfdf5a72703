import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { Lexer } from 'yaml';
import { commands } from '../commands/index.ts';
import { readCommandLine } from '../src/cli/command-line.ts';
import { buildSearchIndex } from '../src/core/indexing/build-index.ts';
import { gramsOf, tokenise } from '../src/core/indexing/term-text.ts';
import type { Dictionary } from '../src/core/language/dictionary.ts';
import { notionFinderOf } from '../src/core/language/notions.ts';
import { sentences } from '../src/core/language/sentences.ts';
import { bigrams, firstWords, latinWords, normalise, words } from '../src/core/language/text.ts';
import { excerptOf, fitExcerpt } from '../src/core/passages/excerpt.ts';
import { understand } from '../src/core/search/question.ts';
import { problemsIn } from '../src/core/transcript/problem.ts';
import { yamlSteps } from '../src/core/transcript/yaml.ts';
import { MAX_CANDIDATES, SETTINGS, SURROUNDINGS } from '../src/core/tuning.ts';
import { wrapped } from '../src/render/wrapping.ts';
import { atOnce } from './at-once.ts';
import { bridgePassages } from './core/bridges.ts';
import { searchFor } from './core/search/search-for.ts';
import { anyText, bridges, readSeminar, SOURCE, TRANSCRIPT } from './fixtures.ts';

const parseYaml = atOnce(yamlSteps);

/*
 * Work is counted here and not timed: what is handed to the parts that cost, and how often they are called. Regular
 * expressions have the same test in regexps.test.ts.
 */

const { segment } = Intl.Segmenter.prototype;
const { lex } = Lexer.prototype;
afterEach(() => {
  Intl.Segmenter.prototype.segment = segment;
  Lexer.prototype.lex = lex;
});

/** What cutting a text costs: for each segment that is taken, the length of all that the segmenter was given with it. */
function segmentingCost(run: () => void): number {
  let cost = 0;
  Intl.Segmenter.prototype.segment = function counted(text: string) {
    const segments = segment.call(this, text);
    const each = function* () {
      for (const found of segments) {
        cost += text.length;
        yield found;
      }
    };
    return Object.assign(Object.create(segments), { [Symbol.iterator]: each });
  };
  run();
  Intl.Segmenter.prototype.segment = segment;
  return cost;
}

/** A stretch of text, repeated until it is longer than what is segmented at once. */
const long = anyText.filter((text) => text !== '').map((text) => text.repeat(Math.ceil(3000 / text.length)));
/** No more than four times the work for four times the text, but for what a last window holds. */
const grows = (cost: (text: string) => number, text: string) => {
  expect(cost(text.repeat(4))).toBeLessThanOrEqual(4.5 * cost(text) + 4_000_000);
};

describe('cutting a text costs no more than in proportion to it', () => {
  it.each([
    ['words', (text: string) => void words(normalise(text))],
    ['pairs of words', (text: string) => void gramsOf(tokenise(normalise(text)).termText)],
    ['sentences', (text: string) => void sentences(text)],
  ])('into %s', (_, cut) => {
    fc.assert(
      fc.property(long, (text) => grows((all) => segmentingCost(() => cut(all)), text)),
      { numRuns: 40 },
    );
  });

  it.each([
    ['one Chinese sentence', '桥'],
    ['one English sentence', 'bridge '],
    ['Chinese sentences', '桥很好。'],
    ['English sentences', 'A bridge is good. '],
    ['numbers', '1,000.5 '],
    ['abbreviations', 'Mr. '],
    ['one word', 'a'],
    ['signs alone', '。'],
    ['surrogates', '𠮷'],
    ['emoji of several characters', '👩‍👩‍👧'],
    ['letters that are neither', 'мост '],
  ])('of 20,000 characters: %s', (_, part) => {
    const text = part.repeat(Math.ceil(20_000 / part.length));
    // A segment has a character at least, and is taken from a window of a thousand.
    expect(segmentingCost(() => words(text))).toBeLessThanOrEqual(1100 * text.length);
    expect(segmentingCost(() => sentences(text))).toBeLessThanOrEqual(2200 * text.length);
    expect(segmentingCost(() => wrapped(text, 80))).toBeLessThanOrEqual(1100 * text.length);
  });

  it('and gives no more terms than it has characters', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const normalised = normalise(text);
        const { singles, pairs } = gramsOf(tokenise(normalised).termText);
        for (const terms of [words(normalised), bigrams(normalised), latinWords(normalised), singles, pairs])
          expect(terms.length).toBeLessThanOrEqual(normalised.length);
        expect(sentences(text).length).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('and only what is needed is cut for the first words of a text', () => {
    let taken = 0;
    Intl.Segmenter.prototype.segment = function counted(text: string) {
      const segments = segment.call(this, text);
      const each = function* () {
        for (const found of segments) {
          taken++;
          yield found;
        }
      };
      return Object.assign(Object.create(segments), { [Symbol.iterator]: each });
    };
    firstWords('bridge '.repeat(100_000), 8);
    expect(taken).toBeLessThanOrEqual(16);
  });
});

describe('a question costs no more than in proportion to its length', () => {
  it('in looking words up', () => {
    fc.assert(
      fc.property(anyText, (question) => {
        let lookups = 0;
        const none = () => {
          lookups++;
          return [];
        };
        const dictionary: Dictionary = {
          chineseFor: none,
          englishFor: none,
          isName: () => false,
          vector: () => null,
          place: () => null,
        };
        understand(question, { notionFinder: notionFinderOf([]), dictionary });
        // A Chinese phrase of eight characters and shorter ones from each place; three words, two, and one.
        expect(lookups).toBeLessThanOrEqual(8 * normalise(question).length);
      }),
    );
  });

  it('in passages that are judged by their text, however many there are', () => {
    const index = buildSearchIndex(bridgePassages(1500));
    let looks = 0;
    const termTexts = new Proxy(index.stats.termTexts, {
      get: (texts, place) => {
        looks++;
        return Reflect.get(texts, place);
      },
    });
    const watched = { ...index, stats: { ...index.stats, termTexts } };
    fc.assert(
      fc.property(anyText, (question) => {
        looks = 0;
        const hits = searchFor(watched, `bridge ${question} wood`);
        expect(hits.length).toBeGreaterThan(0);
        // The best are looked at together with what is around them.
        const around = SETTINGS.reranked * (SURROUNDINGS.before + SURROUNDINGS.after);
        expect(looks).toBeLessThanOrEqual(MAX_CANDIDATES + around);
      }),
      { numRuns: 30 },
    );
  });

  it('in measuring an excerpt: twice for each of its sentences', () => {
    const { library } = bridges();
    for (const passage of library.passages.values()) {
      let measured = 0;
      const measure = (text: string) => {
        measured++;
        return text.length;
      };
      fitExcerpt(excerptOf(passage, 0, 1), 10, measure);
      expect(measured).toBeLessThanOrEqual(2 * passage.sentences.length);
    }
  });
});

describe('a typed line costs no more than in proportion to its length', () => {
  it('since its options together are no longer than it', () => {
    const line = fc
      .array(
        fc.oneof(anyText, fc.constantFrom(' question:', ' speaker:', ' private:', ' private:true ', ' ')),
      )
      .map((parts) => `/ask ${parts.join('')}`);
    fc.assert(
      fc.property(line, (typed) => {
        const read = readCommandLine(typed, commands);
        if ('reply' in read) return;
        const length = Object.values(read.input).reduce(
          (sum: number, value) => sum + String(value).length,
          0,
        );
        expect(length).toBeLessThanOrEqual(typed.length);
      }),
    );
  });

  it('with one option a hundred thousand times', () => {
    const read = readCommandLine(`/ask ${'question:a '.repeat(100_000)}`, commands);
    expect('input' in read && read.input.question).toBe('a '.repeat(100_000).trim());
  });
});

describe('a transcript costs no more than in proportion to its lines', () => {
  it('in what is wrong with it', () => {
    const pieces = fc.array(
      fc.oneof(
        anyText,
        fc.constantFrom(
          '### p1 | line 1 | unknown',
          '### p1 | line 99 | Jo Lee | inferred',
          '- label: x',
          '- evidence: as p1',
          '是',
        ),
      ),
    );
    fc.assert(
      fc.property(pieces, (lines) => {
        const transcript = `${TRANSCRIPT}\n${lines.join('\n')}`;
        const count = transcript.split('\n').length + SOURCE.split('\n').length;
        // No line has more faults than an attribute, a heading, and what both say of the source can have.
        expect(readSeminar({ transcript }).problems.length).toBeLessThanOrEqual(6 * count);
      }),
    );
  });

  it('in looking for words that are not in a paragraph', () => {
    const entries = Array.from({ length: 1000 }, (_, at) => `### q${at} | line 9 | unknown\n\n桥${at}\n`);
    const { problems } = readSeminar({ transcript: `${TRANSCRIPT}\n${entries.join('\n')}` });
    expect(problems.filter(({ kind }) => kind === 'text-not-in-source')).toHaveLength(10);
  });
});

describe('YAML costs no more than in proportion to its length', () => {
  const tokensRead = (yaml: string) => {
    let count = 0;
    Lexer.prototype.lex = function* counted(text: string, incomplete?: boolean) {
      for (const token of lex.call(this, text, incomplete)) {
        count++;
        yield token;
      }
    };
    parseYaml(yaml, problemsIn('cues.yaml'));
    Lexer.prototype.lex = lex;
    return count;
  };

  it.each([
    ['brackets', '['],
    ['dashes', '- '],
    ['tags', '!a '],
    ['anchors', '&a '],
  ])('and is given up after a few of a million %s', (_, part) => {
    expect(tokensRead(part.repeat(1_000_000))).toBeLessThan(50);
  });

  it('and is given up where it is beyond measure', () => {
    expect(tokensRead('a: b\n'.repeat(1_000_000))).toBeLessThan(300_000);
  });
});
