import type { LabelLayout } from '../format.ts';
import { found, lineLabelIn } from './found.ts';

/** `Mira Holt: words`, `Mira Holt:` with the words in the next line, `Mira: [00:12] words`. */
export const nameColon: LabelLayout = {
  name: 'Name: words',
  labelsIn(parts, at) {
    const label = lineLabelIn(parts[at]);
    return label?.colon && (label.timed === null || label.timed === 'behind') ? found(label) : [];
  },
};
