import { isSameLanguage, type Locale, localeOfTag } from '../core/language/locale.ts';
import { runYielding, type Steps } from '../core/steps.ts';
import { type SourcePart, sourceSteps } from '../core/transcript/source.ts';
import { wordSteps } from './cue-text.ts';
import {
  type Cue,
  type CueFile,
  type CueKind,
  cueSteps,
  HEAD,
  linesOf,
  speakersInIdsSteps,
  timesIn,
} from './cues.ts';
import { type Container, type Facts, FormatError, type Note, type OpenedSource } from './format.ts';
import { newWordSteps, type Shown } from './rolling.ts';

/** A container for captions of one kind. */
export function captionsOf(kind: CueKind, name: string): Container {
  return {
    id: kind,
    name,
    recognises: ({ text }) => text !== null && kindOf(text) === kind,
    read: async ({ text }) => {
      if (text === null) throw new FormatError(`This is no text, so it cannot be read as ${name}.`);
      return runYielding(captionSteps(text, kind, name));
    },
  };
}

/** Captions begin in the first lines of a file; before them are a title and the like. Both are counted without empty lines. */
const FIRST_LINES = 200;
const MOST_BEFORE = 20;
/** Further down, nobody looks for the first times, whatever stands before them. */
const MOST_LOOKED_AT = 20_000;
/** The number or id of a caption and its times. */
const LINES_OVER_WORDS = 2;

/** What may stand in WebVTT without any captions, of a recording in which nobody speaks. */
const NO_WORDS = /^(?:NOTE|STYLE|REGION|[\w-]+\s*[:=])/;

/** Which kind of captions a text has; null if it has none. */
function kindOf(text: string): CueKind | null {
  const top = topOf(text);
  const [head = '', ...others] = top;
  const first = top.findIndex((line) => timesIn(line) !== null);
  if (HEAD.test(head)) return first !== -1 || others.every((line) => NO_WORDS.test(line)) ? 'webvtt' : null;
  if (first === -1 || first > MOST_BEFORE) return null;
  // A text about captions may show one. A file of them has more, or nothing else.
  const more = top.findIndex((line, at) => at > first && timesIn(line) !== null);
  if (first >= LINES_OVER_WORDS && more === -1) return null;
  const isNumbered = /^\s*\d+\s*$/.test(top[first - 1] ?? '');
  return isNumbered || /^[^>]*,\d/.test(top[first] ?? '') ? 'srt' : 'webvtt';
}

/** The first lines with something on them; under the first line of WebVTT, all up to the first times. */
function topOf(text: string): string[] {
  const top: string[] = [];
  for (const line of linesOf(text)) {
    if (line.text.trim() !== '') top.push(line.text);
    const isDone = HEAD.test(top[0] ?? '') ? timesIn(line.text) !== null : top.length === FIRST_LINES;
    if (isDone || line.place > MOST_LOOKED_AT) break;
  }
  return top;
}

function* captionSteps(text: string, kind: CueKind, name: string): Steps<OpenedSource> {
  const file = yield* cueSteps(text, kind);
  const shown: Shown[] = [];
  const speakerOf = yield* speakersInIdsSteps(file.cues);
  for (const [at, cue] of file.cues.entries()) {
    const speaker = speakerOf(cue.id);
    const words = yield* wordSteps(cue);
    if (speaker !== null) for (const word of words) word.label ??= speaker;
    shown.push({ start: cue.start, end: cue.end, words });
    if (at % CAPTIONS_AT_ONCE === 0) yield;
  }
  const parts: SourcePart[] = [];
  const groups: number[] = [];
  for (const [at, words] of (yield* newWordSteps(shown)).entries()) {
    if (words.length > 0) groups.push(parts.length);
    for (const { place, text: said, label, time } of words) parts.push({ place, text: said, label, time });
    if (at % CAPTIONS_AT_ONCE === 0) yield;
  }
  if (parts.length === 0) {
    const seen = file.cues.length === 0 ? 'no captions' : 'captions, but no words in them';
    throw new FormatError(
      `This ${name} file has ${seen}. Look whether it was saved before the recording was written out.`,
    );
  }
  const notes = [...file.notes, ...backwardsIn(file.cues)];
  yield;
  return { source: yield* sourceSteps('line', parts, ' '), facts: factsOf(file), notes, groups };
}

const CAPTIONS_AT_ONCE = 100;

/** Where the times go back, if they do: files were joined, or captions are not in their order. */
function backwardsIn(cues: readonly Cue[]): Note[] {
  const back = cues.filter(({ start }, at) => start < (cues[at - 1]?.start ?? 0));
  const [first] = back;
  if (!first) return [];
  const more = back.length === 1 ? '' : ` The same happens ${back.length - 1} more times.`;
  return [
    {
      place: first.place,
      text: `The times go back here. The captions stay in the order of the file.${more}`,
    },
  ];
}

const LANGUAGE = /(?:^|;)\s*(?:X-)?language\s*[:=]\s*([a-z][\w-]*)/i;
const TITLE = /^title\s*[:=]\s*(.*)/i;
/** What stands after WEBVTT and is no title. */
const NO_TITLE =
  /^(?:file$|kind\s*:|language\s*:|x-|v?\d+(?:\.\d+)*$)|\b(?:generated|created|exported|produced|converted) (?:by|with|from|on)\b|https?:/i;

function factsOf({ head, comments }: CueFile): Facts {
  const lines = head.map(({ text }) => text.trim());
  const first = HEAD.test(lines[0] ?? '') ? (lines.shift() ?? '').slice('WEBVTT'.length) : '';
  const notes = comments.map(({ text }) => text.trim().replace(/^NOTE\s*/, ''));
  const written = first.replace(/^[\s:\u2013\u2014-]+/, '');
  const title = [NO_TITLE.test(written) ? '' : written, ...lines.map((line) => TITLE.exec(line)?.[1] ?? '')]
    .map((found) => found.trim())
    .find((found) => found !== '');
  const tag = [first, ...lines, ...notes].map((line) => LANGUAGE.exec(line)?.[1]).find((found) => found);
  const language = tag === undefined ? undefined : ourLanguage(tag);
  return { ...(title !== undefined && { title }), ...(language && { language }) };
}

/** One of our languages, if a tag names it; any other is none of them. */
function ourLanguage(written: string): Locale | undefined {
  const tag = written.replaceAll('_', '-');
  return ['en', 'zh'].some((ours) => isSameLanguage(ours, tag)) ? localeOfTag(tag) : undefined;
}
