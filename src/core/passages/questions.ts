import {
  addresses,
  asksBy,
  asksToConfirm,
  handsOver,
  isCourtesy,
  joinsIn,
  roughWordCount,
} from '../language/asking.ts';
import type { Span } from '../language/sentences.ts';
import type { Passage } from './passages.ts';

/** What somebody says, as far as it matters for who asks and who replies. */
export interface Utterance {
  text: string;
  sentences: readonly Span[];
  /** Tells speakers apart; null for a passage without a name. */
  voice: string | null;
  /**
   * What the speaker is there for: `moderates`; `asks`, as the reporters of a press conference do; null for anybody else.
   */
  part: 'moderates' | 'asks' | null;
  seminar: string;
  isEditorial: boolean;
  /** The same for the passages of one segment. */
  paragraph: unknown;
}

/** The question that a passage replies to. */
export interface PrecedingQuestion<T = Passage> {
  /** The passage with the sentences that ask. */
  question: T;
  /** Its sentence that asks, from 0; the last one, if several do. */
  sentence: number;
  /** What was asked, in order: the question may take several passages, and be put again in other words. */
  asked: readonly T[];
  /** Whether the passage is the first to answer, so that it may open with "yes". */
  isFirst: boolean;
}

/** What is asked and replied at some seminars. */
export interface QuestionsAndReplies<T = Passage> {
  /** The passages that (nearly) only ask. */
  asking: ReadonlySet<T>;
  /** The questions, by the passages that reply to one. */
  questions: ReadonlyMap<T, PrecedingQuestion<T>>;
}

/** What a passage is, for `questionsAndReplies`. */
export function utteranceOf(passage: Passage): Utterance {
  const { text, sentences, speaker, basis, transcript, segment } = passage;
  return {
    text,
    sentences,
    voice: speaker?.id ?? null,
    part: speaker?.moderator ? 'moderates' : speaker?.anonymous === 'reporter' ? 'asks' : null,
    seminar: transcript.id,
    isEditorial: basis === 'editorial',
    paragraph: segment,
  };
}

/** Finds what passages ask, and which of the passages after them reply. */
export function questionsOf(passages: Iterable<Passage>): QuestionsAndReplies {
  return questionsAndReplies(passages, utteranceOf);
}

/** What one voice says until another one speaks. Of passages without a name, those of one paragraph. */
interface Turn<T> {
  passages: readonly T[];
  first: Utterance;
  words: number;
  isAsker: boolean;
  asked: AskedIn<T> | null;
}

/** A passage that asks, wholly or at its end. */
interface AskedPart<T> {
  passage: T;
  /** The number of the first sentence that asks, from 0. */
  from: number;
}

/** Where a turn asks. */
interface AskedIn<T> {
  question: T;
  sentence: number;
  /** The passages from that of the first sentence that asks on. */
  passages: readonly AskedPart<T>[];
  /** From 0 to 1, how much of the turn asks. */
  share: number;
  handsOver: boolean;
}

/**
 * Finds what is asked and who replies: the turns after a question, by somebody else than who asked. Short turns between
 * ("Yeah.") are passed over, and what the asker or a moderator adds before anybody has answered leaves the question open.
 * Their statement after an answer closes it, and so does another speaker.
 * @param passages in corpus order
 */
export function questionsAndReplies<T>(
  passages: Iterable<T>,
  utterance: (passage: T) => Utterance,
): QuestionsAndReplies<T> {
  const turns = turnsOf(passages, utterance);
  const asking = new Set<T>();
  const questions = new Map<T, PrecedingQuestion<T>>();
  const conversation = new Conversation(questions);
  for (const [at, turn] of turns.entries()) {
    for (const passage of askingPassages(turn, utterance)) asking.add(passage);
    conversation.take(turn, turns[at + 1]);
  }
  conversation.close();
  return { asking, questions };
}

/** A turn of fewer words ("Thank you.", 是的。) only keeps a conversation going, unless nothing else is replied. */
const SLIGHT_WORDS = 2.5;
/** A question of fewer words by who was asked only makes sure what was asked. */
const COUNTER_WORDS = 16;

/** A question is asked of another person within so many turns. */
const HANDED_OVER_WITHIN = 6;

/** A question, and what was asked since it was put. */
interface OpenQuestion<T> {
  /** The turn that asked last. */
  turn: Turn<T>;
  asked: AskedIn<T>;
  passages: readonly AskedPart<T>[];
}

/** The question that is open at a seminar, and who has replied to it so far. */
class Conversation<T> {
  readonly #found: Map<T, PrecedingQuestion<T>>;
  #open: OpenQuestion<T> | null = null;
  /** The question before, which somebody else may still be asked, and how many turns ago it was closed. */
  #last: { question: OpenQuestion<T>; ago: number } | null = null;
  #replier: Turn<T> | null = null;
  /** The short replies, as long as there is no other. */
  #slight: Turn<T>[] = [];
  /** Whether who was asked has just made sure what was asked. */
  #isCountered = false;

  constructor(found: Map<T, PrecedingQuestion<T>>) {
    this.#found = found;
  }

