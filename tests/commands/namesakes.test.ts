import { describe, expect, it } from 'vitest';
import { contentLines } from '../../commands/digest/status.ts';
import { quoteSteps } from '../../commands/quote.ts';
import { speakerCalled } from '../../commands/shared/choose.ts';
import { passagesMeantSteps, suggestionName } from '../../commands/shared/passages-meant.ts';
import { speakersReply } from '../../commands/speakers.ts';
import { transcriptSteps } from '../../commands/transcript.ts';
import { type Digest, EVERYTHING } from '../../src/core/digest/digest.ts';
import { eligiblePassages } from '../../src/core/digest/selection.ts';
import { LOCALES } from '../../src/core/language/locale.ts';
import { excerptOf } from '../../src/core/passages/excerpt.ts';
import { format } from '../../src/messages/message.ts';
import { excerptJson } from '../../src/render/json.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { atOnce } from '../at-once.ts';
import { contextOf } from '../fixtures.ts';
import { namesakes } from '../namesakes.ts';

const quote = atOnce(quoteSteps);
const speakers = atOnce(speakersReply);
const transcript = atOnce(transcriptSteps);
const passagesMeant = atOnce(passagesMeantSteps);

const BOTANIST = 'Nora Vik (a botanist and author)';
const ENGINEER = 'Nora Vik (a pump engineer)';

const library = namesakes('kelp', 'pumps', 'reefs');
const context = contextOf(library);
const words = (reply: Reply) => renderTerminal(reply, { locale: 'en', colour: false });
const poolOf = (speaker: string, of = library) =>
  eligiblePassages(of, { ...EVERYTHING, speaker }).map(({ id }) => id);

describe('two people of one name, one of whom speaks in two seminars', () => {
  it.each([
    ['Nora Vik the engineer', ENGINEER],
    ['Nora Vik, pump engineer', ENGINEER],
    ['Ms Vik, the botanist', BOTANIST],
    ['Nora Vik author', BOTANIST],
    [ENGINEER, ENGINEER],
    ['Nora Vik (a botanist)', BOTANIST],
  ])('are told apart by the role: %s', (typed, id) => {
    const found = speakerCalled(typed, library);
    expect('outcome' in found ? words(found) : found.id).toBe(id);
  });

  it.each(['Nora Vik', 'Vik', 'Nora Vik the pianist'])('are both meant by %s', (typed) => {
    const said = words(speakers(typed, context));
    expect(said).toContain('(a pump engineer)');
    expect(said).toContain('(a botanist and author)');
  });

  it('have their own words in a digest', () => {
    expect(poolOf(BOTANIST)).toEqual(['kelp/p1', 'reefs/p1']);
    expect(poolOf(ENGINEER)).toEqual(['pumps/p1']);
  });

  it('have lists in which each passage says whose it is', () => {
    for (const reply of [quote({ passage: 'Vik' }, context), transcript({ from: 'Vik' }, context)]) {
      expect(words(reply)).toContain('pumps/p1, line 1, Nora Vik (a pump engineer): ');
      expect(words(reply)).toContain('kelp/p1, line 1, Nora Vik (a botanist): ');
    }
  });

  it.each(LOCALES)('have suggestions in %s that say whose words they are, and mean them', (locale) => {
    for (const passage of library.passages.values()) {
      const name = suggestionName(passage, locale, library);
      expect(
        name.includes(passage.speaker?.role?.en ?? 'publisher') || passage.speaker?.name !== 'Nora Vik',
      ).toBe(true);
      expect(passagesMeant(name, library)).toMatchObject({ kind: 'passages', passages: [passage] });
    }
  });

  it('have ids in JSON, where others have a name alone', () => {
    const json = Array.from(library.passages.values(), (each) => excerptJson(excerptOf(each, null, 1), 'en'));
    const ids = json.map(({ speaker, speakerId }) => [speaker, speakerId]);
    expect(ids).toContainEqual(['Nora Vik', ENGINEER]);
    expect(ids).toContainEqual(['Otto Hahn', undefined]);
    expect(speakerCalled(ENGINEER, library)).toMatchObject({ id: ENGINEER });
  });

  it('are named with the role in the status of a digest', () => {
    const digest = { ...EVERYTHING, language: 'en', speaker: ENGINEER } as Digest;
    const lines = contentLines(digest, library).map((line) => format(line, 'en'));
    expect(lines.join('\n')).toContain('Nora Vik (a pump engineer)');
  });
});

describe('a digest of one person, after the corpus has changed', () => {
  it('goes on if the role changed', () => {
    expect(poolOf('Nora Vik (a botanist)')).toEqual(['kelp/p1', 'reefs/p1']);
  });

  it('goes on if nobody else has the name any more', () => {
    expect(poolOf(BOTANIST, namesakes('kelp', 'reefs'))).toEqual(['kelp/p1', 'reefs/p1']);
  });

  it('shows nobody rather than a namesake', () => {
    expect(poolOf('Nora Vik')).toEqual([]);
    expect(poolOf(ENGINEER, namesakes('kelp', 'reefs'))).toEqual([]);
  });
});
