/** What stands before what is left out. */
const EXCEPT =
  /\b(?:except(?:ing)?(?: for)?|but(?: not)?|other than|apart from|without|not|minus)\b|不含|不包括|不算|不要/u;
/** In Chinese it may stand around it. */
const ALL_EXCEPT = /^除[了去]?([^外]+?)(?:(?:以|之)?外|[,;]|(?=每|天天|的?(?:全部|所有))|$)/u;

/** What a text asks for, and what it leaves out. */
export interface Exceptions {
  /** Empty, or marks and white space, if it only says what is left out. */
  included: string;
  /** Null if nothing is. */
  excluded: string | null;
}

/**
 * Divides a text in small letters where it says that something is left out: every day but Sunday, all except the last,
 * 除周日外每天, 周六除外.
 */
export function readExceptions(text: string): Exceptions {
  const all = ALL_EXCEPT.exec(text);
  if (all) return { included: text.slice(all[0].length), excluded: all[1] ?? '' };
  const end = text.lastIndexOf('除外');
  if (end >= 0) {
    const parts = text.slice(0, end).split(/[,;(]/);
    return { included: parts.slice(0, -1).join(','), excluded: parts.at(-1) ?? '' };
  }
  const [included = '', ...excluded] = text.split(EXCEPT);
  return { included, excluded: excluded.length === 0 ? null : excluded.join(',') };
}
