import { rankForSteps } from '../../src/core/answer/ranking.ts';
import { clockTime } from '../../src/core/language/clock-time.ts';
import { LOCALES, type Locale } from '../../src/core/language/locale.ts';
import { hasWords } from '../../src/core/language/text.ts';
import type { Library } from '../../src/core/library.ts';
import { COMPARED_PASSAGES, passageLists, passagesOfSeminar } from '../../src/core/passages/lists.ts';
import type { Passage, PassagesById } from '../../src/core/passages/passages.ts';
import { passagesAt, placeSteps, readPlaces } from '../../src/core/passages/places.ts';
import { comparable, passagesQuotedInSteps, passagesSayingSteps } from '../../src/core/passages/wordings.ts';
import type { Hit } from '../../src/core/search/query.ts';
import type { Steps } from '../../src/core/steps.ts';
import { newestFirst } from '../../src/core/transcript/order.ts';
import type { Transcript } from '../../src/core/transcript/transcript.ts';
import { format } from '../../src/messages/message.ts';
import { attributionOf } from '../../src/reply/attribution.ts';
import { nameAmong } from './people.ts';

/** Which passages a person means. */
export type Meant =
  /** These, all of them, in the order of the corpus. `isGuess`: found by search, not by place or exact words. */
  | { kind: 'passages'; passages: readonly Passage[]; isGuess?: true }
  /** One of these: they fit equally. */
  | { kind: 'choice'; candidates: readonly Passage[] }
  /** None; these are the nearest, if there are any. */
  | { kind: 'none'; nearest: readonly Passage[] };

/** How much of the best score, and of the best coverage, another hit has that fits as well. */
const EQUAL_SHARE = 0.97;
/** How many passages are offered if none is meant. */
const NEAREST = 3;
/** What the citation under an excerpt says of its place, in each language. */
const CITED_PLACE = /\b(?:line|paragraph|part) (\d{1,9}) of the source|原文第 ?(\d{1,9}) ?(?:行|段|部分)/gu;
/** The time at the end of a citation. */
const CITED_TIME = /[,\s]\[?((?:\d{1,3}:)?\d{1,3}:\d\d)(?:\]?\(?<?https?:\/\/\S{1,2000}|\])?\s*$/u;

/**
 * Finds the passages that a person means: by a place, by an excerpt's citation, by the shown name of a suggestion, by
 * words that stand in exactly one passage, or else by search.
 * @param seminar the id of the only seminar that counts
 */
export function* passagesMeantSteps(typed: string, library: Library, seminar?: string): Steps<Meant> {
  const passages = seminar === undefined ? library.passages : yield* passagesOfSeminar(library, seminar);
  yield* placeSteps({ passages });
  const places = readPlaces(typed, { passages });
  const at = places && passagesAt(places, { passages });
  if (at) return at.isChoice ? choiceOf(newestOf(at.passages)) : theseOf(at.passages);
  if (!hasWords(typed)) return { kind: 'none', nearest: [] };

  yield;
  const there = passagesThere(typed, library, { passages, seminar });
  if (there) return there;
  const { all } = passageLists.now(passages);
  const cited = passagesCited(typed, all);
  if (cited.length === 1) return theseOf(cited);
  yield;
  const found = yield* lookUpSteps(typed, library, seminar);
  if (found.isName) return bestOf(found);
  const searched = all.length <= COMPARED_PASSAGES ? all : found.passages;
  // On a cited line there may be several passages.
  const compared = cited.length > 0 ? cited : searched;
  const waysToFind = [
    () => passagesLabelled(typed, compared, library),
    () => passagesSayingSteps(typed, compared),
    () => passagesQuotedInSteps(typed, cited.length > 0 ? cited : found.passages),
  ];
  for (const find of waysToFind) {
    const those = yield* find();
    if (those.length === 1) return theseOf(those);
    if (those.length > 1) return choiceOf(bestFirst(those, found.passages));
  }
  if (cited.length > 0) return choiceOf(newestOf(cited));
  // Search would only find something like a place that is not there.
  return places ? { kind: 'none', nearest: [] } : bestOf(found);
}

/** What a speaker says at a place, if the typed text has both: "Lee, line 6", "第6行李乔". Null if it has not. */
function passagesThere(
  typed: string,
  library: Library,
  { passages, seminar }: PassagesById & { seminar: string | undefined },
): Meant | null {
  const { names, withoutNames } = library.findNames(typed, seminar);
  if (names.length === 0) return null;
  const places = readPlaces(withoutNames, { passages });
  const at = places && passagesAt(places, { passages });
  if (!at) return null;
  const speakers = names.flatMap((name) => name.speakers.map(({ id }) => id));
  const theirs = at.passages.filter(({ speaker }) => speaker && speakers.includes(speaker.id));
  // Whoever is named speaks elsewhere: what is at the place may still be meant, but is never quoted as theirs.
  if (theirs.length === 0) return { kind: 'none', nearest: at.passages.slice(0, NEAREST) };
  return at.isChoice && theirs.length > 1 ? choiceOf(newestOf(theirs)) : theseOf(theirs);
}

function theseOf(passages: readonly Passage[]): Meant {
  return { kind: 'passages', passages };
}

/** Passages that fit equally: those of the newest seminar first, each in its order. */
function newestOf(passages: readonly Passage[]): Passage[] {
  return [...passages].sort((a, b) => newestFirst(a.transcript, b.transcript));
}

function choiceOf(candidates: readonly Passage[]): Meant {
  return { kind: 'choice', candidates };
}

