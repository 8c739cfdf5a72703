import type { Locale } from '../core/language/locale.ts';
import type { PlaceUnit } from '../core/transcript/source.ts';
import type { Anonymous, Basis } from '../core/transcript/transcript.ts';

/** A speaker, as the table in a transcript has it. */
export interface DraftSpeaker {
  name: string;
  /** Every other spelling that the source prints. */
  aliases: readonly string[];
  anonymous: Anonymous | null;
}

/** A segment, as a transcript writes it. */
export interface DraftSegment {
  id: string;
  /** The number of the part in which it begins. */
  place: number;
  /** In seconds; null if the source does not say. */
  time: number | null;
  basis: Basis;
  /** The speaker's name in the table; null for `unknown` and `editorial`. */
  speaker: string | null;
  /** As printed before the words; null unless `labelled`. */
  label: string | null;
  text: string;
  /** Where the text starts in the source's text (UTF-16). */
  start: number;
}

/** From where a title or a date was taken. */
export type FactOrigin = 'given' | 'file' | 'file-name';

/** A transcript before it is written: all that a file says, in the order of the file. */
export interface Draft {
  title: string;
  titleFrom: FactOrigin;
  date: string | null;
  dateFrom: FactOrigin | null;
  /** As given or as the file says; null if it is to be found from the words. */
  language: Locale | null;
  /** An address; null if none was given. */
  recording: string | null;
  sourceFile: string;
  /** The id of the container. */
  format: string;
  /** How the text of the source is encoded, if a person had to say it; null if the file itself shows it. */
  encoding: string | null;
  unit: PlaceUnit;
  /** The numbers of the parts that are nobody's words: from the first to the last of each range. */
  leftOut: readonly (readonly [first: number, last: number])[];
  speakers: readonly DraftSpeaker[];
  segments: readonly DraftSegment[];
}
