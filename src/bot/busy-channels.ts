/** Which channels have many fresh answers of the bot. */
export interface BusyChannels {
  /**
   * Takes a place for the answer to a question.
   * @returns false if as many answers as there are places stand in the channel
   */
  take(channel: string, question: string): boolean;
  /** The answer was posted: its place is taken for a minute from now. */
  stands(channel: string, question: string): void;
  /** There is no answer, or no more: its place is free. */
  free(channel: string, question: string): void;
}

/** How many answers may stand in a channel, each for so long: more would push what people say to each other away. */
export const MOST_STANDING = 3;
export const STANDING_MS = 60_000;

/** @param now milliseconds of a clock that nobody sets */
export function busyChannels(now: () => number): BusyChannels {
  // The places in each channel, by question; null for an answer that is being made. Where all are free there is no entry.
  const places = new Map<string, Map<string, number | null>>();
  const forgetOld = (channel: string) => {
    const taken = places.get(channel);
    for (const [question, since] of taken ?? []) {
      if (since !== null && now() - since >= STANDING_MS) taken?.delete(question);
    }
    if (taken?.size === 0) places.delete(channel);
  };
  return {
    take: (channel, question) => {
      for (const known of places.keys()) forgetOld(known);
      const taken = places.get(channel) ?? new Map<string, number | null>();
      if (taken.has(question)) return true;
      if (taken.size >= MOST_STANDING) return false;
      places.set(channel, taken.set(question, null));
      return true;
    },
    stands: (channel, question) => {
      const taken = places.get(channel);
      if (taken?.has(question)) taken.set(question, now());
    },
    free: (channel, question) => {
      places.get(channel)?.delete(question);
      forgetOld(channel);
    },
  };
}
