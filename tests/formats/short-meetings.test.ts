import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../src/core/steps.ts';
import { html } from '../../src/formats/html.ts';
import { openedHtml } from '../../src/formats/html-parts.ts';
import { labelSteps } from '../../src/formats/labels.ts';
import { recordingOf as recognised } from '../../src/importing/recognise.ts';
import { keptOf } from '../../src/importing/spans.ts';
import { recordingOf, turnsOf } from './recordings.ts';

async function said(text: string): Promise<string[]> {
  return turnsOf(await recordingOf(text)).map(({ name, text: words }) => `${name ?? '?'}: ${words}`);
}

/** What is left of the words if one piece begins and ends where it says, and what is in no piece besides. */
async function kept(text: string): Promise<string[]> {
  const { source, said: pieces } = keptOf(await recordingOf(text));
  return pieces.map(
    ({ piece, start, end }) =>
      `${piece.name ?? '?'}${piece.time === null ? '' : ` @${piece.time}`}: ${source.text.slice(start, end)}`,
  );
}

/** Each line is a turn, and nearly as long as the longest, as if a machine had broken a text into lines. */
const LONG_LINES = [
  'Ole Berg: It rusts at the joints, and nobody has painted it for as long as I remember.',
  'Mira Holt: Since when has that been known to the county, and who was told of it then?',
  'Ole Berg: Since March, I think, but there may have been letters before that as well.',
  'Ann Lee: Who pays for all of that, the county or those who use the bridge each day?',
  'Mira Holt: The county does, and that has been so for as long as the bridge has stood.',
  'Ole: In part, I would say, because the town gives something as well, when it can.',
];

describe('a short meeting without blank lines', () => {
  it('has whoever speaks once, and a first name, in lines of whatever length', async () => {
    expect(await said(`${LONG_LINES.join('\n')}\n`)).toEqual(LONG_LINES);
  });

  it('has them where turns are broken into lines', async () => {
    const broken = LONG_LINES.map(
      (line) =>
        `${line.slice(0, -1)}\nand so on, as everybody knows who lives in the town beside that old bridge.`,
    );
    expect(await said(`${broken.join('\n')}\n`)).toEqual(broken.map((turn) => turn.replace('\n', ' ')));
  });

  it('names nobody where a word and a colon after a sentence may be a name or not', async () => {
    const lines = LONG_LINES.slice(0, 4).map(
      (line) =>
        `${line.slice(0, -1)}\nand so on, as everybody knows who lives in the town beside that old bridge.`,
    );
    const topic = 'Maintenance: we have to speak about who does it in the years that come after\nthe first.';
    expect(await said(`${[...lines, topic].join('\n')}\n`)).toContain(`?: ${topic.replace('\n', ' ')}`);
  });

  it('goes on with a sentence that is broken before a word and a colon', async () => {
    const lines = LONG_LINES.slice(0, 4).map(
      (line) =>
        `${line.slice(0, -1)}\nand so on, as everybody knows who lives in the town beside that old bridge.`,
    );
    const turn =
      'Mira Holt: There are two of us at the county who could do it, and these would be\nBuilding: they know.';
    expect((await said(`${[...lines, turn].join('\n')}\n`)).at(-1)).toBe(turn.replace('\n', ' '));
  });

  it('has a name that is used once where nobody sets full stops', async () => {
    const lines = LONG_LINES.flatMap((line) => [
      line.replace(/[.?]$/u, ' and so on'),
      'and whatever else there is to say about it, as everybody knows who has been at that bridge',
    ]);
    const names = turnsOf(await recordingOf(`${lines.join('\n')}\n`)).map(({ name }) => name);
    expect(names).toEqual(['Ole Berg', 'Mira Holt', 'Ole Berg', 'Ann Lee', 'Mira Holt', 'Ole']);
  });

  it('names no item of a list that goes on in small letters', async () => {
    const [first, second, ...rest] = LONG_LINES;
    const items = 'Timeline: until May, or the end of June if the river is as high as it was in March.';
    const names = turnsOf(await recordingOf(`${[first, second, items, ...rest].join('\n')}\n`)).map(
      ({ name }) => name,
    );
    expect(names).toEqual(['Ole Berg', 'Mira Holt', null, 'Ole Berg', 'Ann Lee', 'Mira Holt', 'Ole']);
  });

  it('has a turn in each line of a page in which all are set in', () => {
    const page = `<pre>
                 HEARING ON BRIDGES

    The Chairman. The committee will come to order.
    Mr. Berg. Thank you, Mr. Chairman. The bridge rusts.
    Ms. Lee. Who pays for it?
    Mr. Berg. The county does.
</pre>`;
    expect(turnsOf(runToEnd(labelSteps(html, openedHtml(page)))).map(({ name }) => name)).toEqual([
      'The Chairman',
      'Mr. Berg',
      'Ms. Lee',
      'Mr. Berg',
    ]);
  });
});

describe('a short meeting with names in lines of their own', () => {
  const TURNS = [
    ['Mira Holt', 'Shall we begin?'],
    ['Ole Berg', 'Yes, it rusts.'],
    ['Ann', 'Who pays?'],
    ['Mira Holt', 'The county does.'],
  ] as const;

  it.each([
    ['below each other', '\n', ''],
    ['in blocks', '\n\n', ''],
    ['as headings', '\n\n', '#### '],
    ['in bold, with a colon, in lines without a blank one', '\n', '**'],
  ])('has whoever speaks once: %s', async (_, between, mark) => {
    const end = mark === '**' ? ':** ' : '\n';
    const text = TURNS.map(([name, words]) => `${mark}${name}${end}${words}`).join(between);
    expect(await said(`${text}\n`)).toEqual(TURNS.map(([name, words]) => `${name}: ${words}`));
  });

  it('names nobody after a line that may be a name or words, and keeps it', async () => {
    const long = TURNS.map(([name, words]) => `${name}\n${words}\nAnd so on, in another line of it.`);
    const turns = [...long.slice(0, 2), ...long.slice(0, 2), 'Ines\nI am not so sure.'];
    expect((await said(`${turns.join('\n')}\n`)).slice(-2)).toEqual(['?: Ines', '?: I am not so sure.']);
  });
});

