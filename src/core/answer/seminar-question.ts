import { CHINESE_CHAT, ENGLISH_CHAT, ENGLISH_CHAT_WORDS } from '../language/stop-words.ts';
import { escapeRegExp, hasHan, hasWords, isStopWord, normalise, words } from '../language/text.ts';
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
    .replace(/\b(round|town) (table|hall)(?=s?\b)/gu, '$1-$2')
    .replace(/\s+/gu, ' ')
    .trim();
  if (!hasWords(asked)) return null;
  const { rest: text, named } = withoutTitles(asked, transcripts);
  const remaining = VOCABULARIES.reduce((rest, known) => rest.replace(known, ' '), text);
  const found = KINDS.find(({ pattern }) => pattern.test(text));
  if (!found || MODERATOR_SPEAKS.test(text) || ABOUT_SUBJECT.test(text)) return null;
  if (hasWords(remaining)) {
    const meant = CLEAR_WITH_SUBJECT.has(found.kind) ? bySubject(asked, remaining, transcripts) : [];
    return meant.length > 0 ? { kind: found.kind, named: meant } : null;
  }
  // "When was the chip war?" asks about the war, even if a seminar is called that.
  if (
    named.length > 0 &&
    UNCLEAR_WITH_TITLE.has(found.kind) &&
    !NAMES_A_SEMINAR.test(asked) &&
    !IS_HELD.test(text)
  )
    return null;
  return { kind: found.kind, named };
}

/** Stands where a title stood. */
const PLACE = '\u25a1';
/** Asks about the subject of a title: "Who spoke about the chip war?" */
const ABOUT_SUBJECT = new RegExp(
  `(?:(?<!\\b(?:${ENGLISH_SEMINAR.join('|')}) )\\b(?:about|on)|\\b(?:discuss|cover|mention)(?:s|ed|ing)?|关于|讨论|谈到|谈|提到|说到|说) ?(?:the |a )?(?:["'“《「] ?)?${PLACE}(?! ?["”》」]? ?的(?:${CHINESE_SEMINAR.join('|')}))`,
  'u',
);

/** Asks for the words of one person, who is among the speakers. */
const MODERATOR_SPEAKS =
  /\b(?:moderator|host|facilitator)\b.{0,160}\b(?:ask|asks|asked|say|says|said|talk|talks|talked|speak|speaks|discuss)|主持人.{0,160}[问说讲谈聊]|(?:(?<!请)问|[说讲谈聊]).{0,160}主持人/u;

/** In characters: a longer question asks about more than a seminar has in its front matter. */
const LONGEST = 160;

/** What is done with a seminar, and hardly with its subject. */
const IS_HELD = /\b(?:held|take place|took place|recorded)\b|举行|举办|召开|开的/u;

/** Kinds of questions that are about a seminar if they call it by its subject: "the heat panel". */
const CLEAR_WITH_SUBJECT: ReadonlySet<SeminarQuestionKind> = new Set([
  'speakers',
  'moderator',
  'organiser',
  'date',
  'length',
]);

/** The seminars that have all of these words in their title, id or organiser, if the question speaks of a seminar. */
function bySubject(
  asked: string,
  remaining: string,
  transcripts: readonly Transcript[],
): readonly Transcript[] {
  const wanted = words(remaining).filter((word) => !isStopWord(word));
  if (wanted.length === 0 || !CALLS_IT_BY_SUBJECT.test(asked)) return [];
  return transcripts.filter(({ id, title, organiser }) => {
    const names = [id.replaceAll('-', ' '), ...Object.values(title), ...Object.values(organiser ?? {})];
    const own = new Set(names.flatMap((name) => words(normalise(name))));
    return wanted.every((word) => own.has(word));
  });
}

/** Kinds of questions that may be about the subject of a seminar as well as about the seminar. */
const UNCLEAR_WITH_TITLE: ReadonlySet<SeminarQuestionKind> = new Set([
  'date',
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

/** A seminar's word right after another ("heat panel"), or before "on" and "about" ("the panel on heat"). */
const CALLS_IT_BY_SUBJECT = new RegExp(
  `[a-z0-9] (?:${ENGLISH_SEMINAR.join('|')})\\b|\\b(?:${ENGLISH_SEMINAR.join('|')}) (?:on|about)\\b|(?:${CHINESE_SEMINAR.join('|')})`,
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
    if (title !== undefined) rest = rest.replace(title, ` ${PLACE} `);
    return title !== undefined;
  });
  return { rest: rest.replace(/\s+/gu, ' ').trim(), named };
}

/** The forms of a seminar's title, normalised, longest first: its id, whole, and without what follows a colon. */
function titlesOf(transcript: Transcript): string[] {
  const known = knownTitles.get(transcript);
  if (known) return known;
  const { id, title } = transcript;
  const whole = Object.values(title).map((each) => normalise(each).trim());
  const short = whole.map((each) => each.split(':')[0]?.trim() ?? '');
  const isLong = (each: string) => (hasHan(each) ? each.length >= 4 : each.includes(' '));
  // An id such as `bridges` is a word like any other.
  const ids = /[-\d]/.test(id) ? [id.toLowerCase()] : [];
  const titles = [...new Set([...whole, ...short].filter(isLong)), ...ids].sort(
    (a, b) => b.length - a.length,
  );
  knownTitles.set(transcript, titles);
  return titles;
}

/** They change only with the corpus. */
const knownTitles = new WeakMap<Transcript, string[]>();

function hasTitle(text: string, title: string): boolean {
  const at = text.indexOf(title);
  const isInside = (character = '') => /[a-z0-9]/.test(character);
  return at >= 0 && !(isInside(text[at - 1]) || isInside(text[at + title.length]));
}
