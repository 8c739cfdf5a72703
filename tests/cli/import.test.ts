import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main as check } from '../../src/cli/check.ts';
import { main } from '../../src/cli/import.ts';
import { type Result, runHere } from '../programs.ts';
import { temporaryFolder } from '../store/temporary.ts';

const MEETING = `WEBVTT

00:00:01.000 --> 00:00:04.000
Mira Holt: Shall we start? It is late already.

00:00:04.000 --> 00:00:06.000
Speaker 2: Yes, the bridge is open since Monday.

00:00:06.500 --> 00:00:09.000
Mira Holt: How long is it? Forty metres, I think.

00:00:10.000 --> 00:00:12.000
Speaker 2: It was painted twice.
`;

interface World {
  corpus: string;
  /** Writes a file to import. */
  file(name: string, contents: string | Uint8Array): string;
  run(...args: string[]): Promise<Result>;
  transcript(id: string): string;
  /** Edits a transcript as a person would. */
  edit(id: string, edits: Readonly<Record<string, string>>): void;
  check(): Promise<Result>;
}

function world(): World {
  const folder = temporaryFolder();
  const corpus = join(folder, 'corpus');
  mkdirSync(corpus);
  const env = { CORPUS_DIR: corpus };
  const transcript = (id: string) => readFileSync(join(corpus, id, 'transcript.md'), 'utf8');
  return {
    corpus,
    transcript,
    file(name, contents) {
      writeFileSync(join(folder, name), contents);
      return join(folder, name);
    },
    run: (...args) => runHere(main, args, { env }),
    edit(id, edits) {
      let text = transcript(id);
      for (const [before, after] of Object.entries(edits)) {
        expect(text).toContain(before);
        text = text.replaceAll(before, after);
      }
      writeFileSync(join(corpus, id, 'transcript.md'), text);
    },
    check: () => runHere(check, [], { env }),
  };
}

describe('import', () => {
  it('says that nobody is answered from it while another seminar has an error', async () => {
    const { file, run, edit } = world();
    await run(file('bridge.vtt', MEETING));
    edit('bridge', { 'It is late already.': 'It is early.' });
    const { stdout, status } = await run(file('quay.vtt', MEETING.replace('forty', 'fifty')), '--id', 'quay');
    expect(status).toBe(0);
    expect(stdout).toMatch(/not used for answers until the errors in \S*bridge\/transcript\.md are fixed/);
    expect(stdout).not.toContain('npm run ask');
  });

  it('makes a seminar of a file, which the check accepts and the next program answers from', async () => {
    const { corpus, file, run, check: checked } = world();
    const { stdout, stderr, status } = await run(file('2024-05-01 Bridge meeting.vtt', MEETING));
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(readFileSync(join(corpus, 'bridge-meeting', 'source.vtt'), 'utf8')).toBe(MEETING);
    expect(stdout).toContain('Mira Holt: 2 turns');
    expect(stdout).toMatch(
      /Ask: npm run ask -- "What did Mira Holt say about \w+\?" --seminar bridge-meeting/,
    );
    expect((await checked()).status).toBe(0);
    expect(readdirSync(corpus)).toEqual(['bridge-meeting']);
  });

  it('takes what is given for what is read', async () => {
    const { file, run, transcript } = world();
    const options = [
      '--id',
      'talk',
      '--title',
      'Bridges: a talk',
      '--date',
      '2024-05-02',
      '--language',
      'en',
    ];
    await run(
      file('a.vtt', MEETING),
      ...options,
      '--recording',
      'https://youtu.be/abc',
      '--name',
      'speaker 2=Ole Berg',
    );
    const written = transcript('talk');
    expect(written).toContain(
      'title: "Bridges: a talk"\ndate: 2024-05-02\nlanguage: en\nrecording: "https://youtu.be/abc"',
    );
    expect(written).toContain('  - name: Ole Berg\n    aliases: [Speaker 2]');
    expect(written).toContain('### p7 | line 7, 0:04 | Ole Berg | labelled\n- label: Speaker 2:\n');
  });

  it('writes nothing in a dry run, and says the same', async () => {
    const { corpus, file, run } = world();
    const dry = await run(file('a.vtt', MEETING), '--dry-run');
    expect(readdirSync(corpus)).toEqual([]);
    expect(dry.stdout).toContain('Nothing was written');
    const real = await run(file('a.vtt', MEETING));
    expect(real.stdout.split('\n').slice(0, 6)).toEqual(dry.stdout.split('\n').slice(0, 6));
  });

  it('gives another file of the same name a folder of its own', async () => {
    const { corpus, file, run } = world();
    await run(file('meeting.vtt', MEETING));
    await run(
      file(
        'meeting.vtt',
        'Ann Lee: This is quite another talk, on tunnels.\nBo Roy: So it is, on tunnels.\n',
      ),
    );
    expect(readdirSync(corpus)).toEqual(['meeting', 'meeting-2']);
  });

  it('reads a file in another encoding, and again at each check', async () => {
    const { file, run, transcript, check: checked } = world();
    const latin = Buffer.from('Mira: Un caf\u00E9 na\u00EFf.\nOle: Oui.\n', 'latin1');
    const asked = await run(file('cafe.txt', latin));
    expect(asked.status).toBe(1);
    expect(asked.stderr).toContain('Un café naïf.');
    expect(asked.stderr).toContain('--encoding windows-1252');
    await run(file('cafe.txt', latin), '--encoding', 'windows-1252');
    expect(transcript('cafe')).toContain('Un café naïf.');
    expect((await checked()).status).toBe(0);
  });
});

