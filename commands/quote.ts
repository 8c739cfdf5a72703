import { rankForSteps } from '../src/core/answer/ranking.ts';
import type { Locale } from '../src/core/language/locale.ts';
import { hasWords, shorten } from '../src/core/language/text.ts';
import type { Library } from '../src/core/library.ts';
import { excerptOf } from '../src/core/passages/excerpt.ts';
import { passageLists } from '../src/core/passages/lists.ts';
import { pagesOfPassages } from '../src/core/passages/pages.ts';
import { type Passage, sentencesOf } from '../src/core/passages/passages.ts';
import { passagesAt, placeSteps, readPlaces } from '../src/core/passages/places.ts';
import { readReferences, writeReferences } from '../src/core/passages/references.ts';
import { readSentences } from '../src/core/passages/sentence-choice.ts';
import { passagesSayingSteps } from '../src/core/passages/wordings.ts';
import { runYielding, type Steps } from '../src/core/steps.ts';
import { nameForms } from '../src/core/transcript/speakers.ts';
import type { Speaker } from '../src/core/transcript/transcript.ts';
import { type Action, type Block, failure, note, quoted, type Reply } from '../src/reply/reply.ts';
import { contextAction, PAGE, shownActions } from './buttons/answer.ts';
import { readingReferences } from './buttons/reading-references.ts';
import type { Context, Suggestion } from './command.ts';
import { passageWithSentences } from './quote/passage-with-sentences.ts';
import { candidatesReply, QUOTED_INPUT } from './shared/candidates.ts';
import { containing } from './shared/choose.ts';
import { PRIVATE } from './shared/options.ts';
import { passagesMeantSteps, suggestionName } from './shared/passages-meant.ts';
import { slashCommand } from './shared/slash-command.ts';

/** The most characters of typed sentences, in Base64, that a button carries. */
const CARRIED_LENGTH = 40;
/** A list to choose from has no room for more. */
const SUGGESTED = 25;

export default slashCommand({
  name: 'quote',
  localName: 'command.quote.name',
  description: 'command.quote.description',
  options: [
    {
      name: 'passage',
      localName: 'option.passage.name',
      description: 'command.quote.passage',
      type: 'string',
      required: true,
      maxLength: 1000,
      suggest: suggestPassages,
    },
    {
      name: 'sentences',
      localName: 'option.sentences.name',
      description: 'command.quote.sentences',
      type: 'string',
      maxLength: 60,
    },
    PRIVATE,
  ],
  run: (input, context) => runYielding(quoteSteps(input, context)),
  actions: {
    quote: readingReferences({ pressedBy: 'owner', shown: 'public', run: quoteChosen }),
    quotehere: readingReferences({ pressedBy: 'owner', shown: 'in-place', run: quoteChosen }),
  },
});

interface QuoteInput {
  /**
   * What `passagesMeantSteps` finds passages by: a place, several of them, words, a suggestion's shown name, a citation.
   * It may name sentences too, if they are not given by themselves.
   */
  passage: string;
  /** What `readSentences` reads: `2`, `1-2`, `2, 4`, `last`. */
  sentences?: string | undefined;
  private?: boolean | undefined;
}

/** Quotes a passage, several of them or some of its sentences, or says what is wrong with the choice. */
export function* quoteSteps(input: QuoteInput, { library }: Context): Steps<Reply> {
  const { private: isPrivate } = input;
  yield* placeSteps(library);
  const together = input.sentences === undefined ? passageWithSentences(input.passage, library) : null;
  const { passage: wanted, sentences } = together ?? input;
  yield;
  const meant = yield* passagesMeantSteps(wanted, library);
  if (meant.kind === 'passages') {
    const reply = quotationOf(meant.passages, sentences, library);
    const isShown = reply.outcome !== 'failed' && meant.isGuess;
    return isShown ? { ...reply, blocks: [...reply.blocks, note({ key: 'quote.best-match' })] } : reply;
  }
  const typed = shorten(wanted, QUOTED_INPUT);
  const actionFor = (passage: Passage) => chooseAction(passage, sentences, isPrivate === true);
  if (meant.kind === 'choice') {
    return candidatesReply(
      { key: 'failure.passage-ambiguous', values: { passage: typed } },
      meant.candidates,
      {
        example: 'quote.choose',
        library,
        actionFor,
      },
    );
  }
  const example = library.passages.keys().next().value ?? '';
  const unknown = { key: 'failure.passage-unknown', values: { passage: typed, example } } as const;
  if (meant.nearest.length === 0) return failure(unknown);
  return candidatesReply(unknown, meant.nearest, {
    heading: 'quote.nearest',
    example: 'quote.choose',
    library,
    actionFor,
  });
}

