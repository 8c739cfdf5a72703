import * as traditionalToSimplified from 'opencc-js/t2cn';
import { stemmer } from 'stemmer';
import { numbersIn } from './numbers.ts';
import { CHINESE_STOP_WORDS, ENGLISH_STOP_WORDS } from './stop-words.ts';
import { inMainlandWords } from './taiwan-words.ts';
import { baseForm } from './word-forms.ts';

/**
 * Turns Taiwan's words and characters into mainland ones (晶片 → 芯片, 輝達 → 英伟达). Some Simplified words change
 * too (建立 → 创建), so passages and questions both go through it.
 */
const toSimplified = traditionalToSimplified.Converter({ from: 'twp', to: 'cn' });

/** Converts characters but no words, so Simplified text stays as it is: this tells the two scripts apart. */
export const simplifiedCharacters = traditionalToSimplified.Converter({ from: 't', to: 'cn' });

const wordSegmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/**
 * Control characters, lone surrogates, invisible characters that set the direction of text, join letters or choose a
 * variant, and the sign in the place of one (`visible`): what is copied from a reply is what the transcript says.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\uFFFD]/gu;
const HAN_RUN = /\p{Script=Han}+/gu;
const HAN = /\p{Script=Han}/u;
const WORD = /[\p{L}\p{N}]/u;

/**
 * The form in which passages and questions are compared: NFKC, lower case, Simplified Chinese, Latin letters
 * without accents, one kind of apostrophe, quotation mark and hyphen, without invisible characters. Offsets
 * into the result are not offsets into the original.
 */
export function normalise(text: string): string {
  if (PLAIN_ASCII.test(text)) return text.toLowerCase();
  const visible = text
    .replace(INVISIBLE, (character) => (/(?!\uFEFF)\s/u.test(character) ? ' ' : ''))
    // NFKC would turn an acute accent that stands for an apostrophe into a space.
    .replace(APOSTROPHES, "'")
    // NFKC would make 21/2 of 2½.
    .replace(/(?<=\d)[\u00BC-\u00BE\u2150-\u215E]/gu, ' $&');
  const plain = plainForms(withoutAccents(visible.normalize('NFKC').toLowerCase()));
  // Every form that is converted has a Chinese character, and looking for them takes most of the time.
  return HAN.test(plain) ? inMainlandWords(toSimplified(plain)) : plain;
}

/** Of such a text nothing changes but capitals; most texts are it. */
const PLAIN_ASCII = /^[ -_a-~]*$/;
const APOSTROPHES = /[\u2018\u2019\u201B\u02BB\u02BC\u02B9\u0060\u00B4\u2032\u2035\uFF07]/gu;
/** Where Latin letters with accents and the marks themselves are. */
const MAYBE_ACCENTED = /[\u00C0-\u024F]|[\u0300-\u036F]|[\u1E00-\u1EFF]/u;
const ACCENTED = /(\p{Script=Latin})\p{M}+/gu;

/** Letters and marks that Unicode does not take apart, as they are written where a keyboard lacks them. */
const PLAIN_FORMS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ŋ: 'ng',
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u201f': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u02bc': "'",
  '\u2032': "'",
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2212': '-',
  '\u2044': '/',
};
const WITH_PLAIN_FORM = new RegExp(`[${Object.keys(PLAIN_FORMS).join('')}]`, 'gu');

/**
 * A lower-case text with Latin letters as they are written without accents: "zürich" as "zurich". Letters of
 * other scripts keep their marks, without which they are other letters.
 */
export function withoutAccents(text: string): string {
  return MAYBE_ACCENTED.test(text)
    ? plainForms(text.normalize('NFD').replace(ACCENTED, '$1').normalize('NFC'))
    : text;
}

function plainForms(text: string): string {
  return text.replace(WITH_PLAIN_FORM, (character) => PLAIN_FORMS[character] ?? character);
}

/**
 * The start of a text, trimmed, ending in "…" if anything is left out.
 * @param maxCharacters how many characters (code points) are kept; none is cut in two
 */
export function shorten(text: string, maxCharacters: number): string {
  const trimmed = text.trim();
  // No character takes more than two UTF-16 units, so a long text need not be split as a whole.
  const characters = Array.from(trimmed.slice(0, 2 * maxCharacters + 2));
  return characters.length <= maxCharacters ? trimmed : `${characters.slice(0, maxCharacters).join('')}…`;
}

/** A regular expression that matches exactly this text. Node 24 has `RegExp.escape`; we support older ones. */
export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** Whether a text contains a Chinese character. */
export function hasHan(text: string): boolean {
  return HAN.test(text);
}

/** Whether a text contains a letter or digit of any script. */
export function hasWords(text: string): boolean {
  return WORD.test(text.replace(INVISIBLE, ''));
}

/**
 * The words of a normalised text, in order: Chinese words as ICU's dictionary separates them, Latin ones as
 * Porter stems, numbers as `numbersIn` returns them. Stop words are included; `understand` removes them from questions.
 */
