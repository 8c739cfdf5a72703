import { type APIEmbed, type APIMessage, ComponentType, Message, MessageFlags } from 'discord.js';
import type { TargetMessage, Unread } from '../../commands/command.ts';

/** Mentions, a server's emoji, times and addresses: what a message contains besides words. */
const NO_WORDS =
  /<(?:[@#][!&]?\d+|a?:\w+:\d+|t:-?\d+(?::\w)?|\/[^<>]*:\d+|id:\w+)>|<?\bhttps?:\/\/[^\s<>]+>?/giu;

/**
 * What a message says, each part on a line of its own: its own words, those of the message that it forwards, texts
 * among components, embeds, a poll, descriptions of files. And what else is in it, whose words cannot be read.
 */
export function messageText(message: Message | APIMessage): Required<Omit<TargetMessage, 'id'>> {
  // discord.js makes a message of what Discord sends, whatever its types say.
  if (!(message instanceof Message)) return { text: withoutSigns(message.content), unread: [] };
  const parts = partsOf(message);
  const texts = textsOf(parts).map(withoutSigns);
  return { text: texts.filter((text) => text !== '').join('\n'), unread: [...new Set(unreadIn(parts))] };
}

/** The words of a message's content, without mentions, a server's emoji, times and addresses. */
export function withoutSigns(content: string): string {
  return content.replace(NO_WORDS, ' ').trim();
}

/** What is read of a message. */
interface Parts {
  content: string;
  forwarded: readonly Parts[];
  /** As Discord's API has them. */
  components: readonly object[];
  /** As Discord's API has them. */
  embeds: readonly APIEmbed[];
  /** The question of a poll, and its answers. */
  poll: readonly (string | null | undefined)[];
  /** The descriptions of files; null for one that has none. */
  files: readonly (string | null)[];
  hasStickers: boolean;
  isVoice: boolean;
}

function partsOf(message: Message): Parts {
  const { poll } = message;
  return {
    content: message.content ?? '',
    forwarded: [...message.messageSnapshots.values()].flatMap((snapshot) =>
      snapshot instanceof Message ? partsOf(snapshot) : [],
    ),
    components: message.components.map((component) => component.toJSON()),
    embeds: message.embeds.map(({ data }) => data),
    poll: poll ? [poll.question.text, ...poll.answers.map(({ text }) => text)] : [],
    files: message.attachments.map(({ description }) => description),
    hasStickers: message.stickers.size > 0,
    isVoice: message.flags.has(MessageFlags.IsVoiceMessage),
  };
}

function textsOf({ content, forwarded, components, embeds, poll, files }: Parts): string[] {
  return [
    content,
    ...forwarded.flatMap(textsOf),
    ...components.flatMap(textsInComponent),
    ...embeds.flatMap(textsInEmbed),
    ...[...poll, ...files].map((text) => text ?? ''),
  ];
}

function textsInEmbed({ author, title, description, fields = [], footer }: APIEmbed): string[] {
  const named = fields.flatMap(({ name, value }) => [name, value]);
  return [title, description, ...named, author?.name, footer?.text].map((text) => text ?? '');
}

/** The texts of a component and of those in it, in order; labels of buttons are none. */
function textsInComponent(component: object): string[] {
  const own = 'type' in component && component.type === ComponentType.TextDisplay && 'content' in component;
  const inside = 'components' in component && Array.isArray(component.components) ? component.components : [];
  return [...(own ? [String(component.content)] : []), ...inside.flatMap(textsInComponent)];
}

function unreadIn({ files, hasStickers, isVoice, forwarded }: Parts): Unread[] {
  const file = isVoice ? 'voice' : 'attachment';
  return [
    ...(files.some((description) => !description) ? ([file] as const) : []),
    ...(hasStickers ? (['sticker'] as const) : []),
    ...forwarded.flatMap(unreadIn),
  ];
}
