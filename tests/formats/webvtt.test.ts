import { describe, expect, it } from 'vitest';
import { webvtt } from '../../src/formats/webvtt.ts';
import { kindsOf, read, readCaptions, saidIn } from './captions.ts';

const HEAD = 'WEBVTT\n\n';
const CUE = '00:00:01.000 --> 00:00:02.000\n';

describe('WebVTT as it is written by', () => {
  it('Zoom: numbers, and names in the words', async () => {
    const text = `WEBVTT\r\n\r\n1\r\n00:00:04.130 --> 00:00:05.500\r\nMira Holt: Shall we start?\r\n\r\n2\r\n00:00:05.510 --> 00:00:07.010\r\nOle Berg: Yes.\r\n\r\n`;
    expect(await saidIn(text)).toEqual(['5 4.13 Mira Holt: Shall we start?', '9 5.51 Ole Berg: Yes.']);
  });

  it('Teams: voices that end, over several lines, and overlapping captions that stay in their order', async () => {
    const text = `\uFEFFWEBVTT

c83a7d7c-d35f-4e86-b4bd-69a3dbcfc0c5/11-0
00:00:03.833 --> 00:00:10.338
<v Mira Holt>The bridge is old, and
somebody has to</v>

c83a7d7c-d35f-4e86-b4bd-69a3dbcfc0c5/10-0
00:00:04.153 --> 00:00:05.193
<v Berg, Ole (Guest)>Next time.</v>

c83a7d7c-d35f-4e86-b4bd-69a3dbcfc0c5/11-1
00:00:10.338 --> 00:00:15.353
<v Mira Holt>paint it.</v>`.replace(/^\uFEFF/, '');
    expect(await saidIn(text)).toEqual([
      '5 3.833 [Mira Holt] The bridge is old, and',
      '6 3.833 [Mira Holt] somebody has to',
      '10 4.153 [Berg, Ole (Guest)] Next time.',
      '14 10.338 [Mira Holt] paint it.',
    ]);
  });

  it('Teams without names: no head, and an empty line before the words', async () => {
    const text =
      '00:00:01.000 --> 00:00:03.000\n\nGood morning all.\n\n00:00:03.000 --> 00:00:04.000\n\nMorning.\n';
    expect(kindsOf(text)).toEqual(['webvtt']);
    expect(await saidIn(text)).toEqual(['3 1 Good morning all.', '7 3 Morning.']);
    expect((await readCaptions(text)).notes).toEqual([]);
  });

  it('Stream: what it notes is nobody’s words', async () => {
    const text = `WEBVTT

NOTE duration:"00:00:32.5820000"

NOTE language:en-us

NOTE Confidence: 0.69450831413269

ef04c7c2-a59e-463f-9d27-b5b1259d6777
00:00:03.300 --> 00:00:06.870
Hello,
bridge.

NOTE Confidence: 0.621036410331726

8a017ebb-1722-4e7f-8984-fc6da39c3489
00:00:08.100 --> 00:00:09.620
Hi there.
`;
    expect(await saidIn(text)).toEqual(['11 3.3 Hello,', '12 3.3 bridge.', '18 8.1 Hi there.']);
    const { facts, notes, groups } = await readCaptions(text);
    expect({ facts, notes, groups }).toEqual({ facts: { language: 'en' }, notes: [], groups: [0, 2] });
  });

  it('Webex: the name is in the id', async () => {
    const text = `${HEAD}1 "Mira Holt" (3012)\n${CUE}Hello.\n\n2 "" (0)\n00:00:03.000 --> 00:00:04.000\nHi.\n`;
    expect(await saidIn(text)).toEqual(['5 1 [Mira Holt] Hello.', '9 3 Hi.']);
  });

  it('services that have voices for ids', async () => {
    const text = `${HEAD}Speaker 1\n${CUE}Hello.\n\nSpeaker 2\n00:00:03.000 --> 00:00:04.000\nHi.\n`;
    expect(await saidIn(text)).toEqual(['5 1 [Speaker 1] Hello.', '9 3 [Speaker 2] Hi.']);
    const named = ['Ann', 'Ole', 'Ann', 'Ole'].map(
      (id, at) => `${id}\n00:0${at}.000 --> 00:0${at}.500\nword ${at}\n`,
    );
    expect(await saidIn(HEAD + named.join('\n'))).toContain('13 2 [Ann] word 2');
  });

  it('Rev: a dash for a voice is somebody else without a name', async () => {
    const text = `${HEAD}1\n${CUE}<v ->The bridge is open.</v>\n\n2\n00:00:02.000 --> 00:00:03.000\nsince May.\n`;
    expect(await saidIn(text)).toEqual(['5 1 - The bridge is open.', '9 2 since May.']);
  });

  it('streams: parts with a head each, and hours beyond two digits', async () => {
    const part = 'WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000\n\n';
    const text = `${part}${CUE}one\n\n${part}123:00:00.000 --> 123:00:01.000\ntwo\n`;
    expect(await saidIn(text)).toEqual(['5 1 one', '11 442800 two']);
  });
});

