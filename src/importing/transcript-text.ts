import { clockTime } from '../core/language/clock-time.ts';
import { LOCALES } from '../core/language/locale.ts';
import type { Entry } from '../core/transcript/parse.ts';
import type { PlaceUnit } from '../core/transcript/source.ts';
import type { Draft, DraftSegment, DraftSpeaker } from './draft.ts';

/** The comment at the head of each imported transcript. Lines that start with # are read by people alone. */
const HOW_TO = `# To correct this transcript, edit it and run "npm run check". corpus/README.md explains all of it.
# - A name: change it in the table here and in all its headings ("### p7 | line 7 | Ann Lee | labelled"); what the
#   source prints stays among its aliases.
# - One person under two names: make one an alias of the other, and change its headings.
# - A wrong label: write "### p7 | line 7 | unknown" in place of the name, and leave "- label:" as it is.
# - Two speakers in one segment: divide its text, with a heading each (p7 and p7b); the second is "unknown".
# - You know who speaks: write the name with "inferred", and below it how you know: "- evidence: I was there".
# - Words that nobody said: delete the segment, and add its number to left-out.`;

/** Writes a draft as a transcript file. */
export function transcriptText(draft: Draft): string {
  const head = ['---', HOW_TO, ...frontMatter(draft), '---', ''];
  return [...head, ...draft.segments.map((segment) => segmentText(segment, draft.unit))].join('\n');
}

function frontMatter(draft: Draft): string[] {
  const leftOut = placeRanges(draft.leftOut);
  return [
    `title: ${scalar(draft.title)}`,
    ...(draft.date === null ? [] : [`date: ${draft.date}`]),
    ...(draft.language === null ? [] : [`language: ${draft.language}`]),
    ...(draft.recording === null ? [] : [`recording: ${scalar(draft.recording)}`]),
    'source:',
    `  file: ${scalar(draft.sourceFile)}`,
    `  format: ${scalar(draft.format)}`,
    ...(draft.encoding === null ? [] : [`  encoding: ${scalar(draft.encoding)}`]),
    ...(leftOut === '' ? [] : [`  left-out: ${leftOut}`]),
    ...(draft.speakers.length === 0 ? [] : ['speakers:', ...draft.speakers.flatMap(speakerLines)]),
  ];
}

/** A speaker's lines in the table. */
function speakerLines({ name, aliases, anonymous }: DraftSpeaker): string[] {
  if (aliases.length === 0 && anonymous === null) return [`  - ${scalar(name)}`];
  return [
    `  - name: ${scalar(name)}`,
    ...(aliases.length === 0 ? [] : [`    aliases: [${aliases.map(scalar).join(', ')}]`]),
    ...(anonymous === null ? [] : [`    anonymous: ${anonymous}`]),
  ];
}

/** Words that YAML reads as something else than a text. */
const NO_TEXT = /^(?:true|false|yes|no|on|off|null|y|n)$/i;
const PLAIN = /^\p{L}(?:[\p{L}\p{M}\p{N} .'’&/()·-]*[\p{L}\p{M}\p{N}.)])?$/u;

/** A text as a YAML value: in quotation marks if it would be read as anything else. */
export function scalar(text: string): string {
  return PLAIN.test(text) && !NO_TEXT.test(text) ? text : JSON.stringify(text);
}

/** Ranges of places, as `left-out` has them: `1-4, 97`. */
export function placeRanges(ranges: Draft['leftOut']): string {
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}

/** A segment that a person may have given evidence. */
export interface WrittenSegment extends Omit<DraftSegment, 'start'> {
  evidence?: Entry['evidence'];
}

/** A segment as it is written, with an empty line after it. */
export function segmentText(segment: WrittenSegment, unit: PlaceUnit): string {
  const { id, place, time, speaker, basis, label, text, evidence = null } = segment;
  const at = time === null ? `${unit} ${place}` : `${unit} ${place}, ${clockTime(time)}`;
  const heading = ['###', [id, at, ...(speaker === null ? [] : [speaker]), basis].join(' | ')].join(' ');
  const printed = label === null ? [] : [`- label: ${label}`];
  return [heading, ...printed, ...evidenceLines(evidence), '', escaped(text), ''].join('\n');
}

function evidenceLines(evidence: Entry['evidence']): string[] {
  if (evidence === null) return [];
  if ('as' in evidence) return [`- evidence: as ${evidence.as}`];
  const texts = new Set(Object.values(evidence));
  if (texts.size === 1) return [`- evidence: ${evidence.en}`];
  return LOCALES.map((locale) => `- evidence (${locale}): ${evidence[locale]}`);
}

/** A text that starts as a heading or an attribute would is marked with a backslash. */
function escaped(text: string): string {
  return /^[#\\-]/.test(text) ? `\\${text}` : text;
}
