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
