import type { Steps } from '../../core/steps.ts';
import type { SourcePart } from '../../core/transcript/source.ts';
import type { Note, Piece } from '../format.ts';
import type { Candidate } from './candidates.ts';
import { comparable } from './names.ts';
import { paragraphSteps } from './paragraphs.ts';
import {
  endsAsQuestion,
  opensInFirstPerson,
  quotesSpeech,
  type Report,
  reportIn,
  type Stretch,
  sentencesIn,
  withContinuation,
} from './reported.ts';
import { PARTS_PER_STEP } from './steps.ts';
import { type Survey, surveySteps } from './survey.ts';
import type { Told } from './told.ts';
import {
  ABOUT_THE_TEXT,
  ANSWER,
  COMMENTARY,
  FIRST_PERSON,
  POSITION,
  STANCE,
  simplified,
} from './vocabulary.ts';

/** Whose turn it is. */
interface Turn {
  /** Null after a change to somebody who is not named. */
  name: string | null;
  basis: 'labelled' | 'reported';
  isAsker: boolean;
  /** Its words so far end in a question. */
  asks: boolean;
  /** Somebody else may speak by now. */
  isOver: boolean;
}

/** Where sentences of an article stand in which nobody is reported. */
interface Unreported {
  time: number | null;
  /** Whether nobody was reported before them in their paragraph. */
  isFirst: boolean;
  startsParagraph: boolean;
}

/** A label that waits for its words. */
interface Pending {
  at: number;
  printed: string;
  name: string | null;
  time: number | null;
}

const SEAM = /[。！？!?”」]\s{1,4}(?=\p{Script=Han})/gu;
const QUOTED = /“[^“”]*”|「[^「」]*」/g;
const ENDED = /[。！？!?…；;：:”」』)）]$/;
/** A note of what happens: （掌声）, （進行報告事項）. */
const IN_BRACKETS = /^(?:（[^（）]*）|\([^()]*\)|【[^【】]*】|\[[^[\]]*\])$/;
const TOLD = /(?:表示|指出|认为|強調|强调|透露|介绍|介紹|坦言|[说說]|[称稱])(?:道)?[，,：:]/;
const MOST_NOTES = 20;

/** Tells whose words each part is. What an earlier label does not surely hold for is unknown. */
export function* turnSteps(told: Told): Steps<{ pieces: Piece[]; notes: Note[] }> {
  const { parts } = told.opened.source;
  const starts = yield* paragraphSteps(told.opened, told.labels);
  const teller = new Teller(told, starts, yield* surveySteps(told, starts));
  for (let at = 0; at < parts.length; at++) {
    if (at % PARTS_PER_STEP === PARTS_PER_STEP - 1) yield;
    const part = parts[at];
    if (part && !told.leftOut.has(at)) teller.tell(at, part);
    else if (told.opened.looks?.get(at)?.heading !== undefined) teller.heading();
  }
  teller.end();
  return { pieces: teller.pieces, notes: teller.notes };
}

class Teller {
  readonly pieces: Piece[] = [];
  readonly notes: Note[] = [];
  private turn: Turn | null = null;
  /** A label that stands in a part of its own, for the words that come next. */
  private pending: Pending | null = null;
  private readonly survey: Survey;
  private readonly starts: ReadonlySet<number>;

  private readonly told: Told;

  constructor(told: Told, starts: ReadonlySet<number>, survey: Survey) {
    this.told = told;
    this.starts = starts;
    this.survey = survey;
  }

  tell(at: number, { text, time }: SourcePart): void {
    const labels = this.told.labels.byPart.get(at) ?? [];
    const before = labels[0]?.start ?? text.length;
    if (before > 0) this.unlabelled(at, text, { start: 0, end: before }, time);
    for (const [number, label] of labels.entries()) {
      const end = labels[number + 1]?.start ?? text.length;
      this.labelled(at, text, label, end, label.time ?? (number === 0 ? time : null));
    }
  }

