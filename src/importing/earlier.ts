import { nameForm } from '../core/language/name-form.ts';
import type { FrontMatter } from '../core/transcript/front-matter.ts';
import type { Entry, ParsedTranscript } from '../core/transcript/parse.ts';
import type { Recording } from '../formats/format.ts';
import type { Draft, DraftSegment } from './draft.ts';
import { draftOf, type FileNames } from './draft-of.ts';

/** What a person has changed in an imported transcript. */
export interface Corrections {
  frontMatter: FrontMatter;
  /** All segments, in order, and which of them the importer did not write as they are. */
  entries: readonly { entry: Entry; isCorrected: boolean }[];
  /** The texts of parts that the person left out, and that the importer kept. */
  leftOut: readonly string[];
  /** The texts of parts that the importer left out, and that the person put back. */
  putBack: readonly string[];
}

/**
 * Compares a transcript with what the importer makes of its source.
 * @param recording the source of the earlier transcript, read again
 */
export function correctionsIn(parsed: ParsedTranscript, recording: Recording, file: FileNames): Corrections {
  const { frontMatter, entries } = parsed;
  const { draft } = draftOf(recording, {}, file);
  const renamed = renamedSpeakers(draft, frontMatter.speakers);
  const made = new Map<string, number>();
  const keyOf = (
    { text, basis, label }: Pick<DraftSegment, 'text' | 'basis' | 'label'> | Entry,
    name: string | null,
  ) => JSON.stringify([text, basis, label, name]);
  for (const segment of draft.segments) {
    const key = keyOf(
      segment,
      segment.speaker === null ? null : (renamed.get(segment.speaker) ?? segment.speaker),
    );
    made.set(key, (made.get(key) ?? 0) + 1);
  }
  const compared = entries.map((entry) => {
    const key = keyOf(entry, entry.speakerName);
    const count = made.get(key) ?? 0;
    if (count > 0) made.set(key, count - 1);
    return { entry, isCorrected: count === 0 || entry.evidence !== null };
  });
  const { parts } = recording.opened.source;
  const isOut = placesOf(frontMatter.source.leftOut);
  const changed = parts.flatMap(({ place, text }, at) => {
    const [was, is] = [recording.leftOut.has(at), isOut(place)];
    return was === is ? [] : [{ text, is }];
  });
  return {
    frontMatter,
    entries: compared,
    leftOut: changed.filter(({ is }) => is).map(({ text }) => text),
    putBack: changed.filter(({ is }) => !is).map(({ text }) => text),
  };
}

/** Finds a speaker of a table by any name that the table has. */
function tableSpeakers(speakers: FrontMatter['speakers']): (name: string) => string | undefined {
  const exact = new Map<string, string>();
  const alike = new Map<string, string>();
  for (const { name, aliases } of speakers) {
    for (const form of [name, ...aliases]) {
      if (!exact.has(form)) exact.set(form, name);
      if (!alike.has(nameForm(form))) alike.set(nameForm(form), name);
    }
  }
  return (name) => exact.get(name) ?? alike.get(nameForm(name));
}

/** The name in an earlier table for each speaker of a draft whom it has, under any name. */
export function renamedSpeakers(
  { speakers }: Pick<Draft, 'speakers'>,
  table: FrontMatter['speakers'],
): ReadonlyMap<string, string> {
  const speakerOf = tableSpeakers(table);
  return new Map(
    speakers.flatMap(({ name, aliases }) => {
      const known = [name, ...aliases].map(speakerOf).find((each) => each !== undefined);
      return known === undefined ? [] : [[name, known] as const];
    }),
  );
}

function placesOf(ranges: FrontMatter['source']['leftOut']): (place: number) => boolean {
  const sorted = [...ranges].sort(([a], [b]) => a - b);
  return (place) => sorted.some(([first, last]) => first <= place && place <= last);
}
