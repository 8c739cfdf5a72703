import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sentences } from '../../src/core/language/sentences.ts';
import { loadLibrary } from '../../src/corpus/read.ts';

/** The size of a corpus to write. */
export interface CorpusSize {
  seminars: number;
  /** In each seminar. */
  speakers: number;
  /** In each seminar; each is a segment of its own. */
  passages: number;
}

const SYLLABLES = ['ba', 'do', 'ke', 'li', 'mu', 'na', 'po', 'ra', 'si', 'te', 'vu', 'wa', 'yo', 'zi', 'ho'];
/** The shipped seminar, alone: what the bench starts with sees to that. */
const CORPUS = process.env.CORPUS_DIR ?? 'corpus';
const LONG_PARAGRAPH = 15_000_000;
/** A passage has one to this many sentences. */
const MOST_SENTENCES = 3;
/** Every other seminar is in Chinese. */
const LANGUAGES = ['en', 'zh-CN'] as const;

/** A person's name, the same for the same number: `Bado Keliba`. Numbers up to 50,000 give different names. */
export function nameOf(person: number): string {
  const syllable = (number: number) => SYLLABLES[number % SYLLABLES.length] ?? '';
  const [first, second, third] = [person, Math.floor(person / 15), Math.floor(person / 225)];
  const given = syllable(first + 7) + syllable(third + second) + syllable(first);
  const family = syllable(second) + syllable(first + third) + syllable(third + 3) + syllable(second);
  return [given, family].map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(' ');
}

/**
 * Writes a corpus of made-up seminars: sentences of the shipped one in both languages, put together anew. No two
 * seminars share a speaker.
 * @param first the number of the first of them
 */
export async function writeCorpus(folder: string, size: CorpusSize, first = 0): Promise<void> {
  const { passages } = await loadLibrary(CORPUS);
  const all = Array.from(passages.values());
  const texts = {
    en: all.flatMap(({ translation }) => sentencesOf(translation ?? '')),
    'zh-CN': all.flatMap(({ text }) => sentencesOf(text)),
  };
  for (let seminar = first; seminar < first + size.seminars; seminar++) {
    const language = LANGUAGES[seminar % LANGUAGES.length] ?? 'en';
    writeSeminar(join(folder, `seminar-${seminar}`), seminar, size, language, texts[language]);
  }
}

/** Writes a corpus of one seminar, in which somebody speaks 15 MB without a paragraph. */
export async function writeLongParagraph(folder: string): Promise<void> {
  const { passages } = await loadLibrary(CORPUS);
  const all = Array.from(passages.values(), ({ translation }) => translation ?? '').join(' ');
  const texts = [all.repeat(Math.ceil(LONG_PARAGRAPH / all.length))];
  writeSeminar(join(folder, 'long'), 0, { seminars: 1, speakers: 1, passages: 1 }, 'en', texts);
}

function sentencesOf(text: string): string[] {
  return sentences(text).map(({ start, end }) => text.slice(start, end).trim());
}

function writeSeminar(
  folder: string,
  seminar: number,
  { speakers, passages }: CorpusSize,
  language: string,
  texts: readonly string[],
): void {
  const names = Array.from({ length: speakers }, (_, at) => nameOf(seminar * speakers + at));
  const turns = Array.from({ length: passages }, (_, at) => {
    const name = names[at % names.length] ?? '';
    const length = 1 + ((at * 7 + seminar) % MOST_SENTENCES);
    const text = Array.from(
      { length },
      (_, place) => texts[(at * 31 + place * 17 + seminar * 13) % texts.length],
    );
    // A sentence may begin like a heading or a list, which would have to be escaped.
    return { name, text: `${at}: ${text.join(language === 'en' ? ' ' : '')}` };
  });
  const everywhere = (text: string) => `{ en: ${text}, zh-CN: ${text}, zh-TW: ${text} }`;
  const front = [
    '---',
    `title: ${everywhere(`Round ${seminar}`)}`,
    `date: 20${String(10 + (seminar % 15))}-03-0${1 + (seminar % 9)}`,
    `organiser: ${everywhere('The Stall Club')}`,
    `language: ${language}`,
    'source:',
    '  file: source.txt',
    `  lines: 1-${turns.length}`,
    'speakers:',
    ...names.flatMap((name) => [
      `  - name: ${name}`,
      `    names: { zh-CN: ${name}, zh-TW: ${name} }`,
      `    role: ${everywhere(name)}`,
      '    aliases: []',
    ]),
    'topics:',
    `  - ${everywhere('chips')}`,
    'examples:',
    `  - ${everywhere('Who makes chips?')}`,
    '---',
  ];
  const segments = turns.map(({ name, text }, at) =>
    [`### p${at + 1} | line ${at + 1} | ${name} | labelled`, `- label: ${name}:`, '', text, ''].join('\n'),
  );
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'source.txt'), turns.map(({ name, text }) => `${name}: ${text}`).join('\n'));
  writeFileSync(join(folder, 'transcript.md'), [...front, '', ...segments].join('\n'));
}
