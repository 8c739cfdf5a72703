import type { Locale } from '../core/language/locale.ts';
import type { Library } from '../core/library.ts';
import { excerptOf, fitExcerpt } from '../core/passages/excerpt.ts';
import type { Passage } from '../core/passages/passages.ts';
import { writeReferences } from '../core/passages/references.ts';
import { type Action, type Block, type Reply, text } from '../reply/reply.ts';

/** The most characters of a moderator's question above an answer, since people come for the answer. */
const QUESTION_LENGTH = 400;

/** What goes into a post of a digest. */
export interface DigestPost {
  passages: readonly Passage[];
  /** YYYY-MM-DD, in the digest's zone. */
  date: string;
  language: Locale;
  /**
   * The digest's key and the occasion, by which the bot recognises its own message: they follow the passage in the ids
   * of its Context buttons. Null for a preview.
   */
  mark: { key: string; occasion: string } | null;
}

/** A post of a digest: its excerpts, each below the question that it answers, and a Context button for each. */
export function digestPost({ passages, date, language, mark }: DigestPost, library: Library): Reply {
  const asked = library.precedingQuestions;
  const isAlone = passages.length === 1;
  return {
    outcome: 'shown',
    locale: language,
    blocks: [
      text({ key: 'digest.heading', values: { date, count: passages.length } }),
      ...passages.map((passage): Block => {
        const question = asked.get(passage)?.question;
        return {
          kind: 'excerpt',
          excerpt: excerptOf(passage, null, 1),
          ...(isAlone && { alone: true }),
          ...(question && { question: questionExcerpt(question) }),
        };
      }),
    ],
    actions: passages.map((passage, at): Action => {
      const written = writeReferences([{ passage, sentence: null }]);
      return {
        name: 'context',
        label: isAlone
          ? { key: 'button.context' }
          : { key: 'button.context-number', values: { number: at + 1 } },
        args: mark ? [written, mark.key, mark.occasion] : [written],
      };
    }),
  };
}

/** A question, shortened around its last sentence, which is the one that asks. */
function questionExcerpt(passage: Passage) {
  const asking = excerptOf(passage, passage.sentences.length - 1, 1);
  const { highlights: _, translation, ...fitted } = fitExcerpt(asking, QUESTION_LENGTH);
  return { ...fitted, highlights: [], translation: translation && { ...translation, highlights: [] } };
}
