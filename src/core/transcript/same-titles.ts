import { LOCALES } from '../language/locale.ts';
import type { Transcript } from './transcript.ts';

/** The transcripts, with a mark on those whose title and date, in any language, another one has too. */
export function markSameTitles(transcripts: readonly Transcript[]): Transcript[] {
  const counts = new Map<string, number>();
  for (const transcript of transcripts) {
    for (const name of namesOf(transcript)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return transcripts.map((transcript) => {
    const { isNamesake: _, ...unmarked } = transcript;
    const isShared = [...namesOf(transcript)].some((name) => (counts.get(name) ?? 0) > 1);
    if (isShared === (transcript.isNamesake === true)) return transcript;
    return isShared ? { ...transcript, isNamesake: true } : unmarked;
  });
}

/** What readers of each language see of a seminar, each once. */
function namesOf({ title, date }: Transcript): Set<string> {
  return new Set(LOCALES.map((locale) => `${title[locale].trim().toLowerCase()}\n${date ?? ''}`));
}
