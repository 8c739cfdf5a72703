import { answerSteps } from '../src/core/answer/answer.ts';
import { understoodSteps } from '../src/core/answer/ranking.ts';
import type { Localised } from '../src/core/language/locale.ts';
import { sentences } from '../src/core/language/sentences.ts';
import { firstWords, hasWords } from '../src/core/language/text.ts';
import type { Library } from '../src/core/library.ts';
import { type Excerpt, excerptOf } from '../src/core/passages/excerpt.ts';
import { readReferences, writeReferences } from '../src/core/passages/references.ts';
import { runYielding, type Steps } from '../src/core/steps.ts';
import type { Speaker } from '../src/core/transcript/transcript.ts';
import { QUESTION_WORDS } from '../src/core/tuning.ts';
import { inEachLanguage, joined, type Message } from '../src/messages/message.ts';
import { type Action, type Block, failure, note, quoted, type Reply, text } from '../src/reply/reply.ts';
import { PAGE, pageActions, referencesOf } from './buttons/answer.ts';
import { readingReferences } from './buttons/reading-references.ts';
import type { Command, Context, Presser, TargetMessage, Unread } from './command.ts';
import { namesOf } from './shared/people.ts';
import { saidByOthers } from './shared/refusal.ts';

/** How many sentences of a message are searched one by one if the whole of it finds nothing. */
const SENTENCES = 12;
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
  const { excerpts, elsewhere, asked } = yield* closestSteps(
    firstWords(message.text, QUESTION_WORDS),
    library,
  );
  const speaker = namesOf(asked, library);
  const shown = excerpts.length > 0 ? excerpts : elsewhere;
  const actions = referencesOf(shown).map((reference, at): Action => {
    const args = [message.id, writeReferences([reference])];
    return { name: 'sharereply', label: { key: 'button.share-number', values: { number: at + 1 } }, args };
  });
  if (excerpts.length === 0) {
    const refused = text(
      asked.length > 0 ? { key: 'find.refused.speaker', values: { speaker } } : { key: 'find.refused' },
    );
    const others = elsewhere.length > 0 ? saidByOthers(elsewhere) : [];
    return { outcome: 'refused', blocks: [refused, ...others, ...unreadNote], actions };
  }
  const notes = asked.length > 0 ? [note({ key: 'find.speaker-taken', values: { speaker } })] : [];
  return {
    outcome: 'answered',
    blocks: [text({ key: 'find.heading' }), ...excerpts.map(quoted), ...notes, ...unreadNote],
    actions,
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

interface Found {
  excerpts: readonly Excerpt[];
  /** What others say, if those who are asked do not. */
  elsewhere: readonly Excerpt[];
  /** The speakers whose words alone were searched; empty if everybody's were. */
  asked: readonly Speaker[];
}

/**
 * Finds what is closest to the words of a message. A message may talk about other things too, so that no passage
 * answers the whole of it: then its sentences are searched one by one, and the best excerpt for each is taken.
 */
function* closestSteps(words: string, library: Library): Steps<Found> {
  const found = yield* searchSteps(words, library, PAGE);
  if (found.excerpts.length > 0) return found;
  const spans = sentences(words);
  if (spans.length < 2) return found;
  const parts: Found[] = [];
  for (const { start, end } of spans.slice(0, SENTENCES)) {
    parts.push(yield* searchSteps(words.slice(start, end), library, 1));
  }
  const each = parts.filter(({ excerpts }) => excerpts.length > 0);
  if (each.length === 0) {
    const searches = [found, ...parts];
    const { asked } = searches.find(({ elsewhere }) => elsewhere.length > 0) ?? found;
    return { ...found, asked, elsewhere: elsewhereOf(searches) };
  }
  const distinct = new Map(each.flatMap(({ excerpts }) => excerpts).map((one) => [one.passage.id, one]));
  const isOfOne = each.every(({ asked }) => asked.length > 0);
  const asked = isOfOne ? [...new Set(each.flatMap((one) => one.asked))] : [];
  return { excerpts: [...distinct.values()].slice(0, PAGE), elsewhere: [], asked };
}

/** What others say on a message or on one of its sentences, each excerpt once. */
function elsewhereOf(searches: readonly Found[]): Excerpt[] {
  const all = searches.flatMap(({ elsewhere }) => elsewhere).map((each) => [each.passage.id, each] as const);
  return [...new Map(all).values()].slice(0, PAGE);
}

function* searchSteps(question: string, library: Library, limit: number): Steps<Found> {
  const understood = yield* understoodSteps(library, question);
  const result = yield* answerSteps(library, understood, {}, limit);
  return {
    excerpts: result.kind === 'answered' ? result.excerpts : [],
    elsewhere: result.kind === 'refused' && result.reason === 'not-covered' ? result.elsewhere : [],
    asked: understood.asked,
  };
}

/** Posts one excerpt as a reply to the message that it was found for. */
function shareAsReply(
  [replyTo = '', written = '']: readonly string[],
  { library }: Context,
  { name }: Presser,
): Reply {
  const ranked = readReferences(written, library)?.slice(0, 1);
  if (!ranked || !MESSAGE_ID.test(replyTo)) return failure({ key: 'failure.passage-changed' });
  const excerpts = ranked.map(({ passage, sentence }): Block => {
    return { kind: 'excerpt', excerpt: excerptOf(passage, sentence, 1), alone: true };
  });
  const blocks = [text({ key: 'share.heading', values: { name } }), ...excerpts];
  return { outcome: 'answered', replyTo, blocks, actions: pageActions({ ranked, from: 0 }) };
}
