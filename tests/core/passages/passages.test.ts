import { describe, expect, it } from 'vitest';
import { PASSAGE_LENGTH, passageSteps } from '../../../src/core/passages/passages.ts';
import { atOnce } from '../../at-once.ts';
import { changed, SOURCE, soundSeminar, TRANSCRIPT } from '../../fixtures.ts';

const passagesOf = atOnce(passageSteps);

/** The tiny seminar with other words on line 8, whose speaker is unknown. */
function withLine8(text: string) {
  const edit = (file: string) => changed(file, '是的,我同意。', text);
  return soundSeminar({ source: edit(SOURCE), transcript: edit(TRANSCRIPT) });
}

const passagesOfP8 = (text: string) =>
  passagesOf(withLine8(text)).filter(({ segment }) => segment.id === 'p8');

const SENTENCES = Array.from({ length: 60 }, (_, at) => `第${at + 1}座桥比前一座桥更长也更结实,大家都知道。`);
const LONG = SENTENCES.join('');
const LONG_WITH_SPACES = SENTENCES.join(' ');

describe('passagesOf', () => {
  it('makes a short segment one passage with the id of the segment', () => {
    expect(passagesOf(soundSeminar()).map(({ id }) => id)).toEqual(
      ['p1', 'p2', 'p3', 'p4', 'p4b', 'p5', 'p6', 'p7', 'p8', 'p9'].map((id) => `bridges/${id}`),
    );
  });

  it('keeps what a citation needs', () => {
    const passage = passagesOf(soundSeminar()).find(({ id }) => id === 'bridges/p7');
    expect(passage).toMatchObject({
      basis: 'inferred',
      speaker: { name: 'Ida Moe' },
      evidence: { en: 'The moderator has just asked Ida Moe by name.' },
      line: 7,
      text: '但是木桥怕火灾。',
    });
  });

  it('numbers the passages of a long segment', () => {
    const ids = passagesOfP8(LONG).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(1);
    expect(ids).toEqual(ids.map((_, at) => `bridges/p8.${at + 1}`));
  });

  it('makes no passage of a long segment longer than the limit', () => {
    for (const { text } of passagesOfP8(LONG)) expect(text.length).toBeLessThanOrEqual(PASSAGE_LENGTH);
  });

  it('fills passages: no two adjacent ones would fit into one', () => {
    const lengths = passagesOfP8(LONG).map(({ text }) => text.length);
    for (let at = 1; at < lengths.length; at++)
      expect((lengths[at - 1] ?? 0) + (lengths[at] ?? 0)).toBeGreaterThan(PASSAGE_LENGTH);
  });

  it('splits only at sentence ends', () => {
    for (const { text } of passagesOfP8(LONG)) expect(text).toMatch(/^第.*。$/);
  });

  it('loses nothing of a long segment', () => {
    const passages = passagesOfP8(LONG);
    expect(passages.map(({ text }) => text).join('')).toBe(LONG);
  });

  it.each([
    ['without', LONG],
    ['with', LONG_WITH_SPACES],
  ])('knows where each passage is in the source, for sentences %s spaces between them', (_, long) => {
    for (const { text, start, transcript } of passagesOfP8(long))
      expect(transcript.sourceText.slice(start, start + text.length)).toBe(text);
  });

  it('leaves the white space between two passages out of both', () => {
    for (const { text } of passagesOfP8(LONG_WITH_SPACES)) expect(text).toBe(text.trim());
  });

  it('does not split a sentence, however long it is', () => {
    const endless = `${'桥'.repeat(PASSAGE_LENGTH * 2)}。`;
    expect(passagesOfP8(`短。${endless}短。`).map(({ text }) => text)).toEqual(['短。', endless, '短。']);
  });

  it('has the offsets of its sentences', () => {
    const passage = passagesOf(soundSeminar()).find(({ id }) => id === 'bridges/p3');
    expect(passage?.sentences.map(({ start, end }) => passage.text.slice(start, end))).toEqual([
      '钢桥很耐用。',
      '它能用一百年。',
    ]);
  });
});

describe('the translation of a passage', () => {
  const translated = (text: string, translation: string) => {
    const transcript = withLine8(text);
    const segments = transcript.segments.map((segment) => ({ ...segment, translation }));
    return passagesOf({ ...transcript, segments }).filter(({ segment }) => segment.id === 'p8');
  };

  it('is that of the segment if the segment is one passage', () => {
    expect(translated('是的。', 'Yes. I agree.').map(({ translation }) => translation)).toEqual([
      'Yes. I agree.',
    ]);
  });

  it('is that of the same sentences if the segment is split', () => {
    const english = SENTENCES.map((_, at) => `Bridge ${at + 1} is longer.`).join(' ');
    for (const { text, translation } of translated(LONG, english)) {
      const numbers = (words: string) => words.match(/\d+/g);
      expect(numbers(translation ?? '')).toEqual(numbers(text));
    }
  });

  it('does not exist if source and translation are divided into sentences differently', () => {
    for (const { translation } of translated(LONG, 'All of it in one sentence.'))
      expect(translation).toBeNull();
  });
});
