import { visible } from './render/markdown.ts';

/** The invisible twins of ASCII, in which a text can carry a message that nobody sees. */
const TAGS = /[\u{E0000}-\u{E007F}]/gu;

/**
 * A text that may come from outside, harmless on a terminal: control characters and direction marks, which could move the
 * cursor or reverse the text, are replaced by a visible sign. Line breaks stay.
 */
export function plainLines(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => visible(line.replaceAll('\t', ' ')).replace(TAGS, '\uFFFD'))
    .join('\n');
}
