import {
  DOUBLE_FAMILY_NAMES,
  FAMILY_NAMES,
  IN_A_SENTENCE,
  NUMBERED,
  OFFICE_INSIDE,
  ROLE,
  ROLE_ASKS,
  ROLE_BEFORE,
  simplified,
  THING,
  THING_AT_END,
  TITLE_AFTER,
  VOICE,
} from './vocabulary.ts';

/**
 * What a label looks like by itself: somebody's part in the talk (问, 记者, 发言人1); surely a name; a person in a word that is
 * no name (老王, 戴, 面试官); something that may be a nickname if the file uses it so; or neither.
 */
export type LabelForm = 'role' | 'name' | 'person' | 'maybe' | 'none';

/** As long as a label is, in characters, with an office: `《环球时报》记者`, `陳健波議員（經濟動力）`. */
export const LONGEST_LABEL = 40;

const HAN_ONLY = /^\p{Script=Han}+$/u;
const TRANSLITERATED = /^\p{Script=Han}{1,8}(?:\s?[·‧•・･．]\s?[\p{Script=Han}A-Z.]{1,10}){1,4}$/u;
const LATIN_NAME = /^(?=\p{Lu})[\p{Script=Latin}'’.-]{1,30}(?:[ ·][\p{Script=Latin}'’.-]{1,30}){1,4}$/u;
const JOINED_LATIN_NAME = /^\p{Lu}\p{Ll}{1,15}(?:\p{Lu}\p{Ll}{1,20}){1,3}$/u;
const ONE_LATIN_WORD = /^[\p{L}_][\p{L}\p{N}_.'’-]{0,24}$/u;
const BRACKETS_AT_END = /[（(【[][^）)】\]]{0,40}[）)】\]]$/;
const NICKNAME =
  /^(?:[老小阿大]\p{Script=Han}{1,2}|\p{Script=Han}{1,2}(?:哥|姐|总|工|爷|叔|姨|导|董)|\p{Script=Han}(?:某|某某|生|太|小姐))$/u;
/** A word for a person ends so, mostly: 研究员, 面试官, 候选人. */
const PERSON_WORD = /(?:[员者人官师生长家手方客友士民夫妇婆爷奶爸妈哥姐弟妹]|客服|代表|用户|同事|领导)$/;
/** Family names that begin few other words: 张力 is a word, and somebody's name. */
const SURELY_FAMILY = /^[王李张刘陈杨赵吴徐孙朱郭罗郑梁冯邓彭蒋蔡潘袁董吕魏丁沈卢姜崔谭汪廖贾韦邹邱]/;
const TITLE_CASE = /^\p{Lu}\p{Ll}{2,15}$/u;
const SEVERAL = /\s?[、/&＆+]\s?/;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Labels come again and again: so many are remembered. */
const REMEMBERED = 1000;
const forms = new Map<string, LabelForm>();

/** What a label looks like. */
export function formOf(printed: string): LabelForm {
  const before = forms.get(printed);
  if (before !== undefined) return before;
  const form = lookedAt(printed);
  if (forms.size >= REMEMBERED) forms.clear();
  forms.set(printed, form);
  return form;
}

function lookedAt(printed: string): LabelForm {
  const label = simplified(printed.trim());
  const name = label.replace(BRACKETS_AT_END, '').trim();
  if (name === '' || name.length > LONGEST_LABEL) return 'none';
  if (ROLE.test(name) || VOICE.test(name) || ROLE_ASKS.test(name)) return 'role';
  if (NUMBERED.test(name) || THING.test(name)) return 'none';
  const [first = '', ...others] = name.split(SEVERAL);
  if (others.length > 3) return 'none';
  if (others.length > 0 && first !== '') {
    const forms = [first, ...others].map((one) => (ROLE.test(one) ? 'role' : formOfOne(one)));
    return forms.every((form) => form === 'name' || form === 'role') ? 'name' : 'none';
  }
  return formOfOne(name);
}

function formOfOne(name: string): LabelForm {
  if (isPersonalName(name)) return 'name';
  if (IN_A_SENTENCE.test(name) || THING_AT_END.test(name)) return 'none';
  if (OFFICE_INSIDE.test(name) || isTitledName(name)) return 'name';
  const bare = withoutRole(name);
  if (bare !== name && (isPersonalName(bare) || ONE_LATIN_WORD.test(bare) || bare.length <= 4)) return 'name';
  if (name.length <= 26 && TITLE_AFTER.test(name)) return 'name';
  if (FAMILY_NAMES.has(name) || NICKNAME.test(name) || TITLE_CASE.test(name)) return 'person';
  if (name.length <= 6 && HAN_ONLY.test(name) && PERSON_WORD.test(name)) return 'person';
  if (name.length < 4 && HAN_ONLY.test(name) && SURELY_FAMILY.test(name)) return 'person';
  if (ONE_LATIN_WORD.test(name)) return 'maybe';
  if (name.length > 14 || !/^[\p{Script=Han}A-Za-z\d]+$/u.test(name)) return 'none';
  return isOneWord(name) && !FAMILY_NAMES.has(name.charAt(0)) ? 'none' : 'maybe';
}

/** A name after what its bearer is: 原告代理人李芳. */
function isTitledName(name: string): boolean {
  for (const length of [3, 2, 4]) {
    const before = name.slice(0, -length);
    if (before === '' || !isPersonalName(name.slice(-length))) continue;
    if (TITLE_AFTER.test(before) || ROLE.test(before)) return true;
  }
  return false;
}

/** A Chinese name with its family name, a foreign one in Chinese characters, or one in Latin letters with two parts. */
export function isPersonalName(name: string): boolean {
  if (TRANSLITERATED.test(name) || LATIN_NAME.test(name) || JOINED_LATIN_NAME.test(name)) return true;
  const joined = /^\p{Script=Han}\s{1,3}\p{Script=Han}{1,2}$/u.test(name) ? name.replace(/\s/g, '') : name;
  if (!HAN_ONLY.test(joined) || joined.length < 2 || joined.length > 4) return false;
  const simple = simplified(joined);
  const family = DOUBLE_FAMILY_NAMES.has(simple.slice(0, 2)) ? 2 : FAMILY_NAMES.has(simple.charAt(0)) ? 1 : 0;
  const given = joined.length - family;
  return family > 0 && given >= 1 && given <= 2 && !isOneWord(simple);
}

/** A label without what somebody does there: 鲁健 of 主持人 鲁健. */
function withoutRole(label: string): string {
  return label.replace(ROLE_BEFORE, '');
}

/** A name as it is compared: without spaces, roles, what stands in brackets, and case. */
export function comparable(label: string): string {
  const simple = simplified(label).replace(BRACKETS_AT_END, '');
  const bare = withoutRole(simple.trim()).replace(/主持人?$/, '');
  return (bare === '' ? simple : bare).replace(/[\s·‧•・]/g, '').toLowerCase();
}

/** Whether dictionaries know it as one word, as they know few names: 优点, 方法. */
function isOneWord(text: string): boolean {
  let count = 0;
  for (const _ of segmenter.segment(text)) count++;
  return count === 1 && HAN_ONLY.test(text);
}
