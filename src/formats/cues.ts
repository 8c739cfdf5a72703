import { secondsOf } from '../core/language/clock-time.ts';
import type { Steps } from '../core/steps.ts';
import type { Note } from './format.ts';

/** A line of a file, with its number from 1. */
export interface Line {
  place: number;
  text: string;
}

/** A caption, as its file has it: what it says is still with its markup. */
export interface Cue {
  /** What stands over its times: a number, an id, in some files the speaker. */
  id: Line | null;
  /** The line of its times. */
  place: number;
  /** In seconds from the start of the recording. */
  start: number;
  end: number;
  /** Lines with something on them. */
  lines: readonly Line[];
}

/** A file of captions. */
export interface CueFile {
  cues: readonly Cue[];
  /** The lines before the first caption, but for its id; comments and styles not among them. */
  head: readonly Line[];
  /** The lines of NOTE blocks. */
  comments: readonly Line[];
  notes: readonly Note[];
}

/** What WebVTT has and SRT has not: blocks that are no captions, and ids that are no numbers. */
export type CueKind = 'webvtt' | 'srt';

const LINE_END = /\r\n?|\n/g;
/**
 * Two full times with an arrow between them. Hours may be missing if there is a fraction, and minutes as well in a plain
 * `0.000 --> 3.480`. Translating programs put spaces after colons and take away a hyphen.
 */
const TIMES =
  /^\s*(?:(?:(\d{1,9}): ?)?(\d{1,2}): ?)?(\d{1,6})(?: ?[.,:] ?(\d{1,6}))?\s*(?:--?-? ?>|[–—]>|→|,(?=\d))\s*(?:(?:(\d{1,9}): ?)?(\d{1,2}): ?)?(\d{1,6})(?: ?[.,:] ?(\d{1,6}))?(?:\s(.*))?$/s;
