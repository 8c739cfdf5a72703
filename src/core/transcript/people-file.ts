import { z } from 'zod';
import type { Person } from './people.ts';
import type { Problems } from './problem.ts';
import { checkValues } from './schema.ts';
import type { Transcript } from './transcript.ts';
import { parseYaml } from './yaml.ts';

const name = z.string().trim().min(1).max(80);

const peopleSchema = z
  .array(
    z.strictObject({
      name,
      names: z.strictObject({ 'zh-CN': name, 'zh-TW': name }).optional(),
      seminars: z.record(z.string(), name),
    }),
  )
  .max(5000);

/**
 * Reads the people who speak in several seminars, perhaps under several spellings.
 * @param problems those of the file
 * @returns none if the file cannot be used
 */
export function parsePeople(text: string, transcripts: readonly Transcript[], problems: Problems): Person[] {
  const read = parseYaml(text, problems);
  if (!read) return [];
  const { document, lineAt } = read;
  const lineOf = (path: readonly (string | number)[]): number => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true) as
        | { range?: [number, number, number] }
        | undefined;
      if (node?.range) return lineAt(node.range[0]);
    }
    return 1;
  };
  const people = checkValues(peopleSchema, document.toJS() ?? [], 'people', lineOf, problems);
  if (!people) return [];
  const owners = new Map<string, string>();
  for (const [at, person] of people.entries()) {
    for (const [seminar, speaker] of Object.entries(person.seminars)) {
      const line = lineOf([at, 'seminars', seminar]);
      const transcript = transcripts.find(({ id }) => id === seminar);
      if (!transcript?.speakers.some((each) => each.name === speaker)) {
        problems.report(line, 'person-not-there', { person: person.name, speaker, seminar });
      }
      const key = JSON.stringify([seminar, speaker]);
      const first = owners.get(key);
      if (first !== undefined) {
        problems.report(line, 'person-repeated', { speaker, seminar, first, second: person.name });
      }
      owners.set(key, person.name);
    }
  }
  return people.map((person) => ({ ...person, seminars: new Map(Object.entries(person.seminars)) }));
}
