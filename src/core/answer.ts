import { type Excerpt, excerptOf } from './excerpt.ts';
import type { Library } from './library.ts';
import type { Passage } from './passages.ts';
import { understand } from './question.ts';
import { type Query, search } from './search.ts';
import { firstWords } from './text.ts';
import type { Speaker } from './transcript.ts';
import { ANSWER_COVERAGE, FURTHER_COVERAGE, QUESTION_WORDS } from './tuning.ts';

export type Answer = {
  /** Only the start of the question was searched. */
  questionCut: boolean;
  /** Whose words alone were searched, because the question asks for them. */
  askedSpeaker: Speaker | null;
} & (
  | { kind: 'answered'; excerpts: Excerpt[] }
  /** `blank`: nothing to search for. `not-covered`: the passages do not hold what is asked. */
  | { kind: 'refused'; reason: 'blank' | 'not-covered' }
);

/** The passages an answer is drawn from, and what finds them. */
export type Sources = Pick<Library, 'index' | 'passages' | 'findNames'>;

/**
 * Answers a question with the passages that hold what it asks, best first, or refuses.
 * @param limit the most excerpts, 1 or more
 * @throws Error when an excerpt is not verbatim in its source, which no corpus that passed its check can cause
 */
export function answer(sources: Sources, query: Query, limit: number): Answer {
  const asWritten = firstWords(query.question, QUESTION_WORDS);
  const questionCut = asWritten.length < query.question.trim().length;
  const { named, rest } = sources.findNames(asWritten);
  const askedSpeaker =
    query.speaker === undefined ? (named.find(({ role }) => role === 'asked')?.speaker ?? null) : null;
  const about = { questionCut, askedSpeaker };

  const { words, bigrams } = understand(rest, sources.index.terms);
  const speaker = query.speaker ?? askedSpeaker?.name;
  if (words.length + bigrams.length === 0) {
    if (!askedSpeaker) return { ...about, kind: 'refused', reason: 'blank' };
    return { ...about, kind: 'answered', excerpts: mainWords(sources, { ...query, speaker }, limit) };
  }

  const hits = search(sources.index, { ...query, question: rest, asWritten, speaker });
  const best = hits.find(
    ({ id, coverage }) => isSpoken(sources.passages.get(id)) && coverage >= ANSWER_COVERAGE,
  );
  if (!best) return { ...about, kind: 'refused', reason: 'not-covered' };
  const excerpts = hits
    .filter((hit) => hit === best || hit.coverage >= FURTHER_COVERAGE)
    .slice(0, limit)
    .flatMap(({ id, sentence, score }) => {
      const passage = sources.passages.get(id);
      return passage ? [excerptOf(passage, sentence, score)] : [];
    });
  return { ...about, kind: 'answered', excerpts };
}

/** "What did Miller say?" asks for nothing in particular: the speaker's longest passages, in the seminar's order. */
function mainWords({ passages }: Sources, { speaker, seminar }: Query, limit: number): Excerpt[] {
  const spoken = [...passages.values()].filter(
    (passage) =>
      passage.speaker?.name === speaker && (seminar === undefined || passage.transcript.id === seminar),
  );
  const longest = new Set([...spoken].sort((a, b) => b.text.length - a.text.length).slice(0, limit));
  return spoken.filter((passage) => longest.has(passage)).map((passage) => excerptOf(passage, 0, 1));
}

/** The publisher's commentary answers nothing by itself. */
function isSpoken(passage: Passage | undefined): boolean {
  return passage !== undefined && passage.basis !== 'editorial';
}
