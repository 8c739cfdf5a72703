import { answerSteps, elsewhereOf } from '../../src/core/answer/answer.ts';
import { labelAsked } from '../../src/core/answer/label-asked.ts';
import { quotedWordsIn } from '../../src/core/answer/quoted-words.ts';
import { idsOf, understoodSteps, type WhoseWords } from '../../src/core/answer/ranking.ts';
import { peopleAskedForSteps } from '../../src/core/answer/who-is.ts';
import type { Library } from '../../src/core/library.ts';
import type { Excerpt } from '../../src/core/passages/excerpt.ts';
import type { MentionedName } from '../../src/core/search/mentions.ts';
import type { Steps } from '../../src/core/steps.ts';
import { isLimited } from '../../src/core/transcript/period.ts';
import type { Speaker, Transcript } from '../../src/core/transcript/transcript.ts';
import { QUESTION_WORDS } from '../../src/core/tuning.ts';
import type { Message } from '../../src/messages/message.ts';
import {
  type Block,
  failure,
  note,
  quotedAsAnswer,
  quotedInShort,
  type Reply,
  text,
} from '../../src/reply/reply.ts';
import {
  inOneRow,
  MOST_CARRIED,
  PAGE,
  pageActions,
  referencesOf,
  shareButton,
  shownActions,
} from '../buttons/answer.ts';
import type { Context } from '../command.ts';
import { speakersSteps } from '../shared/choose.ts';
import { choiceButtons, namesOf, sharedName } from '../shared/people.ts';
import {
  closestThenOthers,
  exampleQuestion,
  nothingToSearchFor,
  refusalWithTopics,
  type Scope,
  whoSpeaks,
} from '../shared/refusal.ts';
import { namesAmong, periodWords, type Searched, type SeminarInput, searchedSteps } from '../shared/scope.ts';
import { unreadReply } from '../shared/unread-reply.ts';
import { labelSteps } from './label.ts';
import { personReply } from './person.ts';
import { quotedWordsSteps, withQuotedWordsSteps } from './quoted-words.ts';
import { seminarReply } from './seminar.ts';

/** A question, with what limits whose words are searched for an answer. */
export interface AskInput extends SeminarInput {
  question: string;
  /** Any form of a speaker's name. */
  speaker?: string | undefined;
  /** The most excerpts that the reply has, 1 to 10; by default one page of them. */
  limit?: number | undefined;
  /** Only the asker sees the reply. */
  private?: boolean | undefined;
}

/** With more speakers asked than a page has excerpts, each still gets one, up to so many. */
const MOST_ASKED = 6;

/**
 * Answers a question with excerpts and their speakers, or with those that come closest, or refuses and suggests topics, or
 * says what is wrong with it. Pauses often.
 */
export function* askSteps(input: AskInput, context: Context): Steps<Reply> {
  const { library } = context;
  const scope = yield* scopeOf(input, library);
  if ('outcome' in scope) return scope;
  const question = input.question.trim();
  const example = exampleQuestion(scope.transcripts);
  if (question === '') return failure({ key: 'failure.question-missing', values: { example } });

  const isOfAnybody = scope.speakers.length === 0;
  const told =
    (isOfAnybody ? seminarReply(question, scope.transcripts, context) : null) ?? unreadReply(question);
  if (told) return withNotes(told, scope.notes);
  yield;
  const { filter, transcripts } = scope;
  const { seminar } = filter;
  const label = isOfAnybody ? labelAsked(question, transcripts) : null;
  if (label && asksNoPerson(question, library, seminar))
    return yield* labelSteps({ ...input, question }, label, scope, library);
  const sources = { ...library, findNames: namesAmong(library, scope) };
  const people = isOfAnybody
    ? yield* peopleAskedForSteps({ ...sources, transcripts }, question, seminar)
    : [];
  const known = people.filter((person) => person.transcripts.length > 0);
  if (known.length > 0) return withNotes(yield* personReply(question, known, library), scope.notes);
  yield;

  const understood = yield* understoodSteps(sources, question, seminar);
  const words = quotedWordsIn(question, (text) => library.findNames(text, seminar).withoutNames);
  if (words?.areAskedFor) {
    const speakers = isOfAnybody
      ? (yield* understoodSteps(sources, words.around, seminar)).asked
      : scope.speakers;
    const { limit = PAGE, private: isPrivate = false } = input;
    const place = { speakers, within: filter, limit, isPrivate };
    const reply = yield* quotedWordsSteps(question, words, place, library);
    return withNotes(reply, reply.outcome === 'refused' ? scope.refusalNotes : scope.notes);
  }

  yield;
  const whose = isOfAnybody ? understood.asked : scope.speakers;
  const limit = input.limit ?? Math.max(PAGE, Math.min(whose.length, MOST_ASKED));
  const plain = yield* answerSteps(
    library,
    understood,
    { speakers: idsOf(scope.speakers), ...filter },
    limit,
  );
  const { result, absent } = words
    ? yield* withQuotedWordsSteps(plain, words, filter, library)
    : { result: plain, absent: [] };
  const names = [...scope.ambiguous, ...(isOfAnybody ? understood.ambiguous : [])];
  // A refusal that goes on with what others say would contradict itself: "Searched only what Ann said".
  const othersAreShown = elsewhereOf(result).length > 0;
  const notes: Block[] = [
    ...absent.map(note),
    ...(understood.isCut ? [note({ key: 'answer.question-cut', values: { count: QUESTION_WORDS } })] : []),
    ...names.map(({ name, speakers }) => note(sharedName(name, speakers))),
    ...whoseNotes(scope, othersAreShown ? { ...understood, asked: [] } : understood, library).map(note),
    ...(result.kind === 'none' ? scope.refusalNotes : scope.notes),
  ];

  // Of several who were asked, the first ones are not only named.
  const quoteAsked = (excerpts: readonly Excerpt[]) =>
    whose.length > 1
      ? quotedInShort(excerpts, library, (at) => (at < PAGE ? 'short' : 'line'))
      : quotedAsAnswer(excerpts, library);
  const among = namesakes(names, understood);
  const choice = { most: MOST_CARRIED, library, period: scope.period };
  if (result.kind === 'answer') {
    const ranked = [...referencesOf(result.excerpts), ...result.further];
    const choices = choiceButtons(among, ranked, { ...choice, claim: 'answer' });
    const page = pageActions({ ranked, from: 0, size: result.excerpts.length });
    const share = input.private ? [shareButton(result.excerpts, 'answer')] : [];
    const actions = inOneRow([...choices, ...page], share);
    const blocks = [
      text({ key: 'answer.found' }),
      ...quoteAsked(result.excerpts),
      ...speakersNamed('compare.close', result.close, whose, library),
      ...speakersNamed('compare.silent', result.silent, whose, library),
      ...notes,
    ];
    return { outcome: 'answered', question, blocks, actions };
  }
  if (result.kind === 'closest') {
    const ranked = referencesOf(result.excerpts);
    const choices = choiceButtons(among, ranked, { ...choice, claim: 'closest' });
    const elsewhere = referencesOf(result.elsewhere);
    const page = pageActions({ ranked, from: 0, claim: 'closest', elsewhere });
    const share = input.private ? [shareButton(result.excerpts, 'closest')] : [];
    const actions = inOneRow([...choices, ...page], share);
    const blocks = [...closestThenOthers(whose, result, library), ...notes];
    return { outcome: 'closest', question, blocks, actions };
  }
  const refused =
    result.reason === 'blank'
      ? [nothingToSearchFor(example), ...whoSpeaks(scope.transcripts)]
      : yield* refusalWithTopics({ transcripts: scope.transcripts, speakers: whose }, result, library);
  const actions = shownActions(referencesOf(elsewhereOf(result)));
  return { outcome: 'refused', question, blocks: [...refused, ...notes], actions };
}

