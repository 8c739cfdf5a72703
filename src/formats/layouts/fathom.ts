import type { LabelLayout } from '../format.ts';
import { fills, found, lineLabelIn } from './found.ts';

/** What Fathom writes between the words, with a link to the moment. */
const ACTION =
  /^(?:ACTION ITEM|SCREEN SHARING|HIGHLIGHT|QUESTION|INSIGHT|FEEDBACK|OBJECTION|BOOKMARK)\b[^\n]{0,2000}\bWATCH: https?:/u;

/** `0:01 - Mira Holt` or `@0:01 - Mira Holt (Bridges Ltd)` in a line of its own, then the words: Fathom, tl;dv. */
export const fathom: LabelLayout = {
  name: '0:01 - Name, then the words (Fathom)',
  certain: true,
  labelsIn(parts, at) {
    const text = parts[at]?.text ?? '';
    if (ACTION.test(text)) return [{ start: 0, end: text.length, name: null, time: null, leftOut: 'note' }];
    const label = lineLabelIn(parts[at]);
    return label?.timed === 'before' && !label.colon && fills(label, parts[at]) ? found(label) : [];
  },
};
