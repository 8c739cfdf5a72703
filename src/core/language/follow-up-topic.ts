import { isEmptyOfSubject, mayBeTopic } from './follow-up.ts';
import { hasHan, simplifiedCharacters } from './text.ts';

/** Stands in a question where the speakers were named who are asked. */
export const PLACE = '\u25a1';

/** What a question was about: a few words, or if they cannot be told, all of the question. */
export interface Topic {
  kind: 'topic' | 'question';
  words: string;
}

/**
 * What a question is about, whoever is asked: "unilateral action", of "What did □ say about unilateral action?" or of
 * "□ on unilateral action".
 * @param question with `PLACE` in place of the names of those who are asked
 * @returns null if it says nothing besides names, as "Who is □?"
 */
export function topicOf(question: string): Topic | null {
  const asked = joinedPlaces(question.replace(/\s+/gu, ' ').trim());
  if (isEmptyOfSubject(asked.replaceAll(PLACE, ' '))) return null;
  const found = hasHan(asked.replaceAll(PLACE, '')) ? chineseTopic(asked) : englishTopic(asked);
  if (found) return found;
  const bare = withoutMarks(asked.replaceAll(PLACE, ' '));
  const isAtEnd = !asked.includes(PLACE) || asked.startsWith(PLACE) || asked.endsWith(PLACE);
  // "Huawei: Do export controls work?" is as it was understood before.
  if (isAtEnd && !/[:：]/u.test(bare) && mayBeTopic(bare)) return { kind: 'topic', words: bare };
  return { kind: 'question', words: withoutPlaces(asked, question.split(PLACE).length > 2) };
}

/** A question with `PLACE` in it, with names in its place. */
export function withPlaceFilled(question: string, names: string): string {
  return joinedPlaces(question).replaceAll(PLACE, () => names);
}

/** Makes one of several places that stand together: "□, □ and □", "□ (□)". */
function joinedPlaces(text: string): string {
  let joined = text.replace(/□ ?[(（]□[)）]/gu, PLACE);
  for (;;) {
    const shorter = joined.replace(/□(?:, and |, or |, | and | or | & |、|和|与|與|及|或|跟)□/u, PLACE);
    if (shorter === joined) return joined;
    joined = shorter;
  }
}

const MARKS = /[\s,.!?;:…~、。，！？；：]/u;

function withoutMarks(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && MARKS.test(text[start] ?? '')) start++;
  while (end > start && MARKS.test(text[end - 1] ?? '')) end--;
  return text.slice(start, end);
}

/** In characters: longer ones are sentences, and read better as the question that they were. */
const LONGEST = { latin: 120, han: 40 };

function topicIn(words: string): Topic | null {
  const topic = withoutMarks(words);
  if (topic === '' || topic.includes(PLACE) || isEmptyOfSubject(topic)) return null;
  if (topic.length > (hasHan(topic) ? LONGEST.han : LONGEST.latin)) return null;
  return { kind: 'topic', words: topic };
}

