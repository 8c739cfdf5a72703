import type { Locale } from '../src/core/language/locale.ts';
import type { Served } from '../src/core/library.ts';
import type { Correction } from '../src/core/passages/correction.ts';
import type { Digests } from '../src/digest/service.ts';
import type { PlainKey } from '../src/messages/message.ts';
import type { Action, Form, Reply } from '../src/reply/reply.ts';

/** What a command may use besides its options. */
export interface Context extends Served {
  commands: readonly Command[];
  versions: Versions;
  /** Takes reports of wrong speakers. Missing if they cannot be stored, as in the terminal. */
  corrections?: Corrections;
  /** People can also ask without a command, by mentioning the bot; missing where they cannot, as in the terminal. */
  hearsMentions?: true;
  /** Keeps and posts digests. Missing if nothing can be posted, as in the terminal. */
  digests?: Digests;
}

/** The person who runs a command in Discord, as Discord describes them. */
export interface Caller {
  /** Their id in Discord. */
  id: string;
  /** Discord's id of this call: what it asks for is done once, even if several processes get it. */
  request: string;
  locale: Locale;
  /** The server in which they run it. Missing in a direct message. */
  server?: {
    id: string;
    locale: Locale;
    /** They have the permission Manage Server. */
    mayManage: boolean;
    /**
     * Whether they may write in a channel of the server, by its id.
     * @throws if Discord does not answer
     */
    mayPost(channel: string): Promise<boolean>;
  };
}

/** What the bot is running on, as `/about` shows it. */
export interface Versions {
  rostrum: string;
  node: string;
}

/** Where reports of wrong speakers go. */
export interface Corrections {
  /**
   * Stores a report.
   * @param request what sent it, by Discord's id
   * @returns false if it is stored already: the form came twice, or to two processes
   */
  add(correction: Correction, request: string): Promise<boolean>;
  /** Whether what was sent with a request is stored. */
  isTaken(request: string): Promise<boolean>;
  /** The current time. */
  now(): Date;
}

export type OptionValue = string | boolean | number;

/** Values given for options, by the options' names, before anybody has checked them. */
export type Input = Readonly<Record<string, OptionValue | undefined>>;

/** One entry of a completion list: the name that is shown, and the value that choosing it gives. */
export interface Suggestion {
  name: string;
  value: string;
  /** What a terminal completes, which shows nothing but that; by default the value. The command understands it as well. */
  typed?: string;
}

export type CommandOption = TextOption | TruthOption | NumberOption | ChannelOption;

interface AnyOption {
  /** Small letters, as typed in Discord and in the terminal. */
  name: string;
  /** Its name in the other languages, for Discord. */
  localName: PlainKey;
  description: PlainKey;
  required?: boolean;
  /** It changes nothing in a terminal, which does not offer it. */
  inDiscordOnly?: true;
}

export interface TextOption extends AnyOption {
  type: 'string';
  /** The most characters that Discord lets people type. The terminal has no such limit. */
  maxLength?: number;
  /** The only values that can be chosen. */
  choices?: readonly { label: PlainKey; value: string }[];
  /** The value that people mean who type something else than a value or its label; undefined if there is none. */
  readChoice?: (typed: string) => string | undefined;
  /** Completes what has been typed so far; at most 25 entries are shown. */
  suggest?: (typed: string, context: Context, locale: Locale) => Suggestion[] | Promise<Suggestion[]>;
  /** The same, if the entries depend on what is stored for the caller's server. */
  suggestStored?: (typed: string, context: Context, caller: Caller) => Promise<Suggestion[]>;
}

export interface TruthOption extends AnyOption {
  type: 'boolean';
}

export interface NumberOption extends AnyOption {
  /** A whole number. */
  type: 'integer';
  /** The least and the greatest number. */
  range: readonly [number, number];
}

export interface ChannelOption extends AnyOption {
  /** A channel or thread that people can write in. Its value is the channel's id. */
  type: 'channel';
}

