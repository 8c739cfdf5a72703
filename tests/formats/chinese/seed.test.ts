import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Piece } from '../../../src/formats/format.ts';
import { ownSettings, SHIPPED_SEMINAR } from '../../surroundings.ts';
import { lostOrTwice, recordingOf } from './told.ts';

const FOLDER = join(ownSettings().CORPUS_DIR ?? '', SHIPPED_SEMINAR);
const source = readFileSync(`${FOLDER}/source.txt`, 'utf8');
const transcript = readFileSync(`${FOLDER}/transcript.md`, 'utf8');
/** How the article prints the five names. */
const SPELLINGS: Readonly<Record<string, string>> = {
  AnaSwanson: 'Ana Swanson',
  AlanEsteve: 'Alan Estevez',
  AlanEstevez: 'Alan Estevez',
  NazakNikakhtar: 'Nazak Nikakhtar',
  ChrisMiller: 'Chris Miller',
  RevaGoujon: 'Reva Goujon',
};
const SEGMENT = /^### (p\w+) \| line (\d+) \| (?:([^|\n]+) \| )?(\w+)$/;

interface Curated {
  id: string;
  line: number;
  name: string | null;
  basis: string;
  words: string;
}

/** The segments that people have made of the article. */
function curated(): Curated[] {
  const found: Curated[] = [];
  for (const line of transcript.slice(transcript.indexOf('\n### ')).split('\n')) {
    const heading = SEGMENT.exec(line);
    const last = found.at(-1);
    if (heading) {
      const [, id = '', place, name, basis = ''] = heading;
      found.push({ id, line: Number(place), name: name ?? null, basis, words: '' });
    } else if (last && line !== '' && !line.startsWith('- ')) last.words = line;
  }
  return found;
}

describe('the article with labels on some paragraphs, beside what people have made of it', async () => {
  const recording = await recordingOf(source);
  const { parts } = recording.opened.source;
  const lines = source.split('\n');
  const nameOf = ({ name }: Piece) =>
    name === null ? null : (SPELLINGS[name.replace(/^主持人|\s/g, '')] ?? name);
  /** Our pieces that have a word of a segment. */
  function piecesOf({ line, words }: Curated): Piece[] {
    const part = parts.findIndex(({ place }) => place === line);
    const start = (parts[part]?.text ?? '').indexOf(words);
    expect(start, words).toBeGreaterThanOrEqual(0);
    return recording.pieces.filter(
      (piece) => piece.part === part && piece.start < start + words.length && piece.end > start,
    );
  }

  it('has segments of each kind to be compared with', () => {
    const kinds = new Set(curated().map(({ basis }) => basis));
    expect([...kinds].sort()).toEqual([
      'continued',
      'editorial',
      'inferred',
      'labelled',
      'reported',
      'unknown',
    ]);
    expect(curated().length).toBe(67);
    expect(lines.length).toBeGreaterThan(54);
  });

  it.each(curated().filter(({ basis }) => /labelled|continued|reported/.test(basis)))(
    '$id: $name, $basis',
    (segment) => {
      const names = piecesOf(segment).map(nameOf);
      expect(names.length).toBeGreaterThan(0);
      expect(new Set(names)).toEqual(new Set([segment.name]));
    },
  );

  it.each(curated().filter(({ basis }) => /unknown|editorial/.test(basis)))(
    '$id: nobody, $basis',
    (segment) => {
      expect(new Set(piecesOf(segment).map(nameOf))).toEqual(new Set(piecesOf(segment).map(() => null)));
    },
  );

  it.each(curated().filter(({ basis }) => basis === 'inferred'))('$id: nobody, or $name', (segment) => {
    for (const name of piecesOf(segment).map(nameOf)) expect([null, segment.name]).toContain(name);
  });

  it('calls nothing the publisher’s that people found to be somebody’s, known or not', () => {
    const editorial = recording.pieces.filter(({ basis }) => basis === 'editorial');
    const spoken = curated().filter(({ basis }) => basis !== 'editorial');
    expect(spoken.flatMap(piecesOf).filter((piece) => editorial.includes(piece))).toEqual([]);
  });

  it('leaves out its page, and gives its headline, but no day, since it has no year', () => {
    expect([...recording.leftOut].map(([at, reason]) => `${parts[at]?.place} ${reason}`)).toEqual(
      expect.arrayContaining(['1 heading', '54 note', '55 note']),
    );
    expect(recording.leftOut.size).toBe(3);
    expect(recording.facts).toEqual({ title: '半导体震撼对决:前BIS局长独家解读中美竞争舞台' });
  });

  it('keeps each word once', () => {
    expect(lostOrTwice(recording)).toEqual([]);
  });
});
