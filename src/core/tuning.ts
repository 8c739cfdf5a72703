/**
 * Every number that shapes ranking and refusal, each with the reason and the figure that chose it. "Sets" are
 * public retrieval sets (XQuAD, CMRC 2018, DRCD); points are percentage points of first hits.
 */

/** The part of a question that is searched, in words (whether Chinese or Latin). More says nothing new. */
export const QUESTION_WORDS = 300;

/**
 * BM25 parameters for MiniSearch. Passages are short and alike in length, so saturation sets in early (k) and
 * length counts little (b); a bonus for merely holding a term (d) only blurs the order.
 */
export const BM25 = { k: 0.8, b: 0.5, d: 0 };

/**
 * How many of the best candidates get a second look. Beyond this the order hardly changes: 50 gave the same
 * first hits on all sets.
 */
export const SECOND_LOOK = 20;

/**
 * What the best sentence's share of the question counts in the second look, where the best candidate's index
 * score counts 1. 0.4 to 0.8 differ by less than half a point on the Chinese sets; without it they lose 1 to 3.
 */
export const SENTENCE_SHARE_WEIGHT = 0.6;

/**
 * The least share of a question's notions that the best passage must hold for an answer, 0 to 1. Of the
 * development questions in Chinese the answerable ones reach 0.41 to 1, those about other things 0 to 0.24.
 */
export const ANSWER_COVERAGE = 0.4;

/**
 * The least share of a question's notions that a further excerpt must hold. Below it the passage has at most
 * one common word of the question, and the reader wonders why it is there.
 */
export const FURTHER_COVERAGE = 0.2;
