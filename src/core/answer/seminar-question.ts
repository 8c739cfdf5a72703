import { CHINESE_CHAT, ENGLISH_CHAT, ENGLISH_CHAT_WORDS } from '../language/stop-words.ts';
import { escapeRegExp, hasHan, hasWords, normalise } from '../language/text.ts';
import type { Transcript } from '../transcript/transcript.ts';
import {
  CHINESE_FILLING,
  CHINESE_SEMINAR,
  ENGLISH_FILLING,
  ENGLISH_SEMINAR,
  ENGLISH_SEMINARS,
  KINDS,
  type SeminarQuestionKind,
} from './seminar-words.ts';

/** A question about a seminar itself, not about what was said there. */
export interface SeminarQuestion {
  kind: SeminarQuestionKind;
  /** The seminars that it names by their title or id; none if it names none. */
  named: readonly Transcript[];
}

/**
 * Recognises a question about a seminar itself ("Who were the panelists?", 什么时候开的), or about Rostrum ("help"). All
 * of its words must be words of such questions: "Who moderates content on the platform?" has others, and is searched.
 * @param transcripts the seminars that it may name
 * @returns null for any other question
 */
export function seminarQuestionIn(
  question: string,
  transcripts: readonly Transcript[],
): SeminarQuestion | null {
  if (question.length > LONGEST) return null;
  const asked = normalise(question)
    .replace(/[\u2018\u2019]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();
  if (!hasWords(asked)) return null;
  const { rest: text, named } = withoutTitles(asked, transcripts);
  const remaining = VOCABULARIES.reduce((rest, words) => rest.replace(words, ' '), text);
  if (hasWords(remaining) || MODERATOR_SPEAKS.test(text)) return null;
  const found = KINDS.find(({ pattern }) => pattern.test(text));
  if (!found) return null;
  // "When was the chip war?" asks about the war, even if a seminar is called that.
  if (named.length > 0 && UNCLEAR_WITH_TITLE.has(found.kind) && !NAMES_A_SEMINAR.test(asked)) return null;
  return { kind: found.kind, named };
}

/** Asks for the words of one person, who is among the speakers. */
const MODERATOR_SPEAKS =
  /\b(?:moderator|host|facilitator)\b.{0,160}\b(?:ask|asks|asked|say|says|said|talk|talks|talked|speak|speaks|discuss)|主持人.{0,160}[问说讲谈聊]|(?:(?<!请)问|[说讲谈聊]).{0,160}主持人/u;

/** In characters: a longer question asks about more than a seminar has in its front matter. */
const LONGEST = 160;

/** Kinds of questions that may be about the subject of a seminar as well as about the seminar. */
const UNCLEAR_WITH_TITLE: ReadonlySet<SeminarQuestionKind> = new Set([
  'date',
  'organiser',
  'seminars',
  'about',
  'help',
  'thanks',
  'greeting',
]);

/** What is taken out of a question to see whether anything else is in it; longer words before their parts. */
const VOCABULARIES: readonly RegExp[] = [
  new RegExp([...ENGLISH_CHAT, ...CHINESE_CHAT].join('|'), 'gu'),
  new RegExp(
    `(?<![\\p{Script=Latin}\\p{N}'])(?:${[
      ...ENGLISH_CHAT_WORDS,
      ...longestFirst([
        ...ENGLISH_FILLING,
        ...ENGLISH_SEMINAR,
        ...ENGLISH_SEMINARS,
        ...KINDS.flatMap(({ english }) => english),
      ]),
    ].join('|')})(?:'s|'re|'d|'ve|')?(?![\\p{Script=Latin}\\p{N}])`,
    'gu',
  ),
  new RegExp(
    longestFirst([...CHINESE_FILLING, ...CHINESE_SEMINAR, ...KINDS.flatMap(({ chinese }) => chinese)]).join(
      '|',
    ),
    'gu',
  ),
];

function longestFirst(words: readonly string[]): string[] {
  return words.map(escapeRegExp).sort((a, b) => b.length - a.length);
}

const NAMES_A_SEMINAR = new RegExp(
  [`\\b(?:${[...ENGLISH_SEMINAR, ...ENGLISH_SEMINARS].join('|')})\\b`, ...CHINESE_SEMINAR].join('|'),
  'u',
);

/** Takes out of a question the titles and ids of seminars that it names. */
function withoutTitles(
  asked: string,
  transcripts: readonly Transcript[],
): { rest: string; named: readonly Transcript[] } {
  let rest = asked;
  const named = transcripts.filter((transcript) => {
    const title = titlesOf(transcript).find((each) => hasTitle(rest, each));
    if (title !== undefined) rest = rest.replace(title, ' ');
    return title !== undefined;
  });
  return { rest: rest.replace(/\s+/gu, ' ').trim(), named };
}

/** The forms of a seminar's title, normalised, longest first: its id, whole, and without what follows a colon. */
function titlesOf({ id, title }: Transcript): string[] {
  const whole = Object.values(title).map((each) => normalise(each).trim());
  const short = whole.map((each) => each.split(':')[0]?.trim() ?? '');
  const isLong = (each: string) => (hasHan(each) ? each.length >= 4 : each.includes(' '));
  return [...new Set([...whole, ...short].filter(isLong)), id.toLowerCase()].sort(
    (a, b) => b.length - a.length,
  );
}

function hasTitle(text: string, title: string): boolean {
  const at = text.indexOf(title);
  const isInside = (character = '') => /[a-z0-9]/.test(character);
  return at >= 0 && !(isInside(text[at - 1]) || isInside(text[at + title.length]));
}
