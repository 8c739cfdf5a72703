import type { ErrorCode } from 'yaml';
import type { Difference } from './difference.ts';
import type { PlaceUnit } from './source.ts';
import type { Basis } from './transcript.ts';
import type { LineFault } from './yaml-lines.ts';

/** For kinds whose name says it all. */
type NoValues = Record<string, never>;

/** A value in a YAML file: the part of the corpus it belongs to, and the keys that lead to it (`speakers.0.name`). */
interface YamlPlace {
  part: 'front-matter' | 'cues' | 'people';
  /** Empty for the YAML as a whole. */
  key: string;
  /** A line as it should be, if that is known. */
  write?: string;
  /** The other lines with the same fault. */
  also?: readonly number[];
}

/** What a YAML value can be, in a curator's words. */
export type ValueType = 'text' | 'list' | 'map' | 'boolean';

/** The forms of text that front matter asks for. */
export const VALUE_FORMATS = [
  'date',
  'language-tag',
  'file-name',
  'line-range',
  'line-order',
  'places',
  'address',
  'format',
  'no-language',
] as const;
export type ValueFormat = (typeof VALUE_FORMATS)[number];

/**
 * Every kind of problem that a corpus can have, with the values that its text needs. The words are in
 * `src/messages/problems/`. Lines are counted from 1.
 */
export interface ProblemValues {
  // The corpus folder and its files.
  'corpus-unreadable': NoValues;
  'corpus-empty': NoValues;
  /** An error's code or, without one, its message. */
  'corpus-reload-failed': { reason: string };
  'seminar-id-invalid': NoValues;
  /** `code` is Node's, such as ENOENT. */
  'file-unreadable': { code: string };
  'file-outside-corpus': NoValues;
  'file-not-regular': NoValues;
  'file-too-large': { bytes: number; most: number };
  'file-too-long': { lines: number; most: number };
  'file-not-utf8': NoValues;
  /** `reason` is the line of whoever reads the format, in English: what was seen and what to do. */
  'source-unreadable': { reason: string };
  'source-too-long': { unit: PlaceUnit; parts: number; most: number };
  /** The files that may be the source of a seminar that names none. */
  'source-unnamed': { files: readonly string[] };

  // YAML: front matter and cues.
  /** `message` is the parser's, in English, without a full stop. */
  'yaml-invalid': { code: ErrorCode; message: string };
  /** A line that a person wrote, and how it is written. */
  'yaml-line': { fault: LineFault; write: string };
  'yaml-key-repeated': { key: string };
  'yaml-alias-or-tag': { found: string };
  'yaml-too-deep': { most: number };
  'yaml-too-long': { most: number };
  'value-missing': YamlPlace;
  'value-type': YamlPlace & { type: ValueType };
  'value-choice': YamlPlace & { choices: readonly string[] };
  'value-format': YamlPlace & { format: ValueFormat };
  'value-too-short': YamlPlace & { least: number; unit: 'characters' | 'items' };
  'value-too-long': YamlPlace & { most: number; unit: 'characters' | 'items' };
  'key-unknown': YamlPlace & { keys: readonly string[] };

  // The form of a transcript.
  'front-matter-missing': NoValues;
  'heading-expected': { found: string };
  'heading-malformed': { heading: string };
  /** `also` are the other lines that have it. */
  'basis-unknown': { basis: string; known: readonly Basis[]; also?: readonly number[] };
  'speaker-missing': { id: string; basis: Basis };
  'speaker-unexpected': { id: string; basis: Basis; name: string };
  'attribute-unknown': { found: string };
  'attribute-repeated': { key: string };
  'attribute-empty': { key: string };
  'evidence-languages': { languages: readonly string[] };
  'evidence-twofold': NoValues;
  'evidence-unexpected': { id: string; basis: Basis };
  'text-missing': NoValues;
  'text-second-line': NoValues;
  'text-too-long': { characters: number; most: number };
  'id-repeated': { id: string; firstLine: number };

  // A transcript against its source. `sourceLine` is a line of the source file.
  'lines-beyond-source': { lastLine: number; lineCount: number; source: string };
  'line-not-covered': { sourceLine: number };
  'text-not-covered': { text: string };
  'text-not-in-source': { id: string; sourceLine: number; after: 'label' | 'segment' | null };
  /** `column` and `sourceColumn` count characters, from 1. */
  'text-differs': {
    id: string;
    unit: PlaceUnit;
    place: number;
    column: number;
    sourceColumn: number;
    difference: Difference;
  };
  'segment-outside-lines': { id: string; sourceLine: number; firstLine: number; lastLine: number };
  'segment-out-of-order': { id: string; sourceLine: number; previousLine: number };

