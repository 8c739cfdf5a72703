import { sentences } from '../language/sentences.ts';
import {
  bigrams,
  escapeRegExp,
  hasHan,
  hasWords,
  isStopWord,
  normalise,
  simplifiedCharacters,
  words,
} from '../language/text.ts';
import type { Library } from '../library.ts';
import { type Excerpt, excerptOf } from '../passages/excerpt.ts';
import type { Passage } from '../passages/passages.ts';
import type { PassageReference } from '../passages/references.ts';
import { type PassageFilter, passes } from '../search/query.ts';
import { madeOnce, type Steps } from '../steps.ts';
import { newestFirst } from '../transcript/order.ts';
import type { Transcript } from '../transcript/transcript.ts';
import type { Answer } from './answer.ts';

/** The words that a question has between quotation marks. */
export interface QuotedWords {
  /** Each stretch as it was typed, without its marks; each once, in order. */
  stretches: readonly string[];
  /** The rest of the question. */
  around: string;
  /** Whether it is these words that it asks for ("Who said …?"), so that nothing else answers it. */
  areAskedFor: boolean;
}

/**
 * Finds words between quotation marks: “…”, "…", 「…」, 『…』, «…», and ‘…’ or '…' around two words or more. An
 * apostrophe, a mark without its partner and the sign for inches are none.
 * @param withoutNames takes the names of speakers out of a text
 * @returns null if there are none
 */
export function quotedWordsIn(question: string, withoutNames: (text: string) => string): QuotedWords | null {
  const stretches: string[] = [];
  let last = '';
  let around = '';
  let at = 0;
  for (const { 0: quotation, index, groups = {} } of question.matchAll(QUOTATION)) {
    const stretch = trimmed(quotation);
    if (!hasWords(stretch) || (groups.single !== undefined && !/\S\s+\S/u.test(stretch))) continue;
    around += `${question.slice(at, index)} ${PLACE} `;
    at = index + quotation.length;
    last = quotation.slice(1, -1).trim();
    if (!stretches.includes(stretch)) stretches.push(stretch);
  }
  around += question.slice(at);
  if (stretches.length === 0) return null;
  const rest = around.replaceAll(PLACE, ' ').replace(/\s+/gu, ' ').trim();
  const isAlone = words(normalise(withoutNames(rest))).every((word) => ASKING_NOTHING.has(word));
  // Marks around a whole question only set it off from what surrounds it.
  if (isAlone && /[?\uFF1F吗嗎呢]$/u.test(last)) return null;
  const form = around.toLowerCase().replace(/\s+/gu, ' ');
  return { stretches, around: rest, areAskedFor: isAlone || ASKS_FOR_WORDS.test(form) };
}

/** Stands where words were quoted. */
const PLACE = '\u25a1';
const QUOTATION = new RegExp(
  [
    '(?<![\\p{Script=Latin}\\p{N}])"(?<straight>[^"\\n]*)"(?![\\p{Script=Latin}\\p{N}])',
    '[\u201c\u201d\u201e](?<curly>[^\u201c\u201d\u201e"\\n]*)[\u201c\u201d]',
    '\u300c(?<corner>[^\u300c\u300d\\n]+)\u300d',
    '\u300e(?<white>[^\u300e\u300f\\n]+)\u300f',
    '\u00ab(?<angle>[^\u00ab\u00bb\\n]+)\u00bb',
    "(?<![\\p{L}\\p{N}])['\u2018](?<single>(?:[^'\u2018\u2019\\n]|(?<=\\p{L})['\u2019](?=\\p{L}))+)['\u2019](?![\\p{L}\\p{N}])",
  ].join('|'),
  'gu',
);

/** Beside what is quoted, these words and a speaker's name ask nothing: "Miller on …". */
const ASKING_NOTHING = new Set(words('on about by from of in the re and or 关于 对 的 和 或'));