describe('a line of times', () => {
  it.each([
    ['00:01.500 --> 00:02.000', 1.5],
    ['0:00:01.500 --> 0:00:02.000 align:start position:0%', 1.5],
    ['00:00:01,500 --> 00:00:02,000', 1.5],
    ['00:00:01 --> 00:00:02', 1],
    ['00: 00: 01,500 -> 00: 00: 02,000', 1.5],
    [' 00:00:01.5-->00:00:02.0 line:84% ', 1.5],
    ['00:00:01.500 → 00:00:02.000', 1.5],
    ['100:00:01.500 --> 100:00:02.000', 360_001.5],
    ['59.240 --> 1:03.100', 59.24],
    ['0:00:01.500,0:00:03.000', 1.5],
  ])('is %j', async (times, start) => {
    expect((await read(webvtt, `${HEAD}${times}\nHello.\n`)).source.parts).toEqual([
      { place: 4, text: 'Hello.', label: null, time: start },
    ]);
  });

  it.each([
    'the flow goes A --> B',
    '02:34 --> that is when',
    '02:34 --> 02:36',
    '5 --> 6',
    '0.5 -> 1.5',
    'At 00:00:01.000 --> 00:00:02.000',
  ])('is not what is said: %j', async (words) => {
    expect(await saidIn(`${HEAD}1\n${CUE}${words}\n`)).toEqual([`5 1 ${words}`]);
  });

  it('may have words after it', async () => {
    expect(await saidIn(`${HEAD}00:00:01.000 --> 00:00:02.000 Mira: it is open.\n`)).toEqual([
      '3 1 Mira: it is open.',
    ]);
  });

  it('that goes back is noted, once', async () => {
    const text = `${HEAD}${CUE}one\n\n00:00:00.000 --> 00:00:01.000\ntwo\n\n00:00:00.500 --> 00:00:01.000\nthree\n\n${CUE}four\n\n00:00:00.000 --> 00:00:01.000\nfive\n`;
    const { source, notes } = await readCaptions(text);
    expect(source.text).toBe('one two three four five');
    expect(notes).toEqual([{ place: 6, text: expect.stringContaining('1 more times') }]);
  });
});

describe('what is nobody’s words', () => {
  it('is comments, styles, regions and ids', async () => {
    const text = `WEBVTT Kind: captions; Language: zh-Hant
NOTE made by hand

STYLE
::cue { color: lime }
::cue(b) { color: red }

REGION
id:bill
width:40%

NOTE
checked by the editor
in two lines

intro-1
${CUE}note that
NOTE is what I say

STYLE
::cue { color: blue }

NOTE one more
00:00:03.000 --> 00:00:04.000
bye
`;
    expect(await saidIn(text)).toEqual(['18 1 note that', '19 1 NOTE is what I say', '26 3 bye']);
    expect((await readCaptions(text)).facts).toEqual({ language: 'zh-TW' });
  });

  it('is not what is said after an empty line, or between captions: that is noted', async () => {
    const text = `${HEAD}${CUE}Mira: one\n\nstray words\n\nSTYLE\n\n00:00:03.000 --> 00:00:04.000\nMira: two\n`;
    expect(await saidIn(text)).toEqual(['4 1 Mira: one', '6 1 stray words', '8 1 STYLE', '11 3 Mira: two']);
    const { notes, groups } = await readCaptions(text);
    expect(notes).toEqual([{ place: 6, text: expect.stringContaining('after an empty line') }]);
    expect(groups).toEqual([0, 3]);
  });

  it('is not a line of words without an empty line before the next times', async () => {
    const cues = [3, 4, 5, 6, 7].map((at) => `00:00:0${at}.000 --> 00:00:0${at}.500\nword ${at}`);
    const text = `${HEAD}${CUE}Mira: one\n\nand so on for long\n${cues.join('\n')}\n`;
    expect((await readCaptions(text)).source.text).toBe(
      'Mira: one and so on for long word 3 word 4 word 5 word 6 word 7',
    );
  });

  it('is captions without words', async () => {
    const text = `${HEAD}${CUE} \n\n00:00:02.000 --> 00:00:03.000\n&lrm;\u200b&nbsp;\n\n00:00:04.000 --> 00:00:05.000\nhello\n`;
    expect(await saidIn(text)).toEqual(['10 4 hello']);
    await expect(read(webvtt, `${HEAD}${CUE} \n`)).rejects.toThrow('has captions, but no words in them');
    await expect(read(webvtt, 'WEBVTT\n')).rejects.toThrow('has no captions');
  });
});

