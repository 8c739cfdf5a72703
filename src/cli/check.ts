import '../node-version.js';
import { readConfig } from '../config.ts';
import { countBases } from '../core/answer/speaker-profile.ts';
import { readCorpus } from '../corpus/read.ts';
import { describeProblem } from '../messages/problems/describe.ts';
import { print, program, runIfMain } from '../program.ts';

/** Proves every transcript against its source and reports each problem: file, line, what to do. */
export const main = program({ faultStatus: 1 }, async (_, { stdout, stderr, env }) => {
  const { CORPUS_DIR } = readConfig(env, (line) => print(stderr, line));
  const { transcripts, problems, warnings } = await readCorpus(CORPUS_DIR);
  for (const { id, segments, speakers } of transcripts) {
    const counts = Object.entries(countBases(segments)).filter(([, count]) => count > 0);
    const shown = counts.map(([basis, count]) => `${count} ${basis}`).join(', ');
    print(stdout, `${id}: segments: ${segments.length}, speakers: ${speakers.length}; ${shown}.`);
  }
  for (const warning of warnings) print(stdout, `Warning: ${describeProblem(warning, 'en')}`);
  for (const problem of problems) print(stderr, describeProblem(problem, 'en'));
  print(stdout, problems.length === 0 ? 'No problems.' : `Problems: ${problems.length}.`);
  return problems.length === 0 ? 0 : 1;
});

await runIfMain(import.meta, main);
