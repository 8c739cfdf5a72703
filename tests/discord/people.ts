import { announce, announceBulkDeletion, reopen } from './announcements.ts';
import { apiChannel } from './api-objects.ts';
import { type Gateway, intents } from './gateway.ts';
import { type Embed, type MessageBody, messageFlags } from './message-rules.ts';
import { applyEdit, keepMessage, type NewMessage } from './messages.ts';
import { mayView } from './permissions.ts';
import type { Places } from './places.ts';
import {
  type Channel,
  channelTypes,
  isEphemeral,
  type Message,
  takesPosts,
  type User,
  type World,
} from './world.ts';

/** A message as people, other bots or webhooks send it. */
export interface Said
  extends Omit<MessageBody, 'poll' | 'message_reference'>,
    Pick<NewMessage, 'poll' | 'files'> {
  channel: Channel;
  author: User;
  /** The message of the same channel that it replies to. */
  repliesTo?: Message;
  /** Whether a reply notifies the author of that message; it does unless its author switches that off. */
  pingsReplied?: boolean;
  /** Whether it is sent with "@silent". */
  isSilent?: boolean;
  /** Whether a webhook sends it, whose id and name `author` has. */
  webhook?: boolean;
  /** For messages of the system, as 7 for somebody's joining. https://discord.com/developers/docs/resources/message#message-object-message-types */
  type?: number;
  /** The message that it forwards; it has no words of its own then. */
  forwards?: Message;
  stickers?: readonly string[];
}

/** Does with messages what people do. */
export class People {
  readonly #world: World;
  readonly #gateway: Gateway;
  readonly #places: Places;

  constructor(world: World, gateway: Gateway, places: Places) {
    this.#world = world;
    this.#gateway = gateway;
    this.#places = places;
  }

  /** Lets somebody say something. */
  say(message: Said): Message {
    const { channel } = message;
    if (channel.type === channelTypes.category || takesPosts(channel.type)) {
      throw new Error(`${channel.name} takes no messages`);
    }
    reopen(this.#world, this.#gateway, channel);
    return this.#keep(message);
  }

  /** Lets somebody start a post in a forum or media channel: a thread, and its first message with the same id. */
  post({ forum, name, ...message }: Omit<Said, 'channel'> & { forum: Channel; name: string }): {
    thread: Channel;
    message: Message;
  } {
    const { guild } = forum;
    if (!guild || !takesPosts(forum.type)) throw new Error(`${forum.name} takes no posts`);
    const thread = this.#places.addChannel(guild, {
      name,
      type: channelTypes.publicThread,
      parent: forum,
      ownerId: message.author.id,
    });
    return { thread, message: this.#keep({ ...message, channel: thread }, thread.id) };
  }

  /**
   * Lets the author of a message write something else in its place. A reply that did not notify keeps to that, unless
   * `pingsReplied` says otherwise: a client that does not switch it off again makes it a mention
   * (discord/discord-api-docs issue 2474).
   */
  edit(message: Message, content: string, { pingsReplied }: { pingsReplied?: boolean } = {}): void {
    refuseIfGone(message);
    message.pingsReplied = pingsReplied ?? message.pingsReplied;
    applyEdit(this.#world, message, { content });
    announce(this.#world, this.#gateway, 'MESSAGE_UPDATE', message);
  }

  /** Adds the preview of a link to a message, as Discord does some time after it was sent; that is no edit. */
  unfurl(
    message: Message,
    preview: Embed = { type: 'link', title: 'A page', url: 'https://example.org' },
  ): void {
    refuseIfGone(message);
    message.embeds = [...message.embeds, preview];
    announce(this.#world, this.#gateway, 'MESSAGE_UPDATE', message);
  }

  /** Lets its author, or a moderator, delete a message. */
  remove(message: Message): void {
    refuseIfGone(message);
    message.deleted = true;
    announce(this.#world, this.#gateway, 'MESSAGE_DELETE', message);
  }

  /** Lets a moderator delete several messages of a channel at once. */
  removeAll(messages: readonly Message[]): void {
    const channel = messages[0]?.channel;
    if (!channel?.guild || messages.some((message) => message.channel !== channel)) {
      throw new Error('Messages are deleted at once in one channel of a server');
    }
    messages.forEach(refuseIfGone);
    for (const message of messages) message.deleted = true;
    announceBulkDeletion(this.#gateway, channel, messages);
  }

  #keep(said: Said, id?: string): Message {
    const { channel, author, type, repliesTo, pingsReplied, isSilent, webhook, forwards, ...rest } = said;
    const { poll, stickers, files, ...body } = rest;
    if (repliesTo && (repliesTo.channel !== channel || repliesTo.deleted || isEphemeral(repliesTo))) {
      throw new Error('Nobody can reply to a message that is not there');
    }
    const message = keepMessage(this.#world, {
      channel,
      author,
      body: { ...body, flags: (body.flags ?? 0) | (isSilent ? messageFlags.suppressNotifications : 0) },
      isFromWebhook: webhook ?? false,
      ...(id !== undefined && { id }),
      ...(type !== undefined && { type }),
      ...(repliesTo && { repliesTo }),
      ...(pingsReplied !== undefined && { pingsReplied }),
      ...(forwards && { forwards }),
      ...(poll && { poll }),
      ...(stickers && { stickers }),
      ...(files && { files }),
    });
    this.#inviteBot(message);
    announce(this.#world, this.#gateway, 'MESSAGE_CREATE', message);
    return message;
  }

  /** Who is mentioned in a private thread is added to it, and an app learns of that thread as of a new one. */
  #inviteBot({ channel, pings }: Message): void {
    const { type, thread, guild, hasBot } = channel;
    if (!thread || !hasBot || type !== channelTypes.privateThread || thread.hasJoined) return;
    if (!pings.users.includes(this.#world.bot.id)) return;
    thread.hasJoined = true;
    if (mayView(channel)) {
      this.#gateway.dispatch('THREAD_CREATE', apiChannel(channel), guild?.id ?? null, intents.guilds);
    }
  }
}

function refuseIfGone(message: Message): void {
  if (message.deleted) throw new Error('The message is deleted');
}
