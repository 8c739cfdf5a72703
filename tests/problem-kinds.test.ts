import { mkdirSync, renameSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ProblemKind } from '../src/core/transcript/problem.ts';
import { loadLibrary, readCorpus } from '../src/corpus/read.ts';
import { watchCorpus } from '../src/corpus/watch.ts';
import { en } from '../src/messages/problems/en.ts';
import { type CorpusFiles, corpusFolder, SOUND } from './corpus-folder.ts';
import { changed, contextOf, SOURCE, TRANSCRIPT } from './fixtures.ts';

/** The tiny seminar with one stretch of its transcript replaced. */
const edited = (from: string, to: string): CorpusFiles => ({
  'bridges/transcript.md': changed(TRANSCRIPT, from, to),
});
const beside = (name: string, contents: string): CorpusFiles => ({ [`bridges/${name}`]: contents });

const IDS = ['p1', 'p2', 'p3', 'p4', 'p4b', 'p5', 'p6', 'p7', 'p8', 'p9'];
const TRANSLATION = IDS.map((id) => `### ${id}\n\nThe English words of segment ${id}.\n`).join('\n');
const translated = (from: string, to: string) => beside('translation.en.md', changed(TRANSLATION, from, to));

const CAPTIONS =
  'WEBVTT\n\n00:05.000 --> 00:07.000\n<v Ann Lee>Shall we\n\n00:07.000 --> 00:09.000\nstart now?\n';
const CAPTIONED = `---
title: Bridges
source:
  file: captions.vtt
  format: webvtt
speakers: [Ann Lee, Mira Holt]
---

### p4 | line 4 | Ann Lee | labelled
- label: Ann Lee

Shall we

### p7 | line 7, 0:07 | Ann Lee | continued

start now?
`;
/** A seminar with captions, with one stretch of its transcript replaced. */
const captioned = (from: string, to: string): CorpusFiles => ({
  'captions/captions.vtt': CAPTIONS,
  'captions/transcript.md': changed(CAPTIONED, from, to),
});

