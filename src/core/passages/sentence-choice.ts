import { NUMERAL, numberOf } from '../language/small-numbers.ts';

/**
 * Which sentences of a passage are meant: their numbers from 1, ascending, each once. `unreadable`: the text names none.
 * `missing`: the passage does not have all of them.
 */
export type SentenceChoice = { numbers: number[] } | 'unreadable' | 'missing';

/** What the text is made of. The first kind that matches counts. */
const KINDS = {
  backwards: /倒[数數]第/u,
  last: /\b(?:last|end|final)\b|倒[数數]|最[后後]|[末后後]/u,
  first: /\b(?:first|start|beginning)\b|[前首头頭]/u,
  all: /\b(?:all|whole|entire|everything)\b|全部|全文|所有|整段|每|\*/u,
  onwards: /\bon(?:wards?)?\b|开始|開始|以[后後]|起/u,
  range: /\.{2,3}|[-\u2010-\u2015\u2212~〜→]|\b(?:to|through|thru|until|till)\b|至|到/u,
  and: /[,;、&+/]|\b(?:and|plus)\b|以及|[和与與及跟]/u,
  number: new RegExp(`\\d{1,4}(?:st|nd|rd|th)?(?![a-z\\d])|${NUMERAL.source}`, 'u'),
  padding:
    /\s+|\b(?:sentences?|numbers?|no|s|the|of|from|passage|only|just)(?![a-z])|[第号號从從自的#:()"'“”「」。]|\.(?!\d)|句[话話子]?/u,
} as const;

type Kind = keyof typeof KINDS;
interface Token {
  kind: Kind;
  /** Of a number. */
  value: number;
}
/** A run of sentences: the numbers of its first and its last one. */
type Run = [from: number, to: number];

const STICKY = Object.entries(KINDS).map(
  ([kind, { source }]) => [kind as Kind, new RegExp(source, 'uy')] as const,
);
/** What people call a sentence that they count from the end. */
const FROM_THE_END = /\b(next|second|third|fourth)[ -](?:to|from)[ -](?:the[ -])?last\b|\bpenultimate\b/u;
const PLACES_FROM_THE_END: Readonly<Record<string, number>> = { third: 3, fourth: 4 };

/**
 * Reads which sentences are meant: `2`, `1-3`, `2, 4`, `2 and 4`, `第2到3句`, `first`, `last two`, `最后一句`, `3 on`, `all`.
 * @param count how many sentences the passage has
 */
export function readSentences(typed: string, count: number): SentenceChoice {
  // "The second one" is one sentence.
  const text = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=(?:st|nd|rd|th) )ones?\b/g, '');
  const tokens = tokensIn(text);
  const runs = tokens && runsIn(tokens, count);
  if (!runs || runs.length === 0) return 'unreadable';
  if (runs.some(([from, to]) => from < 1 || to > count)) return 'missing';
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  return { numbers: numbers.filter((number) => runs.some(([from, to]) => from <= number && number <= to)) };
}

/** Null if the text says anything else. */
function tokensIn(typed: string): Token[] | null {
  const text = typed.replace(
    FROM_THE_END,
    (_, which?: string) => `倒数第${PLACES_FROM_THE_END[which ?? ''] ?? 2}`,
  );
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
    const value = kind === 'number' ? numberOf(written.replace(/(?<=\d)(?:st|nd|rd|th)$/, '')) : 0;
    return { kind, value, length: written.length };
  }
  return null;
}

/** Null if the tokens make no sense together. */
function runsIn(tokens: readonly Token[], count: number): Run[] | null {
  const left = [...tokens];
  const runs: Run[] = [];
  let joined = true;
  while (left.length > 0) {
    if (left[0]?.kind === 'and') {
      if (joined) return null;
      left.shift();
      joined = true;
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
  const start = takeEnd(left, count);
  if (!start) return null;
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
