import type { DiscordMessage } from '../render/discord.ts';
import type { ChannelAccess } from './service.ts';

/** What came of sending a message. */
export type Sent =
  | { kind: 'posted'; message: string }
  /** It was posted, and somebody has deleted it since. */
  | { kind: 'deleted' }
  /** The channel is there no more. */
  | { kind: 'gone' }
  /** The bot may not post there. */
  | { kind: 'forbidden' }
  /** Discord takes the message for faulty; it would do so again. */
  | { kind: 'refused'; code: string }
  /** Nothing was posted; it can be tried again, at the soonest after so many milliseconds. */
  | { kind: 'not-yet'; afterMs: number }
  /** Nobody knows whether it was posted: Discord's fault, or the network's. */
  | { kind: 'unclear' };

/** What a look among the bot's own messages gave: an id, nothing, or no view of them (for good, or for now). */
export type Found = { message: string } | 'absent' | 'unreadable' | 'not-yet';

/** The bot's own message for a digest: its key, and the occasion. */
export interface Mark {
  key: string;
  occasion: string;
}

/** What the scheduler needs of Discord. */
export interface Delivery {
  /** Sends a message that Discord recognises by its nonce when it comes again within minutes. */
  send(channel: string, message: DiscordMessage, nonce: string): Promise<Sent>;
  /** Looks for a message of the bot's own in a channel, back to a time. */
  find(channel: string, mark: Mark, since: Date): Promise<Found>;
  access(channel: string, server?: string): Promise<ChannelAccess>;
}
