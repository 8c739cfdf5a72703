import type { ChannelPermission } from './service.ts';

/**
 * The missing permissions without which the bot cannot post. Without the history it can: it only cannot look for a post
 * that may have arrived.
 */
export function neededToPost(missing: readonly ChannelPermission[]): ChannelPermission[] {
  return missing.filter((name) => name !== 'ReadMessageHistory');
}
