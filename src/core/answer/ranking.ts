import type { SearchIndex } from '../indexing/search-index.ts';
import { withoutChat } from '../language/chat.ts';
import { firstWords, hasWords, normalise } from '../language/text.ts';
import type { Library } from '../library.ts';
import type { MentionedName } from '../search/mentions.ts';
import type { Hit, PassageFilter, Query } from '../search/query.ts';
import { type SearchOptions, searchSteps } from '../search/search.ts';
import { type WeightedQuestion, weightedSteps } from '../search/weighted-question.ts';
import { madeByName, runToEnd, type Steps } from '../steps.ts';
import type { Speaker } from '../transcript/transcript.ts';
import {
  ANSWER_COVERAGE,
  ANSWER_DEPTH,
  CLOSEST_COVERAGE,
  QUESTION_CHARACTERS,
  QUESTION_WORDS,
  SETTINGS,
  type Settings,
} from '../tuning.ts';
import {
  asksForQuestion,
  asksForReply,
  asksWhatWasPutTo,
  isAsker,
  withoutAskingWords,
} from './asks-for-question.ts';
import { type Asked, mayBeReplied, questionsFirst, repliesFirst } from './replies.ts';
import { ofSeveralSeminars, seminarsToAskSteps } from './several-seminars.ts';

/**
 * What it takes to search: an index, and a finder for the speakers whom a question may name. Without an index of each
 * seminar, one of them is searched in the joint one.
 */
export type Searchable = Pick<Library, 'index' | 'findNames'> &
  Partial<Pick<Library, 'indexOf' | 'prepareSteps'>>;

/** Whose words a question asks for. */
export interface WhoseWords {
  /** The speakers whose words it asks for ("What does Miller think of …"), each once; empty if anybody's will do. */
  asked: readonly Speaker[];
  /** The speakers whose words it does not want ("everybody except Miller"). */
  excluded: readonly Speaker[];
  /** The names in it that several of these bear. */
  ambiguous: readonly MentionedName[];
}

/** A question, understood once for all the searches that it leads to. */
export interface UnderstoodQuestion extends WhoseWords, Pick<Asked, 'mayBeReplied'> {
  /** Whether it asks for a question that somebody put, and not for what was replied. */
  asksForQuestion: boolean;
  /** Whether only the start of the question is searched. */
  isCut: boolean;
  /** The other speakers whom it names ("Who disagreed with Miller?"). */
  mentioned: readonly Speaker[];
  /** What is searched for: its terms, weighted for the index of what is searched. */
  weighted: WeightedQuestion;
  /** The same, weighted for the index of one of several seminars. */
  weightedIn(index: SearchIndex): Steps<WeightedQuestion>;
}

/**
 * What a reply claims of the passages that it shows: `answer`, that they say what is asked; `closest`, that they come
 * closest and may not answer; `none`, that nothing does, so that none is shown.
 */
export type Claim = 'answer' | 'closest' | 'none';

/** Passages ranked for a question. */
export interface Ranking {
  /** Best first, whatever is claimed of them. */
  hits: Hit[];
  claim: Claim;
  /** The hit that answers, or that comes closest; null if nothing is claimed. */
  best: Hit | null;
}

/** The number of a question in a list, which is not part of what it asks; unlike "4.5 degrees". */
const NUMBERING =
  /^\s*(?:(?:q|question\s|\()?\d{1,3}\s*[.)\uFF0E\uFF09\u3001:\uFF1A](?!\d)|[一二三四五六七八九十]\u3001|第[\d一二三四五六七八九十]{1,3}[题題]\s*[:\uFF1A]?)\s*/iu;
/** What marks a question as one: "Q: …". */
const MARKED = /^\s*(?:q|question|问|問|问题|問題)\s?[:\uFF1A]\s*/iu;
/** What is left for the answer to it: "A:". */
const LEFT_FOR_ANSWER = /(?:\s(?:a|answer)|答)\s?[:\uFF1A]/iu;

