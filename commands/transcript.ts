import { shorten } from '../src/core/language/text.ts';
import type { Library } from '../src/core/library.ts';
import { pagesOfPassages, passagesIn, readingPages, startingSteps } from '../src/core/passages/pages.ts';
import type { Passage } from '../src/core/passages/passages.ts';
import { placeSteps, readPlaces } from '../src/core/passages/places.ts';
import { writeReferences } from '../src/core/passages/references.ts';
import { runYielding, type Steps } from '../src/core/steps.ts';
import type { Transcript } from '../src/core/transcript/transcript.ts';
import { someOf } from '../src/messages/message.ts';
import { placeInShort } from '../src/reply/place.ts';
import { type Action, failure, note, type Reply } from '../src/reply/reply.ts';
import { contentsAt, pageAt, transcriptActions } from './buttons/transcript.ts';
import type { Context } from './command.ts';
import { candidatesReply, QUOTED_INPUT } from './shared/candidates.ts';
import { NAMED_SEMINARS, seminarSteps } from './shared/choose.ts';
import { PRIVATE, SEMINAR } from './shared/options.ts';
import { passagesMeantSteps } from './shared/passages-meant.ts';
import { slashCommand } from './shared/slash-command.ts';

/** The id of a seminar before that of a passage; two words with a slash between them are none. */
const SEMINAR_PREFIX = /^\s*([^/\s]+)\/(?=\s*[a-z]?\d)/i;

/** A page of the transcript, as its replies number them. */
const PAGE_NUMBER =
  /^(?:page\s*(?<latin>\d{1,6})(?:\s*(?:of|\/)\s*\d{1,6})?|(?:第\s*)?(?<chinese>\d{1,6})\s*[页頁])$/iu;

export default slashCommand({
  name: 'transcript',
  localName: 'command.transcript.name',
  description: 'command.transcript.description',
  options: [
    { ...SEMINAR, description: 'command.transcript.seminar' },
    {
      name: 'from',
      localName: 'option.from.name',
      description: 'command.transcript.from',
      type: 'string',
      maxLength: 1000,
    },
    PRIVATE,
  ],
  run: (input, context) => runYielding(transcriptSteps(input, context)),
  actions: transcriptActions,
});

export interface TranscriptInput {
  /** A seminar's id. */
  seminar?: string | undefined;
  /** What `startingSteps` or `passagesMeantSteps` finds a passage by: a line, an id, words, a citation. */
  from?: string | undefined;
}

/** Shows a seminar's table of contents, or its text from some place on; or says what is wrong with the request. */
export function* transcriptSteps(given: TranscriptInput, { library }: Context): Steps<Reply> {
  yield* placeSteps(library);
  const input = yield* withPlace(given, library);
  const chosen = yield* choose(input, library);
  if ('outcome' in chosen) return chosen;
  const passages = passagesIn(library, chosen);
  const [first] = passages;
  const last = passages.at(-1);
  if (!first || !last) return failure({ key: 'failure.unexpected' });
  if (input.from === undefined) return yield* contentsAt(first, library);
  yield* readingPages.steps(passages);
  const { latin, chinese } = PAGE_NUMBER.exec(input.from.normalize('NFKC').trim())?.groups ?? {};
  const page = latin ?? chinese;
  const start =
    page === undefined
      ? yield* startingSteps(passages, input.from)
      : pagesOfPassages(passages)[Number(page) - 1]?.[0];
  if (start) return yield* pageAt(start, library);
  const from = shorten(input.from, QUOTED_INPUT);
  if (page !== undefined) {
    const count = pagesOfPassages(passages).length;
    return failure({ key: 'failure.page-unknown', values: { from, count } });
  }
  const meant = yield* passagesMeantSteps(input.from, library, chosen.id);
  if (meant.kind === 'passages' && meant.passages[0]) {
    const shown = yield* pageAt(meant.passages[0], library);
    return meant.isGuess
      ? { ...shown, blocks: [...shown.blocks, note({ key: 'transcript.best-match' })] }
      : shown;
  }
  if (meant.kind === 'choice') return chooseFrom(from, meant.candidates, library);
  const ends = { first: placeInShort(first), last: placeInShort(last) };
  const values = { from, ...ends, segment: first.segment.id };
  const unknown = { key: 'failure.place-unknown', values } as const;
  const nearest = meant.kind === 'none' ? meant.nearest : [];
  return nearest.length === 0
    ? failure(unknown)
    : candidatesReply(unknown, nearest, {
        heading: 'quote.nearest',
        example: 'transcript.choose',
        library,
        actionFor: readAction,
      });
}

/** Lists the passages that fit equally, to choose where to start. */
function chooseFrom(from: string, candidates: readonly Passage[], library: Library): Reply {
  return candidatesReply({ key: 'failure.passage-ambiguous', values: { passage: from } }, candidates, {
    example: 'transcript.choose',
    library,
    actionFor: readAction,
  });
}

/** The input, with a place that was given as the seminar where it belongs: `/transcript p30`. */
function* withPlace(input: TranscriptInput, library: Library): Steps<TranscriptInput> {
  const { seminar, from } = input;
  if (seminar === undefined || from !== undefined) return input;
  const isPlace = readPlaces(seminar, library) !== null || PAGE_NUMBER.test(seminar.normalize('NFKC').trim());
  const isNoSeminar = isPlace && 'outcome' in (yield* seminarSteps(seminar, library.transcripts));
  return isNoSeminar ? { from: seminar } : input;
}

/** The seminar that is meant: the one that was named, if only by its passage, or the only one there is. */
function* choose({ seminar, from }: TranscriptInput, library: Library): Steps<Transcript | Reply> {
  const { transcripts } = library;
  const named = seminar ?? SEMINAR_PREFIX.exec(from ?? '')?.[1];
  if (named !== undefined) return yield* seminarSteps(named, transcripts);
  const [only, ...others] = transcripts;
  if (only && others.length === 0) return only;
  const meant = from === undefined ? null : yield* passagesMeantSteps(from, library);
  const found = meant?.kind === 'passages' ? meant.passages.map((passage) => passage.transcript) : [];
  const [its, ...different] = new Set(found);
  if (its && different.length === 0) return its;
  // Words that are in several seminars; a line or a passage would be in nearly all of them.
  if (meant?.kind === 'choice' && from !== undefined && !readPlaces(from, library))
    return chooseFrom(shorten(from, QUOTED_INPUT), meant.candidates, library);
  const ids = transcripts.map(({ id }) => id);
  const seminars = someOf(ids, NAMED_SEMINARS, 'some.seminars');
  return failure({ key: 'failure.seminar-missing', values: { seminars } });
}

/** A button that opens the transcript at a candidate. */
function readAction(passage: Passage): Action {
  const { id, transcript } = passage;
  return {
    name: 'read',
    label: { key: 'button.read-from', values: { passage: id.slice(transcript.id.length + 1) } },
    args: [transcript.id, writeReferences([{ passage, sentence: null }])],
  };
}
