import type { Conversation } from '../indexing/conversation.ts';
import type { SearchDocument } from '../indexing/document.ts';
import type { SearchIndex } from '../indexing/search-index.ts';
import { countOf, patternOf, sentencesOf, type TermText } from '../indexing/term-text.ts';
import { hasHan, isStopWord, words } from '../language/text.ts';
import { CONVERSATION, LONE_CHARACTER, MISSPELT, SETTINGS, type Settings } from '../tuning.ts';
import { findCandidates } from './candidates.ts';
import { coverage, isForeign, shareOf } from './coverage.ts';
import type { Contender, Hit, Query } from './query.ts';
import type { Question } from './question.ts';
import { mean, sum, type Translated, type WeightedQuestion, weigh } from './weighted-question.ts';

/**
 * Ranks passages for a question, best first: speakers' passages, then the publisher's commentary. Whether the
 * best is good enough to show is for `answer` to say.
 * @returns at most `reranked` hits; none where the question is nothing but stop words
 */
export function search(index: SearchIndex, query: Query, settings: Settings = SETTINGS): Hit[] {
  const { question: text, asWritten } = query;
  const question = weigh(index, { text, asWritten, withDictionary: settings.dictionary > 0 });
  const candidates = contendersFor(index, question, query, settings);
  // In a conversation the first look is on a scale of its own already.
  const best = index.conversation ? 1 : (candidates[0]?.score ?? 1);
  const sentenceWeight = index.conversation ? CONVERSATION.sentenceShare : settings.sentenceShare;
  const likeness = likenessTo(question, index);
  const hits = candidates
    .slice(0, settings.reranked)
    .map((contender) => {
      const { position, document, score } = contender;
      const sentence = bestSentence(question, contender);
      const { cueTerms } = index.hints(position);
      const cue = Math.max(0, ...cueTerms.map(likeness));
      const closeness =
        sentenceWeight * sentence.share +
        settings.passageShare * passageShare(question, contender) +
        settings.cueShare * cue;
      const factor = document.moderatorQuestion ? settings.moderatorQuestion : 1;
      return {
        position,
        id: document.id,
        score: (score / best + closeness) * factor,
        coverage: coverage(index, question, contender, cue),
        sentence: sentence.index,
      };
    })
    .sort((a, b) => editorialLast(index, a.position) - editorialLast(index, b.position) || b.score - a.score);
  const ordered = index.conversation ? index.conversation.diversify(hits) : hits;
  return ordered.map(({ id, score, coverage, sentence }) => ({ id, score, coverage, sentence }));
}

/** The publisher's words come after everybody else's. */
function editorialLast(index: SearchIndex, position: number): number {
  return index.passages[position]?.editorial ? 1 : 0;
}

/**
 * The passages that the first look finds, judged by all that is asked, best first. How often the terms stand in them
 * is counted in their texts; only for cues and for the question before does MiniSearch keep it.
 */
function contendersFor(
  index: SearchIndex,
  question: WeightedQuestion,
  query: Query,
  settings: Settings,
): Contender[] {
  const hints = hintScores(index, question, settings);
  const { positions, misspelt } = findCandidates(index, question, query, settings, hints);
  const judge = scorerFor(index, question, misspelt, settings);
  const asksInChinese = question.bigrams.length > 0;
  const contenders = positions.map((position): Contender => {
    const document = index.passages[position] as SearchDocument;
    const termText = index.stats.termTexts[position] ?? '';
    const isCrossLanguage = Boolean(document.translation) || asksInChinese !== index.isChinese(position);
    const contender = { position, document, termText, isCrossLanguage };
    return { ...contender, score: judge(contender) + (hints.get(position) ?? 0) };
  });
  // One word of a translation may stand where the translation does not.
  const holding = contenders.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
  return index.conversation
    ? inConversation(holding, index.conversation, question, query.prefer ?? [])
    : holding;
}

/** BM25 of cues and of the questions before, by words and bigrams. */
function hintScores(
  { mini, hasHints }: SearchIndex,
  { words, bigrams }: WeightedQuestion,
  { weights, bm25 }: Settings,
): Map<number, number> {
  const fields = (['cues', 'precedingQuestion'] as const).filter((field) => weights[field] > 0);
  if (!hasHints || fields.length === 0) return new Map();
  const results = mini.search('', {
    tokenize: () => [...new Set([...words, ...bigrams])],
    processTerm: (term) => term,
    fields,
    boost: weights,
    bm25,
  });
  return new Map(
    // MiniSearch multiplies by the number of matched terms, which favours long texts.
    results.map(({ id, score, queryTerms }) => [id as number, score / (queryTerms.length || 1)]),
  );
}

/**
 * The best translation's quality times how often it stands in a passage, as BM25 counts (about 1 for once in a passage
 * of usual length). What a person translated comes before what the dictionary knows: then it counts nothing.
 */
function translationScore(
  translated: Translated,
  termText: TermText,
  often: (count: number) => number,
): number {
  if (translated.patterns.some((pattern) => termText.includes(pattern))) return 0;
  let best = 0;
  for (const { patterns, quality } of translated.candidates) {
    if (!patterns.every((pattern) => termText.includes(pattern))) continue;
    best = Math.max(best, quality * mean(patterns.map((pattern) => often(countOf(termText, pattern)))));
  }
  return best;
}

