import { EVERY_DAY } from './schedule.ts';

const DAY_NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const CHINESE_DAYS = '一二三四五六日';
/** Sets of days with a name of their own, alone or in a list. */
const NAMED_DAYS: readonly [RegExp, string][] = [
  [
    /\b(?:daily|every ?day|each day|all days|(?:all|7|seven) days a week|all week)\b|每一?天|每日|天天/gu,
    EVERY_DAY,
  ],
  [
    /\b(?:(?:every |each )?week ?days?|(?:working|work|business|school) ?days?)\b|(?:每个|每個)?(?:工作日|上班日|平日)/gu,
    '12345',
  ],
  [/\b(?:(?:every |each |the )?week ?ends?)\b|(?:每个|每個|每)?(?:周末|週末|双休日|雙休日)/gu, '67'],
];
const DAY =
  '(mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?(?![a-z])\\.?|(?:周|週|星期|礼拜|禮拜)?([一二三四五六日]|(?<=[周週期拜])[1-7天])';
const DAYS = new RegExp(`(?:${DAY})(?:\\s*(?:-|–|—|~|to|thru|through|until|至|到)\\s*(?:${DAY}))?`, 'gu');

/**
 * Reads days as people type them: every day, weekdays, mon-fri, Mon, Wed and Fri, weekends and Mondays, 工作日, 周一至周五,
 * 週一、三、五; and as `Schedule` writes them.
 * @returns the days as `Schedule` writes them, or null if they are not days
 */
export function readDays(typed: string): string | null {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  if (/^all$/.test(text)) return EVERY_DAY;
  if (/^[1-7]+$/.test(text)) return [...new Set(text)].sort().join('');
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
    const last = dayOf(lastLatin ?? lastChinese ?? latin ?? chinese);
    // Fri-Mon crosses the end of the week.
    for (let day = first; ; day = (day % 7) + 1) {
      found.add(String(day));
      if (day === last) break;
    }
    return '';
  });
  const isClean = /^(?:[\s,;、&+/]|and|on|only|和|及|与|與|跟|还有|還有|every|each|每个|每個|每|逢)*$/u.test(
    rest,
  );
  return isClean && found.size > 0 ? [...found].sort().join('') : null;
}

/** 1 (Monday) to 7. */
function dayOf(name: string): number {
  if (/^[1-7]$/.test(name)) return Number(name);
  const chinese = CHINESE_DAYS.indexOf(name === '天' ? '日' : name);
  return (chinese >= 0 ? chinese : DAY_NAMES.indexOf(name.slice(0, 3))) + 1;
}
