import type { ZodMiniType } from 'zod/mini';
import { withComponentIds } from './components.ts';
import { type MessageBody, messageFlags, refuseInvalidMessage } from './message-rules.ts';
import { noPings, pingsOf } from './pings.ts';
import type { Attachment, Channel, Interaction, Message, Poll, User, World } from './world.ts';

/** A file that came with a multipart request. */
export interface UploadedFile {
  filename: string;
  content: Uint8Array;
}

export interface NewMessage {
  /** For the first message of a post, which has the id of its thread. */
  id?: string;
  channel: Channel;
  author?: User;
  type?: number;
  body: MessageBody;
  files?: readonly UploadedFile[];
  interaction?: Interaction | null;
  repliesTo?: Message | null;
  /** Whether the author of the message that it replies to is notified, where the body says nothing of it. */
  pingsReplied?: boolean;
  isFromWebhook?: boolean;
  forwards?: Message | null;
  poll?: Poll | null;
  stickers?: readonly string[];
}

/** Keeps a new message whose body has been checked. */
export function keepMessage(world: World, { channel, author, type, body, ...rest }: NewMessage): Message {
  const id = rest.id ?? world.snowflake();
  const repliesTo = rest.repliesTo ?? null;
  const pingsReplied = rest.pingsReplied ?? true;
  const message: Message = {
    id,
    channel,
    author: author ?? world.bot,
    type: type ?? (repliesTo ? 19 : 0),
    content: body.content?.trim() ?? '',
    embeds: body.embeds ?? [],
    components: withComponentIds(body.components ?? []),
    attachments: attachmentsOf(world, body, rest.files ?? []),
    flags: (body.flags ?? 0) | (rest.forwards ? messageFlags.hasSnapshot : 0),
    nonce: body.nonce ?? null,
    sentAt: world.clock.now(),
    editedAt: null,
    deleted: false,
    pings: pingsOf(body, {
      repliedTo: pingsReplied ? repliesTo?.author.id : undefined,
      readsCode: !author || author === world.bot,
    }),
    allowedMentionsGiven: body.allowed_mentions != null,
    interaction: rest.interaction ?? null,
    repliesTo,
    pingsReplied,
    isFromWebhook: rest.isFromWebhook ?? false,
    // A snapshot: what happens to the message later does not change it.
    forwards: rest.forwards ? { ...rest.forwards } : null,
    poll: rest.poll ?? null,
    stickers: [...(rest.stickers ?? [])],
  };
  world.messages.set(id, message);
  return message;
}

/** Keeps the "thinking…" message of a deferral: the only flag it takes from the bot is EPHEMERAL. */
export function keepLoadingMessage(world: World, interaction: Interaction, flags: number): Message {
  const message = keepMessage(world, {
    channel: interaction.channel,
    type: interaction.type === 2 ? 20 : 0,
    body: { flags: (flags & messageFlags.ephemeral) | messageFlags.loading },
    interaction,
  });
  message.pings = noPings();
  return message;
}

/** Checks an edit as Discord would and carries it out. */
export function editMessage(
  world: World,
  message: Message,
  body: unknown,
  { schema, files = [] }: { schema?: ZodMiniType; files?: readonly UploadedFile[] } = {},
): void {
  const options = { existing: message, files: files.length };
  refuseInvalidMessage(body, schema ? { ...options, schema } : options);
  applyEdit(world, message, body, files);
}

/** Carries out an edit whose body has been checked. */
export function applyEdit(
  world: World,
  message: Message,
  body: MessageBody,
  files: readonly UploadedFile[] = [],
): void {
  if (body.content !== undefined) message.content = body.content?.trim() ?? '';
  if (body.embeds !== undefined) message.embeds = body.embeds ?? [];
  if (body.components !== undefined) message.components = withComponentIds(body.components ?? []);
  if (body.attachments !== undefined || files.length > 0) {
    const kept = new Set(body.attachments?.map(({ id }) => id));
    message.attachments = [
      ...message.attachments.filter(({ id }) => body.attachments == null || kept.has(id)),
      ...attachmentsOf(world, body, files),
    ];
  }
  // An edit may switch these two flags on; whether a message is ephemeral was settled when it was made.
  const settable = messageFlags.componentsV2 | messageFlags.suppressEmbeds;
  message.flags = (message.flags | ((body.flags ?? 0) & settable)) & ~messageFlags.loading;
  // "The mentions array … will be reconstructed from scratch based on the new content. The allowed_mentions
  // field of the edit request controls how this happens."
  if (body.content !== undefined || body.components !== undefined) {
    message.pings = pingsOf(
      {
        content: message.content,
        components: message.components,
        allowed_mentions: body.allowed_mentions ?? null,
      },
      {
        repliedTo: message.pingsReplied ? message.repliesTo?.author.id : undefined,
        readsCode: message.author === world.bot,
      },
    );
    message.allowedMentionsGiven = body.allowed_mentions != null;
  }
  message.editedAt = world.clock.now();
}

function attachmentsOf(world: World, body: MessageBody, files: readonly UploadedFile[]): Attachment[] {
  return files.map(({ filename, content }, index) => {
    const described = body.attachments?.find((attachment) => attachment.id === String(index));
    const id = world.snowflake();
    const name = described?.filename ?? filename;
    return {
      id,
      filename: name,
      size: content.byteLength,
      url: `https://cdn.discordapp.com/attachments/${id}/${name}`,
      content,
      ...(described?.description ? { description: described.description } : {}),
    };
  });
}
