import MiniSearch from 'minisearch';
import { escapeRegExp, hasHan, normalise } from '../language/text.ts';
import { nameForms, nameParts } from '../transcript/speakers.ts';
import type { Speaker } from '../transcript/transcript.ts';

/** A speaker whom a question names. */
export interface NamedSpeaker {
  speaker: Speaker;
  /**
   * `asked`: the question is about what this speaker said ("What does Miller think of …").
   * `mentioned`: it is about other people's words as well ("Who disagreed with Miller?").
   */
  role: 'asked' | 'mentioned';
}

/** The speakers named in a question, and the question without their names, normalised. */
export interface NamesFound {
  /** Each speaker once, in order of first mention; at most one is asked. */
  named: NamedSpeaker[];
  /** The question without the name of the speaker who is asked. */
  withoutAsked: string;
  /** The question without any speaker's name. */
  withoutNames: string;
}

/**
 * Finds speakers in a question, by any form of their names and with small misspellings.
 * @param seminar the id of the only seminar whose speakers count, if the finder tells seminars apart
 */
export type NameFinder = (question: string, seminar?: string) => NamesFound;

/** Makes a finder for these speakers, whichever seminar they are from. */
export function nameFinder(speakers: readonly Speaker[]): NameFinder {
  const owners = ownersOf(speakers);
  const longestFirst = [...owners.keys()].sort((a, b) => b.length - a.length);
  const pattern = longestFirst.length === 0 ? null : new RegExp(longestFirst.map(patternOf).join('|'), 'gu');
  const fuzzyIndex = fuzzyIndexOf(
    longestFirst.filter((form) => /^[a-z]+$/.test(form) && form.length >= MIN_MISSPELT_LENGTH),
  );

  return (question) => {
    const text = normalise(question);
    const exact = pattern === null ? [] : exactNames(text, pattern, owners);
    const names = [...exact, ...misspeltNames(text, exact, fuzzyIndex, owners)]
      .filter((name) => !isAnotherPerson(question, text, name))
      .sort((a, b) => a.start - b.start);
    const withRoles = names.map((name) => ({ ...name, role: roleOf(text, name) }));
    const asked = withRoles.find(({ role }) => role === 'asked')?.speaker;
    const named = new Map<string, NamedSpeaker>();
    for (const { speaker, role } of withRoles) {
      // Only the first speaker who is asked counts as asked.
      if (!named.has(speaker.name))
        named.set(speaker.name, { speaker, role: speaker === asked ? role : 'mentioned' });
    }
    const namesOfAsked = names.filter(({ speaker }) => speaker === asked);
    return {
      named: [...named.values()],
      withoutAsked: textWithout(text, namesOfAsked),
      withoutNames: textWithout(text, names),
    };
  };
}

/** Every form of a name and every part of one, normalised, with the speaker who has it; null if several speakers do. */
function ownersOf(speakers: readonly Speaker[]): Map<string, Speaker | null> {
  const owners = new Map<string, Speaker | null>();
  const add = (form: string, speaker: Speaker) => {
    const owner = owners.get(form);
    owners.set(form, owner === undefined || owner === speaker ? speaker : null);
  };
  for (const speaker of speakers) {
    for (const form of nameForms(speaker)) {
      add(normalise(form), speaker);
      for (const part of nameParts(form)) if (part.length > 1) add(part, speaker);
    }
  }
  return owners;
}

/** Where a normalised question names a speaker, as UTF-16 offsets: `start` inclusive, `end` exclusive. */
interface NameInText {
  speaker: Speaker;
  start: number;
  end: number;
}

function exactNames(
  text: string,
  pattern: RegExp,
  owners: ReadonlyMap<string, Speaker | null>,
): NameInText[] {
  return Array.from(text.matchAll(pattern)).flatMap((match) => {
    const speaker = owners.get(match[0]);
    return speaker ? [{ speaker, start: match.index, end: match.index + match[0].length }] : [];
  });
}

function patternOf(form: string): string {
  const escaped = escapeRegExp(form);
  return hasHan(form) ? escaped : `(?<![a-z0-9])${escaped}(?![a-z0-9])`;
}

/** How many edits a misspelt part of a Latin name may have, as a share of its length: "Estevz", "Nikaktar". */
const MISSPELLING = 0.2;
/** Shorter words are too much like one another to be taken for misspelt names. */
const MIN_MISSPELT_LENGTH = 5;
/** No part of a name is longer, and the time of a comparison grows with the square of the length. */
const MAX_NAME_LENGTH = 40;

