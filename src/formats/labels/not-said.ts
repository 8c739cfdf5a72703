import type { Steps } from '../../core/steps.ts';
import type { LeftOutReason } from '../format.ts';
import { formOf } from './name-form.ts';
import type { Reading } from './reading.ts';

const PAUSE_EVERY = 500;
const NAME = "\\p{Lu}[\\p{L}’'.-]{0,30}(?: [\\p{L}’'.-]{1,30}){1,3}";
const PERSON = `${NAME}(?: \\(\\p{Lu}{2,4}\\))?`;
/** `Presenter: Mira Holt (MHT)`: it says whose item follows. */
const PRESENTER = new RegExp(
  `^(?:(?:Co-?)?[Pp]resenters?|[Nn]ote ?[Tt]akers?|[Ss]cribes?)[:：]\\s{1,4}${PERSON}(?:(?:,| and| &) ${PERSON}){0,6}$`,
  'u',
);
/** What else is said of a person with initials. */
const PERSON_ENTRY = new RegExp(
  `^(?:[Ss]peakers?|[Cc]hairs?|[Hh]osts?|[Mm]oderators?|[Ff]acilitators?|[Cc]hampions?)[:：]\\s{1,4}${NAME} \\(\\p{Lu}{2,4}\\)(?:(?:,| and| &) ${PERSON}){0,6}$`,
  'u',
);
const INITIALED = new RegExp(`(${NAME}) \\((\\p{Lu}{2,4})\\)`, 'gu');
/** `2. The new handshake (Mira Holt, 20 min)`. */
const AGENDA =
  /^(?:\d{1,2}[.)](?:\d{1,2}[.)]?)?\s)?\S[^()]{2,100}\((?:[^()]{0,80}[\s,])?\d{1,3} ?min(?:ute)?s?\.?\)$/iu;
/** `Mira Holt presenting slides.` is what a clerk notes. */
const PRESENTING = new RegExp(
  `^${NAME} (?:is |was )?(?:present(?:ing|s|ed)|shar(?:ing|es|ed))(?: (?:the |her |his |their )?(?:slides?|screen|deck|draft))?\\.?$`,
  'u',
);
const BYLINE = /^By \p{Lu}[^|·•]{2,80}\s?[|·•]\s?\S.{2,80}$|^\d{1,3}[ -]min(?:ute)?s? read$/u;
const OF_RECORDING =
  /^[[(<*–—-]{0,3}\s?(?:end|start|beginning) of (?:tape|side|transcript(?:ion)?|recording|interview|audio|video|file)(?:\s(?:no\.? )?[\dA-Z]{1,3})?(?:,? side [\dA-Z])?\s?[\])>*–—.-]{0,3}$|^[[(]?tape [\dA-Z]{1,3},? side [\dA-Z]{1,3}[\])]?$/iu;
const END =
  /^[[(–—*-]{0,3}\s?END\s?[\])–—*-]{0,3}(?:\s{1,20}\d{1,2}:\d\d\s?[AaPp]\.?[Mm]\.?(?:\s\p{Lu}{2,4})?)?$/u;
const OF_PAGE =
  /^(?:share this (?:article|page|post|episode|story|transcript)|print this (?:article|page|post|story)|subscribe to our newsletter|sign up for our newsletter|related (?:articles|content|posts|stories)|back to top)$/iu;
const REFERENCES =
  /^(?:\p{Lu}\p{L}{1,20} (?:and )?){0,2}(?:References|REFERENCES|Bibliography|BIBLIOGRAPHY|Works [Cc]ited|Further [Rr]eading|Literature(?: [Cc]ited)?|Literatur)\s?[:.]?$/u;
