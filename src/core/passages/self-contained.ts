import { hasHan, latinWords } from '../language/text.ts';
import { isQuestion } from './moderator.ts';
import type { Passage } from './passages.ts';

/**
 * Fewer words than these hold no thought, however short the statements around them are. A Chinese word counts as a
 * character and a half, its mean length in running text.
 */
const FEWEST_WORDS = 15;
const HAN_PER_WORD = 1.5;

/** Openings that cannot be read without what stands before them. */
const LEANS_BACK =
  /^(?:但|因此|所以|然而|不过|另一方面|同样|尽管如此|这也|是的|确实|否则|but|so|therefore|however|yes|that|this)(?![a-z])/iu;
/** Openings that point at something named before, or answer somebody. */
const POINTS_BACK =
  /^(?:这|那|他们|她们|它们|他|她|它|其|此外|而且|并且|另外|(?:对|虽然|当然)[,\uFF0C]|没错|绝非|我认为这|我同意|让我(?:再|也|先)?(?:进一步|补充|回应|回答|解释|说明)|我(?:想|要)?(?:再|也)?补充|let me (?:add|answer|explain|elaborate|respond)|of course|these|those|it(?! (?:takes|took|seems)(?![a-z]))|its|they|their|he|she|his|her|such|and|also|no|right|exactly|absolutely|i agree|i think (?:this|that|it|he|she|they))(?![a-z])/iu;
/** A first sentence that ends with what was said before it. */
const POINTS_BACK_AT_ITS_END =
  /^[^。!?\uFF01\uFF1F.;\uFF1B]*(?:这一?点|\b(?:this|that))[。!?\uFF01\uFF1F.;\uFF1B]/iu;
/** What is said to somebody on what they said: a reader does not know what. */
const TAKES_UP =
  /[你您](?:们)?(?:刚才|刚刚)|刚才(?:所)?(?:说|提|讲)|\bas you (?:just )?(?:said|mentioned|noted)\b/iu;
const GREETING =
  /^(?:大家好|各位|你好|您好|早上好|下午好|晚上好|欢迎|谢谢|多谢|感谢|很高兴|hello|hi|good (?:morning|afternoon|evening)|welcome|thanks|thank you|i am (?:glad|happy|honou?red)|it is (?:a pleasure|an honou?r)|it's (?:a pleasure|an honou?r|great to))(?![a-z])/iu;
/** What ends a sentence, and the marks that may close after it. */
const ENDS = /[。!?\uFF01\uFF1F.…][”’"'」』)\]\uFF09]*$/u;

/** Whether a text opens with a word that leans on what stands before it. */
export function leansBack(text: string): boolean {
  return LEANS_BACK.test(text);
}

/**
 * The statements among passages that are not much shorter than such statements usually are.
 * @param share of the usual length, 0 to 1; a passage that is shorter holds no full thought
 */
export function fullThoughts(passages: readonly Passage[], share: number): Passage[] {
  const statements = passages.filter((passage) => !isQuestion(passage));
  const usual = statements.reduce((total, { text }) => total + text.length, 0) / (statements.length || 1);
  return statements.filter(({ text }) => text.length >= usual * share);
}

/**
 * Whether a passage can be read by somebody who has read nothing else: it opens with a thought of its own, ends with
 * a sentence, and is no greeting.
 * @param isAnswer the question that it answers is shown with it, so that it may open as an answer does
 */
export function standsAlone({ text, translation, sentences }: Passage, isAnswer: boolean): boolean {
  if (!isAnswer && [text, translation ?? ''].some(needsWhatWasBefore)) return false;
  if (!ENDS.test(text)) return false;
  const said = sentences
    .map(({ start, end }) => text.slice(start, end).trim())
    .filter((sentence) => !GREETING.test(sentence));
  return wordCount(said.join(' ')) >= FEWEST_WORDS;
}

function needsWhatWasBefore(text: string): boolean {
  const opening = text.replace(/^[\s“"‘'「『]+/u, '');
  const pointsBack = [POINTS_BACK, POINTS_BACK_AT_ITS_END].some((each) => each.test(opening));
  return leansBack(opening) || pointsBack || TAKES_UP.test(text);
}

function wordCount(text: string): number {
  const characters = Array.from(text).filter(hasHan).length;
  return characters / HAN_PER_WORD + latinWords(text.toLowerCase()).length;
}
