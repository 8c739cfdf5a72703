import { type Library, libraryOf } from '../src/core/library.ts';
import { peopleSteps } from '../src/core/transcript/people.ts';
import { markSameTitles } from '../src/core/transcript/same-titles.ts';
import type { Transcript } from '../src/core/transcript/transcript.ts';
import { atOnce } from './at-once.ts';
import { soundSeminar } from './fixtures.ts';

const peopleIn = atOnce(peopleSteps);

/** Who says what; nobody for words without a label. */
export type LightTurn = readonly [name: string | null, words: string];

/**
 * A seminar whose transcript has as little as one can: a title, and names.
 * @param head lines of front matter: the title, the speakers and what else is known
 */
export function lightSeminar(id: string, head: string, turns: readonly LightTurn[]): Transcript {
  const segments = turns.map(([name, words], at) => {
    const place = `### p${at + 1} | line ${at + 1}`;
    return name === null
      ? `${place} | unknown\n\n${words}\n`
      : `${place} | ${name} | labelled\n- label: ${name}:\n\n${words}\n`;
  });
  return soundSeminar({
    transcript: `---\n${head}\n---\n\n${segments.join('\n')}`,
    source: turns.map(([name, words]) => (name === null ? words : `${name}: ${words}`)).join('\n'),
    files: { id, transcriptFile: `${id}/transcript.md`, sourceFile: `${id}/source.txt` },
  });
}

const FERRY = `title: The ferry briefing
speakers:
  - Mary Stone
  - { name: Q, anonymous: reporter }
  - { name: A, anonymous: respondent }
  - { name: Speaker 1, anonymous: voice }
  - { name: Unknown Speaker, anonymous: unnamed }`;

const FERRY_TURNS: readonly LightTurn[] = [
  ['Q', 'Will the ferry cross the river in winter, when the ice is thick?'],
  ['Mary Stone', 'The ferry crosses in winter as long as the ice is thinner than a hand.'],
  ['Q', 'Who pays for the new ferry if the city has no money left?'],
  ['A', 'The county pays for the new ferry, and the city pays for the landing.'],
  [
    'Speaker 1',
    'A tunnel costs more than ten ferries, and twenty years of digging pass before anybody can drive through.',
  ],
  [
    'Unknown Speaker',
    'A bridge would be better than any ferry that the county can buy, because people could walk across at night.',
  ],
  [null, 'Nobody here has asked the people who live on the island what they would like to have built there.'],
];

/** A briefing of which only the title and one name are known. */
export function ferry(id = 'ferry'): Transcript {
  return lightSeminar(id, FERRY, FERRY_TURNS);
}

/** A library of light seminars, with the people in them told apart. */
export function lightLibrary(...transcripts: readonly Transcript[]): Library {
  return libraryOf(markSameTitles(peopleIn(transcripts)));
}
