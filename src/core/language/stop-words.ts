/**
 * Words that a question has but its answer need not have. They are removed from questions and never from
 * passages, where they cost nothing and a quotation may hinge on one of them.
 */

/** English function words, and words that only serve to ask ("what", "say", "tell", "think"). */
export const ENGLISH_STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above according after again all also am an and any anybody anyone anything are aren as at be because been before
  being below between both but by can cannot could couldn d did didn do does doesn doing don down during each ever
  everybody everyone everything few for from further had hadn has hasn have haven having he her here hers him his how i if in into is isn it its
  itself just ll m me more most much must my no nor not of off on once only or other our ours out over own please
  re s same say said saying says shall she should shouldn so some somebody someone something such t tell than that the their theirs them then
  there these they thing things think thinks thought this those through to too under until up upon ve very was wasn
  we were weren what whats when where whether which while who whom whose why will with won would wouldn you your
  yours summarize summarise summary discuss discussed discussing discussion discussions mention mentioned mentioning talk
  talked talking opinion opinions perspective attitude regarding concerning respond responded reply describe explain
  explained elaborate today tomorrow yesterday thank thanks hello hi hey please ok okay rostrum
  speak speaks spoke spoken speaking speaker speakers panel panelist panelists panellist panellists seminar transcript`.split(
    /\s+/,
  ),
);

/** More such words for when the passages are turns of a conversation: every conversation is a meeting of a group. */
export const CONVERSATION_STOP_WORDS: ReadonlySet<string> = new Set(
  'group team members meeting participants people view views present presents presented presenting presentation presentations'.split(
    ' ',
  ),
);

/** English question phrases, as regular expressions for a lower-case question; removed like the Chinese ones. */
export const ENGLISH_QUESTION_PHRASES: readonly string[] = [
  '\\bhow (?:many|much|long|often|far|old|big|large|tall|high|heavy|deep|wide|thick|fast|loud|hot|cold|late|early|soon|recently|expensive)\\b',
  '\\b(?:what|which)(?: is| was| are| were)?(?: the)? (?:exact )?(?:dates?|days?|months?|seasons?|decades?|time of day|percentages?|percent|proportions?|shares?|fractions?)(?: of)?\\b',
  "\\b(?:what|which)(?: is| was| are| were|'s)?(?: the| a| an| one| some| another)?(?: other)? (?:types?|kinds?|sorts?|names?|terms?|words?|years?)(?: of| for)?\\b",
  '\\breferred to as\\b',
  '\\bt(?:ake|akes|ook|aken|aking) (?:part|place)\\b',
];

/**
 * Chinese question phrases, longest first. They are removed before a question is split into words, so that no
 * bigram joins one to the text around it.
 */
export const CHINESE_QUESTION_PHRASES: readonly string[] = `
  请问一下 请问 请告诉我 告诉我 谈到了什么 谈到什么 说了些什么 说了什么 说过什么 讲了什么 提到了什么 提到什么 怎么看待 怎么看 如何看待 如何看
  怎么说的 怎么说 怎么评价 如何评价 是什么样的 是什么样 什么样的 什么样 是什么意思 什么意思 是什么 什么时候 什么时间 什么地方
  有哪些 哪一些 哪些 哪一个 哪一年 哪个 哪两个 哪几个 哪里 哪儿 哪年 哪种 哪位 哪国 哪家 在哪 为什么 为何 为啥 干什么 什么 甚么 怎么样 怎样 怎么办 怎么
  多少年 多少时间 多长时间
  说了啥 说过啥 讲了啥 讲过啥 讲过什么 讲过哪些 说过哪些 讲了哪些 说了哪些 聊了什么 聊了啥 聊过什么 谈了什么 谈了啥 谈过什么 谈了哪些 谈到哪些 提了啥 提到哪些
  占比是多少 占比多少 占多少 占了多少 占到多少 的占比 占几成 比例是多少 比例多少 几月几号 几月几日 哪一天 哪天 哪个月 哪一月 哪几天 星期几 周几 礼拜几
  几点钟 几点 几成 几倍 几折 几趴 几% 百分之几 几分之几 第几 几月 几号 几岁 几度 几次 几天 几个月 多重 多远 多深 多宽 多厚 多快 多少钱 多少次 多少天 多少个月 多少倍 多少岁 多少度
  怎么讲的 怎么讲 怎么想 咋说的 咋说 咋看 咋想 是啥 有啥 啥时候 为啥子 啥 咋样 咋 干嘛 哪些
  怎么回事 怎么一回事 咋回事 咋一回事 怎么个回事 什么情况 啥情况 怎么个情况 什么鬼 个啥 啥意思 几时 啥时 啥地方 哪会儿 什么样子 什么东西
  一共有 总共有 一共 总共 哪款 哪场 哪届 哪次 哪条 哪项 哪类 哪所 哪支 哪部 哪篇 哪本 哪座 哪回 哪方面 哪一位 哪一家 哪一种 哪一款 哪一场 哪一次 哪一届 哪一条 哪一项 哪一类 哪一方面
  几位 几名 几种 几项 几款 几条 几家 几所 几轮 几届 几场 几层 几部 几篇 几件 几份 几台 几辆 多少位 多少名 多少种 多少家 多少项 多少条 多少款 多少件 多少台 多少辆
  几月份 多久一次 多长时间一次 隔多久
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
  那么 这么 大家 咱 咱们 别人 其他 其它 已经 正在 一下 一回 头一回 一次 一种 一位 然后 而且 不过 因此 于是 非常 十分 比较 跟 等等 时候 东西 事情 起来 那个人 这个人 人的
  按 按照 每 各 嘛 啦 喔 哦 耶 欸 捏 咧 唷 蛮 挺 靠谱不 好不好 对不对 行不行
  会 能 可以 可能 要 想 来 去 到 说 说过 做 做的 说的 认为 觉得 表示 提到 谈到 谈谈 讲 看 看法 看待 关于 有关 没 没有 不 一 一个 一些 请 吗 呢 吧 啊 么 什么 如何 怎么 为什么 谁`.split(
    /\s+/,
  ),
);

/**
 * What chat puts around a question, as regular expressions for a lower-case text with single spaces. A word is
 * here, and not among the stop words, if it may be asked about elsewhere.
 */
export const ENGLISH_CHAT: readonly string[] = [
  '\\b(?:is it just me|is it only me|am i the only one)(?: here)?,? (?:or|who)(?: (?:does|do|did|is|are|was|thinks?|feels?)\\b(?: that\\b| like\\b)?)?',
  '\\b(?:any|your|some|ur) (?:thoughts?|opinions?|takes?|ideas?|comments?|insights?)(?: (?:on|about|regarding|re)\\b)?',
  '\\b(?:any|no|a) clue(?: (?:about|if|whether)\\b)?|\\bany (?:idea|news|word|info|details?|update|updates) (?:on|about|if|whether|of)\\b',
  '(?:^|[.!?,] ?)thoughts(?: (?:on|about|regarding)\\b)?',
  '\\b(?:just |only )?(?:wondering|curious)(?: (?:if|whether|about|to know)\\b)?',
  "\\b(?:does|do) (?:any(?:one|body)|some(?:one|body)|you guys|y['’]?all)(?: else)? (?:know|think|feel|remember|recall|agree)\\b(?: (?:if|whether|that)\\b)?",
  '\\b(?:like,? )?(?:do|did) we (?:even |actually |really |already |yet )?(?:know|remember|recall)\\b(?: (?:if|whether|that|yet)\\b)?|\\bwhat do we know (?:about|of)\\b',
  '(?:^|[.!?,] ?)(?:any(?:one|body)|some(?:one|body)|who) (?:here )?(?:knows?|remembers?|recalls?)\\b(?: (?:if|whether|that)\\b)?',
  '\\b(?:just )?remind me(?: (?:again|please))?(?: (?:of|about|that)\\b)?',
  "\\b(?:sorry )?if (?:this|that|it) (?:was|has been|['’]s been|is) (?:already )?(?:asked|covered|answered|discussed)(?: (?:before|already|earlier))?|\\b(?:i )?(?:may|might|must) have missed (?:it|this|that)\\b|\\bif i missed (?:it|this|that)\\b",
  "\\bcorrect me if i['’]?(?:m| am) wrong\\b|\\b(?:if i (?:recall|remember)|as far as (?:i|we) (?:know|remember|recall|can tell))(?: (?:correctly|right|rightly))?\\b",
  '\\b(?:out of curiosity|in a nutshell|real quick|for the record|just to (?:clarify|confirm|check|be (?:clear|sure))|asking for a friend|long story short|by any chance|on earth|you know what i mean|forgive my ignorance|pardon my ignorance|for what it is worth)\\b',
  '\\b(?:give me|gimme|can i (?:get|have)|need|want) (?:a |an |the )?(?:quick |short |brief )?(?:rundown|recap|overview|tl;?dr)(?: (?:of|on|about)\\b)?|\\btl;?dr(?: (?:of|on|about)\\b)?',
  '\\bhelp me (?:out|understand|find|remember|get)\\b',
  "\\b(?:don['’]?t|do) you (?:guys )?(?:think|agree|feel|find)\\b(?: that\\b)?",
  '\\b(?:can|could|would|will) (?:any(?:one|body)|some(?:one|body)|you)(?: please)? (?:kindly )?(?:tell|explain|remind|help|show|give|point|confirm|clarify|share)\\b(?: (?:to )?(?:me|us)\\b)?',
  '\\bi (?:just |really |honestly |personally |still )?(?:think|feel|guess|believe|heard|mean|suppose|reckon|swear|wonder)\\b(?: (?:that|like|if|whether)\\b)?',
  "\\bi['’]?(?:m| am) (?:just |really |so |pretty |kinda )?(?:sure|confused|lost|tired)\\b",
  '\\b(?:in|imo|from) my (?:humble |honest |personal )?(?:opinion|view|perspective)\\b',
  '\\bif you ask me\\b',
  '\\bnot (?:gonna|going to) lie\\b',
  '\\bto be (?:honest|fair|frank|blunt)\\b(?: with (?:you|u)\\b)?',
  "\\blet['’]?s (?:be|get) (?:real|honest|serious)\\b",
  '\\bat the end of the day\\b',
  '\\bby the way\\b',
  '\\bfor real\\b',
  '\\bno (?:cap|offen[cs]e|joke|kidding)\\b',
  '\\bpretty much\\b',
  '\\b(?:hot|unpopular|controversial|spicy) (?:take|opinion)\\b',
  '\\b(?:quick|dumb|stupid|serious|honest|silly|random|genuine|noob|newbie) question\\b',
  '\\b(?:what|who|why|how|where) (?:the|in the) (?:hell|heck|fuck|world|f)\\b',
  '\\b(?:sounds|feels|seems|looks) like\\b',
  '(?:^|[.!?,] ?|\\b(?:and|but|or|so|just|about|said|says) )like\\b(?! (?:it|to|that)\\b),?|, like,|\\b(?:or|and) (?:something|anything|stuff|things) like (?:that|this)\\b|\\b(?:look|sound|feel|seem) like\\b',
  '(?<!\\b(?:what|which|this|that|these|those|a|any|some|every|the|one|new|of|other|different|all) )(?:kind|sort) of\\b',
  '\\bhow come\\b|\\bwhat gives\\b',
  "\\b(?:what['’]?s|what (?:is|was|are)) (?:up|going on|happening|with|the (?:deal|story|situation|status|latest|thing|word|fuss)) (?:with|on|behind|about|around)\\b|\\bwhat['’]?s with\\b|\\bwhat (?:happened|happens) (?:to|with)\\b",
  "\\b(?:has |have )?(?:any(?:one|body)|some(?:one|body)|who|u|you)(?:['’]s)? (?:here )?(?:got|get|have|has|remember|recall|find|found|caught|catch) (?:the|that|this|a) (?:bit|part|piece|section|quote|line|passage|stuff|thing)\\b(?: (?:about|on|where|with)\\b)?",
  '\\b(?:the|that) (?:bit|part|section|passage|stuff|thing) (?:about|on|where)\\b',
  '\\bquick q\\b',
  '\\bsum up\\b',
  "\\bexplain (?:it |this |that )?like i['’]?m (?:five|5)\\b",
  "\\bwhat['’]?s the vibe (?:on|about|around|with)\\b",
  '\\b(?:such a|a total|a complete|a huge|total|complete) (?:joke|mess|scam|waste|farce)\\b(?: of (?:time|money|space)\\b)?',
  '\\b(?:is|are|was|were) a (?:joke|mess|scam|waste|farce)\\b(?: of (?:time|money|space)\\b)?',
  '\\bmakes? (?:no |zero |any |much )?sense\\b',
  '\\b(?:remarks?|comments?|quotes?|quotations?|thoughts|views?|opinions?|stances?|viewpoints?|statements?) (?:made |given )?(?:of|by|from)\\b',
  '^(?:so|well|ok|okay|oh|ah|hmm?|um+|uh+),? ',
];

/** Beside these "imo" is an organisation: "the IMO", "did the shipowners leave IMO's fund?" */
const IMO =
  "(?<!\\b(?:the|an|this|of|by|at|in|from|for|to|with|about|on|did|does|do|has|was|will|can|should|and|or|what is|who is) )imo(?!['’]s)";

/** Single words of chat, as regular expressions; removed wherever they stand alone. */
export const ENGLISH_CHAT_WORDS: readonly string[] = `
  imho imao u(?![.]) fwiw eli5 istg jk rn asap ofc obv obvs prob probs tho thou nvm atm iirc tbh tbf ngl lol lmao lmfao rofl ha(?:ha)+ he(?:he)+ wtf wth omg omfg smh idk idc iirc afaik afaict btw fyi icymi fr ikr
  bro+ bruh dude dudes guys folks y['’]?all mate fam peeps ppl pls plz plss* pleas+e thx tysm thanks thnx cheers
  honestly frankly literally basically actually really seriously personally obviously genuinely truly kinda kind-of
  sorta gonna wanna gotta dunno lemme gimme whatcha innit ain['’]?t hm+ um+ uh+ uhm+ erm+ meh welp yeah yep yup nah nope wow damn
  exactly anyway anyways maybe alright though
  dammit even gosh geez jeez hella lowkey highkey totally hugely freaking frickin fricking fucking fuckin bloody`
  .split(/\s+/)
  .filter((word) => word !== '')
  .concat(IMO);

/**
 * Words that judge, by which an asker tells an opinion. An answer need not have them; they still help to find one
 * that does.
 */
export const ENGLISH_JUDGEMENTS: readonly string[] =
  `suck sucks sucked sucking useless dumb dumbest stupid stupidest silly ridiculous nonsense nonsensical bullshit bs crap crappy trash
  rubbish terrible horrible awful pointless worthless overrated overhyped overblown lame insane crazy absurd laughable
  pathetic hopeless idiotic moronic bonkers bogus dodgy sketchy shady iffy cringe joke farce scam awesome amazing brilliant
  fantastic genius cool neat wild weird sucky shitty shit bad worst garbage braindead brainless clueless legit
  sus based mid rip ripoff rip-off unfair overpriced shameful disgraceful disgusting outrageous shocking annoying frustrating boring creepy
  scary sad funny hilarious depressing clever smart foolish unwise delusional nuts nutty wack meh lit hype solid goated`.split(
    /\s+/,
  );

const SAID =
  '(?:positions?|stances?|standpoints?|takes?|viewpoints?|views?|opinions?|perspectives?|thoughts?|feelings?|quotes?|quotations?|remarks?|comments?|commentary|statements?|reasoning|words)';
/** Before a noun for what is said, these show that it is somebody's: a role or thing of its own has other words. */
const WHOSE =
  "(?:^ ?|['’]s? |\\b(?:what|where)(?: is| was| are| were|['’]s) |\\b(?:all|any|every|the|their|his|her|your|everyone['’]?s|main|overall|general|official|own|full|some|find|show|show me|give|give me|list|get) )";

/**
 * What asks for the words of somebody without being their subject, for a text without that person's name: "'s
 * position on", "what's … deal with".
 */
export const ENGLISH_SAYINGS: readonly string[] = [
  `${WHOSE}${SAID} (?:on|about|regarding|concerning|re|towards?|with respect to|around)\\b`,
  "(?:^ ?|\\bwhat(?: is| was|['’]s) (?:the )?)(?:deal|beef|problem|issue) with\\b",
  '\\b(?:what|which) (?:position|stance|views?|line|approach|opinions?|attitude|stand) (?:do|does|did|has|have|is|was) +(?:take|takes|taken|have|hold|express|expressed|adopt|adopted|got)\\b(?: (?:on|about|towards?|regarding)\\b)?',
  '\\b(?:do|does|did|has|have|would|is|was|are)(?: the)? +(?:stand on|standing on|come down on|feel about|make of|got to say|believe about|say about|react to|view|regard|rate|assess|judge|see)\\b',
  "\\b(?:what|anything|something)(?:['’]s| has| have| is| had)? +got to say(?: (?:on|about|regarding|re)\\b)?",
  '\\b(?:do|does|did|has|have|would) +(?:believe|argue|comment|commented|remark|opine|speak|spoken|state|stated|address|addressed|weigh in|bring up|touch)\\b(?: (?:on|about|that|of|upon|up)\\b)?',
  `\\b(?:everything|all|anything|what) (?:that )?(?:was |is |has |have )?(?:ever )?(?:said|says|stated|told)\\b(?: (?:on|about|regarding)\\b)?`,
];

/** The same in Chinese, for Simplified characters. */
export const CHINESE_CHAT: readonly string[] = [
  '说实话|说真的|说白了|老实说|老实讲|实话说|实话实说|讲真的|讲真|不得不说|平心而论|坦白说|坦白讲|坦率地说|认真地说|话说回来',
  '(?:我|本人)?个人(?:觉得|认为|感觉)|我(?:就|总|还是|真的|一直)?(?:觉得|感觉|认为|寻思|想(?:问|请教|了解|知道|确认|打听)(?:一?下|问)?|好奇)|总觉得|总感觉|感觉上|依我看|在我看来|要我说',
  '(?:^|[\\s,.!?。、~])(?:感觉|觉得|真的|好像|貌似|反正|想(?:问|请教|了解|知道|确认|打听)(?:一?下|问)?|求问|求解|求助|求教|请教一下|请教下|请教|问一下|问下|弱弱(?:地|的)?问(?:一下|一句)?|话说|讲道理|说起来|呃+|额+|嗯+|哦+|喔+|诶+|欸+|唉+|哎+|嗨|那个|这个|就是|然后)',
  '(?:^|[\\s,.!?。、~])(?:我去|我靠|绝了|服了|醉了|厉害了|无语|急急+|谢谢大家|谢谢各位|兄弟们|小伙伴们?|朋友们|伙计们|家人们|楼主|小白|萌新)(?=$|[\\s,.!?。、~])',
  '(?:各位|诸位)(?:大佬|大神|大哥|老师|朋友|同学|前辈|网友|兄弟)?们?|大佬们?|大神们?|大家好|在线等',
  '有没有(?:人|大佬|谁)知道|有(?:人|谁)知道|谁能(?:告诉我|说说|讲讲|解释一下|科普一下)|谁来(?:说说|讲讲)|求(?:科普|解释|告知)',
  '哈哈+|呵呵+|嘿嘿+|嘻嘻+|呜呜+|笑死(?:我了)?|卧槽|我的天|天哪|天啊|妈呀|牛逼',
  '是不是只有我(?:觉得|认为|感觉)?|只有我(?:觉得|认为|感觉)(?:吗)?|你们(?:觉得|认为|怎么想|说)|大家(?:觉得|认为|怎么想)',
  '(?<!后|原|本|未|从|回|起|出|上|下|进)来着(?=[啊呀呢吗吧哈的]{0,2} *(?:$|[?!.,;。、]))|(?:呗|哈|嘞|咯|喽|呀|噻|哎|唉)(?= *(?:$|[?!.,;。、]))',
  '(?<![请要需寻追])求(?:问|教|解释|解答|科普|告知|指教|指点|大佬|大神|出处|总结)(?:一?下)?',
  '有(?:没有)?(?:人|谁|大佬|朋友|同学)(?:还|能)?(?:知道|记得|懂|了解|清楚|晓得|说说|讲讲|解释一?下)|(?:^|[\\s,.!?。、])谁(?:还)?(?:知道|记得|懂)|有懂(?:的|哥)(?:人|大佬)?',
  '(?:能不能|能否|可不可以|可否|可以|麻烦|劳烦|请)?帮(?:忙|我|看)?(?:看|查|找|问|解释|总结|梳理|确认|科普)(?:一?下|看|查|找)|(?:^|[\\s,.!?。、])(?:麻烦|劳驾)(?:大家|各位|你)?(?:问|看|查|说|解释)?(?:一?下)?',
  '(?:能不能|能否|可不可以|可否|可以|能)?(?:给|跟|和|为)(?:我|我们|大家|咱)(?:再|简单|详细|大概)?(?:说|讲|介绍|解释|总结|概括|科普|分析)(?:一?下|说|讲)?',
  '(?:随便|顺便|顺带|弱弱|斗胆|单纯)(?:想)?问(?:一?下|一?句|问)?|问(?:个|一个)(?:问题|事儿?|小问题|傻问题|蠢问题|小白问题)|(?:^|[\\s,.!?。、])(?:有|提)(?:个|一个|点)(?:小)?(?:问题|疑问)(?:想问)?',
  '(?:^|[\\s,.!?。、])(?:我)?(?:不知道|不晓得|不清楚|忘了|忘记了?|记不清了?|没听清|没太懂|没看懂|没太明白|不太懂)(?=[\\s,.!?。、]|谁|是不是|有没有|为什么|怎么|啥|什么)',
  '(?:^|[\\s,.!?。、])(?:对了|还有就是|多谢|感谢|谢了|谢谢啦|谢谢了|辛苦了?|蹲个?(?:答案|回答)?|课代表)(?=$|[\\s,.!?。、])',
  '究竟|(?<!贯彻|进行|坚持|奋战|斗争|抵抗|跟踪|负责|一)到底(?![部层座线片盘仓价])|居然|竟然|简直|其实|真的(?:是)?',
];

/** Judgements of an asker, where nobody else is asked for one. */
export const CHINESE_JUDGEMENTS =
  '(?:真|好像|有点|有些|太|实在|简直|完全|根本|一点(?:都|也)|也|就|都|是|挺|很|好|特别|非常|确实|怪){0,3}(?:不(?:太|是很|怎么|大|够|是太)?(?:靠谱|靠譜|行|咋地|咋样|咋的|怎么样|合理|现实|明智)|靠不靠谱|靠谱|没(?:什么|啥|有什么|有啥|多大|太大)?(?:用|卵用|用处|意义|意思|谱)|没有(?:什么|啥)?(?:用处|用|意义|意思)|有(?:什么|啥|个屁)?(?:用|卵用)(?=[吗呢吧啊嘛]|\\s*$|[?!])|离谱|扯淡|扯蛋|太扯|扯(?=了|\\s*$)|胡扯|瞎扯|瞎搞|胡闹|荒谬|荒唐|可笑|搞笑|好笑|离奇|差劲|垃圾(?=[了吗吧啊]|\\s*$|[?!])|烂(?=透|[了吗吧啊]|\\s*$|[?!])|鸡肋|坑爹|愚蠢|蠢(?=[了吗吧啊]|\\s*$|[?!])|傻(?=[了吗吧啊]|\\s*$|[?!])|多余(?=[了吗吧啊的]|\\s*$|[?!]))(?:透了|了|的|啊|吧|吗)*';

const CHINESE_SAID = '(?:立场|观点|看法|态度|发言|言论|原话|语录|意见|主张|评论|评价|说法|讲话|见解|想法)';

/** What asks for the words of somebody without being their subject. */
export const CHINESE_SAYINGS: readonly string[] = [
  `(?:^ *|的 *|些|有(?:什么|何|啥|哪些)|什么|啥|何种|怎样的|所有 *|全部 *|主要|相关|持|抱|采取 *)${CHINESE_SAID}(?= *(?:$|[?!.,。、;:]|是|如何|怎|有|吗|呢|为何|和|与|呈))`,
  `(?:发表|表达|阐述|表明|持有|持)(?:过|了)? ?(?:(?:哪些|什么|怎样的|啥|的) ?)?${CHINESE_SAID}`,
  `${CHINESE_SAID}(?: *(?:汇总|总结|合集|大全|摘录|集锦))`,
];

/** What asks in Chinese how long something takes, whatever the verb: only the words that ask (captured) are kept. */
export const CHINESE_TIME_TAKEN =
  '(?:大概|大约|一共|总共|还|又|将|会)?(?:需要花费|需要|要花费|要花|要用|得花|得用|花费了?|耗费了?|花了|用了|耗时|历时|要|花|用|得)(多少年|多久|几年|多长时间|多少时间)(?:的?时间)?(?:才能够|才能|才可以|才会|才|来)?';
