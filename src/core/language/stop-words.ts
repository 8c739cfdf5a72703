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
  请问 请告诉我 告诉我 谈到了什么 谈到什么 说了些什么 说了什么 说过什么 讲了什么 提到了什么 提到什么 怎么看待 怎么看 如何看待 如何看
  怎么说的 怎么说 怎么评价 如何评价 是什么样的 是什么样 什么样的 什么样 是什么意思 什么意思 是什么 什么时候 什么时间 什么地方
  有哪些 哪一些 哪些 哪一个 哪一年 哪个 哪两个 哪几个 哪里 哪儿 哪年 哪种 哪位 哪国 哪家 在哪 为什么 为何 为啥 干什么 什么 甚么 怎么样 怎样 怎么办 怎么
  多少年 多少时间 多长时间
  说了啥 说过啥 讲了啥 讲过啥 讲过什么 讲过哪些 说过哪些 讲了哪些 说了哪些 聊了什么 聊了啥 聊过什么 谈了什么 谈了啥 谈过什么 谈了哪些 谈到哪些 提了啥 提到哪些
  占比是多少 占比多少 占多少 占了多少 占到多少 的占比 占几成 比例是多少 比例多少 几月几号 几月几日 哪一天 哪天 哪个月 哪一月 哪几天 星期几 周几 礼拜几
  几点钟 几点 几成 几倍 几折 几趴 几% 百分之几 几分之几 第几 几月 几号 几岁 几度 几次 几天 几个月 多重 多远 多深 多宽 多厚 多快 多少钱 多少次 多少天 多少个月 多少倍 多少岁 多少度
  怎么讲的 怎么讲 怎么想 咋说的 咋说 咋看 咋想 是啥 有啥 啥时候 为啥子 啥 咋样 咋 干嘛 哪些
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
  '(?:^|[.!?,] ?)thoughts(?: (?:on|about|regarding)\\b)?',
  '\\b(?:just |only )?(?:wondering|curious)(?: (?:if|whether|about|to know)\\b)?',
  "\\b(?:does|do) (?:any(?:one|body)|some(?:one|body)|you guys|y['’]?all)(?: else)? (?:know|think|feel|remember|recall|agree)\\b(?: (?:if|whether|that)\\b)?",
  "\\b(?:don['’]?t|do) you (?:guys )?(?:think|agree|feel|find)\\b(?: that\\b)?",
  '\\b(?:can|could|would|will) (?:any(?:one|body)|some(?:one|body)|you)(?: please)? (?:tell|explain|remind|help|show|give)\\b(?: (?:me|us)\\b)?',
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
  '\\bhow come\\b',
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

/** Single words of chat, as regular expressions; removed wherever they stand alone. */
export const ENGLISH_CHAT_WORDS: readonly string[] = `
  imo imho imao u(?![.]) fwiw eli5 istg jk rn asap ofc obv obvs prob probs tho thou nvm atm iirc tbh tbf ngl lol lmao lmfao rofl ha(?:ha)+ he(?:he)+ wtf wth omg omfg smh idk idc iirc afaik afaict btw fyi icymi fr ikr
  bro+ bruh dude dudes guys folks y['’]?all mate fam peeps ppl pls plz plss* pleas+e thx tysm thanks thnx cheers
  honestly frankly literally basically actually really seriously personally obviously genuinely truly kinda kind-of
  sorta gonna wanna gotta dunno lemme gimme whatcha innit ain['’]?t hm+ um+ uh+ uhm+ erm+ meh welp yeah yep yup nah nope wow damn
  dammit even gosh geez jeez hella lowkey highkey totally hugely freaking frickin fricking fucking fuckin bloody`
  .split(/\s+/)
  .filter((word) => word !== '');

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
  '(?:我|本人)?个人(?:觉得|认为|感觉)|我(?:就|总|还是|真的|一直)?(?:觉得|感觉|认为|寻思|想问一下|想问问|想问|想知道|想请教|想了解一下|想了解|好奇)|总觉得|总感觉|感觉上|依我看|在我看来|要我说',
  '(?:^|[\\s,.!?。、~])(?:感觉|觉得|真的|好像|貌似|反正|想问一下|想问问|想问|求问|求解|求助|求教|请教一下|请教下|请教|问一下|问下|弱弱(?:地|的)?问(?:一下|一句)?|话说|讲道理|说起来|呃+|额+|嗯+|哦+|喔+|诶+|欸+|唉+|哎+|嗨|那个|这个|就是|然后)',
  '(?:^|[\\s,.!?。、~])(?:我去|我靠|绝了|服了|醉了|厉害了|无语|急急+|谢谢大家|谢谢各位|兄弟们|小伙伴们?|朋友们|伙计们|家人们|楼主|小白|萌新)(?=$|[\\s,.!?。、~])',
  '(?:各位|诸位)(?:大佬|大神|大哥|老师|朋友|同学|前辈|网友|兄弟)?们?|大佬们?|大神们?|大家好|在线等',
  '有没有(?:人|大佬|谁)知道|有(?:人|谁)知道|谁能(?:告诉我|说说|讲讲|解释一下|科普一下)|谁来(?:说说|讲讲)|求(?:科普|解释|告知)',
  '哈哈+|呵呵+|嘿嘿+|嘻嘻+|呜呜+|笑死(?:我了)?|卧槽|我的天|天哪|天啊|妈呀|牛逼',
  '是不是只有我(?:觉得|认为|感觉)?|只有我(?:觉得|认为|感觉)(?:吗)?|你们(?:觉得|认为|怎么想|说)|大家(?:觉得|认为|怎么想)',
  '究竟|到底|居然|竟然|简直|其实|真的(?:是)?',
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
