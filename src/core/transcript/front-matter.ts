import { z } from 'zod';
import { isDate } from '../language/dates.ts';
import { isLanguageTag, LOCALES } from '../language/locale.ts';
import type { Problem } from './problem.ts';
import { parseYaml } from './yaml.ts';

const line = z.string().trim().min(1).max(400);
const localised = z.strictObject({ en: line, 'zh-CN': line, 'zh-TW': line });

const frontMatterSchema = z.strictObject({
  title: localised,
  date: z.string().refine(isDate, 'not a date like 2025-03-07'),
  organiser: localised,
  language: z.enum(LOCALES),
  spoken: z.string().refine(isLanguageTag, 'must be a language tag such as en').optional(),
  source: z.strictObject({
    /** A plain file name: the source lies beside its transcript and nowhere else. */
    file: z.string().regex(/^[\w-][\w.-]*$/, 'not a plain file name in this folder'),
    headline: line.optional(),
    lines: z
      .string()
      .regex(/^\d{1,7}-\d{1,7}$/, 'not a range of lines like 1-53')
      .transform((range) => range.split('-').map(Number) as [number, number])
      .refine(([first, last]) => first >= 1 && first <= last, 'a range that starts at 0 or runs backwards'),
  }),
  speakers: z
    .array(
      z.strictObject({
        name: z.string().trim().min(1).max(80),
        names: z.strictObject({ 'zh-CN': line, 'zh-TW': line }),
        role: localised,
        moderator: z.boolean().default(false),
        aliases: z.array(z.string().min(1).max(80)).max(30).default([]),
        otherForms: z.array(z.string().min(1).max(80)).max(30).default([]),
      }),
    )
    .min(1)
    .max(500),
  topics: z.array(localised).max(30).default([]),
  examples: z.array(localised).max(10).default([]),
});

/** What stands between the two `---` lines at the head of a transcript. */
export type FrontMatter = z.infer<typeof frontMatterSchema>;

/** Keys and list positions that lead to a value, such as `['speakers', 0, 'name']`. */
export type FrontMatterPath = readonly (string | number)[];

/**
 * Reads a transcript's front matter.
 * @param yaml the text between the two `---` lines
 * @param file the name to report problems under
 * @param firstLine the line of `file` on which `yaml` starts, from 1
 * @returns the checked values, or null, with every problem found, and the line of each value
 */
export function parseFrontMatter(
  yaml: string,
  file: string,
  firstLine: number,
): { frontMatter: FrontMatter | null; problems: Problem[]; lineOf: (path: FrontMatterPath) => number } {
  const { document, faults, lineAt: lineInYaml } = parseYaml(yaml);
  const lineAt = (offset: number) => firstLine + lineInYaml(offset) - 1;
  /** The line of the deepest part of a path that is there; a missing key is reported where it belongs. */
  const lineOf = (path: FrontMatterPath): number => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      const range = (node as { range?: [number, number, number] } | undefined)?.range;
      if (range) return lineAt(range[0]);
    }
    return firstLine;
  };
  const refused = (problems: Omit<Problem, 'file'>[]) => ({
    frontMatter: null,
    problems: problems.map((problem) => ({ file, ...problem })),
    lineOf,
  });

  if (faults.length > 0) {
    return refused(
      faults.map(({ line, what, remedy }) => ({
        line: firstLine + line - 1,
        what: `In the front matter: ${what}`,
        remedy,
      })),
    );
  }
  const result = frontMatterSchema.safeParse(document.toJS());
  if (result.success) return { frontMatter: result.data, problems: [], lineOf };
  return refused(
    result.error.issues.map(({ path, message }) => ({
      line: lineOf(path.map((key) => (typeof key === 'number' ? key : String(key)))),
      what: `Front matter, ${path.join('.') || 'as a whole'}: ${message}.`,
      remedy: 'corpus/README.md lists the keys and shows an example.',
    })),
  );
}
