import { readExceptions } from '../language/exceptions.ts';
import { NUMERAL, numberOf } from '../language/small-numbers.ts';

/**
 * Which sentences of a passage are meant: their numbers from 1, ascending, each once. `unreadable`: the text names none.
 * `missing`: the passage does not have all of them.
 */
export type SentenceChoice = { numbers: number[] } | 'unreadable' | 'missing';

/** What the text is made of. The first kind that matches counts. */
const KINDS = {
  backwards: /倒[数數]第/u,
  last: /\b(?:last|end|final)\b|倒[数數]|最[后後]|[结結末]尾|[末尾后後]/u,
  first: /\b(?:first|start|beginning)\b|[开開]?[头頭]|[前首]/u,
  from: /\b(?:from|starting)(?![a-z])|[从從自]/u,
  all: /\b(?:all|whole|entire|everything)\b|全部|全文|所有|整段|每|\*/u,
  onwards: /\bon(?:wards?)?\b|\+(?=\s*$)|开始|開始|以[后後]|起/u,
  range: /\.{2,3}|[-\u2010-\u2015\u2212~〜→]|\b(?:to|through|thru|until|till)\b|至|到/u,
  and: /[,;、&+/]|\b(?:and|plus)\b|以及|[和与與及跟]/u,
  number: new RegExp(`\\d{1,4}(?:st|nd|rd|th)?(?![a-z\\d])|${NUMERAL.source}`, 'u'),
  padding:
    /\s+|\b(?:sentences?|numbers?|no|s|the|of|passage|things?|only|just|at|up)(?![a-z])|[第号號的#:()[\]"'“”「」。]|\.(?!\d)|句[话話子]?/u,
} as const;

type Kind = keyof typeof KINDS;
interface Token {
  kind: Kind;
  /** Of a number; of a range, 1 if it is a word; of what joins two sentences, 1 if it is a comma. */
  value: number;
}
/** A run of sentences: the numbers of its first and its last one. */
type Run = [from: number, to: number];

const STICKY = Object.entries(KINDS).map(
  ([kind, { source }]) => [kind as Kind, new RegExp(source, 'uy')] as const,
);
/** What people call a sentence that they count from the end. */
const FROM_THE_END =
  /\b(next|second|third|fourth|fifth|[2-9](?:nd|rd|th))(?:[ -](?:to|from))?(?:[ -]the)?[ -](?:last|end)\b|\bpenultimate\b|\blast but (one|two|three)\b/u;
/** The second to last is also the next to last, or the last but one. */
const PLACES_FROM_THE_END: Readonly<Record<string, number>> = {
  next: 2,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  two: 3,
  three: 4,
};
/** Any one of them, and not the first: "all but one". */
const ANY = /^ *(?:one|two|three|four|five|six)(?: of them)? *$/;

/**
 * Reads which sentences are meant: `2`, `1-3`, `2, 4`, `2 and 4`, `第2到3句`, `first`, `last two`, `最后一句`, `3 on`, `up to 3`,
 * `all`, `all but the last`.
 * @param count how many sentences the passage has
 */
export function readSentences(typed: string, count: number): SentenceChoice {
  // "The second one" is one sentence.
  const text = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=(?:st|nd|rd|th) )ones?\b/g, '')
    .replace(/\bbetween (\S+) and\b/, '$1 to')
    .replace(/首尾[两兩2]?/u, '首,末')
    .replace(
      FROM_THE_END,
      (_, ordinal = '', last = '') =>
        `倒数第${PLACES_FROM_THE_END[ordinal || last] ?? Number.parseInt(ordinal || '2', 10)}`,
    );
  const { included, excluded } = readExceptions(text);
  const isRest = excluded !== null && tokensIn(included)?.length === 0;
  const wanted = isRest ? ([[1, count]] satisfies Run[]) : runsOf(included, count);
  const left = excluded === null ? [] : runsOf(excluded, count);
  if (!wanted || !left || ANY.test(excluded ?? '')) return 'unreadable';
  if ([...wanted, ...left].some(([from, to]) => from < 1 || to > count)) return 'missing';
  const isIn = (runs: readonly Run[], number: number) =>
    runs.some(([from, to]) => from <= number && number <= to);
  const numbers = Array.from({ length: count }, (_, at) => at + 1).filter(
    (number) => isIn(wanted, number) && !isIn(left, number),
  );
  return numbers.length > 0 ? { numbers } : 'missing';
}

