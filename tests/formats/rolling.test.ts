import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCaptions, saidIn } from './captions.ts';

type Shown = [start: number, end: number, ...lines: string[]];

const clock = (seconds: number) => new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23);
/** A file of captions, each with its times in seconds and its lines. */
const vtt = (captions: readonly Shown[]) =>
  `WEBVTT\n\n${captions.map(([start, end, ...lines]) => `${clock(start)} --> ${clock(end)}\n${lines.join('\n')}\n`).join('\n')}`;
const wordsOf = async (...captions: Shown[]) => (await readCaptions(vtt(captions))).source.text;

/** Lines as YouTube shows them: each word by word under the one before, then still for 10 ms. */
function rolled(lines: readonly string[], isTimed: boolean): Shown[] {
  return lines.flatMap((line, at): Shown[] => {
    const [first = '', ...others] = line.split(' ');
    const words = isTimed
      ? first + others.map((word) => `<${clock(at * 2 + 1)}><c> ${word}</c>`).join('')
      : line;
    const above = lines[at - 1] ?? ' ';
    return [
      [at * 2, at * 2 + 1.99, above, words],
      [at * 2 + 1.99, at * 2 + 2, line, ' '],
    ];
  });
}

describe('captions that roll', () => {
  it('as YouTube shows them, give each line once, where it is first shown', async () => {
    const text = `WEBVTT
Kind: captions
Language: en

00:00:00.160 --> 00:00:02.869 align:start position:0%
 
&gt;&gt; welcome<00:00:00.480><c> to</c><00:00:00.640><c> the</c><00:00:00.800><c> talk</c>

00:00:02.869 --> 00:00:02.879 align:start position:0%
&gt;&gt; welcome to the talk
 

00:00:02.879 --> 00:00:05.000 align:start position:0%
&gt;&gt; welcome to the talk
bridges<00:00:03.000><c> matter</c>

00:00:05.000 --> 00:00:05.010 align:start position:0%
bridges matter
 

00:00:09.000 --> 00:00:11.000 align:start position:0%
bridges matter
[Music]
`;
    expect(await saidIn(text)).toEqual([
      '7 0.16 >> welcome to the talk',
      '15 2.879 bridges matter',
      '23 9 [Music]',
    ]);
  });

  it('without the times between words, as programs convert them, too', async () => {
    expect(await wordsOf([0, 2, 'this is the first'], [2, 4, 'this is the first', 'and the second'])).toBe(
      'this is the first and the second',
    );
    expect(await wordsOf(...rolled(['no', 'no no', 'yes', 'yes', 'and the end'], false))).toBe(
      'no no no yes yes and the end',
    );
  });

  it('give words that come one by one once, at the time of the first', async () => {
    const text = vtt([
      [0, 1, 'good'],
      [1, 2, 'good morning'],
      [2, 3, 'good morning all'],
      [3, 4, 'good morning all', 'and'],
      [4, 5, 'good morning all', 'and welcome'],
      [5, 6, 'and welcome', 'to the bridge'],
    ]);
    expect(await saidIn(text)).toEqual(['10 0 good morning all', '18 3 and welcome', '22 5 to the bridge']);
  });

  it('give lines of words that are cut anew in each caption once', async () => {
    expect(
      await wordsOf(
        [1, 3, 'What would you say by the end of the episode that'],
        [3, 4, 'end of the episode that we should take away and what'],
        [4, 6, 'take away and what, will they have learned?'],
        [6, 7, 'Will they have learned? Much.'],
      ),
    ).toBe(
      'What would you say by the end of the episode that we should take away and what will they have learned? Much.',
    );
  });

  it('keep what is on the screen while it is cleared for a moment', async () => {
    expect(
      await wordsOf(
        [0, 1, 'this is one'],
        [1, 1.01, ' '],
        [1.01, 2, 'this is one', 'two'],
        [2, 3, 'two', 'three'],
      ),
    ).toBe('this is one two three');
  });

  it('are not joined across voices', async () => {
    expect(
      await wordsOf(
        [0, 1, '<v A>so it is</v>'],
        [1, 2, '<v B>so it is</v>', '<v B>or is it not</v>'],
        [2, 3, '<v B>or is it not</v>', '<v B>who knows</v>'],
      ),
    ).toBe('so it is so it is or is it not who knows');
  });

  it('give each of any lines once, in order, however often it is said', async () => {
    const line = fc
      .array(fc.constantFrom('no', 'yes', 'bridge', 'the', 'is', 'open', '>>'), {
        minLength: 1,
        maxLength: 4,
      })
      .map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 2, maxLength: 12 }), async (lines) => {
        expect(await wordsOf(...rolled(['this is the start', ...lines], true))).toBe(
          ['this is the start', ...lines].join(' '),
        );
      }),
    );
  });
});

describe('captions that do not roll', () => {
  it('keep what is said twice: after a pause, and in captions that touch', async () => {
    expect(await wordsOf([0, 2, 'no'], [5, 6, 'no'])).toBe('no no');
    expect(await wordsOf([0, 2, 'no'], [2, 3, 'no'], [3, 4, 'no no'])).toBe('no no no no');
    expect(
      await wordsOf(
        [0, 1, 'Four more years!'],
        [1, 2, 'Four more years!'],
        [2, 3, 'Thank you.'],
        [3, 4, 'Thank you.', 'Thank you.'],
        [4, 5, 'Sit down.'],
        [5, 6, 'Please.'],
      ),
    ).toBe('Four more years! Four more years! Thank you. Thank you. Thank you. Sit down. Please.');
  });

  it('keep a line that another begins with', async () => {
    expect(
      await wordsOf(
        [0, 1, 'I think'],
        [1, 2, 'I think it is'],
        [2, 3, 'open.'],
        [3, 4, 'Since'],
        [4, 5, 'May.'],
        [5, 6, 'So?'],
      ),
    ).toBe('I think I think it is open. Since May. So?');
  });

  it('keep everything, whatever is said', async () => {
    const word = fc.constantFrom('no', 'yes', 'bridge', 'open', '桥', '很好');
    const caption = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(fc.array(caption, { minLength: 1, maxLength: 10 }), async (captions) => {
        const apart = captions.map((words, at): Shown => [at * 2, at * 2 + 1, words]);
        expect(await wordsOf(...apart)).toBe(captions.join(' '));
      }),
    );
  });
});
