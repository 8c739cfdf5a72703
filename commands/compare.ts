import { CLOSEST_EXCERPTS } from '../src/core/answer/answer.ts';
import { type Comparison, compareSteps } from '../src/core/answer/compare.ts';
import type { Library } from '../src/core/library.ts';
import type { Excerpt } from '../src/core/passages/excerpt.ts';
import { runYielding, type Steps } from '../src/core/steps.ts';
import { isPerson } from '../src/core/transcript/anonymous.ts';
import { distinctSpeakers } from '../src/core/transcript/people.ts';
import type { Speaker } from '../src/core/transcript/transcript.ts';
import { QUESTION_WORDS } from '../src/core/tuning.ts';
import {
  type Action,
  type Block,
  excerptsOf,
  failure,
  note,
  quotedInShort,
  type Reply,
  text,
} from '../src/reply/reply.ts';
import { contextAction, referencesOf, shownActions } from './buttons/answer.ts';
import type { Context } from './command.ts';
import { FROM, PRIVATE, QUESTION, SEMINAR, UNTIL } from './shared/options.ts';
import { namesOf, sharedName } from './shared/people.ts';
import { exampleQuestion, nothingToSearchFor, refusalWithTopics, saidByOthers } from './shared/refusal.ts';
import { namesAmong, type SeminarInput, searchedSteps } from './shared/scope.ts';
import { slashCommand } from './shared/slash-command.ts';
import { unreadReply } from './shared/unread-reply.ts';

/** With the excerpts without a named speaker, a sentence of each of so many fits two screens of a phone. */
const SHOWN_SPEAKERS = 6;
const SHOWN_UNNAMED = 2;
/** With more speakers than this, only one excerpt without a named speaker fits. */
const FEW_SPEAKERS = 1;

export default slashCommand({
  name: 'compare',
  localName: 'command.compare.name',
  description: 'command.compare.description',
  options: [QUESTION, { ...SEMINAR, description: 'command.ask.seminar' }, FROM, UNTIL, PRIVATE],
  run: (input, context) => runYielding(comparisonSteps(input, context)),
});

interface CompareInput extends SeminarInput {
  question: string;
}

/** What each speaker says on one question, or a refusal if nobody says anything on it. Pauses before each search. */
export function* comparisonSteps(input: CompareInput, { library }: Context): Steps<Reply> {
  const scope = yield* searchedSteps(input, library);
  if ('outcome' in scope) return scope;
  const { transcripts, filter } = scope;
  const question = input.question.trim();
  const example = exampleQuestion(transcripts);
  if (question === '') return failure({ key: 'failure.question-missing', values: { example } });

  const unread = unreadReply(question);
  if (unread) return unread;
  const everybody = distinctSpeakers(transcripts);
  const options = {
    speakers: everybody.filter(isPerson),
    anonymous: everybody.filter((speaker) => !isPerson(speaker)),
    within: filter,
    unnamedLimit: SHOWN_UNNAMED,
  };
  const result = fitting(
    yield* compareSteps({ ...library, findNames: namesAmong(library, scope) }, question, options),
  );
  const notes: Block[] = [
    ...(result.questionCut ? [note({ key: 'answer.question-cut', values: { count: QUESTION_WORDS } })] : []),
    ...result.ambiguous.map(({ name, speakers }) => note(sharedName(name, speakers))),
    ...(result.excluded.length > 0
      ? [
          note({
            key: 'answer.speaker-left-out',
            values: { speaker: namesOf(result.excluded, library) },
          }),
        ]
      : []),
  ];
  if (result.isBlank)
    return {
      outcome: 'refused',
      question,
      blocks: [nothingToSearchFor(example), ...notes, ...scope.refusalNotes],
    };
  if (result.answering.length === 0 && result.unnamed.length === 0) {
    if (result.close.length > 0 || result.unnamedClose.length > 0) {
      const blocks = [...closest(result, library), ...notes, ...scope.notes];
      return { outcome: 'closest', question, blocks, actions: actionsFor(blocks) };
    }
    const asked = result.isOfSome ? result.silent : [];
    const refused = yield* refusalWithTopics(
      { transcripts, speakers: asked },
      { nearest: result.nearest, elsewhere: result.elsewhere },
      library,
    );
    const blocks = [...refused, ...notes, ...scope.refusalNotes];
    return { outcome: 'refused', question, blocks, actions: actionsFor(blocks) };
  }
  const blocks = [...excerptsBySpeaker(result, library), ...notes, ...scope.notes];
  return { outcome: 'answered', question, blocks, actions: actionsFor(blocks) };
}

function actionsFor(blocks: readonly Block[]): Action[] {
  const shown = referencesOf(excerptsOf({ blocks }));
  const [whole, ...original] = shownActions(shown);
  const [first] = shown;
  return [...(whole ? [whole] : []), ...(first ? [contextAction(first)] : []), ...original];
}

function fitting(result: Comparison): Comparison {
  return result.answering.length > FEW_SPEAKERS ? { ...result, unnamed: result.unnamed.slice(0, 1) } : result;
}

/**
 * The excerpts that come closest, if nobody answers: one of each speaker, and then those without a named speaker. Whoever
 * else comes close is named, and so is whoever does not.
 */
function closest({ close, unnamedClose, silent, elsewhere }: Comparison, library: Library): Block[] {
  const shown = [...close.map(({ excerpt }) => excerpt), ...unnamedClose].slice(0, CLOSEST_EXCERPTS);
  return [
    text({ key: 'compare.closest' }),
    ...sentencesOf(shown, library),
    ...namesAfter('compare.close', close.slice(CLOSEST_EXCERPTS).map(speakerOf), library),
    ...namesAfter('compare.silent', silent, library),
    ...(elsewhere.length > 0 ? saidByOthers(elsewhere, library) : []),
  ];
}

function speakerOf({ speaker }: Comparison['answering'][number]): Speaker {
  return speaker;
}

/** The excerpts of the speakers who answer, then those without a named speaker, then the names of the others. */
function excerptsBySpeaker({ answering, unnamed, close, silent }: Comparison, library: Library): Block[] {
  const shown = answering.slice(0, SHOWN_SPEAKERS);
  const further = answering.slice(SHOWN_SPEAKERS).map(speakerOf);
  // Who only comes close does not answer.
  const counts = { answering: answering.length, all: answering.length + close.length + silent.length };
  return [
    text(shown.length > 0 ? { key: 'compare.found', values: counts } : { key: 'compare.nobody' }),
    ...sentencesOf([...shown.map(({ excerpt }) => excerpt), ...unnamed], library),
    ...namesAfter('compare.further', further, library),
    ...namesAfter('compare.close', close.map(speakerOf), library),
    ...namesAfter('compare.silent', silent, library),
  ];
}

function namesAfter(
  key: 'compare.further' | 'compare.close' | 'compare.silent',
  speakers: readonly Speaker[],
  library: Library,
): Block[] {
  return speakers.length === 0 ? [] : [text({ key, values: { speakers: namesOf(speakers, library) } })];
}

/** The best sentence whole, and of each other voice as much as fits a line: so many are compared by little of each. */
function sentencesOf(excerpts: readonly Excerpt[], library: Library): Block[] {
  return quotedInShort(excerpts, library, (at) => (at === 0 ? 'sentence' : 'line'));
}