/** Null if the text names no sentences, or says anything else. */
function runsOf(text: string, count: number): Run[] | null {
  const tokens = tokensIn(text);
  const runs = tokens && runsIn(tokens, count);
  return runs && runs.length > 0 ? runs : null;
}

/** Null if the text says anything else. */
function tokensIn(text: string): Token[] | null {
  const found: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const token = tokenAt(text, at);
    if (!token) return null;
    if (token.kind !== 'padding') found.push(token);
    at += token.length;
  }
  return found;
}

function tokenAt(text: string, at: number): (Token & { length: number }) | null {
  for (const [kind, pattern] of STICKY) {
    pattern.lastIndex = at;
    const written = pattern.exec(text)?.[0];
    if (!written) continue;
    return { kind, value: tokenValue(kind, written), length: written.length };
  }
  return null;
}

function tokenValue(kind: Kind, written: string): number {
  switch (kind) {
    case 'number':
      return numberOf(written.replace(/(?<=\d)(?:st|nd|rd|th)$/, ''));
    case 'range':
      return /^[\p{L}]/u.test(written) ? 1 : 0;
    case 'and':
      return /^[,;、]/u.test(written) ? 1 : 0;
    default:
      return 0;
  }
}

/** Null if the tokens make no sense together. */
function runsIn(tokens: readonly Token[], count: number): Run[] | null {
  const left = [...tokens];
  const runs: Run[] = [];
  let joined = true;
  while (left.length > 0) {
    if (left[0]?.kind === 'and') {
      if (joined) return null;
      // A comma may end the text.
      joined = left.shift()?.value === 0 || left.length > 0;
      continue;
    }
    const run = takeRun(left, count);
    if (!run) return null;
    runs.push(run);
    joined = false;
  }
  return joined ? null : runs;
}

/** Takes one sentence or a range from the start of the tokens; null if there is none. */
function takeRun(left: Token[], count: number): Run | null {
  const isFrom = left[0]?.kind === 'from';
  if (isFrom) left.shift();
  // "Up to 3" goes from the start.
  const isUpTo = left[0]?.kind === 'range' && left[0].value === 1;
  if (isUpTo) left.shift();
  const start = takeEnd(left, count);
  if (!start) return null;
  if (isUpTo) return [1, start[1]];
  if (isFrom && left[0]?.kind !== 'range' && left[0]?.kind !== 'onwards') return [start[0], count];
  if (left[0]?.kind === 'onwards') {
    left.shift();
    return [start[0], count];
  }
  if (left[0]?.kind !== 'range') return start;
  left.shift();
  // "3-" goes to the end.
  const end: Run | null = left.length === 0 ? [count, count] : takeEnd(left, count);
  return end && end[1] >= start[0] ? [start[0], end[1]] : null;
}

/** Takes what a range can start or end with: a number, or some of the first or last sentences. */
function takeEnd(left: Token[], count: number): Run | null {
  const token = left.shift();
  const number = left[0]?.kind === 'number' ? left[0].value : null;
  const take = (run: Run): Run => {
    if (number !== null) left.shift();
    return run;
  };
  switch (token?.kind) {
    case 'number':
      return [token.value, token.value];
    case 'all':
      return [1, count];
    case 'first':
      return take([1, number ?? 1]);
    case 'last':
      return take([count - (number ?? 1) + 1, count]);
    case 'backwards':
      return number === null ? null : take([count - number + 1, count - number + 1]);
    default:
      return null;
  }
}
