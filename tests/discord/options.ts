import { type ApiObject, apiMember, apiPartialChannel, apiUser } from './api-objects.ts';
import { type CommandDefinition, type CommandOption, optionTypes } from './command-rules.ts';
import { usualMemberPermissions } from './permissions.ts';
import type { Guild, World } from './world.ts';

export type OptionValue = string | number | boolean;

/** Option values by name, as a test gives them. People, roles and channels are given by id. */
export type OptionValues = Readonly<Record<string, OptionValue>>;

interface SentOption {
  name: string;
  type: number;
  value?: OptionValue;
  focused?: boolean;
  options?: SentOption[];
}

/**
 * The `options` and `resolved` of an interaction, from plain values. A client lets nobody send values that the
 * command's definition does not allow, so such values are an error of the test.
 */
export function sentOptions(
  world: World,
  definition: CommandDefinition,
  {
    path,
    values,
    focused,
    guild,
    memberPermissions,
  }: {
    path: readonly string[];
    values: OptionValues;
    focused?: string | undefined;
    guild: Guild | null;
    /** What the person who gives them may do. */
    memberPermissions: bigint;
  },
): { options: SentOption[]; resolved?: ApiObject } {
  const { declared, wrap } = descend(definition, path);
  for (const name of Object.keys(values)) {
    if (!declared.some((option) => option.name === name))
      throw new Error(`/${definition.name} has no option ${name}`);
  }
  const given = declared.flatMap((option): SentOption[] => {
    const value = values[option.name];
    if (value === undefined) {
      // While somebody still types in one option, the required others may be missing.
      if (option.required && focused === undefined) throw new Error(`Option ${option.name} is required`);
      return [];
    }
    const isFocused = option.name === focused;
    if (!isFocused) checkValue(option, value);
    return [{ name: option.name, type: option.type, value, ...(isFocused ? { focused: true } : {}) }];
  });
  for (const option of declared) {
    if (option.type === optionTypes.channel && option.name !== focused)
      checkChannel(world, option, values[option.name], guild);
  }
  const resolved = resolve(world, given, { guild, memberPermissions });
  return Object.keys(resolved).length > 0 ? { options: wrap(given), resolved } : { options: wrap(given) };
}

/** Walks down subcommand names to the options that carry values. */
function descend(definition: CommandDefinition, path: readonly string[]) {
  let declared: readonly CommandOption[] = definition.options ?? [];
  const steps: CommandOption[] = [];
  for (const name of path) {
    const step = declared.find(
      (option) => option.name === name && option.type <= optionTypes.subcommandGroup,
    );
    if (!step) throw new Error(`/${definition.name} has no subcommand ${name}`);
    steps.push(step);
    declared = step.options ?? [];
  }
  if (declared.some((option) => option.type <= optionTypes.subcommandGroup)) {
    throw new Error(`/${[definition.name, ...path].join(' ')} is called by one of its subcommands only`);
  }
  const wrap = (given: SentOption[]) =>
    steps.reduceRight<SentOption[]>((options, { name, type }) => [{ name, type, options }], given);
  return { declared, wrap };
}

function checkValue(option: CommandOption, value: OptionValue): void {
  const wrong = (why: string) =>
    new Error(`Option ${option.name} cannot be ${JSON.stringify(value)}: ${why}`);
  const isNumber = option.type === optionTypes.integer || option.type === optionTypes.number;
  const expected = isNumber ? 'number' : option.type === optionTypes.boolean ? 'boolean' : 'string';
  if (typeof value !== expected) throw wrong(`it takes a ${expected}`);
  if (option.type === optionTypes.integer && !Number.isInteger(value)) throw wrong('it takes whole numbers');
  const measure = isNumber ? Number(value) : String(value).length;
  const [least, most] = isNumber
    ? [option.min_value, option.max_value]
    : [option.min_length, option.max_length ?? 6000];
  if (measure < (least ?? Number.NEGATIVE_INFINITY) || measure > (most ?? Number.POSITIVE_INFINITY)) {
    throw wrong(`it must lie between ${least} and ${most}`);
  }
  if (option.choices?.length && !option.choices.some((choice) => choice.value === value)) {
    throw wrong('it is none of the choices');
  }
}

/** A client offers the channels of this server alone, and of the types that the option asks for. */
function checkChannel(
  world: World,
  { name, channel_types: types }: CommandOption,
  value: OptionValue | undefined,
  guild: Guild | null,
): void {
  const channel = world.channels.get(String(value));
  if (!channel) return;
  if (channel.guild !== guild) throw new Error(`Option ${name} cannot be a channel of another server`);
  if (types?.length && !types.includes(channel.type)) {
    throw new Error(
      `Option ${name} cannot be a channel of type ${channel.type}: it takes ${types.join(', ')}`,
    );
  }
}

function resolve(
  world: World,
  given: readonly SentOption[],
  { guild, memberPermissions }: { guild: Guild | null; memberPermissions: bigint },
): ApiObject {
  const resolved: Record<'users' | 'members' | 'roles' | 'channels', ApiObject> = {
    users: {},
    members: {},
    roles: {},
    channels: {},
  };
  for (const { type, value, focused } of given) {
    const id = String(value);
    if (focused || type < optionTypes.user || type > optionTypes.mentionable) continue;
    const user = type === optionTypes.channel || type === optionTypes.role ? undefined : world.users.get(id);
    const role =
      type === optionTypes.role || type === optionTypes.mentionable
        ? guild?.roles.find((candidate) => candidate.id === id)
        : undefined;
    const channel = type === optionTypes.channel ? world.channels.get(id) : undefined;
    if (!user && !role && !channel) throw new Error(`Nothing here has the id ${id}`);
    if (user) {
      resolved.users[id] = apiUser(user);
      if (guild) resolved.members[id] = memberWithoutUser(apiMember(user, usualMemberPermissions));
    }
    if (role)
      resolved.roles[id] = {
        ...role,
        permissions: '0',
        position: 1,
        color: 0,
        hoist: false,
        managed: false,
        mentionable: false,
      };
    if (channel) resolved.channels[id] = apiPartialChannel(channel, memberPermissions);
  }
  return Object.fromEntries(
    Object.entries(resolved).filter(([, entries]) => Object.keys(entries).length > 0),
  );
}

/** "Partial Member objects are missing `user`, `deaf` and `mute` fields". */
export function memberWithoutUser(member: ApiObject): ApiObject {
  const { user: _user, deaf: _deaf, mute: _mute, ...rest } = member;
  return rest;
}
