import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNumber, numbersIn, withoutNumbers } from '../../../src/core/language/numbers.ts';
import { normalise, words } from '../../../src/core/language/text.ts';
import { anyText } from '../../fixtures.ts';

const tokensOf = (text: string) => numbersIn(normalise(text)).map(({ token }) => token);

describe('a number is one token in all its usual forms', () => {
  it.each([
    [
      '3680',
      ['3680', '3,680', '3 680', '3\u00A0680', '3\u2009680', '3\u202F680', "3'680", '3\u2019680', '３６８０'],
    ],
    ['3680', ['三千六百八十', 'three thousand six hundred and eighty', 'three thousand six hundred eighty']],
    [
      '45%',
      [
        '45%',
        '45 %',
        '45％',
        '45 percent',
        '45 per cent',
        '45 pct',
        'forty-five percent',
        'forty five per cent',
      ],
    ],
    ['45%', ['百分之四十五', '百分之45', '4.5成', '四成五']],
    ['35%', ['三成半', '三成五', '35%']],
    ['80%', ['八成', '80%', '8成', 'eighty percent', '百分之八十']],
    ['100%', ['百分之百', '百分之一百', '100 percent', 'a hundred percent', 'one hundred per cent']],
    ['1%', ['one percent', '百分之一', '1%']],
    [
      '75%',
      ['three quarters', 'three-quarters', '3/4', '\u00BE', '四分之三', '75 percent', 'three out of four'],
    ],
    ['4%', ['1 in 25', 'one in twenty-five', '1 out of 25', '1/25', '4%', '二十五分之一']],
    ['1/9', ['1 in 9', 'one in nine', 'one out of every nine', '1/9', '九分之一']],
    ['5/6', ['five sixths', 'five-sixths', '5/6', '\u215A', '六分之五']],
    ['1/3', ['a third of', 'one third', 'one-third', '1/3', '三分之一']],
    ['50%', ['half', '\u00BD', '1/2', '一半', '二分之一', 'one half', 'by half', 'half of', '50%']],
    ['0.5', ['0.5', '0.50', '零点五', 'half a mile', 'half an acre', 'half-mile']],
    ['0.1%', ['千分之一', '1\u2030', '0.1%', '0,1 %', '0.1 per cent']],
    ['0.25%', ['a quarter of a percent', '0.25%', '0,25%', '百分之零点二五']],
    ['6.5%', ['6,5 %', '6.5%', 'six and a half per cent', '6,5 percent']],
    [
      '-15',
      [
        '-15',
        'minus 15',
        'minus fifteen',
        '零下15',
        '零下十五',
        '负十五',
        '15 degrees below zero',
        '-15\u00B0C',
      ],
    ],
    ['31', ['31\u00B0C', '31 \u2103', '31\u00B0F', '31']],
    ['64000', ['64k', '64,000', '6.4万', '64 thousand']],
    ['9300000', ['9.3m passengers', '9.3 million', '930万']],
    ['2.6', ['两块六', '2.6元']],
    ['0.35', ['三毛五', '0.35']],
    [
      '7400000',
      [
        '7.4 million',
        '7.4m'.replace('7', '$7'),
        '\u20AC7.4 mn',
        '740万',
        '740萬',
        '七百四十万',
        '7,400,000',
        '7 400 000',
      ],
    ],
    ['7400000', ['740 万', 'seven point four million', '7.4 Millions']],
    ['2600000000', ['2.6 billion', '26亿', '26億', '二十六亿', '2.6bn', '2.6 bn', '2,600,000,000', '26 億']],
    ['4000000000000', ['4 trillion', '4万亿', '四万亿', '4兆美元', '4tn']],
    ['25000', ['2.5万', '两万五', '两万五千', '25,000', '2万5千', '25 thousand', 'twenty-five thousand']],
    ['470000000', ['4亿7000万', '四亿七千万', '4.7亿', '470 million']],
    ['17', ['17', 'seventeen', '十七']],
    ['36', ['36', 'thirty-six', 'thirty six', '三十六', 'three dozen']],
    ['1500000000000', ['一万五千亿', '1.5万亿', '1.5 trillion']],
    ['108', ['一百零八', 'a hundred and eight', 'one hundred eight', '108']],
    ['320', ['三百二', '三百二十', 'three hundred and twenty']],
    ['3.5', ['3.5', '3 1/2', '3\u00BD', 'three and a half', '三点五', '3.50']],
    ['500000', ['half a million', '50万', '500,000', '五十万']],
    ['1997', ['1997', '一九九七年', 'nineteen ninety-seven']],
    ['2031', ['2031', '二〇三一年', '二零三一年', 'twenty thirty-one']],
    ['8', ['eight', '8', '八个', '八年', '八成功'.slice(0, 1).concat('名')]],
    ['2', ['两家', '二家', '2家', 'two']],
  ])('%s: %j', (token, forms) => {
    for (const form of forms) expect([form, tokensOf(form)]).toEqual([form, [token]]);
  });

  it.each([
    ['20 to 30 percent', ['20%', '30%']],
    ['20-30%', ['20%', '30%']],
    ['between 20 and 30 per cent', ['20%', '30%']],
    ['6 to 8 million', ['6000000', '8000000']],
    ['百分之20到30', ['20%', '30%']],
    ['in 2019 and 30 percent', ['2019', '30%']],
    ['12, 13 and 14', ['12', '13', '14']],
    ['seven or nine', ['7', '9']],
    ['7-9', ['7', '9']],
    ['pages 3,5 and 8', ['3', '5', '8']],
    ['no one in three years', ['3']],
    ['1 in 1998', ['1', '1998']],
    ['rose to 3 in 20 cities', ['3', '20']],
    ['the 401k', []],
    ['a second chance, the third time', []],
    ['第三名', []],
    ['a 70-year-old', ['70']],
    ['650MW or 650 MW', ['650', '650']],
    ['2027-03-09', ['2027']],
  ])('and several in one text stay apart: %s', (text, tokens) => {
    expect(tokensOf(text)).toEqual(tokens);
  });

  it('and so is a month: the English word, figures and Chinese characters', () => {
    const months =
      'January February March April May June July August September October November December'.split(' ');
    for (const [at, month] of months.entries()) {
      const chinese = `${'一 二 三 四 五 六 七 八 九 十 十一 十二'.split(' ')[at]}月`;
      for (const form of [month, `${at + 1}月`, `${at + 1} 月`, chinese])
        expect([form, words(normalise(form))]).toEqual([form, words(month.toLowerCase())]);
    }
    expect(tokensOf('三个月')).toEqual(['3']);
    expect(tokensOf('六七月')).toEqual([]);
    expect(tokensOf('13月')).toEqual(['13']);
  });

  it('and so is a quarter', () => {
    for (const form of ['Q2', 'second quarter', '2nd quarter', '第二季度', '二季度', '2季度', '第二季'])
      expect([form, words(normalise(form))]).toEqual([form, ['q2']]);
    for (const other of ['the fourth quarter-final', '四季', '第三赛季'])
      expect([other, tokensOf(other).filter((token) => token.startsWith('q'))]).toEqual([other, []]);
  });

  it.each([
    'October 23',
    'October 23rd',
    '23 October',
    '23rd of October',
    'the 23rd October',
    'October the 23rd',
    'the twenty-third of October',
    'October twenty-third',
    'Oct 23',
    '23 Oct.',
    '10月23日',
    '十月二十三号',
  ])('and so is a day: %s', (form) => {
    expect(words(normalise(form)).filter((word) => word === '23' || word === 'octob')).toHaveLength(2);
  });

  it('is read exactly: any number of digits, with or without separators', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (value) => {
        const digits = String(value);
        for (const separator of [',', ' ', '\u202F', "'"])
          expect(tokensOf(digits.replace(/\B(?=(?:\d{3})+$)/g, separator))).toEqual([digits]);
      }),
    );
  });

  it('is read exactly in Chinese, in English and in digits with a multiple', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 11, max: 9999 }),
        fc.constantFrom(...MULTIPLES),
        (value, [million, wan, zeros]) => {
          const token = String(BigInt(value) * 10n ** BigInt(zeros));
          expect(tokensOf(`${value}${wan}`)).toEqual([token]);
          expect(tokensOf(`${inChinese(value)}${wan}`)).toEqual([token]);
          if (zeros === 0 || zeros > 4) {
            const scale = million === '' ? '' : ` ${million}`;
            const factor = zeros % 3 === 0 ? value : value * 10 ** (zeros % 3);
            expect(tokensOf(`${factor}${scale}`)).toEqual([token]);
            if (factor < 1000 || zeros === 0) expect(tokensOf(inEnglish(factor) + scale)).toEqual([token]);
          }
        },
      ),
    );
  });

  it('and two different numbers never are', () => {
    const written = fc.tuple(
      fc.integer({ min: 0, max: 99_999 }),
      fc.integer({ min: 0, max: 99 }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(written, written, ([whole, fraction, isPercent], [whole2, fraction2, isPercent2]) => {
        const text = (a: number, b: number, percent: boolean) =>
          `${a}.${String(b).padStart(2, '0')}${percent ? ' percent' : ''}`;
        const areSame = whole === whole2 && fraction === fraction2 && isPercent === isPercent2;
        const [a, b] = [
          tokensOf(text(whole, fraction, isPercent)),
          tokensOf(text(whole2, fraction2, isPercent2)),
        ];
        expect(a).toHaveLength(1);
        expect(a[0] === b[0]).toBe(areSame);
      }),
    );
  });
});

