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
  fifths tenths several couple handful none both`;

/** An amount in digits or in words, however rough. */
const AMOUNT = [
  '(?<![a-z\\d-])\\d',
  wordsOf(NUMBER_WORDS),
  '\\b(?:a|an|one) (?:year|month|week|day|hour|minute|decade|century|half|third|quarter|fifth|tenth|dozen|hundred|thousand|million|billion|few)\\b|\\bone (?:third|quarter|fifth|tenth)\\b',
  '\\bper cent\\b|\\bcountless\\b',
  '一年|(?<!第)[二两三四五六七八九十百千万亿](?:多|余|几|来)?(?:年|个|家|颗|片|种|倍|次|项|天|名|位|人|美元|分之|成|周|月|小时|分钟|国|座|条|件|所|层|吨|公里|度|岁|元|块|代|届|票|场|只|辆|台|艘|架|份|批|本)',
  '[二两三四五六七八九]?十[一二三四五六七八九]|[二两三四五六七八九][十百千万亿]|[十百千万亿][一二两三四五六七八九]',
  '[几数好]几?[十百千万亿]|十几|上[百千万亿]|成[百千]上|[百千万]余',
  '一半|半[年天数月个小]|[过对]半(?!导)|翻[一两]?[番倍]|数以[百千万亿]|若干|多数|大半|全都没|没有一',
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
      '\\bhow (?:many|often|large|big|tall|old|far|fast|high|deep|heavy|wide|thick|loud|hot|cold|late|early)\\b',
      `\\bhow much (?:${AUXILIARY}) .{0,200}\\b(?:${GROWTH})|\\bhow much (?:water|rain|energy|power|electricity|land|time|heat|memory|compute|capacity)\\b`,
      '\\b(?:by|to) how much\\b|\\bhow much (?:more|less|higher|lower|faster|slower|bigger|smaller|hotter|cooler|cheaper|longer|of)\\b',
      '\\bwhat (?:number|age|temperature|speed|height|weight|length|distance|rate|population)(?![a-z])|\\bwhat is the number\\b',
      '多少|多(?:大(?!的?[影作程意压风关差把可力帮变])|高|远|长|重(?![要视])|深(?!刻)|宽|厚|快)|第几|几(?:个|家|年|颗|片|次|位|种|项|款|倍|百|千|万|亿|天|代|座|纳米|名|人|周|岁|小时|分钟|所|条|件|国|艘|台|辆|架|层|吨|公里|折|度|票|张|份|户|批|轮|小时|分)|几分之',
    ),
    inAnswer: anyOf(AMOUNT),
  },
  /** A part of a whole. */
  share: {
    inQuestion: anyOf(
      '\\b(?:what|which)(?: is| was| are| were)?(?: the)? (?:percentages?|shares?|proportions?|fractions?|percent|per cent|%)(?![a-z])',
      '占比|占(?:了|到)?(?:多少|几成|多大)|比例(?:是|有|为)?多少|几成|几%|百分之几|千分之几|几分之几',
    ),
    inAnswer: anyOf(
      '[%\\u2030]|\\bper ?cent\\b|\\d/\\d',
      wordsOf('half halves thirds quarters fifths tenths majority minority'),
      '\\b(?:most|none|all) of\\b',
      '\\b(?:a|an|one) (?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)\\b|\\b(?:in|out of) (?:every )?(?:\\d|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|a hundred|a thousand)',
      '分之|[一二两三四五六七八九十\\d]成|一半|[过对]半(?!导)|半数|多数|大半|全部',
    ),
  },
  money: {
    inQuestion: anyOf(
      '\\bhow much (?:money|funding|cash)\\b|\\bhow (?:big|large) (?:a|is|was) .{0,200}budget',
      // "How much did demand rise?" asks for another kind of number.
      `\\bhow much (?:${AUXILIARY})\\b(?!.{0,200}\\b(?:${GROWTH}))`,
      '\\b(?:costs?|price|spen[dt]|budget|salary|fees?|invest(?:ed|ment)?|pay|paid|fined?|subsid(?:y|ies))\\b.{0,200}\\bhow much\\b',
      '\\bwhat (?:did|does|do|would|will) .{0,200}\\bcost\\W?$|\\bwhat (?:is|was) the (?:price|budget|salary)\\b',
      '多少(?:钱|美元|资金|经费|元|块|欧元|英镑|日元|[万亿](?![人个家户颗片吨辆名次平公千兆吉]))|(?:预算|投资|价格|薪水|市值|金额|罚款|补贴|成本|造价|工资|费用)(?:是|有|了|为)?多少|多少(?:预算|投资|补贴|成本|费用)|什么价|(?:要|花|花了|赚|赔|罚)多少(?![年天个月周日小分人名位次家辆台张票时精工力电水吨公])|价钱|(?:造价|花费)(?:是|了|为)?多少',
    ),
    inAnswer: anyOf(
      '美元|美金|人民币|欧元|英镑|日元|日圆|韩元|港[币元]|新?台币|卢比|卢布|法郎|澳元|加元|亿元|万元|块钱|\\d ?(?:元|块)|[一二两三四五六七八九十百千万亿]元|免费',
      '[$€£¥₩₹₽]',
      MONEY_OF_NO_CURRENCY,
      '(?:年薪|月薪|工资|薪水|薪酬|奖金|身价|市值|估值|营收|利润|造价|售价|单价|报价|房价|价格|成本|费用|电费|运费|房租|学费|预算|投资|补贴|罚款)[^,。;!?、]{0,12}[\\d一二两三四五六七八九十百千万亿]|[\\d一二两三四五六七八九十][毛角](?![度病衣])|块[一二三四五六七八九](?!个)',
      wordsOf(
        'dollars? cents? usd euros? eur pounds? gbp pence penny yuan rmb renminbi cny yen jpy rupees? inr roubles? rubles? francs? chf krona kroner pesos? hkd ntd twd dirhams? riyals? liras? zlotys? bucks? millions billions',
      ),
      '\\d[\\d.,]{0,20} ?(?:(?:million|billion|trillion) )?won\\b|\\b(?:for free|free of charge|cost nothing)\\b',
    ),
  },
  /** A point in time, however vague. */
  time: {
    inQuestion: anyOf(
      '^(?:and |so |but )?when\\b|\\b(?:since|until|till|from|by) when\\b|\\bwhen (?:is|was|are|were|did|does|do|will|would|can|could|should|has|have|had|might)\\b',
      '\\b(?:what|which) (?:year|time|decade|century|season)\\b|\\bhow (?:soon|recently)\\b|\\bhow (?:long|many \\w{1,20}) ago\\b|\\bwhat time\\b',
      '什么时候|何时|哪(?:一)?年|什么时间|啥时候?|多久(?:以?前|以?后|之[前后])|几点',
    ),
    inAnswer: anyOf(
      '\\d{4}|\\d ?(?:年|月|日|号|点|时)|[今明后去前昨]年|年后|年内|年前|接下来|未来|下一|目前|现在|\\b(?:19|20)\\d\\ds?\\b',
      `\\b(?:next|last|this|a) year\\b|\\b(?:next|last|this|coming) (?:year|month|week|weekend|quarter|spring|summer|autumn|fall|winter|decade|century|night|evening|morning|afternoon)\\b`,
      '\\b(?:years?|months?|weeks?|days?|hours?|minutes?|decades?|centur(?:y|ies)|while|moment|long) (?:from|later|ago|before|earlier|after)\\b|\\b(?:in|within|after|for|since) (?:a|an|the|about|some|two|three|four|five|six|seven|eight|nine|ten|twelve|\\d{1,4})(?: \\w{1,12})? (?:years?|months?|weeks?|days?|hours?|minutes?|decades?|century|centuries|spring|summer|autumn|winter)\\b',
      wordsOf(
        `${MONTHS} ${WEEKDAYS} today tomorrow yesterday tonight noon midnight midday dawn dusk shortly
        immediately overnight weekends? christmas easter ramadan`,
      ),
      '(?<!\\bas )\\bsoon\\b',
      '\\b(?:in|by|since|until|till|from|last|next|of|early|late|mid) may\\b|\\bmay \\d|\\d(?:st|nd|rd|th)? (?:of )?may\\b',
      "\\b(?:early|late|mid|end of|start of|beginning of)[ -](?:the )?(?:\\d|spring|summer|autumn|fall|winter|january|february)|\\d ?[ap]\\.?m\\b|\\bo'clock\\b|\\d{1,2}:\\d\\d",
      '(?:周|星期|礼拜)[一二三四五六日天末]|周末|[今明后昨前大]天|[今昨明当][早晚晨夜]|上午|下午|中午|凌晨|傍晚|半夜|午夜|清晨|晚上|早上',
      '[上下本这][一两]?个?(?:周|星期|礼拜|月|季度|季|学期|世纪|年|半年)|[春夏秋冬][天季末初]|[年月][初中底末]|年代|世纪|[一二][零〇一二三四五六七八九]{3}年|[一二三四五六七八九十](?:月|日|号)|[两二三四五六七八九十]点|小时[后前内]|天[后前内]|周[后前内]|月[后前内]|不久[后将前就]|即将|马上|元旦|春节|中秋|国庆|圣诞|前夕|以来|自从',
    ),
  },
  date: {
    inQuestion: anyOf(
      '\\b(?:what|which) (?:date|day|month)\\b|\\bon (?:what|which) (?:day|date)\\b|\\bwhat is the date\\b',
      '哪(?:一)?(?:天|日|个?月)|几(?:月|号|日)|日期|星期几|周几|礼拜几',
    ),
    inAnswer: anyOf(
      '\\d ?(?:月|日|号)|[一二三四五六七八九十]月|[二三]?十[一二三四五六七八九]?[日号]|[初一二三四五六七八九十][日号]|(?:周|星期|礼拜)[一二三四五六日天]|[明后昨前]天|月[初中底末]',
      wordsOf(`${MONTHS} ${WEEKDAYS} tomorrow yesterday tonight weekend christmas easter`),
      '\\b(?:in|by|since|until|from|last|next|of|early|late) may\\b|\\bmay \\d|\\d(?:st|nd|rd|th)? (?:of )?may\\b|\\b\\d{4}-\\d\\d|\\b\\d{1,2}/\\d{1,2}\\b|\\b\\d{1,2}(?:st|nd|rd|th)\\b',
    ),
  },
  /** How long something takes or has lasted. */
  duration: {
    inQuestion: anyOf(
      '\\bhow long\\b(?! ago)|\\bfor how long\\b',
      '多久(?!以?前|之前)|多长时间|多少(?:年|天|个?月|个?小时|分钟)',
    ),
    inAnswer: anyOf(
      AMOUNT,
      '\\bsince (?:[a-z]{1,20} )?(?:\\d{1,4}|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|last|then|spring|summer|autumn|winter|childhood)\\b|\\b(?:many|several|some|for|over|takes?|took|lasts?|lasted|within) (?:years|months|weeks|days|hours|minutes|generations)\\b|\\b(?:decades|centuries|a generation|overnight|forever|always|permanently|long time|lifetime)\\b',
      '多年|数年|(?<!未来|今后|接下来|过去|最近|近|这|前|头)几(?:年|个?月|周|天|个?小时)|长期|以来|至今|永远|一辈子|几十年|数月|半年|整[年天夜周]|世代|[年月周天]之?[久间]',
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
