import { join } from 'node:path';
import type { Steps } from '../core/steps.ts';
import type { Transcript } from '../core/transcript/transcript.ts';
import type { Marks } from './marks.ts';
import { readSeminar, SEMINAR_FILES, type SeminarRead } from './read.ts';

/** What was read of each seminar, so that only those whose files have changed are read again. */
export interface KeptReads {
  /** Reads a seminar, unless its files have the marks that they had before they were last read. */
  read(id: string, marks: Marks): Promise<SeminarRead>;
  /**
   * Forgets the seminars that are there no more, and shares what the others have with the transcripts that are used: else
   * each would be in memory twice. Pauses after each.
   * @param transcripts those that say the same as what was read
   */
  tidySteps(transcripts: readonly Transcript[]): Steps<void>;
}

interface Kept {
  read: SeminarRead;
  /** The marks of its files. */
  state: string;
  isShared: boolean;
}

/** Keeps what is read below a corpus folder. */
export function keptReads(directory: string): KeptReads {
  const kept = new Map<string, Kept>();
  const stateOf = (id: string, { sources }: SeminarRead, marks: Marks) =>
    [...SEMINAR_FILES.map((name) => join(directory, id, name)), ...sources]
      .map((file) => marks.get(file) ?? '')
      .join('\n');
  return {
    read: async (id, marks) => {
      const known = kept.get(id);
      if (known && known.state === stateOf(id, known.read, marks)) return known.read;
      kept.delete(id);
      const read = await readSeminar(directory, id);
      // What is wrong may have another reason than the file.
      const isSound = read.problems.length === 0 && read.sources.every((source) => marks.has(source));
      if (isSound) kept.set(id, { read, state: stateOf(id, read, marks), isShared: false });
      return read;
    },
    *tidySteps(transcripts) {
      const used = new Map(transcripts.map((transcript) => [transcript.id, transcript]));
      for (const [id, { read, state, isShared }] of [...kept]) {
        const transcript = used.get(id);
        if (!transcript) kept.delete(id);
        else if (!isShared && read.transcript)
          kept.set(id, {
            read: { ...read, transcript: sharing(read.transcript, transcript) },
            state,
            isShared: true,
          });
        yield;
      }
    },
  };
}

/** A transcript with everything from another that says the same, but for who speaks. */
function sharing({ speakers, segments }: Transcript, used: Transcript): Transcript {
  return {
    ...used,
    speakers,
    segments: used.segments.map((segment, at) => {
      const speaker = segments[at]?.speaker;
      return speaker ? { ...segment, speaker } : segment;
    }),
  };
}