/** How often a text has a Latin word as it is written: "sanctions" is not "sanctioned". */
function wordCount(text: string, word: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    if (!LATIN.test(text[at - 1] ?? '') && !LATIN.test(text[at + word.length] ?? '')) count++;
  }
  return count;
}

const LATIN = /[a-z0-9]/;

/** BM25's part that grows with how often a term stands in a passage. */
function saturation(
  index: SearchIndex,
  position: number,
  { k, b }: Settings['bm25'],
): (count: number) => number {
  const flat = k * (1 - b + b * index.relativeLength(position));
  return (count) => (count * (k + 1)) / (count + flat);
}

/** Scores a passage by how often its text holds what is asked: BM25 of words, of pairs and of translations. */
function scorerFor(
  index: SearchIndex,
  question: WeightedQuestion,
  misspelt: readonly string[],
  { bm25, weights, dictionary }: Settings,
): (contender: Omit<Contender, 'score'>) => number {
  const weighed = (terms: readonly string[], factor: number) =>
    terms.map((term) => ({
      pattern: patternOf(term),
      weight: factor * (term.length === 1 && hasHan(term) ? LONE_CHARACTER : 1) * index.rarity(term),
    }));

  const counted = [
    ...weighed(question.words, weights.words),
    ...weighed(misspelt, weights.words * MISSPELT),
    ...weighed(question.bigrams, weights.exactForms),
  ];
  const asWritten = question.latin.map((word) => ({
    word,
    weight: weights.exactForms * mean(words(word).map(index.rarity)),
  }));
  const translated = dictionary > 0 ? question.translated.filter(({ isHeld }) => isHeld) : [];
  return ({ position, termText, isCrossLanguage }) => {
    const often = saturation(index, position, bm25);
    let score = 0;
    for (const { pattern, weight } of counted) {
      const count = countOf(termText, pattern);
      if (count > 0) score += weight * often(count);
    }
    if (asWritten.length > 0) {
      const text = index.passages[position]?.text.toLowerCase() ?? '';
      for (const { word, weight } of asWritten) {
        const count = wordCount(text, word);
        if (count > 0) score += weight * often(count);
      }
    }
    if (isCrossLanguage && translated.length > 0) {
      for (const each of translated)
        score += dictionary * each.weight * translationScore(each, termText, often);
    }
    return score;
  };
}

/** The best of a conversation's turns with the turns around them, and with the speakers who are preferred. */
function inConversation(
  contenders: readonly Contender[],
  conversation: Conversation,
  { words }: Question,
  prefer: readonly string[],
): Contender[] {
  const scored = contenders.slice(0, CONVERSATION.aroundTop).map((contender) => ({
    ...contender,
    score: contender.score + CONVERSATION.aroundWeight * conversation.around(contender.position, words),
  }));
  const best = Math.max(...scored.map(({ score }) => score), 0) || 1;
  return scored
    .map((contender) => ({
      ...contender,
      score:
        contender.score / best +
        (prefer.includes(contender.document.speaker ?? '') ? CONVERSATION.speaker : 0),
    }))
    .sort((a, b) => b.score - a.score);
}

/** The sentence that holds the largest share of the question, 0 to 2: its units and its pairs. */
function bestSentence(question: WeightedQuestion, contender: Contender) {
  let best: { index: number | null; share: number } = { index: null, share: 0 };
  // Across languages there are no pairs to compare: the translated words are all there is.
  const [units, pairs] = isForeign(question, contender)
    ? [question.translated, []]
    : [question.singles, question.pairs];
  const { isCrossLanguage } = contender;
  for (const [at, sentence] of sentencesOf(contender.termText).entries()) {
    const share = shareOf(units, sentence, isCrossLanguage) + shareOf(pairs, sentence, isCrossLanguage);
    if (share > best.share) best = { index: at, share };
  }
  return best;
}

/** The passage's share of a Chinese question's units. */
function passageShare({ singles }: WeightedQuestion, { termText, isCrossLanguage }: Contender): number {
  return singles.some((unit) => unit.terms.some(hasHan)) ? shareOf(singles, termText, isCrossLanguage) : 0;
}

/** How alike a cue is to a question's terms, 0 to 1: the cosine of both, weighed by rarity. */
function likenessTo({ words, bigrams }: Question, index: SearchIndex): (cue: ReadonlySet<string>) => number {
  const square = (term: string) => index.rarity(term) ** 2;
  const asked = [...bigrams, ...words.filter((word) => !hasHan(word))];
  const all = sum(asked.map(square));
  return (cue) => {
    const common = sum(asked.filter((term) => cue.has(term)).map(square));
    return common === 0 ? 0 : common / Math.sqrt(all * cueWeight(index, cue));
  };
}

/** What a cue tells by itself. A cue belongs to one index, and each question compares itself with hundreds of them. */
function cueWeight({ rarity }: SearchIndex, cue: ReadonlySet<string>): number {
  const known = CUE_WEIGHTS.get(cue);
  if (known !== undefined) return known;
  const terms = [...cue].filter((term) => !isStopWord(term) && (!hasHan(term) || term.length === 2));
  const told = sum(terms.map((term) => rarity(term) ** 2));
  CUE_WEIGHTS.set(cue, told);
  return told;
}

const CUE_WEIGHTS = new WeakMap<ReadonlySet<string>, number>();
