import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerLines } from '../../src/cli/batch.ts';
import { anyText, bridges } from '../fixtures.ts';

const context = bridges();

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function outputOf(input: string | Uint8Array): Promise<string[]> {
  const lines: string[] = [];
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  for await (const line of answerLines(once(bytes), context)) lines.push(line);
  return lines;
}

const answersTo = async (...questions: unknown[]) =>
  (await outputOf(questions.map((question) => JSON.stringify(question)).join('\n'))).map((line) =>
    JSON.parse(line),
  );

describe('answerLines', () => {
  it('answers each line in order, with the id of its question', async () => {
    const answers = await answersTo(
      { id: 'b', question: '木桥便宜', limit: 1 },
      { id: 'a', question: '火锅' },
    );
    expect(answers).toMatchObject([
      { id: 'b', answered: true, excerpts: [{ passage: 'bridges/p6' }] },
      { id: 'a', answered: false, excerpts: [] },
    ]);
  });

  it('puts id, answered, kind and excerpts in an answer, and nothing else', async () => {
    const [answer] = await answersTo({ id: 1, question: '木桥便宜' });
    expect(Object.keys(answer)).toEqual(['id', 'answered', 'kind', 'excerpts']);
  });

  it.each([1, '1', 0, -1.5, '', 'ü芯'])('echoes the id %j as it is', async (id) => {
    expect((await answersTo({ id, question: '木桥' }))[0].id).toBe(id);
  });

  it.each([
    ['left out', {}],
    ['null', { speaker: null, seminar: null, locale: null, limit: null }],
  ])('takes options that are %s as not given', async (_, options) => {
    const [answer] = await answersTo({ id: 1, question: '木桥', ...options });
    expect(answer.excerpts).toHaveLength(3);
  });

  it('searches the seminars of some dates', async () => {
    const dated = { from: '2024-05', until: null };
    const [within, outside, unclear] = await answersTo(
      { id: 1, question: '木桥便宜', ...dated },
      { id: 2, question: '木桥便宜', until: '2023' },
      { id: 3, question: '木桥便宜', from: 2024 },
    );
    expect(within).toMatchObject({ answered: true, excerpts: [{ passage: 'bridges/p6' }] });
    expect(outside.error).toContain('2023-12-31');
    expect(unclear.error).toContain('"from" must be a date such as 2024-05-01');
  });

  it('answers with the words of a speaker', async () => {
    const [answer] = await answersTo({ id: 1, question: '木桥', speaker: '莫依达' });
    expect(answer.excerpts.map(({ speaker }: { speaker: string }) => speaker)).toEqual([
      'Ida Moe',
      'Ida Moe',
    ]);
  });

  it('answers from a seminar', async () => {
    expect(await answersTo({ id: 1, question: '木桥', seminar: 'bridges' })).toMatchObject([
      { answered: true },
    ]);
  });

  it.each([1, 2, 10])('gives at most %d excerpts', async (limit) => {
    const [answer] = await answersTo({ id: 1, question: '木桥', limit });
    expect(answer.excerpts.length).toBeLessThanOrEqual(limit);
    expect(answer.excerpts.length).toBeGreaterThan(0);
  });

  it.each([
    ['the script of the question', { question: '「木橋」便宜' }, '橋樑座談會'],
    ['Simplified Chinese where the script is open', { question: '木便宜' }, '桥梁座谈会'],
    ['English where the question has no language', { question: 'Moe' }, 'A panel on bridges'],
    ['the language that is asked for', { question: '木桥便宜', locale: 'en-GB' }, 'A panel on bridges'],
    ['the language before the script', { question: '木桥便宜', locale: 'zh-Hant' }, '橋樑座談會'],
  ])('answers in %s', async (_, question, title) => {
    expect(await answersTo({ id: 1, limit: 1, ...question })).toMatchObject([
      { excerpts: [{ source: { title } }] },
    ]);
  });
});