  private labelled(at: number, text: string, label: Candidate, end: number, time: number | null): void {
    const { name, start } = label;
    const words = text.slice(label.end, end);
    const isAsker = name !== null && this.survey.askers.has(comparable(name));
    this.turn = { name, basis: 'labelled', isAsker, asks: endsAsQuestion(words), isOver: name === null };
    const printed = text.slice(start, label.end).trim();
    this.dropPending();
    if (words.trim() === '') {
      this.pending = { at, printed, name, time };
      return;
    }
    const seam = name === null ? end : this.seamIn(text, { start: label.end, end });
    const basis = name === null ? 'unknown' : 'labelled';
    this.add(
      at,
      text,
      { start: label.end, end: seam },
      { printed, name, time, basis, startsParagraph: true },
    );
    this.afterSeam(at, text, { start: seam, end });
  }

  /** A part, or what stands in it before its first label, without a label of its own. */
  private unlabelled(at: number, text: string, stretch: Stretch, time: number | null): void {
    if (this.pending) {
      this.afterPending(at, text, stretch, this.pending);
      return;
    }
    const startsParagraph = this.starts.has(at);
    const { turn } = this;
    const words = text.slice(stretch.start, stretch.end);
    const basis = this.basisOf(at, words, startsParagraph);
    if (basis === 'report') {
      this.reported(at, text, stretch, time);
      return;
    }
    const name = basis === 'continued' || basis === 'reported' ? (turn?.name ?? null) : null;
    const seam = name === null && basis !== 'unknown' ? stretch.end : this.seamIn(text, stretch);
    this.add(
      at,
      text,
      { start: stretch.start, end: seam },
      { printed: null, name, time, basis, startsParagraph },
    );
    if (turn && basis !== 'editorial') turn.asks = endsAsQuestion(text.slice(stretch.start, seam));
    this.afterSeam(at, text, { start: seam, end: stretch.end });
  }

  /** The first words of a label that stands in a part before. */
  private afterPending(
    at: number,
    text: string,
    stretch: Stretch,
    { name, printed, ...label }: Pending,
  ): void {
    this.pending = null;
    const seam = name === null ? stretch.end : this.seamIn(text, stretch);
    const basis = name === null ? 'unknown' : 'labelled';
    const piece = {
      printed,
      printedIn: label.at,
      name,
      time: label.time,
      basis,
      startsParagraph: true,
    } as const;
    this.add(at, text, { start: stretch.start, end: seam }, piece);
    if (this.turn) this.turn.asks = endsAsQuestion(text.slice(stretch.start, seam));
    this.afterSeam(at, text, { start: seam, end: stretch.end });
  }

  /** A label without words, before another: nobody says anything by it. */
  private dropPending(): void {
    if (this.pending) this.told.leftOut.set(this.pending.at, 'note');
    this.pending = null;
  }

  /** A heading of the file: what follows without a label is nobody's turn. */
  heading(): void {
    if (this.turn) this.turn.isOver = true;
  }

  end(): void {
    this.dropPending();
  }

  private basisOf(at: number, words: string, startsParagraph: boolean): Piece['basis'] | 'report' {
    const { turn, survey, told } = this;
    if (told.labels.byPart.size === 0) return told.isCaption ? 'unknown' : 'report';
    if (!turn) return told.isCaption ? 'unknown' : basisBefore(words);
    // Captions have no headings and no reports, but what may be somebody else's label ends a turn as well.
    if (told.isCaption && told.labels.doubtful.has(at)) turn.isOver = true;
    const holds = turn.isOver ? 'unknown' : turn.basis === 'reported' ? 'reported' : 'continued';
    if (
      !startsParagraph ||
      told.isCaption ||
      (told.labels.style === 'timed' && !told.labels.doubtful.has(at))
    )
      return holds;
    if (this.isHeading(words)) {
      turn.isOver ||= survey.isIncomplete;
      return 'editorial';
    }
    if (ABOUT_THE_TEXT.test(words) && /编者|編者|^本文/.test(words)) return 'editorial';
    if (IN_BRACKETS.test(words)) return 'editorial';
    if (told.labels.doubtful.has(at)) {
      this.note(at, `This may begin with a label: "${words.slice(0, 40)}"`);
      turn.isOver = true;
    }
    if (this.isReport(words)) return 'report';
    if (!turn.isOver && this.mayBeAnother(at, turn, words)) turn.isOver = true;
    return turn.isOver ? 'unknown' : holds;
  }

