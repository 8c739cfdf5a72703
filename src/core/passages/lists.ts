import { madeOnce, type Steps } from '../steps.ts';
import { hasSpeaker, type Transcript } from '../transcript/transcript.ts';
import type { Passage, PassagesById } from './passages.ts';

/**
 * In larger archives only what search finds is compared word for word with what was typed. What is compared of so many is
 * kept, and takes about as much memory as their words.
 */
export const COMPARED_PASSAGES = 2000;

/** The passages of a library as they are looked up again and again. Each list is in the order of the corpus. */
export interface PassageLists {
  all: readonly Passage[];
  /** As many of them as are compared word for word: the first `COMPARED_PASSAGES`. */
  first: readonly Passage[];
  /** In the order of the corpus too. */
  ofTranscript: ReadonlyMap<Transcript, readonly Passage[]>;
  /** Those that carry a speaker's name, also where it is only likely, by the speaker's id. */
  ofSpeaker: ReadonlyMap<string, readonly Passage[]>;
}

/** The lists of a library, by its passages. They take a few bytes for each passage, and some milliseconds. */
export const passageLists = madeOnce<PassagesById['passages'], PassageLists>(function* (passages) {
  const all: Passage[] = [];
  const ofTranscript = new Map<Transcript, Passage[]>();
  const ofSpeaker = new Map<string, Passage[]>();
  for (const passage of passages.values()) {
    all.push(passage);
    addTo(ofTranscript, passage.transcript, passage);
    if (passage.speaker && hasSpeaker(passage.basis)) addTo(ofSpeaker, passage.speaker.id, passage);
    yield;
  }
  const first = all.length <= COMPARED_PASSAGES ? all : all.slice(0, COMPARED_PASSAGES);
  return { all, first, ofTranscript, ofSpeaker };
});

function addTo<Key>(lists: Map<Key, Passage[]>, key: Key, passage: Passage): void {
  const list = lists.get(key);
  if (list) list.push(passage);
  else lists.set(key, [passage]);
}

/** The passages of a list by their ids, as those of a library are; made once for each list. */
export const passagesById = madeOnce<readonly Passage[], PassagesById['passages']>(function* (list) {
  const byId = new Map<string, Passage>();
  for (const passage of list) {
    byId.set(passage.id, passage);
    yield;
  }
  return byId;
});

/** A library's passages of the seminar with an id, by their own ids; none if there is no such seminar. */
export function* passagesOfSeminar(
  { passages }: PassagesById,
  seminar: string,
): Steps<PassagesById['passages']> {
  const { ofTranscript } = yield* passageLists.steps(passages);
  const own = [...ofTranscript].find(([{ id }]) => id === seminar)?.[1] ?? [];
  return yield* passagesById.steps(own);
}