describe('the words of a caption', () => {
  it.each([
    ['<c.yellow.bg_blue>Hello</c> <i>all</i> of <lang en-GB>you</lang>', 'Hello all of you'],
    ['We<00:00:01.500><c> start</c>', 'We start'],
    ['<font color="#CCCCCC">We</font> <b>start</b><br/>now', 'We start now'],
    ['<ruby>桥<rt>qiáo</rt></ruby>很好', '桥很好'],
    [
      'Q&amp;A &gt;&gt; it&#39;s 5&nbsp;&lt;b&gt; &copy; AT&T &eacute;&hearts;',
      "Q&A >> it's 5 <b> © AT&T é♥",
    ],
    ['a < b and c > d, if a <b and c> d <inaudible>', 'a < b and c > d, if a <b and c> d <inaudible>'],
    ['{\\an8}Top {\\i1}words{\\i0}\\Nand more', 'Top words and more'],
    ['in C:\\New\\home', 'in C:\\New\\home'],
    ['one\u2028two\u0000three  four\u0085five', 'one twothree four five'],
    ['&amp;lt;', '&lt;'],
  ])('of %j', async (written, words) => {
    expect((await read(webvtt, `${HEAD}${CUE}${written}\n`)).source.text).toBe(words);
  });

  it.each([
    ['<v Mira Holt>\nWe start.', ['5 1 [Mira Holt] We start.']],
    ['<v.loud.first Mira   Holt>We start.', ['4 1 [Mira Holt] We start.']],
    ['<v Mar&#237;a R&amp;D>Lista.</v>', ['4 1 [María R&D] Lista.']],
    ['<v Mira>Hi.</v> <v Ole>Ho.</v>', ['4 1 [Mira] Hi.', '4 1 [Ole] Ho.']],
    [
      '<v Mira>Hi.\n<v Ole>Ho.\nHe.</v>\nHu.',
      ['4 1 [Mira] Hi.', '5 1 [Ole] Ho.', '6 1 [Ole] He.', '7 1 Hu.'],
    ],
    ['<v>Hi.</v>', ['4 1 Hi.']],
    ['<V Mira><i>Hi.</i></V>', ['4 1 [Mira] Hi.']],
  ])('have the voice of %j', async (written, said) => {
    expect(await saidIn(`${HEAD}${CUE}${written}\n`)).toEqual(said);
  });
});

describe('a change of speaker in a line', () => {
  it('begins a part of its own', async () => {
    const text = `${HEAD}${CUE}&gt;&gt; That is true.<00:00:01.500><c> &gt;&gt; Is it? &gt;&gt;</c>\nYes, a>>b.\n`;
    expect(await saidIn(text)).toEqual(['4 1 >> That is true.', '4 1 >> Is it?', '4 1 >>', '5 1 Yes, a>>b.']);
    expect((await readCaptions(text)).groups).toEqual([0]);
  });
});

describe('a file', () => {
  it.each([
    ['WEBVTT - A talk on bridges', { title: 'A talk on bridges' }],
    ['WEBVTT - This file was generated by a program', {}],
    ['WEBVTT FILE', {}],
    ['WEBVTT\nKind: captions\nLanguage: en', { language: 'en' }],
    ['WEBVTT\nX-Language: zh_CN\nTitle: Bridges', { title: 'Bridges', language: 'zh-CN' }],
    ['WEBVTT\nLanguage: fr', {}],
  ])('says of itself: %j', async (head, facts) => {
    expect((await read(webvtt, `${head}\n\n${CUE}Hello.\n`)).facts).toEqual(facts);
  });

  it.each([
    ['WEBVTT', ['webvtt']],
    [`WEBVTT\r\r1\r${CUE.replace('\n', '\r')}Hello.\r`, ['webvtt']],
    [`${CUE}Hello.`, ['webvtt']],
    [`Bridge meeting\n2024-05-01\n\n${CUE}Hello.\n\n${CUE}Hi.\n`, ['webvtt']],
    ['WEBVTT is a format.\nIt has times.', []],
    [`How captions look\n\nThey have times:\n\n${CUE}Hello.\n\nThat is all.`, []],
    ['Mira: the flow goes A --> B', []],
    ['', []],
  ])('is recognised by what is in it: %j', (text, kinds) => {
    expect(kindsOf(text)).toEqual(kinds);
  });
});
