import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everydayWordsOf } from '../../../src/core/search/everyday-words.ts';
import { nameFinder } from '../../../src/core/search/mentions.ts';
import { readDictionary } from '../../../src/corpus/dictionary.ts';
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

describe('a name of any kind', () => {
  const library = talks('bakery');
  const named = (question: string) =>
    library.findNames(question).names.flatMap(({ speakers, role }) => speakers.map(({ id }) => [id, role]));
  const asked = (question: string) => named(question).map(([id]) => id);
  const dopplers = ['Sven Doppler', 'Ilse Doppler'];

  it.each([
    ['What did Will say about rye?', ['Will Banks']],
    ['what does will think of rye', ['Will Banks']],
    ['What Does June Say About Apprentices?', ['June Ames']],
    ['Ms. Ames on apprentices', ['June Ames']],
    ['June: why do apprentices leave?', ['June Ames']],
    ['@june apprentices', ['June Ames']],
    ['hey june, why do apprentices leave?', ['June Ames']],
    ['June and Will on rye', ['June Ames', 'Will Banks']],
    ['Van den Broek on domes', ['Willem van den Broek']],
    ['vandenbroek domes', ['Willem van den Broek']],
    ["O'Dowt on gas", ["Siobhan O'Dowd"]],
    ['odowds view of gas', ["Siobhan O'Dowd"]],
    ['what do the Dopplers say about water', dopplers],
    ['I. Doppler on tea', ['Ilse Doppler']],
    ['Doppler (coffee roaster) on beans', ['Sven Doppler']],
    ['the tea merchant Doppler on water', ['Ilse Doppler']],
    ['Svenn Doppler on beans', ['Sven Doppler']],
    ['guest 2 on the loaf', ['Guest 2']],
    ['嘉宾2问了什么', ['Guest 2']],
    ['What did the moderator ask?', ['Petra Lund']],
    ['赵老师怎么看酥皮', ['Zhao Min', 'Zhao Feng']],
    ['赵敏教授怎么看黄油', ['Zhao Min']],
    ['趙敏替誰說話?', ['Zhao Min']],
    ['高峰怎么看面粉?', ['Gao Feng']],
    ['介绍一下高峰', ['Gao Feng']],
  ])('is found: %s', (question, ids) => {
    expect(asked(question)).toEqual(ids);
  });

  it.each([
    'What happens in June?',
    'since June prices have doubled',
    'Will it rise by June 5?',
    'How Long Will It Take To Heat An Oven',
    'What will happen to rye?',
    'do banks lend to bakers',
    'do banks abroad suggest lower rates',
    'according to banks abroad',
    'the banks on the quay',
    'What does the Doppler effect do?',
    'the Doppler Institute on beans',
    'what is the doppler method',
    'Bob Doppler on beans',
    'did steve doppler roast the beans',
    'Doppler-Meyer on beans',
    'MacBanks on rye',
    'den haag',
    '赵敏芝怎么看黄油',
    '多普勒效应是什么',
    '多普勒中心在哪',
    '马克多普勒怎么看咖啡',
    '用电高峰怎么办',
    '高峰会谈了什么',
    '赵总统怎么说',
  ])('is not in what is called otherwise: %s', (question) => {
    expect(asked(question)).toEqual([]);
  });

  it.each([
    ['everybody but will on rye', ['Will Banks']],
    ['apprentices, apart from June', ['June Ames']],
    ['rye -Banks', ['Will Banks']],
    ['excluding the moderator, is sourdough worth it?', ['Petra Lund']],
    ['Who besides the Dopplers spoke of water?', dopplers],
    ['除高峰外,谁谈过面粉', ['Gao Feng']],
    ['除了赵敏和高峰,还有谁谈过面粉', ['Zhao Min', 'Gao Feng']],
    ['非赵丰的看法', ['Zhao Feng']],
  ])('is left out: %s', (question, ids) => {
    expect(named(question)).toEqual(ids.map((id) => [id, 'excluded']));
  });

  it('is given as it was written, in Chinese too', () => {
    expect(library.findNames('趙敏怎麼看黃油?').names.map(({ name }) => name)).toEqual(['趙敏']);
  });

  it.each([
    ['Professor Ames on apprentices', 'on apprentices'],
    ['赵敏教授怎么看黄油', '怎么看黄油'],
    ['van den Broek & Doppler', ''],
  ])('leaves with its title: %s', (question, rest) => {
    expect(library.findNames(question).withoutAsked.trim()).toBe(rest);
  });
});

describe('a foreign name in Chinese', () => {
  const speaker = (name: string) => ({
    id: name,
    name,
    names: { en: name, 'zh-CN': name, 'zh-TW': name },
    role: null,
    moderator: false,
    aliases: [],
    otherForms: [],
    person: null,
    anonymous: null,
  });
  const find = nameFinder([speaker('Jerome Powell'), speaker('Ann Lee')], everydayWordsOf(readDictionary));

  it.each([
    ['\u9c8d\u5a01\u5c14\u600e\u4e48\u770b\u5173\u7a0e?', ['Jerome Powell']],
    ['\u9b91\u5a01\u723e\u8aaa\u904e\u95dc\u7a05\u4ec0\u9ebc?', ['Jerome Powell']],
    ['\u4f2f\u5357\u514b\u600e\u4e48\u770b\u5173\u7a0e?', []],
  ])('is that of a speaker as the dictionary has it: %s', (question, asked) => {
    expect(find(question).names.flatMap(({ speakers }) => speakers.map(({ id }) => id))).toEqual(asked);
  });
});

describe('names of very many speakers', () => {
  it('are found without delay, however often the question has them', () => {
    const [speaker] = talks('bakery').speakers;
    if (!speaker) throw new Error('The bakery has no speakers.');
    const many = Array.from({ length: 6000 }, (_, at) => {
      const name = `Mika Ab${[...String(at)].map((digit) => 'bcdfghjklm'[Number(digit)]).join('e')}o`;
      return {
        ...speaker,
        id: name,
        name,
        names: { en: name, 'zh-CN': name, 'zh-TW': name },
        otherForms: [],
        aliases: [],
      };
    });
    const find = nameFinder(many, everydayWordsOf(readDictionary));
    expect(
      find('What did Mika Abbo say?').names.flatMap(({ speakers }) => speakers.map(({ id }) => id)),
    ).toEqual(['Mika Abbo']);
    expect(find('What does Mika say? '.repeat(20)).names[0]?.speakers).toHaveLength(6000);
  });
});
