import type { Digest } from '../core/digest/digest.ts';
import { readReferences } from '../core/passages/references.ts';
import { dueOnlyAfter, overdue } from './due-times.ts';
import type { SchedulerParts } from './parts.ts';
import type { ReportTrouble } from './trouble.ts';

/**
 * Notes what a digest has posted since the copy of the database was made that it comes from, by searching its channel. If
 * that cannot be read, what was due meanwhile is skipped, rather than posted twice.
 * @returns whether the digest can go on at once; if not, a later check sees to it
 * @throws StoreError if the database cannot be used
 */
export async function recollect(
  digest: Digest,
  { store, delivery, library, now }: Pick<SchedulerParts, 'store' | 'delivery' | 'library' | 'now'>,
  reportTrouble: ReportTrouble,
): Promise<boolean> {
  const { key, channel } = digest;
  const found = await delivery.findAll(channel, key, dueOnlyAfter(digest));
  if (found === 'not-yet') return false;
  if (found === 'unreadable') {
    const last = overdue(digest, now).at(-1);
    if (last) {
      await store.skip({ digest: key, occasion: last.date, channel, due: last.at });
      await reportTrouble(digest, 'unconfirmed', { detail: last.date });
    }
    await store.adopt(key);
    return false;
  }
  for (const { occasion, message, at, references } of found) {
    const passages = references.flatMap((written) => readReferences(written, library()) ?? []);
    const ids = passages.map(({ passage }) => passage.id);
    await store.record({ digest: key, occasion, channel, due: at, passages: ids }, message);
  }
  await store.adopt(key);
  return true;
}
