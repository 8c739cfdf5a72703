import { answerSteps } from '../src/core/answer/answer.ts';
import { quotedWordsIn } from '../src/core/answer/quoted-words.ts';
import { idsOf, understoodSteps, type WhoseWords } from '../src/core/answer/ranking.ts';
import { peopleAskedForSteps } from '../src/core/answer/who-is.ts';
import type { Library } from '../src/core/library.ts';
import type { MentionedName } from '../src/core/search/mentions.ts';
import { runToEnd, runYielding, type Steps } from '../src/core/steps.ts';
import type { Speaker } from '../src/core/transcript/transcript.ts';
import { QUESTION_WORDS } from '../src/core/tuning.ts';
import type { Message } from '../src/messages/message.ts';
import { type Block, failure, note, quoted, type Reply, text } from '../src/reply/reply.ts';
import { personReply } from './ask/person.ts';
import { quotedWordsSteps, withQuotedWordsSteps } from './ask/quoted-words.ts';
import { seminarReply } from './ask/seminar.ts';
import {
  answerActions,
  MOST_CARRIED,
  PAGE,
  pageActions,
  referencesOf,
  shareButton,
} from './buttons/answer.ts';
import type { Context } from './command.ts';
import { seminarSteps, speakersSteps } from './shared/choose.ts';
import { PRIVATE, QUESTION, SEMINAR, SPEAKER } from './shared/options.ts';
import { choiceButtons, namesOf, sharedName } from './shared/people.ts';
import {
  exampleQuestion,
  nothingToSearchFor,
  refusalWithTopics,
  type Scope,
  whoSpeaks,
} from './shared/refusal.ts';
import { slashCommand } from './shared/slash-command.ts';
import { unreadReply } from './shared/unread-reply.ts';

export default slashCommand({
  name: 'ask',
  localName: 'command.ask.name',
  description: 'command.ask.description',
  options: [
    QUESTION,
    { ...SPEAKER, description: 'command.ask.speaker' },
    { ...SEMINAR, description: 'command.ask.seminar' },
    PRIVATE,
  ],
  run: (input, context) => runYielding(askSteps(input, context)),
  actions: answerActions,
});

interface AskInput {
  question: string;
  /** Any form of a speaker's name. */
  speaker?: string | undefined;
  /** A seminar's id. */
  seminar?: string | undefined;
  /** The most excerpts that the reply has, 1 to 10; by default one page of them. */
  limit?: number | undefined;
  /** Only the asker sees the reply. */
  private?: boolean | undefined;
}

/** With more speakers asked than a page has excerpts, each still gets one, up to so many. */
const MOST_ASKED = 6;

/** Answers a question with excerpts and their speakers, or refuses and suggests topics, or says what is wrong with it. */
export function ask(input: AskInput, context: Context): Reply {
  return runToEnd(askSteps(input, context));
}

/** `ask`, pausing often. */
function* askSteps(input: AskInput, context: Context): Steps<Reply> {
  const { library } = context;
  const scope = yield* scopeOf(input, library);
  if ('outcome' in scope) return scope;
  const question = input.question.trim();
  const example = exampleQuestion(scope.transcripts);
  if (question === '') return failure({ key: 'failure.question-missing', values: { example } });

  const isOfAnybody = scope.speakers.length === 0;
  const told =
    (isOfAnybody ? seminarReply(question, scope.transcripts, context) : null) ?? unreadReply(question);
  if (told) return told;
  yield;
  const people = isOfAnybody ? yield* peopleAskedForSteps(library, question, scope.seminar) : [];
  if (people.length > 0) return yield* personReply(question, people, library);
  yield;

  const understood = yield* understoodSteps(library, question, scope.seminar);
  const { seminar } = scope;
  const words = quotedWordsIn(question, (text) => library.findNames(text, seminar).withoutNames);
  if (words?.areAskedFor) {
    const speakers = isOfAnybody
      ? (yield* understoodSteps(library, words.around, seminar)).asked
      : scope.speakers;
    const { limit = PAGE, private: isPrivate = false } = input;
    return yield* quotedWordsSteps(question, words, { speakers, seminar, limit, isPrivate }, library);
  }

  yield;
  const whose = isOfAnybody ? understood.asked : scope.speakers;
  const limit = input.limit ?? Math.max(PAGE, Math.min(whose.length, MOST_ASKED));
  const plain = yield* answerSteps(library, understood, { speakers: idsOf(scope.speakers), seminar }, limit);
  const { result, absent } = words
    ? yield* withQuotedWordsSteps(plain, words, seminar, library)
    : { result: plain, absent: [] };
  const names = [...scope.ambiguous, ...(isOfAnybody ? understood.ambiguous : [])];
  // A refusal that goes on with what others say would contradict itself: "Searched only what Ann said".
  const othersAreShown =
    result.kind === 'refused' && result.reason === 'not-covered' && result.elsewhere.length > 0;
  const notes: Block[] = [
    ...absent.map(note),
    ...(understood.isCut ? [note({ key: 'answer.question-cut', values: { count: QUESTION_WORDS } })] : []),
    ...names.map(({ name, speakers }) => note(sharedName(name, speakers))),
    ...whoseNotes(scope, othersAreShown ? { ...understood, asked: [] } : understood, library).map(note),
  ];

  if (result.kind === 'answered') {
    const silent = whose.filter(({ id }) => result.silent.includes(id));
    const excerpts = result.excerpts.map(quoted);
    const ranked = [...referencesOf(result.excerpts), ...result.further];
    const actions = [
      ...pageActions({ ranked, from: 0, size: result.excerpts.length }),
      ...choiceButtons(namesakes(names, understood), ranked, { most: MOST_CARRIED, library }),
    ];
    if (input.private) actions.push(shareButton(result.excerpts));
    const blocks = [
      text({ key: 'answer.found' }),
      ...excerpts,
      ...(silent.length > 0
        ? [text({ key: 'compare.silent', values: { speakers: namesOf(silent, library) } })]
        : []),
      ...notes,
    ];
    return { outcome: 'answered', question, blocks, actions };
  }
  const refused =
    result.reason === 'blank'
      ? [nothingToSearchFor(example), ...whoSpeaks(scope.transcripts)]
      : yield* refusalWithTopics({ transcripts: scope.transcripts, speakers: whose }, result, library);
  return { outcome: 'refused', question, blocks: [...refused, ...notes] };
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
interface AskScope extends Scope {
  seminar: string | undefined;
  /** The name that the option gave, if several are called so. */
  ambiguous: readonly Pick<MentionedName, 'name' | 'speakers'>[];
  /** The name that the option gave, if it is misspelt. */
  guessed: string | null;
}

/** Finds the seminar and speakers that were asked for, or says what is wrong with them. */
function* scopeOf({ seminar, speaker: name }: AskInput, library: Library): Steps<AskScope | Reply> {
  const named = seminar === undefined ? undefined : yield* seminarSteps(seminar, library.transcripts);
  if (named && 'outcome' in named) return named;
  const scope = { transcripts: named ? [named] : library.transcripts, seminar: named?.id };
  if (name === undefined) return { ...scope, speakers: [], ambiguous: [], guessed: null };
  const called = yield* speakersSteps(name, library, scope.seminar);
  if ('outcome' in called) return called;
  const { speakers, isGuess } = called;
  const ambiguous = speakers.length > 1 ? [{ name: name.trim(), speakers }] : [];
  return { ...scope, speakers, ambiguous, guessed: isGuess ? name.trim() : null };
}
