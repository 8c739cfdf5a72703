import { SHORT_MONTHS } from '../language/calendar.ts';
import { dateOf } from '../language/dates.ts';
import { oneEditApart } from '../language/one-edit.ts';
import { shorten } from '../language/text.ts';
import { plain } from './yaml-lines.ts';

/** A value in the front matter by its keys, list positions as `*`: how a line with it looks. */
const LINES: Readonly<Record<string, string>> = {
  title: 'title: Bridge meeting',
  'title.en': 'title: { en: Bridge meeting, zh-CN: 桥梁会议 }',
  'title.zh-CN': 'title: { en: Bridge meeting, zh-CN: 桥梁会议 }',
  'title.zh-TW': 'title: { en: Bridge meeting, zh-TW: 橋樑會議 }',
  date: 'date: 2024-05-01',
  organiser: 'organiser: The Bridge Club',
  'organiser.en': 'organiser: { en: The Bridge Club, zh-CN: 桥梁学会 }',
  language: 'language: en',
  spoken: 'spoken: en',
  recording: 'recording: https://youtu.be/abc',
  source: 'source: { file: source.txt }',
  'source.file': 'file: source.txt',
  'source.headline': 'headline: Steel or wood?',
  'source.lines': 'lines: 1-53',
  'source.format': 'format: webvtt',
  'source.left-out': 'left-out: 1-4, 97',
  speakers: 'speakers: [Ann Lee, Mira Holt]',
  'speakers.*': '- Ann Lee',
  'speakers.*.name': '- name: Ann Lee',
  'speakers.*.names': 'names: { zh-CN: 李安, zh-TW: 李安 }',
  'speakers.*.names.zh-CN': 'names: { zh-CN: 李安, zh-TW: 李安 }',
  'speakers.*.names.zh-TW': 'names: { zh-CN: 李安, zh-TW: 李安 }',
  'speakers.*.role': 'role: an engineer',
  'speakers.*.role.en': 'role: { en: an engineer, zh-CN: 工程师 }',
  'speakers.*.moderator': 'moderator: true',
  'speakers.*.aliases': 'aliases: [A. Lee, ANN LEE]',
  'speakers.*.otherForms': 'otherForms: [Annie Lee]',
  'speakers.*.person': 'person: Ann Lee',
  'speakers.*.anonymous': 'anonymous: voice',
  topics: 'topics: [steel, wood]',
  'topics.*': '- steel',
  examples: 'examples: ["Does steel last?"]',
  'examples.*': '- "Does steel last?"',
};

/** In characters: what somebody wrote is repeated up to this length. */
const REPEATED = 120;

/** A key or a value of front matter with the positions in lists as `*`. */
export function generalKey(key: string): string {
  return key.replace(/(?<=^|\.)\d+(?=\.|$)/g, '*');
}

/**
 * A line as somebody should write it who wrote something else: with their own value, if it is clear what is meant, or else
 * with another one.
 * @param key keys and list positions that lead to the value
 * @param value what stands there
 * @returns undefined if there is nothing to go by
 */
export function rightLine(key: string, value: unknown): string | undefined {
  const general = generalKey(key);
  const own = ownLine(general, value);
  if (own !== undefined) return own;
  const [whole] = [general, general.replace(/\.(?:en|zh-CN|zh-TW)$/, '')].flatMap(
    (each) => LINES[each] ?? [],
  );
  return whole;
}

/**
 * The line with a key that was meant by another one, and with the value that somebody wrote.
 * @param key keys and list positions that lead to the value
 */
export function lineWithKey(key: string, value: unknown): string | undefined {
  const general = generalKey(key);
  const [, start = ''] = /^(- name: |role: |person: )/.exec(LINES[general] ?? '') ?? [];
  return start !== '' && general.startsWith('speakers.') && typeof value === 'string' && value.trim() !== ''
    ? `${start}${plain(shorten(value, REPEATED).trim())}`
    : rightLine(key, value);
}

