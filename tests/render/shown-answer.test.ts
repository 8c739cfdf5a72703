import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '../../src/core/language/locale.ts';
import { shorten } from '../../src/core/language/text.ts';
import { visible } from '../../src/core/language/visible.ts';
import { renderMessage } from '../../src/render/discord.ts';
import { escapeMarkdown } from '../../src/render/markdown.ts';
import { shownAnswer } from '../../src/render/shown-answer.ts';
import { type Reply, text } from '../../src/reply/reply.ts';
import { anyText } from '../fixtures.ts';
import { hostileText } from '../hostile-text.ts';

const OWNER = '123456789012345678';
const BUTTON = { name: 'context', label: { key: 'button.context' }, args: ['bridges', 'p3.1'] } as const;

function shown(reply: Omit<Reply, 'outcome' | 'blocks'>, locale: Locale = 'en') {
  const whole: Reply = { outcome: 'refused', blocks: [text({ key: 'answer.refused' })], ...reply };
  return shownAnswer(renderMessage(whole, { locale, ownerId: OWNER, isPublic: true }).components);
}
/** So much of a question is shown, in characters. */
const LENGTHS = { en: 270, 'zh-CN': 135, 'zh-TW': 135 };
/** A message whose text is this. */
const saying = (content: string) => [{ type: 17, components: [{ type: 10, content }] }];

describe('the question in a message', () => {
  it.each(LOCALES)('is read in %s', (locale) => {
    expect(shown({ question: 'What of *steel*: 1. @everyone?' }, locale).question).toBe(
      'What of *steel*: 1. @everyone?',
    );
  });

  it('is the one that was asked, whatever it is, as far as it is shown', () => {
    const question = fc.oneof(anyText, hostileText).map((each) => visible(each).trim());
    fc.assert(
      fc.property(
        question.filter((each) => each !== ''),
        fc.constantFrom(...LOCALES),
        (asked, locale) => {
          expect(shown({ question: asked }, locale).question).toBe(shorten(asked, LENGTHS[locale]));
        },
      ),
    );
  });

  it('is as much of it as is shown, if it is long', () => {
    const asked = 'What about **steel** and [bridges]? '.repeat(400);
    const { question = '' } = shown({ question: asked });
    expect(question?.length).toBeGreaterThan(100);
    expect(asked.startsWith((question ?? '').replace(/…$/, ''))).toBe(true);
  });

  it('may be in small print', () => {
    expect(shownAnswer(saying('-# Question: Why \\*not\\*?\n**Because**'))).toMatchObject({
      question: 'Why *not*?',
      isUnderstood: false,
    });
  });

  it('may be how a follow-up was understood', () => {
    const understood = 'Max **Roy** on: steel';
    for (const colon of [':', '\uFF1A'])
      expect(shownAnswer(saying(`**${escapeMarkdown(understood)}${colon}**\nFound nothing.`))).toMatchObject({
        question: understood,
        isUnderstood: true,
      });
  });

  it('is, after a follow-up, how that was understood, whatever it is, but for a colon at its end', () => {
    const question = fc.oneof(anyText, hostileText).map((each) => visible(each).trim());
    fc.assert(
      fc.property(
        question.filter((each) => /[^:\uFF1A]/u.test(each)),
        fc.constantFrom(...LOCALES),
        (asked, locale) => {
          const read = shown({ question: asked, isUnderstood: true }, locale);
          expect(read.question).toBe(
            shorten(asked, LENGTHS[locale])
              .replace(/[:\uFF1A]$/, '')
              .trim(),
          );
          expect(read.isUnderstood).toBe(true);
        },
      ),
    );
  });

  it.each([
    ['Found nothing.'],
    ['**1. Jo Lee**, an engineer\n> Question: What?'],
    ['Found nothing.\nQuestion: What?'],
    ['Question: '],
    ['**:**'],
    ['-# '],
  ])('is none in %j', (content) => {
    expect(shownAnswer(saying(content)).question).toBeNull();
  });
});

describe('the buttons of a message', () => {
  it('are read in order, with what they carry', () => {
    expect(shown({ actions: [BUTTON, { ...BUTTON, name: 'words' }] }).buttons).toEqual([
      { name: 'context', args: BUTTON.args },
      { name: 'words', args: BUTTON.args },
      { name: 'remove', args: [] },
    ]);
  });

  it('may be beside a text', () => {
    const id = `whole:1:${OWNER}:p3`;
    const section = {
      type: 9,
      components: [{ type: 10, content: 'x' }],
      accessory: { type: 2, custom_id: id },
    };
    expect(shownAnswer([{ type: 17, components: [section] }]).buttons).toEqual([
      { name: 'whole', args: ['p3'] },
    ]);
  });

  it('are none in what is not ours, or has any other shape', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const nothing = { question: null, isUnderstood: false, buttons: [] };
        expect(shownAnswer(value)).toEqual(nothing);
        expect(
          shownAnswer([value, { type: 2, custom_id: 'x' }, { type: 10, content: value }]).buttons,
        ).toEqual([]);
      }),
    );
  });
});