/** A multiple in English, in Chinese, and the zeros that the Chinese one adds. */
const MULTIPLES: [string, string, number][] = [
  ['', '', 0],
  ['million', '亿', 8],
  ['', '万', 4],
];

function inChinese(value: number): string {
  const digits = Array.from(String(value), Number);
  const said = digits.map((digit, at) =>
    digit === 0 ? '零' : `${'零一二三四五六七八九'[digit]}${['', '十', '百', '千'][digits.length - 1 - at]}`,
  );
  return said.join('').replace(/零+/g, '零').replace(/零$/, '');
}

function inEnglish(value: number): string {
  const small =
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
      ' ',
    );
  const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
  if (value >= 1000)
    return `${inEnglish(Math.floor(value / 1000))} thousand ${value % 1000 ? inEnglish(value % 1000) : ''}`.trim();
  if (value >= 100)
    return `${small[Math.floor(value / 100) - 1]} hundred${value % 100 ? ` and ${inEnglish(value % 100)}` : ''}`;
  if (value < 20) return small[value - 1] ?? '';
  return (tens[Math.floor(value / 10) - 2] ?? '') + (value % 10 ? `-${small[(value % 10) - 1]}` : '');
}

describe('what only looks like a number is none', () => {
  it.each([
    'Samsung is 三星',
    '第三个',
    '星期五',
    '周二',
    '五六个人',
    '三四百人',
    '十几个',
    '几十万',
    '数百',
    '二十几',
    '百度',
    '万一',
    '千万别去',
    '十分重要',
    '一个人',
    'one of them',
    'one another',
    'a third time',
    'a quarter ago',
    'the twenty-first century',
    'second',
    'a few',
    'A100',
    'Boeing737',
    '3rd',
    '4G',
    '1.10.3',
    '0049',
    'millions of people',
    'the 1980s',
    'Network',
    'often',
  ])('%s', (text) => {
    expect(tokensOf(text)).toEqual([]);
  });

  it.each([
    ['24/7', ['24', '7']],
    ['6/12', ['6', '12']],
    ['5/6/2023', ['5', '6', '2023']],
    ['30m', []],
    ['8千米', ['8']],
    ['6千瓦', ['6']],
    ['7百帕', ['7']],
  ])('nor is more than one read into %s', (text, tokens) => {
    expect(tokensOf(text)).toEqual(tokens);
  });
});

