import type { Locale } from '../core/language/locale.ts';
import type { Library } from '../core/library.ts';
import { excerptOf } from '../core/passages/excerpt.ts';
import type { Passage } from '../core/passages/passages.ts';
import { writeReferences } from '../core/passages/references.ts';
import { type Action, type Block, quotedInShort, type Reply, text } from '../reply/reply.ts';

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

/** A post of a digest: its excerpts, each below the question without which it would not be understood, and a Context button for each. */
export function digestPost({ passages, date, language, mark }: DigestPost, library: Library): Reply {
  const isAlone = passages.length === 1;
  return {
    outcome: 'shown',
    locale: language,
    blocks: [
      text({ key: 'digest.heading', values: { date, count: passages.length } }),
      ...quotedInShort(
        passages.map((passage) => excerptOf(passage, null, 1)),
        library,
      ).map((block): Block => (isAlone ? { ...block, alone: true } : block)),
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