/** `Holt, M.: Steel and wood. Oxford 2001.`, `[1] …`, an address, or what ends with a year. */
const REFERENCE =
  /^(?:\[\d{1,3}\]|\d{1,3}[.)]\s|[-•*]\s|https?:\/\/)|^\p{Lu}[\p{L}’' -]{1,40}, (?:\p{Lu}\.[ -]?){1,3}|\b(?:19|20)\d{2}[a-z]?\)?\.?$|(?:https?:\/\/|doi[:.])\S{4,200}$/u;

/** A row of a table of those present. */
export interface InitialedRow {
  name: string;
  initials: string;
}

/** The rows of tables that have names and initials, by the position of their part. One alone is no table. */
export function* initialedRows({ parts }: Reading): Steps<Map<number, InitialedRow>> {
  const rows = new Map<number, InitialedRow>();
  for (let at = 0; at < parts.length; at++) {
    if (at % PAUSE_EVERY === 0) yield;
    const cells = cellsOf(parts[at]?.text);
    const name = cells.find((cell) => formOf(cell) === 'full');
    const initials = cells.find((cell) => /^\p{Lu}{2,4}$/u.test(cell));
    if (cells.length > 1 && name !== undefined && initials !== undefined) rows.set(at, { name, initials });
  }
  for (const at of rows.keys()) if (!isBesideRow(at, rows)) rows.delete(at);
  return rows;
}

function isBesideRow(at: number, rows: ReadonlyMap<number, unknown>): boolean {
  return rows.has(at - 1) || rows.has(at + 1);
}

function cellsOf(text: string | undefined): string[] {
  if (text === undefined || text.length > 300 || !text.includes('|')) return [];
  return text
    .replace(/^\||\|$/gu, '')
    .split('|')
    .map((cell) => cell.trim());
}

/** The names with initials in a line that says who presents. */
export function presentersIn(text: string): InitialedRow[] {
  if (text.length > 400 || !isPresenter(text)) return [];
  return [...text.matchAll(INITIALED)].map(([, name = '', initials = '']) => ({ name, initials }));
}

function isPresenter(text: string): boolean {
  return PRESENTER.test(text) || PERSON_ENTRY.test(text);
}

/** What nobody says, though it may look like a label or like words: entries, lists of references, what a page has besides. */
export function* notSaidSteps(reading: Reading): Steps<Map<number, LeftOutReason>> {
  const notSaid = new Map<number, LeftOutReason>();
  const { parts, startsGroup } = reading;
  if (reading.timed) return notSaid;
  const rows = yield* initialedRows(reading);
  for (const at of rows.keys()) {
    notSaid.set(at, 'list');
    // The head of the table, and rows without initials.
    for (const beside of [at - 1, at + 1]) {
      if (cellsOf(parts[beside]?.text).length === cellsOf(parts[at]?.text).length)
        notSaid.set(beside, 'list');
    }
  }
  let inReferences = false;
  for (let at = 0, next = 0; at < parts.length; at = next) {
    if (at % PAUSE_EVERY === 0) yield;
    for (next = at + 1; next < parts.length && !startsGroup(next); ) next++;
    const first = parts[at]?.text ?? '';
    if (inReferences) inReferences = REFERENCE.test(first) || REFERENCE.test(parts[next - 1]?.text ?? '');
    const reason = inReferences
      ? 'list'
      : reasonOf(first, next - at, reading.setting(at).look?.link === true);
    if (!inReferences && first.length < 60 && REFERENCES.test(first)) {
      const entry = parts[at + 1]?.text ?? '';
      inReferences = REFERENCE.test(entry);
      if (inReferences) {
        notSaid.set(at, 'heading');
        next = at + 1;
        continue;
      }
    }
    if (reason !== null) for (let part = at; part < next; part++) notSaid.set(part, reason);
  }
  return notSaid;
}

/** Why a paragraph of so many lines is left out; null if it may be said. */
function reasonOf(text: string, lines: number, isLink: boolean): LeftOutReason | null {
  if (lines > 1 || text.length > 400) return null;
  // After what begins an item, nobody goes on.
  if (isPresenter(text) || AGENDA.test(text) || PRESENTING.test(text)) return 'heading';
  if (BYLINE.test(text)) return 'credit';
  return isLink || OF_RECORDING.test(text) || END.test(text) || OF_PAGE.test(text) ? 'note' : null;
}
