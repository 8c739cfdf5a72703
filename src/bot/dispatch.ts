import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type CommandInteraction,
  type CommandInteractionOption,
  ComponentType,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
  type RepliableInteraction,
} from 'discord.js';
import {
  type ActionHandler,
  type Caller,
  type CommandOption,
  type Context,
  type FormValues,
  type Input,
  isSlash,
  type Presser,
  type SlashCommand,
} from '../../commands/command.ts';
import type { Logger } from '../log.ts';
import { joined, type Message, typedText } from '../messages/message.ts';
import { customId, type Pressed, readCustomId } from '../render/custom-id.ts';
import { renderForm } from '../render/form.ts';
import { SUGGESTION_TEXT, SUGGESTIONS } from '../render/limits.ts';
import { clip, visible } from '../render/markdown.ts';
import { failure, type Reply } from '../reply/reply.ts';
import { StoreError } from '../store/store-error.ts';
import type { FloodGuard } from './flood-guard.ts';
import { interactionFault, withoutRequest } from './interaction-error.ts';
import { privateLocale, publicLocale } from './locale.ts';
import { wordsOf } from './message-text.ts';
import { OPTION_TYPES } from './registration.ts';
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
export async function dispatch(
  interaction: Interaction,
  context: Context,
  log: Logger,
  flood: FloodGuard,
): Promise<void> {
  let answered: (() => void) | null = null;
  try {
    answered = await flood.admit(interaction);
    if (!answered) return;
    if (interaction.isAutocomplete()) await suggest(interaction, context);
    else if (interaction.isChatInputCommand()) await runCommand(interaction, context, log);
    else if (interaction.isMessageContextMenuCommand()) await runOnMessage(interaction, context, log);
    else if (interaction.isButton()) await pressButton(interaction, context);
    else if (interaction.isModalSubmit()) await submitForm(interaction, context);
  } catch (error) {
    const { level, line, isAnswerable, err } = interactionFault(error);
    const apology: Message = {
      key: error instanceof StoreError ? 'failure.not-stored' : 'failure.unexpected',
    };
    const { id, type, channelId } = interaction;
    log[level]({ interaction: id, type, channel: channelId, ...(err !== undefined && { err }) }, line);
    if (isAnswerable && interaction.isRepliable()) await apologise(interaction, apology, log);
  } finally {
    answered?.();
  }
}

async function runCommand(
  interaction: ChatInputCommandInteraction,
  context: Context,
  log: Logger,
): Promise<void> {
  const slashCommands = context.commands.filter(isSlash);
  const command = slashCommands.find(({ name }) => name === interaction.commandName);
  if (!command) {
    outdated(interaction, log);
    const commands = joined(
      slashCommands.map(({ localName }) => typedText((nameOf) => `/${nameOf(localName)}`)),
    );
    const values = { command: interaction.commandName, commands };
    return respond(interaction, failure({ key: 'failure.command-unknown', values }), false);
  }
  const caller = callerOf(interaction);
  if (command.subcommands) {
    const name = interaction.options.getSubcommand(false);
    const subcommand = command.subcommands.find((known) => known.name === name);
    const [{ options: given = [] } = {}] = interaction.options.data;
    if (!subcommand || !fits(given, subcommand.options)) return sayOutdated(interaction, command, log);
    const input = inputOf(interaction, subcommand.options);
    const running = Promise.resolve(subcommand.run(input, context, caller));
    return respond(interaction, await withinTime(interaction, running, false), false);
  }
  if (!fits(interaction.options.data, command.options)) return sayOutdated(interaction, command, log);
  const input = inputOf(interaction, command.options);
  const isPublic = input.private !== true;
  const running = Promise.resolve(command.run(input, context, caller));
  const reply = await withinTime(interaction, running, isPublic);
  await respond(interaction, reply, isPublic);
}

/**
 * Who calls. A server that only its member's own installation reaches, and where the bot is not, is not theirs to
 * manage the bot for.
 */
function callerOf(interaction: ChatInputCommandInteraction | AutocompleteInteraction): Caller {
  const { user, guildId, memberPermissions } = interaction;
  const caller = { id: user.id, locale: privateLocale(interaction) };
  if (guildId === null) return caller;
  const mayManage =
    interaction.inCachedGuild() && memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true;
  return { ...caller, server: { id: guildId, locale: publicLocale(interaction), mayManage } };
}

/** Answers the asker alone on somebody's message. Discord sends the message along; no other is ever read. */
async function runOnMessage(
  interaction: MessageContextMenuCommandInteraction,
  context: Context,
  log: Logger,
): Promise<void> {
  const command = context.commands.find(
    (known) => known.kind === 'message' && known.name === interaction.commandName,
  );
  if (command?.kind !== 'message') {
    outdated(interaction, log);
    const values = { command: interaction.commandName };
    return tellAsker(interaction, { key: 'failure.menu-unknown', values });
  }
  const message = { id: interaction.targetId, text: wordsOf(interaction.targetMessage.content) };
  const reply = await withinTime(interaction, Promise.resolve(command.run(message, context)), false);
  await respond(interaction, reply, false);
}

