import { randomBytes } from 'node:crypto';
import { apiComponentMessage, apiTargetMessage } from './api-messages.ts';
import { type ApiObject, apiChannel, apiMember, apiUser } from './api-objects.ts';
import { callbackTypes, interactionTypes } from './callback-rules.ts';
import { type CommandDefinition, commandTypes, type GivenCommand, typeOf } from './command-rules.ts';
import { type Component, componentTypes, everyComponent } from './components.ts';
import { Conversation } from './conversation.ts';
import type { Gateway } from './gateway.ts';
import { type OptionValues, sentOptions } from './options.ts';
import { directMessagePermissions, permissions, usualMemberPermissions } from './permissions.ts';
import type { Places } from './places.ts';
import {
  type Channel,
  type Guild,
  type Interaction,
  isEphemeral,
  type Message,
  type User,
  type World,
} from './world.ts';

/** Where and by whom an interaction is made. Without a channel it happens in the guild's first, or in a direct message. */
export interface Place {
  user: User;
  guild?: Guild;
  channel?: Channel;
  /** The user's language; English by default. */
  locale?: string;
  /** The server's language, if it should differ from the guild's own. */
  guildLocale?: string;
  memberPermissions?: bigint;
  /** Whether the server lets them say nothing for a time. */
  isTimedOut?: boolean;
  appPermissions?: bigint;
  /** The app also comes along with this user, whatever the server installed. */
  userInstall?: boolean;
}

export interface Invocation extends Place {
  /** A registered command's name, subcommands after it (`config language`); or a definition, registered or not. */
  command: string | GivenCommand;
  /** The subcommands, if `command` is a definition. */
  subcommand?: string;
  options?: OptionValues;
  /**
   * Sent even if Discord would not offer the command: contexts, installations and permissions are not checked.
   * Discord's client and servers do check them, but a bot must not rely on that for anything important.
   */
  forced?: boolean;
}

export interface Choice {
  name: string;
  value: string | number;
}

const contexts = { guild: 0, botDm: 1, privateChannel: 2 } as const;

/** Does what people do in Discord, and hands back what the bot made of it. */
export class Driver {
  readonly #world: World;
  readonly #gateway: Gateway;
  readonly #places: Places;

  constructor(world: World, gateway: Gateway, places: Places) {
    this.#world = world;
    this.#gateway = gateway;
    this.#places = places;
  }

  /** Runs a slash command. */
  invoke(invocation: Invocation): Conversation {
    return this.#command(interactionTypes.command, invocation);
  }

