import { hasHan, latinWords, simplifiedCharacters } from './text.ts';

/** A Chinese word counts as a character and a half, its mean length in running text. */
const HAN_PER_WORD = 1.5;
/** Only so much of a sentence is examined at its end, in UTF-16 units: a whole speech may be one, without punctuation. */
const EXAMINED = 400;

/** As the patterns here have it: Simplified characters, and one kind of apostrophe. */
function plain(text: string): string {
  const trimmed = text.trim().replaceAll('’', "'");
  return hasHan(trimmed) ? simplifiedCharacters(trimmed) : trimmed;
}

/** How many words a text has, as far as the first thousand characters tell; Chinese ones are estimated. */
export function roughWordCount(text: string): number {
  const start = text.slice(0, 1000);
  const characters = Array.from(start).filter(hasHan).length;
  return characters / HAN_PER_WORD + latinWords(start.toLowerCase()).length;
}

/** A question with fewer words only keeps a conversation going: "Sorry?", "Really?", 是吗？ */
const FEWEST_WORDS = 3;
const MARK = /[?\uFF1F][\s"”’'」』)\]\uFF09]*$/u;
const ENDS_IN_PUNCTUATION = /[.!?\u2026\u3002\uFF01\uFF1F]["”’'」』)\]\uFF09]*$/u;

/** What is asked to go on talking, and not to know anything. */
const INTERJECTION =
  /^(?:(?:so|and|but|ok|okay|yeah|oh|sorry|hello|well|um|uh|i'm sorry|好|好的|那|嗯)[\s,.\uFF0C\u3002]+)*(?:(?:can|could|do) (?:you|everyone|everybody|we|people) (?:all )?(?:hear|see|understand)(?: (?:me|us|this|that|it|the screen|my screen))?(?: now| okay| all right| well)?|am i (?:audible|on|muted|on mute)|are (?:you|we) (?:there|still there|ready|on|okay|done)|is (?:this|that|it) (?:right|so|true|okay|ok|correct|better|on|working|it|all)|isn't (?:it|that)|(?:do )?you know(?: what i mean)?|(?:do )?you see|did i|what(?: is| was| did you say|'s) that|what did you say|say (?:that )?again|how are you(?: doing)?(?: today)?|are we (?:good|okay)|makes? sense|does that make sense|shall we(?: go on| start| begin| continue)?|(?:any|are there any|is there any) (?:other |more |further )?(?:questions?|comments?)|(?:who|who's|who is) next|anything else|anybody else|anyone else|(?:(?:大家|你们|你|您|各位)?(?:能|都能|可以)?(?:听|看)(?:得|不|的)?(?:到|见|清|清楚)(?:我|我说话|声音|屏幕)?了?吗?)|(?:你|您)?(?:说|讲)?什么(?:意思)?|(?:你|您|大家)?(?:知道|明白|懂|理解)(?:我的意思|了)?(?:吗|吧)|(?:是|对|好|行|可以|没错)(?:的|了|不)?(?:吗|吧|么|嘛)|是不是(?:这样|这样子|啊|呀)?|对不对|好不好|行不行|(?:大家|各位|还)?(?:还)?有(?:什么|没有|没有什么|没什么)?(?:其他|别的)?(?:的)?问题(?:吗|没有)?|(?:下一个|下一位)(?:是谁)?)[\s,.!?\u3002\uFF0C\uFF01\uFF1F…"”’'」』]*$/iu;

/** Thanks and greetings, as whole sentences. */
const COURTESY =
  /^(?:(?:ok|okay|and|so|well|yes|great|hi|hello|all right|alright|谢谢|好的?)[\s,.!\uFF0C\u3002\uFF01]+)*(?:thanks?(?: you)?(?: very| so)?(?: much| again)?(?: indeed)?(?: for (?:that|this|your time|taking my question|doing this|the question|the opportunity))?|good (?:morning|afternoon|evening)|hi|hello|please|go ahead|cheers|多?谢谢?(?:您|你|大家|主席|主持人|各位)?|非常感谢|感谢(?:您|你)?|麻烦(?:您|你)?了|辛苦了|(?:大家|您|你)好)(?:[,\uFF0C]? (?:mr|mrs|ms|madam|dr|sir|chair|chairman|president|minister|everyone|all)\.?(?: \p{L}+){0,2})?[\s,.!\u3002\uFF0C\uFF01]*$/iu;

/** Whether a sentence is only polite. */
export function isCourtesy(sentence: string): boolean {
  return sentence.length < 120 && COURTESY.test(plain(sentence));
}

/** Words with which a person asks without a question. */
const REQUEST =
  /\b(?:i|we)(?:'m|’m| am|'re|’re| are| was| were)?(?: also| just| still| really)? (?:wonder(?:ed|ing)?|curious)\b|\b(?:i|we)(?:(?:'d|’d| would)(?: also| just| really)?(?: like| love)|(?: also| just| really)? want(?:ed)?) (?:to|you to) (?:ask|know|hear|see if you|talk (?:a (?:bit|little) )?about|share|tell|explain|comment)\b|\b(?:can|could|would|will|might) you (?:please |also |just |maybe |perhaps |kindly )?(?:talk|tell|explain|say|describe|share|comment|speak|elaborate|walk|give|help|expand|clarify|outline|address|discuss|update|confirm|remind)\b|^(?:(?:and|so|but|please|now|then|well|okay|ok),? )*(?:please )?(?:tell (?:us|me)|explain|talk (?:to us|a (?:bit|little)|about)|describe|walk (?:us|me) through|help (?:us|me) understand|give us)\b|\b(?:my|the|one|a|another|first|second|last|next|quick|follow-up|main) questions? (?:is|was|would be|here is|for you|to you|on|about|would)\b|\bif you (?:could|would|can|wouldn['’]t mind|don['’]t mind)(?: please| just| also)? (?:talk|tell|explain|say|describe|share|comment|speak|elaborate|walk|give|help|expand|clarify|outline|address|discuss|update)/iu;
const CHINESE_REQUEST =
  /(?:想|要|来|再|先)(?:要)?(?:跟|向|和)?(?:您|你|你们|各位|大家|两位|几位|[\p{Script=Han}]{2,4}(?:老师|总|教授|先生|女士))?(?:请问|问问|问一?下|问一个|请教|了解一?下|知道|听听|听一?听)|[請请][問问]|[請请]教(?:一?下|您|你)|(?:能不能|能否|可不可以|可否|能|可以|[請请]|麻烦)(?:也|再|先|给|給|跟|和|为|我们|大家|您|你|你们|各位|几位|两位|二位|简单|具体|详细|稍微|来){0,5}(?:[談谈讲聊說说]{2}|[談谈讲聊說说介解分回][紹绍释释享答]?(?:一?下|一些|几句)|介[紹绍]|分享|[講讲][講讲])|(?:花|用)[^，。]{0,12}(?:介[紹绍]|[說说讲講])一?下|(?:我|我们)(?:这边|這邊|这里|还|想|也|就|主要)?(?:有|的)?(?:一?个|一?個|几个|两个)?(?:小)?[問问][題题](?:是|就是|想|要|[，：:])|(?:您|你|你们|几位|各位|两位|二位)(?:对|對)?[^，。]{0,20}(?:怎么看|怎麼看|如何看|怎么想|有什么看法|有何看法|怎么考虑|怎么理解)/u;
/** A question by its order of words, in a sentence that ends in no question mark. */
const ASKS_IN_ORDER =
  /^(?:(?:and|so|but|okay|ok|well|now|then|yeah|um|uh|er),? )*(?:(?:what|how|why|when|where|who|which(?: \w+)?|how (?:much|many|long|often|far)) (?:is|are|do|does|did|was|were|can|could|would|will|should|about|have|has|'s)|what kind of|what sort of|(?:do|did|does|are|is|can|could|would|will|have|were) (?:you|we|they|there)) \b/iu;
const ASKS_UNPUNCTUATED =
  /\b(?:what|how|why|when|where|who) (?:do|does|did|can|could|would|will|should|are|is) (?:you|we|they|it|the|that|this|he|she|your)\b|\b(?:what|how) about\b|\b(?:do|did|are|have|can|could|would|will) you\b/iu;
const UNPUNCTUATED_WORDS = 40;
const CHINESE_INTERROGATIVE =
  /什么|甚麼|什麼|怎么|怎麼|怎样|怎樣|为何|為何|如何|哪|谁|誰|多少|几[个年次位]|幾|是不是|有没有|有沒有|能不能|会不会|會不會|要不要|可不可以|是否|还是|還是/u;
const ENDS_INTERROGATIVE =
  /(?:吗|嗎|么样|麼樣|什么|什麼|甚麼|为什么|為什麼|怎么[办做看想]|怎麼[辦做看想]|多少|哪些|哪里|哪個|哪个|怎样|怎樣|谁|誰|有[^\uFF0C,\u3002]{0,15}[没沒]有|是不是)[\s,.\u3002\uFF0C…]*$/u;
/** In the last clause of what was transcribed without punctuation. */
const LATE_INTERROGATIVE =
  /(?:什么|什麼|怎么|怎麼|为何|為何|如何|有没有|有沒有|是不是|多少)[^\uFF0C,\u3002]{0,20}$/u;
const ONLY_SPEAKS_OF_QUESTION =
  /(?:知道|明白|清楚|無論|无论|不管|解释|解釋|說明|说明|告诉|告訴|没什么|沒什麼|决定)[^\uFF0C,]*$/u;
const ADDRESSES = /你|您|请|請|各位|两位|几位|大家/u;

/**
 * Whether a sentence asks somebody for an answer, by its mark, its order of words, or what it says ("I wonder if you
 * could talk about …", 我想问一下…). What only keeps a conversation going does not ("Can you hear me?", 是吗？).
 * @returns `mark` if a question mark says so, `words` if only its words do
 */
export function asksBy(sentence: string): 'mark' | 'words' | null {
  const said = plain(sentence.slice(-EXAMINED));
  if (said === '' || INTERJECTION.test(said)) return null;
  if (roughWordCount(said) < FEWEST_WORDS) return null;
  if (MARK.test(said)) return 'mark';
  return asksInWords(said) ? 'words' : null;
}

function asksInWords(said: string): boolean {
  if (REQUEST.test(said) || CHINESE_REQUEST.test(said)) return true;
  if (ASKS_IN_ORDER.test(said)) return true;
  if (!ENDS_IN_PUNCTUATION.test(said) && ASKS_UNPUNCTUATED.test(lastWords(said))) return true;
  const clause = said.replace(/(?<![\s,.\u3002\uFF0C…])[\s,.\u3002\uFF0C…]+$/u, '');
  if (/[呢]$/u.test(clause)) return CHINESE_INTERROGATIVE.test(clause.slice(-80));
  if (!ENDS_IN_PUNCTUATION.test(said) && ADDRESSES.test(clause.slice(-80)) && LATE_INTERROGATIVE.test(clause))
    return !ONLY_SPEAKS_OF_QUESTION.test(clause);
  return (
    ENDS_INTERROGATIVE.test(clause) &&
    !ONLY_SPEAKS_OF_QUESTION.test(clause) &&
    (/[吗嗎]$/u.test(clause) || ADDRESSES.test(clause.slice(-80)))
  );
}

function lastWords(said: string): string {
  return said.split(/\s+/u).slice(-UNPUNCTUATED_WORDS).join(' ');
}

/** Whether a sentence speaks to somebody. */
export function addresses(sentence: string): boolean {
  return /\byour?\b|[你您]/iu.test(sentence.slice(-EXAMINED));
}

const TO_CONFIRM =
  /^(?:(?:so|and|but|or|okay|well)[\s,]+)*(?:is (?:that|this|it) (?:right|so|true|correct|the case|fair)|right|correct|isn't (?:it|that)(?: right| so)?|am i right|(?:是|对|好|行)(?:的|了|不)?(?:吗|吧|么|嘛)|是不是(?:这样|这样子|啊)?|对不对)[\s,.!?\u3002\uFF0C\uFF01\uFF1F]*$/iu;

/** Whether a sentence asks whether what was said before it is right, and nothing else. */
export function asksToConfirm(sentence: string): boolean {
  return sentence.length < 60 && TO_CONFIRM.test(plain(sentence));
}

const JOINS_IN =
  /^(?:(?:yeah|yes|well|and|so|ok|okay|no|right|sure|um|uh|对|是的|嗯|好|那),?[\s\uFF0C,]*)*(?:(?:let me|can i|could i|may i|if i (?:may|can|could)|i(?:'d| would)(?: just| also)? (?:like|want) to|i(?:'ll| will)|i (?:just |also )?want(?:ed)? to|i can|just)(?: just| also| quickly| maybe)? (?:add|jump in|build on|follow on|echo|second|chime in|weigh in)|to add|i (?:also |completely |totally |fully |quite |would |tend to )*(?:agree|disagree)|(?:这块|这个|这里|关于这个)?我?(?:这边)?(?:想|要|来|可以|也|再|简单|稍微|接着){0,4}(?:补充|展开|说两句|讲两句|谈两句)|我(?:也|很|非常|完全|不太?)?(?:同意|赞同|认同)|我也(?:有|是|觉得|认为|这么)|(?:这块|这点|这个)?[我跟和与][^\uFF0C,\u3002]{0,12}(?:一样|一致|差不多|相同))/iu;

/** Whether somebody goes on with what another has said in reply: "I'd like to add …", 我补充一点. */
export function joinsIn(text: string): boolean {
  return JOINS_IN.test(plain(text.slice(0, 80)));
}

/** A question that passes an earlier one on to somebody: "Reva, what do you think?", 温铭你有什么要补充的？ */
const HANDS_OVER =
  /\b(?:what|how) about you\b|\bwhat(?:'s| is| are| do) (?:you|your)(?: \w+)? (?:think|view|take|thoughts|answer|response|say)(?: (?:on|about|of) (?:that|this|it))?\W*$|\banything (?:you(?:'d| would)? (?:like|want) )?to add\b|\b(?:want|like|care|wish) to (?:add|respond|comment|jump in|weigh in|chime in|start|go first|take (?:that|this|it))\b|\b(?:same question|your (?:view|take|thoughts|response|reaction))\b|补充|補充|(?:你|您|大家|各位)(?:们)?(?:怎么看|怎麼看|怎么想|觉得呢|呢)[?\uFF1F\u3002\s]*$/iu;
const HANDOVER_WORDS = 16;

/** Whether a question has no subject of its own, but asks somebody else what was asked before. */
export function handsOver(text: string): boolean {
  if (text.length > EXAMINED) return false;
  const said = plain(text);
  return roughWordCount(said) <= HANDOVER_WORDS && HANDS_OVER.test(said);
}
