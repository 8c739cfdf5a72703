/** What a question about a seminar itself asks for. */
export type SeminarQuestionKind =
  | 'speakers'
  | 'moderator'
  | 'organiser'
  | 'date'
  | 'summary'
  | 'length'
  | 'topics'
  | 'about'
  | 'seminars'
  | 'help'
  | 'thanks'
  | 'greeting';

/** The words of one kind of question, for lower-case English and Simplified Chinese, and how to recognise it. */
export interface KindWords {
  kind: SeminarQuestionKind;
  english: readonly string[];
  chinese: readonly string[];
  /** A question that has nothing but known words is of this kind if this matches, and no earlier kind's. */
  pattern: RegExp;
}

const list = (words: string): string[] => words.split(/\s+/).filter((word) => word !== '');

/** Words of such questions that ask for nothing by themselves. */
export const ENGLISH_FILLING: readonly string[] = [
  ...list(`a an the this that these those it its there here they them their he she is isn are was were be been am do does
    did doing done has have had can could would will shall should may might i i'm we you your me us my our who whom what
    what's which when where why how many much number count of in on at for to from by with about and or as any all every
    each everyone everybody anyone anybody somebody someone people person persons some else other please kindly just only
    so then now today also again give show tell list name names named see get want need know find let know take took
    taking place taken part exact exactly full complete whole entire short brief briefly quick quickly simple simply main
    key most out up over say said says talk talks talked talking speak speaks spoke spoken speaking discuss discusses
    discussed discussing cover covers covered covering happen happens happened go goes going held hold start started begin
    began end ended recorded publish published long big large contain contains include includes included have got one two
    mean exist exists available loaded inside total altogether like`),
];

/** One seminar. */
export const ENGLISH_SEMINAR: readonly string[] = list(
  `seminar panel event talk discussion session conversation meeting webinar conference debate symposium roundtable
  workshop lecture forum transcript recording record video podcast episode document text salon round-table summit webcast livestream
  town-hall`,
);

/** Several. */
export const ENGLISH_SEMINARS: readonly string[] = list(
  `seminars panels events talks discussions sessions conversations meetings webinars conferences debates symposia
  roundtables round-tables salons summits workshops lectures forums transcripts recordings records videos podcasts episodes documents texts sources
  archive corpus collection`,
);

export const CHINESE_FILLING: readonly string[] = list(
  `的 了 吗 呢 吧 啊 呀 嘛 么 是 有 在 这 那 这个 那个 这场 那场 这次 那次 本次 本场 该 场 次 个 位 名 都 一共 总共 共有 共 全部 所有 一下 下
  请 请问 告诉 我 我们 给 你 你们 您 能 能不能 能否 可以 可不可以 可否 会 想 想要 要 知道 了解 列出 列一下 列 列举 介绍 显示 看看 看 查看 查 和 与 及 里
  里面 中 上 会上 份 篇 期 部 参加 参与 出席 到场 发言 讲话 讲 说 谈 聊 讨论 来 过 到 人 谁 哪些 哪 哪个 哪位 哪几位 哪几个 哪几 几 几位 几个 几名 几场 多少 什么 啥
  怎么 如何 有没有 是不是 帮我 帮 用 最 多 名单 名字 列表 清单 开 开的 办 举行 举办 召开 发生 他们 大家 各位 主要 大概 大致 大体 简单 简要 简短 全文 涉及 包括 包含 涵盖
  提到 分别 具体 现在 目前 收录 库 收 得 就 还 也 做 什麼 为 由 于 从 对 把 将 出 来着 到底 究竟 一些 点 东西 些 所 此 今天`,
);

export const CHINESE_SEMINAR: readonly string[] = list(
  '研讨会 座谈会 讨论会 圆桌会议 圆桌会 圆桌论坛 分享会 交流会 发布会 说明会 沙龙 峰会 大会 年会 直播 播客 会议 讲座 论坛 活动 节目 访谈 对谈 圆桌 会 记录 纪录 逐字稿 文字稿 文稿 稿子 录音 视频',
);

