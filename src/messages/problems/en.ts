import type { ProblemValues } from '../../core/transcript/problem.ts';
import { sourcesEn } from './sources/en.ts';
import type { ProblemTexts } from './texts.ts';

const HEADINGS = 'for example "### p8 | line 8 | Chris Miller | continued" or "### p8b | line 8 | editorial"';

const TYPES = { text: 'text', list: 'a list', map: 'a set of keys and values', boolean: 'true or false' };
const FORMATS = {
  date: 'be a date such as 2025-03-07',
  'language-tag': 'be the tag of a language, such as en',
  'file-name': 'be the plain name of a file in this folder',
  'line-range': 'be a range of lines such as 1-53',
  'line-order': 'start at line 1 or later and not run backwards',
  places: 'be a list of numbers such as 1-4, 97',
  address:
    'be a web address such as https://youtu.be/abc, without a password and with at most 1000 characters',
  format: 'be the name of a format such as webvtt',
  'no-language': 'have a text in at least one of en, zh-CN, zh-TW',
};

const LINE_FAULTS = {
  tab: 'is indented with a tab, but YAML takes only spaces',
  'wide-colon': 'has a full-width colon after its key',
  'no-space': 'needs a space after the colon',
  'no-colon': 'has no colon after its key',
  'colon-in-value': 'has a colon in its value, so the value needs quotation marks',
  'open-quote': 'has a quotation mark that is not closed',
  'reserved-mark':
    'has a value that starts with a character YAML reserves, so the value needs quotation marks',
  indented: 'is indented further than the line above it',
};

const TWO_PEOPLE = {
  roles: 'with different roles',
  'role-missing': 'with a role in one of them only',
  'short-name': 'under a name that several people may share',
};

