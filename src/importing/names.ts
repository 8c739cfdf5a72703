import { nameForm, nameWords } from '../core/language/name-form.ts';
import type { Anonymous } from '../core/transcript/transcript.ts';
import { isPersonalName } from '../formats/chinese/names.ts';

/** A name as a label prints it, taken apart. */
export interface PrintedName {
  /** As it is printed. */
  printed: string;
  /** Without the badges of a meeting tool; it stands in `printed` word for word. */
  name: string;
  /** What a meeting tool has added: `(Guest)`. */
  badges: readonly string[];
  /** Without a title before it; it stands in `name` word for word. */
  core: string;
  /** The title or role before it, in small letters: `dr`, `主持人`; empty if there is none. */
  title: string;
  /** The words of `core` as names are compared; a name without spaces is divided at its capital letters. */
  words: readonly string[];
  /** `core` as names are compared, without spaces. */
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

/** Takes a printed name apart. */
export function printedName(printed: string): PrintedName {
  const badges = Array.from(printed.matchAll(BADGE), ([badge]) => badge.trim());
  const name = badges.length > 0 ? printed.replace(BADGE, '').replace(/\s\s/gu, ' ').trim() : printed.trim();
  const role = BRACKETED.exec(name)?.[1] ?? '';
  const [title, core] = withoutTitle(name.replace(BRACKETED, '').trim());
  return {
    printed,
    name: name === '' ? printed.trim() : name,
    badges,
    core,
    title,
    words: nameWords(dividedAtCapitals(core)).split(' ').filter(Boolean),
    form: nameForm(core),
    role: nameForm(role),
  };
}

const LATIN_WORD = /^\p{Lu}\p{L}+$/u;

function withoutTitle(name: string): [title: string, core: string] {
  const chinese = CHINESE_TITLE.exec(name)?.[0];
  const rest = name.slice(chinese?.length ?? 0);
  if (chinese !== undefined && (isPersonalName(rest) || LATIN_WORD.test(rest)))
    return [chinese.replace(/[\s:：]/gu, ''), rest];
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
  return /\p{Script=Han}/u.test(title) ? core : name;
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
  /^(?:q\d*|questions?(?: from (?:the )?(?:audience|floor|public))?|audience questions?|questioner|(?:a |the )?reporters?|press|记者问?|記者問?|问题?|問題?|提问者?|提問者?|媒体|媒體|媒体记者|媒體記者|网友|網友)\.?$/iu;
const RESPONDENT = /^(?:a|answers?|the witness|witness|答|回答|答复|答覆)\.?$/iu;
const VOICE =
  /^(?:(?:speaker|spk|spkr|voice|person|participant|channel|ch|user|说话人|說話人|发言人|發言人|讲者|講者|话者|話者|讲话人|講話人|嘉宾|嘉賓)[ _-]?(?:\d+|\p{Lu})|s\d+|\d+|\p{Lu})$/iu;
const GUID = /^[{(]?[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}[)}]?(?:[/-]\d+)?$/iu;
const UNNAMED =
  /^(?:unknown|unidentified|unnamed|unattributed|anonymous|male|female)(?: (?:male|female))?(?: (?:speakers?|voices?|participants?|persons?|man|woman|member|reporter))?(?: \d+)?$|^(?:speakers?|voices?|several voices|participants?|audience(?: member)?s?|(?:a )?members? of (?:the )?(?:audience|public)|(?:the )?(?:floor|public)|(?:speakers? )?from the (?:floor|audience)|question from a member of the public|man|woman|all|观众|觀眾|听众|聽眾|与会者|與會者|未知|未知发言人|未知發言人|不明|众人|眾人)$/iu;

/**
 * Whom a label stands for that is no name; null for a name. `A` is who answers if somebody else is `Q`, and else a voice.
 * @param hasQuestioner whether the file has a label for those who ask, besides
 */
export function anonymousKind(name: string, hasQuestioner: boolean): Anonymous | null {
  const plain = name.trim();
  if (UNNAMED.test(plain)) return 'unnamed';
  if (REPORTER.test(plain)) return 'reporter';
  if (RESPONDENT.test(plain) && (hasQuestioner || !/^a\.?$/iu.test(plain))) return 'respondent';
  return VOICE.test(plain) || GUID.test(plain) ? 'voice' : null;
}

/** Whether each label of a kind may be another person's, and so begins a turn. Only a voice is told apart by a program. */
export function isPerhapsSeveral(anonymous: Anonymous | null): boolean {
  return anonymous !== null && anonymous !== 'voice';
}

/** Whether a label is one of those who ask: then `A` is who answers. */
export function isQuestioner(name: string): boolean {
  return REPORTER.test(name.trim());
}
