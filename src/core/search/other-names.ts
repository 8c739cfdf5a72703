import { hasHan, normalise } from '../language/text.ts';
import { callNames, isTitle, nameParts } from '../transcript/speakers.ts';
import type { Speaker } from '../transcript/transcript.ts';
import type { EverydayWords } from './everyday-words.ts';
import { isCapitalised, type WrittenWords } from './written-words.ts';

/** A name in a normalised question, before it is known who is meant. */
export interface FoundName {
  /** What its owners are called: its words joined, and apart. */
  called: { key: string; words: readonly string[] };
  speakers: readonly Speaker[];
  start: number;
  end: number;
}

/** What tells whether a name is meant as a speaker's. */
export interface NameContext {
  /** The question, normalised, with single spaces. */
  text: string;
  written: WrittenWords;
  everyday: EverydayWords;
  /** All names found, each as one of its forms or parts. */
  found: readonly FoundName[];
}

/** What is called after people: "the Miller Center", "Raman spectroscopy". */
const NAMESAKES =
  /^\s(?:cent(?:er|re)|lite|university|college|institute|school|academy|foundation|museum|memorial|hospital|observatory|doctrine|award|prize|medal|county|island|river|street|road|avenue|airport|stadium|spectroscopy|spectrum|spectra|scattering|effect|theorem|lemma|equation|paradox|hypothesis|conjecture|modulus|constant|curve|indices|syndrome|disease|corporation|inc|llc|ltd|brothers|bros|dynasty|administration)\b|^['\u2019]s\s(?:modulus|theorem|lemma|law|equation|paradox|conjecture|constant|disease|syndrome)\b/u;
const CHINESE_NAMESAKES =
  /^(?:中心|大学|学院|学校|中学|小学|研究所|研究院|实验室|基金会|图书馆|博物馆|纪念|医院|公司|集团|奖|法案|主义|定理|定律|法则|规则|效应|光谱|散射|方程|常数|指数|曲线|悖论|猜想|综合征|事件|时代|家族|兄弟)/u;
/** What a name in a place of words comes after: "in Jordan". Nobody is asked there but with "'s view". */
const IN_PLACE = /\b(?:in|near|across|throughout|inside|outside)\s$/u;
const ARTICLE = /\b(?:the|an?|this|every)\s$/u;
/** After "the" and a name, words for what the person said: "the Miller quote". */
const WORDS_OF =
  /^(?:quotes?|views?|opinions?|positions?|stance|take|words|points?|arguments?|answers?|remarks?|comments?|statements?|interviews?|speech|talk|claims?|parts?|bits?|passages?|said|says?)\b/u;

/** So many characters around a name tell whose it is. */
const AROUND = 80;

/**
 * Those whom a name may mean. If it, or a part of it, belongs to something else, that is nobody: neither "Alan Turing" nor
 * "Steve Miller" nor "the Miller Center" is one of our speakers, and 李安 is not in 李安全. In Latin script another capitalised
 * word is next to it; in Chinese, it goes on to another word.
 */
export function oursAmong(name: FoundName, context: NameContext): readonly Speaker[] {
  const { called, speakers, start, end } = name;
  const before = context.text.slice(Math.max(0, start - AROUND), start);
  const after = context.text.slice(end, end + AROUND);
  const isWhole = (speaker: Speaker) => wholeNamesOf(speaker).has(called.key);
  if (called.words.some(hasHan)) {
    const [ofPart, ofWhole] = [false, true].map((whole) => isOtherInChinese(name, whole, context));
    return ofPart && ofWhole ? [] : speakers.filter((each) => !(isWhole(each) ? ofWhole : ofPart));
  }
  if (NAMESAKES.test(after) || isJoinedToOther(before, after)) return [];
  if (IN_PLACE.test(before) && !/^['’]/u.test(after)) return [];
  const isAmong = called.words.length > 1 ? isWhole : () => false;
  if (isAttribute(name, context)) return speakers.filter(isAmong);
  const isBeside = neighbours(name, before, context);
  return isBeside ? speakers.filter((each) => isWhole(each) || !isBeside(each)) : speakers;
}

/** Whether a hyphen or an apostrophe joins a name to another: "Miller-Meeks", "O'Sullivan". */
function isJoinedToOther(before: string, after: string): boolean {
  return /\p{L}[-‐'’]$/u.test(before) || /^[-‐]\p{L}/u.test(after);
}

/** Whether a name says only which: "the Estevez doctrine". */
function isAttribute({ called, start, end }: FoundName, { text, everyday }: NameContext): boolean {
  const next = /^\s([a-z]+)/u.exec(text.slice(end))?.[1];
  if (next === undefined || !ARTICLE.test(text.slice(0, start))) return false;
  return !called.words.every(everyday.isEveryday) && !everyday.isStop(next) && !WORDS_OF.test(next);
}

/** Words before a name that begin a message, though no dictionary has them. */
const BEGINNINGS = new Set(
  'yo hey hi hello ok okay btw pls plz thx imo imho fyi lol so hmm dear re via'.split(' '),
);
/** First names that are nothing else, also in small letters. */
const GIVEN_NAMES_ALONE = new Set(
  'james john robert michael david william richard joseph thomas charles christopher daniel matthew anthony steven steve andrew paul joshua kenneth kevin brian george timothy ronald edward jason jeffrey jeff ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory greg alexander alex patrick raymond dennis jerry tyler aaron jose adam nathan henry douglas doug zachary peter kyle noah ethan jeremy walter keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan bruce gabriel joe logan albert willie alan allen vincent eugene russell louis philip phil johnny bobby mike jim tim dan dave tony matt chris sam ken ron ed andy mary patricia jennifer linda elizabeth barbara susan jessica karen sarah lisa nancy sandra betty ashley emily kimberly margaret donna michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet maria olivia diane julie joyce victoria kelly christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice julia kate anne jane lucy alice pedro juan carlos luis miguel pablo hans klaus pierre ivan boris igor ahmed mohammed ali omar'.split(
    ' ',
  ),
);
/** First names that are words too, where a surname comes next. */
const GIVEN_NAMES = new Set(
  'bob bill jack frank rob pat sue dawn ivy lily chuck gene jean rod nick dick ray dale glen guy lance dean victor robin jay max martin herb daisy holly heather ruby jade iris penny sandy harry tom josh bruce ben'.split(
    ' ',
  ),
);

const wholeNames = new WeakMap<Speaker, ReadonlySet<string>>();

/** A speaker's name in each language, as a key. */
function wholeNamesOf(speaker: Speaker): ReadonlySet<string> {
  const forms = () => new Set(Object.values(speaker.names).map((form) => nameParts(form).join('')));
  const known = wholeNames.get(speaker) ?? forms();
  wholeNames.set(speaker, known);
  return known;
}

const ownWords = new WeakMap<Speaker, ReadonlySet<string>>();

/** Every word that a speaker can be called. */
function ownWordsOf(speaker: Speaker): ReadonlySet<string> {
  const known = ownWords.get(speaker) ?? new Set(callNames(speaker).flat());
  ownWords.set(speaker, known);
  return known;
}

/**
 * Tells of each speaker whether what is next to a part of the name makes it somebody else's.
 * @returns null if nothing does, whosever name it is
 */
function neighbours(
  name: FoundName,
  textBefore: string,
  { text, written, everyday, found }: NameContext,
): ((speaker: Speaker) => boolean) | null {
  const initial = /(?:^|[\s(])([a-z])\.\s?$/u.exec(textBefore)?.[1];
  if (initial !== undefined)
    return (speaker) => ![...ownWordsOf(speaker)].some((word) => word.startsWith(initial));
  const { after, before } = written.at(name.start) ?? {};
  const beforeInText = /(?:^|\s)([a-z]+)\s$/u.exec(textBefore)?.[1];
  const given = before ? normalise(before.word) : beforeInText;
  const suspects: string[] = [];
  if (after && isCapitalised(after)) suspects.push(normalise(after));
  if (given !== undefined && !isTitle(given)) {
    // In small letters, only what is nothing but a name is one.
    const isSmall = !before || !isCapitalised(before.word);
    const isWritten = isCapitalised(written.at(name.start)?.word ?? '');
    const isOther = isSmall
      ? !isWritten && GIVEN_NAMES_ALONE.has(given)
      : GIVEN_NAMES.has(given) || !(everyday.isKnown(given) || (before.isFirst && BEGINNINGS.has(given)));
    if (isOther) suspects.push(given);
  }
  if (suspects.length === 0) return null;
  // What is next may be a part of the same name, misspelt.
  const beside = found.filter(
    ({ start, end }) =>
      (end <= name.start && name.start - end <= 2) || (start >= name.end && start - name.end <= 2),
  );
  const isOwn = (word: string, speaker: Speaker) =>
    ownWordsOf(speaker).has(word) ||
    beside.some(
      ({ start, end, called, speakers }) =>
        (called.words.includes(word) || text.slice(start, end) === word) && speakers.includes(speaker),
    ) ||
    [...ownWordsOf(speaker)].some((each) => isSlip(word, each));
  return (speaker) => suspects.some((word) => !isOwn(word, speaker));
}

/** The shortest first names in which a letter may be missing or too many: "Lara", "Laura". */
const MIN_SLIP = 4;

/** Whether two words differ by one letter that is missing in one of them. */
function isSlip(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < MIN_SLIP || long.length !== short.length + 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return at > 0 && short.slice(at) === long.slice(at + 1);
}

/** What may come right after a Chinese name: verbs, particles and titles of one character. */
const AFTER_CHINESE_NAME = new Set(
  '的地得是在对说谈讲问答提认觉怎咋如何有没不未和与跟同及或也都还又就只才会能可应该要想让叫给把被从由向为因关于到过了着呢吗嘛吧啊呀么什哪谁几多先后再最更很太曾已正刚将称指表强主建批反支赞回解描介引夸骂聊侃发演写做干去来看听用买卖投当任管怕担总们他她老教女博院院行局部校工哥姐本自所以之除外一替究当每常拿靠帮拒肯敢怪嫌赞劝催找跑乍另直始终原希期望意愿抱坚承默警呼倡推试打算准备计划参',
);
/** Surnames that are no usual word before a name. */
const SURNAMES =
  /^[王李张刘陈杨赵黄周吴徐孙胡朱林郭罗梁宋郑谢韩唐冯董萧程曹袁邓傅沈彭吕苏卢蒋蔡贾丁魏薛叶阎余潘戴钟汪姜范谭廖邹熊陆郝孔崔康毛邱秦顾侯邵孟龙段雷汤尹黎武乔贺赖龚]$/u;
/** The longest Chinese words to look up. */
const WORD_LENGTH = 4;
const LONGEST_GIVEN = 4;
const SHORT_NAME = 2;
const NOT_HAN = /[^\p{Script=Han}]/u;

function isOtherInChinese(
  { called, start, end }: FoundName,
  isWhole: boolean,
  context: NameContext,
): boolean {
  const { text, everyday } = context;
  const after = text.slice(end);
  if (/^[·‧・•]/u.test(after) || /[·‧・•]$/u.test(text.slice(0, start))) return true;
  const run =
    text
      .slice(Math.max(0, start - WORD_LENGTH - 1), start)
      .split(NOT_HAN)
      .at(-1) ?? '';
  // 史蒂夫米勒; 吴安娜.
  if (!isWhole && run.length > 1 && run.length <= LONGEST_GIVEN && everyday.isName(run)) return true;
  if (SURNAMES.test(run)) return true;
  if (!hasHan(called.key.slice(-1)) || !hasHan(after.slice(0, 1))) return false;
  if (CHINESE_NAMESAKES.test(after)) return true;
  const lengths = Array.from({ length: WORD_LENGTH - 1 }, (_, at) => at + 1);
  const next = after.slice(0, 1);
  if (AFTER_CHINESE_NAME.has(next)) return false;
  if (lengths.some((length) => everyday.isWord(called.key + onlyHan(after, length)))) return true;
  // 李安 + 全力 goes on with a word of its own; 李安全 and 张三丰 are other names. Longer names are whole.
  return (
    called.key.length <= SHORT_NAME &&
    !lengths.some((length) => length > 1 && everyday.isWord(onlyHan(after, length)))
  );
}

/** So many characters from the start of a text, if all of them are Chinese; nothing otherwise. */
function onlyHan(text: string, length: number): string {
  const start = text.slice(0, length);
  return start.length === length && /^\p{Script=Han}+$/u.test(start) ? start : ' ';
}
