import {
  CHINESE_CLOSING,
  CHINESE_GOING_ON,
  CHINESE_OPENING,
  ENGLISH_CLOSING,
  ENGLISH_GOING_ON,
  ENGLISH_OPENING,
  ENGLISH_REQUEST,
  LANGUAGE_FOLLOW_UPS,
  PEOPLE_OF_A_COUNTRY,
  PLAIN_FOLLOW_UPS,
  type PlainFollowUp,
  TRANSLATION_FOLLOW_UPS,
} from './follow-up-words.ts';
import { hasHan, hasWords, isStopWord, latinWords, normalise, simplifiedCharacters, words } from './text.ts';

/**
 * How somebody goes on with an answer. `language`: in the language of this name; null for the other one. `about`: with a
 * speaker or a topic, as `words` has it; only who knows the speakers can tell which, or that it is neither.
 */
export type FollowUp =
  | { [Kind in PlainFollowUp]: { kind: Kind } }[PlainFollowUp]
  | { kind: 'language'; name: string | null }
  | { kind: 'about'; words: string; frame: Frame };

/**
 * What is around the words. `person`: it fits a speaker alone ("what does … say about that"). `agrees`: that too, and asks
 * whether they agree. `open`: it fits a speaker or a topic ("what about …", 那…呢). `none`: nothing goes on with anything.
 */
export type Frame = 'person' | 'agrees' | 'open' | 'none';

/** Who writes more asks something new: twelve English words, thirty Chinese characters. */
const MOST_WORDS = 12;
const MOST_HAN = 30;
/** In UTF-16 units, so that nothing long is looked through; twelve words are hardly longer. */
const LONGEST = 120;

/**
 * How a reply to an answer goes on with it: "and Miller?", "longer", "source?", 原文呢.
 * @param said as it was written
 * @returns null if it does not go on with anything, as far as its form tells
 */
export function followUpIn(said: string): FollowUp | null {
  if (said.length > LONGEST || !hasWords(said)) return null;
  const written = said.normalize('NFKC').replace(APOSTROPHES, "'").replace(/\s+/gu, ' ').trim();
  const han = Array.from(written).filter(hasHan).length;
  if (han > MOST_HAN || latinWords(written).length > MOST_WORDS) return null;
  return plainFollowUp(written) ?? framed(written);
}

const APOSTROPHES = /[\u2018\u2019\u02BC\u0060\u00B4]/gu;

const whole = (alternatives: readonly string[], before = '') =>
  new RegExp(`^${before}(?:${alternatives.join('|')})$`, 'u');

const PLAIN_PATTERNS = PLAIN_FOLLOW_UPS.map(({ kind, english, chinese }) => ({
  kind,
  english: whole(english, ENGLISH_REQUEST),
  chinese: whole(chinese),
}));
const LANGUAGE_PATTERNS = {
  english: LANGUAGE_FOLLOW_UPS.english.map((each) => whole([each], ENGLISH_REQUEST)),
  chinese: LANGUAGE_FOLLOW_UPS.chinese.map((each) => whole([each])),
};
const TRANSLATION_PATTERNS = {
  english: whole(TRANSLATION_FOLLOW_UPS.english, ENGLISH_REQUEST),
  chinese: whole(TRANSLATION_FOLLOW_UPS.chinese),
};
const NAMES_PEOPLE = whole([PEOPLE_OF_A_COUNTRY]);

