import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormatError } from '../../src/formats/format.ts';
import { openSource } from '../../src/formats/index.ts';
import { json, jsonContainers } from '../../src/formats/json/containers.ts';
import { openedJson } from '../../src/formats/json/opened.ts';
import { lettersOf } from '../../src/formats/json/utterances.ts';
import { READ_AT_ONCE } from '../../src/formats/limits.ts';

const fileOf = (text: string) => ({ bytes: new TextEncoder().encode(text), text });
const textsIn = (text: string) => openedJson(text).source.parts.map((part) => part.text);
const SEGMENT = { start: 1, text: 'Yes, it is.', speaker: 'A' };
const WHISPERX = { segments: [SEGMENT] };

describe('a file of JSON', () => {
  it('is recognised by its content, and a text that begins with a bracket is not', () => {
    for (const text of ['{"a":1}', ' [ {"a":1}]', '\uFEFF{\n"a":1}', '{}', '[[1,0,0.5,2,"x"]]', '["a"]'])
      expect(json.recognises(fileOf(text)), text).toBe(true);
    for (const text of ['[00:01] Mira: Hi.', '[Music]', '{\\rtf1', '[[Bridges]] are long.', 'Mira: {"a":1}'])
      expect(json.recognises(fileOf(text)), text).toBe(false);
  });

  it.each([
    ['inside of others', JSON.stringify({ status: 'done', data: { result: WHISPERX } })],
    ['in a list', JSON.stringify([WHISPERX])],
    ['after a byte order mark', `\uFEFF${JSON.stringify(WHISPERX)}`],
    [
      'as Python writes it',
      '{"segments":[{"text":"Yes, it is.","speaker":"A","start":NaN,"score":-Infinity}]}',
    ],
    [
      'with keys twice and keys of prototypes',
      `{"segments":[],"__proto__":{"segments":[]},"segments":[${JSON.stringify(SEGMENT)}]}`,
    ],
    ['on a line', `${JSON.stringify(SEGMENT)}\n`],
  ])('is read %s', (_, text) => {
    expect(textsIn(text.startsWith('{"start"') ? `[${text}]` : text)).toEqual(['Yes, it is.']);
  });

  it('leaves NaN in words alone', () => {
    expect(textsIn('{"segments":[{"start":NaN,"text":"A \\"NaN\\" is no number"}]}')).toEqual([
      'A "NaN" is no number',
    ]);
  });

  it('is read with an object on each line, and with several files in a list', () => {
    const lines = [SEGMENT, { ...SEGMENT, text: 'No.' }].map((each) => JSON.stringify(each)).join('\n');
    expect(textsIn(lines)).toEqual(['Yes, it is.', 'No.']);
    const chunks = [WHISPERX, { segments: [{ text: 'No.' }] }];
    expect(textsIn(JSON.stringify(chunks.map((each) => ({ segments: each.segments }))))).toEqual([
      'Yes, it is.',
      'No.',
    ]);
  });

  it('says so if it has several transcripts, and reads the longest', () => {
    const { source, notes } = openedJson(
      JSON.stringify({ short: { segments: [{ text: 'No.' }] }, long: WHISPERX }),
    );
    expect(source.text).toBe('Yes, it is.');
    expect(notes.map(({ text }) => text)).toEqual([expect.stringContaining('2 transcripts')]);
  });

  it('gives no time that no recording has, and no half of a character', () => {
    const segments = [
      { start: 1e308, text: 'a \ud83d\u0000 b' },
      { start: -1, text: 'c' },
      { start: 1_700_000_000, text: 'd' },
    ];
    const { source } = openedJson(JSON.stringify({ segments }));
    expect(source.parts.map(({ time }) => time)).toEqual([null, null, null]);
    expect(source.text).toBe('a \uFFFD b c d');
  });

  it('names no speaker where a program wrote that there is none', () => {
    const segments = ['undefined', 'null', ' ', 'NaN', null, {}, [], true].map((speaker) => ({
      text: 'Yes.',
      speaker,
    }));
    expect(openedJson(JSON.stringify({ segments })).source.parts.map(({ label }) => label)).toEqual(
      segments.map(() => null),
    );
  });

  it('is refused with the keys that were seen if it is of no kind that is known', () => {
    const message = (text: string) => {
      try {
        return textsIn(text).join();
      } catch (error) {
        return error instanceof FormatError ? error.message : String(error);
      }
    };
    expect(message('{"name":"rostrum","version":1}')).toContain('an object with the keys "name", "version"');
    expect(message('[1,2]')).toContain('a list of 2');
    expect(message('{"segments":[]}')).toContain('the key "segments"');
    expect(message('{"audio_url":"x","status":"error","words":null,"error":"no speech"}')).toContain(
      'is AssemblyAI (JSON), but there are no words',
    );
    expect(message('{"segments":[\n{"text":"cut o')).toContain('cannot be read as such from line 2 on');
  });

  it('is read again as the kind that it was', async () => {
    const text = JSON.stringify(WHISPERX);
    expect((await openSource(new TextEncoder().encode(text), 'whisperx')).source.text).toBe('Yes, it is.');
    const other = new TextEncoder().encode(JSON.stringify({ text: 'Yes, it is.' }));
    await expect(openSource(other, 'whisperx')).rejects.toThrow(/is not WhisperX \(JSON\) any more/);
    expect(new Set(jsonContainers.map(({ id }) => id)).size).toBe(jsonContainers.length);
  });
});

