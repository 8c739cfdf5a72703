import type { Localised } from '../language/locale.ts';
import { normalise } from '../language/text.ts';
import type { Speaker, Transcript } from './transcript.ts';

/** All forms of a speaker's name: in each language, as printed, and as readers may write it. */
export function nameForms(speaker: Speaker): string[] {
  return [...new Set([...Object.values(speaker.names), ...speaker.aliases, ...speaker.otherForms])];
}

/** A speaker's name for a reader. Chinese readers get both forms, since sources print either. */
export function displayName({ name, names }: Speaker): Localised {
  const both = (own: string) => (own === name ? name : `${own}\uFF08${name}\uFF09`);
  return { en: name, 'zh-CN': both(names['zh-CN']), 'zh-TW': both(names['zh-TW']) };
}

/**
 * Finds whom a person means by a name: any form of it, whatever its case and spacing, or one part of it
 * ("Nazak", "米勒").
 * @returns every speaker that fits: none, one, or several who share a part of their names
 */
export function findSpeakers(speakers: readonly Speaker[], name: string): Speaker[] {
  const wanted = compact(name);
  if (wanted === '') return [];
  const whole = speakers.filter((speaker) => nameForms(speaker).some((form) => compact(form) === wanted));
  if (whole.length > 0) return whole;
  return speakers.filter((speaker) =>
    Object.values(speaker.names).some((form) => nameParts(form).includes(wanted)),
  );
}

/** The parts of a name by which a person can be called: `Alan`, `Estevez`; `艾伦`, `埃斯特维兹`. */
export function nameParts(name: string): string[] {
  return normalise(name)
    .split(/[\s·‧・]+/u)
    .map(compact);
}

function compact(name: string): string {
  return normalise(name).replace(/[^\p{L}\p{N}]/gu, '');
}

/** The speakers of some transcripts, each canonical name once, in the order in which the transcripts name them. */
export function distinctSpeakers(transcripts: readonly Pick<Transcript, 'speakers'>[]): Speaker[] {
  const byName = new Map(
    transcripts.flatMap(({ speakers }) => speakers.map((speaker) => [speaker.name, speaker])),
  );
  return [...byName.values()];
}
