import { nameForm, nameWords } from '../core/language/name-form.ts';
import type { Anonymous } from '../core/transcript/transcript.ts';
import { isPersonalName, mayBePersonalName } from '../formats/chinese/names.ts';
import { simplified } from '../formats/chinese/vocabulary.ts';

/** A name as a label prints it, taken apart. */
export interface PrintedName {
  /** As it is printed. */
  printed: string;
  /** Without the badges of a meeting tool; it stands in `printed` word for word. */
  name: string;
  /** What a meeting tool has added: `(Guest)`. */
  badges: readonly string[];
  /** Without a title and what is in brackets; it stands in `name` word for word. */
  core: string;
  /** The title or role before it, or in Chinese behind it, in small letters: `dr`, `主持人`; empty if there is none. */
  title: string;
  /**
   * The words of `core` as names are compared, the family name last (`Holt, Mira`); a name without spaces is divided at its
   * capital letters.
   */
  words: readonly string[];
  /** The same as one word. */
  form: string;
  /** What is in brackets and no badge: a role, a party, an organisation. */
  role: string;
}

/** What meeting tools put behind a name. A role such as `(Steel)` is none. */
const BADGE =
  /[(\uFF08[](?:guest|unverified|external(?: unfamiliar)?|unfamiliar|host|co-?host|organi[sz]er|presenter|you|me|muted|internal|anonymous|he\/him(?:\/his)?|she\/her(?:\/hers)?|they\/them(?:\/theirs)?|she\/they|he\/they|来宾|來賓|访客|訪客|外部|未验证|未驗證)[)\uFF09\]]/giu;
/** What is in brackets at the end of a name. */
const BRACKETED = /[(\uFF08]([^()\uFF08\uFF09]*)[)\uFF09]$/u;

const TITLES = new Set(
  `mr mrs ms miss mx dr prof professor sir dame madam lord lady hon honorable chair chairman chairwoman chairperson
  secretary senator sen representative rep congressman congresswoman governor gov president minister ambassador
  general colonel judge justice moderator host commissioner director mayor delegate speaker reverend`.split(
    /\s+/,
  ),
);
/** What is put before a name without a space. */
const CHINESE_TITLE =
  /^(?:主持人|主持|嘉宾|嘉賓|记者|記者|主席|教授|博士|讲者|講者|发言人|發言人)\s*[：:]?\s*/u;
/** Titles that say who leads the talk: without a name they mean whoever is so called with one. */
const MODERATING = new Set(['moderator', 'host', '主持人', '主持']);

/** Offices and titles that stand beside a Chinese name, in simplified characters. */
const OFFICE =
  '(?:副|常务副|执行|助理|首席|名誉|代理|政务|常务)?(?:教授|研究员|博士|院士|部长|会长|局长|司长|处长|科长|厅长|署长|次长|省长|市长|县长|区长|院长|校长|所长|行长|馆长|秘书长|理事长|董事长|执行长|议长|主席|主任|主委|委员|议员|总理|总统|总裁|总监|总经理|经理|书记|大使|律师|法官|医生|医师|工程师|分析师|老师|先生|女士|小姐)';
const NAME_THEN_OFFICE = new RegExp(`^(?<name>\\p{Script=Han}{2,4}?)(?<office>${OFFICE})$`, 'u');
const OFFICE_THEN_NAME = new RegExp(
  `^(?<office>\\p{Script=Han}{0,16}?${OFFICE})\\s?(?<name>\\p{Script=Han}{2,4})$`,
  'u',
);
const FAMILY_THEN_OFFICE = new RegExp(`^(?<family>\\p{Script=Han}{1,2})(?<office>${OFFICE})$`, 'u');

/** Takes a printed name apart. */
export function printedName(printed: string): PrintedName {
  const badges = Array.from(printed.matchAll(BADGE), ([badge]) => badge.trim());
  const name = badges.length > 0 ? printed.replace(BADGE, '').replace(/\s\s/gu, ' ').trim() : printed.trim();
  const bracketed = BRACKETED.exec(name)?.[1]?.trim() ?? '';
  const bare = name.replace(BRACKETED, '').trim();
  const isRole = isFullName(bracketed) && (TITLES.has(nameForm(bare)) || MODERATING.has(bare));
  const [whole, place] = withoutPlace(bare);
  const [title, core] = isRole ? [nameForm(bare), bracketed] : withoutTitle(whole);
  const natural = inNaturalOrder(core);
  return {
    printed,
    name: name === '' ? printed.trim() : name,
    badges,
    core,
    title,
    words: nameWords(dividedAtCapitals(natural)).split(' ').filter(Boolean),
    form: nameForm(natural),
    role: isRole ? '' : nameForm(bracketed === '' ? place : bracketed),
  };
}