/** Names those of the speakers asked who have these ids. */
function speakersNamed(
  key: 'compare.close' | 'compare.silent',
  ids: readonly string[],
  asked: readonly Speaker[],
  library: Library,
): Block[] {
  const speakers = asked.filter(({ id }) => ids.includes(id));
  return speakers.length === 0 ? [] : [text({ key, values: { speakers: namesOf(speakers, library) } })];
}

/** Whether a question names nobody, and asks for no quotation. */
function asksNoPerson(question: string, { findNames }: Library, seminar?: string): boolean {
  const { names } = findNames(question, seminar);
  return names.length === 0 && quotedWordsIn(question, (text) => text)?.areAskedFor !== true;
}

function withNotes(reply: Reply, notes: readonly Block[]): Reply {
  return { ...reply, blocks: [...reply.blocks, ...notes] };
}

/** The people of one name whose words were searched, so that one of them can be chosen. */
function namesakes(names: AskScope['ambiguous'], { excluded }: WhoseWords): Speaker[] {
  return names.flatMap(({ speakers }) => speakers).filter((speaker) => !excluded.includes(speaker));
}

/** Says whose words were searched, if not everybody's. */
function whoseNotes(
  { speakers, guessed }: AskScope,
  { asked, excluded }: WhoseWords,
  library: Library,
): Message[] {
  const notes: Message[] = [];
  if (guessed !== null && speakers.length > 0) {
    notes.push({
      key: 'answer.speaker-read',
      values: { name: guessed, speaker: namesOf(speakers, library) },
    });
  }
  if (speakers.length === 0 && asked.length > 0) {
    notes.push({ key: 'answer.speaker-taken', values: { speaker: namesOf(asked, library) } });
  }
  if (speakers.length === 0 && excluded.length > 0) {
    notes.push({ key: 'answer.speaker-left-out', values: { speaker: namesOf(excluded, library) } });
  }
  return notes;
}

/** Which seminars and whose words the options ask for. */
interface AskScope extends Scope, Searched {
  transcripts: readonly Transcript[];
  /** The name that the option gave, if several are called so. */
  ambiguous: readonly Pick<MentionedName, 'name' | 'speakers'>[];
  /** The name that the option gave, if it is misspelt. */
  guessed: string | null;
}

/** Finds the seminar and speakers that were asked for, or says what is wrong with them. */
function* scopeOf(input: AskInput, library: Library): Steps<AskScope | Reply> {
  const { speaker: name } = input;
  const scope = yield* searchedSteps(input, library);
  if ('outcome' in scope) return scope;
  if (name === undefined) return { ...scope, speakers: [], ambiguous: [], guessed: null };
  const called = yield* speakersSteps(name, library, scope.transcripts);
  if ('outcome' in called) return (yield* silentThen(name, scope, library)) ?? called;
  const { speakers, isGuess } = called;
  const ambiguous = speakers.length > 1 ? [{ name: name.trim(), speakers }] : [];
  return { ...scope, speakers, ambiguous, guessed: isGuess ? name.trim() : null };
}

/** Says that somebody speaks in none of the seminars of a period; null if nobody at all is called so. */
function* silentThen(name: string, { period }: Searched, library: Library): Steps<Reply | null> {
  if (!isLimited(period)) return null;
  const called = yield* speakersSteps(name, library);
  if ('outcome' in called) return null;
  const values = { speaker: namesOf(called.speakers, library), period: periodWords(period) };
  return failure({ key: 'failure.speaker-outside', values });
}
