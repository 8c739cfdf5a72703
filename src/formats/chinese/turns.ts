import type { Steps } from '../../core/steps.ts';
import type { SourcePart } from '../../core/transcript/source.ts';
import type { LeftOutReason, Note, OpenedSource, Piece } from '../format.ts';
import type { Candidate } from './candidates.ts';
import { comparable } from './names.ts';
import { paragraphStarts } from './paragraphs.ts';
import {
  endsAsQuestion,
  opensInFirstPerson,
  type Report,
  reportIn,
  type Stretch,
  sentencesIn,
  withContinuation,
} from './reported.ts';
import { labelSurvey, type Survey } from './survey.ts';
import type { Labels } from './uses.ts';
import { ABOUT_THE_TEXT, ANSWER, COMMENTARY, FIRST_PERSON, POSITION, simplified, STANCE } from './vocabulary.ts';

/** What is known of a text before its turns are told. */
export interface Told {
  opened: OpenedSource;
  labels: Labels;
  leftOut: ReadonlyMap<number, LeftOutReason>;
  /** Names of the file, as they are compared. */
  known: ReadonlySet<string>;
  isCaption: boolean;
  /** The position of the part with the first label; the number of parts if there is none. */
  first: number;
}

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

const PARTS_PER_STEP = 200;
const SEAM = /[。！？!?”」]\s{1,4}(?=\p{Script=Han})/gu;
const QUOTED = /“[^“”]*”|「[^「」]*」/g;
const ENDED = /[。！？!?…；;：:”」』)）]$/;
const MOST_NOTES = 20;

/** Tells whose words each part is. What an earlier label does not surely hold for is unknown. */
export function* turnSteps(told: Told): Steps<{ pieces: Piece[]; notes: Note[] }> {
  const { parts } = told.opened.source;
  const teller = new Teller(told);
  for (let at = 0; at < parts.length; at++) {
    if (at % PARTS_PER_STEP === PARTS_PER_STEP - 1) yield;
    const part = parts[at];
    if (part && !told.leftOut.has(at)) teller.tell(at, part);
  }
  return { pieces: teller.pieces, notes: teller.notes };
}

class Teller {
  readonly pieces: Piece[] = [];
  readonly notes: Note[] = [];
  private turn: Turn | null = null;
  private readonly survey: Survey;
  private readonly starts: ReadonlySet<number>;

  private readonly told: Told;

  constructor(told: Told) {
    this.told = told;
    this.starts = paragraphStarts(told.opened, told.labels);
    this.survey = labelSurvey(told, this.starts);
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
    const seam = name === null ? end : this.seamIn(text, { start: label.end, end });
    const basis = name === null ? 'unknown' : 'labelled';
    this.add(at, text, { start: label.end, end: seam }, { printed, name, time, basis, startsParagraph: true });
    this.afterSeam(at, text, { start: seam, end });
  }

  /** A part, or what stands in it before its first label, without a label of its own. */
  private unlabelled(at: number, text: string, stretch: Stretch, time: number | null): void {
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
    this.add(at, text, { start: stretch.start, end: seam }, { printed: null, name, time, basis, startsParagraph });
    if (turn && basis !== 'editorial') turn.asks = endsAsQuestion(text.slice(stretch.start, seam));
    this.afterSeam(at, text, { start: seam, end: stretch.end });
  }

  private basisOf(at: number, words: string, startsParagraph: boolean): Piece['basis'] | 'report' {
    const { turn, survey, told } = this;
    if (told.labels.byPart.size === 0) return told.isCaption ? 'unknown' : 'report';
    if (!turn) return told.isCaption ? 'unknown' : basisBefore(words);
    const holds = turn.isOver ? 'unknown' : turn.basis === 'reported' ? 'reported' : 'continued';
    if (!startsParagraph || told.isCaption || told.labels.style === 'timed') return holds;
    if (this.isHeading(at, words)) {
      turn.isOver ||= survey.isIncomplete;
      return 'editorial';
    }
    if (ABOUT_THE_TEXT.test(words) && /编者|編者|^本文/.test(words)) return 'editorial';
    if (this.isReport(words)) return 'report';
    if (!turn.isOver && this.mayBeAnother(at, turn, words)) turn.isOver = true;
    return turn.isOver ? 'unknown' : holds;
  }

