import type { Locale } from '../src/core/language/locale.ts';
import type { CorpusFault, Library } from '../src/core/library.ts';
import type { Correction } from '../src/core/passages/correction.ts';
import type { Digests } from '../src/digest/service.ts';
import type { PlainKey } from '../src/messages/message.ts';
import type { Form, Reply } from '../src/reply/reply.ts';

/** What a command may use besides its input. */
export interface Context {
  /** The corpus as it last was sound. Replaced whole when the files change, so that whoever answers takes it once. */
  library: Library;
  /** What is wrong with the corpus files now, where `library` is older than they are. */
  corpusFault?: CorpusFault | undefined;
  commands: readonly Command[];
  versions: Versions;
  /** Takes reports of wrong speakers; not there where none can be stored, as in the terminal. */
  corrections?: Corrections;
  /** Keeps and posts digests; not there where nothing can be posted, as in the terminal. */
  digests?: Digests;
}

/** Who runs a command, as far as Discord tells. Not there in the terminal, whose reader runs the bot. */
export interface Caller {
  /** Discord's id of them. */
  id: string;
  locale: Locale;
  /** Where they run it; not there in a direct message. */
  server?: {
    id: string;
    locale: Locale;
    /** They have the permission Manage Server. */
    mayManage: boolean;
  };
}

/** What runs, as `/about` shows it. */
export interface Versions {
  rostrum: string;
  node: string;
}

/** Where reports of wrong speakers go. */
export interface Corrections {
  add(correction: Correction): Promise<void>;
  /** The time, for what depends on when it is reported. */
  now(): Date;
}

export type OptionValue = string | boolean | number;

/** The options that were given, by name. */
export type Input = Readonly<Record<string, OptionValue | undefined>>;

/** One entry of a completion list: what is shown, and what is then taken as the value. */
export interface Suggestion {
  name: string;
  value: string;
}

export interface CommandOption {
  /** Small letters, as typed in Discord and in the terminal. */
  name: string;
  /** Its name in the other languages, for Discord. */
  localName: PlainKey;
  description: PlainKey;
  /** `channel`: a channel or thread in which one can write, as its id. */
  type: 'string' | 'boolean' | 'integer' | 'channel';
  required?: boolean;
  /** The most characters that Discord takes. */
  maxLength?: number;
  /** The least and the greatest number. */
  range?: readonly [number, number];
  /** The only values that can be chosen. */
  choices?: readonly { label: PlainKey; value: string }[];
  /** Completes what has been typed so far; at most 25 are shown. */
  suggest?: (typed: string, context: Context, locale: Locale) => Suggestion[];
  /** The same, where the entries depend on what the caller's server has stored. */
  suggestStored?: (typed: string, context: Context, caller: Caller) => Promise<Suggestion[]>;
}

/** What a person who presses a button is known by. */
export interface Presser {
  /** Discord's id of them. Never stored: it serves to count in memory how often a person does something. */
  id: string;
  /** As shown in the channel. */
  name: string;
}

/** What a button does. */
export interface ActionHandler {
  /** `owner`: who asked for the message. Others are told so politely. */
  pressedBy: 'owner' | 'anyone';
  /**
   * Where the reply goes: into the message with the button, to the presser alone, to everybody, or to everybody as a
   * reply to the message that it names.
   */
  shown: 'in-place' | 'private' | 'public' | 'as-reply';
  /** Replies, or returns a form to fill in. */
  run(args: readonly string[], context: Context, presser: Presser): Reply | Form | Promise<Reply>;
  /** Replies to the form that `run` returned, once it is sent. `args` are the button's. */
  submitted?(
    values: FormValues,
    args: readonly string[],
    context: Context,
    presser: Presser,
  ): Reply | Promise<Reply>;
}

/** What was written into a form, by its fields' names. */
export type FormValues = Readonly<Record<string, string>>;

interface AnyCommand {
  name: string;
  /** Its name in the other languages, for Discord. */
  localName: PlainKey;
  description: PlainKey;
  /** Handlers of the buttons under its replies, by name. */
  actions?: Readonly<Record<string, ActionHandler>>;
}

/** One slash command: what it is called and what it does. The terminal and Discord run the same. */
export interface SlashCommand extends AnyCommand {
  kind?: 'slash';
  options: readonly CommandOption[];
  /** Where it has these, it is called by one of them alone, and only in servers where the bot is a member. */
  subcommands?: readonly Subcommand[];
  /** What members need, for Discord to offer it to them; the command checks it again. */
  requires?: 'ManageGuild';
  /** @param caller not there in the terminal */
  run(input: Input, context: Context, caller?: Caller): Reply | Promise<Reply>;
}

/** What follows a command's name, as in `/digest start`. Its reply is for the caller alone. */
export interface Subcommand {
  name: string;
  localName: PlainKey;
  description: PlainKey;
  options: readonly CommandOption[];
  run(input: Input, context: Context, caller: Caller): Reply | Promise<Reply>;
}

/** A message on whose menu a command was chosen. */
export interface TargetMessage {
  id: string;
  /** What it says, without mentions, emoji and addresses. */
  text: string;
}

/** One entry of the menu on a message. A terminal has no messages; the description is for /help alone. */
export interface MessageCommand extends AnyCommand {
  kind: 'message';
  run(message: TargetMessage, context: Context): Reply | Promise<Reply>;
}

export type Command = SlashCommand | MessageCommand;

/** Whether a command is typed, rather than chosen on a message. */
export function isSlash(command: Command): command is SlashCommand {
  return command.kind !== 'message';
}
