import type { PassagesById } from '../../src/core/passages/passages.ts';
import { type PassageReference, readReferences, referenceSteps } from '../../src/core/passages/references.ts';
import { runYielding } from '../../src/core/steps.ts';
import { PAGE } from '../buttons/answer.ts';
import type { EarlierAnswer } from '../command.ts';

/** What an earlier answer shows: passages, at least one; or why they are not known. */
type ShownPassages = readonly PassageReference[] | 'none' | 'changed';

/**
 * Reads from the buttons of an earlier answer which passages it shows, in order.
 * @returns `none` if no button tells; `changed` if the transcript has changed since, or a button is forged
 */
export async function shownIn({ buttons }: EarlierAnswer, library: PassagesById): Promise<ShownPassages> {
  const written = writtenIn(buttons);
  if (written === null) return 'none';
  await runYielding(referenceSteps(library));
  const found = readReferences(written.passages, library);
  return found ? found.slice(0, written.most) : 'changed';
}

/** What the button that tells most exactly carries, and how many of its passages are shown. */
function writtenIn(buttons: EarlierAnswer['buttons']): { passages: string; most: number } | null {
  const carriedBy = (name: string) =>
    buttons.filter((button) => button.name === name).flatMap(({ args: [passages] }) => passages ?? []);
  for (const name of ['whole', 'context', 'words']) {
    // Under a digest each passage has a button of its own.
    const passages = carriedBy(name).join('');
    if (passages !== '') return { passages, most: Number.POSITIVE_INFINITY };
  }
  const [ranked] = buttons.filter(({ name }) => name === 'more').flatMap(({ args }) => args[1] ?? []);
  if (ranked) return { passages: ranked, most: PAGE };
  const [shared] = buttons
    .filter(({ name }) => name.startsWith('share'))
    .flatMap(({ args }) => args[0] ?? []);
  return shared ? { passages: shared, most: PAGE } : null;
}
