import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../src/core/steps.ts';
import type { OpenedSource } from '../../src/formats/format.ts';
import { json } from '../../src/formats/json/containers.ts';
import { labelSteps } from '../../src/formats/labels.ts';
import { webvtt } from '../../src/formats/webvtt.ts';
import { readCaptions } from './captions.ts';
import { recordingOf, turnsOf } from './recordings.ts';

/** Who says what in a text, a line for each turn. */
async function saidIn(...lines: string[]): Promise<string[]> {
  const turns = turnsOf(await recordingOf(lines.join('\n')));
  return turns.map(({ name, text }) => `${name ?? '?'}: ${text}`);
}

/** Who says what in captions, one each three seconds. */
async function captionedIn(...cues: string[]): Promise<string[]> {
  const clock = (seconds: number) =>
    `00:${String(100 + Math.floor(seconds / 60)).slice(1)}:${String(100 + (seconds % 60)).slice(1)}.000`;
  const text = `WEBVTT\n\n${cues.map((words, at) => `${clock(at * 3)} --> ${clock(at * 3 + 3)}\n${words}\n`).join('\n')}`;
  return labelledIn(await readCaptions(text));
}

function labelledIn(opened: OpenedSource): string[] {
  const turns = turnsOf(runToEnd(labelSteps(webvtt, opened)));
  return turns.map(({ name, text }) => `${name ?? '?'}: ${text}`);
}

describe('in a chat without a scribe', () => {
  it('the nick speaks, not whom it addresses', async () => {
    expect(
      await saidIn(
        '[14:02] <bob_> ann: did you see it?',
        '[14:03] <ann> yes',
        '[14:03] <bob_> ann: and the second one?',
        '[14:04] <ann> bob_: not yet',
        '[14:05] <cy> ann: it is above',
      ),
    ).toEqual([
      'bob_: ann: did you see it?',
      'ann: yes',
      'bob_: ann: and the second one?',
      'ann: bob_: not yet',
      'cy: ann: it is above',
    ]);
  });

  it('only what a scribe writes before a colon names who speaks', async () => {
    expect(
      await saidIn(
        '14:01 <ann> scribenick: ann',
        '14:02 <ann> Mira: The bridge is open.',
        '14:03 <ann> ... since May.',
        '14:04 <bob> Mira: is it painted?',
        '14:05 <ann> Mira: It is.',
      ),
    ).toEqual(['Mira: The bridge is open. since May.', 'bob: Mira: is it painted?', 'Mira: It is.']);
  });
});

describe('names that are words for days, or for parts of a text', () => {
  it('are names with a time beside them', async () => {
    expect(
      await saidIn(
        'April Jones  0:01',
        'We start.',
        '',
        'Grace Note  0:05',
        'Is it open?',
        '',
        'April Jones  0:09',
        'It is.',
      ),
    ).toEqual(['April Jones: We start.', 'Grace Note: Is it open?', 'April Jones: It is.']);
  });

  it('lose no words where they are too much like a heading', async () => {
    const said = await saidIn('April Agenda Jones  0:01', 'We start now.', '', 'Bo Dahl  0:04', 'Is it?');
    expect(said).toEqual(['?: We start now.', 'Bo Dahl: Is it?']);
  });

  it('are names before colons', async () => {
    expect(
      await saidIn('April Jones: We start.', '', 'Tom Page: Is it open?', '', 'April Jones: It is.'),
    ).toEqual(['April Jones: We start.', 'Tom Page: Is it open?', 'April Jones: It is.']);
  });

  it('are names where they come again beside others', async () => {
    expect(await saidIn('June: we start.', 'Bo: yes.', 'June: ok.')).toEqual([
      'June: we start.',
      'Bo: yes.',
      'June: ok.',
    ]);
  });

  it('order a text where several do', async () => {
    const said = await saidIn(
      'Monday: the bridge.',
      'Ann: Yes.',
      'June: the roof.',
      'Monday: ok.',
      'Ann: No.',
      'June: ok.',
    );
    expect(said.filter((turn) => /^(?:Monday|June)/.test(turn))).toEqual([]);
  });

  it.each(['April Meeting', 'Next Friday', 'Budget Update', 'Meeting Notes'])(
    '%s is no name',
    async (heading) => {
      const said = await saidIn(
        'Ann Lee: Yes.',
        '',
        `${heading}: until noon.`,
        '',
        'Bo Dahl: Is it?',
        '',
        'Ann Lee: No.',
      );
      expect(said.filter((turn) => turn.startsWith(heading))).toEqual([]);
    },
  );
});

