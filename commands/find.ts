import { answer } from '../src/core/answer/answer.ts';
import { sentences } from '../src/core/language/sentences.ts';
import { firstWords, hasWords } from '../src/core/language/text.ts';
import type { Library } from '../src/core/library.ts';
import { type Excerpt, excerptOf } from '../src/core/passages/excerpt.ts';
import { readReferences, writeReferences } from '../src/core/passages/references.ts';
import { displayName } from '../src/core/transcript/speakers.ts';
import type { Speaker } from '../src/core/transcript/transcript.ts';
import { QUESTION_WORDS } from '../src/core/tuning.ts';
import { type Action, type Block, failure, type Reply } from '../src/reply/reply.ts';
import { answerPage, PAGE, referencesOf } from './buttons/answer.ts';
import type { ActionHandler, Command, TargetMessage } from './command.ts';

/** How many sentences of a message are searched one by one, where the whole of it finds nothing. */
const SENTENCES = 12;
const MESSAGE_ID = /^\d{17,20}$/;

interface Found {
  excerpts: readonly Excerpt[];
  askedSpeaker: Speaker | null;
}

/** Shows the asker alone what the transcript says on a message of somebody's, each excerpt ready to be shared. */
function find({ id, text }: TargetMessage, library: Library): Reply {
  if (!hasWords(text)) return failure({ key: 'failure.message-without-words' });
  const { excerpts, askedSpeaker } = closest(firstWords(text, QUESTION_WORDS), library);
  if (excerpts.length === 0) {
    return { outcome: 'refused', blocks: [{ kind: 'text', message: { key: 'find.refused' } }] };
  }
  const notes: Block[] = askedSpeaker
    ? [
        {
          kind: 'note',
          message: { key: 'find.speaker-taken', values: { speaker: displayName(askedSpeaker) } },
        },
      ]
    : [];
  return {
    outcome: 'answered',
    blocks: [
      { kind: 'text', message: { key: 'find.heading' } },
      ...excerpts.map((excerpt): Block => ({ kind: 'excerpt', excerpt })),
      ...notes,
    ],
    actions: referencesOf(excerpts).map((reference, at): Action => {
      const args = [id, writeReferences([reference])];
      return { name: 'sharereply', label: { key: 'button.share-number', values: { number: at + 1 } }, args };
    }),
  };
}

/**
 * What is closest to a message. It may speak of other things too, so that the whole of it is held by no passage:
 * then its sentences are searched, and the best for each is taken.
 */
function closest(text: string, library: Library): Found {
  const found = search(text, library, PAGE);
  if (found.excerpts.length > 0) return found;
  const spans = sentences(text);
  if (spans.length < 2) return found;
  const each = spans
    .slice(0, SENTENCES)
    .flatMap(({ start, end }) => search(text.slice(start, end), library, 1).excerpts);
  const distinct = new Map(each.map((excerpt) => [excerpt.passage.id, excerpt]));
  return { excerpts: [...distinct.values()].slice(0, PAGE), askedSpeaker: null };
}

function search(question: string, library: Library, limit: number): Found {
  const result = answer(library, { question }, limit);
  return {
    excerpts: result.kind === 'answered' ? result.excerpts : [],
    askedSpeaker: result.askedSpeaker,
  };
}

/** Posts one excerpt as a reply to the message for which it was found. */
const shareAsReply: ActionHandler = {
  pressedBy: 'owner',
  shown: 'as-reply',
  run: ([replyTo = '', written = ''], { library }, presser) => {
    const references = readReferences(written, library)?.slice(0, 1);
    if (!references || !MESSAGE_ID.test(replyTo)) return failure({ key: 'failure.passage-changed' });
    const blocks = references.map(({ passage, sentence }): Block => {
      return { kind: 'excerpt', excerpt: excerptOf(passage, sentence, 1), alone: true };
    });
    const heading: Block = {
      kind: 'text',
      message: { key: 'share.heading', values: { name: presser.name } },
    };
    const { actions } = answerPage({ ranked: references, from: 0 });
    return { outcome: 'answered', replyTo, blocks: [heading, ...blocks], actions };
  },
};

export default {
  kind: 'message',
  name: 'Find in transcript',
  localName: 'command.find.name',
  description: 'command.find.description',
  run: (message, { library }) => find(message, library),
  actions: { sharereply: shareAsReply },
} satisfies Command;
