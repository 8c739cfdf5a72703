import type { Kind } from './label-kinds.ts';

/** Minutes, chat logs, press offices and committees, as they are printed and copied, with their odd parts. */
export const MEETING_KINDS: readonly Kind[] = [
  {
    kind: 'call of developers, with a linked time between the name and the colon',
    text: `# Call 17

**Mira Holt** [1:45](https://example.org/v?t=105): Welcome. We start with steel.

## [Steel](https://example.org/steel)

**Ole (timber)** [2:33](https://example.org/v?t=153): Yes. Can you hear me?

**Mira Holt** [12:02](https://example.org/v?t=722): We can.`,
    turns: ['Mira Holt=Welcome', 'Ole (timber)=Yes', 'Mira Holt=We can'],
  },
  {
    kind: 'press office, with a time of day and its zone alone in a line, and each name once',
    text: `2:02 p.m. EDT

MR HOLT: Good afternoon, everyone. We have a guest.

So with that, I will turn it over.

ASSISTANT SECRETARY BERG: Thanks a lot.

So last year we built a bridge.

Why is this important? Because of the river.

And that will only grow.`,
    turns: ['MR HOLT=Good', 'ASSISTANT SECRETARY BERG=Thanks'],
  },
  {
    kind: 'chat log with dates, arrows for those who come and go',
    text: `#bridges
[2020-07-21 17:28:44] → Joined channel #bridges
[2020-07-21 18:21:09] ⇐ ole quit (ole@example.org): "Leaving"
[2020-07-23 14:57:56] <mira> zakim, start meeting
[2020-07-23 14:57:58] <Zakim> RRSAgent, make logs Public
[2020-07-23 14:58:28] — Zakim notes agendum 1 added
[2020-07-23 15:06:41] <ada> present+
[2020-07-23 15:07:24] <mira> scribe: mira
[2020-07-23 15:07:40] <mira> AL: only good answers
[2020-07-23 15:08:02] <mira> ... and more to come
[2020-07-23 15:08:26] <mira> OB: three are late
[2020-07-23 15:08:40] <mira> AL: Good enough
[2020-07-23 15:08:50] <ole> +1 to what was said
[2020-07-23 15:43:40] <Zakim> ... and so on [from mira]
[2020-07-27 16:55:24] * ole_ → ole`,
    turns: ['AL=only good answers and more', 'OB=three', 'AL=Good', 'ole=+1 to'],
  },
  {
    kind: 'chat log with nicks in a column',
    text: `--- Log opened Tue Jan 31 10:42:03 2017
10:42           --> | mira (mira@example.org) has joined &bridges
10:42       «Users» | 9 nicks (1 ops, 0 halfops, 0 voices, 8 normal
11:02          mira | trackbot, start telcon
11:02             * | trackbot is preparing a teleconference.
11:02 @    trackbot | Meeting: Bridges
11:02          mira | Agenda:  https://example.org/1
11:02          mira | clear    agenda
11:07          mira | regrets+ Ada, Ole
11:09          mira | We are too few
11:09           ole | That is a pity.
11:10           <-- | ole (ole@example.org) has left &bridges ()`,
    turns: ['mira=We are', 'ole=That is'],
  },
  {
    kind: 'chat log with hosts behind the nicks',
    text: `18-04-2019 00:54:06 -!- ole!ole@example.org has quit ["See you..."]
18-04-2019 09:52:41 < RRSAgent!rrsagent@example.org: logging to https://example.org/irc
18-04-2019 09:52:50 < mira!~mira@example.org: trackbot, prepare teleconference
18-04-2019 09:53:17 < * Zakim!zakim@example.org notes agenda cleared
18-04-2019 09:54:09 < mira!~mira@example.org: Scribenick: mira
18-04-2019 10:00:46 > * Ada is still in another meeting
18-04-2019 10:08:41 < ole!ole@example.org: q+
18-04-2019 10:09:37 < mira!~mira@example.org: ole: our main purpose is steel
18-04-2019 10:09:44 < mira!~mira@example.org: ... timber is another
18-04-2019 10:12:39 < mira!~mira@example.org: ada: I would wait
18-04-2019 10:13:21 < mira!~mira@example.org: ole: why?
18-04-2019 10:23:52 < ole!ole@example.org: oh`,
    turns: ['ole=our main purpose is steel timber', 'ada=I would', 'ole=why', 'ole=oh'],
  },
  {
    kind: 'chat log of a web page, with the nick above the words',
    text: `IRC log of bridges

Timestamps are in UTC.

14:11:56 [RRSAgent]
logging to http://example.org/irc
14:12:12 [mira]
close action-33
14:13:10 [ole_]
[sounds of rain]
14:13:17 [mira]
scribe: mira
14:15:45 [ada]
phone dropped
14:16:35 [mira]
CMN: The point is steel
14:16:40 [mira]
... and timber
14:17:12 [mira]
Ada: and rust`,
    turns: ['ole_=[sounds', 'ada=phone', 'CMN=The point is steel and timber', 'Ada=and rust'],
  },
  {
    kind: 'minutes with initials that are listed at the top, one of which is also a word',
    text: `# May 2 Notes

Brian Ek (BE), Allen Bo Wirth (ABW), Mira Holt (MH), Ole Berg (OB)

Remote:
Ada Lund (AL)

## Steel

MH: Update: which steel?
- That from the north

ABW: Confirm

MH: Mental model:

\`\`\`js
default: steel
\`\`\`

BE: So what goes on there?

MH/OB: It rusts.

ABW: But we paint it.

Rationale: Why steel?

- It lasts

Rationale: Why paint?

MH: Looks.`,
    turns: [
      'MH=Update: which steel? That',
      'ABW=Confirm',
      'MH=Mental model: default: steel',
      'BE=So what',
      'MH/OB=It rusts',
      'ABW=But',
      '?=Rationale: Why steel',
      '?=It lasts',
      '?=Rationale: Why paint',
      'MH=Looks',
    ],
  },
  {
    kind: 'minutes where each paragraph has a label, but the items of lists and what is no speech',
    text: `JGI: one

JGI: Two points, feedback needed.

* Need to be able to go back
* how best to name it?

MD: three

MD: four

JGI: five

(Agreement)

MD: six`,
    turns: [
      'JGI=one',
      'JGI=Two points, feedback needed. Need',
      'MD=three',
      'MD=four',
      'JGI=five',
      '?=(Agree',
      'MD=six',
    ],
  },
  {
    kind: 'minutes that also tell what somebody does, with the name in bold and no colon',
    text: `**MH:** Last time we built.

**OB:** It fell.

**MH** showed the plan

**OB:** Seeking a date

**MH:** In May`,
    turns: ['MH=Last', 'OB=It fell', '?=MH showed', 'OB=Seeking', 'MH=In May'],
  },
  {
    kind: 'web minutes with a message from the chat among them',
    text: `MJM: only good answers

WF: three are late

MJM: fine

<eric> I agree.

WF: yes`,
    turns: ['MJM=only', 'WF=three', 'MJM=fine', 'eric=I agree', 'WF=yes'],
  },
  {
    kind: 'meeting of a committee, from pages whose numbers leap, with the number of a note behind a name',
    text: `January 30–31, 2018 5 of 286
policy issues, and generally lived up to her well-deserved name as a brilliant
builder of bridges and a friend of all that is made of steel.
Speaking for myself, her many letters have greatly enhanced my own
understanding of rust and of the rivers below.
VICE CHAIRMAN BERG. Madam Chair, if I could—
CHAIR HOLT. Oh, sorry.
VICE CHAIRMAN BERG. If I could jump in and say that this is
your last meeting.
January 30–31, 2018 6 of 286
We are going to miss you.
CHAIR HOLT. Thank you.
January 30–31, 2018 11 of 286
MR. LUND.1 Thank you, Madam Chair.
CHAIR HOLT. Thanks, Ada.`,
    turns: [
      '?=policy issues',
      '?=builder',
      '?=Speaking',
      '?=understanding',
      'VICE CHAIRMAN BERG=Madam',
      'CHAIR HOLT=Oh',
      'VICE CHAIRMAN BERG=If I could jump in and say that this is your last meeting. We are',
      'CHAIR HOLT=Thank',
      'MR. LUND=Thank',
      'CHAIR HOLT=Thanks',
    ],
  },
  {
    kind: 'hearing of a committee: lists above its opening, headings in capitals, notes in brackets',
    text: `For Sale by the Superintendent of Documents, who sells it.

PAUL E. HOLT, Ohio
MIRA BERG, Maine

    The committee met, pursuant to notice, at 10 a.m., in room 2.
    Members present: Holt, Berg.
    The Chairman. The hearing will come to order.
    Mr. Berg. Thank you, Mr. Chairman.

STATEMENT OF THE HONORABLE ADA LUND, CHAIR OF BRIDGES

    Ms. Lund. Thank you.
    [The prepared statement of Ms. Lund can be found on page 64.]
    The Chairman. Yes.
    [Whereupon, at 1:04 p.m., the hearing was adjourned.]`,
    turns: ['The Chairman=The hearing', 'Mr. Berg=Thank', 'Ms. Lund=Thank you.', 'The Chairman=Yes.'],
    leftOut: [
      'For Sale',
      'PAUL E.',
      'MIRA BERG',
      'The committee met',
      'Members present',
      'STATEMENT OF',
      '[The prepared',
      '[Whereupon',
    ],
  },
  {
    kind: 'call of a firm, with a title above the names in lines of their own',
    text: `Steel, Inc.

Q3 2020 Earnings Conference Call

10/30/2020

Operator
Ladies and gentlemen, thank you for standing by.
Mira Holt
Thank you. Good morning. We are well.
Operator
Our first question comes from Ole Berg.
Ole Berg
Great, thanks. What of steel?
Mira Holt
Sure, Ole.`,
    turns: ['Operator=Ladies', 'Mira Holt=Thank', 'Operator=Our', 'Ole Berg=Great', 'Mira Holt=Sure'],
  },
  {
    kind: 'narrative minutes with numbered headings',
    text: `1.2 Bash the agenda

Amy: Does anyone have anything new?

1.3 Approval of the minutes

Amy: Any objection? Hearing none.

Ole: One.

2.1.1 Bridges over the river

Amy: Go ahead.`,
    turns: ['Amy=Does', 'Amy=Any', 'Ole=One', 'Amy=Go'],
    leftOut: ['1.2 Bash', '1.3 Approval', '2.1.1 Bridges'],
  },
  {
    kind: 'diarised text, with times and voices in brackets',
    text: `[00:00:00] [SPEAKER_03]: Hey everyone, this is the show.

[00:00:04] [SPEAKER_03]: I want to tell you

[00:00:07] [SPEAKER_01]: what we do,

[00:00:09] [SPEAKER_03]: and why.`,
    turns: ['SPEAKER_03=Hey', 'SPEAKER_03=I want', 'SPEAKER_01=what', 'SPEAKER_03=and'],
  },
  {
    kind: 'background briefing, where an official is named by common words in capitals',
    text: `MR. HOLT: Good afternoon. The briefing is held by a senior steel official.
Q (Inaudible.)
MR. HOLT: You should write "a senior steel official" in your reports.
With that, I will turn it over.
SENIOR STEEL OFFICIAL: Hi, everyone.
The topline: we build.
Q So is it?
SENIOR STEEL OFFICIAL: Yes.`,
    turns: [
      'MR. HOLT=Good',
      'Q=(In',
      'MR. HOLT=You',
      'SENIOR STEEL OFFICIAL=Hi',
      'Q=So',
      'SENIOR STEEL OFFICIAL=Yes',
    ],
  },
];
