import {
  CHINESE_CHAT,
  CHINESE_JUDGEMENTS,
  CHINESE_SAYINGS,
  CHINESE_TIME_TAKEN,
  ENGLISH_CHAT,
  ENGLISH_CHAT_WORDS,
  ENGLISH_JUDGEMENTS,
  ENGLISH_SAYINGS,
} from './stop-words.ts';
import { isStopWord, words } from './text.ts';

/**
 * Takes out of a question what only makes talk of it ("imo", "is it just me or", 说实话), and the words for what
 * somebody says ("…'s take on", 的立场): what they are about is what is asked.
 * @param normalised a question from `normalise`, perhaps without the names of the speakers who are asked
 * @param isAsked whether it asks for the words of a speaker, so that nothing may be left: "Miller's position?"
 * @returns the rest; all of it if no words would be left, unless `isAsked`
 */
export function withoutChat(normalised: string, isAsked: boolean): string {
  const spaced = normalised.replace(/\s+/gu, ' ');
  // Twice, since what is taken out may have stood before more of it: 大佬们请教一下.
  const chatless = spaced
    .replace(CHAT, blankUnlessSubject)
    .replace(CHAT, blankUnlessSubject)
    .replace(CHAT_WORD, blankUnlessSubject)
    .replace(TIME_TAKEN, '$1');
  const plain = ASKS_FOR_WORDS.test(chatless) ? chatless : chatless.replace(CHINESE_JUDGEMENT, ' ');
  const rest = plain.replace(SAYING, ' ').replace(/\s+/gu, ' ').trim();
  const content = words(rest).filter((word) => !isStopWord(word));
  if (isAsked && content.every((word) => SAYING_STEMS.has(word))) return '';
  return content.length === 0 ? normalised : rest;
}

/** A space in place of talk, unless the question is about these very words: "tbh", in quotation marks, or what "tbh" means. */
function blankUnlessSubject(talk: string, at: number, question: string): string {
  const [before, after] = [question.slice(0, at), question.slice(at + talk.length)];
  const isQuoted = /["“‘'「『《]$/u.test(before) && /^["”’'」』》]/u.test(after);
  const isExplained =
    /\b(?:word|term|phrase|expression|abbreviation|acronym) $/u.test(before) ||
    /^ ?(?:means?|stands? for)\b/u.test(after) ||
    (/\bwhat(?: is|['’]?s| are) $/u.test(before) && /^ ?[?!.]*$/u.test(after));
  return isQuoted || isExplained ? talk : ' ';
}

/**
 * Whether a question may be answered by words without this one: it only says how its asker judges what is asked
 * about ("the rule sucks"). Where it asks what others say, their judgement is what is asked.
 * @param stem as in the index
 * @param normalised the question from `normalise`
 */
export function isOwnJudgement(stem: string, normalised: string): boolean {
  return JUDGEMENT_STEMS.has(stem) && !ASKS_FOR_WORDS.test(normalised);
}

const ASKS_FOR_WORDS =
  /\b(?:who|whom|whose|say|says|said|saying|call|calls|called|think|thinks|thought|believes?|believed|describes?|described|argues?|argued|claims?|claimed)\b|谁|哪位|哪个人|有人|说|称|认为|指出|提到/u;
const CHAT = new RegExp([...ENGLISH_CHAT, ...CHINESE_CHAT].join('|'), 'gu');
const CHAT_WORD = new RegExp(`(?<![a-z0-9'-])(?:${ENGLISH_CHAT_WORDS.join('|')})(?![a-z0-9'-])`, 'gu');
const CHINESE_JUDGEMENT = new RegExp(CHINESE_JUDGEMENTS, 'gu');
const TIME_TAKEN = new RegExp(CHINESE_TIME_TAKEN, 'gu');
const SAYING = new RegExp([...ENGLISH_SAYINGS, ...CHINESE_SAYINGS].join('|'), 'gu');
const SAYING_STEMS = new Set(
  words(
    `position stance standpoint take takes view views viewpoint opinion opinions perspective thought quote quotes
    quotation remark remarks comment comments commentary statement statements words contribution everything line
    full whole exact complete main key famous
    说 讲 聊 谈 讲话 立场 观点 态度 看法 发言 言论 原话 语录 意见 主张 评论 说法 全部 所有 都 内容`,
  ),
);
const JUDGEMENT_STEMS = new Set(words(ENGLISH_JUDGEMENTS.join(' ')));