const SBV = /^\d{1,3}:\d\d:\d\d\.\d{3},\d{1,3}:\d\d:\d\d\.\d{3}\s*$/;
const SETTING = /^[a-z][\w-]*:\S+$/i;
const NUMBER = /^#?\d+\.?$/;
/** The ids of Stream and Teams: a GUID, in Teams with a number and a part of it, `…/15-0`. */
const GUID = /^(?:\{?[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\b|[^\s/]+\/\d+-\d+$)/i;
const BLOCK = /^(?:NOTE(?=$|\s)|(?:STYLE|REGION)\s*$)/;
/** How the second line of a STYLE or REGION block begins: where a word of that name might be said. */
const BLOCK_CONTENT = /^\s*(?:::cue|@|\/\*|[a-z]+\s*[:=])/;

/** The lines of a text, in order. An empty one is at the end of a text that ends with a line break. */
export function* linesOf(text: string): Generator<Line, void> {
  let place = 1;
  let from = 0;
  for (const { 0: end, index } of text.matchAll(LINE_END)) {
    yield { place, text: text.slice(from, index) };
    place += 1;
    from = index + end.length;
  }
  yield { place, text: text.slice(from) };
}

/** When a caption is shown, if a line says so and nothing before it. */
export interface Times {
  /** In seconds. */
  start: number;
  end: number;
  /** What follows on the line, if it is no settings: words of the caption. */
  rest: string;
}

/** The times on a line that consists of two full ones with an arrow between them; null for any other line. */
export function timesIn(line: string): Times | null {
  // Most lines have neither an arrow nor what YouTube's .sbv has.
  const found = /[>→]/.test(line) || SBV.test(line) ? TIMES.exec(line) : null;
  if (!found) return null;
  // What is said may have an arrow between two numbers.
  if ((found[2] === undefined || found[6] === undefined) && !line.includes('-->')) return null;
  const start = seconds(found, 1);
  const end = seconds(found, 5);
  const after = (found[9] ?? '').trim();
  const isSettings = after.split(/\s+/).every((token) => SETTING.test(token));
  return start === null || end === null ? null : { start, end, rest: isSettings ? '' : after };
}

function seconds(found: RegExpExecArray, from: number): number | null {
  const [hours, minutes, whole, fraction] = found.slice(from, from + 4);
  // "10:30" may be a time of day, or a verse, and "10" anything.
  if (hours === undefined && fraction === undefined) return null;
  if (minutes !== undefined && (whole ?? '').length > 2) return null;
  const milliseconds = Math.round(Number(`0.${fraction ?? 0}`) * 1000);
  // Whole numbers are added: 9 + 0.476 is not 9.476.
  return (secondsOf(hours, minutes, whole) * 1000 + milliseconds) / 1000;
}

/** So many lines are read at once. */
const LINES_AT_ONCE = 200;

/**
 * Divides a file into its captions. What stands between the times of two is the first one's, even after an empty line, but
 * for the id of the second, and comments: no line of words is lost, whatever is wrong with a file.
 */
export function* cueSteps(text: string, kind: CueKind): Steps<CueFile> {
  const reader = new CueReader(kind);
  let before: Line | undefined;
  for (const line of linesOf(text)) {
    if (before) reader.take(before, line);
    before = line;
    if (line.place % LINES_AT_ONCE === 0) yield;
  }
  if (before) reader.take(before, undefined);
  yield;
  return yield* reader.fileSteps();
}

interface OpenCue extends Times {
  id: Line | null;
  place: number;
}

class CueReader {
  private readonly cues: Cue[] = [];
  private readonly head: Line[] = [];
  private readonly comments: Line[] = [];
  private readonly strays: number[] = [];
  private open: OpenCue | null = null;
  /** All lines since the last times, empty ones too: the last of them may be the next caption's id. */
  private lines: Line[] = [];
  private isComment = false;
  private readonly kind: CueKind;

  constructor(kind: CueKind) {
    this.kind = kind;
  }

  take(line: Line, next: Line | undefined): void {
    const times = timesIn(line.text);
    if (times) {
      this.isComment = false;
      const id = this.takeId();
      this.close();
      this.open = { ...times, id, place: line.place };
      this.lines = times.rest === '' ? [] : [{ place: line.place, text: times.rest }];
      return;
    }
    if (this.startsComment(line, next)) this.isComment = true;
    if (isEmpty(line)) this.isComment = false;
    if (this.isComment) this.comments.push(line);
    else this.lines.push(line);
  }

  *fileSteps(): Steps<CueFile> {
    this.close();
    const { head, comments } = this;
    const cues = yield* wordsForIdsSteps(this.cues);
    return { cues, head, comments, notes: this.notes() };
  }

  private startsComment(line: Line, next: Line | undefined): boolean {
    const last = this.lines.at(-1);
    if (this.kind !== 'webvtt' || this.isComment) return false;
    if (last ? !isEmpty(last) && !isHead(last) : !this.isUnderNothing(line)) return false;
    if (this.open !== null && isHead(line)) return true;
    if (!BLOCK.test(line.text)) return false;
    return line.text.startsWith('NOTE') || this.open === null || BLOCK_CONTENT.test(next?.text ?? '');
  }

  /** Takes what stands directly over a line of times off the lines before, if it is an id. */
  private takeId(): Line | null {
    const last = this.lines.findLastIndex((line) => !isEmpty(line));
    const line = this.lines[last];
    if (!line || isHead(line)) return null;
    const before = this.lines[last - 1];
    const isUnder = last < this.lines.length - 1;
    // What is directly under times is words, as WebVTT has it, unless a caption is empty and no empty line follows.
    const isBlock = before === undefined ? this.isUnderNothing(line) : isEmpty(before) || isHead(before);
    const isId = isUnder ? isBlock && this.isExpected(line) : this.isId(line, isBlock);
    if (!isId) return null;
    this.lines.length = last;
    return line;
  }

  private isUnderNothing({ place }: Line): boolean {
    return this.open === null || place > this.open.place + 1;
  }

  private isId(line: Line, isBlock: boolean): boolean {
    const written = line.text.trim();
    if (isBlock) return this.kind === 'webvtt' || isPlainId(written) || isSpeaker(written);
    if (GUID.test(written) || this.isExpected(line)) return true;
    // A caption was taken out, and its number with it.
    const isFirst = this.lines.length === 1;
    return !isFirst && NUMBER.test(written) && this.open?.id != null && NUMBER.test(this.open.id.text.trim());
  }

  /** Whether a line goes on counting, or is another id that nobody says. */
  private isExpected({ text }: Line): boolean {
    const written = text.trim();
    if (GUID.test(written)) return true;
    if (!NUMBER.test(written)) return false;
    if (this.open === null) return numberOf(written) <= 1;
    return this.open.id !== null && numberOf(this.open.id.text) + 1 === numberOf(written);
  }

  private close(): void {
    if (this.open === null) {
      for (const line of this.lines) if (!isEmpty(line)) this.head.push(line);
      return;
    }
    const { id, place, start, end } = this.open;
    const lines = this.lines.filter((line) => !isEmpty(line));
    const stray = strayIn(this.lines);
    if (stray !== null) this.strays.push(stray);
    this.cues.push({ id, place, start, end, lines });
  }

  private notes(): Note[] {
    const notes = this.strays.map((place) => ({ place, text: STRAY }));
    const [first] = this.strays;
    if (first === undefined || notes.length <= MOST_NOTES) return notes;
    return [{ place: first, text: `${STRAY} The same is so in ${notes.length - 1} more captions.` }];
  }
}

const STRAY =
  'Text after an empty line inside of a caption, or between two: read as words of the caption before it.';
/** More places than this are a habit of the file's, and no slip. */
const MOST_NOTES = 20;

const isPlainId = (id: string) => NUMBER.test(id) || GUID.test(id);
const numberOf = (id: string) => Number.parseInt(id.replace('#', ''), 10);
const isEmpty = ({ text }: Line) => text.trim() === '';
/** The first line of WebVTT. It comes again where files were joined. */
export const HEAD = /^\s*WEBVTT(?=\s|$)/;
const isHead = ({ text }: Line) => HEAD.test(text);

/** The first line of a caption's that follows an empty line, where others precede that. */
function strayIn(lines: readonly Line[]): number | null {
  const first = lines.findIndex((line) => !isEmpty(line));
  const empty = first === -1 ? -1 : lines.findIndex((line, at) => at > first && line.text === '');
  return empty === -1 ? null : (lines.find((line, at) => at > empty && !isEmpty(line))?.place ?? null);
}

const QUOTED_SPEAKER = /^\d+ "([^"]*)"(?: \(\d+\))?$/;
const NUMBERED_SPEAKER = /^speaker[ _]?\d+$/i;
const isSpeaker = (id: string) => QUOTED_SPEAKER.test(id) || NUMBERED_SPEAKER.test(id);

