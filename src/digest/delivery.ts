import type { DiscordMessage } from '../render/discord.ts';
import type { ChannelAccess } from './service.ts';

/** The result of sending a message. */
export type SendResult =
  | { kind: 'posted'; message: string }
  /** It was posted, and somebody has deleted it since. */
  | { kind: 'deleted' }
  /** The channel no longer exists. */
  | { kind: 'gone' }
  /** The bot may not post there. */
  | { kind: 'forbidden' }
  /** Discord rejects the message, and would reject it again. */
  | { kind: 'refused'; code: string }
  /**
   * Nothing was posted. Sending can be tried again after so many milliseconds, not sooner. `why` is for the person who runs
   * the bot.
   */
  | { kind: 'not-yet'; afterMs: number; why: string }
  /** Nobody knows whether it was posted: Discord or the network failed. */
  | { kind: 'unclear' };

/** The result of searching the bot's own messages: an id, or that it is absent, or that they cannot be read (now or ever). */
export type FindResult = { message: string } | 'absent' | 'unreadable' | 'not-yet';

/** Identifies the bot's own message for a post: the digest's key and the occasion. */
export interface PostMark {
  key: string;
  occasion: string;
}

/** One of the bot's own messages for a digest. */
export interface FoundPost {
  occasion: string;
  message: string;
  /** When it was posted. */
  at: Date;
  /** Its passages, as `writeReferences` writes them. */
  references: readonly string[];
}

/** What Discord's clock shows; or that Discord did not answer, or did not say. */
export type DiscordTime = Date | 'unreachable' | 'unsaid';

/** What the scheduler needs of Discord. No method throws. */
export interface Delivery {
  /** Sends a message. If it is sent again within minutes, Discord recognises it by its nonce and posts it only once. */
  send(channel: string, message: DiscordMessage, nonce: string): Promise<SendResult>;
  /** Searches a channel, back to a time, for the bot's own message. */
  find(channel: string, mark: PostMark, since: Date): Promise<FindResult>;
  /** Searches a channel, back to a time, for all of the bot's own messages for a digest, by its key. */
  findAll(channel: string, key: string, since: Date): Promise<FoundPost[] | 'unreadable' | 'not-yet'>;
  /**
   * What the bot may do in a channel.
   * @param server the server that the channel has to belong to, if given
   */
  access(channel: string, server?: string): Promise<ChannelAccess>;
  /** What Discord's clock shows, to the second. */
  time(): Promise<DiscordTime>;
}
