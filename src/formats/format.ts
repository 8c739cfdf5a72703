import type { Locale } from '../core/language/locale.ts';
import type { Source, SourcePart } from '../core/transcript/source.ts';
import type { Basis } from '../core/transcript/transcript.ts';
import { OperatorError } from '../operator-error.ts';

/** A file that may be read, decoded if it is a text. */
export interface SourceFile {
  bytes: Uint8Array;
  /** Null if it is no text, or if its encoding is not known for certain. */
  text: string | null;
}

/** How a kind of file is divided into parts. `transcript.md` names it as `source.format`, and each check reads by it again. */
export interface Container {
  /** As `source.format` writes it: `webvtt`, `srt`, `docx`, `markdown`, `text`, `whisperx` … */
  id: string;
  /** For people: "WebVTT", "Word (.docx)". */
  name: string;
  /** Whether a file is of this kind, by its content. The first container in the list that says so reads it. */
  recognises(file: SourceFile): boolean;
  /**
   * Reads a file that it recognises.
   * @throws FormatError with a line for the person who imports it
   */
  read(file: SourceFile): Promise<OpenedSource>;
}

/** What a container finds in a file. Only `source` depends on every word of it; the rest is a help. */
export interface OpenedSource {
  source: Source;
  facts: Facts;
  /** Places (line, paragraph or part numbers) at which a person should look, and why. */
  notes: readonly Note[];
  /**
   * How many parts, by their position in `source.parts`, belong to one caption, paragraph or voice: the position at which
   * each group starts. A new group may be a new paragraph. Absent if every part is one.
   */
  groups?: readonly number[];
  /**
   * The id of a more exact container, which shows only as a file is read: what `source.format` names, and what reads the file
   * again. Absent if it is the one that read it.
   */
  format?: string;
  /** How parts are set, by their position, where a label may be seen by that: in bold, as a heading. */
  looks?: ReadonlyMap<number, Look>;
}

/** How a part is set in its file. */
export interface Look {
  /** The level of a heading, from 1; absent if it is none. */
  heading?: number;
  /**
   * Where bold or italics end that begin with its first word, or after a time (UTF-16); absent if it begins otherwise.
   */
  strong?: number;
  /** Whether it is an item of a list. */
  listItem?: true;
  /** Whether it is set as code. */
  code?: true;
  /** Whether it is an item of a list that has a link and nothing else. */
  link?: true;
}

/** What a file says about the seminar itself. Nothing here is guessed. */
export interface Facts {
  title?: string;
  /** YYYY-MM-DD. */
  date?: string;
  language?: Locale;
  /** Names in a list of those present, as printed: they may explain labels, and are nobody's words. */
  names?: readonly string[];
  /** The full names for initials, where such a list has both: `MHT` is Mira Holt. */
  fullNames?: ReadonlyMap<string, string>;
}

/** Something that was noticed in a file, for the review. */
export interface Note {
  place: number;
  /** In English, one line, for the person who imports: "A line between two captions that belongs to neither". */
  text: string;
}

/** Why a part of a source is nobody's words. */
export type LeftOutReason = 'heading' | 'page-head' | 'credit' | 'list' | 'note' | 'time' | 'command';

/**
 * A stretch of words in one part of a source, said by one voice. A label after which nothing is said makes a piece without
 * words, in a part that is left out.
 */
export interface Piece {
  /** The position in `source.parts` of the part that has it; a part may have several pieces. */
  part: number;
  /** Where its words start and end in the text of that part (UTF-16). */
  start: number;
  end: number;
  /**
   * What is printed before the words to say whose they are, as it stands there, with its colon and time: `Mira Holt
   * (Guest)   0:05`; or the part's own label. Null if nothing is.
   */
  printed: string | null;
  /** The position of the part in which `printed` begins, if that is an earlier one: a name in a line of its own. */
  printedIn?: number;
  /**
   * Whom the label names, without colon, time and markup; with `continued`, whom the label names that holds still. Null if
   * it names nobody (`>>`), or nobody knows.
   */
  name: string | null;
  /** Where the words begin in the recording, in seconds; null if nothing says. */
  time: number | null;
  /**
   * `labelled` with a name in `printed`; `continued` if an earlier label holds without doubt; `reported` for indirect speech,
   * with the name; `editorial` for the publisher's own words; else `unknown`.
   */
  basis: Exclude<Basis, 'inferred'>;
  /** Whether a new paragraph begins here. */
  startsParagraph: boolean;
}

/** A file read as a recording: who says what, as far as the file says so. */
export interface Recording {
  container: Container;
  opened: OpenedSource;
  /** In order; each word of speech in exactly one. */
  pieces: readonly Piece[];
  /** The parts that are nobody's words, by their positions. */
  leftOut: ReadonlyMap<number, LeftOutReason>;
  /** What `opened` says, and what the labels' reader found besides. */
  facts: Facts;
  notes: readonly Note[];
  /** The name of the way in which labels are printed, for people: "Otter", "Name: words". Null if there are none. */
  layout: string | null;
}

/** A label that was found in a part. */
export interface FoundLabel {
  /** Where the label starts and ends in the part's text, its colon and time included (UTF-16). */
  start: number;
  end: number;
  /** Whom it names; null if nobody, as with `>>`. */
  name: string | null;
  /** In seconds; null if it gives none. */
  time: number | null;
  /** How many parts it takes, where its time stands in a line of its own after the name; by default 1. */
  parts?: number;
  /** What goes on after it: by default words of the one it names. `before` if it says that the one before goes on. */
  goesOn?: 'before';
  /** Whom it names if `name` turns out to be none, and where it ends then: the nick of a scribe. */
  otherwise?: { name: string | null; end: number };
  /** That its part is nobody's words at all, and why: `q+` in the log of a chat. */
  leftOut?: LeftOutReason;
}

/** Where a part stands. */
export interface PartSetting {
  /** Whether a group of parts, such as a paragraph, starts with it. */
  startsGroup: boolean;
  look: Look | undefined;
}

/** A way of printing labels. Each is tried on all parts; the one that explains a file best is used. */
export interface LabelLayout {
  /** For people: "Otter", "Rev", "Name: words". */
  name: string;
  /** Whether its form alone says that somebody speaks, as a time beside a name does; else the names have to show it. */
  certain?: true;
  /** Whether nothing but a name can stand where it finds one, whatever that looks like. */
  namesOnly?: true;
  /** Whether `A` is whoever answers `Q` in it, and else the first of several points. */
  answersQuestions?: true;
  /** Whether it takes each line of a log, so that no other layout reads one in a file that is a log. */
  takesLines?: true;
  /** Whether its labels name nobody, and only say that the speaker changes. */
  namesNobody?: true;
  /**
   * The labels in a part that may be ones: whether they are, is decided over the whole file.
   * @param at the position of the part
   */
  labelsIn(parts: readonly SourcePart[], at: number, setting: PartSetting): FoundLabel[];
}

/** A file that cannot be imported; the message says what was seen and what to do, in one or two lines. */
export class FormatError extends OperatorError {
  override readonly name = 'FormatError';
  /** The line of the file, from 1, if one is at fault. */
  readonly line: number;

  constructor(message: string, line = 1) {
    super(message);
    this.line = line;
  }
}