describe('import refuses', () => {
  it.each([
    ['no file', [], 2, 'Give the file to import.'],
    ['two files', ['a', 'b'], 2, 'one file at a time'],
    ['an option that is none', ['a', '--foo'], 2, "'--foo'"],
    ['an empty name', ['a', '--name', '='], 2, 'a label, "=" and a name'],
    ['what stands for a name', ['a', '--name', '1=…'], 2, 'a label, "=" and a name'],
    ['what stands for a title', ['a', '--title', '…'], 2, '--title must be a title'],
    ['two names', ['a', '--name', '1=Ann', '--name', '1=Bo'], 2, '"1" two names, "Ann" and "Bo"'],
    ['a date that is none', ['a', '--date', '1/5/2024'], 2, 'such as 2026-03-09'],
    [
      'a password in an address',
      ['a', '--recording', 'https://a:b@c.org/x'],
      2,
      'has a name or a password in it',
    ],
    ['a long address', ['a', '--recording', `https://c.org/${'x'.repeat(987)}`], 2, 'has 1001 characters'],
    ['no address', ['a', '--recording', 'c.org/x'], 2, 'such as https://youtu.be/abc, not "c.org/x"'],
    ['a file that is not there', ['/nowhere/a.vtt'], 1, 'There is no such file'],
    ['a folder', ['tests'], 1, 'This is a folder'],
    ['a device', ['/dev/null'], 1, 'a device or a pipe'],
  ])('%s', async (_, args, expected, words) => {
    const { corpus, run } = world();
    const { stderr, status } = await run(...args);
    expect(stderr).toContain(words);
    expect(status).toBe(expected);
    expect(readdirSync(corpus)).toEqual([]);
  });

  it.each([
    ['no words', '***\n---\n', 'nobody says anything in it'],
    ['brackets that are no data', '[[[\n{"":[]}\n---\n', 'The file begins like JSON, but'],
    [
      'many signs that no text has',
      'Ann\0\0\0 Lee: Shall we start?\n',
      'no text, and no kind of file that is read. Save it as text',
    ],
  ])('a file with %s', async (_, contents, words) => {
    const { corpus, file, run } = world();
    const { stderr, status } = await run(file('a.txt', contents));
    expect(stderr).toContain(words);
    expect(status).toBe(1);
    expect(readdirSync(corpus)).toEqual([]);
  });

  it('a label that the file has not, and names those that it has', async () => {
    const { corpus, file, run } = world();
    const { stderr, status } = await run(file('a.vtt', MEETING), '--name', 'Speaker 9=Ann Lee');
    expect(stderr).toContain('no label "Speaker 9". Its labels: Mira Holt, Speaker 2.');
    expect(status).toBe(1);
    expect(readdirSync(corpus)).toEqual([]);
  });

  it('a folder that it has not made', async () => {
    const { corpus, file, run } = world();
    mkdirSync(join(corpus, 'talk'));
    writeFileSync(join(corpus, 'talk', 'transcript.md'), '---\ntitle: Talk\nspeakers: [Ann Lee]\n---\n');
    const { stderr, status } = await run(file('a.vtt', MEETING), '--id', 'talk');
    expect(stderr).toContain('was not made by the importer');
    expect(status).toBe(1);
    expect(readdirSync(corpus)).toEqual(['talk']);
  });
});

