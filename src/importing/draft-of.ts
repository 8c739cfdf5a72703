import { dateOf, isDate } from '../core/language/dates.ts';
import type { Locale } from '../core/language/locale.ts';
import { withoutAccents } from '../core/language/text.ts';
import { visible } from '../core/language/visible.ts';
import { MOST_ALIASES, MOST_SPEAKERS, NAME_LENGTH } from '../core/transcript/front-matter.ts';
import type { Source } from '../core/transcript/source.ts';
import type { Recording } from '../formats/format.ts';
import type { Draft, DraftSegment, DraftSpeaker, FactOrigin } from './draft.ts';
import { type Joined, type JoinedSpeaker, joinNames } from './joining.ts';
import { isPerhapsSeveral } from './names.ts';
import { segmentsOf } from './segments.ts';
import { keptOf } from './spans.ts';
import type { Turn } from './turn-evidence.ts';

/** What the importing person says about a file. */
export interface Given {
  title?: string | undefined;
  /** YYYY-MM-DD. */
  date?: string | undefined;
  language?: Locale | undefined;
  recording?: string | undefined;
  /** Names for labels, by the label as it is printed. */
  names?: ReadonlyMap<string, string>;
}

/** A file's names. */
export interface FileNames {
  /** As the importing person has it, without its folder. */
  name: string;
  /** As it is stored. */
  stored: string;
  /** How its text is encoded, if a person had to say it. */
  encoding: string | null;
}

/** A draft, and how its speakers were found. */
export interface Drafted {
  draft: Draft;
  joined: Joined;
}

const TITLE_LENGTH = 400;

/**
 * Makes a draft of a recording. Nothing is invented: what is neither given nor in the file is left out, but for the
 * title, which a seminar must have.
 */
export function draftOf(recording: Recording, given: Given, file: FileNames): Drafted {
  const fileName = file.name;
  const turns = turnsOf(recording);
  // What a person says goes before what a list in the file says of its initials.
  const explained = new Map([...(recording.facts.fullNames ?? []), ...(given.names ?? [])]);
  const joined = joinNames(turns, recording.facts.names ?? [], explained);
  const tables = new Map<string, JoinedSpeaker>();
  const names = new Map<JoinedSpeaker, string>();
  // A file with more speakers than a table takes labels something else by mistake; they are unknown.
  for (const speaker of joined.speakers.slice(0, MOST_SPEAKERS)) {
    names.set(speaker, tableName(speaker.name));
    for (const spelling of speaker.spellings) tables.set(spelling, speaker);
  }
  const several = new Set(
    joined.speakers.filter(({ anonymous }) => isPerhapsSeveral(anonymous)).map(({ name }) => tableName(name)),
  );
  const segments = segmentsOf(keptOf(recording), {
    speakerOf: (name) => {
      const speaker = tables.get(name);
      return speaker && names.get(speaker);
    },
    isSeveral: (name) => several.has(name),
  });
  const { opened, container } = recording;
  return {
    joined,
    draft: {
      ...titleOf(recording, given, fileName),
      ...factDate(recording, given, fileName),
      language: given.language ?? recording.facts.language ?? null,
      recording: given.recording ?? null,
      sourceFile: file.stored,
      encoding: file.encoding,
      format: opened.format ?? container.id,
      unit: opened.source.unit,
      leftOut: leftOutRanges(recording),
      speakers: tableOf(joined.speakers.slice(0, MOST_SPEAKERS), segments, opened.source),
      segments,
    },
  };
}

/** The numbers of the parts that are left out. A range goes over numbers that no part has. */
function leftOutRanges({ leftOut, opened: { source } }: Recording): [number, number][] {
  const ranges: [number, number][] = [];
  let before = Number.NaN;
  for (const part of [...leftOut.keys()].sort((a, b) => a - b)) {
    const place = source.parts[part]?.place ?? 0;
    const last = ranges.at(-1);
    if (last && (part === before + 1 || place === last[1])) last[1] = place;
    else ranges.push([place, place]);
    before = part;
  }
  return ranges;
}

/** What each label stands before. */
function turnsOf({ pieces, opened: { source } }: Recording): Turn[] {
  const turns: { name: string; text: string[]; time: number | null }[] = [];
  for (const { name, basis, part, start, end, time } of pieces) {
    const text = source.parts[part]?.text.slice(start, end) ?? '';
    const last = turns.at(-1);
    if (name === null || visible(name).trim() === '') continue;
    if (basis === 'continued' && last?.name === name) last.text.push(text);
    else turns.push({ name, text: [text], time: source.parts[part]?.time ?? time });
  }
  return turns.map(({ name, text, time }) => ({ name, text: text.join(' '), time }));
}

/** A name as a heading of a transcript can have it. */
function tableName(name: string): string {
  return visible(name)
    .replace(/(?<!\s)\s*[|\r\n]\s*/gu, ' / ')
    .slice(0, NAME_LENGTH)
    .trim();
}

