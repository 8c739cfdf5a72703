import {
  type Digest,
  type DigestContent,
  type DigestSettings,
  EVERYTHING,
  UNNAMED,
} from '../../src/core/digest/digest.ts';
import { EVERY_DAY } from '../../src/core/digest/schedule.ts';
import { readDays } from '../../src/core/digest/typed-days.ts';
import { readTime } from '../../src/core/digest/typed-time.ts';
import { zoneSteps, zonesMeant } from '../../src/core/digest/typed-zone.ts';
import type { Locale, Localised } from '../../src/core/language/locale.ts';
import { nameForm } from '../../src/core/language/name-form.ts';
import type { Library } from '../../src/core/library.ts';
import type { Steps } from '../../src/core/steps.ts';
import { isWithin, type Period } from '../../src/core/transcript/period.ts';
import type { Transcript } from '../../src/core/transcript/transcript.ts';
import { inEachLanguage, joined, type Message } from '../../src/messages/message.ts';
import { titleOf } from '../../src/reply/front-matter.ts';
import { failure, type Reply } from '../../src/reply/reply.ts';
import { seminarSteps, speakerSteps } from '../shared/choose.ts';
import { dayOf, orderedPeriod, periodWords, within } from '../shared/scope.ts';
import type { ValuesOf } from '../shared/slash-command.ts';
import { suggestionValue } from '../shared/suggestion-value.ts';
import type { CONTENT, SETTINGS } from './options.ts';
import { zoneTyped } from './zones.ts';

/** What people type to clear the seminar, the speaker or the topic of a digest. */
const CLEAR = /^[-\u2010-\u2015\u2212]$/u;
/** The same, where there is one to clear; elsewhere it may be a name. */
const CLEAR_WORD =
  /^(?:none|all|any|anyone|anything|everyone|everybody|everything|nobody|无|無|全部|所有|不限|任何|清除)$/iu;
/** A time with its zone has no more words. */
const MOST_WORDS = 6;

/** The settings that the options give on top of those of a digest that they change, or what is wrong with them. */
export function* settingsFrom(
  options: ValuesOf<typeof SETTINGS>,
  { before, language, library }: { before: Digest | undefined; language: Locale; library: Library },
): Steps<DigestSettings | Reply> {
  yield* zoneSteps(options.timezone);
  const zone = zoneTyped(options.timezone);
  if (readTime(options.time) === null) yield* zoneSteps(options.time);
  const time = readTime(options.time) ?? timeBesideZone(options.time, zone);
  if (!time) return failure({ key: 'failure.time', values: { value: options.time } });
  if (typeof zone !== 'string') return failure(zone);
  const days = options.days === undefined ? (before?.days ?? EVERY_DAY) : readDays(options.days);
  if (!days) return failure({ key: 'failure.days', values: { value: options.days ?? '' } });
  const content = yield* contentFrom(options, before ?? EVERYTHING, library);
  if ('outcome' in content) return content;
  return {
    channel: options.channel,
    time,
    zone,
    days,
    ...content,
    language: options.language ?? before?.language ?? language,
  };
}

/** The time in a text that also repeats the zone: 9am EST, 北京时间9点. Null if it says another zone, or anything else. */
function timeBesideZone(typed: string, zone: string | Message): string | null {
  const ends = Array.from(typed.matchAll(/\s+|时间|時間/gu), ({ 0: end, index }) => index + end.length);
  for (const end of ends.slice(0, MOST_WORDS)) {
    const parts = [typed.slice(0, end), typed.slice(end)] as const;
    for (const [clock, place] of [parts, [parts[1], parts[0]] as const]) {
      const time = readTime(clock);
      const isZone = typeof zone === 'string' && zonesMeant(place.replace(/[()]/g, ' ')).includes(zone);
      if (time !== null && isZone) return time;
    }
  }
  return null;
}

/** The content that the options give on top of another one, or what is wrong with them. */
export function* contentFrom(
  options: ValuesOf<typeof CONTENT>,
  before: DigestContent,
  library: Library,
): Steps<DigestContent | Reply> {
  const seminar = yield* given(options.seminar, before.seminar, function* (typed) {
    const found = yield* seminarSteps(typed, library.transcripts);
    return 'outcome' in found ? found : found.id;
  });
  if (isReply(seminar)) return seminar;
  const period = yield* periodFrom(options, before);
  if ('outcome' in period) return period;
  const named = library.transcripts.find(({ id }) => id === seminar);
  if (named && !isWithin(named, period) && keepsOneOf(options)) return keptApart(named, period);
  // A seminar that is gone is told of elsewhere.
  const found = seminar !== null && !named ? null : within({ named, period }, library.transcripts);
  if (found && 'outcome' in found) return found;
  const speaker = yield* given(options.speaker, before.speaker, (typed) => speakerNamed(typed, library));
  if (isReply(speaker)) return speaker;
  const topic = yield* given(options.topic, before.topic, (typed) => topicNamed(typed, library));
  return { excerpts: options.excerpts ?? before.excerpts, seminar, ...period, speaker, topic: topic || null };
}

