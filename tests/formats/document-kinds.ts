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
];
