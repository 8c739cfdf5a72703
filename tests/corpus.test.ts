import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../src/core/language/locale.ts';
import { passageSteps } from '../src/core/passages/passages.ts';
import { parseTranscript } from '../src/core/transcript/parse.ts';
import { problemsIn } from '../src/core/transcript/problem.ts';
import { nameForms } from '../src/core/transcript/speakers.ts';
import { hasSpeaker, type Segment, type Transcript } from '../src/core/transcript/transcript.ts';
import { readCorpus } from '../src/corpus/read.ts';
import { atOnce } from './at-once.ts';
import { corpus } from './fixtures.ts';
import { SHIPPED_SEMINAR as ID } from './surroundings.ts';

const passagesOf = atOnce(passageSteps);

const LAST_LINE = 53;

async function seminar(): Promise<Transcript> {
  const [found] = (await corpus()).transcripts;
  if (!found) throw new Error(`No seminar ${ID}.`);
  return found;
}

/** The source as it lies on the disk, not as the code under test has read it. */
const sourceText = () => readFile(`corpus/${ID}/source.txt`, 'utf8');

async function segmentsOn(first: number, last = first): Promise<Segment[]> {
  return (await seminar()).segments.filter(({ line }) => line >= first && line <= last);
}

describe('every seminar in the corpus folder', async () => {
  const { transcripts, problems } = await readCorpus('corpus');
  const passages = transcripts.flatMap(passagesOf);

  it('passes the check, and every folder is one', async () => {
    const entries = await readdir('corpus', { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
    expect(problems).toEqual([]);
    expect(transcripts.map(({ id }) => id)).toEqual(folders.map(({ name }) => name).sort());
  });

  it('has every passage word for word in its source, at its place and on its line', async () => {
    for (const transcript of transcripts) {
      const written = await readFile(`corpus/${transcript.id}/transcript.md`, 'utf8');
      const file = parseTranscript(written, problemsIn(''))?.frontMatter.source.file;
      const source = await readFile(`corpus/${transcript.id}/${file}`, 'utf8');
      for (const { id, text, start, line } of passagesOf(transcript)) {
        expect(source.slice(start, start + text.length), id).toBe(text);
        expect(source.slice(0, start).split('\n'), id).toHaveLength(line);
      }
    }
  });

  it('has an id of its own for each passage', async () => {
    const ids = passages.map(({ id }) => id);
    expect(new Set(ids)).toHaveLength(ids.length);
    expect(passages.length).toBeGreaterThanOrEqual(transcripts.flatMap(({ segments }) => segments).length);
  });

  it('has passages that together are the segment', async () => {
    for (const segment of transcripts.flatMap(({ segments }) => segments)) {
      const parts = passages.filter((passage) => passage.segment === segment);
      const bare = (text: string) => text.replace(/\s/g, '');
      expect(bare(parts.map(({ text }) => text).join('')), segment.id).toBe(bare(segment.text));
    }
  });

  it('names declared speakers alone', async () => {
    for (const { segments, speakers } of transcripts)
      for (const { id, speaker } of segments) if (speaker) expect(speakers, id).toContain(speaker);
  });

  it('has a name exactly if its basis has one', async () => {
    for (const { segments } of transcripts)
      for (const { id, basis, speaker } of segments) expect(speaker !== null, id).toBe(hasSpeaker(basis));
  });

  it('has evidence in each language for every inferred name', async () => {
    for (const { segments } of transcripts)
      for (const { id, evidence } of segments.filter(({ basis }) => basis === 'inferred'))
        for (const locale of LOCALES) expect(evidence?.[locale].trim(), id).toBeTruthy();
  });

  it('has no evidence, which may contain a name, if nobody is named', async () => {
    for (const { segments } of transcripts)
      for (const { id, evidence } of segments.filter(({ speaker }) => !speaker))
        expect(evidence, id).toBeNull();
  });
});

describe(ID, () => {
  it('has a translation without Chinese for every segment', async () => {
    for (const { id, translation } of (await seminar()).segments) {
      expect(translation?.trim(), id).toBeTruthy();
      expect(translation, id).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('names nobody in the translation of a segment whom the segment does not name', async () => {
    const { segments, speakers } = await seminar();
    for (const { id, text, translation } of segments)
      for (const speaker of speakers) {
        const [first = '', last = ''] = speaker.name.split(' ');
        if (translation?.includes(last))
          expect(
            [...nameForms(speaker), first, last].some((form) => text.includes(form)),
            `${id}, ${last}`,
          ).toBe(true);
      }
  });

  it('accounts for each character of lines 1 to 53 exactly once', async () => {
    const source = await sourceText();
    const end = source.split('\n').slice(0, LAST_LINE).join('\n').length;
    const covered = new Array<string>(source.length).fill('');
    for (const { id, text, start, label } of (await seminar()).segments) {
      const from = start - (label?.length ?? 0);
      expect(source.slice(from, start), id).toBe(label ?? '');
      for (let at = from; at < start + text.length; at++) {
        expect(covered[at], `character ${at} of ${id}`).toBe('');
        covered[at] = id;
      }
    }
    const left = [...source].length === source.length ? [...source] : source.split('');
    const uncovered = left.filter((character, at) => at < end && covered[at] === '' && /\S/.test(character));
    expect(uncovered).toEqual([]);
    expect(covered.slice(end).join('')).toBe('');
  });

  it('keeps the order of the source', async () => {
    const starts = (await seminar()).segments.map(({ start }) => start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  it.each(['免责声明', '648751016', 'qq.com', '页面执行时间', '本站'])(
    'has "%s" in no segment',
    async (words) => {
      expect(await sourceText()).toContain(words);
      for (const { id, text } of (await seminar()).segments) expect(text, id).not.toContain(words);
    },
  );

  it.each([
    [18, 21],
    [23, 27],
    [53, 53],
  ])('names nobody on lines %d to %d', async (first, last) => {
    const segments = await segmentsOn(first, last);
    expect(new Set(segments.map(({ line }) => line)).size).toBe(last - first + 1);
    for (const { id, speaker, basis } of segments) {
      expect(speaker, id).toBeNull();
      expect(['unknown', 'editorial'], id).toContain(basis);
    }
  });

  it("takes headline, news and lead for the publisher's", async () => {
    expect((await segmentsOn(1, 3)).map(({ basis }) => basis)).toEqual([
      'editorial',
      'editorial',
      'editorial',
    ]);
  });

  /** Where the publisher goes on after a full stop and a space, and how the added words begin. */
  const COMMENTARY: [line: number, start: string][] = [
    [8, '这种现象揭示了AI领域内'],
    [15, '这种现象反映了全球科技竞争格局'],
    [16, '从当前的情况来看'],
    [18, '这种做法体现了美国在科技领域的主导地位'],
    [23, '这种做法反映了美国对中国技术发展的担忧'],
    [24, '这种趋势反映出'],
    [35, '通过持续的研发投入和政策支持'],
    [42, '这种逐步增加的技术限制'],
    [46, '这表明在全球半导体竞争中'],
    [49, '这种现象揭示了一个复杂的国际关系现实'],
    [51, '这种多边合作模式'],
    [53, '这种早期共享情报的做法'],
  ];

  it.each(COMMENTARY)('puts the commentary on line %d in nobody\u2019s mouth', async (line, start) => {
    const source = (await sourceText()).split('\n')[line - 1] ?? '';
    const words = source.slice(source.indexOf(start));
    expect(source.indexOf(start)).toBeGreaterThan(0);
    expect((await segmentsOn(line)).at(-1)).toMatchObject({ basis: 'editorial', speaker: null, text: words });
  });

  it('has no other commentary', async () => {
    const lines = (await segmentsOn(4, LAST_LINE))
      .filter(({ basis }) => basis === 'editorial')
      .map(({ line }) => line);
    expect(lines).toEqual(COMMENTARY.map(([line]) => line));
  });

  it('names whom each label of the source names', async () => {
    const labels: [RegExp, string][] = [
      [/^(主持人)?Ana ?Swanson/, 'Ana Swanson'],
      [/^Alan ?Esteve/, 'Alan Estevez'],
      [/^Nazak ?Nikakhtar/, 'Nazak Nikakhtar'],
      [/^Chris ?Miller/, 'Chris Miller'],
      [/^Reva ?Goujon/, 'Reva Goujon'],
    ];
    const lines = (await sourceText()).split('\n').slice(0, LAST_LINE);
    let labelled = 0;
    for (const [at, line] of lines.entries()) {
      const name = labels.find(([label]) => label.test(line))?.[1];
      if (name === undefined) continue;
      labelled++;
      const [first] = await segmentsOn(at + 1);
      expect(first?.speaker?.name, `line ${at + 1}`).toBe(name);
      expect(first?.basis).toBe(/^[^,。]{2,25}:/.test(line) ? 'labelled' : 'reported');
    }
    expect(labelled).toBe(16);
  });

  it.each([
    [35, ['reported', 'unknown', 'editorial']],
    [47, ['reported', 'unknown']],
    [45, ['reported']],
    [46, ['reported', 'editorial']],
  ])('parts the reported words on line %d from what follows', async (line, bases) => {
    expect((await segmentsOn(line)).map(({ basis }) => basis)).toEqual(bases);
  });

  it.each([
    [13, 17, 'Nazak Nikakhtar'],
    [31, 34, 'Nazak Nikakhtar'],
    [39, 39, 'Reva Goujon'],
  ])('infers the speaker of lines %d to %d', async (first, last, name) => {
    for (const { id, basis, speaker } of (await segmentsOn(first, last)).filter(
      (each) => each.basis !== 'editorial',
    )) {
      expect(basis, id).toBe('inferred');
      expect(speaker?.name, id).toBe(name);
    }
  });

  it('has one moderator', async () => {
    const moderators = (await seminar()).speakers.filter(({ moderator }) => moderator);
    expect(moderators.map(({ name }) => name)).toEqual(['Ana Swanson']);
  });
});
