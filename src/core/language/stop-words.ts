/**
 * Words that a question has but its answer need not have. They are removed from questions and never from
 * passages, where they cost nothing and a quotation may hinge on one of them.
 */

/** English function words, and words that only serve to ask ("what", "say", "tell", "think"). */
export const ENGLISH_STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above according after again all also am an and any anyone anything are aren as at be because been before
  being below between both but by can cannot could couldn d did didn do does doesn doing don down during each ever
  few for from further had hadn has hasn have haven having he her here hers him his how i if in into is isn it its
  itself just ll m me more most much must my no nor not of off on once only or other our ours out over own please
  re s same say said saying says shall she should shouldn so some such t tell than that the their theirs them then
  there these they thing things think thinks thought this those through to too under until up upon ve very was wasn
  we were weren what whats when where whether which while who whom whose why will with won would wouldn you your
  yours summarize summarise summary discuss discussed discussing discussion discussions mention mentioned mentioning talk
  talked talking opinion opinions perspective attitude regarding concerning respond responded reply describe explain
  explained elaborate today tomorrow yesterday thank thanks hello hi hey please ok okay rostrum
  speaker speakers panel panelist panelists panellist panellists seminar transcript`.split(/\s+/),
);

/** More such words for when the passages are turns of a conversation: every conversation is a meeting of a group. */
export const CONVERSATION_STOP_WORDS: ReadonlySet<string> = new Set(
  'group team members meeting participants people view views'.split(' '),
);

/** English question phrases, as regular expressions for a lower-case question; removed like the Chinese ones. */
export const ENGLISH_QUESTION_PHRASES: readonly string[] = [
  '\\bhow (?:many|much|long|often|far|old|big|large|tall|high)\\b',
  "\\b(?:what|which)(?: is| was| are| were|'s)?(?: the| a| an| one| some| another)?(?: other)? (?:types?|kinds?|sorts?|names?|terms?|words?|years?)(?: of| for)?\\b",
  '\\breferred to as\\b',
  '\\bt(?:ake|akes|ook|aken|aking) (?:part|place)\\b',
];

/**
 * Chinese question phrases, longest first. They are removed before a question is split into words, so that no
 * bigram joins one to the text around it.
 */
export const CHINESE_QUESTION_PHRASES: readonly string[] = `
  请问 请告诉我 告诉我 谈到了什么 谈到什么 说了些什么 说了什么 说过什么 讲了什么 提到了什么 提到什么 怎么看待 怎么看 如何看待 如何看
  怎么说的 怎么说 怎么评价 如何评价 是什么样的 是什么样 什么样的 什么样 是什么意思 什么意思 是什么 什么时候 什么时间 什么地方
  有哪些 哪一些 哪些 哪一个 哪一年 哪个 哪两个 哪几个 哪里 哪儿 哪年 哪种 哪位 哪国 哪家 在哪 为什么 为何 为啥 干什么 什么 甚么 怎么样 怎样 怎么办 怎么
  如何 多少个 多少 几个 多久 多长 多大 多高 有没有 是不是 会不会 能不能 可不可以 要不要 该不该 是否 能否 可否 有无
  是谁说的 谁说的 是谁 谁 吗 呢 吧 啊 嘛 么 关于 对于 何时 何地 何处 何种 何人 何 几年 几`
  .split(/\s+/)
  .filter((phrase) => phrase !== '')
  .sort((a, b) => b.length - a.length);

/** Chinese function words, to be compared with whole words. */
export const CHINESE_STOP_WORDS: ReadonlySet<string> = new Set(
  `的 地 得 了 着 过 是 在 有 和 与 与其 及 以及 或 或者 而 但 但是 并 并且 也 都 就 才 又 还 还是 很 更 最 太 被 把 将 从 向 对 给 让 由 于 以 为 因为
  所以 如果 虽然 这 那 这个 那个 这些 那些 这样 那样 其 其中 它 他 她 它们 他们 她们 我 我们 你 你们 您 自己 之 之一 上 下 中 里 内 外 后 前 时 个 些
  嘉宾 与会者 发言人 研讨会 座谈会 谢谢 你好 您好
  今天 现在 目前 以后 还有 除了 一点 别的 这套 那套 他在 她在 有人 人家
  会 能 可以 可能 要 想 来 去 到 说 说过 做 做的 说的 认为 觉得 表示 提到 谈到 谈谈 讲 看 看法 看待 关于 有关 没 没有 不 一 一个 一些 请 吗 呢 吧 啊 么 什么 如何 怎么 为什么 谁`.split(
    /\s+/,
  ),
);