describe('what whoever wrote it down remarks', () => {
  it('is nobody’s words, and ends no turn', async () => {
    const text =
      'Mira: We paint it.\n\n[laughter]\n\nTwice.\n\nOle: Why?\n\n(Applause.)\n\n(Because of the salt.)\n\nMira: Yes.\n';
    const { pieces, opened } = await recordingOf(text);
    const told = pieces.map(({ basis, name, part, start }) => [
      basis,
      name,
      opened.source.parts[part]?.text.slice(start),
    ]);
    expect(told).toEqual([
      ['labelled', 'Mira', 'We paint it.'],
      ['editorial', null, '[laughter]'],
      ['continued', 'Mira', 'Twice.'],
      ['labelled', 'Ole', 'Why?'],
      ['editorial', null, '(Applause.)'],
      ['continued', 'Ole', '(Because of the salt.)'],
      ['labelled', 'Mira', 'Yes.'],
    ]);
  });
});

describe('a word with a colon and a time', () => {
  it('is no words', async () => {
    const text =
      'Mira: [11:30] We stop here.\n\nBreak: [11:37]\n\nOle: [11:50] We go on.\n\nMira: [11:52] Yes.\n';
    expect(await said(text)).toEqual(['Mira: We stop here.', 'Ole: We go on.', 'Mira: Yes.']);
  });
});

describe('times in brackets', () => {
  it('are nobody’s words where a file has them again and again', async () => {
    const text = `**Mira:** Shall we begin? \\[00:05\\]

**Ole:** It rusts, and we see to it by March. \\[00:36\\]

\\[00:40\\] And it is old. \\[00:50\\] It needs paint.

**Mira:** Thank you. \\[01:02\\]
`;
    expect(await kept(text)).toEqual([
      'Mira: Shall we begin?',
      'Ole: It rusts, and we see to it by March.',
      'Ole @40: And it is old.',
      'Ole @50: It needs paint.',
      'Mira: Thank you.',
    ]);
  });

  it('are words where there is only one, or where they come in no order', async () => {
    expect(await kept('Mira: We meet at [10:30] then.\nOle: Good.\n')).toEqual([
      'Mira: We meet at [10:30] then.',
      'Ole: Good.',
    ]);
    expect(await kept('Mira: Not [10:30], but [9:15].\nOle: Good, or [8:45].\n')).toEqual([
      'Mira: Not [10:30], but [9:15].',
      'Ole: Good, or [8:45].',
    ]);
  });
});

describe('a line of a log that goes on', () => {
  it('has neither time nor nick in its words', async () => {
    const text = `13:08:06 <ole> scribe: ole
13:08:22 <ole> Mira: The bridge is closed.
13:08:42 <ole> ... and it rusts
13:09:10 <ann> q+
13:10:21 <ole> ... and will be painted
13:11:16 <ole> Ann: Who pays?
`;
    expect(await kept(text)).toEqual([
      'Mira: The bridge is closed.',
      'Mira: and it rusts',
      'Mira: and will be painted',
      'Ann: Who pays?',
    ]);
  });
});

describe('the title and the day', () => {
  const turns =
    'Mira Holt   0:03\nShall we begin?\n\nOle Berg   0:09\nYes, it rusts.\n\nMira Holt   0:15\nThank you.\n';

  it.each([
    ['Bridge sync-20240501_100000-Meeting Recording\n\nMay 1, 2024, 5:00PM\n\n12m 5s', 'Bridge sync'],
    ['Brückenrunde-20240501_100000UTC-Besprechungsaufzeichnung', 'Brückenrunde'],
    ['Bridge sync (2024-05-01 10:00 GMT-7) - Transcript\n\nAttendees\n\nMira Holt, Ole Berg', 'Bridge sync'],
    ['Bridge sync – 2024/05/01 10:00 PDT – Transcript', 'Bridge sync'],
    ['Bridge sync - May 1, 2024\nVIEW RECORDING - 12 mins (No highlights)', 'Bridge sync'],
  ])('are told apart in what a tool made of them: %s', async (head, title) => {
    const { facts } = await recordingOf(`${head}\n\n${turns}`);
    expect(facts).toMatchObject({ title, date: '2024-05-01' });
  });

  it.each(['2024年5月1日 17:00', '1 de mayo de 2024, 17:00'])('%s is nobody', async (day) => {
    const names = turnsOf(await recordingOf(`Bridge sync\n\n${day}\n\n${turns}`)).map(({ name }) => name);
    expect(names).toEqual(['Mira Holt', 'Ole Berg', 'Mira Holt']);
  });
});

describe('a text with a NUL in it', () => {
  it('is read without it', async () => {
    expect(await said('Mira: The bridge is op\0en.\nOle: So it is, I think.\n')).toEqual([
      'Mira: The bridge is open.',
      'Ole: So it is, I think.',
    ]);
  });

  it('is refused with what to do if it has many', async () => {
    const text = 'M\0i\0r\0a\0:\0 \0Y\0e\0s\0.\0';
    const file = { bytes: new TextEncoder().encode(text), text };
    await expect(recognised(file)).rejects.toThrow(/many NUL bytes.*--encoding utf-16le/);
  });
});
