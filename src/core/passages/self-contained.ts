import { hasHan, latinWords } from '../language/text.ts';
import type { Passage } from './passages.ts';
import { isQuestion } from './questions.ts';

/**
 * A passage with fewer words than this does not express a thought, however short the other statements are. A
 * Chinese word counts as a character and a half, its mean length in running text.
 */
const MIN_WORDS = 15;
const HAN_PER_WORD = 1.5;

/** Openings that make no sense without what came before. */
const MID_THOUGHT_OPENING =
  /^(?:但|因此|所以|然而|不过|另一方面|同样|尽管如此|这也|是的|确实|否则|but|so|therefore|however|yes|that|this)(?![a-z])/iu;
/** Openings that refer to something named earlier, or answer somebody. */
const REFERRING_OPENING =
  /^(?:这|那|他们|她们|它们|他|她|它|其|此外|而且|并且|另外|(?:对|虽然|当然)[,\uFF0C]|没错|绝非|我认为这|我同意|让我(?:再|也|先)?(?:进一步|补充|回应|回答|解释|说明)|我(?:想|要)?(?:再|也)?补充|let me (?:add|answer|explain|elaborate|respond)|of course|these|those|it(?! (?:takes|took|seems)(?![a-z]))|its|they|their|he|she|his|her|such|and|also|no|right|exactly|absolutely|i agree|i think (?:this|that|it|he|she|they))(?![a-z])/iu;
/** A first sentence that ends by referring to what was said before it. */
const REFERRING_FIRST_SENTENCE =
  /^[^。!?\uFF01\uFF1F.;\uFF1B]*(?:这一?点|\b(?:this|that))[。!?\uFF01\uFF1F.;\uFF1B]/iu;
/** A reference to what somebody has just said, which the reader does not know. */
const REFERS_TO_REMARK =
  /[你您](?:们)?(?:刚才|刚刚)|刚才(?:所)?(?:说|提|讲)|\bas you (?:just )?(?:said|mentioned|noted)\b/iu;
/** An answer to a part of what was asked, which the question shown with it may not have. */
const ANSWERS_PART =
  /^[^。!?\uFF01\uFF1F.]*(?:第[一二三四两几]个?(?:问题|部分)|\b(?:first|second|third|last|other) (?:question|part)s?\b)/iu;
const GREETING =
  /^(?:大家好|各位|你好|您好|早上好|下午好|晚上好|欢迎|谢谢|多谢|感谢|很高兴|hello|hi|good (?:morning|afternoon|evening)|welcome|thanks|thank you|i am (?:glad|happy|honou?red)|it is (?:a pleasure|an honou?r)|it's (?:a pleasure|an honou?r|great to))(?![a-z])/iu;
/** The end of a sentence, with any closing marks after it. */
const SENTENCE_END = /[。!?\uFF01\uFF1F.…][”’"'」』)\]\uFF09]*$/u;

/** Whether a text opens with a word that continues a thought, such as "but" or "therefore". */
export function opensMidThought(text: string): boolean {
  return MID_THOUGHT_OPENING.test(text);
}

/**
 * The statements among passages that are long enough to express a full thought. Questions are left out.
 * @param share the least length, as a share (0 to 1) of the statements' mean length
 */
export function fullThoughts(passages: readonly Passage[], share: number): Passage[] {
  const statements = passages.filter((passage) => !isQuestion(passage));
  const meanLength =
    statements.reduce((total, { text }) => total + text.length, 0) / (statements.length || 1);
  return statements.filter(({ text }) => text.length >= meanLength * share);
}

/**
 * Whether a passage makes sense to somebody who has read nothing else: it opens with a thought of its own,
 * ends with a complete sentence, and is more than a greeting.
 * @param isAnswer whether the question that it answers is shown with it, so that it may open the way answers
 *   do
 */
export function isSelfContained({ text, translation, sentences }: Passage, isAnswer: boolean): boolean {
  if (!isAnswer && [text, translation ?? ''].some(needsContext)) return false;
  if (!SENTENCE_END.test(text) || ANSWERS_PART.test(text)) return false;
  const said = sentences
    .map(({ start, end }) => text.slice(start, end).trim())
    .filter((sentence) => !GREETING.test(sentence));
  return wordCount(said.join(' ')) >= MIN_WORDS;
}

/** Openings of somebody who answers. */
const ANSWERING_OPENING =
  /^(?:yeah|yep|nope|well|sure|okay|ok|actually|maybe|probably|perhaps|not|none|never|because|to|(?:that's |it's )?(?:a )?(?:good|great|fair|excellent) question|i (?:do|don['’]t|did|didn['’]t|would|wouldn['’]t|am|was|will|can|can['’]t|think so|agree|guess)|we (?:do|don['’]t|did|didn['’]t|have|haven['’]t|are|can|will)|you know|in terms of|on (?:the|your) (?:first|second)|对|嗯|好的?|可以|没有|有的|不是|不会|会的|能的|当然|应该|可能|因为|这个问题|好问题|关于你的|我觉得(?:是|不|应该|可能|这|还))(?![a-z])/iu;
/** Words near the start of a text that refer to what somebody else has named. */
const REFERS_EARLY =
  /^(?:[^\s,.;?!]+\s+){0,11}(?:it|this|these|those(?! (?:who|whom|whose|that|which|of|in|with))|them|they|he|she|there['’]s no)(?![a-z'’])|^[^\u3002.?!]{0,10}(?:这个|这些|这样|那个|那些|它|他们|她|他)/iu;

/** Whether a reply would be understood by somebody who has not read what was asked. */
export function isReplyUnderstoodAlone({
  text,
  translation,
}: Pick<Passage, 'text' | 'translation'>): boolean {
  return [text, ...(translation === null ? [] : [translation])].every((each) => {
    const opening = each.replace(/^[\s“"‘'「『]+/u, '');
    return (
      !needsContext(each) &&
      !ANSWERING_OPENING.test(opening) &&
      !REFERS_EARLY.test(opening.slice(0, 200)) &&
      wordCount(each) >= MIN_WORDS
    );
  });
}

/** Whether a text would not be understood without what was said before it: it opens mid-thought, or refers back. */
export function needsContext(text: string): boolean {
  const opening = text.replace(/^[\s“"‘'「『]+/u, '');
  const refersBack = [REFERRING_OPENING, REFERRING_FIRST_SENTENCE].some((pattern) => pattern.test(opening));
  return opensMidThought(opening) || refersBack || REFERS_TO_REMARK.test(text);
}

function wordCount(text: string): number {
  const characters = Array.from(text).filter(hasHan).length;
  return characters / HAN_PER_WORD + latinWords(text.toLowerCase()).length;
}
