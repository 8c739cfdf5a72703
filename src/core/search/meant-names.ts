import { hasHan } from '../language/text.ts';
import { nameParts } from '../transcript/speakers.ts';
import type { Speaker } from '../transcript/transcript.ts';
import { isExcluded } from './mention-roles.ts';
import type { FoundName, NameContext } from './other-names.ts';
import { isCapitalised } from './written-words.ts';

/** What comes around a name that is also an everyday word, where only a person can be meant. */
const SAYS = 'says?|said|thinks?|thought|believes?|believed|argues?|argued|mentions?|mentioned';
const DOES =
  'recommends?|recommended|suggests?|suggested|discuss|discussed|claims?|claimed|wants?|wanted|asks?|asked|answers?|answered|responds?|responded|explains?|explained|talks?|talked|speaks?|spoke|tells?|told|agrees?|agreed|disagrees?|disagreed';
const BEFORE_PERSON =
  /(?:\b(?:according to|asks?|quotes?|who is|who was|who['’]s|quotes? (?:by|from)|words (?:by|from|of)) (?:the )?)$/u;
const BEFORE_CHINESE_PERSON = /(?:谁是|介绍(?:一?下)?)$/u;
const TITLE = /\b(?:mr|mrs|ms|miss|dr|prof|professor|sir|dame)\.?\s$|(?:^|\s)@$/u;
const GREETING = /(?:^|[.!?]\s)(?:hi|hey|hello|yo|dear|thanks|thank you|so|ok|and),?\s$/u;
const START = /(?:^|[:.!?]\s)$/u;
/** What follows somebody who is spoken to: "Grace, is it cheap?", "Grace: solar?" */
const AFTER_ADDRESSED =
  /^(?:,\s(?:is|are|do|does|did|what|how|why|can|could|would|should|will|when|where|who|please)\b|:\s)/u;
const ASKS_WHAT_IS_SAID = /\b(?:did|does|do|would|has|have|had) (?:the )?$/u;
const SAYS_NEXT = new RegExp(`^\\s(?:(?:ever|really|actually|also|even)\\s)?(?:${SAYS}|${DOES})\\b`, 'u');
/** "did Mark and Grace really say", but not "do long leases suggest". */
const SAYS_LATER = new RegExp(
  `^\\s(?:(?:[a-z]+ly|ever|also|even|just|not|then|too|(?:and|or) [a-z]+)\\s){0,2}(?:${SAYS}|${DOES})\\b`,
  'u',
);
const AFTER_PERSON = new RegExp(
  `^(?:\\s(?:${SAYS})\\b|['’]s?\\s(?:views?|opinions?|positions?|stance|take|words|point|argument)\\b)`,
  'u',
);
const AFTER_CHINESE_PERSON =
  /^(?::|是谁|[怎咋]么?(?:看|想|说|认为|觉得|评价|理解|解释|回答|回应|谈|讲|形容|描述)|如何(?:看|评价|理解|解释|回答|回应|认为|描述)|对(?![话立比外象于抗冲])|说(?![明法服])|讲(?![座义])|认为|觉得|谈(?![判])|提(?:到|过|出|了|及)|表示|问(?!题)|指出|强调|主张|[和跟与、](?=\S{2,4}(?:怎么|如何|对|的看法))|的(?:看法|观点|立场|态度|意见|发言|话|说法)|以外|之外|除外)/u;
/** What may come before a Chinese name; after other characters the word goes on: 用电高峰. */
const CHINESE_START =
  /(?:^|[^\p{Script=Han}]|除了|除开|除去|不算|不包括|不包含|不含|不要|不看|撇开|抛开|排除|除|和|与|跟|同|及|请问|问|那么?|据|按|照|听|让|请|知道|对比|比较|是|关于)$/u;
/** What comes around the name of a month where the month is meant. */
const BEFORE_MONTH =
  /(?:\b(?:by|since|until|till?|last|next|this|early|late|mid|before|after|during|of|through|(?<!apart |aside )from|every|each|around)[\s-]|\d(?:st|nd|rd|th)?\s)$/u;
const MONTHS = new Set(['april', 'may', 'june', 'august']);
/** What may come after one of several names in small letters. */
const AFTER_JOINED = new RegExp(
  `^(?:$|['’?.,!:;]|\\s(?:on|about|re|for|over|and|vs|${SAYS}|${DOES}|views?|differ)\\b)`,
  'u',
);

/** What nobody but a moderator is called; a transcript declares it as a form of the name. */
const MODERATORS = new Set(['moderator', 'themoderator', '主持人', '主持']);

/** A name with all of its parts next to each other. */
export interface WholeName extends FoundName {
  parts: readonly FoundName['called'][];
}

/**
 * The names that are meant as such. Everyday words ("mark", "the president", 高峰) are, if they are written with a capital
 * inside a sentence, or if what is around them says so: also another name ("Miller and Long").
 */
export function meantNames(names: readonly WholeName[], context: NameContext): WholeName[] {
  const meant = new Set(names.filter((name) => isMeant(name, context)));
  for (const direction of [names, names.toReversed()]) {
    for (const [at, name] of direction.entries()) {
      const beside = direction[at - 1];
      if (beside && meant.has(beside) && !meant.has(name) && isJoined(beside, name, context)) meant.add(name);
    }
  }
  return names.filter((name) => meant.has(name));
}

const JOINS = /^(?:['’]s)?,?\s(?:and|or|nor|vs\.?|versus|with|to|&)\s$|^(?:, | ?[/+&] ?)$|^[和与跟及、同]$/u;

function isJoined(one: WholeName, other: WholeName, { text, written }: NameContext): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  if (!JOINS.test(text.slice(first.end, second.start))) return false;
  const capitals = written.at(other.start);
  if (capitals && isCapitalised(capitals.word)) return true;
  if (other.parts.some(({ words }) => words.some(hasHan))) return true;
  return other === first ? START.test(text.slice(0, other.start)) : AFTER_JOINED.test(text.slice(other.end));
}

function isMeant(name: WholeName, { text, written, everyday }: NameContext): boolean {
  const { parts, start, end } = name;
  const words = parts.flatMap((part) => part.words);
  if (!words.every(everyday.isEveryday)) return true;
  const hasStop = words.some(everyday.isStop);
  if ((words.length > 1 && !hasStop) || isNumbered(words)) return true;
  if (MODERATORS.has(words.join('')) && name.speakers.every(({ moderator }) => moderator)) return true;
  const [before, after] = [text.slice(0, start), text.slice(end)];
  if (words.some(hasHan)) {
    return (
      BEFORE_CHINESE_PERSON.test(before) ||
      (CHINESE_START.test(before) && (AFTER_CHINESE_PERSON.test(after) || isExcluded(before, after)))
    );
  }
  if (TITLE.test(before)) return true;
  // "The king" is nobody's surname.
  if (/\bthe\s$/u.test(before) && name.speakers.every((speaker) => isSurname(words, speaker))) return false;
  const first = written.at(start);
  // "An Li": the capital of the second word says what that of the first does not.
  if (words.length > 1 && hasCapitalAfter(name, text, written)) return true;
  if (words.length > 1 && !words.includes('the') && words.some(everyday.isShort)) return true;
  if (words.every(everyday.isStop) && !MONTHS.has(words.join('')))
    return isMeantStopWord(name, { text, written });
  if (isMonth(name, text)) return false;
  if (first && !first.isFirst && isCapitalised(first.word)) return true;
  return (
    AFTER_PERSON.test(after) ||
    AFTER_CHINESE_PERSON.test(after.trimStart()) ||
    (/\p{Script=Han}\s?$/u.test(before) && isExcluded(before, after)) ||
    (BEFORE_PERSON.test(before) && !isAdjective(after, everyday)) ||
    isAddressed(before, after) ||
    isExcludedPerson(before, after) ||
    (START.test(before) &&
      /^\son\s/u.test(after) &&
      (words[0] === 'the' || isCapitalised(first?.word ?? ''))) ||
    (ASKS_WHAT_IS_SAID.test(before) && SAYS_LATER.test(after))
  );
}

function isSurname(words: readonly string[], { names }: Speaker): boolean {
  const parts = nameParts(names.en);
  return parts.length > 1 && parts.at(-1) === words.join('');
}

/** Whether a name ends in a number or a letter: "Speaker 1", 嘉宾A. */
function isNumbered(words: readonly string[]): boolean {
  const last = words.at(-1) ?? '';
  return (
    (words.length > 1 && /^(?:\d{1,3}|[a-z])$/u.test(last)) ||
    /^\p{Script=Han}{1,4}(?:\d{1,3}|[a-z])$/u.test(last)
  );
}

function hasCapitalAfter({ start, end }: WholeName, text: string, written: NameContext['written']): boolean {
  return Array.from(text.slice(start, end).matchAll(/[\p{L}\p{N}\p{M}]+/gu))
    .slice(1)
    .some(({ index }) => isCapitalised(written.at(start + index)?.word ?? ''));
}

/** Whether a word goes with the next: "according to young engineers". */
function isAdjective(after: string, { isStop }: NameContext['everyday']): boolean {
  const next = /^\s([a-z]+)/u.exec(after)?.[1];
  return next !== undefined && !isStop(next);
}

/** A name such as "Will" or "He" needs more than a capital. */
function isMeantStopWord(
  { start, end }: WholeName,
  { text, written }: Pick<NameContext, 'text' | 'written'>,
): boolean {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  const word = text.slice(start, end);
  const first = written.at(start);
  const isName = first !== undefined && isCapitalised(first.word) && !first.isFirst;
  if (!isName && word.length < 4) return false;
  if (ASKS_WHAT_IS_SAID.test(before) && SAYS_NEXT.test(after)) return true;
  return (
    BEFORE_PERSON.test(before) ||
    isExcludedPerson(before, after) ||
    AFTER_PERSON_ALONE.test(after) ||
    (isName && /^\s(?:says|said|thinks|believes|argues|mentioned|on)\b/u.test(after))
  );
}

const AFTER_PERSON_ALONE = /^['’]s?\s(?:views?|opinions?|positions?|stance|take|words|point|argument)\b/u;

function isAddressed(before: string, after: string): boolean {
  return (START.test(before) || GREETING.test(before)) && AFTER_ADDRESSED.test(after)
    ? true
    : GREETING.test(before) && /^,/u.test(after);
}

/** "everybody but Mark", but neither "not young" nor "without hope". */
function isExcludedPerson(before: string, after: string): boolean {
  return /\b(?:except(?: for)?|besides|but|other than|apart from|aside from|excluding|excl\.?|leaving out|leave out|ignoring|ignore|skipping|skip)\s$|\s-$/u.test(
    before,
  )
    ? isExcluded(before, after)
    : false;
}

function isMonth({ parts, start, end }: WholeName, text: string): boolean {
  const word = parts.flatMap(({ words }) => words).join('');
  if (!MONTHS.has(word)) return false;
  const before = text.slice(0, start);
  const isBy =
    /\b(?:quotes?|said|words|remarks?|anything|something|points?|made|views?|opinions?)\s(?:by|of|from)\s$/u.test(
      before,
    );
  return (
    (!isBy && BEFORE_MONTH.test(before)) ||
    /^\s(?:\d|day\b|(?:and|to|through)\s(?:june|july|august))/u.test(text.slice(end))
  );
}
