import type { Steps } from '../core/steps.ts';
import type { CueWords } from './cue-text.ts';

/** What is on the screen while a caption is shown. */
export interface Shown {
  /** In seconds. */
  start: number;
  end: number;
  words: readonly CueWords[];
}

/** The words of captions that are not on the screen before; `time` is when they were first. */
export interface NewWords extends CueWords {
  time: number;
}

/** Captions whose times are nearer than this touch: some tools round them, or leave a frame between. */
const TOUCH = 0.1;
/** No screen has more lines than this, and no line that is carried over has more words. */
const MOST_LINES = 8;
const MOST_WORDS = 60;
/** This share of touching captions repeats what was shown before in a file that rolls; in others next to none. */
const ROLLING_SHARE = 0.4;
/** One word may be said again by chance. Three may not. */
const SURE_WORDS = 3;
const CAPTIONS_AT_ONCE = 100;

/**
 * Takes out what captions only repeat because the screen rolls: YouTube shows each line again above the next one, live
 * captions grow word by word. Whether a file does so is told from all of it, since in one that does not, a repeated line
 * was said twice.
 * @returns for each caption, its new words
 */
export function* newWordSteps(captions: readonly Shown[]): Steps<NewWords[][]> {
  const shown = captions.filter(({ words }) => words.length > 0);
  const roll = yield* rollSteps(shown);
  const screen =
    roll &&
    new Screen(
      roll,
      shown.some(({ words }) => words.some(({ isTimed }) => isTimed)),
    );
  const result: NewWords[][] = [];
  for (const [at, caption] of captions.entries()) {
    result.push(screen ? screen.show(caption) : timed(caption.words, caption.start));
    if (at % CAPTIONS_AT_ONCE === 0) yield;
  }
  const grown = screen?.grown;
  if (!grown?.size) return result;
  yield;
  return result.map((words) => words.filter((word) => !grown.has(word)));
}

/** How a file rolls: whole lines move up, or words of one text that is cut anew in each caption. */
type Roll = 'lines' | 'words';

function* rollSteps(shown: readonly Shown[]): Steps<Roll | null> {
  const lines = { for: 0, against: 0, weight: 0 };
  const words = { for: 0, against: 0 };
  for (const [at, caption] of shown.entries()) {
    const before = shown[at - 1];
    if (at % CAPTIONS_AT_ONCE === 0) yield;
    if (!before || !isTouching(before, caption)) continue;
    const carried = carriedLines(before.words, caption.words);
    const isSame = carried.count === caption.words.length && !carried.grows;
    if (carried.count === 0) lines.against += 1;
    else if (!isSame) {
      lines.for += 1;
      lines.weight +=
        isSure(caption.words[0]?.text ?? '') || caption.words.some(({ isTimed }) => isTimed) ? 2 : 1;
    }
    if (isSame) continue;
    if (carriedWords(before.words, caption.words) >= SURE_WORDS) words.for += 1;
    else words.against += 1;
  }
  const isRolling = ({ for: yes, against: no }: typeof words) => yes > 0 && yes >= ROLLING_SHARE * (yes + no);
  // Lines that grow and then move on are half of them carried whole.
  if (isRolling(words) && words.for >= 2 && words.for > 1.25 * lines.for) return 'words';
  return isRolling(lines) && lines.weight >= 2 ? 'lines' : null;
}

const isTouching = (before: Shown, { start }: Shown) => start >= before.start && start <= before.end + TOUCH;

/** Whether a text is long enough not to be said twice by chance. */
function isSure(text: string): boolean {
  return /\S\s+\S+\s+\S/.test(text) || /\p{Script=Han}{5}/u.test(text);
}

/** How many of the last lines shown are the first lines of the next caption, and whether the last of them goes on there. */
interface Carried {
  count: number;
  grows: boolean;
}

const NOTHING: Carried = { count: 0, grows: false };

function carriedLines(before: readonly CueWords[], now: readonly CueWords[]): Carried {
  for (let count = Math.min(before.length, now.length, MOST_LINES); count > 0; count -= 1) {
    const old = before.slice(-count);
    const last = old.pop();
    const next = now[count - 1];
    if (!last || !next || !old.every((line, at) => isSameLine(line, now[at]))) continue;
    if (isSameLine(last, next)) return { count, grows: false };
    if (isGrown(last, next)) return { count, grows: true };
  }
  return NOTHING;
}

