/** What somebody asks for who goes on with an answer, and names neither a speaker nor a topic. */
export type PlainFollowUp = 'others' | 'agreement' | 'whole' | 'original' | 'source' | 'more' | 'context';

/** How one kind is asked for: alternatives for all of a normalised text without punctuation. */
export interface FollowUpWords {
  kind: PlainFollowUp;
  /** After what asks for anything at all ("can you show me the"), which they may have before them. */
  english: readonly string[];
  chinese: readonly string[];
}

const THAT = '(?:this|that|it|these|those|them)';
const THEY = '(?:he|she|they|it)';
const TOPIC =
  '(?:this|that|it|the same(?: thing| topic| question)?|the topic|the subject|(?:this|that) (?:topic|point|question|subject))';
const TALKS =
  'says?|said|talk|talks|talked|speak|speaks|spoke|spoken|think|thinks|thought|mention|mentions|mentioned|comment|commented|discuss|discusses|discussed|add|added|weigh in|weighed in|see|sees|feel|feels|address|addressed|raise|raised';
const TALK = `(?: (?:there|here|who|that|has|have))?(?: (?:${TALKS}))?(?: (?:anything|something|much))?(?: (?:to say about|to add to|to say|about|on|to|of))?(?: ${TOPIC})?`;
const ANYBODY = '(?:anyone|anybody|someone|somebody|everyone|everybody|who|whoever)';
const OTHERS =
  '(?:others?|rest of (?:them|the (?:panel|speakers|panelists|panellists|group))|other (?:speakers?|panelists?|panellists?|people|guests?|voices?|views?|opinions?|participants?|perspectives?|experts?))';
const AGREE =
  '(?:agrees?|agreed|disagrees?|disagreed|objects?|objected|dissents?|push back|pushes back|pushed back|opposes?|opposed|contradicts?|contradicted|disputes?|disputed|counters?|challenges?|challenged|supports?|supported|agreeing|disagreeing|concurs?|thinks? so|thinks? otherwise|thinks? differently|sees? it differently|argues? against|argued against)';
const POINT = '(?:view|point|opinion|statement|claim|take|argument|position|idea)';

// All in Simplified characters, to which what is typed is folded. What people say in Hong Kong is among it.
const WHAT = '(?:什么|甚么|啥|咩)';
const WHO = '(?:谁|哪位|哪些人|哪几位|边个|边位)';
const HOW = '(?:怎么样?|怎样|如何|咋|点)';
const SAYS = '(?:说|讲|谈|提|聊)';
const SEES = '(?:看待|看|睇|说|讲|想|认为|觉得|评价|谈)';
const HAS = '(?:有没有|还有没有|还有|有|仲有冇|仲有|有冇)';
const HE = '(?:他们|他|她们|她|佢哋|佢|这位|这人|对方)';
const VIEWS = '(?:意见|看法|观点|声音|说法|想法|立场|见解)';
const SPEAKER =
  '(?:人|嘉宾|来宾|发言人|发言者|讲者|主讲人|与谈人|与会者|讨论人|专家学者|专家|学者|成员|委员|代表)';
const OTHER_PEOPLE = `(?:(?:其他|其它|别的|其余|另外|剩下)(?:的)?(?:几位|几个|那几位|那些|各位)?${SPEAKER}(?:们)?|(?:其他|其余|另外|剩下)(?:的)?几位|别人|别个)`;
const ALL = '(?:大家|各位|所有人|每个人)';
const OF_THIS = '(?:对此|对(?:这|这个|这点|这一点|这件事|这个问题))';

