import '../node-version.js';
import { basename, join, relative } from 'node:path';
import { readConfig } from '../config.ts';
import { TRANSCRIPT } from '../corpus/read.ts';
import { draftOf } from '../importing/draft-of.ts';
import { givenNames } from '../importing/given-names.ts';
import { recordingOf } from '../importing/recognise.ts';
import { reviewOf } from '../importing/review.ts';
import { print, printStyled, program, runIfMain } from '../program.ts';
import { renderTerminal } from '../render/terminal.ts';
import { readArguments } from './import/arguments.ts';
import { decodedFile } from './import/encoding.ts';
import { readImported, storedName } from './import/file.ts';
import { publish } from './import/publish.ts';
import { workingQuestion } from './import/question.ts';
import { targetOf } from './import/target.ts';

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
  const { file, encoding } = await decodedFile(bytes, options.encoding, terminal);
  const recording = await recordingOf(file);
  const given = { ...options.given, names: givenNames(recording, options.names) };
  const drafted = draftOf(recording, given, {
    name: basename(options.path),
    stored: storedName(options.path),
    encoding,
  });
  const target = await targetOf({ directory: CORPUS_DIR, drafted, options });
  const shown = join(relative(process.cwd(), CORPUS_DIR) || '.', target.id);
  const printReview = (transcript: string) => {
    const lines = transcript.split('\n');
    const lineOf = (id: string) => lines.findIndex((line) => line.startsWith(`### ${id} |`)) + 1;
    const reply = reviewOf({
      ...target.drafted,
      recording,
      id: target.id,
      file: join(shown, TRANSCRIPT),
      lineOf,
      corrections: target.corrections,
    });
    printStyled(stdout, renderTerminal(reply, { locale: 'en', colour: stdout.hasColors?.() ?? false }));
  };
  if (options.dryRun) {
    printReview(target.transcript);
    print(stdout, `Nothing was written (--dry-run). The seminar would be in ${shown}.`);
    return IMPORTED;
  }
  const written = await publish(CORPUS_DIR, target, bytes);
  printReview(written.transcript);
  print(
    stdout,
    `Written to ${shown}.${written.backup === null ? '' : ` The transcript before is in ${written.backup}.`}`,
  );
  const question = await workingQuestion(CORPUS_DIR, target.id, target.drafted.draft);
  if (question !== null) print(stdout, `Ask: npm run ask -- "${question}" --seminar ${target.id}`);
  return IMPORTED;
});

await runIfMain(import.meta, main);
