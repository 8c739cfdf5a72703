import type { FoundLabel } from '../format.ts';
import { formOf, isPersonalName, type LabelForm, LONGEST_LABEL } from './names.ts';
import { AS_THEY_SPEAK } from './vocabulary.ts';

/** How the labels of a file are printed: before the words, with a time, or as a line of their own. */
export type LabelStyle = 'before' | 'timed' | 'alone';

/** How a label is printed. */
export type Printed = 'colon' | 'brackets' | 'time' | 'alone' | 'sign';

/** Something at the start of a part, or inside of one, that may be a label. */
export interface Candidate extends FoundLabel {
  printed: Printed;
  form: LabelForm;
  /** Its form alone says that it is a label: a time beside a name, `<name>`. */
  isCertain?: true;
  /** It is set apart, in bold or in brackets. */
  isMarked?: true;
}

const CLOCK = String.raw`\d{1,3}[:：]\d{2}(?:[:：]\d{2})?(?:[.,]\d{1,3})?`;
const DAY = String.raw`(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s{1,2})?`;
const TIME_FIRST = new RegExp(
  `^[\\[(（【]?(${DAY})(${CLOCK})(?:\\s{0,2}(?:-->|[-–—~～])\\s{0,2}${CLOCK})?[\\])）】]?[\\s,，|]{0,4}`,
);
const TIME_AFTER = new RegExp(
  `[\\s\\[(（【|,，@]{1,6}(${DAY})(${CLOCK})(?:\\s{0,2}(?:-->|[-–—~～])\\s{0,2}${CLOCK})?[\\])）】]?\\\\?$`,
);
const TIME_THEN_WORDS = new RegExp(
  `^([^\\d\\[(（【:：][^\\[(（【:：。！？!?，,]{0,39})[\\[(（【]?(${DAY})(?<!\\d)(${CLOCK})[\\])）】]?[\\s:：]{0,4}`,
);
/** What stands before a time in a sentence, and not before the time of a label: 明天下午 10:30. */
const BEFORE_A_TIME =
  /(?:[上下中]午|[早晚]上|凌晨|[明今昨后後]天|[周週][一二三四五六日末]|星期.|[约約在到至从從点點的是和于於]|时间|時間|改期|定于|开始|開始|结束|結束)$/;
/** Of these, what a name may be or end in, too: 周一, 李和. */
const ENDS_A_NAME = /[约約至点點和于於]$/;
const ONE_OF_A_WEEK = /^[周週][一二三四五六]$/;
/** A chat, whose times are of the day. It names those to whom it goes: `从 张三 到 所有人：`. */
const FROM_TO =
  /^(?:从|從|来自|來自|由|发自|發自|From)\s{1,4}(?<name>[^:：]{1,40}?)\s{1,4}(?:到|至|给|給|收件人|发送至|發送至|to)\s{1,4}[^:：]{1,40}[:：]\s{0,4}/i;
const MARKS_BEFORE = /^[\s>*_#•·●■◆▪\-–—@]{0,8}(?:<\/?(?:b|strong|i|em|p)>){0,2}/;
const CHANGE = /^(?:>>|[-–—]\s?(?=\S))\s{0,2}/;
const IN_BRACKETS =
  /^(?:【([^】]{1,40})】|\[([^\]]{1,40})\]|<([^>]{1,40})>|「([^」]{1,12})」(?=[:：]))[\s:：]{0,4}/;
const BOLD = /^\*\*([^*]{1,40})\*\*[\s:：]{0,4}|^<b>([^<]{1,40})<\/b>[\s:：]{0,4}/;
/** What ends the search for a colon: a label is no sentence. */
const NOT_IN_A_LABEL = /[。！？!?，,；;…“”"„‘「」『』<>=]/;
const COLON = /[:：]/;
const MARKS_AFTER = /^(?:\*{1,3}|_{1,2}|<\/(?:b|strong|i|em)>)?\s{0,3}/;
const SENTENCE_END = /[。！？!?…”」』）)\s]/;

/** What may be a label at the start of a part. */
export function candidateAtStart(text: string): Candidate | null {
  return atTime(text) ?? afterMarks(text) ?? inBrackets(text) ?? atColon(text) ?? alone(text);
}

/** A sign that the speaker changes, without a name: `>>`, or in captions a dash. */
export function changeAtStart(text: string, isCaption: boolean): Candidate | null {
  const sign = CHANGE.exec(text)?.[0];
  if (sign === undefined || (!isCaption && !sign.startsWith('>>'))) return null;
  return { start: 0, end: sign.length, name: null, time: null, printed: 'sign', form: 'role' };
}

