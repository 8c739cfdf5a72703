import { describe, expect, it } from 'vitest';
import { isSlash } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { LOCALES } from '../../src/core/language/locale.ts';
import { en } from '../../src/messages/en.ts';
import { format, inEachLanguage, type Message, type PlainKey } from '../../src/messages/message.ts';
import { corpus } from '../fixtures.ts';
import { allTexts, formsOf, messageKeys, slotsIn } from './all-texts.ts';

const chinese = allTexts.filter(({ locale }) => locale !== 'en');
const isReference = (slot: string) => /^[/:]/.test(slot);

/** The names of commands, subcommands and options, with the key of each. */
const named = commands.filter(isSlash).flatMap(({ name, localName, options, subcommands = [] }) => [
  { written: `/${name}`, name, localName },
  ...subcommands.map((each) => ({ written: `/${name} ${each.name}`, ...each })),
  ...[...options, ...subcommands.flatMap((each) => each.options)].map((each) => ({
    // Two options may have one name and mean different things, in commands of their own: a place, and a date.
    written: `:${each.localName.split('.')[1]}`,
    ...each,
  })),
]);

describe('a text', () => {
  it.each(messageKeys)('of %s is there in every language', (key) => {
    for (const locale of LOCALES)
      for (const text of formsOf(key, locale)) expect(text.trim(), locale).not.toBe('');
  });

  it.each(messageKeys)('of %s has no value in Chinese that it lacks in English', (key) => {
    const known = formsOf(key, 'en').flatMap(slotsIn);
    for (const locale of LOCALES)
      expect(known).toEqual(expect.arrayContaining(formsOf(key, locale).flatMap(slotsIn)));
  });

  it('has no brace that belongs to no slot', () => {
    expect(allTexts.filter(({ text }) => /[{}]/.test(text.replace(/\{[^{}]+\}/g, '')))).toEqual([]);
  });

  it('has no Chinese in English', () => {
    expect(allTexts.filter(({ locale, text }) => locale === 'en' && /\p{Script=Han}/u.test(text))).toEqual(
      [],
    );
  });

  it('has Chinese in Chinese, unless it is made of values alone', () => {
    const ofValues = /^[\u201C\u300C]?(\{\w+\}[\s\uFF08\uFF09\uFF0C\uFF1A\u2013\u201D\u300D-]*)+$/u;
    expect(chinese.filter(({ text }) => !/\p{Script=Han}/u.test(text) && !ofValues.test(text))).toEqual([]);
  });

  it('refers to commands and options that exist', () => {
    const known = named.map(({ written }) => written);
    const strays = allTexts.flatMap(({ name, text }) =>
      slotsIn(text)
        .filter((slot) => isReference(slot) && !known.includes(slot))
        .map((slot) => `${name}: ${slot}`),
    );
    expect(strays).toEqual([]);
  });

  it('that names a command or an option is in English what a terminal takes', () => {
    expect(named.length).toBeGreaterThan(commands.length);
    for (const { name, localName } of named)
      expect(inEachLanguage({ key: localName }).en, localName).toBe(name);
  });

  it('names commands by a slot alone, so that Discord can show their own names', () => {
    const bare = /(?<![{\w/.])\/(?!quit|channels)[a-z]+/;
    expect(allTexts.filter(({ text }) => bare.test(text))).toEqual([]);
  });
});

/** What is written as it is in any language: slots, addresses, Discord's mentions and times, times of day. */
const VERBATIM = /\{:\w+\}:\{\w+\}|\{[^{}]*\}|https?:\/\/\S+|<[^>]*>|\d:\d\d/g;

/** The Chinese words of the shipped seminars that are the curator's, and not the source's. */
async function curatedChinese(): Promise<{ name: string; text: string }[]> {
  const { transcripts } = await corpus();
  return transcripts.flatMap((transcript) =>
    (['zh-CN', 'zh-TW'] as const).flatMap((locale) => {
      const { title, organiser, topics, examples, speakers, segments, language } = transcript;
      // It has the source's own title and roles word for word.
      const own = language === locale ? [] : [title, ...speakers.flatMap(({ role }) => role ?? [])];
      const evidence = segments.flatMap((segment) => segment.evidence ?? []);
      return [
        ...own,
        ...(organiser ? [organiser] : []),
        ...topics,
        ...examples,
        ...speakers.map(({ names }) => names),
        ...evidence,
      ].map((each) => ({ name: `${transcript.id} ${locale}`, locale, text: each[locale] }));
    }),
  );
}

const everyChinese = async () => [...chinese, ...(await curatedChinese())];

describe('Chinese typography', () => {
  it('has full-width marks alone', async () => {
    const strays = (await everyChinese()).filter(({ text }) => /[,:;?!()]/.test(text.replace(VERBATIM, '')));
    expect(strays).toEqual([]);
  });

  it('has full-width quotation marks: “” in Simplified, 「」 in Traditional', () => {
    expect(chinese.filter(({ text }) => text.includes('"'))).toEqual([]);
    expect(chinese.filter(({ locale, text }) => /[“”]/.test(text) && locale === 'zh-TW')).toEqual([]);
    expect(chinese.filter(({ locale, text }) => /[「」]/.test(text) && locale === 'zh-CN')).toEqual([]);
  });

  it('has a space between Chinese and Latin letters or digits', async () => {
    const tight = /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u;
    // A time of day as people type it.
    const strays = (await everyChinese()).filter(({ text }) => tight.test(text.replace(/上午9[点點]/g, '')));
    expect(strays).toEqual([]);
  });

  it('has no space next to a full-width mark, between Chinese characters, or next to another space', async () => {
    const loose =
      /[\u3001-\u3011\uFF01-\uFF1F] (?!\u2013)| [\u3001-\u3011\uFF01-\uFF1F]|\p{Script=Han} +\p{Script=Han}| {2}/u;
    expect((await everyChinese()).filter(({ text }) => loose.test(text))).toEqual([]);
  });

  it.each([
    ['Latin letters', 'Ab'],
    ['a number', 7],
  ])('keeps the space around %s that fill a slot', (_, value) => {
    const tight = /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}| {2}/u;
    for (const { key, locale, name } of chinese) {
      const words = format(
        filled(key, () => value),
        locale,
        { names: 'typed' },
      );
      expect(words.replace(/上午9[点點]/g, ''), name).not.toMatch(tight);
    }
  });

  it('has no space around Chinese that fills a slot', () => {
    for (const { key, locale, name, text } of chinese.filter((each) => !each.text.includes('} {'))) {
      const words = format(
        filled(key, () => '汉'),
        locale,
        { names: 'typed' },
      );
      expect(words, `${name}: ${text}`).not.toMatch(/\p{Script=Han} +\p{Script=Han}/u);
    }
  });
});

