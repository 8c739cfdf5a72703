/**
 * How to recognise the kind of answer that a question asks for, and a passage that can give it. A passage
 * without that kind cannot answer the question, however many of its words it contains: "How many H800 chips
 * did DeepSeek buy?" needs a number.
 */

/** Alternatives, each a regular expression, as one. */
const anyOf = (...parts: readonly string[]) => new RegExp(parts.join('|'), 'u');
/** Whole English words, separated by bars. */
const wordsOf = (words: string) => `\\b(?:${words.trim().split(/\s+/).join('|')})\\b`;

const MONTHS = 'january february march april june july august september october november december';
const WEEKDAYS = 'mondays? tuesdays? wednesdays? thursdays? fridays? saturdays? sundays?';
const NUMBER_WORDS = `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozens? hundreds? thousands?
  millions? billions? trillions? percent half halves halved? doubled? tripled? quadrupled twice thrice thirds quarters
  fifths tenths several couple handful none both zero nil
  single-digits? double-digits? myriad`;

/** An amount in digits or in words, however rough. */
const AMOUNT = [
  '(?<![a-z\\d-])\\d',
  wordsOf(NUMBER_WORDS),
  '\\b(?:a|an|one) (?:year|month|week|day|hour|minute|decade|century|half|third|quarter|fifth|tenth|dozen|hundred|thousand|million|billion|few)\\b|\\bone (?:third|quarter|fifth|tenth)\\b',
  '\\bper cent\\b|\\bcountless\\b|\\b(?:nobody|no one)(?=[.!?]|$)|\\bonly one\\b|\\ba single (?:one|person|member|vote|case)\\b|\\b(?:single|double|triple|low|mid|high) (?:single |double |triple )?digits?\\b|\\b(?:basis|percentage) points?\\b|\\ba (?:great|good) many\\b',
  '一年|没人(?=反对|赞成|同意|投|参加|[,。.!?]|$)|只有一|仅一|一百(?:来|多)|[一两几]百来|零(?![\\p{L}])|好[几多](?:个|家|次|年|天|月|位|人)|数不[清胜]|不计其数|(?<!第)[二两三四五六七八九十百千万亿](?:多|余|几|来)?(?:年|个|号人|回|趟|家|颗|片|种|倍|次|项|天|名|位|人|美元|分之|成|周|月|小时|分钟|国|座|条|件|所|层|吨|公里|度|岁|元|块|代|届|票|场|只|辆|台|艘|架|份|批|本)',
  '[二两三四五六七八九]?十[一二三四五六七八九]|[二两三四五六七八九][十百千万亿]|[十百千万亿][一二两三四五六七八九]',
  '[几数好]几?[十百千万亿]|十几|上[百千万亿]|成[百千]上|[百千万]余',
  '一半|半[年天数月个小]|[过对]半(?!导)|翻[一两]?[番倍]|数以[百千万亿]|若干|多数|大半|全都没|没有一',
].join('|');

/** How often something is done. */
const FREQUENCY = [
  '\\b(?:every|each) (?:other |single )?(?:year|month|week|weekday|day|hour|minute|quarter|morning|night|summer|winter|spring|autumn|fall|weekend)s?\\b|\\b(?:daily|weekly|biweekly|fortnightly|monthly|bimonthly|quarterly|yearly|hourly|nightly)\\b|\\bonce (?:a|an|per|every|in)\\b',
  '每(?:隔|逢)?[一两二三四五六七八九十半几\\d]{0,3}(?:个)?(?:年|季度|季|月|周|星期|礼拜|天|日|小时|分钟)|隔(?:天|周|月|年|三差五)|[天周月年季]一次|一[年月周天]一|定期',
].join('|');

const AUXILIARY = 'did|does|do|will|would|has|was|is|are|were|have|had|can|could|should';
/** Starts of words for what grows or shrinks by so much. */
const GROWTH =
  'ris|rose|gr[eo]w|fall|fell|drop|declin|increas|decreas|shr[aiu]nk|chang|improv|reduc|weigh|warm|cool|hotter|larger|smaller|higher|lower|faster|slower|more|less|better|worse';

