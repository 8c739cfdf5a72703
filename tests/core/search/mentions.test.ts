import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText, corpus } from '../../fixtures.ts';

const ask = async (question: string) => {
  const { named, rest } = (await corpus()).findNames(question);
  return { named: named.map(({ speaker, role }) => [speaker.name, role]), rest };
};

describe('the names in a question', () => {
  it.each([
    ['What does Chris Miller think of inference?', 'Chris Miller'],
    ["What is Estevez's view?", 'Alan Estevez'],
    ['What did nazak say about BIS?', 'Nazak Nikakhtar'],
    ['What did Estevz say about compute?', 'Alan Estevez'],
    ['埃斯特维兹怎么看盟友?', 'Alan Estevez'],
    ['米勒认为特朗普会怎么做?', 'Chris Miller'],
    ['古戎談到開源了嗎?', 'Reva Goujon'],
  ])('ask a speaker: %s', async (question, name) => {
    expect((await ask(question)).named).toEqual([[name, 'asked']]);
  });

  it.each([
    ['Who disagreed with Miller?', 'Chris Miller'],
    ['What do others think about Alan Estevez?', 'Alan Estevez'],
    ['谁同意米勒的观点?', 'Chris Miller'],
    ['有人反驳了古戎吗?', 'Reva Goujon'],
  ])('speak of a speaker: %s', async (question, name) => {
    expect((await ask(question)).named).toEqual([[name, 'mentioned']]);
  });

  it.each(['What did Alan Turing say?', 'Is there a killer chip?', '艾伦·图灵说了什么?', 'chips?', ''])(
    'are none of ours: %j',
    async (question) => {
      expect((await ask(question)).named).toEqual([]);
    },
  );

  it('ask one speaker, the first; who is named later is spoken of', async () => {
    expect((await ask('Does Miller agree with Estevez?')).named).toEqual([
      ['Chris Miller', 'asked'],
      ['Alan Estevez', 'mentioned'],
    ]);
  });

  it('leave the question when they ask, so that others who mention them are not found', async () => {
    expect((await ask('What does Miller think of inference?')).rest).not.toContain('miller');
  });

  it('stay in the question when they are spoken of', async () => {
    expect((await ask('Who disagreed with Miller?')).rest).toContain('miller');
  });

  it('are looked for in any text without a fault', async () => {
    const { findNames } = await corpus();
    fc.assert(fc.property(anyText, (question) => void findNames(question)));
  });
});
