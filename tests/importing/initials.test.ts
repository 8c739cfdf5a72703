import { describe, expect, it } from 'vitest';
import { recordingOf } from '../formats/recordings.ts';
import { imported } from './recordings.ts';

const minutes = (people: string) => `Minutes of the harbour group
Participants: ${people}

MHT: So we begin with the ferry today.

ARZ: It is late again, and nobody knows why it is.

SIO: The fog. It was the fog all along.

MHT: Then we wait for it to lift.

ARZ: Good, thank you all.
`;

describe('initials that a list of those present explains', () => {
  it('stand for the full names', async () => {
    const recording = await recordingOf(minutes('Mira Holt (MHT), Ana Ruiz (ARZ), Sam Ito (SIO)'));
    const { draft, problems } = imported(recording);
    expect(draft.speakers.map(({ name }) => name)).toEqual(['Mira Holt', 'Ana Ruiz', 'Sam Ito']);
    expect(problems).toEqual([]);
  });

  it('stand for the name that a person gives', async () => {
    const recording = await recordingOf(minutes('Mira Holt (MHT), Ana Ruiz (ARZ), Sam Ito (SIO)'));
    const { draft } = imported(recording, { names: new Map([['SIO', 'Sami Ito']]) });
    expect(draft.speakers.map(({ name }) => name)).toEqual(['Mira Holt', 'Ana Ruiz', 'Sami Ito']);
  });

  it('stay as they are where two people have them', async () => {
    const recording = await recordingOf(
      minutes('Mira Holt (MHT), Mona Hult (MHT), Ana Ruiz (ARZ), Sam Ito (SIO)'),
    );
    const { draft } = imported(recording);
    expect(draft.speakers.map(({ name }) => name)).toEqual(['MHT', 'Ana Ruiz', 'Sam Ito']);
  });
});
