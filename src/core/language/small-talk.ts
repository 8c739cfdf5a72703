import { asksBy } from './asking.ts';
import { hasWords, simplifiedCharacters } from './text.ts';

/** What people say to each other under an answer, and the small words between; the longer of two that begin alike first. */
const ENGLISH =
  `a about absolutely ah all apparently agree agreed aha amazing and awesome at bro bad big brb bs bullshit but called channel check clearly cool correct damn definitely disagree done dude enough exactly
  excellent fair false fine fun funny good great guys ha haha hahaha he heh hehe hm hmm hold i if indeed interesting interesting is it let lies likely lmao lol love makes man maybe me
  more my nah neat nice no nonsense nope not noted obviously oh ok okay omg on one perhaps point possibly probably precisely question quite really right rofl same sense she so sorry sounds sure surely that's that the
  they this told too totally true unlikely very wait way well what with wow wrong yay yeah yep yes you yup`.split(
    /\s+/,
  );
const CHINESE =
  `好的呢 好的 好吧 好家伙 好棒 好 嗯嗯 嗯 哦 噢 啊 呀 呢 吧 了 哈 呵 嘿 嘻 哇 对的 对对 不对 对 是的 是啊 是 没错 不错 不是 胡说八道 胡说 扯淡 错 确实 的确 当然 同意 赞同 赞成 赞 支持 不好说 难说 也许 未必 不一定 或许 显然 抱歉 不好意思 好问题 学到了 感谢分享 同感 开会 吃饭 看不懂 你信吗 凭什么 就这 哈喽
  有道理 有意思 说得 讲得 说的 讲的 真的 真 太 很 棒 厉害 牛 我 也 都 这个 这 那 觉得 认为 知道 明白 懂 收到 可以 行 笑死 原来如此 难怪 精彩 有趣`.split(
    /\s+/,
  );
