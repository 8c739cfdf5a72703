import type { Text } from '../text.ts';

/** What is wrong with a request, and what to do about it. */
export const failuresEn = {
  'failure.question-missing': 'The question is empty. Ask something, for example: {example}',
  'failure.speaker-unknown':
    'No speaker is called "{name}". Speakers: {speakers}. Type part of a name in the option "{:speaker}" and pick from the list.',
  'failure.speakers-none':
    'There is no speaker "{name}": the source names nobody. Leave the option out to search everything.',
  'failure.speaker-nearest': 'No speaker is called "{name}". Did you mean {speakers}?',
  'failure.speaker-ambiguous': '"{name}" can mean {speakers}. Give the full name or pick from the list.',
  'failure.seminar-unknown':
    'There is no seminar "{name}". Seminars: {seminars}. Type part of a title in the option "{:seminar}" and pick from the list.',
  'failure.seminar-near': 'There is no seminar "{name}". Did you mean "{title}" ({id})?',
  'failure.seminar-ambiguous': '"{name}" can mean {seminars}. Give the full title or the id.',
  'failure.seminar-gone': 'This seminar has been removed. {/seminars} lists the current ones.',
  'failure.seminars-page': 'There is no page {page}; the last one is {count}.',
  'failure.text-without-words': 'There is nothing to search for in this text. Write what you want to find.',
  'failure.date': '"{value}" is not a date. Write for example 2024-05-01, 1 May 2024, May 2024 or 2024.',
  'failure.date-which': '"{value}" can mean {one} or {other}. Write one of these.',
  'failure.dates-reversed':
    'The first date ({from}) is after the last one ({until}). Swap "{:since}" and "{:until}".',
  'failure.period-empty': 'No seminar is dated {period}. The nearest: {seminars}.',
  'failure.no-dates':
    'No seminar has a date, so none can be found by date. Leave out "{:since}" and "{:until}".',
  'failure.digest-kept':
    '"{title}", {date}, is not among the seminars dated {period}, and the digest keeps what you do not change. To remove the dates, type "-" for "{:since}" and "{:until}"; to remove the seminar, type "-" for "{:seminar}".',
  'failure.seminar-outside':
    '"{title}" is dated {date}, which is outside the dates you gave ({period}). Leave out the seminar or the dates.',
  'failure.seminar-undated':
    '"{title}" has no date, so it cannot be found by date. Leave out "{:since}" and "{:until}".',
  'failure.speaker-outside':
    '{speaker} does not speak in the seminars of these dates ({period}). Leave out the dates, or the speaker.',
  'failure.option-unknown': '/{command} has no option "{option}". Options: {options}.',
  'failure.no-options': '/{command} takes no options; type it on its own.',
  'failure.option-missing': '/{command} needs the option "{option}", for example: {example}',
  'failure.option-value': 'The option "{option}" cannot be "{value}". Use {expected}.',
  'failure.command-unknown': 'There is no command /{command}. Commands: {commands}.',
  'failure.command-outdated':
    "/{command} has changed and Discord has not caught up yet. Please tell the bot's admin, and try again later.",
  'failure.message-without-words':
    'That message has no words to search for. Pick another one, or use {/ask}.',
  'failure.message-unread':
    'That message has no words to search for: {contents} are not read. Pick another one, or use {/ask}.',
  'failure.menu-unknown': '"{command}" is no longer in the message menu. Use {/ask} instead.',
  'failure.permissions':
    'Cannot share here: in this channel the bot is missing {permissions}. Please ask a server admin.',
  'failure.sentences':
    'The option "{:sentences}" cannot be "{value}". Use a number such as 2, a range such as 1-2, several such as 1, 3, or "last".',
  'failure.passage-unknown':
    'There is no passage "{passage}". Type words, a speaker, a line or a time and pick from the list, or give an id such as {example}.',
  'failure.passage-ambiguous': '"{passage}" matches several passages:',
  'failure.sentence-unknown': 'Passage {passage} has no sentence {value}. Sentences in it: {count}.',
  'failure.sentences-missing': 'Passage {passage} has no "{value}". Sentences in it: {count}.',
  'failure.sentences-of-several':
    'Sentences can be chosen from one passage only, and this gives {count}. Give one, for example {example}, or leave out "{:sentences}".',
  'failure.report-speaker-long': {
    by: 'count',
    one: 'The name is too long (at most {count} character). Nothing was saved; please write only the name.',
    other:
      'The name is too long (at most {count} characters). Nothing was saved; please write only the name.',
  },
  'failure.report-reason-missing':
    'Nothing was saved: the report gives no reason. Please say what in the source shows it.',
  'failure.report-reason-long': {
    by: 'count',
    one: 'The reason is too long (at most {count} character). Nothing was saved; please shorten it.',
    other: 'The reason is too long (at most {count} characters). Nothing was saved; please shorten it.',
  },
  'failure.report-signs':
    'The report contains control characters. Nothing was saved; please type plain text.',
  'failure.report-too-many': {
    by: 'count',
    one: 'You have sent {count} report within an hour, which is the limit. Please try again later.',
    other: 'You have sent {count} reports within an hour, which is the limit. Please try again later.',
  },
  'failure.too-fast': {
    by: 'seconds',
    one: 'That was a lot at once. Please wait {seconds} second and try again.',
    other: 'That was a lot at once. Please wait {seconds} seconds and try again.',
  },
  'failure.not-stored':
    "It could not be saved; that is not your fault. Please try again later, or tell the bot's admin.",
  'failure.button-owner':
    'Only the person who asked can use this button. Run the command yourself to get your own.',
  'failure.passage-changed':
    'The transcript has changed since this answer, and so has this passage. Please ask again.',
  'failure.button-outdated':
    'This button comes from an older version of the bot and no longer works. Please ask again.',
  'failure.remove-forbidden':
    'Only the person who asked, or a member with Manage Messages, can remove this answer.',
  'failure.automod':
    "This server's AutoMod blocked the reply, so nobody sees it. Try different words, or ask a server admin to exempt the bot.",
  'failure.rate-limited':
    'Discord accepts nothing more from the bot for now. Please try again in a few minutes.',
  'failure.share-forbidden': 'You cannot send messages here, so the bot does not post here for you.',
  'failure.channel-forbidden':
    'You cannot send messages in <#{channel}>, so the bot does not post there for you. Please choose another channel.',
  'failure.unexpected':
    "Something went wrong. Please try again; if it keeps happening, tell the bot's admin.",
  'failure.seminar-missing':
    'There are several seminars: {seminars}. Choose one with the option "{:seminar}".',
  'failure.page-unknown':
    'There is no "{from}"; the last page is {count}. Give a page, a line such as line 5, or a time.',
  'failure.place-unknown':
    'This transcript has no line or passage "{from}". It runs from {first} to {last}; passages have ids such as {segment}.',
  'failure.servers-only':
    'Digests can only be set up in a Discord server that has the bot. In a terminal, "npm run digest" shows what one would post.',
  'failure.manage-server': 'Only members with Manage Server can use {/digest}.',
  'failure.time': '"{value}" is not a time of day. Write for example 9:00, 21:30 or 9am.',
  'failure.zone':
    '"{value}" is not a time zone. Type a large city in the zone, such as Berlin or Shanghai, or an offset such as UTC+8.',
  'failure.zone-which':
    '"{value}" can mean several time zones: {zones}. Type the name in brackets of the one you mean.',
  'failure.days':
    '"{value}" is not a set of days. Write for example every day, weekdays, Mon-Fri, or Mon, Wed, Fri.',
  'failure.channel-permissions':
    'The bot cannot post in <#{channel}>: it is missing {permissions}. Grant that, then start the digest again.',
  'failure.channel-unreachable':
    'Could not ask Discord about <#{channel}> just now. Please try again in a minute.',
  'failure.channel-locked': 'The thread <#{channel}> is locked. Unlock it, or choose another one.',
  'failure.digest-unknown': 'There is no digest {id} in this server. Digests: {ids}.',
  'failure.digest-which': 'This server has several digests: {ids}. Choose one with the option "{:id}".',
  'failure.too-many-digests': {
    by: 'count',
    one: 'This server has {count} digest, the maximum. Stop it with {/digest stop}, or change it with {/digest start} and its {:id}.',
    other:
      'This server has {count} digests, the maximum. Stop one with {/digest stop}, or change one with {/digest start} and its {:id}.',
  },
  'failure.digest-empty':
    "No passage fits. A digest shows complete points by named speakers, without greetings, bare questions and the publisher's words. Leave out or change the seminar, dates, speaker or topic.",
  'failure.digest-off-topic':
    'No passage fits. A digest on a topic shows complete points by named speakers, and leaves out what only comes close to the topic. Word the topic differently, or leave out or change the seminar, dates or speaker.',
} as const satisfies Readonly<Record<string, Text>>;
