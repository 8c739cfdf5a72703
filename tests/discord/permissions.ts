import { type Channel, channelTypes, isVoice } from './world.ts';

// https://discord.com/developers/docs/topics/permissions#permissions-bitwise-permission-flags
export const permissions = {
  administrator: 1n << 3n,
  manageGuild: 1n << 5n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readMessageHistory: 1n << 16n,
  mentionEveryone: 1n << 17n,
  useExternalEmojis: 1n << 18n,
  connect: 1n << 20n,
  useApplicationCommands: 1n << 31n,
  manageThreads: 1n << 34n,
  sendMessagesInThreads: 1n << 38n,
} as const;

/** What a bot may do unless somebody took a permission from it. */
export const usualAppPermissions =
  permissions.viewChannel |
  permissions.sendMessages |
  permissions.embedLinks |
  permissions.attachFiles |
  permissions.readMessageHistory |
  permissions.useExternalEmojis |
  permissions.connect |
  permissions.sendMessagesInThreads;

/** What an ordinary member may do. */
export const usualMemberPermissions = usualAppPermissions | permissions.useApplicationCommands;

/** What a member with Manage Server may do. */
export const managerPermissions = usualMemberPermissions | permissions.manageGuild;

/**
 * Whether the bot sees a channel at all, and so what people write there. "If the channel is a voice channel, they must
 * *also* have the `CONNECT` permission". "Private threads are similar to Group DMs, but in a guild: You must be
 * invited to the thread to be able to view or participate in it, or be a moderator (`MANAGE_THREADS` permission)".
 */
export function mayView({ guild, type, thread, appPermissions }: Channel): boolean {
  if (!guild) return true;
  const needed = permissions.viewChannel | (isVoice(type) ? permissions.connect : 0n);
  const isInvited = thread?.hasJoined || (appPermissions & permissions.manageThreads) !== 0n;
  return (appPermissions & needed) === needed && (type !== channelTypes.privateThread || isInvited);
}

/** "app_permissions includes ATTACH_FILES | EMBED_LINKS | MENTION_EVERYONE for (G)DMs with other users, and additionally USE_EXTERNAL_EMOJIS for DMs with the app's bot user". */
export const directMessagePermissions =
  permissions.attachFiles |
  permissions.embedLinks |
  permissions.mentionEveryone |
  permissions.useExternalEmojis;
