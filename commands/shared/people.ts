import type { Claim } from '../../src/core/answer/ranking.ts';
import { type Localised, localised } from '../../src/core/language/locale.ts';
import { shorten } from '../../src/core/language/text.ts';
import type { Library } from '../../src/core/library.ts';
import { passageLists } from '../../src/core/passages/lists.ts';
import { type PassageReference, writeReferences } from '../../src/core/passages/references.ts';
import { anonymousName } from '../../src/core/transcript/anonymous.ts';
import type { Period } from '../../src/core/transcript/period.ts';
import { displayName } from '../../src/core/transcript/speakers.ts';
import type { Speaker } from '../../src/core/transcript/transcript.ts';
import { inEachLanguage, joined, type Message, someOf } from '../../src/messages/message.ts';
import type { Action } from '../../src/reply/reply.ts';

/** So many people of one name are described. */
const DESCRIBED = 5;
/** Discord takes 80 characters for a button; its own words need some of them. */
const LABEL_NAME = 60;
/** So many buttons fit one row beside those that show the whole passages and remove the answer. */
const CHOICES = 3;

/** A speaker's name; with the role, if somebody else in the library has the same name. */
export function nameAmong(speaker: Speaker, library: Pick<Library, 'speakers'>): Localised {
  return isNamesake(speaker, library) ? nameWithRole(speaker) : displayName(speaker);
}

/** What is shown of a speaker, by which readers tell speakers apart: labels may differ where what is shown does not. */
function shownName({ name, anonymous }: Pick<Speaker, 'name' | 'anonymous'>): string {
  return anonymousName({ name, anonymous })?.en ?? name;
}

/** Who has a name; null if several people have. */
const bearers = new WeakMap<Library['speakers'], ReadonlyMap<string, string | null>>();

/** Whether somebody else in the library has the same name. */
export function isNamesake(speaker: Speaker, { speakers }: Pick<Library, 'speakers'>): boolean {
  const known = bearers.get(speakers) ?? bearersAmong(speakers);
  bearers.set(speakers, known);
  const bearer = known.get(shownName(speaker));
  return bearer !== undefined && bearer !== speaker.id;
}

function bearersAmong(speakers: Library['speakers']): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const speaker of speakers) {
    const { id } = speaker;
    const name = shownName(speaker);
    const before = found.get(name);
    found.set(name, before === undefined || before === id ? id : null);
  }
  return found;
}

/** A speaker's name and role, as one name in a sentence. A Chinese name and its original share the brackets. */
function nameWithRole(speaker: Speaker): Localised {
  const { id, name, names, role } = speaker;
  // Without a role, the id says in brackets what tells this person from others.
  const told = role ?? localised(() => id.slice(name.length).replace(/^ \((.*)\)$/u, '$1'));
  const unnamed = anonymousName(speaker);
  if (unnamed) return inEachLanguage({ key: 'answer.person', values: { speaker: unnamed, role: told } });
  const own = localised((locale) => (locale === 'en' ? name : names[locale]));
  const details = localised((locale) =>
    own[locale] === name ? told[locale] : `${name}\uFF0C${told[locale]}`,
  );
  return inEachLanguage({ key: 'answer.person', values: { speaker: own, role: details } });
}

/** A sentence names so many speakers, and counts the others. */
const NAMED = 8;

/** The names of speakers, as in a sentence. */
export function namesOf(speakers: readonly Speaker[], library: Pick<Library, 'speakers'>): Localised {
  // Of those who are only counted, the name does not matter.
  const names = speakers.map((speaker, at) =>
    at <= NAMED ? nameAmong(speaker, library) : displayName(speaker),
  );
  return someOf(names, NAMED, 'some.speakers');
}

/** Says who all are called by a name, each with their role. */
export function sharedName(name: string, speakers: readonly Speaker[]): Message {
  const people = speakers.slice(0, DESCRIBED).map(nameWithRole);
  return speakers.length > DESCRIBED
    ? {
        key: 'answer.name-shared-by-many',
        values: { name, people: joined(people), count: speakers.length },
      }
    : { key: 'answer.name-shared', values: { name, people: joined(people, 'or') } };
}

interface ChoiceOptions {
  /** How many passages a button carries. */
  most: number;
  library: Pick<Library, 'speakers' | 'passages'>;
  /** Of the seminars that were searched; the button of somebody who does not answer carries it. */
  period: Period;
  /** What is claimed of the passages. */
  claim: Exclude<Claim, 'none'>;
}

/**
 * Buttons to choose one of the people of one name.
 * @param ranked all passages that answer or come closest, best first
 */
export function choiceButtons(
  speakers: readonly Speaker[],
  ranked: readonly PassageReference[],
  { most, library, period, claim }: ChoiceOptions,
): Action[] {
  return speakers.slice(0, CHOICES).flatMap((speaker): Action[] => {
    const own = ranked.filter(({ passage }) => passage.speaker?.id === speaker.id).slice(0, most);
    // Whoever does not answer is known by any passage of theirs.
    const [any] = passageLists.now(library.passages).ofSpeaker.get(speaker.id) ?? [];
    if (!any) return [];
    const name = nameAmong(speaker, library);
    const label = localised((locale) => shorten(name[locale], LABEL_NAME));
    const args =
      own.length > 0
        ? [claim === 'answer' ? ANSWERS : CLOSEST, writeReferences(own)]
        : [
            SILENT,
            writeReferences([{ passage: any, sentence: null }]),
            period.from ?? '',
            period.until ?? '',
          ];
    return [{ name: 'only', label: { key: 'button.only', values: { speaker: label } }, args }];
  });
}

/** The first thing that a button to choose somebody carries: whether the passages after it answer, or come closest. */
export const ANSWERS = 'answers';
export const CLOSEST = 'closest';
const SILENT = 'silent';
