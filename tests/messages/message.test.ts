import { describe, expect, it } from 'vitest';
import {
  format,
  inEachLanguage,
  joined,
  type Message,
  someOf,
  typedText,
} from '../../src/messages/message.ts';

describe('format', () => {
  it('puts values in their places', () => {
    const values = { name: 'Bob', speakers: 'Ann and Cy' };
    expect(format({ key: 'failure.speaker-unknown', values }, 'en')).toBe(
      'No speaker is called "Bob". Speakers: Ann and Cy. Type part of a name in the option "speaker" and pick from the list.',
    );
  });

  it('takes a value in the language of the reader', () => {
    const speaker = { en: 'Jo Lee', 'zh-CN': '李乔', 'zh-TW': '李喬' };
    expect(format({ key: 'attribution.inferred', values: { speaker } }, 'zh-TW')).toBe('可能是李喬');
  });

  it('takes a message as a value, and puts it into words too', () => {
    const speaker: Message = { key: 'attribution.inferred', values: { speaker: 'Jo Lee' } };
    const place: Message = { key: 'place.line.source', values: { place: 7 } };
    const message: Message = { key: 'excerpt.question', values: { speaker, place } };
    expect(format(message, 'en')).toBe('Asked by likely Jo Lee (line 7 of the source):');
  });

  it('writes numbers out', () => {
    expect(format({ key: 'answer.question-cut', values: { count: 300 } }, 'en')).toContain('first 300 words');
  });

  it('does not take a slot inside a value for one of its own', () => {
    const values = { name: '{speakers}', speakers: 'Ann' };
    expect(format({ key: 'failure.speaker-unknown', values }, 'en')).toContain('"{speakers}"');
  });

  it('does not take a $ inside a value for anything but itself', () => {
    const values = { name: "$&$1$'", speakers: '' };
    expect(format({ key: 'failure.speaker-unknown', values }, 'en')).toContain(`"$&$1$'"`);
  });

  it('cleans the values and never its own words', () => {
    const values = {
      name: 'bob',
      speakers: { key: 'attribution.reported', values: { speaker: 'ann' } },
    } as const;
    expect(
      format({ key: 'failure.speaker-unknown', values }, 'en', { clean: (value) => value.toUpperCase() }),
    ).toBe(
      'No speaker is called "BOB". Speakers: ANN, as reported. Type part of a name in the option "speaker" and pick from the list.',
    );
  });

  it('chooses the form that a number asks for', () => {
    const post = (count: number) =>
      format({ key: 'digest.heading', values: { count, date: '2025-03-07' } }, 'en');
    expect([0, 1, 2, 21].map(post)).toEqual([
      'Excerpts of the day, 2025-03-07',
      'Excerpt of the day, 2025-03-07',
      'Excerpts of the day, 2025-03-07',
      'Excerpts of the day, 2025-03-07',
    ]);
  });

  it('takes no message whose values are not those of its text', () => {
    // @ts-expect-error: the name is missing.
    expect(() => format({ key: 'failure.speaker-unknown', values: { speakers: '' } }, 'en')).toThrow(
      '"name"',
    );
    // @ts-expect-error: a text with slots needs values.
    expect(() => format({ key: 'attribution.inferred' }, 'en')).toThrow('"speaker"');
    // @ts-expect-error: the value is misspelt.
    expect(() => format({ key: 'attribution.inferred', values: { speker: '' } }, 'en')).toThrow('"speaker"');
    // @ts-expect-error: a text without slots takes no values.
    expect(format({ key: 'answer.found', values: { count: 1 } }, 'en')).toBe('From the transcript:');
    // @ts-expect-error: what chooses the form is a number.
    format({ key: 'about.further', values: { count: '1' } }, 'en');
  });
});

describe('format in Chinese', () => {
  const refused = (speaker: string, locale: 'zh-CN' | 'zh-TW' = 'zh-CN') =>
    format({ key: 'answer.refused.speaker', values: { speaker } }, locale);

  it('has no space between Chinese and Chinese', () => {
    expect(refused('李乔')).toBe('没有找到李乔对这个问题的回答。');
    expect(format({ key: 'share.heading', values: { name: '小明' } }, 'zh-TW')).toBe(
      '小明分享了研討會紀錄摘錄：',
    );
  });

  it('has one space between Chinese and Latin letters or digits', () => {
    expect(refused('Jo Lee')).toBe('没有找到 Jo Lee 对这个问题的回答。');
    expect(format({ key: 'share.heading', values: { name: 'Jo' } }, 'zh-TW')).toBe(
      'Jo 分享了研討會紀錄摘錄：',
    );
    const place: Message = { key: 'place.line.source', values: { place: 7 } };
    expect(format({ key: 'context.heading', values: { place } }, 'zh-CN')).toBe('原文第 7 行的上下文：');
  });

  it('has no space next to a full-width mark', () => {
    expect(refused('李喬（Jo Lee）', 'zh-TW')).toBe('找不到李喬（Jo Lee）對這個問題的回答。');
    expect(format({ key: 'answer.speakers', values: { speakers: 'Jo Lee' } }, 'zh-TW')).toBe(
      '講者：Jo Lee。',
    );
  });
});

