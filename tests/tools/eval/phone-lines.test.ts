import { describe, expect, it } from 'vitest';
import { PHONE_COLUMNS } from '../../../src/render/excerpt-forms.ts';
import { charactersShown, phoneLines, withoutMarkdown } from '../../../src/tools/eval/phone-lines.ts';

const display = (content: string) => ({ type: 10, content });
const SEPARATOR = { type: 14 };
const BUTTON = { type: 2, label: 'Context' };
const row = (...components: object[]) => ({ type: 1, components });
const container = (...components: object[]) => ({ type: 17, components });

describe('the words of a text of Discord', () => {
  it.each([
    ['-# small print', 'small print'],
    ['> **It works.** It does.', 'It works. It does.'],
    ['> -# both\n## heading', 'both\nheading'],
    ['- an item', '- an item'],
    ['1\\. \\*not bold\\* \\\\', '1. *not bold* \\'],
    ['[12\\:31](<https://example.org/a#t=1>), \\[note\\]', '12:31, [note]'],
    ['3 > 2 -# not small', '3 > 2 -# not small'],
  ])('of %j are %j', (content, words) => {
    expect(withoutMarkdown(content)).toBe(words);
  });
});

describe('the lines of a phone', () => {
  it.each([
    [
      'a line that just fits',
      [display('a'.repeat(PHONE_COLUMNS / 2 - 1).concat(' ', 'b'.repeat(PHONE_COLUMNS / 2)))],
      1,
    ],
    ['words that do not fit', [display('ten chars '.repeat(10))], 3],
    ['Chinese, of two columns', [display('芯'.repeat(PHONE_COLUMNS / 2 + 1))], 2],
    ['signs that are not shown', [display(`-# **${'a'.repeat(PHONE_COLUMNS - 1)}**`)], 1],
    ['lines of their own', [display('one\ntwo\n\nfour')], 4],
    [
      'a container, in which lines between texts count nothing',
      [container(display('a'), SEPARATOR, display('b'))],
      2,
    ],
    ['buttons, a line for each row', [container(display('a')), row(BUTTON, BUTTON, BUTTON), row(BUTTON)], 3],
    [
      'a section with its link beside it',
      [container({ type: 9, components: [display('a'), display('b')], accessory: BUTTON })],
      2,
    ],
    [
      'what is not known, with what it holds',
      [{ type: 99, components: [{ type: 98, components: [display('a')] }] }],
      1,
    ],
    ['nothing', [], 0],
  ])('of %s', (_, components, lines) => {
    expect(phoneLines({ components })).toBe(lines);
  });
});

it('the characters of a message are those of its texts, without signs and buttons', () => {
  const components = [container(display('**a**'), SEPARATOR, display('-# 芯片😀')), row(BUTTON)];
  expect(charactersShown({ components })).toBe(4);
});
