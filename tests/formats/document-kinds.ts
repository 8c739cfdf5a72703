import type { Kind } from './label-kinds.ts';

export const DOCUMENT_KINDS: readonly Kind[] = [
  {
    kind: 'hearing, where a name is broken at the end of a line',
    text: `  The CHAIRMAN. The committee will come to order.
  Ms. ORTIZ. Mr. Brandt, did you read the report?
  Mr. BRANDT. I did.
  The CHAIRMAN. The time of the gentlewoman has expired.
  Dr. SAL-
AZAR. May I add something?
  The CHAIRMAN. Briefly.
  Dr. SALAZAR. They broke.`,
    turns: [
      'The CHAIRMAN=The committee',
      'Ms. ORTIZ=Mr.',
      'Mr. BRANDT=I did',
      'The CHAIRMAN=The time',
      '?=Dr. SAL-',
      '?=AZAR. May I',
      'The CHAIRMAN=Briefly',
      'Dr. SALAZAR=They',
    ],
  },
  {
    kind: 'log of irssi, with nicks in columns',
    text: `14:01 < ann> hi all
14:01 -!- dora [~d@host] has joined #bridge
14:02 <@bob_> did you see the failure?
14:02 *** carl (~carl@host) has joined #bridge
14:03 < ann> yes: it is the pier
14:05 < dora> ok`,
    turns: ['ann=hi', 'bob_=did', 'ann=yes: it', 'dora=ok'],
    leftOut: ['14:01 -!-', '14:02 ***'],
  },
  ...['#', 'Annual Forum   Page #', '#    Annual Forum', 'Annual Forum 2026', 'Annual Bridge Forum'].map(
    (head): Kind => ({
      kind: `pages of few lines under the head ${head}`,
      text: `BO CHAN: Good evening.\n\n${[1, 2, 3, 4]
        .map(
          (page) => `ANN LEE: In spring we came here, and the river was so high that nobody
could see the piers of the bridge, which

${head.replace('#', String(page))}

were under water for months.

BO CHAN: We saw it.`,
        )
        .join('\n\n')}`,
      turns: ['BO CHAN=Good', ...[1, 2, 3, 4].flatMap(() => ['ANN LEE=In', 'BO CHAN=We'])],
      leftOut: [1, 2, 3, 4].map((page) => head.replace('#', String(page))),
    }),
  ),
  {
    kind: 'proceedings with the number of one page',
    text: `  Mr. BRANDT. I did.
  Ms. ORTIZ. And?
  Mr. BRANDT. We did not.

                              page 12

  Ms. ORTIZ. Who decided that?`,
    turns: ['Mr. BRANDT=I', 'Ms. ORTIZ=And', 'Mr. BRANDT=We', 'Ms. ORTIZ=Who'],
    leftOut: ['page 12'],
  },
];
