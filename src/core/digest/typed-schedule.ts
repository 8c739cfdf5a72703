import { EVERY_DAY } from './schedule.ts';

/** Parts of the day, which Chinese puts before the hour; those after noon add twelve. */
const MORNING = /^(?:上午|早上|早晨|清晨|凌晨|清早)/u;
const AFTERNOON = /^(?:下午|傍晚)/u;
const NIGHT = /^(?:晚上|夜里|夜裡|晚间|晚間|半夜|深夜)/u;
const NOON = /^(?:中午|正午)/u;
const PARTS = [MORNING, AFTERNOON, NIGHT, NOON];
/** 十五, 二十, 零五, 两, 零; not 两三, which means "two or three". */
const CHINESE_NUMBER = '(?:[二三四五]?十[一二三四五六七八九]?|[零〇]?[一二三四五六七八九两兩]|[零〇])';
const CHINESE_TIME = new RegExp(
  `^(?<hour>\\d{1,2}|${CHINESE_NUMBER})(?:[点點时時](?:钟|鐘|整)?|(?=:))(?:(?<half>半)|(?<quarter>[一三])刻|:?(?<minute>\\d{1,2}|${CHINESE_NUMBER})分?)?$`,
  'u',
);
const LATIN_TIME =
  /^(?<hour>\d{1,2})(?: ?[:.h] ?(?<minute>\d{2})|h)?(?: ?(?:o['’]?clock|uhr))?(?: ?(?<half>[ap])(?:\.? ?m)?\.?)?$/;

/**
 * Reads a time as people type it: 9:00, 09:00, 0900, 9am, 9.30 pm, noon, 上午9点, 下午三点半, 21時15分.
 * @returns HH:MM, or null if it is not a time
 */
export function readTime(typed: string): string | null {
  const text = typed.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
  if (/^(?:noon|midday|中午|正午)$/u.test(text)) return '12:00';
  if (/^(?:midnight|午夜|半夜)$/u.test(text)) return '00:00';
  if (/^\d{4}$/.test(text)) return timeOf(Number(text.slice(0, 2)), Number(text.slice(2)));
  return readLatinTime(text) ?? readChineseTime(text);
}

function readLatinTime(text: string): string | null {
  const { hour, minute = '0', half } = LATIN_TIME.exec(text)?.groups ?? {};
  if (hour === undefined) return null;
  if (half === undefined) return timeOf(Number(hour), Number(minute));
  if (Number(hour) < 1 || Number(hour) > 12) return null;
  return timeOf((Number(hour) % 12) + (half === 'p' ? 12 : 0), Number(minute));
}

function readChineseTime(typed: string): string | null {
  const text = typed.replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '');
  const part = PARTS.find((each) => each.test(text));
  const rest = part ? text.replace(part, '') : text;
  const {
    hour: writtenHour,
    half,
    quarter,
    minute: writtenMinute = '0',
  } = CHINESE_TIME.exec(rest)?.groups ?? {};
  if (writtenHour === undefined) return null;
  const hour = numberOf(writtenHour);
  const minute = half ? 30 : quarter ? numberOf(quarter) * 15 : numberOf(writtenMinute);
  // 中午11点 is before noon, 中午1点 after it; 凌晨12点 and 晚上12点 are midnight, 夜里两点 is after midnight.
  if (part === MORNING)
    return hour > 12 ? null : timeOf(hour === 12 && /^凌晨/u.test(text) ? 0 : hour, minute);
  if (part === NOON) return timeOf(hour < 4 ? hour + 12 : hour, minute);
  if (part === NIGHT && (hour < 5 || hour === 12)) return timeOf(hour % 12, minute);
  return timeOf(part && hour < 12 ? hour + 12 : hour, minute);
}

const DIGITS = '零一二三四五六七八九';

/** A number in Latin or Chinese digits, 0 to 99. */
function numberOf(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  const digits = written.replace(/〇/g, '零').replace(/[两兩]/g, '二');
  const digit = (sign: string) => DIGITS.indexOf(sign);
  if (!digits.includes('十')) return Number([...digits].map(digit).join(''));
  const [tens = '', ones = ''] = digits.split('十');
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones));
}

