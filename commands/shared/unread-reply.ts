import { unreadLanguageOf } from '../../src/core/language/written-language.ts';
import { UNREAD_LANGUAGES } from '../../src/messages/unread-languages.ts';
import { type Block, type Reply, text } from '../../src/reply/reply.ts';

/**
 * Tells somebody who asks in a language that Rostrum does not read which ones it does, in that language and the
 * reader's, so that nobody takes a refusal for "the seminar does not say".
 * @returns null if the question is in a language that it reads
 */
export function unreadReply(question: string): Reply | null {
  const language = unreadLanguageOf(question);
  if (language === null) return null;
  const own = UNREAD_LANGUAGES[language];
  const inOwn: Block[] = own === undefined ? [] : [text({ key: 'list.item', values: { item: own } })];
  return { outcome: 'refused', explains: true, question, blocks: [...inOwn, text({ key: 'answer.unread' })] };
}
