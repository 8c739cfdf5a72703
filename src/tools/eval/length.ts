import { ask } from '../../../commands/ask.ts';
import type { Context } from '../../../commands/command.ts';
import { comparisonSteps } from '../../../commands/compare.ts';
import { EVERYTHING } from '../../core/digest/digest.ts';
import { eligiblePassages, orderOf, passagesOfDate, seedOf } from '../../core/digest/selection.ts';
import { addDays } from '../../core/language/dates.ts';
import { LOCALES, type Locale } from '../../core/language/locale.ts';
import type { Library } from '../../core/library.ts';
import { runToEnd } from '../../core/steps.ts';
import { digestPost } from '../../digest/post.ts';
import { renderMessage } from '../../render/discord.ts';
import { PHONE_COLUMNS } from '../../render/excerpt-forms.ts';
import type { Reply } from '../../reply/reply.ts';
import { charactersShown, phoneLines } from './phone-lines.ts';
import { type Head, type Row, tableLines } from './table.ts';

/** One message, as everybody in a channel sees it. */
export interface Measured {
  outcome: Reply['outcome'];
  /** Of a phone. */
  lines: number;
  characters: number;
}

/** An owner of buttons. Ids have this length, and they do not show. */
const SOMEBODY = '100000000000000000';

/** How long a reply is in a language. */
export function lengthOf(reply: Reply, locale: Locale): Measured {
  const message = renderMessage(reply, { locale, ownerId: SOMEBODY, isPublic: true });
  return { outcome: reply.outcome, lines: phoneLines(message), characters: charactersShown(message) };
}

/** The number below or at which a share of the numbers is; 0 of none. */
export function quantile(numbers: readonly number[], share: number): number {
  const ordered = numbers.toSorted((a, b) => a - b);
  return ordered[Math.max(0, Math.ceil(ordered.length * share) - 1)] ?? 0;
}

/** The lines of the tables of how long replies are: answers to questions, comparisons and digests. */
export function lengthLines(questions: readonly string[], context: Context): string[] {
  const answers = questions.map((question) => ask({ question }, context));
  const comparisons = questions
    .map((question) => runToEnd(comparisonSteps({ question }, context)))
    .filter(({ outcome }) => outcome === 'answered' || outcome === 'closest');
  return [
    `Lines of a phone with ${PHONE_COLUMNS} columns, buttons too, and characters of text; each reply in each language.`,
    ...table('ANSWERS', answers),
    ...table('COMPARISONS, where somebody answers or comes close', comparisons),
    ...table(`DIGESTS of one excerpt, on ${DIGEST_DAYS} days`, digests(context.library)),
  ];
}

const HEADS: readonly Head[] = [
  ['count'],
  ['lines', 'median'],
  ['lines', '90%'],
  ['lines', 'most'],
  ['characters', 'median'],
];
const OUTCOMES = ['answered', 'closest', 'refused', 'shown', 'failed'] as const;

function table(title: string, replies: readonly Reply[]): string[] {
  const rows = LOCALES.flatMap((locale): Row[] => {
    const all = replies.map((reply) => lengthOf(reply, locale));
    const ofOutcome = OUTCOMES.map((name) => ({ name, of: all.filter(({ outcome }) => outcome === name) }));
    return [...ofOutcome.filter(({ of }) => of.length > 0), { name: 'all', of: all }].map(({ name, of }) => {
      return { name: `${locale.padEnd(NAME)}${name}`, cells: cellsOf(of) };
    });
  });
  return ['', title, ...tableLines(HEADS, rows)];
}

/** Of the longest locale, and a space. */
const NAME = 6;

function cellsOf(measured: readonly Measured[]): string[] {
  const lines = measured.map((each) => each.lines);
  const characters = measured.map((each) => each.characters);
  return [
    measured.length,
    quantile(lines, 1 / 2),
    quantile(lines, 0.9),
    quantile(lines, 1),
    quantile(characters, 1 / 2),
  ].map(String);
}

/** Two months: many different passages, and few twice. */
const DIGEST_DAYS = 60;
/** Any day: the order is the same from whichever. */
const FIRST_DAY = '2026-01-01';

/** The posts of a digest of everything, one excerpt each, on days that follow one another. */
export function digests(library: Library): Reply[] {
  const order = orderOf(EVERYTHING, seedOf(EVERYTHING, library));
  const pool = eligiblePassages(library, EVERYTHING);
  return Array.from({ length: DIGEST_DAYS }, (_, day) => {
    const date = addDays(FIRST_DAY, day);
    const passages = passagesOfDate(pool, order, date);
    return digestPost({ passages, date, language: 'en', mark: null }, library);
  });
}
