import { describe, expect, it } from 'vitest';
import { LOCALES, localised } from '../../src/core/language/locale.ts';
import { format } from '../../src/messages/message.ts';
import { PHONE_COLUMNS } from '../../src/render/excerpt-forms.ts';
import { columnsOf } from '../../src/render/wrapping.ts';
import { seminarInShort, seminarNamed } from '../../src/reply/front-matter.ts';
import { bridges } from '../fixtures.ts';

const [transcript] = bridges().library.transcripts;
if (!transcript) throw new Error('No transcript.');

const titled = (title: string, date: string | null = '2024-05-01') => ({
  ...transcript,
  title: localised(() => title),
  date,
});

describe('the name of a seminar in short', () => {
  it.each(LOCALES)('is its title and date, if they are not long, in %s', (locale) => {
    expect(format(seminarInShort(transcript), locale)).toBe(format(seminarNamed(transcript), locale));
    expect(format(seminarInShort(transcript), locale)).toContain('2024');
  });

  it.each(LOCALES)(
    'is as much of a long title as stands in a line of a phone with its date, in %s',
    (locale) => {
      for (const title of ['An evening on bridges '.repeat(9), '关于桥梁的晚间讨论'.repeat(9)]) {
        const name = format(seminarInShort(titled(title)), locale);
        const [shown = ''] = name.split('…');
        expect(shown.length).toBeGreaterThan(10);
        expect(title.startsWith(shown)).toBe(true);
        expect(name).toContain('2024-05-01');
        const isTheirOwn = (locale === 'en') === title.startsWith('A');
        if (isTheirOwn) expect(columnsOf(name)).toBeLessThanOrEqual(PHONE_COLUMNS);
      }
    },
  );

  it('is a shortened title alone, if it has no date', () => {
    expect(format(seminarInShort(titled('An evening on bridges '.repeat(9), null)), 'en')).toMatch(
      /^An evening.*…$/,
    );
  });
});