/** The person who presses a button. */
export interface Presser {
  /** Their id in Discord. Never stored: it only serves to count, in memory, how often a person does something. */
  id: string;
  /** Their name, as the channel shows it. */
  name: string;
  /** Discord's id of the press; with a form that was sent, of the press that opened it. A form counts once. */
  request: string;
}

/** What a follow-up goes on with: an answer as everybody sees it. Nothing else is remembered of it. */
export interface EarlierAnswer {
  /** The question that stands in it, or how a follow-up was understood; null if there is none, as in a digest. */
  question: string | null;
  /** The language in which it is, if that is known: words without a language go on in it. */
  locale?: Locale;
  /** Its buttons, in order, with what they carry; as it comes from outside, it may be outdated. */
  buttons: readonly Pick<Action, 'name' | 'args'>[];
}

/** What a button does. */
export interface ActionHandler {
  /** Who may press it. `owner`: only the person who asked for the message; others are told so. */
  pressedBy: 'owner' | 'anyone';
  /**
   * Where the reply goes: in place of the message with the button, to the presser alone, to the channel, or to the
   * channel as a reply to the message that it names. `as-command`: as the reply to a command, to the channel if the
   * presser may write there, and else to the presser alone.
   */
  shown: 'in-place' | 'private' | 'public' | 'as-reply' | 'as-command';
  /**
   * Replies, or returns a form to fill in.
   * @param args what the button carries; as it comes from outside, it may be forged or outdated
   */
  run(args: readonly string[], context: Context, presser: Presser): Reply | Form | Promise<Reply | Form>;
  /** Replies to the form that `run` returned, once it has been filled in and sent. */
  submitted?(
    values: FormValues,
    args: readonly string[],
    context: Context,
    presser: Presser,
  ): Reply | Promise<Reply>;
}

/** What was written into a form, by the fields' names. */
export type FormValues = Readonly<Record<string, string>>;

interface AnyCommand {
  name: string;
  /** Its name in the other languages, for Discord. */
  localName: PlainKey;
  description: PlainKey;
  /** What the buttons under its replies do, by the buttons' names. */
  actions?: Readonly<Record<string, ActionHandler>>;
}

/** A command that people type. Discord and the terminal run the same ones. */
export interface SlashCommand extends AnyCommand, Runnable {
  kind?: 'slash';
  /** If it has these, only they can be called, and only in servers that the bot is a member of. */
  subcommands?: readonly Subcommand[];
  /** The permission that members need for Discord to offer it to them. The command itself checks it again. */
  requires?: 'ManageGuild';
}

/** What follows a command's name, as in `/digest start`. Only the caller sees the reply. */
export interface Subcommand extends Runnable {
  name: string;
  localName: PlainKey;
  description: PlainKey;
}

interface Runnable {
  options: readonly CommandOption[];
  /**
   * Replies to the options that were given. If the command cannot take them as they are, the reply says what is wrong.
   * @param caller missing in the terminal
   */
  run(input: Input, context: Context, caller?: Caller): Reply | Promise<Reply>;
}

/** The message from whose menu a command was chosen. */
export interface TargetMessage {
  id: string;
  /** What it says, and what it forwards or embeds, without mentions, emoji and links. */
  text: string;
  /** What else is in it, whose words are not read. */
  unread?: readonly Unread[];
}

/** What can be in a message besides text. */
export type Unread = 'attachment' | 'sticker' | 'voice';

/** A command in the menu of a message. The terminal has none; only /help shows the description. */
export interface MessageCommand extends AnyCommand {
  kind: 'message';
  run(message: TargetMessage, context: Context): Reply | Promise<Reply>;
}

export type Command = SlashCommand | MessageCommand;

/** Whether a command is typed, rather than chosen on a message. */
export function isSlash(command: Command): command is SlashCommand {
  return command.kind !== 'message';
}