describe('a long stretch without a change of speaker', () => {
  const sentence = (at: number) => `This is sentence ${at} of a long talk about bridges.`;
  const text = Array.from({ length: 100 }, (_, at) => sentence(at)).join(' ');
  const words = text.split(' ').map((word, at) => ({ word, start: at / 2, end: at / 2 + 0.4 }));

  it('is divided at sentences, each part with the time of its first word', () => {
    const { source, groups } = openedJson(
      JSON.stringify({ segments: [{ start: 0, text, words, speaker: 'A' }] }),
    );
    expect(source.text).toBe(text);
    expect(source.parts.length).toBeGreaterThan(8);
    for (const part of source.parts) {
      const nth = Number(/^This is sentence (\d+)/.exec(part.text)?.[1]);
      expect(part.time).toBe(nth * 5);
      expect(part.label).toBe('A');
    }
    expect(source.parts.map(({ place }) => place)).toEqual(source.parts.map((_, at) => at + 1));
    expect(groups).toEqual([0]);
  });

  it('is divided at pauses where nothing ends a sentence', () => {
    const list = Array.from({ length: 400 }, (_, at) => ({
      word: 'bridge',
      start: at + (at >= 100 ? 10 : 0),
      end: at + 0.9 + (at >= 100 ? 10 : 0),
    }));
    const { source } = openedJson(
      JSON.stringify({
        text: list.map(({ word }) => word).join(' '),
        words: list,
        task: 'transcribe',
        duration: 1,
      }),
    );
    expect(source.parts[1]?.time).toBe(110);
  });
});

describe('every word', () => {
  const word = fc.record({
    word: fc.stringMatching(/^[a-z]{1,8}[.?,]?$/),
    speaker: fc.option(fc.constantFrom('A', 'B'), { nil: undefined }),
    start: fc.option(fc.double(), { nil: undefined }),
  });
  const segment = fc.record({
    words: fc.array(word),
    speaker: fc.option(fc.constantFrom('A', 'B')),
    start: fc.nat(9_999),
  });

  it('is in one part, in order, whatever words and segments say', () => {
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1 }), fc.boolean(), (segments, hasTexts) => {
        const all = segments.flatMap(({ words }) => words.map(({ word }) => word));
        fc.pre(lettersOf(all.join('')) !== '');
        const written = segments.map((each) => ({
          ...each,
          ...(hasTexts && { text: each.words.map(({ word }) => word).join(' ') }),
        }));
        const { source } = openedJson(JSON.stringify({ segments: written }));
        expect(source.text).toBe(all.join(' '));
      }),
    );
  });
});

describe('a large file of JSON', () => {
  it('is read in a thread of its own, to the same', async () => {
    const segments = Array.from({ length: 2_500 }, (_, at) => ({
      start: at,
      text: `Sentence ${at}.`,
      speaker: at % 2 ? 'A' : 'B',
    }));
    const text = JSON.stringify({ segments });
    expect(text.length).toBeGreaterThan(READ_AT_ONCE);
    expect(await json.read(fileOf(text))).toEqual(openedJson(text));
  });

  it('is refused with the reason if it is nested deeper than anything', async () => {
    const objects = `{"a":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_001)}`;
    const lists = `[["a"],${'['.repeat(100_000)}${']'.repeat(100_000)}]`;
    const listsAlone = `${'['.repeat(100_000)}1${']'.repeat(100_000)}`;
    expect(json.recognises(fileOf(listsAlone))).toBe(true);
    for (const text of [objects, lists, listsAlone])
      await expect(json.read(fileOf(text))).rejects.toThrow(FormatError);
  });
});
