import { readdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Entry } from '../../core/transcript/parse.ts';
import type { Recording } from '../../formats/format.ts';
import type { Draft } from '../../importing/draft.ts';
import { type Drafted, draftOf, type FileNames, type Given, seminarId } from '../../importing/draft-of.ts';
import { type Corrections, correctionsIn, renamedSpeakers } from '../../importing/earlier.ts';
import { mergedText } from '../../importing/merged-text.ts';
import { mergedSegments, withLeftOut } from '../../importing/merging.ts';
import { isSameFile } from '../../importing/same-file.ts';
import { transcriptText } from '../../importing/transcript-text.ts';
import { type Earlier, readEarlier } from './earlier.ts';

/** A transcript as it would be written. */
export interface Made {
  transcript: string;
  drafted: Drafted;
  /** The earlier corrections in it; null if there is no earlier transcript. */
  corrections: { kept: readonly Entry[]; lost: readonly Entry[] } | null;
  /** Which correction each line of the transcript comes from, by the id of its segment. */
  correctionOf: ReadonlyMap<string, Entry>;
}

/** What is to be written, and where. */
export interface Target {
  id: string;
  earlier: Earlier | null;
  sourceFile: string;
  /** Makes the transcript without some corrections, which do not fit. */
  make(without: ReadonlySet<Entry>): Made;
}

/** What was imported, and how it is called. */
export interface Imported {
  recording: Recording;
  bytes: Uint8Array;
  given: Given;
  file: FileNames;
  /** The folder's name that was given; null if none was. */
  id: string | null;
}

/**
 * Decides where a file is written: into a folder of its own, or over an earlier import of the same file.
 * @param directory the corpus folder
 * @param shownAs a seminar's folder for the person
 * @throws OperatorError if the folder that was given belongs to something else
 */
export async function targetOf(
  directory: string,
  imported: Imported,
  shownAs: (id: string) => string,
): Promise<Target> {
  const { recording, given, file, bytes } = imported;
  const drafted = draftOf(recording, given, file);
  const taken = new Set(await readdir(directory).catch((): string[] => []));
  const read = (id: string) => readEarlier(join(directory, id), shownAs(id));
  const id = imported.id ?? (await freeId(drafted.draft, file.name, taken, recording, read));
  const earlier = taken.has(id) ? await read(id) : null;
  if (!earlier) return { id, earlier, sourceFile: file.stored, make: () => madeNew(drafted) };
  const isSame = Buffer.compare(earlier.bytes, bytes) === 0;
  const sourceFile = isSame ? earlier.sourceFile : otherName(file.stored, earlier.sourceFile);
  const corrections = correctionsIn(earlier.parsed, earlier.recording, {
    ...file,
    stored: earlier.sourceFile,
  });
  const make = (without: ReadonlySet<Entry>) =>
    madeAgain(imported, { ...file, stored: sourceFile }, { earlier, corrections, without });
  return { id, earlier, sourceFile, make };
}

/** A name that no folder has, or that of an earlier import of the same file. */
async function freeId(
  draft: Draft,
  fileName: string,
  taken: ReadonlySet<string>,
  recording: Recording,
  read: (id: string) => Promise<Earlier>,
): Promise<string> {
  const others = new Set<string>();
  for (;;) {
    const id = seminarId(draft, fileName, (each) => others.has(each));
    if (!taken.has(id)) return id;
    const earlier = await read(id).catch(() => null);
    if (earlier && isSameFile(earlier.recording.opened.source, recording.opened.source)) return id;
    others.add(id);
  }
}

/** Another name than the source has until now, so that both can be there for a moment. */
function otherName(name: string, until: string): string {
  if (name !== until) return name;
  const extension = extname(name);
  return `${basename(name, extension)}-2${extension}`;
}

function madeNew(drafted: Drafted): Made {
  return { transcript: transcriptText(drafted.draft), drafted, corrections: null, correctionOf: new Map() };
}

function madeAgain(
  { recording, given }: Imported,
  file: FileNames,
  {
    earlier,
    corrections,
    without,
  }: { earlier: Earlier; corrections: Corrections; without: ReadonlySet<Entry> },
): Made {
  const corrected = withLeftOut(recording, corrections);
  const drafted = draftOf(corrected, given, file);
  const { segments, kept, lost } = mergedSegments(drafted, corrected, corrections, without);
  const transcript = mergedText({
    earlier: earlier.transcript,
    frontMatter: corrections.frontMatter,
    draft: drafted.draft,
    source: recording.opened.source,
    segments,
  });
  const correctionOf = new Map(
    segments.flatMap(({ id, from }) => (from === null ? [] : [[id, from] as const])),
  );
  const seen = asCorrected(drafted, corrections.frontMatter, segments);
  return { transcript, drafted: seen, corrections: { kept, lost }, correctionOf };
}

/** A draft as it is after corrections, for the review. */
function asCorrected(
  { draft, joined }: Drafted,
  { title, date, speakers }: Corrections['frontMatter'],
  segments: Draft['segments'],
): Drafted {
  const renamed = renamedSpeakers(draft, speakers);
  const nameOf = (name: string) => renamed.get(name) ?? name;
  const kinds = new Map(speakers.map(({ name, anonymous }) => [name, anonymous]));
  const merged = new Map(
    draft.speakers.map(({ name, aliases, anonymous }) => {
      const known = nameOf(name);
      return [
        known,
        { name: known, aliases, anonymous: kinds.has(known) ? (kinds.get(known) ?? null) : anonymous },
      ];
    }),
  );
  for (const { name, aliases, anonymous } of speakers)
    if (!merged.has(name)) merged.set(name, { name, aliases, anonymous });
  const lookAlikes = joined.lookAlikes
    .map(({ name, other }) => ({ name: nameOf(name), other: nameOf(other) }))
    .filter(({ name, other }) => name !== other);
  const isGiven = draft.titleFrom === 'given';
  return {
    draft: {
      ...draft,
      title: isGiven ? draft.title : title.en,
      titleFrom: isGiven ? 'given' : 'file',
      date: draft.dateFrom === 'given' ? draft.date : (date ?? draft.date),
      dateFrom: 'given',
      speakers: [...merged.values()],
      segments,
    },
    joined: { speakers: joined.speakers, lookAlikes },
  };
}