function plainFollowUp(written: string): FollowUp | null {
  const plain = normalise(written)
    .replace(/[^\p{L}\p{N}' ]/gu, ' ')
    .replace(/\bthank you\b|\bcheers\b/gu, 'thanks')
    .replace(/\b(?:for me|for us|as well)\b/gu, ' ')
    .replace(/ +/gu, ' ')
    .trim();
  const script = hasHan(plain) ? 'chinese' : 'english';
  const forms = script === 'chinese' ? chineseForms(plain.replaceAll(' ', '')) : englishForms(plain);
  for (const form of forms) {
    const name = LANGUAGE_PATTERNS[script].flatMap((pattern) => pattern.exec(form)?.[1] ?? [])[0];
    if (name !== undefined && !NAMES_PEOPLE.test(form)) return { kind: 'language', name };
    if (TRANSLATION_PATTERNS[script].test(form)) return { kind: 'language', name: null };
    const found = PLAIN_PATTERNS.find((each) => each[script].test(form));
    if (found) return { kind: found.kind };
  }
  return null;
}

/** Nobody opens or closes a few words with more words than these. */
const MOST_OPENING = 4;
const MOST_CLOSING = 3;

/** A text as it is, and without more and more of what opens and closes it: "ok, more please" is also "more". */
function englishForms(plain: string): string[] {
  const without = (text: string, words: ReadonlySet<string>, word: string, rest: string) =>
    words.has(word) ? rest : text;
  return peeled(
    plain,
    (text) => {
      const [word = '', ...rest] = text.split(' ');
      return without(text, ENGLISH_OPENING, word, rest.join(' '));
    },
    (text) => {
      const at = text.lastIndexOf(' ');
      return without(text, ENGLISH_CLOSING, text.slice(at + 1), text.slice(0, Math.max(at, 0)));
    },
  );
}

function chineseForms(plain: string): string[] {
  return peeled(
    plain,
    (text) => text.replace(CHINESE_OPENING, ''),
    (text) => text.replace(CHINESE_CLOSING, ''),
  );
}

/**
 * A text in all the forms that are left if one thing after another is taken from its start and its end.
 * @param withoutOpening takes away one thing, if there is one
 */
function peeled(
  text: string,
  withoutOpening: (text: string) => string,
  withoutClosing: (text: string) => string,
): string[] {
  const repeated = (start: string, shorten: (text: string) => string, most: number) => {
    const forms = [start];
    for (
      let form = shorten(start);
      form !== '' && form !== forms.at(-1) && forms.length <= most;
      form = shorten(form)
    )
      forms.push(form);
    return forms;
  };
  return repeated(text, withoutOpening, MOST_OPENING).flatMap((form) =>
    repeated(form, withoutClosing, MOST_CLOSING),
  );
}

/** Marks at either end of what is asked about. */
const MARKS_BEFORE = /^[\s,.!?;:…~、。"'“‘「『《(<-]+/u;
const MARK = /[\s,.!?;:…~、。"”’」』》)>-]/u;

function withoutMarks(text: string): string {
  const start = text.replace(MARKS_BEFORE, '');
  let end = start.length;
  while (end > 0 && MARK.test(start[end - 1] ?? '')) end--;
  return start.slice(0, end);
}

/** Takes what goes on with an answer from around a name or a topic. */
function framed(written: string): FollowUp | null {
  const { rest, goesOn } = opened(withoutMarks(written));
  const closed = withoutClosing(rest);
  const found = hasHan(closed) ? chineseFrame(closed) : englishFrame(closed);
  const { words: own, frame } = found ?? { words: closed, frame: goesOn ? 'open' : 'none' };
  const asked = withoutMarks(frame === 'open' ? own.replace(PREPOSITION, '') : own);
  return hasWords(asked) ? { kind: 'about', words: asked, frame } : null;
}

/** "And on Malaysia?" */
const PREPOSITION = /^(?:on|about|in|with|for|at) /iu;

/** A text without "please" and "then" at its end. */
function withoutClosing(text: string): string {
  let rest = text;
  for (;;) {
    const last = rest.slice(rest.lastIndexOf(' ') + 1);
    const shorter = withoutMarks(rest.slice(0, rest.length - last.length));
    if (!ENGLISH_CLOSING.has(last.toLowerCase()) || shorter === '') return rest;
    rest = shorter;
  }
}

/** A text without what opens it, and whether that shows that something goes on. */
function opened(text: string): { rest: string; goesOn: boolean } {
  let rest = text;
  let goesOn = false;
  for (;;) {
    const folded = simplifiedCharacters(rest).toLowerCase();
    const latin = /^[a-z]+(?=[\s,.!;:…-])/u.exec(folded)?.[0];
    const han = latin === undefined ? CHINESE_OPENING.exec(folded)?.[0] : undefined;
    const opening = latin !== undefined && ENGLISH_OPENING.has(latin) ? latin : han;
    if (opening === undefined) return { rest, goesOn };
    const shorter = rest.slice(opening.length).replace(MARKS_BEFORE, '');
    // "Will" and 能 may be all that there is.
    if (shorter === '') return { rest, goesOn };
    goesOn ||= ENGLISH_GOING_ON.has(opening) || CHINESE_GOING_ON.has(opening);
    rest = shorter;
  }
}

interface Framed {
  words: string;
  frame: Frame;
}

const ABOUT =
  /^(?:wh?ats?|waht|wut|how'?s?|hows) ?(?:about|abt|abuot|aboout|bout|of)(?: on| from| with)? |^hbu |^(?:no,? )?i meant |^more (?:about|on) |^(?:same|the same)(?: question| thing)?(?: but)? (?:for|about|with|on) |^about /iu;
const FROM =
  /^(?:(?:is there |do you have |have you got |got )?(?:anything|something|words|quotes?|more|any comments?|comments?|any views?|thoughts) (?:from|by)|(?:the )?same (?:from|by)|(?:only|just)(?: from| by)?|from|by) /iu;
const ASKS = /^(?:(?:what |how |and what )?(?:did|does|do|has|have|had|would|is|was|are)|what'?d|how'?d) /iu;
const SAYS =
  / (?:(?:also|ever|really|actually|even|too|have|has|not) )?(?:say|says|said|think|thinks|thought|mention|mentions|mentioned|talk|talked|speak|spoke|comment|commented|discuss|discussed|feel|see|view|address|addressed|believe|argue|argued|add|added|react|respond|responded|weigh in|have|take|put)(?: (?:anything|something|much|a view|an opinion))?(?: to say| to add)?(?: (?:on|about|of|to|regarding|re|with))?(?: (?:this|that|it|the same(?: thing| topic| question| subject)?|(?:this|that|the) (?:topic|point|subject|question|matter|issue)))?$/iu;
const AGREES =
  / (?:(?:also|really|actually|not) )?(?:agree|agreed|disagree|disagreed)(?: (?:with|on|to) (?:this|that|it|him|her|them))?$/iu;
const VIEWS =
  /(?:'s?)? (?:views?|takes?|opinions?|positions?|stance|thoughts?|answers?|responses?|words|perspective)(?: (?:on|about|of) (?:this|that|it|(?:this|that|the) (?:topic|point|subject|question|matter|issue)))?$/iu;
const WHAT_IS = /^(?:what(?:'s| is| was| are| were)?|how(?:'s| is)?) (?:about )?/iu;
const ON_THAT =
  /(?:'s)?(?: (?:on|about|regarding) (?:this|that|it|the same(?: thing| topic)?|(?:this|that|the) (?:topic|point|subject|question|matter|issue))| too| then| also| as well|'s)$/iu;

/** Asks for somebody's words: "give me Estevez", "show me more from Reva". What asks about a topic is a question of its own. */
const REQUEST =
  /^(?:(?:can|could|would) (?:you|i|we) )?(?:please )?(?:(?:show|give|get|tell|list|find|quote|ask|read|hear|see|try)(?: me| us)?|let's (?:hear|see|try)(?: from)?|i(?:'d like| would like| want)(?: to (?:hear|see|read))?(?: from)?)(?: what)? (?=\S)/iu;

function englishFrame(text: string): Framed | null {
  const wanted = text.replace(REQUEST, '');
  if (wanted === text) return unaskedFrame(text);
  const found = unaskedFrame(wanted) ?? { words: wanted.replace(SAYS, ''), frame: 'person' };
  return found.frame === 'open' ? null : found;
}

function unaskedFrame(text: string): Framed | null {
  const asked = text.replace(ASKS, '');
  if (asked !== text && SAYS.test(asked)) return { words: asked.replace(SAYS, ''), frame: 'person' };
  if (asked !== text && AGREES.test(asked)) return { words: asked.replace(AGREES, ''), frame: 'agrees' };
  const about = text.replace(ABOUT, '');
  const whose = about.replace(WHAT_IS, '');
  if (VIEWS.test(whose)) return { words: whose.replace(VIEWS, ''), frame: 'person' };
  if (about !== text) return { words: about.replace(ON_THAT, ''), frame: 'open' };
  const from = text.replace(FROM, '');
  if (from !== text) return { words: from.replace(ON_THAT, ''), frame: 'person' };
  return ON_THAT.test(text) ? { words: text.replace(ON_THAT, ''), frame: 'person' } : null;
}

const THIS = '(?:这个问题|这个话题|这个议题|这个主题|这件事情?|这一?点|这个|这种说法|这事|此事|此|这)';
const WHAT = '(?:什么|甚么|啥|咩)';
const HOW = '(?:怎么样?|怎样|咋|如何|点)';
const CHINESE_PERSON = [
  `(?:对${THIS}|就${THIS}|关于${THIS})?(?:又|也|则|都|还|会)?(?:是)?${HOW}(?:看待|看|睇|说|想|讲|认为|评价|回答|回应|谈|觉得|表态)(?:的|${THIS})?`,
  `(?:对${THIS}|就${THIS}|关于${THIS})?(?:有没有|有冇|有|是否|是不是|也|还|曾|又){0,4}(?:说|谈|讲|提|聊)(?:到过|过|到|了)?(?:了)?(?:些)?(?:${WHAT}|${THIS})?(?:没有)?`,
  `(?:对${THIS}|就${THIS})?(?:的|有${WHAT}|有何|是${WHAT}|${WHAT})?(?:看法|观点|意见|立场|态度|想法|说法|评论|回答|见解)(?:是${WHAT}|${HOW})?`,
  `(?:也|是不是也|是否也|是)(?:这么|这样)(?:认为|想|说|看|觉得)(?:的)?`,
  `(?:在|对|谈|论)?${THIS}(?:上|方面)?`,
].map((each) => new RegExp(`(?:${each})$`, 'u'));
const CHINESE_AGREES =
  /(?:是不是|是否|会不会|会|也|都|对此)?(?:也)?(?:同不同意|支不支持|不同意|唔同意|不赞成|不支持|不认同|同意|赞同|赞成|反对|认同|支持)(?:这个|这一点|这点|这种|他|她|这)?(?:观点|看法|说法|意见)?$/u;
/** What ends a question of any kind, and what shows that it goes on: 米勒呢, but not 追得上吗. */
const CHINESE_PARTICLE = /(?:吗|嘛|(?<![什怎这那多甚])么|吧|啊|呀)$/u;
const CHINESE_TAIL = /(?:呢|咧|的话|方面|那边|这边|这块|(?:的|这|那)部分|又如何|(?<=.)本人)$/u;
const CHINESE_ABOUT =
  /^(?:关于|有关|换成|换到|如果是|说说|讲讲|谈谈|聊聊|至于|说到|提到|谈到|讲到|来看|轮到)/u;
/** "On this" before a name: 对此米勒怎么看. */
const CHINESE_ON_THIS = new RegExp(
  `^(?:(?:对|就|关于|针对)${THIS}|这个问题|这个话题|这件事)(?:上)?[,，]? ?`,
  'u',
);

function chineseFrame(text: string): Framed | null {
  const folded = simplifiedCharacters(text);
  // Most conversions leave a text as long as it was; where one does not, what is converted has to do.
  const source = folded.length === text.length ? text : folded;
  const whole = folded.replace(CHINESE_PARTICLE, '');
  let body = whole;
  while (CHINESE_TAIL.test(body)) body = body.replace(CHINESE_TAIL, '');
  const onThis = CHINESE_ON_THIS.exec(body)?.[0].length;
  const start = onThis ?? CHINESE_ABOUT.exec(body)?.[0].length ?? 0;
  const endsAt = (pattern: RegExp) => (pattern.exec(body)?.index ?? 0) > start;
  const before = (pattern: RegExp) => source.slice(start, pattern.exec(body)?.index);
  if (endsAt(CHINESE_AGREES)) return { words: before(CHINESE_AGREES), frame: 'agrees' };
  const persons = CHINESE_PERSON.filter(endsAt).map(before);
  const [person] = persons.sort((one, other) => one.length - other.length);
  if (person !== undefined) return { words: person, frame: 'person' };
  if ((start > 0 && onThis === undefined) || body !== whole)
    return { words: source.slice(start, body.length), frame: 'open' };
  return whole === folded ? null : { words: source.slice(0, whole.length), frame: 'none' };
}

/** What a question begins with, or a sentence, and no topic. */
const NO_TOPIC = new Set(
  `what why how who whom whose which when where is are was were do does did can could should would will has have had may might must
  tell explain describe compare list give show if whether because since i we you he she they it this that these those there
  not no never isn't aren't doesn't don't didn't won't can't let let's who's what's`.split(/\s+/),
);
const NO_CHINESE_TOPIC =
  /什么|怎么|为什么|为何|谁|哪|多少|几|如何|吗|如果|要是|假如|是否|是不是|有没有|能不能|会不会|因为|我|你|您/u;
/** A text with one of these says something, and names nothing: "China will win". */
const FINITE = new Set(
  'is are was were will would can could should has have had do does did may might must cannot 是 会 应该 可以 没有 需要'.split(
    ' ',
  ),
);
/** A topic is a few words; more of them say something of it. */
const TOPIC_WORDS = 6;
const TOPIC_HAN = 14;

/** Whether words may name a topic: "Malaysia", "the price of chips", and neither "it" nor "why is that". */
export function mayBeTopic(text: string): boolean {
  const normalised = normalise(text);
  const latin = latinWords(normalised);
  if (latin.length > TOPIC_WORDS || beginsSentence(normalised)) return false;
  if ([...latin, ...words(normalised)].some((word) => FINITE.has(word))) return false;
  const han = Array.from(normalised).filter(hasHan).length;
  if (han > TOPIC_HAN || NO_CHINESE_TOPIC.test(normalised)) return false;
  return !isEmptyOfSubject(text);
}

/** "He's wrong" begins as "he" does. */
function beginsSentence(normalised: string): boolean {
  const [word = ''] = /^[a-z'\u2019]+/u.exec(normalised)?.[0].split(/(?='(?:s|m|re|ve|d|ll)$)/u) ?? [];
  return NO_TOPIC.has(word) || CHINESE_SENTENCE.test(normalised);
}

const CHINESE_SENTENCE = /^(?:[他她它](?!国)|大家|没人|[这那](?:是|不|就|也|都|太|很|真))/u;

/** Whether a text has words that ask and join, and no others: "What did … say?", 是谁. */
export function isEmptyOfSubject(text: string): boolean {
  return words(normalise(text)).every(isStopWord);
}
