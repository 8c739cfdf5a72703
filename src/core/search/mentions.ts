import MiniSearch from 'minisearch';
import { escapeRegExp, hasHan, normalise } from '../language/text.ts';
import { nameForms, nameParts } from '../transcript/speakers.ts';
import type { Speaker } from '../transcript/transcript.ts';

/** A speaker whom a question names. */
export interface NamedSpeaker {
  speaker: Speaker;
  /**
   * `asked`: the question wants what this speaker said ("What does Miller think of …").
   * `mentioned`: it speaks of them and wants to hear others too ("Who disagreed with Miller?").
   */
  role: 'asked' | 'mentioned';
}

/** What a question says once the names of speakers are understood. */
export interface NamesFound {
  named: NamedSpeaker[];
  /** The question without the name of the speaker who is asked. */
  rest: string;
  /** The question without any speaker's name. */
  bare: string;
}

/** Finds speakers in questions, whatever form of the name is used and with small misspellings. */
export type NameFinder = (question: string, seminar?: string) => NamesFound;

interface Occurrence {
  speaker: Speaker;
  start: number;
  end: number;
}

/** Edits that a misspelt part of a Latin name may have, as a share of its length: "Estevz", "Nikaktar". */
const MISSPELLING = 0.2;
/** Shorter words are too like one another to be taken for a misspelt name. */
const MISSPELT_LENGTH = 5;
/** No part of a name is longer, and comparing takes the square of the length. */
const NAME_LENGTH = 40;

