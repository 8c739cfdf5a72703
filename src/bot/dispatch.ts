import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  PermissionFlagsBits,
  type RepliableInteraction,
} from 'discord.js';
import { type CommandOption, type Context, type Input, isSlash } from '../../commands/command.ts';
import type { Logger } from '../log.ts';
import { readCustomId } from '../render/custom-id.ts';
import { SUGGESTION_TEXT, SUGGESTIONS } from '../render/limits.ts';
import { clip, visible } from '../render/markdown.ts';
import { failure, type Message, type Reply } from '../render/reply.ts';
import { privateLocale } from './locale.ts';
import { wordsOf } from './message-text.ts';
import { respond, respondAsReply, respondInPlace } from './respond.ts';

/**
 * How long a command may take before Discord is told that an answer is coming. Discord waits 3 seconds; the rest
 * is for the network.
 */
const DEFER_AFTER_MS = 1500;

/**
 * Answers one interaction, whatever comes: this is the one place where errors are caught for users. It never
 * throws, and what a person asked is not logged.
 */
export async function dispatch(interaction: Interaction, context: Context, log: Logger): Promise<void> {
  try {
    if (interaction.isAutocomplete()) await suggest(interaction, context);
    else if (interaction.isChatInputCommand()) await runCommand(interaction, context);
    else if (interaction.isMessageContextMenuCommand()) await runOnMessage(interaction, context);
    else if (interaction.isButton()) await pressButton(interaction, context);
  } catch (error) {
    const { id, type } = interaction;
    log.error({ err: withoutRequest(error), interaction: id, type }, 'An interaction failed.');
    if (interaction.isRepliable()) await apologise(interaction, log);
  }
}

async function runCommand(interaction: ChatInputCommandInteraction, context: Context): Promise<void> {
  const slashCommands = context.commands.filter(isSlash);
  const command = slashCommands.find(({ name }) => name === interaction.commandName);
  if (!command) {
    const commands = slashCommands.map(({ name }) => `/${name}`).join(', ');
    const values = { command: interaction.commandName, commands };
    return respond(interaction, failure({ key: 'failure.command-unknown', values }), false);
  }
  const input = inputOf(interaction, command.options);
  const isPublic = input.private !== true;
  const reply = await withinTime(interaction, Promise.resolve(command.run(input, context)), isPublic);
  await respond(interaction, reply, isPublic);
}

/** Answers the asker alone on somebody's message. Discord sends the message along; no other is ever read. */
async function runOnMessage(
  interaction: MessageContextMenuCommandInteraction,
  context: Context,
): Promise<void> {
  const command = context.commands.find(
    (known) => known.kind === 'message' && known.name === interaction.commandName,
  );
  if (command?.kind !== 'message')
    return tellAsker(interaction, {
      key: 'failure.menu-unknown',
      values: { command: interaction.commandName },
    });
  const message = { id: interaction.targetId, text: wordsOf(interaction.targetMessage.content) };
  const reply = await withinTime(interaction, Promise.resolve(command.run(message, context)), false);
  await respond(interaction, reply, false);
}

function inputOf({ options }: ChatInputCommandInteraction, specs: readonly CommandOption[]): Input {
  const given = specs.map(({ name, type }) => [
    name,
    type === 'boolean' ? options.getBoolean(name) : options.getString(name),
  ]);
  return Object.fromEntries(given.filter(([, value]) => value !== null));
}

/** Waits for a reply, and tells Discord that it is coming when it takes long. */
async function withinTime(
  interaction: RepliableInteraction,
  reply: Promise<Reply>,
  isPublic: boolean,
): Promise<Reply> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), DEFER_AFTER_MS);
  });
  const first = await Promise.race([reply, late]).finally(() => clearTimeout(timer));
  if (first !== 'late') return first;
  await interaction.deferReply(isPublic ? {} : { flags: MessageFlags.Ephemeral });
  return reply;
}

async function suggest(interaction: AutocompleteInteraction, context: Context): Promise<void> {
  const focused = interaction.options.getFocused(true);
  const command = context.commands.filter(isSlash).find(({ name }) => name === interaction.commandName);
  const option = command?.options.find(({ name }) => name === focused.name);
  const suggestions = option?.suggest?.(focused.value, context, privateLocale(interaction)) ?? [];
  await interaction.respond(
    suggestions
      .slice(0, SUGGESTIONS)
      .map(({ name, value }) => ({ name: clip(visible(name), SUGGESTION_TEXT), value })),
  );
}

async function pressButton(interaction: ButtonInteraction, context: Context): Promise<void> {
  const pressed = readCustomId(interaction.customId);
  if (!pressed) return tellAsker(interaction, { key: 'failure.button-outdated' });
  const isOwner = interaction.user.id === pressed.ownerId;
  if (pressed.name === 'remove' && pressed.args.length === 0) {
    if (!isOwner && !keepsOrder(interaction))
      return tellAsker(interaction, { key: 'failure.remove-forbidden' });
    await interaction.deferUpdate();
    return interaction.deleteReply();
  }
  const handler = context.commands
    .map(({ actions }) => actions?.[pressed.name])
    .find((found) => found !== undefined);
  if (!handler) return tellAsker(interaction, { key: 'failure.button-outdated' });
  if (handler.pressedBy === 'owner' && !isOwner)
    return tellAsker(interaction, { key: 'failure.button-owner' });
  const reply = await handler.run(pressed.args, context, { name: nameOf(interaction) });
  if (handler.shown === 'as-reply') return respondAsReply(interaction, reply);
  if (handler.shown === 'in-place') return respondInPlace(interaction, reply, pressed.ownerId);
  await respond(interaction, reply, handler.shown === 'public');
}

/** Whether a member keeps order in this channel; Discord's own display of the button says nothing on it. */
function keepsOrder({ memberPermissions }: ButtonInteraction): boolean {
  return memberPermissions?.has(PermissionFlagsBits.ManageMessages) === true;
}

/** The name under which the channel knows who pressed. */
function nameOf({ member, user }: ButtonInteraction): string {
  return member && 'displayName' in member ? member.displayName : user.displayName;
}

async function tellAsker(interaction: RepliableInteraction, message: Message): Promise<void> {
  await respond(interaction, failure(message), false);
}

/** The last word after a fault; where even that fails, the fault is in the log already. */
async function apologise(interaction: RepliableInteraction, log: Logger): Promise<void> {
  try {
    await tellAsker(interaction, { key: 'failure.unexpected' });
  } catch (error) {
    log.warn({ err: withoutRequest(error), interaction: interaction.id }, 'The asker could not be told.');
  }
}

/** A fault as it may be logged: discord.js hangs the refused request on it, with what was asked and a token. */
function withoutRequest(error: unknown): unknown {
  if (!(error instanceof DiscordAPIError)) return error;
  const { name, code, status, message, stack } = error;
  return { type: name, code, status, message, stack };
}