/** In the order in which they are tried. */
export const PLAIN_FOLLOW_UPS: readonly FollowUpWords[] = [
  {
    kind: 'agreement',
    english: [
      `(?:(?:did|does|do|has|have|would|are|is|was) )?(?:who|anyone|anybody|someone|somebody|everyone|everybody|nobody|others?|the others|they|any of them|any of the others|any speakers?|the speakers|other speakers|the other speakers|people|there anyone|there anybody|there someone)(?: else| here| there)?(?: who| that)?(?: all| also| actually| really| does| do| did| would| does not| doesn't| doesnt| don't| dont| didn't| didnt| not){0,2} ${AGREE}(?: (?:with|to|on|about))?(?: (?:${THAT}|him|her|(?:the|his|her|their) ${POINT}))?(?: ${POINT})?`,
      `(?:who is|who's|whos|is anyone|is anybody|is someone|are any speakers) (?:for|against)(?: (?:${THAT}|him|her))?`,
      `(?:disagreements?|dissent|dissenting (?:views?|opinions?|voices?)|objections?|pushback|counter ?arguments?|counter ?points?|opposing (?:views?|opinions?|voices?|side)|opposition|other side|(?:different|contrary|opposite) (?:opinions?|views?)|criticisms?|critics|rebuttals?|agreement|consensus)(?: (?:to|with|on|about|of) (?:${THAT}|him|her))?`,
    ],
    chinese: [
      '(?:有没有|有谁|还有谁|谁|有|还有|没有|有没有人|哪位|哪些人)(?:人|谁|别人|其他人|嘉宾|发言人|讲者)?(?:会|也|都|是|对此|跟他|和他|跟她|和她|跟这个|对这个|对这)?(?:持|有|提出|表示)?(?:不|不太|完全|很)?(?:同意|赞同|赞成|反对|反驳|认同|支持|质疑|异议)(?:这个|这一|这|这种|他们|他|她|它|这些|那个|此)?(?:的)?(?:点|观点|看法|说法|意见|立场|话|论点)?(?:的)?(?:人|意见|观点|看法|声音)?',
      '(?:其他人|别人|大家|他们|其他嘉宾|其他发言人|其他讲者)(?:会|也|都|对此|都会)?(?:不|不太)?(?:同意|赞同|赞成|反对|认同|支持)(?:不同意|不赞同|不反对)?(?:这个|这一|这|这种|他|她|它)?(?:的)?(?:点|观点|看法|说法|意见|立场)?',
      '(?:有|有没有|还有)?(?:什么)?(?:不同|反对|相反|反面)(?:的)?(?:意见|看法|观点|声音|说法)',
      '(?:有|有没有)(?:什么)?(?:分歧|争议|异议|反对|共识|反驳)',

      `${HAS}?(?:${WHO}|人|${OTHER_PEOPLE}|${ALL})(?:会|也|都|是|${OF_THIS})*(?:持|有|提出)(?:任何|什么)?(?:不同|不一样|相反|反对|其他|唔同|异议)(?:的)?${VIEWS}?`,
      `${HAS}(?:什么)?(?:不同|不一样|相反|反对|唔同)(?:的)?${VIEWS}`,
      `${HAS}?(?:${WHO}|人|${OTHER_PEOPLE}|${ALL}|他们)(?:会|也|都|${OF_THIS})*(?:不|唔)?(?:是)?(?:这么|这样|咁)${SEES}(?:的)?`,
      `${HAS}?(?:${WHO}|人|${OTHER_PEOPLE}|${ALL})(?:会|也|都|${OF_THIS})*(?:不|不太|唔|唔太)?(?:同意|赞同|赞成|反对|反驳|认同|支持|质疑|批评|唱反调|买单|服气)(?:${HE}|这个|这种|这点)?(?:的)?${VIEWS}?`,
      `${WHO}(?:跟|和|与|同)${HE}(?:的)?${VIEWS}?(?:不同|不一样|不一致|相反|相左|唔同|唱反调)`,
      '(?:大家|他们|各位|其他人)?(?:都|全都|也都)(?:不)?(?:同意|赞成|赞同|认同|反对)(?:这个|这点)?',
      `(?:大家|他们|各位|几位)?(?:的)?${VIEWS}(?:都|是否|是不是)?一致`,
      `(?:大家|他们|各位|其他人)?(?:之间)?(?:有|有没有|存在)(?:什么)?(?:分歧|歧见|争议|争论|异议|共识|批评|质疑)`,
      `(?:反方|反对方|反对者|支持者|赞成者|反对的人|支持的人|不同意的人)(?:的)?(?:是谁|${VIEWS}|${HOW}${SEES}|说了${WHAT})?`,
    ],
  },
  {
    kind: 'others',
    english: [
      `(?:(?:did|does|do|has|have|what did|what does|what do|what has|how does|how do|how did|about) )?${ANYBODY} else(?:'s)?(?: (?:views?|opinions?|takes?|thoughts?))?${TALK}`,
      `(?:(?:did|do|have|what do|what did|what have|how do|how did|about) (?:the |any )?)?${OTHERS}${TALK}`,
      "others'? (?:views?|opinions?|takes?|thoughts?|perspectives?)",
    ],
    chinese: [
      '(?:还有|有没有|还有没有|有)?(?:其他|别的)(?:的)?(?:看法|观点|意见|声音)',
      '谁还(?:说|谈|提|讲)(?:到|过|了)?(?:这个|这点|这一点|这件事)?',

      `${HAS}${OTHER_PEOPLE}(?:也|有)*(?:${SAYS}(?:到|过|了)*)?(?:${WHAT})?(?:这个|这点|这一点|这件事|这事)?`,
      `还有(?:人|${WHO})(?:也|有)*(?:${SAYS}(?:到|过|了)*)?(?:这个|这点|这一点|这件事|这事)?(?:话题|问题)?`,
      `仲有${WHO}(?:有)?(?:${SAYS}(?:到|过)?)?`,
      `${OTHER_PEOPLE}(?:${OF_THIS})?(?:有|有没有|有冇|又|都|也|是|对此)*(?:${HOW})?(?:${SEES}|${SAYS})(?:到|过|了)*(?:些)?(?:${WHAT})?(?:的)?`,
      `${OTHER_PEOPLE}(?:${OF_THIS})?(?:的|有什么|有何|有没有)?${VIEWS}(?:是${WHAT}|${HOW})?`,
      `${OTHER_PEOPLE}`,
      `${ALL}(?:${OF_THIS})?(?:都|又|是)*${HOW}${SEES}(?:的)?`,
      `换(?:成)?${OTHER_PEOPLE}(?:${SAYS}){0,2}`,
    ],
  },
  {
    kind: 'original',
    english: [
      '(?:in )?(?:the )?originals?(?: chinese)?(?: (?:language|text|wording|words|version|quotes?|chinese|source|form|phrasing))?(?: (?:in )?chinese)?|chinese originals?(?: (?:text|wording|words|version|quotes?))?',
      'verbatim(?: (?:in (?:the )?(?:chinese|original)|text|quotes?|words|version))?',
      `${THAT} (?:in (?:the )?original(?: (?:language|chinese|wording|text))?|verbatim)`,
      '(?:exact|actual) (?:words|wording|quotes?|phrasing|text)',
      '(?:as )?(?:printed|written) in the source|source (?:text|language|wording)|untranslated(?: (?:version|text))?|word for word|without (?:the )?translation',
      'does the (?:source|original) (?:actually |really )?say|what does the (?:source|original) (?:actually |really )?say',
      `how (?:is|was) ${THAT} (?:put|worded|phrased|written|said)(?: in the (?:source|original))?`,
    ],
    chinese: [
      '(?:看看|看|要|给|显示|有|求)?(?:一?下)?(?:中文|英文|这段的|这段|这句的|这句|他的|她的|它的)?(?:原文|原话|原句|原稿|原版|源文|逐字稿|逐字原文)(?:是什么|是啥|怎么说|怎么说的|是怎么说的|是怎样的|是怎么写的|怎么写的|版)?',
      '原来(?:是)?怎么说的?|一字不差|逐字',

      `${HE}?(?:的)?(?:原文|原话|原句)(?:到底|究竟)?(?:系|是)?(?:${WHAT}|${HOW}(?:${SAYS}|写)?|长${HOW}|${HOW}(?:表述|表达))(?:的)?`,
      `${HE}?(?:原本|原来|本来|到底|究竟|实际上?|具体)(?:是|系)?${HOW}${SAYS}(?:的)?`,
      '(?:有没有|有冇|有|对照|引用|显示|查看)?(?:原文|原话)(?:引用|照贴|段落|呈现|对照|照录)?',
      '(?:原始|逐字)(?:的)?(?:内容|文字|发言|记录|纪录|文本|引文|表述|说法)|一字一句|原汁原味',
      '(?:不要|别|不用|唔使|未|没有?)(?:经)?翻译(?:过)?(?:的)?(?:版本|原文)?',
    ],
  },
  {
    kind: 'source',
    english: [
      '(?:sources?|src|citations?|citation needed|references?|links?|urls?|time ?stamps?|provenance|attribution|sauce|proof|source links?|date|links? to (?:the )?(?:sources?|video|recording|transcript))(?: (?:for|of|to) (?:this|that|it|these))?',
      `cite(?: (?:${THAT}|(?:your |the )?sources?))?`,
      `where(?: is|'s|s| was| were| are| does| did| do)? (?:${THAT}|(?:this|that|the) (?:quote|excerpt|passage)|the (?:quotes|excerpts|passages)|you get ${THAT})(?: (?:from|come from|comes from|taken from|said|stated))?`,
      `where (?:did|does|do) ${THEY} say (?:${THAT}|so)|where exactly`,
      `(?:says who|who(?: exactly)? (?:said|says|stated) (?:${THAT}|so))`,
      `who(?: is|'s|s| was) (?:this|that|it|he|she|speaking|talking|the speaker|quoted(?: here)?)`,
      `when(?: is|'s| was| did) ${THAT}(?: (?:seminar|panel|talk|held|said|recorded|happen|take place|from))?|when (?:did|does) ${THEY} say (?:${THAT}|so)`,
      '(?:which|what) (?:seminar|panel|talk|event|discussion|meeting|video|recording|transcript|session|line|speaker)(?: (?:is|was)(?: (?:this|that|it))?)?(?: (?:from|on|in|at))?',
      `how do you know(?: (?:${THAT}|who said (?:this|that|it)))?`,
    ],
    chinese: [
      '(?:这个|这段|这句|这些|这|那句|那段|那|刚才那句)?(?:话)?(?:都)?(?:是)?(?:谁|哪位|什么人|哪个人)(?:说|讲|写)(?:过)?的?(?:这个|这话|这句话|这段话)?',
      '(?:这个|这段|这句|这些|这|那句|那段|那)?(?:话)?(?:都)?(?:是)?(?:在)?(?:哪里|哪儿|哪|什么地方|什么场合|哪一?场(?:研讨会|会议|会|活动)?|哪个(?:研讨会|会议|会|活动)|什么时候|何时|哪一?天|几时|哪一?年)(?:上)?(?:说|讲|来|看到|举行|举办|开)(?:过)?的?',
      '(?:从|打)哪(?:里|儿)?来的?|(?:在)?(?:第几|哪一?)行|(?:这|这个|这些)?(?:是)?谁的(?:话|原话|发言)|(?:这是)?什么时候的(?:事|话|研讨会)|(?:他|她|这)是谁|原文在哪(?:里|儿)?|哪一?场(?:研讨会|会议)?|(?:有)?(?:什么)?(?:依据|证据)(?:是什么)?',
      '(?:你|您)?(?:是)?怎么知道(?:的|是谁说的)',

      '(?:看看|看|要|给|有没有|有冇|有|附|附上|求|发)?(?:一?下|个)?(?:信息|消息|数据|资料|引用|引文|新闻|文章|原始|原|这段话|这句话|这段|这句|这个)?(?:的)?(?:信源|出处|来源|源|时间戳|参考资料|引用)(?:系|是)?(?:什么|甚么|啥|哪里|哪儿|哪|在哪里|在哪儿|在哪|边度|边|边处)?',
      '(?:看看|看|要|给|有没有|有冇|有|附|附上|求|发)?(?:一?下|个)?(?:原文|来源|出处|视频|录像|录影|影片|录音|文章|新闻|相关)?(?:的)?(?:链接|连接|连结|网址|link|url)(?:是什么|在哪里|在哪儿|在哪|系咩)?',
      '(?:有没有|有冇|有|看|求)(?:视频|录像|录影|影片|录音|回放|字幕)|(?:视频|录像|录影|影片|录音|回放)(?:在哪里|在哪儿|在哪|链接|呢)?',
      '(?:这句话|这段话|这话|此话|这句|这段|这)?(?:是|系)?(?:出自|引自|摘自|来自|源自|引用自)(?:哪里|哪儿|何处|何方|边度|谁|谁之口|谁的口|哪场|哪一场|哪场研讨会|哪个研讨会|什么地方)(?:的)?',
      '(?:是|系)?(?:从|由)(?:哪里|哪儿|哪|边度)(?:引用|引|摘|摘录|找|抄|看)(?:来|到|过来)?(?:的)?|(?:这是)?怎么来的',
      `(?:这|这个|这句|这段|那句)?(?:话)?(?:是|系)?${WHO}(?:说|讲|写|提)(?:过)?(?:的|嘅|㗎)?`,
      `(?:这|这个|这句|这段|那句)?(?:话)?(?:是|系)?(?:喺|在)?(?:边度|边场|边处|几时|几点|哪次|哪一次)(?:研讨会|会议|会)?(?:上)?(?:说|讲|写|提)?(?:过)?(?:的|嘅|㗎)?`,
      '(?:是|系)?(?:谁|哪位|边个)的(?:观点|看法|意见|说法|话)|(?:是)?(?:哪|边)(?:一)?(?:次|场)(?:研讨会|会议|会|活动)?',
      '(?:是|在|系|喺)?(?:第几|哪一?|几)(?:分钟|秒|段|页|行|句|段落)(?:说|讲|提)?(?:的)?|几分几秒|时间点|时间轴|时间码',
      '(?:有|有没有|有冇)?(?:什么)?(?:根据|凭据)(?:是什么|在哪里|在哪)?|有凭有据|有据可查|你(?:又|是)?怎么知道|(?:何以|凭什么)(?:见得|知道)',
    ],
  },
  {
    kind: 'context',
    english: [
      '(?:(?:in|more|the|full|whole|some|surrounding|wider|broader) ){0,2}context(?: (?:of|for|to) (?:this|that|it|these|the quote))?|surroundings|surrounding (?:text|passages?)',
      `${THAT} in context`,
      `what (?:came|comes|was said|is said|was|happened|happens|goes|went|follows|followed|did ${THEY} say) ?(?:right |just |directly )?(?:before|after|next|around)?(?: (?:this|that|it|the quote))?`,
      '(?:right |just )?(?:before|after) (?:this|that|it)|before and after',
      `(?:what (?:is|was)|what's|whats) (?:the|his|her|their) question(?: (?:asked|here|before (?:this|that|it)|${THEY} (?:is|was|were) (?:asked|answering)))?`,
      `question(?: (?:asked|before (?:this|that|it)|${THEY} (?:was|were|is) (?:asked|answering)))`,
      `what question (?:(?:was|is|were) ${THEY}|(?:was|is) (?:this|that)|did ${THEY})(?: (?:answer|answering|asked|reply to|replying to|responding to|respond to))?(?: to)?`,
      `what (?:(?:was|were) ${THEY} )?(?:being )?asked|what was asked|what did ${THEY} ask|what (?:is|was|were|are) ${THEY} (?:answering|responding to|replying to|reacting to|talking about)`,
      'who asked(?: (?:this|that|it|him|her|them|the question))?',
    ],
    chinese: [
      '(?:在)?(?:这|这句|这段|那)?(?:话)?(?:之前|之后|前面|后面|上面|接下来|前后|此前|随后)(?:他|她|他们)?(?:是|都|还)?(?:说|讲|问|谈)(?:了|的|过)?(?:是)?(?:些)?(?:什么|啥)',
      '(?:当时|他们|他|她|主持人|前面|被问)?(?:的)?(?:问题|提问)(?:是什么|是啥|是怎么问的)',
      '(?:当时|他们|他|她|主持人|前面)?(?:被)?(?:是)?(?:怎么)?问(?:的|了|到)?(?:是)?(?:什么|啥)(?:问题)?|怎么问的',
      '(?:他|她|他们|这)?(?:是)?(?:在)?(?:回答|回应)(?:的)?(?:是)?(?:什么|哪个|啥)(?:问题)?',
      '谁(?:提|问|提问)的(?:问题)?',

      `(?:看看|看|睇|要|给|显示|有|有没有|有冇|求)?(?:一?下|更多|完整|整个|完整的)?(?:的)?(?:上下文|前后文|前文|后文|上文|下文|前后|上文下理|语境|脉络|情境|背景|前因后果|来龙去脉|前情提要|前情|前后段落?|前后内容)(?:系|是)?(?:${WHAT}|怎样|${HOW})?`,
      '(?:看看|看|睇)?(?:前面|后面|上面|下面|前|后|上)(?:的)?(?:那)?(?:一|几|两)(?:段|句|句话|段话)',
      '(?:在)?(?:这|这句|这段|那)?(?:话)?(?:之前|之后|前面|后面|此前|随后)(?:呢|咧)',
      `(?:在)?(?:这|这句|这段|那)?(?:话)?(?:之前|之后|前面|后面|上面|接下来|然后|后来|此前|随后)(?:${HE})?(?:又|是|都|还|在)*${SAYS}(?:紧|了|到|过|的)?(?:是)?(?:些)?${WHAT}`,
      `(?:当时|那时|前面|之前|他们|佢哋|大家){1,2}(?:是)?(?:在|正在)?(?:讨论|探讨|谈论|聊|谈|讲|说|问)(?:紧|的)?(?:是)?(?:些)?${WHAT}(?:话题|问题|事)?`,
      `(?:在|正在)(?:讨论|谈论|聊)(?:的)?(?:是)?${WHAT}`,
      `(?:原本|原来|原先|当时|主持人|他们|他|她|佢)?(?:的)?(?:问题|提问|原问题)(?:系|是)${WHAT}|原问题|原来的问题`,
      `(?:主持人|主持|当时|原本|${HE})?(?:被|是|系)*(?:${HOW})?(?:问|提问)(?:紧|的|了|到)?(?:是|系)?(?:${WHAT})(?:问题)?`,
      `(?:主持人|主持|当时|原本)(?:是)?${HOW}问的?`,
      `${WHO}(?:提问|问|提)(?:的|嘅|㗎)(?:问题)?|${WHO}(?:提问|问)`,
      `(?:${HE}|这|这段|这句|这里)?(?:是)?(?:在)?(?:回答|回应|答|针对)(?:紧|的)?(?:是)?(?:${WHAT}|哪个|哪一个|谁)(?:问题)?(?:的)?`,
      `(?:这|这话|这句话|这段话)?(?:是)?(?:在)?${WHAT}(?:样的)?(?:情况|情境|语境|背景|场合)(?:之)?(?:下)?${SAYS}(?:的|嘅)?`,
    ],
  },
  {
    kind: 'whole',
    english: [
      `(?:(?:make|want|need) ${THAT} )?(?:a bit |a little |somewhat |even )?longer(?: (?:version|excerpts?|quotes?|answers?|passages?))?`,
      `more of (?:${THAT}|the (?:passage|quote|excerpt|text|same|first|second|third))(?: (?:passage|quote|excerpt|one))?`,
      '(?:whole|full|entire|complete|unabridged|uncut|long|full length) (?:passages?|things?|quotes?|quotations?|texts?|paragraphs?|excerpts?|answers?|versions?|statements?|wording|replies|reply)',
      '(?:in )?(?:full|whole)|complete|unabridged|uncut|in its entirety|(?:at|in) full length|everything',
      `(?:all|rest|whole) of ${THAT}|rest`,
      `(?:expand|unfold|elaborate)(?: (?:on )?${THAT})?`,
      `${THAT} (?:in full|whole|longer|complete|all)`,
      '(?:in )?(?:more|greater) (?:detail|depth)|(?:(?:go|dig) )?(?:deeper|in depth|into (?:more )?details?)(?: (?:on|into) (?:this|that|it))?|elaborate (?:further|more)',
      "(?:more |the )?details?|more text|(?:it is |it's |that is |that's )?too short",
    ],
    chinese: [
      '(?:看看|看|要|显示|给|来|读|有|说|讲|求)?(?:个|得|一?下)?(?:长一?点|长一?些|长点儿|长版|更长(?:的|一点)?|(?:更)?详细(?:一?点|一?些|版|的|内容)?|完整(?:版|的|的?段落|的?内容|的?原话|的?话|的?摘录|的?引文|的?发言)?|全文|全段|整段(?:话|发言|内容)?|整个段落|全部(?:内容|显示|段落|展开)?|展开(?:看看|看|说说|说|讲讲|讲|全文|全部|来看)?|多一?点|多一?些|多点儿|太短|原话全文|整篇)',

      '(?:看看|看|睇|要|显示|给|来|读|有|有没有|有冇|求|发|贴|写|拉|放)?(?:个|得|一?下)?(?:完整版|长一?(?:点|些|点儿|点点)|长啲|长少少|长版|更长(?:的|一?点|一?些)?)(?:的)?(?:版本|内容|摘录|引文)?',
      '(?:说|讲|写|给|来|讲解|解释)?(?:得)?(?:更|再)?(?:详细|具体|完整|清楚|仔细|详尽|全面|细)(?:一?(?:点|些|点儿|点点)|啲|少少|(?:地)?(?:说|讲|谈|聊){1,2}(?:看)?)',
      '(?:更)?(?:详细|具体|完整|仔细)(?:的)?(?:版本|版|内容|说法|段落|引文|原文|原话|文字|摘录|发言)?',
      '(?:能|可以)?多(?:说|讲|写|给|引|看)(?:一?(?:点|些|点儿)|啲|几句|两句)|(?:说|讲|写|给)多(?:一?(?:点|些|点儿)|啲|几句)',
      '(?:更多|有更多|全部|所有)(?:的)?(?:细节|详情|详细内容)|(?:有)?(?:什么)?(?:细节|详情)',
      '(?:看|睇|要|给|发|贴|列|全)?(?:全文|全贴|全段|整段|成段|整篇|成篇|全部|完整|全部内容)(?:都)?(?:给我|给我看|睇|看|贴出来|发出来|列出来|贴上来|畀我睇)?',
      '不够(?:长|详细|完整|具体|清楚)|(?:太|好)短|没(?:看|读)完整|(?:细|展开|详细)(?:细)?(?:说|讲){1,2}|加长|扩展|扩充|拉长|延长',
    ],
  },
  {
    kind: 'more',
    english: [
      `(?:anything |any |one |even |some )?more(?: (?:excerpts?|quotes?|results?|passages?|answers?|ones?|examples?|hits?|of (?:these|those|them)|like ${THAT}|(?:on|about) ${TOPIC}|to ${THAT}|from (?:him|her|them)|there))?|anymore|there more`,
      `(?:anything|something|what|whats) else(?: (?:on|about) ${TOPIC}| there)?(?: (?:did|does|do|has|have) ${THEY} (?:say|said|mention|mentioned|think)(?: (?:about|on) ${TOPIC})?)?`,
      `(?:did|does|do|has) ${THEY} say (?:anything|something) (?:else|more)(?: (?:about|on) ${TOPIC})?`,
      '(?:is|was) (?:this|that|it) (?:all|it|everything)(?: there is)?',
      'next(?: (?:page|ones?|three|few|excerpts?|quotes?|results?|passages?))?|go on|continue|carry on|keep going|proceed|say more',
      '(?:further|additional|another|other|remaining) (?:excerpts?|quotes?|results?|passages?|answers?|ones?)',
    ],
    chinese: [
      '(?:还有没有|还有|有没有)(?:更多|别的|其他的?|其它的?|什么别的|什么|啥|没有|没)?(?:内容|摘录|结果|段落)?',
      '(?:看|要|来|显示|给)?(?:更多(?:的)?(?:摘录|内容|结果|段落)?|多来几条|多几条|多来点|再来(?:几|一|两|三|点)?(?:条|个|段|些|点)?|下一?(?:页|条|个|段|批|则)|下页|继续|接着(?:说|来)?|往下|后面的|剩下的|其余的|别的摘录|其他摘录|其他的|别的)',
      '(?:就|只有|就只有)这些|没了|没有了(?:吗|嘛)|然后',
      '(?:他|她|他们)?还(?:说|讲|谈)(?:了|过)?(?:些)?(?:什么|啥|别的)',

      `${HAS}(?:更多|别的|其他的?|其它的?|别条|别则|别段|第二条|第二则|第二啲|${WHAT})(?:的)?(?:内容|摘录|结果|段落|说法|例子|讲)?(?:吗)?`,
      '仲有(?:冇|咩|呢)?|(?:后面|下面|底下)?(?:还有没有|还有|仲有)(?:几|多少)?(?:条|则|段|个)?',
      '(?:再|多|再多)?(?:来|给|发|找|看|列|贴|引|嚟|放)(?:我)?(?:多)?(?:几|一|两|三)?(?:条|个|段|则)(?:摘录|例子|引文)?|(?:再|多)?来(?:点|一?些)(?:别的|其他的)?|(?:再|多)(?:多)?(?:给|发)(?:我)?一?(?:点|些)|再来|再嚟',
      '换(?:一|几|两|三)?(?:条|则|批|个|段)(?:摘录)?(?:看看)?|(?:来|看)(?:点|些)(?:别的|其他的)',
      '(?:查看|加载|显示|看|睇|要|有|给|给我)?更多(?:啲|一?点|一?些|的)?(?:内容|摘录|结果|例子|段落)?|多啲|更多啲',
      '(?:继续|接着|接下去|往下)(?:说|讲|来|看|睇|列|引|念|读)?(?:下去)?(?:啦)?|往后|接落去|(?:接下来|后续|此外|另外|除此之外|除此以外|除了这些(?:之外|以外)?|其他|其它)(?:呢|咧)',
      `(?:就|只有|就只有|只得|系|得|就是)(?:这些|这么多|这点|这几条|这几则|这|咁多)(?:而已|了|咋)?|就这样(?:而已)?(?:吗|嘛)`,
      '没有?(?:别的|其他的?|其它的?|更多的?|下文)(?:了)?(?:吗|嘛)|冇(?:啦|喇|其他)?(?:吗|嘛|呀)',
      `${HE}?(?:还|仲)(?:有)?${SAYS}(?:了|过|到|到过|到了|咗)?(?:些)?(?:${WHAT}|别的|其他的?)`,
    ],
  },
];