/** A message with a value in each slot. */
function filled(key: (typeof messageKeys)[number], valueFor: (slot: string) => string | number): Message {
  const text = en[key];
  const slots = [...formsOf(key, 'en').flatMap(slotsIn), ...(typeof text === 'string' ? [] : [text.by])];
  const values = Object.fromEntries(
    slots.filter((slot) => !isReference(slot)).map((slot) => [slot, valueFor(slot)]),
  );
  // The compiler knows the values of one key at a time only.
  return { key, values } as Message;
}

describe('what is counted', () => {
  /** Slots for words; all others are filled with a number. */
  const WORDS = [
    'speaker',
    'name',
    'command',
    'speakers',
    'person',
    'usage',
    'ids',
    'seminars',
    'permissions',
  ];
  const one = (key: (typeof messageKeys)[number]) =>
    format(
      filled(key, (slot) => (WORDS.includes(slot) ? 'Ann' : 1)),
      'en',
    );

  it.each(messageKeys)('reads right in %s with exactly one', (key) => {
    expect(one(key)).not.toMatch(
      /\b1 (?!is\b|was\b|has\b|says\b|asks\b)[a-z]+s\b|\b1 \w+ (are|have|were|say)\b/,
    );
  });

  const counted = messageKeys.filter((key) => typeof en[key] !== 'string');

  it('is counted somewhere', () => {
    expect(counted).toEqual(expect.arrayContaining(['digest.heading', 'about.versions']));
  });

  it.each(counted)('has two forms in %s, and the number chooses', (key) => {
    const with2 = format(
      filled(key, () => 2),
      'en',
    );
    expect(with2.replaceAll('2', '1')).not.toBe(
      format(
        filled(key, () => 1),
        'en',
      ),
    );
  });
});