/** Ways to ask for the words themselves, in a lower-case question with `PLACE` for what is quoted. */
const ASKS_FOR_WORDS = new RegExp(
  [
    `\\b(?:said|says?|saying|stated?|states|claim(?:s|ed)?|utter(?:s|ed)?|wrote|writes?|remark(?:s|ed)?|declared?|promised?|warn(?:s|ed)?|admit(?:s|ted)?|insist(?:s|ed)?|put it|put it as|mention(?:s|ed)?|uses?|used|coin(?:s|ed)?|quotes?|quoted|heard|find|where is|where are|words?|phrase|phrases|term|terms|expression|sentence|line|quote|quotation)(?: it)?(?: that| as|:|,)?(?: exactly| literally)?(?: the)?(?: exact| actual)?(?: words?| phrases?| terms?| expressions?| sentences?| lines?)?:? ${PLACE}`,
    `\\b(?:calls?|called|describes?|described|labels?|labelled|labeled|dubs?|dubbed)\\b[^${PLACE}]{0,80} (?:as )?${PLACE}`,
    `${PLACE} ?(?:[-,:;(\u2013\u2014.] ?)*(?:who\\b|whose\\b|said\\b|says\\b|by whom|by who\\b|is (?:a|the) quote|was (?:said|used|mentioned)|is (?:said|used|mentioned)|were (?:said|used)|comes? from|came from|appears?\\b|occurs?\\b|source\\b|is that a|real quote)`,
    `(?:说|講|说过|說|讲|提|提到|提及|提过|提過|用过|用過|原话|原話|称|稱|写|寫|喊|表示|声称|聲稱|形容|比喻|叫做|称为|稱為|引用)(?:过|過|了|的|是|为|為|成|出|到|是不是)? ?(?:[:\uff1a,\uff0c] ?)?(?:过|過)?(?:这句|這句|那句|这个词|這個詞)?(?:话|話)? ?${PLACE}`,
    `${PLACE} ?(?:[,\uff0c:\uff1a] ?)?(?:这|這|那)?(?:句|番|段|几个字|幾個字|一词|一詞|个词|個詞|个说法|個說法)?(?:话|話)? ?(?:到底|究竟)?(?:是|出自|由|为|為)? ?(?:不是)?(?:谁|誰|哪位|哪个人|哪個人|哪里|哪裡|哪儿|什么人|什麼人|原话|原話|出处|出處)`,
    `(?:谁|誰|哪位|有没有人|有沒有人)[^${PLACE}]{0,20}(?:说|說|讲|講|提|用)[^${PLACE}]{0,6}${PLACE}`,
    `${PLACE} ?(?:这|這|那)?(?:句|番|段)(?:话|話)`,
  ].join('|'),
  'u',
);

/** Whether words are a title or a name, as English writes them: then they say what is spoken of, not how. */
export function isTitle(stretch: string): boolean {
  return (
    !hasHan(stretch) && stretch.split(/\s+/u).every((word) => !/^\p{Ll}/u.test(word) || isStopWord(word))
  );
}

/** Without punctuation and white space at the ends. */
function trimmed(stretch: string): string {
  const characters = Array.from(stretch);
  const isWord = (character: string) => /[\p{L}\p{N}\p{M}%$€£¥]/u.test(character);
  const first = characters.findIndex(isWord);
  return first < 0 ? '' : characters.slice(first, characters.findLastIndex(isWord) + 1).join('');
}

/** Enough to show; somebody who quotes two common words does not want all of them. */
const MOST_FOUND = 30;

/**
 * Finds the passages in which words stand just so, whatever their case, width, accents, script, space and kind of
 * quotation marks. They may begin in one passage and end in the next of the same speaker. Pauses before each passage.
 * @returns first the passages whose source has them, then those whose translation has them, then the publisher's own
 *   words, those of the newest seminar first, each in its order; with each, the sentence in which they begin
 */
