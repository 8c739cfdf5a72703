import { numberOf } from '../language/small-numbers.ts';

/** A part of the day: how it is written before or after an hour, and the hours that it can have. */
interface PartOfDay {
  words: string;
  /** The first and the last hour, 0 to 23; the night goes on after midnight. */
  hours: readonly [number, number];
  /** What it means without an hour. */
  alone?: string;
  /** It goes with an hour from 1 to 12 only. */
  isHalf?: boolean;
}

const PARTS_OF_DAY: readonly PartOfDay[] = [
  { words: 'a\\.? ?m', hours: [0, 11], isHalf: true },
  { words: 'p\\.? ?m', hours: [12, 23], isHalf: true },
  { words: 'mornings?', hours: [1, 11] },
  { words: 'afternoons?', hours: [12, 18] },
  { words: 'evenings?', hours: [16, 23] },
  { words: 'nights?', hours: [18, 5] },
  { words: 'noon|midday', hours: [12, 12], alone: '12:00' },
  { words: 'midnight', hours: [0, 0], alone: '00:00' },
  { words: '凌晨', hours: [0, 6] },
  { words: '上午|早上|早晨|清晨|清早|大清早|一早|早间|早', hours: [3, 12] },
  { words: '中午|正午|晌午|午间', hours: [10, 14], alone: '12:00' },
  { words: '下午|午后|傍晚|黄昏', hours: [12, 21] },
  { words: '午夜|半夜|子夜|深夜|夜里|夜间|夜晚', hours: [18, 5], alone: '00:00' },
  { words: '晚上|晚间|晚', hours: [17, 4] },
];

const WRITTEN_PARTS = PARTS_OF_DAY.map((part) => ({
  ...part,
  before: new RegExp(`^(?:(?:in the |at )?(?:${part.words})\\.?(?: at)?(?![a-z.]))`, 'u'),
  after: new RegExp(`(?: in the | at | |(?<![a-z]))(?:${part.words})\\.?$`, 'u'),
}));

/**
 * Reads a time as people type it: 9:00, 0900, 9am, 9.30 pm, 21h, noon, 9 in the morning, half past eight, nine thirty,
 * 上午9点, 早8点, 下午三点半, 21時15分, 差一刻九点.
 * @returns HH:MM, or null if it is not a time of day or can be more than one
 */
export function readTime(typed: string): string | null {
  const text = plain(typed);
  const { clock, parts } = withoutParts(text);
  if (clock === '') return (parts.length === 1 && parts[0]?.alone) || null;
  const found = relativeTime(clock) ?? latinTime(clock) ?? chineseTime(clock);
  return found && onClock(found, parts);
}

/** A time as it is written, before its part of the day is considered. */
interface WrittenTime {
  /** 0 to 24. */
  hour: number;
  minute: number;
  /** How many minutes earlier than that is meant, as in "ten to nine". */
  before?: number;
}

