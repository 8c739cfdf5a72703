import { type Document, isMap, isScalar, isSeq, parseDocument, YAMLMap, YAMLSeq } from 'yaml';
import type { FrontMatter } from '../core/transcript/front-matter.ts';
import type { Source } from '../core/transcript/source.ts';
import type { Draft, DraftSpeaker } from './draft.ts';
import type { Given } from './draft-of.ts';
import { renamedSpeakers } from './earlier.ts';
import type { MergedSegment } from './merging.ts';
import { placeRanges, segmentText } from './transcript-text.ts';

/** What a merged transcript is written from. */
export interface MergedTranscript {
  /** The earlier transcript file, whole. */
  earlier: string;
  frontMatter: FrontMatter;
  /** What the importing person says: it counts for more than what is there. */
  given: Pick<Given, 'language'>;
  /** Of the new file. */
  draft: Draft;
  /** The new file, with what is left out. */
  source: Source;
  segments: readonly MergedSegment[];
}

/** Writes a transcript with the earlier one's front matter, comments included, and what is new of the file. */
export function mergedText({
  earlier,
  frontMatter,
  given,
  draft,
  source,
  segments,
}: MergedTranscript): string {
  const lines = earlier.split(/\r?\n/);
  const yaml = lines.slice(1, lines.indexOf('---', 1)).join('\n');
  const document = parseDocument(yaml);
  setFacts(document, draft, given);
  setSpeakers(document, frontMatter, draft, source);
  const head = document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd();
  return ['---', head, '---', '', ...segments.map((segment) => segmentText(segment, draft.unit))].join('\n');
}

function setFacts(document: Document, draft: Draft, given: MergedTranscript['given']): void {
  const { title, titleFrom, date, dateFrom, language, recording, sourceFile, format, encoding } = draft;
  if (titleFrom === 'given') document.set('title', title);
  if (date !== null && (dateFrom === 'given' || !document.has('date'))) document.set('date', date);
  if (language !== null && (given.language !== undefined || !document.has('language')))
    document.set('language', language);
  if (recording !== null) document.set('recording', recording);
  document.setIn(['source', 'file'], sourceFile);
  document.setIn(['source', 'format'], format);
  const places = placeRanges(draft.leftOut);
  const leftOut = /^\d+$/.test(places) ? Number(places) : places || null;
  const optional = { encoding, 'left-out': leftOut };
  for (const [key, value] of Object.entries(optional)) {
    if (value === null) document.deleteIn(['source', key]);
    else document.setIn(['source', key], value);
  }
}

function setSpeakers(document: Document, { speakers }: FrontMatter, draft: Draft, source: Source): void {
  const listed = document.get('speakers');
  const table = isSeq(listed) ? listed : new YAMLSeq();
  const labels = new Set(source.parts.map(({ label }) => label));
  const isPrinted = (form: string) => labels.has(form) || source.text.includes(form);
  const renamed = renamedSpeakers(draft, speakers);
  const forms = new Map(speakers.map(({ name, aliases }) => [name, aliases.filter(isPrinted)]));
  for (const speaker of draft.speakers) {
    const known = renamed.get(speaker.name);
    if (known === undefined) table.add(document.createNode(newSpeaker(speaker)));
    else forms.set(known, [...new Set([...(forms.get(known) ?? []), speaker.name, ...speaker.aliases])]);
  }
  for (const [at, { name }] of speakers.entries()) {
    const aliases = (forms.get(name) ?? []).filter((form) => form !== name && isPrinted(form));
    setAliases(document, table, at, aliases);
  }
  if (table.items.length > 0) document.set('speakers', table);
}

function newSpeaker({ name, aliases, anonymous }: DraftSpeaker): unknown {
  if (aliases.length === 0 && anonymous === null) return name;
  return { name, ...(aliases.length > 0 && { aliases }), ...(anonymous !== null && { anonymous }) };
}

/** Gives a speaker of the table its aliases; a plain name becomes an entry if it needs any. */
function setAliases(document: Document, table: YAMLSeq, at: number, aliases: readonly string[]): void {
  const item = table.items[at];
  if (isMap(item)) {
    if (aliases.length === 0) item.delete('aliases');
    else item.set('aliases', flowList(document, aliases));
  } else if (isScalar(item) && aliases.length > 0) {
    const entry = new YAMLMap();
    entry.set('name', item);
    entry.set('aliases', flowList(document, aliases));
    table.items[at] = entry;
  }
}

function flowList(document: Document, items: readonly string[]): YAMLSeq {
  const list = new YAMLSeq();
  list.flow = true;
  for (const item of items) list.add(document.createNode(item));
  return list;
}
