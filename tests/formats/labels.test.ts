import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordingOf, turnsOf } from './recordings.ts';

async function said(text: string): Promise<string[]> {
  return turnsOf(await recordingOf(text)).map(({ name, text: words }) => `${name ?? '?'}: ${words}`);
}

async function leftOut(text: string): Promise<string[]> {
  const recording = await recordingOf(text);
  const { parts } = recording.opened.source;
  return [...recording.leftOut]
    .toSorted(([one], [other]) => one - other)
    .map(([at, reason]) => `${reason}: ${parts[at]?.text}`);
}

describe('which labels are names', () => {
  it('a sentence with a colon goes on with the turn', async () => {
    const text =
      'Mira: We agreed on steel.\nOn the question you raised: we will paint it.\nOle: Good.\nAnd he said: no.\n';
    expect(await said(text)).toEqual([
      'Mira: We agreed on steel. On the question you raised: we will paint it.',
      'Ole: Good. And he said: no.',
    ]);
  });

  it('what orders a text is nobody, and after it nobody knows who speaks', async () => {
    const text = 'Agenda: bridges\nDate: 2024-05-01\n\nMira: I propose steel.\nConclusion: steel it is.\n';
    expect(await said(text)).toEqual(['Mira: I propose steel.', '?: Conclusion: steel it is.']);
    expect(await leftOut(text)).toEqual(['heading: Agenda: bridges', 'heading: Date: 2024-05-01']);
  });

  it('a colon in the middle of a line is none', async () => {
    expect(await said('Mira: I came to warn you. But know this: I do not run.\n')).toEqual([
      'Mira: I came to warn you. But know this: I do not run.',
    ]);
  });

  it.each([
    'Mira O’Neill',
    'Ursula von der Leyen',
    'Łukasz Ñandú',
    'J.P. Morgan Jr.',
    'Ann Lee / Bo Roy',
    'Ann & Bo',
    'ALL',
    'dr_jones',
    'Karan, Sanket',
    'Mira Holt (Steel)',
    'Unknown Speaker',
    'Speaker 1',
    'SPEAKER_00',
    'Grad A',
    'PhD B',
    'Project Manager',
    'Huw Holt-Berg AM',
    'The Chair (Hon. Mira Holt (Steel, Lib.))',
    '5f2e4b1c-0a1b-4c2d-8e3f-123456789abc',
    'M.',
    'Лена',
  ])('%s is one', async (name) => {
    const text = `${name}: Shall we start?\nOle: Yes.\n${name}: It is late.\nOle: Good.\n`;
    expect(await said(text)).toEqual([
      `${name}: Shall we start?`,
      'Ole: Yes.',
      `${name}: It is late.`,
      'Ole: Good.',
    ]);
  });

  it.each(['Note', 'Example', 'URL', 'Break', 'Music', 'Location', 'Action item', 'Step 3', 'Summary'])(
    '%s is none, even if it comes again',
    async (label) => {
      const text = `Mira: Start.\n\nOle: Yes.\n\n${label}: one thing here.\n\nMira: Late.\n\n${label}: one more.\n`;
      expect((await said(text)).filter((turn) => turn.startsWith('?'))).toEqual([
        `?: ${label}: one thing here.`,
        `?: ${label}: one more.`,
      ]);
    },
  );

  it('names without capitals are names where all are printed so', async () => {
    expect(await said('mira: hi\nole: yo\nmira: the answer is simple: yes\nole: and so: no\n')).toEqual([
      'mira: hi',
      'ole: yo',
      'mira: the answer is simple: yes',
      'ole: and so: no',
    ]);
  });

  it('a name with a full stop counts at the start of a paragraph only', async () => {
    const text = [
      '    The Chairman. I see that the point is steel, which lasts for many',
      'years, and so we build and build again until the river is crossed by',
      'Mr. Berg. Yes, he said so, and he was right to say it at that time of',
      'the year, when nobody would have thought that it could ever be done.',
      '    Mr. Berg. So I think that the answer is to build another of them,',
      'and to paint it every year, as our fathers did when they were young.',
      '    I guess to you, Mr. Chairman, that this is all that there is to be',
      'said of it today, and that we may go home to our families in peace.',
      '    Mr. Berg. Good.',
    ].join('\n');
    const turns = turnsOf(await recordingOf(text));
    expect(turns.map(({ name }) => name)).toEqual(['The Chairman', 'Mr. Berg', 'Mr. Berg']);
  });

  it('a remark between a name and its full stop is no part of the name', async () => {
    const text = '    The CHAIRMAN. Please go on.\n    Mr. HOLT (during the reading). I ask consent.\n';
    const { pieces } = await recordingOf(text);
    expect(pieces.map(({ name, printed }) => [name, printed])).toEqual([
      ['The CHAIRMAN', 'The CHAIRMAN.'],
      ['Mr. HOLT', 'Mr. HOLT (during the reading).'],
    ]);
  });
});

