import { describe, expect, it } from 'vitest';
import { openedJson } from '../../src/formats/json/opened.ts';

/** What is read, a line per part: its place, whom it names (`-` if nobody), its words and its time. */
function read(value: unknown) {
  const { source, format } = openedJson(typeof value === 'string' ? value : JSON.stringify(value));
  const parts = source.parts.map(
    ({ place, label, text, time }) => `${place} ${label ?? '-'}: ${text}${time === null ? '' : ` @${time}`}`,
  );
  return { format, parts };
}

/** Words one second apart, from second 1 on. */
function words(text: string, more: (at: number) => object = () => ({})) {
  return text.split(' ').map((word, at) => ({ word, start: at + 1, end: at + 1.5, ...more(at) }));
}

describe('Whisper and its relatives', () => {
  it('divides a segment of WhisperX where its words change the speaker', () => {
    const speakers = (at: number) => ({ speaker: at < 3 ? 'SPEAKER_00' : 'SPEAKER_01' });
    const segment = {
      start: 1,
      text: ' Is it open? Yes.',
      speaker: 'SPEAKER_00',
      words: words('Is it open? Yes.', speakers),
    };
    expect(read({ segments: [segment] })).toEqual({
      format: 'whisperx',
      parts: ['1 SPEAKER_00: Is it open? @1', '2 SPEAKER_01: Yes. @4'],
    });
  });

  it('gives a word without a speaker to nobody where those on its sides differ', () => {
    const speakers = (at: number) => (at === 1 ? {} : { speaker: at < 1 ? 'A' : 'B' });
    const segment = { start: 1, text: 'one 2 three', words: words('one 2 three', speakers) };
    expect(read({ segments: [segment] }).parts).toEqual(['1 A: one @1', '2 -: 2 @2', '3 B: three @3']);
  });

  it('leaves a segment without a speaker to nobody, and never to the one before', () => {
    const segments = [
      { start: 1, text: ' Hi.', speaker: 'SPEAKER_00' },
      { start: 2, text: ' Yes.' },
    ];
    expect(read({ segments }).parts).toEqual(['1 SPEAKER_00: Hi. @1', '2 -: Yes. @2']);
  });

  it('reads Chinese words without blanks between them', () => {
    const speakers = (at: number) => ({ speaker: at < 2 ? 'A' : 'B' });
    const segment = { start: 0, text: '开吗？开。', words: words('开 吗？ 开。', speakers) };
    expect(read({ segments: [segment] }).parts).toEqual(['1 A: 开吗？ @1', '2 B: 开。 @3']);
  });

  it('counts empty segments, and reads numbers that are texts, no text and no words', () => {
    const segments = [
      { start: '0.5', text: 'One.' },
      { text: null },
      { start: 'x', text: ' ', words: null },
      { text: 'Two.' },
    ];
    expect(read({ segments })).toEqual({ format: 'whisper', parts: ['1 -: One. @0.5', '4 -: Two.'] });
  });

  it('reads whisper-timestamped, whose words are called text', () => {
    const segments = [{ start: 0.1, text: ' Yes.', words: [{ text: 'Yes.', start: 0.1, confidence: 0.9 }] }];
    expect(read({ text: ' Yes.', segments, language: 'en' })).toEqual({
      format: 'whisper-timestamped',
      parts: ['1 -: Yes. @0.1'],
    });
  });

  it('reads faster-whisper as lists without keys', () => {
    const tuple = [1, 0, 2.5, 4, ' Yes.', [50364], 0, -0.2, 1, 0, [[2.5, 3, ' Yes.', 0.9]]];
    expect(read([tuple])).toEqual({ format: 'faster-whisper', parts: ['1 -: Yes. @2.5'] });
    expect(read({ segments: [tuple], info: { language: 'en' } }).parts).toEqual(['1 -: Yes. @2.5']);
  });

  it('reads whisper.cpp, with voices told apart, or a part of a word at a time', () => {
    const transcription = [
      {
        timestamps: { from: '00:00:01,500' },
        offsets: { from: 1500 },
        text: ' Shall we? [SPEAKER_TURN]',
        speaker: '0',
      },
      { timestamps: { from: '00:00:02,500' }, text: ' Yes.', speaker: '?' },
    ];
    expect(read({ result: { language: 'en' }, transcription })).toEqual({
      format: 'whisper-cpp',
      parts: ['1 0: Shall we? @1.5', '2 -: Yes. @2.5'],
    });
    const pieces = [' Un', 'believ', 'able', '.', ' Yes', '.'].map((text, at) => ({
      text,
      offsets: { from: at * 1000 },
    }));
    expect(openedJson(JSON.stringify({ transcription: pieces })).source.text).toBe('Unbelievable. Yes.');
  });

  it('reads what OpenAI writes: voices, segments or words alone', () => {
    const segments = [{ type: 'transcript.text.segment', start: 0, text: 'Hi.', speaker: 'A' }];
    expect(read({ task: 'transcribe', text: 'A: Hi.', segments })).toEqual({
      format: 'openai-diarized',
      parts: ['1 A: Hi. @0'],
    });
    const verbose = {
      task: 'transcribe',
      duration: 3,
      language: 'english',
      text: 'Hi. Yes.',
      words: words('Hi Yes'),
    };
    expect(read(verbose)).toEqual({ format: 'openai-verbose', parts: ['1 -: Hi. Yes. @1'] });
    expect(openedJson(JSON.stringify({ ...verbose, segments: [{ text: 'Hi.' }] })).facts).toEqual({
      language: 'en',
    });
    expect(read({ text: 'Hi there.\nYes.' })).toEqual({
      format: 'json-text',
      parts: ['1 -: Hi there.', '2 -: Yes.'],
    });
  });
});

