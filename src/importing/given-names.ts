import { nameForm } from '../core/language/name-form.ts';
import { visible } from '../core/language/visible.ts';
import type { Recording } from '../formats/format.ts';
import { OperatorError } from '../operator-error.ts';
import { joinNames } from './joining.ts';

/** So many labels are listed if one is not there. */
const LISTED = 20;

/**
 * Finds the labels that a person has named: as they are printed, or in another case, or by the name that spellings are
 * joined under.
 * @param pairs labels and names, as typed
 * @param table the speakers of an earlier transcript, who may have other names by now
 * @returns the name for each printed label
 * @throws OperatorError if the file has no such label; it lists those that there are
 */
export function givenNames(
  { pieces }: Recording,
  pairs: readonly (readonly [label: string, name: string])[],
  table: readonly { name: string; aliases: readonly string[] }[] = [],
): Map<string, string> {
  const given = new Map<string, string>();
  if (pairs.length === 0) return given;
  const printed = [...new Set(pieces.flatMap(({ name }) => (name === null ? [] : [name])))];
  const turns = pieces.flatMap(({ name, time }) => (name === null ? [] : [{ name, text: '', time }]));
  const { speakers } = joinNames(turns, []);
  for (const [label, name] of pairs) {
    const joined = speakers.find((speaker) => speaker.name === label)?.spellings ?? [];
    const exact = printed.filter((each) => each === label);
    const alike = printed.filter((each) => nameForm(each) === nameForm(label) && nameForm(each) !== '');
    const renamed = table.filter(({ name: known }) => known === label).flatMap(({ aliases }) => aliases);
    const known = printed.filter((each) => renamed.includes(each));
    const found = [exact, joined, alike, known].find((each) => each.length > 0);
    if (!found)
      throw new OperatorError(
        unknownLabel(
          label,
          speakers.map((each) => each.name),
        ),
      );
    for (const each of found) given.set(each, name);
  }
  return given;
}

function unknownLabel(label: string, names: readonly string[]): string {
  const opening = `--name: the file has no label "${visible(label)}".`;
  if (names.length === 0) {
    return `${opening} It has none at all. Import it without --name, and write who speaks into transcript.md.`;
  }
  const more = names.length > LISTED ? `, and ${names.length - LISTED} more` : '';
  return `${opening} Its labels: ${names.slice(0, LISTED).map(visible).join(', ')}${more}.`;
}