/** The problems of the corpus in English. */
export const en: ProblemTexts = {
  kinds: {
    ...sourcesEn,
    'corpus-unreadable': () => ({
      what: 'The corpus folder cannot be read.',
      remedy: 'Set CORPUS_DIR to the folder with one subfolder per seminar.',
    }),
    'corpus-empty': () => ({
      what: 'The corpus folder has no seminar.',
      remedy: 'Add a folder with a transcript.md and its source, as corpus/README.md shows.',
    }),
    'corpus-reload-failed': ({ reason }) => ({
      what: `Reading the corpus failed: ${reason}.`,
      remedy: 'Undo the last change, or run "npm run check".',
    }),
    'seminar-id-invalid': () => ({
      what: 'The folder name is not a valid seminar id.',
      remedy: 'Use lower-case letters, digits and hyphens, at most 40, for example scsp-chips-2025.',
    }),
    'file-unreadable': ({ code }) => ({
      what: `The file cannot be read (${code}).`,
      remedy: 'Each seminar folder needs transcript.md and the source file named in its front matter.',
    }),
    'file-outside-corpus': () => ({
      what: 'A link leads from here out of the corpus folder.',
      remedy: 'Replace the link with a copy of the file or folder.',
    }),
    'file-not-regular': () => ({
      what: 'This is not a regular file.',
      remedy: 'Replace it with a file of this name.',
    }),
    'file-too-large': ({ bytes, most }) => ({
      what: `The file has ${number(bytes)} bytes; a corpus file may have at most ${number(most)}.`,
      remedy: 'Split the seminar into several.',
    }),
    'file-too-long': ({ lines, most }) => ({
      what: `The file has ${number(lines)} lines; a corpus file may have at most ${number(most)}.`,
      remedy: 'Split the seminar into several.',
    }),
    'file-not-utf8': () => ({
      what: 'The file is not UTF-8.',
      remedy: 'Save it as UTF-8. If it is a source, convert a copy and say so in corpus/README.md.',
    }),

    'yaml-invalid': ({ message }) => ({
      what: `Not valid YAML: ${message}.`,
      remedy: 'Compare it with the example in corpus/README.md; put a value with a colon in quotation marks.',
    }),
    'yaml-line': ({ fault, write }) => ({
      what: `This line ${LINE_FAULTS[fault]}.`,
      remedy: writeLine(write),
    }),
    'yaml-key-repeated': ({ key }) => ({ what: `The key "${key}" appears twice.`, remedy: 'Keep one.' }),
    'yaml-alias-or-tag': ({ found }) => ({
      what: `YAML aliases and tags are not allowed here (found "${found}").`,
      remedy: 'Write each value out; put one that starts with * or ! in quotation marks.',
    }),
    'yaml-too-deep': ({ most }) => ({
      what: `Values are nested more than ${most} levels deep.`,
      remedy: 'Follow the example in corpus/README.md.',
    }),
    'yaml-too-long': ({ most }) => ({
      what: `The YAML has more than ${number(most)} tokens.`,
      remedy: 'Shorten it, or split the seminar into several.',
    }),
    'value-missing': (place) => ({
      what: `${at(place)} must have a value${also(place)}.`,
      remedy: example(place),
    }),
    'value-type': ({ type, ...place }) => ({
      what: `${at(place)} must be ${TYPES[type]}${also(place)}.`,
      remedy: example(place),
    }),
    'value-choice': ({ choices, ...place }) => ({
      what: `${at(place)} must be one of ${choices.join(', ')}${also(place)}.`,
      remedy: example(place),
    }),
    'value-format': ({ format, ...place }) => ({
      what: `${at(place)} must ${FORMATS[format]}${also(place)}.`,
      remedy: example(place),
    }),
    'value-too-short': ({ least, unit, ...place }) => ({
      what: `${at(place)} must ${least === 1 ? 'not be empty' : `have at least ${least} ${unit}`}${also(place)}.`,
      remedy: example(place),
    }),
    'value-too-long': ({ most, unit, ...place }) => ({
      what: `${at(place)} must have at most ${most} ${unit}${also(place)}.`,
      remedy: example(place),
    }),
    'key-unknown': ({ keys, ...place }) => ({
      what: `${at(place)} must not have the ${keys.length === 1 ? 'key' : 'keys'} ${quoted(keys)}${also(place)}.`,
      remedy: example(place),
    }),

    'front-matter-missing': () => ({
      what: 'The file must begin with front matter between two "---" lines.',
      remedy:
        'Write `---` as the first line, then `title: Bridge meeting` and the speakers, then `---` again.',
    }),
    'heading-expected': ({ found }) => ({
      what: `Expected a heading, found "${found}".`,
      remedy: `Start each segment with a heading, ${HEADINGS}.`,
    }),
    'heading-malformed': ({ heading }) => ({
      what: `Malformed heading "${heading}".`,
      remedy: `Write id, line, speaker (if any) and basis, ${HEADINGS}.`,
    }),
    'basis-unknown': ({ basis, known, also: lines = [] }) => ({
      what: `Unknown basis "${basis}"${also({ also: lines })}.`,
      remedy: `A heading ends with one of ${known.join(', ')}, ${HEADINGS}.`,
    }),
    'speaker-missing': ({ id, basis }) => ({
      what: `Segment ${id} is ${basis} but has no speaker.`,
      remedy: 'Put the name before the basis, or change the basis to unknown.',
    }),
    'speaker-unexpected': ({ id, basis, name }) => ({
      what: `Segment ${id} is ${basis} but names "${name}".`,
      remedy: 'Remove the name, or choose a basis that takes one.',
    }),
    'attribute-unknown': ({ found }) => ({
      what: `Unknown attribute "${found}".`,
      remedy:
        'Use "- label:" or "- evidence (en):". If this is text that starts with a dash, put a backslash before it.',
    }),
    'attribute-repeated': ({ key }) => ({ what: `"- ${key}:" appears twice.`, remedy: 'Keep one.' }),
    'attribute-empty': ({ key }) => ({
      what: `"- ${key}:" is empty.`,
      remedy: 'Write its value, or delete the line.',
    }),
    'evidence-languages': ({ languages }) => ({
      what: `Evidence can be in ${languages.join(', ')}, and in no other language.`,
      remedy: evidenceLines(languages),
    }),
    'evidence-twofold': () => ({
      what: 'Evidence is both written out and taken from another segment.',
      remedy: 'Keep one.',
    }),
    'evidence-unexpected': ({ id, basis }) => ({
      what: `Segment ${id} is ${basis} but has evidence.`,
      remedy: 'Remove it: evidence is for a name, and none is given.',
    }),
    'text-missing': () => ({
      what: 'The segment has no text.',
      remedy: 'Copy its words from the source below the heading.',
    }),
    'text-second-line': () => ({
      what: 'The segment has a second line of text.',
      remedy: 'A segment is one line of text: give the second its own heading.',
    }),
    'text-too-long': ({ characters, most }) => ({
      what: `The text has ${number(characters)} characters; a segment may have at most ${number(most)}.`,
      remedy: 'Divide it into several segments, each with a heading of its own.',
    }),
    'id-repeated': ({ id, firstLine }) => ({
      what: `The id ${id} is used twice, first on line ${firstLine}.`,
      remedy: 'Give this segment another id.',
    }),

    'lines-beyond-source': ({ lastLine, lineCount, source }) => ({
      what: `"lines" ends at ${lastLine}, but ${source} has only ${lineCount} ${lineCount === 1 ? 'line' : 'lines'}.`,
      remedy: 'Correct "lines" in the front matter.',
    }),
    'line-not-covered': ({ sourceLine }) => ({
      what: `Line ${sourceLine} is not in any segment of the transcript.`,
      remedy: 'Add it as a segment, or narrow "lines" in the front matter if it is not part of the seminar.',
    }),
    'text-not-covered': ({ text }) => ({
      what: `"${text}" in the source is not in any segment.`,
      remedy: 'Add it to the segment it belongs to, or give it a segment of its own.',
    }),
    'text-not-in-source': ({ id, sourceLine, after }) => ({
      what: `The text of segment ${id} is not in line ${sourceLine} of the source${after ? (after === 'label' ? ' after the label' : ' after the previous segment') : ''}.`,
      remedy: 'Copy it from the source character by character; never change the source file.',
    }),
    'segment-outside-lines': ({ id, sourceLine, firstLine, lastLine }) => ({
      what: `Segment ${id} is on line ${sourceLine}, outside lines ${firstLine}-${lastLine}.`,
      remedy: 'Correct its line, or "lines" in the front matter.',
    }),
    'segment-out-of-order': ({ id, sourceLine, previousLine }) => ({
      what: `Segment ${id} (line ${sourceLine}) comes after a segment of line ${previousLine}.`,
      remedy: 'Keep the order of the source.',
    }),
    'alias-not-in-source': ({ alias, name }) => ({
      what: `The alias "${alias}" of ${name} is not printed in the source.`,
      remedy: 'Write it as printed, or remove it; put what readers may type under "otherForms".',
    }),
    'name-shared': ({ form, first, second }) => ({
      what:
        first === second
          ? `"${form}" is listed twice.`
          : `"${form}" is listed for both ${first} and ${second}.`,
      remedy: first === second ? 'Keep one.' : 'Keep it for one of them.',
    }),

    'speaker-undeclared': ({ name, id, declared }) => ({
      what: `The speaker "${name}" of segment ${id} is not declared.`,
      remedy: `Declare the name under "speakers", as in \`- ${name}\`${declared.length > 0 ? `, or use one of ${declared.join(', ')}` : ''}.`,
    }),
    'label-missing': ({ id }) => ({
      what: `Segment ${id} is labelled but has no label.`,
      remedy: 'Add "- label:" as the source prints it, or choose another basis.',
    }),
    'label-unexpected': ({ id, basis }) => ({
      what: `Segment ${id} has a label but is ${basis}.`,
      remedy: 'Change the basis to labelled, or remove the label.',
    }),
    'label-not-in-source': ({ label, sourceLine }) => ({
      what: `Line ${sourceLine} of the source does not begin with the label "${label}".`,
      remedy: 'Copy the label as printed, with its colon.',
    }),
    'label-inside-paragraph': ({ id }) => ({
      what: `Segment ${id} has a label in the middle of a paragraph.`,
      remedy: 'Remove it: only the first segment of a paragraph can have a label.',
    }),
    'label-without-speaker': ({ label, speaker }) => ({
      what: `The label "${label}" does not name ${speaker}.`,
      remedy:
        'Correct the speaker, or add the printed form to their aliases. If the label is wrong, write "unknown" in place of the name and the basis.',
    }),
    'label-of-another': ({ label, speaker }) => ({
      what: `The label "${label}" names somebody besides ${speaker}.`,
      remedy:
        "Correct the speaker, or choose another basis: reported, if one person passes on another's words.",
    }),
    'turn-not-continued': ({ id, speaker, previous }) => ({
      what: `Segment ${id} continues ${speaker}, but ${previous ? `the turn before it is ${turn(previous)}` : 'no turn comes before it'}.`,
      remedy: previous
        ? 'Use the speaker of that turn; after reported or inferred text, use its basis too.'
        : 'Choose another basis.',
    }),
    'evidence-missing': ({ id }) => ({
      what: `Segment ${id} is inferred but has no evidence.`,
      remedy:
        'Write below its heading why, as in "- evidence (en): The chair has just called her.", a line for each language; or change it to unknown.',
    }),
    'evidence-not-there': ({ id, from }) => ({
      what: `Segment ${id} takes its evidence from ${from}, which has no evidence of its own for this speaker.`,
      remedy: 'Name a segment whose evidence is written out.',
    }),

    'translation-before-heading': () => ({
      what: 'There is text before the first heading.',
      remedy: 'Start each translation with a heading such as "### p8".',
    }),
    'translation-second-line': ({ id }) => ({
      what: `The translation of ${id} has a second line of text.`,
      remedy: 'Write each translation on one line.',
    }),
    'translation-repeated': ({ id, firstLine }) => ({
      what: `${id} is translated twice, first on line ${firstLine}.`,
      remedy: 'Keep one.',
    }),
    'translation-empty': ({ id }) => ({
      what: `${id} has a heading but no translation.`,
      remedy: 'Write it below the heading.',
    }),
    'translation-of-nothing': ({ id }) => ({
      what: `${id} is not a segment of the transcript.`,
      remedy: 'Correct the id, or remove the translation.',
    }),
    'translation-missing': ({ id }) => ({
      what: `Segment ${id} has no translation.`,
      remedy: `Add it under "### ${id}".`,
    }),
    'translation-length': ({ id, ratio, least, most }) => ({
      what: `${id}: the translation has ${ratio.toFixed(1)} characters per source character; expected ${least} to ${most}.`,
      remedy: 'Compare it with the source.',
    }),
    'translation-number': ({ id, number: missing }) => ({
      what: `${id}: the number ${missing} is missing from the translation.`,
      remedy: 'Compare it with the source.',
    }),
    'term-repeated': ({ form, firstLine }) => ({
      what: `"${form}" is already on line ${firstLine}.`,
      remedy: 'Keep it on one line.',
    }),
    'term-too-short': ({ form }) => ({
      what: `The form "${form}" has fewer than two characters.`,
      remedy: 'Remove it: it would match unrelated text.',
    }),
    'term-too-long': ({ form, most }) => ({
      what: `The form "${form}…" has more than ${most} characters.`,
      remedy: 'Remove it: no text contains it.',
    }),
    'terms-too-many': ({ most }) => ({
      what: `There are more than ${number(most)} forms up to here.`,
      remedy: 'Keep those that readers ask for.',
    }),
    'cues-of-nothing': ({ id }) => ({
      what: `${id} is not a segment of the transcript.`,
      remedy: 'Correct the id, or remove its cues.',
    }),
    'cues-of-editorial': ({ id }) => ({
      what: `${id} is editorial but has cues.`,
      remedy: 'Remove them: editorial segments are not answers.',
    }),
    'person-not-there': ({ person, speaker, seminar }) => ({
      what: `${person} is said to be "${speaker}" in ${seminar}, but that seminar has no such speaker.`,
      remedy: "Write the seminar's folder, a colon and the name exactly as in its front matter.",
    }),
    'person-repeated': ({ speaker, seminar, first, second }) => ({
      what: `"${speaker}" in ${seminar} is said to be both ${first} and ${second}.`,
      remedy: 'Keep one of the two.',
    }),
    'namesakes-undeclared': ({ name, seminars, reason }) => ({
      what: `${name} speaks in ${seminars.join(' and ')} ${TWO_PEOPLE[reason]}, and counts as two people.`,
      remedy: `If it is one person, write that into this file: "- name: ${name}", then "seminars:" with each seminar and name. If not, write two such entries.`,
    }),
  },
  space: ' ',
  more: (count) => `${number(count)} more; run "npm run check" for all.`,
};

