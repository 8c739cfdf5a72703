import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Caller, type Context, type Input, isSlash } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { LOCALES } from '../../src/core/language/locale.ts';
import { libraryOf } from '../../src/core/library.ts';
import { revisionOf } from '../../src/core/passages/correction.ts';
import { excerptOf } from '../../src/core/passages/excerpt.ts';
import { passageSteps } from '../../src/core/passages/passages.ts';
import { writeReferences } from '../../src/core/passages/references.ts';
import type { Problem } from '../../src/core/transcript/problem.ts';
import { readCustomId } from '../../src/render/custom-id.ts';
import { renderMessage } from '../../src/render/discord.ts';
import { renderForm } from '../../src/render/form.ts';
import { BUTTON_LABEL, SUGGESTION_TEXT } from '../../src/render/limits.ts';
import { type Action, type Form, note, quoted, type Reply } from '../../src/reply/reply.ts';
import { atOnce } from '../at-once.ts';
import { everyComponent } from '../discord/components.ts';
import { refuseInvalidMessage } from '../discord/message-rules.ts';
import { callbackSchemas, schemas } from '../discord/schemas.ts';
import {
  anyText,
  bridges,
  changed,
  contextOf,
  corpus,
  SOURCE,
  soundSeminar,
  TRANSCRIPT,
} from '../fixtures.ts';
import { FORBIDDEN, hostileFiles, hostileText, SHORTCODE } from '../hostile-text.ts';
import { problemsWith } from '../problem-samples.ts';

const passagesOf = atOnce(passageSteps);