const ENGLISH_NAMES =
  'english|chinese|mandarin|simplified chinese|traditional chinese|chinese simplified|chinese traditional';
const CHINESE_NAMES =
  '英文|英语|中文|汉语|华语|普通话|国语|简体中文|简体字|简体|繁体中文|繁体字|繁体|正体中文|正体字|正体|简中|繁中|中文简体|中文繁体|华文|美式英语|英式英语|english|chinese';
/** Excerpts are in none of these, which people ask for all the same. */
const OTHER_ENGLISH_NAMES =
  'german|french|spanish|japanese|korean|russian|italian|portuguese|dutch|arabic|hindi|cantonese|vietnamese';
const OTHER_CHINESE_NAMES =
  '德语|德文|法语|法文|日语|日文|韩语|韩文|俄语|俄文|西班牙语|西班牙文|葡萄牙语|意大利语|意大利文|越南语|越南文|泰语|泰文|阿拉伯语|马来语|印尼语|粤语|广东话|白话|台语|闽南语|客语';

/** How another language is asked for; the first group is its name. */
export const LANGUAGE_FOLLOW_UPS = {
  english: [
    `(?:(?:translate|show|say|put|write|repeat|read|same|switch|answer|reply|again)(?: (?:me|us))?(?: ${THAT})?(?: (?:thing|excerpts?|passages?|one))? )?(?:${THAT} )?(?:in|into|to) (${ENGLISH_NAMES}|simplified|traditional|${OTHER_ENGLISH_NAMES})(?: (?:version|translation|text|characters|script|instead))?`,
    `(${ENGLISH_NAMES})(?: (?:version|translation|text|characters|script|instead|wording))?`,
    `(${OTHER_ENGLISH_NAMES}) (?:version|translation)`,
  ],
  chinese: [
    `(?:用|以|说|讲|写|转|看|睇|读|翻译成|翻译为|翻成|译成|译为|换成|改成|变成|切换到|切换成|切换为|切换|切成|切|转成|转为|转换成|改用|改说|改讲|显示|给|来|要|有|有没有|有冇|换)?(?:个)?(${CHINESE_NAMES})(?:的)?(?:版本|版|翻译|译文|译本|内容|显示)?(?:回答|回复|显示|写|看|睇|再?(?:说|讲|写|回答|来)(?:一)?(?:遍|次)|怎么(?:说|讲|写)|点讲|如何说|说|讲)?(?:的)?`,
    `(?:用|说|讲|翻译成|翻成|译成|换成|改成|转成|有|有没有|有冇)(${OTHER_CHINESE_NAMES})(?:版本|版|翻译|译文)?(?:说|讲|显示|回答|写|(?:再)?(?:说|讲)(?:一)?(?:遍|次))?`,
    `(${OTHER_CHINESE_NAMES})(?:版本|版|翻译|译文)`,
  ],
} as const;