/** In the order in which they are tried. */
export const KINDS: readonly KindWords[] = [
  {
    kind: 'summary',
    english:
      list(`summary summaries summarise summarize summarised summarized summarising summarizing tl dr tldr tl;dr
      recap overview gist synopsis abstract sum takeaway takeaways point points highlight highlights bullet shell nutshell
      conclusion conclusions outcome outcomes`),
    chinese: list(
      '总结 概括 摘要 概要 概述 综述 归纳 小结 要点 重点 梗概 太长不看 简述 大意 总览 概览 结论 主旨 讲稿 内容 一句话 话',
    ),
    pattern:
      /\b(?:summar(?:y|ies|i[sz]e[sd]?|i[sz]ing)|tl ?;? ?dr|tldr|recap|overview|gist|synopsis|abstract|sum (?:it |this |that )?up|takeaways?|(?:key|main|bullet) points?|highlights?|nutshell|conclusions?|outcomes?)\b|总结|概括|摘要|概要|概述|综述|归纳|小结|要点|重点|梗概|太长不看|简述|大意|总览|概览|结论|主旨/u,
  },
  {
    kind: 'moderator',
    english: list(
      'moderator moderators moderate moderates moderated moderating host hosts hosted chaired facilitator facilitated',
    ),
    chinese: list('主持人 主持 司仪'),
    pattern:
      /^(?!.*(?:\b(?:ask(?:s|ed|ing)?|say|says|said|saying|talk\w*|speaks?|spoke|discuss(?:es|ed|ing)?|questions?)\b|(?<!请)问|[说讲谈聊])).*(?:\b(?:moderat(?:ors?|ed?|es|ing)|hosts?|hosted|chaired|facilitat(?:or|ed))\b|主持|司仪)/u,
  },
  {
    kind: 'organiser',
    english:
      list(`organiser organisers organizer organizers organise organised organises organize organized organizes
      organising organizing organisation organization sponsor sponsors sponsored convened convener arranged institution ran`),
    chinese: list('主办方 主办单位 主办 承办方 承办 举办方 协办 组织者 组织 单位 机构'),
    pattern:
      /\b(?:organi[sz](?:ers?|ed?|es|ing|ation)|sponsors?|sponsored|convened|convener|arranged)\b|\bwho (?:ran|held) (?:it|this|the)\b|主办|承办|举办方|协办|组织|谁(?:举办|办|召开|开)/u,
  },
  {
    kind: 'speakers',
    english:
      list(`speaker speakers panelist panelists panellist panellists participant participants guest guests attendee
      attendees presenter presenters discussant discussants participate participated participates attend attended attends
      present appear appeared appears roster lineup`),
    chinese: list(
      `嘉宾 发言人 发言者 讲者 演讲者 演讲人 讲员 主讲人 与会者 与会人员 与会嘉宾 与会 与谈人 参会者 参会人员 参会 参与者 参加者 出席者 讲话人 人员 阵容 几人`,
    ),
    pattern:
      /^(?!.*(?:\bwhat\b|[说讲谈聊论问](?:了|过|的|到)?(?:是)?(?:些)?(?:什么|啥|哪些(?!人)))).*(?:\b(?:speakers?|panell?ists?|participants?|guests?|attendees?|presenters?|discussants?|roster|lineup)\b|\bwho(?:'s|'re)?(?: all| else)? (?:(?:is|are|was|were|has|have) )?(?:speaking|spoke|speaks|talking|talked|talks|participat\w+|attend\w*|present|appear\w*|took part|taking part|there|here|on (?:it|this|the)|in (?:it|this|the))\b|\bhow many people\b|嘉宾|发言人|发言者|讲者|演讲者|演讲人|讲员|主讲人|与会|与谈人|参会|参与者|参加者|出席者|讲话人|谁(?:在|都|来)?(?:发言|讲话|讲|说|参加|参与|出席)|(?:有|都有|还有)(?:谁|哪些人|几个人|几人|多少人|几位)|(?:哪些人|哪几位|几个人|几位|多少人|几人)(?:都|来|在)?(?:发言|讲话|讲|参加|参与|出席|说话))/u,
  },
  {
    kind: 'seminars',
    english: [],
    chinese: [],
    pattern:
      /\b(?:seminars|panels|events|talks|discussions|sessions|conversations|meetings|webinars|conferences|debates|symposia|roundtables|workshops|lectures|forums|transcripts|podcasts|episodes|documents|archive|corpus|collection)\b|(?:哪些|哪几|几|多少|什么|啥|所有|全部)(?:场|个|次)?(?:研讨会|座谈会|讨论会|会议|讲座|论坛|活动|节目|访谈|记录|纪录|逐字稿|视频)|(?:研讨会|座谈会|会议|讲座|记录|逐字稿)(?:列表|清单|名单)/u,
  },
  {
    kind: 'date',
    english: list('date dates day year month time clock dated'),
    chinese: list(
      '什么时候 何时 哪天 哪一天 哪年 哪一年 几号 几月 哪个月 日期 什么时间 时间 时候 哪日 几月几号 日子 年 月 日',
    ),
    pattern:
      /^(?:and |so )?when\b|\b(?:when (?:was|is|did|were)|(?:what|which) (?:is |was |the |exact )*(?:date|day|year|month|time)|date of|date)\b|什么时候|何时|哪(?:一)?天|哪(?:一)?年|几号|几月|哪个月|日期|什么时间|哪日/u,
  },
  {
    kind: 'length',
    english: list(
      'length duration last lasted lasts minutes hours words pages passages lines characters size',
    ),
    chinese: list('多长 时长 篇幅 字 页 段 行 分钟 小时 多久 长度 持续 花了'),
    pattern:
      /\b(?:how (?:long|big|large)|length|duration|how many (?:words|pages|minutes|hours|passages|lines|characters))\b|多长|时长|篇幅|多久|长度|(?:多少|几)(?:个)?(?:字|页|段|行|分钟|小时)/u,
  },
  {
    kind: 'help',
    english:
      list(`help commands command usage instructions instruction manual guide use using used work works bot rostrum
      ask asking search searching type question questions example examples sample possible able feature features capabilities menu function
      functions tutorial faq hint hints syntax option options support anything something stuff`),
    chinese: list(
      `帮助 帮忙 怎么用 如何使用 怎么使用 使用方法 使用说明 使用 用法 说明书 说明 指令 命令 功能 教程 操作 问 提问 问题 例子 示例 范例 干 机器人 玩 指南 菜单 选项 支持`,
    ),
    pattern:
      /^(?:(?:please|hi|hello|hey|can|could|i|need|some|you|me|,|!) ?)*help\b|\b(?:commands?|usage|instructions?|manual|tutorial|faq|menu|features?|capabilities|functions?|syntax)\b|\b(?:how|what|who)(?: (?:else|kind|of|questions?|things?|stuff))*(?: (?:can|could|do|does|should|may|would|to|are|is))?(?: (?:i|we|you|this|it|the|they))*(?: (?:use|using|works?|ask|search|type|rostrum|bot))\b|\bwhat (?:else )?(?:can|could|do|does|should|may) (?:i|we|you|this|rostrum|it|the bot) (?:do|support|offer)\b|\b(?:who|what) are you\b|\bwhat is (?:rostrum|this(?: bot)?)[?!. ]*$|\b(?:examples?|sample)\b|帮助|帮忙|怎么用|如何使用|怎么使用|使用方法|使用说明|用法|说明书|^说明|指令|命令|功能|教程|指南|菜单|(?:能|会|可以|都能|都会)(?:做|干|帮)(?:些|我)?(?:什么|啥)|(?:能|可以|该|应该)?(?:问|提问)(?:些|你)?(?:什么|啥|哪些)|问题(?:可以|能)问|怎么(?:问|提问|玩|操作|使用)|^(?:你|您)(?:是谁|是什么|能干嘛)|(?:例子|示例|范例)/u,
  },
  {
    kind: 'topics',
    english:
      list(`topic topics subject subjects theme themes agenda contents content outline table chapters sections issues
      themes matters focus purpose description information info learn inside`),
    chinese: list('关于 话题 主题 议题 题目 议程 内容 提纲 大纲 目录 章节 方面 问题 话 事情 简介 题'),
    pattern:
      /\b(?:tell|know|learn|info\w*|information)\b.{0,60}\babout\b|\bwhat(?:'s| is| was) (?:in|on)\b|介绍|\b(?:topics?|subjects?|themes?|agenda|contents?|outline|chapters|sections|issues|purpose|description)\b|\bwhat\b.{0,80}\b(?:about|discuss(?:ed|es|ing)?|cover(?:s|ed|ing)?|talk(?:ed|s|ing)? about|talked|said|say|contains?|includes?)\b|\bwhat happen(?:s|ed) (?:at|in|during)\b|关于(?:什么|啥|哪)|(?:讲|说|谈|聊|讨论|涉及|提到|涵盖|包括|包含)(?:了|的|过|到)?(?:是)?(?:些)?(?:什么|啥|哪些|哪方面)|话题|主题|议题|题目|议程|内容|提纲|大纲|目录|简介/u,
  },
  {
    kind: 'about',
    english: list(
      'where language languages source location venue place city online link url website watch version',
    ),
    chinese: list('哪里 哪儿 地点 地方 语言 语种 来源 出处 链接 网址 录像 什么语 版本 哪种'),
    pattern:
      /\b(?:where|languages?|sources?|location|venue|link|url|website|recordings?|videos?|version)\b|哪里|哪儿|地点|语言|语种|来源|出处|链接|网址|录像|录音|视频|什么语|版本/u,
  },
  {
    kind: 'thanks',
    english: list(
      'thank thanks thankyou thx ty appreciated appreciate bye goodbye good great nice job perfect awesome cool lovely wonderful excellent helpful welcome very',
    ),
    chinese: list('谢谢 多谢 感谢 谢了 谢啦 谢 辛苦 再见 拜拜 好的 太好了 很好 真棒 棒 很 好 太 非常'),
    pattern: /\b(?:thanks?|thankyou|thx|ty|tysm|thanx|cheers|appreciated?|bye|goodbye)\b|谢|辛苦|再见|拜拜/u,
  },
  {
    kind: 'greeting',
    english: list(
      'hi hello hey hiya yo howdy greetings hallo sup morning afternoon evening night good test testing ping',
    ),
    chinese: list('你好 您好 大家好 嗨 哈喽 哈啰 早上好 下午好 晚上好 早安 晚安 早 在吗 在不在 测试 好'),
    pattern:
      /\b(?:hi|hello|hey|hiya|yo|howdy|greetings|hallo|sup|ping|test|testing|good (?:morning|afternoon|evening|night|day))\b|你好|您好|大家好|嗨|哈喽|哈啰|早上好|下午好|晚上好|早安|晚安|^早$|在吗|在不在|测试/u,
  },
];