export function* passagesWithSteps(
  { passages, index }: Pick<Library, 'passages' | 'index'>,
  stretch: string,
  filter: PassageFilter = {},
): Steps<PassageReference[]> {
  const tests = (hasHan(stretch) ? [charactersOf, wordsOf] : [lettersOf]).map((form) => {
    const pattern = new RegExp(patternOf(form(stretch)), 'u');
    return (text: string) => pattern.test(form(text));
  });
  const has = (text: string) => tests.some((test) => test(text));
  const all = [...passages.values()];
  const patterns = certainTerms(stretch);
  const termTexts = index.stats.termTexts;
  const inSource: PassageReference[] = [];
  const inTranslation: PassageReference[] = [];
  for (const at of yield* newestFirstPlaces.steps(passages)) {
    const passage = all[at];
    if (!passage) continue;
    if (inSource.length >= MOST_FOUND) break;
    yield;
    const { speaker, transcript } = passage;
    if (!passes(filter, { speaker: speaker?.id ?? null, seminar: transcript.id })) continue;
    const next = continuationOf(passage, all[at + 1]);
    const isPossible = (pattern: string) =>
      termTexts[at]?.includes(pattern) || (next && termTexts[at + 1]?.includes(pattern));
    if (patterns.filter(isPossible).length * 2 < patterns.length) continue;
    if (has(passage.text)) inSource.push({ passage, sentence: sentenceWith(passage.text, has) });
    else if (passage.translation && has(passage.translation)) {
      inTranslation.push({ passage, sentence: sentenceWith(passage.translation, has) });
    } else if (next && has(`${passage.text} ${next.text}`) && !has(next.text)) {
      inSource.push({ passage, sentence: passage.sentences.length - 1 }, { passage: next, sentence: 0 });
    }
  }
  const isEditorial = ({ passage }: PassageReference) => passage.basis === 'editorial';
  const found = distinct([...inSource, ...inTranslation]);
  return [...found.filter((each) => !isEditorial(each)), ...found.filter(isEditorial)];
}

/** The places of all passages, seminar by seminar, the newest first. */
const newestFirstPlaces = madeOnce<Library['passages'], readonly number[]>(function* (passages) {
  const bySeminar = new Map<Transcript, number[]>();
  let at = 0;
  for (const { transcript } of passages.values()) {
    const places = bySeminar.get(transcript) ?? [];
    bySeminar.set(transcript, places);
    places.push(at++);
    yield;
  }
  return [...bySeminar].sort(([one], [other]) => newestFirst(one, other)).flatMap(([, places]) => places);
});

/** The next passage, if it goes on with what the same person says. */
function continuationOf(passage: Passage, next: Passage | undefined): Passage | null {
  if (!next || next.transcript !== passage.transcript || next.speaker?.id !== passage.speaker?.id)
    return null;
  return next;
}

function distinct(references: readonly PassageReference[]): PassageReference[] {
  const byPassage = new Map<Passage, PassageReference>();
  for (const reference of references)
    if (!byPassage.has(reference.passage)) byPassage.set(reference.passage, reference);
  return [...byPassage.values()];
}

/** The number of the sentence in which the words begin. */
function sentenceWith(text: string, has: (text: string) => boolean): number {
  const spans = sentences(text);
  const within = spans.findIndex(({ start, end }) => has(text.slice(start, end)));
  return within >= 0
    ? within
    : Math.max(
        0,
        spans.findLastIndex(({ start }) => has(text.slice(start))),
      );
}

/** A text as words without Chinese characters are looked for in it: their script does not matter, and takes time. */
function lettersOf(text: string): string {
  return folded(text.normalize('NFKC').toLowerCase());
}

/** A text as it is compared, character by character. */
function charactersOf(text: string): string {
  return folded(simplifiedCharacters(text.normalize('NFKC').toLowerCase()));
}

/** A text as search has it: with the mainland's words for Taiwan's, which may change the ends of what is quoted. */
function wordsOf(text: string): string {
  return folded(normalise(text));
}

