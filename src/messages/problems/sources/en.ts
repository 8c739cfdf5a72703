import { clockTime } from '../../../core/language/clock-time.ts';
import type { Difference } from '../../../core/transcript/difference.ts';
import type { PlaceUnit } from '../../../core/transcript/source.ts';
import type { SourceTexts } from '../texts.ts';
import { namedCharacter } from './character.ts';

const UNSEEN_NAMES = [
  'a space',
  'a no-break space',
  'a full-width space',
  'a tab',
  'a zero-width space',
  'a soft hyphen',
  'a narrow no-break space',
];
const COPY = 'Copy it from the source character by character; never change the source file.';

/** The problems of a transcript against its source in English. */
export const sourcesEn: SourceTexts = {
  'source-unreadable': ({ reason }) => ({
    what: `The source cannot be read. ${sentence(reason)}`,
    remedy: 'If the file has changed, put back the one that was imported.',
  }),
  'source-too-long': ({ unit, parts, most }) => ({
    what: `The source has ${number(parts)} ${unit}s; it may have at most ${number(most)}.`,
    remedy: 'Split the seminar into several.',
  }),
  'source-unnamed': ({ files }) => ({
    what:
      files.length === 0
        ? 'There is no source beside the transcript.'
        : `The front matter does not name the source, and several files could be it: ${files.join(', ')}.`,
    remedy: `Put the untouched source into this folder and name it in the front matter: "source:", and below it, indented, "file: ${files[0] ?? 'source.txt'}".`,
  }),
  'text-differs': ({ id, unit, place, column, sourceColumn, difference }) => ({
    what: `The text of ${id} is not in the source word for word: at character ${column} it has ${differs(difference, `${at(unit, place)}, character ${sourceColumn} of the source`)}.`,
    remedy:
      difference.kind === 'form'
        ? 'Copy the text from the source again: an editor or a converter has changed how it is stored.'
        : COPY,
  }),
  'parts-not-covered': ({ unit, first, last, text }) => ({
    what: `${capital(range(unit, first, last))} ${first === last ? 'is' : 'are'} not in any segment of the transcript: "${text}".`,
    remedy: `Add the words as a segment; or, if nobody says them, write "left-out: ${span(first, last)}" below "source:" in the front matter.`,
  }),
  'part-text-missing': ({ id, unit, place }) => ({
    what: `The text of segment ${id} is not in ${at(unit, place)} of the source.`,
    remedy: `Correct the ${unit} in its heading, or copy the text from the source.`,
  }),
  'place-unknown': ({ id, unit, place, nearest }) => ({
    what: `Segment ${id} begins in ${at(unit, place)}, but the source has no words there${nearest.length > 0 ? `; the nearest are in ${nearest.map((each) => at(unit, each)).join(' and ')}` : ''}.`,
    remedy: `Write the ${unit} with its first words into the heading${nearest.length > 0 ? `, for example "${unit} ${nearest[0]}"` : ''}.`,
  }),
  'place-left-out': ({ id, unit, place }) => ({
    what: `Segment ${id} begins in ${at(unit, place)}, which is left out.`,
    remedy: `Take ${place} out of "left-out" in the front matter, or remove the segment.`,
  }),
  'place-differs': ({ id, unit, place, found }) => ({
    what: `Segment ${id} begins in ${at(unit, found)} of the source, and not in ${at(unit, place)}.`,
    remedy: `Write "${unit} ${found}" into its heading.`,
  }),
  'place-unit': ({ id, unit, written, place }) => ({
    what: `The heading of segment ${id} counts ${written}s, but the source is counted in ${unit}s.`,
    remedy: `Write "${unit} ${place}", with the right number, and do the same in every heading.`,
  }),
  'place-order': ({ id, unit, place, previous }) => ({
    what: `Segment ${id} (${at(unit, place)}) comes after a segment of ${at(unit, previous)}.`,
    remedy: 'Keep the order of the source.',
  }),
  'time-differs': ({ id, unit, place, time, found }) => ({
    what: `The heading of segment ${id} has the time ${clockTime(time)}, but ${at(unit, place)} of the source is at ${clockTime(found)}.`,
    remedy: `Write "${at(unit, place)}, ${clockTime(found)}", or leave the time out.`,
  }),
  'part-label-missing': ({ label, unit, place, found }) => ({
    what: `${capital(at(unit, place))} of the source does not begin with the label "${label}"${found === null ? '' : `; its speaker is given as "${found}"`}.`,
    remedy: 'Copy the label as printed, with its colon and time.',
  }),
  'part-label-of-another': ({ id, speaker, unit, place, label }) => ({
    what: `Segment ${id} is by ${speaker}, but ${at(unit, place)} of the source, which it includes, gives its speaker as "${label}".`,
    remedy: `End the segment before it; or add "${label}" to the aliases of ${speaker}, if it is the same person.`,
  }),
  'left-out-unknown': ({ unit, first, last, most }) => ({
    what: `"left-out" names ${range(unit, first, last)}, but the source ends with ${at(unit, most)}.`,
    remedy: 'Correct "left-out" in the front matter.',
  }),
};

function differs(difference: Difference, where: string): string {
  switch (difference.kind) {
    case 'form': {
      const { character, has } = difference;
      const [one, two] = ['as one character', 'as a letter and a mark'];
      return `${character} ${has === 'one' ? one : two} where ${where} has it ${has === 'one' ? two : one}`;
    }
    case 'character':
      return `${named(difference.has)} where ${where} has ${named(difference.source)}`;
    case 'words':
      return `${quoted(difference.has)} where ${where} has ${quoted(difference.source)}`;
  }
}

function named(character: string): string {
  return character === '' ? 'nothing' : namedCharacter(character, UNSEEN_NAMES, [' (', ')']);
}

function quoted(words: string): string {
  return words === '' ? 'nothing' : `"${words}"`;
}

function at(unit: PlaceUnit, place: number): string {
  return `${unit} ${place}`;
}

function range(unit: PlaceUnit, first: number, last: number): string {
  return first === last ? at(unit, first) : `${unit}s ${first} to ${last}`;
}

function span(first: number, last: number): string {
  return first === last ? String(first) : `${first}-${last}`;
}

function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function number(value: number): string {
  return value.toLocaleString('en');
}
