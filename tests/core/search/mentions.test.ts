import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText, corpus } from '../../fixtures.ts';

const findNames = async (question: string) => {
  const { names, withoutAsked } = (await corpus()).findNames(question);
  return { named: names.flatMap(({ speakers, role }) => speakers.map(({ id }) => [id, role])), withoutAsked };
};

describe('a name in a question', () => {
  it.each([
    ['What does Chris Miller think of inference?', 'Chris Miller'],
    ["What is Estevez's view?", 'Alan Estevez'],
    ['What did nazak say about BIS?', 'Nazak Nikakhtar'],
    ['What did Estevz say about compute?', 'Alan Estevez'],
    ['埃斯特维兹怎么看盟友?', 'Alan Estevez'],
    ['米勒认为特朗普会怎么做?', 'Chris Miller'],
    ['古戎談到開源了嗎?', 'Reva Goujon'],
  ])('asks a speaker: %s', async (question, name) => {
    expect((await findNames(question)).named).toEqual([[name, 'asked']]);
  });

  it.each([
    ['Who disagreed with Miller?', 'Chris Miller'],
    ['What do others think about Alan Estevez?', 'Alan Estevez'],
    ['谁同意米勒的观点?', 'Chris Miller'],
    ['有人反驳了古戎吗?', 'Reva Goujon'],
  ])('mentions a speaker: %s', async (question, name) => {
    expect((await findNames(question)).named).toEqual([[name, 'mentioned']]);
  });

  it.each(['What did Alan Turing say?', 'Is there a killer chip?', '艾伦·图灵说了什么?', 'chips?', ''])(
    'is not a speaker’s: %j',
    async (question) => {
      expect((await findNames(question)).named).toEqual([]);
    },
  );

  it('asks only the first of several speakers; the others are mentioned', async () => {
    expect((await findNames('Does Miller agree with Estevez?')).named).toEqual([
      ['Chris Miller', 'asked'],
      ['Alan Estevez', 'mentioned'],
    ]);
  });

  it('is removed if it asks a speaker, so that others who mention the speaker are not found', async () => {
    expect((await findNames('What does Miller think of inference?')).withoutAsked).not.toContain('miller');
  });

  it('is not removed if it only mentions a speaker', async () => {
    expect((await findNames('Who disagreed with Miller?')).withoutAsked).toContain('miller');
  });

  it('can be looked for in any text without an error', async () => {
    const { findNames } = await corpus();
    fc.assert(fc.property(anyText, (question) => void findNames(question)));
  });
});