const TALK = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${ENGLISH.join('|')})(?![\\p{L}\\p{N}])|${CHINESE.join('|')}`,
  'giu',
);

/** Whether words only say what somebody thinks of an answer, or that they have read it: "haha yes exactly", 好的. */
export function isSmallTalk(words: string): boolean {
  return !hasWords(plainly(words).replace(TALK, ' '));
}

/** In UTF-16 units: what is longer is no remark between two people, and not looked through. */
const LONGEST = 300;

/**
 * Whether words are said of an answer, and to somebody else, even if a search would find something: a statement with a
 * pronoun as its subject ("he never said that", 我觉得不对), and no question or request; or doubt ("is that true?", 真的假的).
 */
export function isRemark(words: string): boolean {
  const plain = plainly(words);
  if (plain.length > LONGEST || !hasWords(plain)) return false;
  const clauses = plain.split(BETWEEN_CLAUSES).map(opened).filter(hasWords);
  if (clauses.some(isDoubt) && clauses.every((clause) => isDoubt(clause) || isSmallTalk(clause))) return true;
  if (ENDS_AS_QUESTION.test(plain) || isRequest(plain) || asksBy(plain) !== null) return false;
  const telling = clauses.filter((clause) => !isSmallTalk(clause));
  const [first = '', ...others] = telling.length > 0 ? telling : clauses;
  return isStatement(first) && !others.some((clause) => BEGINS_QUESTION.test(clause));
}

/** Whether words ask for something without a question: "show me Miller on chips", 说说芯片. */
export function isRequest(words: string): boolean {
  const plain = plainly(words);
  if (plain.length > LONGEST) return false;
  const rest = opened(plain);
  return (ENGLISH_REQUEST.test(rest) && !NO_REQUEST.test(rest)) || CHINESE_REQUEST.test(rest);
}

/** As the patterns here have it: Simplified characters, one kind of apostrophe, single spaces. */
function plainly(words: string): string {
  return simplifiedCharacters(words.normalize('NFKC'))
    .replace(/[\u2018\u2019]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();
}

const BETWEEN_CLAUSES = /[,.!?;:~…。、()"“”]/u;
const ENDS_AS_QUESTION = /[?吗嘛呢][^\p{L}\p{N}]{0,5}$/u;
const BEGINS_QUESTION =
  /^(?:what|who|whom|whose|when|where|which|why|how|did|does|do|is|are|was|were|can|could|has|have)\b|什么|怎|为何|如何|哪|谁|多少/iu;

/** What comes before a remark or a request, and says nothing of it. */
const OPENING =
  /^(?:(?:wrong|no|nope|nah|yes|yeah|yep|lol|lmao|haha|well|but|and|so|then|ok|okay|hm|hmm|um|uh|oh|wow|wait|actually|honestly|tbh|imo|imho|bro|dude|man|guys|sorry|true|false|right|exactly|also|because|maybe|though|please|pls|hey|hi)(?![\p{L}\p{N}'])|(?:不对|不是|不|错|对|好)(?=[\s,.!;:~…。-])|嗯|哈|呵|但是|但|可是|其实|所以|因为|而且|然后|那么|好吧|唉|哎|哦|啊|老实说|说实话)[\s,.!;:~…。-]*/iu;
/** Nobody begins with more of them. */
const MOST_OPENINGS = 5;

function opened(text: string): string {
  let rest = text.trim();
  for (let count = 0; count < MOST_OPENINGS; count++) {
    const shorter = rest.replace(OPENING, '');
    if (shorter === '' || shorter === rest) break;
    rest = shorter;
  }
  return rest;
}

const ENGLISH_DOUBT = new RegExp(
  `^(?:${[
    'really(?: though)?|seriously|srsly|for real|fr|huh|what|wtf|no way|sure|who cares|so what|since when|come on|as if|yeah right|says you|nobody asked|impossible',
    '(?:are )?(?:you|u) (?:sure|serious|kidding|joking|for real)(?: (?:me|us|about (?:this|that|it)))?',
    "(?:is|was|isn't|isnt|wasn't|can|could) (?:he|she|it|this|that|they)(?: be)?(?: really| actually| even)? (?:true|right|real|so|correct|accurate|serious|sure|legit|fake|false|wrong|a joke|possible|for real)",
    '(?:did|does|do|has|have) (?:he|she|they)(?: really| actually| seriously| even){1,2} (?:say|said|mean|meant|think|believe)(?: (?:that|this|it|so))?',
    '(?:he|she|they)(?: really| actually)? (?:said|says|thinks?|believes?) (?:that|this|so|what)',
    'is (?:that|this) (?:really |actually )?what (?:he|she|they) (?:said|meant|means|mean|thinks?)',
    '(?:do|does|would) (?:you|anyone|anybody) (?:really |actually )?(?:believe|buy) (?:that|this|it|him|her)',
  ].join('|')})(?: (?:lol|lmao|bro|dude|man|guys|though|tho))?$`,
  'iu',
);
const CHINESE_DOUBT = new RegExp(
  `^(?:${[
    '(?:你|您|他|她|这话|这个|这|那)?(?:也)?(?:是)?(?:真的|真|当真|确定|认真|是|对|不会|不是)(?:的)?(?:吗|吧|么|嘛|假的?|啊|呀|啦){0,2}',
    '有没有搞错|开(?:什么)?玩笑(?:的)?(?:吗|吧)?|骗人的?(?:吗|吧)?|怎么可能|不可能(?:吧)?|什么鬼|搞笑(?:吗|吧|呢)?|假的(?:吗|吧)?|谁信(?:啊|呢)?|谁(?:问|在乎)(?:你|他)?(?:了|啊)?',
    '(?:他|她|他们)(?:真|真的|确实)(?:是)?(?:这么|这样)?(?:说|想|认为)(?:的|过|了)?(?:吗|吧|么)?',
  ].join('|')})$`,
  'u',
);

function isDoubt(clause: string): boolean {
  return ENGLISH_DOUBT.test(clause) || CHINESE_DOUBT.test(clause);
}

/** A pronoun with a verb after it; with a capital after it, it may be a name ("He Lifeng"), or none ("IT"). */
const ENGLISH_SUBJECT =
  /^(?:(?:[Ii]|[Yy]ou|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|[Ii]t|[Nn]obody|[Nn]o one|[Ee]veryone|[Ee]verybody|[Nn]one of (?:them|us|you))(?:'(?:m|re|s|ve|d|ll))? [a-z]|(?:[Ii]m|[Ii]ve|[Ii]dk|[Yy]oure|[Hh]es|[Ss]hes|[Tt]heyre|[Tt]hats|[Dd]on'?t|[Dd]oesn'?t|[Dd]idn'?t|[Nn]ever)(?: [a-z]|$)|(?:[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose)(?:'s| (?:guy|man|dude|guys))?(?:(?<='s) [a-z]| (?:just|really|totally|also|still|only|actually|never)? ?(?:is|was|isn't|isnt|wasn't|wasnt|are|were|aren't|arent|sounds?|seems?|makes?|looks?|feels?|can't|cant|can|could|would|will|won't|wont|has|have|does|doesn't|doesnt|did|didn't|didnt|means?|explains?|proves?|says?|said|never|sucks?|ain't|aint|contradicts)(?![a-z'])))/u;
const CHINESE_SUBJECT =
  /^(?:(?:我们|你们|他们|她们|它们|咱们|我|你|您|他|她|它|大家|没人|没有人)(?!的|国|好|方)(?=.)|(?:这|那)(?:些|个|样|种|话|句话|人|家伙)?(?:是|不|就|也|都|太|很|真|根本|明显|才|有点|没|错|说|可|跟|和))/u;
const CHINESE_ASKS = /什么|怎|为何|如何|哪|谁|多少|几[个位次年]|是否|是不是|有没有|能不能/u;
/** What follows it is not asked, but not known. */
const CHINESE_UNKNOWING =
  /^我们?(?:也|真|真的|根本|还|都|就)?(?:是)?(?:不|没)(?:太|怎么)?(?:知道|懂|明白|理解|清楚|管|在乎|关心|信|记得|确定|觉得|认为)/u;

function isStatement(clause: string): boolean {
  // What is all in capitals is shouted.
  const said = clause === clause.toUpperCase() ? clause.toLowerCase() : clause;
  if (ENGLISH_SUBJECT.test(said)) return true;
  return CHINESE_SUBJECT.test(said) && (CHINESE_UNKNOWING.test(said) || !CHINESE_ASKS.test(said));
}

const ENGLISH_REQUEST =
  /^(?:(?:can|could|would|will) (?:you|i|we|u) |you (?:should|could|can|must) )?(?:(?:show|give|tell|list|find|quote|get|search|look up|look for|summari[sz]e|compare|explain|describe|let's (?:see|hear)|(?:any|some)?thing (?:on|about|from|by)|everything (?:on|about|from|by)|(?:some |any )?(?:more|quotes?|excerpts?) (?:on|about|from|by|of)|what about|how about|tell me) |i(?:'d (?:like|love)|d like| would (?:like|love)| want| need| wanna) )/iu;
/** These words ask for nothing. */
const NO_REQUEST =
  /^(?:give (?:me|us|it) (?:a|up|the|that)? ?(?:break|rest|up)?|tell me about it|get (?:out|over|lost|it|real|a|him|her)|find out|show off|i (?:want|need) (?:to believe|a drink))(?![a-z]| [a-z])/iu;
const CHINESE_REQUEST =
  /^(?:请|麻烦)?(?:你|您|再)?(?:能|可以|来|先|再)?(?:给我|给个|给出|帮我|帮忙|看看|看一?下|说说|说一?下|讲讲|讲一?下|谈谈|聊聊|介绍|告诉我|告诉大家|找(?:一?下|找|到|出|几|些|点)|查(?:一?下|找|查|看)|搜(?:一?下|索|搜)|列(?:出|一?下|举)|引用|总结|概括|对比|比较一下|解释)|^(?:我|我们)(?:很|也|只|就|还)?(?:想|要|希望)(?:要|知道|看|听|问|了解|找)|^请(?!客)/u;
