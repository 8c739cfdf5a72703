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
          otherwise: { name: nick[1] ?? '', end: said },
        },
      ];
    }
    return [{ start: 0, end: said, name: nick[1] ?? '', time: null }];
  },
};

function leave(text: string): FoundLabel {
  return { start: 0, end: text.length, name: null, time: null, leftOut: 'command' };
}