function fuzzyIndexOf(parts: readonly string[]): MiniSearch<{ id: string }> {
  const index = new MiniSearch<{ id: string }>({
    fields: ['id'],
    tokenize: (part) => [part],
    searchOptions: { fuzzy: MISSPELLING },
  });
  index.addAll(parts.map((id) => ({ id })));
  return index;
}

function misspeltNames(
  text: string,
  exact: readonly NameInText[],
  fuzzyIndex: MiniSearch<{ id: string }>,
  owners: ReadonlyMap<string, Speaker | null>,
): NameInText[] {
  return Array.from(text.matchAll(/[a-z]+/g)).flatMap(({ 0: word, index: start }) => {
    const end = start + word.length;
    if (
      word.length < MIN_MISSPELT_LENGTH ||
      word.length > MAX_NAME_LENGTH ||
      exact.some((name) => start < name.end && name.start < end)
    )
      return [];
    // Few people get the first letter of a name wrong, and "killer" is not Miller.
    const match = fuzzyIndex.search(word).find(({ id }) => id[0] === word[0]);
    const speaker = match && owners.get(match.id);
    return speaker ? [{ speaker, start, end }] : [];
  });
}

/**
 * Whether one part of a speaker's name belongs to the name of somebody else: "Alan Turing" is not Alan
 * Estevez. In Latin script another capitalised word follows it; in Chinese, a dot joins it to another part.
 * @param question as it was asked, with its capitals
 */
function isAnotherPerson(question: string, text: string, { speaker, start, end }: NameInText): boolean {
  const parts = new Set(Object.values(speaker.names).flatMap(nameParts));
  const name = text.slice(start, end);
  if (!parts.has(name)) return false;
  if (hasHan(name)) return /^[·‧・]/u.test(text.slice(end)) || /[·‧・]$/u.test(text.slice(0, start));
  const followed = new RegExp(`${patternOf(name)}\\s+(\\p{Lu}[\\p{L}]+)`, 'iu').exec(
    question.normalize('NFKC'),
  );
  const next = followed?.[1];
  return next !== undefined && /^\p{Lu}\p{Ll}/u.test(next) && !parts.has(next.toLowerCase());
}

/** What comes before the name of a speaker who is only mentioned. */
const BEFORE_MENTION =
  /(?:\b(?:with|to|about|than|against|for|of|and|asks?|asked|told|tells?|answers?|answered|echo(?:es|ed)?|thanks?|thanked|quotes?|quoted|mentions?|mentioned|interrupts?|interrupted|challenged?|rebut(?:s|ted)?)\s+|(?:对|跟|和|与|同|向|给|像|比|问|问了|询问|请教|回应|回应了|反驳|反驳了|赞同|同意|支持|批评|呼应|呼应了|提到|提到了|引用|感谢)\s*)["“]?$/iu;
/** A question that asks for a person, so that the names in it are only mentioned. */
const ASKS_WHO =
  /^\s*(?:who|whose|which\s+(?:speaker|panell?ist|person)s?)\b|谁|哪位|哪个(?:人|发言人|嘉宾)|哪些(?:人|发言人|嘉宾)/iu;
/**
 * What comes before the name of a speaker who is certainly asked: "according to", or a request such as "Ask
 * Miller about …".
 */
const BEFORE_ASKED =
  /\baccording\s+to\s+$|\bin\s+the\s+(?:view|words|opinion)\s+of\s+$|^\s*(?:please\s+)?(?:ask|quote)\s+$|^\s*(?:请)?问(?:一?下|问)?\s*$/iu;

function roleOf(text: string, { start }: NameInText): NamedSpeaker['role'] {
  const before = text.slice(0, start);
  if (BEFORE_ASKED.test(before)) return 'asked';
  return ASKS_WHO.test(text) || BEFORE_MENTION.test(before) ? 'mentioned' : 'asked';
}

/** A text with a space in place of each of these names, without a possessive after the last one. */
function textWithout(text: string, names: readonly NameInText[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of names) {
    rest += `${text.slice(at, start)} `;
    at = end;
  }
  return rest + text.slice(at).replace(/^['’]s\b/, '');
}
