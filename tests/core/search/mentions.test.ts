import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText, corpus } from '../../fixtures.ts';
import { talks } from '../../short-turns.ts';

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

describe('a name in seminars of several', () => {
  const library = talks('harbour', 'orchard');
  const named = (question: string, seminar?: string) =>
    library
      .findNames(question, seminar)
      .names.flatMap(({ speakers, role }) => speakers.map(({ id }) => [id, role]));

  it.each([
    'What does the new rule change?',
    'mark the difference between mud and grass',
    'Are young eels at risk?',
    'By the grace of the port, who pays?',
    'Mark my words: the levy will come',
    'WHAT DO YOUNG TREES GET?',
  ])('is not an everyday word: %s', (question) => {
    expect(named(question)).toEqual([]);
  });

  it.each([
    ['What did Mark ask about the eels?', 'Mark Sullivan'],
    ['what did mark say about the eels', 'Mark Sullivan'],
    ['According to Young, are meters cheap?', 'Grace Young'],
    ["what is grace's view of meters", 'Grace Young'],
    ['Are meters cheap, as Grace Young says?', 'Grace Young'],
  ])('is an everyday word where only a person can be meant: %s', (question, id) => {
    expect(named(question).map(([each]) => each)).toEqual([id]);
  });

  it.each([
    'What did Pedro Ortega say?',
    'What did Ortega Gasset say?',
    'Is Neil Young right about wells?',
    '伊内斯·费尔南德斯怎么看?',
  ])('is not the name of somebody else: %s', (question) => {
    expect(named(question)).toEqual([]);
  });

  it.each(['What did Lindqvits say?', 'What did Lindquist say?', 'what does sulivan think'])(
    'may be misspelt: %s',
    (question) => {
      expect(named(question)).toHaveLength(1);
    },
  );

  it('is looked for among the speakers of the seminar that is asked', () => {
    expect(named('What did Lindqvist say?', 'orchard')).toEqual([]);
    expect(named('What did Ortega say?', 'orchard')).toEqual([['Rafael Ortega', 'asked']]);
  });

  it.each([
    ['What did Inês and Tobias say?', ['asked', 'asked']],
    ['What did Inês, Tobias and Mark say?', ['asked', 'asked', 'asked']],
    ['What does Inês say of Tobias?', ['asked', 'mentioned']],
    ['Inês on eels, and what does Tobias think?', ['asked', 'asked']],
    ['What did Inês, but not Tobias, say?', ['asked', 'excluded']],
    ['Everyone except Inês and Tobias', ['excluded', 'excluded']],
    ['Who agreed with Inês and Tobias?', ['mentioned', 'mentioned']],
    ['伊内斯和托比亚斯怎么看?', ['asked', 'asked']],
    ['除了伊内斯和托比亚斯,还有谁谈过?', ['excluded', 'excluded']],
  ])('plays a part: %s', (question, roles) => {
    expect(named(question, 'harbour').map(([, role]) => role)).toEqual(roles);
  });

  it('is given as it was written', () => {
    expect(
      library.findNames('what did INÊS ORTEGA and lindqvist say?').names.map(({ name }) => name),
    ).toEqual(['INÊS ORTEGA', 'lindqvist']);
    expect(library.findNames('奥尔特加怎么看levy').names.map(({ name }) => name)).toEqual(['奥尔特加']);
  });

  it('leaves only what the question is about', () => {
    const rest = (question: string) =>
      library
        .findNames(question, 'harbour')
        .withoutAsked.replace(/[\s,?]+/g, ' ')
        .trim();
    expect(rest('Compare Inês and Tobias on eels')).toBe('on eels');
    expect(rest('What did everybody except Inês say about eels?')).toBe('what did say about eels');
    expect(rest('除了伊内斯以外,其他人怎么看 eels')).toBe('怎么看 eels');
  });

  it('can be looked for in any text without an error', () => {
    fc.assert(fc.property(anyText, (question) => void library.findNames(question)));
  });
});