const OWNER = '123456789012345678';
/** A mention, a time, an emoji or a command that Discord would make of the words. */
const MENTION = /(?<!\\)(?:\\\\)*<(?:@|#|t:|a?:|\/|id:)|@(?:everyone|here)/i;

const mentions = fc.constantFrom(
  '@everyone',
  '@here',
  '<@123456789012345678>',
  '<@&123456789012345678>',
  '\\<#123456789012345678>',
  '</ask:123456789012345678>',
  '<t:1700000000:R>',
  '**',
  '||',
  '```',
  '[a](https://evil.example)',
);
/** What a person may type or a file may contain, short or up to what Discord takes in an option. */
const hostile = fc.oneof(
  anyText,
  hostileText,
  mentions,
  fc.array(fc.oneof(anyText, mentions)).map((parts) => parts.join(' ')),
  fc
    .tuple(fc.oneof(anyText, mentions), fc.integer({ min: 1, max: 6000 }))
    .map(([text, length]) => text.repeat(Math.ceil(length / (text.length || 1))).slice(0, length)),
);
const locales = fc.constantFrom(...LOCALES);

/** Whether Discord takes a reply, and it says nothing that Discord would make something of. */
function expectHarmless(reply: Reply | Form, locale: (typeof LOCALES)[number], isPublic: boolean): void {
  if ('fields' in reply) {
    const data = renderForm(reply, { id: `correct:1:${OWNER}`, locale });
    return void expect(callbackSchemas.get(9)?.safeParse({ type: 9, data }).success).toBe(true);
  }
  const message = renderMessage(reply, { locale, ownerId: OWNER, isPublic });
  refuseInvalidMessage(structuredClone(message), { schema: schemas.channelMessage });
  for (const { component } of everyComponent(structuredClone(message.components))) {
    const content = component.content ?? '';
    expect(content).not.toMatch(MENTION);
    // The bot itself puts a space of no width into the mention of everybody.
    expect(content.replaceAll('@\u200B', '@') + (component.label ?? '')).not.toMatch(FORBIDDEN);
    expect(content.replace(/\\[^0-9A-Za-z\s]/g, '·')).not.toMatch(SHORTCODE);
    expect(component.label?.length ?? 0).toBeLessThanOrEqual(BUTTON_LABEL);
    if (component.custom_id) expect(readCustomId(component.custom_id)?.ownerId).toBe(OWNER);
  }
}

/** Options of a command, each given or not, at most as long as Discord lets them be. */
function inputsOf(command: (typeof commands)[number]): fc.Arbitrary<Input> {
  if (!isSlash(command)) return fc.constant({});
  const known = fc.constantFrom(
    'Ida Moe',
    '莫依达',
    'bridges',
    'p6',
    '6',
    '1-2',
    '木桥便宜吗?',
    'bridges/p4',
  );
  const options = command.options.map((option) => {
    const maxLength = option.type === 'string' ? (option.maxLength ?? 6000) : 0;
    const text = fc.oneof(hostile, known).map((typed) => typed.slice(0, maxLength));
    const value: fc.Arbitrary<string | boolean> = option.type === 'boolean' ? fc.boolean() : text;
    return [option.name, option.required ? value : fc.option(value, { nil: undefined })] as const;
  });
  return fc.record(Object.fromEntries(options)) as fc.Arbitrary<Input>;
}

describe('any reply', () => {
  it.each(commands.filter(isSlash).map((command) => [command.name, command] as const))(
    'of /%s is a message that Discord takes, and mentions nobody',
    async (_, command) => {
      const context = bridges();
      await fc.assert(
        fc.asyncProperty(inputsOf(command), locales, fc.boolean(), async (input, locale, isPublic) => {
          expectHarmless(await command.run(input, context), locale, isPublic);
        }),
      );
    },
  );

  it('about a corpus that attacks is one too, in every command', async () => {
    const inputs: readonly [string, Input][] = [
      ['ask', { question: '木桥怕什么火灾' }],
      ['ask', { question: '石桥最贵', speaker: 'Ida' }],
      ['about', {}],
      ['speakers', {}],
      ['speakers', { speaker: 'Jo Lee' }],
      ['transcript', {}],
      ['transcript', { from: 'p7' }],
      ['quote', { passage: 'p7' }],
      ['quote', { passage: '木桥' }],
      ['compare', { question: '木桥' }],
      ['help', {}],
    ];
    await fc.assert(
      fc.asyncProperty(hostileText, locales, async (text, locale) => {
        const context = contextOf(libraryOf([soundSeminar(hostileFiles(text))]));
        for (const [name, input] of inputs) {
          const command = commands.filter(isSlash).find((each) => each.name === name);
          expectHarmless((await command?.run(input, context)) as Reply, locale, true);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('has labels that fit on a button and hide nothing, whoever they name', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.constant('😀'.repeat(60))), locales, (speaker, locale) => {
        const label = { key: 'button.only', values: { speaker } } as const;
        expectHarmless(
          {
            outcome: 'shown',
            blocks: [note({ key: 'help.chat' })],
            actions: [{ name: 'only', label, args: [] }],
          },
          locale,
          true,
        );
      }),
    );
  });

  it('to what a message says is one too', async () => {
    const context = bridges();
    const find = commands.find((command) => !isSlash(command));
    if (!find || isSlash(find)) throw new Error('There is no command on messages.');
    await fc.assert(
      fc.asyncProperty(hostile, locales, async (text, locale) => {
        expectHarmless(await find.run({ id: OWNER, text }, context), locale, false);
      }),
    );
  });

  it('of /ask is one over the first seminar too, whose passages are long', async () => {
    const context: Context = { ...bridges(), library: await corpus() };
    const [ask] = commands.filter(isSlash);
    const words = fc.array(
      fc.constantFrom(...'export controls China chips DeepSeek 芯片 出口管制 Miller'.split(' ')),
    );
    await fc.assert(
      fc.asyncProperty(words, locales, async (asked, locale) => {
        expectHarmless((await ask?.run({ question: asked.join(' ') }, context)) as Reply, locale, true);
      }),
      { numRuns: 30 },
    );
  });

  it('to a manager about a faulty corpus is one, whatever its files contain', async () => {
    const about = commands.filter(isSlash).find(({ name }) => name === 'about');
    const caller: Caller = {
      id: OWNER,
      request: OWNER,
      locale: 'en',
      server: { id: OWNER, locale: 'en', mayManage: true, mayPost: async () => true },
    };
    const problem = fc
      .record({ file: hostile, line: fc.nat(), text: hostile, kind: fc.nat() })
      .map(({ file, line, text, kind }) => {
        const samples = problemsWith(text, file, line);
        return samples[kind % samples.length] as Problem;
      });
    await fc.assert(
      fc.asyncProperty(fc.array(problem, { minLength: 1 }), locales, async (problems, locale) => {
        const context = { ...bridges(), corpusFault: { since: new Date(0), problems } };
        const reply = (await about?.run({}, context, caller)) as Reply;
        expect(reply.forAskerAlone).toBe(true);
        expectHarmless(reply, locale, false);
      }),
    );
  });
});

describe('a reply whose sentences are too long for a message', () => {
  const LONG = `${'A bridge of steel and stone '.repeat(300)}fell`;
  const edit = (file: string) => changed(file, '是的,我同意。', LONG);
  const transcript = soundSeminar({ source: edit(SOURCE), transcript: edit(TRANSCRIPT) });
  const passage = passagesOf(transcript).find(({ segment }) => segment.id === 'p8');

  it.each([1, 2, 5])('cuts each of %i between words, and marks that', (count) => {
    if (!passage) throw new Error('No p8.');
    const excerpt = excerptOf(passage, 0, 1);
    const reply: Reply = {
      outcome: 'answered',
      blocks: Array.from({ length: count }, () => ({ kind: 'excerpt', excerpt })),
    };
    const message = renderMessage(reply, { locale: 'en', ownerId: OWNER, isPublic: true });
    refuseInvalidMessage(structuredClone(message), { schema: schemas.channelMessage });
    const quotations = everyComponent(structuredClone(message.components)).flatMap(
      ({ component }) => /^> (.*)$/m.exec(component.content ?? '')?.[1] ?? [],
    );
    expect(quotations).toHaveLength(count);
    for (const quotation of quotations) {
      const words = /^\*\*(.{40,})\*\* \[…\]$/.exec(quotation)?.[1] ?? '';
      expect(LONG.startsWith(`${words} `)).toBe(true);
    }
  });
});

describe('a message', () => {
  const reply = (outcome: Reply['outcome'], actions: Action[] = []): Reply => {
    return { outcome, blocks: [note({ key: 'help.chat' })], actions };
  };
  const button = (_: unknown, at: number): Action => {
    const label = { key: 'button.context-number', values: { number: at + 1 } } as const;
    return { name: 'context', label, args: [String(at)] };
  };
  const rendered = (each: Reply, isPublic: boolean) =>
    renderMessage(each, { locale: 'en', ownerId: OWNER, isPublic }).components;

  it('has a stripe of another colour for each kind of answer, and none for what is only shown', () => {
    const accent = (outcome: Reply['outcome']) => {
      const [container] = rendered(reply(outcome), false);
      return container && 'accent_color' in container ? container.accent_color : null;
    };
    const accents = (['answered', 'closest', 'refused', 'failed'] as const).map(accent);
    expect(new Set(accents).size).toBe(4);
    for (const colour of accents) {
      expect(colour).toBeGreaterThanOrEqual(0);
      expect(colour).toBeLessThanOrEqual(0xffffff);
    }
    expect(accent('shown')).toBeNull();
  });

  const labelsOf = (each: Reply, isPublic: boolean) => {
    const [, ...rows] = rendered(each, isPublic);
    return rows.map(({ components }) => components.map((shown) => 'label' in shown && shown.label));
  };
  const FIVE = ['Context 1', 'Context 2', 'Context 3', 'Context 4', 'Context 5'];

  it.each([
    [3, false, ['Context 1', 'Context 2', 'Context 3']],
    [3, true, ['Context 1', 'Context 2', 'Context 3', 'Remove']],
    [7, false, FIVE],
    [7, true, ['Context 1', 'Context 2', 'Context 3', 'Context 4', 'Remove']],
    [0, true, ['Remove']],
  ])(
    'has under an excerpt, of %i buttons, one row, and where everybody sees it (%s) always the one that removes it',
    (count, isPublic, labels) => {
      const [passage] = bridges().library.passages.values();
      if (!passage) throw new Error('The seminar has no passage.');
      const { blocks, ...rest } = reply('answered', Array.from({ length: count }, button));
      const answer: Reply = { ...rest, blocks: [...blocks, quoted(excerptOf(passage, null, 1))] };
      expect(labelsOf(answer, isPublic)).toEqual([labels]);
    },
  );

  it.each([
    [5, false, [FIVE]],
    [7, false, [FIVE, ['Context 6', 'Context 7']]],
    [7, true, [FIVE, ['Context 6', 'Context 7', 'Remove']]],
  ])('has under a list all of its %i buttons, in rows of five (%s)', (count, isPublic, rows) => {
    const list = reply('shown', Array.from({ length: count }, button));
    expect(labelsOf(list, isPublic)).toEqual(rows);
    const message = renderMessage(list, { locale: 'en', ownerId: OWNER, isPublic });
    refuseInvalidMessage(structuredClone(message), { schema: schemas.channelMessage });
  });

  it('has no row without buttons', () => {
    expect(rendered(reply('answered'), false)).toHaveLength(1);
  });

  it.each([
    ['en', '-# Question: Why steel?'],
    ['zh-CN', '-# 问题：Why steel?'],
    ['zh-TW', '-# 問題：Why steel?'],
  ] as const)('begins with the question in small print, in %s', (locale, line) => {
    const asked = { ...reply('answered'), question: 'Why steel?' };
    const { components } = renderMessage(asked, { locale, ownerId: OWNER, isPublic: true });
    const [first] = everyComponent(components).flatMap(({ component }) => component.content ?? []);
    expect(first?.split('\n')[0]).toBe(line);
  });

  it('begins with how a follow-up was understood, in bold', () => {
    const asked = { ...reply('answered'), question: 'Miller on steel', isUnderstood: true } as const;
    const [first] = everyComponent(rendered(asked, true)).flatMap(({ component }) => component.content ?? []);
    expect(first?.split('\n')[0]).toBe('**Miller on steel:**');
  });

  it.each([
    'Who is Miller?',
    '米勒是谁？',
    'Miller on: Is it so.',
    'Stop!',
    '就是这样。',
    '米勒谈：',
    'Miller on:',
  ])('adds no colon to the understood question "%s"', (question) => {
    const asked = { ...reply('answered'), question, isUnderstood: true } as const;
    for (const locale of LOCALES) {
      const { components } = renderMessage(asked, { locale, ownerId: OWNER, isPublic: true });
      const [first] = everyComponent(components).flatMap(({ component }) => component.content ?? []);
      expect(first?.split('\n')[0]?.replaceAll('\\', '')).toBe(`**${question}**`);
    }
  });

  it('shortens the question, in one line without mentions, whatever was asked', () => {
    const lengths = { en: 270, 'zh-CN': 135, 'zh-TW': 135 };
    fc.assert(
      fc.property(hostile, locales, (question, locale) => {
        const asked = { ...reply('answered'), question };
        expectHarmless(asked, locale, true);
        const { components } = renderMessage(asked, { locale, ownerId: OWNER, isPublic: true });
        const [first = ''] = everyComponent(components).flatMap(({ component }) => component.content ?? []);
        const [line = '', ...others] = first.split('\n');
        expect(others).toHaveLength(1);
        const shown = line.replace(/\\([\s\S])/g, '$1').replaceAll('\u200B', '');
        expect(Array.from(shown).length).toBeLessThanOrEqual('-# Question: '.length + lengths[locale] + 1);
      }),
    );
  });
});

describe('any completion', () => {
  const completed = commands
    .filter(isSlash)
    .flatMap(({ name, options }) =>
      options.flatMap((option) =>
        option.type === 'string' && option.suggest ? [[name, option] as const] : [],
      ),
    );

  it.each(completed)('of /%s is a list that Discord takes, whatever was typed', async (_, { suggest }) => {
    const context = bridges();
    const typed = fc.oneof(hostile, fc.constantFrom('p', '桥', 'Jo', '6'));
    await fc.assert(
      fc.asyncProperty(typed, locales, async (text, locale) => {
        for (const { name, value } of (await suggest?.(text, context, locale)) ?? []) {
          // The shown name is cut on its way out; the value comes back and must be whole.
          expect(name.trim()).not.toBe('');
          expect(value.length).toBeGreaterThan(0);
          expect(value.length).toBeLessThanOrEqual(SUGGESTION_TEXT);
        }
      }),
    );
  });
});

describe('any button', () => {
  const library = bridges().library;
  const corrections = { add: async () => true, isTaken: async () => false, now: () => new Date(0) };
  const handlers = commands.flatMap(({ actions }) => Object.entries(actions ?? {}));
  const references = Array.from(library.passages.values(), (passage) => ({ passage, sentence: 0 }));
  const carried = fc.subarray(references, { minLength: 1 }).map(writeReferences);
  const revisions = library.transcripts.map(revisionOf);
  const arg = fc.oneof(
    carried,
    fc.constantFrom(...revisions),
    fc.stringMatching(/^[\w.~-]{0,60}$/),
    fc.constantFrom('0', '1', '-1', '1e9', 'NaN', '__proto__', 'AAAA0', OWNER),
  );

  it.each([...new Map(handlers)])('%s answers whatever its id carries', async (_, handler) => {
    const context = { ...bridges(), library, corrections };
    await fc.assert(
      fc.asyncProperty(
        fc.array(arg, { maxLength: 4 }),
        hostile,
        hostile,
        locales,
        async (args, name, reason, locale) => {
          const presser = { id: OWNER, name: name.slice(0, 32), request: OWNER };
          expectHarmless(await handler.run(args, context, presser), locale, true);
          const sent = await handler.submitted?.({ speaker: name, reason }, args, context, presser);
          if (sent) expectHarmless(sent, locale, false);
        },
      ),
    );
  });
});
