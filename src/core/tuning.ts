/**
 * Every number that shapes ranking and refusal, each with the reason and the figure that chose it. "Sets" are
 * public retrieval sets (XQuAD, CMRC 2018, DRCD); "our questions" are those of tests/questions.jsonl that are not
 * set aside; points are percentage points of first hits.
 */

/** The part of a question that is searched, in words (whether Chinese or Latin). More says nothing new. */
export const QUESTION_WORDS = 300;

/** The parts of the recipe; `npm run eval` measures what each one is worth by leaving it out. */
export interface Settings {
  /**
   * BM25 parameters for MiniSearch. Passages are short and alike in length, so saturation sets in early (k) and
   * length counts little (b); a bonus for merely holding a term (d) only blurs the order.
   */
  bm25: { k: number; b: number; d: number };
  /** How much a match in each field counts. Cues say what a passage answers in a curator's words: less than its own. */
  weights: { words: number; bigrams: number; translation: number; cues: number; asked: number };
  /**
   * MiniSearch multiplies the sum of BM25 scores by the number of matched terms, which favours long passages;
   * dividing it out is worth 1.2 points on the Chinese sets.
   */
  matchedTermsDividedOut: boolean;
  /** How many of the best candidates get a second look. 50 gave the same first hits on all sets. */
  secondLook: number;
  /**
   * What the best sentence's share of the question counts in the second look, where the best candidate's index
   * score counts 1.
   */
  sentenceShare: number;
  /** What the likeness of the best cue to the question counts in the second look. */
  cueShare: number;
  /** How much a moderator's question is worth beside the answers to it: people ask for answers. */
  moderatorQuestion: number;
}

export const SETTINGS: Settings = {
  bm25: { k: 0.8, b: 0.5, d: 0 },
  weights: { words: 1, bigrams: 1, translation: 1, cues: 1, asked: 0.4 },
  matchedTermsDividedOut: true,
  secondLook: 20,
  sentenceShare: 0.6,
  cueShare: 0.8,
  moderatorQuestion: 0.8,
};

/** How much more a name or a number counts than another word, in judging whether a passage holds what is asked. */
export const NAME_WEIGHT = 1.5;

/** What coverage is worth where a passage lacks the kind of answer that is asked for: a number, a date … */
export const UNMET_FACTOR = 0.4;

/** What a notion counts that a passage's cues hold and its words do not. */
export const CUE_HELD = 0.8;

/**
 * The least share of a question's notions that the best passage must hold for an answer, 0 to 1.
 */
export const ANSWER_COVERAGE = 0.4;

/**
 * The least share of a question's notions that a further excerpt must hold. Below it the passage has at most
 * one common word of the question, and the reader wonders why it is there.
 */
export const FURTHER_COVERAGE = 0.2;
