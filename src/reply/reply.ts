import type { Locale } from '../core/language/locale.ts';
import type { Library } from '../core/library.ts';
import type { Excerpt } from '../core/passages/excerpt.ts';
import { questionAbove } from '../core/passages/question-above.ts';
import type { Message, PlainKey } from '../messages/message.ts';

export type Block =
  | { kind: 'text'; message: Message }
  /** Small print. */
  | { kind: 'note'; message: Message }
  | { kind: 'list'; items: readonly Message[] }
  /**
   * - `view`: by default, English readers see the translation and the source, Chinese readers the source. `other` is the
   *   other way round: the source alone, or the translation too.
   * - `alone`: the only quotation in its reply, and therefore without a number.
   * - `further`: later sentences of the same passage, of which something before them is left out.
   * - `isElsewhere`: by speakers who were not asked, since those who were do not answer.
   * - `question`: what was asked, shown above the reply to it. It does not count as an excerpt of the reply.
   * - `opensReply`: it is what was said first after `question`; later parts of a reply are about more than that.
   * - `form`: how much is shown. By default the whole passage, with the role, the basis and the source; `short`, the
   *   sentence that answers with as much around it as makes it understood; `sentence`, that sentence alone; `line`, that
   *   sentence if it is not long, and else only who said it and where; `source`, all that is known of where it is from, without
   *   the words.
   * - `namesSeminar`: a form that leaves out the source names the seminar, since there are several.
   */
  | {
      kind: 'excerpt';
      excerpt: Excerpt;
      further?: readonly Excerpt[];
      view?: 'other';
      alone?: true;
      isElsewhere?: true;
      question?: Excerpt;
      opensReply?: true;
      form?: ExcerptForm;
      namesSeminar?: true;
    };

export type ExcerptBlock = Extract<Block, { kind: 'excerpt' }>;
export type ExcerptForm = 'short' | 'sentence' | 'line' | 'source';

/** A button under a reply. A terminal shows none. */
export interface Action {
  /** The name of its handler, unique among all commands' actions; lower-case letters. */
  name: string;
  label: Message;
  /** What the handler gets: letters, digits and . ~ _ -, short enough to fit a custom id together. */
  args: readonly string[];
}

/** One field of a form. */
export interface FormField {
  /** Lower-case letters; what was written comes back under this name. */
  name: string;
  label: PlainKey;
  /** Cut to what Discord takes. */
  hint: Message;
  /** In characters. */
  maxLength: number;
  lines: 'one' | 'several';
  required: boolean;
}

/** What a button asks before it does anything. A terminal shows none. */
export interface Form {
  /** Cut to what Discord takes. */
  title: Message;
  fields: readonly FormField[];
}

/** What a command returns; it knows neither Discord nor a terminal. */
export interface Reply {
  /**
   * - `answered`: excerpts answer what was asked.
   * - `closest`: excerpts come closest to what was asked and may not answer it, which the reply says before them.
   * - `refused`: the transcript does not answer.
   * - `failed`: something was wrong with the request; only the asker ever sees it.
   * - `shown`: anything else, such as help.
   */
  outcome: 'answered' | 'closest' | 'refused' | 'failed' | 'shown';
  /** A refusal that says more than that nothing was found. A program gets its words too. */
  explains?: true;
  /** The language to show it in; by default the reader's. */
  locale?: Locale;
  /** What was asked. In a channel only the asker sees a command's options, so the reply repeats it. */
  question?: string;
  /** The number of the first excerpt, if it is on a further page; by default 1. */
  firstNumber?: number;
  /** The question is how a follow-up was understood, and stands above the reply as its heading. */
  isUnderstood?: true;
  blocks: readonly Block[];
  /** Only the asker sees it, even if the answer was to be public. */
  forAskerAlone?: true;
  /** The id of the message that it replies to, if its button is shown `as-reply`. */
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

/** A block that quotes a passage whole. */
export function quoted(excerpt: Excerpt): Block {
  return { kind: 'excerpt', excerpt };
}

/**
 * Blocks that quote excerpts in short, below the questions without which they would not be understood, each question once.
 * Where there are several seminars, an excerpt says which one it is from, unless the one before it is from there too.
 * @param form that of an excerpt, by its position from 0; by default `short` for all of them
 */
export function quotedInShort(
  excerpts: readonly Excerpt[],
  { precedingQuestions, transcripts }: Pick<Library, 'precedingQuestions' | 'transcripts'>,
  form: (at: number) => ExcerptForm = () => 'short',
): ExcerptBlock[] {
  const shown = new Set(excerpts.map(({ passage }) => passage.id));
  return excerpts.map((excerpt, at): ExcerptBlock => {
    const { passage } = excerpt;
    const isElsewhere = excerpts[at - 1]?.passage.transcript !== passage.transcript;
    const question = questionAbove(passage, precedingQuestions);
    const isAsked = question !== null && !shown.has(question.passage.id);
    // A later part of the reply shows it only where it is whole, so the first one may still need it.
    const opensReply = isAsked && precedingQuestions.get(passage)?.isFirst === true;
    if (opensReply) shown.add(question.passage.id);
    return {
      kind: 'excerpt',
      excerpt,
      form: form(at),
      ...(isAsked && { question }),
      ...(opensReply && { opensReply }),
      ...(isElsewhere && transcripts.length > 1 && { namesSeminar: true }),
    };
  });
}

/** The excerpts of an answer: the first one answers, and the others are a line each. */
export function quotedAsAnswer(
  excerpts: readonly Excerpt[],
  library: Pick<Library, 'precedingQuestions' | 'transcripts'>,
): ExcerptBlock[] {
  return quotedInShort(excerpts, library, (at) => (at === 0 ? 'short' : 'line'));
}

/** A reply that says what was wrong with the request and how to put it right. */
export function failure(message: Message): Reply {
  return { outcome: 'failed', blocks: [text(message)] };
}

/** The excerpts of a reply, in order, those of speakers who were not asked too. */
export function excerptsOf({ blocks }: Pick<Reply, 'blocks'>): Excerpt[] {
  return blocks.flatMap((block) =>
    block.kind === 'excerpt' ? [block.excerpt, ...(block.further ?? [])] : [],
  );
}

/** How a follow-up was understood, as the heading of the reply to it: with a colon, unless it ends as a sentence does. */
export function understoodHeading(question: string): Message {
  return /[?!.:\uFF1F\uFF01\u3002\uFF1A]$/.test(question)
    ? { key: 'list.item', values: { item: question } }
    : { key: 'answer.understood', values: { question } };
}
