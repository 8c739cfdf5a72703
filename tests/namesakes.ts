import { type Library, libraryOf } from '../src/core/library.ts';
import { type Person, peopleSteps } from '../src/core/transcript/people.ts';
import type { Transcript } from '../src/core/transcript/transcript.ts';
import { atOnce } from './at-once.ts';
import { soundSeminar } from './fixtures.ts';

const peopleIn = atOnce(peopleSteps);

type Turn = readonly [name: string, role: string, words: string];

function seminar(id: string, date: string, turns: readonly Turn[]): Transcript {
  const all = (text: string) => JSON.stringify({ en: text, 'zh-CN': text, 'zh-TW': text });
  const cast = new Map(turns.map(([name, role]) => [name, role]));
  const roles = Array.from(cast, ([name, role]) => `${name}, ${role}`).join('; ');
  const transcript = [
    '---',
    `title: ${all(`On ${id}`)}`,
    `date: ${date}`,
    `organiser: ${all('The Tide Club')}`,
    'language: en',
    `source: { file: source.txt, lines: 1-${turns.length + 1} }`,
    'speakers:',
    ...Array.from(cast, ([name, role]) => [
      `  - name: ${name}`,
      `    names: { zh-CN: ${name}, zh-TW: ${name} }`,
      `    role: ${all(role)}`,
    ]).flat(),
    'topics: []',
    '---',
    '',
    ...turns.map(
      ([name, , words], at) =>
        `### p${at + 1} | line ${at + 1} | ${name} | labelled\n- label: ${name}:\n\n${words}\n`,
    ),
    `### p${turns.length + 1} | line ${turns.length + 1} | editorial\n\n${roles}\n`,
  ].join('\n');
  const source = [...turns.map(([name, , words]) => `${name}: ${words}`), roles].join('\n');
  const files = { id, transcriptFile: `${id}/transcript.md`, sourceFile: `${id}/source.txt` };
  return soundSeminar({ transcript, source, files });
}

/** The botanist speaks in two seminars, in two roles; the other Nora Vik in one. */
const SEMINARS = {
  kelp: [
    [
      'Nora Vik',
      'a botanist',
      'Kelp grows half a metre a day where the water is cold. Nobody believed our first gauges, so we measured for six summers.',
    ],
    [
      'Otto Hahn',
      'an editor',
      'Readers know kelp as a metaphor only. I print what others measure, and I count the letters that we get about it.',
    ],
  ],
  pumps: [
    [
      'Nora Vik',
      'a pump engineer',
      'Kelp in the intake costs us one pump each spring. We cut it by hand now, before the storms of March come in.',
    ],
  ],
  reefs: [
    [
      'Nora Vik',
      'a botanist and author',
      'A reef of kelp calms the waves. The harbour wall lasts twice as long where the kelp stands thick before it.',
    ],
  ],
} as const satisfies Record<string, readonly Turn[]>;

type SeminarId = keyof typeof SEMINARS;
const DATES: Record<SeminarId, string> = { kelp: '2021-02-03', pumps: '2022-03-04', reefs: '2023-04-05' };

/** A library of some of the seminars, in which the two people of one name are declared. */
export function namesakes(...ids: SeminarId[]): Library {
  const entry = (...seminars: SeminarId[]): Person => ({
    name: 'Nora Vik',
    seminars: new Map(seminars.map((id) => [id, 'Nora Vik'])),
  });
  const transcripts = ids.map((id) => seminar(id, DATES[id], SEMINARS[id]));
  return libraryOf(peopleIn(transcripts, [entry('kelp', 'reefs'), entry('pumps')]));
}