  /** Whether somebody else than whose turn it is may say what begins a paragraph without a label. */
  private mayBeAnother(at: number, turn: Turn, words: string): boolean {
    const { survey } = this;
    const opening = simplified(words.slice(0, 30));
    if (survey.labelsEach || survey.between.has(at)) return true;
    if (turn.basis === 'reported') return !opensInFirstPerson(words) || isOpening(opening);
    if (turn.isAsker && turn.asks) return !endsAsQuestion(words);
    if (turn.asks && ANSWER.test(opening)) return true;
    if (survey.isIncomplete) return isOpening(opening);
    if (ANSWER.test(opening))
      this.note(at, `Someone else may be speaking here, without a label: "${words.slice(0, 40)}"`);
    return false;
  }

  /** A short line between paragraphs of sentences, without an end. */
  private isHeading(words: string): boolean {
    if (!this.survey.hasSentences || words.length > 40 || ENDED.test(words)) return false;
    return !/[我你您咱]|大家|谢谢|謝謝|好的/.test(words);
  }

  private isReport(words: string): boolean {
    const [sentence] = sentencesIn(words, { start: 0, end: Math.min(words.length, 400) });
    const report = sentence ? reportIn(words, sentence, this.told.known) : null;
    return report !== null && (report.isWritten || this.survey.isIncomplete);
  }

  /** A paragraph in which the writer tells what somebody says. */
  private reported(at: number, text: string, stretch: Stretch, time: number | null): void {
    const hasLabels = this.told.labels.byPart.size > 0;
    const sentences = sentencesIn(text, stretch);
    let startsParagraph = this.starts.has(at);
    let from = stretch.start;
    let index = 0;
    let isFirst = true;
    while (index < sentences.length) {
      const sentence = sentences[index];
      if (!sentence) break;
      const found = !hasLabels || index === 0 ? reportIn(text, sentence, this.told.known) : null;
      index++;
      if (!found) continue;
      this.writers(at, text, { start: from, end: sentence.start }, { time, isFirst, startsParagraph });
      isFirst = false;
      const report = hasLabels
        ? withContinuation(text, found, sentences.slice(index), this.told.known)
        : found;
      while ((sentences[index]?.start ?? text.length) < report.end) index++;
      startsParagraph &&= from === sentence.start;
      this.add(at, text, report, {
        printed: null,
        name: report.name,
        time,
        basis: 'reported',
        startsParagraph,
      });
      startsParagraph = false;
      from = sentences[index]?.start ?? stretch.end;
      this.turn = hasLabels ? turnOf(report, this.survey, text) : null;
    }
    const rest = { start: from, end: stretch.end };
    if (from < stretch.end && this.turn) this.turn.isOver = true;
    if (hasLabels) this.afterSeam(at, text, rest);
    else this.writers(at, text, rest, { time, isFirst, startsParagraph });
  }