function quotationOf(passages: readonly Passage[], sentences: string | undefined, library: Library): Reply {
  const [passage, ...others] = passages;
  if (!passage) return failure({ key: 'failure.passage-changed' });
  if (others.length > 0) return quotationOfSeveral(passages, sentences, library);
  const chosen = sentences === undefined ? null : sentencesChosen(passage, sentences);
  if (chosen && 'outcome' in chosen) return chosen;
  const [first, ...further] = (chosen ?? [passage]).map((run) => excerptOf(run, null, 1));
  if (!first) return failure({ key: 'failure.passage-changed' });
  const block: Block = {
    kind: 'excerpt',
    excerpt: first,
    alone: true,
    ...(further.length > 0 && { further }),
  };
  const start = passage.sentences.findIndex(
    (sentence) => passage.start + sentence.start === first.passage.start,
  );
  const [, ...original] = shownActions([{ passage, sentence: null }]);
  const context = contextAction({ passage, sentence: Math.max(0, start) });
  return { outcome: 'shown', blocks: [block], actions: [context, ...original] };
}

/** Runs of adjacent sentences of a passage, in order; or what is wrong with the choice. */
function sentencesChosen(passage: Passage, typed: string): Passage[] | Reply {
  const count = passage.sentences.length;
  const choice = readSentences(typed, count);
  const value = shorten(typed, QUOTED_INPUT);
  if (choice === 'unreadable') return failure({ key: 'failure.sentences', values: { value } });
  if (choice === 'missing') {
    // "No sentence 9", but not "no sentence last nine".
    const key = /^[\d\s.,-]+$/.test(value) ? 'failure.sentence-unknown' : 'failure.sentences-missing';
    return failure({ key, values: { passage: passage.id, value, count } });
  }
  const { numbers } = choice;
  const firsts = numbers.filter((number) => !numbers.includes(number - 1));
  const lasts = numbers.filter((number) => !numbers.includes(number + 1));
  return firsts.map((first, at) => sentencesOf(passage, first - 1, (lasts[at] ?? first) - 1));
}

/** Quotes as many passages as fit into one reply whole, and says how to go on. */
function quotationOfSeveral(
  passages: readonly Passage[],
  sentences: string | undefined,
  library: Library,
): Reply {
  if (sentences !== undefined) {
    const values = { count: passages.length, example: passages[0]?.id ?? '' };
    return failure({ key: 'failure.sentences-of-several', values });
  }
  const [fitting = []] = pagesOfPassages(passages);
  const shown = fitting.slice(0, PAGE);
  const left = passages.slice(shown.length);
  const further =
    left[0] === undefined
      ? []
      : [note({ key: 'quote.further', values: { count: left.length, from: placesOf(left, library) } })];
  return {
    outcome: 'shown',
    blocks: [...shown.map((passage) => quoted(excerptOf(passage, null, 1))), ...further],
    actions: shown.map((passage, at): Action => {
      const label = { key: 'button.context-number', values: { number: at + 1 } } as const;
      return { ...contextAction({ passage, sentence: null }), label };
    }),
  };
}

/** Writes passages as they can be typed: as a range if they follow one another. */
function placesOf(passages: readonly Passage[], { passages: all }: Library): string {
  const [first, last] = [passages[0], passages.at(-1)];
  if (!first || !last || first === last) return first?.id ?? '';
  const ids = [...all.keys()];
  const follow = ids.indexOf(last.id) - ids.indexOf(first.id) === passages.length - 1;
  const short = ({ id, transcript }: Passage) => id.slice(transcript.id.length + 1);
  return follow && first.transcript === last.transcript
    ? `${first.id}-${short(last)}`
    : passages.map(({ id }) => id).join(', ');
}