/** How to make a sound corpus report each kind of problem: other contents of its files, or a change of its folder. */
const causes: Record<ProblemKind, CorpusFiles | ((folder: string) => void)> = {
  'corpus-unreadable': (folder) => rmSync(folder, { recursive: true }),
  'corpus-empty': (folder) => rmSync(join(folder, 'bridges'), { recursive: true }),
  'corpus-reload-failed': () => {},
  'seminar-id-invalid': { 'My bridges/transcript.md': TRANSCRIPT },
  'file-unreadable': (folder) => rmSync(join(folder, 'bridges/source.txt')),
  'file-outside-corpus': (folder) => {
    renameSync(join(folder, 'bridges/source.txt'), join(dirname(folder), 'source.txt'));
    symlinkSync('../../source.txt', join(folder, 'bridges/source.txt'));
  },
  'file-not-regular': (folder) => {
    rmSync(join(folder, 'bridges/source.txt'));
    mkdirSync(join(folder, 'bridges/source.txt'));
  },
  'file-too-large': (folder) => truncateSync(join(folder, 'bridges/source.txt'), 200 * 1024 * 1024),
  'file-too-long': { 'bridges/source.txt': '\n'.repeat(100_001) },
  'file-not-utf8': { 'bridges/source.txt': Uint8Array.of(0xb8, 0xd6) },
  'source-unreadable': captioned('format: webvtt', 'format: srt'),
  'source-too-long': {
    ...captioned('title: Bridges', 'title: Bridges'),
    'captions/captions.vtt': `WEBVTT\n${'\n00:01.000 --> 00:02.000\nYes\n'.repeat(200_001)}`,
  },
  'source-unnamed': { ...captioned('  file: captions.vtt\n', ''), 'captions/notes.txt': 'Notes' },

  'yaml-invalid': edited('date: 2024-05-01', 'date: [2024-05-01'),
  'yaml-line': edited('date: 2024-05-01', 'date:2024-05-01'),
  'yaml-key-repeated': edited('language: zh-CN', 'language: zh-CN\nlanguage: en'),
  'yaml-alias-or-tag': edited('date: 2024-05-01', 'date: !!str 2024-05-01'),
  'yaml-too-deep': beside('cues.yaml', '['.repeat(20)),
  'yaml-too-long': beside('cues.yaml', 'a: b\n'.repeat(50_000)),
  'value-missing': edited('title: { en: A panel on bridges, zh-CN: 桥梁座谈会, zh-TW: 橋樑座談會 }\n', ''),
  'value-type': edited('moderator: true', 'moderator: maybe'),
  'value-choice': edited('language: zh-CN', 'language: fr'),
  'value-format': edited('lines: 1-9', 'lines: all'),
  'value-too-short': edited('name: Ida Moe', "name: ''"),
  'value-too-long': edited('name: Ida Moe', `name: ${'Ida'.repeat(40)}`),
  'key-unknown': edited('moderator: true', 'moderater: true'),

  'front-matter-missing': { 'bridges/transcript.md': '' },
  'heading-expected': edited('### p8 |', '## p8 |'),
  'heading-malformed': edited('### p8 | line 8', '### p8 | row 8'),
  'basis-unknown': edited('line 8 | unknown', 'line 8 | unknwon'),
  'speaker-missing': edited('line 4 | Jo Lee | continued', 'line 4 | continued'),
  'speaker-unexpected': edited('line 8 | unknown', 'line 8 | Jo Lee | unknown'),
  'attribute-unknown': edited('- label: JoLee:', '- lable: JoLee:'),
  'attribute-repeated': edited('- label: JoLee:', '- label: JoLee:\n- label: JoLee:'),
  'attribute-empty': edited('- label: JoLee:', '- label:'),
  'evidence-languages': edited('- evidence (zh-TW):', '- evidence (zh-HK):'),
  'evidence-twofold': edited('- evidence (en): The', '- evidence: as p2\n- evidence (en): The'),
  'evidence-unexpected': edited('line 8 | unknown\n', 'line 8 | unknown\n- evidence: as p6\n'),
  'text-missing': edited('是的,我同意。\n', ''),
  'text-second-line': edited('是的,我同意。', '是的,\n我同意。'),
  'text-too-long': edited('是的,我同意。', '是的,我同意。'.repeat(150_000)),
  'id-repeated': edited('### p9 |', '### p8 |'),

  'lines-beyond-source': edited('lines: 1-9', 'lines: 1-99'),
  'line-not-covered': edited('### p8 | line 8 | unknown\n\n是的,我同意。\n', ''),
  'text-not-covered': edited('是的,我同意。', '是的'),
  'text-not-in-source': edited('\n木桥便宜。', '\n石桥最贵。'),
  'text-differs': edited('钢桥很耐用。它能', '钢桥不耐用。它能'),
  'segment-outside-lines': edited('### p9 | line 9', '### p9 | line 10'),
  'segment-out-of-order': edited('### p9 | line 9', '### p9 | line 2'),
  'parts-not-covered': captioned('### p7 | line 7, 0:07 | Ann Lee | continued\n\nstart now?\n', ''),
  'part-text-missing': captioned('\nstart now?', '\nNo, never.'),
  'place-unknown': captioned('line 7, 0:07', 'line 6'),
  'place-left-out': captioned('  format: webvtt', '  format: webvtt\n  left-out: 7'),
  'place-differs': captioned(
    '\nShall we\n\n### p7 | line 7, 0:07 | Ann Lee | continued\n\nstart',
    '\nShall\n\n### p7 | line 7 | Ann Lee | continued\n\nwe start',
  ),
  'place-unit': captioned('line 7', 'part 7'),
  'place-order': captioned(
    '### p7 | line 7, 0:07',
    '### p7 | line 7 | Ann Lee | continued\n\nstart now?\n\n### p4b | line 4',
  ),
  'time-differs': captioned('line 7, 0:07', 'line 7, 0:12'),
  'part-label-missing': captioned('label: Ann Lee', 'label: Ann Lee:'),
  'part-label-of-another': {
    ...captioned('title: Bridges', 'title: Bridges'),
    'captions/captions.vtt': changed(CAPTIONS, 'start now?', '<v Mira Holt>start now?'),
  },
  'left-out-unknown': captioned('  format: webvtt', '  format: webvtt\n  left-out: 8-12'),
  'alias-not-in-source': edited('aliases: []', 'aliases: [IdaMoe]'),
  'name-shared': edited('aliases: []', 'aliases: [JoLee]'),

  'speaker-undeclared': edited('line 9 | Jo Lee', 'line 9 | Jo Leee'),
  'label-missing': edited('line 8 | unknown', 'line 8 | Jo Lee | labelled'),
  'label-unexpected': edited('line 3 | Jo Lee | labelled', 'line 3 | Jo Lee | reported'),
  'label-not-in-source': edited('- label: JoLee:', '- label: Jo Lee:'),
  'label-inside-paragraph': edited(
    '### p4b | line 4 | editorial\n',
    '### p4b | line 4 | Jo Lee | labelled\n- label: JoLee:\n',
  ),
  'label-without-speaker': edited('line 3 | Jo Lee | labelled', 'line 3 | Max Roy | labelled'),
  'label-of-another': edited('aliases: []', 'aliases: ["Lee:"]'),
  'turn-not-continued': edited('line 8 | unknown', 'line 8 | Jo Lee | continued'),
  'evidence-missing': edited('line 8 | unknown', 'line 8 | Jo Lee | inferred'),
  'evidence-not-there': edited('- evidence: as p6', '- evidence: as p3'),

  'translation-before-heading': translated('### p1\n', 'Bridges\n\n### p1\n'),
  'translation-second-line': translated('segment p8.', 'segment\np8.'),
  'translation-repeated': translated('### p8\n', '### p7\n'),
  'translation-empty': translated('The English words of segment p8.', ''),
  'translation-of-nothing': translated('### p8\n', '### p88\n'),
  'translation-missing': translated('### p8\n\nThe English words of segment p8.\n', ''),
  'translation-length': translated('The English words of segment p3.', 'It lasts.'),
  'translation-number': {
    'bridges/transcript.md': changed(TRANSCRIPT, '木桥便宜。', '木桥30元。'),
    'bridges/source.txt': changed(SOURCE, '木桥便宜。', '木桥30元。'),
    'bridges/translation.en.md': TRANSLATION,
  },
  'term-repeated': beside('terms.txt', 'Trump / 川普\nDonald / trump\n'),
  'term-too-short': beside('terms.txt', 'China / 中\n'),
  'term-too-long': beside('terms.txt', `chip / ${'芯'.repeat(101)}\n`),
  'terms-too-many': beside('terms.txt', Array.from({ length: 5001 }, (_, at) => `term${at}\n`).join('')),
  'cues-of-nothing': beside('cues.yaml', 'p66: [What?]\n'),
  'cues-of-editorial': beside('cues.yaml', 'p4b: [What?]\n'),

  'person-not-there': { 'people.yaml': '- name: Jo Lee\n  seminars: { bridges: Jo Leigh }\n' },
  'person-repeated': {
    'people.yaml':
      '- name: Jo Lee\n  seminars: { bridges: Jo Lee }\n- name: Jo Loe\n  seminars: { bridges: Jo Lee }\n',
  },
  'namesakes-undeclared': {
    'tunnels/transcript.md': changed(TRANSCRIPT, 'en: moderator of the panel', 'en: a host'),
    'tunnels/source.txt': SOURCE,
  },
};

