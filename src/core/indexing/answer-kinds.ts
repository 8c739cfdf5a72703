/**
 * How to recognise the kind of answer that a question asks for, and a passage that can give it. A passage
 * without that kind cannot answer the question, however many of its words it contains: "How many H800 chips
 * did DeepSeek buy?" needs a number.
 */
const PATTERNS = {
  number: {
    inQuestion:
      /\bhow (?:many|long|often|large|big|tall|old|far|fast)\b|\bwhat (?:number|percentage|share|proportion)\b|多少|多久|几(?:个|家|年|颗|片|次|位|种|项|款|成|倍|百|千|万|亿|天|代|座|纳米|名|人)|占比|百分之/u,
    inAnswer:
      /(?<![a-z\d-])\d|[二两三四五六七八九十百千万亿](?:多|余)?(?:年|个|家|颗|片|种|倍|次|项|天|名|位|人|美元|分之)|一年|七八十|数以[百千万亿]|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?|billions?|percent|(?:a|an) (?:year|month|week|day|half|hundred|thousand|few))\b/u,
  },
  money: {
    inQuestion:
      /\bhow much (?:money|did|does|do|will|would|has|was|is|funding)\b|\b(?:cost|price|spend|spent|budget|salary|fee|invest(?:ed|ment)?|pay|paid)\b.{0,200}\bhow much\b|\bhow (?:big|large) (?:a|is|was) .{0,200}budget|多少(?:钱|美元|资金|经费|亿|万)|(?:预算|投资|价格|薪水|市值|金额|罚款|补贴)(?:是|有|了)?多少|多少(?:预算|投资|补贴)|什么价|(?:要|花)多少|价钱/u,
    inAnswer: /美元|人民币|欧元|亿元|万元|\d ?元|[$€£¥]|\b(?:dollars?|usd|euros?|yuan|rmb)\b/u,
  },
  /** A point in time, however vague. */
  time: {
    inQuestion: /^(?:and |so )?when\b|\b(?:what|which) year\b|什么时候|何时|哪(?:一)?年|什么时间/u,
    inAnswer:
      /\d{4}|\d(?:年|月|日)|[今明后去前]年|年后|年内|接下来|未来|下一|目前|现在|\b(?:19|20)\d\d\b|\b(?:next|last|this|a) year\b|\byears? (?:from|later|ago)\b/u,
  },
  date: {
    inQuestion:
      /\b(?:what|which) (?:date|day|month)\b|\bon what day\b|哪(?:一)?(?:天|日|个?月)|几(?:月|号|点)|日期/u,
    inAnswer:
      /\d(?:月|日)|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/u,
  },
  /** How somebody outside the panel reacted. */
  response: {
    inQuestion: /\b(?:respond(?:ed)?|response|react(?:ed|ion)?)\b|回应|回复|回覆|表态|反应/u,
    inAnswer: /回应|表态|声明|反应|\b(?:respond(?:ed|s)?|response|statement|react(?:ed|ion)?)\b/u,
  },
} as const;

export type AnswerKind = keyof typeof PATTERNS;

/** Every kind of answer, in a fixed order. */
export const ANSWER_KINDS = Object.keys(PATTERNS) as AnswerKind[];

/** The kinds of answer that a normalised question asks for. */
export function kindsAskedFor(normalisedQuestion: string): AnswerKind[] {
  return ANSWER_KINDS.filter((kind) => PATTERNS[kind].inQuestion.test(normalisedQuestion));
}

/** The kinds of answer that a normalised text contains. */
export function kindsIn(normalisedText: string): Set<AnswerKind> {
  return new Set(ANSWER_KINDS.filter((kind) => PATTERNS[kind].inAnswer.test(normalisedText)));
}
