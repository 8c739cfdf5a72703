import { escapeRegExp, normalise } from '../language/text.ts';

/** Who asks, or what was asked. */
const ASKED =
  /\b(?:who|whoever|which|what|how many|did|has|does|any(?:one|body|thing)?|some(?:one|body)?)\b[^?]{0,60}\b(?:ask|asks|asked|asking)\b|\b(?:what|which|whose|how many|any|list|show|all|the|'s|’s|first|last|next) (?:\w+ ){0,3}questions?\b|^\s*questions? (?:by|from|about|on|of|to)\b|\b(?:what|who|which)\b[^?]{0,40}\b(?:want(?:s|ed)?|would like) to know\b/u;
/** Whoever was asked replied, and whoever asks for something puts no question. */
const REPLIED =
  /\b(?:when|if|once|after|as|while|being|been) (?:(?:he|she|they|was|were|is|are|also|first) )*asked\b|\bwho (?:was|were|is|are|got) asked\b|\b(?:answer(?:s|ed)?|respon(?:d|ds|ded|se)|repl(?:y|ies|ied)|sa(?:y|ys|id)|react(?:s|ed)?) (?:\w+ ){0,6}(?:questions?|asked)\b|\bask(?:s|ed)? (?:(?:him |her |them |us |you |me |it )?for|to)\b|^\s*(?:please )?ask\b|\b(?:can|could|may|might|let|like|want|going|gonna|wanna) (?:i |we |me |to )*ask\b|\bthe questions? (?:of|whether|remains?|marks?)\b|\b(?:in|out of the|no|without|into|beyond|open|big|real) question\b/u;
const CHINESE_ASKED =
  /(?:谁|哪位|哪个|哪些|有没有|有人|记者|观众|听众|主持人|几个人|多少人)[^,。?]{0,16}(?:提问|发问|追问|询问|提出|[^疑学访顾反][问](?!题)|^问(?!题))|(?:提问|发问|追问|询问|问)(?:过|了|到|到了|出)?(?:.{0,10}的)?(?:什么|哪些|啥|几个|多少)|问的(?:是|都是|问题|什么|啥)|提(?:了|过|出了|出过|出)?(?:什么|哪些|几个|多少|啥|的)问题|(?:提问|的问题)(?:是什么|有哪些|是啥|都有什么)|想(?:从.{1,10}?)?(?:知道|了解|问)(?:的是|些|到)?(?:什么|啥|哪些)|关于.{1,20}的提问|[问](?:过|了)(?:关于)?/u;
const CHINESE_REPLIED =
  /被(?:.{0,8})?问(?:到|及|起)?.{0,20}(?:时|的时候|后)|回答|回应|答复|谁(?:被|会被)问|^(?:我)?(?:想|要)?问(?:一下|问)?/u;
/** What somebody says who asks politely. */
const POLITE = /请问|我?想(?:请)?问(?:一下|问)|问一下|^我们?想(?:要)?(?:知道|了解)/gu;

/**
 * Whether a question asks for a question: for what somebody asked, or who asked about something. It wants no reply.
 * @param normalised the question, as `normalise` returns it
 */
export function asksForQuestion(normalised: string): boolean {
  const plain = normalised.replace(POLITE, '');
  if (ASKED.test(plain)) return !REPLIED.test(plain);
  return CHINESE_ASKED.test(plain) && !CHINESE_REPLIED.test(plain);
}

/** Words that ask for a question, and say nothing of what it was about. */
const ASKING_WORDS =
  /\b(?:who|whoever|(?:which|what|any|the) (?:reporters?|journalists?|person|people|speakers?)|anyone|anybody|someone|somebody)\b(?= [^?]{0,40}\b(?:ask|question|want))|\b(?:ask(?:s|ed|ing)?|questions?|(?:want(?:s|ed)?|would like) to know)\b|(?:谁|哪位|哪个|哪些)?(?:记者|观众|听众)?(?:们|人)?(?:都)?(?:提问|发问|追问|询问|提出|提过|提了)(?:了|过|的)?|想(?:知道|了解|问)的?|被?(?:问题|提问|问)(?:过|了|到|的|出)*/giu;

/** A question that asks for a question, without the words that say so. */
export function withoutAskingWords(question: string): string {
  return question.replace(ASKING_WORDS, ' ');
}

/** Whether a question asks what somebody was asked, so that the name is not that of who asked. */
export function asksWhatWasPutTo(normalised: string): boolean {
  return /\b(?:was|were|is|are|been|get|got|gets) (?:\S+ ){1,4}asked\b|\bquestions?(?: that)? (?:were |was )?(?:put |asked |directed |addressed )?to\b|被(?:.{0,8})?问/u.test(
    normalised,
  );
}

/** What was replied when somebody asked: "Rossi asked whether …, so what did she say?", 记者问…，他怎么回答？ */
const REPLY_TO_ASKER =
  /\basked\b.{0,200}\b(?:what|how)\b.{0,40}\b(?:answer|reply|respond|say|said|answered|replied|responded)\b|\b(?:answer|reply|respond|say|said|answered|replied|responded|answers?|reply|response)\b.{0,60}\b(?:when|after|to what|as|once) .{0,60}\basked\b|问(?!题).{0,60}(?:怎么|如何|咋|什么|啥).{0,12}(?:答|回应|回复|说)|(?:答|回应|回复).{0,30}问(?!题)/u;

/** Whether a question asks what was replied to somebody who asked. */
export function asksForReply(normalised: string): boolean {
  return REPLY_TO_ASKER.test(normalised);
}

/** Whether a name in a question is that of who asked: "when Rossi asked", 罗西问. */
export function isAsker(name: string, normalised: string): boolean {
  const own = escapeRegExp(normalise(name).trim());
  return own !== '' && new RegExp(`${own}\\s*(?:asked|asks|(?:提|追|询)?问(?!题))`, 'u').test(normalised);
}