/** After an article, and without a word for what it is the language of, a name is that of people: "and the Chinese?" */
export const PEOPLE_OF_A_COUNTRY = `(?:(?:what|how) about |what are |(?:is|are) there )?(?:the|any|some) (?:${ENGLISH_NAMES}|${OTHER_ENGLISH_NAMES})`;

/** How the language that is not shown is asked for. */
export const TRANSLATION_FOLLOW_UPS = {
  english: [
    `translate(?: ${THAT})?|translations?(?: (?:of|for) ${THAT})?|translated(?: (?:version|text))?|${THAT} translated`,
  ],
  chinese: [
    '(?:有没有|有冇|有|看|睇|要|给|显示|来|求)?(?:个)?(?:翻译|译文|译本)(?:版|版本|过来|出来)?(?:这个|这段|这句)?',
  ],
} as const;

/** What may stand before any of them in English, and asks for anything at all. */
export const ENGLISH_REQUEST = `(?:(?:can|could|may|would) (?:you|i|we|u) )?(?:please )?(?:(?:just )?(?:show|give|get|have|see|read|tell|find|send|post|quote|provide|share|what was|what were|i want|i need|i would like|i'd like|let me see|let me have|let's see|do you have|have you got|you got|got|is there|are there|what is|what's|whats|what are|what about|how about|want|need) )?(?:to (?:see|read|have|know) )?(?:me |us )?(?:(?:a|an|the|its|any|your|some) )?`;

