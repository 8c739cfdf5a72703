/** A way in which transcripts are printed, with what a careful reader finds in it. */
export interface Kind {
  kind: string;
  text: string;
  /** `Name=first words` of each turn that is labelled, in order; `?=first words` where nobody is named. */
  turns: readonly string[];
  /** `reason: first words` of each part that is nobody's words. */
  leftOut?: readonly string[];
}

export const KINDS: readonly Kind[] = [
  {
    kind: 'podcast with a time, a name in bold and no colon',
    leftOut: ['(Intro music'],
    text: `(Intro music: piano)

0:00:13.8 **Mira Holt-Berg** Welcome to the show. My guest is Ole.

0:00:21.9 **Ole Berg** Hello.

It is good to be here.

0:00:23.0 **Mira Holt-Berg** You build bridges.

0:00:45.2 **Ole Berg & Mira Holt-Berg** (laughing)`,
    turns: [
      'Mira Holt-Berg=Welcome',
      'Ole Berg=Hello',
      'Mira Holt-Berg=You',
      'Ole Berg & Mira Holt-Berg=(laughing)',
    ],
  },
  {
    kind: 'minutes with initials and a table of those present',
    text: `# 2 May, 2023 Meeting Notes

-----

**Remote attendees:**

\`\`\`
| Name        | Abbreviation | Organization |
| ----------- | ------------ | ------------ |
| Mira Holt   | MHT          | Steel Ltd    |
| Ole Berg    | OB           | Timber Ltd   |
\`\`\`

## Bridges for stage 2

Presenter: Mira Holt (MHT)

- [PR](https://example.org/17)
- [slides](https://example.org/slides)

MHT: This proposal is for bridges. It has three parts.

MHT: The first part is steel.

OB: Yes. So I want to mention rust.

MHT: That is fine.

### Conclusion

- Stage 2
`,
    turns: ['MHT=This', 'MHT=The first', 'OB=Yes', 'MHT=That is', '?=Stage 2'],
  },
  {
    kind: 'television, with a role after the name and clips',
    text: `Return to Transcripts main page

Evening Report

Bridges Closed; Interview with an Engineer

Aired May 2, 2005 - 08:00   ET

THIS IS A RUSH TRANSCRIPT. THIS COPY MAY NOT BE IN ITS FINAL FORM AND MAY BE UPDATED.


MIRA HOLT, NEWS ANCHOR: Good evening.
I'm Mira Holt.

The bridge is closed. Will it open?

OLE BERG, NEWS CORRESPONDENT: I'm Ole Berg.

M. HOLT: And in town, what keeps people away?

(BEGIN VIDEO CLIP)

UNIDENTIFIED MALE: It was loud.

(END VIDEO CLIP)

O. BERG: Let's get to our top story.

M. HOLT: Please join us.

O. BERG: Thanks.
`,
    turns: [
      'MIRA HOLT, NEWS ANCHOR=Good',
      "OLE BERG, NEWS CORRESPONDENT=I'm Ole",
      'M. HOLT=And in',
      'UNIDENTIFIED MALE=It was',
      'O. BERG=Let',
      'M. HOLT=Please',
      'O. BERG=Thanks',
    ],
  },
  {
    kind: 'times in brackets in lines of their own, and no names',
    leftOut: ['Episode Transcript', 'Available transcripts', '(00:00):', '(00:24):', '(00:45):'],
    text: `Episode Transcript
Available transcripts are automatically generated. Complete accuracy is not guaranteed.
(00:00):
Bridges are old.
This is the show about them.
(00:24):
Or are they?
So what do we talk about today?
(00:45):
with Ole.`,
    turns: ['?=Bridges', '?=This', '?=Or are', '?=So what', '?=with'],
  },
  {
    kind: 'a time, a bar and words, and no names',
    text: `00:00:00.000 | (upbeat music)
00:00:02.580 | Guys, we did it.
00:00:07.980 | We lined up the first beam
00:00:09.420 | and it holds.`,
    turns: ['?=(upbeat', '?=Guys', '?=We lined', '?=and it'],
  },
  {
    kind: 'a deposition with numbered lines',
    text: `                                                          12
 1      Q.   Did you see the bridge that day?
 2      A.   Yes. I was on it, and the beam that
 3  you see here was loose.
 4           MS. HOLT:  Objection to the form.
 5  BY MR. BERG:
 6      Q.   Was it steel?
 7           THE WITNESS:  May I look at the drawing?
 8           MR. BERG:  Yes.
 9      A.   It was steel.
10      Q.   And the other one? I mean the beam
11  at the far end.
12      A.   Timber.
13      Q.   Thank you.
`,
    turns: [
      'Q=Did',
      'A=Yes',
      'MS. HOLT=Objection',
      'Q=Was',
      'THE WITNESS=May',
      'MR. BERG=Yes',
      'A=It was',
      'Q=And',
      'A=Timber',
      'Q=Thank',
    ],
  },
  {
    kind: 'an earnings call with names and roles in lines of their own',
    text: `Prepared Remarks:

Operator

Good morning, and welcome to the call of the bridge company.

Mira Holt -- Chief Executive Officer

Thank you. Our steel is better than ever. We built three bridges this quarter.

We are proud of them.

Ole Berg -- Chief Financial Officer

Thank you, Mira. Costs fell.

Operator

Our first question is from the bank.

Ada Lund -- Timber Bank -- Analyst

Good morning. What about rust?

Mira Holt -- Chief Executive Officer

We paint every year.

Operator

Thank you. This ends our call.
`,
    turns: [
      'Operator=Good',
      'Mira Holt -- Chief Executive Officer=Thank',
      'Ole Berg -- Chief Financial Officer=Thank',
      'Operator=Our first',
      'Ada Lund -- Timber Bank -- Analyst=Good',
      'Mira Holt -- Chief Executive Officer=We paint',
      'Operator=Thank',
    ],
  },
  {
    kind: 'a press conference: full name first, then the surname',
    text: `PRESIDENT MIRA HOLT: Hello, everybody. Great to be back.

I want to thank all our guests.
HOLT: Just blocks away is the bridge.

QUESTION: Mrs. President, why steel?

HOLT: Because it lasts. One thing is clear: we build.

QUESTION: (OFF-MIKE)

HOLT: No. Go ahead.
`,
    turns: [
      'PRESIDENT MIRA HOLT=Hello',
      'HOLT=Just',
      'QUESTION=Mrs.',
      'HOLT=Because',
      'QUESTION=(OFF',
      'HOLT=No',
    ],
  },
  {
    kind: 'Slack, copied',
    text: `Mira Holt  10:01 AM
hello
are you there?
Ole Berg  10:05 AM
yes: what is it?
Mira Holt  10:06 AM
steel`,
    turns: ['Mira Holt=hello', 'Ole Berg=yes', 'Mira Holt=steel'],
  },
  {
    kind: 'Discord, copied',
    text: `Mira — Today at 10:01 AM
hello
ole_berg — Today at 10:05 AM
yes
Mira — Today at 10:06 AM
steel`,
    turns: ['Mira=hello', 'ole_berg=yes', 'Mira=steel'],
  },
  {
    kind: 'Discord, exported',
    text: `[01-May-24 10:01 AM] mira#1234
hello

[01-May-24 10:05 AM] ole_berg
yes

[01-May-24 10:06 AM] mira#1234
steel`,
    turns: ['mira#1234=hello', 'ole_berg=yes', 'mira#1234=steel'],
  },
  {
    kind: 'WhatsApp, exported',
    text: `01/05/2024, 10:01 - Mira Holt: hello
01/05/2024, 10:05 - Ole: yes
and more
01/05/2024, 10:06 - Mira Holt: steel`,
    turns: ['Mira Holt=hello', 'Ole=yes', 'Mira Holt=steel'],
  },
  {
    kind: 'name, dash, time in a line of their own',
    text: `Mira Holt - 00:05
Shall we start?

Ole Berg - 00:09
Yes.
`,
    turns: ['Mira Holt=Shall', 'Ole Berg=Yes'],
  },
  {
    kind: 'time, dash, name with milliseconds',
    text: `[00:00:05.120] - Mira Holt
Shall we start?

[00:00:09.340] - Speaker 2
Yes.

[00:00:11.340] - Mira Holt
Good.
`,
    turns: ['Mira Holt=Shall', 'Speaker 2=Yes', 'Mira Holt=Good'],
  },
  {
    kind: 'name and colon, then the time before the words',
    text: `Mira Holt:
[00:00:05] Shall we start?

Ole Berg:
[00:00:09] Yes.

Mira Holt:
[00:00:12] Good.
`,
    turns: ['Mira Holt=Shall', 'Ole Berg=Yes', 'Mira Holt=Good'],
  },
  {
    kind: 'bold name, time in brackets, words below',
    text: `**Mira Holt (00:02)**
So the bridge is steel.

**Mira Holt (00:16)**

Because it lasts.

**Speaker 2 (00:30)**
Yes.
`,
    turns: ['Mira Holt=So the', 'Mira Holt=Because', 'Speaker 2=Yes'],
  },
  {
    kind: 'name, bar, time',
    text: `Mira Holt | 00:05
Shall we start?
Ole Berg | 00:09
Yes.
Mira Holt | 00:12
Good.
`,
    turns: ['Mira Holt=Shall', 'Ole Berg=Yes', 'Mira Holt=Good'],
  },
  {
    kind: 'minutes in a list, with those present above',
    leftOut: [
      'Bridge group',
      'Present',
      'Mira Holt @mira',
      'Ole Berg @ole',
      'Agenda',
      'Rust',
      'Next meeting',
    ],
    text: `# Bridge group, 2024-05-01

## Present

- Mira Holt @mira (chair)
- Ole Berg @ole

## Agenda

### Rust

* Mira: rust is back.
* Ole: we should paint. Cost: 100.
* Mira: agreed.
* Ada: no objection.

### Next meeting

* 2024-06-01
`,
    turns: ['Mira=rust', 'Ole=we', 'Mira=agreed', 'Ada=no', '?=2024'],
  },
  {
    kind: 'a German parliament',
    text: `Präsidentin Mira Holt:
Die Sitzung ist eröffnet.

Dr. Ole Berg (SPD):
Frau Präsidentin! Meine Damen und Herren! Eines ist klar: Wir bauen.
(Beifall bei der SPD)
Ich danke Ihnen.

Ada Lund (CDU/CSU):
Nein.

Präsidentin Mira Holt:
Danke.
`,
    turns: [
      'Präsidentin Mira Holt=Die',
      'Dr. Ole Berg (SPD)=Frau',
      'Ada Lund (CDU/CSU)=Nein',
      'Präsidentin Mira Holt=Danke',
    ],
  },
  {
    kind: 'a French parliament',
    text: `M. le président. La parole est à Mme Mira Holt.
Mme Mira Holt. Merci. Le pont est fermé.
M. Ole Berg, ministre. C'est vrai.
Mme Mira Holt. Alors, que faire ?
M. le président. La séance est levée.
`,
    turns: [
      'M. le président=La parole',
      'Mme Mira Holt=Merci',
      'M. Ole Berg, ministre=C',
      'Mme Mira Holt=Alors',
      'M. le président=La séance',
    ],
  },
  {
    kind: 'a Spanish parliament',
    text: `El señor PRESIDENTE: Se abre la sesión.
La señora HOLT BERG: Gracias. Una cosa es clara: hay que pintar.
El señor PRESIDENTE: Gracias.
`,
    turns: ['El señor PRESIDENTE=Se', 'La señora HOLT BERG=Gracias', 'El señor PRESIDENTE=Gracias'],
  },
  {
    kind: 'the United Nations',
    leftOut: ['The meeting was called'],
    text: `The meeting was called to order at 10.05 a.m.

The President: I now give the floor to Ms. Holt.

Ms. Holt (Norway): We thank you. The point is this: bridges matter.

Mr. Berg (Chad) (spoke in French): I agree.

The President: I thank the speakers.
`,
    turns: [
      'The President=I now',
      'Ms. Holt (Norway)=We',
      'Mr. Berg (Chad) (spoke in French)=I agree',
      'The President=I thank',
    ],
  },
  {
    kind: 'the Supreme Court',
    text: `CHIEF JUSTICE HOLT: We will hear argument first this morning in Case 12-34.
Mr. Berg.

ORAL ARGUMENT OF OLE BERG ON BEHALF OF THE PETITIONERS

MR. BERG: Madam Chief Justice, and may it please the Court:
The bridge is ours.

JUSTICE LUND: Why?

MR. BERG: It says so.

CHIEF JUSTICE HOLT: Thank you, counsel.
`,
    turns: [
      'CHIEF JUSTICE HOLT=We will',
      'MR. BERG=Madam',
      'JUSTICE LUND=Why',
      'MR. BERG=It says',
      'CHIEF JUSTICE HOLT=Thank',
    ],
  },
  {
    kind: 'the record of a parliament with full stop and dash',
    text: `Mira Holt (PPE). – Madam President, steel lasts.

Ole Berg (S&D), in writing. – I voted for it.

Mira Holt (PPE). – Thank you.
`,
    turns: ['Mira Holt (PPE)=Madam', 'Ole Berg (S&D), in writing=I voted', 'Mira Holt (PPE)=Thank'],
  },
  {
    kind: 'an interview with questions in bold and no names',
    text: `# A talk with an engineer

**How did you begin?**

I began with timber. Then came steel.

**And rust?**

Rust is a fact: paint helps.
`,
    turns: ['?=How', '?=I began', '?=And', '?=Rust is'],
  },
  {
    kind: 'prose with colons',
    text: `# How to paint a bridge

Bridges need paint. Here is how: scrape, prime, paint.

Step 1: Scrape the rust.

Step 2: Prime the steel.

Warning: wear gloves.

Paris: the city of bridges has many. London: fewer.

**Primer:** use red lead.

**Paint:** use grey.

**Primer:** again, at the end.
`,
    turns: ['?=Bridges', '?=Step 1', '?=Step 2', '?=Warning', '?=Paris', '?=Primer', '?=Paint', '?=Primer'],
  },
  {
    kind: 'a programme with times',
    text: `Bridge day
09:00 Registration
09:30 Opening: Mira Holt
10:00 Keynote: Ole Berg
11:00 Coffee
11:30 Panel: Ada Lund, Bo Roy
`,
    turns: ['?=Bridge day', '?=Registration', '?=Opening', '?=Keynote', '?=Coffee', '?=Panel'],
  },
  {
    kind: 'questions and answers',
    text: `Q: Why steel?
A: It lasts.

Q: And timber?
A: It rots. But note: not always.
`,
    turns: ['Q=Why', 'A=It lasts', 'Q=And', 'A=It rots'],
  },
  {
    kind: 'oral history with surnames and hard line breaks',
    text: `HOLT:    Today is the second of May, and I am here with
Ole Berg at his house in the north. Where were you
born?

BERG:    I was born near the bridge. My father said one
thing: do not walk on it. So I
did.

HOLT:    And then?

BERG:    Then it broke.
`,
    turns: ['HOLT=Today', 'BERG=I was', 'HOLT=And', 'BERG=Then'],
  },
  {
    kind: 'initials',
    text: `MH: So how did it begin?

OB: With timber.

MH: And then: steel?

OB: Yes.
`,
    turns: ['MH=So', 'OB=With', 'MH=And', 'OB=Yes'],
  },
  {
    kind: 'name, tab, words',
    text: `Mira\tShall we start?\nOle\tYes.\nMira\tGood.\n`,
    turns: ['Mira=Shall', 'Ole=Yes', 'Mira=Good'],
  },
  {
    kind: 'a table with numbers and times',
    text: `| # | Time | Speaker | Text |
|---|---|---|---|
| 1 | 00:00:05 | Mira Holt | Shall we start? |
| 2 | 00:00:09 | Ole Berg | Yes. |
| 3 | 00:00:12 | Mira Holt | Good. |
`,
    turns: ['Mira Holt=Shall', 'Ole Berg=Yes', 'Mira Holt=Good'],
  },
  {
    kind: 'a time, a name, and the words in one line without a colon',
    text: `Mira Holt [00:00:05] Shall we start?
Ole Berg [00:00:09] Yes.
Mira Holt [00:00:12] Good.
`,
    turns: ['Mira Holt=Shall', 'Ole Berg=Yes', 'Mira Holt=Good'],
  },
  {
    kind: 'a list of topics',
    text: `Steel: it lasts long.

Timber: it rots.

Stone: it is heavy.

Rope: it swings.
`,
    turns: ['?=Steel', '?=Timber', '?=Stone', '?=Rope'],
  },
  {
    kind: 'marks before names, as live captions have them',
    text: `>> MIRA HOLT: Shall we start?
>> Yes.
>> MIRA HOLT: Good.
>> OLE: Now.
`,
    turns: ['MIRA HOLT=Shall', '?=Yes', 'MIRA HOLT=Good', 'OLE=Now'],
  },
  {
    kind: 'the speaker before the words, in brackets',
    text: `[Mira] Shall we start?
[Ole] Yes.
[laughter]
[Mira] Good.
`,
    turns: ['Mira=Shall', 'Ole=Yes', 'Mira=Good'],
  },
  {
    kind: 'an assistant and a person',
    text: `**User:** Why steel?

**Assistant:** Because of three things:

1. Cost: low.
2. Weight: low.

**User:** Thanks.
`,
    turns: ['User=Why', 'Assistant=Because', 'User=Thanks'],
  },
  {
    kind: 'the Senate',
    text: `                          STEEL BRIDGES

  Ms. HOLT. Madam President, I ask unanimous consent that the order
for the quorum call be rescinded.
  The PRESIDING OFFICER (Mr. BERG). Without objection, it is so
ordered.
  Ms. HOLT of Steel Valley. I thank Mr. Lund. He is right. The
bridge is: closed.
  The PRESIDING OFFICER. The Senator from Timber Valley.
  Mr. LUND. Mr. President, I rise to speak.
  I yield the floor.
`,
    turns: [
      'Ms. HOLT=Madam',
      'The PRESIDING OFFICER (Mr. BERG)=Without',
      'Ms. HOLT of Steel Valley=I thank',
      'The PRESIDING OFFICER=The Senator',
      'Mr. LUND=Mr. President',
    ],
  },
  {
    kind: 'a briefing whose question mark has one space',
    text: `MS. HOLT: Good morning. I have one thing: the bridge is open.

Q Is it safe?

MS. HOLT: It is.

Q Mira, what about rust? Q and A will go on, I hope?

MS. HOLT: Thank you all.
`,
    turns: ['MS. HOLT=Good', 'Q=Is it', 'MS. HOLT=It is', 'Q=Mira', 'MS. HOLT=Thank'],
  },
  {
    kind: 'interviewer and participant as letters',
    text: `I: How did it begin?
P1: With timber.
I: And then?
P1: Steel. I was young: twelve.
`,
    turns: ['I=How', 'P1=With', 'I=And', 'P1=Steel'],
  },
  {
    kind: 'names with pictures and in other scripts',
    text: `🎤 Mira: hello
Лена Берг: привет
🎤 Mira: how are you?
Лена Берг: хорошо
`,
    turns: ['🎤 Mira=hello', 'Лена Берг=привет', '🎤 Mira=how', 'Лена Берг=хорошо'],
  },
  {
    kind: 'a time in a line of its own, then a name, then words',
    text: `00:00:05
Mira Holt
Shall we start?

00:00:09
Ole Berg
Yes.

00:00:12
Mira Holt
Good.
`,
    turns: ['Mira Holt=Shall', 'Ole Berg=Yes', 'Mira Holt=Good'],
  },
  {
    kind: 'a story',
    text: `The Bridge

Mira walked to the bridge. "Is it open?" she asked.

"No," said Ole. He thought of one thing: steel.

Then Mira said: "We wait."

Ole. Mira. They waited. Mr. Lund came late.

Mr. Lund. He was old. He had one wish: to cross.
`,
    turns: ['?=The Bridge', '?=Mira walked', '?="No', '?=Then', '?=Ole. Mira', '?=Mr. Lund'],
  },
  {
    kind: 'a letter',
    text: `From: Mira Holt
To: Ole Berg
Subject: bridge

Dear Ole,

The bridge is closed. Reason: rust.

Best regards,
Mira
`,
    turns: ['?=From', '?=To', '?=Subject', '?=Dear', '?=The bridge', '?=Best', '?=Mira'],
  },
  {
    kind: 'one label and many paragraphs: it may be a place',
    text: `Lecture on bridges

Mira Holt: Today I speak of steel.

It lasts long.

There are two kinds: old and new.
`,
    turns: ['?=Lecture', '?=Mira Holt', '?=It lasts', '?=There'],
  },
  {
    kind: 'an article with headings of two words',
    leftOut: ['Steel Bridges', 'Early Years', 'Later Years', 'Mira Holt'],
    text: `# Steel Bridges

## Early Years

The first was built by hand.

## Later Years

Then came machines.

## Mira Holt

She built most of them.
`,
    turns: ['?=The first', '?=Then', '?=She'],
  },
  {
    kind: 'captions that Zoom saved',
    text: `[Mira Holt] 11:02:09
Is it open?

[Ole Berg] 11:02:11
Since May.

[Mira Holt] 11:02:13
Good.`,
    turns: ['Mira Holt=Is it', 'Ole Berg=Since', 'Mira Holt=Good'],
  },
  {
    kind: 'chat of a recording in the cloud (Zoom)',
    text: '00:06:53\tMira Holt:\tgm\n00:07:18\tOle | Steel:\tReplying to "gm"\n\nIt is: late\n00:08:13\tmirah:\tok',
    turns: ['Mira Holt=gm', 'Ole | Steel=Replying to "gm" It is: late', 'mirah=ok'],
  },
  {
    kind: 'Teams, with a time that has no name',
    text: `Bridges-20260615_133555-Meeting Transcript
Mira Holt started transcription
Mira Holt   0:03
It is open.
Ole Berg   0:07
Since when?
0:12
Mm.
Mira Holt   0:15
Since May.
Mira Holt stopped transcription`,
    turns: ['Mira Holt=It is open.', 'Ole Berg=Since when?', '?=Mm.', 'Mira Holt=Since May.'],
    leftOut: ['Bridges', 'Mira Holt started', '0:12', 'Mira Holt stopped'],
  },
  {
    kind: 'Google Meet, with names that people gave themselves',
    text: `Bridges - Transcript
Attendees
Transcript
The Admin: So we built it of steel and that is where we
are in the end.
The Admin: And of timber.
mira holt: Why?
The Admin: It is light.
Ole Berg's Presentation: A film.
00:05:00
Ole Berg: Is it?
The Admin: Yes.

Transcription ended after 00:06:01`,
    turns: [
      'The Admin=So we',
      'The Admin=And',
      'mira holt=Why?',
      'The Admin=It is',
      "Ole Berg's Presentation=A film",
      'Ole Berg=Is it?',
      'The Admin=Yes.',
    ],
  },
  {
    kind: 'the same time before each line, and names with their own',
    text: `0:00 Mira Holt  47:53

0:00 What a bridge it is, and so wide.

0:00 Ole Berg  48:31

0:00 It is of steel, as they all are.

0:00 Mira Holt  50:07

0:00 I see, that is why it is so heavy.

0:00 Transcribed by https://otter.ai`,
    turns: ['Mira Holt=What', 'Ole Berg=It is', 'Mira Holt=I see'],
  },
  {
    kind: 'voices in brackets after a time',
    text: `[00:01:23] [SPEAKER_00]: Is it open?
[00:01:45] [SPEAKER_01]: Since May.
[00:02:10] [SPEAKER_00]: Good.`,
    turns: ['SPEAKER_00=Is it', 'SPEAKER_01=Since', 'SPEAKER_00=Good'],
  },
  {
    kind: 'Otter, with a day, a time and a length at its top',
    text: `Bridge call
Wed, May 01, 2024 10:00AM \u2022 1:02:03
SUMMARY KEYWORDS
bridge, steel, timber, rust
SPEAKERS
Mira Holt, Ole Berg

Mira Holt  00:00
Hi all. The agenda: steel.

Ole Berg  00:07
Good.

Mira Holt  1:00:02
Thanks.`,
    turns: ['Mira Holt=Hi all', 'Ole Berg=Good', 'Mira Holt=Thanks'],
    leftOut: ['Bridge call', 'Wed, May', 'SUMMARY', 'bridge, steel', 'SPEAKERS', 'Mira Holt, Ole'],
  },
];
