import {
  ApplicationIntegrationType,
  type ButtonInteraction,
  InteractionContextType,
  MessageFlags,
  PermissionFlagsBits,
  type RepliableInteraction,
  Routes,
} from 'discord.js';
import type { Locale } from '../core/language/locale.ts';
import { neededToPost } from '../digest/permissions.ts';
import type { ChannelPermission } from '../digest/service.ts';
import { inEachLanguage, joined } from '../messages/message.ts';
import { renderMessage } from '../render/discord.ts';
import { languageOfMessage } from '../render/message-language.ts';
import { shownAnswer } from '../render/shown-answer.ts';
import { failure, note, type Reply, text } from '../reply/reply.ts';
import { answerLocale, privateLocale, publicLocale } from './locale.ts';
import { mayWriteHere, missingPermissions } from './permissions.ts';

/**
 * The one gateway through which replies to commands and buttons leave: inside Discord's limits, mentioning nobody, in the
 * language of what was asked, or else of those who see them. A reply that says what was wrong with the request, or is for
 * the asker alone, goes to nobody else, even if the answer was to be public; nor does any reply to somebody who may not
 * write there.
 * @param isPublic whether everybody in the channel is to see the answer
 * @param asked the words that were asked; undefined where nothing was
 */
export async function respond(
  interaction: RepliableInteraction,
  reply: Reply,
  isPublic: boolean,
  asked?: string,
): Promise<void> {
  const shown = isPublic && reply.outcome !== 'failed' && !reply.forAskerAlone && mayWriteHere(interaction);
  const locale = reply.locale ?? localeFor(interaction, shown, asked);
  const message = {
    ...renderMessage(reply, { locale, ownerId: interaction.user.id, isPublic: shown }),
    allowedMentions: { parse: [] },
  };
  const toAsker = { ...message, flags: message.flags | MessageFlags.Ephemeral } as const;
  // discord.js sets `ephemeral` with a reply or a deferred one. It leaves null if a button's message was only
  // acknowledged: what the presser reads does not belong in that message.
  const isAcknowledgedButton = interaction.deferred && interaction.ephemeral === null;
  if (interaction.replied || isAcknowledgedButton) {
    await interaction.followUp(toAsker);
  } else if (!interaction.deferred) {
    await interaction.reply(shown ? message : toAsker);
  } else if (interaction.ephemeral === false && !shown) {
    // A reply that was deferred in public cannot turn private. It is deleted first, since the first follow-up after a
    // deferral would become that public reply.
    await interaction.deleteReply();
    await interaction.followUp(toAsker);
  } else {
    await interaction.editReply(message);
  }
}

/** The language of a reply that does not say it itself. */
function localeFor(interaction: RepliableInteraction, isPublic: boolean, asked?: string): Locale {
  if (asked !== undefined) return answerLocale(asked, interaction);
  return isPublic ? publicLocale(interaction) : privateLocale(interaction);
}

/** Replaces the message whose button was pressed. It keeps its audience, its owner and its language. */
export async function respondInPlace(
  interaction: ButtonInteraction,
  reply: Reply,
  ownerId: string,
): Promise<void> {
  if (reply.outcome === 'failed') return respond(interaction, reply, false);
  const isPublic = !interaction.message.flags.has(MessageFlags.Ephemeral);
  const locale = reply.locale ?? languageOfPressed(interaction) ?? localeFor(interaction, isPublic);
  await interaction.update({
    ...renderMessage({ ...questionIn(interaction), ...reply }, { locale, ownerId, isPublic }),
    allowedMentions: { parse: [] },
  });
}

/** The question that stands in the message whose button was pressed: a further page still answers it. */
function questionIn(interaction: ButtonInteraction): Pick<Reply, 'question' | 'isUnderstood'> {
  const { question, isUnderstood } = shownAnswer(componentsOf(interaction));
  return question === null ? {} : { question, ...(isUnderstood && { isUnderstood }) };
}

/** The language of the message whose button was pressed: that of its question. */
export function languageOfPressed(interaction: ButtonInteraction): Locale | null {
  return languageOfMessage(componentsOf(interaction));
}

function componentsOf({ message }: ButtonInteraction): unknown[] {
  return message.components.map((component) => component.toJSON());
}

/**
 * Posts a reply in the channel, as Discord's reply to the message that it names. Discord refuses that if the bot may not
 * read the history; the bot then posts a message with a link. If the bot may not write, the presser is told which
 * permissions it lacks. If it is not a member there, but came along with its user, the interaction itself carries the
 * message.
 */
export async function respondAsReply(interaction: ButtonInteraction, reply: Reply): Promise<void> {
  const { replyTo } = reply;
  if (reply.outcome === 'failed' || replyTo === undefined) return respond(interaction, reply, false);
  const place = { server: interaction.guildId ?? '@me', channel: interaction.channelId };
  const link = note({ key: 'share.link', values: { ...place, message: replyTo } });
  const linked = { ...reply, blocks: [...reply.blocks, link] };
  if (!isMember(interaction)) return respond(interaction, linked, true);

  const missing = await missingIn(interaction);
  const canReply = missing.length === 0;
  if (neededToPost(missing).length > 0) {
    const permissions = joined(missing.map((name) => inEachLanguage({ key: `permission.${name}` })));
    return respond(interaction, failure({ key: 'failure.permissions', values: { permissions } }), false);
  }
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  await interaction.client.rest.post(Routes.channelMessages(interaction.channelId), {
    body: {
      ...renderMessage(canReply ? reply : linked, {
        locale: publicLocale(interaction),
        ownerId: interaction.user.id,
        isPublic: true,
      }),
      allowed_mentions: { parse: [], replied_user: false },
      // If it is sent again because the response was lost, it is still one message.
      nonce: interaction.id,
      enforce_nonce: true,
      // The message may be deleted between the search and the click.
      ...(canReply && { message_reference: { message_id: replyTo, fail_if_not_exists: false } }),
    },
  });
  await respond(interaction, { outcome: 'shown', blocks: [text({ key: 'share.done' })] }, false);
}

/** Whether the bot is a member of the place where it was called, rather than brought along by the caller. */
function isMember({ context, authorizingIntegrationOwners }: ButtonInteraction): boolean {
  if (context === InteractionContextType.BotDM) return true;
  return authorizingIntegrationOwners[ApplicationIntegrationType.GuildInstall] !== undefined;
}

/**
 * What the bot lacks for a reply in the channel of an interaction. In a direct message it needs nothing, and Discord
 * lists nothing.
 */
async function missingIn(interaction: ButtonInteraction): Promise<ChannelPermission[]> {
  const { appPermissions, channelId, client } = interaction;
  if (interaction.guildId === null) return [];
  const isVisible = appPermissions.has(PermissionFlagsBits.ViewChannel);
  // A thread that was archived until a moment ago is not in the cache yet.
  const channel = interaction.channel ?? (isVisible ? await client.channels.fetch(channelId) : null);
  return missingPermissions(appPermissions, channel?.isThread() ?? false);
}
