import { type ButtonInteraction, MessageFlags, type RepliableInteraction } from 'discord.js';
import { renderMessage } from '../render/discord.ts';
import type { Reply } from '../render/reply.ts';
import { privateLocale, publicLocale } from './locale.ts';

/**
 * The one gateway through which replies leave: inside Discord's limits, mentioning nobody, in the language of
 * those who see it. A reply that says what was wrong with the request goes to the asker alone, even where the
 * answer was to be public.
 * @param isPublic whether everybody in the channel is to see the answer
 */
export async function respond(
  interaction: RepliableInteraction,
  reply: Reply,
  isPublic: boolean,
): Promise<void> {
  const shown = isPublic && reply.outcome !== 'failed';
  const locale = shown ? publicLocale(interaction) : privateLocale(interaction);
  const message = {
    ...renderMessage(reply, { locale, ownerId: interaction.user.id, isPublic: shown }),
    allowedMentions: { parse: [] },
  };
  const toAsker = { ...message, flags: message.flags | MessageFlags.Ephemeral } as const;
  if (interaction.replied) {
    await interaction.followUp(toAsker);
  } else if (!interaction.deferred) {
    await interaction.reply(shown ? message : toAsker);
  } else if (isPublic && !shown) {
    // A deferred public answer cannot turn private: the promise of one is taken back first, since the first
    // follow-up after a deferral would fill it in.
    await interaction.deleteReply();
    await interaction.followUp(toAsker);
  } else {
    await interaction.editReply(message);
  }
}

/** Replaces the message whose button was pressed; it keeps its audience and its owner. */
export async function respondInPlace(
  interaction: ButtonInteraction,
  reply: Reply,
  ownerId: string,
): Promise<void> {
  if (reply.outcome === 'failed') return respond(interaction, reply, false);
  const isPublic = !interaction.message.flags.has(MessageFlags.Ephemeral);
  const locale = isPublic ? publicLocale(interaction) : privateLocale(interaction);
  await interaction.update({
    ...renderMessage(reply, { locale, ownerId, isPublic }),
    allowedMentions: { parse: [] },
  });
}
