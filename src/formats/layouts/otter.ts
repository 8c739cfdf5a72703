import type { LabelLayout } from '../format.ts';
import { fills, found, lineLabelIn } from './found.ts';

/** `Mira Holt  0:05  ` in a line of its own, then the words: Otter, Teams, Slack, Zoom. */
export const otter: LabelLayout = {
  name: 'Name 0:05, then the words (Otter, Teams)',
  certain: true,
  labelsIn(parts, at) {
    const label = lineLabelIn(parts[at]);
    return label?.timed === 'after' && !label.colon && fills(label, parts[at]) ? found(label) : [];
  },
};
