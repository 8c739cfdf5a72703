import { LOCALES } from '../core/language/locale.ts';
import { format } from '../messages/message.ts';
import type { Action } from '../reply/reply.ts';
import { readCustomId } from './custom-id.ts';
import { ComponentType } from './discord.ts';
import { unescapeMarkdown } from './markdown.ts';
import { everyComponent } from './message-language.ts';

/** What a message of ours shows of the answer that it is. */
export interface ShownAnswer {
  /** The question that stands in it, or how a follow-up was understood, perhaps cut; null if there is none. */
  question: string | null;
  /** The question is how a follow-up was understood. */
  isUnderstood: boolean;
  /** Its buttons, in order, with what they carry; as it comes from outside, it may be outdated. */
  buttons: readonly Pick<Action, 'name' | 'args'>[];
}

/** What stands before a question, in each language. */
const BEFORE_QUESTION = LOCALES.map((locale) =>
  format({ key: 'answer.question', values: { question: '' } }, locale),
);
/** How a follow-up was understood is a line of its own in bold, and ends with a colon, or as a question does. */
const UNDERSTOOD = /^\*\*(.*?)(?:[:\uFF1A]|(?<=[?!.\uFF1F\uFF01\u3002]))\*\*$/;
const SMALL_PRINT = '-# ';

/**
 * Reads an answer back from the message that shows it.
 * @param components as Discord's API has them, of whatever shape
 */
export function shownAnswer(components: unknown): ShownAnswer {
  const all = Array.isArray(components) ? components.flatMap(everyComponent) : [];
  const [first] = all.filter(({ type }) => type === ComponentType.TextDisplay);
  const buttons = all.flatMap(({ custom_id: id }) => {
    const pressed = typeof id === 'string' ? readCustomId(id) : null;
    return pressed ? [{ name: pressed.name, args: pressed.args }] : [];
  });
  const { question, isUnderstood } = questionIn(typeof first?.content === 'string' ? first.content : '');
  return { question, isUnderstood, buttons };
}

/** The question in the first line of a text. A question by itself never has a line break: `visible` sees to that. */
function questionIn(content: string): Pick<ShownAnswer, 'question' | 'isUnderstood'> {
  const [line = ''] = content.split('\n', 1);
  const shown = line.startsWith(SMALL_PRINT) ? line.slice(SMALL_PRINT.length) : line;
  const before = BEFORE_QUESTION.find((words) => shown.startsWith(words));
  const escaped = before === undefined ? UNDERSTOOD.exec(shown)?.[1] : shown.slice(before.length);
  const question = escaped === undefined ? '' : unescapeMarkdown(escaped).trim();
  return {
    question: question === '' ? null : question,
    isUnderstood: question !== '' && before === undefined,
  };
}
