import '../node-version.js';
import { basename, join } from 'node:path';
import { readConfig } from '../config.ts';
import { TRANSCRIPT } from '../corpus/read.ts';
import { recordingOf } from '../importing/recognise.ts';
import { type Reviewed, reviewOf } from '../importing/review.ts';
import { print, printStyled, program, runIfMain } from '../program.ts';
import { renderTerminal } from '../render/terminal.ts';
import { readArguments } from './import/arguments.ts';
import { decodedFile } from './import/encoding.ts';
import { readImported, storedName } from './import/file.ts';
import { faultyFile, publish, refuseLong } from './import/publish.ts';
import { workingQuestion } from './import/question.ts';
import { type Made, targetOf } from './import/target.ts';

const IMPORTED = 0;
const NOT_IMPORTED = 1;

const USAGE = `Usage:
  npm run import -- FILE [--id ID] [--title TITLE] [--date YYYY-MM-DD] [--language en|zh-CN|zh-TW]
                    [--recording URL] [--name "Speaker 1=Ann Lee"]... [--encoding gb18030] [--dry-run]
Makes a seminar of a file: captions (.vtt, .srt), a transcript as text, Markdown, Word or a web page, or the JSON
of a speech recogniser. What you do not give is read from the file or left out.
  npm run import -- meeting.vtt
  npm run import -- interview.docx --title "Bridges of steel" --name "Speaker 1=Ann Lee"
Exit status: ${IMPORTED} imported, ${NOT_IMPORTED} not, 2 bad usage.`;

/** Makes a seminar of a file, and says what a person should look at. */
export const main = program({ usage: USAGE, faultStatus: NOT_IMPORTED }, async (args, terminal) => {
  const { stdout, stderr, env } = terminal;
  const options = readArguments(args);
  const { CORPUS_DIR } = readConfig(env, (line) => print(stderr, line));
  const bytes = await readImported(options.path);
  const { file, encoding, readAs } = await decodedFile(bytes, options.encoding, terminal);
  const recording = await recordingOf(file);
  const names = { name: basename(options.path), stored: storedName(options.path), encoding };
  const shownAs = (id: string) => join(CORPUS_DIR, id);
  const { given, names: pairs, id } = options;
  const imported = { recording, bytes, given, names: pairs, file: names, id };
  const target = await targetOf(CORPUS_DIR, imported, shownAs);
  const folder = shownAs(target.id);
  const printReview = (made: Made) => {
    const about = { recording, encoding: readAs, id: target.id, file: join(folder, TRANSCRIPT) };
    const reply = reviewOf({ ...made.drafted, ...about, ...placesIn(made) });
    printStyled(stdout, renderTerminal(reply, { locale: 'en', colour: stdout.hasColors?.() ?? false }));
  };
  if (options.dryRun) {
    const made = target.make(new Set());
    refuseLong(made.transcript);
    printReview(made);
    print(stdout, `Nothing was written (--dry-run). It would be ${folder}.`);
    return IMPORTED;
  }
  const { made, backup } = await publish(CORPUS_DIR, target, bytes);
  printReview(made);
  print(stdout, `Written to ${folder}.${backup === null ? '' : ` What was there is in ${backup}.`}`);
  const faulty = await faultyFile(CORPUS_DIR);
  if (faulty !== null) {
    print(
      stdout,
      `It is not used for answers until the errors in ${faulty} are fixed; "npm run check" lists them.`,
    );
    return IMPORTED;
  }
  const question = await workingQuestion(CORPUS_DIR, target.id, made.drafted.draft);
  if (question !== null) print(stdout, `Ask: npm run ask -- "${question}" --seminar ${target.id}`);
  return IMPORTED;
});

/** Where segments are in a transcript file, and what became of corrections, as the review says it. */
function placesIn({ transcript, corrections }: Made): Pick<Reviewed, 'lineOf' | 'corrections'> {
  const lines = transcript.split('\n');
  const lineOf = (id: string) => lines.findIndex((line) => line.startsWith(`### ${id} |`)) + 1;
  if (!corrections) return { lineOf, corrections };
  const lost = corrections.lost.map(({ line, id, speakerName, basis }) => ({
    line,
    heading: [id, speakerName, basis].filter((each) => each !== null).join(' | '),
  }));
  return { lineOf, corrections: { kept: corrections.kept.length, lost } };
}

await runIfMain(import.meta, main);
