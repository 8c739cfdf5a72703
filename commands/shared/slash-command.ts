import { nameForm } from '../../src/core/language/name-form.ts';
import {
  inEachLanguage,
  type Message,
  type PlainKey,
  type TypedText,
  typedText,
} from '../../src/messages/message.ts';
import { failure, type Reply } from '../../src/reply/reply.ts';
import type {
  Caller,
  CommandOption,
  Context,
  Input,
  OptionValue,
  SlashCommand,
  Subcommand,
  TextOption,
} from '../command.ts';

/** Makes a slash command of its declaration, whose `run` is given each option with the type declared for it. */
export function slashCommand<const Options extends readonly CommandOption[]>(
  declaration: Declaration<SlashCommand, Options>,
): SlashCommand {
  return { ...declaration, run: checked((nameOf) => nameOf(declaration.localName), declaration) };
}

/**
 * Makes a subcommand of its declaration, as `slashCommand` does.
 * @param parent the key of the name of the command that it belongs to
 */
export function subcommand<const Options extends readonly CommandOption[]>(
  parent: PlainKey,
  declaration: Declaration<Subcommand, Options>,
): Subcommand {
  const name: CommandName = (nameOf) => `${nameOf(parent)} ${nameOf(declaration.localName)}`;
  return { ...declaration, run: checked(name, declaration) };
}

/** The values of options by name, each of the type that its declaration gives it. */
export type ValuesOf<Options extends readonly CommandOption[]> = {
  readonly [Option in Options[number] as Option['name']]: Option extends { required: true }
    ? ValueOf<Option>
    : ValueOf<Option> | undefined;
};

type ValueOf<Option extends CommandOption> = Option extends { choices: readonly { value: infer Value }[] }
  ? Value
  : { string: string; boolean: boolean; integer: number; channel: string }[Option['type']];

type Declaration<Command extends SlashCommand | Subcommand, Options extends readonly CommandOption[]> = Omit<
  Command,
  'options' | 'run'
> &
  TypedRun<Options>;

interface TypedRun<Options extends readonly CommandOption[]> {
  options: Options;
  run: (values: ValuesOf<Options>, context: Context, caller?: Caller) => Reply | Promise<Reply>;
}

/** Writes the name of a command, given the names behind keys. */
type CommandName = Parameters<typeof typedText>[0];

/** The `run` of a command: the one place that turns options as they were given into options as they are declared. */
function checked<Options extends readonly CommandOption[]>(
  command: CommandName,
  { options, run }: TypedRun<Options>,
): SlashCommand['run'] {
  return (input, context, caller) => {
    const meant = withChoices(input, options);
    return areValuesOf(options, meant)
      ? run(meant, context, caller)
      : failure(faultIn(meant, options, command));
  };
}

/** The input with the values of the choices that were made. Some clients send what they show instead. */
function withChoices(input: Input, options: readonly CommandOption[]): Input {
  const chosen = options.flatMap((option) => {
    const value = input[option.name];
    return option.type === 'string' && option.choices && typeof value === 'string'
      ? [[option.name, choiceMeant(option, value) ?? value]]
      : [];
  });
  return { ...input, ...Object.fromEntries(chosen) };
}

function choiceMeant({ choices = [], readChoice }: TextOption, typed: string): string | undefined {
  const form = nameForm(typed);
  const shown = choices.find(({ value, label }) =>
    [value, ...Object.values(inEachLanguage({ key: label }))].some((name) => nameForm(name) === form),
  );
  return shown?.value ?? readChoice?.(typed);
}

function areValuesOf<Options extends readonly CommandOption[]>(
  options: Options,
  input: Input,
): input is Input & ValuesOf<Options> {
  const isDeclared = (name: string) => options.some((option) => option.name === name);
  return (
    Object.keys(input).every(isDeclared) && options.every((option) => accepts(option, input[option.name]))
  );
}

function accepts(option: CommandOption, value: OptionValue | undefined): boolean {
  if (value === undefined) return option.required !== true;
  switch (option.type) {
    case 'string':
      return typeof value === 'string' && (option.choices?.some((choice) => choice.value === value) ?? true);
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer': {
      const [least, greatest] = option.range;
      return typeof value === 'number' && Number.isInteger(value) && least <= value && value <= greatest;
    }
    case 'channel':
      return typeof value === 'string';
  }
}

/** Says what is wrong with the first option that its declaration does not accept. */
function faultIn(input: Input, options: readonly CommandOption[], command: CommandName): Message {
  const option = options.find((each) => !accepts(each, input[each.name]));
  const value = option && input[option.name];
  if (option && value === undefined) {
    const example = typedText((nameOf) => `/${command(nameOf)} ${nameOf(option.localName)}:…`);
    return {
      key: 'failure.option-missing',
      values: { command: typedText(command), option: optionName(option), example },
    };
  }
  const expected = option && expectedBy(option);
  if (option && value !== undefined && expected !== undefined) {
    return {
      key: 'failure.option-value',
      values: { option: optionName(option), value: String(value), expected },
    };
  }
  // Nobody can type a wrong name or kind of value: it was given for another version of the command.
  return { key: 'failure.command-outdated', values: { command: typedText(command) } };
}

/** An option as its reader knows it. */
function optionName({ localName }: CommandOption): TypedText {
  return typedText((nameOf) => nameOf(localName));
}

/** The values that an option accepts, as a person would type them; undefined if any text will do. */
function expectedBy(option: CommandOption): string | undefined {
  if (option.type === 'boolean') return 'true / false';
  if (option.type === 'integer') return option.range.join('–');
  return option.type === 'string' ? option.choices?.map(({ value }) => value).join(' / ') : undefined;
}
