import { secondsOf } from '../language/clock-time.ts';
import { NUMERAL, numberOf } from '../language/small-numbers.ts';
import { escapeRegExp } from '../language/text.ts';
import { madeOnce, type Steps } from '../steps.ts';
import type { PlaceUnit } from '../transcript/source.ts';
import type { Transcript } from '../transcript/transcript.ts';
import { passageLists } from './lists.ts';
import type { Passage, PassagesById } from './passages.ts';

/**
 * A place in a transcript, as a person gives it: a line of the source (or a paragraph, or a part), a time in the recording in
 * seconds, the id of a segment or a passage, or an end.
 */
export type Place = { line: number } | { time: number } | { id: string } | { end: 'first' | 'last' };

/** A place, or all that is from one place to another. */
export interface PlaceRange {
  /** The seminar's id, if it was given. */
  seminar: string | null;
  /** What the source is counted in, if the words say that it is not lines. */
  unit?: PlaceUnit;
  from: Place;
  /** Null if it is one place. */
  to: Place | null;
}

/** What stands at places that a person gave. */
export interface PassagesAt {
  /** In the order of the corpus. */
  passages: Passage[];
  /** Whether any one of the passages may be meant, rather than all: several segments share a line, or an id. */
  isChoice: boolean;
}

const LIST = /[,;、&+?!]|(?<=\d[a-z]?) (?=p ?\d)|\b(?:and|plus)\b|以及|[和与與及跟]/u;
const RANGE = /\.{2,3}|[-\u2010-\u2015\u2212~〜→]|\b(?:to|through|thru|until|till)\b|至|到/gu;
const RANGE_SIGN = /[-~→]/;
/** More than two ids and a range have. */
const MAX_HYPHENS = 20;
const LINE = /\b(?:lines?|ln|l|parts?)(?![a-z])\.?|行|部分|#/gu;
const PASSAGE = /\b(?:passages?|paragraphs?|paras?|segments?)(?![a-z])\.?|段落|段/gu;
/** What may stand around a number or an id, and says nothing. */
const PADDING =
  /\b(?:of|the|source|transcript|recording|no|number|from|on|onwards?|in|at|starting|undated)(?![a-z])|未注明日期|未註明日期|录音|錄音|[第号號从從自起在:()[\]"'“”‘’「」『』`*<>]|原文|开始|開始|\.(?!\d)/gu;
/** How a segment's id usually looks, with or without the space that some write: p8, p8b, p8.2. */
const USUAL_ID = /^p[. ]{0,2}0{0,9}(\d{1,9}[a-z]?(?:\.\d{1,4})?)$/;
/** Where a seminar starts and ends, as `placeIn` leaves it of what was typed. */
const FIRST = /^(?:first|start|beginning|top)$|^(?:最先|最前|开头|開頭|[首头頭])$/u;
const LAST = /^(?:last|final|end|bottom)$|^(?:最[后後末]|结尾|結尾|末尾|[末尾])$/u;
/** A time in a recording: 12:31, 1:02:03. */
const TIME = /^(?:(?<hours>\d{1,3}):(?=\d\d:))?(?<minutes>\d{1,4}):(?<seconds>[0-5]\d)(?:\.\d{1,3})?$/;
/** What may stand around a time. */
const AROUND_TIME = /^[\s("'“‘「『[<]+|(?<![\s)"'”’」』\]>])[\s)"'”’」』\]>]+$/gu;
/** A typed time so long after the last words is no time of theirs, in seconds. */
const AFTER_END = 600;
const NUMBER = new RegExp(`^(?:\\d{1,9}|${NUMERAL.source})$`, 'u');

/**
 * Reads places as people write them: `p7`, `P 7`, `bridges/p7`, `14`, `line 14`, `L14`, `第 14 行`, `p7-p9`,
 * `lines 14 to 16`, `p7, p9`, `12:31` if there are times, `last passage`, `最后一段`; with the id, title or date of a seminar before or after it. Of any
 * other text it makes nothing.
 * @returns null if the text is anything else
 */
export function readPlaces(typed: string, library: PassagesById): PlaceRange[] | null {
  const ids = knownIds.now(library.passages);
  const written = typed.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
  let seminar: string | null = null;
  let text = written;
  let isJoined = false;
  for (const { name, named, id } of ids.seminars) {
    if (!text.includes(name)) continue;
    isJoined ||= [...text.matchAll(named)].some(([whole]) => /[/,:·] ?$/.test(whole));
    const rest = text.replace(named, ' ');
    if (rest === text) continue;
    if (seminar !== null && id !== seminar) return null;
    seminar = id;
    text = rest.replace(/ {2,}/g, ' ').trim();
  }
  // "Six bridges" may be words, though there is a seminar that is called "bridges".
  if (seminar !== null && !isJoined && !isMarked(text)) return null;
  const isOfPassages = text.search(PASSAGE) >= 0 && text.search(LINE) < 0;
  const found: PlaceRange[] = [];
  const unit = unitIn(text);
  for (const part of text.split(LIST)) {
    // A comma may end the text, or stand before the name of a seminar.
    if (!/[\p{L}\p{N}#]/u.test(part) && !RANGE_SIGN.test(part)) continue;
    const range = rangeIn(part, ids, isOfPassages);
    if (!range) return null;
    found.push({ seminar, ...(unit && { unit }), ...range });
  }
  return found.length > 0 ? found : null;
}

/** The unit of places that a text names; a line is one in every source, and a passage none. */
function unitIn(text: string): PlaceUnit | undefined {
  if (/\bparts?\b|部分/u.test(text)) return 'part';
  return /\bpara(?:graph)?s?\b|段落/u.test(text) ? 'paragraph' : undefined;
}

/** Whether a text says itself that it gives lines or passages. */
function isMarked(text: string): boolean {
  return [LINE, PASSAGE, /\bp[. ]{0,2}\d/, /\b\d{1,3}:\d\d\b/].some((mark) => text.search(mark) >= 0);
}

function rangeIn(
  part: string,
  ids: KnownIds,
  isOfPassages: boolean,
): Omit<PlaceRange, 'seminar' | 'unit'> | null {
  const whole = placeIn(part, ids, isOfPassages);
  if (whole) return { from: whole, to: null };
  // A segment's id may have hyphens too.
  for (const { 0: separator, index } of [...part.matchAll(RANGE)].slice(0, MAX_HYPHENS)) {
    const from = placeIn(part.slice(0, index), ids, isOfPassages);
    // "p7-8" means p8, and not line 8.
    const to = from && placeIn(part.slice(index + separator.length), ids, isOfPassages || 'id' in from);
    if (to) return { from, to };
  }
  return null;
}

function placeIn(part: string, { forms, hasTimes }: KnownIds, isOfPassages: boolean): Place | null {
  const plain = part.trim();
  if (forms.has(plain)) return { id: plain };
  const time = hasTimes ? timeIn(plain) : null;
  if (time !== null) return { time };
  const bare = plain
    .replace(LINE, ' ')
    .replace(PASSAGE, ' ')
    .replace(PADDING, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  if (forms.has(bare)) return { id: bare };
  const usual = USUAL_ID.exec(bare)?.[1];
  if (usual !== undefined) return { id: `p${usual}` };
  // The last one, the last passage, 最后一段.
  const end = bare.replace(/(?: one|[一1][个個]?)$/u, '');
  if (FIRST.test(end)) return { end: 'first' };
  if (LAST.test(end)) return { end: 'last' };
  if (!NUMBER.test(bare)) return null;
  const number = numberOf(bare);
  return isOfPassages ? { id: `p${number}` } : { line: number };
}

/** The time that a text is, in seconds; null if it is anything else. */
function timeIn(part: string): number | null {
  const bare = part
    .replace(
      /\b(?:at|from|around|about|time|recording|in|the)(?![a-z])|[从從在自]|时间|時間|录音|錄音/gu,
      ' ',
    )
    .replace(AROUND_TIME, '');
  const { hours, minutes, seconds } = TIME.exec(bare)?.groups ?? {};
  if (minutes === undefined || (hours !== undefined && Number(minutes) > 59)) return null;
  return secondsOf(hours, minutes, seconds);
}

/**
 * Finds the passages at places.
 * @returns null if nothing stands at one of the places
 */
export function passagesAt(places: readonly PlaceRange[], { passages }: PassagesById): PassagesAt | null {
  const seminars = Array.from(passageLists.now(passages).ofTranscript, ([transcript, own]): Seminar => {
    return { transcript, own, passages };
  });
  const found = new Set<Passage>();
  let isChoice = false;
  for (const range of places) {
    const here =
      range.seminar === null
        ? seminars
        : seminars.filter(({ transcript }) => transcript.id === range.seminar);
    const counted = here.filter(({ transcript }) => transcript.unit === range.unit);
    // "Part 3" is where sources are counted in parts; elsewhere a person may mean a line by it.
    const at = (counted.length > 0 ? placesIn(counted, range) : null) ?? placesIn(here, range);
    if (!at) return null;
    isChoice ||= at.isChoice;
    for (const passage of at.passages) found.add(passage);
  }
  const touched = new Set(Array.from(found, ({ transcript }) => transcript));
  const ordered = seminars.flatMap(({ transcript, own }) =>
    touched.has(transcript) ? own.filter((passage) => found.has(passage)) : [],
  );
  // Somebody who gives several places wants all that is there, if it is in one seminar.
  const isAll = places.length > 1 && touched.size === 1;
  return { passages: ordered, isChoice: isChoice && !isAll };
}

/** A seminar in which a place is looked up. */
interface Seminar {
  transcript: Transcript;
  /** Its passages, in the order of the source. */
  own: readonly Passage[];
  /** These and perhaps others, by their ids. */
  passages: PassagesById['passages'];
}

function placesIn(seminars: readonly Seminar[], { from, to }: PlaceRange): PassagesAt | null {
  return to ? between(seminars, from, to) : placeAt(seminars, from);
}

function placeAt(seminars: readonly Seminar[], place: Place): PassagesAt | null {
  const passages = seminars.flatMap((seminar) => {
    const span = 'end' in place ? spanOf(seminar, place) : spanOfWords(seminar, place);
    return span ? seminar.own.slice(span.start, span.end) : [];
  });
  if (passages.length === 0) return null;
  return { passages, isChoice: new Set(passages.map(({ segment }) => segment)).size > 1 };
}

/** The passages from one place to another, whichever comes first, in the one seminar that has both. */
function between(seminars: readonly Seminar[], from: Place, to: Place): PassagesAt | null {
  const runs = seminars
    .map((seminar) => {
      const [first, second] = [spanOf(seminar, from), spanOf(seminar, to)];
      if (!first || !second) return [];
      return seminar.own.slice(Math.min(first.start, second.start), Math.max(first.end, second.end));
    })
    .filter((run) => run.length > 0);
  if (runs.length > 1) return { passages: runs.flatMap(([first]) => first ?? []), isChoice: true };
  return runs[0] ? { passages: runs[0], isChoice: false } : null;
}

/** The places, from 0, of some passages of a seminar that follow one another: `start` inclusive, `end` exclusive. */
interface PassageSpan {
  start: number;
  end: number;
}

/** Where the passages at a place start and end in a seminar; null if it has no such place. Nothing may be said on a line. */
function spanOf({ own, ...seminar }: Seminar, place: Place): PassageSpan | null {
  if ('end' in place)
    return place.end === 'first' ? { start: 0, end: 1 } : { start: own.length - 1, end: own.length };
  if ('line' in place) {
    const start = firstFrom(own, place.line);
    const isInside = (own[start - 1]?.lastLine ?? 0) >= place.line;
    return { start: isInside ? start - 1 : start, end: firstFrom(own, place.line + 1) };
  }
  return spanOfWords({ own, ...seminar }, place);
}

/** Where the passages on a line, or with an id, start and end in a seminar; null if there are none. */
function spanOfWords(
  { own, transcript, passages }: Seminar,
  place: Exclude<Place, { end: string }>,
): PassageSpan | null {
  if ('line' in place) {
    const [start, end] = [firstFrom(own, place.line), firstFrom(own, place.line + 1)];
    if (start < end) return { start, end };
    return (own[start - 1]?.lastLine ?? 0) >= place.line ? { start: start - 1, end: start } : null;
  }
  if ('time' in place) return spanAt(own, place.time);
  // A segment is one passage of its id, or several with a number each.
  const first =
    passages.get(`${transcript.id}/${place.id}`) ?? passages.get(`${transcript.id}/${place.id}.1`);
  if (!first) {
    // "Paragraph 12" is where the source is counted in paragraphs, whether or not a segment begins there.
    const number = transcript.unit === 'line' ? undefined : /^p(\d{1,9})$/.exec(place.id)?.[1];
    return number === undefined ? null : spanOfWords({ own, transcript, passages }, { line: Number(number) });
  }
  const isPart = first.id.endsWith(`/${place.id}.1`);
  const start = firstFrom(own, first.line) + own.slice(firstFrom(own, first.line)).indexOf(first);
  let end = start + 1;
  while (isPart && own[end]?.segment === first.segment) end++;
  return { start, end };
}

/**
 * Where the passages are that begin in a second, or else the one that is being said then; before the first, that one. Null
 * without times, and long after the last.
 */
function spanAt(own: readonly Passage[], time: number): PassageSpan | null {
  const first = own.findIndex((passage) => passage.time !== null);
  if (first < 0) return null;
  let [start, end, best, latest] = [first, first + 1, Number.NEGATIVE_INFINITY, 0];
  for (const [at, passage] of own.entries()) {
    if (passage.time === null) continue;
    const second = Math.floor(passage.time);
    latest = Math.max(latest, second);
    if (second > time || second < best) continue;
    // Of those that are said before, only the last one may go on until then.
    if (second > best || second < time) start = at;
    [best, end] = [second, at + 1];
  }
  return time <= latest + AFTER_END ? { start, end } : null;
}

/** The place of the first passage on a line or after it. Passages are in the order of the lines. */
function firstFrom(own: readonly Passage[], line: number): number {
  let [low, high] = [0, own.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((own[middle]?.line ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What a typed id can be, in small letters. */
interface KnownIds {
  /** Of segments, and of passages without their seminar's. */
  forms: ReadonlySet<string>;
  /** Whether the source of any seminar says when something is said. */
  hasTimes: boolean;
  /** By their ids, titles and dates, longest first, so that no name is taken for a part of another. */
  seminars: readonly SeminarName[];
}

/** A name that only one seminar has. */
interface SeminarName {
  name: string;
  /** Where it stands by itself, with what joins it to a place. */
  named: RegExp;
  id: string;
}

/** Made once for each library. */
const knownIds = madeOnce<PassagesById['passages'], KnownIds>(function* (passages) {
  const forms = new Set<string>();
  const seminars = new Map<string, Set<string>>();
  let hasTimes = false;
  const { ofTranscript } = yield* passageLists.steps(passages);
  for (const [transcript, own] of ofTranscript) {
    for (const name of [
      transcript.id,
      ...Object.values(transcript.title),
      transcript.date ?? transcript.id,
    ]) {
      const form = name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
      seminars.set(form, (seminars.get(form) ?? new Set()).add(transcript.id));
    }
    for (const { id, segment, time } of own) {
      hasTimes ||= time !== null;
      for (const form of [segment.id, id.slice(transcript.id.length + 1)]) forms.add(form.toLowerCase());
      yield;
    }
  }
  return { forms, hasTimes, seminars: yield* seminarNames(seminars) };
});

/** Makes, in steps, what reading places in a library and finding what stands there needs. */
export function* placeSteps({ passages }: PassagesById): Steps<void> {
  yield* knownIds.steps(passages);
}

function* seminarNames(byName: ReadonlyMap<string, ReadonlySet<string>>): Steps<SeminarName[]> {
  const names: SeminarName[] = [];
  for (const [name, [id, ...others]] of byName) {
    yield;
    if (id === undefined || others.length > 0) continue;
    const named = new RegExp(`(?<![a-z0-9-])${escapeRegExp(name)}(?![a-z0-9-])(?: ?[/,:·] ?)?`, 'gu');
    names.push({ name, id, named });
  }
  return names.sort((a, b) => b.name.length - a.name.length);
}
