import { decodeHTMLStrict } from 'entities/decode';
import type { Steps } from '../core/steps.ts';
import type { Cue } from './cues.ts';

/** What one voice says on one line of a caption, without markup. */
export interface CueWords {
  place: number;
  text: string;
  /** Whom a voice tag names. */
  label: string | null;
  /** Whether times are inside of the line: it is shown word by word, and thus new. */
  isTimed: boolean;
}

/**
 * The tags of captions, with `c`, `lang` and so on in WebVTT, those of HTML that some players know, times between words, and
 * what is left of the tags of SubStation Alpha. Anything else in brackets is words: "<inaudible>", "a < b".
 */
const MARKUP =
  /<(\/?)(v|c|i|b|u|s|lang|ruby|rt|font|span|p|br|div|em|strong|big|small|center)(?=[\s./>])([^<>]*)>|<(\d[\d:.,]*)>|\{\\[^{}]*\}|\{\/?[biu]\}|\{[cfopsy]:[^{}]*\}|\\[Nh]/gi;
/** What may follow the name of a tag: "<b and c>" is none. */
const REST = /^(?:\s*\/?$|\.|\s[^=]*=)/;

/** Where somebody else goes on in the middle of a line: `That is true. >> Is it?` */
const CHANGE = / (?=>{2,3}(?: |$))/;

/** So many lines, or changes of voice, are read at once. */
const AT_ONCE = 200;

/** Reads the lines of a caption. A voice tag holds until it ends, on the next lines too. */
export function* wordSteps(cue: Cue): Steps<CueWords[]> {
  const reader = new CueTextReader();
  for (const [at, { place, text }] of cue.lines.entries()) {
    yield* reader.takeSteps(place, text);
    if (at % AT_ONCE === AT_ONCE - 1) yield;
  }
  return reader.found;
}

class CueTextReader {
  readonly found: CueWords[] = [];
  private label: string | null = null;
  private isAnnotation = false;
  private text = '';
  /** Rev's sign that somebody else speaks, where a voice has no name. */
  private sign = '';
  private isTimed = false;

  *takeSteps(place: number, line: string): Steps<void> {
    let from = 0;
    // A line break in SubStation Alpha; in the path of a file it is none.
    const isPath = line.includes(':\\');
    let count = 0;
    for (const match of line.matchAll(MARKUP)) {
      count += 1;
      if (count % AT_ONCE === 0) yield;
      if (!isMarkup(match, isPath)) continue;
      this.add(line.slice(from, match.index));
      from = match.index + match[0].length;
      this.apply(match, place);
    }
    this.add(line.slice(from));
    this.end(place);
  }

  private apply([all, slash, name, rest = '', time]: RegExpExecArray, place: number): void {
    const tag = name?.toLowerCase();
    if (time !== undefined) this.isTimed = true;
    if (tag === 'rt') this.isAnnotation = slash === '';
    if (tag === 'ruby') this.isAnnotation = false;
    if (tag === 'br' || tag === 'p' || tag === 'div' || all.startsWith('\\')) this.add(' ');
    if (tag !== 'v') return;
    this.end(place);
    const voice = slash === '' ? plain(/^\S*\s(.*)$/s.exec(rest)?.[1] ?? '') : '';
    this.label = WORD.test(voice) ? voice : null;
    this.sign = voice === '-' ? '- ' : '';
  }

  private add(text: string): void {
    if (!this.isAnnotation) this.text += text;
  }

  private end(place: number): void {
    const text = plain(this.text);
    const { label, sign, isTimed } = this;
    this.text = '';
    this.isTimed = false;
    if (text === '') return;
    for (const said of (sign + text).split(CHANGE)) this.found.push({ place, text: said, label, isTimed });
    this.sign = '';
  }
}

function isMarkup({ 0: all, 2: name, 3: rest = '' }: RegExpExecArray, isPath: boolean): boolean {
  if (all.startsWith('\\')) return !isPath && /^\\[Nh]$/.test(all);
  return name === undefined || /^(?:v|lang|rt)$/i.test(name) || REST.test(rest);
}

const WORD = /[\p{L}\p{N}]/u;
/** Signs that nobody sees, some of which players put where a line would be empty. Joiners inside of words stay. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a file may have them.
  /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const BLANK = /[\s\u0085]+/g;

/** Text without entities and unseen signs, in one line. */
function plain(text: string): string {
  const decoded = text.includes('&') ? decodeHTMLStrict(text) : text;
  return decoded.replace(UNSEEN, '').replace(BLANK, ' ').trim();
}