function ownLine(key: string, value: unknown): string | undefined {
  const text =
    typeof value === 'string' || typeof value === 'number' ? shorten(String(value), REPEATED).trim() : '';
  if (text === '') return undefined;
  if (key === 'date') return dateIn(text);
  if (key === 'recording' && /^[\w-]+(?:\.[\w-]+)+\/\S*$/.test(text)) return `recording: https://${text}`;
  if (key === 'source' && /^[\w-][\w.-]*$/.test(text)) return `source: { file: ${text} }`;
  if (key === 'title' || key === 'organiser') return `${key}: ${plain(text)}`;
  const [, whole, locale] = /^(title|organiser)\.(en|zh-CN|zh-TW)$/.exec(key) ?? [];
  if (whole !== undefined) return `${whole}: { ${locale}: ${plain(text)} }`;
  if (key === 'speakers.*') return `- ${plain(text)}`;
  const list = /^(?:speakers|topics|examples|speakers\.\*\.(?:aliases|otherForms))$/.test(key);
  if (!list) return undefined;
  const items = text.split(/[,\uFF0C\u3001;\n]/u).map((item) => item.replace(/^[\s-]+/, '').trim());
  return `${key.split('.').at(-1)}: [${items
    .filter((item) => item !== '')
    .map(plain)
    .join(', ')}]`;
}

/** A date as front matter has it, if no other day can be meant: May 5, 2024; 2024/5/5; 31.5.2024; 2024年5月5日. */
function dateIn(text: string): string | undefined {
  const numbers = text.match(/\d+/g) ?? [];
  const year = numbers.find((each) => each.length === 4);
  const rest = numbers.filter((each) => each !== year).map(Number);
  const named = SHORT_MONTHS.findIndex((month) => new RegExp(`\\b${month}`, 'i').test(text)) + 1;
  if (year === undefined) return undefined;
  const [first = 0, second = 0] = rest;
  const isYearFirst = numbers[0] === year;
  let day: readonly [month: number, day: number] | null = null;
  if (named > 0 && rest.length === 1) day = [named, first];
  else if (named === 0 && rest.length === 2) {
    if (isYearFirst || second > 12 || first === second) day = [first, second];
    else if (first > 12) day = [second, first];
  }
  const date = day && dateOf(Number(year), ...day);
  return date === null ? undefined : `date: ${date}`;
}

/** Keys that people write for another one. */
const MEANT: Readonly<Record<string, string>> = {
  speaker: 'speakers',
  names: 'speakers',
  participants: 'speakers',
  people: 'speakers',
  organizer: 'organiser',
  organization: 'organiser',
  host: 'organiser',
  lang: 'language',
  video: 'recording',
  url: 'recording',
  link: 'recording',
  topic: 'topics',
  example: 'examples',
  questions: 'examples',
  alias: 'aliases',
  roles: 'role',
  zh: 'zh-CN',
  cn: 'zh-CN',
  'zh-hans': 'zh-CN',
  tw: 'zh-TW',
  'zh-hant': 'zh-TW',
  english: 'en',
  chinese: 'zh-CN',
  leftout: 'left-out',
  'left out': 'left-out',
  left_out: 'left-out',
  other_forms: 'otherForms',
};

/**
 * The key that was meant by one that is not known: misspelt by a letter or two, in capitals, or by another word.
 * @param parent keys and list positions that lead to the map which has it
 */
export function keyMeant(parent: string, key: string): string | undefined {
  const above = parent === '' ? '' : `${generalKey(parent)}.`;
  const known = Object.keys(LINES).flatMap((each) =>
    each.startsWith(above) && !each.slice(above.length).includes('.') ? each.slice(above.length) : [],
  );
  const written = key.trim().toLowerCase();
  const byWord = MEANT[written];
  if (byWord !== undefined && known.includes(byWord)) return byWord;
  return known.find((each) => each.toLowerCase() === written || isNear(each.toLowerCase(), written));
}

/**
 * Whether a word has one letter too few, too many or wrong, or two in each other's place. Short ones are like many: of the
 * known one's four letters, one may be missing.
 */
function isNear(known: string, written: string): boolean {
  return known.length >= 4 && written.length >= 3 && oneEditApart(known, written) !== null;
}
