import { dateOf } from '../../core/language/dates.ts';
import type { Steps } from '../../core/steps.ts';
import type { SourcePart } from '../../core/transcript/source.ts';
import type { Facts, LeftOutReason } from '../format.ts';
import { calledIn, HEAD_PARTS, namesInList } from './lists.ts';
import { isPersonalName, mayBePersonalName } from './names.ts';
import { PARTS_PER_STEP } from './steps.ts';
import {
  BYLINE,
  CONTACT_LINE,
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
  /^[[(（【]?(?:\d{1,3}[:：]\d{2}(?:[:：]\d{2})?(?:[.,]\d{1,3})?|(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)?(?:\s{0,2}[（(]?(?:星期|周|週)[一二三四五六日天末][)）]?)?\s{0,2}(?:[上下]午)?\s{0,2}(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?)[\])）】]?$/;
const WESTERN_DATE =
  /(?<!\d)(?<year>(?:19|20)\d{2})\s?[-/.年]\s?(?<month>\d{1,2})\s?[-/.月]\s?(?<day>\d{1,2})(?!\d)/g;
const CHINESE_DATE =
  /(?<year>[一二][〇○零一二三四五六七八九]{3})年(?<month>[一二三四五六七八九十]{1,2})月(?<day>[一二三四五六七八九十]{1,3})日/g;
const REPUBLIC_DATE = /民國\s?(?<year>\d{2,3})\s?年\s?(?<month>\d{1,2})\s?月\s?(?<day>\d{1,2})\s?日/g;
const WIDE = /^\p{Script=Han}(?:\s{1,4}\p{Script=Han}){1,4}(?=[\s：:])/u;
const WIDE_HEADING = /^\p{Script=Han}(?:\s{1,3}\p{Script=Han}){3,5}$/u;
/** Words of a headline, by which it is told from what the page has above it. */
const OF_A_HEADLINE =
  /实录|專訪|专访|访谈|发布会|记者会|对话|会议|纪录|记录|论坛|圆桌|座谈|答.{0,6}记者问|文字稿|逐字稿|讲座|辑录/;
/** The year before the first of the Republic of China, by which Taiwan counts. */
const BEFORE_REPUBLIC = 1911;
const STATED_TITLE = /^(?:会议主题|会议名称|主题|标题|原标题|题目)\s?[：:]\s?/;
const STATED_DATE = /^[（(【[]?(?:会议时间|会议日期|时间|日期|开始时间|录制时间|采访时间|创建时间)/;
const LISTED =
  /^[（(【[]?(?:发布人|发布者|新闻发布人|发布嘉宾|参会人员?|参会者|与会者|与会人员|与会嘉宾|出席者?|出席人员|出席委员|列席者?|列席人员|列席委员|列席官员|请假委员|嘉宾|主持人?|主席|代理主席|议长|秘书长|副秘书长|专门委员|主任秘书|纪录|记录|受访者|受访人|受访嘉宾|被访者|采访者|采访人|访谈者|访问者|采访对象|访谈对象|本期嘉宾|本期主持人?|本期主播|主播|对谈嘉宾|对谈人|讲者|主讲人?|主讲者|与谈人|引言人|口译|翻译|参与者)\s?[】\]]?[：:]\s?/;

/** A note of the publisher on the text: 注：本文图片均由受访者提供。 */
const NOTE_ON_TEXT =
  /^[（(【]?(?:注|附注|备注|编注|图注|注释)\s?[：:].{0,80}(?:本文|文中|文内|图片|配图|照片|插图|受访|化名|速记|录音)/;

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
    if (isCaption) {
      const reason = isNearEdge ? captionReason(text) : null;
      if (reason) leftOut.set(at, reason);
      continue;
    }
    const isHead = at < HEAD_PARTS || leftOut.get(at - 1) === 'list';
    const reason = reasonOf(text, isHead, isNearEdge);
    if (reason) leftOut.set(at, reason);
    const list = isHead ? LISTED.exec(tight(simplified(text)))?.[0].length : undefined;
    const goesOn =
      list === undefined && leftOut.get(at - 1) === 'list' && names.length > 0 && !/[：:]/.test(text);
    const listed = list === undefined && !goesOn ? [] : namesInList(tight(text).slice(list ?? 0));
    const bare = listed.map((name) => /\p{Script=Han}\s{1,3}(\p{Script=Han}{2,4})$/u.exec(name)?.[1] ?? name);
    names.push(...bare.filter((name) => isPersonalName(name) || mayBePersonalName(name)));
    const isCalled = list !== undefined && text.length < LONGEST_LINE && calledIn(text).length > 0;
    if (listed.length > 0 || isCalled) leftOut.set(at, 'list');
  }
  return { leftOut, facts: names.length > 0 ? { names: [...new Set(names)] } : {} };
}

function captionReason(text: string): LeftOutReason | null {
  if (text.length >= 60 || SENTENCE_END.test(text)) return null;
  const simple = simplified(text);
  return CREDIT_LINE.test(simple) || /^字幕由.{1,20}(?:生成|提供|制作)$/.test(simple) ? 'credit' : null;
}

/** A line in the head of a record, whose first word is set in wide letters: `主  席：`, `報 告 事 項`. */
function tight(text: string): string {
  return text.replace(WIDE, (wide) => wide.replace(/\s/g, ''));
}

function reasonOf(text: string, isHead: boolean, isNearEdge: boolean): LeftOutReason | null {
  if (text.length > LONGEST_LINE) return null;
  if (!/[\p{L}\p{N}]/u.test(text)) return 'note';
  if (BARE_TIME.test(text) && /\d/.test(text)) return 'time';
  const simple = tight(simplified(text));
  if (WIDE_HEADING.test(text)) return 'heading';
  // What a program of meetings says of itself: 李娜 已停止听录.
  if (text.length <= 40 && /已(?:开始|停止|暂停|结束)(?:听录|转录|录制|转写|录音)$/.test(simple))
    return 'note';
  const isShort = text.length <= 60 && !SENTENCE_END.test(text);
  if (isShort && (CREDIT_LINE.test(simple) || BYLINE.test(simple))) return 'credit';
  if (isShort && /来源\s?[:：]/.test(simple) && /\d{1,2}[-/.月]\d{1,2}/.test(text)) return 'credit';
  if (isNearEdge && /^[（(]?完[)）]?(?:$|[/／])/.test(text)) return 'note';
  if (/^[（(].{1,40}[)）]$/.test(text) && /来源|编辑|记者|摄|供图|报道/.test(simple)) return 'credit';
  const isOfPage =
    PAGE_PART.test(simple) || (PAGE_LINE.test(simple) && (/[：:]/.test(text) || text.length <= 40));
  if (isNearEdge && isOfPage && !FIRST_PERSON.test(simple.replace(/我们|我們/g, ''))) return 'note';
  if (isNearEdge && NOTE_ON_TEXT.test(simple) && !/[我你您咱]/.test(simple)) return 'note';
  if (isNearEdge && isShort && CONTACT_LINE.test(simple)) return 'note';
  if (isHead && HEAD_LINE.test(simple) && !SENTENCE_END.test(text)) return 'list';
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
  const titleAt = stated === -1 && hasTitle ? headlineIn(head, leftOut, parts) : stated;
  const printed = head[titleAt]?.text ?? '';
  const title = printed
    .slice(STATED_TITLE.exec(simplified(printed))?.[0].length ?? 0)
    .replace(/^#{1,6}\s/, '')
    .trim();
  const date = dateIn(head);
  return { titleAt, ...(title === '' ? {} : { title }), ...(date === null ? {} : { date }) };
}

/**
 * Where a headline is that looks like a label with words (`对话桥梁专家：钢桥还能用多久？`): the first line, right above a byline, with
 * what stands before its colon at the start of no other line; -1 if there is none.
 */
export function headlineAboveByline(
  parts: readonly SourcePart[],
  leftOut: ReadonlyMap<number, LeftOutReason>,
): number {
  const text = parts[0]?.text ?? '';
  const label = /^[^：:]{1,40}[：:]/u.exec(text)?.[0];
  if (label === undefined || leftOut.has(0) || leftOut.get(1) !== 'credit' || text.length > 80) return -1;
  return parts.slice(1).some((part) => part.text.startsWith(label)) ? -1 : 0;
}

/** Where the headline is: the first line, or one below what the page has above it; -1 if there is none. */
function headlineIn(
  head: readonly SourcePart[],
  leftOut: ReadonlyMap<number, LeftOutReason>,
  parts: readonly SourcePart[],
): number {
  const top = [...head.keys()].filter((at) => !leftOut.has(at)).slice(0, 4);
  const able = top.filter((at) => isTitle(head[at]?.text ?? '', parts));
  const first = able[0] === top[0] ? (able[0] ?? -1) : -1;
  const words = (at: number) => OF_A_HEADLINE.test(simplified(head[at]?.text ?? ''));
  const telling = able.filter((at) => words(at) && (head[at]?.text.length ?? 0) > 7);
  return telling[0] ?? (first < 4 ? first : -1);
}

/** Whether a first line is a headline: no sentence, and nothing that is said. */
function isTitle(text: string, parts: readonly SourcePart[]): boolean {
  if (text.length < 2 || text.length > 80 || parts.length < 2 || BARE_TIME.test(text)) return false;
  if (/[>＞»|]|^(?:以下|下面|全文如下)/.test(text) || /^[\p{Script=Latin}\s]{1,4}$/u.test(text)) return false;
  const simple = simplified(text);
  if (HEAD_LINE.test(simple) || /^[【[](?:主持|嘉宾|来宾|讲者|主讲|对谈)/.test(simple)) return false;
  if (/^[^：:]{1,12}[：:].*[？?]$/.test(text)) return false;
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
