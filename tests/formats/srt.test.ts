import { describe, expect, it } from 'vitest';
import { kindsOf, readCaptions, saidIn } from './captions.ts';

describe('SRT', () => {
  it('is a number, times and words, with what labels there are', async () => {
    const text =
      '1\r\n00:00:01,000 --> 00:00:03,000\r\nMira: the first line\r\nand the second\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\n- Hi.\r\n- <i>Ho.</i>\r\n\r\n3\r\n00:00:04,500 --> 00:00:05,000 X1:40 X2:600 Y1:20 Y2:50\r\n{\\an8}&gt;&gt; Bye.\r\n';
    expect(kindsOf(text)).toEqual(['srt']);
    expect(await saidIn(text)).toEqual([
      '3 1 Mira: the first line',
      '4 1 and the second',
      '8 3 - Hi.',
      '9 3 - Ho.',
      '13 4.5 >> Bye.',
    ]);
    expect((await readCaptions(text)).groups).toEqual([0, 2, 4]);
  });

  it('has a number only over times', async () => {
    const text =
      '1\n00:00:01,000 --> 00:00:02,000\nMira: I bid\n\n7\n\n2\n00:00:02,000 --> 00:00:03,000\n12\n';
    expect(await saidIn(text)).toEqual(['3 1 Mira: I bid', '5 1 7', '9 2 12']);
  });

  it('may have an empty line after each line', async () => {
    const text =
      '1\n\n00:00:01,000 --> 00:00:02,000\n\none\n\n2\n\n00:00:02,000 --> 00:00:03,000\n\ntwo\n\n3\n\n00:00:03,000 --> 00:00:04,000\n\nthree\n';
    expect((await readCaptions(text)).source.text).toBe('one two three');
  });

  it('may have no empty line between captions, and no number', async () => {
    const text =
      '1\n00:00:01,000 --> 00:00:02,000\none\n2\n00:00:02,000 --> 00:00:03,000\ntwo\n00:00:03,000 --> 00:00:04,000\nthree\n';
    expect((await readCaptions(text)).source.text).toBe('one two three');
    expect(kindsOf('00:00:01,000 --> 00:00:02,000\none')).toEqual(['srt']);
  });

  it('has no comments and no ids: whatever is written in it is said', async () => {
    const text =
      '1\n00:00:01,000 --> 00:00:02,000\none\n\nNOTE this\n\nyes\n00:00:02,000 --> 00:00:03,000\ntwo\n';
    expect((await readCaptions(text)).source.text).toBe('one NOTE this yes two');
  });

  it('may have empty lines at its start, captions without words, and hours of one digit', async () => {
    const text = '\n\n1\n0:00:53,860 --> 0:00:54,660\n\n\n2\n0:00:55,000 --> 0:00:56,000\nMira: here\n';
    expect(await saidIn(text)).toEqual(['9 55 Mira: here']);
  });

  it('notes a habit of the file once', async () => {
    const cues = Array.from(
      { length: 30 },
      (_, at) => `${at + 1}\n00:00:${at + 10},000 --> 00:00:${at + 11},000\nw${at}\n\nx${at}\n`,
    );
    expect((await readCaptions(cues.join('\n'))).notes).toEqual([
      { place: 5, text: expect.stringContaining('29 more captions') },
    ]);
  });
});
