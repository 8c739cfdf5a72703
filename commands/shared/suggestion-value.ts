import { createHash } from 'node:crypto';
import { hidesSomething, visible } from '../../src/core/language/visible.ts';

/** Discord takes so many UTF-16 units for the value of a suggestion. */
const VALUE_LENGTH = 100;
/** So many characters tell the few names apart that begin alike. */
const FINGERPRINT_LENGTH = 12;

/**
 * What choosing a name in a completion list sends: the name itself, or a key for one that is too long for Discord or hides
 * something, which ends in a fingerprint of it. Whoever looks a name up compares what was sent with the value of each.
 * @returns 1 to 100 UTF-16 units; the same each time for the same name, another for every other name
 */
export function suggestionValue(name: string): string {
  if (name !== '' && name === name.trim() && name.length <= VALUE_LENGTH && !hidesSomething(name))
    return name;
  const fingerprint = createHash('sha256').update(name).digest('hex').slice(0, FINGERPRINT_LENGTH);
  const start = visible(name.slice(0, VALUE_LENGTH - FINGERPRINT_LENGTH - 1)).trim();
  return `${start}…${fingerprint}`;
}
