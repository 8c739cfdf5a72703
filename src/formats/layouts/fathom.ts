import type { LabelLayout } from '../format.ts';
import { fills, found, lineLabelIn } from './found.ts';

/** `0:01 - Mira Holt` or `@0:01 - Mira Holt (Bridges Ltd)` in a line of its own, then the words: Fathom, tl;dv. */
export const fathom: LabelLayout = {
  name: '0:01 - Name, then the words (Fathom)',
  certain: true,
  labelsIn(parts, at) {
    const label = lineLabelIn(parts[at]);
    return label?.timed === 'before' && !label.colon && fills(label, parts[at]) ? found(label) : [];
  },
};
