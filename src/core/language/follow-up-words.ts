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
      '还有(?:谁|别人|其他人|别的人|人|哪些人|哪位|哪些嘉宾|其他嘉宾|其他发言人|其他讲者)(?:也)?(?:说|谈|提|讲|聊)?(?:到|过|了)?(?:这个|这点|这一点|这件事|这事)?(?:话题|问题)?',
      '(?:其他|其它|别的|其余|另外|剩下)(?:的)?(?:人|嘉宾|发言人|讲者|与会者|几位|几个人|专家)(?:们)?(?:对此|对这个|对这个问题|对这一点)?(?:又|都|也)?(?:是)?(?:怎么|如何|有什么|有何|咋)?(?:看|说|想|认为|讲|谈|评价|看待)?(?:了什么|过什么|什么|看法|意见|的看法)?(?:的)?',
      '别人(?:又|都|也)?(?:是)?(?:怎么|如何|咋|有什么|有何)?(?:看|说|想|认为|讲|谈|看法|意见)?(?:的)?',
      '大家(?:都)?(?:是)?(?:怎么|如何)(?:看|说|想|谈)(?:的)?',
      '(?:还有|有没有|还有没有|有)?(?:其他|别的)(?:的)?(?:看法|观点|意见|声音)',
      '谁还(?:说|谈|提|讲)(?:到|过|了)?(?:这个|这点|这一点|这件事)?',
    ],
  },
  {
    kind: 'original',
    english: [
      '(?:in )?(?:the )?originals?(?: (?:language|text|wording|words|version|quotes?|chinese|source|form|phrasing))?(?: (?:in )?chinese)?|chinese original',
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
      '(?:看看|看|要|给|有没有|有|求|发)?(?:一?下|个)?(?:信息|引用|这段的|这句的|这个的)?(?:出处|来源|引用来源|链接|连接|连结|网址|时间戳|参考资料|引用|视频链接|录音链接)(?:是什么|是啥|是哪里|是哪儿|是哪|在哪里|在哪儿|在哪)?',
      '(?:这个|这段|这句|这些|这|那句|那段|那|刚才那句)?(?:话)?(?:都)?(?:是)?(?:谁|哪位|什么人|哪个人)(?:说|讲|写)(?:过)?的?(?:这个|这话|这句话|这段话)?',
      '(?:这个|这段|这句|这些|这|那句|那段|那)?(?:话)?(?:都)?(?:是)?(?:在)?(?:哪里|哪儿|哪|什么地方|什么场合|哪一?场(?:研讨会|会议|会|活动)?|哪个(?:研讨会|会议|会|活动)|什么时候|何时|哪一?天|几时|哪一?年)(?:上)?(?:说|讲|来|看到|举行|举办|开)(?:过)?的?',
      '(?:从|打)哪(?:里|儿)?来的?|(?:在)?(?:第几|哪一?)行|(?:这|这个|这些)?(?:是)?谁的(?:话|原话|发言)|(?:这是)?什么时候的(?:事|话|研讨会)|(?:他|她|这)是谁|原文在哪(?:里|儿)?|哪一?场(?:研讨会|会议)?|(?:有)?(?:什么)?(?:依据|证据)(?:是什么)?',
      '(?:你|您)?(?:是)?怎么知道(?:的|是谁说的)',
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
      '(?:看看|看|要|给|显示|有|求)?(?:一?下|更多)?(?:上下文|前后文|前文|后文|上文|下文|语境|前后|来龙去脉)(?:是什么|是啥|怎样)?',
      '(?:在)?(?:这|这句|这段|那)?(?:话)?(?:之前|之后|前面|后面|上面|接下来|前后|此前|随后)(?:他|她|他们)?(?:是|都|还)?(?:说|讲|问|谈)(?:了|的|过)?(?:是)?(?:些)?(?:什么|啥)',
      '(?:当时|他们|他|她|主持人|前面|被问)?(?:的)?(?:问题|提问)(?:是什么|是啥|是怎么问的)',
      '(?:当时|他们|他|她|主持人|前面)?(?:被)?(?:是)?(?:怎么)?问(?:的|了|到)?(?:是)?(?:什么|啥)(?:问题)?|怎么问的',
      '(?:他|她|他们|这)?(?:是)?(?:在)?(?:回答|回应)(?:的)?(?:是)?(?:什么|哪个|啥)(?:问题)?',
      '谁(?:提|问|提问)的(?:问题)?',
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
      "(?:more |the )?details?|more text|(?:it is |it's |that is |that's )?too short",
    ],
    chinese: [
      '(?:看看|看|要|显示|给|来|读|有|说|讲|求)?(?:个|得|一?下)?(?:长一?点|长一?些|长点儿|长版|更长(?:的|一点)?|(?:更)?详细(?:一?点|一?些|版|的|内容)?|完整(?:版|的|的?段落|的?内容|的?原话|的?话|的?摘录|的?引文|的?发言)?|全文|全段|整段(?:话|发言|内容)?|整个段落|全部(?:内容|显示|段落|展开)?|展开(?:看看|看|说说|说|讲讲|讲|全文|全部|来看)?|多一?点|多一?些|多点儿|太短|原话全文|整篇)',
    ],
  },
  {
    kind: 'more',
    english: [
      `(?:anything |any |one |even |some )?more(?: (?:excerpts?|quotes?|results?|passages?|answers?|ones?|examples?|hits?|of (?:these|those|them)|like ${THAT}|(?:on|about) ${TOPIC}|to ${THAT}|from (?:him|her|them)|there))?|anymore|there more`,
      `(?:anything|something|what|whats) else(?: (?:on|about) ${TOPIC}| there)?(?: (?:did|does|do|has|have) ${THEY} (?:say|said|mention|mentioned|think)(?: (?:about|on) ${TOPIC})?)?`,
      `(?:did|does|do|has) ${THEY} say (?:anything|something) (?:else|more)(?: (?:about|on) ${TOPIC})?`,
      '(?:is|was) (?:this|that|it) (?:all|it|everything)(?: there is)?',
      'next(?: (?:page|ones?|three|few|excerpts?|quotes?|results?|passages?))?|go on|continue|carry on|keep going|proceed',
      '(?:further|additional|another|other|remaining) (?:excerpts?|quotes?|results?|passages?|answers?|ones?)',
    ],
    chinese: [
      '(?:还有没有|还有|有没有)(?:更多|别的|其他的?|其它的?|什么别的|什么|啥|没有|没)?(?:内容|摘录|结果|段落)?',
      '(?:看|要|来|显示|给)?(?:更多(?:的)?(?:摘录|内容|结果|段落)?|多来几条|多几条|多来点|再来(?:几|一|两|三|点)?(?:条|个|段|些|点)?|下一?(?:页|条|个|段|批|则)|下页|继续|接着(?:说|来)?|往下|后面的|剩下的|其余的|别的摘录|其他摘录|其他的|别的)',
      '(?:就|只有|就只有)这些|没有?了|然后',
      '(?:他|她|他们)?还(?:说|讲|谈)(?:了|过)?(?:些)?(?:什么|啥|别的)',
    ],
  },
];