  /** Whether somebody else than whose turn it is may say what begins a paragraph without a label. */
  private mayBeAnother(at: number, turn: Turn, words: string): boolean {
    const { survey } = this;
    const opening = simplified(words.slice(0, 30));
    if (this.isAfterLabelAlone(at)) return false;
    if (survey.labelsEach) return true;
    if (turn.basis === 'reported') return !opensInFirstPerson(words) || isOpening(opening);
    if (turn.isAsker && turn.asks) return !endsAsQuestion(words);
    if (turn.asks && ANSWER.test(opening)) return true;
    if (survey.isIncomplete) return isOpening(opening);
    if (ANSWER.test(opening)) this.note(at, `Another may speak here, without a label: "${words.slice(0, 40)}"`);
    return false;
  }

  /** Whether the part before is nothing but a label. */
  private isAfterLabelAlone(at: number): boolean {
    const last = this.told.labels.byPart.get(at - 1)?.at(-1);
    return last !== undefined && last.end >= (this.told.opened.source.parts[at - 1]?.text.length ?? 0);
  }

  /** A short line between paragraphs of sentences, without an end. */
  private isHeading(at: number, words: string): boolean {
    if (!this.survey.hasSentences || words.length > 40 || ENDED.test(words) || this.isAfterLabelAlone(at)) return false;
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
    while (index < sentences.length) {
      const sentence = sentences[index];
      if (!sentence) break;
      const found = !hasLabels || index === 0 ? reportIn(text, sentence, this.told.known) : null;
      index++;
      if (!found) continue;
      this.writers(at, text, { start: from, end: sentence.start }, { time, startsParagraph, hasLabels });
      const report = hasLabels ? withContinuation(text, found, sentences.slice(index), this.told.known) : found;
      while ((sentences[index]?.start ?? text.length) < report.end) index++;
      startsParagraph &&= from === sentence.start;
      this.add(at, text, report, { printed: null, name: report.name, time, basis: 'reported', startsParagraph });
      startsParagraph = false;
      from = sentences[index]?.start ?? stretch.end;
      this.turn = hasLabels ? turnOf(report, this.survey, text) : null;
    }
    const rest = { start: from, end: stretch.end };
    if (from < stretch.end && this.turn) this.turn.isOver = true;
    if (hasLabels) this.afterSeam(at, text, rest);
    else this.writers(at, text, rest, { time, startsParagraph, hasLabels });
  }

  /** Sentences of an article in which nobody is reported: the writer's, if nobody speaks in them. */
  private writers(
    at: number,
    text: string,
    stretch: Stretch,
    { time, startsParagraph, hasLabels }: { time: number | null; startsParagraph: boolean; hasLabels: boolean },
  ): void {
    const basis = hasLabels || !this.survey.hasReports ? 'unknown' : basisBefore(text.slice(stretch.start, stretch.end));
    this.add(at, text, stretch, { printed: null, name: null, time, basis, startsParagraph });
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

  private add(at: number, text: string, stretch: Stretch, piece: Omit<Piece, 'part' | 'start' | 'end'>): void {
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
  return ANSWER.test(opening) || POSITION.test(opening) || (STANCE.test(opening) && /^.{2,6}[,，]/.test(opening));
}

/** Whose words are before the first label: the publisher's, unless somebody speaks in them. */
function basisBefore(words: string): 'editorial' | 'unknown' {
  if (ABOUT_THE_TEXT.test(words)) return 'editorial';
  const outside = words.replace(QUOTED, '');
  const quoted = words.length - outside.length;
  return FIRST_PERSON.test(outside) || /[你您]|大家好|各位/.test(outside) || quoted * 2 > words.length
    ? 'unknown'
    : 'editorial';
}