/** Whether Discord sends what a command of this version takes; it may know an older one of the same name. */
function fits(
  options: readonly Pick<CommandInteractionOption, 'name' | 'type'>[],
  specs: readonly CommandOption[],
): boolean {
  const isKnown = specs.every(({ name, type, required }) => {
    const given = options.find((option) => option.name === name);
    return given ? given.type === OPTION_TYPES[type] : !required;
  });
  return isKnown && options.every(({ name }) => specs.some((spec) => spec.name === name));
}

/** Tells the asker that Discord knows the command in another version, and whoever runs the bot how to mend it. */
function sayOutdated(
  interaction: ChatInputCommandInteraction,
  { localName }: SlashCommand,
  log: Logger,
): Promise<void> {
  outdated(interaction, log);
  const values = { command: { key: localName } };
  return respond(interaction, failure({ key: 'failure.command-outdated', values }), false);
}

function outdated({ commandName }: CommandInteraction, log: Logger): void {
  const line =
    'Discord knows a command in another version than this one. Run npm run deploy to bring it up to date.';
  log.warn({ command: commandName }, line);
}

function inputOf({ options }: ChatInputCommandInteraction, specs: readonly CommandOption[]): Input {
  const read = {
    string: (name: string) => options.getString(name),
    boolean: (name: string) => options.getBoolean(name),
    integer: (name: string) => options.getInteger(name),
    channel: (name: string) => options.getChannel(name)?.id ?? null,
  };
  const given = specs.map(({ name, type }) => [name, read[type](name)] as const);
  return Object.fromEntries(given.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
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
  const subcommand = command?.subcommands?.find(
    ({ name }) => name === interaction.options.getSubcommand(false),
  );
  const option = (subcommand ?? command)?.options.find(({ name }) => name === focused.name);
  const suggestions =
    (await option?.suggestStored?.(String(focused.value), context, callerOf(interaction))) ??
    option?.suggest?.(String(focused.value), context, privateLocale(interaction)) ??
    [];
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
  const handler = handlerOf(pressed, context);
  if (!handler) return tellAsker(interaction, { key: 'failure.button-outdated' });
  if (handler.pressedBy === 'owner' && !isOwner)
    return tellAsker(interaction, { key: 'failure.button-owner' });
  const reply = await handler.run(pressed.args, context, presserOf(interaction));
  if ('fields' in reply) {
    const id = customId(pressed, interaction.user.id);
    return void (await interaction.showModal(renderForm(reply, { id, locale: privateLocale(interaction) })));
  }
  if (handler.shown === 'as-reply') return respondAsReply(interaction, reply);
  if (handler.shown === 'in-place') return respondInPlace(interaction, reply, pressed.ownerId);
  await respond(interaction, reply, handler.shown === 'public');
}

/** Takes a form that was filled in; it has the custom id of its button. */
async function submitForm(interaction: ModalSubmitInteraction, context: Context): Promise<void> {
  const pressed = readCustomId(interaction.customId);
  const handler = pressed && handlerOf(pressed, context);
  if (!handler?.submitted || pressed?.ownerId !== interaction.user.id)
    return tellAsker(interaction, { key: 'failure.button-outdated' });
  const isPublic = handler.shown === 'public';
  const submitted = handler.submitted(valuesOf(interaction), pressed.args, context, presserOf(interaction));
  const reply = await withinTime(interaction, Promise.resolve(submitted), isPublic);
  await respond(interaction, reply, isPublic);
}

/** What was written, by field. */
function valuesOf({ fields }: ModalSubmitInteraction): FormValues {
  const texts = [...fields.fields.values()].filter((field) => field.type === ComponentType.TextInput);
  return Object.fromEntries(texts.map(({ customId, value }) => [customId, value]));
}

function handlerOf({ name }: Pressed, { commands }: Context): ActionHandler | undefined {
  return commands.map(({ actions }) => actions?.[name]).find((found) => found !== undefined);
}

/** Whether a member keeps order in this channel; Discord's own display of the button says nothing on it. */
function keepsOrder({ memberPermissions }: ButtonInteraction): boolean {
  return memberPermissions?.has(PermissionFlagsBits.ManageMessages) === true;
}

/** Who pressed, under the name that the channel knows. */
function presserOf({ member, user }: ButtonInteraction | ModalSubmitInteraction): Presser {
  return { id: user.id, name: member && 'displayName' in member ? member.displayName : user.displayName };
}

async function tellAsker(interaction: RepliableInteraction, message: Message): Promise<void> {
  await respond(interaction, failure(message), false);
}

/** The last word after a fault; where even that fails, the fault is in the log already. */
async function apologise(interaction: RepliableInteraction, apology: Message, log: Logger): Promise<void> {
  try {
    await tellAsker(interaction, apology);
  } catch (error) {
    log.debug({ err: withoutRequest(error), interaction: interaction.id }, 'The asker could not be told.');
  }
}
