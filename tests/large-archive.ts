import { type Library, libraryOf } from '../src/core/library.ts';
import { soundSeminar } from './fixtures.ts';

const SEMINARS = 31;
const SPEAKERS = 162;
const GIVEN = ['Ada', 'Bela', 'Cleo', 'Dara', 'Emil', 'Faye', 'Gil', 'Hana', 'Ivo'];
const FAMILY = ['Adler', 'Brandt', 'Castro', 'Duarte', 'Ekholm', 'Farkas', 'Grieg', 'Hájek', 'Ibsen'];
const FAMILY_MORE = ['Amari', 'Bianchi', 'Ceylan', 'Dvořák', 'Eco', 'Fabre', 'Gómez', 'Horvat', 'Iqbal'];
const TITLES = [
  'harbours',
  'lighthouses',
  'orchards',
  'quarries',
  'vineyards',
  'windmills',
  'tunnels',
  'ferries',
];

/** The names of all speakers, each once. */
export const NAMES = [...FAMILY, ...FAMILY_MORE]
  .flatMap((family) => GIVEN.map((given) => `${given} ${family}`))
  .slice(0, SPEAKERS);

/** A library of 31 seminars with 162 speakers, some of whom speak in several; the first has all of them. */
export function largeArchive(): Library {
  const rounds = Array.from({ length: SEMINARS }, (_, at) => at);
  return libraryOf(
    rounds.map((at) => {
      const speakers = at === 0 ? NAMES : NAMES.filter((_, index) => index % 30 === at % 30);
      return seminar(at, speakers);
    }),
  );
}

function seminar(at: number, names: readonly string[]) {
  const what = TITLES[at % TITLES.length] ?? '';
  const title = `Round ${at + 1} on ${what}`;
  const source = names.map(
    (name, index) => `${name}: The ${what} of year ${1900 + index} were rebuilt in stone by a mason.`,
  );
  const transcript = `---
title: { en: '${title}', zh-CN: 第 ${at + 1} 轮圆桌, zh-TW: 第 ${at + 1} 輪圓桌 }
date: 2024-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}
organiser: { en: The Stone Club, zh-CN: 石头学会, zh-TW: 石頭學會 }
language: en
source:
  file: source.txt
  lines: 1-${names.length}
speakers:
${names
  .map(
    (name) => `  - name: ${name}
    names: { zh-CN: ${name}, zh-TW: ${name} }
    role: { en: a mason, zh-CN: 石匠, zh-TW: 石匠 }
    aliases: []`,
  )
  .join('\n')}
topics:
  - { en: stone, zh-CN: 石头, zh-TW: 石頭 }
examples:
  - { en: What was rebuilt?, zh-CN: 什么重建了?, zh-TW: 什麼重建了? }
---
${names
  .map(
    (name, index) => `
### p${index + 1} | line ${index + 1} | ${name} | labelled
- label: ${name}:

The ${what} of year ${1900 + index} were rebuilt in stone by a mason.
`,
  )
  .join('')}`;
  const id = `round-${at + 1}`;
  const files = {
    id,
    transcriptFile: `corpus/${id}/transcript.md`,
    sourceFile: `corpus/${id}/source.txt`,
  };
  return soundSeminar({ transcript, source: source.join('\n'), files });
}
