import { z } from 'zod';

/** What somebody has written where the bot reads it: the part of Discord's message that answers need. */
export interface Said {
  id: string;
  channel: string;
  /** Null in a direct message. */
  server: string | null;
  author: string;
  /** It mentions everybody, with @everyone or @here. */
  isToAll: boolean;
  /** Empty if Discord does not let the bot read it, because it does not mention the bot. */
  content: string;
  /** When it was written, in milliseconds since 1970. */
  at: number;
  /** When it was last edited, the same; null if it never was. */
  editedAt: number | null;
  /** The message that it replies to. */
  repliesTo: EarlierMessage | null;
}

/** A message that another one replies to, with what Discord sends along of it; nothing if it does not say. */
export interface EarlierMessage {
  id: string;
  author?: string;
  /** As Discord's API has them. */
  components?: unknown;
}

/** How somebody speaks to the bot: in a direct message, by its name, or by a reply to it that pings it. */
export type SpokenTo = 'directly' | 'by-name' | 'by-reply';

/** Ordinary messages, and those that reply to another; all others are notices of Discord's or runs of commands. */
const DEFAULT = 0;
const REPLY = 19;
/** How a message refers to the one that it replies to, and not to one that it forwards. */
const REFERS = 0;

const snowflake = z.string().regex(/^\d{17,20}$/);
const time = z.iso.datetime({ offset: true }).transform((written) => Date.parse(written));

const messageSchema = z.object({
  id: snowflake,
  channel_id: snowflake,
  guild_id: snowflake.nullish(),
  type: z.literal([DEFAULT, REPLY]).default(DEFAULT),
  author: z.object({
    id: snowflake,
    bot: z.literal(false).nullish(),
    system: z.literal(false).nullish(),
  }),
  webhook_id: z.null().optional(),
  mention_everyone: z.boolean().default(false),
  content: z.string().default(''),
  timestamp: time,
  edited_timestamp: time.nullish(),
  // What else comes with a message may be as it likes: it is then as if it were not there.
  message_reference: z
    .object({ message_id: snowflake, type: z.literal(REFERS).default(REFERS) })
    .nullish()
    .catch(null),
  referenced_message: z
    .object({ id: snowflake, author: z.object({ id: snowflake }), components: z.unknown().optional() })
    .nullish()
    .catch(undefined),
});

/**
 * Reads a message as Discord's API has it.
 * @param server where it is, if the message itself does not say: only events name their server
 * @returns null for what is no message of a person; nothing is thrown, whatever comes
 */
export function readSaid(message: unknown, server?: string | null): Said | null {
  const parsed = messageSchema.safeParse(message);
  if (!parsed.success) return null;
  const { id, channel_id, guild_id, author, content, timestamp } = parsed.data;
  const {
    edited_timestamp,
    mention_everyone,
    message_reference: reference,
    referenced_message: referenced,
  } = parsed.data;
  const isReply = reference && referenced !== null;
  return {
    id,
    channel: channel_id,
    server: guild_id ?? server ?? null,
    author: author.id,
    isToAll: mention_everyone,
    content,
    at: timestamp,
    editedAt: edited_timestamp ?? null,
    repliesTo: isReply
      ? {
          id: reference.message_id,
          ...(referenced && { author: referenced.author.id, components: referenced.components }),
        }
      : null,
  };
}

/**
 * How a message speaks to the bot; null if it does not. Without its content it does not: that is how Discord keeps what
 * people say to each other.
 * @param botId the bot's id as a user
 */
export function spokenTo({ server, isToAll, content, repliesTo }: Said, botId: string): SpokenTo | null {
  if (server === null) return 'directly';
  if (isToAll) return null;
  if (new RegExp(`<@!?${botId}>`).test(content)) return 'by-name';
  const isToUs = repliesTo !== null && (repliesTo.author ?? botId) === botId;
  return isToUs && content !== '' ? 'by-reply' : null;
}

const deletedSchema = z.object({ id: snowflake.optional(), ids: z.array(snowflake).optional() });

/** The ids of messages that an event says are deleted: one, or many at once. */
export function readDeleted(event: unknown): string[] {
  const { id, ids = [] } = deletedSchema.safeParse(event).data ?? {};
  return id === undefined ? ids : [id, ...ids];
}
