import { z } from 'zod';
import type { Steps } from '../steps.ts';
import type { Person } from './people.ts';
import type { Problems } from './problem.ts';
import { checkValues } from './schema.ts';
import type { Transcript } from './transcript.ts';
import { yamlSteps } from './yaml.ts';

const name = z.string().trim().min(1).max(80);

const listSchema = z.array(z.unknown()).max(5000);
const personSchema = z.strictObject({
  name,
  names: z.strictObject({ 'zh-CN': name, 'zh-TW': name }).optional(),
  seminars: z.record(z.string(), name),
});

/**
 * Reads the people who speak in several seminars, perhaps under several spellings. Pauses often.
 * @param problems those of the file
 * @returns none if the file cannot be used
 */
export function* peopleFileSteps(
  text: string,
  transcripts: readonly Transcript[],
  problems: Problems,
): Steps<Person[]> {
  const read = yield* yamlSteps(text, problems);
  if (!read) return [];
  const { value, lineOf } = read;
  const before = problems.errors.length;
  const people: z.output<typeof personSchema>[] = [];
  for (const [at, each] of (
    checkValues(listSchema, value ?? [], 'people', lineOf, problems) ?? []
  ).entries()) {
    const person = checkValues(personSchema, each, 'people', lineOf, problems, [at]);
    if (person) people.push(person);
    yield;
  }
  if (problems.errors.length > before) return [];
  const owners = new Map<string, string>();
  const transcriptOf = new Map(transcripts.map((transcript) => [transcript.id, transcript]));
  for (const [at, person] of people.entries()) {
    for (const [seminar, speaker] of Object.entries(person.seminars)) {
      const line = lineOf([at, 'seminars', seminar]);
      const transcript = transcriptOf.get(seminar);
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
    yield;
  }
  return people.map((person) => ({ ...person, seminars: new Map(Object.entries(person.seminars)) }));
}
