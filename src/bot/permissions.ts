import { PermissionFlagsBits, type PermissionsBitField } from 'discord.js';
import type { ChannelPermission } from '../digest/service.ts';

/**
 * What the bot lacks for posting in a channel and replying there.
 * @param own the bot's permissions in the channel
 * @returns empty if it lacks nothing
 */
export function missingPermissions(
  own: Readonly<PermissionsBitField>,
  isThread: boolean,
): ChannelPermission[] {
  const sending = isThread ? 'SendMessagesInThreads' : 'SendMessages';
  const needed: ChannelPermission[] = ['ViewChannel', sending, 'ReadMessageHistory'];
  return needed.filter((name) => !own.has(PermissionFlagsBits[name]));
}
