import type { Localised } from '../language/locale.ts';
import { shorten } from '../language/text.ts';
import type { FrontMatterPath } from './front-matter.ts';
import type { Entry, ParsedTranscript } from './parse.ts';
import { addProblems, type Problem } from './problem.ts';
import { hasSpeaker, type Segment, type Speaker, type Transcript } from './transcript.ts';

/** What `attribute` needs to know about the files it compares, besides their contents. */
export interface TranscriptFiles {
  /** The seminar's id: the name of its folder. */
  id: string;
  /** The names to report problems under. */
  transcriptFile: string;
  sourceFile: string;
}

/**
 * Holds a parsed transcript against its source: every segment verbatim, in order, every character of the
 * seminar's paragraphs in exactly one segment or label, every speaker declared, every inference with evidence.
 * @returns the transcript, or null when anything is wrong, with every problem found
 */
export function attribute(
  parsed: ParsedTranscript,
  sourceText: string,
  files: TranscriptFiles,
): { transcript: Transcript | null; problems: Problem[] } {
  const { frontMatter } = parsed;
  const problems: Problem[] = [];
  const speakers = frontMatter.speakers.map(
    (speaker): Speaker => ({ ...speaker, names: { en: speaker.name, ...speaker.names } }),
  );

  addProblems(problems, checkSpeakers(parsed, sourceText, files.transcriptFile));

  const segments: Segment[] = [];
  const paragraphs = paragraphsOf(sourceText);
  const [firstLine, lastLine] = frontMatter.source.lines;
  const entriesOn = new Map<number, Entry[]>();
  for (const entry of parsed.entries) {
    const others = entriesOn.get(entry.sourceLine);
    if (others) others.push(entry);
    else entriesOn.set(entry.sourceLine, [entry]);
  }
  const known = {
    speakers: new Map(speakers.map((speaker) => [speaker.name, speaker])),
    // The first of two with one id, which is a problem already.
    entries: new Map(parsed.entries.toReversed().map((entry) => [entry.id, entry])),
  };

  addProblems(problems, checkOrder(parsed, paragraphs.length, files));
  for (let line = firstLine; line <= Math.min(lastLine, paragraphs.length); line++) {
    const paragraph = paragraphs[line - 1];
    if (!paragraph || paragraph.text.trim() === '') continue;
    const entries = entriesOn.get(line) ?? [];
    const aligned = align(entries, paragraph, files.transcriptFile);
    addProblems(problems, aligned.problems);
    if (entries.length === 0) {
      problems.push({
        file: files.sourceFile,
        line,
        what: `Line ${line} is in no segment of ${files.transcriptFile}.`,
        remedy: 'Add it as a segment, or narrow "lines" in the front matter if it is no part of the seminar.',
      });
    }
    for (const { entry, start } of aligned.found) {
      const resolved = resolve(entry, {
        ...known,
        previous: segments,
        file: files.transcriptFile,
      });
      addProblems(problems, resolved.problems);
      const { id, basis, label, text } = entry;
      segments.push({
        id,
        line,
        basis,
        label,
        text,
        start,
        translation: null,
        speaker: resolved.speaker,
        evidence: resolved.evidence,
      });
    }
  }

  if (problems.length > 0) return { transcript: null, problems };
  const { title, date, organiser, language, topics, examples } = frontMatter;
  const transcript = {
    id: files.id,
    notions: [],
    cues: new Map(),
    title,
    date,
    organiser,
    headline: frontMatter.source.headline ?? null,
    language,
    spoken: frontMatter.spoken ?? language,
    topics,
    examples,
    sourceText,
    speakers,
    segments,
  };
  return { transcript, problems };
}

interface Paragraph {
  text: string;
  /** UTF-16 offset in the source text. */
  start: number;
}

/** The lines of a source file; line n is element n - 1. */
function paragraphsOf(sourceText: string): Paragraph[] {
  const found: Paragraph[] = [];
  let start = 0;
  for (const line of sourceText.split('\n')) {
    found.push({ text: line.replace(/\r$/, ''), start });
    start += line.length + 1;
  }
  return found;
}

/** Where so many texts are not in one paragraph, it is another paragraph. */
const MISSES = 10;
/** How many of the declared names a problem repeats. */
const NAMES_TOLD = 20;

