import { describe, expect, it } from 'vitest';
import { openedJson } from '../../src/formats/json/opened.ts';

/** A line per part: whom it names (`-` if nobody), its words and its time. */
function read(value: unknown) {
  const { source, format } = openedJson(JSON.stringify(value));
  return { format, parts: source.parts.map(({ label, text, time }) => `${label ?? '-'}: ${text} @${time}`) };
}

const RIGHT = ['Mira: Is it open? @1', 'Ole: Yes. @4'];

describe('voices that stand apart from the words, or around them', () => {
  it.each<[format: string, value: unknown]>([
    [
      'json-words',
      {
        words: ['Is', 'it', 'open?', 'Yes.'].map((text, at) => ({ text, start: at + 1, end: at + 1.5 })),
        paragraphs: [
          { speaker: 'Mira', start: 1, end: 3.5 },
          { speaker: 'Ole', start: 4, end: 4.5 },
        ],
      },
    ],
    [
      'json-words',
      ['Is', 'it', 'open?', 'Yes.'].map((word, at) => ({
        word,
        start_time: at + 1,
        speaker: at < 3 ? 'Mira' : 'Ole',
      })),
    ],
    [
      'watson',
      {
        results: [
          {
            results: ['Is it open? ', 'Yes. '].map((transcript, at) => ({
              alternatives: [
                {
                  transcript,
                  timestamps: transcript
                    .trim()
                    .split(' ')
                    .map((word, nth) => [word, at * 3 + nth + 1, at * 3 + nth + 1.5]),
                },
              ],
            })),
            speaker_labels: [1, 2, 3, 4].map((from) => ({ from, speaker: from < 4 ? 'Mira' : 'Ole' })),
          },
        ],
      },
    ],
    [
      'speechmatics-1',
      {
        speakers: [
          { name: 'Mira', time: '1.0', duration: '2.6' },
          { name: 'Ole', time: '4.0', duration: '0.5' },
        ],
        words: [
          ['Is', '1.0'],
          ['it', '2.0'],
          ['open', '3.0'],
          ['?', '3.5'],
          ['Yes', '4.0'],
          ['.', '4.5'],
        ].map(([name, time]) => ({ name, time, duration: '0.4' })),
      },
    ],
    [
      'autoedit',
      {
        text: [
          { speaker: 'Mira', paragraph: [{ line: [{ text: 'Is it', startTime: 1 }, { text: 'open?' }] }] },
          { speaker: 'Ole', paragraph: [{ line: [{ text: 'Yes.', startTime: 4 }] }] },
        ],
      },
    ],
    [
      'json-list',
      [
        { text: 'Is it open?', start: 1, spk: 'Mira' },
        { text: 'Yes.', start: 4, spk: 'Ole' },
      ],
    ],
    [
      'json-list',
      {
        utterances: [
          { text: 'Is it open?', start_time: 1, additions: { speaker: 'Mira' } },
          { text: 'Yes.', start_time: 4, additions: { speaker: 'Ole' } },
        ],
      },
    ],
    [
      'json-list',
      {
        entries: [
          { text: 'Is it open?', speakerId: 'u1', speakerDisplayName: 'Mira', startOffset: '00:00:01' },
          { text: 'Yes.', speakerId: 'u2', speakerDisplayName: 'Ole', startOffset: '00:00:04' },
        ],
      },
    ],
  ])('are read of %s', (format, value) => {
    expect(read(value)).toEqual({ format, parts: RIGHT });
  });

  it('are read of Tingwu, in milliseconds and without blanks', () => {
    const Words = [
      { Start: 1000, End: 1400, Text: '大橋' },
      { Start: 1400, End: 1900, Text: '開了嗎？' },
    ];
    const Paragraphs = [
      { SpeakerId: '1', Words },
      { SpeakerId: '2', Words: [{ Start: 4000, Text: '開了。' }] },
    ];
    expect(read({ Transcription: { Paragraphs } })).toEqual({
      format: 'tingwu',
      parts: ['1: 大橋開了嗎？ @1', '2: 開了。 @4'],
    });
  });

  it('of Google repeat no word, even where the last result spells one in another way', () => {
    const words = (texts: string[], more: object = {}) =>
      texts.map((word, at) => ({ word, startTime: `${at + 1}s`, ...more }));
    const results = [
      { alternatives: [{ transcript: 'Colour it.', words: words(['Colour', 'it.']) }] },
      { alternatives: [{ words: words(['color', 'it'], { speakerTag: 1 }) }] },
    ];
    expect(read({ results })).toEqual({ format: 'google-speech', parts: ['1: color it @1'] });
  });
});
