import type { Locale, Localised } from '../language/locale.ts';
import type { Notion } from '../language/notions.ts';
import type { PlaceUnit } from './source.ts';

/**
 * How the speaker of a segment is known. docs/design.md and corpus/README.md say when each applies.
 * - `labelled`: the source names the speaker at this paragraph.
 * - `continued`: no label; the same turn as a labelled paragraph before it.
 * - `reported`: indirect speech ("X said that …").
 * - `inferred`: no label; the name follows from evidence that is written down.
 * - `unknown`: the source does not say who speaks.
 * - `editorial`: the publisher's own words.
 */
export const BASES = ['labelled', 'continued', 'reported', 'inferred', 'unknown', 'editorial'] as const;
export type Basis = (typeof BASES)[number];

/** Whether segments of this basis carry a speaker's name. */
export function hasSpeaker(basis: Basis): boolean {
  return basis !== 'unknown' && basis !== 'editorial';
}

/**
 * What a label stands for that is no name.
 * - `reporter`: whoever asks (`Q`, 记者); several people may have it.
 * - `respondent`: whoever answers (`A`, 答).
 * - `voice`: one voice of one recording, told apart by a program (`Speaker 1`).
 * - `unnamed`: somebody of whom the source says that it has no name (`Unknown Speaker`, 观众); several people may have it.
 */
export const ANONYMOUS = ['reporter', 'respondent', 'voice', 'unnamed'] as const;
export type Anonymous = (typeof ANONYMOUS)[number];

export interface Speaker {
  /**
   * Tells people apart in a library: the name, or the name with the role if people of one name speak. One person
   * in several seminars has one id; before `peopleSteps` has compared the seminars, it is the name.
   */
  id: string;
  /** The canonical name, in English. */
  name: string;
  /** The name as readers of each language write it; `en` is the canonical name. */
  names: Localised;
  /** Null if nothing says it. */
  role: Localised | null;
  moderator: boolean;
  /** Other forms as printed in the source, misspellings too. */
  aliases: readonly string[];
  /** Forms that are not printed, and that readers may type. */
  otherForms: readonly string[];
  /** The person whom the front matter says that this is, in whichever seminar; null if it says nothing. */
  person: string | null;
  /** Null for a name; else the name is only a label of the source, and is nobody's. */
  anonymous: Anonymous | null;
}

/**
 * The most characters (UTF-16) of a segment, or of its translation. Three hours by one speaker without a paragraph have
 * about 300,000, a whole day of a conference a million. What is longer is not what one person says; and the longest
 * sentence, which nothing divides, would take the bot too long.
 */
export const SEGMENT_LENGTH = 1_000_000;

/** Where a segment goes on in another part of its source. */
export interface FurtherPlace {
  /** UTF-16 offset in the source's text at which the part starts. */
  start: number;
  /** The number of the line, paragraph or part. */
  line: number;
  /** Where the part begins in the recording, in seconds, or the last one before it that says; null if none does. */
  time: number | null;
}

/** A stretch of the source that one person (or nobody named) says. */
export interface Segment {
  /** Unique in the transcript, for example `p8` or `p8b`. */
  id: string;
  /** Where it begins in the source file: a line, paragraph or part, as the transcript's `unit` says, from 1. */
  line: number;
  /** Where it begins in the recording, in seconds; null if nothing says. */
  time: number | null;
  basis: Basis;
  /** Null for `unknown` and `editorial`. */
  speaker: Speaker | null;
  /** The label as printed before the text (`AlanEsteve:`), or null. */
  label: string | null;
  /** Why the name is believed; always there for `inferred`. */
  evidence: Localised | null;
  /** Verbatim from the source, without the label, without white space at the ends. */
  text: string;
  /** In English; null if the seminar has no translation. */
  translation: string | null;
  /** Where `text` starts in the source's text (UTF-16 offset). */
  start: number;
  /** The parts of the source that it goes on over, in order; absent if it is in one. */
  further?: readonly FurtherPlace[];
}

/** One seminar: what was said, who said it, and the source it can be checked against. */
export interface Transcript {
  /** The name of its folder in the corpus. */
  id: string;
  title: Localised;
  /** Of the seminar, as YYYY-MM-DD; null if it is not known. */
  date: string | null;
  /** Another seminar of the library has the same title and date, so that only the id tells them apart. */
  isNamesake?: true;
  /** Null if it is not known. */
  organiser: Localised | null;
  /** The address (http or https) of the recording; null if none is given. */
  recording: string | null;
  /** The publisher's, in the transcript's own language; null if the source has none. */
  headline: string | null;
  language: Locale;
  /** The language tag of what the seminar was held in; another language than `language` makes the source a translation. */
  spoken: string;
  /** What the places of the segments count. */
  unit: PlaceUnit;
  /**
   * The whole text of the untouched source file; of one that is read through its format, the words of all parts that are
   * not left out.
   */
  sourceText: string;
  speakers: readonly Speaker[];
  /** What a reader can ask about, as the curator puts it. */
  topics: readonly Localised[];
  /** Questions that it answers, to show a newcomer. */
  examples: readonly Localised[];
  /** In the order of the source. */
  segments: readonly Segment[];
  /** Notions that have several forms. */
  notions: readonly Notion[];
  /** Questions that a segment answers, by its id; searched, never shown. */
  cues: ReadonlyMap<string, readonly string[]>;
}