describe('AssemblyAI', () => {
  const said = (text: string, start: number, speaker: string | null) => ({
    text,
    start,
    end: start + 400,
    speaker,
  });

  it('goes by utterances, in milliseconds', () => {
    const utterances = [said('Shall we?', 1200, 'A'), said('Yes.', 2000, 'B')];
    const list = [said('Shall', 1200, 'A'), said('we?', 1500, 'A'), said('Yes.', 2000, 'A')];
    const value = { audio_url: 'x', text: 'Shall we? Yes.', utterances, words: list, language_code: 'en_us' };
    expect(read(value)).toEqual({ format: 'assemblyai', parts: ['1 A: Shall we? @1.2', '2 B: Yes. @2'] });
    expect(openedJson(JSON.stringify(value)).facts).toEqual({ language: 'en' });
  });

  it('goes by words where the utterances miss some', () => {
    const list = [said('Shall', 1200, 'A'), said('we?', 1500, 'A'), said('Yes.', 2000, 'B')];
    const value = {
      audio_url: 'x',
      text: 'Shall we? Yes.',
      utterances: [said('Yes.', 2000, 'B')],
      words: list,
    };
    expect(read(value).parts).toEqual(['1 A: Shall we? @1.2', '2 B: Yes. @2']);
  });
});

describe('Deepgram', () => {
  const list = words('shall we yes', (at) => ({
    punctuated_word: ['Shall', 'we?', 'Yes.'][at],
    speaker: at < 1 ? 0 : 1,
  }));
  const channels = [{ alternatives: [{ transcript: 'Shall we? Yes.', words: list }] }];
  const utterances = [
    { start: 1, transcript: 'Shall we?', speaker: 0, words: list.slice(0, 2) },
    { start: 3, transcript: 'Yes.', speaker: 1, words: list.slice(2) },
  ];

  it('goes by utterances, also where its words disagree', () => {
    expect(read({ results: { channels, utterances } })).toEqual({
      format: 'deepgram',
      parts: ['1 0: Shall we? @1', '2 1: Yes. @3'],
    });
  });

  it('goes by paragraphs, and else by words, where the utterances are not whole', () => {
    const lacking = { results: { channels, utterances: utterances.slice(1) } };
    expect(read(lacking).parts).toEqual(['1 0: Shall @1', '2 1: we? Yes. @2']);
    const paragraphs = {
      paragraphs: [{ speaker: 2, start: 1, sentences: [{ text: 'Shall we?' }, { text: 'Yes.' }] }],
    };
    const [first] = channels[0]?.alternatives ?? [];
    expect(read({ results: { channels: [{ alternatives: [{ ...first, paragraphs }] }] } }).parts).toEqual([
      '1 2: Shall we? Yes. @1',
    ]);
  });

  it('tells channels apart, each of which counts its speakers from 0', () => {
    const channel = (text: string, start: number, speaker?: number) => ({
      alternatives: [
        {
          transcript: text,
          words: [{ word: text, start, end: start + 0.5, ...(speaker !== undefined && { speaker }) }],
        },
      ],
    });
    expect(read({ results: { channels: [channel('Yes.', 2), channel('Shall?', 1)] } }).parts).toEqual([
      '1 ch_1: Shall? @1',
      '2 ch_0: Yes. @2',
    ]);
    expect(read({ results: { channels: [channel('Yes.', 2, 0), channel('Shall?', 1, 0)] } }).parts).toEqual([
      '1 ch_1 spk_0: Shall? @1',
      '2 ch_0 spk_0: Yes. @2',
    ]);
  });
});

