import type { Localised } from '../../src/core/language/locale.ts';
import type { Library } from '../../src/core/library.ts';
import type { Passage } from '../../src/core/passages/passages.ts';
import { openingOf } from '../../src/core/passages/turns.ts';
import type { Message } from '../../src/messages/message.ts';
import { attributionOf } from '../../src/reply/attribution.ts';
import { placeInShort } from '../../src/reply/place.ts';
import { type Action, note, type Reply, text } from '../../src/reply/reply.ts';
import { nameAmong } from './people.ts';

/** The most candidates that a reply lists, each with a button: a row has five, and one may be to remove the message. */
const CANDIDATES = 4;
/** The most characters that a reply repeats of what was typed. */
export const QUOTED_INPUT = 80;

/** How candidates are shown. */
interface Shown {
  /** What stands above the list, after the message that says why there is one. */
  heading?: 'quote.nearest';
  /** How one of them is chosen by typing. */
  example: 'quote.choose' | 'transcript.choose';
  /** In which people of one name are told apart. */
  library: Pick<Library, 'speakers'>;
  /** A button that chooses one; null if there can be none. */
  actionFor?: (passage: Passage) => Action | null;
}

/** Lists the passages that may be meant, so that a person can choose one. Only the asker sees it. */
export function candidatesReply(
  why: Message,
  candidates: readonly Passage[],
  { heading, example, library, actionFor = () => null }: Shown,
): Reply {
  const shown = candidates.slice(0, CANDIDATES);
  const left = candidates.length - shown.length;
  return {
    outcome: 'failed',
    blocks: [
      text(why),
      ...(heading ? [text({ key: heading })] : []),
      { kind: 'list', items: shown.map((each) => candidateItem(each, library)) },
      ...(left > 0 ? [note({ key: 'quote.more-candidates', values: { count: left } })] : []),
      note({ key: example, values: { passage: shown[0]?.id ?? '' } }),
    ],
    actions: shown.flatMap((passage) => actionFor(passage) ?? []),
  };
}

function candidateItem(passage: Passage, library: Pick<Library, 'speakers'>): Message {
  const { speaker } = attributionOf(passage, (each) => nameAmong(each, library));
  const opening: Localised = openingOf(passage);
  return {
    key: 'quote.candidate',
    values: { passage: passage.id, place: placeInShort(passage), speaker, opening },
  };
}
