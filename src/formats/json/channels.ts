/**
 * The label of a voice in a recording with several channels, as AWS writes it: `ch_0`. Where a channel has several speakers, each
 * channel counts them from 0, so that the number alone would name two people.
 */
export function channelLabel(channel: string | null, speaker: string | null): string | null {
  if (channel === null) return speaker;
  const named = /^\d+$/.test(channel) ? `ch_${channel}` : channel;
  if (speaker === null) return named;
  return /^\d+$/.test(speaker) ? `${named} spk_${speaker}` : speaker;
}

/** Texts with a space between two. */
export function joinedTexts(texts: readonly string[]): string {
  return texts.join(' ');
}