  /** Types into an option and resolves with the choices the bot offers. */
  async autocomplete({
    option,
    value = '',
    ...rest
  }: Omit<Invocation, 'options'> & {
    option: string;
    value?: string | number;
    /** The options already filled in. */
    options?: OptionValues;
  }): Promise<Choice[]> {
    const conversation = this.#command(
      interactionTypes.autocomplete,
      { ...rest, options: { ...rest.options, [option]: value } },
      option,
    );
    const { data } = await conversation.acknowledged();
    return (data.choices ?? []) as Choice[];
  }

  /** Runs a command from a message's context menu. */
  messageCommand({
    target,
    forced = false,
    ...invocation
  }: Omit<Invocation, 'options' | 'subcommand'> & { target: Message }): Conversation {
    const place = this.#settle({ channel: target.channel, ...invocation });
    const command = this.#find(invocation.command, commandTypes.message, place.guild);
    if (!forced) this.#checkOffered(command.definition, place);
    return this.#send(interactionTypes.command, place, {
      commandName: command.definition.name,
      data: {
        id: command.id,
        name: command.definition.name,
        type: commandTypes.message,
        target_id: target.id,
        resolved: {
          messages: {
            [target.id]: apiTargetMessage(this.#world, target),
          },
        },
      },
    });
  }

  /** Presses a button, or picks `values` in a select, of a message. */
  click({
    message,
    customId,
    values,
    ...place
  }: Place & { message: Message; customId: string; values?: string[] }): Conversation {
    const component = everyComponent(message.components)
      .map((placed) => placed.component)
      .find((candidate) => candidate.custom_id === customId);
    if (!component)
      throw new Error(`The message has no component ${customId}: ${JSON.stringify(message.components)}`);
    this.#checkUsable(message, component, place.user, values);
    return this.#send(interactionTypes.component, this.#settle({ ...place, ...placeOf(message) }), {
      source: message,
      data: {
        custom_id: customId,
        component_type: component.type,
        id: component.id,
        ...(component.type === componentTypes.button ? {} : { values: values ?? [] }),
      },
    });
  }

  /** Fills in and sends the modal with which a conversation was answered. */
  async submitModal({
    conversation,
    fields,
    ...place
  }: Omit<Place, 'user'> & {
    conversation: Conversation;
    fields: Record<string, string | string[]>;
    user?: User;
  }): Promise<Conversation> {
    const { type, data } = await conversation.acknowledged();
    if (type !== callbackTypes.modal)
      throw new Error(`Answered with callback type ${type}, not with a modal`);
    const { interaction } = conversation;
    const components = withComponentTree((data.components ?? []) as Component[], fields);
    return this.#send(
      interactionTypes.modalSubmit,
      this.#settle({ user: interaction.user, ...placeOf(interaction), ...place }),
      { source: interaction.source, data: { custom_id: data.custom_id, components } },
    );
  }

  #command(
    type: number,
    { command, subcommand, options = {}, forced = false, ...where }: Invocation,
    focused?: string,
  ): Conversation {
    const place = this.#settle(where);
    const [name = '', ...path] =
      typeof command === 'string' ? command.split(' ') : [command.name, ...(subcommand?.split(' ') ?? [])];
    const { id, definition } = this.#find(
      typeof command === 'string' ? name : command,
      commandTypes.chatInput,
      place.guild,
    );
    if (!forced) this.#checkOffered(definition, place);
    const sent = sentOptions(this.#world, definition, {
      path,
      values: options,
      focused,
      guild: place.guild,
      memberPermissions: place.memberPermissions,
    });
    return this.#send(type, place, {
      commandName: [definition.name, ...path].join(' '),
      data: { id, name: definition.name, type: commandTypes.chatInput, ...sent },
    });
  }

  /** The command as registered, in the guild or globally; a definition serves for one that was never registered. */
  #find(command: string | GivenCommand, type: number, guild: Guild | null) {
    const name = typeof command === 'string' ? command : command.name;
    const scopes = guild ? [guild.id, 'global'] : ['global'];
    const registered = scopes
      .flatMap((scope) => this.#world.commands.get(scope) ?? [])
      .find((candidate) => candidate.name === name && typeOf(candidate) === type);
    if (typeof command !== 'string')
      return { id: registered?.id ?? this.#world.snowflake(), definition: command as CommandDefinition };
    if (!registered) throw new Error(`No command ${name} of type ${type} is registered`);
    return { id: registered.id, definition: registered };
  }

  /** Discord shows a command only in the places that its definition allows. */
  #checkOffered(command: CommandDefinition, place: SettledPlace): void {
    if (command.contexts && !command.contexts.includes(place.context)) {
      throw new Error(`/${command.name} is not offered in context ${place.context}`);
    }
    const installs = command.integration_types ?? [0];
    if (!Object.keys(place.owners).some((install) => installs.includes(Number(install)))) {
      throw new Error(`/${command.name} is not offered to this kind of installation`);
    }
    const needed = BigInt(command.default_member_permissions ?? 0);
    const isAdministrator = (place.memberPermissions & permissions.administrator) !== 0n;
    const barred =
      command.default_member_permissions === '0' || (place.memberPermissions & needed) !== needed;
    if (place.guild && command.default_member_permissions != null && barred && !isAdministrator) {
      throw new Error(`/${command.name} is not offered to members without ${needed}`);
    }
  }

  /** A client lets nobody press what is gone, disabled, or shown to somebody else. */
  #checkUsable(
    message: Message,
    component: Component,
    user: User,
    values: readonly string[] | undefined,
  ): void {
    const id = component.custom_id;
    if (message.deleted) throw new Error(`The message of ${id} is deleted`);
    if (component.disabled) throw new Error(`${id} is disabled`);
    if (isEphemeral(message) && message.interaction?.user !== user)
      throw new Error(`${id} is not shown to ${user.name}`);
    if (component.type !== componentTypes.stringSelect) return;
    const known = new Set(component.options?.map((option) => option.value));
    const picked = values ?? [];
    const isFew = picked.length < (component.min_values ?? 1);
    if (isFew || picked.length > (component.max_values ?? 1) || picked.some((value) => !known.has(value))) {
      throw new Error(`${id} does not let ${JSON.stringify(picked)} be picked`);
    }
  }

  #settle({ user, guild, channel, ...rest }: Place): SettledPlace {
    const at = channel ?? guild?.channels[0] ?? this.#places.directMessages(user);
    const settledGuild = at.guild;
    const context = settledGuild ? contexts.guild : at.hasBot ? contexts.botDm : contexts.privateChannel;
    const byServer = settledGuild ? settledGuild.hasBot : at.hasBot;
    const byUser = rest.userInstall ?? !byServer;
    return {
      user,
      channel: at,
      guild: settledGuild,
      context,
      owners: {
        ...(byServer ? { 0: settledGuild?.id ?? '0' } : {}),
        ...(byUser ? { 1: user.id } : {}),
      },
      locale: rest.locale ?? 'en-US',
      guildLocale: rest.guildLocale ?? settledGuild?.locale ?? null,
      isTimedOut: rest.isTimedOut ?? false,
      memberPermissions: rest.memberPermissions ?? usualMemberPermissions,
      appPermissions: rest.appPermissions ?? (settledGuild ? at.appPermissions : directMessagePermissions),
    };
  }

  #send(
    type: number,
    place: SettledPlace,
    {
      data,
      commandName = null,
      source = null,
    }: { data: ApiObject; commandName?: string | null; source?: Message | null },
  ): Conversation {
    const id = this.#world.snowflake();
    const token = randomBytes(32).toString('base64url');
    const payload: ApiObject = {
      ...payloadOf(place),
      id,
      token,
      type,
      application_id: this.#world.applicationId,
      data:
        place.guild && commandName !== null && !this.#isGlobal(data.id)
          ? { ...data, guild_id: place.guild.id }
          : data,
      ...(source ? { message: apiComponentMessage(this.#world, source) } : {}),
    };
    const interaction: Interaction = {
      id,
      token,
      type,
      payload,
      channel: place.channel,
      user: place.user,
      commandName,
      userInstallOnly: !('0' in place.owners),
      createdAt: this.#world.clock.now(),
      source,
      acknowledgement: null,
      original: null,
      followUps: [],
      errors: [],
    };
    this.#world.interactions.set(id, interaction);
    const guildId = place.guild?.hasBot ? place.guild.id : null;
    if (!this.#gateway.dispatch('INTERACTION_CREATE', payload, guildId)) {
      throw new Error('The bot is not connected to the gateway');
    }
    return new Conversation(this.#world, interaction);
  }

  #isGlobal(commandId: unknown): boolean {
    return (this.#world.commands.get('global') ?? []).some(({ id }) => id === commandId);
  }
}

interface SettledPlace {
  user: User;
  channel: Channel;
  guild: Guild | null;
  context: number;
  owners: Record<string, string>;
  locale: string;
  guildLocale: string | null;
  memberPermissions: bigint;
  isTimedOut: boolean;
  appPermissions: bigint;
}

const placeOf = ({ channel }: { channel: Channel }): { channel: Channel; guild?: Guild } =>
  channel.guild ? { channel, guild: channel.guild } : { channel };

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object */
function payloadOf(place: SettledPlace): ApiObject {
  const { guild, channel, user } = place;
  return {
    version: 1,
    channel_id: channel.id,
    channel: { ...apiChannel(channel), permissions: place.memberPermissions.toString() },
    ...(guild
      ? {
          guild_id: guild.id,
          guild: { id: guild.id, locale: place.guildLocale, features: [] },
          guild_locale: place.guildLocale,
          member: {
            ...apiMember(user, place.memberPermissions),
            ...(place.isTimedOut && { communication_disabled_until: '2999-01-01T00:00:00.000Z' }),
          },
        }
      : { user: apiUser(user) }),
    locale: place.locale,
    app_permissions: place.appPermissions.toString(),
    authorizing_integration_owners: place.owners,
    context: place.context,
    entitlements: [],
    attachment_size_limit: 10_485_760,
  };
}

/** A modal's components as its submission carries them: each input with what was put into it. */
function withComponentTree(
  components: readonly Component[],
  fields: Record<string, string | string[]>,
): ApiObject[] {
  const ids = everyComponent(components as Component[]).flatMap(({ component }) => component.custom_id ?? []);
  for (const id of Object.keys(fields)) {
    if (!ids.includes(id)) throw new Error(`The modal has no input ${id}`);
  }
  const sent = (component: Component): ApiObject => {
    const { type, custom_id: id } = component;
    const value = fields[id ?? ''];
    return {
      type,
      ...(id == null ? {} : { custom_id: id }),
      ...(component.components ? { components: component.components.map(sent) } : {}),
      ...(component.component ? { component: sent(component.component) } : {}),
      ...(type === componentTypes.textInput ? { value: value ?? '' } : {}),
      ...(type === componentTypes.stringSelect ? { values: value ?? [] } : {}),
    };
  };
  return components.filter(({ type }) => type !== componentTypes.textDisplay).map(sent);
}
