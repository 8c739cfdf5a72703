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
import type { Logger } from 'pino';
import {
  type ActionHandler,
  type Caller,
  type CommandOption,
  type Context,
  type FormValues,
  type Input,
  isSlash,
  type Presser,
  type Suggestion,
  type TextOption,
} from '../../commands/command.ts';
import { askedIn } from '../../commands/shared/asked.ts';
import { visible } from '../core/language/visible.ts';
import { joined, type Message, typedText } from '../messages/message.ts';
import { formId, type Pressed, readCustomId, readFormId } from '../render/custom-id.ts';
import { REMOVE } from '../render/discord.ts';
import { renderForm } from '../render/form.ts';
import { SUGGESTION_TEXT, SUGGESTIONS } from '../render/limits.ts';
import { clip } from '../render/markdown.ts';
import { failure, type Reply } from '../reply/reply.ts';
import { RequestTaken } from '../store/requests.ts';
import { answerPrivately } from './answer-privately.ts';
import type { FloodGuard } from './flood-guard.ts';
import { explainInteractionError, isAcknowledged, withoutRequest } from './interaction-error.ts';
import { privateLocale, publicLocale } from './locale.ts';
import { ANSWER_ME } from './mention-reply.ts';
import { messageText } from './message-text.ts';
import { mayWriteHere, mayWriteThere } from './permissions.ts';
import { OPTION_TYPES } from './registration.ts';
import { languageOfPressed, respond, respondAsReply, respondInPlace } from './respond.ts';

/**
 * How long a command may take before the bot tells Discord that a reply is coming. Discord waits 3 seconds; the rest
 * is for the network.
 */
const DEFER_AFTER_MS = 1500;

/** What interactions are answered with, besides what commands use. */
export interface DispatchTools {
  log: Logger;
  flood: FloodGuard;
  /** How long a command may take before the bot tells Discord that a reply is coming, in milliseconds. */
  deferAfterMs?: number | undefined;
}

/**
 * Answers one interaction, whatever happens: this is the one place that catches errors for users. It never throws,
 * and never logs what a person asked.
 */