/** The passages on the line, or at the time, that a citation gives, in the seminars whose title, date and id it has. */
function passagesCited(typed: string, passages: readonly Passage[]): Passage[] {
  const normal = typed.normalize('NFKC').toLowerCase();
  const lines = Array.from(normal.matchAll(CITED_PLACE), ([, english, chinese]) =>
    Number(english ?? chinese),
  );
  const [line] = lines;
  const time = CITED_TIME.exec(normal)?.[1];
  if (lines.some((other) => other !== line) || (line === undefined && time === undefined)) return [];
  const words = comparable(typed);
  const here = passages.filter((passage) =>
    line === undefined ? passage.time !== null && clockTime(passage.time) === time : passage.line === line,
  );
  const has = (text: string) => words.includes(comparable(text));
  const isTitled = ({ title }: Transcript) => Object.values(title).some(has);
  // A time may be anything, but with a title it is a citation.
  if (line === undefined && !here.some(({ transcript }) => isTitled(transcript))) return [];
  const ways: ((transcript: Transcript) => boolean)[] = [
    isTitled,
    // Seminars of one title are told apart by their dates, and of one date too by their ids.
    ({ date }) => date !== null && has(date),
    ({ id, isNamesake }) => isNamesake === true && has(id),
  ];
  return ways.reduce((left, isMeant) => {
    const meant = left.filter(({ transcript }) => isMeant(transcript));
    return meant.length > 0 ? meant : left;
  }, here);
}

/** The passages that have the typed text as the shown name of their suggestion; or as its start, if it was cut. */
function* passagesLabelled(
  typed: string,
  passages: readonly Passage[],
  library: Library,
): Steps<readonly Passage[]> {
  const wanted = comparable(typed);
  const speakers = new Map<string, string>();
  // Everything that is shown of a speaker follows from who it is and how it is known.
  const speakerOf = (passage: Passage, locale: Locale) => {
    const key = JSON.stringify([passage.basis, locale, passage.speaker?.id ?? null]);
    const known = speakers.get(key) ?? comparable(shownSpeaker(passage, locale, library));
    speakers.set(key, known);
    return known;
  };
  const [started, exact]: [Passage[], Passage[]] = [[], []];
  for (const passage of passages) {
    const names = LOCALES.flatMap((locale) => {
      const speaker = speakerOf(passage, locale);
      const isLonger = wanted.startsWith(speaker) && wanted.length > speaker.length;
      return isLonger ? [comparable(suggestionName(passage, locale, library))] : [];
    });
    if (names.some((name) => name.startsWith(wanted))) started.push(passage);
    if (names.includes(wanted)) exact.push(passage);
    yield;
  }
  return exact.length > 0 ? exact : started;
}

/**
 * How a passage is shown in a list to choose from: its speaker, with the role if somebody else has the same name, and its
 * words, which may be cut to fit.
 */
export function suggestionName(passage: Passage, locale: Locale, library: Pick<Library, 'speakers'>): string {
  const words = locale === 'en' ? (passage.translation ?? passage.text) : passage.text;
  return `${shownSpeaker(passage, locale, library)} · ${words}`;
}

function shownSpeaker(passage: Passage, locale: Locale, library: Pick<Library, 'speakers'>): string {
  const { speaker } = attributionOf(passage, (each) => nameAmong(each, library));
  return format(speaker, locale);
}

/** What search finds for words: with the name of a speaker among them, only what that speaker said. */
interface Found {
  /** Best first. */
  passages: Passage[];
  /** How many of them fit the words, and equally well. */
  fitting: number;
  /** The words are the name of a speaker alone: all that the speaker said fits. */
  isName: boolean;
}

function* lookUpSteps(typed: string, library: Library, seminar: string | undefined): Steps<Found> {
  const { names, withoutNames } = library.findNames(typed, seminar);
  const speakers = names[0]?.speakers.map(({ id }) => id);
  if (speakers && !hasWords(withoutNames)) {
    const spoken = passageLists
      .now(library.passages)
      .all.filter(
        (passage) =>
          speakers.includes(passage.speaker?.id ?? '') &&
          (seminar ?? passage.transcript.id) === passage.transcript.id,
      );
    return { passages: spoken, fitting: spoken.length, isName: true };
  }
  const question = hasWords(withoutNames) ? withoutNames : typed;
  const { hits, claim, best } = yield* rankForSteps(library, { question, speakers, seminar });
  const fitting = best === null || claim !== 'answer' ? [] : hits.filter((hit) => fitsAs(best, hit));
  return {
    passages: [...new Set([...fitting, ...hits])].flatMap(
      ({ document }) => library.passages.get(document.id) ?? [],
    ),
    fitting: fitting.length,
    isName: false,
  };
}

/** Whether a hit fits the words as well as the best one that answers them. */
function fitsAs(best: Hit, { score, coverage }: Hit): boolean {
  return score >= EQUAL_SHARE * best.score && coverage >= EQUAL_SHARE * best.coverage;
}

function bestOf({ passages, fitting }: Found): Meant {
  if (fitting === 0) return { kind: 'none', nearest: passages.slice(0, NEAREST) };
  if (fitting > 1) return choiceOf(passages.slice(0, fitting));
  return { kind: 'passages', passages: passages.slice(0, 1), isGuess: true };
}

function bestFirst(passages: readonly Passage[], ranked: readonly Passage[]): Passage[] {
  const rank = new Map(ranked.map((passage, at) => [passage, at]));
  const rankOf = (passage: Passage) => rank.get(passage) ?? ranked.length;
  return [...passages].sort((a, b) => rankOf(a) - rankOf(b) || newestFirst(a.transcript, b.transcript));
}