function folded(text: string): string {
  return (
    text
      .normalize('NFD')
      .replace(/[\p{M}\p{Cf}"\u201c-\u201f\u00ab\u00bb\u300c-\u300f\u2039\u203a]/gu, '')
      .normalize('NFC')
      .replace(/[\u2018\u2019\u02bc`\u00b4]/gu, "'")
      .replace(/[\u2010-\u2015\u2212]/gu, '-')
      // The conversion of scripts takes the one for the other, depending on what stands around it.
      .replaceAll('著', '着')
      .replaceAll('\u3002', '.')
      .replaceAll('\u3001', ',')
      .replace(/\s+/gu, ' ')
      .replace(/ (?![\p{L}\p{N}'])|(?<![\p{L}\p{N}']) | (?=\p{Script=Han})|(?<=\p{Script=Han}) /gu, '')
  );
}

/** Matches a form as whole words where it begins or ends with a letter or digit that is not Chinese. */
function patternOf(form: string): string {
  const isChinese = (character = '') => hasHan(character);
  const before = isChinese(Array.from(form).at(0)) ? '' : '(?<![\\p{Script=Latin}\\p{N}])';
  const after = isChinese(Array.from(form).at(-1)) ? '' : "(?![\\p{Script=Latin}\\p{N}]|'(?!s)\\p{L})";
  return before + escapeRegExp(form) + after;
}

/**
 * What the term text of a passage with these words has nearly all of, to be looked for as it is: their longer Latin words, and
 * their pairs of Chinese characters, except at the ends, which the text around them may change. Numbers have other
 * forms there.
 */
function certainTerms(stretch: string): string[] {
  const normalised = normalise(stretch);
  const runs = normalised.match(/\p{Script=Han}{2,}/gu) ?? [];
  const pairs = runs.flatMap((run) =>
    bigrams(run.length < SHORT_RUN ? run : Array.from(run).slice(1, -1).join('')),
  );
  const latin = words(normalised.replace(/\p{Script=Han}+/gu, ' ').replace(HYPHENATED, ' ')).filter(
    (word) => /^[a-z]{4,}$/.test(word) && !isStopWord(word) && !LATIN_NUMBERS.has(word),
  );
  const characters = charactersOf(stretch);
  const isCertain = (pair: string) => characters.includes(pair) && !CHINESE_NUMBER.test(pair);
  return [...pairs.filter(isCertain), ...latin.map((word) => ` ${word} `)];
}

const HYPHENATED = /(?<!\S)[^\s-]*-\S*/gu;
/** A run of fewer Chinese characters is a word or two, which are the same in any text. */
const SHORT_RUN = 4;
const CHINESE_NUMBER = /[一二两三四五六七八九十百千万亿零〇半几分之点第成]/u;
const LATIN_NUMBERS = new Set(
  words(
    `four five seven eight nine eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty
    forty fifty sixty seventy eighty ninety hundred thousand million billion trillion percent percentage half third
    quarter fifth tenth once twice dozen couple`,
  ),
);

/**
 * An answer to an ordinary question, with the passages that have the words it quotes before the others.
 * @param found as from `passagesWithSteps`
 */
export function preferring(result: Answer, found: readonly PassageReference[]): Answer {
  if (found.length === 0 || result.kind === 'none') return result;
  const { excerpts } = result;
  const further = result.kind === 'answer' ? result.further : [];
  const spoken = found.filter(({ passage }) => passage.basis !== 'editorial');
  const quoting = new Set(spoken.map(({ passage }) => passage));
  const ranked = [...excerpts.map(({ passage, sentence }) => ({ passage, sentence })), ...further];
  const ordered = [
    ...ranked.filter(({ passage }) => quoting.has(passage)),
    ...ranked.filter(({ passage }) => !quoting.has(passage)),
  ];
  const known = new Map(excerpts.map((excerpt) => [excerpt.passage, excerpt]));
  const shown = ordered
    .slice(0, excerpts.length)
    .map(({ passage, sentence }) => known.get(passage) ?? excerptOf(passage, sentence, 1));
  return result.kind === 'closest'
    ? { ...result, excerpts: shown }
    : { ...result, excerpts: shown, further: ordered.slice(excerpts.length) };
}

/** Passages as they are quoted, with their sentences marked. */
export function excerptsAt(references: readonly PassageReference[]): Excerpt[] {
  return references.map(({ passage, sentence }) => excerptOf(passage, sentence, 1));
}
