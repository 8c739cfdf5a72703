import { describe, expect, it } from 'vitest';
import { labelSteps } from '../../src/formats/labels.ts';
import { srt } from '../../src/formats/srt.ts';
import { webvtt } from '../../src/formats/webvtt.ts';
import { atOnce } from '../at-once.ts';
import { kindsOf, read } from './captions.ts';

const label = atOnce(labelSteps);
const clock = (seconds: number) => `00:00:${String(seconds).padStart(2, '0')}.000`;
const vtt = (...cues: string[]) =>
  `WEBVTT\n\n${cues.map((words, at) => `${clock(at)} --> ${clock(at + 1)}\n${words}\n`).join('\n')}`;

/** Who says what in a file of captions: a name, or what is known instead, and the words. */
async function turnsOf(text: string): Promise<string[]> {
  const container = kindsOf(text)[0] === 'srt' ? srt : webvtt;
  const opened = await read(container, text);
  return label(container, opened).pieces.map(({ name, basis, part, start, end }) => {
    const words = opened.source.parts[part]?.text.slice(start, end);
    return `${name ?? '?'}${basis === 'labelled' || basis === 'unknown' ? '' : ` (${basis})`}: ${words}`;
  });
}

describe('whose words captions are', () => {
  it('is printed in them', async () => {
    expect(await turnsOf(vtt('Mira: I bid', 'Ole: Done.', 'Mira: Fine: we start.'))).toEqual([
      'Mira: I bid',
      'Ole: Done.',
      'Mira: Fine: we start.',
    ]);
  });

  it('holds over lines and captions where names are printed at changes', async () => {
    expect(
      await turnsOf(
        vtt(
          'Mira: Welcome to the',
          'bridge meeting. We\nhave much to do.',
          'Ole: Thanks.',
          'Mira: Well, what is',
        ),
      ),
    ).toEqual([
      'Mira: Welcome to the',
      'Mira (continued): bridge meeting. We',
      'Mira (continued): have much to do.',
      'Ole: Thanks.',
      'Mira: Well, what is',
    ]);
  });

  it('holds for words after an empty line, and for a number that is said', async () => {
    const text =
      '1\n00:00:01,000 --> 00:00:02,000\nMira: I bid\n\n7\n\n2\n00:00:02,000 --> 00:00:03,000\nOle: Done.\n';
    expect(await turnsOf(text)).toEqual(['Mira: I bid', 'Mira (continued): 7', 'Ole: Done.']);
  });

  it('is whom a voice names; where none does, nobody is known', async () => {
    expect(
      await turnsOf(
        vtt('<v Mira Holt>\nWe start on time.', 'Who is this?', '<v Mar&#237;a R&amp;D>Lista.</v>'),
      ),
    ).toEqual(['Mira Holt: We start on time.', '?: Who is this?', 'María R&D: Lista.']);
  });

  it('changes at marks, once where captions roll', async () => {
    expect(
      await turnsOf(
        vtt(
          ' \n&gt;&gt; good<00:00:00.400><c> morning</c>',
          '&gt;&gt; good morning\n ',
          '&gt;&gt; good morning\nand<00:00:02.500><c> welcome</c>',
        ),
      ),
    ).toEqual(['?: good morning', '?: and welcome']);
  });

  it('is not the one before after a mark in the middle of a line', async () => {
    expect(
      await turnsOf(vtt('>> Mira: It is open. >> Since when?', '>> Mira: Since May.', 'And so on.')),
    ).toEqual(['Mira: It is open.', '?: Since when?', 'Mira: Since May.', 'Mira (continued): And so on.']);
  });

  it('is not the one before after a mark at the end of a line', async () => {
    expect(await turnsOf(vtt('>> Mira: It is open. >>', 'Since when?', '>> Mira: Since May.'))).toEqual([
      'Mira: It is open.',
      '?: Since when?',
      'Mira: Since May.',
    ]);
  });

  it('is nobody known where the file names nobody', async () => {
    expect(
      await turnsOf(
        '00:00:01.000 --> 00:00:03.000\n\nGood morning all.\n\n00:00:03.000 --> 00:00:04.000\n\nMorning.\n',
      ),
    ).toEqual(['?: Good morning all.', '?: Morning.']);
  });
});
