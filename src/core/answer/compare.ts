import { type Excerpt, excerptOf } from '../passages/excerpt.ts';
import type { MentionedName } from '../search/mentions.ts';
import { newestFirst } from '../search/newest.ts';
import type { Hit, PassageFilter } from '../search/query.ts';
import type { Steps } from '../steps.ts';
import { isPerson } from '../transcript/anonymous.ts';
import type { Speaker } from '../transcript/transcript.ts';
import { answerSteps, elsewhereOf, type Sources } from './answer.ts';
import { type Claim, idsOf, rankSteps, type UnderstoodQuestion, understoodSteps } from './ranking.ts';

/** A speaker with the best excerpt of theirs. */
export interface Compared {
  speaker: Speaker;
  excerpt: Excerpt;
}

/** What each speaker says on one question. */
export interface Comparison {
  /** Whether there is nothing to search for in the question. */
  isBlank: boolean;
  /** Whether only the start of the question was searched. */
  questionCut: boolean;
  /** Whether only speakers whom it names were asked. */
  isOfSome: boolean;
  /** The names in it that several speakers bear, all of whom were asked. */
  ambiguous: readonly MentionedName[];
  /**
   * The best excerpt of each speaker who answers, in the order in which a search of all passages finds the
   * speakers.
   */
  answering: readonly Compared[];
  /** The best excerpt of each speaker who comes close but may not answer, in the same order. */
  close: readonly Compared[];
  /** The other speakers, in the order given. */
  silent: readonly Speaker[];
  /** Excerpts that answer but whose speaker the source does not name. */
  unnamed: readonly Excerpt[];
  /** Excerpts that come close but may not answer, and whose speaker the source does not name. */
  unnamedClose: readonly Excerpt[];
  /** What others say, if none of those whom the question names answers: the best excerpt of each. */
  elsewhere: readonly Excerpt[];
  /** The speakers whom it leaves out. */
  excluded: readonly Speaker[];
  /** The ids of the passages that come closest, best first, whoever their speakers are. */
  nearest: readonly string[];
}

/** Whom to ask, and how much of what is nobody's. */
interface ComparedOptions {
  /** Whom to ask, unless the question names several. */
  speakers: readonly Speaker[];
  /** Whoever speaks without a name: nobody is compared with them. */
  anonymous?: readonly Speaker[];
  /** The only seminar, or the only seminars, to search; by default all of them. */
  within?: Pick<PassageFilter, 'seminar' | 'seminars'>;
  /** The most excerpts without a named speaker. */
  unnamedLimit: number;
}

/**
 * Asks one question of each speaker in turn, and of the passages without a named speaker; or only of the speakers whom
 * it names, if these are several. What is claimed of each is claimed by the same rule as of any answer. The publisher's
 * commentary never counts as an answer, nor does a moderator's question. Pauses often: there is a search for each
 * speaker.
 * @throws Error if an excerpt is not verbatim in its source, which cannot happen with a checked corpus
 */
export function* compareSteps(
  sources: Sources,
  question: string,
  { speakers: everybody, anonymous = [], within = {}, unnamedLimit }: ComparedOptions,
): Steps<Comparison> {
  const understood = yield* understoodSteps(sources, question, within.seminar);
  const { excluded, ambiguous } = understood;
  // One speaker is not compared with nobody.
  const asked = understood.asked.length > 1 ? understood.asked : [];
  const speakers = (asked.length > 0 ? asked : everybody).filter(
    ({ id }) => !excluded.some((each) => each.id === id),
  );
  const ofAnybody = { ...understood, asked: [] };
  const { hits } = yield* rankSteps(sources, understood, within);
  const firstHits = firstHitsOf(hits);
  const firstHit = ({ id }: Speaker) => firstHits.get(id) ?? hits.length;
  const found: Found[] = [];
  for (const speaker of speakers) {
    found.push(...(yield* bestSteps(sources, ofAnybody, { ...within, speakers: [speaker.id] }, speaker)));
  }
  found.sort(
    (a, b) =>
      firstHit(a.speaker) - firstHit(b.speaker) ||
      b.coverage - a.coverage ||
      newestFirst(a.excerpt.passage.transcript, b.excerpt.passage.transcript),
  );
  const those = (claim: Claim) => found.filter((each) => each.claim === claim);
  const answering = those('answer');
  const heard = new Set(found.map(({ speaker }) => speaker));
  // Who asks for some speakers does not ask for words that may be anybody's.
  const unnamed: Excerpt[] = [];
  const unnamedClose: Excerpt[] = [];
  if (asked.length === 0 && excluded.length === 0) {
    for (const speakers of [null, idsOf(anonymous)].filter((each) => each !== undefined)) {
      const answer = yield* answerSteps(sources, ofAnybody, { ...within, speakers }, unnamedLimit);
      if (answer.kind === 'answer') unnamed.push(...answer.excerpts.filter(isUnnamed));
      if (answer.kind === 'closest') unnamedClose.push(...answer.excerpts.filter(isUnnamed));
    }
  }
  const together =
    asked.length > 0 && answering.length === 0 ? yield* answerSteps(sources, understood, within, 1) : null;
  return {
    isBlank: understood.weighted.isBlank,
    questionCut: understood.isCut,
    isOfSome: asked.length > 0,
    ambiguous,
    answering: answering.map(comparedOf),
    close: those('closest').map(comparedOf),
    silent: speakers.filter((speaker) => !heard.has(speaker)),
    unnamed: unnamed.sort(bestFirst).slice(0, unnamedLimit),
    unnamedClose: unnamedClose.sort(bestFirst).slice(0, unnamedLimit),
    elsewhere: together ? elsewhereOf(together) : [],
    excluded,
    nearest: hits.map(({ document }) => document.id),
  };
}

function comparedOf({ speaker, excerpt }: Found): Compared {
  return { speaker, excerpt };
}

function bestFirst(a: Excerpt, b: Excerpt): number {
  return b.score - a.score || newestFirst(a.passage.transcript, b.passage.transcript);
}

/** Whether nobody is named whose words these are; the publisher's are nobody's. */
function isUnnamed({ passage }: Excerpt): boolean {
  return passage.basis !== 'editorial' && (passage.speaker === null || !isPerson(passage.speaker));
}

/** The rank of each speaker's first hit, from 0, by the speaker's id. */
function firstHitsOf(hits: readonly Hit[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const [at, { document }] of hits.entries()) {
    if (document.speaker && !first.has(document.speaker)) first.set(document.speaker, at);
  }
  return first;
}

interface Found extends Compared {
  claim: Claim;
  coverage: number;
}

/** A speaker's best excerpt, and what is claimed of it; none if the speaker says nothing on the question. */
function* bestSteps(
  sources: Sources,
  question: UnderstoodQuestion,
  filter: PassageFilter,
  speaker: Speaker,
): Steps<Found[]> {
  const { claim, best } = yield* rankSteps(sources, question, filter);
  const passage = best && sources.passages.get(best.document.id);
  if (!passage || best.document.asks) return [];
  const excerpt = excerptOf(passage, best.sentence, best.score);
  return [{ speaker, claim, coverage: best.coverage, excerpt }];
}
