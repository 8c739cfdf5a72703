import { describe, expect, it } from 'vitest';
import { distinctSpeakers, type Person, peopleSteps } from '../../../src/core/transcript/people.ts';
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
