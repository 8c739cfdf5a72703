import readline from 'node:readline';
import { UsageError } from '../../arguments.ts';
import { shorten } from '../../core/language/text.ts';
import { visible } from '../../core/language/visible.ts';
import { decode, decodeAs, ENCODINGS, type EncodingName } from '../../formats/encoding.ts';
import type { SourceFile } from '../../formats/format.ts';
import { isReadable } from '../../importing/recognise.ts';
import { OperatorError } from '../../operator-error.ts';
import { print, type Terminal } from '../../program.ts';

/** So much of a line shows whether it reads right. */
const SHOWN = 56;

/** A file with its text, and the encoding if a person had to name it. */
export interface DecodedFile {
  file: SourceFile;
  encoding: EncodingName | null;
  /** The encoding that the text was read in, if it is not the usual one; null for UTF-8 and for what is no text. */
  readAs: EncodingName | null;
}

/** The encoding that a person names. */
export function encodingCalled(name: string): EncodingName {
  const plain = name.toLowerCase().replace(/[\s_-]/g, '');
  const aliases: Readonly<Record<string, EncodingName>> = {
    gbk: 'gb18030',
    gb2312: 'gb18030',
    cp936: 'gb18030',
    latin1: 'windows-1252',
    iso88591: 'windows-1252',
    cp1252: 'windows-1252',
    ansi: 'windows-1252',
    utf16: 'utf-16le',
    sjis: 'shift_jis',
  };
  const known = ENCODINGS.find((each) => each.replace(/[_-]/g, '') === plain) ?? aliases[plain];
  if (known) return known;
  throw new UsageError(`--encoding must be one of ${ENCODINGS.join(', ')}, not "${visible(name)}".`);
}

/**
 * Decodes a file: as it is beyond doubt, as the option says, or as a person at the terminal chooses.
 * @throws OperatorError if the encoding is in doubt and nobody can be asked
 */
export async function decodedFile(
  bytes: Uint8Array,
  given: EncodingName | null,
  terminal: Terminal,
): Promise<DecodedFile> {
  const certain = decode(bytes);
  if (given === null || certain?.encoding === given) {
    if (certain) {
      const readAs = certain.encoding === 'utf-8' ? null : certain.encoding;
      return { file: { bytes, text: certain.text }, encoding: null, readAs };
    }
    if (isReadable({ bytes, text: null }))
      return { file: { bytes, text: null }, encoding: null, readAs: null };
  }
  const encoding = given ?? (await chosenEncoding(bytes, terminal));
  const text = decodeAs(bytes, encoding);
  if (text !== null) return { file: { bytes, text }, encoding, readAs: encoding };
  const others = possible(bytes).map(({ name }) => name);
  const hint = others.length === 0 ? 'It is perhaps no text at all' : `It could be ${others.join(', ')}`;
  throw new OperatorError(`The file is not written in ${encoding}. ${hint}.`);
}

/** The encodings in which all bytes mean something, each with the first line that has more than ASCII. */
function possible(bytes: Uint8Array): { name: EncodingName; line: string }[] {
  // Without a mark, hardly anything is in UTF-16.
  const likely = [...ENCODINGS].sort(
    (a, b) => Number(a.startsWith('utf-16')) - Number(b.startsWith('utf-16')),
  );
  return likely.flatMap((name) => {
    const text = decodeAs(bytes, name);
    // What is in UTF-16 without its mark decodes to anything; letters that nobody uses show it.
    if (text === null || /[\0\p{Co}\p{Cn}]/u.test(text) || isNoText(text)) return [];
    const line = text.split(/[\r\n]+/).find((each) => /[^ -~\s]/u.test(each)) ?? text.trim();
    return [{ name, line: shorten(visible(line.trim()), SHOWN) }];
  });
}

/** What has more than a few signs that no text has is none, though some encodings give a meaning to any byte. */
function isNoText(text: string): boolean {
  const signs = text.match(/(?!\s)\p{Cc}/gu)?.length ?? 0;
  return signs > 1 + text.length / 500;
}

async function chosenEncoding(bytes: Uint8Array, { stdin, stdout }: Terminal): Promise<EncodingName> {
  const choices = possible(bytes);
  if (choices.length === 0) {
    throw new OperatorError(
      'This is no text, and no kind of file that is read. Save it as text, .vtt, .srt or .docx, and import that.',
    );
  }
  const list = choices.map(({ name, line }, at) => `  ${at + 1}  ${name.padEnd(13)} ${line}`).join('\n');
  const heading = 'The encoding of the file is not certain. This is how one of its lines would read:';
  if (!stdin.isTTY || !stdout.isTTY)
    throw new OperatorError(`${heading}\n${list}\nSay which is right: --encoding ${choices[0]?.name}`);
  print(stdout, `${heading}\n${list}`);
  const lines = readline.promises.createInterface({ input: stdin, output: stdout });
  try {
    for (;;) {
      const answer = (await lines.question(`Which is right (1-${choices.length})? `)).trim();
      const choice = choices[Number(answer) - 1] ?? choices.find(({ name }) => name === answer.toLowerCase());
      if (choice) return choice.name;
    }
  } finally {
    lines.close();
  }
}