/** What Discord shows as a name, a symbol, a time or a mark: `<@123>`, `<:smile:123>`, `||`. */
const MARKUP = /<(?:@[!&]?|#|a?:\w{1,40}:|t:|id:)[\w:-]{0,40}>|\|\||[*_~\x60]{2,3}/gu;

/** A question without its number in a list, and without what marks it as a question. */
function unmarked(question: string): string {
  const [asked = ''] = MARKED.test(question)
    ? question.replace(MARKED, '').split(LEFT_FOR_ANSWER)
    : [question];
  return (asked.trim() === '' ? question : asked).replace(NUMBERING, '');
}

/** How many times as many passages are compared if questions are asked for. */
const QUESTIONS_RERANKED = 3;
/** How many characters of the rest of a long question are examined to see whether any words were cut off. */
const EXAMINED_REST = 20_000;

/**
 * Understands a question: which part of it is searched, whom it names, and how much its terms weigh in an
 * index. Pauses often. It makes the index of the seminar, if that is not there yet.
 * @param question as it was asked
 * @param seminar the id of the seminar whose speakers it may name; by default it may name any speaker
 */
export function* understoodSteps(
  sources: Searchable,
  question: string,
  seminar?: string,
  settings = SETTINGS,
): Steps<UnderstoodQuestion> {
  if (sources.prepareSteps) yield* sources.prepareSteps(seminar);
  const start = question.slice(0, QUESTION_CHARACTERS).replace(MARKUP, ' ').trim();
  const asWritten = firstWords(unmarked(start), QUESTION_WORDS);
  const { names, withoutAsked } = sources.findNames(asWritten, seminar);
  yield;
  const rest = unmarked(question.replace(MARKUP, ' ').trim()).slice(asWritten.length, EXAMINED_REST);
  const normalised = normalise(asWritten);
  const isForQuestion = asksForQuestion(normalised);
  const whose = withoutAskers(whoseWords(names), names, normalised, isForQuestion);
  const searched =
    isForQuestion || asksForReply(normalised) ? withoutAskingWords(withoutAsked) : withoutAsked;
  const wording = withoutChat(searched, whose.asked.length > 0);
  const options = {
    asWritten: isForQuestion ? withoutAskingWords(asWritten) : asWritten,
    withDictionary: settings.dictionary > 0,
  };
  const weightings = madeByName<SearchIndex, WeightedQuestion>();
  const weightedIn = (index: SearchIndex) =>
    weightings(index, '', () => weightedSteps(index, wording, options));
  return {
    ...whose,
    isCut: hasWords(rest),
    asksForQuestion: isForQuestion,
    mayBeReplied: mayBeReplied(normalised),
    mentioned: peopleOf(names.filter(({ role }) => role === 'mentioned')),
    weightedIn,
    weighted: yield* weightedIn(indexFor(sources, seminar)),
  };
}

/** Whose words are asked for, without those who only asked, or were asked, what is asked about. */
function withoutAskers(
  whose: WhoseWords,
  names: readonly MentionedName[],
  normalised: string,
  isForQuestion: boolean,
): WhoseWords {
  if (isForQuestion) return asksWhatWasPutTo(normalised) ? { ...whose, asked: [] } : whose;
  if (!asksForReply(normalised)) return whose;
  const askers = peopleOf(names.filter(({ name }) => isAsker(name, normalised)));
  return { ...whose, asked: whose.asked.filter((speaker) => !askers.includes(speaker)) };
}

/** Whose words are asked for. A name that several bear means the one whom the question also names in full. */
function whoseWords(names: readonly MentionedName[]): WhoseWords {
  const inFull = names.filter(({ speakers }) => speakers.length === 1).flatMap(({ speakers }) => speakers);
  const resolved = names.map((name): MentionedName => {
    const known = name.speakers.filter((speaker) => inFull.includes(speaker));
    return known.length > 0 ? { ...name, speakers: known } : name;
  });
  const excluded = peopleOf(resolved.filter(({ role }) => role === 'excluded'));
  const asked = peopleOf(resolved.filter(({ role }) => role === 'asked'));
  return {
    asked: asked.filter((speaker) => !excluded.includes(speaker)),
    excluded,
    ambiguous: resolved.filter(({ role, speakers }) => role !== 'mentioned' && speakers.length > 1),
  };
}

function peopleOf(names: readonly MentionedName[]): Speaker[] {
  return [...new Set(names.flatMap(({ speakers }) => speakers))];
}

/**
 * Ranks passages for a question, and decides whether one of them answers it. Pauses often.
 * @param filter its speakers, if it has any, take precedence over those whom the question asks; its seminar is the one
 *   for which the question was understood
 */
export function* rankSteps(
  sources: Pick<Searchable, 'index' | 'indexOf' | 'prepareSteps'>,
  question: UnderstoodQuestion,
  filter: PassageFilter = {},
  settings = SETTINGS,
): Steps<Ranking> {
  const { weighted, asked, excluded, mentioned } = question;
  if (weighted.isBlank) return { hits: [], claim: 'none', best: null };
  const options = {
    ...filter,
    speakers: filter.speakers === undefined ? idsOf(asked) : filter.speakers,
    notSpeakers: filter.notSpeakers ?? idsOf(excluded),
    preferredSpeakers: mentioned.map(({ id }) => id),
  };
  const { indexOf } = sources;
  const seminars =
    filter.seminar === undefined && indexOf
      ? yield* seminarsToAskSteps(sources.index, weighted, options, settings)
      : [filter.seminar];
  const found: Hit[][] = [];
  for (const seminar of seminars) {
    if (sources.prepareSteps) yield* sources.prepareSteps(seminar);
    const index = indexFor(sources, seminar);
    const inIndex = { question, weighted: yield* question.weightedIn(index) };
    found.push(yield* hitsSteps(index, inIndex, options, settings));
  }
  const hits = ofSeveralSeminars(found).slice(0, settings.reranked);
  return { hits, ...judged(hits) };
}

/** The hits in one index, best first. */
function* hitsSteps(
  index: SearchIndex,
  { question, weighted }: { question: UnderstoodQuestion; weighted: WeightedQuestion },
  options: SearchOptions,
  settings: Settings,
): Steps<Hit[]> {
  const { asksForQuestion, mayBeReplied } = question;
  const found = yield* searchSteps(
    index,
    weighted,
    options,
    asksForQuestion ? forQuestions(settings) : settings,
  );
  return asksForQuestion
    ? questionsFirst(found, settings.reranked)
    : repliesFirst(index, found, { weighted, mayBeReplied }, options);
}

/** More passages are compared, since those that ask may come after their replies, and they count as much. */
function forQuestions(settings: Settings): Settings {
  return { ...settings, asking: 1, reranked: settings.reranked * QUESTIONS_RERANKED };
}

/**
 * What may be claimed of the best hits, and the one of which it is claimed.
 * @param hits best first
 */
export function judged(hits: readonly Hit[]): Omit<Ranking, 'hits'> {
  const first = hits.slice(0, ANSWER_DEPTH).filter(({ document }) => !document.editorial);
  const answering = first.find(({ coverage }) => coverage >= ANSWER_COVERAGE);
  if (answering) return { claim: 'answer', best: answering };
  const [closest] = first;
  return closest && closest.coverage >= CLOSEST_COVERAGE
    ? { claim: 'closest', best: closest }
    : { claim: 'none', best: null };
}

/** The index to search: one seminar's own, or that of all. */
function indexFor({ index, indexOf }: Pick<Searchable, 'index' | 'indexOf'>, seminar?: string): SearchIndex {
  return seminar === undefined ? index : (indexOf?.(seminar) ?? index);
}

/** The ids of speakers, as a filter has them: undefined if there are none. */
export function idsOf(speakers: readonly Speaker[]): string[] | undefined {
  return speakers.length === 0 ? undefined : speakers.map(({ id }) => id);
}

/** Understands a question and ranks passages for it, in one step. */
export function rankFor(...args: Parameters<typeof rankForSteps>): Ranking {
  return runToEnd(rankForSteps(...args));
}

/** `rankFor`, pausing often. */
export function* rankForSteps(
  sources: Searchable,
  { question, ...filter }: Query,
  settings = SETTINGS,
): Steps<Ranking> {
  const understood = yield* understoodSteps(sources, question, filter.seminar, settings);
  return yield* rankSteps(sources, understood, filter, settings);
}
