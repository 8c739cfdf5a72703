import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  REST,
  Routes,
} from 'discord.js';
import {
  type Command,
  type CommandOption,
  isSlash,
  type Subcommand,
  type TextOption,
} from '../../commands/command.ts';
import type { Config } from '../config.ts';
import { LOCALES } from '../core/language/locale.ts';
import { inEachLanguage, type PlainKey } from '../messages/message.ts';
import { waitOf } from './rate-limits.ts';
import { requestOptions } from './rest.ts';

/** Discord's type for each type of option. */
export const OPTION_TYPES = {
  string: ApplicationCommandOptionType.String,
  boolean: ApplicationCommandOptionType.Boolean,
  integer: ApplicationCommandOptionType.Integer,
  channel: ApplicationCommandOptionType.Channel,
} as const;
/** The channels that people can write in: text and announcement channels, and threads. */
const WRITABLE = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

const IN_SERVERS = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
};
const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** Nobody waits longer for a program that says nothing meanwhile. */
const LONGEST_WAIT_MS = 60_000;

/** What a registration did to each command, by name. */
export interface Registered {
  added: string[];
  changed: string[];
  removed: string[];
  unchanged: string[];
}

/**
 * Replaces Discord's list of commands with ours, in one server if DISCORD_GUILD_ID is set, otherwise everywhere.
 * Registering the same list again changes nothing.
 * @throws what discord.js throws when Discord refuses; `explainDiscordError` puts it into words
 */
export async function register(commands: readonly Command[], config: Config): Promise<Registered> {
  const rest = new REST({
    ...(await requestOptions(config)),
    rejectOnRateLimit: (limit) => waitOf(limit) > LONGEST_WAIT_MS,
  }).setToken(config.DISCORD_TOKEN ?? '');
  const applicationId = config.DISCORD_APPLICATION_ID ?? (await ownApplicationId(rest));
  const route = config.DISCORD_GUILD_ID
    ? Routes.applicationGuildCommands(applicationId, config.DISCORD_GUILD_ID)
    : Routes.applicationCommands(applicationId);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const present = (await rest.get(route, { query })) as Named[];
  const wanted = commands.map(registrationOf);

  const result: Registered = { added: [], changed: [], removed: [], unchanged: [] };
  for (const command of wanted) {
    const before = present.find((each) => isSame(each, command));
    if (!before) result.added.push(command.name);
    else if (hasAllOf(before, command)) result.unchanged.push(command.name);
    else result.changed.push(command.name);
  }
  result.removed = present
    .filter((each) => !wanted.some((command) => isSame(each, command)))
    .map(({ name }) => name);
  if (result.added.length + result.changed.length + result.removed.length > 0)
    await rest.put(route, { body: wanted });
  return result;
}

interface Named {
  name: string;
  type?: ApplicationCommandType;
}

/** A slash command and a command in a message's menu can share a name. A missing type means a slash command. */
function isSame(one: Named, other: Named): boolean {
  const typeOf = ({ type }: Named) => type ?? ApplicationCommandType.ChatInput;
  return one.name === other.name && typeOf(one) === typeOf(other);
}

async function ownApplicationId(rest: REST): Promise<string> {
  const application = (await rest.get(Routes.currentApplication())) as { id: string };
  return application.id;
}

/** Whether Discord's object has everything that ours has. Discord adds ids, and leaves out defaults. */
function hasAllOf(theirs: unknown, ours: unknown): boolean {
  if (Array.isArray(ours)) {
    const list = Array.isArray(theirs) ? theirs : [];
    return list.length === ours.length && ours.every((item, at) => hasAllOf(list[at], item));
  }
  if (typeof ours === 'object' && ours !== null) {
    const fields = Object(theirs) as Record<string, unknown>;
    return Object.entries(ours).every(([key, value]) => hasAllOf(fields[key], value));
  }
  return theirs === ours || (theirs === undefined && ours === false);
}

/** A command in the form that Discord registers. */
function registrationOf(command: Command) {
  const { subcommands, requires } = isSlash(command) ? command : {};
  return {
    name: command.name,
    ...localised('name', command.localName),
    ...(isSlash(command)
      ? {
          type: ApplicationCommandType.ChatInput,
          ...localised('description', command.description),
          options: subcommands ? subcommands.map(subcommandOf) : command.options.map(optionOf),
        }
      : { type: ApplicationCommandType.Message }),
    ...(requires && { default_member_permissions: PermissionFlagsBits[requires].toString() }),
    ...(subcommands ? IN_SERVERS : EVERYWHERE),
  };
}

function subcommandOf({ name, localName, description, options }: Subcommand) {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name,
    ...localised('name', localName),
    ...localised('description', description),
    options: options.map(optionOf),
  };
}

function optionOf(option: CommandOption) {
  return {
    type: OPTION_TYPES[option.type],
    name: option.name,
    ...localised('name', option.localName),
    ...localised('description', option.description),
    required: option.required ?? false,
    ...(option.type === 'string' && textLimits(option)),
    ...(option.type === 'integer' && { min_value: option.range[0], max_value: option.range[1] }),
    ...(option.type === 'channel' && { channel_types: WRITABLE }),
  };
}

function textLimits({ maxLength, choices, suggest, suggestStored }: TextOption) {
  return {
    ...(maxLength !== undefined && { max_length: maxLength }),
    ...(choices && { choices: choices.map(choiceOf) }),
    ...((suggest || suggestStored) && { autocomplete: true }),
  };
}

function choiceOf({ label, value }: NonNullable<TextOption['choices']>[number]) {
  const { en, ...others } = inEachLanguage({ key: label });
  return { name: en, name_localizations: others, value };
}

/** A text in the fields of its languages. Of a name only the others are needed: the English one is in the code. */
function localised(field: 'name' | 'description', key: PlainKey) {
  const texts = inEachLanguage({ key });
  const others = Object.fromEntries(
    LOCALES.filter((locale) => locale !== 'en').map((locale) => [locale, texts[locale]]),
  );
  return { ...(field === 'description' && { description: texts.en }), [`${field}_localizations`]: others };
}
