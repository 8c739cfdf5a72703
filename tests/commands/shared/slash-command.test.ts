import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { CommandOption, Input, OptionValue } from '../../../commands/command.ts';
import { slashCommand, subcommand, type ValuesOf } from '../../../commands/shared/slash-command.ts';
import { format } from '../../../src/messages/message.ts';
import type { Reply } from '../../../src/reply/reply.ts';
import { anyText, bridges } from '../../fixtures.ts';

const description = 'command.help.description';
const texts = { localName: 'command.help.name', description } as const;

const OPTIONS = [
  { name: 'question', localName: 'option.question.name', description, type: 'string', required: true },
  { name: 'speaker', localName: 'option.speaker.name', description, type: 'string' },
  { name: 'private', localName: 'option.private.name', description, type: 'boolean' },
  { name: 'excerpts', localName: 'option.excerpts.name', description, type: 'integer', range: [1, 5] },
  { name: 'channel', localName: 'option.channel.name', description, type: 'channel' },
  {
    name: 'language',
    localName: 'option.language.name',
    description,
    type: 'string',
    choices: [
      { label: 'language.en', value: 'en' },
      { label: 'language.zh-CN', value: 'zh-CN' },
    ],
  },
] as const satisfies readonly CommandOption[];

const TAKEN = { outcome: 'shown', blocks: [] } as const;
const context = bridges();

/** A command with an option of each kind, and the values that it ran with. */
function recorder() {
  const ran: ValuesOf<typeof OPTIONS>[] = [];
  const command = slashCommand({
    ...texts,
    name: 'try',
    options: OPTIONS,
    run: (values) => {
      ran.push(values);
      return TAKEN;
    },
  });
  return { ran, run: (input: Input) => command.run(input, context) as Reply };
}

describe('a choice', () => {
  it.each([
    ['en', 'en'],
    ['EN', 'en'],
    ['English', 'en'],
    ['英文', 'en'],
    ['zh-cn', 'zh-CN'],
    ['简体中文', 'zh-CN'],
    ['簡體中文', 'zh-CN'],
    ['simplified  chinese', 'zh-CN'],
  ])('is made by its value or by what is shown, in any language: %s', (typed, value) => {
    const { ran, run } = recorder();
    expect(run({ question: 'why', language: typed })).toBe(TAKEN);
    expect(ran).toMatchObject([{ language: value }]);
  });

  it.each(['', '-', 'Traditional Chinese', 'fr'])('is not made by %j', (typed) => {
    const { ran, run } = recorder();
    expect(wordsOf(run({ question: 'why', language: typed }))).toContain(`cannot be "${typed}"`);
    expect(ran).toEqual([]);
  });
});

function wordsOf({ outcome, blocks }: Reply): string {
  const [block] = blocks;
  if (outcome !== 'failed' || block?.kind !== 'text') throw new Error('The reply is not a failure.');
  return format(block.message, 'en');
}

// Types are compared when the tests are compiled: a wrong one breaks the build.
describe('the type of an option', () => {
  it('is the one that it is declared with', () => {
    expectTypeOf<ValuesOf<typeof OPTIONS>>().toEqualTypeOf<{
      readonly question: string;
      readonly speaker: string | undefined;
      readonly private: boolean | undefined;
      readonly excerpts: number | undefined;
      readonly channel: string | undefined;
      readonly language: 'en' | 'zh-CN' | undefined;
    }>();
  });

  it('is inferred from the declaration of a command', () => {
    slashCommand({
      ...texts,
      name: 'try',
      options: [
        { name: 'question', localName: 'option.question.name', description, type: 'string', required: true },
        { name: 'private', localName: 'option.private.name', description, type: 'boolean' },
      ],
      run: ({ question, private: isPrivate }) => {
        expectTypeOf(question).toEqualTypeOf<string>();
        expectTypeOf(isPrivate).toEqualTypeOf<boolean | undefined>();
        return TAKEN;
      },
    });
  });
});

describe('a command', () => {
  it.each([
    [{ question: 'cheap?' }],
    [{ question: '' }],
    [{ question: 'cheap?', speaker: undefined }],
    [{ question: 'cheap?', private: false, excerpts: 5, channel: '123456789012345678', language: 'zh-CN' }],
  ])('runs with the options that it declares: %j', (input: Input) => {
    const { ran, run } = recorder();
    expect(run(input)).toBe(TAKEN);
    expect(ran).toEqual([input]);
  });

  it.each([
    ['a missing option', {}, '/help needs the option "question", for example: /help question:…'],
    ['a boolean', { private: 'maybe' }, 'The option "private" cannot be "maybe". Use true / false.'],
    ['a number that is too great', { excerpts: 6 }, 'The option "excerpts" cannot be "6". Use 1–5.'],
    ['a number that is too small', { excerpts: 0 }, 'The option "excerpts" cannot be "0". Use 1–5.'],
    ['a fraction', { excerpts: 1.5 }, 'The option "excerpts" cannot be "1.5". Use 1–5.'],
    ['a number in words', { excerpts: 'two' }, 'The option "excerpts" cannot be "two". Use 1–5.'],
    ['a choice', { language: 'fr' }, 'The option "language" cannot be "fr". Use en / zh-CN.'],
    ['an option of another version', { tone: 'kind' }, '/help has changed'],
    ['a text of another version', { speaker: true }, '/help has changed'],
    ['a channel of another version', { channel: 1 }, '/help has changed'],
    ['a name that every object has', { constructor: 'x' }, '/help has changed'],
  ])('does not run, but says what is wrong with %s', (kind, input: Input, words) => {
    const { ran, run } = recorder();
    const question: Input = kind === 'a missing option' ? {} : { question: 'cheap?' };
    expect(wordsOf(run({ ...question, ...input }))).toContain(words);
    expect(ran).toEqual([]);
  });

  it('is never given a value of a type that it does not declare', () => {
    const { ran, run } = recorder();
    const value: fc.Arbitrary<OptionValue | undefined> = fc.oneof(
      anyText,
      fc.boolean(),
      fc.double(),
      fc.integer({ min: -1, max: 7 }),
      fc.constantFrom('en', 'zh-CN', 'zh-TW', undefined),
    );
    const names = fc.constantFrom(...OPTIONS.map(({ name }) => name), 'tone', '__proto__');
    fc.assert(
      fc.property(fc.dictionary(names, value), fc.boolean(), (given, hasQuestion) => {
        run(hasQuestion ? { ...given, question: 'cheap?' } : given);
      }),
      { numRuns: 1000 },
    );
    expect(ran.length).toBeGreaterThan(0);
    for (const { question, speaker, private: isPrivate, excerpts, channel, language, ...others } of ran) {
      expect(question).toBeTypeOf('string');
      if (speaker !== undefined) expect(speaker).toBeTypeOf('string');
      if (isPrivate !== undefined) expect(isPrivate).toBeTypeOf('boolean');
      expect([undefined, 1, 2, 3, 4, 5]).toContain(excerpts);
      if (channel !== undefined) expect(channel).toBeTypeOf('string');
      expect([undefined, 'en', 'zh-CN']).toContain(language);
      expect(Object.keys(others)).toEqual([]);
    }
  });
});

describe('a subcommand', () => {
  it('goes by the name of its command too', () => {
    const start = subcommand('command.digest.name', {
      name: 'start',
      localName: 'digest.start.name',
      description,
      options: OPTIONS,
      run: () => TAKEN,
    });
    expect(wordsOf(start.run({}, context) as Reply)).toContain('/digest start needs the option "question"');
  });
});