it('notes of a committee say of nobody that he speaks', async () => {
  const text = `## December 7, 2017

* **Bosun**: Mira Holt [Steel] (@mira)
* **Note Taker**: Mira Holt [Steel] (@mira)
* **Attendees**
    * Ole Berg [Timber]
    * Ada Lund [Stone]
* **Absent**
    * Bo Ek [Glass]
* **Topics**
    * Discussion around bridges
        * **Proposal**: Do weekly walks and build two of them in a month

* **Values**: Mira, Ole (everyone)

## Dec 5, 2018

* **Bosun:** mira
* **Note Taker:** ole
* **Video:** [https://example.org/v](https://example.org/v)
* **Attendees:**
    * Mira Holt, Ole Berg (Steel)
* **Topics:**
    * Any notes?`;
  const { pieces } = await recordingOf(text);
  expect(pieces.filter(({ name }) => name !== null)).toEqual([]);
});

it('a day of which somebody speaks is not the day of the recording', async () => {
  const born = 'Q. And your date of birth?\nA. October 1, 1932.\nQ. Where?\nA. Here.\n';
  expect((await recordingOf(born)).facts.date).toBeUndefined();
  expect((await recordingOf(`May 2, 2011\n\n${born}`)).facts.date).toBeUndefined();
});

describe('where a turn ends', () => {
  it('paragraphs go on where labels stand only at changes', async () => {
    const text = 'Mira: One.\n\nTwo.\n\nOle: Three.\n\nFour.\n\nMira: Five.\n\nOle: Six.\n';
    expect(await said(text)).toEqual(['Mira: One. Two.', 'Ole: Three. Four.', 'Mira: Five.', 'Ole: Six.']);
  });

  it('a paragraph lacks its label where each has one', async () => {
    const text =
      'Mira: One.\n\nMira: Two.\n\nOle: Three.\n\nOle: Four.\n\nOle: Five.\n\nSix.\n\nMira: Seven.\n';
    expect((await said(text)).filter((turn) => turn.startsWith('?'))).toEqual(['?: Six.']);
  });

  it('what reads as the answer to the question before it is not the asker’s', async () => {
    const text = 'Q: Is it open?\n\nYes, since May.\n\nMira: It is.\n\nQ: And safe?\n\nMira: Yes.\n';
    expect((await said(text))[1]).toBe('?: Yes, since May.');
  });

  it('words before the first label are nobody’s for certain', async () => {
    const text =
      'I turn now to the outlook. It is good, as we said before.\n\nMira: Thanks.\n\nOle: Yes.\n\nMira: Bye.\n';
    expect((await said(text))[0]).toBe('?: I turn now to the outlook. It is good, as we said before.');
  });

  it('a label without words is a turn, in a part that is left out', async () => {
    const text = 'Mira: One.\n\nOle:\n\nMira: Two.\n\nOle: Three.\n';
    expect(await said(text)).toEqual(['Mira: One.', 'Ole: ', 'Mira: Two.', 'Ole: Three.']);
    expect(await leftOut(text)).toEqual(['note: Ole:']);
  });
});

describe('times and places of labels', () => {
  it('a name in a line of its own is printed in an earlier part', async () => {
    const { pieces } = await recordingOf(
      'Mira Holt\n0 minutes 5 seconds\nShall we?\nOle Berg\n1 hour 0 minutes 7 seconds\nNo.\n',
    );
    expect(pieces).toMatchObject([
      { part: 2, printedIn: 0, printed: 'Mira Holt 0 minutes 5 seconds', name: 'Mira Holt', time: 5 },
      { part: 5, printedIn: 3, printed: 'Ole Berg 1 hour 0 minutes 7 seconds', name: 'Ole Berg', time: 3607 },
    ]);
  });

  it('the time of a clock on the wall is no time of the recording', async () => {
    const { pieces } = await recordingOf(
      '10:30:05 From Ann Lee to Everyone: hello\n10:31:00 From Bo to Ann Lee: hi: there\n',
    );
    expect(pieces).toMatchObject([
      { name: 'Ann Lee', time: null },
      { name: 'Bo', time: null },
    ]);
  });
});

