import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/core/language/locale.ts';
import { messageKeys, say, template } from '../../src/messages/message.ts';

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe('the catalogue', () => {
  it.each(messageKeys)('has %s in every language', (key) => {
    expect(Object.keys(template(key)).sort()).toEqual([...LOCALES].sort());
    for (const locale of LOCALES) expect(template(key)[locale].trim(), locale).not.toBe('');
  });

  it.each(messageKeys)('has the same values in %s in every language', (key) => {
    const { en, 'zh-CN': simplified, 'zh-TW': traditional } = template(key);
    expect(placeholders(simplified)).toEqual(placeholders(en));
    expect(placeholders(traditional)).toEqual(placeholders(en));
  });

  it.each(messageKeys)('has no brace in %s that is no placeholder', (key) => {
    for (const locale of LOCALES) expect(template(key)[locale].replace(/\{\w+\}/g, '')).not.toMatch(/[{}]/);
  });

  it.each(messageKeys)('has no Chinese in the English of %s', (key) => {
    expect(template(key).en).not.toMatch(/\p{Script=Han}/u);
  });

  it.each(messageKeys.filter((key) => !/^\s*(\{\w+\}[\s–-]*)+$/.test(template(key).en)))(
    'has Chinese in the Chinese of %s',
    (key) => {
      expect(template(key)['zh-CN']).toMatch(/\p{Script=Han}/u);
      expect(template(key)['zh-TW']).toMatch(/\p{Script=Han}/u);
    },
  );
});

describe('say', () => {
  it('puts values in their places', () => {
    const values = { name: 'Bob', speakers: 'Ann and Cy' };
    expect(say({ key: 'failure.speaker-unknown', values }, 'en')).toBe(
      'No speaker is called "Bob". The speakers are Ann and Cy.',
    );
  });

  it('takes a value in the language of the reader', () => {
    const speaker = { en: 'Jo Lee', 'zh-CN': '李乔', 'zh-TW': '李喬' };
    expect(say({ key: 'attribution.inferred', values: { speaker } }, 'zh-TW')).toBe('可能是李喬');
  });

  it('writes numbers out', () => {
    expect(say({ key: 'answer.question-cut', values: { count: 300 } }, 'en')).toContain('first 300 words');
  });

  it('does not take a placeholder inside a value for one of its own', () => {
    const values = { name: '{speakers}', speakers: 'Ann' };
    expect(say({ key: 'failure.speaker-unknown', values }, 'en')).toContain('"{speakers}"');
  });

  it('does not take a $ inside a value for anything but itself', () => {
    expect(say({ key: 'failure.speaker-unknown', values: { name: "$&$1$'", speakers: '' } }, 'en')).toContain(
      `"$&$1$'"`,
    );
  });

  it('cleans the values and never its own words', () => {
    const clean = (value: string) => value.toUpperCase();
    expect(
      say({ key: 'failure.speaker-unknown', values: { name: 'bob', speakers: 'ann' } }, 'en', clean),
    ).toBe('No speaker is called "BOB". The speakers are ANN.');
  });
});