describe('a line that cannot be answered', () => {
  it.each([
    ['a blank question', { question: '' }, /question is empty/],
    ['a question of white space', { question: ' \n ' }, /question is empty/],
    ['no question', {}, /"question" must be a string/],
    ['a question that is a number', { question: 7 }, /"question" must be a string/],
    ['an unknown speaker', { question: '木桥', speaker: 'Bob' }, /No speaker is called|没有叫“Bob”的发言人/],
    ['an empty speaker', { question: '木桥', speaker: '' }, /没有叫“”的发言人/],
    ['an unknown seminar', { question: '木桥', seminar: 'tunnels' }, /没有名为“tunnels”的研讨会/],
    ['a limit of 0', { question: '木桥', limit: 0 }, /"limit" must be 1 to 10/],
    ['a limit of 11', { question: '木桥', limit: 11 }, /"limit" must be 1 to 10/],
    ['a limit of 1.5', { question: '木桥', limit: 1.5 }, /"limit" must be a whole number/],
    ['a limit in words', { question: '木桥', limit: '3' }, /"limit" must be a whole number/],
    ['a language that is a number', { question: '木桥', locale: 1 }, /"locale" must be a language/],
  ])('gets an error with its id: %s', async (_, question, error) => {
    const [answer] = await answersTo({ id: 'q1', ...question });
    expect(answer).toEqual({ id: 'q1', error: expect.stringMatching(error) });
  });

  it.each([
    ['no id', { question: '木桥' }],
    ['an id that is null', { id: null, question: '木桥' }],
    ['an id that is a list', { id: [1], question: '木桥' }],
    ['an id that is a truth value', { id: true, question: '木桥' }],
  ])('gets an error with the id null: %s', async (_, question) => {
    expect(await answersTo(question)).toEqual([{ id: null, error: expect.stringContaining('"id" must be') }]);
  });

  it('gets every fault at once', async () => {
    const [{ error }] = await answersTo({ id: 1, question: 7, limit: 0 });
    expect(error).toContain('"question"');
    expect(error).toContain('"limit"');
  });

  it.each([
    ['no JSON', 'what about steel?'],
    ['half an object', '{"id": 1, "question": "x'],
    ['a blank line', ''],
    ['white space', '   '],
    ['two objects', '{"id":1,"question":"x"}{"id":2,"question":"y"}'],
  ])('gets an error that says so: %s', async (_, line) => {
    const [answer] = (await outputOf(`${line}\n`)).map((text) => JSON.parse(text));
    expect(answer).toEqual({ id: null, error: expect.stringContaining('not JSON') });
  });

  it.each(['null', '[]', '7', '"x"'])('gets an error where it is no object: %s', async (line) => {
    const [answer] = (await outputOf(line)).map((text) => JSON.parse(text));
    expect(answer).toEqual({ id: null, error: expect.stringContaining('not an object') });
  });

  it('of more than 1 MB gets one error', async () => {
    const long = JSON.stringify({ id: 1, question: '桥'.repeat(400_000) });
    const answers = (await outputOf(`${long}\n`)).map((text) => JSON.parse(text));
    expect(answers).toEqual([{ id: null, error: expect.stringContaining('more than 1048576 bytes') }]);
  });

  it('does not end the run', async () => {
    const good = JSON.stringify({ id: 9, question: '木桥便宜' });
    const answers = (await outputOf(`\n{\nnull\n{"id":1}\n${good}\n`)).map((text) => JSON.parse(text));
    expect(answers).toHaveLength(5);
    expect(answers.at(-1)).toMatchObject({ id: 9, answered: true });
  });

  it('is not mistaken for an answer: an error has no "answered"', async () => {
    expect((await answersTo({ id: 1, question: '' }))[0]).not.toHaveProperty('answered');
  });
});

describe('for any input', () => {
  const line = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    anyText.map((text) => new TextEncoder().encode(text)),
    fc.json().map((text) => new TextEncoder().encode(text)),
    fc
      .record({ id: fc.oneof(fc.string(), fc.integer()), question: anyText, speaker: fc.option(anyText) })
      .map((question) => new TextEncoder().encode(JSON.stringify(question))),
  );

  it('each line in gives one line of JSON out', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 8 }), async (lines) => {
        const joined = lines.flatMap((bytes) => [...bytes, 0x0a]);
        const output = await outputOf(Uint8Array.from(joined));
        expect(output).toHaveLength(joined.filter((byte) => byte === 0x0a).length);
        for (const text of output) {
          expect(text).not.toContain('\n');
          const answer = JSON.parse(text);
          expect(answer).toHaveProperty('id');
          expect('error' in answer).toBe(!('answered' in answer));
        }
      }),
    );
  });

  it('a question gets its id back, whatever it asks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.integer()), anyText, async (id, question) => {
        expect((await answersTo({ id, question }))[0].id).toBe(id);
      }),
    );
  });
});
