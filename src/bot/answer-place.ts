import {
  ChannelType,
  type Client,
  DiscordAPIError,
  DiscordjsError,
  type GuildTextBasedChannel,
  PermissionFlagsBits,
} from 'discord.js';
import { type Locale, localeOfTag } from '../core/language/locale.ts';
import { neededToPost } from '../digest/permissions.ts';
import { missingPermissions } from './permissions.ts';
import type { Said } from './said.ts';

/** A place where the bot may answer. */
export interface AnswerPlace {
  /** It may read what was said before, and so reply to it; else its answers stand by themselves. */
  mayRead: boolean;
  /** The server's language; null in a direct message. */
  language: Locale | null;
}

/**
 * Where the bot is to answer a message, if it may write there.
 * @returns null if it may not, or during an outage
 * @throws if Discord does not answer
 */
export async function answerPlace(
  client: Client<true>,
  { server, channel: id }: Pick<Said, 'server' | 'channel'>,
): Promise<AnswerPlace | null> {
  if (server === null) return { mayRead: true, language: null };
  const channel = client.channels.cache.get(id) ?? (await client.channels.fetch(id).catch(nullIfRefused));
  // During an outage nobody knows what the bot may do there.
  if (!channel?.isTextBased() || channel.isDMBased() || !channel.guild.available) return null;
  const me = channel.guild.members.me ?? (await channel.guild.members.fetchMe().catch(nullIfRefused));
  const own = me && channel.permissionsFor(me);
  const language = localeOfTag(channel.guild.preferredLocale);
  // Nobody knows what the bot may do, so Discord is asked by answering.
  if (!own) return { mayRead: true, language };
  if (me.isCommunicationDisabled()) return null;
  // What is written in a voice or stage channel is for those who may join it.
  if (channel.isVoiceBased() && !own.has(PermissionFlagsBits.Connect)) return null;
  const missing = missingPermissions(own, channel.isThread());
  const mayManageThreads = own.has(PermissionFlagsBits.ManageThreads);
  if (neededToPost(missing).length > 0 || (isLocked(channel) && !mayManageThreads)) return null;
  if (mayManageThreads && !(await isAmong(channel))) return null;
  return { mayRead: !missing.includes('ReadMessageHistory'), language };
}

function isLocked(channel: GuildTextBasedChannel): boolean {
  return channel.isThread() && channel.locked === true;
}

/** Whether the bot is in a private thread. One that may manage threads sees also those to which nobody invited it. */
async function isAmong(channel: GuildTextBasedChannel): Promise<boolean> {
  if (channel.type !== ChannelType.PrivateThread) return true;
  return (channel.members.me ?? (await channel.members.fetchMe().catch(nullIfRefused))) !== null;
}

/** @throws the error, if it is not a refusal */
function nullIfRefused(error: unknown): null {
  if (error instanceof DiscordAPIError || error instanceof DiscordjsError) return null;
  throw error;
}