  /** @param next the turn after it, which may explain the question to who was asked */
  take(turn: Turn<T>, next: Turn<T> | undefined): void {
    const { seminar } = turn.first;
    if (this.#open?.turn.first.seminar !== seminar) this.close();
    if (
      this.#last &&
      (this.#last.question.turn.first.seminar !== seminar || ++this.#last.ago > HANDED_OVER_WITHIN)
    )
      this.#last = null;
    const open = this.#open;
    const isAskers = open !== null && isSameVoice(turn, open.turn);
    if (turn.asked && mayAsk(turn)) {
      if (open && !isAskers && this.#isCounterQuestion(turn, next)) {
        this.#isCountered = true;
        return;
      }
      if (open && !isAskers) this.#reply(turn);
      this.#ask(turn, turn.asked, isAskers);
    } else if (open) {
      if (turn.first.part !== null || isAskers) {
        if (this.#replier && turn.words >= SLIGHT_WORDS && !this.#isCountered) this.close();
      } else this.#reply(turn);
    }
    this.#isCountered = false;
  }

  #isCounterQuestion(turn: Turn<T>, next: Turn<T> | undefined): boolean {
    const isBack = next !== undefined && this.#open !== null && isSameVoice(next, this.#open.turn);
    const isReplier = this.#replier === null || isSameVoice(turn, this.#replier);
    return isBack && isReplier && turn.first.part === null && turn.words < COUNTER_WORDS;
  }

  #ask(turn: Turn<T>, asked: AskedIn<T>, isSameAsker: boolean): void {
    const open = this.#open ?? (asked.handsOver ? this.#last?.question : null) ?? null;
    if (open && asked.handsOver) {
      this.close();
      // Whoever only hands over asks nothing; whoever says more asks in words of their own.
      const own = turn.words >= COUNTER_WORDS ? asked : open.asked;
      this.#open = { turn, asked: own, passages: [...open.passages, ...asked.passages] };
    } else {
      const isAgain = open !== null && isSameAsker && this.#replier === null && this.#slight.length === 0;
      const before = isAgain ? open.passages : [];
      this.close();
      this.#open = { turn, asked, passages: [...before, ...asked.passages] };
    }
    this.#replier = null;
  }

  #reply(turn: Turn<T>): void {
    if (turn.first.part !== null) return;
    if (turn.words < SLIGHT_WORDS) {
      if (!this.#replier) this.#slight.push(turn);
      return;
    }
    // Several people may speak in a run of passages without names.
    const isSame = this.#replier === null || isSameVoice(turn, this.#replier);
    if (!isSame && (turn.first.voice === null || !joinsIn(turn.first.text))) {
      this.close();
      return;
    }
    const isFirst = this.#replier === null;
    this.#replier = turn;
    this.#assign(turn, isFirst);
  }

  #assign({ passages }: Turn<T>, isFirst: boolean): void {
    const open = this.#open;
    if (!open) return;
    const { question, sentence } = open.asked;
    const asked = open.passages.map(({ passage }) => passage);
    for (const [at, passage] of passages.entries()) {
      this.#found.set(passage, { question, sentence, asked, isFirst: isFirst && at === 0 });
    }
  }

  /** A short reply is all that is replied. */
  #settle(): void {
    const [first] = this.#slight;
    if (first && !this.#replier) this.#assign(first, true);
    this.#slight = [];
  }