export function words(normalised: string): string[] {
  const found: string[] = [];
  for (const { parts } of wordSegments(normalised)) for (const part of parts) found.push(part);
  return found;
}

/**
 * How much text `Intl.Segmenter` is given at once, in UTF-16 units: the time it takes for each segment grows
 * with the length of the whole text.
 */
export const SEGMENTER_WINDOW = 1000;
/** No word continues after these: white space, full stops, and commas that are not inside a number. */
const WORD_END = /[\s。、!?]|[,;](?!\d)/u;

/**
 * Splits a text between words into pieces of at most a window. Only a run of letters longer than that is cut
 * inside.
 */
function* piecesOf(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + SEGMENTER_WINDOW, text.length);
    if (end < text.length) {
      while (end > start && !WORD_END.test(text.slice(end - 1, end + 1))) end--;
      if (end === start)
        end += isLowSurrogate(text, start + SEGMENTER_WINDOW) ? SEGMENTER_WINDOW - 1 : SEGMENTER_WINDOW;
    }
    yield text.slice(start, end);
    start = end;
  }
}

function isLowSurrogate(text: string, at: number): boolean {
  return /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1));
}

/**
 * The stems of a word, without its possessive: several if there are apostrophes or underscores inside. A
 * Chinese word is its own stem.
 */
