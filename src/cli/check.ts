import { readConfig } from '../config.ts';
import { readCorpus } from '../corpus/read.ts';
import { describeProblem } from '../messages/problems/describe.ts';
import { print, program, runIfMain } from '../program.ts';

/** Proves every transcript against its source and reports each problem: file, line, what to do. */
export const main = program({ faultStatus: 1 }, async (_, { stdout, stderr, env }) => {
  const { CORPUS_DIR } = readConfig(env);
  const { transcripts, problems, warnings } = await readCorpus(CORPUS_DIR);
  for (const { id, segments, speakers } of transcripts) {
    const counts = countBases(segments.map(({ basis }) => basis));
    print(stdout, `${id}: segments: ${segments.length}, speakers: ${speakers.length}; ${counts}.`);
  }
  for (const warning of warnings) print(stdout, `Warning: ${describeProblem(warning, 'en')}`);
  for (const problem of problems) print(stderr, describeProblem(problem, 'en'));
  print(stdout, problems.length === 0 ? 'No problems.' : `Problems: ${problems.length}.`);
  return problems.length === 0 ? 0 : 1;
});

function countBases(bases: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const basis of bases) counts.set(basis, (counts.get(basis) ?? 0) + 1);
  return [...counts].map(([basis, count]) => `${count} ${basis}`).join(', ');
}

await runIfMain(import.meta, main);
