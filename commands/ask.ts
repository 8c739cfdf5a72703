import { answer } from '../src/core/answer/answer.ts';
import { quotedWordsIn } from '../src/core/answer/quoted-words.ts';
import type { Library } from '../src/core/library.ts';
import { displayName, distinctSpeakers } from '../src/core/transcript/speakers.ts';
import { QUESTION_WORDS } from '../src/core/tuning.ts';
import { failure, note, quoted, type Reply, text } from '../src/reply/reply.ts';
import { answerActions, PAGE, pageActions, referencesOf, shareButton } from './buttons/answer.ts';
import type { Context } from './command.ts';
import { seminarCalled, speakerCalled } from './shared/choose.ts';
import { PRIVATE, QUESTION, SEMINAR, SPEAKER } from './shared/options.ts';
import { quotedWordsReply, withQuotedWords } from './shared/quoted-reply.ts';
import {
  exampleQuestion,
  nothingToSearchFor,
  refusalWithTopics,
  type Scope,
  whoSpeaks,
} from './shared/refusal.ts';
import { seminarReply } from './shared/seminar-reply.ts';
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
  run: ask,
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

/** Answers a question with excerpts and their speakers, or refuses and suggests topics, or says what is wrong with it. */
export function ask(input: AskInput, context: Context): Reply {
  const { library } = context;
  const scope = scopeOf(input, library);
  if ('outcome' in scope) return scope;
  const question = input.question.trim();
  const example = exampleQuestion(scope.transcripts);
  if (question === '') return failure({ key: 'failure.question-missing', values: { example } });

  const told =
    (scope.speaker ? null : seminarReply(question, scope.transcripts, context)) ?? unreadReply(question);
  if (told) return told;
  const words = quotedWordsIn(question, (text) => library.findNames(text, input.seminar).withoutNames);
  if (words?.areAskedFor) {
    const { named } = library.findNames(words.around, input.seminar);
    const speaker = scope.speaker ?? named.find(({ role }) => role === 'asked')?.speaker;
    const { seminar, limit = PAGE, private: isPrivate = false } = input;
    return quotedWordsReply(question, words, { speaker, seminar, limit, isPrivate }, library);
  }

  const query = { question, speaker: scope.speaker?.name, seminar: input.seminar };
  const plain = answer(library, query, input.limit ?? PAGE);
  const { result, notes } = words
    ? withQuotedWords(plain, words, input.seminar, library)
    : { result: plain, notes: [] };
  if (result.questionCut) notes.push(note({ key: 'answer.question-cut', values: { count: QUESTION_WORDS } }));
  if (result.askedSpeaker) {
    notes.push(note({ key: 'answer.speaker-taken', values: { speaker: displayName(result.askedSpeaker) } }));
  }

  if (result.kind === 'answered') {
    const excerpts = result.excerpts.map(quoted);
    const ranked = [...referencesOf(result.excerpts), ...result.further];
    const actions = pageActions({ ranked, from: 0 });
    if (input.private) actions.push(shareButton(result.excerpts));
    const blocks = [text({ key: 'answer.found' }), ...excerpts, ...notes];
    return { outcome: 'answered', question, blocks, actions };
  }
  const refused =
    result.reason === 'blank'
      ? [nothingToSearchFor(example), whoSpeaks(scope.transcripts)]
      : refusalWithTopics(scope, result, library);
  return { outcome: 'refused', question, blocks: [...refused, ...notes] };
}

/** Finds the seminar and speaker that were asked for, or says what is wrong with them. */
function scopeOf(
  { seminar, speaker: name }: AskInput,
  { transcripts: all, speakers }: Library,
): Scope | Reply {
  const named = seminar === undefined ? undefined : seminarCalled(seminar, all);
  if (named && 'outcome' in named) return named;
  const transcripts = named ? [named] : all;
  if (name === undefined) return { transcripts, speaker: undefined };
  const found = speakerCalled(name, speakers, distinctSpeakers(transcripts));
  return 'outcome' in found ? found : { transcripts, speaker: found };
}
