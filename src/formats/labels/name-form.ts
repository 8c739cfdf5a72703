import { GIVEN_NAMES, NAME_PARTS, ROLES, SENTENCE_WORDS, STRUCTURE_WORDS, TITLES } from './name-words.ts';

/**
 * What a label looks like by itself: `role`, such as `Q` or `Speaker 1`; `full`, a name of several words or with a title;
 * `single`, one word or initials; `lower`, a word without capitals; `structure`, what orders a text, such as `Agenda`;
 * `sentence`, no name at all.
 */
export type NameForm = 'role' | 'full' | 'single' | 'lower' | 'structure' | 'sentence';

const PARTICLES = new Set(
  'of the and & + / for de von van der den da di do dos das del della la le les el bin ibn al y e et und du des ter ten af av zu zur zum abu ben o’ d’ i och og en in'.split(
    ' ',
  ),
);
const BRACKETED = /[([（【][^()[\]（）【】]{0,80}[)\]）】]/gu;
const ANONYMOUS =
  /^(?:(?:speaker|spk|voice|person|participant|interviewer|interviewee|respondent|guest|caller|user|unknown|unidentified|audience|male|female|man|woman|juror|student|panelist|host|reporter|journalist|prospective juror|sprecher|sprecherin|orador|intervenant|locuteur|hablante|發言人|发言人|说话人)(?:[ _-]?(?:#|no\.? ?)?\d{1,3}|[ _-][a-z])?|[qasprt]\d{1,3})$/iu;
/** Scripts without capitals, in which a name cannot be told from words but by its length. */
const UNCASED = /\p{Lo}/u;
const CASED = /[\p{Lu}\p{Ll}]/u;
const LONGEST_UNCASED = 20;
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const UPPER = /^[^\p{L}\d]{0,2}(?:\p{Lu}|\p{Lt}|\p{Lo}|\d|(?:[dDlLoO][’'])\p{Lu})/u;
const HANDLE = /^[@#]?[\p{L}\d]{1,32}(?:[._-]{1,2}[\p{L}\d]{1,32}){0,4}_?(?:#\d{1,4})?$/u;
const THE_ROLE =
  /^the (?:\p{L}+ )?(?:chair|chairman|chairwoman|chairperson|president|clerk|court|speaker|witness|secretary|reporter|judge|vice president|presiding officer|acting president|bailiff|foreperson|registrar|deputy|commissioner|moderator|interpreter|prime minister|mayor|defendant|attorney general|minister|honourable|hon)\b/u;
/** No name has more words, but for two together, roles and a firm. */
const MOST_WORDS = 7;

/** `May 1, 2024`, which stands before a time in the head of a document and names nobody. */
const DAY =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?),? (?:19|20)\d{2}$/;

/** What a label looks like by itself. */
export function formOf(label: string): NameForm {
  // Twice, for brackets in brackets: `The Chair (Hon. Mira Holt (Steel, Lib.))`.
  const name = label.replace(BRACKETED, ' ').replace(BRACKETED, ' ').replace(/\s+/gu, ' ').trim();
  if (name === '' || !/\p{L}|\d/u.test(name)) return 'sentence';
  if (/^\p{Lu}$/u.test(name)) return /^[QA]$/.test(name) ? 'role' : 'single';
  if (UNCASED.test(name) && !CASED.test(name)) return name.length <= LONGEST_UNCASED ? 'single' : 'sentence';
  const plain = name.toLocaleLowerCase('en').replace(/[.:]$/u, '');
  if (ROLES.has(plain) || ANONYMOUS.test(plain) || GUID.test(plain)) return 'role';
  if (
    STRUCTURE_WORDS.has(plain) ||
    DAY.test(plain) ||
    /^(?:step|part|chapter|section|figure|table|day|item|phase|option|slide|page|appendix|question|topic|exhibit|article|unit|lesson|episode|session|week|act|scene|paragraph|line|round) ?#?(?:\d+|[ivx]+)[a-z]?$/u.test(
      plain,
    )
  ) {
    return 'structure';
  }
  if (/[;!?"“”„«»=<>{}|\\]|\.\.|…/u.test(name) || /^[\d\s.,%$€£-]+$/u.test(name)) return 'sentence';
  return wordsForm(name, plain);
}

/** What a name says of itself after a comma or a dash: `MIRA HOLT, NEWS ANCHOR`, `Mira Holt -- Chief Executive Officer`. */
const ADDITION = /,\s|\s[-–—]{1,2}\s/u;
const MOST_ADDED = 9;
/** A label with a year is a heading. */
const YEAR = /^(?:19|20)\d{2}$/;

function wordsForm(name: string, plain: string): NameForm {
  const [self = '', ...added] = name.split(ADDITION);
  if (added.some((words) => !isAddition(words))) return 'sentence';
  if (added.length > 0 && plain !== self) return added.length > 4 ? 'sentence' : formOf(self);
  const words = self.split(/\s+/u).filter((word) => /[\p{L}\p{N}&/+]/u.test(word));
  if (words.length > MOST_WORDS || words.some((word) => YEAR.test(word))) return 'sentence';
  const lower = words.map((word) => word.toLocaleLowerCase('en').replace(/[.,]$/u, ''));
  if (isSentence(words, lower) || isAbbreviated(self, lower[0] ?? '')) return 'sentence';
  const titled = lower.some((word) => TITLES.has(word));
  // Google Meet gives what somebody shows a label of its own.
  if (/[’']s Presentation$/u.test(self)) return formOf(self.slice(0, -"'s Presentation".length));
  const ordering = lower.filter((word) => STRUCTURE_WORDS.has(word));
  if (ordering.length > 0 && !titled && words.length <= 3 && !isNamedSo(words, lower)) return 'structure';
  if (words.length === 1) return singleForm(self);
  if (lower[0] === 'the' && !THE_ROLE.test(plain)) {
    // A name that somebody gave himself: `The Admin`.
    return words.length === 2 && words.every((word) => UPPER.test(word)) ? 'single' : 'sentence';
  }
  const names = words.filter((_, at) => !PARTICLES.has(lower[at] ?? '') && !TITLES.has(lower[at] ?? ''));
  if (names.length === 0) return titled ? 'full' : 'sentence';
  const low = names.filter((word) => !UPPER.test(word)).length;
  if (low === 0) return 'full';
  return low === names.length && names.length <= 3 && !titled ? 'lower' : 'sentence';
}

/** No part of a name, beside the name of a month or a day: `April Meeting`, `Monday Morning`, `Late June`. */
const BESIDE_DAYS =
  /^(?:early|mid|late|last|next|this|every|each|good|black|day|night|special|council|board|committee|general|regular|annual|weekly|monthly|review|call|sync|standup|retro|retrospective|class|lecture|seminar|hearing|edition|issue|release|newsletter|calendar|schedule|programme|program|project|final|new|old|key|side|quick|press|top|home|front|cover|title|web|music|pop|theme|job|case|link|price|market|stock|share|list|number|study|first|second|third|fourth|fifth)$/u;

/** `April Jones`, `Grace Note`: a name in which one of its two or three words orders texts elsewhere. */
function isNamedSo(words: readonly string[], lower: readonly string[]): boolean {
  if (words.length < 2 || !words.every((word) => /^\p{Lu}(?:\p{Ll}|[’'.])/u.test(word))) return false;
  const others = lower.filter((word) => !STRUCTURE_WORDS.has(word));
  const areNames = others.length > 0 && !others.some((word) => BESIDE_DAYS.test(word) || PARTICLES.has(word));
  return areNames && lower.every((word) => !STRUCTURE_WORDS.has(word) || NAME_PARTS.has(word));
}

/** Whether one word that orders texts is a given name as well, as `June` is. */
export function isGivenName(printed: string): boolean {
  return /^\p{Lu}/u.test(printed) && GIVEN_NAMES.has(printed.toLocaleLowerCase('en'));
}

function isAddition(words: string): boolean {
  const each = words.split(/\s+/u);
  return each.length <= MOST_ADDED && !each.some((word) => SENTENCE_WORDS.has(word) && !/^[A-Z]/u.test(word));
}

function isSentence(words: readonly string[], lower: readonly string[]): boolean {
  return lower.some((word, at) => {
    const printed = words[at] ?? '';
    return SENTENCE_WORDS.has(word) && (at === 0 ? !isInitial(printed) : !UPPER.test(printed));
  });
}

/** A full stop within a label ends a sentence, except after an initial or a title. */
function isAbbreviated(name: string, first: string): boolean {
  if (!/[.]\s\p{Lu}?\p{Ll}/u.test(name) || TITLES.has(first)) return false;
  return !/(?:^|[\s.])\p{L}{1,2}\.\s|\b(?:Mr|Mrs|Ms|Dr|Prof|Jr|Sr|St|Rev|Hon|Sen|Rep|Gen|Gov|Lt|Col|Sgt|Capt)\.\s/u.test(
    name,
  );
}

/** A title alone is the start of a name that goes on. */
const TITLE_ALONE = /^(?:mr|mrs|ms|dr|hon|st|prof|sen|rep)\.?$/iu;

function singleForm(name: string): NameForm {
  if (TITLE_ALONE.test(name)) return 'sentence';
  if (!HANDLE.test(name.replace(/[’'`]/gu, '')) && !/^(?:\p{Lu}\.)+$/u.test(name)) {
    return UPPER.test(name) && name.length <= 40 && !/[/@]/u.test(name) ? 'single' : 'sentence';
  }
  return UPPER.test(name) ? 'single' : 'lower';
}

/** `I` in `I. Newton`, `A` in `A. Lee`: no word of a sentence. */
function isInitial(word: string): boolean {
  return /^\p{Lu}\.$/u.test(word);
}

/** One spelling for what counts as the same label within a file: without case, space and badges. */
export function sameName(name: string): string {
  return name.normalize('NFC').toLocaleLowerCase('en').replace(/\s+/gu, ' ').trim();
}
