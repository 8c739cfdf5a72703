import { type Client, DiscordAPIError, Routes } from 'discord.js';
import { z } from 'zod';
import { askSteps } from '../../commands/ask/answering.ts';
import { inOneRow, shareButton } from '../../commands/buttons/answer.ts';
import type { Context, EarlierAnswer } from '../../commands/command.ts';
import { followUp } from '../../commands/follow-up.ts';
import { exampleQuestion } from '../../commands/shared/refusal.ts';
import { asksBy } from '../core/language/asking.ts';
import type { Locale } from '../core/language/locale.ts';
import { followUpLanguage, localeOf, questionLanguage } from '../core/language/question-language.ts';
import { isRemark, isRequest, isSmallTalk } from '../core/language/small-talk.ts';
import { hasWords } from '../core/language/text.ts';
import type { Library } from '../core/library.ts';
import { runYielding } from '../core/steps.ts';
import { REMOVE } from '../render/discord.ts';
import { languageOfMessage } from '../render/message-language.ts';
import { shownAnswer } from '../render/shown-answer.ts';
import { excerptsOf, type Reply, text } from '../reply/reply.ts';
import { withoutSigns } from './message-text.ts';
import type { EarlierMessage, Said, SpokenTo } from './said.ts';

/** The name of the button that offers an answer; it carries the id of the question's message. */
export const ANSWER_ME = 'answerme';

/** What a reply to a message is made with. */
export interface ReplyParts {
  client: Client<true>;
  context: Context;
  /** Whether the bot may look up the message that this one replies to. */
  mayRead: boolean;
  /** The languages that are set where the message is, for words that have none, the first one first. */
  settings: readonly Locale[];
  /** Only the asker sees the reply, and may share it. */
  isPrivate?: true;
}

/** The language in which a message asks; that of the settings if it has none, as a name. */
export function languageOfSaid({ content }: Said, settings: readonly Locale[]): Locale {
  return localeOf(questionLanguage(wordsIn(content)), settings);
}

function wordsIn(content: string): string {
  return withoutSigns(content).replace(/\s+/gu, ' ');
}

/**
 * What the bot says to a message: it goes on with the answer that the message replies to, or answers a question of its
 * own, or says in a line how to ask.
 * @param spoken how the message speaks to the bot
 * @returns null if it only pings the bot, as replies do, and says nothing to it
 * @throws what looking up the earlier message throws
 */
export async function mentionReply(
  said: Said,
  spoken: SpokenTo,
  { client, context, mayRead, settings, isPrivate }: ReplyParts,
): Promise<Reply | null> {
  const words = wordsIn(said.content);
  const isSure = spoken !== 'by-reply';
  if (!hasWords(words)) return isSure ? helpReply(context) : null;
  const earlier = said.repliesTo && (await earlierMessage(client, said.channel, said.repliesTo, mayRead));
  if (earlier === null && !isSure) return null;
  const answer = earlier === 'other' ? null : earlier;
  const further = answer && (await followUp(words, answer, context));
  if (further) {
    const before = answer.locale === undefined ? settings : [answer.locale, ...settings];
    const locale = localeOf(followUpLanguage(words, answer.question ?? ''), before);
    return { locale, ...(isPrivate ? withShare(further) : further) };
  }
  // People also talk to each other under an answer, and under what is none they hardly talk to the bot.
  const isTalkedUnder = answer ? !isAsked(words, context.library) : !asks(words);
  const mayBeTalk = !isSure && (isTalkedUnder || isRemark(words));
  if (mayBeTalk && (!answer || isRemark(words) || isSmallTalk(words))) return null;
  const question = { question: words, ...(isPrivate && { private: true }) };
  const reply = await runYielding(askSteps(question, context));
  const isTalk = mayBeTalk && reply.outcome === 'refused' && !reply.explains;
  return isTalk ? null : { locale: localeOf(questionLanguage(words), settings), ...reply };
}

/** Whether words want an answer, even one that finds nothing: a question, a request, or what names a speaker. */
function isAsked(words: string, { findNames }: Library): boolean {
  return asks(words) || isRequest(words) || findNames(words).names.length > 0;
}

/** A reply with the button that shares its excerpts, if it has any that were found for a question. */
function withShare(reply: Reply): Reply {
  const { outcome, actions = [] } = reply;
  if (outcome !== 'answered' && outcome !== 'closest') return reply;
  const excerpts = excerptsOf(reply);
  if (excerpts.length === 0) return reply;
  const share = shareButton(excerpts, outcome === 'answered' ? 'answer' : 'closest');
  return { ...reply, actions: inOneRow(actions, [share]) };
}

/** Whether words read as a question, even one with no other sign of it than its mark or a word. */
export function asks(words: string): boolean {
  return QUESTION_SIGN.test(words) || asksBy(words) !== null;
}

const QUESTION_SIGN =
  /[?\uFF1F]|\b(?:what|who|whom|whose|when|where|which|why|how)\b|什[么麼]|甚麼|怎[么麼样樣]|[为為]何|如何|哪|[谁誰]|多少|[吗嗎]/iu;

function helpReply({ library }: Context): Reply {
  const example = exampleQuestion(library.transcripts);
  return { outcome: 'shown', blocks: [text({ key: 'mention.help', values: { example } })] };
}

const ownMessageSchema = z.object({
  author: z.object({ id: z.string() }),
  components: z.unknown().optional(),
});

/** What a message replies to: an answer; `other`, another message of the bot's; null if it is neither, or cannot be read. */
async function earlierMessage(
  client: Client<true>,
  channel: string,
  { id, author, components }: EarlierMessage,
  mayRead: boolean,
): Promise<EarlierAnswer | 'other' | null> {
  if (author !== undefined) return author === client.user.id ? answerIn(components) : null;
  if (!mayRead) return null;
  const fetched = await messageIn(client, channel, id);
  const { data } = ownMessageSchema.safeParse(fetched);
  return data?.author.id === client.user.id ? answerIn(data.components) : null;
}

/**
 * A message as Discord's API has it.
 * @returns null if it is gone, or the bot may not read it
 * @throws if Discord does not answer
 */
export async function messageIn(client: Client<true>, channel: string, id: string): Promise<unknown> {
  try {
    return await client.rest.get(Routes.channelMessage(channel, id));
  } catch (error) {
    if (error instanceof DiscordAPIError && [403, 404].includes(error.status)) return null;
    throw error;
  }
}

/** The answer that components show; `other` if there is neither a question nor a passage in them. */
function answerIn(components: unknown): EarlierAnswer | 'other' | null {
  const { question, buttons } = shownAnswer(components);
  // An offer of an answer is made so that there are fewer answers.
  if (buttons.some(({ name }) => name === ANSWER_ME)) return null;
  // Under any message that the bot posts there is the button that removes it.
  const own = buttons.filter(({ name }) => name !== REMOVE);
  if (question === null && own.length === 0) return 'other';
  const locale = Array.isArray(components) ? languageOfMessage(components) : null;
  return { question, buttons: own, ...(locale && { locale }) };
}