export async function dispatch(
  interaction: Interaction,
  context: Context,
  { log, flood, deferAfterMs = DEFER_AFTER_MS }: DispatchTools,
): Promise<void> {
  const tools = { log, deferAfterMs };
  let answered: (() => void) | null = null;
  try {
    answered = await flood.admit(interaction);
    if (!answered) return;
    if (interaction.isAutocomplete()) await suggest(interaction, context);
    else if (interaction.isChatInputCommand()) await runCommand(interaction, context, tools);
    else if (interaction.isMessageContextMenuCommand()) await runOnMessage(interaction, context, tools);
    else if (interaction.isButton()) await pressButton(interaction, context, tools);
    else if (interaction.isModalSubmit()) await submitForm(interaction, context, tools);
  } catch (error) {
    const explained = explainInteractionError(error);
    const { level, line, isAnswerable, err, apology = { key: 'failure.unexpected' } } = explained;
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
  { log, deferAfterMs }: { log: Logger; deferAfterMs: number },
): Promise<void> {
  const slashCommands = context.commands.filter(isSlash);
  const command = slashCommands.find(({ name }) => name === interaction.commandName);
  if (!command) {
    logOutdated(interaction, log);
    const commands = joined(
      slashCommands.map(({ localName }) => typedText((nameOf) => `/${nameOf(localName)}`)),
    );
    const values = { command: interaction.commandName, commands };
    return tellAsker(interaction, { key: 'failure.command-unknown', values });
  }
  const { subcommands } = command;
  const called = subcommands ? subcommands.find(({ name }) => name === subcommandOf(interaction)) : command;
  const given = subcommands ? (interaction.options.data[0]?.options ?? []) : interaction.options.data;
  if (!called || !isDeclared(given, called.options)) {
    logOutdated(interaction, log);
    const values = { command: { key: command.localName } };
    return tellAsker(interaction, { key: 'failure.command-outdated', values });
  }
  const input: Input = Object.fromEntries(given.map(({ name, value }) => [name, value]));
  const isPublic = !subcommands && input.private !== true && mayWriteHere(interaction);
  const running = Promise.resolve(called.run(input, context, callerOf(interaction)));
  const reply = await withinTime(running, deferAfterMs, interaction, isPublic);
  await (subcommands
    ? respondIfOurs(interaction, reply, context)
    : respond(interaction, reply, isPublic, askedIn(input)));
}

/**
 * Replies to a command that is carried out once, if this process is the one to tell. Another process of the bot may have
 * carried it out: what this one found then is out of date. Or it only acknowledged it, and waits in vain.
 */
async function respondIfOurs(
  interaction: ChatInputCommandInteraction,
  reply: Reply,
  { digests }: Context,
): Promise<void> {
  const taker = () => digests?.takerOf(interaction.id);
  if (reply.outcome === 'failed' && (await taker()) === 'another')
    throw new RequestTaken('Another process has carried this out.');
  try {
    await respond(interaction, reply, false);
  } catch (error) {
    if (!isAcknowledged(error) || (await taker()) !== 'us') throw error;
    Object.assign(interaction, { deferred: true, ephemeral: true });
    await respond(interaction, reply, false);
  }
}

function subcommandOf({ options }: ChatInputCommandInteraction | AutocompleteInteraction): string | null {
  return options.getSubcommand(false);
}

/** Whether Discord sends the options that this version declares. It may know the command from another version. */
function isDeclared(
  given: readonly Pick<CommandInteractionOption, 'name' | 'type'>[],
  options: readonly CommandOption[],
): boolean {
  const isAsDeclared = options.every(({ name, type, required }) => {
    const sent = given.find((each) => each.name === name);
    return sent ? sent.type === OPTION_TYPES[type] : !required;
  });
  return isAsDeclared && given.every(({ name }) => options.some((option) => option.name === name));
}

/** Tells those who run the bot how to bring Discord's list of commands up to date. */
function logOutdated({ commandName }: CommandInteraction, log: Logger): void {
  const line = 'Discord has another version of this command than the bot. Run "npm run deploy" to update it.';
  log.warn({ command: commandName }, line);
}

/**
 * The person who calls a command. In a server that the bot is not a member of, and that a command only reaches through
 * the caller's own installation, nobody may manage the bot.
 */
function callerOf(interaction: ChatInputCommandInteraction | AutocompleteInteraction): Caller {
  const { user, guildId, memberPermissions } = interaction;
  const caller = { id: user.id, request: interaction.id, locale: privateLocale(interaction) };
  if (guildId === null) return caller;
  const mayManage =
    interaction.inCachedGuild() && memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true;
  const mayPost = (channel: string) => mayWriteThere(interaction, channel);
  return { ...caller, server: { id: guildId, locale: publicLocale(interaction), mayManage, mayPost } };
}

/** Replies to the asker alone about somebody's message. Discord sends that one along; the bot never reads others. */
async function runOnMessage(
  interaction: MessageContextMenuCommandInteraction,
  context: Context,
  { log, deferAfterMs }: { log: Logger; deferAfterMs: number },
): Promise<void> {
  const command = context.commands.find(
    (known) => known.kind === 'message' && known.name === interaction.commandName,
  );
  if (command?.kind !== 'message') {
    logOutdated(interaction, log);
    const values = { command: interaction.commandName };
    return tellAsker(interaction, { key: 'failure.menu-unknown', values });
  }
  const message = { id: interaction.targetId, ...messageText(interaction.targetMessage) };
  const running = Promise.resolve(command.run(message, context));
  const reply = await withinTime(running, deferAfterMs, interaction, false);
  await respond(interaction, reply, false);
}

/** Waits for a reply, and tells Discord that it is coming if it takes longer than so many milliseconds. */
async function withinTime(
  reply: Promise<Reply>,
  deferAfterMs: number,
  interaction: RepliableInteraction,
  isPublic: boolean,
): Promise<Reply> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), deferAfterMs);
  });
  const first = await Promise.race([reply, late]).finally(() => clearTimeout(timer));
  if (first !== 'late') return first;
  // If another process of the bot was faster, the reply says who is to tell.
  await interaction.deferReply(isPublic ? {} : { flags: MessageFlags.Ephemeral }).catch((error: unknown) => {
    if (!isAcknowledged(error)) throw error;
  });
  return reply;
}

async function suggest(interaction: AutocompleteInteraction, context: Context): Promise<void> {
  const focused = interaction.options.getFocused(true);
  const command = context.commands.filter(isSlash).find(({ name }) => name === interaction.commandName);
  const subcommand = command?.subcommands?.find(({ name }) => name === subcommandOf(interaction));
  const option = (subcommand ?? command)?.options.find(({ name }) => name === focused.name);
  // A number, against what its type says, if another version of the command declares the option as one.
  const typed = String(focused.value);
  const suggestions =
    option?.type === 'string' ? await suggestionsOf(option, typed, interaction, context) : [];
  await interaction.respond(suggestions.filter(isSendable).slice(0, SUGGESTIONS).map(shownSuggestion));
}

/** Whether Discord takes a suggestion's value. It refuses the whole list for a single one that is too long. */
function isSendable({ value }: Suggestion): boolean {
  return value.trim() !== '' && value.length <= SUGGESTION_TEXT;
}

/** A suggestion as it is shown: cut to what Discord takes, and by its value if its name has nothing to show. */
function shownSuggestion({ name, value }: Suggestion): Suggestion {
  const shown = visible(name).trim();
  return { name: clip(shown === '' ? visible(value) : shown, SUGGESTION_TEXT), value };
}

