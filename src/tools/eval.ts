import '../node-version.js';
import { parseArgs } from 'node:util';
import { commands } from '../../commands/index.ts';
import { UsageError } from '../arguments.ts';
import { readConfig, readVersion } from '../config.ts';
import { libraryOf } from '../core/library.ts';
import { readDictionary } from '../corpus/dictionary.ts';
import { type Output, print, printAsIs, program, runIfMain } from '../program.ts';
import { lengthLines } from './eval/length.ts';
import { type ReadSet, readOwnSet, readSets } from './eval/read-sets.ts';
import { measured, partLines, setLines } from './eval/report.ts';
import { measureRetrievalSet } from './eval/retrieval-set.ts';
import { testSets } from './eval/sets.ts';

const USAGE = `Usage:
  npm run eval                            our questions about scsp-chips-2025, and how much each part contributes
  npm run eval -- --sets FOLDER           the same with other sets, which the project does not hold; may be repeated
  npm run eval -- --length                how long replies to our questions are on a phone
  npm run --silent eval -- --passages FILE --queries FILE [--json]
FOLDER has docs.jsonl and queries.jsonl, or seminars' folders and questions.jsonl, or folders that have these.
FILE has one JSON object per line: {"id","text","speaker"?,"seminar"?} and {"id","query","gold":[ids],"seminar"?}.
questions.jsonl has {"question","seminar","gold":[segments],"kind"?}; of those without gold, "kind" says far or near.`;

const QUESTIONS_FILE = 'tests/questions.jsonl';
/** The seminar that our questions are about. Others in the corpus would only add what is not measured. */
const QUESTIONS_SEMINAR = 'scsp-chips-2025';
const BAD_USAGE = 2;

/** Measures search on our own questions and on other sets, or on one retrieval set alone; or the length of replies. */
export const main = program(
  { usage: USAGE, faultStatus: BAD_USAGE },
  async (args, { stdout, stderr, env }) => {
    const { passages, queries, json, sets, length } = parseArgs({
      args,
      options: {
        passages: { type: 'string' },
        queries: { type: 'string' },
        json: { type: 'boolean', default: false },
        sets: { type: 'string', multiple: true, default: [] },
        length: { type: 'boolean', default: false },
      },
    }).values;
    const corpus = () => readConfig(env, (line) => print(stderr, line)).CORPUS_DIR;
    if (length) {
      if (json || sets.length > 0 || passages !== undefined || queries !== undefined)
        throw new UsageError('--length goes alone.');
      return everyLength(stdout, corpus());
    }
    if (passages === undefined && queries === undefined) {
      if (json) throw new UsageError('--json goes with --passages and --queries.');
      return everySet(stdout, corpus(), sets);
    }
    if (passages === undefined || queries === undefined)
      throw new UsageError('Give both --passages and --queries.');
    if (sets.length > 0) throw new UsageError('Give either --sets, or --passages and --queries.');
    return measureRetrievalSet(stdout, { passagesFile: passages, queriesFile: queries, json });
  },
);

/** Our own questions and those of other folders in one table, and what each part contributes. */
async function everySet(stdout: Output, corpus: string, folders: readonly string[]): Promise<number> {
  const others: ReadSet[] = [];
  for (const folder of folders) others.push(...(await readSets(folder)));
  const shipped = await readOwnSet(corpus, QUESTIONS_SEMINAR, QUESTIONS_FILE);
  const sets = testSets(shipped, others);
  print(stdout, `Shipped: our questions about ${QUESTIONS_SEMINAR} alone, whatever else is in ${corpus}.\n`);
  for (const line of setLines(measured(sets))) printAsIs(stdout, line);
  print(stdout, '');
  for (const line of partLines(sets)) printAsIs(stdout, line);
  return 0;
}

/** How long the replies to our own questions are. */
async function everyLength(stdout: Output, corpus: string): Promise<number> {
  const { transcripts, questions } = await readOwnSet(corpus, QUESTIONS_SEMINAR, QUESTIONS_FILE);
  const library = libraryOf(transcripts, readDictionary);
  const context = { library, commands, versions: { rostrum: readVersion(), node: process.version } };
  const asked = questions.map(({ question }) => question);
  for (const line of lengthLines(asked, context)) printAsIs(stdout, line);
  return 0;
}

await runIfMain(import.meta, main);
