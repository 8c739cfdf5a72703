import { clockTime } from '../core/language/clock-time.ts';
import { languageOfWords } from '../core/language/language-of-words.ts';
import { type Localised, languageName } from '../core/language/locale.ts';
import { shorten } from '../core/language/text.ts';
import type { LeftOutReason, Recording } from '../formats/format.ts';
import { inEachLanguage, joined as listed, type Message } from '../messages/message.ts';
import { type Block, note, type Reply, text } from '../reply/reply.ts';
import { type Doubt, doubtsIn, spokenSpellings } from './doubts.ts';
import type { Draft, DraftSegment } from './draft.ts';
import type { Drafted } from './draft-of.ts';
import { type Edit, editsFor } from './edits.ts';
import { optionFor } from './options.ts';
import { type Share, sharesOf, wordsOf } from './shares.ts';

/** What a review is made of. */
export interface Reviewed extends Drafted {
  recording: Recording;
  /** How its text is encoded, if that is worth a word; else null. */
  encoding: string | null;
  /** The seminar's folder. */
  id: string;
  /** As the person would open it. */
  file: string;
  /** The line of the transcript file that has the heading of a segment, by its id. */
  lineOf: (segment: string) => number;
  /** What became of the corrections in an earlier transcript; null if there was none. */
  corrections: { kept: number; lost: readonly { line: number; heading: string }[] } | null;
}

/** So many of each are shown: with the rest of a review, they fit a screen of 24 lines. */
const SPEAKERS = 5;
const PAIRS = 2;
const DOUBTS = 2;
const EDITS = 3;
const LOST = 3;
/** So much of a sentence fits a line of a terminal beside a place and a name. */
const QUOTED = 40;
const SPELLINGS = 3;

/**
 * What a person should know about an imported file: who speaks in it, what is doubtful, what was left out, and the edits
 * that would help most. Shorter than a screen.
 */
export function reviewOf(reviewed: Reviewed): Reply {
  const { draft, joined, recording } = reviewed;
  const shares = sharesOf(draft);
  const doubts = doubtsIn(draft);
  const lookAlikes = [...joined.lookAlikes, ...spokenSpellings(draft, doubts)];
  const edits = editsFor({ ...reviewed, lookAlikes, shares: shares.shares, doubts }).slice(0, EDITS);
  const blocks = [
    ...summary(reviewed),
    ...correctionBlocks(reviewed),
    ...speakerBlocks(draft, shares),
    ...section(
      { key: 'import.alike', values: { count: lookAlikes.length } },
      lookAlikes.slice(0, PAIRS).map(({ name, other }) => {
        const option = optionFor('name', `${name}=${other}`);
        return { key: 'import.alike.item', values: { name, other, option } };
      }),
    ),
    ...section(
      { key: 'import.doubts', values: { count: doubts.length } },
      doubts.slice(0, DOUBTS).map((doubt) => doubtItem(doubt, draft)),
    ),
    ...leftOutBlocks(recording),
    ...commentaryBlocks(draft),
    ...noteBlocks(recording),
    ...section({ key: 'import.edits' }, edits.map(editItem)),
  ];
  return { outcome: 'shown', blocks };
}

function section(heading: Message, items: readonly Message[]): Block[] {
  return items.length === 0 ? [] : [text(heading), { kind: 'list', items }];
}

function summary({ draft, recording, id, joined, encoding }: Reviewed): Block[] {
  const title = shorten(draft.title, QUOTED);
  const format = recording.container.name;
  const { layout, opened } = recording;
  const isUnnamed = draft.speakers.length === 0;
  const read: Message = isUnnamed
    ? { key: 'import.read.unlabelled', values: { title, id, format } }
    : { key: 'import.read', values: { title, id, format, labels: layout ?? format } };
  const words = draft.segments.reduce((sum, segment) => sum + wordsOf(segment.text).length, 0);
  const language = languageName(draft.language ?? languageOfWords(opened.source.text));
  const date: Message | string = draft.date ?? { key: 'import.undated' };
  const badges = joined.speakers.flatMap((speaker) => speaker.badges);
  const spellings = joined.speakers.filter((each) => each.spellings.length > 1);
  return [
    text(read),
    text({ key: 'import.size', values: { segments: draft.segments.length, words, date, language } }),
    ...(draft.titleFrom === 'file-name' ? [note({ key: 'import.title-from-name' })] : []),
    ...(draft.dateFrom === 'file-name' ? [note({ key: 'import.date-from-name' })] : []),
    ...(encoding === null ? [] : [note({ key: 'import.encoding', values: { encoding } })]),
    ...(badges.length === 0
      ? []
      : [
          note({
            key: 'import.badges',
            values: { badges: listed([...new Set(badges)].slice(0, SPELLINGS)) },
          }),
        ]),
    ...(spellings.length === 0 ? [] : [note(joinedNote(spellings))]),
  ];
}

