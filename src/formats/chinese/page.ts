import { dateOf } from '../../core/language/dates.ts';
import type { Steps } from '../../core/steps.ts';
import type { SourcePart } from '../../core/transcript/source.ts';
import type { Facts, LeftOutReason } from '../format.ts';
import { isPersonalName } from './names.ts';
import { PARTS_PER_STEP } from './steps.ts';
import { HEAD_PARTS, namesInList } from './uses.ts';
import {
  BYLINE,
  CREDIT_LINE,
  FIRST_PERSON,
  HEAD_LINE,
  PAGE_LINE,
  PAGE_PART,
  simplified,
} from './vocabulary.ts';

/** What belongs to the page and not to the talk, and what the page says of the talk. */
export interface Page {
  leftOut: Map<number, LeftOutReason>;
  facts: Facts;
}

/** What is longer is no line of the page's furniture, in characters. */
const LONGEST_LINE = 200;
const SENTENCE_END = /[。！？!?；;]/;
const BARE_TIME =
  /^[[(（【]?(?:\d{1,3}[:：]\d{2}(?:[:：]\d{2})?(?:[.,]\d{1,3})?|(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)?(?:\s{0,2}[（(]?(?:星期|周|週).[)）]?)?\s{0,2}(?:[上下]午)?\s{0,2}(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?)[\])）】]?$/;
const WESTERN_DATE =
  /(?<!\d)(?<year>(?:19|20)\d{2})\s?[-/.年]\s?(?<month>\d{1,2})\s?[-/.月]\s?(?<day>\d{1,2})(?!\d)/g;
const CHINESE_DATE =
  /(?<year>[一二][〇○零一二三四五六七八九]{3})年(?<month>[一二三四五六七八九十]{1,2})月(?<day>[一二三四五六七八九十]{1,3})日/g;
const REPUBLIC_DATE = /民國\s?(?<year>\d{2,3})\s?年\s?(?<month>\d{1,2})\s?月\s?(?<day>\d{1,2})\s?日/g;
/** The year before the first of the Republic of China, by which Taiwan counts. */
const BEFORE_REPUBLIC = 1911;
const STATED_TITLE = /^(?:会议主题|会议名称|主题|标题|原标题|题目)\s?[：:]\s?/;
const STATED_DATE = /^[（(【[]?(?:会议时间|会议日期|时间|日期|开始时间|录制时间|采访时间|创建时间)/;
const LISTED =
  /^[（(【[]?(?:参会人员?|参会者|与会者|与会人员|与会嘉宾|出席者?|出席人员|出席委员|列席者?|列席人员|列席委员|列席官员|嘉宾|主持人?|主席|议长|受访嘉宾|采访对象|本期嘉宾|对谈嘉宾|参与者)\s?[】\]]?[：:]\s?/;

/**
 * Finds what belongs to the page: bylines, credits, disclaimers, the head of a record, times on lines of their own.
 * @param isCaption whether the parts are captions: of these, only credits at their start and end are left out
 */
export function* pageSteps(parts: readonly SourcePart[], isCaption: boolean): Steps<Page> {
  const leftOut = new Map<number, LeftOutReason>();
  const names: string[] = [];
  for (const [at, { text }] of parts.entries()) {
    if (at % PARTS_PER_STEP === PARTS_PER_STEP - 1) yield;
    const isNearEdge = at < 8 || at >= parts.length - Math.max(8, Math.floor(parts.length / 8));
    const reason = isCaption ? (isNearEdge ? captionReason(text) : null) : reasonOf(text, at, isNearEdge);
    if (reason) leftOut.set(at, reason);
    const list = at < HEAD_PARTS ? LISTED.exec(simplified(text))?.[0].length : undefined;
    const goesOn =
      list === undefined && leftOut.get(at - 1) === 'list' && names.length > 0 && !/[：:]/.test(text);
    const listed = list === undefined && !goesOn ? [] : namesInList(text.slice(list ?? 0));
    names.push(...listed.filter(isPersonalName));
    if (listed.length > 0) leftOut.set(at, 'list');
  }
  return { leftOut, facts: names.length > 0 ? { names: [...new Set(names)] } : {} };
}

function captionReason(text: string): LeftOutReason | null {
  return text.length < 60 && !SENTENCE_END.test(text) && CREDIT_LINE.test(simplified(text)) ? 'credit' : null;
}

function reasonOf(text: string, at: number, isNearEdge: boolean): LeftOutReason | null {
  if (text.length > LONGEST_LINE) return null;
  if (!/[\p{L}\p{N}]/u.test(text)) return 'note';
  if (BARE_TIME.test(text) && /\d/.test(text)) return 'time';
  const simple = simplified(text);
  const isShort = text.length <= 60 && !SENTENCE_END.test(text);
  if (isShort && (CREDIT_LINE.test(simple) || BYLINE.test(simple))) return 'credit';
  if (isShort && /来源\s?[:：]/.test(simple) && /\d{1,2}[-/.月]\d{1,2}/.test(text)) return 'credit';
  if (isNearEdge && /^[（(]?完[)）]?(?:$|[/／])/.test(text)) return 'note';
  if (/^[（(].{1,40}[)）]$/.test(text) && /来源|编辑|记者|摄|供图|报道/.test(simple)) return 'credit';
  const isOfPage =
    PAGE_PART.test(simple) || (PAGE_LINE.test(simple) && (/[：:]/.test(text) || text.length <= 40));
  if (isNearEdge && isOfPage && !FIRST_PERSON.test(simple.replace(/我们|我們/g, ''))) return 'note';
  if (at < HEAD_PARTS && HEAD_LINE.test(simple) && !SENTENCE_END.test(text)) return 'list';
  return /^(?:#[^#\s]{1,20}#?\s{0,2}){1,20}$/.test(text) ? 'list' : null;
}

/**
 * What the parts before the first label say of the whole: its title and day. A day without a year is no day.
 * @param before how many parts stand before the first label
 * @param hasTitle whether the first line may be a headline
 */
export function factsBefore(
  parts: readonly SourcePart[],
  before: number,
  leftOut: ReadonlyMap<number, LeftOutReason>,
  hasTitle: boolean,
): Facts & { titleAt: number } {
  const head = parts.slice(0, Math.min(before, HEAD_PARTS));
  const stated = head.findIndex(({ text }) => STATED_TITLE.test(simplified(text)));
  const first = hasTitle ? head.findIndex((_, at) => !leftOut.has(at)) : -1;
  const titleAt =
    stated === -1 && first >= 0 && first < 4 && isTitle(head[first]?.text ?? '', parts) ? first : stated;
  const printed = head[titleAt]?.text ?? '';
  const title = printed
    .slice(STATED_TITLE.exec(simplified(printed))?.[0].length ?? 0)
    .replace(/^#{1,6}\s/, '')
    .trim();
  const date = dateIn(head);
  return { titleAt, ...(title === '' ? {} : { title }), ...(date === null ? {} : { date }) };
}

/** Whether a first line is a headline: no sentence, and nothing that is said. */
function isTitle(text: string, parts: readonly SourcePart[]): boolean {
  if (text.length < 2 || text.length > 80 || parts.length < 2 || BARE_TIME.test(text)) return false;
  if (/[>＞»|]/.test(text)) return false;
  return !/[。；;，,]$/.test(text) && !/大家好|各位好|欢迎|歡迎|谢谢|謝謝|我是|我叫/.test(text);
}

/** The day that a file states as its own, or the only one that its head has. */
function dateIn(head: readonly SourcePart[]): string | null {
  const stated = head.filter(({ text }) => STATED_DATE.test(simplified(text)) || BARE_TIME.test(text));
  for (const some of [stated, head]) {
    const days = new Set(some.flatMap(({ text }) => datesIn(text.slice(0, 500))));
    if (days.size === 1) return [...days][0] ?? null;
    if (days.size > 1) return null;
  }
  return null;
}

/** The days in a text that have a year, as YYYY-MM-DD. */
function datesIn(text: string): string[] {
  const found: (string | null)[] = [];
  for (const { groups } of text.matchAll(WESTERN_DATE)) {
    found.push(dateOf(Number(groups?.year), Number(groups?.month), Number(groups?.day)));
  }
  for (const { groups } of text.matchAll(REPUBLIC_DATE)) {
    found.push(dateOf(Number(groups?.year) + BEFORE_REPUBLIC, Number(groups?.month), Number(groups?.day)));
  }
  for (const { groups } of text.matchAll(CHINESE_DATE)) {
    const year = Number([...(groups?.year ?? '')].map(digitOf).join(''));
    found.push(dateOf(year, upTo99(groups?.month ?? ''), upTo99(groups?.day ?? '')));
  }
  return found.filter((day) => day !== null);
}

const digitOf = (sign: string) => Math.max(0, '〇一二三四五六七八九'.indexOf(sign));

function upTo99(numeral: string): number {
  const [tens, ones] = numeral.split('十');
  if (ones === undefined) return digitOf(numeral);
  return (tens === '' || tens === undefined ? 1 : digitOf(tens)) * 10 + (ones === '' ? 0 : digitOf(ones));
}
