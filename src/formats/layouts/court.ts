import type { FoundLabel, LabelLayout } from '../format.ts';

const Q_AND_A = /^(Q|A|QUESTION|ANSWER)(?:[.:]\s{1,9}|\s{2,9}|\t\s{0,9})(?=\S)|^(Q)\s(?=[\p{Lu}“"(])/u;
const TITLE =
  'Mr|Mrs|Ms|Miss|Dr|Prof|Sen|Rep|Gov|Gen|Adm|Col|Lt|Capt|Hon|Senator|Representative|Secretary|Chairman|Chairwoman|Chair|Director|Administrator|Commissioner|General|Admiral|Governor|Judge|Justice|Ambassador|Professor|Chief|Mayor|Sheriff|Officer|Vice|Under|Deputy|Attorney|Madam';
const TITLED = new RegExp(
  `^((?:${TITLE})\\.? (?:(?:\\p{Lu}\\.|\\p{Lu}[\\p{L}’'-]{1,30}) ){0,3}\\p{Lu}[\\p{L}’'-]{1,30}(?: of [A-Z][A-Za-z ]{2,20})?)( \\([^()]{1,60}\\)| \\[[^\\]]{1,60}\\])?(?:[.:]|\\.\\d{1,2})\\s{1,9}(?=\\S)`,
  'u',
);
const THE_ROLE =
  /^(The (?:\p{Lu}\p{L}{1,20} ){0,4}\p{Lu}[\p{L}-]{1,20}|The [A-Z]{2,20}(?: [A-Z]{2,20}| pro tempore){0,3})( \([^()]{1,60}\)| \[[^\]]{1,60}\])?(?:[.:]|\.\d{1,2})\s{1,9}(?=\S)/u;
const CAPITALS =
  /^((?:[\p{Lu}\d][\p{Lu}\d’'.&,-]{0,30} ){0,6}[\p{Lu}\d][\p{Lu}\d’'-]{1,30}(?: (?:JR|SR|II|III)\.?)?)( \([^()]{1,60}\)| \[[^\]]{1,60}\])?(?:[.:]|\.\d{1,2})\s{1,9}(?=\S)/u;
const FRENCH =
  /^((?:M|MM|Mme|Mlle)\.? (?:l[ea] (?:\p{Ll}[\p{L}-]{2,20} ?){1,3}|(?:\p{Lu}[\p{L}’'-]{1,30} ?){1,4})(?:, [\p{Ll} ’'-]{3,60})?)()\.\s{1,4}(?=\S)/u;
/** `Mira Holt (PPE). – words`. */
const DASHED =
  /^((?:\p{Lu}[\p{L}’'.-]{0,30} ){1,4}?(?:\p{Lu}[\p{L}’'-]{0,30})?(?:\([^()]{1,60}\))?(?:, [\p{Ll} ]{3,40})?)()\.\s?[–—]\s{1,4}(?=\S)/u;

/** `BY MR. SMITH:` above questions says who asks them; `DIRECT EXAMINATION` is a heading. Neither is said. */
const EXAMINATION =
  /^(?:(?:BY|By) (?:MR|MS|MRS|DR|Mr|Ms|Mrs|Dr)\. [\p{L}’' -]{1,40}:?|(?:(?:FURTHER|DIRECT|CROSS|REDIRECT|RECROSS|CONTINUED)[ -]){0,3}EXAMINATION(?: \([\p{L} ]{1,20}\))?)$/u;

/** What courts, committees and press offices print: `Q    words`, `MR. SMITH: words`, `CHAIR POWELL. words`, `Mr. Sherman. words`. */
export const court: LabelLayout = {
  name: 'proceedings (Q, MR. SMITH:, Mr. Smith.)',
  answersQuestions: true,
  labelsIn(parts, at, { startsGroup }) {
    const head = (parts[at]?.text ?? '').slice(0, 140);
    if (EXAMINATION.test(head))
      return [{ start: 0, end: head.length, name: null, time: null, leftOut: 'note' }];
    const asked = Q_AND_A.exec(head);
    if (asked) return [{ start: 0, end: asked[0].length, name: asked[1] ?? asked[2] ?? null, time: null }];
    const exact = CAPITALS.exec(head);
    if (exact) return labelOf(exact);
    const spoken = startsGroup
      ? (THE_ROLE.exec(head) ?? TITLED.exec(head) ?? FRENCH.exec(head) ?? DASHED.exec(head))
      : null;
    return spoken ? labelOf(spoken) : [];
  },
};

function labelOf(match: RegExpExecArray): FoundLabel[] {
  const [whole, name = '', remark = ''] = match;
  // A remark such as "(during the reading)" is no part of a name; a party or a firm is.
  const kept = /^ [([](?:\p{Lu}|\d)/u.test(remark) ? remark : '';
  return [{ start: 0, end: whole.length, name: name + kept, time: null }];
}
