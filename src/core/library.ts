import { type Passage, passagesOf } from './passages.ts';
import { buildSearchIndex, type SearchIndex } from './search-index.ts';
import type { Speaker, Transcript } from './transcript.ts';

/** Everything loaded from the corpus, ready to be asked. */
export interface Library {
  transcripts: readonly Transcript[];
  /** Every passage by its id, in the order of the corpus. */
  passages: ReadonlyMap<string, Passage>;
  /** Every speaker once, by canonical name, in the order of the corpus. */
  speakers: readonly Speaker[];
  index: SearchIndex;
}

/** The chain from transcripts to a library that can be searched. */
export function libraryOf(transcripts: readonly Transcript[]): Library {
  const passages = transcripts.flatMap(passagesOf);
  const index = buildSearchIndex(
    passages.map(({ id, text, basis, speaker, transcript }) => ({
      id,
      text,
      speaker: speaker?.name ?? null,
      seminar: transcript.id,
      editorial: basis === 'editorial',
    })),
  );
  const speakers = new Map(
    transcripts.flatMap(({ speakers }) => speakers.map((speaker) => [speaker.name, speaker])),
  );
  return {
    transcripts,
    passages: new Map(passages.map((passage) => [passage.id, passage])),
    speakers: [...speakers.values()],
    index,
  };
}
