import type { SourcePart } from '../../core/transcript/source.ts';
import type { FoundLabel, LabelLayout } from '../format.ts';
import { after, clockAt } from '../labels/clock.ts';
import { lineLabelOf } from '../labels/line-label.ts';
import { TAG_NAME } from '../markdown/tag-name.ts';

const SPACE = /\s{0,30}/y;
const CONTINUES = /(?:\.{2,3}|…)\s{0,9}/y;
/** `<nick> words`; after a time also `< nick> words`, `nick | words` in columns, and `< nick!user@host: words`. */
const NICK = /<[@+%~&]?([^<>\s]{1,40})>\s{0,9}/y;
const TIMED_NICKS = [
  /<\s[@+%~&]?([^<>\s]{1,40})>\s{0,9}/y,
  /[@+%~&]?\s{0,30}([^\s|<>«»*[\]]{1,30}) \|(?:\s{1,4}|$)/y,
  /<\s([^\s!<>*]{1,40})![^\s:]{1,80}:\s{1,4}/y,
];
/** `14:13:10 [nick]` in a line of its own, before the words. */
const NICK_ALONE = /\[([^[\]\s]{1,30})\]$/y;
/** Bots and commands of a W3C meeting, and what a server says of those who come and go. */
const COMMAND =
  /^(?:q[+=?-]|ack\b|clear\s{1,9}agenda|agenda ?[+:?]|agendum|scribe ?(?:nick)?[:：+=]|scribenick|present ?[+=:-]|regrets? ?[+=:-]|chairs?[:：]|meeting[:：]|topic[:：]|subtopic[:：]|date[:：]|previous (?:meeting|minutes)|rrsagent\b|zakim\b|trackbot\b|github[:-]|action ?[:-]|resolution ?[:-]|[+-]1\s{0,9}$|\+[\p{L}_][\w-]{0,30}\s{0,9}$|s\/|i\/|\*|https?:\/\/\S+$|invite\b|rejoin|close |open |take up |next agend|move to |queue\b|vqueue|who is here|make (?:logs|minutes)|draft minutes|end meeting|bye\b)/iu;
const BOT =
  /^(?:rrsagent|zakim|trackbot|gh(?:agent|ursbot)|github-bot|.*[-_]?bot\d?|services|chanserv|meetbot)$/iu;
