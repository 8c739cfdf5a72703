/** What most texts have and no more: found faster than what they have not. */
const PLAIN =
  /^[ -~\u00A1-\u00AC\u00AE-\u024F\u2010-\u2027\u2030-\u205E\u3000-\u3029\u3030-\u3098\u309B-\u30FF\u4E00-\u9FFF\uAC00-\uD7A3\uFF01-\uFF9F]*$/;

/**
 * What a text may hide from its reader. A character of `SUSPECT` is only shown where it belongs: a joiner inside a word
 * of a script that needs it or inside an emoji, a variation selector after a sign that has variants, tags in a flag.
 */
const SUSPECT = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** The flag of a part of a country, such as Wales, is a black flag, its code in tags, and the tag that ends it. */
const FLAG = /\u{1F3F4}[\u{E0061}-\u{E007A}]{2}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,3}\u{E007F}/u;

/** Scripts whose words are written with joiners, vowel signs and marks that several of them share included. */
const JOINED_SCRIPTS =
  'Adlm Arab Beng Deva Gujr Guru Khmr Knda Mand Mlym Mong Mymr Nkoo Orya Phag Rohg Sinh Syrc Taml Telu Tibt'
    .split(' ')
    .map((script) => `\\p{scx=${script}}`)
    .join('');

/** What is invisible and yet changes how its neighbours are drawn, where it does. */
const AT_HOME = [
  FLAG.source,
  `(?<=(?=[\\p{L}\\p{M}])[${JOINED_SCRIPTS}])[\\u200C\\u200D]`,
  '(?<=\\p{Extended_Pictographic}\\uFE0F?|\\p{Emoji_Modifier})\\u200D(?=\\p{Extended_Pictographic})',
  '(?<=[\\p{Emoji}\\p{Extended_Pictographic}\\p{S}\\p{scx=Han}\\p{scx=Mymr}\\p{scx=Phag}\\p{scx=Mani}\\uFF01\\uFF0C\\uFF0E\\uFF1A\\uFF1B\\uFF1F])[\\uFE00-\\uFE0F]',
  '(?<=\\p{scx=Han})[\\u{E0100}-\\u{E01EF}]',
  '(?<=\\p{scx=Mong})[\\u180B-\\u180F]',
  '\\u115F(?=[\\u1161-\\u11A7\\uD7B0-\\uD7C6])|(?<=[\\u1100-\\u115E\\uA960-\\uA97C])\\u1160',
].join('|');

/**
 * What would break the line, give orders to a terminal, reverse the words or spell out hidden ones; a run of tags is
 * one. It leaves a sign, so that nobody reads the words around it as one.
 */
const HARMFUL = /[\p{Cc}\p{Cs}\u2028-\u202E\u2066-\u2069\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]+/u;

/** In the order of the alternatives: what stays, what leaves a sign, and what is dropped because nobody misses it. */
const HIDDEN = new RegExp(`(${AT_HOME})|(${HARMFUL.source})|\\p{Default_Ignorable_Code_Point}`, 'gu');

/** No script sets more marks and joiners than this on one letter; more of them cover the lines around it. */
const STACKED_MARKS = /(?<=[\p{M}\u200C\u200D]{8})[\p{M}\u200C\u200D]+/gu;

const SIGN = '\uFFFD';

/**
 * Makes a text of one line show all that it says, in a terminal, in Discord and in a log: control characters, line breaks,
 * signs that reverse the text and hidden tags become �, and characters that nobody sees go, the marks of direction that
 * are usual in Arabic and Hebrew among them: they reverse no letters. What people write stays: Chinese, emoji with all their parts, marks and joiners of every script.
 */
export function visible(text: string): string {
  if (PLAIN.test(text)) return text;
  return replaceHidden(text, (_, isHarmful) => (isHarmful ? SIGN : '')).replace(STACKED_MARKS, '');
}

/** The same for a text of several lines: line breaks and tabs stay, and marks are not counted. */
export function visibleLines(text: string): string {
  return replaceHidden(text, (found, isHarmful) => {
    if (found === '\n' || found === '\t') return found;
    return isHarmful ? SIGN : '';
  });
}

/** Whether a text has anything in it that `visible` would take out. */
export function hidesSomething(text: string): boolean {
  return visible(text) !== text;
}

/** JSON, as `JSON.stringify` makes it, that means the same and has no hidden character in it: each is \uXXXX. */
export function visibleJson(json: string): string {
  return replaceHidden(json, (found) =>
    Array.from(
      { length: found.length },
      (_, at) => `\\u${found.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}

function replaceHidden(text: string, replacement: (found: string, isHarmful: boolean) => string): string {
  if (PLAIN.test(text) || !SUSPECT.test(text)) return text;
  return text.replace(HIDDEN, (found: string, atHome?: string, harmful?: string) =>
    atHome === undefined ? replacement(found, harmful !== undefined) : found,
  );
}
