import type { Locale } from '../core/language/locale.ts';
import type { Excerpt } from '../core/passages/excerpt.ts';
import type { Message, PlainKey } from '../messages/message.ts';

export type Block =
  | { kind: 'text'; message: Message }
  /** Small print. */
  | { kind: 'note'; message: Message }
  | { kind: 'list'; items: readonly Message[] }
  /**
   * `view`: what a reader is shown of it. By default an English reader the translation and the source, a Chinese
   * reader the source; `other` the other way: the source alone, or the translation too. `alone`: the one quotation
   * of its reply, which bears no number. `question`: what the moderator asked, shown above the answer; it is not one of
   * the reply's excerpts.
   */
  | { kind: 'excerpt'; excerpt: Excerpt; view?: 'other'; alone?: true; question?: Excerpt };

/** A button under a reply; a terminal shows none. */
export interface Action {
  /** Of the handler, among all commands' actions: small letters. */
  name: string;
  label: Message;
  /** What the handler gets: letters, digits, and the signs . ~ _ -; all together they fit a custom id. */
  args: readonly string[];
}

/** One field of a form. */
export interface FormField {
  /** Small letters; what was written comes back under it. */
  name: string;
  label: PlainKey;
  hint: PlainKey;
  /** The most characters. */
  maxLength: number;
  lines: 'one' | 'several';
  required: boolean;
}

/** What a button asks of a person before it does anything; a terminal has none. */
export interface Form {
  title: PlainKey;
  fields: readonly FormField[];
}

/** What a command returns; it knows neither Discord nor a terminal. */
export interface Reply {
  /**
   * - `answered`: excerpts answer what was asked.
   * - `refused`: the transcript does not answer.
   * - `failed`: the question could not be taken as it is; always shown to the asker alone.
   * - `shown`: anything else, such as help.
   */
  outcome: 'answered' | 'refused' | 'failed' | 'shown';
  /** The language to show it in, whoever reads it; by default the reader's. */
  locale?: Locale;
  /** What was asked: in a channel nobody but the asker sees a command's options. */
  question?: string;
  blocks: readonly Block[];
  /** Nobody but the asker sees it, even where the answer was to be public. */
  forAskerAlone?: true;
  /** The id of the message to which it is posted as a reply, by a button that is shown `as-reply`. */
  replyTo?: string;
  actions?: readonly Action[];
}

/** A block of one message. */
export function text(message: Message): Block {
  return { kind: 'text', message };
}

/** A block of small print. */
export function note(message: Message): Block {
  return { kind: 'note', message };
}

/** A reply that says what was wrong with the request and how to put it right. */
export function failure(message: Message): Reply {
  return { outcome: 'failed', blocks: [{ kind: 'text', message }] };
}

/** The excerpts of a reply, in order. */
export function excerptsOf(reply: Reply): Excerpt[] {
  return reply.blocks.flatMap((block) => (block.kind === 'excerpt' ? [block.excerpt] : []));
}