const isSameLine = (one: CueWords, other: CueWords | undefined) =>
  one.text === other?.text && one.label === other.label;

function isGrown(before: CueWords, now: CueWords): boolean {
  const { text } = before;
  if (before.label !== now.label || !now.text.startsWith(text) || text.length === now.text.length)
    return false;
  const isCutInWord = /[\p{L}\p{N}]$/u.test(text) && /^[\p{L}\p{N}]/u.test(now.text.slice(text.length));
  return !isCutInWord || isSure(text) || /\p{Script=Han}$/u.test(text);
}

/** A word as it is compared: captions that are cut anew get other capitals and commas. */
const bare = (word: string) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '') || word;
const wordsOf = (lines: readonly CueWords[]) => lines.flatMap(({ text }) => text.split(' '));

/** How many words a caption begins with that were the last ones shown. */
function carriedWords(before: readonly CueWords[], now: readonly CueWords[]): number {
  const last = before.slice(-MOST_LINES);
  const first = now.slice(0, MOST_LINES);
  if (new Set([...last, ...first].map(({ label }) => label)).size > 1) return 0;
  const old = wordsOf(last).slice(-MOST_WORDS).map(bare);
  const next = wordsOf(first).slice(0, MOST_WORDS).map(bare);
  for (let count = Math.min(old.length, next.length); count > 0; count -= 1) {
    const from = old.length - count;
    if (next.slice(0, count).every((word, at) => word === old[from + at])) return count;
  }
  return 0;
}

/** Follows what is on the screen through a file that rolls. */
class Screen {
  /** Words that a later caption has again as the start of a longer line. */
  readonly grown = new Set<NewWords>();
  private before: Shown | null = null;
  /** The last line shown, if it is among the new words. */
  private last: NewWords | undefined;
  private readonly roll: Roll;
  private readonly isTimed: boolean;

  /** @param isTimed whether the file has times between words, as YouTube's have */
  constructor(roll: Roll, isTimed: boolean) {
    this.roll = roll;
    this.isTimed = isTimed;
  }

  /** What is new in the next caption. */
  show(caption: Shown): NewWords[] {
    const { before } = this;
    if (caption.words.length === 0) {
      // The screen may be cleared for a moment.
      if (before && isTouching(before, caption))
        this.before = { ...before, end: Math.max(before.end, caption.end) };
      return [];
    }
    const fresh = before ? this.freshIn(caption, before) : timed(caption.words, caption.start);
    this.before = caption;
    // Where nothing is new, the last line shown was new in an earlier caption.
    this.last = fresh.at(-1) ?? this.last;
    return fresh;
  }

  private freshIn(caption: Shown, before: Shown): NewWords[] {
    const touches = isTouching(before, caption);
    if (this.roll === 'words') return this.freshWords(caption, touches ? before : null);
    const carried = carriedLines(before.words, caption.words);
    const { count, grows } = touches || this.isCarriedLater(caption, carried) ? carried : NOTHING;
    const fresh = timed(caption.words.slice(grows ? count - 1 : count), caption.start);
    const [first] = fresh;
    if (grows && first && this.last) {
      this.grown.add(this.last);
      first.time = this.last.time;
    }
    return fresh;
  }

  /** After a silence, YouTube still shows the last line above the new one. Elsewhere a short line may be said again. */
  private isCarriedLater({ words }: Shown, { count, grows }: Carried): boolean {
    return count > 0 && !grows && count < words.length && (this.isTimed || isSure(words[0]?.text ?? ''));
  }

  private freshWords({ words, start }: Shown, before: Shown | null): NewWords[] {
    const count = before === null ? 0 : carriedWords(before.words, words);
    const isAll = count === wordsOf(words).length;
    let left = count >= SURE_WORDS || isAll || count === wordsOf(before?.words ?? []).length ? count : 0;
    const fresh: NewWords[] = [];
    for (const line of words) {
      const said = line.text.split(' ');
      const text = said.slice(left).join(' ');
      left = Math.max(0, left - said.length);
      if (text !== '') fresh.push({ ...line, text, time: start });
    }
    return fresh;
  }
}

const timed = (words: readonly CueWords[], time: number): NewWords[] =>
  words.map((word) => ({ ...word, time }));
