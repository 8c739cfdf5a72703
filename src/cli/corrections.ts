import '../node-version.js';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig } from '../config.ts';
import { visible } from '../core/language/visible.ts';
import { attributionText, type Correction, revisionOf } from '../core/passages/correction.ts';
import { parseTranscript } from '../core/transcript/parse.ts';
import { problemsIn } from '../core/transcript/problem.ts';
import type { Transcript } from '../core/transcript/transcript.ts';
import { TRANSCRIPT } from '../corpus/read.ts';
import { format } from '../messages/message.ts';
import { print, program, runIfMain } from '../program.ts';
import { correctionsIn } from '../store/corrections.ts';
import { storeIn } from '../store/store.ts';

const REMEDY = 'See corpus/README.md, "How to correct an attribution".';

/** Reports that propose the same for the same segment. */
interface Edit {
  seminar: string;
  segment: string;
  reports: [Correction, ...Correction[]];
}

/** Lists what was reported with *Wrong speaker?* as edits to make in the transcripts; it changes nothing. */
export const main = program({ faultStatus: 1 }, async (_, { stdout, stderr, env }, load) => {
  const { CORPUS_DIR, DATA_DIR } = readConfig(env, (line) => print(stderr, line));
  const { transcripts } = await load(CORPUS_DIR);
  const store = correctionsIn(storeIn(DATA_DIR));
  const edits = editsOf(await store.list());
  store.close();
  for (const edit of edits) {
    const transcript = transcripts.find(({ id }) => id === edit.seminar);
    const file = join(CORPUS_DIR, edit.seminar, TRANSCRIPT);
    const heading = transcript && headingOf(edit.segment, await readFile(file, 'utf8'));
    const place = visible(`${file}:${heading?.line ?? 1}`);
    print(stdout, `${place}\n${describe(edit, transcript, heading?.text)}\n`);
  }
  const reports = edits.reduce((total, edit) => total + edit.reports.length, 0);
  const counts = `Reports: ${reports}, edits: ${edits.length}.`;
  print(stdout, reports === 0 ? 'No reports.' : `${counts} ${REMEDY}`);
  return 0;
});

/** A segment's heading as written in the transcript file, and its line there, from 1. */
function headingOf(segment: string, written: string): { line: number; text: string | undefined } | undefined {
  const entry = parseTranscript(written, problemsIn(TRANSCRIPT))?.entries.find(({ id }) => id === segment);
  return entry && { line: entry.line, text: written.split(/\r?\n/)[entry.line - 1] };
}

/** Reports grouped into edits, in the order in which the first of each came. */
function editsOf(corrections: readonly Correction[]): Edit[] {
  const edits = new Map<string, Edit>();
  for (const correction of corrections) {
    const [seminar = '', passage = ''] = correction.passage.split('/');
    // A cut segment has one heading for all its passages: `p8.2` is part of p8.
    const segment = passage.replace(/\.\d+$/, '');
    const key = JSON.stringify([seminar, segment, correction.proposal?.normalize('NFKC').toLowerCase()]);
    const known = edits.get(key);
    if (known) known.reports.push(correction);
    else edits.set(key, { seminar, segment, reports: [correction] });
  }
  return [...edits.values()];
}

function describe(edit: Edit, transcript?: Transcript, heading?: string): string {
  const { segment: id, reports } = edit;
  const [{ proposal }] = reports;
  const segment = transcript?.segments.find((each) => each.id === id);
  const revision = transcript && revisionOf(transcript);
  const older = reports.filter((report) => report.revision !== revision);
  const present = segment && attributionText(segment);
  const then = new Set(older.map(({ attribution }) => attribution).filter((each) => each !== present));
  return [
    ['now', heading ?? goneText(edit, transcript)],
    ...[...then].map((attribution) => ['then', attribution]),
    ['proposed', proposal ?? 'nobody named'],
    ['reported', `${reports.length === 1 ? 'once' : `${reports.length} times`}${ageOf(older, reports)}`],
    ...reports.map(({ time, reason }) => ['why', `${reason} (${time})`]),
  ]
    .map(([name, value]) => `  ${`${name}:`.padEnd('proposed: '.length)}${visible(value ?? '')}`)
    .join('\n');
}

/** What is said of a segment that is no longer there: where it was, in what its source counts. */
function goneText({ seminar, segment, reports: [{ line }] }: Edit, transcript?: Transcript): string {
  if (!transcript) return `segment ${segment} is gone with its seminar, ${seminar}`;
  const place = format({ key: `place.${transcript.unit}.source`, values: { place: line } }, 'en');
  return `segment ${segment} (${place}) is no longer in the transcript`;
}

/** Whether the transcript is still as it was when it was reported. */
function ageOf(older: readonly Correction[], reports: readonly Correction[]): string {
  if (older.length === 0) return '; transcript unchanged since';
  if (older.length === reports.length) return '; transcript changed since';
  return `; transcript changed since ${older.length} of them`;
}

await runIfMain(import.meta, main);
