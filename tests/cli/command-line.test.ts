import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { readCommandLine } from '../../src/cli/command-line.ts';
import { format } from '../../src/messages/message.ts';
import { anyText, bridges } from '../fixtures.ts';

function read(line: string) {
  const typed = readCommandLine(line, commands);
  if ('reply' in typed) throw new Error(JSON.stringify(typed.reply.blocks));
  return { name: typed.command.name, input: typed.input };
}

/** What the reply to a line says is wrong with it. */
async function faultOf(line: string): Promise<string> {
  const typed = readCommandLine(line, commands);
  const reply = 'reply' in typed ? typed.reply : await typed.command.run(typed.input, bridges());
  const [block] = reply.blocks;
  if (block?.kind !== 'text') throw new Error(`No fault in "${line}".`);
  expect(reply.outcome).toBe('failed');
  return format(block.message, 'en');
}

describe('readCommandLine', () => {
  it.each([
    ['a line without a slash as a question', 'Is it cheap?', { question: 'Is it cheap?' }],
    ['a question that contains what looks like an option', 'speaker: who?', { question: 'speaker: who?' }],
    ['an option', '/ask question:Is it cheap?', { question: 'Is it cheap?' }],
    ['two options', '/ask question:cheap? speaker:Ida Moe', { question: 'cheap?', speaker: 'Ida Moe' }],
    [
      'options in any order',
      '/ask speaker:Ida Moe question:cheap?',
      { question: 'cheap?', speaker: 'Ida Moe' },
    ],
    ['space after the colon', '/ask question: cheap? speaker:  Ida', { question: 'cheap?', speaker: 'Ida' }],
    ['text before the first option', '/ask cheap? speaker:Ida', { question: 'cheap?', speaker: 'Ida' }],
    ['text alone', '/ask Is it cheap?', { question: 'Is it cheap?' }],
    ['capitals in the name of the command', '/ASK cheap?', { question: 'cheap?' }],
    ['a colon inside a value', '/ask question:time: now', { question: 'time: now' }],
    ['an address', '/ask https://example.org?', { question: 'https://example.org?' }],
    ['a name of an option inside a word', '/ask question:aspeaker:b', { question: 'aspeaker:b' }],
  ])('reads %s', (_, line, input) => {
    expect(read(line)).toEqual({ name: 'ask', input });
  });

  it.each([
    ['true', true],
    ['false', false],
    ['TRUE', true],
    ['Yes', true],
    ['n', false],
    ['是', true],
    ['否', false],
  ])('reads %s as a boolean', (value, meant) => {
    expect(read(`/ask cheap? private:${value}`).input).toMatchObject({ private: meant });
  });

  it.each([
    ['/引用 段落:p3 句子:2', 'quote', { passage: 'p3', sentences: '2' }],
    ['/引用 p3 句子\uFF1A最後一句', 'quote', { passage: 'p3', sentences: '最後一句' }],
    ['\uFF0Fquote Passage: p3', 'quote', { passage: 'p3' }],
    ['/提問 講者:莫依達 橋貴嗎', 'ask', { speaker: '莫依達 橋貴嗎' }],
    ['/发言人 李乔', 'speakers', { speaker: '李乔' }],
  ])('reads names in any language, case and width: %s', (line, name, input) => {
    expect(read(line)).toEqual({ name, input });
  });

  it('reads a command without options', () => {
    expect(read('/help')).toEqual({ name: 'help', input: {} });
  });

  it.each([
    ['an unknown command', '/aks cheap?', /no command \/aks.*\/ask, .*\/help,? and \/quit/],
    ['a slash alone', '/', /no command \//],
    ['an unknown option', '/ask speker:Ida cheap?', /\/ask has no option "speker".*question, speaker/],
    ['a missing option', '/ask speaker:Ida', /\/ask needs the option "question"/],
    ['nothing after the command', '/ask', /\/ask needs the option "question"/],
    ['an empty option', '/ask question:  speaker:Ida', /\/ask needs the option "question"/],
    [
      'a value that is neither true nor false',
      '/ask cheap? private:maybe',
      /"private" cannot be "maybe". Use true \/ false/,
    ],
    ['an option of a command without options', '/help question:cheap?', /\/help takes no options/],
  ])('says what is wrong with %s, and what there is', async (_, line, fault) => {
    expect(await faultOf(line)).toMatch(fault);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('', '/', '/ask ', '/ask question:', '/help '), (text, start) => {
        readCommandLine(`${start}${text}`, commands);
      }),
    );
  });

  it('does not change a question without a slash', () => {
    fc.assert(
      fc.property(
        anyText.filter((text) => !/^[/\uFF0F]/u.test(text)),
        (question) => {
          expect(read(question)).toEqual({ name: 'ask', input: { question } });
        },
      ),
    );
  });
});