/** What reading a corpus reports as errors, and as warnings. */
async function kindsIn(folder: string) {
  const { problems, warnings } = await readCorpus(folder);
  return { errors: problems.map(({ kind }) => kind), warnings: warnings.map(({ kind }) => kind) };
}

/** What the watch reports if a corpus that it has read cannot be taken into service. */
async function kindsOfFailedReload(folder: string, write: (files: CorpusFiles) => void) {
  const served = contextOf(await loadLibrary(folder));
  const log = {
    info: () => {
      throw new Error('the log is gone');
    },
    error: () => {},
  };
  const watch = watchCorpus(folder, served, log, { everyMs: 10 });
  onTestFinished(() => watch.stop());
  write({ 'bridges/terms.txt': 'bridge / 桥梁\n' });
  await expect.poll(() => served.corpusFault, { timeout: 30_000, interval: 10 }).toBeDefined();
  return { errors: served.corpusFault?.problems.map(({ kind }) => kind), warnings: [] };
}

const kinds = Object.keys(en.kinds) as ProblemKind[];
const WARNINGS: ProblemKind[] = ['translation-length', 'translation-number', 'namesakes-undeclared'];

describe('each kind of problem', () => {
  it.each(kinds.map((kind) => [kind, causes[kind]] as const))('is reported: %s', async (kind, cause) => {
    const { folder, write } = corpusFolder(SOUND);
    expect(await kindsIn(folder)).toEqual({ errors: [], warnings: [] });
    if (typeof cause === 'function') cause(folder);
    else write(cause);
    const isReload = kind === 'corpus-reload-failed';
    const { errors, warnings } = isReload ? await kindsOfFailedReload(folder, write) : await kindsIn(folder);
    expect(WARNINGS.includes(kind) ? warnings : errors).toContain(kind);
  });
});
