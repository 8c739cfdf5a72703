import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask } from '../../../commands/ask.ts';
import { libraryOf } from '../../../src/core/library.ts';
import { placeInSentence } from '../../../src/core/passages/place-in-sentence.ts';
import { renderTerminal } from '../../../src/render/terminal.ts';
import { excerptsOf } from '../../../src/reply/reply.ts';
import { anyText, changed, contextOf, SOURCE, soundSeminar, TRANSCRIPT } from '../../fixtures.ts';
import { hostileText } from '../../hostile-text.ts';

const WORDS = 'and then they went on to the next thing ';
/** A sentence as captions without punctuation have it, with some words after so many others. */
const saying = (words: string, after: number) => `${WORDS.repeat(after)}${words} ${WORDS.repeat(20)}`.trim();

/** So many characters: longer sentences are looked through. */
const LONG = 360;
/** A stretch, with the word at its end. */
const STRETCH = 60;

describe('placeInSentence', () => {
  it.each([
    ['', ['tariff']],
    ['A tariff.', ['tariff']],
    [`${'x '.repeat(LONG / 2 - 3)}tariff`, ['tariff']],
  ])('is the beginning of the short sentence "%.10s"', (sentence, terms) => {
    expect(sentence.length).toBeLessThanOrEqual(LONG);
    expect(placeInSentence(sentence, terms)).toBe(0);
  });

  it('is shortly before what was asked, far inside a long sentence', () => {
    const sentence = saying('the tariff on steel', 30);
    const before = sentence.indexOf('tariff') - placeInSentence(sentence, ['tariff']);
    expect(before).toBeGreaterThanOrEqual(0);
    expect(before).toBeLessThan(STRETCH);
  });

  it('is where most of it stands, and the first such place', () => {
    const both = saying(
      `a tariff ${WORDS.repeat(10)}a tariff on steel ${WORDS.repeat(10)}steel and a tariff`,
      5,
    );
    const place = placeInSentence(both, ['tariff', 'steel']);
    const wanted = both.indexOf('tariff on steel');
    expect(place).toBeLessThanOrEqual(wanted);
    expect(place).toBeGreaterThan(wanted - STRETCH);
    expect(placeInSentence(both, ['tariff'])).toBeLessThan(both.indexOf('tariff'));
  });

  it('is where what was asked stands near together, not only where each of it stands', () => {
    const near = `the tariff that ${WORDS}has come on steel`;
    const sentence = saying(`a tariff ${WORDS.repeat(10)}${near} ${WORDS.repeat(10)}`, 5);
    const before = sentence.indexOf(near) - placeInSentence(sentence, ['tariff', 'steel']);
    expect(Math.abs(before)).toBeLessThan(STRETCH);
  });

  it('is the same however the words are written', () => {
    const sentence = saying('the tariff on steel', 30);
    expect(placeInSentence(saying('the TARIFF on ＳＴＥＥＬ', 30), ['tariff', 'steel'])).toBe(
      placeInSentence(sentence, ['tariff', 'steel']),
    );
  });

  it.each([
    ['关税', '关税'],
    ['鋼鐵', '钢铁'],
  ])('is shortly before %s, which the index has as %s, in a long Chinese sentence', (words, term) => {
    const sentence = `${'然后他们又说'.repeat(80)}${words}${'然后他们又说'.repeat(80)}`;
    const before = sentence.indexOf(words) - placeInSentence(sentence, [term]);
    expect(before).toBeGreaterThanOrEqual(0);
    expect(before).toBeLessThan(STRETCH);
  });

  it.each([[[]], [['tariff']]])('is the beginning, if a long sentence has none of %j', (terms) => {
    expect(placeInSentence(saying('nothing of it', 30), terms)).toBe(0);
  });

  it('is in the sentence, and inside no character, whatever is said and asked', () => {
    const spoken = fc
      .tuple(
        fc.array(fc.oneof(anyText, hostileText), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 40 }),
      )
      .map(([parts, times]) => parts.join('').repeat(times));
    const asked = fc.array(fc.oneof(anyText, fc.constantFrom('a', ' ', '管制')), { maxLength: 4 });
    fc.assert(
      fc.property(spoken, asked, (sentence, terms) => {
        const place = placeInSentence(sentence, terms);
        expect(place).toBeGreaterThanOrEqual(0);
        expect(place).toBeLessThan(Math.max(1, sentence.length));
        expect(sentence.slice(place - 1, place + 1)).not.toMatch(/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/);
      }),
    );
  });
});

describe('an answer in a sentence without an end', () => {
  const SPOKEN = `${'然后他们又说了很多别的事情'.repeat(40)}灯塔怕雷电${'后来大家都回家去了'.repeat(60)}`;
  const edit = (file: string) => changed(file, '是的,我同意。', SPOKEN);
  const context = contextOf(
    libraryOf([soundSeminar({ source: edit(SOURCE), transcript: edit(TRANSCRIPT) })]),
  );
  const reply = ask({ question: '灯塔怕雷电吗?' }, context);

  it('has the place of what was asked', () => {
    const [excerpt] = excerptsOf(reply);
    const before = SPOKEN.indexOf('灯塔') - (excerpt?.place ?? 0);
    expect(before).toBeGreaterThanOrEqual(0);
    expect(before).toBeLessThan(STRETCH);
  });

  it('shows what was asked, marked as cut at both ends', () => {
    const shown = renderTerminal(reply, { locale: 'zh-CN', colour: false });
    expect(shown).toMatch(/^ *\[…\] \*\*.+灯塔怕雷电.+\*\* \[…\]$/m);
    expect(shown.length).toBeLessThan(SPOKEN.length / 2);
  });

  it('has no place where the sentence is short', () => {
    const [excerpt] = excerptsOf(ask({ question: '钢桥耐用吗?' }, context));
    expect(excerpt).toBeDefined();
    expect(excerpt?.place).toBeUndefined();
  });
});
