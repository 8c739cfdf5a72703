import type { LabelLayout } from '../format.ts';
import { lineLabelIn } from './found.ts';

const MARK = /^(?:>{2,3}|<{2})\s{0,4}(?=\S)/u;
/** At the end of a line of captions, it stands before what the next line has. */
const ALONE = /^>{2,3}$/;
const DASH = /^[-–—]\s{0,4}(?=\S)/u;

/** `>> words`: somebody else speaks, and nobody is named. */
export const changeMark: LabelLayout = {
  name: '>> at each change of speaker',
  certain: true,
  namesNobody: true,
  labelsIn(parts, at) {
    const part = parts[at];
    const head = part?.text.slice(0, 12) ?? '';
    const mark = MARK.exec(head) ?? (part?.time == null ? null : ALONE.exec(head));
    return mark ? [{ start: 0, end: mark[0].length, name: null, time: null }] : [];
  },
};

/** `- words` at the start of a line: a dialogue, in captions. A dash before a name is part of its label. */
export const dialogueDash: LabelLayout = {
  name: 'a dash at each change of speaker',
  namesNobody: true,
  labelsIn(parts, at) {
    const text = parts[at]?.text ?? '';
    const mark = DASH.exec(text.slice(0, 12));
    if (!mark || lineLabelIn(parts[at])?.colon) return [];
    return [{ start: 0, end: mark[0].length, name: null, time: null }];
  },
};
