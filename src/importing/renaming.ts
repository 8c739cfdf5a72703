import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Corrections } from './earlier.ts';

/** An earlier transcript's table and corrections. */
interface Named {
  /** The earlier transcript file, whole. */
  transcript: string;
  corrections: Corrections;
}

type TableSpeaker = Corrections['frontMatter']['speakers'][number];

/**
 * Gives the speakers of an earlier transcript the names that a person gives now: what is typed last counts. A speaker
 * gets the name if all its labels get it; else the label goes to another speaker.
 * @param names the name for each label, as it is printed
 * @param isLabel whether a form of a name is printed as a label in the new file
 */
export function withGivenNames(
  { transcript, corrections }: Named,
  names: ReadonlyMap<string, string>,
  isLabel: (form: string) => boolean,
): Named {
  if (names.size === 0) return { transcript, corrections };
  const { speakers } = corrections.frontMatter;
  const formsOf = ({ name, aliases }: TableSpeaker) => [...new Set([name, ...aliases])];
  const renamed = new Map<string, string>();
  const table = new Map<string, TableSpeaker>();
  for (const speaker of speakers) {
    const forms = formsOf(speaker);
    const given = new Set(forms.filter(isLabel).map((form) => names.get(form) ?? speaker.name));
    const [only] = given;
    const name = given.size === 1 && only !== undefined ? only : speaker.name;
    if (name !== speaker.name) renamed.set(speaker.name, name);
    const own = forms.filter((form) => (names.get(form) ?? name) === name && form !== name);
    const before = table.get(name);
    const aliases = [...new Set([...(before?.aliases ?? []), ...own])];
    const isNamed = name !== speaker.name || before !== undefined;
    table.set(name, { ...(before ?? speaker), name, aliases, ...(isNamed && { anonymous: null }) });
  }
  return {
    transcript: withTable(transcript, speakers, renamed),
    corrections: {
      ...corrections,
      frontMatter: { ...corrections.frontMatter, speakers: [...table.values()] },
      entries: corrections.entries.map(({ entry, isCorrected }) => ({
        entry: { ...entry, speakerName: nameNow(entry.speakerName, renamed) },
        isCorrected,
      })),
    },
  };
}

function nameNow(name: string | null, renamed: ReadonlyMap<string, string>): string | null {
  return name === null ? null : (renamed.get(name) ?? name);
}

/** The transcript with the same speakers in its table, in the same order; its comments stay. */
function withTable(
  transcript: string,
  speakers: readonly TableSpeaker[],
  renamed: ReadonlyMap<string, string>,
): string {
  const lines = transcript.split(/\r?\n/);
  const end = lines.indexOf('---', 1);
  const document = parseDocument(lines.slice(1, end).join('\n'));
  const table = document.get('speakers');
  if (!isSeq(table)) return transcript;
  const seen = new Set<string>();
  table.items = table.items.filter((item, at) => {
    const before = speakers[at]?.name ?? '';
    const name = renamed.get(before) ?? before;
    if (name !== before) rename(item, name);
    const isFirst = !seen.has(name);
    seen.add(name);
    return isFirst;
  });
  return [
    '---',
    document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd(),
    ...lines.slice(end),
  ].join('\n');
}

function rename(item: unknown, name: string): void {
  if (isScalar(item)) item.value = name;
  if (!isMap(item)) return;
  item.set('name', name);
  item.delete('anonymous');
}