  // The same for a source that is read through its format. `place` is the number of a line, paragraph or part.
  'parts-not-covered': { unit: PlaceUnit; first: number; last: number; text: string };
  'part-text-missing': { id: string; unit: PlaceUnit; place: number };
  'place-unknown': { id: string; unit: PlaceUnit; place: number; nearest: readonly number[] };
  'place-left-out': { id: string; unit: PlaceUnit; place: number };
  'place-differs': { id: string; unit: PlaceUnit; place: number; found: number };
  'place-unit': { id: string; unit: PlaceUnit; written: PlaceUnit; place: number };
  'place-order': { id: string; unit: PlaceUnit; place: number; previous: number };
  /** Times in seconds. */
  'time-differs': { id: string; unit: PlaceUnit; place: number; time: number; found: number };
  'part-label-missing': { label: string; unit: PlaceUnit; place: number; found: string | null };
  'part-label-of-another': { id: string; speaker: string; unit: PlaceUnit; place: number; label: string };
  'left-out-unknown': { unit: PlaceUnit; first: number; last: number; most: number };
  'alias-not-in-source': { alias: string; name: string };
  'name-shared': { form: string; first: string; second: string };

  // Who speaks, and how that is known.
  'speaker-undeclared': { name: string; id: string; declared: readonly string[] };
  'label-missing': { id: string };
  'label-unexpected': { id: string; basis: Basis };
  'label-not-in-source': { label: string; sourceLine: number };
  'label-inside-paragraph': { id: string };
  'label-without-speaker': { label: string; speaker: string };
  'label-of-another': { label: string; speaker: string };
  'turn-not-continued': {
    id: string;
    speaker: string;
    previous: { id: string; speaker: string | null; basis: Basis } | null;
  };
  'evidence-missing': { id: string };
  'evidence-not-there': { id: string; from: string };

  // The files next to a transcript: translation, terms, cues.
  'translation-before-heading': NoValues;
  'translation-second-line': { id: string };
  'translation-repeated': { id: string; firstLine: number };
  'translation-empty': { id: string };
  'translation-of-nothing': { id: string };
  'translation-missing': { id: string };
  /** Characters of the translation for each of the source. */
  'translation-length': { id: string; ratio: number; least: number; most: number };
  'translation-number': { id: string; number: string };
  'term-repeated': { form: string; firstLine: number };
  'term-too-short': { form: string };
  'term-too-long': { form: string; most: number };
  'terms-too-many': { most: number };
  'cues-of-nothing': { id: string };
  'cues-of-editorial': { id: string };

  // The people who speak in several seminars.
  'person-not-there': { person: string; speaker: string; seminar: string };
  'person-repeated': { speaker: string; seminar: string; first: string; second: string };
  /** The ids of two seminars. */
  'namesakes-undeclared': {
    name: string;
    seminars: readonly string[];
    reason: 'roles' | 'role-missing' | 'short-name';
  };
}

export type ProblemKind = keyof ProblemValues;

/** Something wrong in the corpus, as data; `src/messages/problems/` has the words. */
export interface Problem<Kind extends ProblemKind = ProblemKind> {
  /** As the person would open it, for example `corpus/scsp-chips-2025/transcript.md`. */
  file: string;
  /** From 1. */
  line: number;
  kind: Kind;
  values: ProblemValues[Kind];
}

/** Collects problems of one file, or of several through `in`. */
export interface Problems {
  /** The file that `report` reports on. */
  readonly file: string;
  /** What stops the corpus from being used: all that was reported on any file, in order. */
  readonly errors: readonly Problem[];
  /** What a person should look at: all that was reported on any file, in order. */
  readonly warnings: readonly Problem[];
  /** @param line of the file, from 1 */
  report<Kind extends ProblemKind>(line: number, kind: Kind, values: ProblemValues[Kind]): void;
  /** The collector for another file, with the same errors and warnings. */
  in(file: string): Problems;
}

/** The kinds that a sound corpus may have. */
const WARNINGS: ReadonlySet<ProblemKind> = new Set([
  'translation-length',
  'translation-number',
  'namesakes-undeclared',
]);

/** An empty collector of the problems of a file. */
export function problemsIn(file: string): Problems {
  return collector(file, [], []);
}

function collector(file: string, errors: Problem[], warnings: Problem[]): Problems {
  return {
    file,
    errors,
    warnings,
    report<Kind extends ProblemKind>(line: number, kind: Kind, values: ProblemValues[Kind]) {
      const problem: Problem<Kind> = { file, line, kind, values };
      (WARNINGS.has(kind) ? warnings : errors).push(problem);
    },
    in: (other) => collector(other, errors, warnings),
  };
}
