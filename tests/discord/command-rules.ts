import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import { type FormProblem, refuseForm, tooManyCommands } from './refusals.ts';
import { schemaProblems, schemas } from './schemas.ts';

// The rules of https://discord.com/developers/docs/interactions/application-commands that Discord's
// published schemas do not express. Lengths are counted in UTF-16 units, as those schemas do.

type Localizations = Record<string, string> | null;

export interface CommandChoice {
  name: string;
  name_localizations?: Localizations;
  value: string | number;
}

export interface CommandOption {
  type: number;
  name: string;
  name_localizations?: Localizations;
  description: string;
  description_localizations?: Localizations;
  required?: boolean | null;
  autocomplete?: boolean | null;
  choices?: CommandChoice[] | null;
  options?: CommandOption[] | null;
  min_length?: number | null;
  max_length?: number | null;
  min_value?: number | null;
  max_value?: number | null;
  channel_types?: number[] | null;
}

export interface CommandDefinition {
  type?: number | null;
  name: string;
  name_localizations?: Localizations;
  description?: string | null;
  description_localizations?: Localizations;
  options?: CommandOption[] | null;
  default_member_permissions?: string | null;
  contexts?: number[] | null;
  integration_types?: number[] | null;
  nsfw?: boolean;
}

/** A command's definition as tests give it: in the stand-in's own shape, or as a builder's JSON. */
export type GivenCommand = CommandDefinition | RESTPostAPIApplicationCommandsJSONBody;

export const commandTypes = { chatInput: 1, user: 2, message: 3 } as const;
export const optionTypes = {
  subcommand: 1,
  subcommandGroup: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
} as const;

/** Refuses a whole set of commands, as a bulk overwrite does: one bad command refuses them all. */
export function refuseInvalidCommands(bodies: readonly unknown[]): void {
  refuseForm(
    bodies.flatMap((body, index) =>
      commandProblems(body, schemas.commandInBulk).map((problem) => ({
        ...problem,
        path: [index, ...problem.path],
      })),
    ),
  );
  const commands = bodies as readonly CommandDefinition[];
  refuseForm(duplicateNames(commands));
  refuseTooMany(commands);
}

/** Refuses one command, as the creation of a single command does. */
export function refuseInvalidCommand(body: unknown): void {
  refuseForm(commandProblems(body, schemas.command));
}

/** "An app can have 100 global CHAT_INPUT commands, 15 global USER commands, 15 global MESSAGE commands"; the same for each guild. */
export function refuseTooMany(commands: readonly CommandDefinition[]): void {
  for (const [type, limit] of [
    [commandTypes.chatInput, 100],
    [commandTypes.user, 15],
    [commandTypes.message, 15],
  ] as const) {
    if (commands.filter((command) => typeOf(command) === type).length > limit) throw tooManyCommands(limit);
  }
}

function commandProblems(body: unknown, schema: Parameters<typeof schemaProblems>[0]): FormProblem[] {
  const ofSchema = schemaProblems(schema, withNumericPermissions(body));
  if (ofSchema.length > 0) return ofSchema;
  const command = body as CommandDefinition;
  return [
    ...validName(command),
    ...validLocales(command),
    ...validDescription(command),
    ...optionsOnlyOnChatInput(command),
    ...distinctValues(command),
    ...optionProblems(command.options ?? [], ['options']),
    ...totalSize(command),
  ];
}

/** The schema asks for a number, but the API takes a decimal string, and every client sends one. */
function withNumericPermissions(body: unknown): unknown {
  const permissions = (body as CommandDefinition | null)?.default_member_permissions;
  if (typeof permissions !== 'string' || !/^\d+$/.test(permissions)) return body;
  return { ...(body as CommandDefinition), default_member_permissions: Number(permissions) };
}

export const typeOf = (command: CommandDefinition): number => command.type ?? commandTypes.chatInput;