function joinedNote(speakers: Reviewed['joined']['speakers']): Message {
  const items = speakers.slice(0, SPELLINGS).map(({ name, spellings }): Localised => {
    const others = spellings.filter((each) => each !== name).slice(0, SPELLINGS);
    return inEachLanguage({ key: 'import.joined.item', values: { name, others: listed(others) } });
  });
  return { key: 'import.joined', values: { spellings: listed(items) } };
}

function correctionBlocks({ corrections }: Reviewed): Block[] {
  if (!corrections) return [];
  const { kept, lost } = corrections;
  return [
    ...(kept === 0 ? [] : [text({ key: 'import.kept', values: { count: kept } })]),
    ...section(
      { key: 'import.lost', values: { count: lost.length } },
      lost.slice(0, LOST).map(({ line, heading }) => ({
        key: 'import.lost.item',
        values: { line, heading: shorten(heading, QUOTED) },
      })),
    ),
  ];
}

function speakerBlocks({ speakers }: Draft, { shares, unnamed }: ReturnType<typeof sharesOf>): Block[] {
  if (speakers.length === 0) return [];
  const items = shares.slice(0, SPEAKERS).map(
    ({ name, turns, share }: Share): Message => ({
      key: 'import.speaker',
      values: { name: shorten(name, QUOTED), turns, share },
    }),
  );
  if (shares.length > SPEAKERS)
    items.push({ key: 'import.speaker.others', values: { count: shares.length - SPEAKERS } });
  if (unnamed > 0) items.push({ key: 'import.speaker.unnamed', values: { share: unnamed } });
  return section({ key: 'import.speakers', values: { count: shares.length } }, items);
}

/** Where a segment begins, as a citation would say it. */
function placeOf(
  { place, time }: Pick<DraftSegment, 'place' | 'time'>,
  { unit }: Pick<Draft, 'unit'>,
): Value {
  return time === null ? { key: `import.place.${unit}`, values: { place } } : clockTime(time);
}

type Value = string | Message;

function doubtItem({ segment, sentence }: Doubt, draft: Draft): Message {
  const place = placeOf(segment, draft);
  const name = shorten(segment.speaker ?? '', QUOTED);
  return { key: 'import.doubt', values: { place, name, sentence: quoted(sentence) } };
}

/** A sentence in the quotation marks of each language. */
function quoted(sentence: string): Localised {
  const short = shorten(sentence, QUOTED);
  return { en: `"${short}"`, 'zh-CN': `\u201C${short}\u201D`, 'zh-TW': `\u300C${short}\u300D` };
}

function leftOutBlocks({ leftOut, opened: { source } }: Recording): Block[] {
  const counts = new Map<LeftOutReason, number>();
  for (const reason of leftOut.values()) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  counts.delete('time');
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  if (!most) return [];
  const [usual] = most;
  const first = [...leftOut].find(([, reason]) => reason === usual)?.[0] ?? 0;
  const reasons = listed(
    Array.from(counts, ([reason, count]) =>
      inEachLanguage({ key: `import.reason.${reason}`, values: { count } }),
    ),
  );
  const example = quoted(source.parts[first]?.text ?? '');
  return [note({ key: 'import.left-out', values: { reasons, example } })];
}

function commentaryBlocks({ segments }: Draft): Block[] {
  const own = segments.filter(({ basis }) => basis === 'editorial');
  const [first] = own;
  if (!first) return [];
  return [note({ key: 'import.commentary', values: { count: own.length, example: quoted(first.text) } })];
}

function noteBlocks({ notes, opened }: Recording): Block[] {
  const all = [...new Map([...opened.notes, ...notes].map((each) => [JSON.stringify(each), each])).values()];
  const [first] = all;
  if (!first) return [];
  const place = placeOf({ place: first.place, time: null }, { unit: opened.source.unit });
  return [
    note({
      key: 'import.notes',
      values: { count: all.length, place, text: shorten(first.text, 2 * QUOTED) },
    }),
  ];
}

function editItem(edit: Edit): Message {
  switch (edit.kind) {
    case 'nobody':
      return { key: 'import.edit.nobody', values: { file: edit.file, line: edit.line } };
    case 'introduced':
      return {
        key: 'import.edit.introduced',
        values: { name: edit.name, sentence: quoted(edit.sentence), option: optionFor('name', edit.option) },
      };
    case 'voice':
      return {
        key: 'import.edit.voice',
        values: { name: edit.name, share: edit.share, option: optionFor('name', `${edit.name}=\u2026`) },
      };
    case 'join':
      return {
        key: 'import.edit.join',
        values: {
          name: edit.name,
          other: edit.other,
          option: optionFor('name', `${edit.name}=${edit.other}`),
        },
      };
    case 'doubt':
      return {
        key: 'import.edit.doubt',
        values: { file: edit.file, line: edit.line, sentence: quoted(edit.sentence) },
      };
    case 'title':
      return { key: 'import.edit.title', values: { option: optionFor('title', '\u2026') } };
    case 'date':
      return { key: 'import.edit.date', values: { option: '--date YYYY-MM-DD' } };
  }
}
