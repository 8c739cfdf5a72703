import { nameForm } from '../core/language/name-form.ts';
import { oneLetterApart } from '../core/language/one-edit.ts';
import { sentences } from '../core/language/sentences.ts';
import type { Draft, DraftSegment } from './draft.ts';
import type { LookAlike } from './joining.ts';
import { isAddressed } from './turn-evidence.ts';

/** Why somebody else may be speaking. */
export type DoubtKind = 'labels' | 'introduces' | 'addressed' | 'answers' | 'thanks';

/** A place where the speaker may have changed without a label. */
export interface Doubt {
  kind: DoubtKind;
  segment: DraftSegment;
  /** The sentence, verbatim. */
  sentence: string;
  /** The name that it gives; null if it gives none. */
  name: string | null;
}

/** Names that start with a capital letter, after "I'm", "my name is", 我是, 我叫. */
const INTRODUCTION =
  /(?:^|[.!?,;]\s+|\b(?:hi|hello|hey|so|and|well),? )(?:I['’]m|I am|my name is|my name['’]s|this is) (?<name>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)(?=[\s,.!?;]|$)/u;
const CHINESE_INTRODUCTION =
  /(?:^|[，。！？、,])(?:大家好[，,]?)?(?:我是|我叫|我的名字是)(?<name>\p{Script=Han}{2,4})(?=[，。！,.]|$)/u;
/** "I'm Sure" starts no introduction, whatever the capitals. */
const NO_NAMES = new Set(
  'sure sorry not going just so very really also here ok okay glad happy from with an the a'.split(' '),
);
const ANSWER =
  /^(?:yes|yeah|yep|no|nope|sure|absolutely|exactly|of course|definitely|correct|right)[,.!]|^(?:是的|对的?|對的?|没错|沒錯|好的|不是|没有|沒有|当然|當然)[，。,！]/iu;