describe('what is nobody’s words', () => {
  it('heads and feet of pages', async () => {
    const page = (number: number) =>
      [
        `May 2, 2011 Talk on Bridges FINAL`,
        `${number} of 26`,
        ...Array.from({ length: 9 }, () => `so we go on and speak ${'of steel '.repeat(5)}and`),
      ].join('\n');
    const text = `${page(3)}\nQUESTION. Why?\n${page(4)}\nMIRA HOLT. So.\n${page(5)}\nQUESTION. And?\n`;
    expect(await leftOut(text)).toEqual(
      [3, 4, 5].flatMap((n) => ['page-head: May 2, 2011 Talk on Bridges FINAL', `page-head: ${n} of 26`]),
    );
  });

  it('lines that are said again and again are words', async () => {
    const text = Array.from(
      { length: 4 },
      (_, at) => `Mira: So, ${at}.\nOle: Yeah.\nMira: Sure.\nOle: Yeah.\n`,
    ).join('');
    expect(await leftOut(text)).toEqual([]);
  });

  it('credits, lists of those present, and lines with a time alone', async () => {
    const text =
      'Bridge meeting\n\nAttendees:\nMira Holt, Ole Berg, Ada Lund\n\nMira Holt: Hi.\n\n00:05:00\n\nOle Berg: Yes.\n\nTranscribed by https://otter.ai\n';
    expect(await leftOut(text)).toEqual([
      'heading: Bridge meeting',
      'list: Attendees:',
      'list: Mira Holt, Ole Berg, Ada Lund',
      'time: 00:05:00',
      'credit: Transcribed by https://otter.ai',
    ]);
    expect((await recordingOf(text)).facts.names).toEqual(['Mira Holt', 'Ole Berg', 'Ada Lund']);
  });

  it('the table of those present, which gives full names for initials', async () => {
    const text =
      '**Attendees:**\n\n| Name | Abbreviation | Firm |\n|---|---|---|\n| Mira Holt | MHT | Steel, Ltd |\n| Ole Berg | OB | Timber |\n\nMHT: Hi.\n\nOB: Yes.\n\nMHT: Bye.\n';
    const { facts } = await recordingOf(text);
    expect([...(facts.fullNames ?? [])]).toEqual([
      ['MHT', 'Mira Holt'],
      ['OB', 'Ole Berg'],
    ]);
    expect(await said(text)).toEqual(['MHT: Hi.', 'OB: Yes.', 'MHT: Bye.']);
  });

  it('commands in the log of a chat, whose scribe writes what others say', async () => {
    const text =
      '12:58:24 <alex> zakim, start meeting\n13:08:06 <zhen> scribe: zhen\n13:08:22 <zhen> Alex： The budget is done\n13:09:10 <naomi> q+\n13:09:36 <zhen> ... it is 58\n13:10:18 <alex> ack Naomi\n13:11:16 <zhen> Naomi: Good\n13:12:00 <zhen> all agree\n13:12:09 <alex> I like it\n';
    expect(await said(text)).toEqual([
      'Alex: The budget is done it is 58',
      'Naomi: Good',
      '?: all agree',
      'alex: I like it',
    ]);
    expect((await leftOut(text)).length).toBe(4);
  });
});

it('every word is in one piece, in a label or in a part that is left out, whatever a text has', async () => {
  const line = fc.oneof(
    fc
      .constantFrom(
        'Mira: ',
        'Ole Berg  0:05',
        '0:09 - Ada',
        'Q.  ',
        'MR. HOLT: ',
        '>> ',
        '',
        'Note: ',
        '<mira> ',
        '- ',
        '## ',
      )
      .chain((label) =>
        fc
          .constantFrom('', 'Yes.', 'We go on: it is late.', 'Is it?', '0:05', 'Mira')
          .map((words) => label + words),
      ),
    fc.string({ unit: fc.constantFrom('a', 'B', ':', ' ', '.', '9', '中', '-', '[', ')', '>') }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 14 }), async (lines) => {
      const { opened, pieces, leftOut: without } = await recordingOf(lines.join('\n'));
      const { parts } = opened.source;
      const seen = parts.map(() => '');
      for (const { part, start, end, printed, printedIn } of pieces) {
        const text = parts[part]?.text ?? '';
        expect(seen[part] === '' || printedIn === undefined).toBe(true);
        seen[part] += text.slice(start, end);
        if (printedIn !== undefined)
          for (let at = printedIn; at < part; at++) seen[at] += parts[at]?.text ?? '';
        else if (start > 0 && !without.has(part)) expect(text.slice(0, start).trim()).toBe(printed);
        // A time that is before words need not be anywhere.
        const isTimed = !/\p{L}/u.test(text.slice(0, start));
        if (start > 0 && (printedIn === undefined || isTimed)) seen[part] = text;
      }
      parts.forEach(({ text }, at) => {
        if (!without.has(at)) expect(seen[at]).toBe(text);
      });
    }),
    { numRuns: 300 },
  );
});
