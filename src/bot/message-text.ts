/** Mentions, a server's emoji, times and addresses: what a message contains besides words. */
const NO_WORDS =
  /<(?:[@#][!&]?\d+|a?:\w+:\d+|t:-?\d+(?::\w)?|\/[^<>]*:\d+|id:\w+)>|<?\bhttps?:\/\/[^\s<>]+>?/giu;

/** What a message says, without mentions, a server's emoji, times and addresses. */
export function wordsOf(content: string): string {
  return content.replace(NO_WORDS, ' ').trim();
}
