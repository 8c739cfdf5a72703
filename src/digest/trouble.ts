import type { Digest, Trouble, TroubleKind } from '../core/digest/digest.ts';
import type { SchedulerParts } from './parts.ts';

/** What is known about a trouble besides its kind. */
export interface TroubleOptions {
  /** What the kind of trouble asks for; see `TroubleKind`. */
  detail?: string;
  /** What Discord, or something in its place, answered; for the log alone. */
  why?: string | undefined;
  /** Pauses the digest, because trying again tomorrow would be no use. */
  pause?: boolean;
}

/**
 * Stores why a digest could not post, for `/digest status`, and logs it.
 * @throws StoreError if the database cannot be used
 */
export type ReportTrouble = (digest: Digest, kind: TroubleKind, options?: TroubleOptions) => Promise<Trouble>;

/** Reports troubles to a store and a log. */
export function troubleReporter({
  store,
  now,
  log,
}: Pick<SchedulerParts, 'store' | 'now' | 'log'>): ReportTrouble {
  return async (digest, kind, { detail = '', why, pause = false } = {}) => {
    const at = now();
    await store.setTrouble(digest, kind, { detail, at, pause });
    log.warn(
      { digest: digest.number, server: digest.server, channel: digest.channel, trouble: kind, detail, why },
      pause ? 'A digest cannot post and is paused.' : 'A digest could not post.',
    );
    return { kind, detail, at };
  };
}