/** A name before which the speaker is spoken of, not asked. */
const SPOKEN_OF =
  /(?:\b(?:with|to|about|than|against|for|of|and|asks?|asked|told|tells?|answers?|answered|echo(?:es|ed)?|thanks?|thanked|quotes?|quoted|mentions?|mentioned|interrupts?|interrupted|challenged?|rebut(?:s|ted)?)\s+|(?:对|跟|和|与|同|向|给|像|比|问|问了|询问|请教|回应|回应了|反驳|反驳了|赞同|同意|支持|批评|呼应|呼应了|提到|提到了|引用|感谢)\s*)["“]?$/iu;
/** A question that looks for a person, so that the names in it belong to others. */
const LOOKS_FOR_A_PERSON =
  /^\s*(?:who|whose|which\s+(?:speaker|panell?ist|person)s?)\b|谁|哪位|哪个(?:人|发言人|嘉宾)|哪些(?:人|发言人|嘉宾)/iu;
/** "Ask Miller about …", addressed to us; "according to Miller". */
const ASK_FOR_ME =
  /\baccording\s+to\s+$|\bin\s+the\s+(?:view|words|opinion)\s+of\s+$|^\s*(?:please\s+)?(?:ask|quote)\s+$|^\s*(?:请)?问(?:一?下|问)?\s*$/iu;

/** Makes a finder for these speakers. */
export function nameFinder(speakers: readonly Speaker[]): NameFinder {
  const owners = new Map<string, Speaker | null>();
  const own = (form: string, speaker: Speaker) => {
    const before = owners.get(form);
    // A part that two speakers share names neither.
    owners.set(form, before === undefined || before === speaker ? speaker : null);
  };
  for (const speaker of speakers) {
    for (const form of nameForms(speaker)) {
      own(normalise(form), speaker);
      for (const part of nameParts(form)) if (part.length > 1) own(part, speaker);
    }
  }
  const forms = [...owners.keys()].sort((a, b) => b.length - a.length);
  const pattern = forms.length === 0 ? null : new RegExp(forms.map(patternOf).join('|'), 'gu');
  const latinParts = misspellings(
    forms.filter((form) => /^[a-z]+$/.test(form) && form.length >= MISSPELT_LENGTH),
  );

  return (question) => {
    const text = normalise(question);
    const occurrences = pattern === null ? [] : exact(text, pattern, owners);
    const all = [...occurrences, ...misspelt(text, occurrences, latinParts, owners)]
      .filter((occurrence) => !isAnotherPerson(question, text, occurrence))
      .sort((a, b) => a.start - b.start);
    const named = all.map((occurrence) => ({ ...occurrence, role: roleOf(text, occurrence) }));
    const asked = named.find(({ role }) => role === 'asked');
    const once = new Map<string, NamedSpeaker>();
    for (const { speaker, role } of named) {
      // Whoever is named after the one who is asked is spoken of.
      if (!once.has(speaker.name))
        once.set(speaker.name, { speaker, role: speaker === asked?.speaker ? role : 'mentioned' });
    }
    const ofAsked = named.filter(({ speaker }) => speaker === asked?.speaker);
    return { named: [...once.values()], rest: without(text, ofAsked), bare: without(text, named) };
  };
}

function patternOf(form: string): string {
  const escaped = escapeRegExp(form);
  return hasHan(form) ? escaped : `(?<![a-z0-9])${escaped}(?![a-z0-9])`;
}

function exact(text: string, pattern: RegExp, owners: ReadonlyMap<string, Speaker | null>): Occurrence[] {
  return Array.from(text.matchAll(pattern)).flatMap((match) => {
    const speaker = owners.get(match[0]);
    return speaker ? [{ speaker, start: match.index, end: match.index + match[0].length }] : [];
  });
}

function misspellings(parts: readonly string[]): MiniSearch<{ id: string }> {
  const index = new MiniSearch<{ id: string }>({
    fields: ['id'],
    tokenize: (part) => [part],
    searchOptions: { fuzzy: MISSPELLING },
  });
  index.addAll(parts.map((id) => ({ id })));
  return index;
}

function misspelt(
  text: string,
  found: readonly Occurrence[],
  parts: MiniSearch<{ id: string }>,
  owners: ReadonlyMap<string, Speaker | null>,
): Occurrence[] {
  return Array.from(text.matchAll(/[a-z]+/g)).flatMap(({ 0: word, index: start }) => {
    if (
      word.length < MISSPELT_LENGTH ||
      word.length > NAME_LENGTH ||
      found.some((other) => start < other.end && other.start < start + word.length)
    )
      return [];
    // Few people miss the first letter of a name, and "killer" is not Miller.
    const match = parts.search(word).find(({ id }) => id[0] === word[0]);
    const speaker = match && owners.get(match.id);
    return speaker ? [{ speaker, start, end: start + word.length }] : [];
  });
}

/**
 * "Alan Turing" is not Alan Estevez: a lone part of a name beside another capitalised word is somebody else's.
 * Chinese joins the parts of a foreign name with a dot.
 */
function isAnotherPerson(question: string, text: string, { speaker, start, end }: Occurrence): boolean {
  const own = new Set(Object.values(speaker.names).flatMap(nameParts));
  const name = text.slice(start, end);
  if (!own.has(name)) return false;
  if (hasHan(name)) return /^[·‧・]/u.test(text.slice(end)) || /[·‧・]$/u.test(text.slice(0, start));
  const written = new RegExp(`${patternOf(name)}\\s+(\\p{Lu}[\\p{L}]+)`, 'iu').exec(
    question.normalize('NFKC'),
  );
  const next = written?.[1];
  return next !== undefined && /^\p{Lu}\p{Ll}/u.test(next) && !own.has(next.toLowerCase());
}

function roleOf(text: string, { start }: Occurrence): NamedSpeaker['role'] {
  const before = text.slice(0, start);
  if (ASK_FOR_ME.test(before)) return 'asked';
  return LOOKS_FOR_A_PERSON.test(text) || SPOKEN_OF.test(before) ? 'mentioned' : 'asked';
}

function without(text: string, occurrences: readonly Occurrence[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of occurrences) {
    rest += `${text.slice(at, start)} `;
    at = end;
  }
  return rest + text.slice(at).replace(/^['’]s\b/, '');
}