/**
 * Whom the ids of captions name, in files whose ids do: `1 "Mira Holt" (3012)` in those of Webex, `Speaker 1`, or any text
 * that comes again and again, as no id does.
 * @returns gives the name for an id; null if it has none
 */
export function* speakersInIdsSteps(cues: readonly Cue[]): Steps<(id: Line | null) => string | null> {
  const others = new Set<string>();
  let count = 0;
  for (const [at, { id }] of cues.entries()) {
    const written = id?.text.trim() ?? '';
    if (at % LINES_AT_ONCE === 0) yield;
    if (written === '' || isPlainId(written) || isSpeaker(written)) continue;
    others.add(written);
    count += 1;
  }
  const areNames = count > 1 && others.size <= count / 2;
  return (id) => {
    const written = id?.text.trim() ?? '';
    const quoted = QUOTED_SPEAKER.exec(written);
    if (quoted) return quoted[1]?.trim() || null;
    const isName = written !== '' && !isPlainId(written);
    return isName && (areNames || isSpeaker(written)) ? written : null;
  };
}

/** At most this share of captions has an id if ids are not what the file has. */
const RARE = 0.2;

/** Where hardly any caption has an id, one of several words is what was said before it, without the empty line after. */
function* wordsForIdsSteps(cues: Cue[]): Steps<Cue[]> {
  const named: number[] = [];
  for (const [at, { id }] of cues.entries()) {
    const written = id?.text.trim() ?? '';
    if (/ /.test(written) && !isSpeaker(written) && !GUID.test(written)) named.push(at);
    if (at % LINES_AT_ONCE === 0) yield;
  }
  if (named.length > RARE * cues.length) return cues;
  for (const at of named) {
    const [before, cue] = [cues[at - 1], cues[at]];
    if (!before || !cue?.id) continue;
    cues[at - 1] = { ...before, lines: [...before.lines, cue.id] };
    cues[at] = { ...cue, id: null };
  }
  return cues;
}