/** The meeting after a person has corrected its transcript. */
async function corrected(): Promise<World> {
  const made = world();
  await made.run(made.file('meeting.vtt', MEETING));
  made.edit('meeting', {
    'title: meeting': 'title: Bridge meeting # as announced',
    '  - name: Speaker 2\n    anonymous: voice':
      '  - name: Ole Berg\n    role: engineer\n    aliases: [Speaker 2]',
    '| Speaker 2 |': '| Ole Berg |',
    'How long is it? Forty metres, I think.':
      'How long is it?\n\n### p10b | line 10 | unknown\n\nForty metres, I think.',
    '### p13 | line 13, 0:10 | Ole Berg | labelled': '### p13 | line 13, 0:10 | unknown',
  });
  const { stderr, status } = await made.check();
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return made;
}

describe('a second import', () => {
  it('of the same file keeps the transcript as it was corrected', async () => {
    const { file, run, transcript, check: checked } = await corrected();
    const before = transcript('meeting');
    const { stdout } = await run(file('meeting.vtt', MEETING));
    expect(stdout).toContain('Kept 3 corrections');
    expect(transcript('meeting').slice(before.indexOf('### '))).toContain(
      '### p10b | line 10, 0:06 | unknown',
    );
    expect(transcript('meeting')).toContain('title: Bridge meeting # as announced');
    expect(transcript('meeting')).toContain('role: engineer');
    expect((await checked()).status).toBe(0);
  });

  it('of a corrected file keeps what still fits, and says what does not', async () => {
    const { corpus, file, run, transcript, check: checked } = await corrected();
    const changed = MEETING.replace('since Monday', 'since Tuesday').replace('painted twice', 'painted once');
    const more = `${changed}\n00:00:20.000 --> 00:00:22.000\nZoe Quill: Thank you both.\n`;
    const { stdout, status } = await run(file('meeting.vtt', more));
    expect(status).toBe(0);
    expect(stdout).toContain('Kept 2 corrections');
    expect(stdout).toContain('1 correction no longer fits');
    expect(stdout).toMatch(/line \d+: p13 \| unknown/);
    const written = transcript('meeting');
    expect(written).toContain(
      '| Ole Berg | labelled\n- label: Speaker 2:\n\nYes, the bridge is open since Tuesday.',
    );
    expect(written).toContain('### p10b | line 10, 0:06 | unknown\n\nForty metres, I think.');
    expect(written).toContain('  - Zoe Quill');
    expect((await checked()).status).toBe(0);
    expect(readdirSync(join(corpus, 'meeting')).sort()).toEqual(['source-2.vtt', 'transcript.md']);
    expect(readFileSync(join(corpus, 'meeting', 'source-2.vtt'), 'utf8')).toBe(more);
    expect(readFileSync(join(corpus, '.before-meeting', 'source.vtt'), 'utf8')).toBe(MEETING);
  });

  it('gives a voice the name that the review has offered, once and for all', async () => {
    const { file, run, transcript, check: checked } = world();
    const path = file('meeting.vtt', MEETING);
    await run(path);
    const { stdout } = await run(path, '--name', 'Speaker 2=Ole Berg', '--language', 'zh-TW');
    expect(stdout).toContain('Ole Berg: 2 turns');
    expect(stdout).not.toContain('Speaker 2');
    expect(transcript('meeting')).toContain('  - name: Ole Berg\n    aliases: [Speaker 2]\n');
    expect(transcript('meeting')).toContain('| Ole Berg | labelled\n- label: Speaker 2:');
    expect(transcript('meeting')).toContain('language: zh-TW');
    expect((await run(path, '--name', 'Speaker 2=Mira Holt')).stdout).toContain('Mira Holt: 1 turn, 100%');
    expect(transcript('meeting').match(/aliases: .*/g)).toEqual(['aliases: [Speaker 2]']);
    await run(path, '--name', 'Speaker 2=Ann Lee');
    expect(transcript('meeting')).toContain('| Ann Lee | labelled\n- label: Speaker 2:');
    expect(transcript('meeting')).toContain('| Mira Holt | labelled\n- label: Mira Holt:');
    expect((await checked()).status).toBe(0);
  });

  it('takes a name that a person has written for the label it stands for, and keeps what else was corrected', async () => {
    const { file, run, transcript, check: checked } = await corrected();
    const { stdout } = await run(file('meeting.vtt', MEETING), '--name', 'Ole Berg=Ole Berg-Lie');
    expect(stdout).toContain('Kept 3 corrections');
    expect(transcript('meeting')).toContain(
      '  - name: Ole Berg-Lie\n    role: engineer\n    aliases: [Speaker 2]',
    );
    expect(transcript('meeting')).toContain('| Ole Berg-Lie | labelled\n- label: Speaker 2:');
    expect(transcript('meeting')).not.toContain('Ole Berg |');
    expect((await checked()).status).toBe(0);
  });

  it('under a title of its own makes no second seminar of a file', async () => {
    const { corpus, file, run, transcript } = world();
    await run(file('meeting.vtt', MEETING));
    const { stdout } = await run(file('meeting.vtt', MEETING), '--title', 'On bridges');
    expect(stdout).toContain('On bridges (meeting)');
    expect(transcript('meeting')).toContain('title: On bridges\n');
    await run(file('meeting.vtt', MEETING.replace('twice', 'once')), '--title', 'Of bridges');
    await run(file('of-bridges.vtt', MEETING.replace('twice', 'once')), '--date', '2024-05-01');
    expect(transcript('meeting')).toMatch(/^title: Of bridges\n(?:.*\n)*date: 2024-05-01\n/m);
    expect(readdirSync(corpus).sort()).toEqual(['.before-meeting', 'meeting']);
  });

  it('asks for a transcript that passes its check before it makes another of the file', async () => {
    const { corpus, file, run, edit } = world();
    await run(file('meeting.vtt', MEETING));
    edit('meeting', { 'title: meeting': 'tilte: meeting' });
    const { stderr, status } = await run(file('meeting.vtt', MEETING), '--title', 'On bridges');
    expect(stderr).toContain('Correct the transcript that is there first');
    expect(status).toBe(1);
    expect(readdirSync(corpus)).toEqual(['meeting']);
  });

  it('leaves what was left out left out', async () => {
    const { file, run, edit, transcript } = world();
    const talk = 'Mira: We start with the long bridge.\n\nThanks to our sponsors.\n\nOle: It is open.\n';
    await run(file('talk.txt', talk));
    const [segment = ''] = /### p3 [^#]*/.exec(transcript('talk')) ?? [];
    edit('talk', { [segment]: '', '  format: text': '  format: text\n  left-out: 3' });
    await run(file('talk.txt', `${talk}\nMira: And now the short one.\n`), '--id', 'talk');
    expect(transcript('talk')).toContain('left-out: 3');
    expect(transcript('talk')).not.toContain('sponsors');
    expect(transcript('talk')).toContain('the short one');
  });

  it('changes nothing if other files of the seminar do not fit', async () => {
    const { corpus, file, run, transcript } = await corrected();
    writeFileSync(join(corpus, 'meeting', 'cues.yaml'), 'p13:\n  - Was it painted?\n');
    const before = transcript('meeting');
    const without = MEETING.slice(0, MEETING.indexOf('00:00:10.000'));
    const { stderr, status } = await run(file('meeting.vtt', without));
    expect(stderr).toContain('cues.yaml');
    expect(status).toBe(1);
    expect(transcript('meeting')).toBe(before);
    expect(existsSync(join(corpus, 'meeting', 'source-2.vtt'))).toBe(false);
  });
});
