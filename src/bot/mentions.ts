import { type Client, GatewayDispatchEvents } from 'discord.js';
import type { Logger } from 'pino';
import type { Context } from '../../commands/command.ts';
import type { Locale } from '../core/language/locale.ts';
import { rateLimit } from '../core/rate-limit.ts';
import { failure } from '../reply/reply.ts';
import { type AnswerPlace, answerPlace } from './answer-place.ts';
import { answeredMessages, type Question } from './answered-messages.ts';
import { busyChannels } from './busy-channels.ts';
import { explainInteractionError } from './interaction-error.ts';
import { asks, languageOfSaid, mentionReply } from './mention-reply.ts';
import { answerPoster, isGone, isRefusal, offerOf } from './posted-answers.ts';
import { readDeleted, readSaid, type Said, spokenTo } from './said.ts';
import { turnsOfPeople } from './turns-of-people.ts';

/** Answers people who speak to the bot, by its name, in direct messages or in reply to its answers. */
export interface Mentions {
  /** Hears of an event of the gateway. Never throws. */
  hear(packet: unknown): void;
  /** Answers nothing from now on. */
  stop(): void;
}

/** What answers to messages are made with. */
export interface MentionParts {
  /** What commands use, as it is now. */
  context: () => Context;
  log: Logger;
  /** Milliseconds of a clock that nobody sets. */
  now?: (() => number) | undefined;
}

/** For how long after it was written an edit of a message changes its answer. Later the answer has been read. */
const EDITABLE_MS = 2 * 60_000;
/** How many answers one person is offered within a minute, where many stand already. Further questions are passed over. */
const MOST_OFFERS = 3;
const OFFERS_MS = 60_000;
/** How many offers stand in a channel within a minute, for whomever: a crowd would fill the channel with them. */
const MOST_OFFERS_IN_CHANNEL = 10;

/**
 * Brings what stands under each message that speaks to the bot into line with what it says: one message at a time for each
 * person, and the newest words of each.
 */