describe('AWS Transcribe', () => {
  const word = (content: string, start: number, more = {}) => ({
    type: 'pronunciation',
    start_time: String(start),
    end_time: String(start + 0.4),
    alternatives: [{ content }],
    ...more,
  });
  const mark = (content: string) => ({ type: 'punctuation', alternatives: [{ content }] });
  const segment = (label: string, start: number, end: number, times: number[] = []) => ({
    speaker_label: label,
    start_time: String(start),
    end_time: String(end),
    items: times.map((time) => ({ start_time: String(time), speaker_label: label })),
  });

  it('gives each word to the segment that lists it, punctuation to its word, and what is in none to nobody', () => {
    const items = [word('open', 1), mark(','), word('yes', 1.5), word('No', 3), mark('.'), word('lost', 9)];
    const segments = [segment('', 0, 1), segment('spk_0', 1, 2, [1, 1.5]), segment('spk_1', 3, 4, [3])];
    expect(read({ results: { items, speaker_labels: { segments } } })).toEqual({
      format: 'aws-transcribe',
      parts: ['1 spk_0: open, yes @1', '2 spk_1: No. @3', '3 -: lost @9'],
    });
  });

  it('reads newer files, in which words name the speaker and stretches list the words', () => {
    const items = [
      word('open', 1, { id: 0, speaker_label: 'spk_0' }),
      word('Yes', 2, { id: 1, speaker_label: 'spk_1' }),
    ];
    expect(read({ results: { items } }).parts).toEqual(['1 spk_0: open @1', '2 spk_1: Yes @2']);
    const audio_segments = [
      { speaker_label: 'spk_0', items: [0] },
      { speaker_label: 'spk_1', items: [1] },
    ];
    expect(read({ results: { items, audio_segments } }).parts).toEqual([
      '1 spk_0: open @1',
      '2 spk_1: Yes @2',
    ]);
    expect(read({ results: { items, audio_segments: audio_segments.slice(1) } }).parts).toHaveLength(2);
  });

  it('reads channels by time', () => {
    const channel_labels = {
      channels: [
        { channel_label: 'ch_0', items: [word('Hi', 1), word('Bye', 5)] },
        { channel_label: 'ch_1', items: [word('Yes', 3), mark('.')] },
      ],
    };
    expect(read({ results: { channel_labels, items: [] } }).parts).toEqual([
      '1 ch_0: Hi @1',
      '2 ch_1: Yes. @3',
      '3 ch_0: Bye @5',
    ]);
  });
});

