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
  {
    kind: 'a list of references after what is said',
    text: `Mira Holt: We built it of wood.

Ole Berg: And of steel.

Mira Holt: Yes. Good night.

References:
Smith, J.: Steel and wood. Oxford 2001.
Berg, O., Holt, M.: Piers. Bergen 2011.`,
    turns: ['Mira Holt=We', 'Ole Berg=And', 'Mira Holt=Yes'],
    leftOut: ['References', 'Smith', 'Berg'],
  },
  {
    kind: 'minutes that say who presents, with links below',
    text: `# 11 March Notes

| Mira Kovač | MKC | Igalia |
| Jordan Bell | JBL | Steel |

## Opening

Presenter: Mira Kovač (MKC)

MKC: Good morning. We begin.

SNR: I see no slides.

## Temporal

Presenter: Jordan Bell (JBL)

- [proposal](https://example.org/temporal)
- [slides](https://example.org/slides)

JBL: So, three fixes.

MKC: Fine.`,
    turns: ['MKC=Good', 'SNR=I see', 'JBL=So', 'MKC=Fine'],
    leftOut: ['11', 'Mira', 'Jordan', 'Opening', 'Presenter', 'Temporal', 'Presenter', 'proposal', 'slides'],
  },
  {
    kind: 'minutes with an agenda between what is said',
    text: `Lotte Meyer: Any comments on the agenda?

2. draft-bridge-core (Erin Fox, 20 min)

Erin Fox presenting slides.

The pier is new.

Erin Fox: We changed the pier.

Lotte Meyer: Is it wide?

Erin Fox: It is.`,
    turns: ['Lotte Meyer=Any', '?=The pier', 'Erin Fox=We', 'Lotte Meyer=Is', 'Erin Fox=It'],
    leftOut: ['2. draft', 'Erin Fox presenting'],
  },
  {
    kind: 'interview on a page, with what stands around it',
    text: `MR. HOLT: Good afternoon.

By Siri Dahl | June 3, 2025 | 6 min read

Q    Is it open?

MR. HOLT: It is.

[End of tape 1]

Q    Since when?

MR. HOLT: Since May.

END  1:31 P.M. EDT

Share this article`,
    turns: ['MR. HOLT=Good', 'Q=Is', 'MR. HOLT=It', 'Q=Since', 'MR. HOLT=Since'],
    leftOut: ['By Siri', '[End', 'END', 'Share'],
  },
  {
    kind: 'a presenter who speaks',
    text: `Presenter: can you hear us well

Host: yes we do hear you

Presenter: So there are three piers.

Host: Go on.`,
    turns: ['Presenter=can', 'Host=yes', 'Presenter=So there are three', 'Host=Go'],
    leftOut: [],
  },
];
