import type { Text } from '../text.ts';

/** What is said of a file that was imported: who speaks in it, and what a person should look at. */
export const importingEn = {
  'import.read': '{title} ({id}), read as {format}; labels: {labels}.',
  'import.read.unlabelled': '{title} ({id}), read as {format}. The file does not say who speaks.',
  'import.size': 'Passages: {segments}, words: {words}; {date}; {language}.',
  'import.undated': 'no date',
  'import.title-from-name': 'The title is taken from the file name.',
  'import.date-from-name': 'The date is taken from the file name.',
  'import.encoding': 'The text is read as {encoding}.',
  'import.badges': 'Removed from names: {badges}.',
  'import.joined': 'Spellings joined: {spellings}.',
  'import.joined.item': '{name} (also {others})',

  'import.speakers': { by: 'count', one: 'One speaker:', other: 'Speakers ({count}), by how much they say:' },
  'import.speaker': {
    by: 'turns',
    one: '{name}: {turns} turn, {share}%',
    other: '{name}: {turns} turns, {share}%',
  },
  'import.speakers.most':
    'More names ({count}) than a transcript takes ({most}): the rest are unknown. Are they all names?',
  'import.speaker.unnamed': 'not named in the source: {share}%',
  'import.speaker.others': '{count} more',

  'import.alike': { by: 'count', one: 'May be one person:', other: 'May be one person ({count} pairs):' },
  'import.alike.item': '{name} and {other}: {option}',

  'import.doubts': {
    by: 'count',
    one: 'The speaker may have changed here without a label:',
    other: 'The speaker may have changed without a label in {count} places:',
  },
  'import.doubt': '{place}, {name}: {sentence}',
  'import.place.line': 'line {place}',
  'import.place.paragraph': 'paragraph {place}',
  'import.place.part': 'part {place}',

  'import.left-out': 'Left out as not spoken: {reasons}. For example: {example}',
  'import.reason.heading': { by: 'count', one: '1 heading', other: '{count} headings' },
  'import.reason.page-head': {
    by: 'count',
    one: '1 page header or footer',
    other: '{count} page headers and footers',
  },
  'import.reason.credit': { by: 'count', one: '1 credit line', other: '{count} credit lines' },
  'import.reason.list': { by: 'count', one: '1 list item', other: '{count} list items' },
  'import.reason.note': { by: 'count', one: '1 note', other: '{count} notes' },
  'import.reason.time': { by: 'count', one: '1 time', other: '{count} times' },
  'import.reason.command': { by: 'count', one: '1 command', other: '{count} commands' },
  'import.commentary': {
    by: 'count',
    one: "Taken as the publisher's own words: 1 passage. For example: {example}",
    other: "Taken as the publisher's own words: {count} passages. For example: {example}",
  },
  'import.notes': {
    by: 'count',
    one: '{place}: {text}',
    other: '{place}: {text} ({count} notes in all)',
  },

  'import.edits': 'What would help most (add options to the same command):',
  'import.edit.voice': 'Name the voice "{name}" ({share}%): {option}',
  'import.edit.introduced': '{name} says {sentence} If that is who speaks: {option}',
  'import.edit.join': 'If {name} and {other} are one person: {option}',
  'import.edit.doubt': '{file}, line {line}: who says {sentence}?',
  'import.edit.nobody': '{file}, line {line}: write who speaks. The top of the file shows how.',
  'import.edit.title': 'Give the seminar its title: {option}',
  'import.edit.date': 'Give it a date: {option}',

  'import.kept': {
    by: 'count',
    one: 'Kept 1 correction from the earlier transcript.',
    other: 'Kept {count} corrections from the earlier transcript.',
  },
  'import.lost': {
    by: 'count',
    one: '1 correction no longer fits; it was here in the earlier transcript:',
    other: '{count} corrections no longer fit; they were here in the earlier transcript:',
  },
  'import.lost.item': 'line {line}: {heading}',
} as const satisfies Readonly<Record<string, Text>>;