export function mentionsOf(
  client: Client<true>,
  { context, log, now = () => performance.now() }: MentionParts,
): Mentions {
  const questions = answeredMessages(now);
  const busy = busyChannels(now);
  const offers = rateLimit(MOST_OFFERS, OFFERS_MS);
  const offersInChannels = rateLimit(MOST_OFFERS_IN_CHANNEL, OFFERS_MS);
  const inTurn = turnsOfPeople();
  const poster = answerPoster(client, questions);
  let isStopped = false;

  /** What a message says has changed, or it is gone. */
  function want(question: Question, wanted: Said | 'nothing'): void {
    question.wanted = wanted;
    if (question.isInHand) return;
    question.isInHand = true;
    if (wanted === 'nothing') return void settle(question);
    if (inTurn(question.author, () => settle(question))) return;
    question.isInHand = false;
    question.wanted = undefined;
    log.debug(placeOf(question), 'Somebody asks more than is answered at once; a question is passed over.');
  }

  async function settle(question: Question): Promise<void> {
    while (question.wanted !== undefined && !isStopped) {
      const { wanted } = question;
      try {
        await (wanted === 'nothing' ? takeAway(question) : answer(question, wanted));
      } catch (error) {
        logError(question, error);
      }
      if (question.wanted === wanted) question.wanted = undefined;
    }
    question.isInHand = false;
  }

  async function answer(question: Question, said: Said): Promise<void> {
    const spoken = spokenTo(said, client.user.id);
    if (!spoken || question.posted?.isOffer) return;
    const place = await answerPlace(client, said);
    if (!place) return log.debug(placeOf(question), 'Somebody speaks to the bot where it may not answer.');
    const settings = place.language === null ? [] : [place.language];
    const locale = languageOfSaid(said, settings);
    const hasRoom = said.server === null || question.posted !== null || busy.take(said.channel, said.id);
    try {
      // Whether a reply says anything to the bot may only show when it is answered.
      if (!hasRoom && (spoken !== 'by-reply' || asks(said.content)))
        return await offer(question, place, locale);
      const { mayRead } = place;
      const reply = await mentionReply(said, spoken, { client, context: context(), mayRead, settings });
      if (question.wanted !== said || isStopped) return;
      if (!reply) return await takeAway(question);
      if (!hasRoom) return await offer(question, place, locale);
      await poster.post(question, reply, place, locale);
      busy.stands(question.channel, question.id);
    } catch (error) {
      await apologise(question, error, place, locale);
    }
  }

  /** Offers to answer where many answers stand, if the bot can find the question again when somebody wants that. */
  async function offer(question: Question, place: AnswerPlace, locale: Locale): Promise<void> {
    const { author, channel } = question;
    const isTooMuch = offers.waitOf(author, now()) > 0 || offersInChannels.waitOf(channel, now()) > 0;
    if (!place.mayRead || isTooMuch)
      return log.debug(placeOf(question), 'Many answers stand in a channel; a question is passed over.');
    offers.spend(author, now());
    offersInChannels.spend(channel, now());
    await poster.post(question, offerOf(question.id), place, locale);
  }

  async function takeAway(question: Question): Promise<void> {
    busy.free(question.channel, question.id);
    await poster.remove(question);
  }

  /** Says that it failed, once, where that can be said. Whoever deleted the question is told nothing. */
  async function apologise(
    question: Question,
    error: unknown,
    place: AnswerPlace,
    locale: Locale,
  ): Promise<void> {
    if (question.posted === null) busy.free(question.channel, question.id);
    if (isGone(error)) return;
    const { apology = { key: 'failure.unexpected' }, isAnswerable } = logError(question, error);
    if (!isAnswerable || isRefusal(error)) return;
    if (question.posted !== null || question.wanted === 'nothing' || isStopped) return;
    await poster.post(question, failure(apology), place, locale);
  }

  function logError(question: Question, error: unknown): ReturnType<typeof explainInteractionError> {
    const explained = explainInteractionError(error);
    const { level, line, err } = explained;
    log[level]({ ...placeOf(question), ...(err !== undefined && { err }) }, line);
    return explained;
  }

  function written(said: Said | null): void {
    if (!said || questions.get(said.id) || !spokenTo(said, client.user.id)) return;
    want(questions.remember(said), said);
  }

  function edited(said: Said | null): void {
    if (said?.editedAt == null || said.editedAt - said.at > EDITABLE_MS) return;
    const isSpoken = spokenTo(said, client.user.id) !== null;
    const question = questions.get(said.id) ?? (isSpoken ? questions.remember(said) : null);
    // Discord also tells when it adds the preview of a link. That is no edit, and has the time of the last one.
    if (!question || (question.editedAt !== null && said.editedAt <= question.editedAt)) return;
    question.editedAt = said.editedAt;
    want(question, isSpoken ? said : 'nothing');
  }

  function deleted(id: string): void {
    const question = questions.get(id);
    if (question) {
      questions.forget(question);
      want(question, 'nothing');
    }
    const answered = questions.answeredBy(id);
    if (answered) {
      busy.free(answered.channel, answered.id);
      poster.isRemoved(answered);
    }
  }

  return {
    hear: (packet) => {
      if (isStopped) return;
      const { t: event, d: data } = Object(packet);
      if (event === GatewayDispatchEvents.MessageCreate) written(readSaid(data));
      else if (event === GatewayDispatchEvents.MessageUpdate) edited(readSaid(data));
      else if (DELETIONS.has(event)) readDeleted(data).forEach(deleted);
    },
    stop: () => {
      isStopped = true;
    },
  };
}

const DELETIONS: ReadonlySet<unknown> = new Set([
  GatewayDispatchEvents.MessageDelete,
  GatewayDispatchEvents.MessageDeleteBulk,
]);

function placeOf({ id, channel }: Question): { message: string; channel: string } {
  return { message: id, channel };
}