/** Finds each entry of one paragraph in it, in order, and reports what is left over between them. */
function align(entries: readonly Entry[], paragraph: Paragraph, file: string) {
  const problems: Problem[] = [];
  const found: { entry: Entry; start: number }[] = [];
  let at = 0;
  for (const [index, entry] of entries.entries()) {
    if (index - found.length === MISSES) break;
    const report = (what: string, remedy: string) => problems.push({ file, line: entry.line, what, remedy });
    if (entry.label !== null && index === 0) {
      if (paragraph.text.trimStart().startsWith(entry.label))
        at = paragraph.text.indexOf(entry.label) + entry.label.length;
      else
        report(
          `The label "${entry.label}" does not open line ${entry.sourceLine} of the source.`,
          'Copy it as printed, with its colon.',
        );
    } else if (entry.label !== null) {
      report(
        `Segment ${entry.id} has a label in the middle of a paragraph.`,
        'Only the first segment of a paragraph can have one.',
      );
    }
    const start = paragraph.text.indexOf(entry.text, at);
    if (start < 0) {
      report(
        `The text of segment ${entry.id} is not in line ${entry.sourceLine} of the source${at > 0 ? ' after what stands before it' : ''}.`,
        'Copy it from the source character by character; the source file itself is never changed.',
      );
      continue;
    }
    reportLeftOver(paragraph.text.slice(at, start), report);
    found.push({ entry, start: paragraph.start + start });
    at = start + entry.text.length;
  }
  const last = entries.at(-1);
  if (last && found.length === entries.length) {
    reportLeftOver(paragraph.text.slice(at), (what, remedy) =>
      problems.push({ file, line: last.line, what, remedy }),
    );
  }
  return { found, problems };
}

/** So many characters of what is left over are quoted. */
const QUOTED = 40;

function reportLeftOver(text: string, report: (what: string, remedy: string) => void): void {
  if (text.trim() === '') return;
  const shown = shorten(text, QUOTED);
  report(
    `"${shown}" in the source is in no segment.`,
    'Add it to the segment that it belongs to, or as one of its own.',
  );
}

function checkOrder(
  { entries, frontMatter, lineOf }: ParsedTranscript,
  lineCount: number,
  files: TranscriptFiles,
): Problem[] {
  const problems: Problem[] = [];
  const [first, last] = frontMatter.source.lines;
  const report = (line: number, what: string, remedy: string) =>
    problems.push({ file: files.transcriptFile, line, what, remedy });
  if (last > lineCount) {
    report(
      lineOf(['source', 'lines']),
      `"lines" ends at ${last}, and ${files.sourceFile} has ${lineCount} lines.`,
      'Correct "lines" in the front matter.',
    );
  }
  let before = first;
  for (const { id, sourceLine, line } of entries) {
    if (sourceLine < first || sourceLine > last) {
      report(
        line,
        `Segment ${id} is on line ${sourceLine}, outside ${first}-${last}.`,
        'Correct its line, or "lines" in the front matter.',
      );
    } else if (sourceLine < before) {
      report(
        line,
        `Segment ${id} of line ${sourceLine} stands after one of line ${before}.`,
        'Keep the order of the source.',
      );
    } else {
      before = sourceLine;
    }
  }
  return problems;
}

/** Holds the speakers of the front matter against the source, and against one another. */
function checkSpeakers(
  { frontMatter, lineOf }: ParsedTranscript,
  sourceText: string,
  file: string,
): Problem[] {
  const problems: Problem[] = [];
  const owner = new Map<string, string>();
  for (const [at, { name, role, aliases }] of frontMatter.speakers.entries()) {
    const report = (path: FrontMatterPath, what: string, remedy: string) =>
      problems.push({ file, line: lineOf(['speakers', at, ...path]), what, remedy });
    if (!sourceText.includes(role[frontMatter.language])) {
      report(
        ['role', frontMatter.language],
        `The role of ${name} is not in the source word for word.`,
        'Copy it from the source, in its own language.',
      );
    }
    for (const [place, alias] of aliases.entries()) {
      if (sourceText.includes(alias)) continue;
      report(
        ['aliases', place],
        `The alias "${alias}" of ${name} is not printed in the source.`,
        'Give aliases as they are printed, or take it out; what readers may type goes into otherForms.',
      );
    }
    for (const form of new Set([name, ...aliases])) {
      const before = owner.get(form);
      if (before !== undefined)
        report([], `"${form}" stands for ${before} and for ${name}.`, 'Leave it with one of them.');
      owner.set(form, name);
    }
  }
  return problems;
}

