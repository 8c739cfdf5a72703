import { describe, expect, it } from 'vitest';
import { joinNames } from '../../src/importing/joining.ts';

/** Turns of these names, in order; `name: words` gives the words. */
function joinedOf(
  turns: readonly string[],
  present: readonly string[] = [],
  given?: ReadonlyMap<string, string>,
) {
  const parsed = turns.map((turn) => {
    const [name = '', text = 'So it is.'] = turn.split(/: /);
    return { name, text, time: null };
  });
  const { speakers, lookAlikes } = joinNames(parsed, present, given);
  return {
    names: speakers.map(({ name }) => name),
    alike: lookAlikes.map(({ name, other }) => `${name}=${other}`),
    speakers,
  };
}

/** The name often, with somebody else between, and then others once. */
const often = (name: string, times = 8) => Array.from({ length: times }, () => [name, 'Zoe Quill']).flat();

describe('spellings of one person are joined', () => {
  it.each([
    ['case', ['MIRA HOLT', 'Zoe Quill', 'Mira Holt'], 'Mira Holt'],
    ['a missing space', ['AnaSwanson', 'Zoe Quill', 'Ana Swanson'], 'Ana Swanson'],
    ['an accent', ['Jose Ruiz', 'Zoe Quill', 'José Ruiz'], 'José Ruiz'],
    ['an accent in two characters', ['Jose\u0301 Ruiz', 'Zoe Quill', 'Jos\u00E9 Ruiz'], 'José Ruiz'],
    ['a badge', ['Mira Holt (Guest)', 'Mira Holt', 'Zoe Quill'], 'Mira Holt'],
    ['a badge of two words', ['Mira Holt (External unfamiliar)', 'Mira Holt', 'Zoe Quill'], 'Mira Holt'],
    ['a title', ['Dr. Mira Holt', 'Zoe Quill', 'Mira Holt'], 'Mira Holt'],
    ['a Chinese title', ['主持人AnaSwanson', 'Zoe Quill', '主持人Ana Swanson', 'Ana Swanson'], 'Ana Swanson'],
    ['capital letters and a title', ['CHAIR POWELL', 'Zoe Quill', 'Chair Powell'], 'Chair Powell'],
    ['a first name', ['Mira Holt', 'Zoe Quill', 'Mira'], 'Mira Holt'],
    [
      'the family name first',
      ['Holt, Mira', 'Zoe Quill', 'Holt, Mira', 'Zoe Quill', 'Mira Holt'],
      'Mira Holt',
    ],
    ['a family name first with a particle', ['de Silva, Ana', 'Zoe Quill', 'Ana de Silva'], 'Ana de Silva'],
    ['a Chinese title behind', ['李晓梅教授', 'Zoe Quill', '李晓梅'], '李晓梅'],
    ['a doctor behind', ['陈立博士', 'Zoe Quill', '陈立'], '陈立'],
    ['a deputy behind', ['李扬副部长', 'Zoe Quill', '李扬'], '李扬'],
    ['an office before', ['部長陳建仁', 'Zoe Quill', '陳建仁'], '陳建仁'],
    ['an office with its place before', ['交通部副部长 李扬', 'Zoe Quill', '李扬'], '李扬'],
    [
      'an office before and behind',
      ['部長陳建仁', 'Zoe Quill', '陳建仁部長', 'Zoe Quill', '陳部長'],
      '陳建仁',
    ],
    ['a family name with the office', ['王建国会长', 'Zoe Quill', '王会长'], '王建国'],
    [
      'a surname of whom the place is known',
      ['Dr. Ana Ruiz (Univ. of Porto)', 'Zoe Quill', 'Ruiz'],
      'Ana Ruiz',
    ],
    ['a surname of whom the place stands behind', ['Prof. Bo Chan, MIT', 'Zoe Quill', 'Chan'], 'Bo Chan'],
    [
      'a first name, a surname and a role',
      ['Ruth Ek (moderator)', 'Zoe Quill', 'Ruth', 'Zoe Quill', 'Ek'],
      'Ruth Ek',
    ],
    [
      'a surname with and without title',
      ['Ana Ruiz', 'Zoe Quill', 'Dr. Ruiz', 'Zoe Quill', 'Ruiz'],
      'Ana Ruiz',
    ],
    ['a space inside of a Chinese name', ['陈 立', 'Zoe Quill', '陈立'], '陈立'],
    ['a picture', ['Eve Gold 🎧', 'Zoe Quill', 'Eve Gold 🎧', 'Zoe Quill', 'Eve Gold'], 'Eve Gold'],
    ['a surname', ['MIRA HOLT', 'Zoe Quill', 'HOLT'], 'MIRA HOLT'],
    ['a title and a surname', ['Mira Holt', 'Zoe Quill', 'Dr. Holt'], 'Mira Holt'],
    ['a role before a name in brackets', ['Moderator (Lena Voss)', 'Zoe Quill', 'Lena Voss'], 'Lena Voss'],
    ['a Chinese role before a name in brackets', ['主持人（林美玲）', 'Zoe Quill', '林美玲'], '林美玲'],
    ['a role for a name', ['主持人王明', 'Zoe Quill', '主持人'], '王明'],
    [
      'a missing letter',
      ['AlanEsteve', 'Zoe Quill', 'AlanEstevez', 'Zoe Quill', 'Alan Estevez'],
      'Alan Estevez',
    ],
    ['a wrong letter', [...often('Marcello Ardizzone'), 'Marcello Ardizone'], 'Marcello Ardizzone'],
  ])('%s', (_, turns, name) => {
    const { names } = joinedOf(turns);
    expect(names.map((each) => each.normalize('NFC')).sort()).toEqual([name, 'Zoe Quill'].sort());
  });

  it('with a note of the badges', () => {
    const { speakers } = joinedOf(['Ole Berg (Unverified)', 'Mira Holt (Steel)']);
    expect(speakers.map(({ name, badges }) => [name, badges])).toEqual([
      ['Ole Berg', ['(Unverified)']],
      ['Mira Holt (Steel)', []],
    ]);
  });
});

