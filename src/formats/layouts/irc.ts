import type { SourcePart } from '../../core/transcript/source.ts';
import type { FoundLabel, LabelLayout } from '../format.ts';
import { after, clockAt } from '../labels/clock.ts';
import { lineLabelOf } from '../labels/line-label.ts';

const SPACE = /\s{0,9}/y;
const NICK = /<[@+%~&]?([^<>\s]{1,40})>\s{0,9}/y;
const CONTINUES = /(?:\.{2,3}|…)\s{0,9}/y;
/** Bots and commands of a W3C meeting, and what a server says of those who come and go. */
const COMMAND =
  /^(?:q[+=?-]|ack\b|agenda ?[+:?]|agendum|scribe ?(?:nick)?[:：+=]|scribenick|present ?[+=:-]|regrets ?[+=:-]|chairs?[:：]|meeting[:：]|topic[:：]|subtopic[:：]|date[:：]|previous (?:meeting|minutes)|rrsagent\b|zakim\b|trackbot\b|github[:-]|action ?[:-]|resolution ?[:-]|\+1\b|-1\b|s\/|i\/|\*|https?:\/\/\S+$|invite\b|rejoin|close |open |take up |next agend|move to |queue\b|vqueue|who is here|make (?:logs|minutes)|draft minutes|end meeting|bye\b)/iu;
const BOT =
  /^(?:rrsagent|zakim|trackbot|gh(?:agent|ursbot)|github-bot|.*[-_]?bot\d?|services|chanserv|meetbot)$/iu;
const EVENT = /^(?:\*|-!-|--+|==>?|<--|-->)\s/;

const SCRIBE = /<([^<>\s]{1,40})>\s{1,9}scribe(?:nick)?\s?\+?[:：]?\s{0,9}([\w@, |-]{1,80})$/iu;
const SCRIBES = /<([^<>\s]{1,40})>\s{1,9}scribe\+\s{0,9}$/iu;

/** `12:58 <nick> words` in the log of a chat, where a scribe writes `Name: words` and goes on with `... words`. */
export const irc: LabelLayout = {
  name: 'chat log (<nick> words)',
  certain: true,
  labelsIn(parts, at) {
    const text = parts[at]?.text ?? '';
    const head = text.slice(0, 160);
    const clock = clockAt(head, 0);
    const start = clock === null ? 0 : after(SPACE, head, clock.end);
    if (clock !== null && EVENT.test(head.slice(start))) return [leave(text)];
    NICK.lastIndex = start;
    const nick = NICK.exec(head);
    if (!nick) return [];
    const said = NICK.lastIndex;
    if (BOT.test(nick[1] ?? '') || COMMAND.test(text.slice(said, said + 200))) return [leave(text)];
    const speaker = { name: scribesIn(parts).has(nameOf(nick[1])) ? null : (nick[1] ?? ''), time: null };
    const more = after(CONTINUES, head, said);
    if (more > said) return [{ start: 0, end: more, name: null, time: null, goesOn: 'before' }];
    const named = lineLabelOf(text.slice(said));
    if (named?.colon && named.timed === null && named.end < text.length - said) {
      return [
        {
          start: 0,
          end: said + named.end,
          name: named.name,
          time: null,
          otherwise: { name: speaker.name, end: said },
        },
      ];
    }
    return [{ start: 0, end: said, ...speaker }];
  },
};

const scribes = new WeakMap<readonly SourcePart[], ReadonlySet<string>>();

/** The nicks of those who write down what others say: what they write without a name is nobody's for certain. */
function scribesIn(parts: readonly SourcePart[]): ReadonlySet<string> {
  const known = scribes.get(parts) ?? new Set(parts.flatMap(({ text }) => scribeOf(text)));
  scribes.set(parts, known);
  return known;
}

function scribeOf(text: string): string[] {
  const said = SCRIBE.exec(text.slice(0, 200));
  if (said) return (said[2] ?? '').split(/[\s,]+/u).map(nameOf);
  const own = SCRIBES.exec(text.slice(0, 200));
  return own ? [nameOf(own[1])] : [];
}

function nameOf(nick: string | undefined): string {
  return (nick ?? '')
    .toLowerCase()
    .replace(/^@/, '')
    .replace(/_{1,3}$/, '');
}

function leave(text: string): FoundLabel {
  return { start: 0, end: text.length, name: null, time: null, leftOut: 'command' };
}
