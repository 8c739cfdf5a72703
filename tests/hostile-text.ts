import fc from 'fast-check';
import { changed, SOURCE, TRANSCRIPT } from './fixtures.ts';

/**
 * What no reader may be sent, written apart from the code that takes it out: control characters but for line breaks and
 * tabs, halves of characters, what sets the direction of text, line separators, annotations, what has no width, and tags
 * outside of a flag.
 */
export const FORBIDDEN = new RegExp(
  [
    '(?![\\n\\t])\\p{Cc}',
    '[\\p{Cs}\\u00AD\\u061C\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u206F\\u3164\\uFEFF\\uFFA0\\uFFF9-\\uFFFB]',
    '(?<![\\u{1F3F4}\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}])[\\u{E0001}-\\u{E007F}]',
    '[\\u{E0001}-\\u{E002F}\\u{E003A}-\\u{E0060}]',
    '[\\u200C\\u200D]{2}',
    '(?<=[A-Za-z ])[\\u200C\\u200D\\uFE00-\\uFE0F]',
    '[\\u{E0100}-\\u{E01EF}]{2}',
  ].join('|'),
  'u',
);

/**
 * What Discord's client makes an emoji of, by its name, in a text with · for each escaped sign. No emoji is called by two
 * digits.
 */
export const SHORTCODE = /:(?!\d\d:)[\p{Script=Latin}\d+-][\p{Script=Latin}\d_+-]*:/u;

/** Pieces that an author, a person or a file name attacks with, and innocent ones around them. */
const PIECES = [
  '\u001B[31m',
  '\u001B[1m',
  '\u001B]0;title\u0007',
  '\u001B]8;;https://evil.example\u001B\\',
  '\u009B2J',
  '\u0085',
  '\u0000',
  '\u0008\u0008',
  '\r',
  '\n',
  '\t',
  '\u007F',
  '\u202E',
  '\u202C',
  '\u2066',
  '\u2069',
  '\u200E',
  '\u200F',
  '\u061C',
  '\u2028',
  '\u2029',
  '\u200B',
  '\u200C',
  '\u200D',
  '\uFEFF',
  '\u2060',
  '\u00AD',
  '\u3164',
  '\uFFF9',
  '\uFFFB',
  '\uFE0F',
  '\u{E0061}',
  '\u{E007F}',
  '\u{1F3F4}',
  '\u{E0100}',
  '\uD800',
  '\uDC00',
  ':100:',
  '桥梁',
  'Qux',
  'می\u200Cخواهم',
  '👨‍👩‍👧',
  ' ',
];

/** Text that is made to hide, to break lines and to give orders to a terminal. */
export const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 3 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((pieces) => pieces.join(''));

/** Every attack at once, as a fixed text: for where each case costs a start. */
export const EVERY_ATTACK = PIECES.join('x');

/** A tiny seminar as its files, with a text in every field of the corpus that can have any. */
export function hostileFiles(text: string): { transcript: string; source: string } {
  const field = JSON.stringify(`x${text.slice(0, 300)}x`);
  const all = `{ en: ${field}, zh-CN: ${field}, zh-TW: ${field} }`;
  // What stands in a line of a file, or between two bars of one.
  const inLine = text.replace(/[\r\n\u2028\u2029\uD800-\uDFFF|]/gu, '');
  const name = `Ida${[...inLine].slice(0, 30).join('')}Moe`;
  const edits: [string, string][] = [
    ['{ en: A panel on bridges, zh-CN: 桥梁座谈会, zh-TW: 橋樑座談會 }', all],
    ['{ en: The Bridge Club, zh-CN: 桥梁学会, zh-TW: 橋樑學會 }', all],
    [
      '{ zh-CN: 李乔, zh-TW: 李喬 }\n    role: { en: an engineer, zh-CN: 工程师, zh-TW: 工程師 }',
      `{ zh-CN: ${field}, zh-TW: ${field} }\n    role: { en: ${field}, zh-CN: 工程师, zh-TW: ${field} }\n    otherForms: [${JSON.stringify(`x${text.slice(0, 70)}x`)}]`,
    ],
    ['{ en: steel, zh-CN: 钢材, zh-TW: 鋼材 }', all],
    ['{ en: Does a steel bridge last?, zh-CN: 钢桥耐用吗?, zh-TW: 鋼橋耐用嗎? }', all],
    ['name: Ida Moe', `name: ${JSON.stringify(name)}`],
    ['The moderator has just asked Ida Moe by name.', `x${inLine}x`],
    ['但是木桥怕火灾。', `但是木桥怕${inLine}火灾。`],
  ];
  const edited = edits.reduce((transcript, [from, to]) => changed(transcript, from, to), TRANSCRIPT);
  return {
    transcript: edited.replaceAll('| Ida Moe |', `| ${name} |`),
    source: changed(SOURCE, '但是木桥怕火灾。', `但是木桥怕${inLine}火灾。`),
  };
}
