import { type Library, libraryOf } from '../src/core/library.ts';
import { peopleSteps } from '../src/core/transcript/people.ts';
import type { Transcript } from '../src/core/transcript/transcript.ts';
import { readDictionary } from '../src/corpus/dictionary.ts';
import { atOnce } from './at-once.ts';
import { soundSeminar } from './fixtures.ts';

const peopleIn = atOnce(peopleSteps);

/** A speaker of a made-up seminar. */
interface Cast {
  name: string;
  role: string;
  chinese: string;
  moderator?: true;
}

/** A made-up seminar in English, of short turns. */
interface Talk {
  title: string;
  date: string;
  cast: readonly Cast[];
  topics?: readonly string[];
  /** Who says what, turn by turn; nobody for words of the publisher. */
  turns: readonly (readonly [name: string | null, words: string])[];
}

/** The harbour: two speakers share a surname with one of the orchard's. */
const HARBOUR: Talk = {
  title: 'A night at the harbour',
  date: '2023-04-05',
  cast: [
    { name: 'Mark Sullivan', role: 'host of the evening', chinese: '马克·沙利文', moderator: true },
    { name: 'Inês Ortega', role: 'harbour master of Porto', chinese: '伊内斯·奥尔特加' },
    {
      name: 'Tobias Lindqvist',
      role: 'a biologist who wrote the book "Eel Grass"',
      chinese: '托比亚斯·林奎斯特',
    },
  ],
  topics: ['night shifts in the port', 'eels'],
  turns: [
    [null, 'Lights over the quay: notes from an evening in Porto'],
    ['Mark Sullivan', 'Inês, does the harbour ever sleep?'],
    ['Inês Ortega', 'Never. We unload forty ferries a night, and the cranes do not stop for storms.'],
    ['Inês Ortega', 'The dredging of the channel is paid for by a levy on containers.'],
    ['Mark Sullivan', 'What does the dredging do to the eels?'],
    ['Tobias Lindqvist', 'Eels need the mud. Every dredging takes the eel grass away for three summers.'],
    ['Tobias Lindqvist', 'I would stop dredging in spring, when the young eels come in.'],
    ['Inês Ortega', 'Ships will not wait for eels. A levy could pay for new grass, though.'],
    ['Mark Sullivan', 'Thank you both.'],
  ],
};

const ORCHARD: Talk = {
  title: 'The orchard in a dry year',
  date: '2024-09-10',
  cast: [
    { name: 'Rafael Ortega', role: 'grower of pears in Lleida', chinese: '拉斐尔·奥尔特加' },
    { name: 'Grace Young', role: 'a hydrologist', chinese: '格蕾丝·杨' },
  ],
  topics: ['drip irrigation', 'old wells'],
  turns: [
    ['Rafael Ortega', 'We pulled out half of the pears, because drip irrigation came too late.'],
    [
      'Grace Young',
      'Drip irrigation saves water on paper. The young trees get it, and the old wells still run dry.',
    ],
    ['Rafael Ortega', 'The levy on wells was a mistake: nobody reads the meters.'],
    ['Grace Young', 'Meters are cheap. A levy without meters is only a poem.'],
  ],
};

/** The bakery: names that are everyday words, have particles and titles, or say no more than a part in the talk. */
const BAKERY: Talk = {
  title: 'Bread and ovens',
  date: '2024-11-02',
  cast: [
    { name: 'Will Banks', role: 'miller of rye', chinese: '威尔·班克斯' },
    { name: 'June Ames', role: 'head of the guild of bakers', chinese: '琼·埃姆斯' },
    { name: 'Willem van den Broek', role: 'oven builder', chinese: '威廉·范登布鲁克' },
    { name: "Siobhan O'Dowd", role: 'deputy head of the guild of bakers', chinese: '希沃恩·奥多德' },
    { name: 'Zhao Min', role: 'pastry cook', chinese: '赵敏' },
    { name: 'Zhao Feng', role: 'food chemist', chinese: '赵丰' },
    { name: 'Gao Feng', role: 'flour trader', chinese: '高峰' },
    { name: 'Guest 2', role: 'a customer', chinese: '嘉宾2' },
    { name: 'Sven Doppler', role: 'coffee roaster', chinese: '斯文·多普勒' },
    { name: 'Ilse Doppler', role: 'tea merchant', chinese: '伊尔莎·多普勒' },
    { name: 'Petra Lund', role: 'host of the evening', chinese: '佩特拉·隆德', moderator: true },
  ],
  topics: ['sourdough', 'wood ovens'],
  turns: [
    ['Petra Lund', 'Is sourdough worth the wait?'],
    ['Will Banks', 'Rye wants sourdough, since its starch is weak without the acid.'],
    ['June Ames', 'Apprentices leave because the night shift starts at two.'],
    ['Willem van den Broek', 'A wood oven holds its heat for nine hours, if the dome is thick.'],
    ["Siobhan O'Dowd", 'Gas ovens are cleaner than their name, and cheaper than a wood oven.'],
    ['Zhao Min', 'Butter must be cold for puff pastry, and the kitchen too.'],
    ['Zhao Feng', 'Enzymes soften the crumb; the label does not have to name them.'],
    ['Gao Feng', 'Flour prices doubled when the harbour froze.'],
    ['Guest 2', 'Why is the loaf smaller than last year?'],
    ['Sven Doppler', 'Roasting too fast burns the tips of the beans.'],
    ['Ilse Doppler', 'Tea needs softer water than coffee, and cooler.'],
  ],
};

const localised = (english: string, chinese = english) =>
  JSON.stringify({ en: english, 'zh-CN': chinese, 'zh-TW': chinese });

/** A talk, written as the corpus has it, and read. */
function transcriptOf(id: string, { title, date, cast, topics = [], turns }: Talk): Transcript {
  const front = [
    '---',
    `title: ${localised(title)}`,
    `date: ${date}`,
    `organiser: ${localised('The Evening Club')}`,
    'language: en',
    `source: { file: source.txt, lines: 1-${turns.length + 1} }`,
    'speakers:',
    ...cast.flatMap(({ name, role, chinese, moderator }) => [
      `  - name: ${JSON.stringify(name)}`,
      `    names: { zh-CN: ${chinese}, zh-TW: ${chinese} }`,
      `    role: ${localised(role)}`,
      ...(moderator ? ['    moderator: true'] : []),
    ]),
    `topics: [${topics.map((topic) => localised(topic)).join(', ')}]`,
    '---',
  ];
  const roles = cast.map(({ name, role }) => `${name}, ${role}`).join('; ');
  const segments = turns.map(([name, words], at) => {
    const attribution = name === null ? 'editorial' : `${name} | labelled\n- label: ${name}:`;
    return `### p${at + 1} | line ${at + 1} | ${attribution}\n\n${words}\n`;
  });
  const last = turns.length + 1;
  return soundSeminar({
    transcript: [...front, '', ...segments, `### p${last} | line ${last} | editorial\n\n${roles}\n`].join(
      '\n',
    ),
    source: [...turns.map(([name, words]) => (name === null ? words : `${name}: ${words}`)), roles].join(
      '\n',
    ),
    files: { id, transcriptFile: `${id}/transcript.md`, sourceFile: `${id}/source.txt` },
  });
}

const TALKS = { harbour: HARBOUR, orchard: ORCHARD, bakery: BAKERY };

/** A library of some of the talks. */
export function talks(...ids: (keyof typeof TALKS)[]): Library {
  return libraryOf(peopleIn(ids.map((id) => transcriptOf(id, TALKS[id]))), readDictionary);
}