/** An amount right after a word for paying: the passage need not say in which money. */
const MONEY_OF_NO_CURRENCY =
  '\\b(?:costs?|costing|priced at|charges?|charged|paid|pays?|earns?|earned|offered|worth|(?:price|toll|fee|fare|fine|rent|salary|wage|budget) (?:of|is|was|at|from|to))(?: [a-z]{1,12}){0,2} (?:\\d[\\d.,]{0,15}(?! ?(?:%|per ?cent|[a-z]{0,3}years?|months?|weeks?|days?|hours?|minutes?|times|people|times|degrees|of the))|(?:half a|a|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty) (?:hundred|thousand|million|billion|trillion)(?! [a-z]{3,15}s\\b))';

const PATTERNS = {
  number: {
    inQuestion: anyOf(
      '\\bhow (?:many|often|frequently|regularly|large|big|tall|old|far|fast|high|deep|heavy|wide|thick|loud|hot|cold|late|early)\\b',
      `\\bhow much (?:${AUXILIARY}) .{0,200}\\b(?:${GROWTH})|\\bhow much (?:water|rain|energy|power|electricity|land|heat|memory|compute|capacity)\\b`,
      '\\b(?:by|to) how much\\b|\\bhow much (?:more|less|higher|lower|faster|slower|bigger|smaller|hotter|cooler|cheaper|longer|of)\\b',
      "\\b(?:what|which)(?: is| was| are| were|['’]s)?(?: the)? (?:total )?(?:number|count|frequency)(?![a-z])|\\bhow (?:many|much) (?:basis|percentage) points\\b",
      '\\bwhat (?:number|age|temperature|speed|height|weight|length|distance|rate|population)(?![a-z])|\\bwhat is the number\\b',
      '多久[^,。;!?]{0,8}一[次个版回期场趟届]|多长时间[^,。;!?]{0,8}一[次个版回期场趟届]|频率|几(?:十|回|场|届|趟|集|期|颗|股|所|本|部|篇|国|块|分|道|根|台|辆|支|套|处|级|层|楼|万|号人)',
      '多少|多(?:大(?!的?[影作程意压风关差把可力帮变])|高|远|长|重(?![要视])|深(?!刻)|宽|厚|快)|第几|几(?:个|家|年|颗|片|次|位|种|项|款|倍|百|千|万|亿|天|代|座|纳米|名|人|周|岁|小时|分钟|所|条|件|国|艘|台|辆|架|层|吨|公里|折|度|票|张|份|户|批|轮|小时|分)|几分之',
    ),
    inAnswer: anyOf(AMOUNT, FREQUENCY),
  },
  /** A part of a whole. */
  share: {
    inQuestion: anyOf(
      '\\b(?:what|which)(?: is| was| are| were)?(?: the)? (?:percentages?|shares?|proportions?|fractions?|portions?|percent|per cent|%)(?![a-z])|\\bhow (?:big|large|small|high) an? (?:share|percentage|proportion|part|fraction|portion)\\b',
      '占比|占(?:了|到)?(?:多少|几成|多大)|(?:什么|多大)比例|多大一?部分|比例(?:是|有|为)?多少|几成|几%|百分之几|千分之几|几分之几',
    ),
    inAnswer: anyOf(
      '[%\\u2030]|\\bper ?cent\\b|\\d/\\d',
      wordsOf('half halves thirds quarters fourths fifths tenths majority minority fraction'),
      "\\b(?:basis|percentage) points?\\b|\\blion['’]s share\\b|\\b(?:a|the) (?:bulk|good part|large part|small part|tiny part) of\\b",
      '\\b(?:most|none|all) of\\b',
      '\\b(?:a|an|one) (?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)\\b|\\b(?:in|out of) (?:every )?(?:\\d|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|a hundred|a thousand)',
      '分之|[一二两三四五六七八九十\\d]成|一半|[过对]半(?!导)|半数|多数|少数|大半|全部|[大小]部分|百分点|基点|百分之',
    ),
  },
  money: {
    inQuestion: anyOf(
      '\\bhow much (?:money|funding|cash)\\b|\\bhow (?:expensive|costly|pricey|cheap)\\b|\\bhow (?:big|large) (?:a|is|was) .{0,200}budget',
      // "How much did demand rise?" asks for another kind of number.
      `\\bhow much (?:${AUXILIARY})\\b(?!.{0,200}\\b(?:${GROWTH}))`,
      '\\b(?:costs?|price|spen[dt]|budget|salary|fees?|invest(?:ed|ment)?|pay|paid|fined?|subsid(?:y|ies))\\b.{0,200}\\bhow much\\b',
      "\\bwhat (?:did|does|do|would|will) .{0,200}\\bcost\\W?$|\\bwhat(?: is| was|['’]s) the (?:price|budget|salary|price tag|going rate)\\b|\\bwhat(?: is| was|['’]s) the (?:total |average |full )?cost\\W?$",
      '多少(?:钱|美元|资金|经费|元|块|欧元|英镑|日元|[万亿](?![人个家户颗片吨辆名次平公千兆吉]))|(?:预算|投资|价格|薪水|市值|金额|罚款|补贴|成本|造价|工资|费用)(?:是|有|了|为)?多少|多少(?:预算|投资|补贴|成本|费用)|什么价|(?:要|花|花了|赚|赔|罚)多少(?![年天个月周日小分人名位次家辆台张票时精工力电水吨公])|价钱|什么价位|几(?:块|毛|分)钱|多贵|贵不贵|(?:工资|薪水|年薪|月薪|房价|价格|成本|房租)(?:有)?多高|(?:造价|花费)(?:是|了|为)?多少',
    ),
    inAnswer: anyOf(
      '美元|美金|人民币|欧元|英镑|日元|日圆|韩元|港[币元]|新?台币|卢比|卢布|法郎|澳元|加元|亿元|万元|块钱|\\d ?(?:元|块)|[一二两三四五六七八九十百千万亿]元|免费|[几十百千万亿两\\d]块(?![头面石地])|一分钱|[\\d一二两三四五六七八九十百千几]个?[万亿](?![个人家户颗片吨辆名次平公千兆吉台位种条张份册字行年里倍小步亩口])',
      '[$€£¥₩₹₽]',
      MONEY_OF_NO_CURRENCY,
      '(?:年薪|月薪|工资|薪水|薪酬|奖金|身价|市值|估值|营收|利润|造价|售价|单价|报价|房价|价格|成本|费用|电费|运费|房租|学费|预算|投资|补贴|罚款)[^,。;!?、]{0,12}[\\d一二两三四五六七八九十百千万亿]|[\\d一二两三四五六七八九十][毛角](?![度病衣])|块[一二三四五六七八九](?!个)',
      wordsOf(
        'dollars? cents? usd euros? eur pounds? gbp pence penny yuan rmb renminbi cny yen jpy rupees? inr roubles? rubles? francs? chf krona kroner pesos? hkd ntd twd dirhams? riyals? liras? zlotys? bucks? grand millions billions',
      ),
      '\\b\\d{1,4}k (?:a|per|each) |\\d[\\d.,]{0,20} ?(?:(?:million|billion|trillion) )?won\\b|\\b(?:for free|free of charge|cost nothing)\\b',
    ),
  },
  /** A point in time, however vague. */
  time: {
    inQuestion: anyOf(
      '^(?:and |so |but )?when\\b|\\b(?:since|until|till|from|by) when\\b|\\bwhen (?:is|was|are|were|did|does|do|will|would|can|could|should|has|have|had|might)\\b',
      '\\b(?:what|which) (?:year|time|decade|century|season)\\b|\\bhow (?:soon|recently)\\b|\\bhow (?:long|many \\w{1,20}) ago\\b|\\bwhat time\\b',
      '什么时候|何时|哪(?:一)?年|什么时间|啥时候?|多久(?:以?前|以?后|之[前后])|几点|几时(?![代候])|多会儿|几几年|几月|哪个?月',
      "\\bat (?:what|which) (?:point|time|stage|moment)\\b|\\b(?:what|which) (?:month|quarter)\\b|\\bwhen(?:['’]s| exactly)\\b",
    ),
    inAnswer: anyOf(
      '\\d{4}|\\d ?(?:年|月|日|号|点|时)|[今明后去前昨]年|年后|年内|年前|接下来|未来|下一|目前|现在|\\b(?:19|20)\\d\\ds?\\b',
      `\\b(?:next|last|this|a) year\\b|\\b(?:next|last|this|coming) (?:year|month|week|weekend|quarter|spring|summer|autumn|fall|winter|decade|century|night|evening|morning|afternoon)\\b`,
      '\\b(?:years?|months?|weeks?|days?|hours?|minutes?|decades?|centur(?:y|ies)|while|moment|long) (?:from|later|ago|before|earlier|after)\\b|\\b(?:in|within|after|for|since) (?:a|an|the|about|some|two|three|four|five|six|seven|eight|nine|ten|twelve|\\d{1,4})(?: \\w{1,12})? (?:years?|months?|weeks?|days?|hours?|minutes?|decades?|century|centuries|spring|summer|autumn|winter)\\b',
      wordsOf(
        `${MONTHS} ${WEEKDAYS} today tomorrow yesterday tonight noon midnight midday dawn dusk shortly
        immediately overnight weekends? christmas easter ramadan`,
      ),
      '(?<!\\bas )\\bsoon\\b|\\bsooner or later\\b|\\bany (?:day|moment|time|minute) now\\b|\\bin due course\\b|\\b(?:recently|lately|eventually)\\b',
      '\\b(?:end|start|beginning|middle|rest|course|turn|close) of (?:the |this |that |next |last )?(?:year|month|week|day|decade|century|quarter|season|summer|winter|spring|autumn|fall|term|half)\\b|\\b(?:first|second|third|fourth|1st|2nd|3rd|4th|last|next|this|coming|current) (?:half|quarter|semester|trimester|term|season)\\b|\\b[qh][1-4]\\b|\\b(?:coming|past|previous|following|recent|next|last) (?:few |couple of |several )?(?:days|weeks|months|years|quarters|decades)\\b',
      '\\b(?:in|within|after|for|over|a) (?:a |the )?(?:couple(?: of)?|few|several|next few|coming) (?:more )?(?:days|weeks|months|years|hours|minutes)\\b|\\b(?:over|during|in|since|by|until|before|after|that|this) (?:the )?(?:early |late |mid-?)?(?:spring|summer|autumn|winter|holidays|weekend)\\b|\\b(?:before|after|during|since) (?:the )?(?:war|pandemic|crisis|election)\\b|\\b(?:early|mid|late|the) ?-?(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\\b|\\b(?:next|last|following|previous) (?:meeting|election|session|conference|release|semester)\\b',
      '\\b(?:in|by|since|until|till|from|last|next|of|early|late|mid) may\\b|\\bmay \\d|\\d(?:st|nd|rd|th)? (?:of )?may\\b',
      "\\b(?:early|late|mid|end of|start of|beginning of)[ -](?:the )?(?:\\d|spring|summer|autumn|fall|winter|january|february)|\\d ?[ap]\\.?m\\b|\\bo'clock\\b|\\d{1,2}:\\d\\d",
      '(?:周|星期|礼拜)[一二三四五六日天末]|周末|[今明后昨前大]天|[今昨明当][早晚晨夜]|上午|下午|中午|凌晨|傍晚|半夜|午夜|清晨|晚上|早上',
      '[上下本这][一两]?个?(?:周|星期|礼拜|月|季度|季|学期|世纪|年|半年)|[春夏秋冬][天季末初]|[年月][初中底末]|年代|世纪|[一二][零〇一二三四五六七八九]{3}年|[一二三四五六七八九十](?:月|日|号)|[两二三四五六七八九十]点|小时[后前内]|天[后前内]|周[后前内]|月[后前内]|不久[后将前就]|即将|马上|元旦|春节|中秋|国庆|圣诞|前夕|以来|自从|[过再]?[几两一三半]个?(?:天|周|月|星期|礼拜)(?:之?[后前内]|以[后前内]|就|再)|过[几两]天|前[几两]天|前[阵段][子时]|[一二三四两上下前后]季度|[寒暑]假|前不久|不久前|最近|近期|刚刚|早些时候|那时候?|当年|节[前后]|国庆|清明|端午|五一|十一(?=前|后|期间|假)|除夕|[上中下]旬|这个?(?:周|星期|礼拜)|月份',
    ),
  },
  date: {
    inQuestion: anyOf(
      '\\b(?:what|which) (?:date|day|month)\\b|\\bon (?:what|which) (?:day|date)\\b|\\bwhat is the date\\b',
      '哪(?:一)?(?:天|日|个?月)|几(?:月|号|日)|日期|星期几|周几|礼拜几',
    ),
    inAnswer: anyOf(
      '\\d ?(?:月|日|号)|[一二三四五六七八九十]月|[二三]?十[一二三四五六七八九]?[日号]|[初一二三四五六七八九十][日号]|(?:周|星期|礼拜)[一二三四五六日天]|[明后昨前]天|月[初中底末]',
      '元旦|春节|除夕|大年|国庆|中秋|端午|清明|圣诞|[上中下]旬|周末|(?:last|first|end|start|beginning|middle) (?:day )?of (?:january|february|march|april|may|june|july|august|september|october|november|december)',
      wordsOf(`${MONTHS} ${WEEKDAYS} tomorrow yesterday tonight weekend christmas easter`),
      '\\b(?:in|by|since|until|from|last|next|of|early|late) may\\b|\\bmay \\d|\\d(?:st|nd|rd|th)? (?:of )?may\\b|\\b\\d{4}-\\d\\d|\\b\\d{1,2}/\\d{1,2}\\b|\\b\\d{1,2}(?:st|nd|rd|th)\\b',
    ),
  },
  /** How long something takes or has lasted. */
  duration: {
    inQuestion: anyOf(
      '\\bhow long\\b(?! ago)|\\bhow much time\\b|\\bfor how long\\b',
      '多久(?!以?前|之前|[^,。;!?]{0,8}一[次个版回期场趟届])|多长时间(?![^,。;!?]{0,8}一[次个版回期场趟届])|多少(?:年|天|个?月|个?小时|分钟)',
    ),
    inAnswer: anyOf(
      AMOUNT,
      '\\bsince (?:[a-z]{1,20} )?(?:\\d{1,4}|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|last|then|spring|summer|autumn|winter|childhood)\\b|\\b(?:many|several|some|for|over|takes?|took|lasts?|lasted|within) (?:years|months|weeks|days|hours|minutes|generations)\\b|\\b(?:decades|centuries|a generation|overnight|forever|always|permanently|long time|lifetime|all (?:day|night|week|month|year|summer|winter)|not long(?! (?:after|before|ago|enough))|a while|for ages)\\b',
      '多年|数年|(?<!未来|今后|接下来|过去|最近|近|这|前|头)几(?:年|个?月|周|天|个?小时)|长期|以来|至今|永远|一辈子|几十年|数月|半年|整[年天夜周]|世代|[年月周天]之?[久间]|一[阵会][子儿]|很久|好久|一个(?:月|季度|星期|礼拜|小时|学期)|一[天周]|整[整个](?:一?[年月天周])',
    ),
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