describe('words before a colon in captions', () => {
  it.each([
    ['one caption', ['Mira: hello'], ['Mira: hello']],
    [
      'one caption of two lines',
      ['Mira: the first line\nand the second'],
      ['Mira: the first line and the second'],
    ],
    ['two captions', ['Mira: hello', 'Ole: is it open?'], ['Mira: hello', 'Ole: is it open?']],
  ])('are names where each has one, in %s', async (_, cues, right) => {
    expect(await captionedIn(...cues)).toEqual(right);
  });

  // A caption alone does not show that Paris is nobody.
  it.each(['Good: when do we start?', 'Paris: the city of bridges', 'Good: When do we start?'])(
    '%s names nobody where nothing else does',
    async (words) => {
      for (const cues of [
        [words, 'We start at noon.'],
        ['We start at noon.', words, 'That is all.'],
        ...(words.startsWith('Paris') ? [] : [[words]]),
      ]) {
        const said = await captionedIn(...cues);
        expect(said.filter((turn) => !turn.startsWith('?: '))).toEqual([]);
      }
    },
  );

  it('that come once and go on in small letters name nobody among names', async () => {
    const said = await captionedIn(
      'Ann Lee: We paint it.',
      'Bo Dahl: When?',
      'Ann Lee: In May.',
      'Rust: it never sleeps.',
      'Lesson one: paint it.',
      'Bo Dahl: Is that all?',
      'Ann Lee: It is.',
      'Rule: paint it twice.',
      'Bo Dahl: I see.',
      'Ann Lee: Good.',
    );
    expect(said.filter((turn) => /^\?: /.test(turn)).join(' ')).toContain('Rust: it never sleeps.');
    expect(said.filter((turn) => !/^(?:Ann Lee|Bo Dahl|\?): /.test(turn))).toEqual([]);
    expect(said.filter((turn) => /^(?:Ann|Bo).*(?:Rust|Lesson|Rule)/.test(turn))).toEqual([]);
  });
});

describe('where each line is labelled', () => {
  it.each(['Member of the public', 'Question from audience', 'Speaker from the floor'])(
    '%s is a label',
    async (who) => {
      expect(await saidIn('Chan: I agree.', `${who}: And glass?`, 'Chan: No glass.', 'Lee: None.')).toEqual([
        'Chan: I agree.',
        `${who}: And glass?`,
        'Chan: No glass.',
        'Lee: None.',
      ]);
    },
  );

  it('a few words before a colon are never those of the one before', async () => {
    expect(
      await saidIn(
        'Chan: I agree.',
        'Lady at the back: And glass?',
        'Chan: No glass.',
        'Lee: None.',
        'Chan: Good.',
      ),
    ).toEqual([
      'Chan: I agree.',
      '?: Lady at the back: And glass?',
      'Chan: No glass.',
      'Lee: None.',
      'Chan: Good.',
    ]);
  });
});

describe('a time without a name, among times with names', () => {
  it.each([
    ['00:00:01', '00:00:05', '00:00:09', '00:00:12'],
    ['[00:01]', '[00:05]', '[00:09]', '[00:12]'],
    [
      '[00:01.000 --> 00:05.000]',
      '[00:05.000 --> 00:09.000]',
      '[00:09.000 --> 00:12.000]',
      '[00:12.000 --> 00:15.000]',
    ],
  ])('%s: begins the words of nobody known', async (...times) => {
    const words = ['Ann Lee: We start.', 'Not labelled here.', 'Bo Dahl: Yes.', 'Ann Lee: Good.'];
    expect(await saidIn(...words.map((line, at) => `${times[at]} ${line}`))).toEqual([
      'Ann Lee: We start.',
      '?: Not labelled here.',
      'Bo Dahl: Yes.',
      'Ann Lee: Good.',
    ]);
  });
});

describe('captions labelled at changes', () => {
  const cue = (at: number, words: string) => `00:00:${at}.000 --> 00:00:${at + 2}.000\n${words}\n\n`;

  it('are nobody’s after a long silence', async () => {
    const text = `WEBVTT\n\n${cue(10, 'Ann: We start.')}${cue(13, 'It is late.')}${cue(40, 'Who is there.')}${cue(43, 'Bo: Me.')}${cue(46, 'Ann: Good.')}`;
    expect(labelledIn(await readCaptions(text))).toEqual([
      'Ann: We start. It is late.',
      '?: Who is there.',
      'Bo: Me.',
      'Ann: Good.',
    ]);
  });

  it('are nobody’s after a question', async () => {
    expect(
      await captionedIn('Ann: We start.', 'Is it open?', 'Since May.', 'Bo: Good.', 'Ann: Yes.'),
    ).toEqual(['Ann: We start. Is it open?', '?: Since May.', 'Bo: Good.', 'Ann: Yes.']);
  });
});

describe('what a recogniser heard', () => {
  it.each(['Gut: wann?', 'Mira Holt: We start.', 'Good: When?'])('%s names nobody', async (words) => {
    const segments = [words, 'We start at noon.', words, 'That is all.'].map((text, at) => ({
      id: at,
      seek: 0,
      start: at * 3,
      end: at * 3 + 3,
      text: ` ${text}`,
      tokens: [1],
      temperature: 0,
      avg_logprob: -0.2,
      compression_ratio: 1,
      no_speech_prob: 0.1,
    }));
    const text = JSON.stringify({
      text: segments.map((segment) => segment.text).join(''),
      segments,
      language: 'en',
    });
    const opened = await json.read({ bytes: Buffer.from(text), text });
    expect(runToEnd(labelSteps(json, opened)).pieces.map(({ name }) => name)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