/** Words that we do not use, in each language, and what we say instead. */
const NOT_OURS = {
  en: [
    [/\bwhoever\b/i, 'a server admin'],
    [/(?<!there )\b(is|are) no\b(?! longer)/i, 'is not a'],
    [/\balone\b(?!:|,)/i, 'only you'],
    [/\bsegments?\b/i, 'passage'],
    [/\bplace\b/i, 'line or passage'],
    [/\b(faulty|fault of|mended|stands|tells|lacks|hold it against)\b/i, 'plain words'],
    [/\bcommentary\b/i, "publisher's own words"],
    [/\bcorpus\b/i, 'the seminar files'],
  ],
  'zh-CN': [
    [/会议/, '研讨会'],
    [/座谈会/, '研讨会'],
    [/检索|搜索/, '查找'],
    [/间接引语/, '转述'],
    [/发布者/, '发布方、编者的话'],
    [/报告/, '反馈'],
    [/只是可能/, '推测'],
    [/列出以下|以下权限/, '缺少权限'],
    [/管理者/, '管理员'],
    [/前后文/, '上下文'],
    [/存储|储存/, '保存'],
    [/语料/, '研讨会文件'],
    [/[這們個為與]/, '简体'],
  ],
  'zh-TW': [
    [/會議/, '研討會'],
    [/座談會/, '研討會'],
    [/發言人/, '講者'],
    [/檢索|查找/, '搜尋'],
    [/間接引語/, '轉述'],
    [/發布者/, '編者的話、發布單位'],
    [/報告/, '回報'],
    [/保存/, '儲存'],
    [/(?<![不未])記錄(?!檔)/, '紀錄（名詞）、記錄檔'],
    [/上下文/, '前後文'],
    [/列表/, '清單'],
    [/話題/, '主題'],
    [/主辦方/, '主辦單位'],
    [/管理者/, '管理員'],
    [/(?<!請)按(?!鈕)/, '依'],
    [/給出/, '提供、填寫'],
    [/這條|條(?=訊息|回答|摘錄)/, '則'],
    [/日誌/, '記錄檔'],
    [/阿聯酋|諮詢公司|專案|服務器|消息|菜單|字符|默認/, '臺灣用語'],
    [/[这们个为与]/, '正體'],
  ],
} as const;

describe('the glossary', () => {
  it.each(LOCALES)('is kept in %s', async (locale) => {
    const texts = [
      ...allTexts,
      ...(await curatedChinese()).map((each) => ({ ...each, locale: each.name.slice(-5) })),
    ];
    const strays = texts
      .filter((each) => each.locale === locale)
      .flatMap(({ name, text }) =>
        NOT_OURS[locale]
          .filter(([word]) => word.test(text.replace(/\{[^{}]*\}/g, '')))
          .map(([, better]) => `${name}: ${text} → ${better}`),
      );
    expect(strays).toEqual([]);
  });
});

const keysOfNames: readonly PlainKey[] = named.map(({ localName }) => localName);
describe('the names of commands', () => {
  it.each(LOCALES)('differ from one another in %s', (locale) => {
    const commandNames = commands.map(({ localName }) => format({ key: localName }, locale));
    expect(new Set(commandNames)).toHaveLength(commands.length);
    for (const key of keysOfNames) expect(format({ key }, locale)).toMatch(/^[\p{L}]{1,32}$/u);
  });
});
