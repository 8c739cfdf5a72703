import { hasWords, shorten } from '../src/core/language/text.ts';
import { runYielding, type Steps } from '../src/core/steps.ts';
import type { Message } from '../src/messages/message.ts';
import { failure, note, quotedInShort, type Reply, text } from '../src/reply/reply.ts';
import { pageActions, referencesOf, shareButton, shownActions } from './buttons/answer.ts';
import type { Context } from './command.ts';
import { closestSteps } from './find/closest.ts';
import { FROM, PRIVATE, SEMINAR, UNTIL } from './shared/options.ts';
import { namesOf } from './shared/people.ts';
import { saidByOthers } from './shared/refusal.ts';
import { namesAmong, type SeminarInput, searchedSteps } from './shared/scope.ts';
import { slashCommand } from './shared/slash-command.ts';

/** The most characters of the text that a reply repeats. */
const REPEATED = 300;

export default slashCommand({
  name: 'find',
  localName: 'command.find-text.name',
  description: 'command.find-text.description',
  options: [
    {
      name: 'text',
      localName: 'option.text.name',
      description: 'option.text',
      type: 'string',
      required: true,
      maxLength: 2000,
    },
    { ...SEMINAR, description: 'command.ask.seminar' },
    FROM,
    UNTIL,
    PRIVATE,
  ],
  run: (input, context) => runYielding(findTextSteps(input, context)),
});

interface FindInput extends SeminarInput {
  /** A text on which the transcripts may say something: a message, a claim. */
  text: string;
  private?: boolean | undefined;
}

/** Shows what is closest to a text, as the menu of a message does, in the seminars that are meant. */
export function* findTextSteps(input: FindInput, { library }: Context): Steps<Reply> {
  const scope = yield* searchedSteps(input, library);
  if ('outcome' in scope) return scope;
  if (!hasWords(input.text)) return failure({ key: 'failure.text-without-words' });
  const sources = { ...library, findNames: namesAmong(library, scope) };
  const { claim, excerpts, elsewhere, asked } = yield* closestSteps(input.text, sources, scope.filter);
  const speaker = namesOf(asked, library);
  const others = elsewhere.length > 0 ? saidByOthers(elsewhere, library) : [];
  if (claim === 'none') {
    const refused = text(
      asked.length > 0
        ? { key: 'find-text.refused.speaker', values: { speaker } }
        : { key: 'find-text.refused' },
    );
    const actions = shownActions(referencesOf(elsewhere));
    return { outcome: 'refused', blocks: [refused, ...others, ...scope.refusalNotes], actions };
  }
  // What only comes close says so of the speaker in its first line.
  const taken =
    claim === 'answer' && asked.length > 0
      ? [note({ key: 'find-text.speaker-taken', values: { speaker } })]
      : [];
  const actions = pageActions({
    ranked: referencesOf(excerpts),
    from: 0,
    size: excerpts.length,
    claim,
    elsewhere: referencesOf(elsewhere),
  });
  if (input.private) actions.push(shareButton(excerpts, claim));
  const heading: Message =
    claim === 'answer'
      ? { key: 'find-text.heading' }
      : asked.length > 0
        ? { key: 'find-text.closest.speaker', values: { speaker } }
        : { key: 'find-text.closest' };
  // After others' words, "Searched only what Ann said" would not be true.
  const notes = others.length > 0 ? others : taken;
  return {
    outcome: claim === 'answer' ? 'answered' : 'closest',
    question: shorten(input.text.trim(), REPEATED),
    blocks: [text(heading), ...quotedInShort(excerpts, library), ...notes, ...scope.notes],
    actions,
  };
}
