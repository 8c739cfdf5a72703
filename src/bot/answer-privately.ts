import type { ButtonInteraction } from 'discord.js';
import type { Context } from '../../commands/command.ts';
import { failure, type Reply } from '../reply/reply.ts';
import { mentionReply, messageIn } from './mention-reply.ts';
import { readSaid, spokenTo } from './said.ts';

/** Answers the question of a message that mentions the bot, for whoever presses the button that offers it. */
export async function answerPrivately(
  { client, channelId, guildId }: ButtonInteraction,
  [id = '']: readonly string[],
  context: Context,
): Promise<Reply> {
  const gone = failure({ key: 'mention.gone' });
  if (!/^\d{17,20}$/.test(id)) return gone;
  const said = readSaid(await messageIn(client, channelId, id), guildId);
  const spoken = said && spokenTo(said, client.user.id);
  if (!spoken) return gone;
  return (await mentionReply(said, spoken, { client, context, mayRead: true, isPrivate: true })) ?? gone;
}