describe('the name of a command or an option', () => {
  const paused: Message = { key: 'digest.paused', values: { number: 3 } };

  it('is the one that Discord shows in the language of the reader', () => {
    expect(format(paused, 'en')).toContain('start it again with /digest start id:3');
    expect(format(paused, 'zh-CN')).toContain('请用 /每日摘录 启动 编号:3 重新启动');
    expect(format(paused, 'zh-TW')).toContain('請用 /每日摘錄 啟動 編號:3 重新啟動');
  });

  it('is the English one in a terminal, in any language', () => {
    expect(format(paused, 'zh-TW', { names: 'typed' })).toContain('請用 /digest start id:3 重新啟動');
  });

  it('is so in a value too', () => {
    const usage = typedText((nameOf) => `/${nameOf('command.ask.name')} ${nameOf('option.question.name')}:…`);
    const message: Message = { key: 'help.command', values: { usage, description: '' } };
    expect(format(message, 'zh-CN')).toContain('/提问 问题:…');
    expect(format(message, 'zh-CN', { names: 'typed' })).toContain('/ask question:…');
  });
});

describe('inEachLanguage', () => {
  it('puts a message into words of every language', () => {
    expect(inEachLanguage({ key: 'language.zh-TW' })).toEqual({
      en: 'Traditional Chinese',
      'zh-CN': '繁体中文',
      'zh-TW': '繁體中文',
    });
  });
});

describe('joined', () => {
  it('joins as a sentence of each language does', () => {
    const days = ['Monday', 'Tuesday', 'Friday'].map((en, at) => {
      const chinese = `星期${['一', '二', '五'][at]}`;
      return { en, 'zh-CN': chinese, 'zh-TW': chinese };
    });
    expect(joined(days)).toEqual({
      en: 'Monday, Tuesday, and Friday',
      'zh-CN': '星期一、星期二和星期五',
      'zh-TW': '星期一、星期二和星期五',
    });
  });

  it.each([
    [['BIS', '国家安全'], 'BIS、国家安全'],
    [['国家安全', 'BIS'], '国家安全、BIS'],
    [['/help', '/quit'], '/help、/quit'],
    [['李乔（Jo Lee）', '罗麦（Max Roy）'], '李乔（Jo Lee）和罗麦（Max Roy）'],
    [['《芯片战争》', '“小院高墙”'], '《芯片战争》和“小院高墙”'],
    [['AI 扩散规则', '出口管制'], 'AI 扩散规则、出口管制'],
    [['BIS'], 'BIS'],
    [[], ''],
  ])('joins %j in Chinese without letters beside "and"', (names, list) => {
    expect(joined(names)['zh-CN']).toBe(list);
  });
});

describe('someOf', () => {
  const names = (count: number) => Array.from({ length: count }, (_, at) => `N${at + 1}`);

  it('ends, and says how many there are besides', () => {
    expect(someOf(names(162), 3, 'some.speakers')).toEqual({
      en: 'N1, N2, N3 and 159 more',
      'zh-CN': 'N1、N2、N3，另有 159 位',
      'zh-TW': 'N1、N2、N3，另有 159 位',
    });
    expect(someOf(names(31), 2, 'some.seminars')).toEqual({
      en: 'N1, N2 and 29 more',
      'zh-CN': 'N1、N2，另有 29 场',
      'zh-TW': 'N1、N2，另有 29 場',
    });
  });

  it.each([0, 1, 3, 4])('names all of %i if that is not much more than it may name', (count) => {
    expect(someOf(names(count), 3, 'some.speakers')).toEqual(joined(names(count)));
  });

  it('has names in the language of the reader', () => {
    const localisedNames = names(9).map((en) => ({ en, 'zh-CN': `简${en}`, 'zh-TW': `繁${en}` }));
    expect(someOf(localisedNames, 1, 'some.speakers')['zh-TW']).toBe('繁N1，另有 8 位');
  });
});
