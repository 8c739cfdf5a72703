import { readExceptions } from '../language/exceptions.ts';
import { EVERY_DAY } from './schedule.ts';

const DAY_NAMES = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];
const CHINESE_DAYS = '一二三四五六日';
/** Sets of days with a name of their own, alone or in a list. */
const NAMED_DAYS: readonly [RegExp, string][] = [
  [
    /\b(?:daily|every ?day|each day|(?:all|7|seven) days a week|all days|all week|all(?= *$))\b|每一?天|每日|天天/gu,
    EVERY_DAY,
  ],
  [
    /\b(?:(?:every |each )?week ?days?|(?:working|work|business|school) ?days?)\b|(?:每个|每個)?(?:工作日|工作天|上班日|平日)/gu,
    '12345',
  ],
  [/\b(?:(?:every |each |the )?week ?ends?)\b|(?:每个|每個|每)?(?:周末|週末|双休日|雙休日)/gu, '67'],
];
const DAY =
  '(mon?|tu(?:es?)?|we(?:d(?:nes|s)?)?|th(?:u(?:rs?)?)?|fri?|sa(?:t(?:ur)?)?|sun?)(?:days?)?(?![a-z])\\.?|(?:周|週|星期|礼拜|禮拜)?([一二三四五六日]|(?<=[周週期拜])天|(?<!\\d)[1-7](?!\\d))';
const DAYS = new RegExp(`(?:${DAY})(?:\\s*(?:-|–|—|~|to|thru|through|until|至|到)\\s*(?:${DAY}))?`, 'gu');
/** What may stand between days. */
const BETWEEN =
  /^(?:[\s,;、&+/()]|and|plus|on|only|just|the|和|及|跟|与|與|还有|還有|以及|every|each|每个|每個|每|逢|只|仅|僅|在|的|都)*$/u;
/** M-F, MWF, TTh, M/W/F: at least two days by their letters. */
const LETTERS = /^(?:(?:m|tu|th|t|w|f|sa|su)[\s,/&+]*){2,}$/;
const LETTER = /m|tu|th|t|w|f|sa|su/g;
const LETTER_RANGE = /^(m|tu?|w|th|f|sa|su) ?[-–—~] ?(m|tu|w|th|f|sa|su)$/;

/**
 * Reads days as people type them: every day, weekdays, mon-fri, Mon, Wed and Fri, M-F, weekends and Mondays, every day
 * except Sunday, 工作日, 周一至周五, 週一、三、五, 除周日外每天; and as `Schedule` writes them.
 * @returns the days as `Schedule` writes them, or null if they are not days
 */
export function readDays(typed: string): string | null {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  if (/^[1-7]+$/.test(text)) return [...new Set(text)].sort().join('');
  const { included, excluded } = readExceptions(text);
  const isOnlyExcepted = excluded !== null && BETWEEN.test(included);
  const days = isOnlyExcepted ? new Set(EVERY_DAY) : daysIn(included);
  const left = excluded === null ? new Set<string>() : daysIn(excluded);
  if (!days || !left) return null;
  const found = [...days].filter((day) => !left.has(day)).sort();
  return found.length > 0 ? found.join('') : null;
}

/** The days that a text names, as `Schedule` numbers them; null if it says anything else. */
function daysIn(text: string): Set<string> | null {
  const byLetters = daysByLetters(text);
  if (byLetters) return byLetters;
  const found = new Set<string>();
  let rest = text;
  for (const [name, days] of NAMED_DAYS) {
    rest = rest.replace(name, () => {
      for (const day of days) found.add(day);
      return ' ';
    });
  }
  rest = rest.replace(DAYS, (_, latin, chinese, lastLatin, lastChinese) => {
    const first = dayOf(latin ?? chinese);
    for (const day of daysBetween(first, dayOf(lastLatin ?? lastChinese ?? latin ?? chinese))) found.add(day);
    return '';
  });
  return BETWEEN.test(rest) && found.size > 0 ? found : null;
}

function daysByLetters(text: string): Set<string> | null {
  const [, first, last] = LETTER_RANGE.exec(text) ?? [];
  if (first !== undefined && last !== undefined)
    return new Set(daysBetween(dayOfLetters(first, false), dayOfLetters(last, false)));
  if (!LETTERS.test(text)) return null;
  const letters = text.match(LETTER) ?? [];
  // MTWTF has a T for Thursday too.
  return new Set(letters.map((each, at) => String(dayOfLetters(each, letters.slice(0, at).includes('w')))));
}

function dayOfLetters(letters: string, isAfterWednesday: boolean): number {
  if (letters === 't' && isAfterWednesday) return 4;
  return DAY_NAMES.findIndex((name) => name.startsWith(letters)) + 1;
}

/** Fri-Mon crosses the end of the week. */
function daysBetween(first: number, last: number): string[] {
  const count = ((last - first + 7) % 7) + 1;
  return Array.from({ length: count }, (_, at) => String(((first - 1 + at) % 7) + 1));
}

/** 1 (Monday) to 7. */
function dayOf(name: string): number {
  if (/^[1-7]$/.test(name)) return Number(name);
  const chinese = CHINESE_DAYS.indexOf(name === '天' ? '日' : name);
  return (chinese >= 0 ? chinese : DAY_NAMES.indexOf(name.slice(0, 2))) + 1;
}