describe('in any text', () => {
  it('numbers are in order, inside it, and words that look like numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyText, NUMERAL)), (parts) => {
        const normalised = normalise(parts.join(''));
        let at = 0;
        for (const { start, end, token } of numbersIn(normalised)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(isNumber(token) || /^[a-z]+$/.test(token)).toBe(true);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(normalised.length);
        const tokens = numbersIn(normalised).map(({ token }) => token);
        expect(words(normalised).filter((word) => tokens.includes(word)).length).toBeGreaterThanOrEqual(
          tokens.length,
        );
        expect(withoutNumbers(normalised).length).toBeLessThanOrEqual(normalised.length + tokens.length);
      }),
    );
  });

  it.each([
    ['1'],
    ['1,234'],
    ['十'],
    ['九'],
    ['twenty '],
    ['hundred '],
    ['1/'],
    ['万'],
    ['1万'],
    [' 100'],
    ['a half '],
    ['1.'],
    ['百分之'],
    ['point one '],
  ])('a hundred thousand times %j is read to its end', (part) => {
    expect(numbersIn(part.repeat(100_000)).length).toBeLessThanOrEqual(100_000 * part.length);
  });
});

/** What numbers are written with. */
const NUMERAL = fc.constantFrom(
  ..."0 1 25 , . / % ' - ½ 百分之 分之 点 成 万 亿 兆 十 百 三 两 〇 年 个 half hundred million and point one twenty a third of percent bn $".split(
    ' ',
  ),
  ' ',
);