const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** "CHAT_INPUT command names and command option names must match the regex … you must use lowercase variants"; localisations alike. */
function validName(named: CommandDefinition | CommandOption, path: PropertyKey[] = []): FormProblem[] {
  const isOption = path.length > 0;
  if (!isOption && typeOf(named as CommandDefinition) !== commandTypes.chatInput) return [];
  const names: [PropertyKey[], string][] = [
    [['name'], named.name],
    ...Object.entries(named.name_localizations ?? {}).map(([locale, name]): [PropertyKey[], string] => [
      ['name_localizations', locale],
      name,
    ]),
  ];
  return names
    .filter(([, name]) => !namePattern.test(name) || name !== name.toLowerCase())
    .map(([place]) =>
      problem([...path, ...place], 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid'),
    );
}

/** "Localization dictionary … with keys in available locales". */
function validLocales(
  localized: CommandDefinition | CommandOption | CommandChoice,
  path: PropertyKey[] = [],
): FormProblem[] {
  return (['name_localizations', 'description_localizations'] as const).flatMap((field) =>
    Object.keys((localized as CommandOption)[field] ?? {})
      .filter((locale) => schemaProblems(schemas.locale, locale).length > 0)
      .map((locale) =>
        problem([...path, field], 'ENUM_TYPE_COERCE', `Value "${locale}" is not a valid enum value.`),
      ),
  );
}

/** "Description for CHAT_INPUT commands, 1-100 characters. Empty string for USER and MESSAGE commands". */
function validDescription(command: CommandDefinition): FormProblem[] {
  if (typeOf(command) === commandTypes.chatInput) {
    return command.description
      ? []
      : [problem(['description'], 'BASE_TYPE_REQUIRED', 'This field is required')];
  }
  const described = command.description || Object.keys(command.description_localizations ?? {}).length > 0;
  return described
    ? [
        problem(
          ['description'],
          'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID',
          'Context menu commands cannot have a description',
        ),
      ]
    : [];
}

/** "`options` can only be set for application commands of type CHAT_INPUT". */
function optionsOnlyOnChatInput(command: CommandDefinition): FormProblem[] {
  return typeOf(command) !== commandTypes.chatInput && (command.options ?? []).length > 0
    ? [
        problem(
          ['options'],
          'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_INVALID',
          'Context menu commands cannot have options',
        ),
      ]
    : [];
}

/** `contexts` and `integration_types` are sets: the published schema marks their items unique. */
function distinctValues(command: CommandDefinition): FormProblem[] {
  return (['contexts', 'integration_types'] as const)
    .filter((field) => new Set(command[field]).size !== (command[field] ?? []).length)
    .map((field) =>
      problem([field], 'SET_TYPE_ALREADY_CONTAINS_VALUE', 'The set already contains this value'),
    );
}

function optionProblems(options: readonly CommandOption[], path: PropertyKey[]): FormProblem[] {
  return [
    ...requiredBeforeOptional(options, path),
    ...distinctOptionNames(options, path),
    ...subcommandsNotMixed(options, path),
    ...options.flatMap((option, index) => {
      const here = [...path, index];
      return [
        ...validName(option, here),
        ...validLocales(option, here),
        ...choicesOrAutocomplete(option, here),
        ...validChoices(option, here),
        ...orderedLimits(option, here),
        ...optionProblems(option.options ?? [], [...here, 'options']),
      ];
    }),
  ];
}

/** "Required `options` must be listed before optional options". */
function requiredBeforeOptional(options: readonly CommandOption[], path: PropertyKey[]): FormProblem[] {
  const firstOptional = options.findIndex((option) => !option.required);
  return options.flatMap((option, index) =>
    option.required && firstOptional !== -1 && index > firstOptional
      ? [
          problem(
            [...path, index],
            'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
            'Required options must be placed before non-required options',
          ),
        ]
      : [],
  );
}

/** "\* `name` must be unique within an array of application command options". */
function distinctOptionNames(options: readonly CommandOption[], path: PropertyKey[]): FormProblem[] {
  const names = options.map((option) => option.name);
  return names.flatMap((name, index) =>
    names.indexOf(name) < index
      ? [
          problem(
            [...path, index],
            'APPLICATION_COMMAND_OPTION_NAME_ALREADY_EXISTS',
            'Option name already exists',
          ),
        ]
      : [],
  );
}

/** "Using subcommands or subcommand groups will make your base command unusable": they do not mix with plain options. */
function subcommandsNotMixed(options: readonly CommandOption[], path: PropertyKey[]): FormProblem[] {
  const isSubcommand = (option: CommandOption) => option.type <= optionTypes.subcommandGroup;
  return options.some(isSubcommand) && !options.every(isSubcommand)
    ? [
        problem(
          path,
          'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
          'Sub-command and sub-command group option types are mutually exclusive to all other types',
        ),
      ]
    : [];
}

/** "`autocomplete` may not be set to true if `choices` are present". */
function choicesOrAutocomplete(option: CommandOption, path: PropertyKey[]): FormProblem[] {
  return option.autocomplete && (option.choices ?? []).length > 0
    ? [
        problem(
          [...path, 'choices'],
          'APPLICATION_COMMAND_OPTIONS_CHOICES_AND_AUTOCOMPLETE',
          'Options cannot have both choices and autocomplete',
        ),
      ]
    : [];
}

/** Choice values: "up to 100 characters if string". Choice names must differ within an option. */
function validChoices(option: CommandOption, path: PropertyKey[]): FormProblem[] {
  const choices = option.choices ?? [];
  const names = choices.map((choice) => choice.name);
  return choices.flatMap((choice, index) => [
    ...validLocales(choice, [...path, 'choices', index]),
    ...(typeof choice.value === 'string' && choice.value.length > 100
      ? [
          problem(
            [...path, 'choices', index, 'value'],
            'BASE_TYPE_MAX_LENGTH',
            'Must be 100 or fewer in length.',
          ),
        ]
      : []),
    ...(names.indexOf(choice.name) < index
      ? [
          problem(
            [...path, 'choices', index],
            'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
            'Choice name already exists',
          ),
        ]
      : []),
  ]);
}

/** A lower limit may not be above its upper one (`min_value`/`max_value`, `min_length`/`max_length`). */
function orderedLimits(option: CommandOption, path: PropertyKey[]): FormProblem[] {
  const crossed = (low?: number | null, high?: number | null) => low != null && high != null && low > high;
  return crossed(option.min_value, option.max_value) || crossed(option.min_length, option.max_length)
    ? [problem(path, 'APPLICATION_COMMAND_OPTIONS_MIN_MAX_INVALID', 'The minimum is above the maximum')]
    : [];
}

/**
 * "Slash commands can have a maximum of 8000 characters for combined name, description, and value properties
 * for each command, its options (including subcommands and groups), and choices. When localization fields are
 * present, only the longest localization for each field (including the default value) is counted".
 */
function totalSize(command: CommandDefinition): FormProblem[] {
  return sizeOf(command) > 8000
    ? [problem([], 'APPLICATION_COMMAND_TOO_LARGE', 'Command exceeds maximum size (8000)')]
    : [];
}

function sizeOf(part: CommandDefinition | CommandOption | CommandChoice): number {
  const { name, description, options, choices, value, ...rest } = part as CommandOption & CommandChoice;
  const longest = (own: string | null | undefined, localized: Localizations | undefined) =>
    Math.max(...[own ?? '', ...Object.values(localized ?? {})].map((text) => text.length));
  return (
    longest(name, rest.name_localizations) +
    longest(description, rest.description_localizations) +
    (typeof value === 'string' ? value.length : 0) +
    [...(options ?? []), ...(choices ?? [])].reduce((total, child) => total + sizeOf(child), 0)
  );
}

/** "Names are unique per application, per scope, and per command type". */
function duplicateNames(commands: readonly CommandDefinition[]): FormProblem[] {
  const keys = commands.map((command) => `${typeOf(command)} ${command.name}`);
  return keys.flatMap((key, index) =>
    keys.indexOf(key) < index
      ? [problem([index], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique')]
      : [],
  );
}

const problem = (path: PropertyKey[], code: string, message: string): FormProblem => ({
  path,
  code,
  message,
});
