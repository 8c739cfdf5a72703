import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/core/language/locale.ts';
import { reviewOf } from '../../src/importing/review.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { wrapped } from '../../src/render/wrapping.ts';
import { imported, type Line, recordingWith } from './recordings.ts';

/** A review as a terminal of 80 columns shows it. */
function reviewIn(lines: readonly Line[], locale: (typeof LOCALES)[number] = 'en'): string {
  const recording = recordingWith(lines);
  const { draft, joined, text } = imported(recording);
  const lineOf = (id: string) => text.split('\n').findIndex((line) => line.startsWith(`### ${id} |`)) + 1;
  const file = 'corpus/talk/transcript.md';
  const reply = reviewOf({
    draft,
    joined,
    recording,
    id: 'talk',
    file,
    lineOf,
    encoding: null,
    corrections: null,
  });
  return wrapped(renderTerminal(reply, { locale, colour: false }), 80);
}

const crowd = Array.from({ length: 60 }, (_, at): Line[] => [
  { name: `Speaker ${at}`, words: 'What is it? Yes, it is so. I’m Ann. ' },
  { name: 'Sidney Holt', words: `Thank you, Sidney. And who are you, number ${at}?` },
  { name: 'Sydney Holt', words: 'Well.' },
  { words: `Page ${at}`, leftOut: 'page-head' },
  { words: 'So says the editor.', basis: 'editorial' },
]).flat();

describe('a review', () => {
  it('fits a screen, however much there is to say', () => {
    for (const locale of LOCALES) expect(reviewIn(crowd, locale).split('\n').length).toBeLessThanOrEqual(26);
  });

  it('says who speaks how much', () => {
    const review = reviewIn([
      { name: 'Mira Holt', words: 'One two three.' },
      { name: 'Ole Berg', words: 'Four.' },
      { name: 'Mira Holt', words: 'Five six.' },
      { words: 'Seven eight nine ten.' },
    ]);
    expect(review).toContain('Mira Holt: 2 turns, 50%');
    expect(review).toContain('Ole Berg: 1 turn, 10%');
    expect(review).toContain('not named in the source: 40%');
  });

  it('names the file’s line at which somebody may be wrong', () => {
    const review = reviewIn([
      { name: 'Mira Holt', words: 'Is the bridge open? Yes, since Monday.' },
      { name: 'Ole Berg', words: 'Good.' },
    ]);
    expect(review).toContain('line 1, Mira Holt: "Yes, since Monday."');
    expect(review).toMatch(/transcript\.md, line \d+: who says "Yes, since Monday\."/);
  });

  it.each([
    ['is addressed by name', 'Thank you, Mira. It is open.'],
    ['introduces somebody else', 'Hello, I’m Zoe. It is open.'],
    ['answers a question of the same turn', 'Who has painted the bridge? Yes, we have.'],
  ])('shows where whoever speaks %s', (_, words) => {
    expect(reviewIn([{ name: 'Mira Holt', words }])).toContain('may have changed');
  });

  it.each([
    ['introduces herself', 'Hello, I’m Mira. It is open.'],
    ['asks and says nothing more', 'Right? Yes.'],
    ['speaks of another', 'As Ole says, it is open.'],
  ])('shows nothing where whoever speaks %s', (_, words) => {
    expect(reviewIn([{ name: 'Mira Holt', words }])).not.toContain('may have changed');
  });

  it('takes what somebody is for no name of another', () => {
    const review = (words: string) =>
      reviewIn([
        { name: '王伟', words },
        { name: '李丽', words: '好的。' },
      ]);
    expect(review('我是财务。桥开了。')).not.toContain('may have changed');
    expect(review('我是李丽。桥开了。')).toContain('may have changed');
    expect(review('我叫张华。桥开了。')).toContain('may have changed');
  });

  it('names the line where a name stands before the words like a label', () => {
    const review = reviewIn([
      { name: 'Mira Holt', words: 'So it is. Ann Lee: Who pays? One thing: the paint. Note: it is late.' },
      { name: 'Ole Berg', words: 'Good. Mira: It is.' },
    ]);
    expect(review).toContain('changed without a label in 2 places');
    expect(review).toMatch(/transcript\.md, line \d+: who says "Ann Lee: Who pays\?"/);
    expect(review).toMatch(/transcript\.md, line \d+: who says "Mira: It is\."/);
  });

  it('offers the option that names a voice, by the name that it gives itself', () => {
    const review = reviewIn([{ name: 'Speaker 1', words: 'Good morning, I’m Zoe Quill. It is open.' }]);
    expect(review.replace(/\s+/gu, ' ')).toContain('--name "Speaker 1=Zoe Quill"');
  });

  it('offers the option that joins, also for a name that is spelt otherwise in the words', () => {
    const review = reviewIn([
      { name: 'Speaker 1', words: 'I’m Sydney. It is open.' },
      { name: 'Sidney', words: 'It is.' },
    ]);
    expect(review).toContain('--name "Sidney=Sydney"');
  });

  it('names the line where the longest stretch begins that nobody is named for', () => {
    const review = reviewIn([{ name: 'Mira Holt', words: 'One.' }, { words: 'So it goes on. '.repeat(60) }]);
    expect(review).toMatch(/transcript\.md, line \d+: who says "So it goes on\./);
  });

  it('says that a file names nobody', () => {
    expect(reviewIn([{ words: 'It is open.' }])).toContain('does not say who speaks');
  });

  it('says that there are more names than a transcript takes', () => {
    const many = Array.from({ length: 501 }, (_, at) => {
      const letters = String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 26));
      return { name: `A${letters} Lee`, words: 'So it is.' };
    });
    expect(reviewIn(many)).toContain('More names (501) than a transcript takes (500)');
    expect(reviewIn(many.slice(1))).not.toContain('more than a transcript');
  });

  it('says what was left out, with an example', () => {
    const review = reviewIn([
      { words: 'Page 3', leftOut: 'page-head' },
      { name: 'Mira Holt', words: 'One.' },
    ]);
    expect(review).toContain('1 page header or footer. For example: "Page 3"');
  });
});
