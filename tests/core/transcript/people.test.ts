import { describe, expect, it } from 'vitest';
import { newestFirst } from '../../../src/core/transcript/order.ts';
import {
  distinctSpeakers,
  type Person,
  peopleSteps,
  personWithId,
} from '../../../src/core/transcript/people.ts';
import type { Speaker, Transcript } from '../../../src/core/transcript/transcript.ts';
import { atOnce } from '../../at-once.ts';
import { soundSeminar } from '../../fixtures.ts';

const peopleIn = atOnce(peopleSteps);

/** The bridges again, as another seminar, with one speaker changed. */
function seminar(id: string, date: string, changeOf: (jo: Speaker) => Partial<Speaker>): Transcript {
  const transcript = soundSeminar();
  const jo = transcript.speakers.find(({ name }) => name === 'Jo Lee') as Speaker;
  const changed = { ...jo, ...changeOf(jo) };
  const current = <T extends Speaker | null>(speaker: T) => (speaker === jo ? changed : speaker);
  return {
    ...transcript,
    id,
    date,
    speakers: transcript.speakers.map(current),
    segments: transcript.segments.map((segment) => ({ ...segment, speaker: current(segment.speaker) })),
  };
}

const asIs = () => ({});
const inAnotherRole = () => ({ role: { en: 'a poet', 'zh-CN': '诗人', 'zh-TW': '詩人' } });
const inAnotherSpelling = () => ({ id: 'Joanna Leigh', name: 'Joanna Leigh', aliases: ['J. Leigh'] });
const ids = (transcripts: readonly Transcript[]) => distinctSpeakers(transcripts).map(({ id }) => id);
const declared = (seminars: Record<string, string>): Person[] => [
  { name: 'Jo Lee', seminars: new Map(Object.entries(seminars)) },
];

describe('people in several seminars', () => {
  it('are one person if both name and role are the same', () => {
    const people = peopleIn([seminar('spring', '2024-05-01', asIs), seminar('autumn', '2024-10-01', asIs)]);
    expect(ids(people)).toEqual(['Max Roy', 'Jo Lee', 'Ida Moe']);
  });

  it('are two people of one name if their roles differ, and are told apart by them', () => {
    const people = peopleIn([
      seminar('spring', '2024-05-01', asIs),
      seminar('autumn', '2024-10-01', inAnotherRole),
    ]);
    expect(ids(people)).toEqual(['Max Roy', 'Jo Lee (an engineer)', 'Ida Moe', 'Jo Lee (a poet)']);
    const speakers = people.map(({ segments }) => segments.find(({ id }) => id === 'p3')?.speaker?.id);
    expect(speakers).toEqual(['Jo Lee (an engineer)', 'Jo Lee (a poet)']);
  });

  it('are one person if that is declared, whatever the roles, and keep each seminar’s role', () => {
    const people = peopleIn(
      [seminar('spring', '2024-05-01', asIs), seminar('autumn', '2024-10-01', inAnotherRole)],
      declared({ spring: 'Jo Lee', autumn: 'Jo Lee' }),
    );
    expect(ids(people)).toEqual(['Max Roy', 'Jo Lee', 'Ida Moe']);
    expect(distinctSpeakers(people)[1]?.role?.en).toBe('a poet');
    const roles = people.map(({ segments }) => segments.find(({ id }) => id === 'p3')?.speaker?.role?.en);
    expect(roles).toEqual(['an engineer', 'a poet']);
  });

  it('have one name and every form of it in all seminars if they are declared', () => {
    const people = peopleIn(
      [seminar('spring', '2024-05-01', inAnotherSpelling), seminar('autumn', '2024-10-01', asIs)],
      declared({ spring: 'Joanna Leigh', autumn: 'Jo Lee' }),
    );
    expect(ids(people)).toEqual(['Max Roy', 'Jo Lee', 'Ida Moe']);
    for (const { speakers } of people) {
      const jo = speakers.find(({ id }) => id === 'Jo Lee');
      expect(jo?.name).toBe('Jo Lee');
      expect([...(jo?.aliases ?? []), ...(jo?.otherForms ?? [])]).toEqual(
        expect.arrayContaining(['JoLee', 'J. Leigh', 'Joanna Leigh']),
      );
    }
  });

  it('are one person if the front matter of both says so', () => {
    const people = peopleIn([
      seminar('spring', '2024-05-01', () => ({ ...inAnotherSpelling(), person: 'Jo Lee' })),
      seminar('autumn', '2024-10-01', () => ({ ...inAnotherRole(), person: 'Jo Lee' })),
    ]);
    expect(ids(people)).toEqual(['Max Roy', 'Jo Lee', 'Ida Moe']);
  });

  it('are two people if there are two entries of one name, each with the roles of its own seminars', () => {
    const people = peopleIn(
      [
        seminar('spring', '2024-05-01', asIs),
        seminar('autumn', '2024-10-01', () => ({
          role: { en: 'a mason', 'zh-CN': '石匠', 'zh-TW': '石匠' },
        })),
        seminar('winter', '2024-12-01', inAnotherRole),
        seminar('summer', '2025-06-01', asIs),
      ],
      [
        ...declared({ spring: 'Jo Lee', autumn: 'Jo Lee' }),
        ...declared({ winter: 'Jo Lee', summer: 'Jo Lee' }),
      ],
    );
    const whoIn = people.map(({ segments }) => segments.find(({ id }) => id === 'p3')?.speaker?.id);
    const [first, , second] = whoIn;
    expect(first).not.toBe(second);
    expect(whoIn).toEqual([first, first, second, second]);
  });

  it('leave a namesake alone who is not declared', () => {
    const people = peopleIn(
      [
        seminar('spring', '2024-05-01', asIs),
        seminar('autumn', '2024-10-01', asIs),
        seminar('winter', '2024-12-01', inAnotherRole),
      ],
      declared({ spring: 'Jo Lee', autumn: 'Jo Lee' }),
    );
    expect(ids(people)).toHaveLength(4);
    expect(new Set(ids(people)).size).toBe(4);
  });
});

