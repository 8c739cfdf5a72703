import { type Client, DiscordAPIError, RateLimitError, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { Locale } from '../core/language/locale.ts';
import { renderMessage } from '../render/discord.ts';
import { type Reply, text } from '../reply/reply.ts';
import type { AnswerPlace } from './answer-place.ts';
import type { AnsweredMessages, Question } from './answered-messages.ts';
import { ANSWER_ME } from './mention-reply.ts';

/** Posts, changes and removes what stands under messages that speak to the bot. */
export interface AnswerPoster {
  /**
   * Posts a reply to a question, or puts it in the place of the one that stands there.
   * @param locale the language of a reply that does not say its own
   * @throws what Discord refuses
   */
  post(question: Question, reply: Reply, place: AnswerPlace, locale: Locale): Promise<void>;
  /**
   * Removes what stands under a question; nothing if that is nothing.
   * @throws what Discord refuses
   */
  remove(question: Question): Promise<void>;
  /** Somebody else has removed what stood under a question. */
  isRemoved(question: Question): void;
}

/** @param questions where it is noted what stands under each question */
export function answerPoster(client: Client<true>, questions: AnsweredMessages): AnswerPoster {
  const isRemoved = (question: Question) => {
    questions.note(question, null);
    question.removed++;
  };
  return {
    post: async (question, reply, place, locale) => {
      const { channel, posted, author: ownerId } = question;
      const shown = reply.forAskerAlone ? FOR_ASKER_ALONE : reply;
      const body = {
        ...renderMessage(shown, { locale: reply.locale ?? locale, ownerId, isPublic: true }),
        allowed_mentions: { parse: [], replied_user: false },
      };
      if (posted) {
        const isChanged = await client.rest
          .patch(Routes.channelMessage(channel, posted.id), { body })
          .then(() => true, falseIfGone);
        if (isChanged) return;
        // Somebody removed it, perhaps before Discord had told its id.
        isRemoved(question);
      }
      const send = (reference: object) =>
        client.rest.post(Routes.channelMessages(channel), {
          body: { ...body, ...onceFor(question), ...reference },
        });
      const sent = await send(place.mayRead ? replyTo(question) : {}).catch((error: unknown) => {
        // Not everything that a channel allows is known.
        if (!isUnreadable(error)) throw error;
        return send({});
      });
      questions.note(question, { id: (sent as { id: string }).id, isOffer: isOffer(reply) });
    },
    remove: async (question) => {
      const { channel, posted } = question;
      if (!posted) return;
      isRemoved(question);
      await client.rest.delete(Routes.channelMessage(channel, posted.id)).catch(falseIfGone);
    },
    isRemoved,
  };
}

/**
 * If a message is sent twice, because its response was lost or two processes of the bot heard the question, it is still
 * one. Discord also remembers messages that are deleted since, so that another answer needs another word.
 */
function onceFor({ id, removed }: Question): { nonce: string; enforce_nonce: true } {
  return { nonce: removed === 0 ? id : `${id}-${removed}`, enforce_nonce: true };
}

function replyTo({ id }: Question): { message_reference: object } {
  return { message_reference: { message_id: id, fail_if_not_exists: true } };
}

const FOR_ASKER_ALONE: Reply = { outcome: 'shown', blocks: [text({ key: 'mention.for-asker-alone' })] };

/** Offers to answer a question, to whoever presses a button. */
export function offerOf(question: string): Reply {
  const button = { name: ANSWER_ME, label: { key: 'mention.answer-privately' }, args: [question] } as const;
  return { outcome: 'shown', blocks: [text({ key: 'mention.busy' })], actions: [button] };
}

function isOffer({ actions = [] }: Reply): boolean {
  return actions.some(({ name }) => name === ANSWER_ME);
}

/** Whether Discord refuses something because a message is gone: the question, or the answer. */
export function isGone(error: unknown): boolean {
  if (!(error instanceof DiscordAPIError)) return false;
  if (error.code === RESTJSONErrorCodes.UnknownMessage) return true;
  const isInvalid = error.code === RESTJSONErrorCodes.InvalidFormBodyOrContentType;
  return isInvalid && JSON.stringify(error.rawError).includes('MESSAGE_REFERENCE_UNKNOWN_MESSAGE');
}

/** Whether Discord takes no reply to a message, since the bot may not read it. */
function isUnreadable(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    error.code === RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory
  );
}

/** @throws the error, if it says something else than that a message is gone */
function falseIfGone(error: unknown): false {
  if (isGone(error)) return false;
  throw error;
}

/** Whether Discord would refuse whatever is sent to the same place now. */
export function isRefusal(error: unknown): boolean {
  return (
    error instanceof RateLimitError ||
    (error instanceof DiscordAPIError && [401, 403, 404].includes(error.status))
  );
}
