import type { Localised } from '../language/locale.ts';
import { isPerson } from './anonymous.ts';
import type { Entry } from './parse.ts';
import type { Problems } from './problem.ts';
import { hasSpeaker, type Segment, type Speaker } from './transcript.ts';

/** What an entry may refer to. */
export interface Referable {
  /** The declared speakers, by name. */
  speakers: ReadonlyMap<string, Speaker>;
  /** Finds their names as they are printed. */
  printed: PrintedNames;
  /** By id. */
  entries: ReadonlyMap<string, Entry>;
  /** The entry before each, but for commentary of the publisher, which does not end a turn; whether or not it is sound. */
  turns: ReadonlyMap<Entry, Entry>;
}

/** How many of the declared names a problem repeats. */
const NAMES = 20;
/** Longer than any label: a title, a name, a time. */
const LABEL_LENGTH = 200;

/**
 * Finds an entry's speaker and evidence, and whether its basis can be what it says.
 * @param problems those of the transcript's file
 * @returns null for a speaker or evidence that the entry does not have, or that has a problem
 */
export function resolve(
  entry: Entry,
  { speakers, printed, entries, turns }: Referable,
  problems: Problems,
): Pick<Segment, 'speaker' | 'evidence'> {
  const { id, basis, speakerName, line } = entry;
  const speaker = speakers.get(speakerName ?? '') ?? null;
  if (hasSpeaker(basis) && !speaker && isNew(speakerName ?? '', speakers)) {
    const declared = [...speakers.keys()].slice(0, NAMES);
    problems.report(line, 'speaker-undeclared', { name: speakerName ?? '', id, declared });
  }
  checkLabel(entry, speaker, printed, problems);
  if (basis === 'continued' && speaker)
    checkContinuation(entry, speaker, turns.get(entry), { speakers, problems });
  const evidence = evidenceOf(entry, entries, problems);
  if (basis === 'inferred' && !evidence) problems.report(line, 'evidence-missing', { id });
  return { speaker: hasSpeaker(basis) ? speaker : null, evidence };
}

/** The names that some declared speakers lack and that were reported: somebody who is missing may have each other segment. */
const missing = new WeakMap<Referable['speakers'], Set<string>>();

function isNew(name: string, speakers: Referable['speakers']): boolean {
  const known = missing.get(speakers) ?? new Set<string>();
  missing.set(speakers, known);
  const isFirst = !known.has(name);
  known.add(name);
  return isFirst;
}

/**
 * The labelled entries have a label, and it names their speaker alone. Where a person knows better than a label, the entry is
 * unknown or inferred, and the label is what is printed, and nobody's words. So it is where a turn goes on: a log has who writes
 * down before each line.
 */
function checkLabel(
  { id, basis, label, line }: Entry,
  speaker: Speaker | null,
  printed: PrintedNames,
  problems: Problems,
): void {
  if (basis !== 'labelled') {
    const mayBePrinted = basis === 'unknown' || basis === 'inferred' || basis === 'continued';
    if (label !== null && !mayBePrinted) problems.report(line, 'label-unexpected', { id, basis });
  } else if (label === null) {
    problems.report(line, 'label-missing', { id });
  } else if (speaker && !printedNames(speaker).some((name) => label.includes(name))) {
    problems.report(line, 'label-without-speaker', { label, speaker: speaker.name });
  } else if (speaker && namesAnother(label, speaker, printed)) {
    problems.report(line, 'label-of-another', { label, speaker: speaker.name });
  }
}

/** A continued entry goes on from a labelled turn of the same speaker. */
function checkContinuation(
  { id, line }: Entry,
  speaker: Speaker,
  turn: Entry | undefined,
  { speakers, problems }: { speakers: Referable['speakers']; problems: Problems },
): void {
  const isTurn = turn?.basis === 'labelled' || turn?.basis === 'continued';
  if (isTurn && turn.speakerName === speaker.name) return;
  const name = turn && hasSpeaker(turn.basis) ? turn.speakerName : null;
  // Of a name that is mistyped, the turn's own problem says so.
  if (isTurn && name !== null && !speakers.has(name)) return;
  problems.report(line, 'turn-not-continued', {
    id,
    speaker: speaker.name,
    previous: turn ? { id: turn.id, speaker: name, basis: turn.basis } : null,
  });
}

/** An entry's evidence: its own, or that of the entry on the same speaker that it refers to. */
function evidenceOf(
  { id, evidence, speakerName, line }: Entry,
  entries: ReadonlyMap<string, Entry>,
  problems: Problems,
): Localised | null {
  if (evidence === null || !('as' in evidence)) return evidence;
  const from = entries.get(evidence.as);
  if (from?.evidence && !('as' in from.evidence) && from.speakerName === speakerName) return from.evidence;
  problems.report(line, 'evidence-not-there', { id, from: evidence.as });
  return null;
}

/** Whether a label prints a name that is not part of its speaker's own. */
function namesAnother(label: string, speaker: Speaker, printed: PrintedNames): boolean {
  const own = printedNames(speaker).filter((name) => label.includes(name));
  return printed
    .in(label)
    .some(
      ({ name, speakers }) =>
        (speakers.size > 1 || !speakers.has(speaker)) && !own.some((mine) => mine.includes(name)),
    );
}

function printedNames({ name, aliases }: Speaker): string[] {
  return [name, ...aliases];
}

/** A name as it is printed, and those who have it. */
interface PrintedName {
  name: string;
  speakers: ReadonlySet<Speaker>;
}

/** Finds printed names in a text. */
export interface PrintedNames {
  /** @returns each name that is anywhere in a text, once */
  in(text: string): PrintedName[];
}

/**
 * Makes a finder of the printed names of those who have one. It looks up what a text has at each place, so that its time does not grow
 * with the number of names: each label of a seminar is searched for the names of everybody.
 */
export function printedNamesOf(speakers: readonly Speaker[]): PrintedNames {
  const bearers = new Map<string, Set<Speaker>>();
  // A voice may be called 0, and a time in somebody's label may have that.
  for (const speaker of speakers.filter(isPerson)) {
    for (const name of printedNames(speaker)) {
      bearers.set(name, (bearers.get(name) ?? new Set()).add(speaker));
    }
  }
  const lengths = [...new Set(Array.from(bearers.keys(), (name) => name.length))];
  const namesIn = (text: string) => {
    // A label that is no label can be as long as a file.
    if (text.length > LABEL_LENGTH) return [...bearers.keys()].filter((name) => text.includes(name));
    const places = Array.from({ length: text.length }, (_, at) => at);
    const parts = lengths.flatMap((length) => places.map((at) => text.slice(at, at + length)));
    return new Set(parts.filter((part) => bearers.has(part)));
  };
  return {
    in: (text) => Array.from(namesIn(text), (name) => ({ name, speakers: bearers.get(name) ?? new Set() })),
  };
}