function stemsOf(word: string): string[] {
  if (HAN.test(word)) return [word];
  return word
    .replace(/['’]s?$/u, '')
    .split(/['’_]+/u)
    .filter((part) => part !== '')
    .map(stemOf);
}

/** The stem of a Latin word in lower case, without apostrophes; anything else as it is. */
export function stemOf(word: string): string {
  return /^[a-z]+$/.test(word) ? stemLatin(word) : word;
}

/** Stems of one or two letters are too ambiguous to use: "used" would match "US", and "BIS" would match "bi". */
function stemLatin(word: string): string {
  const stem = stemmer(baseForm(word));
  return stem.length < 3 ? word : stem;
}

/** The pairs of adjacent Chinese characters in a normalised text, in order; a lone character is returned by itself. */
export function bigrams(normalised: string): string[] {
  const found: string[] = [];
  for (const [run] of normalised.matchAll(HAN_RUN)) {
    const characters = Array.from(run);
    if (characters.length === 1) found.push(run);
    for (let at = 0; at + 1 < characters.length; at++) found.push(`${characters[at]}${characters[at + 1]}`);
  }
  return found;
}

/** The Latin words of a normalised text as written, in order, with the hyphens and points inside them. */
export function latinWords(normalised: string): string[] {
  return normalised.replace(HAN_RUN, ' ').match(/[\p{L}\p{N}]+(?:[-.][\p{L}\p{N}]+)*/gu) ?? [];
}

/** A piece of a text: a word, a number, or what lies between two. */
export interface WordSegment {
  segment: string;
  /** Its words as `words` returns them; none for punctuation and white space. */
  parts: readonly string[];
  /** Whether it is one word of Chinese characters alone, or of small Latin letters and digits alone; most words are. */
  script: 'chinese' | 'latin' | 'other';
  /** Whether it is one word of these, and a stop word. */
  isStop: boolean;
}

/** The stems of the English words for money that is beside a number, as a sign or in Chinese. */
const CURRENCIES: Readonly<Record<string, string>> = {
  $: 'dollar',
  '€': 'euro',
  '£': 'pound',
  美元: 'dollar',
  美金: 'dollar',
  欧元: 'euro',
  英镑: 'pound',
};

/** Every segment of a normalised text, in order. The same words give the same objects, as long as they are remembered. */
export function wordSegments(normalised: string): WordSegment[] {
  const found: WordSegment[] = [];
  let at = 0;
  for (const { start, end, token } of numbersIn(normalised)) {
    addSegments(normalised.slice(at, start), found);
    const currency =
      CURRENCIES[normalised[start - 1] ?? ''] ??
      CURRENCIES[normalised[end] ?? ''] ??
      CURRENCIES[normalised.slice(end, end + 2)];
    const parts = currency ? [token, currency] : [token];
    found.push({ segment: normalised.slice(start, end), parts, script: 'other', isStop: false });
    at = end;
  }
  addSegments(normalised.slice(at), found);
  return found;
}

/**
 * What a text may consist of so that its runs can be cut into words one by one: Chinese characters, ASCII, and marks that
 * join nothing. Between them there is always an end of a word (UAX 29), and ICU's dictionary looks at Chinese
 * characters alone.
 */
const SEPARABLE = /^[\u4E00-\u9FFF\n -~\u3001\u3002\u2026\u2014\u3008-\u3011]*$/;
const RUN = /[\u4E00-\u9FFF]+|[!-~]+|[ \u3001\u3002\u2026\u2014\u3008-\u3011]+|\n/g;
/** Longer runs hardly come again. */
const LONGEST_REMEMBERED = 40;
/**
 * So many runs are remembered with their segments, and as many segments, and forgotten together: most are written again
 * and again, and cutting a run takes many times as long as looking it up. They take some ten megabytes.
 */
const MOST_REMEMBERED = 50_000;
const runs = new Map<string, readonly WordSegment[]>();
const segments = new Map<string, WordSegment>();
/** What lies between words. */
const gaps = new Map<string, WordSegment>();

function addSegments(text: string, found: WordSegment[]): void {
  if (text === '') return;
  const isSeparable = SEPARABLE.test(text);
  const pieces = isSeparable ? (text.match(RUN) ?? []) : [text];
  if (isSeparable) rememberRuns(pieces);
  for (const piece of pieces) {
    const known = isSeparable ? runs.get(piece) : undefined;
    if (known) for (const segment of known) found.push(segment);
    else for (const part of piecesOf(piece)) found.push(...segmentsOf(part));
  }
}

/** Cuts the runs that are not remembered. Together, since each beginning takes the segmenter as long as some words. */
function rememberRuns(some: readonly string[]): void {
  const unknown: string[] = [];
  for (const run of some) {
    if (run === '\n' || run.length > LONGEST_REMEMBERED || runs.has(run)) continue;
    const plain = plainSegmentsOf(run);
    if (plain) remember(run, plain);
    else unknown.push(run);
  }
  for (let from = 0; from < unknown.length; from += RUNS_TOGETHER) {
    const together = unknown.slice(from, from + RUNS_TOGETHER);
    let at = 0;
    let own: WordSegment[] = [];
    for (const segment of segmentsOf(`${together.join('\n')}\n`)) {
      if (segment.segment === '\n') {
        remember(together[at++] ?? '', own);
        own = [];
      } else own.push(segment);
    }
  }
}

function remember(run: string, cut: readonly WordSegment[]): void {
  if (runs.size >= MOST_REMEMBERED) runs.clear();
  runs.set(run, cut);
}

const RUNS_TOGETHER = Math.floor(SEGMENTER_WINDOW / (LONGEST_REMEMBERED + 1));

/**
 * Small Latin letters among ASCII signs that join nothing there: an apostrophe, a point or a colon before a letter might
 * (UAX 29), and a digit or a low line does. Each sign is a segment of its own.
 */
const PLAIN_RUN = /^(?:[a-z!-&(-\-/;-@[-^`{-~]|['.:](?![a-z]))+$/;
const PLAIN_SEGMENT = /[a-z]+|[^a-z]/g;

/** The segments of a run that can be cut without ICU, which takes many times as long; undefined for any other. */
function plainSegmentsOf(run: string): WordSegment[] | undefined {
  if (!PLAIN_RUN.test(run)) return undefined;
  return run.match(PLAIN_SEGMENT)?.map((segment) => rememberedSegment(segment, /[a-z]/.test(segment)));
}

function segmentsOf(text: string): WordSegment[] {
  const found: WordSegment[] = [];
  for (const { segment, isWordLike } of wordSegmenter.segment(text))
    found.push(rememberedSegment(segment, isWordLike === true));
  return found;
}

function rememberedSegment(segment: string, isWordLike: boolean): WordSegment {
  // The same sign may be a word in one place and none in another: 々.
  const remembered = isWordLike ? segments : gaps;
  const known = remembered.get(segment);
  if (known) return known;
  const made = segmentOf(segment, isWordLike ? stemsOf(segment) : []);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(segment, made);
  return made;
}

function segmentOf(segment: string, parts: readonly string[]): WordSegment {
  const [part, ...others] = parts;
  const script = part === undefined || others.length > 0 ? 'other' : scriptOf(segment);
  return { segment, parts, script, isStop: script !== 'other' && isStopWord(part ?? '') };
}

function scriptOf(word: string): WordSegment['script'] {
  if (/^[a-z\d]+$/.test(word)) return 'latin';
  return /^\p{Script=Han}+$/u.test(word) ? 'chinese' : 'other';
}

/** Whether a word, as `words` returns it, is a stop word of either language. */
export function isStopWord(word: string): boolean {
  return STEMMED_ENGLISH_STOP_WORDS.has(word) || CHINESE_STOP_WORDS.has(word);
}

const STEMMED_ENGLISH_STOP_WORDS = new Set([...ENGLISH_STOP_WORDS].flatMap(stemsOf));

/** A text up to and including its `count`-th word, Chinese or Latin, trimmed; all of it if it has fewer words. */
export function firstWords(text: string, count: number): string {
  let seen = 0;
  for (const { index, segment, isWordLike } of wordSegmenter.segment(text)) {
    if (isWordLike) seen++;
    if (seen === count) return text.slice(0, index + segment.length).trim();
  }
  return text.trim();
}

/** Which Chinese a text is written in, judged by its characters; null if it has no Chinese character. */
export function chineseOf(text: string): 'zh-CN' | 'zh-TW' | null {
  if (!hasHan(text)) return null;
  const composed = text.normalize('NFKC');
  return simplifiedCharacters(composed) === composed ? 'zh-CN' : 'zh-TW';
}

/** The lines of a file's text, whatever ends them, without its byte order mark. */
export function linesOf(text: string): string[] {
  // An expression that fits both ends of a line takes several times as long.
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  return text.includes('\r') ? lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line)) : lines;
}