  /**
   * Sentences of an article in which nobody is reported: the writer's, if nobody speaks in them, and nobody was reported in
   * the paragraph before them.
   */
  private writers(
    at: number,
    text: string,
    stretch: Stretch,
    { time, isFirst, startsParagraph }: Unreported,
  ): void {
    const isTheirs = isFirst && this.survey.hasReports && this.told.labels.byPart.size === 0;
    const { own, quoted } = beforeQuotation(text, stretch);
    const basis = isTheirs ? basisBefore(text.slice(own.start, own.end)) : 'unknown';
    const piece = { printed: null, name: null, time, startsParagraph };
    if (own.start < own.end) this.add(at, text, own, { ...piece, basis });
    const startsQuoted = startsParagraph && own.start === own.end;
    this.add(at, text, quoted, { ...piece, basis: 'unknown', startsParagraph: startsQuoted });
  }

  /** Where a commentary may begin that somebody put behind the words, after a space that the text has nowhere else. */
  private seamIn(text: string, { start, end }: Stretch): number {
    if (!this.survey.hasSeams) return end;
    SEAM.lastIndex = start;
    const seam = SEAM.exec(text);
    if (!seam || SEAM.lastIndex >= end) return end;
    const tail = text.slice(SEAM.lastIndex, SEAM.lastIndex + 60);
    return this.survey.isIncomplete || COMMENTARY.test(simplified(tail)) ? SEAM.lastIndex : end;
  }

  /** What follows a seam: a commentary, or words of which nobody knows whose they are. */
  private afterSeam(at: number, text: string, stretch: Stretch): void {
    if (stretch.start >= stretch.end) return;
    const tail = simplified(text.slice(stretch.start, stretch.start + 60));
    const basis = COMMENTARY.test(tail) ? 'editorial' : 'unknown';
    if (this.turn && !/^[这此]/.test(tail)) this.turn.isOver = true;
    this.add(at, text, stretch, { printed: null, name: null, time: null, basis, startsParagraph: false });
  }

  private add(
    at: number,
    text: string,
    stretch: Stretch,
    piece: Omit<Piece, 'part' | 'start' | 'end'>,
  ): void {
    const words = text.slice(stretch.start, stretch.end);
    const start = stretch.start + (words.length - words.trimStart().length);
    const end = Math.max(start, stretch.start + words.trimEnd().length);
    if (end > start || piece.printed !== null) this.pieces.push({ part: at, start, end, ...piece });
  }

  private note(at: number, text: string): void {
    const place = this.told.opened.source.parts[at]?.place;
    if (place !== undefined && this.notes.length < MOST_NOTES) this.notes.push({ place, text });
  }
}

function turnOf(report: Report, survey: Survey, text: string): Turn {
  return {
    name: report.name,
    basis: 'reported',
    isAsker: survey.askers.has(comparable(report.name)),
    asks: endsAsQuestion(text.slice(report.start, report.end)),
    isOver: !report.isVoice,
  };
}

function isOpening(opening: string): boolean {
  return (
    ANSWER.test(opening) || POSITION.test(opening) || (STANCE.test(opening) && /^.{2,6}[,，]/.test(opening))
  );
}

/** The sentences of a stretch before the first that quotes somebody, and all from there on. */
function beforeQuotation(text: string, stretch: Stretch): { own: Stretch; quoted: Stretch } {
  const sentences = sentencesIn(text, stretch);
  const first = sentences.find(({ start, end }) => quotesSpeech(text.slice(start, end)));
  const from = first?.start ?? stretch.end;
  return { own: { start: stretch.start, end: from }, quoted: { start: from, end: stretch.end } };
}

/** Whose words are before the first label: the publisher's, unless somebody speaks in them. */
function basisBefore(words: string): 'editorial' | 'unknown' {
  if (ABOUT_THE_TEXT.test(words)) return 'editorial';
  const outside = words.replace(QUOTED, '');
  const quoted = words.length - outside.length;
  return FIRST_PERSON.test(outside) ||
    quotesSpeech(words) ||
    TOLD.test(outside) ||
    endsAsQuestion(words) ||
    /[你您]|大家好|各位/.test(outside) ||
    quoted * 2 > words.length
    ? 'unknown'
    : 'editorial';
}