type Place = ProblemValues['value-missing'];

/** So many of the other lines with a fault are named. */
const LINES = 3;

/** A value as the subject of a sentence. */
function at({ part, key }: Place): string {
  if (part === 'front-matter') return key === '' ? 'The front matter' : `Front matter, ${key}:`;
  return key === '' ? 'The file' : `${key}:`;
}

/** The other lines of which the same is true, at the end of a sentence. */
function also({ also: lines = [] }: Pick<Place, 'also'>): string {
  if (lines.length === 0) return '';
  const more = lines.length > LINES ? ` and ${number(lines.length - LINES)} more` : '';
  return `; the same on line${lines.length > 1 ? 's' : ''} ${lines.slice(0, LINES).join(', ')}${more}`;
}

function example({ part, write }: Place): string {
  if (write !== undefined) return writeLine(write);
  return part === 'cues'
    ? 'Write a segment id and, below it, a list of short questions.'
    : 'See the keys and the example in corpus/README.md.';
}

function writeLine(line: string): string {
  return `Write it like this: \`${line}\`.`;
}

function evidenceLines(languages: readonly string[]): string {
  return `Write "- evidence: …" for every language, a line "- evidence (…): …" for each of ${languages.join(', ')}, or only "- evidence: as p13".`;
}

function turn({ id, speaker, basis }: NonNullable<ProblemValues['turn-not-continued']['previous']>): string {
  return speaker === null ? `${id} (${basis})` : `${id} (${speaker}, ${basis})`;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}

function number(value: number): string {
  return value.toLocaleString('en');
}