describe('people without roles', () => {
  const noRole = (name: string) => () => ({ id: name, name, role: null });
  const idsOf = (name: string) =>
    ids(
      peopleIn([
        seminar('spring', '2024-05-01', noRole(name)),
        seminar('autumn', '2024-10-01', noRole(name)),
      ]),
    ).filter((id) => !/^(Max|Ida)/.test(id));

  it.each(['Jo Lee', 'Siobhan O\u2019Brien', '李小乔', '歐陽修', 'Alan van der Berg'])(
    'are one person in two seminars by a full name: %s',
    (name) => expect(idsOf(name)).toEqual([name]),
  );

  it.each([
    'John',
    'Mr Smith',
    'Dr. Ann',
    'Ann L.',
    'The Chair',
    'CHAIR POWELL',
    'User 2',
    '王总',
    '小李',
    '张老师',
    '主持人',
  ])('are two by a name that may be anybody\u2019s: %s', (name) =>
    expect(idsOf(name)).toEqual([`${name} (spring)`, `${name} (autumn)`]),
  );

  it('are two until it is declared if one seminar gives a role', () => {
    const both = [seminar('spring', '2024-05-01', asIs), seminar('autumn', '2024-10-01', noRole('Jo Lee'))];
    expect(ids(peopleIn(both))).toEqual(['Max Roy', 'Jo Lee (an engineer)', 'Ida Moe', 'Jo Lee (autumn)']);
    expect(ids(peopleIn(both, declared({ spring: 'Jo Lee', autumn: 'Jo Lee' })))).toEqual([
      'Max Roy',
      'Jo Lee',
      'Ida Moe',
    ]);
  });

  it('are found by an id that was stored when there was another of the name', () => {
    const alone = peopleIn([seminar('spring', '2024-05-01', noRole('John'))]);
    expect(personWithId(alone, 'John (spring)')?.id).toBe('John');
    expect(personWithId(alone, 'John (autumn)')).toBeUndefined();
  });
});

describe('labels that are no names', () => {
  const voice = () => ({ id: 'Speaker 1', name: 'Speaker 1', role: null, anonymous: 'voice' as const });

  it('are never the same in two seminars, declared or not', () => {
    const both = [seminar('spring', '2024-05-01', voice), seminar('autumn', '2024-10-01', voice)];
    const declaredAsOne = [
      {
        name: 'Speaker 1',
        seminars: new Map([
          ['spring', 'Speaker 1'],
          ['autumn', 'Speaker 1'],
        ]),
      },
    ];
    for (const people of [peopleIn(both), peopleIn(both, declaredAsOne)])
      expect(ids(people)).toEqual(['Max Roy', 'Speaker 1 (spring)', 'Ida Moe', 'Speaker 1 (autumn)']);
  });

  it('are not taken for those of a seminar that is gone', () => {
    const people = peopleIn([seminar('autumn', '2024-10-01', voice)]);
    expect(ids(people)).toContain('Speaker 1 (autumn)');
    expect(personWithId(people, 'Speaker 1 (spring)')).toBeUndefined();
    expect(personWithId(people, 'Speaker 1')).toBeUndefined();
  });
});

describe('the order of seminars', () => {
  it('is newest first, without a date last, and by id among equals', () => {
    const seminars = [
      { id: 'b', date: null },
      { id: 'd', date: '2024-05-01' },
      { id: 'a', date: null },
      { id: 'c', date: '2024-05-01' },
      { id: 'e', date: '2025-01-01' },
    ];
    expect(seminars.sort(newestFirst).map(({ id }) => id)).toEqual(['e', 'c', 'd', 'a', 'b']);
  });
});
