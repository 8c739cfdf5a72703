import fc from 'fast-check';
import type { Context } from '../commands/command.ts';
import { commands } from '../commands/index.ts';
import { type Library, libraryOf } from '../src/core/library.ts';
import { attributeSteps } from '../src/core/transcript/attribute.ts';
import { parseTranscript } from '../src/core/transcript/parse.ts';
import {
  type Problem,
  type ProblemKind,
  type ProblemValues,
  problemsIn,
} from '../src/core/transcript/problem.ts';
import type { Transcript } from '../src/core/transcript/transcript.ts';
import { loadLibrary } from '../src/corpus/read.ts';
import { describeProblems } from '../src/messages/problems/describe.ts';
import { atOnce } from './at-once.ts';
import { ownSettings } from './surroundings.ts';

const attribute = atOnce(attributeSteps);

/** A seminar that fits on a screen and has every basis. Line 10 is the page's footer, not the seminar's. */
export const SOURCE = [
  '钢桥还是木桥:工程师李乔谈桥',
  '主持人罗麦:JoLee,钢桥耐用吗?',
  'JoLee:钢桥很耐用。它能用一百年。',
  '定期上漆就不会生锈。 这反映了钢材的优点。',
  '主持人罗麦:我想请问Ida Moe,木桥呢?',
  '木桥便宜。',
  '但是木桥怕火灾。',
  '是的,我同意。',
  'JoLee表示,石桥最贵。',
  '免责声明:联系 bridges@example.org',
].join('\n');

export const TRANSCRIPT = `---
title: { en: A panel on bridges, zh-CN: 桥梁座谈会, zh-TW: 橋樑座談會 }
date: 2024-05-01
organiser: { en: The Bridge Club, zh-CN: 桥梁学会, zh-TW: 橋樑學會 }
language: zh-CN
source:
  file: source.txt
  lines: 1-9
speakers:
  - name: Max Roy
    names: { zh-CN: 罗麦, zh-TW: 羅麥 }
    role: { en: moderator of the panel, zh-CN: 主持人, zh-TW: 主持人 }
    moderator: true
    aliases: [主持人罗麦]
  - name: Jo Lee
    names: { zh-CN: 李乔, zh-TW: 李喬 }
    role: { en: an engineer, zh-CN: 工程师, zh-TW: 工程師 }
    aliases: [JoLee]
  - name: Ida Moe
    names: { zh-CN: 莫依达, zh-TW: 莫依達 }
    role: { en: an engineer, zh-CN: 工程师, zh-TW: 工程師 }
    aliases: []
topics:
  - { en: steel, zh-CN: 钢材, zh-TW: 鋼材 }
examples:
  - { en: Does a steel bridge last?, zh-CN: 钢桥耐用吗?, zh-TW: 鋼橋耐用嗎? }
---

### p1 | line 1 | editorial

钢桥还是木桥:工程师李乔谈桥

### p2 | line 2 | Max Roy | labelled
- label: 主持人罗麦:

JoLee,钢桥耐用吗?

### p3 | line 3 | Jo Lee | labelled
- label: JoLee:

钢桥很耐用。它能用一百年。

### p4 | line 4 | Jo Lee | continued

定期上漆就不会生锈。

### p4b | line 4 | editorial

这反映了钢材的优点。

### p5 | line 5 | Max Roy | labelled
- label: 主持人罗麦:

我想请问Ida Moe,木桥呢?

### p6 | line 6 | Ida Moe | inferred
- evidence (en): The moderator has just asked Ida Moe by name.
- evidence (zh-CN): 主持人刚刚点名询问Ida Moe。
- evidence (zh-TW): 主持人剛剛點名詢問Ida Moe。

木桥便宜。

### p7 | line 7 | Ida Moe | inferred
- evidence: as p6

但是木桥怕火灾。

### p8 | line 8 | unknown

是的,我同意。

### p9 | line 9 | Jo Lee | reported

JoLee表示,石桥最贵。
`;

export const FILES = {
  id: 'bridges',
  transcriptFile: 'corpus/bridges/transcript.md',
  sourceFile: 'corpus/bridges/source.txt',
};

/** A text with one stretch of it replaced. A test whose edit changes nothing would prove nothing. */
export function changed(text: string, from: string, to: string): string {
  const parts = text.split(from);
  if (parts.length !== 2)
    throw new Error(`"${from}" is in the text ${parts.length - 1} times, expected once.`);
  return parts.join(to);
}

/** The line, from 1, on which a stretch of a text starts. */
export function lineOf(text: string, stretch: string): number {
  const at = text.indexOf(stretch);
  if (at < 0) throw new Error(`"${stretch}" is not in the text.`);
  return text.slice(0, at).split('\n').length;
}

/** The tiny seminar, or an edited one, read and compared with its source. */
export function readSeminar({ transcript = TRANSCRIPT, source = SOURCE, files = FILES } = {}): {
  transcript: Transcript | null;
  problems: readonly Problem[];
} {
  const problems = problemsIn(files.transcriptFile);
  const parsed = parseTranscript(transcript, problems);
  return {
    transcript: parsed && attribute(parsed, source, files, problems),
    problems: problems.errors,
  };
}

/** What a problem says besides its place. */
export type Reported = { [Kind in ProblemKind]: [kind: Kind, values: ProblemValues[Kind]] }[ProblemKind];

/** The same, for a seminar that must be sound. */
export function soundSeminar(edit: Parameters<typeof readSeminar>[0] = {}): Transcript {
  const { transcript, problems } = readSeminar(edit);
  if (!transcript || problems.length > 0) throw new Error(describeProblems(problems, 'en').join('\n'));
  return transcript;
}

/** Versions that are nobody's. */
export const VERSIONS = { rostrum: '1.2.3', node: 'v20.0.0' };

/** A command's context over a library. */
export function contextOf(library: Library): Context {
  return { library, commands, versions: VERSIONS };
}

/** The tiny seminar's context. */
export function bridges(): Context {
  return contextOf(libraryOf([soundSeminar()]));
}

const libraries = new Map<string, Promise<Library>>();

/** The corpus below a folder, read once: a folder whose files change is read with loadLibrary. */
export function libraryIn(folder: string): Promise<Library> {
  const library = libraries.get(folder) ?? loadLibrary(folder);
  libraries.set(folder, library);
  return library;
}

/** The shipped seminar alone, read once, whatever else is in the corpus of this checkout. */
export function corpus(): Promise<Library> {
  return libraryIn(ownSettings().CORPUS_DIR ?? '');
}

const sixteenBits = fc
  .array(fc.integer({ min: 0, max: 0xffff }))
  .map((units) => units.map((unit) => String.fromCharCode(unit)).join(''));
const seminarWords = fc
  .array(
    fc.constantFrom(
      '出口管制',
      '晶片',
      'AI',
      '是什么',
      '。',
      ' ',
      '“',
      '”',
      '\n',
      '\u200F',
      '\uD800',
      "China's",
    ),
  )
  .map((parts) => parts.join(''));

/** Any text that a program can be given: words, all of Unicode, control characters, lone surrogates. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  sixteenBits,
  seminarWords,
);
