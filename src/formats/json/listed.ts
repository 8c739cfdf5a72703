import { dateFacts, languageFacts, titleFacts } from '../facts.ts';
import { isRecord, labelIn, secondsIn, textIn } from './fields.ts';
import type { JsonKind } from './kind.ts';
import type { Utterance } from './utterances.ts';

/** What programs call the words of an utterance, its speaker and its start; without `_`, `-` and capitals. */
const TEXTS = [
  'text',
  'body',
  'content',
  'transcript',
  'sentence',
  'utterance',
  'value',
  'caption',
  'rawtext',
  'onebest',
  'finalsentence',
  'message',
  'words',
];
const SPEAKERS = [
  'speakername',
  'speakerdisplayname',
  'displayname',
  'participantname',
  'speaker',
  'speakerlabel',
  'speakerid',
  'spk',
  'participantrole',
  'participantid',
  'participant',
  'author',
  'username',
  'user',
  'name',
  'role',
];
const SECONDS = [
  'start',
  'starttime',
  'startts',
  'ts',
  'begin',
  'begintime',
  'offset',
  'time',
  'timestamp',
  'from',
  'startoffset',
  'starttimestamp',
];
const MILLISECONDS = [
  'startms',
  'starttimems',
  'begintimems',
  'startoffsetms',
  'offsetms',
  'beginoffsetmillis',
  'startmillis',
  'starttimemillis',
  'offsetmilliseconds',
  'startmilliseconds',
  'bg',
];

/** From this average start in whole numbers, times can only be milliseconds: between two utterances are more than five minutes. */
const STEP_IN_MILLISECONDS = 300;

/**
 * A list of utterances, as many programs write it under names of their own: Gladia, Sonix, Fireflies, Podcasting 2.0, Azure's and
 * AWS's calls, what youtube-transcript-api writes. Each has words, and some have a speaker or a time.
 */
export const listed: JsonKind = {
  id: 'json-list',
  name: 'JSON with a list of utterances',
  read(value) {
    const list = Array.isArray(value) ? value : longestList(value);
    const found = list ? utterancesIn(list, namesIn(value)) : null;
    if (!found) return null;
    const about = isRecord(value) ? value : {};
    const language = languageFacts(
      about.language,
      about.language_code,
      about.languageCode,
      ...languagesIn(about),
    );
    return {
      utterances: found,
      facts: { ...language, ...titleFacts(about.title), ...dateFacts(about.date) },
    };
  },
};

function languagesIn({ languages }: Record<string, unknown>): unknown[] {
  return Array.isArray(languages) ? languages : [];
}

/** The longest list of utterances that is in an object itself. */
function longestList(value: unknown): unknown[] | null {
  if (!isRecord(value)) return null;
  const lists = Object.values(value).filter((each) => Array.isArray(each));
  const fitting = lists.filter((list) => utterancesIn(list, new Map()) !== null);
  return fitting.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** The names in a table of speakers. */
function namesIn(value: unknown): Map<string, string> {
  const table = isRecord(value) ? (value.speakers ?? value.participants) : null;
  const names = new Map<string, string>();
  if (!Array.isArray(table)) return names;
  for (const row of table) {
    const [id, name] = isRecord(row) ? [labelIn(row.id), labelIn(row.name)] : [null, null];
    if (id !== null && name !== null) names.set(id, name);
  }
  return names;
}

function utterancesIn(list: readonly unknown[], names: ReadonlyMap<string, string>): Utterance[] | null {
  const rows = list.filter(isRecord).map(plainKeys);
  const [textKey] = keysIn(rows, TEXTS, (value) => typeof value === 'string' && /\p{L}/u.test(value));
  const speakerKeys = keysIn(rows, SPEAKERS, (value) => labelIn(value) !== null).filter(
    (key) => key !== textKey,
  );
  const [secondsKey] = keysIn(rows, SECONDS, (value) => secondsIn(value) !== null);
  const [millisecondsKey] = keysIn(rows, MILLISECONDS, (value) => secondsIn(value, 1_000) !== null);
  const isOfSpeech = speakerKeys.length > 0 || secondsKey !== undefined || millisecondsKey !== undefined;
  if (textKey === undefined || !isOfSpeech || rows.length < list.length) return null;
  // A list in which some texts are missing is no list of utterances, if these are many.
  const spoken = rows.filter((row) => textIn(row.get(textKey)) !== '').length;
  if (spoken < rows.length / 2) return null;
  const timeKey = millisecondsKey ?? secondsKey ?? '';
  const perSecond = millisecondsKey !== undefined || areMilliseconds(rows, timeKey) ? 1_000 : 1;
  return rows.map((row) => {
    const speaker = speakerKeys.map((key) => labelIn(row.get(key))).find((label) => label !== null) ?? null;
    const label = speaker === null ? null : (names.get(speaker) ?? speaker);
    return { text: textIn(row.get(textKey)), label, time: secondsIn(row.get(timeKey), perSecond) };
  });
}

type Row = ReadonlyMap<string, unknown>;

function plainKeys(record: Record<string, unknown>): Row {
  return new Map(
    // Volcano Engine has the speaker in an object of additions.
    Object.entries(isRecord(record.additions) ? { ...record.additions, ...record } : record).map(
      ([key, value]) => [key.toLowerCase().replaceAll(/[_-]/g, ''), value],
    ),
  );
}

/** Which of some keys have a fitting value in any row, in their order here. */
function keysIn(rows: readonly Row[], keys: readonly string[], fits: (value: unknown) => boolean): string[] {
  return keys.filter((key) => rows.some((row) => row.has(key) && fits(row.get(key))));
}

function areMilliseconds(rows: readonly Row[], key: string): boolean {
  const times = rows.map((row) => row.get(key)).filter((value) => value !== undefined && value !== null);
  if (times.length < 2 || !times.every((time) => Number.isInteger(time))) return false;
  return Math.max(...times.slice(-1).map(Number)) / times.length > STEP_IN_MILLISECONDS;
}
