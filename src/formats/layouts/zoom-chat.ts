import type { LabelLayout } from '../format.ts';
import { after, clockAt } from '../labels/clock.ts';

const FROM = /\s{1,4}(?:From|Von|De|Da|来自|來自)\s{1,4}/y;
const TO = /\s{1,4}(?:to|To|an|à|a|发送至|傳送至)\s{1,4}(?=\S)/;
const ENDS = /\s{0,4}[:：]\s{0,4}/;

/** `10:30:05<tab>Ann Lee:<tab>words`, as the file of a recording in the cloud has it. */
const CELLS = /\t([^\t]{1,100}?)\s{0,4}:\t\s{0,4}/y;

/** `10:30:05 From Ann Lee to Everyone: words`; in its new form the words stand in the next line. */
export const zoomChat: LabelLayout = {
  name: 'chat (Zoom)',
  certain: true,
  namesOnly: true,
  labelsIn(parts, at) {
    const text = parts[at]?.text ?? '';
    const head = text.slice(0, 160);
    const clock = clockAt(head, 0);
    if (clock === null) return [];
    CELLS.lastIndex = clock.end;
    const cells = CELLS.exec(head);
    if (cells)
      return [{ start: 0, end: CELLS.lastIndex, name: (cells[1] ?? '').trim(), time: clock.seconds }];
    const from = after(FROM, head, clock.end);
    if (from === clock.end) return [];
    const to = TO.exec(head.slice(from));
    const ends = ENDS.exec(head.slice(from));
    if (to === null && ends === null) return [];
    const nameEnd = from + Math.min(to?.index ?? head.length, ends?.index ?? head.length);
    const end = ends === null ? text.length : from + ends.index + ends[0].length;
    return [{ start: 0, end, name: head.slice(from, nameEnd).trim(), time: clock.seconds }];
  },
};
