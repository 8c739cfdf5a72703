import { describe, expect, it } from 'vitest';
import { ask } from '../../commands/ask.ts';
import { comparisonSteps } from '../../commands/compare.ts';
import { LOCALES } from '../../src/core/language/locale.ts';
import { UNREAD_LANGUAGES } from '../../src/messages/unread-languages.ts';
import { renderJson } from '../../src/render/json.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { atOnce } from '../at-once.ts';
import { bridges } from '../fixtures.ts';

const compare = atOnce(comparisonSteps);

describe('a question in a language that is not read', () => {
  it.each([
    ['de', 'Warum meinte Jo Lee, dass Stahl nicht rostet?'],
    ['ru', 'Что Jo Lee сказал о мостах?'],
    ['ja', 'Jo Leeは橋について何と言いましたか'],
  ])('is told so in %s and in the language of the reader, and not that nobody said it', (tag, question) => {
    for (const reply of [ask({ question }, bridges()), compare({ question }, bridges())]) {
      expect(reply.outcome).toBe('refused');
      for (const locale of LOCALES) {
        const text = renderTerminal(reply, { locale, colour: false });
        expect(text).toContain(UNREAD_LANGUAGES[tag]);
        expect(text.split('\n')).toHaveLength(2);
      }
      expect(renderTerminal(reply, { locale: 'en', colour: false })).toContain('only English and Chinese');
    }
    expect(renderJson(ask({ question }, bridges()), 'en')).toMatchObject({
      answered: false,
      excerpts: [],
      reply: expect.stringContaining('only English and Chinese'),
    });
  });

  it('is told so in the language of the reader alone if its script is not known', () => {
    const reply = ask({ question: 'ხიდი რამდენ ხანს ძლებს?' }, bridges());
    expect(renderTerminal(reply, { locale: 'en', colour: false }).split('\n')).toHaveLength(1);
  });
});