/** The table of speakers; each label prints a name of its speaker, and none that is another's alone. */
function tableOf(
  speakers: readonly JoinedSpeaker[],
  segments: readonly DraftSegment[],
  source: Source,
): DraftSpeaker[] {
  const fields = new Set(source.parts.map(({ label }) => label));
  const isPrinted = (form: string) => fields.has(form) || source.text.includes(form);
  const labels = new Map<string, Set<string>>();
  for (const { speaker, label } of segments) {
    if (speaker !== null && label !== null)
      labels.set(speaker, (labels.get(speaker) ?? new Set()).add(label));
  }
  const forms = new Map(
    speakers.map(({ name, spellings }) => [
      tableName(name),
      new Set([
        tableName(name),
        ...spellings.filter((each) => each.length <= NAME_LENGTH && isPrinted(each)),
      ]),
    ]),
  );
  const owners = new Map<string, string>();
  for (const [name, own] of forms) for (const form of own) owners.set(form, name);
  return speakers.map(({ name, anonymous }) => {
    const shown = tableName(name);
    const own = forms.get(shown) ?? new Set();
    for (const label of labels.get(shown) ?? []) {
      const extra = missingForm(label, shown, own, owners);
      if (extra !== null) own.add(extra);
    }
    const aliases = [...own].filter((form) => form !== shown).slice(0, MOST_ALIASES);
    return { name: shown, aliases, anonymous };
  });
}

/** What a label prints of its speaker if the table does not have it yet. */
function missingForm(
  label: string,
  speaker: string,
  own: ReadonlySet<string>,
  owners: ReadonlyMap<string, string>,
): string | null {
  const mine = [...own].filter((form) => label.includes(form));
  const others = Array.from(owners).filter(
    ([form, owner]) => owner !== speaker && label.includes(form) && !mine.some((each) => each.includes(form)),
  );
  if (mine.length > 0 && others.length === 0) return null;
  const whole = label.replace(/(?<![\s:：])[\s:：]+$/u, '').trim();
  return owners.has(whole) ? null : whole.slice(0, NAME_LENGTH);
}

function titleOf({ facts }: Recording, given: Given, fileName: string): Pick<Draft, 'title' | 'titleFrom'> {
  const clean = (text = '') => visible(text).replace(/\s+/gu, ' ').trim().slice(0, TITLE_LENGTH);
  const found: [string, FactOrigin][] = [
    [clean(given.title), 'given'],
    [clean(facts.title), 'file'],
    [clean(titleInName(fileName)), 'file-name'],
    [clean(fileName), 'file-name'],
  ];
  const [title, titleFrom] = found.find(([text]) => text !== '') ?? ['Seminar', 'file-name'];
  return { title, titleFrom };
}

const EXTENSIONS = /(?:\.(?:vtt|srt|txt|text|md|markdown|docx|html?|json|transcript|xml|csv|log))+$/iu;

function titleInName(fileName: string): string {
  return fileName
    .replace(EXTENSIONS, '')
    .replace(/GMT(?=\d{8})/u, ' ')
    .replace(DATE_IN_NAME, ' ')
    .replace(/[_\-+]+/gu, ' ')
    .replace(/^\s*\d{6}\s/u, '')
    .trim();
}

const DATE_IN_NAME =
  /(?<!\d)(?<year>(?:19|20)\d\d)[-_. 年]?(?<month>0[1-9]|1[0-2]|[1-9](?=[-_. 月]))[-_. 月]?(?<day>0[1-9]|[12]\d|3[01]|[1-9](?!\d))日?(?!\d)/u;

function factDate({ facts }: Recording, given: Given, fileName: string): Pick<Draft, 'date' | 'dateFrom'> {
  if (given.date !== undefined) return { date: given.date, dateFrom: 'given' };
  if (facts.date !== undefined && isDate(facts.date)) return { date: facts.date, dateFrom: 'file' };
  const { year, month, day } = DATE_IN_NAME.exec(fileName)?.groups ?? {};
  const date = dateOf(Number(year), Number(month), Number(day));
  return { date, dateFrom: date === null ? null : 'file-name' };
}

const ID_LENGTH = 40;

/**
 * A name for a seminar's folder: from its title, its file's name, its date, or a number.
 * @param isTaken whether there is a folder of a name already
 */
export function seminarId(
  { title, date }: Pick<Draft, 'title' | 'date'>,
  fileName: string,
  isTaken: (id: string) => boolean,
): string {
  const candidates = [title, fileName.replace(EXTENSIONS, ''), date === null ? '' : `seminar-${date}`].map(
    slug,
  );
  const base = candidates.find((id) => /[a-z]{2}/.test(id)) ?? 'seminar';
  const isNumbered = base === 'seminar';
  if (!isNumbered && !isTaken(base)) return base;
  for (let number = isNumbered ? 1 : 2; ; number++) {
    const suffix = `-${number}`;
    const id = `${base.slice(0, ID_LENGTH - suffix.length).replace(/(?<!-)-+$/, '')}${suffix}`;
    if (!isTaken(id)) return id;
  }
}

function slug(text: string): string {
  // Of a title in Chinese with a Latin word in it, the word says too little.
  if (/\p{Script=Han}/u.test(text)) return '';
  const words = withoutAccents(text.normalize('NFKC').toLowerCase())
    .replace(/['’]/gu, '')
    .replace(/[^a-z0-9]+/g, '-');
  const cut = words.replace(/^-+/, '').slice(0, ID_LENGTH + 1);
  const whole = cut.length > ID_LENGTH ? cut.slice(0, Math.max(cut.lastIndexOf('-'), ID_LENGTH / 2)) : cut;
  return whole.slice(0, ID_LENGTH).replace(/^-+|(?<!-)-+$/g, '');
}