/** A button that quotes a candidate, with the sentences that were asked for; null if they do not fit on a button. */
function chooseAction(passage: Passage, sentences: string | undefined, isPrivate: boolean): Action | null {
  const carried = Buffer.from(sentences ?? '').toString('base64url');
  if (carried.length > CARRIED_LENGTH) return null;
  const label = {
    key: 'button.quote',
    values: { passage: passage.id.slice(passage.transcript.id.length + 1) },
  } as const;
  const args = [writeReferences([{ passage, sentence: null }]), carried];
  return { name: isPrivate ? 'quotehere' : 'quote', label, args };
}

/** Quotes the passage that a button carries. */
function quoteChosen([written = '', carried = '']: readonly string[], { library }: Context): Reply {
  const [reference, ...others] = readReferences(written, library) ?? [];
  if (!reference || others.length > 0) return failure({ key: 'failure.passage-changed' });
  const sentences = Buffer.from(carried, 'base64url').toString();
  return quotationOf([reference.passage], sentences === '' ? undefined : sentences, library);
}

/** Suggests passages by line, id, speaker and words. If nothing was typed, it suggests all, in the order of the corpus. */
async function suggestPassages(typed: string, { library }: Context, locale: Locale): Promise<Suggestion[]> {
  const { all } = await passageLists.soon(library.passages);
  const found = hasWords(typed) ? await runYielding(passagesFor(typed, library)) : all;
  return found.slice(0, SUGGESTED).map((passage) => {
    const name = suggestionName(passage, locale, library);
    return { name, value: passage.id, typed: name };
  });
}

/** As many passages as can be suggested, if there are so many, or more. */
function* passagesFor(typed: string, library: Library): Steps<Passage[]> {
  yield* placeSteps(library);
  const { all, first } = passageLists.now(library.passages);
  const groups = [
    () => placed(typed, library),
    () => onLinesStarting(typed, all),
    () => bySpeakersWith(typed, library, all),
    () => searched(typed, library),
    // Finds a word that is only half typed.
    () => passagesSayingSteps(`${typed}…`, first),
  ];
  const found = new Set<Passage>();
  for (const passagesOf of groups) {
    if (found.size >= SUGGESTED) break;
    for (const passage of yield* passagesOf()) found.add(passage);
    yield;
  }
  return [...found];
}

function* placed(typed: string, library: Library): Steps<Passage[]> {
  yield;
  return passagesAt(readPlaces(typed, library) ?? [], library)?.passages ?? [];
}

function* onLinesStarting(typed: string, all: readonly Passage[]): Steps<Passage[]> {
  const wanted = typed.normalize('NFKC').trim().toLowerCase();
  if (!/^\d+$/.test(wanted)) return [];
  return yield* firstOf(all, ({ line }) => String(line).startsWith(wanted));
}

/** Never gives passages without a named speaker. */
function* bySpeakersWith(typed: string, library: Library, all: readonly Passage[]): Steps<Passage[]> {
  const isMeant = containing(typed);
  const meant = new Set<Speaker>();
  for (const speaker of library.transcripts.flatMap(({ speakers }) => speakers)) {
    if (nameForms(speaker).some(isMeant)) meant.add(speaker);
    yield;
  }
  return meant.size === 0 ? [] : yield* firstOf(all, ({ speaker }) => speaker !== null && meant.has(speaker));
}

function* searched(typed: string, library: Library): Steps<Passage[]> {
  const { names, withoutNames } = library.findNames(typed);
  yield;
  const speakers = names[0]?.speakers.map(({ id }) => id);
  const question = hasWords(withoutNames) ? withoutNames : typed;
  const { hits } = yield* rankForSteps(library, { question, speakers });
  return hits.flatMap(({ document }) => library.passages.get(document.id) ?? []);
}

/** The first passages that are wanted: enough for all that can be suggested. */
function* firstOf(passages: readonly Passage[], isWanted: (passage: Passage) => boolean): Steps<Passage[]> {
  const found: Passage[] = [];
  for (const passage of passages) {
    if (isWanted(passage)) found.push(passage);
    // Fewer than can be suggested have been found before, and may be found again.
    if (found.length === 2 * SUGGESTED) break;
    yield;
  }
  return found;
}
