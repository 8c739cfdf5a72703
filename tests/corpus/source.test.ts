import { rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/read.ts';
import { LARGEST_FILE } from '../../src/formats/limits.ts';
import { describeProblem } from '../../src/messages/problems/describe.ts';
import { type CorpusFiles, corpusFolder } from '../corpus-folder.ts';
import { changed } from '../fixtures.ts';

const CAPTIONS = `WEBVTT

00:05.000 --> 00:07.000
<v Ann Lee>Shall we start?

00:07.500 --> 00:09.000
It’s late.
`;
const TRANSCRIPT = `---
title: Bridges
source:
  format: webvtt
speakers: [Ann Lee]
---

### p4 | line 4 | Ann Lee | labelled
- label: Ann Lee

Shall we start? It’s late.
`;
const FILES: CorpusFiles = { 'talk/talk.vtt': CAPTIONS, 'talk/transcript.md': TRANSCRIPT };

async function read(files: CorpusFiles, change: (folder: string) => void = () => {}) {
  const { folder } = corpusFolder(files);
  change(folder);
  const report = await readCorpus(folder);
  return {
    ...report,
    said: report.problems.map((problem) => describeProblem(problem, 'en').replace(`${folder}/`, '')),
  };
}

describe('a source with a format', () => {
  it('is the only file beside the transcript that is none of ours', async () => {
    const { transcripts, sources, said } = await read({
      ...FILES,
      'talk/terms.txt': '',
      'talk/.DS_Store': 'x',
    });
    expect(said).toEqual([]);
    expect(sources).toMatchObject([expect.stringMatching(/talk\/talk\.vtt$/)]);
    expect(transcripts[0]).toMatchObject({ unit: 'line', sourceText: 'Shall we start? It’s late.' });
    expect(transcripts[0]?.segments[0]).toMatchObject({
      line: 4,
      time: 5,
      further: [{ line: 7, time: 7.5 }],
    });
  });

  it('is named if there are several files, or none', async () => {
    const { said } = await read({ ...FILES, 'talk/notes.md': 'Notes' });
    expect(said).toEqual([expect.stringContaining('several files could be it: notes.md, talk.vtt.')]);
    const none = await read(FILES, (folder) => rmSync(join(folder, 'talk/talk.vtt')));
    expect(none.said).toEqual([expect.stringContaining('There is no source beside the transcript.')]);
  });

  it.each<[string, string | Uint8Array]>([
    ['UTF-8 with a mark', `\uFEFF${CAPTIONS}`],
    ['UTF-16', Buffer.from(`\uFEFF${CAPTIONS}`, 'utf16le')],
    ['other line ends', CAPTIONS.replaceAll('\n', '\r\n')],
  ])('is read as %s', async (_, contents) => {
    expect((await read({ ...FILES, 'talk/talk.vtt': contents })).said).toEqual([]);
  });

  it('is refused in words that say what to do', async () => {
    const pdf = await read({ ...FILES, 'talk/talk.vtt': '%PDF-1.7 nothing' });
    expect(pdf.said).toEqual([
      expect.stringMatching(/^talk\/talk\.vtt:1: The source cannot be read\. This is not/),
    ]);
    const odd = await read({ ...FILES, 'talk/transcript.md': changed(TRANSCRIPT, 'webvtt', 'webvt') });
    expect(odd.said).toEqual([
      expect.stringMatching(/There is no format "webvt"\. Write one of: .*\bwebvtt\b/),
    ]);
    const large = await read(FILES, (folder) =>
      truncateSync(join(folder, 'talk/talk.vtt'), LARGEST_FILE + 1),
    );
    expect(large.problems).toMatchObject([{ kind: 'file-too-large', values: { most: LARGEST_FILE } }]);
  });

  it('points at the column and the characters that differ', async () => {
    const edit = (from: string, to: string) =>
      read({ ...FILES, 'talk/transcript.md': changed(TRANSCRIPT, from, to) });
    const at = 'talk/transcript.md:11:';
    expect((await edit('It’s late', "It's late")).said).toEqual([
      `${at}19: The text of p4 is not in the source word for word: at character 19 it has ' (U+0027) where line 7, character 3 of the source has ’ (U+2019). Copy it from the source character by character; never change the source file.`,
    ]);
    expect((await edit('we start', 'we\u00A0start')).said[0]).toContain(
      `at character 9 it has a no-break space (U+00A0) where line 4, character 9 of the source has a space (U+0020)`,
    );
    expect((await edit('start? It', 'start? Now it')).said[0]).toContain(
      'it has "we start? Now it’s" where line 7, character 1 of the source has "we start? It’s"',
    );
    expect((await edit('Shall we start', 'Shall we we start')).said[0]).toContain(
      'it has "Shall we we start?" where line 4, character 10 of the source has "Shall we start?"',
    );
  });

  it('says how an accent is stored', async () => {
    const files = {
      'talk/talk.vtt': changed(CAPTIONS, 'start', 'caf\u00E9'),
      'talk/transcript.md': changed(TRANSCRIPT, 'start', 'cafe\u0301'),
    };
    expect((await read(files)).said[0]).toContain(
      'at character 13 it has \u00E9 as a letter and a mark where line 4, character 13 of the source has it as one character. Copy the text from the source again',
    );
  });
});