  close(): void {
    this.#settle();
    if (this.#open) this.#last = { question: this.#open, ago: 0 };
    this.#open = null;
    this.#replier = null;
  }
}

/** Who goes on after a passage without a name is unknown, so it must be little else than a question. */
function mayAsk<T>({ first, asked }: Turn<T>): boolean {
  return first.voice !== null || (asked?.share ?? 0) >= MOSTLY;
}

function isSameVoice<T>({ first: one }: Turn<T>, { first: other }: Turn<T>): boolean {
  return one.voice !== null && one.voice === other.voice;
}

function turnsOf<T>(passages: Iterable<T>, utterance: (passage: T) => Utterance): Turn<T>[] {
  const runs: { passages: T[]; said: Utterance[] }[] = [];
  for (const passage of passages) {
    const said = utterance(passage);
    if (said.isEditorial) continue;
    const last = runs.at(-1);
    const before = last?.said.at(-1);
    const goesOn =
      before?.seminar === said.seminar &&
      before.voice === said.voice &&
      (said.voice !== null || before.paragraph === said.paragraph);
    if (last && goesOn) {
      last.passages.push(passage);
      last.said.push(said);
    } else runs.push({ passages: [passage], said: [said] });
  }
  const plain = runs.map((run) => turnOf(run.passages, run.said, false));
  const askers = askersAmong(plain);
  return plain.map((turn, at) => {
    const { passages: all = [], said = [] } = runs[at] ?? {};
    return askers.has(keyOf(turn.first)) ? turnOf(all, said, true) : turn;
  });
}

function keyOf({ seminar, voice }: Utterance): string {
  return `${seminar}\n${voice ?? ''}`;
}

/** Who moderates, has a label of those who ask, or mostly asks. */
function askersAmong<T>(turns: readonly Turn<T>[]): Set<string> {
  const counts = new Map<string, { asks: number; says: number }>();
  for (const { first, asked, words } of turns) {
    if (first.voice === null || (!asked && words < SLIGHT_WORDS)) continue;
    const count = counts.get(keyOf(first)) ?? { asks: 0, says: 0 };
    if (asked || first.part !== null) count.asks++;
    else count.says++;
    counts.set(keyOf(first), count);
  }
  return new Set(Array.from(counts).flatMap(([key, { asks, says }]) => (asks > says ? [key] : [])));
}

function turnOf<T>(passages: readonly T[], said: readonly Utterance[], isAsker: boolean): Turn<T> {
  const [first] = said;
  if (!first) throw new RangeError('A turn has no passages.');
  const words = said.reduce((total, { text }) => total + roughWordCount(text), 0);
  return { passages, first, words, isAsker, asked: askedIn(passages, said, isAsker, words) };
}

/** How many sentences at the end of a turn are looked at, those of thanks not counted. */
const LAST_SENTENCES = 4;
/** "…, is that right?" asks about what has as many words, of somebody who is there to ask. */
const CONFIRMED_WORDS = 12;
/** Where a question is announced, so many sentences before its end: "I have a question. …" */
const ANNOUNCED_WITHIN = 12;
/** A label says that its words are a question, if they are as many. */
const LABELLED_WORDS = 6;

/**
 * Where a turn asks: at its end, since a question inside a speech is rarely one to anybody; who is there to ask may add
 * something. Words that ask, or a question to "you", may also come last but one.
 */
function askedIn<T>(
  passages: readonly T[],
  said: readonly Utterance[],
  isAsker: boolean,
  words: number,
): AskedIn<T> | null {
  const found: { passage: number; sentence: number }[] = [];
  let seen = 0;
  for (const { passage, sentence, text } of sentencesFromEnd(said)) {
    if (isCourtesy(text)) continue;
    const by = asksBy(text) ?? (isAsker && words >= CONFIRMED_WORDS && asksToConfirm(text) ? 'mark' : null);
    const isNear =
      isAsker || seen === 0 || found.length > 0 || (seen === 1 && (by === 'words' || addresses(text)));
    const isAnnounced = by === 'words' && found.length > 0;
    if (by && (seen < LAST_SENTENCES ? isNear : isAnnounced)) found.unshift({ passage, sentence });
    if (++seen === (found.length > 0 ? ANNOUNCED_WITHIN : LAST_SENTENCES)) break;
  }
  const last = found.at(-1) ?? null;
  const [from] = found;
  const [first] = said;
  if (!last || !from) {
    const isLabelled = first?.part === 'asks' && words >= LABELLED_WORDS;
    const [question] = passages;
    if (!isLabelled || question === undefined) return null;
    const all = passages.map((passage) => ({ passage, from: 0 }));
    return { question, sentence: 0, passages: all, share: 1, handsOver: false };
  }
  const question = passages[last.passage];
  if (question === undefined) return null;
  const asks = said.slice(from.passage).map(({ text, sentences }, at) => {
    return at === 0 ? text.slice(sentences[from.sentence]?.start ?? 0) : text;
  });
  return {
    question,
    sentence: last.sentence,
    passages: passages
      .slice(from.passage)
      .map((passage, at) => ({ passage, from: at === 0 ? from.sentence : 0 })),
    share: asks.join('').length / (said.reduce((total, { text }) => total + text.length, 0) || 1),
    handsOver: handsOver(said.map(({ text }) => text).join(' ')),
  };
}

function* sentencesFromEnd(
  said: readonly Utterance[],
): Generator<{ passage: number; sentence: number; text: string }> {
  for (let passage = said.length - 1; passage >= 0; passage--) {
    const { text, sentences } = said[passage] as Utterance;
    for (let sentence = sentences.length - 1; sentence >= 0; sentence--) {
      const { start, end } = sentences[sentence] as Span;
      yield { passage, sentence, text: text.slice(start, end) };
    }
  }
}

/** A turn in which so much asks is a question with its grounds. */
const MOSTLY = 0.4;
/** So much of a passage at the end of a longer speech must ask. */
const OF_PASSAGE = 0.5;

/** The passages of a turn that ask and say little else. */
function askingPassages<T>(
  { passages, asked, isAsker, words }: Turn<T>,
  utterance: (passage: T) => Utterance,
): readonly T[] {
  if (!asked) return [];
  if (isAsker) return passages;
  if (asked.share >= MOSTLY || words < COUNTER_WORDS) return passages;
  const mostlyAsk = asked.passages.filter(({ passage, from }) => {
    const { text, sentences } = utterance(passage);
    return (text.length - (sentences[from]?.start ?? 0)) / (text.length || 1) >= OF_PASSAGE;
  });
  return mostlyAsk.map(({ passage }) => passage);
}

/** Whether a passage is a question: whether it ends with a question mark. */
export function isQuestion({ text }: Pick<Passage, 'text'>): boolean {
  return /[?\uFF1F]["”』」]?$/u.test(text);
}
