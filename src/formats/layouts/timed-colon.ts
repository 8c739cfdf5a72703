import type { LabelLayout } from '../format.ts';
import { found, lineLabelIn } from './found.ts';

/** `[00:12] Mira Holt: words`, `10:30 AM Mira: words`. */
export const timedColon: LabelLayout = {
  name: '00:12 Name: words',
  certain: true,
  labelsIn(parts, at) {
    const label = lineLabelIn(parts[at]);
    return label?.colon && label.timed === 'before' ? found(label) : [];
  },
};
