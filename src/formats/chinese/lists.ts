import type { Candidate } from './candidates.ts';
import { formOf, isPersonalName, mayBePersonalName } from './names.ts';
import { IN_A_SENTENCE, simplified } from './vocabulary.ts';

/** In so many parts at the start of a file a list of those who were there may stand. */
export const HEAD_PARTS = 40;
/** Longer is no list of a few people, in characters. */
const LONGEST_LIST = 80;
/** How a name is to be called from here on: 以下简称“蜂鸟”, （下称 Mark）. */
const CALLED =
  /(?<full>[\p{Script=Han}\p{Script=Latin}·]{1,20})[》”」]?\s?[（(,，]?\s?(?:以下|下文)?(?:简称|簡稱|下称|下稱)(?:为|為)?[:：]?\s?[“「"]?(?<short>[\p{Script=Han}\p{Script=Latin}]{1,8})(?=[”」"）)，,])/gu;

/** A list of those who were there is no label with words: `嘉宾：张三、李四`, `【嘉宾】张三 某公司创始人`, `受访者：李女士（以下简称李）`. */
export function isList({ form, printed, end }: Candidate, text: string): boolean {
  if (form !== 'role' || (printed !== 'colon' && printed !== 'brackets')) return false;
  const rest = text.slice(end);
  if (rest === '' || rest.length > LONGEST_LIST) return false;
  return namesInList(rest).length > 0 || calledIn(rest).length > 0 || isPersonWithOffice(rest);
}

/** A name, and after a space or in brackets what its bearer is. */
function isPersonWithOffice(text: string): boolean {
  if (/[。！？!?；;：:]/.test(text)) return false;
  const [name = '', ...others] = text.split(/[\s（(，,/]{1,4}/);
  return isPersonalName(name) && !others.some((one) => IN_A_SENTENCE.test(simplified(one)));
}

/** The names in a list: `张三（某公司）、李四`; none if it is no list of names. */
export function namesInList(text: string): string[] {
  const bare = text.replace(/[（(][^（()）]{0,40}[)）]/g, '').trim();
  const items = bare.split(/[、,，；;\s/]{1,3}/).filter((item) => item !== '');
  const whole = !/[、,，；;/]/.test(bare) && formOf(bare) === 'name' ? [bare] : items;
  const named = whole.filter((item) => formOf(item) === 'name');
  if (/[。！？!?]/.test(bare) || whole.some((item) => /[你您我咱]|那|大家/.test(item))) return [];
  if (named.length === 0 || named.length * 2 < whole.length) return [];
  return whole.filter((item) => named.includes(item) || mayBePersonalName(item));
}

/** The names that a text says it uses from there on, short and in full. */
export function calledIn(text: string): string[] {
  if (!/[简簡下][称稱]/.test(text)) return [];
  return [...text.matchAll(CALLED)].flatMap(({ groups }) => [groups?.full ?? '', groups?.short ?? '']);
}
