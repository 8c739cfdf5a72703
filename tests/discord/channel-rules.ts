import { mayView, permissions } from './permissions.ts';
import {
  cannotSendInForum,
  cannotSendInNonText,
  missingAccess,
  missingPermissions,
  threadIsArchived,
  threadIsLocked,
  unknownChannel,
} from './refusals.ts';
import { type Channel, channelTypes, takesPosts, type World } from './world.ts';

/** The channel of this id; refuses one that does not exist, or that the bot does not see. */
export function visibleChannel(world: World, id: string): Channel {
  const channel = world.channels.get(id);
  if (!channel) throw unknownChannel();
  if (!channel.hasBot || !mayView(channel)) throw missingAccess();
  return channel;
}

/**
 * Refuses a message from the bot in a channel without text, without the permission, and in a locked thread. "Sending
 * a message will automatically unarchive the thread, unless the thread has been locked by a moderator".
 */
export function refuseSending(channel: Channel): void {
  const { type, guild, thread } = channel;
  if (type === channelTypes.category) throw cannotSendInNonText();
  if (takesPosts(type)) throw cannotSendInForum();
  if (guild && !may(channel, thread ? 'sendMessagesInThreads' : 'sendMessages')) throw missingPermissions();
  if (thread?.locked && !may(channel, 'manageThreads'))
    throw thread.archived ? threadIsArchived() : threadIsLocked();
}

/** "Users cannot edit messages … [in] archived threads", nor "create or update messages in locked threads". */
export function refuseEditing(channel: Channel): void {
  if (channel.thread?.archived) throw threadIsArchived();
  if (channel.thread?.locked && !may(channel, 'manageThreads')) throw threadIsLocked();
}

/** "Deleting messages … will only be allowed in locked threads if that thread is also active (or un-archived)". */
export function refuseDeleting(channel: Channel): void {
  const { archived, locked } = channel.thread ?? {};
  if (archived && locked && !may(channel, 'manageThreads')) throw threadIsArchived();
}

const may = ({ appPermissions }: Channel, permission: keyof typeof permissions): boolean =>
  (appPermissions & permissions[permission]) !== 0n;
