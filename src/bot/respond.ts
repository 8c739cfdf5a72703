import { MessageFlags, type RepliableInteraction } from 'discord.js';
import type { Locale } from '../core/transcript.ts';
import { say } from '../render/catalogue.ts';
import { ComponentType, renderDiscord } from '../render/discord.ts';
import type { Reply } from '../render/reply.ts';
import { removeId } from './custom-id.ts';
import { privateLocale, publicLocale } from './locale.ts';

/** A button that takes a public answer away again; grey, since it is not what people come for. */
const SECONDARY = 2;

/**
 * The one gateway through which replies leave: inside Discord's limits, mentioning nobody, in the language of
 * those who see it.
 */
export function messageOf(
  reply: Reply,
  { askerId, locale, isPublic }: { askerId: string; locale: Locale; isPublic: boolean },
) {
  const remove = {
    type: ComponentType.Button,
    style: SECONDARY,
    label: say({ key: 'button.remove' }, locale),
    custom_id: removeId(askerId),
  };
  return {
    components: [
      renderDiscord(reply, locale),
      ...(isPublic ? [{ type: ComponentType.ActionRow, components: [remove] }] : []),
    ],
    flags: MessageFlags.IsComponentsV2 as const,
    allowedMentions: { parse: [] },
  };
}

/**
 * Answers a command. A reply that says what was wrong with the request goes to the asker alone, even where the
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
  const message = messageOf(reply, { askerId: interaction.user.id, locale, isPublic: shown });
  const toAsker = { ...message, flags: message.flags | MessageFlags.Ephemeral };
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
