import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayName, findSpeakers, nameForms } from '../../../src/core/transcript/speakers.ts';
import type { Speaker } from '../../../src/core/transcript/transcript.ts';
import { anyText, corpus } from '../../fixtures.ts';

const found = async (name: string) =>
  findSpeakers((await corpus()).speakers, name).map((speaker) => speaker.name);

const role = { en: 'x', 'zh-CN': 'x', 'zh-TW': 'x' };
const person = (en: string, zhCN: string, zhTW = zhCN): Speaker => ({
  id: en,
  name: en,
  names: { en, 'zh-CN': zhCN, 'zh-TW': zhTW },
  role,
  moderator: false,
  aliases: [],
  otherForms: [],
  person: null,
  anonymous: null,
});

describe('findSpeakers', () => {
  it.each([
    ['the canonical name', 'Alan Estevez'],
    ['small letters', 'alan estevez'],
    ['no space', 'AlanEstevez'],
    ['white space around it', '  Alan   Estevez '],
    ['a misspelling of the source', 'AlanEsteve'],
    ['the first name', 'alan'],
    ['the last name', 'Estevez'],
    ['full-width letters', '\uFF21\uFF4C\uFF41\uFF4E'],
    ['the Simplified name', '艾伦·埃斯特维兹'],
    ['the Simplified name without its dot', '艾伦埃斯特维兹'],
    ['the Traditional name', '艾倫·埃斯特維茲'],
    ['a part of the Traditional name', '埃斯特維茲'],
  ])('finds a speaker by %s', async (_, name) => {
    expect(await found(name)).toEqual(['Alan Estevez']);
  });

  it('finds every speaker by every form of the name', async () => {
    for (const speaker of (await corpus()).speakers)
      for (const form of nameForms(speaker)) expect(await found(form), form).toEqual([speaker.name]);
  });

  it.each(['', ' ', '?!', '·', '\u200B', 'Jensen Huang', 'a', 'Al', 'lan', '伦', 'Alan Miller', '.*'])(
    'finds nobody by %j',
    async (name) => {
      expect(await found(name)).toEqual([]);
    },
  );

  it('finds everybody who shares a part of a name', () => {
    const speakers = [person('Ann Lee', '李安'), person('Bo Lee', '李波'), person('Cy Moe', '莫赛')];
    expect(findSpeakers(speakers, 'lee').map(({ name }) => name)).toEqual(['Ann Lee', 'Bo Lee']);
  });

  it('prefers a whole name to a part of another', () => {
    const speakers = [person('Lee', '李'), person('Bo Lee', '李波')];
    expect(findSpeakers(speakers, 'Lee').map(({ name }) => name)).toEqual(['Lee']);
  });

  it('never throws', async () => {
    const { speakers } = await corpus();
    fc.assert(fc.property(anyText, (name) => void findSpeakers(speakers, name)));
  });
});

describe('displayName', () => {
  it('gives Chinese readers both forms, and English readers one', () => {
    expect(displayName(person('Jo Lee', '李乔', '李喬'))).toEqual({
      en: 'Jo Lee',
      'zh-CN': '李乔（Jo Lee）',
      'zh-TW': '李喬（Jo Lee）',
    });
  });

  it('does not repeat a name that has no other form', () => {
    expect(displayName(person('Jo Lee', 'Jo Lee'))['zh-CN']).toBe('Jo Lee');
  });
});