/** Finds an entry's speaker and evidence, and whether its basis can be what it says. */
function resolve(
  entry: Entry,
  {
    speakers,
    entries,
    previous,
    file,
  }: {
    /** By name. */
    speakers: ReadonlyMap<string, Speaker>;
    /** By id. */
    entries: ReadonlyMap<string, Entry>;
    previous: readonly Segment[];
    file: string;
  },
) {
  const problems: Problem[] = [];
  const report = (what: string, remedy: string) => problems.push({ file, line: entry.line, what, remedy });

  const speaker = speakers.get(entry.speakerName ?? '') ?? null;
  if (hasSpeaker(entry.basis) && !speaker) {
    report(
      `The speaker "${entry.speakerName}" of segment ${entry.id} is not declared.`,
      `Declare the name under "speakers", or use one of ${[...speakers.keys()].slice(0, NAMES_TOLD).join(', ')}.`,
    );
  }

  if (entry.basis === 'labelled') {
    const names = speaker ? [speaker.name, ...speaker.aliases] : [];
    if (entry.label === null) {
      report(
        `Segment ${entry.id} is labelled and has no label.`,
        'Add "- label:" as the source prints it, or choose another basis.',
      );
    } else if (speaker && !names.some((name) => entry.label?.includes(name))) {
      report(
        `The label "${entry.label}" does not name ${speaker.name}.`,
        'Correct the speaker, or add the printed form to their aliases.',
      );
    } else if (speaker && namesAnother(entry.label, speaker, [...speakers.values()])) {
      report(
        `The label "${entry.label}" names somebody else besides ${speaker.name}.`,
        'Correct the speaker, or choose another basis: words that another person passes on are reported.',
      );
    }
  } else if (entry.label !== null) {
    report(
      `Segment ${entry.id} has a label and is ${entry.basis}.`,
      'A segment with a printed label is labelled.',
    );
  }

  if (entry.basis === 'continued' && speaker) {
    // Commentary of the publisher inside a turn does not end it.
    const turn = previous.findLast(({ basis }) => basis !== 'editorial');
    if (turn?.speaker?.name !== speaker.name || (turn.basis !== 'labelled' && turn.basis !== 'continued')) {
      report(
        `Segment ${entry.id} continues ${speaker.name}, but the turn before it is ${turn ? `${turn.id}, ${turn.speaker?.name ?? 'nobody named'}, ${turn.basis}` : 'missing'}.`,
        'A continuation takes the speaker and, after reported or inferred text, the basis of its turn.',
      );
    }
  }

  const evidence = evidenceOf(entry, entries, report);
  if (entry.basis === 'inferred' && !evidence) {
    report(
      `Segment ${entry.id} is inferred without evidence.`,
      'Write down what the name follows from, or make it unknown.',
    );
  }
  return { speaker: hasSpeaker(entry.basis) ? speaker : null, evidence, problems };
}

function evidenceOf(
  entry: Entry,
  entries: ReadonlyMap<string, Entry>,
  report: (what: string, remedy: string) => void,
): Localised | null {
  const { evidence } = entry;
  if (evidence === null || !('as' in evidence)) return evidence;
  const named = entries.get(evidence.as);
  if (named?.evidence && !('as' in named.evidence) && named.speakerName === entry.speakerName)
    return named.evidence;
  report(
    `Segment ${entry.id} takes its evidence from ${evidence.as}, which has none of its own on the same speaker.`,
    'Name a segment that has its evidence written out.',
  );
  return null;
}

/** Whether a label prints a name that is not part of its speaker's own. */
function namesAnother(label: string, speaker: Speaker, speakers: readonly Speaker[]): boolean {
  const own = [speaker.name, ...speaker.aliases].filter((name) => label.includes(name));
  const others = speakers
    .filter((other) => other !== speaker)
    .flatMap(({ name, aliases }) => [name, ...aliases]);
  return others.some((name) => label.includes(name) && !own.some((mine) => mine.includes(name)));
}
