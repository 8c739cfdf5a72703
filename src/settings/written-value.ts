/** Characters without width, which come along when a value is copied from a web page; and the mark before a text file. */
const WITHOUT_WIDTH = /[\u200B-\u200D\u2060\uFEFF\u00AD]/gu;
const QUOTED = [
  /^"([^"]*)"$/,
  /^'([^']*)'$/,
  /^“([^“”]*)”$/,
  /^‘([^‘’]*)’$/,
  /^„([^„“]*)“$/,
  /^「([^「」]*)」$/,
];
const QUOTATION_MARK = /["'“”‘’„「」]/;

/**
 * A setting without what is surely not meant: white space and one pair of quotation marks around it, which `docker run
 * --env-file` keeps, and characters that nobody sees.
 */
export function withoutWrapping(written: string): string {
  const value = written.replace(WITHOUT_WIDTH, '').trim();
  for (const pattern of QUOTED) {
    const inside = pattern.exec(value)?.[1];
    if (inside !== undefined) return inside.trim();
  }
  return value;
}

/** A token without what is surely not meant; also without the word that goes before it in a request to Discord. */
export function bareToken(written: string): string {
  return withoutWrapping(withoutWrapping(written).replace(/^Bot\s+/i, ''));
}

/** What is wrong with a token, in words that do not show it; undefined if it can be one. */
export function tokenFault(token: string): string | undefined {
  if (/^[!-~]+$/.test(token) && !QUOTATION_MARK.test(token)) return undefined;
  const why = QUOTATION_MARK.test(token)
    ? 'it has a quotation mark'
    : /\s/.test(token)
      ? 'it has white space in the middle'
      : 'it has other characters';
  return `must be a bot token: printable ASCII characters, without spaces and quotation marks; ${why}. Copy it again from the Bot page of your application`;
}