describe('Rev, Google, Kaldi and others', () => {
  it('reads Rev, with the blanks that its punctuation holds and the names that it gives', () => {
    const elements = [
      { type: 'text', value: 'Shall', ts: 1.5 },
      { type: 'punct', value: ' ' },
      { type: 'text', value: 'we', ts: 2 },
      { type: 'punct', value: '?' },
    ];
    const monologues = [
      { speaker: 0, elements },
      {
        speaker: 1,
        elements: [
          { type: 'text', value: 'Yes' },
          { type: 'punct', value: '.' },
        ],
      },
    ];
    expect(read({ monologues, speakers: [{ id: 1, name: 'Ole' }] })).toEqual({
      format: 'rev',
      parts: ['1 0: Shall we? @1.5', '2 Ole: Yes.'],
    });
  });

  it('reads the last result of Google alone if it repeats the others', () => {
    const said = (text: string, tag?: number) =>
      text.split(' ').map((word, at) => ({
        word,
        startTime: `${at}.300s`,
        ...(tag !== undefined && { speakerTag: tag }),
      }));
    const first = {
      alternatives: [{ transcript: 'Shall we?', words: said('Shall we?', 0) }],
      languageCode: 'en-us',
    };
    const second = { alternatives: [{ transcript: ' Yes.', words: said('Yes.') }] };
    const last = { alternatives: [{ words: [...said('Shall we?', 1), ...said('Yes.', 2)] }] };
    expect(read({ results: [first, second, last] })).toEqual({
      format: 'google-speech',
      parts: ['1 1: Shall we? @0.3', '2 2: Yes. @0.3'],
    });
    expect(read({ results: [first, second] }).parts).toEqual(['1 -: Shall we? @0.3', '2 -: Yes. @0.3']);
    const two = { alternatives: [{ words: [{ word: 'No.', startOffset: '7s', speakerLabel: '3' }] }] };
    expect(read({ response: { results: [two] } }).parts).toEqual(['1 3: No. @7']);
  });

  it('gives a word of Kaldi to the segment that it is in for longest, and outside of all to nobody', () => {
    const list = [
      { word: 'yes', punct: 'Yes.', start: 1, end: 1.4 },
      { word: 'no', punct: 'No.', start: 1.9, end: 2.5 },
      { word: 'lost', punct: 'Lost.', start: 8, end: 9 },
    ];
    const segments = [
      { start: 0, duration: 2, speaker: { '@id': 'S0', gender: 'F' } },
      { start: 2, duration: 2, speaker: { '@id': 'S1' } },
    ];
    expect(read({ retval: { words: list, segmentation: { segments } } })).toEqual({
      format: 'kaldi',
      parts: ['1 S0: Yes. @1', '2 S1: No. @1.9', '3 -: Lost. @8'],
    });
  });

  it.each([
    [
      'azure-speech',
      { recognizedPhrases: [{ speaker: 1, offset: 'PT1M3.5S', nBest: [{ display: 'Yes.' }] }] },
      '1 1: Yes. @63.5',
    ],
    ['azure-speech', { phrases: [{ speaker: 1, offsetMilliseconds: 500, text: 'Yes.' }] }, '1 1: Yes. @0.5'],
    [
      'speechmatics',
      { results: [{ type: 'word', start_time: 1, alternatives: [{ content: 'Yes', speaker: 'S1' }] }] },
      '1 S1: Yes @1',
    ],
    ['vosk', { result: [{ word: 'yes', start: 1, conf: 1 }], text: 'yes' }, '1 -: yes @1'],
    [
      'youtube-json3',
      { events: [{ tStartMs: 100, segs: [{ utf8: 'good' }, { utf8: ' day' }] }, { segs: [{ utf8: '\n' }] }] },
      '1 -: good day @0.1',
    ],
    [
      'json-words',
      {
        text: 'Oh, yes.',
        words: [
          { text: 'Oh,', start: 1, speaker_id: 'speaker_0' },
          { text: ' ', type: 'spacing', speaker_id: 'speaker_0' },
          { text: 'yes.', start: 2, speaker_id: 'speaker_0' },
        ],
      },
      '1 speaker_0: Oh, yes. @1',
    ],
    [
      'json-list',
      { result: { transcription: { utterances: [{ text: 'Yes.', start: 0.5, speaker: 0 }] } } },
      '1 0: Yes. @0.5',
    ],
    [
      'json-list',
      { version: '1.0.0', segments: [{ speaker: 'Mira', startTime: 0.5, body: 'Yes.' }] },
      '1 Mira: Yes. @0.5',
    ],
    [
      'json-list',
      { data: { transcript: { sentences: [{ speaker_name: 'Mira', start_time: 2, text: 'Yes.' }] } } },
      '1 Mira: Yes. @2',
    ],
    [
      'json-list',
      { Transcript: [{ ParticipantRole: 'AGENT', BeginOffsetMillis: 1500, Content: 'Yes.' }] },
      '1 AGENT: Yes. @1.5',
    ],
    ['json-list', [{ text: 'Yes.', start: 1.5, duration: 2 }], '1 -: Yes. @1.5'],
    [
      'json-list',
      { speakers: [{ id: 7, name: 'Mira' }], turns: [{ speaker_id: 7, text: 'Yes.' }] },
      '1 Mira: Yes.',
    ],
  ])('reads %s', (format, value, part) => {
    expect(read(value)).toEqual({ format, parts: [part] });
  });
});
