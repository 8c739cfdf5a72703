import type { LabelLayout } from '../format.ts';
import { found, lineLabelIn } from './found.ts';

/** `Mira Holt (00:12): words`, or the words in the next line: Rev, Descript, Riverside. */
export const rev: LabelLayout = {
  name: 'Name (00:12): words (Rev)',
  certain: true,
  labelsIn(parts, at) {
    const label = lineLabelIn(parts[at]);
    return label?.colon && label.timed === 'after' ? found(label) : [];
  },
};

/** `Mira Holt [00:12] words`, without a colon. */
export const timeInside: LabelLayout = {
  name: 'Name [00:12] words',
  certain: true,
  labelsIn(parts, at) {
    const label = lineLabelIn(parts[at]);
    return label?.timed === 'after' && !label.colon ? found(label) : [];
  },
};