describe('people whom the source keeps apart stay apart', () => {
  it.each([
    ['titles', ['Mr. Sherman', 'Zoe Quill', 'Ms. Sherman']],
    ['initials', ['Grad A', 'Zoe Quill', 'Grad B']],
    ['numbers', ['Speaker 1', 'Zoe Quill', 'Speaker 2', 'Zoe Quill', 'spk_0', 'Zoe Quill', 'spk_1']],
    ['first names', ['Brad Sherman', 'Zoe Quill', 'Carl Sherman']],
    ['roles and names', ['Mr. Bernanke', 'Secretary Paulson', 'The Chairman']],
    ['an unnamed voice', ['Unknown Speaker', 'Zoe Quill', 'Sidney']],
    ['the question and its long form', ['Q', 'Zoe Quill', 'QUESTION']],
    ['two who have a first name', ['Mira Holt', 'Zoe Quill', 'Mira Berg', 'Zoe Quill', 'Mira']],
    ['one who is addressed', ['Mira Holt: Thank you, Mira.', 'Zoe Quill', 'Mira']],
    ['an exchange', ['Mira Holt', 'Mira', 'Mira Holt', 'Mira', 'Zoe Quill']],
    ['a first name in the next turn', ['Beth', 'Beth Nkemelu', 'Zoe Quill', 'Beth']],
    ['two of one family name and office', ['陈建仁部长', 'Zoe Quill', '陈立部长', 'Zoe Quill', '陈部长']],
    ['a family name without that office', ['陈建仁', 'Zoe Quill', '陈部长']],
    ['a deputy and a minister', ['李扬副部长', 'Zoe Quill', '李部长']],
    ['the place and a first name', ['Ito, MIT', 'Zoe Quill', 'MIT Ito']],
    ['a surname of two titles', ['Ana Ruiz', 'Zoe Quill', 'Dr. Ruiz', 'Zoe Quill', 'Ms. Ruiz']],
    ['two as frequent spellings', [...often('Anders Andersen'), ...often('Anders Anderson')]],
    ['a husband and his wife', [...often('Petr Ivanov'), 'Petr Ivanova']],
    ['short names', [...often('Ann Lee'), 'Ann Leo']],
    ['rows of digits', [...often('participant 1234567'), 'participant 1234568']],
  ])('%s', (_, turns) => {
    expect(joinedOf(turns).names.sort()).toEqual(
      [...new Set(turns.map((each) => each.split(': ')[0]))].sort(),
    );
  });

  it('both in the list of those present', () => {
    expect(joinedOf(['Mira Holt', 'Zoe Quill', 'Mira'], ['Mira', 'Mira Holt']).names).toHaveLength(3);
  });
});

