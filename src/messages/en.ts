import { commandsEn } from './commands/en.ts';
import { digestsEn } from './digests/en.ts';
import { failuresEn } from './failures/en.ts';
import { followUpsEn } from './follow-ups/en.ts';
import { importingEn } from './importing/en.ts';
import { mentionsEn } from './mentions/en.ts';
import type { Text } from './text.ts';

/**
 * Everything that readers see besides the transcripts, in English. This object defines the keys of all messages and, by
 * its slots such as `{speaker}`, their values. text.ts describes slots and plurals.
 */
export const en = {
  ...commandsEn,
  ...digestsEn,
  ...failuresEn,
  ...followUpsEn,
  ...importingEn,
  ...mentionsEn,

  'answer.found': 'From the transcript:',
  'answer.question': 'Question: {question}',
  'answer.understood': '{question}:',
  'answer.closest': 'What comes closest; it may not answer this:',
  'answer.closest.speaker': '{speaker} may have said nothing that answers this. What comes closest:',
  'answer.refused': 'Found nothing in the transcript that answers this.',
  'answer.refused.speaker': 'Found nothing by {speaker} that answers this.',
  'answer.speaker-topics': '{speaker} speaks about:',
  'answer.rephrase': 'Try other words, or ask one thing at a time.',
  'answer.speaker-taken': 'Searched only what {speaker} said.',
  'answer.speaker-left-out': 'Left out {speaker}, and passages without a named speaker.',
  'answer.speaker-read': 'Took "{name}" to mean {speaker}.',
  'answer.person': '{speaker} ({role})',
  'answer.name-shared': '"{name}" can mean {people}.',
  'answer.name-shared-by-many': '"{name}" can mean {count} people, among them {people}.',
  'answer.elsewhere': 'From other speakers:',
  'answer.blank':
    'There is nothing to search for in this question. Use a few words about the seminar, for example: {example}',
  'answer.question-cut': {
    by: 'count',
    one: 'The question is long; only the first word was searched.',
    other: 'The question is long; only the first {count} words were searched.',
  },
  'answer.unread':
    'Rostrum reads only English and Chinese, so this was not searched. Please ask in one of them.',
  'answer.translated': 'Translated from {language}, not their own words.',
  'answer.script': 'The excerpts are in Simplified Chinese, as in the source.',
  'answer.spoken':
    "The seminar was held in {spoken}; the source is in {language} and does not give the speakers' own words.",
  'answer.topics': 'It covers:',
  'answer.speakers': 'Speakers: {speakers}.',
  'answer.speakers.some':
    'Speakers: {speakers}. To find the others, type part of a name in the option "{:speaker}".',

  'some.speakers': '{shown} and {count} more',
  'some.seminars': '{shown} and {count} more',
  'some.topics': '{shown} and {count} more',

  'quoted.absent': 'Did not find "{words}" word for word in the transcript.',
  'quoted.absent.speaker': 'Did not find "{words}" word for word in anything by {speaker}.',
  'quoted.elsewhere': 'The words appear here:',
  'quoted.closest': 'The closest passages, which do not have these words:',
  'quoted.next': 'To search by meaning, ask without quotation marks.',

  'list.item': '{item}',

  'excerpt.heading': '{speaker}, {role}',
  'excerpt.role': '{role}',
  'excerpt.short': '{speaker}, {place}',
  'excerpt.original': 'In the source, in {language}:',
  'excerpt.question': 'Asked by {speaker} ({place}):',
  'excerpt.moderator': 'moderator, {role}',
  'excerpt.moderator-alone': 'moderator',
  'place.line': 'line {place}',
  'place.paragraph': 'paragraph {place}',
  'place.part': 'part {place}',
  'place.time': '{time}',
  'place.line.source': 'line {place} of the source',
  'place.paragraph.source': 'paragraph {place} of the source',
  'place.part.source': 'part {place} of the source',
  'excerpt.citation': '{title}, {date}, {place}',

  'attribution.labelled': '{speaker}',
  'attribution.continued': '{speaker}',
  'attribution.reported': '{speaker}, as reported',
  'attribution.inferred': 'likely {speaker}',
  'attribution.unknown': 'speaker not named in the source',
  'attribution.editorial': "publisher's own words",

  'basis.labelled': 'named in the source here',
  'basis.continued': 'same turn; named above in the source',
  'basis.labelled.label': 'labelled "{label}" in the source here',
  'basis.continued.label': 'same turn; labelled "{label}" above in the source',
  'basis.reported': "told in the source's words, not quoted",
  'basis.inferred': 'not named in the source; evidence: {evidence}',
  'basis.inferred.short': 'Why likely: {evidence}',
  'basis.unknown': 'the source does not say who speaks here',
  'basis.editorial': 'added by the publisher; nobody at the seminar said it',

  'more.heading': 'Excerpts {from} to {to} of {count}, best first:',
  'more.heading.one': 'Excerpt {from} of {count}, best first:',

  'quote.best-match': 'No passage has exactly these words; this one is the closest.',
  'quote.further': {
    by: 'count',
    one: '{count} more passage. To go on: {/quote} {:passage}:{from}',
    other: '{count} more passages. To go on: {/quote} {:passage}:{from}',
  },
  'quote.nearest': 'The closest passages:',
  'quote.candidate': '{passage}, {place}, {speaker}: {opening}',
  'quote.more-candidates': {
    by: 'count',
    one: '{count} more passage matches. Type more words to narrow it down.',
    other: '{count} more passages match. Type more words to narrow it down.',
  },
  'quote.choose': 'To quote one, type its id: {/quote} {:passage}:{passage}',

  'context.heading': 'Around {place}:',

  'whole.heading': { by: 'count', one: 'The whole passage:', other: 'The whole passages:' },

  'words.heading': 'The same excerpts as printed in the source:',

  'person.excerpts': 'From what they said:',
  'person.in-seminar': '{person} (in {seminar})',
  'person.speaks-in': 'Speaks in {seminars}.',

  'only.heading': 'Only what {speaker} said:',

  'share.heading': '{name} shared this from the transcript:',
  'share.closest':
    '{name} shared this from the transcript. It comes closest to what was looked for, but may not answer it:',
  'share.link': 'About this message: https://discord.com/channels/{server}/{channel}/{message}',
  'share.done': 'Shared in this channel.',

  'find.heading': 'From the transcript, on the topic of that message:',
  'find.closest': 'The transcript may have nothing on the topic of that message. What comes closest:',
  'find.closest.speaker':
    'That message names {speaker}, who may have said nothing on its topic. What comes closest:',
  'find.share-closest':
    '{name} shared this from the transcript. It comes closest to that message, but may be about something else:',
  'find-text.speaker-taken': 'Searched only what {speaker} said, because the text names them.',
  'find-text.heading': 'From the transcript, on the topic of that text:',
  'find-text.closest': 'The transcript may have nothing on the topic of that text. What comes closest:',
  'find-text.closest.speaker':
    'That text names {speaker}, who may have said nothing on its topic. What comes closest:',
  'find-text.refused':
    'Found nothing in the transcript close to that text. Try {/ask} with a few words on the point you mean.',
  'find-text.refused.speaker': 'That text names {speaker}, but nothing by them is close to it.',
  'find.unread': 'Searched only the text of the message; {contents} are not read.',
  'find.speaker-taken': 'Searched only what {speaker} said, because the message names them.',
  'find.refused.speaker': 'That message names {speaker}, but nothing by them is close to it.',
  'find.refused':
    'Found nothing in the transcript close to that message. Try {/ask} with a few words on the point you mean.',

  'compare.found': 'What speakers say on this ({answering} of {all}):',
  'compare.nobody': 'Found nothing on this by a named speaker.',
  'compare.further': 'Also on this (not shown): {speakers}.',
  'compare.closest': 'What comes closest; it may not answer this:',
  'compare.close': 'Only close to this: {speakers}.',
  'compare.silent': 'Nothing found by {speakers}.',

  'speakers.heading': 'Speakers in {title}, {date}:',
  'speakers.person': '{speaker} – {role}',
  'speakers.moderator': '{speaker} – moderator, {role}',
  'speakers.person-alone': '{speaker}',
  'speakers.moderator-alone': '{speaker} – moderator',
  'speakers.share': '{person}: {bar} {percent}%; passages: {passages}',
  'speakers.share.likely': '{person}: {bar} {percent}%; passages: {passages}, only likely: {inferred}',
  'speakers.counts': {
    by: 'total',
    one: "{total} passage: {named} named in the source, {inferred} likely (with evidence), {unknown} without a name, {editorial} the publisher's own words.",
    other:
      "{total} passages: {named} named in the source, {inferred} likely (with evidence), {unknown} without a name, {editorial} the publisher's own words.",
  },
  'speakers.nobody':
    "Percentages count only text with a named, likely or labelled speaker; text without any label and the publisher's words are left out.",
  'speakers.more':
    'More speakers, not shown: {count}. To find them, type part of a name in the option "{:speaker}".',
  'speakers.more-seminars':
    'More seminars, not shown: {count}. {/seminars} lists all of them with their speakers.',
  'speakers.none': 'The source attributes no passage to {speaker}.',
  'speakers.basis': 'How we know who speaks in these passages:',
  'speakers.basis.labelled': 'named in the source at the passage: {count}',
  'speakers.basis.continued': 'same turn, named above in the source: {count}',
  'speakers.basis.reported': 'as reported: {count}',
  'speakers.basis.inferred': 'likely, not named in the source: {count}',
  'speakers.terms': 'Speaks more than the others about: {terms}.',
  'speakers.excerpts': 'Typical passages, from across the seminar:',
  'speakers.only-questions': '{speaker} only asks questions.',
  'speakers.several':
    'The source uses this label for several people, so they are not described as one person.',
  'speakers.label':
    'The source marks this as a separate voice but does not name it. In another seminar, the same label may be someone else.',

  'seminar.speakers': 'Speakers in {title}, {date} ({count}):',
  'seminar.shares': 'How much each of them spoke: {/speakers}',
  'seminar.total': 'Seminars: {seminars}. Speakers: {speakers}.',
  'seminar.line': '{title}, {date}: {value}',
  'seminar.moderator': 'moderated by {speakers}',
  'seminar.no-moderator': 'no moderator is named',
  'seminar.no-organiser': 'the organiser is not named',
  'seminar.no-names': 'no speaker is named',
  'seminar.no-topics': 'no topics are listed; speakers: {speakers}',
  'seminar.no-topics-or-names': 'no topics are listed and no speaker is named',
  'seminar.nobody-named': '{title}, {date}: the source names no speaker.',
  'seminar.unnamed': 'Speakers without a name: {speakers}.',
  'seminar.topics-missing':
    '{title}, {date}: no topics are listed. Ask with words you expect in it, or browse it.',
  'seminar.undated': 'undated',
  'seminar.named': '{title} ({date})',
  'seminar.title-and-id': '{title} ({id})',
  'seminars.heading': 'Seminars, newest first: {seminars} (page {page} of {count}):',
  'seminars.line': '{title}, {date}: {speakers}; {language}; {length}; id: {id}',
  'seminars.translated': '{language}, translated from {spoken}',
  'seminars.next': 'Next page: {/seminars} {:page}:{page}',
  'seminars.more': 'More seminars, not shown: {count}. {/seminars} lists all of them.',
  'ask-in.question': 'Your question',
  'ask-in.hint': 'Only this seminar is searched: {title}, {date}',
  'scope.period': 'Searched only seminars dated {period}: {count}.',
  'scope.undated': {
    by: 'count',
    one: 'Left out {count} seminar without a date.',
    other: 'Left out {count} seminars without a date.',
  },
  'scope.seminar': 'Searched only {title}, {date}.',
  'period.day': '{from}',
  'period.between': 'from {from} to {until}',
  'period.from': 'from {from} on',
  'period.until': 'up to {until}',
  'seminar.length': { by: 'count', one: '{count} passage', other: '{count} passages' },
  'seminar.duration': 'How long the seminar itself lasted is not recorded.',
  'seminar.reading': 'To read it page by page: {/transcript}',
  'seminar.topics': '{title}, {date}, covers:',
  'seminar.no-summary': 'Rostrum only quotes; it does not write summaries.',
  'seminar.contents':
    'Contents by speaker: {/transcript}. What one speaker talks about: {/speakers} with "{:speaker}".',
  'seminar.about': 'What is known about a seminar and its source: {/about}',
  'seminar.choose': 'To ask about one of them, use {/ask} with "{:seminar}", for example {id}.',
  'seminar.commands': 'All commands: {/help}',
  'seminar.welcome': 'You are welcome.',

  'contents.heading': '{title}, {date}: contents by speaker (page {page} of {count}):',
  'contents.turn': '{place}, {speaker}: {opening}',
  'contents.translated': "The opening words are translated from the Chinese report, not the speakers' own.",
  'contents.reading': 'To read from a passage, line or time: {/transcript} {:from}:{from}',

  'transcript.heading': '{title}, {date}: transcript, page {page} of {count}',
  'transcript.next': 'Next page: {/transcript} {:from}:{from}',
  'transcript.best-match': 'No passage has exactly these words; the page starts with the closest one.',
  'transcript.choose': 'To read from one, type its id: {/transcript} {:from}:{passage}',
  'transcript.end': 'The transcript ends here.',

  'about.faulty':
    'The seminar files have had an error since {time}; answers use the last good version. What is wrong:',
  'about.fault': '{file}, line {line}: {what} {remedy}',
  'about.faults-further': '{count} more: see the log or run "npm run check".',
  'about.fault-private':
    'Only you see this, because you have Manage Server. The files are read again as soon as they change.',
  'about.sources': 'Seminars in Rostrum:',
  'about.seminar': '{title} – {date}',
  'about.organiser': 'Organised by {organiser}',
  'about.headline': 'Published as: {headline}',
  'about.spoken': 'Held in {language}',
  'about.language': 'Language of the source: {language}',
  'about.translated': 'English translation, marked wherever it is shown',
  'about.untranslated': 'No translation; shown as in the source',
  'about.further': {
    by: 'count',
    one: '{count} more; {/seminars} lists it too.',
    other: '{count} more; {/seminars} lists all of them.',
  },
  'about.attribution': 'How speakers are identified:',
  'about.labelled': 'A name alone: the source names the speaker at this paragraph',
  'about.continued': 'A name alone, too: the paragraph continues the turn of a named speaker',
  'about.reported': '"As reported": told in the source\'s words, not quoted',
  'about.inferred': '"Likely": not named in the source; the evidence is shown',
  'about.unknown': '"Speaker not named in the source": nobody can tell, so no name is given',
  'about.editorial': '"Publisher\'s own words": nobody at the seminar said it',
  'about.stored':
    'Questions are not stored. A report of a wrong speaker is stored as passage, suggested name, reason and time, without the sender. A digest is stored (channel, schedule, filters, posts) until 30 days after it ends. The log records starts, connections and errors, never questions or tokens.',
  'about.versions': {
    by: 'passages',
    one: 'Rostrum {rostrum}, Node {node}, {passages} passage',
    other: 'Rostrum {rostrum}, Node {node}, {passages} passages',
  },

  'help.heading': 'Commands:',
  'help.examples': 'Try asking:',
  'help.example': 'What was decided, and why?',
  'help.command': '{usage} – {description}',
  'help.message-command': '{name} (message menu, under Apps) – {description}',
  'help.discord-only': 'Only in Discord: {commands}.',
  'help.chat':
    'A line without a slash is a question, or goes on with the last answer: "longer", "source?", "what about …?". /quit leaves.',

  'chat.welcome':
    'Rostrum answers questions with excerpts from seminar transcripts: {seminars}. Type a question, or {/help}.',

  'correction.title': 'Wrong speaker?',
  'correction.speaker': 'Who should it be?',
  'correction.speaker-hint': 'A name. Leave it empty if nobody should be named.',
  'correction.reason': 'Why?',
  'correction.reason-hint': 'What in the source shows it? Your report is saved without your name.',
  'correction.thanks': 'Thank you. Your report on {place} was saved without your name.',
  'correction.next':
    'The person who maintains the transcript will check it against the source. Until then the name stays as it is.',

  'button.whole': 'Whole passage',
  'button.play': 'Play from {time}',
  'button.context': 'Context',
  'button.quote': 'Quote {passage}',
  'button.context-number': 'Context {number}',
  'button.more': 'More',
  'button.back': 'Back',
  'button.only': 'Only {speaker}',
  'button.share': 'Share',
  'button.share-number': 'Share {number}',
  'button.words': 'Original',
  'button.correct': 'Wrong speaker?',
  'button.remove': 'Remove',
  'button.previous': 'Previous page',
  'button.next': 'Next page',
  'button.later': 'Newer seminars',
  'button.earlier': 'Older seminars',
  'button.ask-in': 'Ask in {seminar}',
  'button.contents': 'Contents',
  'button.read': 'Read',
  'button.read-from': 'Read {passage}',
  'permission.ViewChannel': 'View Channel',
  'permission.SendMessages': 'Send Messages',
  'permission.SendMessagesInThreads': 'Send Messages in Threads',
  'permission.ReadMessageHistory': 'Read Message History',

  'unread.attachment': 'attachments',
  'unread.sticker': 'stickers',
  'unread.voice': 'voice messages',

  'language.en': 'English',
  'language.zh-CN': 'Simplified Chinese',
  'language.zh-TW': 'Traditional Chinese',

  'speaker.unnamed': 'Speaker not named in the source',
} as const satisfies Readonly<Record<string, Text>>;

export type MessageKey = keyof typeof en;

/** The same messages in a language whose words do not change with a number. */
export type Translation = Readonly<Record<MessageKey, string>>;
