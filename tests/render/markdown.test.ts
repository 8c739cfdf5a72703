import { parse } from 'discord-markdown-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visible } from '../../src/core/language/visible.ts';
import { clip, escapeMarkdown, unescapeMarkdown } from '../../src/render/markdown.ts';
import { anyText } from '../fixtures.ts';
import { FORBIDDEN, hostileText, SHORTCODE } from '../hostile-text.ts';

interface Node {
  type: string;
  content?: string | Node[];
}

/** A text as Discord reads it: the kinds of what is in it, and its words. */
function read(markdown: string): { kinds: string[]; words: string } {
  const nodes = parse(markdown, 'extended') as Node[];
  const flat = (each: Node): Node[] => [
    each,
    ...(Array.isArray(each.content) ? each.content.flatMap(flat) : []),
  ];
  const all = nodes.flatMap(flat);
  const words = all.map((node) =>
    'name' in node ? String(node.name) : typeof node.content === 'string' ? node.content : '',
  );
  return { kinds: [...new Set(all.map(({ type }) => type))], words: words.join('') };
}

/** The text without what follows a backslash, which means nothing to Discord. */
const bare = (markdown: string) => markdown.replace(/\\[^0-9A-Za-z\s]/g, '\u00B7');
const ATTACKS = [
  ':100:',
  ':us:',
  ':smile:',
  ':+1::skin-tone-2:',
  ':-1:',
  ':e-mail:',
  ':1234:',
  ':8ball:',
  'a:100:us:b',
  '10:100:30',
  ':pi\u00F1ata:',
  ':flag_us:',
  '<:x:123456789012345678>',
  '<a:x:123456789012345678>',
  ':x:123456789012345678>',
  '<t:1700000000>',
  '<t:1700000000:R>',
  '</ask:123456789012345678>',
  '</digest start:123456789012345678>',
  '<id:customize>',
  '<id:home>',
  '<#123456789012345678>',
  '<@123456789012345678>',
  '<@!123456789012345678>',
  '<@&123456789012345678>',
  '<sound:0:123456789012345678>',
  '[a](https://evil.example)',
  '[a](<https://evil.example> "title")',
  'https://evil.example',
  '<https://evil.example>',
  'HTTPS://evil.example',
  'http:\u200B//evil.example',
  'steam://run/1',
  '<steam://run/1>',
  'discord://-/channels/1',
  'mailto:a@evil.example',
  '<a@evil.example>',
  '<+15551234567>',
  '<tel:+15551234567>',
  '# heading',
  '## heading',
  '### heading',
  '-# small print',
  '- list',
  '* list',
  '+ list',
  '1. list',
  '> quotation',
  '>>> quotation',
  '\u3000# heading',
  '\u200B# heading',
  '||spoiler||',
  '`code`',
  '``code``',
  '```js\ncode\n```',
  '**bold**',
  '*italic*',
  '_italic_',
  '__underline__',
  '~~struck~~',
  '10:30-:',
  '8:30pm: hello',
  '***all***',
  '*\u200B*bold*\u200B*',
  '\\*not escaped*\\',
  '\u00AF\\_(\u30C4)_/\u00AF',
  '@everyone',
  '@here',
  '@\u200Beveryone',
  '@every\u00ADone',
  '@silent hello',
];

describe('escapeMarkdown', () => {
  it.each(ATTACKS)('shows %j as it is written', (attack) => {
    for (const text of [attack, `\u6865${attack}`, `${attack}${attack}`, `a ${attack}.`, `(${attack})`]) {
      const { kinds, words } = read(escapeMarkdown(text));
      expect(kinds.filter((kind) => kind !== 'text' && kind !== 'br')).toEqual([]);
      expect(words.replaceAll('@\u200B', '@')).toBe(visible(text));
      expect(bare(escapeMarkdown(text))).not.toMatch(SHORTCODE);
      expect(bare(escapeMarkdown(text))).not.toMatch(/:\/\/|@(?:everyone|here)|<[@#:a/t]|discord\.gg\//i);
    }
  });

  it.each([
    ['discord.gg/abc', 'discord.gg\\/abc'],
    ['DiscordApp.com/invite/abc', 'DiscordApp.com\\/invite/abc'],
  ])('breaks an invitation: %s', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it.each([
    'at 10:30:45',
    '8:30',
    'question: answer',
    '\u95EE:\u7B54:\u597D',
    'a: b: c',
    'https',
    'x / y',
    '50 %',
    "it's (so)",
  ])('leaves %j as it is', (text) => {
    expect(escapeMarkdown(text)).toBe(text);
  });

  it('keeps a name from becoming an emoji with the colon that follows it', () => {
    expect(bare(`${escapeMarkdown(':smile')}: hello`)).not.toMatch(SHORTCODE);
  });

  it('means nothing to Discord, whatever is attacked with, and hides nothing', () => {
    const text = fc
      .array(
        fc.oneof(fc.constantFrom(...ATTACKS), hostileText, fc.constantFrom(...'*_~`|<>:#-.[]()/\\@ \n1a')),
        {
          maxLength: 8,
        },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (given) => {
        const escaped = escapeMarkdown(given);
        expect(escaped.replaceAll('@\u200B', '@')).not.toMatch(FORBIDDEN);
        const { kinds } = read(escaped);
        expect(kinds.filter((kind) => !['text', 'br', 'twemoji'].includes(kind))).toEqual([]);
        expect(bare(escaped)).not.toMatch(SHORTCODE);
        expect(read(`-# ${escaped}`).kinds).not.toContain('emoji');
        for (const length of [1, 5, 20]) expect(clip(escaped, length).length).toBeLessThanOrEqual(length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('unescapeMarkdown', () => {
  it('gives back what was escaped, as far as it can be seen', () => {
    const text = fc.oneof(
      anyText,
      hostileText,
      fc.constantFrom(...ATTACKS, '[…]', '@\u200Beveryone', '1. @here'),
    );
    fc.assert(
      fc.property(text, (given) => {
        expect(unescapeMarkdown(escapeMarkdown(given))).toBe(visible(given));
      }),
      { numRuns: 500 },
    );
  });
});

describe('clip', () => {
  it.each([
    ['a flag', 'abc🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}'],
    ['an emoji of several', 'abc👩\u200D🔬👩\u200D🔬👩\u200D🔬'],
  ])('leaves nothing hidden of %s that it cuts through', (_, text) => {
    for (let length = 1; length <= text.length; length++) {
      const cut = clip(text, length);
      expect(cut.length).toBeLessThanOrEqual(length);
      expect(visible(cut)).toBe(cut);
    }
  });
});