async function suggestionsOf(
  { suggest, suggestStored }: TextOption,
  typed: string,
  interaction: AutocompleteInteraction,
  context: Context,
): Promise<Suggestion[]> {
  if (suggestStored) return suggestStored(typed, context, callerOf(interaction));
  return suggest?.(typed, context, privateLocale(interaction)) ?? [];
}

async function pressButton(
  interaction: ButtonInteraction,
  context: Context,
  { deferAfterMs }: { deferAfterMs: number },
): Promise<void> {
  const pressed = readCustomId(interaction.customId);
  if (!pressed) return tellAsker(interaction, { key: 'failure.button-outdated' });
  const isOwner = interaction.user.id === pressed.ownerId;
  if (pressed.name === REMOVE && pressed.args.length === 0) {
    if (!isOwner && !mayManageMessages(interaction))
      return tellAsker(interaction, { key: 'failure.remove-forbidden' });
    await interaction.deferUpdate();
    return interaction.deleteReply();
  }
  if (pressed.name === ANSWER_ME) {
    const running = answerPrivately(interaction, pressed.args, context);
    return respond(interaction, await withinTime(running, deferAfterMs, interaction, false), false);
  }
  const handler = handlerOf(pressed, context);
  if (!handler) return tellAsker(interaction, { key: 'failure.button-outdated' });
  if (handler.pressedBy === 'owner' && !isOwner)
    return tellAsker(interaction, { key: 'failure.button-owner' });
  const isPosted = handler.shown === 'public' || handler.shown === 'as-reply';
  if (isPosted && !mayWriteHere(interaction))
    return tellAsker(interaction, { key: 'failure.share-forbidden' });
  const made = await handler.run(pressed.args, context, presserOf(interaction, interaction.id));
  if ('fields' in made) {
    const id = formId(pressed, { ownerId: interaction.user.id, press: interaction.id });
    return void (await interaction.showModal(renderForm(made, { id, locale: privateLocale(interaction) })));
  }
  if (handler.shown === 'as-reply') return respondAsReply(interaction, made);
  // Whoever asked goes on in the language of the question, and shares what they read; others read their own.
  const locale = isOwner ? languageOfPressed(interaction) : null;
  const reply = locale === null ? made : { locale, ...made };
  if (handler.shown === 'in-place') return respondInPlace(interaction, reply, pressed.ownerId);
  await respond(interaction, reply, handler.shown === 'public');
}

/** Replies to a form that was filled in. Its custom id is made of that of the button that opened it, and of the press. */
async function submitForm(
  interaction: ModalSubmitInteraction,
  context: Context,
  { deferAfterMs }: { deferAfterMs: number },
): Promise<void> {
  const pressed = readFormId(interaction.customId);
  const handler = pressed && handlerOf(pressed, context);
  if (!handler?.submitted || pressed?.ownerId !== interaction.user.id)
    return tellAsker(interaction, { key: 'failure.button-outdated' });
  const isForAll = handler.shown === 'public' || handler.shown === 'as-command';
  const isPublic = isForAll && mayWriteHere(interaction);
  const presser = presserOf(interaction, pressed.press ?? interaction.id);
  const values = valuesOf(interaction);
  const submitted = handler.submitted(values, pressed.args, context, presser);
  const reply = await withinTime(Promise.resolve(submitted), deferAfterMs, interaction, isPublic);
  await respond(interaction, reply, isPublic, askedIn(values));
}

/** What was written into a form, by the fields' names. */
function valuesOf({ fields }: ModalSubmitInteraction): FormValues {
  const texts = [...fields.fields.values()].filter((field) => field.type === ComponentType.TextInput);
  return Object.fromEntries(texts.map(({ customId, value }) => [customId, value]));
}

function handlerOf({ name }: Pressed, { commands }: Context): ActionHandler | undefined {
  return commands.map(({ actions }) => actions?.[name]).find((found) => found !== undefined);
}

/** Whether a member may manage the messages of this channel. Discord shows the button to everybody. */
function mayManageMessages({ memberPermissions }: ButtonInteraction): boolean {
  return memberPermissions?.has(PermissionFlagsBits.ManageMessages) === true;
}

/** The person who pressed, under the name that the channel shows. */
function presserOf({ member, user }: ButtonInteraction | ModalSubmitInteraction, request: string): Presser {
  const name = member && 'displayName' in member ? member.displayName : user.displayName;
  return { id: user.id, name, request };
}

async function tellAsker(interaction: RepliableInteraction, message: Message): Promise<void> {
  await respond(interaction, failure(message), false);
}

/** Apologises after an error. If even that fails, the error is in the log already. */
async function apologise(interaction: RepliableInteraction, apology: Message, log: Logger): Promise<void> {
  try {
    await tellAsker(interaction, apology);
  } catch (error) {
    log.debug({ err: withoutRequest(error), interaction: interaction.id }, 'The apology could not be sent.');
  }
}