const ENGLISH_NAMES =
  'english|chinese|mandarin|simplified chinese|traditional chinese|chinese simplified|chinese traditional';
const CHINESE_NAMES =
  '英文|英语|中文|汉语|华语|普通话|国语|简体中文|简体字|简体|繁体中文|繁体字|繁体|正体中文|正体字|简中|繁中|中文简体|中文繁体';
/** Excerpts are in none of these, which people ask for all the same. */
const OTHER_ENGLISH_NAMES =
  'german|french|spanish|japanese|korean|russian|italian|portuguese|dutch|arabic|hindi|cantonese|vietnamese';
const OTHER_CHINESE_NAMES = '德语|德文|法语|法文|日语|日文|韩语|韩文|俄语|俄文|西班牙语|粤语|意大利语';

/** How another language is asked for; the first group is its name. */
export const LANGUAGE_FOLLOW_UPS = {
  english: [
    `(?:(?:translate|show|say|put|write|repeat|read|same|switch|answer|reply|again)(?: (?:me|us))?(?: ${THAT})?(?: (?:thing|excerpts?|passages?|one))? )?(?:${THAT} )?(?:in|into|to) (${ENGLISH_NAMES}|simplified|traditional|${OTHER_ENGLISH_NAMES})(?: (?:version|translation|text|characters|script|instead))?`,
    `(${ENGLISH_NAMES})(?: (?:version|translation|text|characters|script|instead|wording))?`,
    `(${OTHER_ENGLISH_NAMES}) (?:version|translation)`,
  ],
  chinese: [
    `(?:用|以|翻译成|翻成|译成|译为|换成|改成|切换到|切换成|转成|转为|改用|显示|给|来|要|看|有|有没有|换)?(?:个)?(${CHINESE_NAMES})(?:版本|版|翻译|译文|的|说|显示|回答|回复|写|再说一遍|怎么说|看)?`,
    `(?:用|翻译成|翻成|译成|换成|改成)(${OTHER_CHINESE_NAMES})(?:说|显示|回答|写)?`,
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
  'please pls plz thanks thx ty now then too again exactly though tho here rostrum btw lol ok okay actually anyway'.split(
    ' ',
  ),
);
/** Those that show by themselves that something goes on. */
export const ENGLISH_GOING_ON: ReadonlySet<string> = new Set(['and', 'or', 'also', 'then']);
export const CHINESE_OPENING =
  /^(?:那么|那|好的|好吧|好|嗯|哦|噢|对了|还有|请问|请你|请您|请|麻烦你|麻烦您|麻烦|帮我|帮忙|给我|能不能|可不可以|可以|能否|能|我想要|我想|我要|想要|想|不好意思|谢谢|所以|但是|但|而且|而|然后|再|也|就|以及|ok|okay)/iu;
export const CHINESE_GOING_ON: ReadonlySet<string> = new Set(['那么', '那', '还有', '然后', '以及']);
export const CHINESE_CLOSING =
  /(?:谢谢|可以吗|好吗|行吗|(?<!还)有吗|一下|看看|呢|吧|吗|嘛|(?<![什怎这那多])么|啊|呀|哈|啦|哦|呗|了|的|please)$/iu;
