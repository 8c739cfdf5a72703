import { describe, expect, it } from 'vitest';
import { ask } from '../../commands/ask.ts';
import { LOCALES } from '../../src/core/language/locale.ts';
import { renderMessage } from '../../src/render/discord.ts';
import { renderJson } from '../../src/render/json.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { excerptsOf } from '../../src/reply/reply.ts';
import { bridges, contextOf, corpus } from '../fixtures.ts';

const context = contextOf(await corpus());
const idsOf = (question: string, options = {}) =>
  excerptsOf(ask({ question, ...options }, context)).map(({ passage }) => passage.segment.id);
const shown = (question: string, options = {}) =>
  renderTerminal(ask({ question, ...options }, context), { locale: 'en', colour: false });

describe('/ask for words between quotation marks', () => {
  it.each([
    ['谁说过“三座城市的限制”?', null],
    ['谁说过“推理算力不足”?', null],
    ['Who said “I love bananas”?', null],
    ['谁说了“七八十年的时间”', ['p14', 'p46']],
    ['誰說了「七八十年的時間」', ['p14', 'p46']],
    ['Who said "70 or 80 years"?', ['p14', 'p46']],
  ])('%s: %j', (question, expected) => {
    const reply = ask({ question }, context);
    expect(reply.outcome === 'answered').toBe(expected !== null);
    if (expected) expect(idsOf(question)).toEqual(expected);
  });

  it('says that nobody has them, and shows at most the closest, called that', () => {
    const question = 'Who said "small yards have high fences"?';
    const reply = shown(question);
    expect(reply).toContain('Did not find "small yards have high fences" word for word');
    expect(reply.indexOf('The closest passages, which do not have these words:')).toBeLessThan(
      reply.indexOf('Nazak Nikakhtar'),
    );
    expect(renderJson(ask({ question }, context), 'en')).toMatchObject({
      answered: false,
      kind: 'closest',
      excerpts: expect.arrayContaining([expect.objectContaining({ speaker: 'Nazak Nikakhtar' })]),
      reply: expect.stringContaining('word for word in the transcript'),
    });
  });

  it('says who has them if the speaker who is asked does not', () => {
    for (const [question, options] of [
      ['Did Miller say "two misconceptions"?', {}],
      ['Who said "two misconceptions"?', { speaker: 'Miller' }],
    ] as const) {
      const reply = ask({ question, ...options }, context);
      expect(reply.outcome).toBe('refused');
      expect(renderJson(reply, 'en')).toMatchObject({
        kind: 'none',
        excerpts: [],
        elsewhere: [{ speaker: 'Nazak Nikakhtar' }],
      });
      expect(shown(question, options)).toContain('word for word in anything by Chris Miller');
      expect(excerptsOf(reply).map(({ passage }) => passage.speaker?.name)).toEqual(['Nazak Nikakhtar']);
    }
  });

  it('marks the sentence that has them', () => {
    const [excerpt] = excerptsOf(ask({ question: '谁说的“它能用一百年”' }, bridges()));
    expect(excerpt?.highlights.map(({ start, end }) => excerpt.text.slice(start, end))).toEqual([
      '它能用一百年。',
    ]);
  });

  it('answers an ordinary question as without the marks, and says if the words do not appear', () => {
    const plain = 'What are the two misconceptions behind the fence of high walls?';
    const quoting = plain.replace('fence of high walls', '"fence of high walls"');
    expect(idsOf(quoting)).toEqual(idsOf(plain));
    expect(shown(quoting)).toContain('Did not find "fence of high walls" word for word');
    expect(shown(plain)).not.toContain('word for word');
  });

  it('fits a message of Discord in every language, and repeats only the start of long words', () => {
    const question = `Who said "${'steel bridges and '.repeat(100)}"?`;
    for (const locale of LOCALES) {
      const reply = ask({ question: `${question}`, limit: 10 }, context);
      const { components } = renderMessage(
        { ...reply, question: '' },
        { locale, ownerId: '100000000000000000', isPublic: true },
      );
      expect(JSON.stringify(components).length).toBeLessThan(6000);
    }
  });

  it('has a button that shares a private answer', () => {
    const { actions } = ask({ question: '谁说了“七八十年的时间”', private: true }, context);
    expect(actions?.map(({ name }) => name)).toContain('share');
  });
});