const EVENT =
  /^(?:(?:\*{1,3}|-!-|--+|==>?|<--|-->|[<>] \*|«[^«»\s]{1,20}»)\s|[→←⇒⇐—*] \S{1,40} (?:joined|quit|left|notes|sees|excuses|is|set|channel|→|#\S{1,40})(?:\s|$))/u;
const LOG_EVENT = /^--- (?:Log (?:opened|closed)|Day changed)\b/u;

const SCRIBE = /^scribe(?:nick)?\s?\+?[:：]?\s{0,9}([\w@, |-]{1,80})$/iu;
const SCRIBES = /^scribe\+\s{0,9}$/iu;

/** `12:58 <nick> words` in the log of a chat, where a scribe writes `Name: words` and goes on with `... words`. */
export const irc: LabelLayout = {
  name: 'chat log (<nick> words)',
  certain: true,
  takesLines: true,
  labelsIn(parts, at) {
    const text = parts[at]?.text ?? '';
    if (isEvent(text)) return [leave(text)];
    const message = messageIn(text) ?? messageBelow(parts, at);
    if (message === null) return [];
    const { nick, from } = message;
    const words = wordsOf(parts, at, message);
    if (BOT.test(nick) || COMMAND.test(words.slice(0, 200))) return [leave(text)];
    const name = scribesIn(parts).has(nameOf(nick)) ? null : nick;
    const more = after(CONTINUES, text, from);
    const named = isScribe(parts, nick) ? namedIn(text, from) : null;
    if (message.alone) {
      const next = parts[at + 1]?.text ?? '';
      const isNamed = isScribe(parts, nick) && namedIn(next, 0) !== null;
      const isSaid = after(CONTINUES, next, 0) === 0 && !isNamed;
      return isSaid ? [{ start: 0, end: text.length, name, time: null }] : [leave(text)];
    }
    if (more > from) return [{ start: 0, end: more, name: null, time: null, goesOn: 'before' }];
    if (named !== null) {
      const otherwise = { name: from === 0 ? null : name, end: from };
      return [{ start: 0, end: from + named.end, name: named.name, time: null, otherwise }];
    }
    return from === 0 ? [] : [{ start: 0, end: from, name, time: null }];
  },
};

interface Message {
  nick: string;
  /** Where its words begin in its part. */
  from: number;
  /** Whether they are in the part below. */
  alone: boolean;
}

/** Who writes a line of a log, and where the words begin; null if it is none. */
function messageIn(text: string): Message | null {
  const head = text.slice(0, 160);
  const clock = clockAt(head, 0);
  const start = clock === null ? 0 : after(SPACE, head, clock.end);
  for (const pattern of clock === null ? [NICK] : [NICK, ...TIMED_NICKS]) {
    pattern.lastIndex = start;
    const nick = pattern.exec(head)?.[1];
    if (nick !== undefined && !TAG_NAME.test(nick)) return { nick, from: pattern.lastIndex, alone: false };
  }
  NICK_ALONE.lastIndex = start;
  const nick = clock === null || clock.end === text.length ? undefined : NICK_ALONE.exec(head)?.[1];
  return nick === undefined ? null : { nick, from: text.length, alone: true };
}

/** The message whose nick stands alone in the part above. */
function messageBelow(parts: readonly SourcePart[], at: number): Message | null {
  const above = messageIn(parts[at - 1]?.text ?? '');
  return above?.alone ? { nick: above.nick, from: 0, alone: false } : null;
}

function wordsOf(parts: readonly SourcePart[], at: number, { from, alone }: Message): string {
  return alone ? (parts[at + 1]?.text ?? '') : (parts[at]?.text ?? '').slice(from);
}

function isEvent(text: string): boolean {
  const clock = clockAt(text.slice(0, 160), 0);
  if (clock === null) return LOG_EVENT.test(text);
  return EVENT.test(text.slice(after(SPACE, text, clock.end)).slice(0, 200));
}

/** `Name: words` within what a scribe writes. */
function namedIn(text: string, from: number): { name: string; end: number } | null {
  const named = lineLabelOf(text.slice(from));
  return named?.colon && named.timed === null && named.end < text.length - from ? named : null;
}

/**
 * Whether a nick writes down what others say, so that `Name: words` are Name's: a scribe, or somebody who goes on with
 * `... words`. Anybody else has written to Name. Where the scribes that a log names write nothing in it, anybody may be one.
 */
function isScribe(parts: readonly SourcePart[], nick: string): boolean {
  const known = writers.get(parts) ?? writersIn(parts);
  writers.set(parts, known);
  return known === 'anybody' || known.has(nameOf(nick));
}

const writers = new WeakMap<readonly SourcePart[], ReadonlySet<string> | 'anybody'>();

function writersIn(parts: readonly SourcePart[]): ReadonlySet<string> | 'anybody' {
  const named = scribesIn(parts);
  const found = new Set<string>();
  for (const [at, { text }] of parts.entries()) {
    const message = messageIn(text) ?? messageBelow(parts, at);
    if (message === null) continue;
    const nick = nameOf(message.nick);
    const goesOn = !message.alone && after(CONTINUES, text, message.from) > message.from;
    if (goesOn || named.has(nick)) found.add(nick);
  }
  return named.size > 0 && found.size === 0 ? 'anybody' : found;
}

const scribes = new WeakMap<readonly SourcePart[], ReadonlySet<string>>();

/** The nicks of those who write down what others say: what they write without a name is nobody's for certain. */
function scribesIn(parts: readonly SourcePart[]): ReadonlySet<string> {
  const known = scribes.get(parts) ?? new Set(parts.flatMap((_, at) => scribeOf(parts, at)));
  scribes.set(parts, known);
  return known;
}

function scribeOf(parts: readonly SourcePart[], at: number): string[] {
  const message = messageIn((parts[at]?.text ?? '').slice(0, 200));
  if (message === null) return [];
  const words = wordsOf(parts, at, message).slice(0, 200);
  const said = SCRIBE.exec(words);
  if (said) return (said[1] ?? '').split(/[\s,]+/u).map(nameOf);
  return SCRIBES.test(words) ? [nameOf(message.nick)] : [];
}

function nameOf(nick: string): string {
  return nick
    .toLowerCase()
    .replace(/^@/, '')
    .replace(/_{1,3}$/, '');
}

function leave(text: string): FoundLabel {
  return { start: 0, end: text.length, name: null, time: null, leftOut: 'command' };
}
