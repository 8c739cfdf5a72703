/**
 * Every number that shapes ranking and refusal, each with the reason and the figure that chose it. "Sets" are
 * public retrieval sets (XQuAD, CMRC 2018, DRCD); "our questions" are those of tests/questions.jsonl that are not
 * set aside; points are percentage points of first hits.
 */

/** The part of a question that is searched, in words (whether Chinese or Latin). More says nothing new. */
export const QUESTION_WORDS = 300;
/** And in characters (UTF-16), whatever they are: cutting text into words takes longer than the text grows. */
export const QUESTION_CHARACTERS = 8000;

/** The parts of the recipe; `npm run eval` measures what each one is worth by leaving it out. */
export interface Settings {
  /**
   * BM25 parameters. Passages are short and alike in length, so saturation sets in early (k) and
   * length counts little (b); a bonus for merely holding a term (d) only blurs the order.
   */
  bm25: { k: number; b: number; d: number };
  /**
   * How much a match counts: of words, of pairs of Chinese characters or of stems, of cues (they say what a passage
   * answers in a curator's words: less than its own), of the question before.
   */
  weights: { words: number; exactForms: number; cues: number; precedingQuestion: number };
  /** How many of the best passages are ranked again, by their sentences. 50 gave the same first hits on all sets. */
  reranked: number;
  /**
   * What the best sentence's share of the question counts when ranking again, where the best candidate's index
   * score counts 1: once for the single units it holds, once for the pairs.
   */
  sentenceShare: number;
  /** What the passage's share of the characters of a Chinese question counts: words differ by a character. */
  passageShare: number;
  /** The share of its letters by which a Latin word that no passage has may differ from one that they have. */
  fuzzy: number;
  /** What the likeness of the best cue to the question counts when ranking again. */
  cueShare: number;
  /** What a translation from the dictionary counts beside a word that stands there. */
  dictionary: number;
  /** How much a moderator's question is worth beside the answers to it: people ask for answers. */
  moderatorQuestion: number;
}

export const SETTINGS: Settings = {
  bm25: { k: 1, b: 0.4, d: 0 },
  weights: { words: 1, exactForms: 0.7, cues: 0.9, precedingQuestion: 0.4 },
  reranked: 20,
  sentenceShare: 0.8,
  passageShare: 0.2,
  fuzzy: 0.2,
  cueShare: 1.5,
  dictionary: 1,
  moderatorQuestion: 0.6,
};

/**
 * How many postings (a word in a passage) a question looks up: its words from the rarest on, until they pass this.
 * Among 100,000 passages first hits are 8 points above those of plain MiniSearch over words and bigrams; 6,000 gains
 * nothing and takes longer. Smaller archives hardly reach it.
 */
export const POSTINGS = 4000;
/**
 * What more passages hold, and more than one in a hundred, is kept as bits, one a passage. MiniSearch takes some 40 bytes
 * a posting; of 100,000 passages this is 1 of 100 terms and 2 of 5 postings, a sixth of the memory.
 */
export const COMMON_PASSAGES = 1000;
export const COMMON_SHARE = 0.01;
/** What a passage found by bits counts in that budget: it takes less time. At 0.1 the median question took half as long again. */
export const COMMON_COST = 0.3;
/**
 * An index of at least so many passages is kept in a snapshot between starts. The shipped 52 would start in 0.76 s instead
 * of 0.80: for that nothing is written.
 */
export const SNAPSHOT_PASSAGES = 200;
/** The same for translations from the dictionary: they are many, and most questions need none. */
export const POSTINGS_ACROSS = 1000;
/** How often it may go on, where a filter for a speaker or a seminar has left too few. */
export const POSTINGS_ROUNDS = 3;
/** How many of the passages found are judged by their text. 2,000 gave the same hits on CMRC. */
export const JUDGED = 100;
/** What a word counts that is like one which no passage has: what MiniSearch gives a word with one letter changed. */
export const MISSPELT = 0.35;
/**
 * What a Chinese word of one character counts: in the text it is found inside other words too. At 1 XQuAD loses a
 * point, at 0.3 CMRC loses 0.2.
 */
export const LONE_CHARACTER = 0.6;

/**
 * Talks of many short turns (QMSum's meetings; in brackets first hits of 100 without the part, where it is 47).
 * - `turnWords`: passages of fewer words in the mean are turns of a conversation; meetings have 16, our seminar 69.
 * - `aroundTurns`, `aroundWeight`, `aroundTop`: the turns on each side that count, how much, for how many of the best
 *   (43.5); `aroundBm25`: together they are a long text, in which a word is soon said often.
 * - `speaker`: what is added for turns of a speaker whom the question names (44.7).
 * - `sentenceShare`: in place of Settings.sentenceShare: spoken sentences are cut at random.
 * - `nearTurns`, `nearFactor`, `spreadOver`: a hit so near to one of the first ones is worth less (2 of the first three).
 */
export const CONVERSATION = {
  turnWords: 40,
  aroundTurns: 10,
  aroundWeight: 0.8,
  aroundTop: 100,
  aroundBm25: { k: 0.7, b: 0.4 },
  speaker: 0.8,
  sentenceShare: 0.3,
  nearTurns: 5,
  nearFactor: 0.6,
  spreadOver: 3,
};

/*
 * Refusal. A question is answered when one of the best passages holds enough of it (ANSWER_COVERAGE). How much that
 * is, is the share of the question's notions that the passage holds, each weighed by its rarity among the passages
 * and by the weights below. They were chosen together on our 388 questions for tuning: of 204 that the seminar answers
 * 2.5 of 100 are refused; of 184 that it does not answer 81 of 100 are, nearly all of those on other things and seven
 * in ten of the near misses. A near miss that only understanding tells apart ("Which law firm do they work at?",
 * where the text says that it is the same one) is beyond a rule on words; there the reader gets the passage that
 * speaks of it. `npm run eval` prints the same for the questions set aside.
 */

/** A name or a number counts most: without it a passage is about something else. */
export const NAME_WEIGHT = 1.25;

/** What a passage is worth where the question names somebody or something that no passage speaks of. */
export const ABSENT_NAME_FACTOR = 0.4;

/** Two Chinese characters that neither the passages nor the dictionary have as a word: a chance cut between words. */
export const FRAGMENT_WEIGHT = 0.3;

/** What a notion counts that is held in a translation from the dictionary. */
export const DICTIONARY_HELD = 0.7;

/** What a notion counts that a passage's cues, or the question that it answers, hold and its words do not. */
export const CUE_HELD = 0.8;

/** What the likeness of the best cue (0 to 1) adds to what a passage holds. */
export const CUE_EVIDENCE = 0.3;

/** What a passage is worth that lacks the kind of answer that is asked for: a number, a date … */
export const UNMET_FACTOR = 0.3;

/** What a passage is worth that lacks the thing of which the question asks which one ("which newspaper"). */
export const UNFOCUSED_FACTOR = 0.5;

/**
 * What is held across languages by the dictionary alone, where a chance translation fits easily. On XQuAD's English
 * questions and Chinese passages 17 of 100 answerable ones are refused, and half of those about other texts.
 */
export const FOREIGN_FACTOR = 0.65;

/** How many of the best passages may be the one that answers. */
export const ANSWER_DEPTH = 3;

/** The least that the answering passage must hold, where 1 is all that is asked. */
export const ANSWER_COVERAGE = 0.4;

/**
 * The least that a further excerpt must hold, as a share of what the answering one holds. Of our questions none
 * loses its answer by it, and two thirds of the excerpts that do not answer are left out.
 */
export const FURTHER_SHARE = 0.5;