/** Whether the options do not give both a seminar and dates, so that the digest has one of them from before. */
function keepsOneOf({ seminar, from, until }: ValuesOf<typeof CONTENT>): boolean {
  return seminar === undefined || (from === undefined && until === undefined);
}

/** Says that what a digest keeps does not go with what was given, which nobody would find in what they typed. */
function keptApart(named: Transcript, period: Period): Reply {
  const values = { ...titleOf(named), period: periodWords(period) };
  return failure({ key: 'failure.digest-kept', values });
}

/** The first and the last date that the options give on top of others. */
function* periodFrom(
  options: Pick<ValuesOf<typeof CONTENT>, 'from' | 'until'>,
  before: Period,
): Steps<Period | Reply> {
  const reader = (end: 'first' | 'last') =>
    function* (typed: string) {
      yield;
      return dayOf(typed, end);
    };
  const from = yield* given(options.from, before.from, reader('first'));
  if (isReply(from)) return from;
  const until = yield* given(options.until, before.until, reader('last'));
  return isReply(until) ? until : orderedPeriod({ from, until });
}

/** What an option means, if it is given; what clears it means nothing. */
function* given<Value>(
  option: string | undefined,
  before: string | null,
  read: (typed: string) => Steps<Value>,
): Steps<Value | string | null> {
  if (option === undefined) return before;
  const text = option.normalize('NFKC').trim();
  const isCleared = CLEAR.test(text) || (before !== null && CLEAR_WORD.test(text));
  return isCleared ? null : yield* read(option.trim());
}

/** Says that no passage fits a digest, and what to change. */
export function nothingFits({ topic }: Pick<DigestContent, 'topic'>): Reply {
  return failure({ key: topic === null ? 'failure.digest-empty' : 'failure.digest-off-topic' });
}

function isReply(value: string | null | Reply): value is Reply {
  return value !== null && typeof value !== 'string';
}

function* speakerNamed(name: string, library: Library): Steps<string | Reply> {
  const unnamed = Object.values(inEachLanguage({ key: 'speaker.unnamed' })).map(nameForm);
  if (name === UNNAMED || unnamed.includes(nameForm(name))) return UNNAMED;
  const found = yield* speakerSteps(name, library);
  return 'outcome' in found ? found : found.id;
}

/**
 * What was typed, unless it is a name of a topic of a seminar: then that topic's English name, so that each of its names
 * gives the same passages.
 */
function* topicNamed(typed: string, { transcripts }: Library): Steps<string> {
  for (const topic of transcripts.flatMap(({ topics }) => topics)) {
    if (isNameIn(topic, typed)) return topic.en;
    yield;
  }
  return typed;
}

/** Whether a text is one of a topic's names, or completion's value for it, perhaps cut off as Discord shows long ones. */
function isNameIn(topic: Localised, typed: string): boolean {
  const form = nameForm(typed);
  const isCut = typed.endsWith('…');
  if (Object.values(topic).some((name) => suggestionValue(name) === typed)) return true;
  return (
    form !== '' &&
    Object.values(topic)
      .map(nameForm)
      .some((name) => name === form || (isCut && name.startsWith(form)))
  );
}

/** The digest with a number, or the only one if none was given; or a reply that asks which. */
export function digestMeant(id: string | undefined, all: readonly Digest[]): Digest | Reply {
  if (id !== undefined) return digestNumbered(id, all);
  const [only, ...others] = all;
  if (!only) return failure({ key: 'digest.no-digests' });
  return others.length === 0 ? only : failure({ key: 'failure.digest-which', values: { ids: idsOf(all) } });
}

/** The digest that is called what was typed, or a reply that says which numbers there are. */
export function digestNumbered(id: string, all: readonly Digest[]): Digest | Reply {
  if (all.length === 0) return failure({ key: 'digest.no-digests' });
  const wanted = readDigestNumber(id);
  return (
    all.find(({ number }) => number === wanted) ??
    failure({ key: 'failure.digest-unknown', values: { id, ids: idsOf(all) } })
  );
}

/** 2, #2, digest 2, 第2个, 每日摘录 2, or what completion shows: "2: every day 09:00 Europe/Berlin". */
const DIGEST_NUMBER =
  /^(?:(?:the )?digest|每日摘[录錄]|no\.?|number|第|[编編][号號])? ?#? ?(?<number>\d{1,9}|[一二三四五六七八九十])(?:st|nd|rd|th)? ?(?:[个個号號]|digest)?(?:每日摘[录錄])?\.?(?: ?:.*)?$/su;

function readDigestNumber(id: string): number | null {
  const text = id.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
  const number = DIGEST_NUMBER.exec(text)?.groups?.number;
  if (number === undefined) return null;
  return /^\d/.test(number) ? Number(number) : '一二三四五六七八九十'.indexOf(number) + 1;
}

function idsOf(all: readonly Digest[]): Localised {
  return joined(all.map(({ number }) => String(number)));
}