function plain(typed: string): string {
  return numbersInDigits(
    typed
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[點時鐘兩裡裏間後黃]/gu, (character) => SIMPLIFIED[character] ?? character)
      .replace(/[‘’`´]/gu, "'")
      .replace(/[()\s]+/gu, ' ')
      .trim()
      .replace(/^t(?=\d)/, '')
      .replace(/(?<=\d:\d\d):00(?!\d)/, '')
      .replace(/(?<=\w)-(?=\w)/g, ' ')
      .replace(/^(?:(?:every day |daily )?at|um) /, '')
      .replace(/^每[天日]?(?=\S)/u, '')
      .replace(/(?<=\d ?[ap])$/, 'm')
      .replace(/(?<= (?:past|after|to|before|till?|of) )(?:noon|midday)$/, '12 pm')
      .replace(/(?<= (?:past|after|to|before|till?|of) )midnight$/, '12 am')
      .replace(/(?: sharp| exactly|[.。])$/u, '')
      .replace(/,? (?:daily|every ?day|each day)$/, ''),
  )
    .replace(/(?<=^\d{1,2}) hundred(?: hours)?$/, '00')
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
    .trim();
}

const SIMPLIFIED: Readonly<Record<string, string>> = {
  點: '点',
  時: '时',
  鐘: '钟',
  兩: '两',
  裡: '里',
  裏: '里',
  間: '间',
  後: '后',
  黃: '黄',
};

const ONES = 'one two three four five six seven eight nine'.split(' ');
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty'.split(' ');
const NUMBER_WORDS = new RegExp(
  `\\b(?:(${TENS.join('|')})(?:[ -](${ONES.join('|')}))?|(${[...ONES, ...TEENS].join('|')}))\\b`,
  'g',
);

/** Writes English numbers from one to fifty-nine in digits; "oh five" is 05. */
function numbersInDigits(text: string): string {
  return text
    .replace(NUMBER_WORDS, (_, tens?: string, ones?: string, small?: string) =>
      String(
        small === undefined
          ? (TENS.indexOf(tens ?? '') + 2) * 10 + ONES.indexOf(ones ?? '') + 1
          : [...ONES, ...TEENS].indexOf(small) + 1,
      ),
    )
    .replace(/\b(?:oh|o) (?=\d\b)/g, '0');
}

/** Takes the parts of the day away from a time. */
function withoutParts(text: string): { clock: string; parts: PartOfDay[] } {
  const parts: PartOfDay[] = [];
  let clock = text;
  // Nobody writes more than "9 am in the morning".
  for (let count = 0; count < 2; count++) {
    const found = WRITTEN_PARTS.map((part) => {
      const written = part.before.exec(clock) ?? part.after.exec(clock);
      return written && { part, rest: clock.replace(written[0], ' ').trim() };
    }).find((each) => each !== null);
    if (!found) break;
    parts.push(found.part);
    clock = found.rest;
  }
  return { clock, parts };
}

/** Half past eight; a quarter to nine; twenty past 8. */
function relativeTime(text: string): WrittenTime | null {
  const { amount = '', minutes, side = '', clock = '' } = RELATIVE.exec(text)?.groups ?? {};
  const full = latinTime(clock);
  if (full?.minute !== 0) return null;
  const count = minutes === undefined ? (amount === 'half' ? 30 : 15) : Number(minutes);
  if (count > 59 || (amount === 'half' && !isAfter(side))) return null;
  return isAfter(side) ? { ...full, minute: count } : { ...full, before: count };
}

const RELATIVE =
  /^(?<amount>half(?: an hour)?|(?:a )?quarter|(?<minutes>\d{1,2})(?: min(?:ute)?s?)?) (?<side>past|after|to|before|till?|of) (?<clock>.+)$/;

function isAfter(side: string): boolean {
  return side === 'past' || side === 'after';
}

const LATIN =
  /^(?<hour>\d{1,2})(?: ?[:.h] ?(?<minute>\d{2})| (?<apart>\d{2})| ?uhr (?<after>\d{2}))?(?<unit> ?(?:h|hrs?|hours|uhr|o ?'? ?clock))?\.?$/;
const TOGETHER = /^(?<hour>\d{1,2})(?<minute>\d{2})(?: ?(?:h|hrs?|hours|uhr))?\.?$/;

function latinTime(text: string): WrittenTime | null {
  const { hour, minute, apart, after } = (LATIN.exec(text) ?? TOGETHER.exec(text))?.groups ?? {};
  return hour === undefined ? null : { hour: Number(hour), minute: Number(minute ?? apart ?? after ?? '0') };
}

/** 十五, 二十, 零五, 两, 零; not 两三, which means "two or three". */
const CHINESE_NUMBER = '(?:[二三四五]?十[一二三四五六七八九]?|[零〇]?[一二三四五六七八九两]|[零〇]|\\d{1,2})';
const CHINESE_HOUR = `(?<hour>${CHINESE_NUMBER})[点时](?:钟|整|正)?`;
const SHORT_OF = `差(?:(?<quarterShort>[一三])刻|(?<short>${CHINESE_NUMBER})分?)`;
const CHINESE = new RegExp(
  `^${CHINESE_HOUR}(?:(?<half>半)|过?(?<quarter>[一三])刻|过?(?<minute>${CHINESE_NUMBER})分?)?$`,
  'u',
);
const CHINESE_SHORT = [
  new RegExp(`^${SHORT_OF}(?:到|不到)?${CHINESE_HOUR}$`, 'u'),
  new RegExp(`^${CHINESE_HOUR}${SHORT_OF}$`, 'u'),
];

function chineseTime(text: string): WrittenTime | null {
  for (const pattern of CHINESE_SHORT) {
    const { hour, short, quarterShort } = pattern.exec(text)?.groups ?? {};
    const before = quarterShort ? numberOf(quarterShort) * 15 : numberOf(short ?? '零');
    if (hour !== undefined) return before > 59 ? null : { hour: numberOf(hour), minute: 0, before };
  }
  const { hour, half, quarter, minute = '零' } = CHINESE.exec(text)?.groups ?? {};
  if (hour === undefined) return null;
  return {
    hour: numberOf(hour),
    minute: half ? 30 : quarter ? numberOf(quarter) * 15 : numberOf(minute),
  };
}

/** The time of day that is meant in these parts of the day; null if there is none, or more than one. */
function onClock({ hour, minute, before = 0 }: WrittenTime, parts: readonly PartOfDay[]): string | null {
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null;
  if (parts.some(({ isHalf }) => isHalf) && (hour < 1 || hour > 12)) return null;
  const bothHalves = hour === 12 ? [12, 0] : hour < 12 ? [hour, hour + 12] : [hour % 24];
  const meant =
    parts.length === 0
      ? [hour % 24]
      : bothHalves.filter((each) => parts.every(({ hours }) => isBetween(each, hours)));
  const [only, ...others] = meant;
  if (only === undefined || others.length > 0) return null;
  const minutes = (only * 60 + minute - before + DAY_MINUTES) % DAY_MINUTES;
  return [Math.floor(minutes / 60), minutes % 60].map((each) => String(each).padStart(2, '0')).join(':');
}

const DAY_MINUTES = 24 * 60;

function isBetween(hour: number, [first, last]: PartOfDay['hours']): boolean {
  return first <= last ? first <= hour && hour <= last : first <= hour || hour <= last;
}