const NAME_WORD = String.raw`\p{Lu}[\p{L}.'’-]{0,30}`;
/** Family name first, as directories print it: `Holt, Mira`, `de Silva, Ana Maria`. */
const FAMILY_FIRST = new RegExp(
  `^(?<family>(?:\\p{Ll}{1,4} ){0,2}${NAME_WORD}), (?<given>${NAME_WORD}(?: ${NAME_WORD}){0,2})$`,
  'u',
);
const FULL_NAME = new RegExp(`^${NAME_WORD}(?: (?:\\p{Ll}{1,4} )?${NAME_WORD}){1,3}$`, 'u');
/** Where somebody is from, behind the whole name: `Bo Chan, MIT`. */
const FROM_A_PLACE = new RegExp(
  `^(?<whole>${NAME_WORD}(?: (?:\\p{Ll}{1,4} )?${NAME_WORD}){1,4}), (?<place>[^,]{2,60})$`,
  'u',
);
/** What stands behind a comma and is no first name: Jr., PhD, MIT. */
const NO_FIRST_NAME = /^(?:[JS]r\.?|Ph\.?D\.?|M\.?D\.?|Esq\.?|\p{Lu}{2,6})$/u;

/** `Lena Voss` and 林美玲, which stand in brackets behind a role: `Moderator (Lena Voss)`. */
function isFullName(text: string): boolean {
  return FULL_NAME.test(text) || isPersonalName(text);
}

function inNaturalOrder(name: string): string {
  const { family, given } = FAMILY_FIRST.exec(name)?.groups ?? {};
  if (family === undefined || given === undefined) return name;
  return NO_FIRST_NAME.test(given) && family !== family.toUpperCase() ? name : `${given} ${family}`;
}

function withoutPlace(name: string): [whole: string, place: string] {
  const { whole, place } = FROM_A_PLACE.exec(name)?.groups ?? {};
  return whole === undefined || place === undefined ? [name, ''] : [whole, place];
}

/** Whether a name is printed with its family name first and a comma. */
export function isFamilyFirst({ core }: PrintedName): boolean {
  return inNaturalOrder(core) !== core;
}

/** The family name and the office of somebody who is called by nothing else: `陈部长`; null for all others. */
export function familyAndOffice({ name }: PrintedName): { family: string; office: string } | null {
  const { family, office } = FAMILY_THEN_OFFICE.exec(simplified(name))?.groups ?? {};
  return family === undefined || office === undefined ? null : { family, office };
}

/** Whether a name is a Chinese one with its family name, or may be. */
export function isChineseName({ core }: PrintedName): boolean {
  return /^\p{Script=Han}{2,4}$/u.test(core) && (isPersonalName(core) || mayBePersonalName(core));
}

/** `李晓梅教授`, `部長陳建仁`, `交通部副部长 李扬`. */
function besideOffice(name: string): [title: string, core: string] | null {
  const simple = simplified(name);
  if (simple.length !== name.length) return null;
  const before = NAME_THEN_OFFICE.exec(simple)?.groups?.name;
  if (before !== undefined && (isPersonalName(before) || mayBePersonalName(before)))
    return [simple.slice(before.length), name.slice(0, before.length)];
  const { office, name: after } = OFFICE_THEN_NAME.exec(simple)?.groups ?? {};
  if (office === undefined || after === undefined || !isPersonalName(after)) return null;
  // The office stands inside of a name: 林委員楚茵.
  return FAMILY_THEN_OFFICE.test(office) ? null : [office, name.slice(-after.length)];
}

const LATIN_WORD = /^\p{Lu}\p{L}+$/u;

function withoutTitle(name: string): [title: string, core: string] {
  const chinese = CHINESE_TITLE.exec(name)?.[0];
  const rest = name.slice(chinese?.length ?? 0);
  if (chinese !== undefined && (isPersonalName(rest) || LATIN_WORD.test(rest)))
    return [chinese.replace(/[\s:：]/gu, ''), rest];
  const beside = besideOffice(name);
  if (beside) return beside;
  const [first = '', ...others] = name.split(/\s+/u);
  const title = first.replace(/(?<![.:])[.:]+$/u, '').toLowerCase();
  if (others.length === 0 || !TITLES.has(title)) return ['', name];
  // "Speaker 1" is no Ms. 1.
  if (!/\p{L}{2}/u.test(others.join(' '))) return ['', name];
  return [title, name.slice(first.length).trimStart()];
}

/** `AnaSwanson` is Ana Swanson, `McKay` stays. */
function dividedAtCapitals(name: string): string {
  if (/\s/u.test(name.trim())) return name;
  return name.replace(/(?<=\p{Ll}{3})(?=\p{Lu}\p{Ll})/gu, ' ');
}

/** A name as a table has it: without badges, and without a Chinese role that is printed in one word with it. */
export function tableForm({ name, core, title }: PrintedName): string {
  return CHINESE_TITLE.test(title) && name.startsWith(title) ? core : name;
}

/** Whether a name is nothing but the role of whoever leads the talk. */
export function isModerating({ form, title }: PrintedName): boolean {
  return title === '' && MODERATING.has(form);
}