describe('what may be one person', () => {
  it.each([
    [
      ['Mira Holt', 'Zoe Quill', 'Mira Berg', 'Zoe Quill', 'Mira'],
      ['Mira=Mira Holt', 'Mira=Mira Berg'],
    ],
    [[...often('Sydney'), 'Sidney', 'Zoe Quill', 'Sidney', 'Zoe Quill', 'Sidney'], ['Sidney=Sydney']],
    [['Mira Holt: Thank you, Mira.', 'Zoe Quill', 'Mira'], ['Mira=Mira Holt']],
    [['Beth', 'Beth Nkemelu', 'Zoe Quill', 'Beth Nkemelu'], ['Beth=Beth Nkemelu']],
    [['Chair Powell', 'Zoe Quill', 'Dr. Powell'], ['Dr. Powell=Chair Powell']],
  ])('is offered: %j', (turns, alike) => {
    expect(joinedOf(turns).alike.sort()).toEqual([...alike].sort());
  });

  it('is joined by a name that is given', () => {
    const turns = ['Mira Holt: Thank you, Mira.', 'Zoe Quill', 'Mira'];
    const { names } = joinedOf(turns, [], new Map([['Mira', 'Mira Holt']]));
    expect(names).toEqual(['Mira Holt', 'Zoe Quill']);
  });

  it('and a voice gets the name that is given', () => {
    const { speakers } = joinedOf(['Speaker 1', 'Speaker 2'], [], new Map([['Speaker 1', 'Ann Lee']]));
    expect(speakers.map(({ name, anonymous }) => [name, anonymous])).toEqual([
      ['Ann Lee', null],
      ['Speaker 2', 'voice'],
    ]);
  });
});

describe('labels that name nobody', () => {
  it.each([
    ['Q', 'reporter'],
    ['QUESTION', 'reporter'],
    ['记者', 'reporter'],
    ['問', 'reporter'],
    ['答', 'respondent'],
    ['Speaker 1', 'voice'],
    ['SPEAKER_00', 'voice'],
    ['spk_0', 'voice'],
    ['0', 'voice'],
    ['S12', 'voice'],
    ['说话人1', 'voice'],
    ['A', 'voice'],
    ['6f9619ff-8b86-d011-b42d-00cf4fc964ff', 'voice'],
    ['7a1d0c3e-2222-4f4f-8b8b-aaaaaaaaaaaa@72f988bf-86f1-41af-91ab-2d7cd011db47', 'voice'],
    ['用户8842', 'voice'],
    ['iPhone (2)', 'voice'],
    ['iPad', 'voice'],
    ['Galaxy S21', 'voice'],
    ['+1 (415) 555-0123', 'voice'],
    ['138****1234', 'voice'],
    ['观众提问', 'unnamed'],
    ['Audience question', 'unnamed'],
    ['Question from audience', 'unnamed'],
    ['Question from the floor', 'unnamed'],
    ['Member of the public', 'unnamed'],
    ['新华社记者', 'reporter'],
    ['路透社記者', 'reporter'],
    ['《环球时报》记者', 'reporter'],
    ['王小明记者', null],
    ['Pixel Jones', null],
    ['Guest Speaker', null],
    ['1984 Club', null],
    ['Unknown Speaker', 'unnamed'],
    ['Audience Member', 'unnamed'],
    ['观众', 'unnamed'],
    ['The Chairman', null],
    ['Project Manager', null],
    ['Quinn', null],
    ['Ali', null],
  ])('%s: %s', (name, kind) => {
    expect(joinedOf([name]).speakers[0]?.anonymous).toBe(kind);
  });

  it('A and B are two voices', () => {
    expect(joinedOf(['A', 'B', 'A', 'B']).speakers.map(({ anonymous }) => anonymous)).toEqual([
      'voice',
      'voice',
    ]);
  });

  it('A answers where Q asks', () => {
    expect(joinedOf(['Q', 'A']).speakers.map(({ anonymous }) => anonymous)).toEqual([
      'reporter',
      'respondent',
    ]);
  });
});