/** Words that open a turn in a chat, or close it, and ask for nothing. */
export const ENGLISH_OPENING: ReadonlySet<string> = new Set(
  `ok okay k kk and but so well now then also hmm hm mm um uh oh ah hey hi hello yes yeah yep yup cool great nice good interesting
  thanks thx ty alright right wait sorry please pls plz rostrum btw actually maybe just or`.split(/\s+/),
);
export const ENGLISH_CLOSING: ReadonlySet<string> = new Set(
  'please pls plz thanks thx ty now then too again exactly though tho here rostrum btw lol ok okay actually anyway instead'.split(
    ' ',
  ),
);
/** Those that show by themselves that something goes on. */
export const ENGLISH_GOING_ON: ReadonlySet<string> = new Set(['and', 'or', 'also', 'then']);
/** What is asked for by its name, and can have a verb before it that nothing else is opened by. */
const SHOWABLE =
  '(?:全文|整段|成段|整篇|完整|原文|原话|原句|逐字|出处|来源|信源|链接|连接|连结|上下文|前后文|更多|下一)';
/** Where such a word is the first character of another one, it opens nothing: 那些, 能源, 就业, 再出口. */
export const CHINESE_OPENING = new RegExp(
  `^(?:那么|那就|那(?!些|个(?!人|体)|种(?!植|族)|边|里|样(?!本|品)|斯达|不勒斯)|咁(?!多)|好的|好吧|好啊|好(?!处|坏|莱坞|奇|感|转|事|友|评|意|景|消息|市多|几)|嗯|哦|噢|喔|对了|还有|请教一?下|请教|请问|请你|请您|请帮我|请(?!愿|求|客|教)|唔该|麻烦你|麻烦您|麻烦|帮我|帮忙|给我|畀我|能不能|可不可以|可唔可以|可以|可否|能否|能够|能(?!源|力|量|耗|效|级|见|人)|我想要|我想(?!象)|我要|想要|想(?!象|法|像)|只看|只听|看看|看一下|看下|来看看|听听|来听听|问问|问一下|不好意思|谢谢|多谢|所以|但是|但|而且|而(?!已|言)|然后|再(?!出口|进口|转口|工业|制造|生|全球|融资|平衡|分配|循环|教育|投资|保险|次)|也(?!门|许)|就(?!业|医|职|学|任|读|地|近)|以及|ok|okay|(?:把|发|贴|附上?|上|列出|查看|显示|求|睇|看|要|给)(?=${SHOWABLE}))`,
  'iu',
);
export const CHINESE_GOING_ON: ReadonlySet<string> = new Set([
  '那么',
  '那就',
  '那',
  '咁',
  '还有',
  '然后',
  '以及',
]);
export const CHINESE_CLOSING =
  /(?:谢谢|多谢|感谢|感恩|拜托|唔该|可以吗|可以嘛|可不可以|可唔可以|好吗|好不好|行吗|行不行|(?<!还)有吗|一下|看一?下|看看|(?:给|畀)我(?:看看?|睇)?|(?:发|贴|列)(?:出来|上来|一下)|呢|咧|吧|吗|嘛|(?<![什怎这那多甚])么|啊|呀|哈|啦|喇|哦|喔|耶|呗|㗎|嘅|了|的|please|pls|plz)$/iu;
