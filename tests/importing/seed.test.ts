import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nameForm } from '../../src/core/language/name-form.ts';
import type { Basis, Transcript } from '../../src/core/transcript/transcript.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import { draftOf } from '../../src/importing/draft-of.ts';
import { recordingOf } from '../../src/importing/recognise.ts';
import { ownSettings, SHIPPED_SEMINAR } from '../surroundings.ts';
import { FILE, imported } from './recordings.ts';

const CORPUS = ownSettings().CORPUS_DIR ?? '';
const SEED = join(CORPUS, SHIPPED_SEMINAR, 'source.txt');
const CERTAIN: readonly Basis[] = ['labelled', 'continued', 'reported'];

/** As people have made it of the article; without an index, which nothing here asks. */
async function curatedTranscript(): Promise<Transcript> {
  const { transcripts } = await readCorpus(CORPUS, SHIPPED_SEMINAR);
  const [transcript] = transcripts;
  if (!transcript) throw new Error('The shipped seminar does not load.');
  return transcript;
}

/** Who says each character of the article, by its line and its place there; null for nobody named. */
type Attributed = Map<string, { name: string | null; basis: Basis }>;

function attributed(
  segments: readonly { line: number; text: string; name: string | null; basis: Basis }[],
  lines: readonly string[],
): Attributed {
  const found: Attributed = new Map();
  const from = new Map<number, number>();
  for (const { line, text, name, basis } of segments) {
    const start = (lines[line - 1] ?? '').indexOf(text, from.get(line) ?? 0);
    from.set(line, start + text.length);
    for (let at = start; at < start + text.length; at++)
      found.set(`${line}:${at}`, { name: name === null ? null : nameForm(name), basis });
  }
  return found;
}

describe('the shipped article, imported', () => {
  it('names whom the curator names, and nobody where the curator names nobody', async () => {
    const bytes = readFileSync(SEED);
    const text = bytes.toString('utf8');
    const recording = await recordingOf({ bytes, text });
    const { draft, problems } = imported(recording);
    expect(problems).toEqual([]);
    const lines = text.split(/\r?\n/);
    const made = attributed(
      draft.segments.map((each) => ({ ...each, line: each.place, name: each.speaker })),
      lines,
    );
    const transcript = await curatedTranscript();
    const curated = attributed(
      transcript.segments.map((each) => ({ ...each, name: each.speaker?.name ?? null })),
      lines,
    );
    expect(made.size).toBeGreaterThan(5000);
    const wrong = Array.from(curated).filter(([place, { name, basis }]) => {
      const here = made.get(place)?.name ?? null;
      return CERTAIN.includes(basis) ? here !== name : here !== null && here !== name;
    });
    expect(wrong.map(([place, { name }]) => `${place} ${name} ${made.get(place)?.name}`)).toEqual([]);
  });

  it('has one speaker for each of the curator’s', async () => {
    const bytes = readFileSync(SEED);
    const recording = await recordingOf({ bytes, text: bytes.toString('utf8') });
    const { draft } = draftOf(recording, {}, FILE);
    expect(draft.speakers.map(({ name }) => name).sort()).toEqual(
      (await curatedTranscript()).speakers.map(({ name }) => name).sort(),
    );
  });
});
