import { words } from '../language/text.ts';

/**
 * The kind of thing that a question asks for, which studies of question answering call its focus: the head of
 * the noun phrase after "which", "what", 哪 or 什么. "In which newspaper did he say so?" → newspap
 * @param normalised a question from `normalise`
 * @returns English nouns as stems and Chinese ones as words; none if a verb follows, or a noun that could
 *   mean anything
 */
export function focusNounsOf(normalised: string): string[] {
  const phrase = ENGLISH_FOCUS.exec(normalised)?.[1]?.split(/\s+/) ?? [];
  const head = phrase.some((word) => NOT_FOCUS.has(word)) ? undefined : phrase.at(-1);
  const chinese = Array.from(normalised.matchAll(CHINESE_FOCUS), ([, after = '']) => words(after)[0] ?? '');
  return [
    ...(head ? words(head) : []),
    ...chinese.filter((word) => word.length > 1 && !CHINESE_NOT_FOCUS.has(word)),
  ];
}

/** "Which" or "what", a noun phrase (captured), and a word that ends it. */
const ENGLISH_FOCUS =
  /\b(?:which|what)\s+((?:[a-z'-]+\s+){0,3}?[a-z'-]+)\s+(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|may|might|must|of|in|on|for|to|from|with|at|by|about|that|who)\b/u;
/** Words after "which" or "what" that ask about nothing in particular, or are not nouns. */
const NOT_FOCUS = new Set([
  'is',
  'are',
  'was',
  'were',
  'do',
  'does',
  'did',
  'else',
  'exactly',
  'kind',
  'type',
  'sort',
  'other',
  'one',
  'ones',
  'thing',
  'things',
  'way',
  'happens',
  'happened',
  's',
  "'s",
]);
const CHINESE_FOCUS =
  /(?:哪(?:一|几|两|些)?(?:个|位|家|些|种|类|项|条|所|座|款|套|份|国)?|(?<!为)什么样的|(?<!为)什么)(\p{Script=Han}+)/gu;
/** Nouns too general to be expected in an answer. */
const CHINESE_NOT_FOCUS = new Set(
  '影响 关系 作用 意义 区别 好处 坏处 原因 理由 时候 时间 意思 问题 看法 办法 方法 情况 东西 事情 地方'.split(
    ' ',
  ),
);