/** Before a topic; what comes after it is the topic, to the end. */
const ENGLISH_BEFORE: readonly RegExp[] = [
  /^(?:others|all speakers|□) on (?!:)/iu,
  /^(?:so |and |but )?(?:what|how|when|where|why|which parts?)?(?:'s| else| exactly)? ?(?:did|does|do|has|have|had|would|is|was|were|are) (?:□|they|he|she|people|everyone|everybody|anyone|anybody|someone|others|speakers|the (?:speakers?|panel|panell?ists?|experts?|guests?|others))(?: (?:ever|really|actually|all|have|also|each|exactly|even|going))* (?:say|said|saying|think|thinking|thought|mention|talk|talked|talking|speak|spoken|comment|commented|feel|argue|have|tell us|tell|discuss|view|see|know|believe|stand|explain|describe)(?: (?:anything|something|much|a lot|opinions?|views?|thoughts))?(?: to say)? ?(?:about|on|of|regarding|concerning) /iu,
  /^(?:so |and |but )?(?:(?:what|how)?(?:'s| is| was| are| were)? ?)?□(?:'s?)? (?:main |overall |own )?(?:views?|takes?|opinions?|positions?|stance|thoughts?|words|remarks?|comments?|quotes?|perspective|point|argument)s? (?:on|about|of|regarding|concerning|towards?) /iu,
  /^(?:what (?:is|was|are|were)|what's) (?:said|being said|discussed|mentioned|told|the (?:views?|opinions?|positions?|takes?)(?: of □)?)(?: here| in the seminar)? (?:about|on|of|regarding|concerning) /iu,
  /^(?:who|did any(?:one|body)|does any(?:one|body)|has any(?:one|body)|which speakers?)(?: else)? (?:say|says|said|talk|talks|talked|speak|speaks|spoke|mention|mentions|mentioned|discuss|discusses|discussed|comments?|commented)(?: (?:anything|something))? (?:about |on |of )?/iu,
  /^(?:please |can you |could you )?(?:tell (?:me|us) (?:more )?about|what about|how about|anything (?:on|about)|quotes? (?:on|about)|more (?:on|about)|(?:show|find|give)(?: me)? (?:something|anything|quotes?|what □ said|what □ says) (?:on|about)) /iu,
  /^(?:what|everything) □ (?:said|says|thinks|thought) (?:about|on|of) /iu,
  /^(?:did|does|do|has|have) (?:□|they|the (?:speakers?|panel)) (?:mention|discuss|discussed|mentioned|address) /iu,
  /^(?:how|what) (?:did|does|do|would) (?:□|they|(?:the )?speakers|others) (?:see|view|judge|assess|evaluate|describe|explain|regard|rate|justify|defend|criticise|criticize|make of) /iu,
  /^(?:please )?(?:compare|contrast) □ on /iu,
  /^□(?: |'s |: |, )(?:about|re|regarding) /iu,
];

/** Before what is a sentence more than a topic. */
const BEFORE_SENTENCE: readonly RegExp[] = [
  /^(?:others \(not □\)|all speakers|others|□) on: /iu,
  /^(?:according to □|in □'s? (?:view|opinion)),? /iu,
  /^□: /u,
];
/** Before what somebody is said to think. Whether they do is not for a heading to say. */
const BEFORE_CLAUSE =
  /^(?:why )?(?:did|does|do|would|has) (?:□|others) (?:say|think|believe|argue|claim|suggest|expect)(?: that)? (?!about |of |on |to )/iu;
/** Whose words are wanted who are not left out. */
const ALL_BUT =
  /\b(?:everyone|everybody|anyone|anybody|all speakers|all|the others|others)(?: else)? (?:except|but|besides|other than|apart from)(?: for)? □/iu;

function englishTopic(asked: string): Topic | null {
  // "Others on chips (not Miller)": whom it leaves out is no part of the topic.
  const plain = asked.replace(/^(others on .*) \(not □\)$/iu, '$1').replace(ALL_BUT, 'others');
  for (const before of ENGLISH_BEFORE) {
    const rest = plain.replace(before, '');
    const topic = rest === plain ? null : topicIn(rest);
    if (topic) return topic;
  }
  for (const before of BEFORE_SENTENCE) {
    const rest = plain.replace(before, '');
    if (rest !== plain && !rest.includes(PLACE) && !isEmptyOfSubject(rest)) return sentence(rest);
  }
  const clause = plain.replace(BEFORE_CLAUSE, '');
  return clause === plain ? null : topicIn(`whether ${clause}`);
}

function sentence(words: string): Topic {
  return { kind: 'question', words: words.trim() };
}

const CHINESE_SPEAKER = '(?:□|其他人|大家|所有人|嘉宾们?|他们|各位|有人|谁|哪些人)';
const HOW = '(?:是)?(?:怎么|如何|怎样|咋)';
const SEES = '(?:看待|看|说|想|评价|认为|谈|讲|解释|理解|描述|分析)';
const VIEW = '(?:看法|观点|意见|立场|态度|想法|说法|评价|见解)';
/** The only group is the topic. */
const CHINESE_TOPICS: readonly RegExp[] = [
  `^其他人(?:谈|談)(?![:：])(.+?)[(（]不含□[)）]$`,
  `^(?:其他人|所有人)谈(?![:：])(.+)$`,
  `^${CHINESE_SPEAKER}(?:对于|对|就|关于|在)(.+?)(?:问题)?(?:上|方面)?(?:都)?${HOW}${SEES}(?:的)?$`,
  `^${CHINESE_SPEAKER}(?:对于|对|就|关于)(.+?)(?:有什么|有何|有哪些|持什么|是什么|的)${VIEW}(?:是什么|是怎样的|如何|是啥)?$`,
  `^(?:关于|对于|对|就)(.+?)[,，]? ?${CHINESE_SPEAKER}(?:都)?(?:${HOW}${SEES}|说了什么|有什么${VIEW}|说了些什么|说过什么)(?:的)?$`,
  `^${CHINESE_SPEAKER}(?:都)?${HOW}${SEES}(?:的)?(.+)$`,
  `^${CHINESE_SPEAKER}(?:有没有|都)?(?:说|谈|讲|提|聊)(?:到过|到了|过了|到|过|了)?(?:些)?(?:什么|哪些)?(?:有关|关于|和)?(?![:：])(.+?)(?:的(?:话|内容|事情?|问题))?$`,
  `^(.+?)[,，]? ?□${HOW}${SEES}(?:的)?$`,
  `^□的?(.+)${VIEW}$`,
].map((each) => new RegExp(each, 'du'));
const CHINESE_SENTENCES: readonly RegExp[] = [
  /^(?:其他人[(（]不含□[)）]|所有人|其他人|□)(?:谈|談)[:：] ?(.+)$/du,
  /^□(?:认为|觉得|说|指出|表示|主张)(.+)$/du,
];

function chineseTopic(asked: string): Topic | null {
  const plain = withoutQuestionMark(asked);
  const folded = simplifiedCharacters(plain);
  const source = folded.length === plain.length ? plain : folded;
  const captured = (pattern: RegExp, text: string) => {
    const place = pattern.exec(text)?.indices?.[1];
    return place ? source.slice(...place) : null;
  };
  for (const pattern of CHINESE_TOPICS) {
    const words = captured(pattern, folded);
    const topic = words === null ? null : topicIn(words);
    if (topic && !ASKS.test(simplifiedCharacters(topic.words))) return topic;
  }
  for (const pattern of CHINESE_SENTENCES) {
    const words = captured(pattern, folded);
    if (words !== null && !words.includes(PLACE)) return sentence(words + asked.slice(plain.length));
  }
  return null;
}

/** A topic has no word that asks. */
const ASKS = /什么|怎么|为什么|为何|如何|谁|哪|吗|多少|是否|是不是|会不会|能不能/u;

function withoutQuestionMark(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s?？。!！呢吗]/u.test(text[end - 1] ?? '')) end--;
  return text.slice(0, end);
}

/** A question without the names of those who are asked; English needs something in their place. */
function withoutPlaces(asked: string, isOfSeveral: boolean): string {
  const plain = hasHan(asked.replaceAll(PLACE, ''))
    ? asked.replace(/□的?/gu, '')
    : asked.replaceAll(PLACE, isOfSeveral ? 'the speakers' : 'the speaker');
  const text = plain.replace(/^[\s,，、:：]+/u, '');
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