function timeOf(hour: number, minute: number): string | null {
  if (!(hour >= 0 && hour <= 24 && minute >= 0 && minute <= 59) || (hour === 24 && minute > 0)) return null;
  return `${String(hour % 24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

const DAY_NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const CHINESE_DAYS = '一二三四五六日';
const NAMED_DAYS: readonly [RegExp, string][] = [
  [/^(?:daily|every ?day|all|每天|每日|每一天|天天)$/u, EVERY_DAY],
  [/^(?:week ?days|working ?days|workdays|工作日|平日)$/u, '12345'],
  [/^(?:week ?ends?|the weekend|周末|週末)$/u, '67'],
];
const DAY =
  '(mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?|(?:周|週|星期|礼拜|禮拜)?([一二三四五六日]|(?<=[周週期拜])天)';
const DAYS = new RegExp(`(?:${DAY})(?:\\s*(?:-|–|—|~|to|thru|through|至|到)\\s*(?:${DAY}))?`, 'gu');

/**
 * Reads days as people type them: every day, weekdays, mon-fri, Mon, Wed and Fri, 工作日, 周一至周五, 週一、三、五; and as
 * `Schedule` writes them.
 * @returns the days as `Schedule` writes them, or null if they are not days
 */
export function readDays(typed: string): string | null {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  const named = NAMED_DAYS.find(([pattern]) => pattern.test(text));
  if (named) return named[1];
  if (/^[1-7]+$/.test(text)) return [...new Set(text)].sort().join('');
  const found = new Set<number>();
  const rest = text.replace(DAYS, (_, latin, chinese, lastLatin, lastChinese) => {
    const first = dayOf(latin ?? chinese);
    const last = dayOf(lastLatin ?? lastChinese ?? latin ?? chinese);
    // Fri-Mon crosses the end of the week.
    for (let day = first; ; day = (day % 7) + 1) {
      found.add(day);
      if (day === last) break;
    }
    return '';
  });
  const isClean = /^(?:[\s,;、&+/]|and|和|及|every|每)*$/u.test(rest);
  return isClean && found.size > 0 ? [...found].sort().join('') : null;
}

/** 1 (Monday) to 7. */
function dayOf(name: string): number {
  const chinese = CHINESE_DAYS.indexOf(name === '天' ? '日' : name);
  return (chinese >= 0 ? chinese : DAY_NAMES.indexOf(name.slice(0, 3))) + 1;
}

let known: readonly string[] | undefined;

/** The IANA names of all time zones that can be chosen. */
export function timeZones(): readonly string[] {
  known ??= [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];
  return known;
}

/**
 * Reads a time zone as people type it: an IANA name in any case, with spaces or underscores, current or older; or the
 * name of its city alone.
 * @returns the IANA name, or null if there is no such zone
 */
export function readTimeZone(typed: string): string | null {
  const wanted = typed.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, '_');
  const all = timeZones();
  const exact = all.find((zone) => zone.toLowerCase() === wanted);
  if (exact) return exact;
  const cities = all.filter((zone) => zone.toLowerCase().endsWith(`/${wanted}`));
  if (cities.length === 1) return cities[0] ?? null;
  // Names that Node lists under an older one, such as Asia/Kolkata, and their cities.
  const areas = new Set(all.flatMap((zone) => /^.+?\//.exec(zone) ?? []));
  const names = wanted.includes('/') ? [wanted] : Array.from(areas, (area) => `${area}${wanted}`);
  const found = new Set(names.flatMap((name) => canonicalZone(name) ?? []));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

function canonicalZone(name: string): string | null {
  // An offset such as +08:00 has no daylight saving time, and is not a zone.
  if (!/^[a-z]+(?:\/[a-z_+-]+\d*)+$/i.test(name)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
