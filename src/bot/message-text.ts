/** Mentions, emoji of a server, times, and addresses: what a message holds besides words. */
const NO_WORDS =
  /<(?:[@#][!&]?\d+|a?:\w+:\d+|t:-?\d+(?::\w)?|\/[^<>]*:\d+|id:\w+)>|<?\bhttps?:\/\/[^\s<>]+>?/giu;

/** What a message says, without mentions, emoji of a server and addresses. */
export function wordsOf(content: string): string {
  return content.replace(NO_WORDS, ' ').trim();
}
