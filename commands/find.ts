import type { Localised } from '../src/core/language/locale.ts';
import { hasWords } from '../src/core/language/text.ts';
import { excerptOf } from '../src/core/passages/excerpt.ts';
import { readReferences, writeReferences } from '../src/core/passages/references.ts';
import { runYielding, type Steps } from '../src/core/steps.ts';
import { inEachLanguage, joined, type Message } from '../src/messages/message.ts';
import { type Action, failure, note, quotedInShort, type Reply, text } from '../src/reply/reply.ts';
import { claimArgs, pageActions, readClaim, referencesOf, shownActions } from './buttons/answer.ts';
import { readingReferences } from './buttons/reading-references.ts';
import type { Command, Context, Presser, TargetMessage, Unread } from './command.ts';
import { closestSteps, EVERY_SEMINAR } from './find/closest.ts';
import { namesOf } from './shared/people.ts';
import { saidByOthers } from './shared/refusal.ts';

const MESSAGE_ID = /^\d{17,20}$/;

export default {
  kind: 'message',
  name: 'Find in transcript',
  localName: 'command.find.name',
  description: 'command.find.description',
  run: (message, context) => runYielding(findSteps(message, context)),
  actions: {
    sharereply: readingReferences({ pressedBy: 'owner', shown: 'as-reply', run: shareAsReply }),
  },
} satisfies Command;

/** Shows the asker alone what the transcript says on somebody's message, each excerpt ready to be shared. */
function* findSteps(message: TargetMessage, { library }: Context): Steps<Reply> {
  if (!hasWords(message.text)) return failure(withoutWords(message));
  const unread = message.unread ?? [];
  const unreadNote =
    unread.length > 0 ? [note({ key: 'find.unread', values: { contents: namesOfUnread(unread) } })] : [];
  const { claim, excerpts, elsewhere, asked } = yield* closestSteps(message.text, library, EVERY_SEMINAR);
  const speaker = namesOf(asked, library);
  const close = claim === 'closest' ? excerpts.length : 0;
  const actions = referencesOf([...excerpts, ...elsewhere]).map((reference, at): Action => {
    const claimed = claimArgs(at < close ? 'closest' : 'answer');
    const args = [message.id, writeReferences([reference]), ...claimed];
    return { name: 'sharereply', label: { key: 'button.share-number', values: { number: at + 1 } }, args };
  });
  const shown = shownActions(referencesOf([...excerpts, ...elsewhere]));
  const others = elsewhere.length > 0 ? saidByOthers(elsewhere, library) : [];
  if (claim === 'none') {
    const refused = text(
      asked.length > 0 ? { key: 'find.refused.speaker', values: { speaker } } : { key: 'find.refused' },
    );
    return {
      outcome: 'refused',
      blocks: [refused, ...others, ...unreadNote],
      actions: [...actions, ...shown],
    };
  }
  if (claim === 'closest') {
    const heading = text(
      asked.length > 0 ? { key: 'find.closest.speaker', values: { speaker } } : { key: 'find.closest' },
    );
    return {
      outcome: 'closest',
      blocks: [heading, ...quotedInShort(excerpts, library), ...others, ...unreadNote],
      actions: [...actions, ...shown],
    };
  }
  const notes = asked.length > 0 ? [note({ key: 'find.speaker-taken', values: { speaker } })] : [];
  return {
    outcome: 'answered',
    blocks: [text({ key: 'find.heading' }), ...quotedInShort(excerpts, library), ...notes, ...unreadNote],
    actions: [...actions, ...shown],
  };
}

/** Says that a message has no words, and what in it is not read. */
function withoutWords({ unread = [] }: TargetMessage): Message {
  if (unread.length === 0) return { key: 'failure.message-without-words' };
  return { key: 'failure.message-unread', values: { contents: namesOfUnread(unread) } };
}

function namesOfUnread(unread: readonly Unread[]): Localised {
  return joined(unread.map((kind) => inEachLanguage({ key: `unread.${kind}` })));
}

/** Posts one excerpt as a reply to the message that it was found for. */
function shareAsReply(
  [replyTo = '', written = '', ...claimed]: readonly string[],
  { library }: Context,
  { name }: Presser,
): Reply {
  const ranked = readReferences(written, library)?.slice(0, 1);
  const claim = readClaim(claimed);
  if (!ranked || claim === null || !MESSAGE_ID.test(replyTo))
    return failure({ key: 'failure.passage-changed' });
  const excerpts = quotedInShort(
    ranked.map(({ passage, sentence }) => excerptOf(passage, sentence, 1)),
    library,
  );
  const isAnswer = claim === 'answer';
  const key = isAnswer ? 'share.heading' : 'find.share-closest';
  return {
    outcome: isAnswer ? 'answered' : 'closest',
    replyTo,
    blocks: [text({ key, values: { name } }), ...excerpts],
    actions: pageActions({ ranked, from: 0, claim }),
  };
}
