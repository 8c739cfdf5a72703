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

  it('is not a word before a colon where a line broke in the middle of a sentence', async () => {
    const cues = [
      'ANN LEE: We have to ask our',
      'staff: they know the bridge.',
      'OLE BERG: Sure.',
      'ANN LEE: Good.',
    ];
    expect((await turnsOf(vtt(...cues, 'And then we go.')))[1]).toBe(
      'ANN LEE (continued): staff: they know the bridge.',
    );
  });

  it('has no music in its name', async () => {
    expect(await turnsOf(vtt('[SLOW MUSIC] ANN LEE: Hello.', 'And welcome.', 'OLE BERG: Hi.'))).toEqual([
      '?: [SLOW MUSIC]',
      'ANN LEE: Hello.',
      'ANN LEE (continued): And welcome.',
      'OLE BERG: Hi.',
    ]);
  });

  it('changes within a line, where that names somebody who speaks elsewhere', async () => {
    expect(
      await turnsOf(
        vtt('Mira: It is open. Ole: Since when?', 'Since May?', 'Ole: I see.', 'Mira: I said: so.'),
      ),
    ).toEqual([
      'Mira: It is open.',
      'Ole: Since when?',
      'Ole (continued): Since May?',
      'Ole: I see.',
      'Mira: I said: so.',
    ]);
  });

  it('may stand in brackets above them', async () => {
    expect(
      await turnsOf(
        vtt('(Mira Holt)\nIt is open.', '(Ole Berg)\nSince when?\n-\n(Mira Holt)\nSince May.', '(Applause)'),
      ),
    ).toEqual([
      'Mira Holt: It is open.',
      'Ole Berg: Since when?',
      'Mira Holt: Since May.',
      'Mira Holt (continued): (Applause)',
    ]);
  });

  it('is not known where a caption has no name in a file that names each', async () => {
    expect(
      await turnsOf(vtt('Mira: One.', 'Mira: Two.', 'Ole: Three.', 'Four.', 'Mira: Six.', 'Ole: Seven.')),
    ).toContain('?: Four.');
  });

  it('may be a nick without capitals in a file that names each', async () => {
    expect(
      await turnsOf(
        vtt('Mira Holt: One.', 'oleb: Two, and', 'oleb: three.', 'Mira Holt: Four.', 'annl: Five.'),
      ),
    ).toEqual(['Mira Holt: One.', 'oleb: Two, and', 'oleb: three.', 'Mira Holt: Four.', 'annl: Five.']);
  });

  it('goes on after a dash that only breaks a sentence', async () => {
    expect(
      await turnsOf(
        vtt('MIRA: It is of steel', '- and that was the plan', '- from the start.', 'OLE: Yes.', '- No.'),
      ),
    ).toEqual([
      'MIRA: It is of steel',
      'MIRA (continued): - and that was the plan',
      'MIRA (continued): - from the start.',
      'OLE: Yes.',
      '?: No.',
    ]);
  });

  it('is whom the first caption names, if no other names anybody', async () => {
    expect(await turnsOf(vtt('Mira: In this episode', 'we talk of bridges', 'and of boats.'))).toEqual([
      'Mira: In this episode',
      'Mira (continued): we talk of bridges',
      'Mira (continued): and of boats.',
    ]);
  });

  it('may stand in brackets after a dash, where sounds do as well', async () => {
    expect(
      await turnsOf(
        vtt(
          '- [Narrator] This is\na bridge.',
          '- [Mira] I built it.\n- [Ole] You did not.',
          '- [Mira] I did.',
          '- Who is that?\n- [Man Off-Camera] Me.',
          '[Sighs]\n- [Narrator] So it was.',
        ),
      ),
    ).toEqual([
      'Narrator: This is',
      'Narrator (continued): a bridge.',
      'Mira: I built it.',
      'Ole: You did not.',
      'Mira: I did.',
      '?: Who is that?',
      'Man Off-Camera: Me.',
      'Man Off-Camera (continued): [Sighs]',
      'Narrator: So it was.',
    ]);
  });

  it('is nobody’s where the first or last caption says who made them', async () => {
    expect(
      await turnsOf(
        vtt('(Transcribed by Ole.ai.)', 'Hello.', 'Captions by us', 'Yes.', 'Ok.', 'Subtitles by Ole'),
      ),
    ).toEqual(['?: Hello.', '?: Yes.', '?: Ok.']);
  });

  it('is whatever stands before the colon if each caption has one', async () => {
    const names = [
      'Mira Holt',
      'iPhone von Ole',
      '+49 170 *****12',
      'ole@example.org',
      'Dr. Ann Lee | Steel',
      'Mira Holt',
    ];
    const more = ['Room 2.14 (extern)', 'Mira Holt', 'Ole Berg', 'Mira Holt', 'Ole Berg'];
    const said = [...names, ...more].map((name, at) => `${name}: It is: ${at}.`);
    expect(await turnsOf(vtt(...said))).toEqual(said);
  });
});
