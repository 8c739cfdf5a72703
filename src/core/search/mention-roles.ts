/**
 * `asked`: the question is about what these speakers said ("What does Miller think of …"). `mentioned`: it is
 * about other people's words as well ("Who disagreed with Miller?"). `excluded`: it is about everybody
 * else's ("What does everybody except Miller think of …").
 */
export type MentionRole = 'asked' | 'mentioned' | 'excluded';

/** What comes before the name of a speaker who is only mentioned. */
const BEFORE_MENTION =
  /(?:\b(?:with|to|about|than|against|for|of|asks?|asked|told|tells?|answers?|answered|echo(?:es|ed)?|thanks?|thanked|quotes?|quoted|mentions?|mentioned|interrupts?|interrupted|challenged?|rebut(?:s|ted)?)\s+|(?:对|跟|和|与|同|向|给|像|比|问|问了|询问|请教|回应|回应了|反驳|反驳了|赞同|同意|支持|批评|呼应|呼应了|提到|提到了|引用|感谢)\s*)["“]?$/iu;
/** A question that asks for a person, so that the names in it are only mentioned. */
const ASKS_WHO =
  /^\s*(?:who|whose|which\s+(?:speaker|panell?ist|person)s?)\b|谁|哪位|哪个(?:人|发言人|嘉宾)|哪些(?:人|发言人|嘉宾)/iu;
/**
 * What comes before the name of a speaker who is certainly asked: "according to", or a request such as "Ask
 * Miller about …", "quotes by Miller", "the position of Miller".
 */
const BEFORE_ASKED =
  /\baccording\s+to\s+$|\b(?:view|words|opinion|position|stance|take|thoughts?|remarks?|comments?|statements?)s?\s+(?:of|by|from)\s+$|\b(?:quotes?|anything|something|everything)\s+(?:by|from)\s+$|^\s*(?:please\s+)?(?:ask|quote)\s+$|^\s*(?:请)?问(?:一?下|问)?\s*$/iu;

/** What comes before the name of a speaker whose words are not wanted. */
const BEFORE_EXCLUDED =
  /(?:\b(?:except(?:ing)?|excluding|besides|minus|without|barring|ignor(?:e|ing)|leaving\s+out|leave\s+out|skip(?:ping)?)(?:\s+(?:for|from|by|what))?|\b(?:other|rather|apart|aside)\s+(?:than|from)|\bsave\s+for|\b(?:every|any|no)\s?(?:one|body)(?:\s+else)?\s+but|\b(?:all|others?|nobody|none|speakers?|panell?ists?|people|who|those|guests?)\s+but|\bnot(?:\s+(?:by|from))?|\bisn['’]?t|\baren['’]?t)\s+(?:the\s+)?(?:(?:mr|mrs|ms|dr|prof(?:essor)?)\.?\s+)?["“]?$|(?:除了|除开|除去|除却|不算上?|不计|撇开|抛开|不包括|不包含|不含|排除|不要|不看|别算|不是|(?<![除是无莫])非|(?<!扣)除)\s*["“]?$|(?:^|\s)[-−]$/iu;
/** What comes after the name of such a speaker. */
const AFTER_EXCLUDED = /^\s*(?:以外|之外|除外|外(?=$|[,\s谁还有哪其大])|不算在内|excluded\b|aside\b)/iu;

/** What joins two names that play the same part: "Miller and Estevez", 米勒、埃斯特维兹. */
const COORDINATION =
  /^(?:['’]s)?\s?[,;、/&+]?(?:(?:\s(?:and|or|nor|vs\.?|versus|as well as))?\s?|和|与|跟|及|以及|或者?|还是|同)(?:(?:the|mr\.?|mrs\.?|ms\.?|dr\.?|prof\.?|professor)\s)?$/u;

function isCoordination(between: string): boolean {
  return between.trim() !== '' && COORDINATION.test(between);
}

/** A question that compares those whom it names. */
const COMPARES =
  /^\s*(?:please\s+)?(?:compare|contrast)\b|\b(?:vs|versus)\b|\bdifferences?\s+between\b|\bcompared?\s+(?:to|with)\b|\b(?:differ|disagree)\b|对比|对照|比较|相比|区别|分歧|异同/iu;

/** A name in a normalised question, as UTF-16 offsets: `start` inclusive, `end` exclusive. */
export interface NamePlace {
  start: number;
  end: number;
}

/**
 * What part each of the names in a question plays in it.
 * @param text the question, normalised, with single spaces
 * @param names in the order of the text
 */
export function rolesOf(text: string, names: readonly NamePlace[]): MentionRole[] {
  const roles: MentionRole[] = [];
  for (const [at, name] of names.entries()) {
    const last = names[at - 1];
    const isJoined = last !== undefined && isCoordination(text.slice(last.end, name.start));
    const role = (isJoined ? roles[at - 1] : undefined) ?? roleOf(text, name);
    // Of several who are named, only the first is asked, unless another is joined to the first or asked anew.
    const isAnother = role === 'asked' && !isJoined && roles.includes('asked');
    roles.push(isAnother && !isAskedAgain(text, name) ? 'mentioned' : role);
  }
  const isComparison = names.length > 1 && COMPARES.test(text);
  return isComparison ? roles.map((role) => (role === 'mentioned' ? 'asked' : role)) : roles;
}

/** What comes before the name of a speaker who is asked too: "…, and what does Estevez say?" */
const ASKS_AGAIN =
  /\b(?:and|or|but|nor)\s+(?:(?:what|how|why|when|where)\s+)?(?:about|did|does|do|would|is|was)\s+$/iu;
/** What comes after it: 埃斯特维兹呢? */
const ASKED_AGAIN = /^\s*(?:呢|又?(?:怎么|如何)|too\b|as\s+well\b)/iu;

function isAskedAgain(text: string, { start, end }: NamePlace): boolean {
  return ASKS_AGAIN.test(text.slice(0, start)) || ASKED_AGAIN.test(text.slice(end));
}

/** Whether what is around a name leaves its owner out. */
export function isExcluded(before: string, after: string): boolean {
  return BEFORE_EXCLUDED.test(before) || AFTER_EXCLUDED.test(after);
}

function roleOf(text: string, { start, end }: NamePlace): MentionRole {
  const before = text.slice(0, start);
  if (isExcluded(before, text.slice(end))) return 'excluded';
  if (BEFORE_ASKED.test(before)) return 'asked';
  return ASKS_WHO.test(text) || BEFORE_MENTION.test(before) ? 'mentioned' : 'asked';
}

/** What comes after the name of a speaker who is asked, and says no more of what is asked than "say" would. */
const AFTER_ASKED = /^(?:['’]s\b|\s?(?:asks?|asked|wants? to know|wanted to know)\b|(?:提)?问(?:过|了|到)?)/u;

/** Words that say whose words are wanted, and nothing about the subject. */
const WHOSE =
  /\b(?:every|any|some|no)\s?(?:one|body)\b|\b(?:the\s+)?others?\b|\belse\b|\b(?:all|rest\s+of)\s+the\b|(?:其他|其余|别的|另外|剩下)(?:的)?(?:所有)?(?:人|嘉宾|发言人|讲者|几位|与会者|专家)?们?都?|所有人|大家/giu;
const COMPARISON_WORDS =
  /^\s*(?:please\s+)?(?:compare|contrast)\b|\b(?:vs|versus)\b\.?|\b(?:the\s+)?differences?\s+between\b|\bcompared?\s+(?:to|with)\b|\b(?:differ|disagree)\b|对比|对照|比较一下|比较|相比|区别|分歧|异同/giu;

/** Titles after a Chinese name: 王教授. */
const AFTER_NAME =
  /^(?:先生|女士|小姐|教授|博士|老师|院士|律师|医生|主任|局长|行长|部长|校长|总(?![统理督部量共体裁]))/u;
/** Titles and initials before a name, which are no part of what is asked: "Professor J. Adeyemi". */
const BEFORE_NAME =
  /(?:\b(?:mr|mrs|ms|miss|dr|prof|professor|sir|dame|madam|lord|lady|chairman|chairwoman|president|vice|senator|secretary|minister|governor|judge|justice|commissioner|ambassador|general|director|van|von|de|der|den|del|la|di|ter|ten)\b\.?\s)+$|(?:教授|博士|先生|女士)$|(?<![\p{L}\p{N}])(?:[a-z]\.\s?)+$|@$/u;

/**
 * A question without some of the names in it, and without the words that only say whose words are wanted.
 * @param names in the order of the text, each with its role
 */
export function withoutNames(text: string, names: readonly (NamePlace & { role: MentionRole })[]): string {
  const excludes = names.some(({ role }) => role === 'excluded');
  let rest = '';
  let at = 0;
  for (const [number, { start, end, role }] of names.entries()) {
    const between = text.slice(at, start).replace(BEFORE_NAME, ' ');
    const isJoined = number > 0 && isCoordination(between);
    rest += isJoined ? ' ' : `${role === 'excluded' ? between.replace(BEFORE_EXCLUDED, ' ') : between} `;
    at = end + (AFTER_NAME.exec(text.slice(end))?.[0].length ?? 0);
    const after = text.slice(at).match(role === 'excluded' ? AFTER_EXCLUDED : AFTER_ASKED);
    if (after) at += after[0].length;
  }
  rest += text.slice(at);
  if (excludes) rest = rest.replace(WHOSE, ' ');
  return names.length > 1 ? rest.replace(COMPARISON_WORDS, ' ') : rest;
}
