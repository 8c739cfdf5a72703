/** The encodings that a text may be read in, by the names that a person gives. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
  'windows-1252',
] as const;
export type EncodingName = (typeof ENCODINGS)[number];

/** A text and how its bytes were read. */
export interface DecodedText {
  /** Without the mark of its encoding at its start. */
  text: string;
  encoding: Extract<EncodingName, 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'>;
}

/**
 * The text of a file whose encoding is beyond doubt: a mark says it, or it is valid UTF-8, or it is valid GB18030 and
 * Chinese. Nothing else is told by looking: what is a French word in one encoding is a Chinese character in another.
 * @returns null if a person has to say which it is, or if it is no text
 */
export function decode(bytes: Uint8Array): DecodedText | null {
  const mark = MARKS.find(({ sign }) => sign.every((byte, at) => bytes[at] === byte));
  const encoding = mark?.encoding ?? 'utf-8';
  const text = decodeAs(bytes, encoding);
  if (text !== null) return isText(text) ? { text, encoding } : null;
  if (mark !== undefined || !isChinese(bytes)) return null;
  const chinese = decodeAs(bytes, 'gb18030');
  return chinese === null || !isText(chinese) ? null : { text: chinese, encoding: 'gb18030' };
}

/**
 * The text of a file in an encoding that a person names, without its mark.
 * @returns null if the bytes are not valid in it
 */
export function decodeAs(bytes: Uint8Array, encoding: EncodingName): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return encoding === 'windows-1252' ? text.replace(C1, (sign) => WINDOWS.get(sign) ?? sign) : text;
  } catch {
    return null;
  }
}

const MARKS = [
  { sign: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { sign: [0xff, 0xfe], encoding: 'utf-16le' },
  { sign: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

const NUL = /\0/g;
/** Some tools leave a NUL in a text. In UTF-16 without a mark, or in a program's data, they are far more than one in so many. */
const SIGNS_PER_NUL = 16;

/** Whether what was decoded is a text: program's data and UTF-16 that was read as something else are none. */
export function isText(text: string): boolean {
  const nuls = text.match(NUL)?.length ?? 0;
  return nuls * SIGNS_PER_NUL <= text.length;
}

// Some versions of Node read windows-1252 as Latin-1, which has control characters where it has quotation marks.
const C1 = /[\u0080-\u009f]/g;
const WINDOWS = new Map(
  Array.from('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ', (sign, at) => [
    String.fromCharCode(0x80 + at),
    sign,
  ]),
);

/** At least this share of what is not ASCII, but for punctuation, has to be common Chinese characters. */
const LEAST_COMMON = 0.75;
/** From so many on, some of the commonest characters must be among them: Korean bytes read as Chinese have none. */
const MANY_CHARACTERS = 100;
const LEAST_COMMONEST = 0.02;
/** 的 一 是 不 了 在 有 我 这 人 们 他 来 上 个 到 大 中, in GB18030. */
const COMMONEST = new Set([
  0xb5c4, 0xd2bb, 0xcac7, 0xb2bb, 0xc1cb, 0xd4da, 0xd3d0, 0xced2, 0xd5e2, 0xc8cb, 0xc3c7, 0xcbfb, 0xc0b4,
  0xc9cf, 0xb8f6, 0xb5bd, 0xb4f3, 0xd6d0,
]);

/**
 * Whether bytes that are no UTF-8 are Chinese in GB18030. Nearly all bytes are valid there, so that is no sign. Chinese
 * text consists of the 3,755 characters of the first level of GB 2312, of two bytes above 0xA0 each; a letter with an
 * accent between ASCII letters never is one, lower-case Russian is in the second level, and Big5 is scattered over all.
 */
function isChinese(bytes: Uint8Array): boolean {
  let common = 0;
  let commonest = 0;
  let other = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    at += 1;
    const trail = bytes[at] ?? 0;
    // The second half of four bytes: a rare character.
    if (trail < 0x40) at += 2;
    if (trail < 0xa1 || lead < 0xa1 || lead > 0xd7) other += 1;
    else if (lead >= 0xb0) common += 1;
    else if (lead > 0xa3) other += 1;
    if (COMMONEST.has(lead * 256 + trail)) commonest += 1;
  }
  if (common === 0 || common < LEAST_COMMON * (common + other)) return false;
  return common < MANY_CHARACTERS || commonest >= LEAST_COMMONEST * common;
}