/** Whether a name has the role of whoever leads the talk before it. */
export function hasModeratingTitle({ title }: PrintedName): boolean {
  return MODERATING.has(title);
}

const REPORTER =
  /^(?:q\d*|questions?|questioner|(?:a |the )?(?:reporters?|journalists?)|press|记者[提追]?问?|記者[提追]?問?|问题?|問題?|[提追发發][问問]者?|提问人|提問人|媒体|媒體|媒[体體](?:[记記]者|提[问問])|网友|網友)\.?$/iu;
/** Somebody of a medium, whom the file does not name: 新华社记者. */
const OF_A_MEDIUM = /^(?<medium>[^:：，,]{2,24})(?:记者|記者)(?:提问|提問|问|問)?$/u;
const RESPONDENT = /^(?:a|answers?|the witness|witness|答|回答|答复|答覆)\.?$/iu;
const VOICE =
  /^(?:(?:speaker|spk|spkr|voice|person|participant|channel|ch|user|caller|guest|zoom user|说话人|說話人|发言人|發言人|讲者|講者|话者|話者|讲话人|講話人|嘉宾|嘉賓|用户|用戶|手机用户|手機用戶|微信用户|微信用戶|访客|訪客|游客|遊客)[ _-]?(?:\d+|\p{Lu})|s\d+|\d+|\p{Lu})$/iu;
const GUID =
  /^[{(]?[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}[)}]?(?:[/-]\d+)?(?:@[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})?$/iu;
/** What a meeting tool shows of somebody who has typed no name: the telephone. */
const DEVICE =
  /^(?:iphone|ipad|ipod|android|samsung|galaxy|huawei|honor|xiaomi|redmi|oppo|vivo|oneplus|pixel|macbook(?: air| pro)?|desktop|laptop|phone|telephone|zoom room|手机|手機|电话|電話|华为|華為|小米)(?: ?[a-z]?\d{1,3}[a-z]?)?(?: (?:pro|max|plus|mini|ultra|note|mate|tablet|phone|user)){0,2}(?: ?[(\uFF08]\d{1,2}[)\uFF09])?$/iu;
const TELEPHONE = /^\+?[\d(][\d\s().*•x-]{5,22}$/u;
const UNNAMED =
  /^(?:unknown|unidentified|unnamed|unattributed|anonymous|male|female)(?: (?:male|female))?(?: (?:speakers?|voices?|participants?|persons?|man|woman|member|reporter))?(?: \d+)?$|^(?:speakers?|voices?|several voices|participants?|(?:(?:an|the) )?audience(?: (?:member|question|comment)s?)?|(?:(?:a|the) )?(?:members? of (?:the )?(?:audience|public)|(?:question|comment)s? from (?:the )?(?:audience|floor|public|chat|room))|(?:the )?(?:floor|public)|(?:speakers? )?from the (?:floor|audience)|question from a member of the public|man|woman|all|(?:现场|現場)?(?:观众|觀眾|听众|聽眾)(?:提问|提問|问|問|发言|發言)?|(?:网友|網友|现场|現場|台下)(?:提问|提問)|与会者|與會者|未知|未知发言人|未知發言人|不明|众人|眾人)$/iu;

/**
 * Whom a label stands for that is no name; null for a name. `A` is who answers if somebody else is `Q`, and else a voice.
 * @param hasQuestioner whether the file has a label for those who ask, besides
 */
export function anonymousKind(name: string, hasQuestioner: boolean): Anonymous | null {
  const plain = name.trim();
  if (UNNAMED.test(plain)) return 'unnamed';
  if (REPORTER.test(plain) || isOfAMedium(plain)) return 'reporter';
  if (RESPONDENT.test(plain) && (hasQuestioner || !/^a\.?$/iu.test(plain))) return 'respondent';
  const isVoice = VOICE.test(plain) || GUID.test(plain) || DEVICE.test(plain) || isTelephone(plain);
  return isVoice ? 'voice' : null;
}

/** 路透社记者, and neither 王小明记者 nor 主持人记者. */
function isOfAMedium(name: string): boolean {
  const medium = OF_A_MEDIUM.exec(name)?.groups?.medium;
  if (medium === undefined) return false;
  const last = medium.split(/\s/u).at(-1) ?? '';
  return !isPersonalName(medium) && !isPersonalName(last) && /\p{L}{2}/u.test(medium);
}

function isTelephone(name: string): boolean {
  return TELEPHONE.test(name) && name.replace(/[^\d*•x]/gu, '').length >= 7;
}

/** Whether each label of a kind may be another person's, and so begins a turn. Only a voice is told apart by a program. */
export function isPerhapsSeveral(anonymous: Anonymous | null): boolean {
  return anonymous !== null && anonymous !== 'voice';
}

/** Whether a label is one of those who ask: then `A` is who answers. */
export function isQuestioner(name: string): boolean {
  return REPORTER.test(name.trim());
}
