import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/core/language/locale.ts';
import { renderMessage } from '../../src/render/discord.ts';
import { everyComponent, languageOfMessage } from '../../src/render/message-language.ts';
import { type Action, type Reply, text } from '../../src/reply/reply.ts';

const button = (name: 'only' | 'more' | 'back' | 'context'): Action => ({
  name,
  label: name === 'only' ? { key: 'button.only', values: { speaker: '王伟' } } : { key: `button.${name}` },
  args: [],
});

function message(actions: readonly Action[], locale: (typeof LOCALES)[number]): readonly unknown[] {
  const heading = text({ key: 'answer.question', values: { question: '42' } });
  const reply: Reply = { outcome: 'answered', blocks: [heading], actions };
  return renderMessage(reply, { locale, ownerId: '100000000000000000', isPublic: true }).components;
}

describe('the language of a message of ours', () => {
  it.each(LOCALES)('is told by its labels: %s', (locale) => {
    expect(languageOfMessage(message([button('context'), button('only')], locale))).toBe(locale);
  });

  it.each(LOCALES)('is told by how it begins where both scripts share the labels: %s', (locale) => {
    expect(languageOfMessage(message([button('more'), button('back')], locale))).toBe(locale);
  });

  it.each([
    ['nothing', []],
    ['words without a button', [{ type: 17, components: [{ type: 10, content: '你好' }] }]],
    ['what is no component', [null, 'text', { components: 'none' }]],
  ])('is not told by %s', (_, components) => {
    expect(languageOfMessage(components)).toBeNull();
  });
});

it('every component is found, those in others and beside them too, in order', () => {
  const section = { components: [{ content: 'a' }], accessory: { label: 'b' } };
  const found = everyComponent({ components: [section, { content: 'c' }] });
  expect(found.flatMap(({ content, label }) => content ?? label ?? [])).toEqual(['a', 'b', 'c']);
});
