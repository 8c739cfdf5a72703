import { type Answer, answerForSteps } from '../../src/core/answer/answer.ts';
import {
  excerptsAt,
  isTitle,
  passagesWithSteps,
  preferring,
  type QuotedWords,
} from '../../src/core/answer/quoted-words.ts';
import { idsOf } from '../../src/core/answer/ranking.ts';
import { shorten } from '../../src/core/language/text.ts';
import type { Library } from '../../src/core/library.ts';
import type { PassageReference } from '../../src/core/passages/references.ts';
import type { PassageFilter } from '../../src/core/search/query.ts';
import type { Steps } from '../../src/core/steps.ts';
import type { Speaker } from '../../src/core/transcript/transcript.ts';
import type { Message } from '../../src/messages/message.ts';
import { type Block, note, quotedAsAnswer, type Reply, text } from '../../src/reply/reply.ts';
import { PAGE, pageActions, shareButton } from '../buttons/answer.ts';
import { namesOf } from '../shared/people.ts';

/** How many characters of quoted words a reply repeats. */
const REPEATED = 80;
/** How many passages are shown if none has the words. */
const CLOSEST = 2;

/** Where words are looked for, and how the reply shows them. */
interface Place {
  /** Only these speakers' passages; anybody's if there are none. */
  speakers: readonly Speaker[];
  /** Only the passages of some seminars. */
  within: Pick<PassageFilter, 'seminar' | 'seminars'>;
  limit: number;
  isPrivate: boolean;
}

/**
 * Replies to a question that asks for the very words it quotes: with the passages that have them, or by saying that
 * none has. Pauses often.
 */
export function* quotedWordsSteps(
  question: string,
  { stretches }: QuotedWords,
  { speakers, within, limit, isPrivate }: Place,
  library: Library,
): Steps<Reply> {
  const filter = { speakers: idsOf(speakers), ...within };
  const absence = (stretch: string) => absenceOf(stretch, speakers, library);
  const places = yield* placesSteps(stretches, filter, library);
  const ranked = distinct(places.flatMap(({ found }) => found));
  const absent = places.filter(({ found }) => found.length === 0).map(({ stretch }) => stretch);
  if (ranked.length > 0) {
    const excerpts = excerptsAt(ranked.slice(0, limit));
    const actions = pageActions({ ranked, from: 0 });
    if (isPrivate) actions.push(shareButton(excerpts, 'answer'));
    const notes = absent.map((stretch) => note(absence(stretch)));
    return {
      outcome: 'answered',
      question,
      blocks: [text({ key: 'answer.found' }), ...quotedAsAnswer(excerpts, library), ...notes],
      actions,
    };
  }
  const elsewhere = speakers.length > 0 ? yield* placesSteps(stretches, within, library) : [];
  const said = distinct(elsewhere.flatMap(({ found }) => found));
  const near = said.length > 0 ? said.slice(0, PAGE) : yield* closestSteps(stretches, filter, library);
  const isElsewhere = said.length > 0;
  const heading: Block[] =
    near.length === 0 ? [] : [text({ key: isElsewhere ? 'quoted.elsewhere' : 'quoted.closest' })];
  const excerpts = quotedAsAnswer(excerptsAt(near), library).map((block): Block => {
    return isElsewhere ? { ...block, isElsewhere } : block;
  });
  return {
    // Passages that do not have the words may still be what was meant.
    outcome: near.length > 0 && !isElsewhere ? 'closest' : 'refused',
    explains: true,
    question,
    blocks: [
      ...absent.map((stretch) => text(absence(stretch))),
      ...heading,
      ...excerpts,
      text({ key: 'quoted.next' }),
    ],
    actions: pageActions({ ranked: near, from: 0, claim: isElsewhere ? 'answer' : 'closest' }),
  };
}

/**
 * Has the passages with the words that an ordinary question quotes come first in its answer. Pauses often.
 * @returns the answer, with a note for each stretch of words that no passage has
 */
export function* withQuotedWordsSteps(
  result: Answer,
  { stretches }: QuotedWords,
  within: Place['within'],
  library: Library,
): Steps<{ result: Answer; absent: Message[] }> {
  const places = yield* placesSteps(stretches, within, library);
  const absent = places.filter(({ found }) => found.length === 0);
  const preferred = places.filter(({ stretch }) => !isTitle(stretch)).flatMap(({ found }) => found);
  return {
    result: preferring(result, preferred),
    absent: absent.map(({ stretch }) => absenceOf(stretch, [], library)),
  };
}

/** Where each stretch of words stands. */
function* placesSteps(
  stretches: readonly string[],
  filter: PassageFilter,
  library: Library,
): Steps<{ stretch: string; found: PassageReference[] }[]> {
  const places: { stretch: string; found: PassageReference[] }[] = [];
  for (const stretch of stretches) {
    places.push({ stretch, found: yield* passagesWithSteps(library, stretch, filter) });
  }
  return places;
}

function absenceOf(stretch: string, speakers: readonly Speaker[], library: Library): Message {
  const words = shorten(stretch, REPEATED);
  return speakers.length > 0
    ? { key: 'quoted.absent.speaker', values: { words, speaker: namesOf(speakers, library) } }
    : { key: 'quoted.absent', values: { words } };
}

/** What an ordinary search for the words finds. */
function* closestSteps(
  stretches: readonly string[],
  filter: PassageFilter,
  library: Library,
): Steps<PassageReference[]> {
  const result = yield* answerForSteps(library, { question: stretches.join(' '), ...filter }, CLOSEST);
  return result.kind !== 'none'
    ? result.excerpts.map(({ passage, sentence }) => ({ passage, sentence }))
    : [];
}

function distinct(references: readonly PassageReference[]): PassageReference[] {
  return [...new Map(references.map((reference) => [reference.passage, reference])).values()];
}