/** `张三 00:12`, `张三(00:00:12): words`, `[00:12] 张三：words`. */
function atTime(text: string): Candidate | null {
  const first = TIME_FIRST.exec(text);
  if (first) {
    const rest = text.slice(first[0].length);
    const found = rest === '' ? null : (fromTo(rest) ?? inBrackets(rest) ?? atColon(rest) ?? alone(rest));
    if (!found) return null;
    const isAlone = found.printed === 'alone';
    const isChat = FROM_TO.test(rest) || rest.startsWith('<');
    const time = isChat ? null : secondsOf(first[1], first[2]);
    const printed = isAlone ? 'time' : found.printed;
    return { ...found, start: 0, end: first[0].length + found.end, time, printed, isCertain: true };
  }
  if (text.length <= LONGEST_LABEL + 50) {
    const after = TIME_AFTER.exec(text);
    const name = after ? bareName(text.slice(0, after.index)) : '';
    const isName = name !== '' && !NOT_IN_A_LABEL.test(name) && !COLON.test(name);
    if (after && isName && !isBeforeATime(name, after[1])) {
      return candidate(text, text.length, name, 'time', secondsOf(after[1], after[2]));
    }
  }
  const then = TIME_THEN_WORDS.exec(text);
  const name = bareName(then?.[1] ?? '');
  if (!then || name === '' || NOT_IN_A_LABEL.test(name) || isBeforeATime(name, then[2])) return null;
  return candidate(text, then[0].length, name, 'time', secondsOf(then[2], then[3]));
}

/** Whether words before a time belong to a sentence. A weekday stands behind its date, and a name before it. */
function isBeforeATime(name: string, day: string | undefined): boolean {
  if (!BEFORE_A_TIME.test(name)) return false;
  if (ONE_OF_A_WEEK.test(name)) return day === undefined || day === '';
  return !(ENDS_A_NAME.test(name) && isPersonalName(name));
}

function fromTo(text: string): Candidate | null {
  const found = FROM_TO.exec(text);
  const name = found?.groups?.name?.trim() ?? '';
  return found && name !== '' ? candidate(text, found[0].length, name, 'colon', null) : null;
}

/** `**张三**：words`, `**张三** words`. */
function afterMarks(text: string): Candidate | null {
  const bold = BOLD.exec(text);
  const name = (bold?.[1] ?? bold?.[2] ?? '').trim();
  if (!bold || name === '' || /[。！？!?，,]/.test(name)) return null;
  const inside = name.replace(/[:：]$/, '').trim();
  const isColon = COLON.test(bold[0]) && !COLON.test(inside);
  if (COLON.test(inside)) return null;
  return { ...candidate(text, bold[0].length, inside, isColon ? 'colon' : 'brackets', null), isMarked: true };
}

function inBrackets(text: string): Candidate | null {
  const found = IN_BRACKETS.exec(text);
  const name = (found?.[1] ?? found?.[2] ?? found?.[3] ?? found?.[4] ?? '').trim();
  if (!found || name === '' || NOT_IN_A_LABEL.test(name)) return null;
  const after = TIME_AFTER.exec(name);
  if (after)
    return candidate(
      text,
      found[0].length,
      name.slice(0, after.index).trim(),
      'brackets',
      secondsOf(after[1], after[2]),
    );
  if (!COLON.test(name)) return candidate(text, found[0].length, name, 'brackets', null);
  const [role = '', bearer = '', ...others] = name.split(COLON).map((one) => one.trim());
  if (others.length > 0 || formOf(role) !== 'role' || bearer === '') return null;
  return { ...candidate(text, found[0].length, bearer, 'brackets', null), isCertain: true };
}

/** `张三：words`; `张三（某公司）：words`. */
function atColon(text: string): Candidate | null {
  const marks = MARKS_BEFORE.exec(text)?.[0].length ?? 0;
  const colon = colonOfLabel(text, marks);
  if (colon === -1) return null;
  const name = bareName(text.slice(marks, colon));
  if (name === '') return null;
  const after = colon + 1 + (MARKS_AFTER.exec(text.slice(colon + 1, colon + 20))?.[0].length ?? 0);
  const time = TIME_AFTER.exec(name);
  const bare = time ? name.slice(0, time.index).trim() : name;
  return candidate(
    text,
    Math.min(after, text.length),
    bare,
    'colon',
    time ? secondsOf(time[1], time[2]) : null,
  );
}

