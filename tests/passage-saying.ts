import { type Passage, passageSteps } from '../src/core/passages/passages.ts';
import { atOnce } from './at-once.ts';
import { changed, SOURCE, soundSeminar, TRANSCRIPT } from './fixtures.ts';

const passagesOf = atOnce(passageSteps);

/** A passage of the tiny seminar, by a speaker who is not named, with other words in its source. */
export function passageSaying(text: string, translation: string | null = null): Passage {
  const edit = (file: string) => changed(file, '是的,我同意。', text);
  const transcript = soundSeminar({ source: edit(SOURCE), transcript: edit(TRANSCRIPT) });
  const passage = passagesOf(transcript).find(({ segment }) => segment.id === 'p8');
  if (!passage) throw new Error('No p8.');
  return { ...passage, translation };
}
