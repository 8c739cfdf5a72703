import { describe, expect, it } from 'vitest';
import { changed, lineOf, readSeminar, soundSeminar, TRANSCRIPT } from '../../fixtures.ts';

const spoken = (tag: string) => changed(TRANSCRIPT, 'language: zh-CN', `language: zh-CN\nspoken: ${tag}`);

describe('the language in which a seminar was held', () => {
  it('is the one that its front matter gives', () => {
    expect(soundSeminar({ transcript: spoken('en') }).spoken).toBe('en');
  });

  it('is that of the transcript if its front matter gives none', () => {
    expect(soundSeminar().spoken).toBe('zh-CN');
  });

  it('has to be a language', () => {
    const transcript = spoken('Klingonish');
    const { problems } = readSeminar({ transcript });
    expect(problems).toMatchObject([{ line: lineOf(transcript, 'spoken:') }]);
  });
});
