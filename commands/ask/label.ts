import { answerSteps, elsewhereOf } from '../../src/core/answer/answer.ts';
import { asksForQuestion } from '../../src/core/answer/asks-for-question.ts';
import type { LabelAsked } from '../../src/core/answer/label-asked.ts';
import { idsOf, understoodSteps } from '../../src/core/answer/ranking.ts';
import type { Localised } from '../../src/core/language/locale.ts';
import { normalise } from '../../src/core/language/text.ts';
import type { Library } from '../../src/core/library.ts';
import type { Steps } from '../../src/core/steps.ts';
import { mayBeSeveral } from '../../src/core/transcript/anonymous.ts';
import { displayName } from '../../src/core/transcript/speakers.ts';
import type { Speaker } from '../../src/core/transcript/transcript.ts';
import { someOf } from '../../src/messages/message.ts';
import { type Block, note, quotedAsAnswer, type Reply, text } from '../../src/reply/reply.ts';
import { PAGE, pageActions, referencesOf, shareButton, shownActions } from '../buttons/answer.ts';
import { sharedName } from '../shared/people.ts';
import { refusalWithTopics, saidByOthers } from '../shared/refusal.ts';
import type { Searched } from '../shared/scope.ts';

interface LabelQuestion {
  /** As it was asked. */
  question: string;
  limit?: number | undefined;
  private?: boolean | undefined;
}

/** So many are named in a note. */
const SHOWN = 4;

/** Answers a question that asks for the words of somebody by a label of the source: a reporter, Speaker 1. */
export function* labelSteps(
  { question, limit = PAGE, private: isPrivate = false }: LabelQuestion,
  { speakers, label, rest, isWho }: LabelAsked,
  { filter, transcripts, notes, refusalNotes }: Searched,
  library: Library,
): Steps<Reply> {
  const understood = yield* understoodSteps(library, rest, filter.seminar);
  const asked = { ...understood, asked: speakers, asksForQuestion: asksForQuestion(normalise(question)) };
  const result = yield* answerSteps(library, asked, { speakers: idsOf(speakers), ...filter }, limit);
  const told = [...(isWho ? [about(speakers)] : []), ...whose(label, speakers)];
  if (result.kind === 'closest') {
    const blocks = [
      text({ key: 'answer.closest.speaker', values: { speaker: shownNames(speakers) } }),
      ...quotedAsAnswer(result.excerpts, library),
      ...(result.elsewhere.length > 0
        ? saidByOthers(result.elsewhere, library)
        : [text({ key: 'answer.rephrase' }), ...told]),
      ...notes,
    ];
    const actions = pageActions({
      ranked: referencesOf(result.excerpts),
      from: 0,
      claim: 'closest',
      elsewhere: referencesOf(result.elsewhere),
    });
    if (isPrivate) actions.push(shareButton(result.excerpts, 'closest'));
    return { outcome: 'closest', question, blocks, actions };
  }
  if (result.kind === 'none') {
    const elsewhere = elsewhereOf(result);
    const refused =
      elsewhere.length > 0
        ? [
            text({ key: 'answer.refused.speaker', values: { speaker: shownNames(speakers) } }),
            ...saidByOthers(elsewhere, library),
          ]
        : [
            ...(yield* refusalWithTopics({ transcripts, speakers: [] }, { nearest: [], elsewhere }, library)),
            ...told,
          ];
    const actions = shownActions(referencesOf(elsewhere));
    return { outcome: 'refused', question, blocks: [...refused, ...refusalNotes], actions };
  }
  const ranked = [...referencesOf(result.excerpts), ...result.further];
  const actions = pageActions({ ranked, from: 0, size: result.excerpts.length });
  if (isPrivate) actions.push(shareButton(result.excerpts, 'answer'));
  const blocks = [
    text({ key: 'answer.found' }),
    ...quotedAsAnswer(result.excerpts, library),
    ...told,
    ...notes,
  ];
  return { outcome: 'answered', question, blocks, actions };
}

/** What is known of those who have a label. */
function about([first]: readonly Speaker[]): Block {
  return note({ key: first && mayBeSeveral(first) ? 'speakers.several' : 'speakers.label' });
}

/** Whose words were searched; voices of several recordings are told apart. */
function whose(label: string, speakers: readonly Speaker[]): Block[] {
  const voices = speakers.filter(({ anonymous }) => anonymous === 'voice');
  if (voices.length > 1) return [note(sharedName(label, voices))];
  return [note({ key: 'answer.speaker-taken', values: { speaker: shownNames(speakers) } })];
}

/** What is shown of them, each once: nobody can tell the reporters of two seminars apart. */
function shownNames(speakers: readonly Speaker[]): Localised {
  const shown = new Map(speakers.map((each) => [displayName(each).en, displayName(each)]));
  return someOf([...shown.values()], SHOWN, 'some.speakers');
}