/** Where the colon of a label is; -1 if what stands before the first colon is no label. */
function colonOfLabel(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length && at < from + LONGEST_LABEL + 8; at++) {
    const sign = text.charAt(at);
    if (/[（(【[《]/.test(sign)) depth++;
    else if (/[）)】\]》]/.test(sign)) depth--;
    else if (COLON.test(sign)) {
      const isNumber = /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1));
      if (isNumber || text.startsWith('//', at + 1)) return -1;
      if (depth <= 0) return at;
    } else if (depth <= 0 && NOT_IN_A_LABEL.test(sign)) return -1;
  }
  return -1;
}

/** A name that is the whole part. */
function alone(text: string): Candidate | null {
  const name = bareName(text.slice(MARKS_BEFORE.exec(text)?.[0].length ?? 0));
  if (name === '' || text.length > LONGEST_LABEL || NOT_IN_A_LABEL.test(name) || COLON.test(name))
    return null;
  return candidate(text, text.length, name, 'alone', null);
}

/**
 * Further labels in a part, after the first: whole exchanges that are printed on one line.
 * @param isLabel whether the file uses a name as a label
 */
export function candidatesInside(
  text: string,
  from: number,
  isLabel: (name: string) => boolean,
): Candidate[] {
  const found: Candidate[] = [];
  for (let at = from; at < text.length; at++) {
    if (!COLON.test(text.charAt(at))) continue;
    const start = startOfInner(text, at, found.at(-1)?.end ?? from);
    const name = start === -1 ? '' : bareName(text.slice(start, at));
    if (name === '' || !isLabel(name)) continue;
    const end = at + 1 + (MARKS_AFTER.exec(text.slice(at + 1, at + 20))?.[0].length ?? 0);
    found.push({ ...candidate(text, Math.min(end, text.length), name, 'colon', null), start });
  }
  return found;
}

/** Where the words before a colon start, back to the end of a sentence; -1 if they are no label. */
function startOfInner(text: string, colon: number, from: number): number {
  for (let at = colon - 1; at >= from && at > colon - LONGEST_LABEL; at--) {
    const sign = text.charAt(at);
    if (/[。！？!?…”」』]/.test(sign) || (/\s/.test(sign) && at < colon - 1 && isEnd(text, at, from))) {
      return at + 1 + (/^\s{0,4}/.exec(text.slice(at + 1, colon))?.[0].length ?? 0);
    }
    if (/[，,；;、:：]/.test(sign)) return -1;
  }
  return -1;
}

/** Whether white space follows the end of a sentence. */
function isEnd(text: string, space: number, from: number): boolean {
  let at = space;
  while (at > from && /\s/.test(text.charAt(at))) at--;
  return SENTENCE_END.test(text.charAt(at)) && !/\s/.test(text.charAt(at));
}

function candidate(
  text: string,
  end: number,
  name: string,
  printed: Printed,
  time: number | null,
): Candidate {
  const white = /^\s{0,4}/.exec(text.slice(end))?.[0].length ?? 0;
  return { start: 0, end: end + white, name, time, printed, form: formOf(name) };
}

function bareName(text: string): string {
  return text
    .replace(/<[^<>]{1,10}>|\*{1,3}|_{2}/g, '')
    .replace(/^[\s>#•·●■◆▪\-–—@*_]{1,8}/, '')
    .trim()
    .replace(AS_THEY_SPEAK, '');
}

const BARE_CLOCK = new RegExp(`^[\\[(（【]?(${CLOCK})[\\])）】]?$`);

/** The time, in seconds, that a text is and nothing else; null if it is more, or none. */
export function clockOf(text: string): number | null {
  return text.length > 20 ? null : secondsOf(undefined, BARE_CLOCK.exec(text.trim())?.[1]);
}

/** In the recording; null for a time of day, which stands with a date. */
function secondsOf(day: string | undefined, clock: string | undefined): number | null {
  if (day !== undefined && day.trim() !== '') return null;
  if (clock === undefined) return null;
  const numbers = clock
    .replace(/[.,]\d+$/, '')
    .split(/[:：]/)
    .map(Number);
  const total = numbers.reduce((sum, number) => sum * 60 + number, 0);
  return Number.isFinite(total) ? total : null;
}