/** A name of two words or more, or a speaker's first name, before a colon at the beginning of a sentence. */
const LABEL = /^(?<name>\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,3}): \S/u;
const THANKS = /^(?:thank you|thanks|谢谢|謝謝)/iu;
const QUESTION = /[?？]["'”’)）」』]*$/u;
/** So much of the beginning of a sentence is looked at. */
const OPENING = 120;
/** A person who asks and answers alone does so in a few words. */
const ANSWERED = 4;

/** Where somebody else may be speaking than the draft says, the most certain first, each kind in the order of the file. */
export function doubtsIn(draft: Draft): Doubt[] {
  const found: Doubt[] = [];
  const anonymous = new Map(draft.speakers.map(({ name, anonymous: kind }) => [name, kind]));
  const spellings = new Map(
    draft.speakers.map(({ name, aliases }) => [name, [name, ...aliases].map(nameForm)]),
  );
  const firstNames = new Set(draft.speakers.map(({ name }) => nameForm(name.split(/\s+/u)[0] ?? '')));
  const all = new Set([...firstNames, ...[...spellings.values()].flat()]);
  let before: DraftSegment | undefined;
  for (const segment of draft.segments) {
    if (segment.speaker !== null && segment.basis !== 'reported') {
      const kind = anonymous.get(segment.speaker) ?? null;
      const doubt =
        kind === 'reporter'
          ? null
          : doubtIn(segment, before, {
              own: spellings.get(segment.speaker) ?? [],
              isNamed: kind === null,
              firstNames,
              all,
            });
      if (doubt) found.push(doubt);
    }
    before = segment;
  }
  const order: DoubtKind[] = ['labels', 'addressed', 'introduces', 'answers', 'thanks'];
  return order.flatMap((kind) => found.filter((doubt) => doubt.kind === kind));
}

interface Bearer {
  /** The forms of the names of whoever speaks. */
  own: readonly string[];
  isNamed: boolean;
  /** The forms of the first names of all who speak. */
  firstNames: ReadonlySet<string>;
  /** Those, and the forms of their whole names. */
  all: ReadonlySet<string>;
}

function doubtIn(segment: DraftSegment, before: DraftSegment | undefined, bearer: Bearer): Doubt | null {
  const texts = sentences(segment.text).map(({ start, end }) => segment.text.slice(start, end).trim());
  const of = (kind: DoubtKind, sentence: string, name: string | null = null) => ({
    kind,
    segment,
    sentence,
    name,
  });
  const labelled = texts.find((text) => isLabelled(text.slice(0, OPENING), bearer.firstNames));
  if (labelled !== undefined) return of('labels', labelled);
  // Under a label, 我是财务 says what somebody is; only the name of another is a doubt.
  const isCertain = segment.basis === 'labelled' && bearer.isNamed;
  const introduced = introductionIn(texts, bearer.own, isCertain ? bearer.all : null);
  if (introduced) return of('introduces', introduced.sentence, introduced.name);
  const [first = ''] = texts;
  const ownFirst = segment.speaker?.split(/\s+/u)[0] ?? '';
  if (bearer.isNamed && ownFirst.length > 1 && segment.text.includes(ownFirst)) {
    const called = texts.find((text) => isAddressed(text.slice(0, OPENING), ownFirst));
    if (called !== undefined) return of('addressed', called);
  }
  const asked = before?.speaker === segment.speaker && QUESTION.test(before.text);
  if (segment.basis === 'continued' && asked && ANSWER.test(first)) return of('answers', first);
  const answer = texts.find(
    (text, at) => at > 0 && QUESTION.test(texts[at - 1] ?? '') && isAnswer(text, texts[at - 1]),
  );
  if (answer !== undefined) return of('answers', answer);
  if (segment.basis === 'continued' && THANKS.test(first)) return of('thanks', first);
  return null;
}

/** Whether a sentence has a name before it, as a label would be; the reader has found it too rare to be one. */
function isLabelled(text: string, firstNames: ReadonlySet<string>): boolean {
  const { name = '' } = LABEL.exec(text)?.groups ?? {};
  return name.includes(' ') || (name !== '' && firstNames.has(nameForm(name)));
}

/** Whether a sentence answers a question that is more than a word or two, such as "Right?" */
function isAnswer(sentence: string, question = ''): boolean {
  return (
    ANSWER.test(sentence) &&
    (question.split(/\s+/u).length >= ANSWERED || /\p{Script=Han}{4}/u.test(question))
  );
}

/** Whether what follows may be what somebody is, and no name: 我是财务, but not 我叫李丽. Names of roles have no capitals in English. */
function isRole(text: string, name: string): boolean {
  return text.includes(`我是${name}`);
}

/** @param all where what may be a role is no introduction, the names that are none; null elsewhere */
function introductionIn(
  texts: readonly string[],
  own: readonly string[],
  all: ReadonlySet<string> | null,
): { sentence: string; name: string } | null {
  for (const sentence of texts) {
    const opening = sentence.slice(0, OPENING);
    const { name } = (INTRODUCTION.exec(opening) ?? CHINESE_INTRODUCTION.exec(opening))?.groups ?? {};
    if (name === undefined || NO_NAMES.has(name.split(' ')[0]?.toLowerCase() ?? '')) continue;
    const form = nameForm(name);
    if (own.some((each) => isSpeltAlike(each, form))) continue;
    if (all && isRole(opening, name) && !all.has(form)) continue;
    return { sentence, name };
  }
  return null;
}

/**
 * Speakers whose name is spelt otherwise where somebody introduces him- or herself: the words say "I'm Sydney", the labels
 * Sidney.
 */
export function spokenSpellings({ speakers }: Draft, doubts: readonly Doubt[]): LookAlike[] {
  const named = speakers.filter(({ anonymous }) => anonymous === null);
  return doubts.flatMap(({ kind, name }) => {
    if (kind !== 'introduces' || name === null) return [];
    const form = nameForm(name);
    const alike = named.filter(
      (speaker) => form.length >= LEAST_LETTERS && oneLetterApart(nameForm(speaker.name), form) !== null,
    );
    return alike.map((speaker) => ({ name: speaker.name, other: name }));
  });
}

/** Short names differ by one letter from many others. */
const LEAST_LETTERS = 5;

/** Whether two names may be one that was heard twice: "Ali" and "Allie", "Mark Holt" and "Mark". */
function isSpeltAlike(one: string, other: string): boolean {
  if (one.includes(other) || other.includes(one)) return true;
  return one.slice(0, 2) === other.slice(0, 2) && Math.abs(one.length - other.length) <= 2;
}
